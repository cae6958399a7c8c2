// The files of the map page: its values as CSV, the map as SVG or PNG.
#pragma once
#include "page/downloads.h"
#include "page/map_panel.h"

namespace atlas::page {

/// The places of the level that is shown, in code order: code, name, value and rank, or the second indicator's value. Unset without an
/// indicator.
std::optional<DownloadTable> map_table(const Data& data, const view::ViewState& state);
/// What a picture of the map is asked for by.
inline constexpr const char* map_picture = "map";
/// The map as it is shown, with its title, legend, 出典 and address, on a sheet of 16:9. Unset without an indicator.
std::optional<scene::Scene> map_sheet(const Data& data, const view::ViewState& state, const TextMeasure& measure);
/// Buttons for them and for the link.
void draw_map_files(Context& ctx, ui::Flow& flow);

}  // namespace atlas::page

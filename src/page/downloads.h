// The files that a page hands out: which figures stand in them, what they are called, and the buttons that ask for them. Their
// bytes are made in app/files.h. PNG is left out: a browser makes one from the SVG, and the desktop has --screenshot.
#pragma once
#include "page/page.h"

namespace atlas::page {

struct DownloadTable {
    struct Line {
        std::string label, value;
    };
    std::vector<Line> head;                      ///< place, indicator, unit, edition, source …
    std::vector<std::vector<std::string>> rows;  ///< column heads first; figures as text::number writes them
};
/// The figures behind the page in `state`: the KPIs that the board shows in its order, the observations of a KPI or of a trend, or
/// of all trends. Unset for other pages and before their data are there.
std::optional<DownloadTable> download_table(const Data& data, const view::ViewState& state);
/// What the file is called, in parts: {"sosei-atlas", "kpi", "inbound-visitors", "2026-11-22"}.
std::vector<std::string> download_name(const Data& data, const view::ViewState& state);

/// "csv" and, with a picture, "svg:<node>" as buttons.
struct DownloadSpec {
    Word csv = Word::download_csv, svg = Word::download_svg;
    std::string picture;  ///< the node that the SVG is cut from; empty: none is offered
};
float downloads_width(const ui::Ui& ui, const DownloadSpec& spec);
/// The buttons side by side, below each other where they do not fit. Returns the height.
float download_buttons(Context& ctx, Vec2 top_left, float width_px, const DownloadSpec& spec);
/// What has just been saved, and where; nothing before. Returns the height.
float download_status(Context& ctx, Vec2 top_left, float width_px);

}  // namespace atlas::page

// Blocks, prefectures, municipalities: which of them the map shows, their figures, and the way from one to the next.
// Private to page/map*.cpp.
#pragma once
#include "page/map_facts.h"
#include "page/map_panel.h"
#include "page/page.h"

namespace atlas::page {

/// What was chosen by hand, else municipalities when close and the indicator has values for them, else prefectures.
/// A level whose data is not there yet is not shown: its prefectures are.
view::Level shown_level(const Data& data, const view::ViewState& state);

/// Figures of that level. At the municipal level an indicator without municipal values has no value anywhere.
std::optional<MapFacts> level_facts(const Data& data, const view::ViewState& state);

/// Code of the area chosen at this level, or "".
const std::string& chosen_code(const view::ViewState& state, view::Level level);

/// Indicators that can be picked at this level.
std::vector<const model::Indicator*> indicators_of(const Data& data, const MapFacts& facts);

/// 地方／都道府県／市区町村.
void draw_level_picker(const MapPanel& panel, ui::Flow& flow);
/// 全国 › 島根県 › 海士町; nothing at the top.
void draw_breadcrumb(const MapPanel& panel, ui::Flow& flow);

/// The view of a prefecture's municipalities, the map drawn near.
view::ViewState opened_prefecture(const MapPanel& panel, const std::string& code);

}  // namespace atlas::page

// The map behind the panel of the map page: what it shows, what lies on it, tooltips. Private to page/map*.cpp.
#pragma once
#include "chart/map.h"
#include "page/map_facts.h"
#include "page/page.h"

namespace atlas::page {

/// Whose boundaries they are; for the map's edge and the colophon.
const char* boundaries_attribution(const Words& words, const Data& data);

/// The place that the pointer or the keyboard is on, on the map or in the list: its code, or "".
std::string hovered_place(const view::ViewState& state);

/// What the markers mean stands on the map where there is sea enough for it, else in the panel.
bool key_on_map(Rect map, bool phone);

/// A map of `facts` in `rect`, ready to be drawn, and the tooltip of what the pointer is on.
chart::MapOptions map_options(const Context& ctx, const MapFacts* facts, Rect rect, const std::string& hovered);
void draw_map_tooltip(Context& ctx, const MapFacts* facts, const chart::MapOptions& options);
/// Lower right corner that the zoom buttons take.
Vec2 zoom_buttons_px(const ui::Ui& ui, Rect map);

/// `facts` null: land without values.
void draw_backdrop(Context& ctx, const MapFacts* facts, Rect map, const std::string& hovered);

}  // namespace atlas::page

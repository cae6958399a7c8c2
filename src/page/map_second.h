// Two indicators of the same places: blended in nine classes on one map, or on two maps with one camera. Private to
// page/map*.cpp; comes with the later part of the program.
#pragma once
#include "page/map_facts.h"
#include "page/map_panel.h"

namespace atlas::page {

/// Gives `facts` the second indicator that the address names. Without values at this level nothing is added.
void add_second(const Data& data, const view::ViewState& state, MapFacts& facts);

/// The square of nine classes, or both maps' legends.
void draw_second_legend(const MapPanel& panel, ui::Flow& flow);
/// Which indicator, of which year, and how.
void draw_second_choice(const MapPanel& panel, ui::Flow& flow);

/// Where the first of two maps stands in the room of one; both are equal in size.
Rect first_of_two(Rect room);
void draw_two_maps(Context& ctx, const MapFacts& facts, Rect room, const std::string& hovered);

}  // namespace atlas::page

// What moves between the Tokyo area and the other prefectures, as ribbons over the map. Private to page/map*.cpp.
#pragma once
#include "page/map_look.h"

namespace atlas::page {

/// A ribbon for each prefecture that has a value: > 0 towards the Tokyo area. The areas lose their colours.
void add_flows(const MapFacts& facts, chart::MapOptions& options);
void draw_flows_legend(const MapPanel& panel, ui::Flow& flow);

}  // namespace atlas::page

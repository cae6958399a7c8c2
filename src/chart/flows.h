// Flows between places and one hub, such as the Tokyo area: curved ribbons, as wide as their amount. Direction three times over: the ribbon
// narrows towards its end, has an arrow there, and bends to the left of its way, so that both directions of a pair lie apart.
#pragma once
#include <string>
#include <vector>

#include "chart/map_symbols.h"

namespace atlas::chart {

struct Flow {
    std::string code;
    Vec2 at;            ///< window pixels
    double value = 0;   ///< > 0: towards the hub, < 0: away from it
    std::string label;  ///< drawn at the place where there is room
    std::string name;   ///< what is read
};

struct FlowLayer {
    Rect rect;
    Vec2 hub;
    float hub_radius_px = 18;
    std::string hub_label;
    std::vector<Flow> flows;
    double max_value = 0;  ///< of max_width_px; 0: the largest here
    float max_width_px = 18;
    Color towards = token::orange_800, away = token::blue_800;
    std::string selected, hovered;
    std::string node_prefix;  ///< as in SymbolLayer
};

float flow_width_px(const FlowLayer& layer, double value);

/// The middle line of a flow, from its origin to its end, for tests and hit regions.
std::vector<Vec2> flow_line(const FlowLayer& layer, const Flow& flow);

void draw_flows(ui::Ui& ui, const FlowLayer& layer);

struct FlowLegend {
    std::string id = "legend:flows", name, unit;
    std::string towards, away;  ///< "東京圏へ", "東京圏から"; "" where there is none
    Format format;
};
Vec2 draw_flow_legend(ui::Ui& ui, Vec2 top_left, const FlowLayer& layer, const FlowLegend& legend);

}  // namespace atlas::chart

// The legend that works: a histogram over the classes (how many places in each), the class under the pointer marked, a click on a class
// filters. State comes in, actions go out; words come in.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "chart/pattern.h"
#include "chart/tile_grid.h"
#include "ui/controls.h"
#include "ui/ui.h"

namespace atlas::chart {

struct LegendClass {
    Color fill = transparent;
    Pattern pattern = Pattern::none;
    size_t count = 0;
    std::string label;  ///< in a row: "1.2以上1.4未満"
    std::string name;   ///< what is read: "1.2以上1.4未満、12件"
    Action action;      ///< puts the class into the filter or takes it out
};

struct MapLegendOptions {
    std::string id = "legend";
    std::string name, description;       ///< of the group; the description sums up the distribution
    std::vector<LegendClass> classes;    ///< low to high
    std::vector<std::string> limits;     ///< texts of the inner limits, classes − 1
    std::optional<LegendClass> no_data;  ///< drawn as a hatch apart from the scale
    std::optional<size_t> midpoint;      ///< index of the limit that is the midpoint
    std::string midpoint_label;          ///< "全国平均"
    std::optional<size_t> highlighted;   ///< class of the area under the pointer; classes.size() = no data
    std::vector<size_t> chosen;          ///< filter: these are lit; empty = all
    float bars_px = 64;                  ///< height of the fullest class
    std::string unit, source;            ///< "単位：％", "出典：…"; "" = not drawn
    std::string clear_label;             ///< button that ends the filter, while there is one
    Action clear;
};

/// Columns where the limits' texts fit under them, rows elsewhere. Classes are toggles "legend:0" …, no data is "legend:none".
/// Returns the height.
float draw_map_legend(ui::Ui& ui, Vec2 top_left, float width_px, const MapLegendOptions& options);

/// A continuous ramp instead of classes: gradient, limits at its ends, the midpoint, no data. `stops` from low to high. Returns the height.
struct RampLegendOptions {
    std::string id = "legend", name;
    std::vector<Color> stops;
    std::string low, high, midpoint;  ///< texts; midpoint "" = none, else in the middle
    std::optional<double> marked;     ///< position of the value under the pointer, 0 … 1
    std::string no_data, unit, source;
};
float draw_ramp_legend(ui::Ui& ui, Vec2 top_left, float width_px, const RampLegendOptions& options);

}  // namespace atlas::chart

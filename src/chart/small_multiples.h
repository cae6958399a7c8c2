// Many small line charts of one form side by side, for comparison: each with its name, latest figure and shape.
#pragma once
#include <string>
#include <vector>

#include "chart/plot.h"

namespace atlas::chart {

struct MultiplesWords {
    std::string_view no_data, panel_empty;  ///< for all; for one panel
    std::string_view summary;               ///< {count} {high} {high_value} {low} {low_value}
    std::string_view column_name, column_when, column_value;
};
struct MultiplePanel {
    std::string name, href, note;
    const model::Series* series = nullptr;
    double joins_years = 1.5;
    bool strong = false;
};
struct MultiplesOptions {
    FigureText text;
    std::vector<MultiplePanel> panels;
    bool shared_scale = true;  ///< one value axis for all: sizes compare; else each its own: shapes compare
    const MultiplesWords* words = nullptr;
    const Formats* formats = &formats_of(Lang::ja);
};
/// Returns the height taken. Marks "<id>:<panel>".
float small_multiples(ui::Ui& ui, Vec2 top_left, float width_px, const MultiplesOptions& options);

}  // namespace atlas::chart

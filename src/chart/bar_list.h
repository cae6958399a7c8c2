// Horizontal bars with their names, counts and shares: survey answers, rankings. A list, longest names welcome.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "chart/figure.h"
#include "chart/words.h"

namespace atlas::chart {

struct BarListItem {
    std::string label;
    std::optional<double> count, share;  ///< share in %
    std::string href;
    bool strong = false;
};
struct BarListWords {
    std::string_view no_data;
    std::string_view summary;                                   ///< {label} {value}: the longest bar
    std::string_view missing;                                   ///< where an item has no figure
    std::string_view column_label, column_count, column_share;  ///< table heads; count: {unit}
};
struct BarListOptions {
    FigureText text;
    std::string unit;  ///< of the counts
    std::vector<BarListItem> items;
    const BarListWords* words = nullptr;
    const Formats* formats = &formats_of(Lang::ja);
};
/// Bars by share where all have one (full width = 100 %), else by count (full width = the largest). Names stand on the
/// left from 600 px on, above their bar below that. Marks "<id>:<item>". Returns the height taken.
float bar_list(ui::Ui& ui, Vec2 top_left, float width_px, const BarListOptions& options);

}  // namespace atlas::chart

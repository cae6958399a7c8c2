// Two indicators in one map: three classes of each, nine colours, and the square that explains them.
#pragma once
#include <array>
#include <optional>
#include <string>
#include <vector>

#include "chart/pattern.h"
#include "ui/ui.h"

namespace atlas::chart {

struct BivariateClasses {
    std::vector<double> first_limits, second_limits;  ///< two each; fewer when the values do not differ
    std::vector<std::optional<size_t>> of;  ///< 3 × second class + first class, one a place; unset without both values
    std::array<size_t, 9> counts{};
    size_t missing = 0;
};
/// Tertiles, rounded to limits that read well.
BivariateClasses classify_pair(const std::vector<std::optional<double>>& first, int first_decimals,
                               const std::vector<std::optional<double>>& second, int second_decimals);

/// For readers without colour, two patterns one over the other: dots for the first indicator, lines for the second, denser with each class.
std::array<Pattern, 2> bivariate_patterns(size_t index);

struct BivariateLegend {
    std::string id = "legend:pair", name;
    std::string first, second;         ///< names of the axes, with an arrow drawn: "高齢化率", "所得"
    std::array<std::string, 9> names;  ///< what is read of each cell, with the count
    std::array<size_t, 9> counts{};
    bool patterns = false;                                 ///< show bivariate_patterns too
    std::vector<std::string> first_limits, second_limits;  ///< texts of the limits, drawn at the cells' corners
    std::optional<size_t> highlighted;                     ///< class of the area under the pointer
    std::vector<size_t> chosen;                            ///< filter; empty = all
    std::array<Action, 9> actions;                         ///< what a click on a cell does
    std::string missing;                                   ///< "データなし 3"; "" = none
};
/// A square of nine toggles with its axes; returns the size. At least 3 × 44 px wide.
Vec2 draw_bivariate_legend(ui::Ui& ui, Vec2 top_left, float width_px, const BivariateLegend& legend);

}  // namespace atlas::chart

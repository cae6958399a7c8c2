// Vertical bars by category (a year, an age group): stacked or side by side, as they are or as shares of the whole.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "chart/figure.h"
#include "chart/words.h"

namespace atlas::chart {

struct BarWords {
    std::string_view unit;                           ///< "単位：{unit}"
    std::string_view no_data;                        ///< sentence in place of the plot
    std::string_view summary;                        ///< {category} {parts}: the latest category's values
    std::string_view part;                           ///< {label} {value}
    std::string_view joiner;                         ///< "、"
    std::string_view column_category, column_value;  ///< table heads; value: {label} {unit}
    std::string_view missing;                        ///< in names and table cells: "値なし"
    std::string_view tentative;                      ///< 速報・推計・将来の推計, in names
    std::string_view key_tentative;
};

struct BarSeries {
    std::string label;
    std::vector<std::optional<double>> values;  ///< one a category
};
struct BarChartOptions {
    FigureText text;
    std::string unit;
    std::vector<std::string> categories;
    std::vector<bool> tentative;  ///< one a category or empty: drawn pale with an outline
    std::vector<BarSeries> series;
    bool stacked = false;
    bool as_shares = false;  ///< stacked: every bar is 100 %
    float plot_px = 0;
    const BarWords* words = nullptr;
    const Formats* formats = &formats_of(Lang::ja);
};
/// Returns the height taken. Marks: "<id>:<series>:<category>". Values below zero hang from the zero line.
float bar_chart(ui::Ui& ui, Vec2 top_left, float width_px, const BarChartOptions& options);
std::string bar_summary(const BarChartOptions& options);

}  // namespace atlas::chart

// Line and area chart of one or several series over time: direct labels at the line ends (a list above the plot where it
// is narrow), events, projections, breaks, grades, gaps.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "chart/figure.h"
#include "chart/plot.h"

namespace atlas::chart {

/// Everything that is said. Blanks in braces; the views live as long as the site's word tables.
struct SeriesWords {
    KindWords kinds;
    std::string_view unit;       ///< "単位：{unit}"
    std::string_view no_data;    ///< sentence in place of the plot
    std::string_view one_point;  ///< the same, with {label} {when} {value}
    std::string_view summary;  ///< {label} {from} {first} {to} {last} {change}: 「{label}は{from}の{first}から…」
    std::string_view rose, fell, same;  ///< {amount}: 「{amount}増えました」
    std::string_view extremes;          ///< {high_when} {high} {low_when} {low}
    std::string_view future;            ///< {when} {value}: the last projected point
    std::string_view broken;            ///< {when}: the way of counting changed, nothing is compared over it
    std::string_view key_actual, key_break, key_gap, key_band;  ///< key entries
    std::string_view key_hollow, key_projection, key_press, key_secondary;
    std::string_view column_when, column_value, column_note;  ///< table heads; value: {label} {unit}
    std::string_view labels_joiner;                           ///< between the lines' notes: "、"
    std::string_view events_title;                            ///< over the list of numbered events
};

struct SeriesLine {
    const model::Series* series = nullptr;
    std::string label;            ///< short, stands at the line's end
    std::vector<BandPoint> band;  ///< of projections
    double joins_years = 1.5;     ///< further apart means missing; 5.5 for a census
};
struct ChartEvent {
    double time = 0;  ///< years, as time_of
    std::string when, text;
};
struct SeriesChartOptions {
    FigureText text;
    std::vector<SeriesLine> lines;
    std::vector<ChartEvent> events;
    bool logarithmic = false, zero = false, area = false;
    float plot_px = 0;  ///< height of the plot with its axes; 0: by width
    const SeriesWords* words = nullptr;
    const Formats* formats = &formats_of(Lang::ja);
};

/// Returns the height taken. `text.summary` empty: series_summary makes it. Marks are "<id>:<line>:<point>".
float series_chart(ui::Ui& ui, Vec2 top_left, float width_px, const SeriesChartOptions& options);

/// First, latest and change since the last break, extremes, the end of the projection; a sentence for each line.
std::string series_summary(const SeriesChartOptions& options);
/// One row a date, one column a line, notes on kind and grade.
ui::TableSpec series_table(const SeriesChartOptions& options);

}  // namespace atlas::chart

// Events in order: across a true axis of years where there is room (from 960 px), below each other else.
#pragma once
#include <string>
#include <vector>

#include "chart/figure.h"

namespace atlas::chart {

struct TimelineEvent {
    std::string id;
    double time = 0;  ///< years: 2025 + 5.5 / 12 for June 2025
    std::string when, title, detail, href;
    bool strong = false;
};
struct TimelineWords {
    std::string_view no_data;
    std::string_view summary;  ///< {count} {from} {to}
    std::string_view column_when, column_title, column_detail;
};
struct TimelineOptions {
    FigureText text;
    std::vector<TimelineEvent> events;  ///< ascending
    const TimelineWords* words = nullptr;
};
/// Returns the height taken. Marks "<id>:<event id>".
float timeline(ui::Ui& ui, Vec2 top_left, float width_px, const TimelineOptions& options);

/// "2025", "2025-06" or "2025-06-13" as years on an axis: the middle of what is stated; 0 for anything else.
double time_of_date(std::string_view iso);

}  // namespace atlas::chart

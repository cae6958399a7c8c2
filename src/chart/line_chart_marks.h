// The marks of a line chart, one function a kind. Used by line_chart only.
#pragma once
#include <optional>
#include <string>

#include "chart/axis.h"
#include "chart/charts.h"

namespace atlas::chart {

/// Where the target lies, in the units of the axes.
struct TargetPoint {
    double value = 0;
    double time = 0;
    bool has_time = false;  ///< false: a level to be held each year, drawn across the plot
    bool has_path = false;  ///< there is a baseline from which a straight line leads to the target
    double path_from = 0, path_value = 0;
    std::string figure, when;  ///< "6,000万人", "2030年"; "60 million people", "2030"
};
/// Unset without a KPI, without a figure in its target, or when target and series are measured in different units.
std::optional<TargetPoint> target_of(const Words& words, const LineChartOptions& options);
float target_label_width(const ui::Ui& ui, const TargetPoint& target);

struct Plot {
    Rect area;
    LinearScale x;
    ValueAxis axis;
    bool fiscal = false;
    bool labels_beside = false;  ///< the target's label stands on the right of the plot instead of above its mark
    std::optional<TargetPoint> target;
    Vec2 at(double time, double value) const { return {x(time), axis.scale(value)}; }
    Vec2 at(const model::Observation& point) const { return at(time_of(point), point.value); }
};

void draw_required_path(ui::Ui& ui, const Plot& plot);
void draw_target(ui::Ui& ui, const Plot& plot);
void draw_series(ui::Ui& ui, const Plot& plot, const model::Series& series, Color color);
void draw_latest_label(ui::Ui& ui, const Plot& plot, const model::Series& series);
/// A hit region and a child node for each observation, and the tooltip of the one under the pointer.
void draw_hover(ui::Ui& ui, const Plot& plot, const std::string& id, const model::Series& series);
/// What the marks mean, only for those that occur. Returns the height.
float draw_key(ui::Ui& ui, Vec2 top_left, float width_px, const LineChartOptions& options);

}  // namespace atlas::chart

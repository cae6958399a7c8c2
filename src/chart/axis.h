// Axes without frames: gridlines no stronger than gray-100, labels in 万, 億 and 兆 or in millions, calendar or fiscal years.
#pragma once
#include <vector>

#include "chart/scale.h"
#include "ui/ui.h"

namespace atlas::chart {

struct ValueAxis {
    LinearScale scale;
    std::vector<double> ticks;
    text::Unit unit;
    double step() const { return ticks.size() > 1 ? ticks[1] - ticks[0] : 1; }
};

/// Widest label, for the margin on the left of the plot.
float value_axis_width(const ui::Ui& ui, const ValueAxis& axis);
/// Gridlines over `plot`, labels on its left, the unit above the uppermost label.
void draw_value_axis(ui::Ui& ui, Rect plot, const ValueAxis& axis);

/// Years below `plot`; the first is written out ("2013年度", "FY2013"), the others are bare.
void draw_year_axis(ui::Ui& ui, Rect plot, const LinearScale& scale, bool fiscal);
inline constexpr float year_axis_px = 28;

}  // namespace atlas::chart

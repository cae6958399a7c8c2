// Parts that the wide and the narrow Gantt share. Internal to gantt*.cpp.
#pragma once
#include "chart/gantt.h"

namespace atlas::chart {

/// A bar on the axis of months, as far as it lies within.
struct BarSpan {
    float from = 0, to = 0;
    bool visible = false, milestone = false, open_end = false, cut_left = false, cut_right = false;
};
BarSpan span_of(const model::RoadmapBar& bar, const MonthScale& scale);
/// The bar itself, `height_px` high around `y`: solid, outlined, diamond for one month, arrow where the end is open.
void draw_gantt_bar(ui::Ui& ui, const BarSpan& span, float y, float height_px, model::Dating dating, Color color);
Color bar_color(const GanttOptions& options, const GanttRow& row, bool pointed);
std::string bar_id(const GanttOptions& options, const GanttRow& row, size_t bar);
std::string bar_name(const GanttOptions& options, const GanttRow& row, size_t bar);
float draw_gantt_wide(ui::Ui& ui, Vec2 at, float width_px, const GanttOptions& options);
float draw_gantt_list(ui::Ui& ui, Vec2 at, float width_px, const GanttOptions& options);

}  // namespace atlas::chart

#include "chart/axis.h"

#include "text/text.h"

namespace atlas::chart {

using ui::Align;
using ui::style::note;

float value_axis_width(const ui::Ui& ui, const ValueAxis& axis) {
    float widest = 0;
    for (const double tick : axis.ticks)
        widest = std::max(widest, ui.width(tick_text(tick, axis.unit, axis.step()), note));
    return widest;
}

void draw_value_axis(ui::Ui& ui, Rect plot, const ValueAxis& axis) {
    for (const double tick : axis.ticks) {
        const float y = std::round(axis.scale(tick));
        const bool is_zero = tick == 0;
        ui.hline(plot.x, plot.right(), y, is_zero ? ui::ink::hairline : token::solid_gray_100);
        ui.glyphs({plot.x - 8, y + 5}, tick_text(tick, axis.unit, axis.step()), note, Align::right);
    }
    const float label_w = value_axis_width(ui, axis);
    if (!axis.unit.base.empty()) ui.glyphs({plot.x - 8 - label_w, plot.y - 14}, "単位：" + axis.unit.base, note);
}

void draw_year_axis(ui::Ui& ui, Rect plot, const LinearScale& scale, bool fiscal) {
    const float label_w = ui.width("2000", note);
    const std::vector<int> years =
        year_ticks(scale.domain_from, scale.domain_to, plot.w, ui.width(text::year(2000, fiscal), note) - 4);
    float free_from = plot.x - 40;
    bool first = true;
    for (const int year : years) {
        const float x = scale(time_of(year, fiscal));
        if (x < plot.x - 4 || x > plot.right() + 4) continue;
        const std::string label = first ? text::year(year, fiscal) : std::to_string(year);
        const float w = ui.width(label, note);
        // The written-out first label begins where a bare one would, so that its figure stays under the tick.
        const float left = x - label_w / 2;
        if (left < free_from) continue;
        ui.rect({std::round(x), plot.bottom(), 1, 5}, ui::ink::hairline);
        ui.glyphs({left, plot.bottom() + 21}, label, note);
        free_from = left + w + 8;
        first = false;
    }
}

}  // namespace atlas::chart

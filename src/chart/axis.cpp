#include "chart/axis.h"

#include "text/text.h"

namespace atlas::chart {

using ui::Align;
using ui::style::note;

float value_axis_width(const ui::Ui& ui, const ValueAxis& axis) {
    float widest = 0;
    for (const double tick : axis.ticks)
        widest = std::max(widest, ui.width(tick_text(ui.words.lang(), tick, axis.unit, axis.step()), note));
    return widest;
}

void draw_value_axis(ui::Ui& ui, Rect plot, const ValueAxis& axis) {
    for (const double tick : axis.ticks) {
        const float y = std::round(axis.scale(tick));
        const bool is_zero = tick == 0;
        ui.hline(plot.x, plot.right(), y, is_zero ? ui::ink::hairline : token::solid_gray_100);
        ui.glyphs({plot.x - 8, y + 5}, tick_text(ui.words.lang(), tick, axis.unit, axis.step()), note, Align::right);
    }
    const float label_w = value_axis_width(ui, axis);
    if (axis.unit.base.empty()) return;
    const std::string unit = ui.words(Word::chart_unit, {{"unit", text::unit_word(ui.words, axis.unit.base)}});
    ui.glyphs({plot.x - 8 - label_w, plot.y - 14}, unit, note);
}

void draw_year_axis(ui::Ui& ui, Rect plot, const LinearScale& scale, bool fiscal) {
    const float label_w = ui.width("2000", note);
    const std::vector<int> years =
        year_ticks(scale.domain_from, scale.domain_to, plot.w, ui.width(text::year(ui.words, 2000, fiscal), note) - 4);
    float free_from = plot.x - 40;
    bool first = true;
    for (const int year : years) {
        const float x = scale(time_of(year, fiscal));
        if (x < plot.x - 4 || x > plot.right() + 4) continue;
        const std::string label = first ? text::year(ui.words, year, fiscal) : std::to_string(year);
        const float w = ui.width(label, note);
        // The figure of the written-out first label stands where a bare one would, under the tick: 2013年度, FY2013.
        const bool prefixed = ui.words.lang() == Lang::en;
        const float left = x - label_w / 2 - (prefixed ? w - label_w : 0);
        if (left < free_from) continue;
        ui.rect({std::round(x), plot.bottom(), 1, 5}, ui::ink::hairline);
        ui.glyphs({left, plot.bottom() + 21}, label, note);
        free_from = left + w + 8;
        first = false;
    }
}

}  // namespace atlas::chart

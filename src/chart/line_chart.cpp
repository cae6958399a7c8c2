// The line chart of a KPI: title, plot, key in words, table on request, source.
#include <algorithm>

#include "chart/axis.h"
#include "chart/charts.h"
#include "chart/line_chart_marks.h"
#include "chart/line_chart_words.h"
#include "text/text.h"

namespace atlas::chart {

using model::Observation;
using model::Series;
using scene::Node;
using scene::Role;
using ui::Ui;

namespace {

constexpr float unit_px = 28;  ///< the unit's line above the plot

struct Extent {
    double from = 0, to = 0;
    bool any = false;
    void add(double v) {
        from = any ? std::min(from, v) : v;
        to = any ? std::max(to, v) : v;
        any = true;
    }
};

/// Raises the domain, without a gridline of its own, where a label would leave the plot.
void add_headroom(Plot& plot, const LineChartOptions& options) {
    LinearScale& y = plot.axis.scale;
    const auto make_room = [&](double value, float room_px) {
        const double share = static_cast<double>((plot.area.h - room_px) / plot.area.h);
        y.domain_to = std::max(y.domain_to, y.domain_from + (value - y.domain_from) / share);
    };
    if (plot.target && !plot.labels_beside) make_room(plot.target->value, 16);
    const Series* main = options.series.front();
    if (main && !main->points.empty()) make_room(main->points.back().value, 48);
}

Plot make_plot(const Ui& ui, Rect outer, const LineChartOptions& options) {
    Plot plot;
    plot.target = target_of(ui.words, options);
    Extent time, value;
    for (const Series* series : options.series) {
        if (!series) continue;
        for (const Observation& point : series->points)
            time.add(time_of(point)), value.add(point.value), plot.fiscal = plot.fiscal || point.fiscal;
        plot.axis.unit = text::split_unit(series->unit);
    }
    if (plot.target) {
        value.add(plot.target->value);
        if (plot.target->has_time) time.add(plot.target->time);
        if (plot.target->has_path) time.add(plot.target->path_from), value.add(plot.target->path_value);
    }
    if (time.to - time.from < 2) time.add(time.from - 1), time.add(time.to + 1);
    // Zero is no duty for a line, but a scale that begins a little above it would mislead more than it helps.
    if (value.from > 0 && value.from < 0.35 * value.to) value.add(0);
    plot.axis.ticks = nice_ticks(value.from, value.to, outer.h > 280 ? 5 : 4);
    const float left = value_axis_width(ui, plot.axis) + 8;
    const bool wide = outer.w >= 560;
    const float right = plot.target && wide ? target_label_width(ui, *plot.target) + 24 : 16;
    plot.labels_beside = wide;
    plot.area = {outer.x + left, outer.y + unit_px, outer.w - left - right, outer.h - unit_px - year_axis_px};
    const double pad = (time.to - time.from) * 0.02;
    plot.x = {time.from - pad, time.to + pad, plot.area.x + 8, plot.area.right()};
    plot.axis.scale = {plot.axis.ticks.front(), plot.axis.ticks.back(), plot.area.bottom(), plot.area.y};
    add_headroom(plot, options);
    return plot;
}

/// The picture with its nodes: one image that says everything, a child for each observation under the pointer.
void draw_plot(Ui& ui, Rect outer, const LineChartOptions& options, bool table_is_open) {
    const Plot plot = make_plot(ui, outer, options);
    Node image;
    image.id = options.id, image.role = Role::image, image.name = options.title, image.rect = outer;
    image.description = line_chart_summary(ui.words, options);
    if (!table_is_open)
        text::append_sentence(ui.words, image.description,
                              ui.words(Word::chart_values, {{"facts", line_chart_facts(ui.words, options)}}));
    Ui::Scope scope(ui, std::move(image));
    draw_value_axis(ui, plot.area, plot.axis);
    draw_year_axis(ui, plot.area, plot.x, plot.fiscal);
    if (plot.target) draw_required_path(ui, plot);
    for (size_t i = options.series.size(); i-- > 0;)
        if (options.series[i])
            draw_series(ui, plot, *options.series[i], i == 0 ? token::blue_900 : token::solid_gray_500);
    if (plot.target) draw_target(ui, plot);
    const Series* main = options.series.empty() ? nullptr : options.series.front();
    if (main && !main->points.empty()) {
        draw_latest_label(ui, plot, *main);
        draw_hover(ui, plot, options.id, *main);
    }
}

}  // namespace

float line_chart(Ui& ui, Vec2 at, float width_px, const LineChartOptions& options) {
    float y = at.y;
    y += ui::heading(ui, {at.x, y}, width_px, options.title, 2, ui::style::section, options.id + ":title");
    y += ui::paragraph(ui, {at.x, y}, width_px, options.subtitle, ui::style::note, options.id + ":subtitle");
    size_t points = 0;
    for (const Series* series : options.series) points += series ? series->points.size() : 0;
    if (points == 0 || (points == 1 && !target_of(ui.words, options))) {
        const std::string words =
            points == 0 ? ui.words(Word::chart_no_values)
                        : ui.words(Word::chart_one_value, {{"facts", line_chart_facts(ui.words, options)}});
        y += 8;
        y += ui::paragraph(ui, {at.x, y}, width_px, words, ui::style::body, options.id) + 8;
        if (!options.source.empty()) y += ui::source_line(ui, {at.x, y}, width_px, options.source);
        return y - at.y;
    }
    y += 16;
    const std::string table_name = "table:" + options.id;
    const bool table_is_open = ui.is_open(table_name);
    const float plot_h = std::clamp(width_px * 0.5f, 232.f, 360.f);
    const Rect outer{at.x, y, width_px, plot_h + unit_px + year_axis_px};
    draw_plot(ui, outer, options, table_is_open);
    y = outer.bottom() + 16;
    y += draw_key(ui, {at.x, y}, width_px, options) + 12;
    const std::string toggle_label = ui.words(table_is_open ? Word::chart_close_table : Word::chart_open_table);
    ui::ButtonSpec toggle;
    toggle.id = table_name, toggle.label = toggle_label, toggle.kind = ui::ButtonKind::quiet;
    toggle.action = {Action::Kind::toggle, table_name, {}, 0};
    toggle.has_icon = true, toggle.icon = ui::Icon::list;
    toggle.expands = true, toggle.expanded = table_is_open;
    ui::button(ui, {at.x, y, ui::button_width(ui, toggle.label, true), ui::target_px}, toggle);
    y += ui::target_px + 8;
    if (table_is_open)
        y += ui::table(ui, {at.x, y}, std::min(width_px, 640.f), line_chart_table(ui.words, options)) + 16;
    if (!options.source.empty()) y += ui::source_line(ui, {at.x, y}, width_px, options.source);
    return y - at.y;
}

}  // namespace atlas::chart

#include "chart/small_multiples.h"

#include <algorithm>
#include <cmath>

#include "text/text.h"

namespace atlas::chart {

using model::Observation;
using ui::Align;
using ui::Ui;
namespace style = ui::style;

namespace {

constexpr float least_panel_px = 148, gap_px = 24, plot_px = 84;

bool has_points(const MultiplePanel& panel) { return panel.series && !panel.series->points.empty(); }

struct Extents {
    Extent time, value;
};

void add(Extents& extents, const MultiplePanel& panel) {
    if (!has_points(panel)) return;
    for (const Observation& point : panel.series->points)
        extents.time.add(time_of(point)), extents.value.add(point.value);
}

/// The latest that was observed; what lies ahead is drawn, but not told as if it had come.
const Observation& told_point(const MultiplePanel& panel) {
    const auto& points = panel.series->points;
    for (size_t i = points.size(); i-- > 0;)
        if (points[i].kind != "projection") return points[i];
    return points.back();
}

std::string figure_of(const MultiplesOptions& options, const MultiplePanel& panel) {
    const Observation& latest = told_point(panel);
    return options.formats->value(latest.value, panel.series->unit);
}

void draw_lines(Ui& ui, const MultiplesOptions& options, const MultiplePanel& panel, Rect area,
                const Extents& extents) {
    PlotGround ground;
    ground.area = area, ground.formats = options.formats;
    Extent value = extents.value, time = extents.time;
    if (value.from > 0 && value.from < 0.5 * value.to) value.add(0);
    if (value.to == value.from) value.add(value.to + 1);
    if (time.to == time.from) time.add(time.from - 1), time.add(time.to + 1);
    ground.x = {time.from, time.to, area.x + 4, area.right() - 6};
    ground.y.linear = {value.from, value.to, area.bottom() - 4, area.y + 6};
    const bool has_zero = value.from <= 0 && value.to >= 0;
    ui.hline(area.x, area.right(), std::round(has_zero ? ground.y(0) : area.bottom()),
             has_zero ? ui::ink::hairline : token::solid_gray_100);
    const Color color = panel.strong ? token::orange_900 : token::blue_900;
    draw_series_line(ui, ground, *panel.series, panel.joins_years, color);
    const Observation& latest = told_point(panel);
    draw_observation(ui, ground.at(latest), 4, latest, scene::Shape::circle, color);
}

/// First and last year at the ends of the base line.
void draw_years(Ui& ui, Rect r, const Extents& extents) {
    const int from = static_cast<int>(std::floor(extents.time.from)),
              to = static_cast<int>(std::floor(extents.time.to));
    ui.glyphs({r.x, r.bottom() + 16}, std::to_string(from), style::note);
    if (to != from) ui.glyphs({r.right(), r.bottom() + 16}, std::to_string(to), style::note, Align::right);
}

float draw_panel(Ui& ui, const MultiplesOptions& options, size_t index, Rect r, Extents shared) {
    const MultiplePanel& panel = options.panels[index];
    const std::string id = options.text.id + ":" + std::to_string(index);
    const bool pointed = is_pointed(ui, id);
    const auto name = ui::with_color(style::note_bold, pointed && !panel.href.empty() ? ui::ink::link : ui::ink::text);
    ui.glyph_block({r.x, r.y}, r.w, panel.name, name, 2);
    const float y = r.bottom() - plot_px - 28;
    const Rect area{r.x, r.bottom() - plot_px, r.w, plot_px};
    if (!has_points(panel)) {
        ui.glyph_block({r.x, y}, r.w, options.words->panel_empty, style::note, 3);
        add_mark(ui, id, panel.name, std::string(options.words->panel_empty), r, panel.href);
        return r.h;
    }
    const Observation& latest = told_point(panel);
    const float w = ui.glyphs({r.x, y + 15}, figure_of(options, panel), ui::with_color(style::note, ui::ink::text));
    const std::string when = options.formats->when(latest);
    if (w + 8 + ui.width(when, style::note) <= r.w) ui.glyphs({r.x + w + 8, y + 15}, when, style::note);
    if (!options.shared_scale) {
        shared = {}, add(shared, panel);
        draw_years(ui, r, shared);
    }
    draw_lines(ui, options, panel, area, shared);
    add_mark(ui, id, panel.name, when + " " + figure_of(options, panel), r, panel.href);
    if (!panel.href.empty()) ui.region(r, id, go(panel.href));
    return r.h;
}

float draw_grid(Ui& ui, Vec2 at, float width_px, const MultiplesOptions& options) {
    Extents shared;
    for (const MultiplePanel& panel : options.panels) add(shared, panel);
    const int fitting = std::max(2, static_cast<int>((width_px + gap_px) / (least_panel_px + gap_px)));
    const int columns = std::min({fitting, 6, static_cast<int>(options.panels.size())});
    const float gap = width_px < 400 ? 16 : gap_px;
    const float panel_px = std::floor((width_px - gap * static_cast<float>(columns - 1)) / static_cast<float>(columns));
    float name_px = 0;
    for (const MultiplePanel& panel : options.panels)
        name_px = std::max(name_px, ui.height(panel.name, style::note_bold, panel_px, 2));
    const float panel_h = name_px + 28 + plot_px, row_px = panel_h + 40;
    // On a shared axis the span of years is said once a row.
    float y = at.y;
    for (size_t i = 0; i < options.panels.size(); ++i) {
        const auto column = static_cast<float>(i % static_cast<size_t>(columns));
        if (i > 0 && column == 0) y += row_px;
        const Rect r{at.x + column * (panel_px + gap), y, panel_px, panel_h};
        draw_panel(ui, options, i, r, shared);
        if (options.shared_scale && column == 0 && shared.time.any) draw_years(ui, r, shared);
    }
    return y + row_px - at.y;
}

std::string summary_of(const MultiplesOptions& options) {
    const MultiplePanel *high = nullptr, *low = nullptr;
    int count = 0;
    for (const MultiplePanel& panel : options.panels) {
        if (!has_points(panel)) continue;
        ++count;
        const double value = told_point(panel).value;
        if (!high || value > told_point(*high).value) high = &panel;
        if (!low || value < told_point(*low).value) low = &panel;
    }
    if (!high) return std::string(options.words->no_data);
    return fill(options.words->summary, {{"count", std::to_string(count)},
                                         {"high", high->name},
                                         {"high_value", figure_of(options, *high)},
                                         {"low", low->name},
                                         {"low_value", figure_of(options, *low)}});
}

}  // namespace

float small_multiples(Ui& ui, Vec2 at, float width_px, const MultiplesOptions& options) {
    FigureText text = options.text;
    if (text.summary.empty()) text.summary = summary_of(options);
    if (options.panels.empty())
        return figure(
            ui, at, width_px, text,
            [&](Vec2 top_left) { return ui::paragraph(ui, top_left, width_px, options.words->no_data, style::body); },
            nullptr);
    return figure(
        ui, at, width_px, text, [&](Vec2 top_left) { return draw_grid(ui, top_left, width_px, options); },
        [&] {
            ui::TableSpec table;
            table.columns = {{std::string(options.words->column_name), 0, Align::left},
                             {std::string(options.words->column_when), 112, Align::left},
                             {std::string(options.words->column_value), 0, Align::right}};
            for (const MultiplePanel& panel : options.panels)
                if (has_points(panel))
                    for (const Observation& point : panel.series->points)
                        table.rows.push_back({panel.name, options.formats->when(point), plain_figure(point.value)});
            return table;
        });
}

}  // namespace atlas::chart

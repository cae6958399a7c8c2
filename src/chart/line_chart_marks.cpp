#include "chart/line_chart_marks.h"

#include <algorithm>
#include <cmath>

#include "text/text.h"

namespace atlas::chart {

using model::Observation;
using model::Series;
using model::TargetKind;
using scene::Node;
using scene::Role;
using ui::Align;
using ui::Ui;

namespace {

constexpr Color path_color = token::solid_gray_536;

bool is_secondary(const Observation& point) { return point.grade != 'A'; }
bool is_provisional(const Observation& point) { return point.kind != "actual"; }

/// Filled: official statistics. Outline: press or secondary sources. Circle: final. Diamond: provisional or estimated.
void draw_point(Ui& ui, Vec2 at, float radius_px, const Observation& point, Color color) {
    const scene::Shape shape = is_provisional(point) ? scene::Shape::diamond : scene::Shape::circle;
    if (is_secondary(point))
        ui.symbol(at, radius_px, shape, ui::ink::ground, color, 2);
    else
        ui.symbol(at, radius_px, shape, color);
}

void halo_text(Ui& ui, Vec2 at, const std::string& text, const ui::TextStyle& style, Align align) {
    const float w = ui.width(text, style);
    if (align == Align::right) at.x -= w;
    if (align == Align::center) at.x -= w / 2;
    ui.marks().emplace_back(scene::TextMark{at, text, style.font(), style.color, ui::ink::ground});
}

/// Where the progress method starts when no baseline is stated: behind the last break.
const Observation* first_comparable(const Series& series) {
    const Observation* start = series.points.empty() ? nullptr : &series.points.front();
    for (const Observation& point : series.points)
        if (point.break_before) start = &point;
    return start;
}

}  // namespace

std::optional<TargetPoint> target_of(const Words& words, const LineChartOptions& options) {
    if (!options.kpi || !options.kpi->target.value || options.series.empty() || !options.series.front())
        return std::nullopt;
    const model::Kpi& kpi = *options.kpi;
    if (!kpi.target.unit.empty() && kpi.target.unit != options.series.front()->unit) return std::nullopt;
    TargetPoint target;
    target.value = *kpi.target.value;
    target.figure = text::official_text(words, target.value, options.series.front()->unit);
    const bool each_year = kpi.target.kind == TargetKind::each_year || kpi.target.kind == TargetKind::maintain;
    target.has_time = kpi.target.year > 0 && !each_year;
    if (!target.has_time) {
        target.when = words(Word::chart_every_year);
        return target;
    }
    target.time = time_of(kpi.target.year, kpi.target.fiscal);
    target.when = text::year(words, kpi.target.year, kpi.target.fiscal);
    if (kpi.target.kind == TargetKind::cumulative && kpi.target.period_start > 0) {
        target.has_path = true, target.path_from = time_of(kpi.target.period_start, kpi.target.fiscal) - 0.5,
        target.path_value = 0;
    } else if (kpi.baseline) {
        target.has_path = true, target.path_value = kpi.baseline->value;
        target.path_from = time_of(kpi.baseline->year, kpi.baseline->fiscal);
    } else if (const Observation* start = first_comparable(*options.series.front())) {
        target.has_path = true, target.path_value = start->value, target.path_from = time_of(*start);
    }
    return target;
}

float target_label_width(const Ui& ui, const TargetPoint& target) {
    return std::max(ui.width(target.figure, ui::style::note_bold),
                    ui.width(ui.words(Word::chart_target_when, {{"when", target.when}}), ui::style::note));
}

void draw_required_path(Ui& ui, const Plot& plot) {
    const TargetPoint& target = *plot.target;
    if (!target.has_time)
        ui.line({plot.area.x, plot.axis.scale(target.value)}, {plot.area.right(), plot.axis.scale(target.value)},
                path_color, 1.5f, 5);
    else if (target.has_path)
        ui.line(plot.at(target.path_from, target.path_value), plot.at(target.time, target.value), path_color, 1.5f, 5);
}

void draw_target(Ui& ui, const Plot& plot) {
    const TargetPoint& target = *plot.target;
    const Vec2 at =
        target.has_time ? plot.at(target.time, target.value) : Vec2{plot.area.right(), plot.axis.scale(target.value)};
    ui.rect({at.x - 9, std::round(at.y) - 1.5f, 18, 3}, ui::ink::text);
    if (plot.labels_beside) {
        const std::string when = ui.words(Word::chart_target_when, {{"when", target.when}});
        halo_text(ui, {at.x + 16, at.y - 1}, when, ui::style::note, Align::left);
        halo_text(ui, {at.x + 16, at.y + 17}, target.figure, ui::style::note_bold, Align::left);
        return;
    }
    const float y = at.y - 10;
    const float right = std::min(at.x + 9, plot.area.right() + 8);
    const std::string label = ui.words(Word::chart_target_label, {{"when", target.when}, {"figure", target.figure}});
    halo_text(ui, {right, y}, label, ui::style::note_bold, Align::right);
}

void draw_series(Ui& ui, const Plot& plot, const Series& series, Color color) {
    for (size_t i = 1; i < series.points.size(); ++i) {
        const Observation &before = series.points[i - 1], &point = series.points[i];
        if (point.break_before) {
            // The break itself: two dots' worth of a vertical line between the pieces, explained in the key.
            const float x = std::round((plot.at(before).x + plot.at(point).x) / 2);
            ui.line({x, plot.area.y}, {x, plot.area.bottom()}, token::solid_gray_420, 1, 2);
        }
        if (!is_connected(before, point)) continue;
        ui.line(plot.at(before), plot.at(point), color, 2.5f, point.kind == "projection" ? 5.f : 0.f);
    }
    for (const Observation& point : series.points)
        draw_point(ui, plot.at(point), &point == &series.points.back() ? 6.f : 4.f, point, color);
}

void draw_latest_label(Ui& ui, const Plot& plot, const Series& series) {
    const Observation& latest = series.points.back();
    const Vec2 at = plot.at(latest);
    // On the side of the point that neither the way to the target nor the line itself takes.
    bool below = false, leftwards = false, rising = false;
    if (plot.target && plot.target->has_path) {
        const Vec2 from = plot.at(plot.target->path_from, plot.target->path_value),
                   to = plot.at(plot.target->time, plot.target->value);
        const float path_y = to.x == from.x ? from.y : from.y + (to.y - from.y) * (at.x - from.x) / (to.x - from.x);
        rising = to.y < from.y;
        below = std::abs(path_y - at.y) < 3 ? rising : at.y > path_y;
        leftwards = below != rising;
    }
    const ui::TextStyle figure{ui::size::lead, Weight::bold, ui::ink::text};
    const std::string value = text::quantity_text(ui.words, latest.value, series.unit);
    const std::string when = when_text(ui.words, latest);
    const float w = std::max(ui.width(value, figure), ui.width(when, ui::style::note));
    if (at.x + 6 - w < plot.area.x) leftwards = false;
    if (at.x - 6 + w > plot.area.right() + 8) leftwards = true, below = below && !rising;
    const Align align = leftwards ? Align::right : Align::left;
    const float x = leftwards ? std::max(at.x + 6, plot.area.x + w) : at.x - 6;
    if (below && at.y + 52 > plot.area.bottom()) below = false;
    if (!below && at.y - 50 < plot.area.y - 14) below = true;
    const float y = below ? at.y + 26 : at.y - 32;
    halo_text(ui, {x, y}, value, figure, align);
    halo_text(ui, {x, y + 18}, when, ui::style::note, align);
}

namespace {

void draw_tooltip(Ui& ui, const Plot& plot, Vec2 at, const Observation& point, const Series& series) {
    const std::string value = text::quantity_text(ui.words, point.value, series.unit);
    const std::string when = when_text(ui.words, point), caution = caution_text(ui.words, point);
    float w = std::max(ui.width(when, ui::style::note), ui.width(value, ui::style::bold));
    w = std::max(w, ui.width(caution, ui::style::note)) + 24;
    const float h = caution.empty() ? 62.f : 84.f;
    Rect box{at.x + 14, at.y - h / 2, w, h};
    if (box.right() > plot.area.right() + 16) box.x = at.x - 14 - w;
    box.x = std::max(8.f, box.x);
    box.y = std::clamp(box.y, plot.area.y - 24, std::max(plot.area.y - 24, plot.area.bottom() - h));
    scene::RectMark ground;
    ground.rect = box, ground.fill = ui::ink::ground, ground.stroke = ui::ink::hairline, ground.stroke_px = 1;
    ground.radius_px = 8, ground.shadow = true;
    ui.marks().emplace_back(ground);
    ui.glyphs({box.x + 12, box.y + 24}, when, ui::style::note);
    ui.glyphs({box.x + 12, box.y + 48}, value, ui::style::bold);
    ui.glyphs({box.x + 12, box.y + 70}, caution, ui::style::note);
}

}  // namespace

void draw_hover(Ui& ui, const Plot& plot, const std::string& id, const Series& series) {
    const Observation* hovered = nullptr;
    for (size_t i = 0; i < series.points.size(); ++i) {
        const Observation& point = series.points[i];
        const float x = plot.at(point).x;
        const float from = i > 0 ? (plot.at(series.points[i - 1]).x + x) / 2 : x - 16;
        const float to = i + 1 < series.points.size() ? (plot.at(series.points[i + 1]).x + x) / 2 : x + 16;
        Node node;
        node.id = id + ":" + std::to_string(i), node.role = Role::text;
        node.name = ui.words(Word::chart_fact, {{"when", when_text(ui.words, point)},
                                                {"value", text::quantity_text(ui.words, point.value, series.unit)}});
        node.rect = {x - 6, plot.at(point).y - 6, 12, 12};
        ui.region({from, plot.area.y, to - from, plot.area.h}, node.id, {}, scene::Cursor::arrow);
        if (ui.hovered(node.id)) hovered = &point;
        ui.add(std::move(node));
    }
    if (!hovered) return;
    ui.symbol(plot.at(*hovered), 9, scene::Shape::circle, transparent, ui::ink::text, 2);
    draw_tooltip(ui, plot, plot.at(*hovered), *hovered, series);
}

float draw_key(Ui& ui, Vec2 at, float width_px, const LineChartOptions& options) {
    constexpr Word point_words[] = {Word::chart_key_official, Word::chart_key_official_provisional,
                                    Word::chart_key_secondary, Word::chart_key_secondary_provisional};
    bool has_break = false, has_gap = false;
    const Observation* sample[4] = {};
    for (const Series* series : options.series) {
        if (!series) continue;
        for (size_t i = 0; i < series->points.size(); ++i) {
            const Observation& point = series->points[i];
            sample[(is_secondary(point) ? 2 : 0) + (is_provisional(point) ? 1 : 0)] = &point;
            if (i == 0) continue;
            has_break = has_break || point.break_before;
            has_gap = has_gap || (!point.break_before && !is_connected(series->points[i - 1], point));
        }
    }
    constexpr float row_px = 26, symbol_px = 32;
    float x = at.x, y = at.y, row_h = row_px;
    const auto entry = [&](Word word, auto draw) {
        const char* words = ui.words(word);
        const float w = symbol_px + ui.width(words, ui::style::note) + 24;
        if (x > at.x && x + w - 24 > at.x + width_px) x = at.x, y += row_h, row_h = row_px;
        draw(Vec2{x + 12, y + 11});
        row_h = std::max(row_h, 4 + ui::paragraph(ui, {x + symbol_px, y}, std::min(w, width_px - symbol_px), words,
                                                  ui::style::note));
        x += w;
    };
    for (size_t i = 0; i < 4; ++i)
        if (sample[i]) entry(point_words[i], [&](Vec2 c) { draw_point(ui, c, 5, *sample[i], token::blue_900); });
    const std::optional<TargetPoint> target = target_of(ui.words, options);
    if (target && (target->has_path || !target->has_time))
        entry(target->has_path ? Word::chart_key_path : Word::chart_key_level, [&](Vec2 c) {
            ui.line({c.x - 12, c.y}, {c.x + 12, c.y}, path_color, 1.5f, 5);
        });
    if (has_break)
        entry(Word::chart_key_break, [&](Vec2 c) {
            ui.line({c.x, c.y - 10}, {c.x, c.y + 10}, token::solid_gray_420, 1, 2);
        });
    if (has_gap)
        entry(Word::chart_key_gap, [&](Vec2 c) {
            ui.line({c.x - 12, c.y}, {c.x - 4, c.y}, token::blue_900, 2.5f);
            ui.line({c.x + 4, c.y}, {c.x + 12, c.y}, token::blue_900, 2.5f);
        });
    return y + row_h - at.y;
}

}  // namespace atlas::chart

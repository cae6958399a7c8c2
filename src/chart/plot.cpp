#include "chart/plot.h"

#include <algorithm>
#include <cmath>

namespace atlas::chart {

using model::Observation;
using model::Series;
using ui::Align;
using ui::Ui;
using ui::style::note;

namespace {

constexpr float years_px = 28;  ///< of the year labels below the plot

bool is_projection(const Observation& point) { return point.kind == "projection"; }
bool is_hollow(const Observation& point) { return point.kind != "actual"; }

float widest_tick(const Ui& ui, const ValueScale& scale, const std::string& unit, const Formats& formats) {
    float widest = 0;
    for (const double tick : scale.ticks)
        widest = std::max(widest, ui.width(formats.tick(tick, unit, scale.step), note));
    return widest;
}

/// Four corners from the edge `a` to the edge `b`; a little longer than it is, so that no seam shows between neighbours.
void draw_slice(Ui& ui, Vec2 a_low, Vec2 a_high, Vec2 b_low, Vec2 b_high, Color color) {
    if (b_low.x - a_low.x < 0.5f) return;
    scene::PathMark slice;
    slice.points = {a_high, b_high, b_low, a_low}, slice.closed = true, slice.fill = color;
    ui.marks().emplace_back(std::move(slice));
}

}  // namespace

PlotGround make_ground(const Ui& ui, const GroundSpec& spec) {
    PlotGround ground;
    ground.unit = spec.unit, ground.fiscal = spec.fiscal, ground.formats = spec.formats;
    Extent time = spec.time, value = spec.value;
    if (time.to - time.from < 2) time.add(time.from - 1), time.add(time.to + 1);
    // Zero is no duty for a line, but a scale that begins a little above it would mislead more than it helps.
    if (!spec.logarithmic && (spec.zero || (value.from > 0 && value.from < 0.35 * value.to))) value.add(0);
    const float top = spec.outer.y + spec.top_px, bottom = spec.outer.bottom() - years_px;
    const int ticks = bottom - top > 260 ? 5 : bottom - top > 150 ? 4 : 3;
    ground.y = value_scale(value.from, value.to, spec.logarithmic, ticks, bottom, top);
    const float left = widest_tick(ui, ground.y, spec.unit, *spec.formats) + 8;
    ground.area = {spec.outer.x + left, top, spec.outer.w - left - spec.right_px, bottom - top};
    const double pad = (time.to - time.from) * 0.015;
    ground.x = {time.from - pad, time.to + pad, ground.area.x + 8, ground.area.right() - 4};
    return ground;
}

std::string unit_line(std::string_view pattern, std::string_view unit, const Formats& formats) {
    return unit.empty() ? std::string() : fill(pattern, {{"unit", formats.base_unit(unit)}});
}

void draw_ground(Ui& ui, const PlotGround& ground, std::string_view unit_text) {
    const Rect& area = ground.area;
    float widest = 0;
    for (const double tick : ground.y.ticks) {
        const float y = std::round(ground.y(tick));
        ui.hline(area.x, area.right(), y, tick == 0 ? ui::ink::hairline : token::solid_gray_100);
        widest = std::max(widest, ui.glyphs({area.x - 8, y + 5}, ground.formats->tick(tick, ground.unit, ground.y.step),
                                            note, Align::right));
    }
    ui.glyphs({area.x - 8 - widest, area.y - 14}, unit_text, note);
    const float bare = ui.width("2000", note), written = ui.width(ground.formats->year(2000, ground.fiscal), note);
    float free_from = area.x - 40;
    bool first = true;
    for (const int year : year_ticks(ground.x.domain_from, ground.x.domain_to, area.w, std::max(bare, written - 4))) {
        const float x = ground.x(time_of(year, ground.fiscal));
        if (x < area.x - 4 || x > area.right() + 4) continue;
        const std::string label = first ? ground.formats->year(year, ground.fiscal) : std::to_string(year);
        // The written-out first label begins where a bare one would, so that its figure stays under the tick.
        const float left = x - bare / 2;
        if (left < free_from) continue;
        ui.rect({std::round(x), area.bottom(), 1, 5}, ui::ink::hairline);
        free_from = left + ui.glyphs({left, area.bottom() + 21}, label, note) + 8;
        first = false;
    }
}

bool is_joined(const Observation& before, const Observation& after, double joins_years) {
    if (after.break_before) return false;
    return is_projection(after) || time_of(after) - time_of(before) <= joins_years;
}

void draw_observation(Ui& ui, Vec2 at, float radius_px, const Observation& point, scene::Shape shape, Color color) {
    if (is_hollow(point))
        ui.symbol(at, radius_px, shape, ui::ink::ground, color, 2);
    else
        ui.symbol(at, radius_px, shape, color);
    constexpr Color ring = token::solid_gray_700;
    if (point.grade == 'B') ui.symbol(at, radius_px + 3, scene::Shape::circle, transparent, ring, 1);
    if (point.grade == 'C') ui.symbol(at, radius_px + 3.5f, scene::Shape::square, transparent, ring, 1);
}

void draw_series_line(Ui& ui, const PlotGround& ground, const Series& series, double joins_years, Color color) {
    scene::PathMark piece;
    bool dashed = false;
    const auto flush = [&] {
        if (piece.points.size() > 1) {
            piece.stroke = color, piece.stroke_px = 2.5f, piece.dash_px = dashed ? 6 : 0;
            ui.marks().emplace_back(piece);
        }
        piece.points.clear();
    };
    for (size_t i = 0; i < series.points.size(); ++i) {
        const Observation& point = series.points[i];
        const bool joined = i > 0 && is_joined(series.points[i - 1], point, joins_years);
        if (!joined) flush();
        if (joined && is_projection(point) != dashed) {
            flush();
            piece.points.push_back(ground.at(series.points[i - 1]));
        }
        dashed = is_projection(point);
        piece.points.push_back(ground.at(point));
    }
    flush();
}

void draw_breaks(Ui& ui, const PlotGround& ground, const Series& series) {
    for (size_t i = 1; i < series.points.size(); ++i) {
        if (!series.points[i].break_before) continue;
        const float x = std::round((ground.at(series.points[i - 1]).x + ground.at(series.points[i]).x) / 2);
        ui.line({x, ground.area.y}, {x, ground.area.bottom()}, token::solid_gray_420, 1, 2);
    }
}

void draw_points(Ui& ui, const PlotGround& ground, const Series& series, scene::Shape shape, Color color) {
    if (series.points.empty()) return;
    const float span = ground.at(series.points.back()).x - ground.at(series.points.front()).x;
    const bool dense = span < 11 * static_cast<float>(series.points.size());
    for (const Observation& point : series.points) {
        const bool is_last = &point == &series.points.back();
        draw_observation(ui, ground.at(point), is_last ? 5.f : dense ? 2.5f : 4.f, point, shape, color);
    }
}

void draw_band(Ui& ui, const PlotGround& ground, const std::vector<BandPoint>& band, Color color) {
    const Rect& area = ground.area;
    const auto clamped = [&](double time, double value) {
        const Vec2 p = ground.at(time, value);
        return Vec2{std::round(p.x), std::clamp(p.y, area.y, area.bottom())};
    };
    for (size_t i = 1; i < band.size(); ++i)
        draw_slice(ui, clamped(band[i - 1].time, band[i - 1].low), clamped(band[i - 1].time, band[i - 1].high),
                   clamped(band[i].time, band[i].low), clamped(band[i].time, band[i].high), pale(color));
}

void draw_area(Ui& ui, const PlotGround& ground, const Series& series, double joins_years, Color color) {
    const float floor = std::clamp(ground.y(0), ground.area.y, ground.area.bottom());
    for (size_t i = 1; i < series.points.size(); ++i) {
        if (!is_joined(series.points[i - 1], series.points[i], joins_years)) continue;
        Vec2 a = ground.at(series.points[i - 1]), b = ground.at(series.points[i]);
        a.x = std::round(a.x), b.x = std::round(b.x);
        draw_slice(ui, {a.x, floor}, a, {b.x, floor}, b, pale(color));
    }
}

std::string kind_text(const Observation& point, const KindWords& words) {
    const std::string_view kind = point.kind == "preliminary"  ? words.preliminary
                                  : point.kind == "estimate"   ? words.estimate
                                  : point.kind == "projection" ? words.projection
                                                               : std::string_view{};
    const std::string_view grade = point.grade == 'B'   ? words.press
                                   : point.grade == 'C' ? words.secondary
                                                        : std::string_view{};
    std::string text(kind);
    if (!kind.empty() && !grade.empty()) text += words.joiner;
    return text += grade;
}

}  // namespace atlas::chart

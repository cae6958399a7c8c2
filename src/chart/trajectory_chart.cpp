#include "chart/trajectory_chart.h"

#include <algorithm>
#include <cmath>

#include "chart/place_labels.h"

namespace atlas::chart {

using model::Observation;
using model::Series;
using model::TargetKind;
using ui::Ui;
namespace style = ui::style;

namespace {

constexpr Color path_color = token::solid_gray_536;
constexpr Color trend_color = token::orange_900;

struct Way {
    bool has_target = false, has_time = false, has_start = false, start_is_stated = false;
    double value = 0, time = 0, start_time = 0, start_value = 0;
    std::string figure, when, start_when;
};

/// Behind the last break, where the progress method starts when no baseline is stated.
const Observation* first_comparable(const Series& series) {
    const Observation* start = nullptr;
    for (const Observation& point : series.points)
        if ((!start || point.break_before) && point.kind != "projection") start = &point;
    return start;
}

Way way_of(const TrajectoryOptions& options) {
    Way way;
    if (!options.kpi || !options.series || !options.kpi->target.value) return way;
    const model::KpiTarget& target = options.kpi->target;
    if (!target.unit.empty() && target.unit != options.series->unit) return way;
    way.has_target = true, way.value = *target.value;
    way.figure =
        options.target_figure.empty() ? options.formats->value(way.value, options.series->unit) : options.target_figure;
    way.has_time = target.year > 0 && target.kind != TargetKind::each_year && target.kind != TargetKind::maintain;
    if (!way.has_time) return way;
    way.time = time_of(target.year, target.fiscal), way.when = options.formats->year(target.year, target.fiscal);
    if (target.kind == TargetKind::cumulative && target.period_start > 0) {
        way.has_start = true, way.start_time = time_of(target.period_start, target.fiscal) - 0.5;
    } else if (const auto& baseline = options.kpi->baseline) {
        way.has_start = way.start_is_stated = true, way.start_value = baseline->value;
        way.start_time = time_of(baseline->year, baseline->fiscal);
        way.start_when = options.formats->year(baseline->year, baseline->fiscal);
    } else if (const Observation* first = first_comparable(*options.series)) {
        way.has_start = true, way.start_value = first->value, way.start_time = time_of(*first);
    }
    return way;
}

/// Until the target's date, at least five years on: far enough to see, near enough to be said.
double trend_end(const TrajectoryOptions& options, const Way& way) {
    const double last = options.trend->last_time;
    return way.has_time && way.time > last + 0.5 ? way.time : last + 5;
}

std::vector<BandPoint> band_of(const model::TrendLine& trend, double until) {
    std::vector<BandPoint> band;
    constexpr int steps = 8;
    for (int i = 0; i <= steps; ++i) {
        const double time = trend.last_time + (until - trend.last_time) * i / steps;
        band.push_back({time, trend.at(time) - trend.margin(time), trend.at(time) + trend.margin(time)});
    }
    return band;
}

std::string year_text(const TrajectoryOptions& options, double time) {
    const bool fiscal = !options.series->points.empty() && options.series->points.back().fiscal;
    return options.formats->year(static_cast<int>(std::floor(time - (fiscal ? 0.25 : 0))), fiscal);
}

/// About as exact as the observations are.
std::string trend_figure(const TrajectoryOptions& options, double value) {
    double largest = 0;
    for (const Observation& point : options.series->points) largest = std::max(largest, std::abs(point.value));
    const double grain = std::pow(10, std::floor(std::log10(std::max(largest, 1e-6))) - 2);
    return options.formats->value(std::round(value / grain) * grain, options.series->unit);
}

struct SideLabel {
    float y = 0;
    Vec2 from;
    std::string first, second;
    Color color;
};

void draw_side_labels(Ui& ui, const PlotGround& ground, const std::vector<SideLabel>& labels) {
    std::vector<LabelWish> wishes;
    for (const SideLabel& label : labels) wishes.push_back({label.y, 38});
    const std::vector<float> centers = spread_labels(wishes, ground.area.y - 20, ground.area.bottom() + 16, 4);
    const float x = ground.area.right() + 20;
    for (size_t i = 0; i < labels.size(); ++i) {
        ui.line({labels[i].from.x + 8, labels[i].from.y}, {x - 4, centers[i]}, ui::ink::hairline, 1);
        ui.glyphs({x, centers[i] - 2}, labels[i].first, ui::with_color(style::note, ui::ink::text));
        ui.glyphs({x, centers[i] + 17}, labels[i].second, ui::with_color(style::note_bold, labels[i].color));
    }
}

float side_width(const Ui& ui, const std::vector<SideLabel>& labels) {
    float widest = 0;
    for (const SideLabel& label : labels)
        widest = std::max({widest, ui.width(label.first, style::note), ui.width(label.second, style::note_bold)});
    return widest;
}

/// Words of target, latest value and continuation, to stand beside the plot or, where it is narrow, above it.
std::vector<SideLabel> labels_of(const TrajectoryOptions& options, const Way& way) {
    const TrajectoryWords& words = *options.words;
    std::vector<SideLabel> labels;
    const Observation& latest = options.series->points.back();
    labels.push_back({0,
                      {},
                      options.formats->when(latest),
                      options.formats->value(latest.value, options.series->unit),
                      series_color(0)});
    if (way.has_target)
        labels.push_back({0,
                          {},
                          way.has_time ? fill(words.target, {{"when", way.when}}) : std::string(words.target_each_year),
                          way.figure,
                          ui::ink::text});
    if (options.trend) {
        const double until = trend_end(options, way);
        labels.push_back({0,
                          {},
                          fill(words.trend, {{"when", year_text(options, until)}}),
                          trend_figure(options, options.trend->at(until)),
                          trend_color});
    }
    return labels;
}

void anchor_labels(const PlotGround& ground, const TrajectoryOptions& options, const Way& way,
                   std::vector<SideLabel>& labels) {
    size_t i = 0;
    labels[i++].from = ground.at(options.series->points.back());
    if (way.has_target)
        labels[i++].from =
            way.has_time ? ground.at(way.time, way.value) : Vec2{ground.area.right(), ground.y(way.value)};
    if (options.trend) {
        const double until = trend_end(options, way);
        labels[i++].from = ground.at(until, options.trend->at(until));
    }
    for (SideLabel& label : labels) label.y = label.from.y;
}

/// On a narrow plot: the same words one below the other, each behind its mark.
float draw_label_list(Ui& ui, Vec2 at, const std::vector<SideLabel>& labels, bool has_target) {
    float y = at.y;
    for (size_t i = 0; i < labels.size(); ++i) {
        const Vec2 c{at.x + 12, y + 12};
        if (i == 0) {
            ui.line({c.x - 12, c.y}, {c.x + 12, c.y}, series_color(0), 2.5f);
            ui.symbol(c, 5, scene::Shape::circle, series_color(0));
        } else if (i == 1 && has_target) {
            ui.rect({c.x - 9, c.y - 1.5f, 18, 3}, ui::ink::text);
        } else {
            ui.line({c.x - 12, c.y}, {c.x + 12, c.y}, trend_color, 2, 3);
        }
        const float w = ui.glyphs({at.x + 32, y + 17}, labels[i].first, ui::with_color(style::note, ui::ink::text));
        ui.glyphs({at.x + 40 + w, y + 17}, labels[i].second, ui::with_color(style::note_bold, labels[i].color));
        y += 26;
    }
    return y - at.y;
}

void draw_way(Ui& ui, const PlotGround& ground, const Way& way) {
    if (!way.has_target) return;
    const Vec2 end = way.has_time ? ground.at(way.time, way.value) : Vec2{ground.area.right(), ground.y(way.value)};
    if (!way.has_time)
        ui.line({ground.area.x, end.y}, end, path_color, 1.5f, 5);
    else if (way.has_start)
        ui.line(ground.at(way.start_time, way.start_value), end, path_color, 1.5f, 5);
    if (way.start_is_stated) {
        const Vec2 start = ground.at(way.start_time, way.start_value);
        ui.symbol(start, 6, scene::Shape::diamond, ui::ink::ground, ui::ink::text, 2);
    }
    ui.rect({end.x - 9, std::round(end.y) - 1.5f, 18, 3}, ui::ink::text);
}

void draw_trend(Ui& ui, const PlotGround& ground, const TrajectoryOptions& options, const Way& way) {
    if (!options.trend) return;
    const double from = options.trend->first_time, until = trend_end(options, way);
    const auto inside = [&](Vec2 p) { return Vec2{p.x, std::clamp(p.y, ground.area.y, ground.area.bottom())}; };
    ui.line(inside(ground.at(from, options.trend->at(from))), inside(ground.at(until, options.trend->at(until))),
            trend_color, 2, 3);
    ui.symbol(inside(ground.at(until, options.trend->at(until))), 4, scene::Shape::square, ui::ink::ground, trend_color,
              2);
}

void add_marks(Ui& ui, const PlotGround& ground, const TrajectoryOptions& options, const Way& way) {
    const TrajectoryWords& words = *options.words;
    const std::string& id = options.text.id;
    const auto add = [&](const char* key, std::string name, std::string value, Vec2 at) {
        add_mark(ui, id + ":" + key, std::move(name), std::move(value), {at.x - 12, at.y - 12, 24, 24});
    };
    if (way.start_is_stated)
        add("baseline", fill(words.baseline, {{"when", way.start_when}}),
            options.formats->value(way.start_value, options.series->unit), ground.at(way.start_time, way.start_value));
    const auto& points = options.series->points;
    for (size_t i = 0; i < points.size(); ++i) {
        const std::string mark = "0:" + std::to_string(i);
        const std::string note = kind_text(points[i], words.series.kinds);
        add(mark.c_str(), options.formats->when(points[i]),
            options.formats->value(points[i].value, options.series->unit) + (note.empty() ? "" : " ") + note,
            ground.at(points[i]));
        const float x = ground.at(points[i]).x;
        const float left = i > 0 ? (x - ground.at(points[i - 1]).x) / 2 : 12;
        const float right = i + 1 < points.size() ? (ground.at(points[i + 1]).x - x) / 2 : 12;
        std::string node = id;
        node += ":" + mark;
        ui.region({x - left, ground.area.y, left + right, ground.area.h}, node, {}, scene::Cursor::arrow);
    }
    if (way.has_target)
        add("target", way.has_time ? fill(words.target, {{"when", way.when}}) : std::string(words.target_each_year),
            way.figure, way.has_time ? ground.at(way.time, way.value) : Vec2{ground.area.right(), ground.y(way.value)});
    if (options.trend) {
        const double until = trend_end(options, way);
        add("trend", fill(words.trend, {{"when", year_text(options, until)}}),
            trend_figure(options, options.trend->at(until)), ground.at(until, options.trend->at(until)));
    }
}

void draw_tooltip(Ui& ui, const PlotGround& ground, const Rect& bounds, const TrajectoryOptions& options) {
    const auto& points = options.series->points;
    for (size_t i = 0; i < points.size(); ++i) {
        if (!is_pointed(ui, options.text.id + ":0:" + std::to_string(i))) continue;
        const Vec2 at = ground.at(points[i]);
        ui.symbol(at, 9, scene::Shape::circle, transparent, ui::ink::text, 2);
        std::vector<TooltipLine> lines{{options.formats->when(points[i]), false},
                                       {options.formats->value(points[i].value, options.series->unit), true}};
        const std::string note = kind_text(points[i], options.words->series.kinds);
        if (!note.empty()) lines.push_back({note, false});
        tooltip(ui, at, bounds, lines);
        return;
    }
}

float draw_key(Ui& ui, Vec2 at, float width_px, const TrajectoryOptions& options, const Way& way) {
    const TrajectoryWords& words = *options.words;
    KeyFlow key(ui, at, width_px);
    bool press = false, secondary = false, hollow = false, broken = false, gap = false;
    const auto& points = options.series->points;
    for (size_t i = 0; i < points.size(); ++i) {
        press |= points[i].grade == 'B', secondary |= points[i].grade == 'C', hollow |= points[i].kind != "actual";
        if (i == 0) continue;
        broken |= points[i].break_before;
        gap |= !points[i].break_before && !is_joined(points[i - 1], points[i], options.joins_years);
    }
    const auto sample = [&](const char* kind, char grade) {
        return [&, kind, grade](Vec2 c) {
            Observation point;
            point.kind = kind, point.grade = grade;
            draw_observation(ui, c, 5, point, scene::Shape::circle, series_color(0));
        };
    };
    if (press || secondary || hollow) key.entry(words.series.key_actual, sample("actual", 'A'));
    if (hollow) key.entry(words.series.key_hollow, sample("estimate", 'A'));
    if (press) key.entry(words.series.key_press, sample("actual", 'B'));
    if (secondary) key.entry(words.series.key_secondary, sample("actual", 'C'));
    if (broken)
        key.entry(words.series.key_break, [&](Vec2 c) {
            ui.line({c.x, c.y - 10}, {c.x, c.y + 10}, token::solid_gray_420, 1, 2);
        });
    if (gap)
        key.entry(words.series.key_gap, [&](Vec2 c) {
            ui.line({c.x - 12, c.y}, {c.x - 4, c.y}, series_color(0), 2.5f);
            ui.line({c.x + 4, c.y}, {c.x + 12, c.y}, series_color(0), 2.5f);
        });
    if (way.start_is_stated)
        key.entry(words.key_baseline,
                  [&](Vec2 c) { ui.symbol(c, 6, scene::Shape::diamond, ui::ink::ground, ui::ink::text, 2); });
    if (way.has_target)
        key.entry(words.key_path, [&](Vec2 c) { ui.line({c.x - 12, c.y}, {c.x + 12, c.y}, path_color, 1.5f, 5); });
    if (options.trend)
        key.entry(words.key_trend, [&](Vec2 c) {
            ui.rect({c.x - 12, c.y - 7, 24, 14}, pale(trend_color));
            ui.line({c.x - 12, c.y}, {c.x + 12, c.y}, trend_color, 2, 3);
        });
    return key.height();
}

GroundSpec ground_spec(const TrajectoryOptions& options, const Way& way, Rect outer) {
    GroundSpec spec;
    spec.outer = outer, spec.unit = options.series->unit, spec.formats = options.formats;
    for (const Observation& point : options.series->points)
        spec.time.add(time_of(point)), spec.value.add(point.value), spec.fiscal = spec.fiscal || point.fiscal;
    if (way.has_target) spec.value.add(way.value);
    if (way.has_time) spec.time.add(way.time);
    if (way.has_start) spec.time.add(way.start_time), spec.value.add(way.start_value);
    if (!options.trend) return spec;
    const double until = trend_end(options, way), room = spec.value.to - spec.value.from;
    spec.time.add(until);
    // A wide band must not press the observations flat: it may claim half as much again, the rest is cut off.
    const double low = options.trend->at(until) - options.trend->margin(until),
                 high = options.trend->at(until) + options.trend->margin(until);
    const double floor = spec.value.from >= 0 ? 0 : spec.value.from - room / 2;
    spec.value.add(std::max({low, spec.value.from - room / 2, floor}));
    spec.value.add(std::min(high, spec.value.to + room / 2));
    return spec;
}

float draw_plot(Ui& ui, Vec2 at, float width_px, const TrajectoryOptions& options) {
    const Way way = way_of(options);
    const bool wide = width_px >= 600;
    std::vector<SideLabel> labels = labels_of(options, way);
    float y = at.y;
    if (!wide) y += draw_label_list(ui, at, labels, way.has_target) + 8;
    const float plot_px = options.plot_px > 0 ? options.plot_px : std::clamp(width_px * 0.42f, 232.f, 380.f);
    GroundSpec spec = ground_spec(options, way, {at.x, y, width_px, plot_px + 56});
    if (wide) spec.right_px = side_width(ui, labels) + 28;
    const PlotGround ground = make_ground(ui, spec);
    if (options.trend) draw_band(ui, ground, band_of(*options.trend, trend_end(options, way)), trend_color);
    draw_ground(ui, ground, unit_line(options.words->series.unit, spec.unit, *options.formats));
    draw_way(ui, ground, way);
    draw_trend(ui, ground, options, way);
    draw_breaks(ui, ground, *options.series);
    draw_series_line(ui, ground, *options.series, options.joins_years, series_color(0));
    draw_points(ui, ground, *options.series, scene::Shape::circle, series_color(0));
    if (wide) anchor_labels(ground, options, way, labels), draw_side_labels(ui, ground, labels);
    add_marks(ui, ground, options, way);
    draw_tooltip(ui, ground, {at.x, at.y, width_px, spec.outer.bottom() - at.y}, options);
    y = spec.outer.bottom() + 12;
    return y + draw_key(ui, {at.x, y}, width_px, options, way) - at.y;
}

SeriesChartOptions as_series(const TrajectoryOptions& options) {
    SeriesChartOptions plain;
    plain.lines.push_back({options.series, options.label, {}, options.joins_years});
    plain.words = &options.words->series, plain.formats = options.formats;
    return plain;
}

}  // namespace

std::string trajectory_summary(const TrajectoryOptions& options) {
    std::string said = series_summary(as_series(options));
    const Way way = way_of(options);
    if (way.has_target) said += fill(options.words->path_summary, {{"when", way.when}, {"value", way.figure}});
    if (options.trend) {
        const double until = trend_end(options, way);
        const double value = options.trend->at(until), margin = options.trend->margin(until);
        said += fill(options.words->trend_summary, {{"when", year_text(options, until)},
                                                    {"value", trend_figure(options, value)},
                                                    {"low", trend_figure(options, value - margin)},
                                                    {"high", trend_figure(options, value + margin)}});
    }
    return said;
}

float trajectory_chart(Ui& ui, Vec2 at, float width_px, const TrajectoryOptions& options) {
    FigureText text = options.text;
    const bool empty = !options.series || options.series->points.empty();
    const SeriesWords& words = options.words->series;
    const Way way = way_of(options);
    const auto draw = [&](Vec2 top_left) {
        if (empty) return ui::paragraph(ui, top_left, width_px, words.no_data, style::body);
        if (options.series->points.size() > 1 || way.has_time) return draw_plot(ui, top_left, width_px, options);
        const Observation& point = options.series->points.front();
        return ui::paragraph(
            ui, top_left, width_px,
            fill(words.one_point, {{"label", options.label},
                                   {"when", options.formats->when(point)},
                                   {"value", options.formats->value(point.value, options.series->unit)}}),
            style::body);
    };
    if (text.summary.empty()) text.summary = empty ? std::string(words.no_data) : trajectory_summary(options);
    if (empty) return figure(ui, at, width_px, text, draw, nullptr);
    return figure(ui, at, width_px, text, draw, [&] { return series_table(as_series(options)); });
}

}  // namespace atlas::chart

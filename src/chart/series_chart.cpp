#include "chart/series_chart.h"

#include <algorithm>
#include <cmath>

#include "chart/place_labels.h"
#include "text/text.h"

namespace atlas::chart {

using model::Observation;
using model::Series;
using ui::Align;
using ui::Ui;
namespace style = ui::style;

namespace {

constexpr float beside_from_px = 600;  ///< from this width on labels stand at the line ends
constexpr float event_lane_px = 22;
constexpr float label_px = 38;  ///< of a label at a line's end: name and figure

bool has_points(const SeriesLine& line) { return line.series && !line.series->points.empty(); }

/// What the label at a line's end tells: the latest actual value, or the last there is.
const Observation& told_point(const Series& series) {
    for (size_t i = series.points.size(); i-- > 0;)
        if (series.points[i].kind != "projection") return series.points[i];
    return series.points.back();
}

std::string figure_of(const SeriesLine& line, const Formats& formats) {
    const Observation& point = told_point(*line.series);
    return formats.when(point) + " " + formats.value(point.value, line.series->unit);
}

bool stands_left(const PlotGround& ground, float x, float width_px) { return x + width_px > ground.area.right() + 4; }

struct EventLayout {
    std::vector<int> lanes;  ///< empty: events are numbered and told below the plot
    int count = 0;
};

/// Texts of events above the plot, each beginning at its line; numbers instead where they do not fit into three lanes.
EventLayout lay_events(const Ui& ui, const PlotGround& ground, const std::vector<ChartEvent>& events, bool wide) {
    EventLayout layout;
    std::vector<Stretch> stretches;
    for (const ChartEvent& event : events) {
        const float w = ui.width(event.text, style::note) + 6, x = ground.x(event.time);
        // Right of its line, or left of it at the end of the axis: the line always touches its words.
        const bool left = stands_left(ground, x, w);
        stretches.push_back(left ? Stretch{x - w, x} : Stretch{x, x + w});
        if (left && x - w < ground.area.x) wide = false;
    }
    if (!wide) return layout;
    layout.lanes = assign_lanes(stretches, 12);
    for (const int lane : layout.lanes) layout.count = std::max(layout.count, lane + 1);
    if (layout.count > 3) layout.lanes.clear(), layout.count = 0;
    return layout;
}

void draw_event_numbers(Ui& ui, const PlotGround& ground, const std::vector<ChartEvent>& events) {
    for (size_t i = 0; i < events.size(); ++i) {
        const float x = std::round(ground.x(events[i].time));
        ui.line({x, ground.area.y}, {x, ground.area.bottom()}, token::solid_gray_420, 1);
        ui.symbol({x, ground.area.y - 4}, 9, scene::Shape::circle, ui::ink::ground, token::solid_gray_600, 1);
        ui.glyphs({x, ground.area.y + 1}, std::to_string(i + 1), style::note_bold, Align::center);
    }
}

/// All lines first: no line runs through another event's words.
void draw_event_texts(Ui& ui, const PlotGround& ground, const std::vector<ChartEvent>& events,
                      const EventLayout& layout) {
    const auto top = [&](size_t i) { return ground.area.y - 8 - event_lane_px * static_cast<float>(layout.lanes[i]); };
    for (size_t i = 0; i < events.size(); ++i) {
        const float x = std::round(ground.x(events[i].time));
        ui.line({x, top(i) - 10}, {x, ground.area.bottom()}, token::solid_gray_420, 1);
    }
    for (size_t i = 0; i < events.size(); ++i) {
        const float x = std::round(ground.x(events[i].time)), w = ui.width(events[i].text, style::note);
        const Vec2 at{stands_left(ground, ground.x(events[i].time), w + 6) ? x - 5 - w : x + 5, top(i)};
        ui.rect({at.x - 2, at.y - 14, w + 4, 19}, ui::ink::ground);
        ui.glyphs(at, events[i].text, ui::with_color(style::note, ui::ink::text));
        scene::Node node;
        node.role = scene::Role::text, node.rect = {at.x, at.y - 14, w, 19};
        node.name = ui.words(Word::text_labelled, {{"label", events[i].when}, {"text", events[i].text}});
        ui.add(std::move(node));
    }
}

float draw_event_list(Ui& ui, Vec2 at, float width_px, const SeriesChartOptions& options) {
    float y = at.y;
    for (size_t i = 0; i < options.events.size(); ++i) {
        const ChartEvent& event = options.events[i];
        ui.symbol({at.x + 10, y + 11}, 9, scene::Shape::circle, ui::ink::ground, token::solid_gray_600, 1);
        ui.glyphs({at.x + 10, y + 16}, std::to_string(i + 1), style::note_bold, Align::center);
        y += ui::paragraph(ui, {at.x + 32, y}, width_px - 32,
                           ui.words(Word::text_labelled, {{"label", event.when}, {"text", event.text}}), style::note) +
             4;
    }
    return y - at.y;
}

/// The end of a projection, told as such under the latest observed figure; empty for other lines.
std::string future_of(const SeriesLine& line, const SeriesChartOptions& options) {
    const Observation& end = line.series->points.back();
    if (end.kind != "projection" || &end == &told_point(*line.series)) return {};
    return options.formats->when(end) + " " + options.formats->value(end.value, line.series->unit);
}

float label_width(const Ui& ui, const SeriesChartOptions& options) {
    float widest = 0;
    for (const SeriesLine& line : options.lines)
        if (has_points(line))
            widest = std::max({widest, ui.width(line.label, style::note_bold),
                               ui.width(figure_of(line, *options.formats), style::note),
                               ui.width(future_of(line, options), style::note)});
    return widest;
}

/// Names and figures at the line ends, moved apart where they meet; a hairline leads back to each line. Where a line goes
/// on as a projection, its end is told too, with the words for it.
void draw_end_labels(Ui& ui, const PlotGround& ground, const SeriesChartOptions& options) {
    std::vector<LabelWish> wishes;
    std::vector<size_t> of;
    for (size_t i = 0; i < options.lines.size(); ++i) {
        if (!has_points(options.lines[i])) continue;
        const bool has_future = !future_of(options.lines[i], options).empty();
        wishes.push_back({ground.at(options.lines[i].series->points.back()).y, has_future ? label_px + 40 : label_px});
        of.push_back(i);
    }
    const std::vector<float> centers =
        spread_labels(wishes, ground.area.y - 16, std::max(ground.area.bottom() + 16, ground.area.y + 120), 4);
    const float x = ground.area.right() + 20;
    const auto plain = ui::with_color(style::note, ui::ink::text);
    for (size_t k = 0; k < of.size(); ++k) {
        const SeriesLine& line = options.lines[of[k]];
        const Vec2 end = ground.at(line.series->points.back());
        const float top = centers[k] - wishes[k].extent / 2;
        ui.line({end.x + 8, end.y}, {x - 4, centers[k]}, ui::ink::hairline, 1);
        ui.glyphs({x, top + 17}, line.label, ui::with_color(style::note_bold, series_color(of[k])));
        ui.glyphs({x, top + 36}, figure_of(line, *options.formats), plain);
        if (const std::string future = future_of(line, options); !future.empty()) {
            ui.glyphs({x, top + 56}, options.words->kinds.projection, style::note);
            ui.glyphs({x, top + 75}, future, plain);
        }
    }
}

/// The same as a list above a narrow plot: mark, name, figure.
float draw_label_list(Ui& ui, Vec2 at, float width_px, const SeriesChartOptions& options) {
    float y = at.y;
    for (size_t i = 0; i < options.lines.size(); ++i) {
        const SeriesLine& line = options.lines[i];
        if (!has_points(line)) continue;
        const Color color = series_color(i);
        ui.line({at.x, y + 12}, {at.x + 24, y + 12}, color, 2.5f);
        ui.symbol({at.x + 12, y + 12}, 5, series_shape(i), color);
        const float w = ui.glyphs({at.x + 32, y + 17}, line.label, ui::with_color(style::note_bold, color));
        const std::string figure = figure_of(line, *options.formats);
        const auto figure_style = ui::with_color(style::note, ui::ink::text);
        if (32 + w + 12 + ui.width(figure, figure_style) > width_px) {
            y += 22;
            ui.glyphs({at.x + 32, y + 17}, figure, figure_style);
        } else {
            ui.glyphs({at.x + 32 + w + 12, y + 17}, figure, figure_style);
        }
        y += 26;
    }
    return y - at.y;
}

/// A mark for each observation; a hit region as wide as its share of the axis and as high as its share of the column.
void add_marks(Ui& ui, const PlotGround& ground, const SeriesChartOptions& options) {
    for (size_t i = 0; i < options.lines.size(); ++i) {
        if (!has_points(options.lines[i])) continue;
        const SeriesLine& line = options.lines[i];
        const auto& points = line.series->points;
        for (size_t p = 0; p < points.size(); ++p) {
            const Vec2 at = ground.at(points[p]);
            const std::string id = options.text.id + ":" + std::to_string(i) + ":" + std::to_string(p);
            const std::string note = kind_text(points[p], options.words->kinds);
            std::string name = line.label;
            name += name.empty() ? "" : " ";
            name += options.formats->when(points[p]);
            std::string value = options.formats->value(points[p].value, line.series->unit);
            if (!note.empty()) value += " " + note;
            add_mark(ui, id, std::move(name), std::move(value), {at.x - 8, at.y - 8, 16, 16});
            const float left = p > 0 ? std::max(12.f, (at.x - ground.at(points[p - 1]).x) / 2) : 12;
            const float right = p + 1 < points.size() ? std::max(12.f, (ground.at(points[p + 1]).x - at.x) / 2) : 12;
            if (options.lines.size() == 1)
                ui.region({at.x - left, ground.area.y, left + right, ground.area.h}, id, {}, scene::Cursor::arrow);
            else
                ui.region({at.x - std::min(left, 16.f), at.y - 14, std::min(left, 16.f) + std::min(right, 16.f), 28},
                          id, {}, scene::Cursor::arrow);
        }
    }
}

/// All lines at the date of the mark under the pointer.
void draw_tooltip(Ui& ui, const PlotGround& ground, const Rect& bounds, const SeriesChartOptions& options) {
    const std::string prefix = options.text.id + ":";
    const std::string& pointed = !ui.interaction.hover.empty() && ui.interaction.hover.rfind(prefix, 0) == 0
                                     ? ui.interaction.hover
                                     : ui.interaction.focus;
    if (pointed.rfind(prefix, 0) != 0 || !is_pointed(ui, pointed)) return;
    for (size_t i = 0; i < options.lines.size(); ++i) {
        if (!has_points(options.lines[i])) continue;
        const auto& points = options.lines[i].series->points;
        for (size_t p = 0; p < points.size(); ++p) {
            if (prefix + std::to_string(i) + ":" + std::to_string(p) != pointed) continue;
            std::vector<TooltipLine> lines{{options.formats->when(points[p]), false}};
            for (const SeriesLine& line : options.lines) {
                if (!has_points(line)) continue;
                for (const Observation& other : line.series->points) {
                    if (time_of(other) != time_of(points[p])) continue;
                    const std::string note = kind_text(other, options.words->kinds);
                    const std::string figure = options.formats->value(other.value, line.series->unit);
                    lines.push_back({options.lines.size() > 1
                                         ? ui.words(Word::text_labelled, {{"label", line.label}, {"text", figure}})
                                         : figure,
                                     &other == &points[p]});
                    if (!note.empty()) lines.push_back({note, false});
                }
            }
            ui.symbol(ground.at(points[p]), 9, scene::Shape::circle, transparent, ui::ink::text, 2);
            tooltip(ui, ground.at(points[p]), bounds, lines);
            return;
        }
    }
}

struct Occurring {
    bool hollow = false, projection = false, press = false, secondary = false, broken = false, gap = false,
         band = false;
};

Occurring occurring(const SeriesChartOptions& options) {
    Occurring found;
    for (const SeriesLine& line : options.lines) {
        if (!has_points(line)) continue;
        found.band = found.band || !line.band.empty();
        const auto& points = line.series->points;
        for (size_t i = 0; i < points.size(); ++i) {
            found.projection |= points[i].kind == "projection";
            found.hollow |= points[i].kind == "preliminary" || points[i].kind == "estimate";
            found.press |= points[i].grade == 'B', found.secondary |= points[i].grade == 'C';
            found.broken |= i > 0 && points[i].break_before;
            found.gap |= i > 0 && !points[i].break_before && !is_joined(points[i - 1], points[i], line.joins_years);
        }
    }
    return found;
}

/// What the marks mean, only for those that occur.
float draw_key(Ui& ui, Vec2 at, float width_px, const SeriesChartOptions& options) {
    const SeriesWords& words = *options.words;
    const Occurring found = occurring(options);
    const Color color = options.lines.size() == 1 ? series_color(0) : token::solid_gray_700;
    KeyFlow key(ui, at, width_px);
    const auto point = [&](const char* kind, char grade) {
        return [&, kind, grade](Vec2 c) {
            Observation sample;
            sample.kind = kind, sample.grade = grade;
            draw_observation(ui, c, 5, sample, scene::Shape::circle, color);
        };
    };
    if (found.hollow || found.projection || found.press || found.secondary)
        key.entry(words.key_actual, point("actual", 'A'));
    if (found.hollow) key.entry(words.key_hollow, point("estimate", 'A'));
    if (found.projection)
        key.entry(words.key_projection, [&](Vec2 c) {
            ui.line({c.x - 12, c.y}, {c.x + 12, c.y}, color, 2.5f, 6);
            ui.symbol(c, 4, scene::Shape::circle, ui::ink::ground, color, 2);
        });
    if (found.band) key.entry(words.key_band, [&](Vec2 c) { ui.rect({c.x - 12, c.y - 7, 24, 14}, pale(color)); });
    if (found.press) key.entry(words.key_press, point("actual", 'B'));
    if (found.secondary) key.entry(words.key_secondary, point("actual", 'C'));
    if (found.broken)
        key.entry(words.key_break, [&](Vec2 c) {
            ui.line({c.x, c.y - 10}, {c.x, c.y + 10}, token::solid_gray_420, 1, 2);
        });
    if (found.gap)
        key.entry(words.key_gap, [&](Vec2 c) {
            ui.line({c.x - 12, c.y}, {c.x - 4, c.y}, color, 2.5f);
            ui.line({c.x + 4, c.y}, {c.x + 12, c.y}, color, 2.5f);
        });
    return key.height();
}

GroundSpec ground_spec(const Ui& ui, const SeriesChartOptions& options, Rect outer, bool wide) {
    GroundSpec spec;
    spec.outer = outer, spec.logarithmic = options.logarithmic, spec.zero = options.zero || options.area;
    spec.formats = options.formats;
    for (const SeriesLine& line : options.lines) {
        if (!has_points(line)) continue;
        spec.unit = line.series->unit;
        for (const Observation& point : line.series->points)
            spec.time.add(time_of(point)), spec.value.add(point.value), spec.fiscal = spec.fiscal || point.fiscal;
        for (const BandPoint& point : line.band) spec.value.add(point.low), spec.value.add(point.high);
    }
    if (wide) spec.right_px = label_width(ui, options) + 28;
    return spec;
}

float draw_plot(Ui& ui, Vec2 at, float width_px, const SeriesChartOptions& options) {
    const bool wide = width_px >= beside_from_px;
    float y = at.y;
    if (!wide) y += draw_label_list(ui, {at.x, y}, width_px, options) + 8;
    const float plot_px = options.plot_px > 0 ? options.plot_px : std::clamp(width_px * 0.42f, 232.f, 400.f);
    GroundSpec spec = ground_spec(ui, options, {at.x, y, width_px, plot_px + 56}, wide);
    PlotGround ground = make_ground(ui, spec);
    const EventLayout events = lay_events(ui, ground, options.events, wide);
    if (!options.events.empty()) {
        // The lanes of the events push the plot down; the unit keeps its place above the uppermost tick.
        spec.top_px += events.lanes.empty() ? 16 : event_lane_px * static_cast<float>(events.count);
        spec.outer.h += spec.top_px - 28;
        ground = make_ground(ui, spec);
    }
    for (size_t i = 0; i < options.lines.size(); ++i) {
        if (!has_points(options.lines[i])) continue;
        if (options.area)
            draw_area(ui, ground, *options.lines[i].series, options.lines[i].joins_years, series_color(i));
        draw_band(ui, ground, options.lines[i].band, series_color(i));
    }
    draw_ground(ui, ground, unit_line(options.words->unit, spec.unit, *options.formats));
    if (events.lanes.empty())
        draw_event_numbers(ui, ground, options.events);
    else
        draw_event_texts(ui, ground, options.events, events);
    for (size_t i = options.lines.size(); i-- > 0;) {
        if (!has_points(options.lines[i])) continue;
        draw_breaks(ui, ground, *options.lines[i].series);
        draw_series_line(ui, ground, *options.lines[i].series, options.lines[i].joins_years, series_color(i));
        draw_points(ui, ground, *options.lines[i].series, series_shape(i), series_color(i));
    }
    if (wide) draw_end_labels(ui, ground, options);
    add_marks(ui, ground, options);
    draw_tooltip(ui, ground, {at.x, at.y, width_px, spec.outer.bottom() - at.y}, options);
    y = spec.outer.bottom() + 12;
    y += draw_key(ui, {at.x, y}, width_px, options);
    if (!options.events.empty() && events.lanes.empty()) y += 8 + draw_event_list(ui, {at.x, y + 8}, width_px, options);
    return y - at.y;
}

/// Events before the first or after the last observation have no place on the axis.
void drop_events_outside(SeriesChartOptions& options) {
    Extent time;
    for (const SeriesLine& line : options.lines)
        if (has_points(line))
            time.add(time_of(line.series->points.front())), time.add(time_of(line.series->points.back()));
    const auto outside = [&](const ChartEvent& event) { return event.time < time.from || event.time > time.to; };
    options.events.erase(std::remove_if(options.events.begin(), options.events.end(), outside), options.events.end());
}

}  // namespace

float series_chart(Ui& ui, Vec2 at, float width_px, const SeriesChartOptions& given) {
    SeriesChartOptions options = given;
    drop_events_outside(options);
    size_t points = 0, most = 0;
    for (const SeriesLine& line : options.lines)
        if (has_points(line)) points += line.series->points.size(), most = std::max(most, line.series->points.size());
    FigureText text = options.text;
    if (text.summary.empty())
        text.summary = points == 0 ? std::string(options.words->no_data) : series_summary(options);
    const auto draw = [&](Vec2 top_left) {
        if (most > 1) return draw_plot(ui, top_left, width_px, options);
        std::string said(points == 0 ? options.words->no_data : std::string_view{});
        for (const SeriesLine& line : options.lines) {
            if (!has_points(line)) continue;
            const Observation& point = line.series->points.front();
            said += fill(options.words->one_point, {{"label", line.label},
                                                    {"when", options.formats->when(point)},
                                                    {"value", options.formats->value(point.value, line.series->unit)}});
        }
        return ui::paragraph(ui, top_left, width_px, said, style::body);
    };
    if (points == 0) return figure(ui, at, width_px, text, draw, nullptr);
    return figure(ui, at, width_px, text, draw, [&] { return series_table(options); });
}

}  // namespace atlas::chart

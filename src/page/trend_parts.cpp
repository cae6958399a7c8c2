#include "page/trend_parts.h"

#include <algorithm>
#include <cmath>

#include "chart/bar_list.h"
#include "chart/charts.h"
#include "page/chart_words.h"
#include "page/kpi_parts.h"
#include "text/text.h"

namespace atlas::page {

using model::Observation;
using model::Series;
using model::Trend;
namespace style = ui::style;

namespace {

bool is_observed(const Observation& point) { return point.kind != "projection"; }

size_t observed_count(const Series& series) {
    return static_cast<size_t>(std::count_if(series.points.begin(), series.points.end(), is_observed));
}

std::string figure_text(const Words& words, double value, const std::string& unit) {
    return text::quantity_text(words, value, unit);
}

/// "3.5ポイント上がりました"; a rate without a unit rises and falls, it does not become more.
std::string change_of(const Words& words, const Observation& from, const Observation& to, const std::string& unit) {
    const int decimals = std::max(text::decimals_of(from.value), text::decimals_of(to.value));
    const double change = to.value - from.value;
    if (!unit.empty() || change == 0) return chart::change_text(words, change, decimals, unit);
    const std::string size = text::number(std::abs(change), decimals);
    return change > 0 ? words(Word::trends_higher, {{"size", size}}) : words(Word::trends_lower, {{"size", size}});
}

/// Whole years say enough in a headline, unless both dates lie in the same one.
std::string headline_date(const Words& words, const Observation& point, const Observation& other) {
    return point.year == other.year ? chart::when_text(words, point) : text::year(words, point.year, point.fiscal);
}

std::string course_finding(const Words& words, const std::string& name, const std::string& unit,
                           const std::vector<const Observation*>& points) {
    const size_t turn = turning_point(points);
    const Observation &first = *points[turn], &last = *points.back();
    const std::string from = headline_date(words, first, last), to = headline_date(words, last, first);
    if (last.value == first.value)
        return words(Word::kpi_finding_same,
                     {{"name", name}, {"from", from}, {"value", figure_text(words, last.value, unit)}});
    const std::string change = change_of(words, first, last, unit);
    if (turn > 0 && last.value < first.value)
        return words(Word::trends_peak, {{"name", name}, {"from", from}, {"to", to}, {"change", change}});
    if (turn > 0) return words(Word::trends_trough, {{"name", name}, {"from", from}, {"to", to}, {"change", change}});
    if (unit != "%" && first.value > 0 && last.value / first.value >= 1.5)
        return words(
            Word::kpi_finding_times,
            {{"name", name}, {"from", from}, {"to", to}, {"times", text::number(last.value / first.value, 1)}});
    return words(Word::kpi_finding, {{"name", name}, {"from", from}, {"to", to}, {"change", change}});
}

/// The latest observation at whose date every line has one; nullptr without.
const Observation* common_date(const std::vector<TrendLineRef>& lines) {
    const auto& points = lines.front().series->points;
    for (size_t i = points.size(); i-- > 0;) {
        const auto has_it = [&](const TrendLineRef& line) {
            for (const Observation& point : line.series->points)
                if (is_observed(point) && chart::time_of(point) == chart::time_of(points[i])) return true;
            return false;
        };
        if (is_observed(points[i]) && std::all_of(lines.begin(), lines.end(), has_it)) return &points[i];
    }
    return nullptr;
}

const Observation* point_at(const Series& series, const Observation& date) {
    for (const Observation& point : series.points)
        if (is_observed(point) && chart::time_of(point) == chart::time_of(date)) return &point;
    return nullptr;
}

std::string parts_finding(const Words& words, const std::string& name, const Observation& date,
                          const std::vector<TrendLineRef>& lines) {
    std::vector<std::string> parts;
    for (const TrendLineRef& line : lines)
        if (const Observation* point = point_at(*line.series, date))
            parts.push_back(words(Word::trends_part, {{"label", line.label},
                                                      {"value", figure_text(words, point->value, line.series->unit)}}));
    return words(Word::trends_parts,
                 {{"name", name}, {"when", chart::when_text(words, date)}, {"parts", text::listed(words, parts)}});
}

/// Titles of the documents behind all lines, the latest first, at most so many by name.
std::string sources_of(const Words& words, const std::vector<TrendLineRef>& lines, size_t most) {
    Series all;
    for (const TrendLineRef& line : lines)
        all.points.insert(all.points.end(), line.series->points.begin(), line.series->points.end());
    std::stable_sort(all.points.begin(), all.points.end(),
                     [](const Observation& a, const Observation& b) { return chart::time_of(a) < chart::time_of(b); });
    return observation_sources(words, all, Word::trends_more_sources, most);
}

/// A census comes every five years; its line would fall to pieces at the distance that a yearly one allows.
double joins_years(const Series& series) {
    int fives = 0;
    for (size_t i = 1; i < series.points.size(); ++i)
        if (is_observed(series.points[i])) fives += series.points[i].year - series.points[i - 1].year == 5;
    return fives >= 3 ? 5.5 : 1.5;
}

float draw_bars(Context& ctx, Vec2 at, float width_px, const std::vector<TrendLineRef>& lines,
                const chart::FigureText& text, const Observation& date) {
    const Words& words = ctx.ui.words;
    chart::BarListWords bar_words;
    bar_words.no_data = bar_words.missing = words(Word::chart_no_values_short);
    bar_words.column_label = words(Word::trends_column_trend);
    bar_words.column_count = bar_words.column_share = words(Word::chart_value);
    chart::BarListOptions options;
    options.text = text, options.words = &bar_words, options.formats = &chart::formats_of(words.lang());
    options.text.show_table.clear();
    options.unit = lines.front().series->unit;
    for (const TrendLineRef& line : lines)
        if (const Observation* point = point_at(*line.series, date))
            options.items.push_back({line.label, point->value, {}, "", options.items.empty()});
    return chart::bar_list(ctx.ui, at, width_px, options);
}

/// One value is no chart: the figure stands for itself.
float draw_number(Context& ctx, Vec2 at, float width_px, const TrendLineRef& line, const chart::FigureText& text) {
    ui::Ui& ui = ctx.ui;
    const Observation& point = line.series->points.back();
    chart::FigureText alone = text;
    alone.show_table.clear();
    return chart::figure(
        ui, at, width_px, alone,
        [&](Vec2 top_left) {
            const text::Quantity quantity = text::quantity(ui.words, point.value, line.series->unit);
            constexpr float px = ui::size::figure;
            const float w = ui::figure(ui, {top_left.x, top_left.y + px}, quantity.number, quantity.unit, px);
            chart::add_mark(ui, text.id + ":0:0", line.label, value_at(ui.words, point, line.series->unit),
                            {top_left.x, top_left.y, w, px * 1.2f});
            const std::string caution = chart::caution_text(ui.words, point);
            std::string when = chart::when_text(ui.words, point);
            if (!caution.empty()) when = ui.words(Word::text_with_note, {{"text", when}, {"note", caution}});
            ui.glyphs({top_left.x, top_left.y + px + 28}, when, style::note);
            return px + 36;
        },
        nullptr);
}

float draw_lines(Context& ctx, Vec2 at, float width_px, const std::vector<TrendLineRef>& lines,
                 const chart::FigureText& text, const TrendFigure& figure) {
    const Words& words = ctx.ui.words;
    const chart::SeriesWords chart_words = series_words(words);
    chart::SeriesChartOptions options;
    options.text = text, options.words = &chart_words, options.formats = &chart::formats_of(words.lang());
    for (const TrendLineRef& line : lines)
        options.lines.push_back({line.series, line.label, {}, joins_years(*line.series)});
    options.events = figure.events;
    if (figure.is_compact) options.plot_px = 176;
    options.text.summary = chart::series_summary(options);
    while (!options.text.summary.empty() && options.text.summary.back() == ' ') options.text.summary.pop_back();
    return chart::series_chart(ctx.ui, at, width_px, options);
}

}  // namespace

std::vector<TrendLineRef> trend_lines(const Data& data, const Words& words, const Trend& trend) {
    std::vector<TrendLineRef> lines;
    for (const model::TrendSeries& wanted : trend.series) {
        const Series* found = nullptr;
        for (const Series& series : data.trends->series)
            if (series.id == wanted.id) found = &series;
        if (!found && data.kpis) found = model::find_series(*data.kpis, wanted.id);
        if (!found || found->points.empty()) continue;
        const bool in_english = words.lang() == Lang::en && !wanted.label_en.empty();
        lines.push_back({found, in_english ? wanted.label_en : wanted.label});
    }
    return lines;
}

std::string theme_name(const Words& words, const std::string& theme) {
    constexpr Words japanese;
    for (const Word word : {Word::trends_theme_population, Word::trends_theme_migration, Word::trends_theme_economy,
                            Word::trends_theme_tourism, Word::trends_theme_life})
        if (theme == japanese(word)) return words(word);
    return theme;
}

std::vector<const Observation*> comparable_points(const Series& series) {
    std::vector<const Observation*> points;
    for (const Observation& point : series.points) {
        if (!is_observed(point)) continue;
        if (point.break_before) points.clear();
        points.push_back(&point);
    }
    return points;
}

size_t turning_point(const std::vector<const Observation*>& points) {
    if (points.size() < 4) return 0;
    double low = points.front()->value, high = low;
    for (const Observation* point : points) low = std::min(low, point->value), high = std::max(high, point->value);
    // Steps back of less than a fiftieth of all movement are no turn.
    const double tolerance = (high - low) / 50;
    const auto run_start = [&](double sign) {
        size_t start = points.size() - 1;
        for (size_t i = points.size() - 1; i-- > 0;) {
            if (sign * (points[i + 1]->value - points[i]->value) < -tolerance) break;
            if (sign * (points[i]->value - points[start]->value) <= 0) start = i;
        }
        return start;
    };
    const size_t start = std::min(run_start(1), run_start(-1));
    const bool is_long = points.size() - start >= 3;
    const bool is_large = std::abs(points.back()->value - points[start]->value) >= (high - low) / 20;
    return is_long && is_large ? start : 0;
}

const Observation* latest_observed(const Series& series) {
    for (size_t i = series.points.size(); i-- > 0;)
        if (is_observed(series.points[i])) return &series.points[i];
    return nullptr;
}

std::string trend_finding(const Words& words, const Trend& trend, const std::vector<TrendLineRef>& lines) {
    std::string title = name_of(words, trend);
    if (lines.empty()) return title;
    const TrendLineRef& line = lines.front();
    const std::string name =
        lines.size() > 1 ? words(Word::trends_line_of, {{"title", title}, {"label", line.label}}) : title;
    const std::vector<const Observation*> points = comparable_points(*line.series);
    if (points.size() > 1) return course_finding(words, name, line.series->unit, points);
    if (lines.size() > 1)
        if (const Observation* date = common_date(lines)) return parts_finding(words, title, *date, lines);
    const Observation& only = points.empty() ? line.series->points.back() : *points.back();
    return words(Word::kpi_finding_one, {{"name", name},
                                         {"when", chart::when_text(words, only)},
                                         {"value", figure_text(words, only.value, line.series->unit)}});
}

std::string future_text(const Words& words, const Series& series) {
    const Observation& end = series.points.back();
    if (is_observed(end)) return {};
    return words(Word::trends_future,
                 {{"when", chart::when_text(words, end)}, {"value", figure_text(words, end.value, series.unit)}});
}

std::string trend_facts(const Words& words, const std::vector<TrendLineRef>& lines) {
    if (lines.empty()) return {};
    const Series& series = *lines.front().series;
    const std::vector<const Observation*> points = comparable_points(series);
    std::string facts;
    if (points.size() > 1)
        facts = words(Word::trends_since, {{"from", chart::when_text(words, *points.front())},
                                           {"first", figure_text(words, points.front()->value, series.unit)},
                                           {"to", chart::when_text(words, *points.back())},
                                           {"last", figure_text(words, points.back()->value, series.unit)}});
    const std::string future = future_text(words, series);
    if (!future.empty()) text::append_sentence(words, facts, future);
    return facts;
}

std::string value_at(const Words& words, const Observation& point, const std::string& unit) {
    const std::string caution = chart::caution_text(words, point);
    return words(Word::trends_value_at, {{"value", figure_text(words, point.value, unit)},
                                         {"when", text::listed(words, {chart::when_text(words, point), caution})}});
}

bool has_course(const std::vector<TrendLineRef>& lines) {
    return std::any_of(lines.begin(), lines.end(),
                       [](const TrendLineRef& line) { return observed_count(*line.series) > 1; });
}

float trend_figure(Context& ctx, Vec2 at, float width_px, const Trend& trend, const std::vector<TrendLineRef>& lines,
                   const TrendFigure& figure) {
    const Words& words = ctx.ui.words;
    std::string subtitle = trend_facts(words, lines);
    if (subtitle.empty()) subtitle = name_of(words, trend);
    chart::FigureText text = figure_text_of(words, figure.id, trend_finding(words, trend, lines), std::move(subtitle),
                                            sources_of(words, lines, ctx.ui.env.projector ? 1 : 2));
    if (figure.is_compact) text.heading_level = 3;
    if (!figure.event_sources.empty()) text.source += "\n" + figure.event_sources;
    if (lines.empty())
        return chart::figure(
            ctx.ui, at, width_px, text,
            [&](Vec2 top_left) {
                return ui::paragraph(ctx.ui, top_left, width_px, words(Word::chart_no_values), style::body);
            },
            nullptr);
    if (has_course(lines)) return draw_lines(ctx, at, width_px, lines, text, figure);
    text.summary = text.title;
    const Observation* date = common_date(lines);
    if (lines.size() > 1 && date) return draw_bars(ctx, at, width_px, lines, text, *date);
    return draw_number(ctx, at, width_px, lines.front(), text);
}

}  // namespace atlas::page

#include "chart/line_chart_words.h"

#include <algorithm>
#include <cmath>

#include "text/text.h"

namespace atlas::chart {

using model::Observation;
using model::Series;

std::string when_text(const Words& words, const Observation& observation) {
    if (observation.month > 0) return text::month(words, observation.year, observation.month);
    return text::year(words, observation.year, observation.fiscal);
}

std::string caution_text(const Words& words, const Observation& observation) {
    std::string kind, grade;
    if (observation.kind == "preliminary") kind = words(Word::chart_preliminary);
    if (observation.kind == "estimate") kind = words(Word::chart_estimate);
    if (observation.kind == "projection") kind = words(Word::chart_projection);
    if (observation.grade == 'B') grade = words(Word::chart_press);
    if (observation.grade == 'C') grade = words(Word::chart_secondary);
    return text::listed(words, {kind, grade}, Word::text_dot);
}

std::string change_text(const Words& words, double change, int decimals, std::string_view unit) {
    // Shares change by points: "20%増えた" would mean a fifth more.
    if (unit == "%")
        return words(change > 0 ? Word::chart_points_up : Word::chart_points_down,
                     {{"size", text::number(std::abs(change), decimals)}});
    std::string size = text::number(std::abs(change), decimals) + std::string(unit);
    if (words.lang() != Lang::ja) {
        const double steps = std::pow(10, decimals);  // the difference of two decimal figures is not quite one
        size = text::quantity_text(words, std::round(std::abs(change) * steps) / steps, unit);
    }
    return words(change > 0 ? Word::chart_up : Word::chart_down, {{"size", size}});
}

namespace {

const Series* main_series(const LineChartOptions& options) {
    for (const Series* series : options.series)
        if (series && !series->points.empty()) return series;
    return nullptr;
}

std::string change_sentence(const Words& words, const Series& series, const Observation& first,
                            const Observation& last) {
    const int decimals = std::max(text::decimals_of(first.value), text::decimals_of(last.value));
    const double change = last.value - first.value;
    return words(change == 0 ? Word::chart_same : Word::chart_change,
                 {{"from", when_text(words, first)},
                  {"before", text::quantity_text(words, first.value, series.unit)},
                  {"to", when_text(words, last)},
                  {"after", text::quantity_text(words, last.value, series.unit)},
                  {"change", change == 0 ? "" : change_text(words, change, decimals, series.unit)}});
}

}  // namespace

std::string line_chart_summary(const Words& words, const LineChartOptions& options) {
    const Series* series = main_series(options);
    if (!series) return words(Word::chart_no_values_short);
    const std::vector<Observation>& points = series->points;
    size_t start = 0;
    for (size_t i = 1; i < points.size(); ++i)
        if (points[i].break_before) start = i;
    std::string summary;
    const auto say = [&](const std::string& sentence) { text::append_sentence(words, summary, sentence); };
    if (start > 0) say(words(Word::chart_break, {{"when", when_text(words, points[start])}}));
    if (start + 1 < points.size())
        say(change_sentence(words, *series, points[start], points.back()));
    else
        say(words(Word::chart_latest, {{"when", when_text(words, points.back())},
                                       {"value", text::quantity_text(words, points.back().value, series->unit)}}));
    if (points.size() - start > 2) {
        const auto by_value = [](const Observation& a, const Observation& b) { return a.value < b.value; };
        const auto [low, high] =
            std::minmax_element(points.begin() + static_cast<std::ptrdiff_t>(start), points.end(), by_value);
        say(words(Word::chart_extremes, {{"high", when_text(words, *high)}, {"low", when_text(words, *low)}}));
    }
    if (options.kpi && !options.kpi->target.text.empty())
        say(words(Word::chart_target_is, {{"target", target_text(words, options.kpi->target)}}));
    return summary;
}

std::string line_chart_facts(const Words& words, const LineChartOptions& options) {
    std::vector<std::string> facts;
    for (const Series* series : options.series) {
        if (!series) continue;
        for (const Observation& point : series->points) {
            std::string fact = words(
                Word::chart_fact,
                {{"when", when_text(words, point)}, {"value", text::quantity_text(words, point.value, series->unit)}});
            const std::string caution = caution_text(words, point);
            if (!caution.empty()) fact = words(Word::text_with_note, {{"text", fact}, {"note", caution}});
            facts.push_back(std::move(fact));
        }
    }
    return text::listed(words, facts);
}

ui::TableSpec line_chart_table(const Words& words, const LineChartOptions& options) {
    ui::TableSpec table;
    table.id = options.id + ":figures", table.caption = options.title;
    table.columns = {{words(Word::chart_when), 112, ui::Align::left},
                     {words(Word::chart_value), 0, ui::Align::right},
                     {words(Word::chart_kind), 0, ui::Align::left}};
    for (const Series* series : options.series) {
        if (!series) continue;
        for (const Observation& point : series->points) {
            std::string note = caution_text(words, point);
            if (note.empty()) note = words(Word::chart_official);
            if (point.break_before) note = words(Word::chart_break_here, {{"kind", note}});
            table.rows.push_back(
                {when_text(words, point), text::quantity_text(words, point.value, series->unit), note});
        }
    }
    return table;
}

}  // namespace atlas::chart

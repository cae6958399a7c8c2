// What a series chart says: summary and table.
#include <algorithm>
#include <cmath>

#include "chart/series_chart.h"
#include "text/text.h"

namespace atlas::chart {

using model::Observation;
using model::Series;

namespace {

struct Told {
    const Observation *first = nullptr, *latest = nullptr, *high = nullptr, *low = nullptr, *future = nullptr;
    const Observation* broken = nullptr;  ///< first point after the last break
};

Told told_of(const Series& series) {
    Told told;
    for (const Observation& point : series.points) {
        if (point.kind == "projection") {
            told.future = &point;
            continue;
        }
        if (point.break_before) told.first = told.high = told.low = nullptr, told.broken = &point;
        if (!told.first) told.first = &point;
        if (!told.high || point.value > told.high->value) told.high = &point;
        if (!told.low || point.value < told.low->value) told.low = &point;
        told.latest = &point;
    }
    return told;
}

std::string line_summary(const SeriesLine& line, const SeriesWords& words, const Formats& formats) {
    const Told told = told_of(*line.series);
    const std::string& unit = line.series->unit;
    std::string said;
    if (told.broken) said += fill(words.broken, {{"when", formats.when(*told.broken)}, {"label", line.label}});
    if (told.first && told.latest && told.first != told.latest) {
        const double change = told.latest->value - told.first->value;
        const int decimals = std::max(text::decimals_of(told.latest->value), text::decimals_of(told.first->value));
        // Subtraction leaves a tail (2.3 − 1.9 = 0.3999…): rounded as exact as the two figures are.
        const double power = std::pow(10, decimals);
        const std::string amount = formats.value(std::round(std::abs(change) * power) / power, unit);
        const std::string moved = fill(change > 0   ? words.rose
                                       : change < 0 ? words.fell
                                                    : words.same,
                                       {{"amount", amount}});
        said += fill(words.summary, {{"label", line.label},
                                     {"from", formats.when(*told.first)},
                                     {"first", formats.value(told.first->value, unit)},
                                     {"to", formats.when(*told.latest)},
                                     {"last", formats.value(told.latest->value, unit)},
                                     {"change", moved}});
        said += fill(words.extremes, {{"high_when", formats.when(*told.high)},
                                      {"high", formats.value(told.high->value, unit)},
                                      {"low_when", formats.when(*told.low)},
                                      {"low", formats.value(told.low->value, unit)}});
    } else if (told.latest) {
        said += fill(words.one_point, {{"label", line.label},
                                       {"when", formats.when(*told.latest)},
                                       {"value", formats.value(told.latest->value, unit)}});
    }
    if (told.future)
        said += fill(words.future, {{"label", line.label},
                                    {"when", formats.when(*told.future)},
                                    {"value", formats.value(told.future->value, unit)}});
    return said;
}

}  // namespace

std::string series_summary(const SeriesChartOptions& options) {
    std::string said;
    for (const SeriesLine& line : options.lines)
        if (line.series && !line.series->points.empty()) said += line_summary(line, *options.words, *options.formats);
    return said;
}

ui::TableSpec series_table(const SeriesChartOptions& options) {
    const SeriesWords& words = *options.words;
    ui::TableSpec table;
    table.columns.push_back({std::string(words.column_when), 112, ui::Align::left});
    std::vector<const Observation*> dates;
    for (const SeriesLine& line : options.lines) {
        if (!line.series) continue;
        table.columns.push_back(
            {fill(words.column_value, {{"label", line.label}, {"unit", line.series->unit}}), 0, ui::Align::right});
        for (const Observation& point : line.series->points) dates.push_back(&point);
    }
    table.columns.push_back({std::string(words.column_note), 0, ui::Align::left});
    const auto earlier = [](const Observation* a, const Observation* b) { return time_of(*a) < time_of(*b); };
    const auto same = [](const Observation* a, const Observation* b) { return time_of(*a) == time_of(*b); };
    std::stable_sort(dates.begin(), dates.end(), earlier);
    dates.erase(std::unique(dates.begin(), dates.end(), same), dates.end());
    for (const Observation* date : dates) {
        std::vector<std::string> row{options.formats->when(*date)};
        std::string notes;
        for (const SeriesLine& line : options.lines) {
            if (!line.series) continue;
            const auto& points = line.series->points;
            const auto found =
                std::find_if(points.begin(), points.end(), [&](const Observation& p) { return same(&p, date); });
            row.push_back(found == points.end() ? std::string() : plain_figure(found->value));
            const std::string note = found == points.end() ? std::string() : kind_text(*found, words.kinds);
            if (note.empty()) continue;
            if (!notes.empty()) notes += words.labels_joiner;
            notes += options.lines.size() > 1 ? line.label + " " + note : note;
        }
        row.push_back(std::move(notes));
        table.rows.push_back(std::move(row));
    }
    return table;
}

}  // namespace atlas::chart

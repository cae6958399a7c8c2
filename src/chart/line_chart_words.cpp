#include "chart/line_chart_words.h"

#include <algorithm>
#include <cmath>

#include "text/text.h"

namespace atlas::chart {

using model::Observation;
using model::Series;

std::string value_text(double value, std::string_view unit) {
    return text::number(value, text::decimals_of(value)) + std::string(unit);
}

std::string when_text(const Observation& observation) {
    std::string when = text::year(observation.year, observation.fiscal);
    if (observation.month > 0)
        when = std::to_string(observation.year) + "年" + std::to_string(observation.month) + "月";
    return when;
}

std::string caution_text(const Observation& observation) {
    std::string words;
    if (observation.kind == "preliminary") words = "速報値";
    if (observation.kind == "estimate") words = "推計値";
    if (observation.kind == "projection") words = "将来の推計";
    const char* grade = observation.grade == 'B' ? "報道による値" : observation.grade == 'C' ? "二次資料による値" : "";
    if (*grade && !words.empty()) words += "・";
    return words + grade;
}

std::string change_text(double change, int decimals, std::string_view unit) {
    const std::string size = text::number(std::abs(change), decimals);
    // Shares change by points: "20%増えた" would mean a fifth more.
    if (unit == "%") return size + "ポイント" + (change > 0 ? "上がりました" : "下がりました");
    return size + std::string(unit) + (change > 0 ? "増えました" : "減りました");
}

namespace {

const Series* main_series(const LineChartOptions& options) {
    for (const Series* series : options.series)
        if (series && !series->points.empty()) return series;
    return nullptr;
}

std::string change_sentence(const Series& series, const Observation& first, const Observation& last) {
    const int decimals = std::max(text::decimals_of(first.value), text::decimals_of(last.value));
    const double change = last.value - first.value;
    std::string sentence = when_text(first) + "の" + value_text(first.value, series.unit) + "から" + when_text(last) +
                           "の" + value_text(last.value, series.unit) + "へ、";
    if (change == 0) return sentence + "同じ水準です。";
    return sentence + change_text(change, decimals, series.unit) + "。";
}

}  // namespace

std::string line_chart_summary(const LineChartOptions& options) {
    const Series* series = main_series(options);
    if (!series) return "示せる実績値がありません。";
    const std::vector<Observation>& points = series->points;
    size_t start = 0;
    for (size_t i = 1; i < points.size(); ++i)
        if (points[i].break_before) start = i;
    std::string summary;
    if (start > 0) summary += when_text(points[start]) + "に集計方法が変わったため、前後の値は比べられません。";
    if (start + 1 < points.size())
        summary += change_sentence(*series, points[start], points.back());
    else
        summary +=
            "最新の値は" + when_text(points.back()) + "の" + value_text(points.back().value, series->unit) + "です。";
    if (points.size() - start > 2) {
        const auto by_value = [](const Observation& a, const Observation& b) { return a.value < b.value; };
        const auto [low, high] =
            std::minmax_element(points.begin() + static_cast<std::ptrdiff_t>(start), points.end(), by_value);
        summary += "最も高いのは" + when_text(*high) + "、最も低いのは" + when_text(*low) + "です。";
    }
    if (options.kpi && !options.kpi->target.text.empty()) summary += "目標は「" + options.kpi->target.text + "」です。";
    return summary;
}

std::string line_chart_facts(const LineChartOptions& options) {
    std::string facts;
    for (const Series* series : options.series) {
        if (!series) continue;
        for (const Observation& point : series->points) {
            facts += (facts.empty() ? "" : "、") + when_text(point) + " " + value_text(point.value, series->unit);
            const std::string caution = caution_text(point);
            if (!caution.empty()) facts += "（" + caution + "）";
        }
    }
    return facts;
}

ui::TableSpec line_chart_table(const LineChartOptions& options) {
    ui::TableSpec table;
    table.id = options.id + ":figures", table.caption = options.title;
    table.columns = {{"時点", 112, ui::Align::left}, {"値", 0, ui::Align::right}, {"値の種類", 0, ui::Align::left}};
    for (const Series* series : options.series) {
        if (!series) continue;
        for (const Observation& point : series->points) {
            std::string note = caution_text(point);
            if (note.empty()) note = "公式統計の値";
            if (point.break_before) note += "。ここから集計方法が変わりました";
            table.rows.push_back({when_text(point), value_text(point.value, series->unit), note});
        }
    }
    return table;
}

}  // namespace atlas::chart

// An observation and a change in words, in the language of the page.
#include <cmath>

#include "chart/charts.h"
#include "text/text.h"

namespace atlas::chart {

using model::Observation;

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

}  // namespace atlas::chart

#include "model/difference.h"

#include <algorithm>
#include <cmath>

namespace atlas::model {

Values values_of_year(const Indicator& indicator, int year) {
    const auto at = std::find(indicator.years.begin(), indicator.years.end(), year);
    const auto index = static_cast<size_t>(at - indicator.years.begin());
    if (index < indicator.values.size() && at != indicator.years.end()) return indicator.values[index];
    return Values(indicator.values.empty() ? 0 : indicator.values.front().size());
}

template <class Operation>
static Values combined(const Values& a, const Values& b, Operation operation) {
    Values out(std::max(a.size(), b.size()));
    for (size_t i = 0; i < std::min(a.size(), b.size()); ++i)
        if (a[i] && b[i]) out[i] = operation(*a[i], *b[i]);
    return out;
}

Values difference(const Values& a, const Values& b) {
    return combined(a, b, [](double x, double y) { return x - y; });
}

Values difference(const Values& a, double reference) {
    return difference(a, Values(a.size(), std::optional<double>(reference)));
}

Values relative_difference(const Values& a, const Values& b) {
    return combined(a, b, [](double x, double y) -> std::optional<double> {
        if (y == 0) return {};
        return (x - y) / std::abs(y) * 100;
    });
}

YearDifference difference_of_years(const Indicator& indicator, int later, int earlier) {
    const auto has = [&](int year) {
        return std::find(indicator.years.begin(), indicator.years.end(), year) != indicator.years.end();
    };
    YearDifference made;
    made.has_later = has(later), made.has_earlier = has(earlier);
    made.values = difference(values_of_year(indicator, later), values_of_year(indicator, earlier));
    const int first = std::min(later, earlier), last = std::max(later, earlier);
    for (const Indicator::Break& at : indicator.breaks)
        if (at.year > first && at.year <= last) made.crosses_break = true;
    return made;
}

std::optional<double> mean(const Values& values, const Values& weights) {
    double sum = 0, weight = 0;
    for (size_t i = 0; i < values.size(); ++i) {
        if (!values[i]) continue;
        if (!weights.empty() && (i >= weights.size() || !weights[i])) continue;
        const double w = weights.empty() ? 1 : *weights[i];
        sum += *values[i] * w, weight += w;
    }
    if (weight == 0) return {};
    return sum / weight;
}

DifferenceCounts count_signs(const Values& differences, int decimals) {
    DifferenceCounts counts;
    const double half = 0.5 * std::pow(10, -decimals);
    for (const std::optional<double>& value : differences) {
        if (!value)
            ++counts.missing;
        else if (*value >= half)
            ++counts.above;
        else if (*value <= -half)
            ++counts.below;
        else
            ++counts.equal;
    }
    return counts;
}

}  // namespace atlas::model

#include "chart/scales.h"

#include <cmath>

namespace atlas::chart {

float LogScale::operator()(double value) const {
    if (!(domain_from > 0) || !(domain_to > domain_from)) return (range_from + range_to) / 2;
    if (!(value > 0)) return range_from;
    const double t = std::log(value / domain_from) / std::log(domain_to / domain_from);
    return range_from + static_cast<float>(t * static_cast<double>(range_to - range_from));
}

std::vector<double> log_ticks(double low, double high) {
    if (!(low > 0)) return {};
    if (!(high > low)) high = low * 10;
    const double decades = std::log10(high / low);
    std::vector<double> all;
    for (double power = std::pow(10, std::floor(std::log10(low) + 1e-9)); power < high * 100; power *= 10)
        for (const double factor : {1.0, 2.0, 5.0})
            if (factor == 1.0 || decades < 4) all.push_back(factor * power);
    std::vector<double> ticks;
    for (size_t i = 0; i < all.size(); ++i) {
        if (i + 1 < all.size() && all[i + 1] <= low * (1 + 1e-9)) continue;
        ticks.push_back(all[i]);
        if (all[i] >= high * (1 - 1e-9)) break;
    }
    return ticks;
}

float ValueScale::operator()(double value) const {
    if (!logarithmic) return linear(value);
    return LogScale{linear.domain_from, linear.domain_to, linear.range_from, linear.range_to}(value);
}

ValueScale value_scale(double low, double high, bool logarithmic, int tick_count, float range_from, float range_to) {
    ValueScale scale;
    scale.logarithmic = logarithmic && low > 0;
    scale.ticks = scale.logarithmic ? log_ticks(low, high) : nice_ticks(low, high, tick_count);
    if (scale.ticks.size() > 1) scale.step = scale.logarithmic ? scale.ticks.front() : scale.ticks[1] - scale.ticks[0];
    // Subtraction leaves a tail (1.4 − 1.2 = 0.19999…), which would become decimals of the labels.
    const double power = std::pow(10, 9 - std::ceil(std::log10(scale.step)));
    scale.step = std::round(scale.step * power) / power;
    scale.linear = {scale.ticks.front(), scale.ticks.back(), range_from, range_to};
    return scale;
}

float MonthScale::start(int month) const {
    const auto months = static_cast<float>(last - first + 1);
    return range_from + (range_to - range_from) * static_cast<float>(month - first) / (months > 0 ? months : 1);
}

std::vector<int> fiscal_ticks(const MonthScale& scale, float label_px) {
    const float year_px = scale.start(scale.first + 12) - scale.start(scale.first);
    int step = 1;
    for (const int candidate : {1, 2, 5, 10}) {
        step = candidate;
        if (year_px * static_cast<float>(candidate) >= label_px + 8) break;
    }
    std::vector<int> ticks;
    for (int year = fiscal_year_of(scale.first); month_of(year, 4) <= scale.last; ++year)
        if (month_of(year, 4) >= scale.first && year % step == 0) ticks.push_back(month_of(year, 4));
    return ticks;
}

}  // namespace atlas::chart

#include "chart/scale.h"

#include <cmath>

namespace atlas::chart {

float LinearScale::operator()(double value) const {
    if (domain_to == domain_from) return (range_from + range_to) / 2;
    const double t = (value - domain_from) / (domain_to - domain_from);
    return range_from + static_cast<float>(t * static_cast<double>(range_to - range_from));
}

namespace {

double nice_step(double extent, int count) {
    const double raw = extent / std::max(1, count);
    const double power = std::pow(10, std::floor(std::log10(raw)));
    // Rounded a little, so that 0.999… from the division does not miss its step.
    const double mantissa = raw / power - 1e-9;
    for (const double nice : {1.0, 2.0, 2.5, 5.0})
        if (mantissa <= nice) return nice * power;
    return 10 * power;
}

}  // namespace

std::vector<double> nice_ticks(double low, double high, int count) {
    if (!(high > low)) {
        const double around = low == 0 ? 1 : std::abs(low) * 0.5;
        low -= around, high += around;
    }
    const double step = nice_step(high - low, count);
    const double first = std::floor(low / step + 1e-9), last = std::ceil(high / step - 1e-9);
    std::vector<double> ticks;
    for (double i = first; i <= last; ++i) ticks.push_back(i * step);
    return ticks;
}

double time_of(int year, bool fiscal, int month) {
    if (month > 0) return year + (month - 0.5) / 12;
    return fiscal ? year + 0.75 : year + 0.5;
}

double time_of(const model::Observation& observation) {
    return time_of(observation.year, observation.fiscal, observation.month);
}

bool is_connected(const model::Observation& before, const model::Observation& after) {
    // Surveys of different months lie up to one and a half years apart without a year missing between them.
    return !after.break_before && time_of(after) - time_of(before) <= 1.5;
}

std::vector<int> year_ticks(double from, double to, float width_px, float label_px) {
    const int first = static_cast<int>(std::floor(from)), last = static_cast<int>(std::floor(to));
    int step = 1;
    for (const int candidate : {1, 2, 5, 10, 20, 50}) {
        step = candidate;
        if (static_cast<float>(to - from) / static_cast<float>(candidate) * (label_px + 12) <= width_px) break;
    }
    std::vector<int> years;
    for (int year = first; year <= last; ++year)
        if (year % step == 0) years.push_back(year);
    return years;
}

std::string tick_text(Lang lang, double value, const text::Unit& unit, double step) {
    const double whole = value * unit.factor;
    if (value == 0) return "0";
    if (std::abs(whole) >= 1e4) return text::large(lang, whole);
    return text::number(whole, text::decimals_of(step * unit.factor));
}

}  // namespace atlas::chart

// Classes of a choropleth: rounded breaks that a reader can remember, near the quantiles of the data.
#include <algorithm>
#include <cmath>

#include "chart/map.h"
#include "model/lookup.h"

namespace atlas::chart {
namespace {

/// The largest of 1, 2, 5 × 10^k that is not above `size`.
double nice_step(double size) {
    const double power = std::pow(10, std::floor(std::log10(size)));
    return size >= 5 * power ? 5 * power : size >= 2 * power ? 2 * power : power;
}

/// The nearest of 1, 2, 5 × 10^k by ratio.
double near_step(double size) {
    const double below = nice_step(size), above = nice_step(below * 2.5);
    return size * size > below * above ? above : below;
}

/// Each break on a round number, moved by at most a quarter of the distance to its neighbours.
std::vector<double> rounded(const std::vector<double>& breaks, int decimals) {
    const double finest = std::pow(10, -decimals);
    std::vector<double> out;
    for (size_t i = 0; i < breaks.size(); ++i) {
        double gap = std::abs(breaks[i]);
        if (i > 0) gap = std::min(gap, breaks[i] - breaks[i - 1]);
        if (i + 1 < breaks.size()) gap = std::min(gap, breaks[i + 1] - breaks[i]);
        const double step = std::max(finest, gap > 0 ? nice_step(gap / 2) : finest);
        // A step below one is divided by its inverse: 1.15, not 1.1500000000000001.
        const double value = step < 1 ? std::round(breaks[i] * std::round(1 / step)) / std::round(1 / step)
                                      : std::round(breaks[i] / step) * step;
        if (out.empty() || value > out.back() + finest / 2) out.push_back(value);
    }
    return out;
}

ClassScale sequential(const std::vector<double>& values, int decimals) {
    static constexpr Color ramp[] = {token::blue_50, token::blue_300, token::blue_500, token::blue_700,
                                     token::blue_1000};
    ClassScale scale;
    for (const double at : rounded(model::quantile_breaks(values, 5), decimals))
        if (at > values.front() && at <= values.back()) scale.breaks.push_back(at);
    if (scale.breaks.empty() && values.back() > values.front()) {
        // Most share the least value, such as 0: a class of its own, the others among themselves.
        const std::vector<double> others(std::upper_bound(values.begin(), values.end(), values.front()), values.end());
        scale.breaks.push_back(others.front());
        for (const double at : rounded(model::quantile_breaks(others, 4), decimals))
            if (at > scale.breaks.back() && at <= values.back()) scale.breaks.push_back(at);
    }
    const size_t classes = scale.breaks.size() + 1;
    for (size_t i = 0; i < classes; ++i) scale.colors.push_back(classes == 1 ? ramp[2] : ramp[i * 4 / (classes - 1)]);
    return scale;
}

/// Two distances from the midpoint that part each side in three: equal steps where they spread the data, else near its tertiles.
std::vector<double> diverging_steps(const std::vector<double>& values, double midpoint, int decimals) {
    std::vector<double> distances;
    for (const double value : values) distances.push_back(std::abs(value - midpoint));
    const double step =
        near_step(std::max(*std::max_element(distances.begin(), distances.end()) / 3, std::pow(10, -decimals)));
    std::vector<size_t> held(6);
    for (const double value : values)
        ++held[static_cast<size_t>(3 + std::clamp(std::floor((value - midpoint) / step), -3.0, 2.0))];
    const bool spread = *std::max_element(held.begin(), held.end()) * 10 <= values.size() * 6;
    if (spread) return {step, 2 * step};
    return rounded(model::quantile_breaks(distances, 3), decimals);
}

/// Symmetric about the midpoint, so that the same distance has the same strength on both sides; outer classes that hold
/// nothing are left out.
ClassScale diverging(const std::vector<double>& values, double midpoint, int decimals) {
    static constexpr Color ramp[] = {token::orange_800, token::orange_400, token::orange_100,
                                     token::blue_100,   token::blue_400,   token::blue_800};
    const std::vector<double> steps = diverging_steps(values, midpoint, decimals);
    ClassScale scale;
    for (auto step = steps.rbegin(); step != steps.rend(); ++step) scale.breaks.push_back(midpoint - *step);
    scale.breaks.push_back(midpoint);
    for (const double step : steps) scale.breaks.push_back(midpoint + step);
    const size_t side = steps.size() + 1;
    for (size_t i = 0; i < 2 * side; ++i) scale.colors.push_back(ramp[i < side ? 3 - side + i : 3 + i - side]);
    while (scale.breaks.size() > 1 && values.back() < scale.breaks.back())
        scale.breaks.pop_back(), scale.colors.pop_back();
    while (scale.breaks.size() > 1 && values.front() >= scale.breaks.front()) {
        scale.breaks.erase(scale.breaks.begin());
        scale.colors.erase(scale.colors.begin());
    }
    return scale;
}

}  // namespace

size_t ClassScale::index(double value) const {
    return static_cast<size_t>(std::upper_bound(breaks.begin(), breaks.end(), value) - breaks.begin());
}

Color ClassScale::color(double value) const { return colors.empty() ? token::solid_gray_100 : colors[index(value)]; }

ClassScale class_scale(const model::Indicator& indicator, const std::vector<std::optional<double>>& values) {
    std::vector<double> sorted = model::present(values);
    std::sort(sorted.begin(), sorted.end());
    if (sorted.empty()) return {{}, {token::blue_300}};
    if (indicator.scale == "diverging") return diverging(sorted, indicator.midpoint, indicator.decimals);
    return sequential(sorted, indicator.decimals);
}

}  // namespace atlas::chart

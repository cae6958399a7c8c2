#include "model/classify.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "model/lookup.h"

namespace atlas::model {
namespace {

/// The largest of 1, 2, 2.5, 5 × 10^k that is not above `size`.
double nice_step(double size) {
    const double power = std::pow(10, std::floor(std::log10(size) + 1e-12));
    for (const double nice : {5.0, 2.5, 2.0})
        if (size >= nice * power * (1 - 1e-12)) return nice * power;
    return power;
}

double round_to(double value, double step) {
    // A step below one is divided by its inverse: 1.15, not 1.1500000000000001.
    if (step >= 1) return std::round(value / step) * step;
    const double inverse = std::round(1 / step);
    return std::round(value * inverse) / inverse;
}

double finest_step(int decimals) { return std::pow(10, -std::clamp(decimals, 0, 9)); }

void sort_and_drop_repeated(std::vector<double>& values) {
    std::sort(values.begin(), values.end());
    values.erase(std::unique(values.begin(), values.end()), values.end());
}

std::vector<double> finite(const std::vector<double>& values) {
    std::vector<double> out;
    for (const double value : values)
        if (std::isfinite(value)) out.push_back(value);
    return out;
}

/// Different values and how often each occurs, with running sums: the cost of any class in constant time.
class Sums {
public:
    explicit Sums(std::vector<double> values) {
        std::sort(values.begin(), values.end());
        // About the middle, so that squares of large figures do not swallow small differences.
        const double origin = values.empty() ? 0 : values[values.size() / 2];
        for (const double value : values) {
            if (distinct.empty() || value != distinct.back()) {
                distinct.push_back(value);
                count_.push_back(count_.back()), sum_.push_back(sum_.back()), squares_.push_back(squares_.back());
            }
            const double v = value - origin;
            count_.back() += 1, sum_.back() += v, squares_.back() += v * v;
        }
    }
    /// Squared deviations from the mean over distinct values first … last − 1.
    double cost(size_t first, size_t last) const {
        const double n = count_[last] - count_[first], s = sum_[last] - sum_[first];
        return std::max(0.0, squares_[last] - squares_[first] - s * s / n);
    }
    std::vector<double> distinct;

private:
    std::vector<double> count_{0}, sum_{0}, squares_{0};
};

std::vector<double> cut(const std::vector<double>& values, const ClassRequest& request, int classes) {
    switch (request.method) {
        case ClassMethod::quantile: return quantile_breaks(values, classes);
        case ClassMethod::equal: return equal_breaks(values, classes);
        case ClassMethod::natural: return natural_breaks(values, classes);
        case ClassMethod::manual: break;
    }
    return {};
}

/// Distances from the midpoint that part each side; with an odd number of classes the first of them bounds the middle class.
std::vector<double> side_steps(const std::vector<double>& values, double midpoint, const ClassRequest& request) {
    std::vector<double> distances;
    for (const double value : values) distances.push_back(std::abs(value - midpoint));
    const double reach = *std::max_element(distances.begin(), distances.end());
    if (reach == 0) return {};
    const int side = std::max(1, request.classes / 2);
    const bool odd = request.classes % 2 == 1;
    std::vector<double> steps;
    if (request.method == ClassMethod::equal) {
        const double width = reach * 2 / request.classes;
        for (int i = 0; i < side; ++i) steps.push_back(odd ? width * (i + 0.5) : width * (i + 1));
        if (!odd) steps.pop_back();
    } else {
        steps = cut(distances, request, odd ? side + 1 : side);
    }
    steps.erase(std::remove_if(steps.begin(), steps.end(), [](double s) { return s <= 0; }), steps.end());
    if (request.rounded) steps = rounded_limits(steps, request.decimals);
    return steps;
}

Classes diverging(const std::vector<double>& values, const ClassRequest& request) {
    Classes made;
    made.midpoint = request.midpoint;
    const double middle = *request.midpoint;
    const std::vector<double> steps = side_steps(values, middle, request);
    made.midpoint_is_limit = request.classes % 2 == 0 || steps.empty();
    for (auto step = steps.rbegin(); step != steps.rend(); ++step) made.limits.push_back(middle - *step);
    if (made.midpoint_is_limit) made.limits.push_back(middle);
    for (const double step : steps) made.limits.push_back(middle + step);
    made.below = steps.size();
    const auto [low, high] = std::minmax_element(values.begin(), values.end());
    // Outer classes that hold nothing are left out, but never the one beside the midpoint: the reader sees where it lies.
    const size_t kept_above = made.below + (made.midpoint_is_limit ? 1 : 0);
    while (made.limits.size() > kept_above && *high < made.limits.back()) made.limits.pop_back();
    while (made.below > 0 && *low >= made.limits.front()) made.limits.erase(made.limits.begin()), --made.below;
    return made;
}

}  // namespace

size_t Classes::of(double value) const { return static_cast<size_t>(class_of(value, limits)); }

std::vector<double> natural_breaks(std::vector<double> values, int classes) {
    const Sums sums(finite(values));
    const size_t n = sums.distinct.size();
    const size_t k = std::min(n, static_cast<size_t>(std::max(1, classes)));
    if (k < 2) return {};
    // best[j]: least cost of the first j distinct values in c classes; start[c][j]: where the last of these classes begins.
    std::vector<double> best(n + 1), next(n + 1);
    std::vector<std::vector<uint32_t>> start(k + 1, std::vector<uint32_t>(n + 1, 0));
    for (size_t j = 1; j <= n; ++j) best[j] = sums.cost(0, j);
    for (size_t c = 2; c <= k; ++c) {
        std::fill(next.begin(), next.end(), std::numeric_limits<double>::infinity());
        for (size_t j = c; j <= n; ++j)
            for (size_t i = c - 1; i < j; ++i) {
                const double cost = best[i] + sums.cost(i, j);
                if (cost < next[j]) next[j] = cost, start[c][j] = static_cast<uint32_t>(i);
            }
        best.swap(next);
    }
    std::vector<double> limits;
    size_t end = n;
    for (size_t c = k; c > 1; --c) {
        end = start[c][end];
        limits.insert(limits.begin(), (sums.distinct[end - 1] + sums.distinct[end]) / 2);
    }
    return limits;
}

double variance_fit(const std::vector<double>& values, const std::vector<double>& limits) {
    std::vector<std::vector<double>> held(limits.size() + 1);
    for (const double value : values) held[static_cast<size_t>(class_of(value, limits))].push_back(value);
    const auto squares = [](const std::vector<double>& list) {
        double mean = 0, sum = 0;
        for (const double v : list) mean += v / static_cast<double>(list.size());
        for (const double v : list) sum += (v - mean) * (v - mean);
        return sum;
    };
    const double all = squares(values);
    double within = 0;
    for (const auto& list : held) within += squares(list);
    return all > 0 ? 1 - within / all : 1;
}

std::vector<double> rounded_limits(const std::vector<double>& limits, int decimals) {
    const double finest = finest_step(decimals);
    std::vector<double> out;
    for (size_t i = 0; i < limits.size(); ++i) {
        double gap = std::abs(limits[i]);
        if (i > 0) gap = std::min(gap, limits[i] - limits[i - 1]);
        if (i + 1 < limits.size()) gap = std::min(gap, limits[i + 1] - limits[i]);
        // Rounding moves by at most half a step: a step of half the gap moves by a quarter of it.
        const double step = std::max(finest, gap > 0 ? nice_step(gap / 2) : finest);
        const double value = round_to(limits[i], step);
        if (out.empty() || value > out.back() + finest / 2) out.push_back(value);
    }
    return out;
}

std::vector<size_t> count_by_class(const std::vector<double>& values, const std::vector<double>& limits) {
    std::vector<size_t> counts(limits.size() + 1);
    for (const double value : values) ++counts[static_cast<size_t>(class_of(value, limits))];
    return counts;
}

Classes classify(const std::vector<double>& all, const ClassRequest& request) {
    const std::vector<double> values = finite(all);
    Classes made;
    made.midpoint = request.midpoint;
    if (request.method == ClassMethod::manual) {
        made.limits = finite(request.limits);
        sort_and_drop_repeated(made.limits);
        if (request.midpoint) {
            const auto at = std::lower_bound(made.limits.begin(), made.limits.end(), *request.midpoint);
            made.below = static_cast<size_t>(at - made.limits.begin());
            made.midpoint_is_limit = at != made.limits.end() && *at == *request.midpoint;
        }
    } else if (!values.empty() && request.midpoint) {
        made = diverging(values, request);
    } else if (!values.empty()) {
        const std::vector<double> exact = cut(values, request, std::max(1, request.classes));
        const auto [low, high] = std::minmax_element(values.begin(), values.end());
        // A class that rounding has emptied at either end says nothing.
        for (const double limit : request.rounded ? rounded_limits(exact, request.decimals) : exact)
            if (limit > *low && limit <= *high) made.limits.push_back(limit);
    }
    made.counts = count_by_class(values, made.limits);
    return made;
}

double RampDomain::position(double value) const {
    double t = 0.5;
    if (midpoint) {
        const double reach = std::max(*midpoint - low, high - *midpoint);
        if (reach > 0) t = 0.5 + (value - *midpoint) / (2 * reach);
    } else if (high > low) {
        t = (value - low) / (high - low);
    }
    return std::clamp(t, 0.0, 1.0);
}

RampDomain ramp_domain(const std::vector<double>& all, std::optional<double> midpoint) {
    const std::vector<double> values = finite(all);
    RampDomain domain;
    domain.midpoint = midpoint;
    if (values.empty()) {
        if (midpoint) domain.low = domain.high = *midpoint;
        return domain;
    }
    const auto [low, high] = std::minmax_element(values.begin(), values.end());
    domain.low = *low, domain.high = *high;
    return domain;
}

}  // namespace atlas::model

// Classes of a thematic map: where to cut a set of values, how the cuts are rounded so that a reader can remember them, and
// what each class then holds. Limits are ascending and inner (classes − 1 of them); a value on a limit belongs to the class
// above it (以上・未満), as model::class_of has it.
#pragma once
#include <cstddef>
#include <optional>
#include <vector>

namespace atlas::model {

enum class ClassMethod : unsigned char {
    quantile,  ///< as many places in each class: shows the order
    equal,     ///< equal steps between the extremes: shows the amounts
    natural,   ///< least variance within the classes: shows groups
    manual,    ///< limits as given
};

struct ClassRequest {
    ClassMethod method = ClassMethod::quantile;
    int classes = 5;
    std::vector<double> limits;  ///< for `manual`, in any order
    std::optional<double>
        midpoint;         ///< set: diverging, symmetric about it; the same distance is in classes of the same strength
    bool rounded = true;  ///< limits on 1, 2, 2.5 or 5 × 10^k, as far as no class loses its character; not for `manual`
    int decimals = 0;     ///< of the indicator: no limit is finer
};

struct Classes {
    std::vector<double> limits;
    std::optional<double> midpoint;
    /// Diverging: number of limits below the midpoint, and whether the midpoint is the next limit (an even scale) or lies inside
    /// the class of that index (an odd one). Outer classes that hold nothing are left out, so the sides may differ.
    size_t below = 0;
    bool midpoint_is_limit = false;
    std::vector<size_t> counts;  ///< values in each class

    size_t size() const { return limits.size() + 1; }
    size_t of(double value) const;
};

/// Never fails: without values one class; with fewer different values than classes, fewer classes.
Classes classify(const std::vector<double>& values, const ClassRequest& request);

/// The exact optimum of the sum of squared deviations from the class means, by dynamic programming: Fisher, "On Grouping for
/// Maximum Homogeneity", J. Am. Stat. Assoc. 53 (1958), 789–798; brought to maps by Jenks, "Optimal Data Classification for
/// Choropleth Maps", Univ. of Kansas, Geography Occasional Paper 2 (1977). O(classes · n²) time, O(classes · n) memory. Each limit is
/// half-way between the neighbours it parts. Equal values are never parted.
std::vector<double> natural_breaks(std::vector<double> values, int classes);

/// Goodness of variance fit, 0 … 1 (Jenks 1977): 1 − squared deviations within the classes ÷ squared deviations from the mean.
/// 1 when all values are equal.
double variance_fit(const std::vector<double>& values, const std::vector<double>& limits);

/// Each limit on a round number, moved by at most a quarter of the way to its neighbours; limits that fall together are given once.
std::vector<double> rounded_limits(const std::vector<double>& limits, int decimals);

std::vector<size_t> count_by_class(const std::vector<double>& values, const std::vector<double>& limits);

/// A continuous ramp's position of a value, 0 … 1, clamped. With a midpoint it lies at 0.5 and both sides have the same scale.
struct RampDomain {
    double low = 0, high = 1;
    std::optional<double> midpoint;
    double position(double value) const;
};
RampDomain ramp_domain(const std::vector<double>& values, std::optional<double> midpoint = {});

}  // namespace atlas::model

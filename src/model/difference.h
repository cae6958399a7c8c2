// One map less another: a year against an earlier one, or places against a reference such as the national mean. What is missing
// on either side is missing in the difference, never zero.
#pragma once
#include "model/records.h"

namespace atlas::model {

using Values = std::vector<std::optional<double>>;

/// Values of that very year; empty optionals, one a place, when the indicator has no such year.
Values values_of_year(const Indicator& indicator, int year);

/// a − b, one a place of the longer list.
Values difference(const Values& a, const Values& b);
/// a − reference.
Values difference(const Values& a, double reference);
/// (a − b) ÷ |b| in per cent; missing where b is zero.
Values relative_difference(const Values& a, const Values& b);

struct YearDifference {
    Values values;
    bool has_later = false, has_earlier = false;  ///< does the indicator know these years at all?
    bool crosses_break = false;                   ///< the method changed after `earlier`, up to and including `later`
};
YearDifference difference_of_years(const Indicator& indicator, int later, int earlier);

/// Arithmetic mean of the present values, unset when there are none. With weights (such as populations, one a place) places without
/// a weight do not count: the mean of the places' rates, weighted, is the country's rate.
std::optional<double> mean(const Values& values, const Values& weights = {});

/// What a sentence about a difference needs.
struct DifferenceCounts {
    size_t above = 0, equal = 0, below = 0, missing = 0;
};
/// `decimals`: what rounds to zero counts as equal.
DifferenceCounts count_signs(const Values& differences, int decimals);

}  // namespace atlas::model

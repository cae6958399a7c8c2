// "If it goes on like the last five years" (試算): a straight line through the last observations, with its uncertainty.
//
// Least squares over the last n ≤ 5 comparable observations at times t with values y:
//   b = Σ(t−t̄)(y−ȳ) / Σ(t−t̄)²,  ŷ(t) = ȳ + b (t−t̄),  s² = Σ(y−ŷ)² / (n−2)
// 80 % prediction band for one new observation at t:
//   ŷ(t) ± q · s · √(1 + 1/n + (t−t̄)²/Σ(t−t̄)²),  q = 90 % quantile of Student's t with n−2 degrees of freedom
// Source: NIST/SEMATECH e-Handbook of Statistical Methods, 4.5.2.1 "Single response prediction"; Montgomery, Peck, Vining,
// Introduction to Linear Regression Analysis, §2.5. It is a mechanical continuation, no forecast; pages say 試算 beside it.
#pragma once
#include <optional>

#include "model/records.h"

namespace atlas::model {

struct TrendLine {
    double mean_time = 0, mean_value = 0, slope = 0;  ///< years; unit of the series; unit a year
    double residual = 0;                              ///< s
    double time_squares = 0;                          ///< Σ(t−t̄)²
    double quantile = 0;                              ///< q
    int count = 0;                                    ///< n
    double first_time = 0, last_time = 0;             ///< of the observations used

    double at(double time) const { return mean_value + slope * (time - mean_time); }
    /// Half the width of the band.
    double margin(double time) const;
};

/// Fits the last `most` observations after the last break, projections left out. Unset with fewer than three, since two
/// points have no residual.
std::optional<TrendLine> fit_trend(const Series& series, int most = 5);

/// Why a page shows no continuation, in the order in which they are asked.
enum class NoTrend {
    none,
    too_few,     ///< fewer than five observations since the last break
    gap,         ///< more than three years between two of the last five
    collapse,    ///< one of the last five lies below half of an earlier value (for falling targets: above twice it)
    impossible,  ///< the line leaves what the figure can be: below zero, or above 100 %
};
/// The line that may be published: fit_trend of five, only where none of the reasons above holds at `until`.
struct TrendCheck {
    NoTrend reason = NoTrend::none;
    std::optional<TrendLine> line;  ///< set exactly when `reason` is none
    int year = 0;                   ///< of the gap's later end, or of the collapse
};
TrendCheck check_trend(const Series& series, bool better_when_larger, double until);

}  // namespace atlas::model

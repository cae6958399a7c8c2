// Scales: from values and dates to pixels, and the round values at which an axis is labelled.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "model/records.h"
#include "text/text.h"

namespace atlas::chart {

struct LinearScale {
    double domain_from = 0, domain_to = 1;
    float range_from = 0, range_to = 1;
    /// A domain without extent maps to the middle of the range.
    float operator()(double value) const;
};

/// Round values (1, 2, 2.5 or 5 times a power of ten apart) from at or below `low` to at or above `high`: the first and
/// the last make a domain that holds the data. About `count` intervals, at least one.
std::vector<double> nice_ticks(double low, double high, int count);

/// Position of a date on the axis of years, as the progress method has it: a calendar year at its middle (2024 → 2024.5),
/// a fiscal year at its middle, a quarter later (FY2024 → 2024.75), a month at its middle.
double time_of(int year, bool fiscal, int month = 0);
double time_of(const model::Observation& observation);
/// May a line lead from `before` to `after`? Not over a break in the series, nor over missing years.
bool is_connected(const model::Observation& before, const model::Observation& after);

/// Years to label between two positions, every 1, 2, 5, 10 … years so that labels of `label_px` do not touch.
std::vector<int> year_ticks(double from, double to, float width_px, float label_px);

/// A tick without its base unit: 150000 億円 → "15兆" or "15 trillion"; 2.5 % → "2.5". `step` decides the decimals.
std::string tick_text(Lang lang, double value, const text::Unit& unit, double step);

}  // namespace atlas::chart

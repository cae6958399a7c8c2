// Words come into a chart from outside: patterns with named blanks, and functions that write figures and dates. Charts
// hold no words of their own, so that one chart speaks every language of the site.
#pragma once
#include <initializer_list>
#include <string>
#include <string_view>

#include "core/lang.h"
#include "model/records.h"

namespace atlas::chart {

struct Blank {
    std::string_view name, text;
};
/// "{from}から{to}まで" with its blanks filled; a blank that is not given stays as it stands, so that a fault shows.
std::string fill(std::string_view pattern, std::initializer_list<Blank> blanks);

/// How figures and dates are written. Plain functions: a chart of sixty rows may copy this freely.
struct Formats {
    std::string (*value)(double value, std::string_view unit);              ///< "4,268.36万人"
    std::string (*tick)(double value, std::string_view unit, double step);  ///< "4,000万": without its base unit
    std::string (*base_unit)(std::string_view unit);             ///< "万人" → "人": what stands above the ticks
    std::string (*when)(const model::Observation& observation);  ///< "2024年度", "2025年6月"
    std::string (*year)(int year, bool fiscal);                  ///< "2024年度"
    std::string (*month)(int year, int month);                   ///< "2025年4月"
    std::string (*number)(double value, int decimals);
    std::string (*signed_number)(double value, int decimals);
};
/// As everywhere on the pages of the language: 万, 億, 兆 and 年度; millions and FY.
const Formats& formats_of(Lang lang);

/// The figure without its unit, as exact as the source has it: for table cells and CSV.
std::string plain_figure(double value);

}  // namespace atlas::chart

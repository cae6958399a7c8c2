// The other scales of the grammar beside scale.h's linear one: logarithms, months with fiscal years, bands; and a value
// scale that is either linear or logarithmic.
#pragma once
#include <vector>

#include "chart/scale.h"

namespace atlas::chart {

/// Decades take the same length. Only for values above zero; others map to the lower end.
struct LogScale {
    double domain_from = 1, domain_to = 10;
    float range_from = 0, range_to = 1;
    float operator()(double value) const;
};
/// 1, 2 and 5 times the powers of ten from at or below `low` to at or above `high`; whole powers only from four decades on.
std::vector<double> log_ticks(double low, double high);

/// Linear or logarithmic, chosen by an option of the chart.
struct ValueScale {
    LinearScale linear;
    bool logarithmic = false;
    float operator()(double value) const;
    double step = 1;            ///< between ticks, for their decimals
    std::vector<double> ticks;  ///< the first and the last are the ends of the domain
};
/// Domain and ticks for values `low` … `high` on `range_from` (low) … `range_to` (high) pixels; logarithmic only if low > 0.
ValueScale value_scale(double low, double high, bool logarithmic, int tick_count, float range_from, float range_to);

/// Equal steps with gaps: for bars. `padding` is the share of a step left empty, half on each side.
struct BandScale {
    float range_from = 0, range_to = 1;
    int count = 1;
    float padding = 0.3f;
    float step() const { return (range_to - range_from) / static_cast<float>(count > 0 ? count : 1); }
    float width() const { return step() * (1 - padding); }
    float start(int index) const { return range_from + step() * (static_cast<float>(index) + padding / 2); }
    float center(int index) const { return start(index) + width() / 2; }
};

/// Months of a roadmap on pixels: 12 × year + month − 1, as model::first_month counts them.
struct MonthScale {
    int first = 0, last = 0;  ///< months shown, `last` inclusive
    float range_from = 0, range_to = 1;
    float start(int month) const;                            ///< left edge of the month
    float end(int month) const { return start(month + 1); }  ///< right edge
};
constexpr int month_of(int year, int month) { return 12 * year + month - 1; }
/// The fiscal year in which a month lies: April begins one.
constexpr int fiscal_year_of(int month) { return (month - 3) / 12; }
/// First months (Aprils) of the fiscal years that begin within the scale, thinned so that labels of `label_px` do not touch.
std::vector<int> fiscal_ticks(const MonthScale& scale, float label_px);

}  // namespace atlas::chart

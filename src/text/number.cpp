// Figures as readers of each language expect them. Without printf: its rounding works on the binary value (2.675 → 2.67) and
// to the even digit (2.5 → 2), where people round the decimal figure half away from zero.
#include <algorithm>
#include <array>
#include <cmath>

#include "text/text.h"

namespace atlas::text {
namespace {

constexpr std::string_view minus = "\u2212";
constexpr std::string_view no_figure = "\u2014";  // an em dash for NaN and infinities
constexpr int most_decimals = 6;

double power_of_ten(int exponent) {
    double power = 1;
    for (int i = 0; i < exponent; ++i) power *= 10;
    return power;
}

/// |value| × 10^decimals, rounded half up as the decimal figure that the double stands for: 1.005 is stored a little
/// below itself, which a nudge of two units in the last place mends.
double scaled(double value, int decimals) {
    const double exact = std::abs(value) * power_of_ten(decimals);
    const double nudge = decimals > 0 && exact < 1e12 ? exact * 0x1p-51 : 0;
    return std::round(exact + nudge);
}

/// Digits of a whole number, the last `decimals` of them behind the point, commas before it.
std::string spelled(double whole, int decimals) {
    std::string reversed;
    for (int place = 0; whole >= 1 || place <= decimals; ++place) {
        if (place == decimals && decimals > 0) reversed += '.';
        if (place > decimals && (place - decimals) % 3 == 0) reversed += ',';
        const double digit = std::fmod(whole, 10);
        reversed += static_cast<char>('0' + static_cast<int>(digit));
        whole = std::floor((whole - digit) / 10);
    }
    std::reverse(reversed.begin(), reversed.end());
    return reversed;
}

std::string with_sign(double value, int decimals, std::string_view above, std::string_view zero) {
    if (!std::isfinite(value)) return std::string(no_figure);
    decimals = std::clamp(decimals, 0, most_decimals);
    const double whole = scaled(value, decimals);
    // What is rounded to zero has no sign: "−0.0" would be a puzzle.
    std::string out(whole == 0 ? zero : value < 0 ? minus : above);
    return out += spelled(whole, decimals);
}

/// Decimals that leave three significant places: 2 for 1.23, 1 for 12.3, 0 from 100.
int decimals_for_three_places(double magnitude) {
    int decimals = 2;
    for (; decimals > 0 && magnitude >= 10; magnitude /= 10) --decimals;
    for (; decimals < most_decimals && magnitude > 0 && magnitude < 1; magnitude *= 10) ++decimals;
    return decimals;
}

}  // namespace

std::string number(double value, int decimals) { return with_sign(value, decimals, "", ""); }

std::string signed_number(double value, int decimals) { return with_sign(value, decimals, "+", "±"); }

std::string myriads(double value) {
    static constexpr std::array<std::string_view, 4> units{"", "万", "億", "兆"};
    if (!std::isfinite(value)) return std::string(no_figure);
    double in_unit = value;
    for (size_t unit = 0;; ++unit, in_unit /= 10'000) {
        const int decimals = decimals_for_three_places(std::abs(in_unit));
        const double rounded = scaled(in_unit, decimals) / power_of_ten(decimals);
        // Rounding may lift the figure into the next unit: 99,999,999 is 1億, not 10,000万.
        if (rounded >= 10'000 && unit + 1 < units.size()) continue;
        return number(std::copysign(rounded, value), decimals_of(rounded)) += units[unit];
    }
}

std::string large(Lang lang, double value) {
    if (lang == Lang::ja || !std::isfinite(value)) return myriads(value);
    static constexpr std::array<std::string_view, 4> units{"", " million", " billion", " trillion"};
    double in_unit = value;
    for (size_t unit = 0;; ++unit, in_unit /= unit == 1 ? 1e6 : 1e3) {
        const double limit = unit == 0 ? 1e6 : 1e3;
        const int decimals = decimals_for_three_places(std::abs(in_unit));
        const double rounded = scaled(in_unit, decimals) / power_of_ten(decimals);
        if (rounded >= limit && unit + 1 < units.size()) continue;
        return number(std::copysign(rounded, value), decimals_of(rounded)) += units[unit];
    }
}

int decimals_of(double value) {
    if (!std::isfinite(value)) return 0;
    for (int decimals = 0; decimals < most_decimals; ++decimals) {
        const double exact = std::abs(value) * power_of_ten(decimals);
        if (std::abs(exact - std::round(exact)) <= exact * 0x1p-51) return decimals;
    }
    return most_decimals;
}

std::string year(int year, bool fiscal) { return std::to_string(year) + (fiscal ? "年度" : "年"); }

std::string era_year(int year) {
    struct Era {
        int first_year;
        std::string_view name;
    };
    static constexpr std::array<Era, 5> eras{
        {{2019, "令和"}, {1989, "平成"}, {1926, "昭和"}, {1912, "大正"}, {1868, "明治"}}};
    for (const Era& era : eras) {
        if (year < era.first_year) continue;
        const int count = year - era.first_year + 1;
        return std::string(era.name) + (count == 1 ? "元" : std::to_string(count)) + "年";
    }
    return {};
}

}  // namespace atlas::text

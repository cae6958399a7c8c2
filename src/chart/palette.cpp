#include "chart/palette.h"

#include <algorithm>

#include "core/vision.h"

namespace atlas::chart {
namespace {

using namespace token;

constexpr size_t ramps = 4;
/// One row a number of classes, 1 … 7; one table a ramp.
constexpr Color steps[ramps][max_classes][max_classes] = {
    {{blue_500},
     {blue_200, blue_800},
     {blue_50, blue_500, blue_1100},
     {blue_50, blue_400, blue_800, blue_1100},
     {blue_50, blue_300, blue_500, blue_800, blue_1100},
     {blue_50, blue_300, blue_400, blue_600, blue_800, blue_1000},
     {blue_50, blue_200, blue_300, blue_400, blue_600, blue_800, blue_1000}},
    {{green_600},
     {green_200, green_900},
     {green_50, green_600, green_1100},
     {green_50, green_400, green_800, green_1100},
     {green_50, green_300, green_600, green_900, green_1100},
     {green_50, green_200, green_400, green_700, green_900, green_1100},
     {green_50, green_200, green_400, green_600, green_800, green_900, green_1100}},
    {{magenta_600},
     {magenta_200, magenta_900},
     {magenta_50, magenta_600, magenta_1100},
     {magenta_50, magenta_400, magenta_800, magenta_1100},
     {magenta_50, magenta_300, magenta_600, magenta_900, magenta_1100},
     {magenta_50, magenta_300, magenta_500, magenta_700, magenta_900, magenta_1100},
     {magenta_50, magenta_200, magenta_400, magenta_600, magenta_800, magenta_900, magenta_1000}},
    {{orange_600},
     {orange_200, orange_900},
     {orange_50, orange_600, orange_1100},
     {orange_50, orange_300, orange_700, orange_1100},
     {orange_50, orange_300, orange_600, orange_900, orange_1100},
     {orange_50, orange_200, orange_400, orange_700, orange_900, orange_1100},
     {orange_50, orange_200, orange_300, orange_500, orange_700, orange_900, orange_1000}},
};

constexpr size_t max_side = 3;
/// From the midpoint outwards; one row a side's length. Without a middle class the innermost pair is paler on the blue side, so that a
/// photocopy shows the midpoint too.
constexpr Color below_with_middle[max_side][max_side] = {
    {orange_600}, {orange_500, orange_1000}, {orange_300, orange_700, orange_1000}};
constexpr Color above_with_middle[max_side][max_side] = {
    {blue_500}, {blue_400, blue_900}, {blue_300, blue_500, blue_900}};
constexpr Color below_plain[max_side][max_side] = {
    {orange_600}, {orange_300, orange_900}, {orange_200, orange_600, orange_1000}};
constexpr Color above_plain[max_side][max_side] = {{blue_300}, {blue_100, blue_700}, {blue_100, blue_400, blue_900}};

/// Equal parts of t between neighbouring stops.
Color between(const std::vector<Color>& stops, double t) {
    const double at = std::clamp(t, 0.0, 1.0) * static_cast<double>(stops.size() - 1);
    const size_t i = std::min(static_cast<size_t>(at), stops.size() - 2);
    const double part = at - static_cast<double>(i);
    const Oklab a = to_oklab(stops[i]), b = to_oklab(stops[i + 1]);
    return from_oklab({a.l + (b.l - a.l) * part, a.a + (b.a - a.a) * part, a.b + (b.b - a.b) * part});
}

}  // namespace

std::vector<Color> sequential_colors(size_t classes, Ramp ramp) {
    const size_t n = std::clamp(classes, size_t{1}, max_classes);
    const Color* row = steps[static_cast<size_t>(ramp)][n - 1];
    std::vector<Color> colors(row, row + n);
    // More than a reader can tell apart: the darkest is repeated rather than a class left without colour.
    colors.resize(std::max(classes, size_t{1}), colors.back());
    return colors;
}

std::vector<Color> diverging_colors(size_t below, bool middle, size_t above) {
    const size_t side = std::clamp(std::max(below, above), size_t{1}, max_side);
    const Color* low = (middle ? below_with_middle : below_plain)[side - 1];
    const Color* high = (middle ? above_with_middle : above_plain)[side - 1];
    std::vector<Color> colors;
    for (size_t i = below; i-- > 0;) colors.push_back(low[std::min(i, side - 1)]);
    if (middle) colors.push_back(solid_gray_50);
    for (size_t i = 0; i < above; ++i) colors.push_back(high[std::min(i, side - 1)]);
    return colors;
}

std::vector<Color> class_colors(const model::Classes& classes, Ramp ramp) {
    if (!classes.midpoint) return sequential_colors(classes.size(), ramp);
    const bool middle = !classes.midpoint_is_limit;
    const size_t below = classes.below + (middle ? 0 : 1);
    if (classes.limits.empty()) return {solid_gray_50};
    return diverging_colors(below, middle, classes.size() - below - (middle ? 1 : 0));
}

Color sequential_color(double t, Ramp ramp) { return between(sequential_colors(5, ramp), t); }
Color diverging_color(double t) { return between(diverging_colors(3, true, 3), t); }

Color ink_on(Color fill) {
    constexpr Color dark = solid_gray_900;
    return contrast_ratio(dark, fill) >= contrast_ratio(rgb(0xFFFFFF), fill) ? dark : rgb(0xFFFFFF);
}

}  // namespace atlas::chart

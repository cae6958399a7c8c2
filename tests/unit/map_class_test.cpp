#include <doctest/doctest.h>

#include "chart/map.h"

using namespace atlas;
using chart::ClassScale;

namespace {

using Values = std::vector<std::optional<double>>;

model::Indicator indicator(const char* scale, int decimals) {
    model::Indicator made;
    made.scale = scale, made.decimals = decimals;
    return made;
}

}  // namespace

TEST_CASE("A sequential indicator has five classes, limits on round numbers, about as many places in each") {
    Values values;
    for (int i = 0; i < 47; ++i) values.push_back(22.7 + 0.357 * i);
    const ClassScale scale = chart::class_scale(indicator("sequential", 1), values);
    REQUIRE(scale.colors.size() == 5);
    int counts[5] = {};
    for (const auto& value : values) ++counts[scale.index(*value)];
    for (const int count : counts) CHECK((count >= 7 && count <= 12));
    for (const double limit : scale.breaks) CHECK(std::abs(limit - std::round(limit)) < 1e-9);
}

TEST_CASE("A value on a limit belongs to the class above it") {
    const ClassScale scale{{10, 20}, {token::blue_50, token::blue_500, token::blue_900}};
    CHECK(scale.index(9.99) == 0);
    CHECK(scale.index(10) == 1);
    CHECK(scale.color(20) == token::blue_900);
}

TEST_CASE("A diverging indicator is symmetric about its midpoint; classes that hold nothing at the ends are left out") {
    // Like the change of population: most places lose, one gains.
    const ClassScale scale = chart::class_scale(indicator("diverging", 1),
                                                {-16.6, -12.1, -11, -7.5, -6, -5.5, -3, -1, 0.6, 7.4, std::nullopt});
    CHECK(scale.breaks == std::vector<double>{-10, -5, 0, 5});
    CHECK(scale.colors == std::vector<Color>{token::orange_800, token::orange_400, token::orange_100, token::blue_100,
                                             token::blue_400});
    CHECK(scale.color(0) == token::blue_100);
}

TEST_CASE("Where one place outweighs all others the limits follow the data instead of equal steps") {
    Values values{70563};
    for (int i = 0; i < 46; ++i) values.push_back(-7000.0 + 150 * i);
    const ClassScale scale = chart::class_scale(indicator("diverging", 0), values);
    size_t in_most = 0;
    for (size_t c = 0; c < scale.colors.size(); ++c) {
        size_t count = 0;
        for (const auto& value : values) count += scale.index(*value) == c;
        in_most = std::max(in_most, count);
    }
    CHECK(in_most < 25);
}

TEST_CASE("Equal values and no values are one class") {
    CHECK(chart::class_scale(indicator("sequential", 0), {5., 5., 5.}).colors.size() == 1);
    CHECK(chart::class_scale(indicator("sequential", 0), {std::nullopt}).colors.size() == 1);
    CHECK(chart::class_scale(indicator("diverging", 0), {0., 0.}).color(0).visible());
}

// Log, month and band scales, and the solvers that keep labels apart: worked examples.
#include "chart/scales.h"

#include <doctest/doctest.h>

#include "chart/place_labels.h"
#include "chart/words.h"

using namespace atlas;
using namespace atlas::chart;

TEST_CASE("log scale: decades take the same length, zero and below stay at the lower end") {
    const LogScale scale{1, 1000, 300, 0};
    CHECK(scale(1) == doctest::Approx(300));
    CHECK(scale(10) == doctest::Approx(200));
    CHECK(scale(1000) == doctest::Approx(0));
    CHECK(scale(0) == doctest::Approx(300));
    CHECK(scale(-5) == doctest::Approx(300));
}

TEST_CASE("log ticks: 1, 2, 5 hold the data; whole powers over four decades") {
    CHECK(log_ticks(3, 40) == std::vector<double>{2, 5, 10, 20, 50});
    CHECK(log_ticks(10, 100) == std::vector<double>{10, 20, 50, 100});
    CHECK(log_ticks(1, 100000) == std::vector<double>{1, 10, 100, 1000, 10000, 100000});
    CHECK(log_ticks(0, 10).empty());
}

TEST_CASE("value scale: asks for logarithms are declined when a value is not above zero") {
    CHECK_FALSE(value_scale(0, 100, true, 4, 100, 0).logarithmic);
    const ValueScale scale = value_scale(1, 100, true, 4, 100, 0);
    CHECK(scale.logarithmic);
    CHECK(scale(10) == doctest::Approx(50));
}

TEST_CASE("band scale: equal steps, the padding shared on both sides") {
    const BandScale scale{0, 100, 4, 0.2f};
    CHECK(scale.step() == doctest::Approx(25));
    CHECK(scale.width() == doctest::Approx(20));
    CHECK(scale.start(0) == doctest::Approx(2.5));
    CHECK(scale.center(3) == doctest::Approx(87.5));
}

TEST_CASE("month scale: a fiscal year begins in April; ticks thin out with the room") {
    CHECK(fiscal_year_of(month_of(2025, 3)) == 2024);
    CHECK(fiscal_year_of(month_of(2025, 4)) == 2025);
    const MonthScale scale{month_of(2025, 1), month_of(2028, 12), 0, 480};
    CHECK(scale.start(month_of(2025, 1)) == doctest::Approx(0));
    CHECK(scale.end(month_of(2028, 12)) == doctest::Approx(480));
    CHECK(fiscal_ticks(scale, 40) ==
          std::vector<int>{month_of(2025, 4), month_of(2026, 4), month_of(2027, 4), month_of(2028, 4)});
    CHECK(fiscal_ticks(scale, 150) == std::vector<int>{month_of(2026, 4), month_of(2028, 4)});
}

TEST_CASE("labels: those that have room stay where they wish") {
    CHECK(spread_labels({{10, 10}, {50, 10}}, 0, 100, 2) == std::vector<float>{10, 50});
}

TEST_CASE("labels: two that meet share the way") {
    // 20 wide with a gap of 4: centres 24 apart around the mean 50.
    CHECK(spread_labels({{48, 20}, {52, 20}}, 0, 100, 4) == std::vector<float>{38, 62});
}

TEST_CASE("labels: a chain moves as one block, the order of the input is kept") {
    CHECK(spread_labels({{52, 10}, {50, 10}, {48, 10}}, 0, 100, 0) == std::vector<float>{60, 50, 40});
}

TEST_CASE("labels: the ends of the axis hold") {
    CHECK(spread_labels({{2, 20}, {98, 20}}, 0, 100, 0) == std::vector<float>{10, 90});
    CHECK(spread_labels({{95, 20}, {97, 20}}, 0, 100, 0) == std::vector<float>{70, 90});
}

TEST_CASE("labels: more than fit are packed from the low end") {
    CHECK(spread_labels({{5, 60}, {6, 60}}, 0, 100, 0) == std::vector<float>{30, 90});
    CHECK(spread_labels({}, 0, 100, 0).empty());
}

TEST_CASE("lanes: a stretch takes the first lane where it touches nobody") {
    CHECK(assign_lanes({{0, 50}, {40, 80}, {60, 90}, {45, 55}}, 4) == std::vector<int>{0, 1, 0, 2});
}

TEST_CASE("words: blanks are filled; an unknown one stays to be seen") {
    CHECK(fill("{a}から{b}まで", {{"a", "2013年"}, {"b", "2025年"}}) == "2013年から2025年まで");
    CHECK(fill("{a}と{c}", {{"a", "x"}}) == "xと{c}");
    CHECK(fill("{open", {}) == "{open");
}

// Where a set of values is cut into classes: against published examples, and against the best of all possible cuts.
#include <doctest/doctest.h>

#include <cmath>
#include <random>

#include "model/classify.h"
#include "model/difference.h"
#include "model/lookup.h"

using namespace atlas::model;

namespace {

double squares_within(const std::vector<double>& values, const std::vector<double>& limits) {
    double sum = 0, all = 0, mean = 0;
    for (const double v : values) mean += v / static_cast<double>(values.size());
    for (const double v : values) all += (v - mean) * (v - mean);
    sum = (1 - variance_fit(values, limits)) * all;
    return sum;
}

/// Least squares over every way to part sorted values, by trying all of them.
double best_of_all(const std::vector<double>& sorted, size_t first, int classes) {
    const auto cost = [&](size_t from, size_t to) {
        double mean = 0, sum = 0;
        for (size_t i = from; i < to; ++i) mean += sorted[i] / static_cast<double>(to - from);
        for (size_t i = from; i < to; ++i) sum += (sorted[i] - mean) * (sorted[i] - mean);
        return sum;
    };
    if (classes == 1) return cost(first, sorted.size());
    double best = 1e300;
    for (size_t next = first + 1; next + static_cast<size_t>(classes) - 1 <= sorted.size(); ++next)
        best = std::min(best, cost(first, next) + best_of_all(sorted, next, classes - 1));
    return best;
}

}  // namespace

TEST_CASE("natural breaks: the published examples") {
    // simple-statistics, jenks([1, 2, 4, 5, 7, 9, 10, 20], 3) = [1, 7, 20, 20]: classes from 1, 7 and 20.
    CHECK(natural_breaks({1, 2, 4, 5, 7, 9, 10, 20}, 3) == std::vector<double>{6, 15});
    // Wang & Song, "Ckmeans.1d.dp", The R Journal 3/2 (2011) and its manual: {−1 ×4}, {2 ×3}, {4, 5, 6}.
    CHECK(natural_breaks({-1, 2, -1, 2, 4, 5, 6, -1, 2, -1}, 3) == std::vector<double>{0.5, 3});
    // Wikipedia, "Jenks natural breaks optimization": [4, 5, 9, 10] in two has squared deviations 26 in all, 1 within.
    CHECK(natural_breaks({4, 5, 9, 10}, 2) == std::vector<double>{7});
    CHECK(variance_fit({4, 5, 9, 10}, {7}) == doctest::Approx(25.0 / 26));
}

TEST_CASE("natural breaks: no other cut of random values is better") {
    std::mt19937 random(7);
    std::lognormal_distribution<double> incomes(0, 1);
    for (int round = 0; round < 20; ++round) {
        std::vector<double> values;
        for (int i = 0; i < 14; ++i) values.push_back(incomes(random));
        std::sort(values.begin(), values.end());
        for (const int classes : {2, 3, 5})
            CHECK(squares_within(values, natural_breaks(values, classes)) ==
                  doctest::Approx(best_of_all(values, 0, classes)).epsilon(1e-9));
    }
}

TEST_CASE("natural breaks: equal values are not parted, large figures keep their small differences") {
    CHECK(natural_breaks({5, 5, 5}, 3).empty());
    CHECK(natural_breaks({}, 3).empty());
    CHECK(natural_breaks({1, 1, 1, 2}, 3) == std::vector<double>{1.5});
    CHECK(natural_breaks({1e12, 1e12 + 1, 1e12 + 10, 1e12 + 11}, 2) == std::vector<double>{1e12 + 5.5});
    CHECK(natural_breaks({1, NAN, 2, INFINITY, 10}, 2) == std::vector<double>{6});
}

TEST_CASE("natural breaks of 1,741 municipalities in seven classes") {
    std::mt19937 random(1);
    std::lognormal_distribution<double> people(9.5, 1.4);
    std::vector<double> values;
    for (int i = 0; i < 1741; ++i) values.push_back(std::round(people(random)));
    const std::vector<double> limits = natural_breaks(values, 7);
    CHECK(limits.size() == 6);
    CHECK(std::is_sorted(limits.begin(), limits.end()));
    CHECK(variance_fit(values, limits) > variance_fit(values, quantile_breaks(values, 7)));
    CHECK(variance_fit(values, limits) > variance_fit(values, equal_breaks(values, 7)));
}

TEST_CASE("classes: each method, exact and rounded") {
    std::vector<double> values;
    for (int i = 0; i < 47; ++i) values.push_back(22.7 + 0.357 * i);
    ClassRequest request;
    request.decimals = 1;
    Classes made = classify(values, request);
    CHECK(made.limits == std::vector<double>{26, 29, 33, 36});
    CHECK(made.counts == std::vector<size_t>{10, 8, 11, 9, 9});
    request.method = ClassMethod::equal, request.rounded = false;
    made = classify(values, request);
    CHECK(made.limits.front() == doctest::Approx(22.7 + 46 * 0.357 / 5));
    request.method = ClassMethod::manual, request.limits = {35, 25, 30, 30, NAN};
    made = classify(values, request);
    CHECK(made.limits == std::vector<double>{25, 30, 35});
    CHECK(made.of(30) == 2);
}

TEST_CASE("classes: a rounded limit moves by at most a quarter of the way to its neighbours and stays in order") {
    std::mt19937 random(3);
    for (int round = 0; round < 300; ++round) {
        std::lognormal_distribution<double> spread(round % 12 - 3.0, 1.2);
        std::vector<double> values;
        for (int i = 0; i < 47; ++i) values.push_back(spread(random));
        const std::vector<double> exact = quantile_breaks(values, 5), round_ones = rounded_limits(exact, 9);
        REQUIRE(round_ones.size() == exact.size());
        for (size_t i = 0; i < exact.size(); ++i) {
            double gap = exact[i];
            if (i > 0) gap = std::min(gap, exact[i] - exact[i - 1]);
            if (i + 1 < exact.size()) gap = std::min(gap, exact[i + 1] - exact[i]);
            CHECK(std::abs(round_ones[i] - exact[i]) <= gap / 4 + 1e-9);
        }
    }
}

TEST_CASE("classes: diverging is symmetric about its midpoint, even and odd") {
    const std::vector<double> values{-16.6, -12.1, -11, -7.5, -6, -5.5, -3, -1, 0.6, 7.4};
    ClassRequest request;
    request.method = ClassMethod::equal, request.midpoint = 0, request.classes = 6;
    Classes made = classify(values, request);
    CHECK(made.limits == std::vector<double>{-10, -5, 0, 5});  // 5.5 and 11.1, rounded; nothing is above 10
    CHECK(made.midpoint_is_limit);
    CHECK(made.below == 2);
    CHECK(made.counts == std::vector<size_t>{3, 3, 2, 1, 1});
    request.classes = 5;
    made = classify(values, request);
    CHECK_FALSE(made.midpoint_is_limit);
    CHECK(made.of(0) == made.below);
    CHECK(made.limits[made.below - 1] == -made.limits[made.below]);
}

TEST_CASE("classes: with values on one side only the midpoint is still a limit; with nothing but the midpoint too") {
    ClassRequest request;
    request.midpoint = 100, request.classes = 6, request.method = ClassMethod::natural;
    Classes made = classify({101, 110, 120, 150, 170}, request);
    CHECK(made.below == 0);
    CHECK(made.limits.front() == 100);
    CHECK(made.counts.front() == 0);  // "below 100: none" is what the reader wants to know
    made = classify({100, 100}, request);
    CHECK(made.limits == std::vector<double>{100});
    CHECK(made.counts == std::vector<size_t>{0, 2});
    CHECK(classify({}, request).counts == std::vector<size_t>{0});
}

TEST_CASE("ramp: the midpoint lies in the middle, both sides have the same scale, nothing leaves the ramp") {
    const RampDomain plain = ramp_domain({10, 20, 30});
    CHECK(plain.position(10) == 0);
    CHECK(plain.position(20) == doctest::Approx(0.5));
    CHECK(plain.position(99) == 1);
    const RampDomain sided = ramp_domain({-5, 20}, 0.0);
    CHECK(sided.position(0) == 0.5);
    CHECK(sided.position(20) == 1);
    CHECK(sided.position(-20) == 0);
    CHECK(sided.position(-5) == doctest::Approx(0.375));
    CHECK(ramp_domain({}).position(7) == 1);
    CHECK(ramp_domain({3, 3}).position(3) == 0.5);
}

TEST_CASE("difference: what is missing on either side is missing, not zero") {
    Indicator indicator;
    indicator.years = {2015, 2020, 2024};
    indicator.values = {{1.5, 2.0, std::nullopt}, {1.0, 2.5, 3.0}, {1.25, std::nullopt, 4.0}};
    indicator.breaks = {{2024, "method"}};
    const YearDifference later = difference_of_years(indicator, 2024, 2020);
    CHECK(later.values == Values{0.25, std::nullopt, 1.0});
    CHECK(later.crosses_break);
    const YearDifference early = difference_of_years(indicator, 2020, 2015);
    CHECK(early.values == Values{-0.5, 0.5, std::nullopt});
    CHECK_FALSE(early.crosses_break);
    const YearDifference none = difference_of_years(indicator, 2023, 2015);
    CHECK_FALSE(none.has_later);
    CHECK(none.values == Values(3));
}

TEST_CASE("difference from the mean, weighted and not, in per cent, and how many are above") {
    const Values rates{10, 20, std::nullopt, 40};
    CHECK(*mean(rates) == doctest::Approx(70.0 / 3));
    CHECK(*mean(rates, {3, 1, 5, std::nullopt}) == doctest::Approx(12.5));
    CHECK_FALSE(mean({std::nullopt}).has_value());
    CHECK(difference(rates, 20) == Values{-10, 0, std::nullopt, 20});
    CHECK(relative_difference({30, 5}, {20, 0}) == Values{50, std::nullopt});
    const DifferenceCounts counts = count_signs({0.04, -0.05, 0.06, std::nullopt, 1}, 1);
    CHECK(counts.above == 2);
    CHECK(counts.below == 1);
    CHECK(counts.equal == 1);
    CHECK(counts.missing == 1);
}

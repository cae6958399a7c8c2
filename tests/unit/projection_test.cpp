// The mechanical continuation of a series, against figures worked by hand.
#include "model/projection.h"

#include <doctest/doctest.h>

using namespace atlas::model;

namespace {

Series series_of(std::initializer_list<double> values, int first_year = 2020) {
    Series series;
    for (const double value : values) {
        Observation point;
        point.year = first_year++, point.value = value, point.kind = "actual";
        series.points.push_back(point);
    }
    return series;
}

}  // namespace

TEST_CASE("projection: a straight series goes on straight, without a band") {
    const auto line = fit_trend(series_of({10, 12, 14, 16, 18}));
    REQUIRE(line);
    CHECK(line->slope == doctest::Approx(2));
    CHECK(line->at(2030.5) == doctest::Approx(30));
    CHECK(line->margin(2030.5) == doctest::Approx(0));
}

TEST_CASE("projection: the worked example") {
    // y = 2, 4, 5, 4, 5 at t = 1 … 5: b = 0.6, ŷ = 2.2 + 0.6 t, residuals −0.8 0.6 1 −0.6 −0.2, s² = 2.4 / 3 = 0.8.
    const auto line = fit_trend(series_of({2, 4, 5, 4, 5}, 1));
    REQUIRE(line);
    CHECK(line->slope == doctest::Approx(0.6));
    CHECK(line->at(6.5) == doctest::Approx(5.8));
    CHECK(line->residual == doctest::Approx(0.894427));
    // q(3) = 1.638; √(1 + 1/5 + 9/10) = 1.449138; 1.638 × 0.894427 × 1.449138 = 2.12310
    CHECK(line->margin(6.5) == doctest::Approx(2.1231).epsilon(0.0001));
}

TEST_CASE("projection: only the last five, after the last break, without projections") {
    Series series = series_of({100, 1, 2, 3, 4, 5});
    Observation future = series.points.back();
    future.year = 2040, future.value = 999, future.kind = "projection";
    series.points.push_back(future);
    CHECK(fit_trend(series)->slope == doctest::Approx(1));
    series.points[3].break_before = true;  // 3, 4, 5 remain
    CHECK(fit_trend(series)->count == 3);
    series.points[4].break_before = true;  // two points have no residual
    CHECK_FALSE(fit_trend(series));
}

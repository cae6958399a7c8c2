// Scales: pixels, round ticks, dates, Japanese units.
#include <doctest/doctest.h>

#include "chart/scale.h"

using namespace atlas;
using namespace atlas::chart;

TEST_CASE("scale: a value maps linearly, also onto a falling range") {
    const LinearScale up{0, 10, 100, 200}, down{0, 10, 200, 100};
    CHECK(up(5) == doctest::Approx(150));
    CHECK(up(12) == doctest::Approx(220));
    CHECK(down(0) == doctest::Approx(200));
    CHECK(LinearScale{3, 3, 0, 100}(3) == doctest::Approx(50));
}

TEST_CASE("scale: ticks are round and hold the data") {
    CHECK(nice_ticks(0, 6000, 5) == std::vector<double>{0, 2000, 4000, 6000});
    CHECK(nice_ticks(13.3, 30, 4) == std::vector<double>{10, 15, 20, 25, 30});
    CHECK(nice_ticks(-4, 9, 3) == std::vector<double>{-5, 0, 5, 10});
    CHECK(nice_ticks(0, 0, 4).size() >= 2);
    const std::vector<double> same = nice_ticks(68, 68, 4);
    CHECK(same.front() < 68);
    CHECK(same.back() > 68);
}

TEST_CASE("scale: calendar and fiscal years share one axis") {
    CHECK(time_of(2024, false) == doctest::Approx(2024.5));
    CHECK(time_of(2024, true) == doctest::Approx(2024.75));
    CHECK(time_of(2024, false, 1) == doctest::Approx(2024 + 0.5 / 12));
}

TEST_CASE("scale: a line leads neither over a break nor over a missing year") {
    model::Observation a, b;
    a.year = 2019, b.year = 2020;
    CHECK(is_connected(a, b));
    b.break_before = true;
    CHECK_FALSE(is_connected(a, b));
    b.break_before = false, b.year = 2021;
    CHECK_FALSE(is_connected(a, b));
}

TEST_CASE("scale: years are labelled as densely as they fit") {
    CHECK(year_ticks(2020, 2023.5, 400, 40) == std::vector<int>{2020, 2021, 2022, 2023});
    CHECK(year_ticks(2013.5, 2030.5, 280, 40) == std::vector<int>{2015, 2020, 2025, 2030});
}

TEST_CASE("scale: ticks are told in 万, 億 and 兆 of the base unit, or in millions") {
    CHECK(text::split_unit("億円").base == "円");
    CHECK(text::split_unit("万円/人").factor == doctest::Approx(1e4));
    CHECK(text::split_unit("%").factor == doctest::Approx(1));
    CHECK(tick_text(Lang::ja, 150000, text::split_unit("億円"), 50000) == "15兆");
    CHECK(tick_text(Lang::ja, 4000, text::split_unit("万人"), 2000) == "4,000万");
    CHECK(tick_text(Lang::ja, 2.5, text::split_unit("%"), 2.5) == "2.5");
    CHECK(tick_text(Lang::ja, 0, text::split_unit("億円"), 50000) == "0");
    CHECK(tick_text(Lang::en, 150000, text::split_unit("億円"), 50000) == "15 trillion");
    CHECK(tick_text(Lang::en, 4000, text::split_unit("万人"), 2000) == "40 million");
    CHECK(tick_text(Lang::en, 500, text::split_unit("都市"), 500) == "500");
}

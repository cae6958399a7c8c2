// Rectangles, colours, problems: the vocabulary of everything else.
#include <doctest/doctest.h>

#include <string>

#include "core/action.h"
#include "core/color.h"
#include "core/geometry.h"
#include "core/result.h"

using namespace atlas;

TEST_SUITE("rectangles") {
    TEST_CASE("the upper left edge belongs to a rectangle, the lower right one does not") {
        constexpr Rect r{10, 20, 30, 40};
        CHECK(r.contains({10, 20}));
        CHECK(r.contains({39.9f, 59.9f}));
        CHECK_FALSE(r.contains({40, 20}));
        CHECK_FALSE(r.contains({10, 60}));
        CHECK(r.center() == Vec2{25, 40});
    }
    TEST_CASE("neighbours that share an edge do not intersect") {
        CHECK_FALSE(Rect{0, 0, 10, 10}.intersects({10, 0, 10, 10}));
        CHECK(Rect{0, 0, 10, 10}.intersects({9, 9, 10, 10}));
        CHECK(intersection({0, 0, 10, 10}, {20, 20, 5, 5}).empty());
        CHECK(intersection({0, 0, 10, 10}, {4, 6, 10, 10}) == Rect{4, 6, 6, 4});
    }
    TEST_CASE("a union counts an empty rectangle as nothing") {
        CHECK(united({}, {3, 4, 5, 6}) == Rect{3, 4, 5, 6});
        CHECK(united({3, 4, 5, 6}, {100, 100, 0, 9}) == Rect{3, 4, 5, 6});
        CHECK(united({0, 0, 1, 1}, {9, 9, 1, 1}) == Rect{0, 0, 10, 10});
    }
    TEST_CASE("growing and shrinking keep the middle") {
        CHECK(Rect{10, 10, 10, 10}.grown(2) == Rect{8, 8, 14, 14});
        CHECK(Rect{10, 10, 10, 10}.grown(-5).empty());
        CHECK(Rect{1, 2, 3, 4}.moved(10, -2) == Rect{11, 0, 3, 4});
    }
}

TEST_SUITE("colours") {
    TEST_CASE("contrast: the values that WCAG's own examples give") {
        CHECK(contrast_ratio(rgb(0x000000), rgb(0xFFFFFF)) == doctest::Approx(21));
        CHECK(contrast_ratio(rgb(0xFFFFFF), rgb(0xFFFFFF)) == doctest::Approx(1));
        CHECK(contrast_ratio(rgb(0x777777), rgb(0xFFFFFF)) == doctest::Approx(4.48).epsilon(0.001));
        CHECK(contrast_ratio(rgb(0x767676), rgb(0xFFFFFF)) == doctest::Approx(4.54).epsilon(0.001));
    }
    TEST_CASE("contrast does not ask which colour comes first") {
        CHECK(contrast_ratio(rgb(0x0017C1), rgb(0xFFEEE2)) == contrast_ratio(rgb(0xFFEEE2), rgb(0x0017C1)));
    }
    TEST_CASE("mixing keeps its ends and rounds to the nearest byte") {
        const Color a = rgb(0x102030), b = rgb(0xFFFFFF).with_alpha(0);
        CHECK(mix(a, b, 0) == a);
        CHECK(mix(a, b, 1) == b);
        CHECK(mix(rgb(0x000000), rgb(0xFFFFFF), 0.5f) == rgb(0x808080));
    }
    TEST_CASE("transparent is what has no alpha") {
        CHECK_FALSE(transparent.visible());
        CHECK(rgb(0).visible());
        CHECK_FALSE(rgb(0x123456).with_alpha(0).visible());
    }
}

TEST_SUITE("errors are values") {
    TEST_CASE("a problem reads as file, place, what, remedy") {
        Problem problem;
        problem.file = "kpis.json", problem.at = "/kpis/3/target", problem.what = "数ではありません",
        problem.remedy = "数にしてください";
        CHECK(to_string(problem) == "kpis.json:/kpis/3/target: 数ではありません — 数にしてください");
    }
    TEST_CASE("parts that are not known are left out, with their punctuation") {
        Problem problem;
        problem.what = "空です";
        CHECK(to_string(problem) == "空です");
        problem.at = "line 12";
        CHECK(to_string(problem) == "line 12: 空です");
        problem.file = "a.csv", problem.at.clear();
        CHECK(to_string(problem) == "a.csv: 空です");
    }
    TEST_CASE("a result is a value or the reasons why there is none") {
        const Result<int> good = 7;
        CHECK(good);
        CHECK(*good == 7);
        CHECK(good.problems().empty());
        Problem problem;
        problem.what = "いけません";
        const Result<int> bad = problem;
        CHECK_FALSE(bad);
        REQUIRE(bad.problems().size() == 1);
        CHECK(bad.problems()[0].what == "いけません");
    }
}

TEST_CASE("an action that asks for nothing is false") {
    CHECK_FALSE(Action{});
    CHECK(go("/map"));
    CHECK(go("/map").target == "/map");
    CHECK(adjust("/map").kind == Action::Kind::adjust);
}

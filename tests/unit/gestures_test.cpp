// Fingers on the map: when a press becomes a drag, what a pinch means, and that everything comes to rest.
// The tests link neither a platform nor the painter, so this one class of src/app is compiled here.
#include "app/gestures.cpp"  // NOLINT(bugprone-suspicious-include)

#include <doctest/doctest.h>

using namespace atlas;
using namespace atlas::app;
using platform::PointerEvent;

namespace {

PointerEvent at(Vec2 window, int id = 1, bool touch = false) {
    PointerEvent event;
    event.id = id, event.touch = touch, event.window = window;
    return event;
}
PointerEvent finger(Vec2 window, int id = 1) { return at(window, id, true); }

/// Drags at `px_per_ms` to the right for 100 ms and lets go `pause_ms` later.
Gestures thrown(float px_per_ms, double pause_ms) {
    Gestures gestures;
    gestures.down(at({0, 0}), 0);
    for (int step = 1; step <= 10; ++step)
        gestures.move(at({px_per_ms * 10 * static_cast<float>(step), 0}), 10.0 * step);
    gestures.up(at({px_per_ms * 100, 0}), 100 + pause_ms);
    return gestures;
}

}  // namespace

TEST_SUITE("dragging") {
    TEST_CASE("a mouse press becomes a drag after 4 px, a finger's after 10") {
        Gestures mouse;
        mouse.down(at({100, 100}), 0);
        CHECK_FALSE(mouse.move(at({103, 100}), 10));
        CHECK_FALSE(mouse.dragging());
        CHECK(mouse.move(at({105, 100}), 20));
        CHECK(mouse.dragging());

        Gestures touch;
        touch.down(finger({100, 100}), 0);
        CHECK_FALSE(touch.move(finger({107, 107}), 10));
        CHECK(touch.move(finger({108, 108}), 20));
    }
    TEST_CASE("the map follows the pointer exactly: the steps add up to its way, dead zone included") {
        Gestures gestures;
        gestures.down(at({100, 100}), 0);
        Vec2 sum;
        for (const Vec2 p : {Vec2{102, 101}, Vec2{110, 90}, Vec2{150, 95}, Vec2{149, 200}})
            if (const auto step = gestures.move(at(p), 10)) {
                CHECK(step->factor == 1);
                sum = sum + step->pan_px;
            }
        CHECK(sum == Vec2{49, 100});
    }
    TEST_CASE("a release tells whether it ends a drag: a press and release in place is a click") {
        Gestures gestures;
        gestures.down(at({0, 0}), 0);
        CHECK_FALSE(gestures.up(at({1, 1}), 50));
        CHECK_FALSE(gestures.coasting());
        gestures.down(at({0, 0}), 100);
        gestures.move(at({50, 0}), 110);
        CHECK(gestures.up(at({50, 0}), 120));
        CHECK_FALSE(gestures.active());
        CHECK_FALSE(gestures.dragging());
    }
    TEST_CASE("a pointer that was never pressed moves nothing") {
        Gestures gestures;
        CHECK_FALSE(gestures.move(at({50, 50}), 0));
        gestures.down(at({0, 0}, 1), 0);
        CHECK_FALSE(gestures.move(at({90, 90}, 2), 10));
        CHECK_FALSE(gestures.up(at({90, 90}, 2), 10));
        CHECK(gestures.active());
    }
    TEST_CASE("cancel forgets fingers, drag and inertia") {
        Gestures gestures;
        gestures.down(at({0, 0}), 0);
        gestures.move(at({90, 0}), 10);
        gestures.cancel();
        CHECK_FALSE(gestures.active());
        CHECK_FALSE(gestures.dragging());
        CHECK_FALSE(gestures.coasting());
        CHECK_FALSE(gestures.move(at({99, 0}), 20));
    }
    TEST_CASE("a finger that the browser takes for scrolling elsewhere does not stop the one on the map") {
        Gestures gestures;
        gestures.down(finger({100, 100}, 1), 0);
        gestures.move(finger({150, 100}, 1), 10);
        gestures.drop(2);
        CHECK(gestures.move(finger({160, 100}, 1), 20));
        gestures.drop(1);
        CHECK_FALSE(gestures.active());
        CHECK_FALSE(gestures.dragging());
        CHECK_FALSE(gestures.coasting());
    }
    TEST_CASE("nothing coasts while the pointer is still down: holding still costs no frames") {
        Gestures gestures;
        gestures.down(at({0, 0}), 0);
        gestures.move(at({90, 0}), 10);
        CHECK(gestures.dragging());
        CHECK_FALSE(gestures.coasting());
    }
}

TEST_SUITE("pinching") {
    TEST_CASE("spreading two fingers to twice their distance zooms by two, about their middle") {
        Gestures gestures;
        gestures.down(finger({100, 200}, 1), 0);
        gestures.down(finger({200, 200}, 2), 5);
        const auto step = gestures.move(finger({300, 200}, 2), 20);
        REQUIRE(step);
        CHECK(step->factor == doctest::Approx(2));
        CHECK(step->anchor == Vec2{200, 200});
        CHECK(step->pan_px == Vec2{50, 0});  // the middle went from 150 to 200
    }
    TEST_CASE("the factors multiply to the whole spread, whichever finger moves") {
        Gestures gestures;
        gestures.down(finger({100, 100}, 1), 0);
        gestures.down(finger({200, 100}, 2), 0);
        double factor = 1;
        Vec2 pan;
        for (const auto& [id, p] :
             {std::pair{1, Vec2{80, 100}}, {2, Vec2{220, 100}}, {1, Vec2{50, 100}}, {2, Vec2{250, 100}}}) {
            const auto step = gestures.move(finger(p, id), 10);
            REQUIRE(step);
            factor *= step->factor;
            pan = pan + step->pan_px;
        }
        CHECK(factor == doctest::Approx(2));
        CHECK(pan == Vec2{0, 0});
    }
    TEST_CASE("two fingers side by side pan without zooming") {
        Gestures gestures;
        gestures.down(finger({100, 100}, 1), 0);
        gestures.down(finger({200, 100}, 2), 0);
        double factor = 1;
        factor *= gestures.move(finger({100, 150}, 1), 10)->factor;
        factor *= gestures.move(finger({200, 150}, 2), 10)->factor;
        CHECK(factor == doctest::Approx(1));
    }
    TEST_CASE("fingers on one point do not divide by nothing") {
        Gestures gestures;
        gestures.down(finger({100, 100}, 1), 0);
        gestures.down(finger({100, 100}, 2), 0);
        const auto step = gestures.move(finger({100, 100}, 2), 10);
        REQUIRE(step);
        CHECK(step->factor == 1);
    }
    TEST_CASE("one finger lifted: the other goes on as a drag, without a jump and without a throw from the pinch") {
        Gestures gestures;
        gestures.down(finger({100, 100}, 1), 0);
        gestures.down(finger({200, 100}, 2), 0);
        gestures.move(finger({300, 100}, 2), 10);
        CHECK(gestures.up(finger({300, 100}, 2), 20));
        CHECK(gestures.active());
        const auto step = gestures.move(finger({101, 100}, 1), 30);
        REQUIRE(step);
        CHECK(step->pan_px == Vec2{1, 0});
        CHECK(step->factor == 1);
    }
    TEST_CASE("a second finger ends a throw in progress") {
        Gestures gestures = thrown(1, 0);
        CHECK(gestures.coasting());
        gestures.down(finger({5, 5}), 200);
        CHECK_FALSE(gestures.coasting());
    }
}

TEST_SUITE("inertia") {
    TEST_CASE("after a throw the map goes on in the same direction and comes to rest") {
        Gestures gestures = thrown(1, 0);
        REQUIRE(gestures.coasting());
        double now = 100;
        float way = 0, before = 1e9f;
        int frames = 0;
        while (gestures.coasting() && frames < 1000) {
            const auto step = gestures.coast(now += 16);
            REQUIRE(step);
            CHECK(step->pan_px.x > 0);
            CHECK(step->pan_px.x <= before);
            CHECK(step->pan_px.y == 0);
            before = step->pan_px.x;
            way += step->pan_px.x;
            ++frames;
        }
        CHECK(frames < 120);                               // within two seconds
        CHECK(way == doctest::Approx(220).epsilon(0.15));  // speed × friction time
        CHECK_FALSE(gestures.coast(now + 16));
    }
    TEST_CASE("whoever holds still before letting go throws nothing") { CHECK_FALSE(thrown(1, 100).coasting()); }
    TEST_CASE("a hidden tab does not make the map jump: at most 64 ms of way a step") {
        Gestures gestures = thrown(1, 0);
        const auto step = gestures.coast(60000);
        REQUIRE(step);
        CHECK(step->pan_px.x <= 65);
    }
    TEST_CASE("while a finger is down nothing coasts") {
        Gestures gestures = thrown(1, 0);
        gestures.down(at({0, 0}), 110);
        CHECK_FALSE(gestures.coast(120));
    }
    TEST_CASE("stop_coasting stops") {
        Gestures gestures = thrown(1, 0);
        gestures.stop_coasting();
        CHECK_FALSE(gestures.coasting());
    }
}

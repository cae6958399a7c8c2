// Dark scheme and more contrast: what they do to colours, and to a page.
#include "scene/appearance.h"

#include <doctest/doctest.h>

#include "chart/palette.h"
#include "core/tokens.h"

using namespace atlas;
using namespace atlas::scene;

namespace {

constexpr Color white = rgb(0xFFFFFF), black = rgb(0);
/// What pages are made of: text, lines, links, states, pillars.
constexpr Color used[] = {white,
                          token::solid_gray_50,
                          token::solid_gray_100,
                          token::solid_gray_300,
                          token::solid_gray_420,
                          token::solid_gray_536,
                          token::solid_gray_600,
                          token::solid_gray_800,
                          token::blue_100,
                          token::blue_700,
                          token::blue_900,
                          token::green_600,
                          token::green_1000,
                          token::yellow_900,
                          token::orange_800,
                          token::red_800,
                          token::magenta_900,
                          token::cyan_600};

}  // namespace

TEST_CASE("On a dark ground every two colours keep the contrast that they have on white") {
    CHECK(on_dark_ground(white) == dark_ground);
    CHECK(on_dark_ground(black) == white);
    CHECK(on_dark_ground(rgb(0x333333).with_alpha(40)).a == 40);
    for (const Color a : used)
        for (const Color b : used) {
            const double before = contrast_ratio(a, b), after = contrast_ratio(on_dark_ground(a), on_dark_ground(b));
            CAPTURE(int{a.r} << 16 | int{a.g} << 8 | int{a.b});
            CAPTURE(int{b.r} << 16 | int{b.g} << 8 | int{b.b});
            CHECK(after == doctest::Approx(before).epsilon(0.06));  // bytes are coarse near black
        }
}

TEST_CASE("Classes of a map stay in order and apart on a dark ground") {
    const std::vector<Color> ramp = chart::sequential_colors(5);
    for (size_t i = 1; i < ramp.size(); ++i) {
        const Color before = on_dark_ground(ramp[i - 1]), now = on_dark_ground(ramp[i]);
        CHECK(contrast_ratio(now, dark_ground) > contrast_ratio(before, dark_ground));
    }
}

TEST_CASE("More contrast moves away from white, never towards it, and keeps the order") {
    CHECK(with_more_contrast(white) == white);
    CHECK(with_more_contrast(black) == black);
    double last = 0;
    for (const Color c : {token::solid_gray_50, token::solid_gray_100, token::solid_gray_300, token::solid_gray_536}) {
        const double now = contrast_ratio(with_more_contrast(c), white);
        CHECK(now >= contrast_ratio(c, white));
        CHECK(now > last);
        last = now;
    }
    CHECK(contrast_ratio(with_more_contrast(token::solid_gray_600), white) > 7);  // AAA
    CHECK(contrast_ratio(with_more_contrast(token::solid_gray_420), white) > 4.5);
}

TEST_CASE("Of a scene letters and lines get more contrast, grounds and classes do not; dark turns all of it") {
    Scene scene;
    RectMark ground{{0, 0, 100, 100}, token::blue_100, token::solid_gray_420, 1, 0, false};
    RectMark line{{0, 0, 100, 1}, token::solid_gray_300, transparent, 0, 0, false};
    TextMark text{{0, 0}, "x", {}, token::solid_gray_600, white};
    MapMark map;
    map.fills = {token::blue_100, transparent}, map.coast = token::solid_gray_420;
    scene.layer(Layer::document) = {ground, line, text, map};
    Scene strong = scene, dark = scene, same = scene;
    apply(strong, {false, true});
    apply(dark, {true, false});
    apply(same, {});
    const auto rect = [](const Scene& s, size_t i) { return std::get<RectMark>(s.layer(Layer::document)[i]); };
    CHECK(rect(strong, 0).fill == token::blue_100);
    CHECK(rect(strong, 0).stroke == with_more_contrast(token::solid_gray_420));
    CHECK(rect(strong, 1).fill == with_more_contrast(token::solid_gray_300));
    CHECK(std::get<TextMark>(strong.layer(Layer::document)[2]).color == with_more_contrast(token::solid_gray_600));
    CHECK(std::get<MapMark>(strong.layer(Layer::document)[3]).fills[0] == token::blue_100);
    CHECK(dark.ground == dark_ground);
    CHECK(rect(dark, 0).fill == on_dark_ground(token::blue_100));
    CHECK(std::get<TextMark>(dark.layer(Layer::document)[2]).halo == dark_ground);
    CHECK_FALSE(std::get<MapMark>(dark.layer(Layer::document)[3]).fills[1].visible());
    CHECK(rect(same, 0).fill == token::blue_100);
    scene.parts.push_back({"code", Layer::document, 0, 1, true});
    apply(scene, {true, false});
    CHECK(rect(scene, 0).fill == token::blue_100);  // what machines read keeps its colours
    CHECK(rect(scene, 1).fill == on_dark_ground(token::solid_gray_300));
    CHECK(same.ground == white);
}

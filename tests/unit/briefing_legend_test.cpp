#include <doctest/doctest.h>

#include "map_mesh_fixture.h"
#include "page/briefing_parts.h"

using namespace atlas;

namespace {

constexpr Rect sea{0, 0, 1000, 500};
constexpr Vec2 size{300, 150};

/// The small country at 1 px a km, its middle at `middle`; "47" is off the map.
scene::Scene page_with(Vec2 middle) {
    scene::Scene page;
    scene::MapMark map;
    map.rect = sea, map.mesh = test::small_country(), map.offset = middle;
    page.layer(scene::Layer::backdrop).emplace_back(map);
    return page;
}

bool covers(Vec2 place, const Rect& rect) {
    return !intersection(Rect{place.x, place.y, size.x, size.y}, rect).empty();
}

}  // namespace

TEST_CASE("A map's legend stands in the lower left corner of the stage while no land is there") {
    CHECK(page::legend_place(page_with({600, 250}), sea, size) == Vec2{0, 350});
}

TEST_CASE(
    "Where land, an inset or a button is in that corner, the legend stands in the Pacific and covers none of them") {
    const Rect land{200, 100, 200, 300};  // of both prefectures around {300, 300}
    scene::Scene page = page_with({300, 300});
    const Vec2 free = page::legend_place(page, sea, size);
    CHECK(free.x == 700);
    CHECK(free.y == doctest::Approx(175).epsilon(0.02));  // in the middle of the height
    CHECK_FALSE(covers(free, land));

    const Rect inset{800, 400, 150, 90}, button{950, 20, 44, 44};
    scene::MapMark map;
    map.rect = inset, map.mesh = test::small_country();
    page.layer(scene::Layer::backdrop).emplace_back(map);
    scene::Node node;
    node.id = "map:zoom-in", node.role = scene::Role::button, node.rect = button;
    page.nodes.push_back(node);
    const Vec2 between = page::legend_place(page, sea, size);
    CHECK(between.x == 700);
    CHECK_FALSE(covers(between, inset));
    CHECK_FALSE(covers(between, button));
}

TEST_CASE("Islands count as land: a legend would hide them whole") {
    // The islet of "01" lies 20 km off its coast, 120 … 130 km right of the middle.
    const scene::Scene page = page_with({-100, 480});
    CHECK(page::legend_place(page, sea, size).x == 700);
}

TEST_CASE("Tiles are land, too") {
    scene::Scene page;
    scene::Node tile;
    tile.id = "pref:47", tile.role = scene::Role::map_feature, tile.rect = {10, 400, 60, 60};
    page.nodes.push_back(tile);
    CHECK(page::legend_place(page, sea, size).x == 700);
}

TEST_CASE("A map that is full keeps its legend where everybody looks for it") {
    scene::Scene page;
    scene::Node tile;
    tile.id = "pref:47", tile.role = scene::Role::map_feature, tile.rect = sea;
    page.nodes.push_back(tile);
    CHECK(page::legend_place(page, sea, size) == Vec2{0, 350});
}

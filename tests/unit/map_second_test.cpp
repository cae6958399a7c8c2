// Two indicators at once: blended into nine classes, or on two maps with one camera.
#include <doctest/doctest.h>

#include <algorithm>

#include "chart/palette.h"
#include "golden.h"
#include "map_levels_fixture.h"
#include "page/map_level.h"
#include "page/page.h"

using namespace atlas;

namespace {

scene::Scene build(const page::Data& data, const view::ViewState& state, Vec2 window = {1280, 800}) {
    ui::Environment environment;
    environment.window = window, environment.native_fields = true;
    return page::build(data, state, environment, FixedMeasure());
}
scene::Scene build(const page::Data& data, const char* route, Vec2 window = {1280, 800}) {
    return build(data, view::parse_route(route), window);
}

std::vector<const scene::MapMark*> maps_of(const scene::Scene& scene) {
    std::vector<const scene::MapMark*> maps;
    for (const scene::Mark& mark : scene.layer(scene::Layer::backdrop))
        if (const auto* map = std::get_if<scene::MapMark>(&mark)) maps.push_back(map);
    return maps;
}

std::vector<const scene::HitRegion*> map_regions(const scene::Scene& scene) {
    std::vector<const scene::HitRegion*> regions;
    for (const scene::HitRegion& region : scene.regions)
        if (region.is_map) regions.push_back(&region);
    return regions;
}

}  // namespace

TEST_SUITE("two indicators on the map") {
    TEST_CASE("are in the address, and gone with the second one") {
        for (const char* route :
             {"/map?i=tfr&w=births", "/map?i=tfr&w=births&wy=2020&v=2", "/map?i=tfr&u=08n&w=births"})
            CHECK(view::route_of(view::parse_route(route)) == route);
        CHECK(view::route_of(view::parse_route("/map?i=tfr&wy=2020&v=2")) == "/map?i=tfr");
        view::ViewState state = view::parse_route("/map?i=tfr&u=0&w=births&wy=2020");
        state = view::reduce(state, {Action::Kind::choose, "second", "", 0});
        CHECK(view::route_of(state) == "/map?i=tfr");
    }
    TEST_CASE("blended: every area has the colour of its class, what lacks a value is a hatch") {
        const page::Data data = test::levels_data();
        const std::optional<page::MapFacts> facts = page::level_facts(data, view::parse_route("/map?i=tfr&w=births"));
        REQUIRE(facts);
        REQUIRE(facts->second);
        REQUIRE(facts->blend.size() == facts->values.size());
        const scene::Scene scene = build(data, "/map?i=tfr&w=births");
        const scene::MapMark& map = *maps_of(scene).front();
        size_t without = 0;
        for (size_t p = 0; p < facts->places.size(); ++p) {
            const int feature = map.mesh->find(facts->places[p].code);
            REQUIRE(feature >= 0);
            const auto f = static_cast<size_t>(feature);
            const bool both = facts->values[p] && facts->second->values[p];
            CHECK((facts->blend[p] == 'n') == !both);
            CHECK(map.hatched[f] == !both);
            if (both) CHECK(map.fills[f] == chart::bivariate_colors[static_cast<size_t>(facts->blend[p] - '0')]);
            without += !both;
        }
        CHECK(without > 0);
        CHECK(without < facts->places.size());
    }
    TEST_CASE("blended: the square of the legend filters, and each area says both values") {
        const page::Data data = test::levels_data();
        const scene::Scene scene = build(data, "/map?i=tfr&w=births");
        const auto facts = page::level_facts(data, view::parse_route("/map?i=tfr&w=births"));
        const size_t p = facts->blend.find_first_not_of('n');
        REQUIRE(p != std::string::npos);
        const std::string letter(1, facts->blend[p]);
        const scene::Node* cell = nullptr;
        for (const scene::Node& node : scene.nodes)
            if (node.action.target == "/map?i=tfr&u=" + letter + "&w=births") cell = &node;
        REQUIRE(cell != nullptr);
        CHECK(cell->toggles);
        const scene::Scene filtered = build(data, cell->action.target.c_str());
        size_t lit = 0;
        for (const Color fill : maps_of(filtered).front()->fills)
            lit += fill == chart::bivariate_colors[static_cast<size_t>(letter[0] - '0')];
        CHECK(lit == static_cast<size_t>(std::count(facts->blend.begin(), facts->blend.end(), letter[0])));
        const scene::Node* area = scene.find(view::feature_node(facts->places[p].code));
        REQUIRE(area != nullptr);
        CHECK(area->name.find(page::figure_of(Words(), *facts->indicator, *facts->values[p]).text()) !=
              std::string::npos);
        CHECK(area->name.find(page::figure_of(Words(), *facts->second->indicator, *facts->second->values[p]).text()) !=
              std::string::npos);
    }
    TEST_CASE("side by side: two maps of one size and camera, the areas once in the tree") {
        const page::Data data = test::levels_data();
        const scene::Scene scene = build(data, "/map?i=tfr&w=births&v=2&c=136,36,2");
        const auto maps = maps_of(scene);
        REQUIRE(maps.size() == 2);
        CHECK(maps[0]->scale == maps[1]->scale);
        CHECK(maps[0]->rect.w == maps[1]->rect.w);
        CHECK(maps[0]->rect.h == maps[1]->rect.h);
        const Vec2 apart = maps[1]->offset - maps[0]->offset;
        CHECK(apart.x == doctest::Approx(maps[1]->rect.x - maps[0]->rect.x));
        CHECK(apart.y == doctest::Approx(maps[1]->rect.y - maps[0]->rect.y));
        REQUIRE(map_regions(scene).size() == 2);
        CHECK_FALSE(map_regions(scene)[0]->rect.intersects(map_regions(scene)[1]->rect));
        size_t areas = 0;
        for (const scene::Node& node : scene.nodes) areas += node.role == scene::Role::map_feature;
        CHECK(areas == 3);
        CHECK(scene.find("map-second") != nullptr);
        CHECK(scene.find("map:legend:0") != nullptr);
        CHECK(scene.find("map:second-summary") != nullptr);
    }
    TEST_CASE("on a phone they stand as they are larger: beside each other above the sheet") {
        const page::Data data = test::levels_data();
        const scene::Scene scene = build(data, "/map?i=tfr&w=births&v=2&c=136,36,2", {360, 800});
        const auto maps = maps_of(scene);
        REQUIRE(maps.size() == 2);
        CHECK(maps[0]->rect.y == maps[1]->rect.y);
        CHECK(maps[0]->rect.right() < maps[1]->rect.x);
        CHECK(maps[0]->rect.h >= 200);
    }
    TEST_CASE("the table has a column for each") {
        const page::Data data = test::levels_data();
        const scene::Scene scene = build(data, "/map?i=tfr&w=births&t=1");
        std::string headers;
        for (const scene::Node& node : scene.nodes)
            if (node.role == scene::Role::columnheader) headers += node.name + "|";
        CHECK(headers.find("合計特殊出生率") != std::string::npos);
        CHECK(headers.find("出生数") != std::string::npos);
    }
    TEST_CASE("a second indicator that there is not, or that has no value here, changes nothing") {
        const page::Data data = test::levels_data();
        for (const char* other : {"nonsense", "stories"}) {
            view::ViewState state = view::parse_route("/map?i=tfr");
            state.look.second = other;
            const auto facts = page::level_facts(data, state);
            REQUIRE(facts);
            CHECK(facts->second == nullptr);
            CHECK(facts->blend.empty());
        }
    }
    TEST_CASE("golden scenes") {
        const page::Data data = test::levels_data();
        test::compare_golden("map_blend", scene::dump_semantics(build(data, "/map?i=tfr&w=births")));
        test::compare_golden("map_two", scene::dump_semantics(build(data, "/map?i=tfr&w=births&v=2")));
        test::compare_golden("map_two_en",
                             scene::dump_semantics(build(data, "/en/map?i=tfr&w=births&v=2", {360, 800})));
    }
}

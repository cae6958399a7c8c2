// Blocks, prefectures, municipalities: what the map page shows of each, and the way between them.
#include <doctest/doctest.h>

#include "golden.h"
#include "map_levels_fixture.h"
#include "page/map_level.h"

using namespace atlas;
using view::Level;

namespace {

constexpr Vec2 laptop{1280, 800};

scene::Scene build(const page::Data& data, const view::ViewState& state) {
    ui::Environment environment;
    environment.window = laptop;
    environment.native_fields = true;
    return page::build(data, state, environment, FixedMeasure());
}
scene::Scene build(const page::Data& data, const char* route) { return build(data, view::parse_route(route)); }

std::vector<const scene::MapMark*> maps_of(const scene::Scene& scene) {
    std::vector<const scene::MapMark*> maps;
    for (const scene::Mark& mark : scene.layer(scene::Layer::backdrop))
        if (const auto* map = std::get_if<scene::MapMark>(&mark)) maps.push_back(map);
    return maps;
}

std::vector<std::string> areas_of(const scene::Scene& scene) {
    std::vector<std::string> ids;
    for (const scene::Node& node : scene.nodes)
        if (node.role == scene::Role::map_feature) ids.push_back(node.id);
    return ids;
}

page::Data with_blocks() {
    page::Data data = test::levels_data();
    geo::FeatureSet set;
    set.features = {{"北部", {{{test::plane_box(-100, -200, 200, 300)}}}},
                    {"沖縄", {{{test::plane_box(-980, 1250, 60, 30)}}}}};
    set.borders = geo::find_borders(set.features);
    data.block_map = std::make_shared<const MapMesh>(geo::make_mesh(set));
    return data;
}

}  // namespace

TEST_CASE("Each level as a reader of the tree meets it") {
    const page::Data data = with_blocks();
    test::compare_golden("map_level_block", scene::dump_semantics(build(data, "/map?i=population_total&l=b&b=北部")));
    test::compare_golden("map_level_municipality", scene::dump_semantics(build(data, "/map?l=m")));
    test::compare_golden("map_level_open", scene::dump_semantics(build(data, "/map?l=m&p=01202")));
}

TEST_CASE("A block's value is the sum, the weighted mean, or none where neither would be true") {
    const page::Data data = test::levels_data();
    const auto value = [&](const char* route) { return page::level_facts(data, view::parse_route(route))->values; };
    CHECK(value("/map?i=population_total&l=b") == page::Values{1150.0, 310.0});
    CHECK(value("/map?i=births&l=b") == page::Values{std::nullopt, 15.0});  // one prefecture's is missing
    CHECK(value("/map?i=old&l=b")[0] == doctest::Approx((30.0 * 900 + 40.0 * 400) / 1300));
    CHECK(value("/map?i=tfr&l=b") == page::Values{std::nullopt, std::nullopt});
}

TEST_CASE("Near enough the map turns to municipalities by itself, if the indicator has values for them") {
    const page::Data data = test::levels_data();
    const auto level = [&](const char* route) { return page::shown_level(data, view::parse_route(route)); };
    CHECK(level("/map?i=population_total") == Level::prefecture);
    CHECK(level("/map?i=population_total&c=137,38,5") == Level::municipality);
    CHECK(level("/map?i=population_total&c=137,38,3") == Level::prefecture);
    CHECK(level("/map?i=population_total&c=137,38,5&l=p") == Level::prefecture);
    CHECK(level("/map?i=births&c=137,38,5") == Level::prefecture);
    CHECK(level("/map?i=stories") == Level::municipality);  // has no other values
    CHECK(level("/map?i=births&l=m") == Level::municipality);
    CHECK(page::shown_level({}, view::parse_route("/map?l=m")) == Level::prefecture);
}

TEST_CASE("An indicator without municipal values is hatched all over and says so") {
    const scene::Scene scene = build(test::levels_data(), "/map?i=births&l=m");
    REQUIRE(scene.find("map:no-values") != nullptr);
    CHECK(scene.find("map:no-values")->name.find("出生数") != std::string::npos);
    CHECK(scene.find("map:legend") == nullptr);
    const auto maps = maps_of(scene);
    REQUIRE_FALSE(maps.empty());
    for (size_t f = 0; f < maps.front()->mesh->features(); ++f) CHECK(maps.front()->hatched[f]);
}

TEST_CASE("Areas without data stay in the picture: the villages that no census counts") {
    const scene::Scene scene = build(test::levels_data(), "/map?l=m");
    const scene::MapMark& map = *maps_of(scene).front();
    const auto village = static_cast<size_t>(map.mesh->find("01695"));
    CHECK(map.hatched[village]);
    CHECK(map.fills[village].visible());
}

TEST_CASE("The tree holds the prefectures, or the municipalities of the open one, in rank order") {
    const page::Data data = test::levels_data();
    CHECK(areas_of(build(data, "/map?l=m")) == std::vector<std::string>{"pref:01", "pref:02", "pref:47"});
    const scene::Scene open = build(data, "/map?l=m&p=01");
    CHECK(areas_of(open) == std::vector<std::string>{"muni:01100", "muni:01202"});
    CHECK(open.find("muni:01202")->pos_in_set == 2);
    CHECK(open.find("muni:01202")->set_size == 2);
    CHECK(open.find("muni:01202")->action.target == "01202");
}

TEST_CASE("A click opens what it hits; Esc goes up one at a time") {
    view::ViewState state = view::parse_route("/map?l=m");
    state = view::reduce(state, {Action::Kind::pick_feature, "01202", {}, 0});
    CHECK(view::route_of(state) == "/map?l=m&p=01202");
    CHECK(state.prefecture == "01");
    state = view::one_level_up(state);
    CHECK(view::route_of(state) == "/map?l=m&p=01");
    state = view::one_level_up(state);
    CHECK(view::route_of(state) == "/map");
    CHECK(view::route_of(view::one_level_up(state)) == "/map");
}

TEST_CASE("Every step of the breadcrumb leads one level up") {
    const scene::Scene scene = build(test::levels_data(), "/map?l=m&p=01202");
    CHECK(scene.find("map:crumb-country")->href == "/map");
    const view::ViewState prefecture = view::parse_route(scene.find("map:crumb-prefecture")->href);
    CHECK(prefecture.prefecture == "01");
    CHECK(prefecture.municipality.empty());
    CHECK(prefecture.level == Level::municipality);
    CHECK(scene.find("map:crumb-municipality")->name == "東町");
    CHECK(build(test::levels_data(), "/map").find("map:crumbs") == nullptr);
}

TEST_CASE("Finer boundaries replace the coarse ones of their prefecture, and only near") {
    page::Data data = test::levels_data();
    const view::ViewState near = view::parse_route("/map?l=m&c=137,38,6");
    ui::Environment environment;
    environment.window = laptop;
    const std::vector<model::DetailKey> wanted = page::details_of(data, near, environment);
    CHECK(wanted == std::vector<model::DetailKey>{{2, "01"}, {2, "02"}});
    CHECK(page::details_of(data, view::parse_route("/map?l=m"), environment).empty());
    CHECK(page::details_of(data, view::parse_route("/map?l=m&c=137,38,20"), environment).front().level == 3);

    geo::FeatureSet fine;
    fine.features.push_back({"02201", {{{test::plane_box(-100, 0, 200, 100)}}}});
    fine.borders = geo::find_borders(fine.features);
    data.details[{2, "02"}] = std::make_shared<const MapMesh>(geo::make_mesh(fine));
    data.details[{2, "01"}] = nullptr;  // on its way, or not to be had
    const scene::Scene scene = build(data, near);
    const auto maps = maps_of(scene);
    REQUIRE(maps.size() == 2);
    CHECK(maps[0]->hides(static_cast<size_t>(maps[0]->mesh->find("02201"))));
    CHECK_FALSE(maps[0]->hides(static_cast<size_t>(maps[0]->mesh->find("01100"))));
    CHECK(maps[1]->mesh->feature_codes == std::vector<std::string>{"02201"});
}

TEST_CASE("Borders between prefectures are stronger than those between their municipalities") {
    const scene::Scene scene = build(test::levels_data(), "/map?l=m");
    const scene::MapMark& map = *maps_of(scene).front();
    CHECK(map.outer.visible());
    CHECK(map.outer_px > map.border_px);
    int inner = 0, outer = 0;
    for (const MapMesh::Line& line : map.mesh->lines) {
        inner += line.kind == MapMesh::LineKind::inner;
        outer += line.kind == MapMesh::LineKind::outer;
    }
    CHECK(inner == 1);
    CHECK(outer == 2);  // 南市 touches both municipalities of 北県
}

TEST_CASE("Without boundaries of municipalities each is a point") {
    page::Data data = test::levels_data();
    data.municipal_map = nullptr;
    const scene::Scene scene = build(data, "/map?l=m");
    int points = 0;
    for (const scene::Mark& mark : scene.layer(scene::Layer::backdrop))
        if (const auto* symbol = std::get_if<scene::SymbolMark>(&mark)) points += symbol->radius_px == 2.5f;
    CHECK(points == 4);
}

TEST_CASE("Municipalities are fetched when they are asked for, not before") {
    const auto wants = [](const char* route) {
        const auto names = page::bundles_of(view::parse_route(route));
        return std::find(names.begin(), names.end(), model::BundleName::municipal_boundaries) != names.end();
    };
    CHECK_FALSE(wants("/map"));
    CHECK_FALSE(wants("/map?p=32"));
    CHECK(wants("/map?l=m"));
    CHECK(wants("/map?c=137,38,6"));
    CHECK_FALSE(wants("/map?c=137,38,6&l=p"));
    CHECK_FALSE(wants("/"));
}

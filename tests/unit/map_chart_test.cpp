#include <doctest/doctest.h>

#include "chart/map.h"
#include "chart/map_inset.h"
#include "golden.h"
#include "map_mesh_fixture.h"

using namespace atlas;

namespace {

const FixedMeasure measure;
const ui::Environment laptop{};
const ui::Interaction nothing{};

chart::MapOptions small_map() {
    chart::MapOptions options;
    options.mesh = test::small_country();
    options.rect = {360, 64, 920, 736};
    options.name = "地図：総人口、2024年";
    options.fills = {token::blue_50, token::blue_900, token::blue_300};
    options.hatched = {false, false, false};
    options.feature_names = {"北県 120万人（全国1位）", "南県 80万人（全国2位）", "沖縄県 10万人（全国3位）"};
    options.feature_labels = {"北", "南", "沖縄"};
    return options;
}

chart::MapMarker marker(const char* id, Vec2 plane, const char* prefecture) {
    return {std::string("story:") + id, id, "2", std::string("/stories/") + id, geo::unproject(plane), prefecture};
}

scene::Scene draw(const chart::MapOptions& options) {
    ui::Ui ui(laptop, measure, nothing);
    ui.layer = scene::Layer::backdrop;
    chart::draw_map(ui, options);
    return std::move(ui.scene);
}

int count_maps(const scene::Scene& scene) {
    int count = 0;
    for (const scene::Mark& mark : scene.layer(scene::Layer::backdrop))
        count += std::holds_alternative<scene::MapMark>(mark);
    return count;
}

}  // namespace

TEST_CASE("A map as marks and nodes") {
    chart::MapOptions options = small_map();
    options.selected = "02", options.attribution = "出典";
    options.markers = {marker("a", {0, -150}, "01"), marker("b", {10, 50}, "02"), marker("c", {12, 50}, "02"),
                       marker("d", {-950, 1265}, "47")};
    test::compare_golden("map_small_country", scene::dump(draw(options)));
}

TEST_CASE("Each prefecture is a node that can be picked, where one sees it: Okinawa in its inset") {
    const chart::MapOptions options = small_map();
    const scene::Scene scene = draw(options);
    const scene::Node* south = scene.find("pref:02");
    REQUIRE(south != nullptr);
    CHECK(south->role == scene::Role::map_feature);
    CHECK(south->name == "南県 80万人（全国2位）");
    CHECK(south->action.kind == Action::Kind::pick_feature);
    CHECK(south->action.target == "02");

    const scene::Node* okinawa = scene.find("pref:47");
    const Rect inset = chart::insets_for(options.rect, {}, 24).front().frame;
    REQUIRE(okinawa != nullptr);
    CHECK(inset.contains(okinawa->rect.center()));
    CHECK(okinawa->rect.w > 5);
}

TEST_CASE("Insets belong to the national view and leave when one zooms in") {
    chart::MapOptions options = small_map();
    CHECK(count_maps(draw(options)) == 4);
    options.camera = view::MapCamera{{137, 38}, 3};
    CHECK(count_maps(draw(options)) == 1);
}

TEST_CASE("Insets lie inside the map, apart from each other and from the controls, at every window size") {
    for (const Rect rect : {Rect{0, 56, 320, 228}, Rect{0, 56, 360, 300}, Rect{0, 56, 390, 425},
                            Rect{360, 64, 408, 960}, Rect{360, 64, 920, 736}, Rect{360, 64, 1560, 1016}}) {
        const Vec2 controls{60, 172};
        const Rect buttons{rect.right() - 60, rect.bottom() - 172, 60, 172};
        const auto insets = chart::insets_for(rect, controls, 24);
        REQUIRE(insets.size() >= 2);
        for (size_t i = 0; i < insets.size(); ++i) {
            const Rect& frame = insets[i].frame;
            CHECK((rect.contains({frame.x, frame.y}) && rect.contains({frame.right() - 1, frame.bottom() - 1})));
            CHECK_FALSE(insets[i].frame.intersects(buttons));
            for (size_t j = i + 1; j < insets.size(); ++j) CHECK_FALSE(insets[i].frame.intersects(insets[j].frame));
            // Wakkanai, Chōshi and Nagasaki stay to be seen.
            const chart::MapTransform main = chart::transform_for(rect, std::nullopt);
            for (const geo::LonLat place : {geo::LonLat{141.7, 45.4}, {140.87, 35.7}, {129.87, 32.75}})
                CHECK_FALSE(insets[i].frame.contains(main.to_window(geo::project(place))));
        }
    }
}

TEST_CASE("A cluster says how many stories it holds and leads nearer to them") {
    chart::MapOptions options = small_map();
    options.link_state.indicator = "tfr";
    options.markers = {marker("b", {10, 50}, "02"), marker("c", {22, 50}, "02")};
    const scene::Scene scene = draw(options);
    const scene::Node* cluster = scene.find("cluster:story:b");
    REQUIRE(cluster != nullptr);
    CHECK(cluster->name == "好事例 2件（近くに寄る）");
    const view::ViewState next = view::parse_route(cluster->href);
    CHECK(next.page == view::Page::map);
    CHECK(next.indicator == "tfr");
    REQUIRE(next.camera.has_value());
    CHECK(next.camera->zoom > 1.5);

    options.camera = next.camera;
    CHECK(draw(options).find("story:b") != nullptr);
}

TEST_CASE("Stories at one place, which no zoom parts, lead to the list of their prefecture") {
    chart::MapOptions options = small_map();
    options.markers = {marker("b", {10, 50}, "02"), marker("c", {10, 50}, "02")};
    const scene::Scene scene = draw(options);
    REQUIRE(scene.find("cluster:story:b") != nullptr);
    CHECK(scene.find("cluster:story:b")->href == "/stories?p=02");
}

TEST_CASE("A name stands inside its area or not at all") {
    chart::MapOptions options = small_map();
    options.feature_labels = {"北", "とても長い名前の県なのでここには入りません", "沖縄"};
    const scene::Scene scene = draw(options);
    std::string texts;
    for (const scene::Mark& mark : scene.layer(scene::Layer::backdrop))
        if (const auto* text = std::get_if<scene::TextMark>(&mark)) texts += text->text + "/";
    CHECK(texts.find("北/") != std::string::npos);
    CHECK(texts.find("とても") == std::string::npos);
}

TEST_CASE("The chosen area is outlined, the one under the pointer more thinly") {
    chart::MapOptions options = small_map();
    options.insets = false;
    options.selected = "01", options.hovered = "02";
    const scene::Scene scene = draw(options);
    std::vector<scene::MapMark> maps;
    for (const scene::Mark& mark : scene.layer(scene::Layer::backdrop))
        if (const auto* map = std::get_if<scene::MapMark>(&mark)) maps.push_back(*map);
    REQUIRE(maps.size() == 2);
    CHECK(maps[0].emphasized == 0);
    CHECK(maps[1].emphasized == 1);
    CHECK(maps[1].emphasis_px < maps[0].emphasis_px);
}

TEST_CASE("Without boundaries the map says so") {
    chart::MapOptions options = small_map();
    options.mesh = nullptr;
    CHECK(scene::dump_semantics(draw(options)).find("境界データがありません") != std::string::npos);
}

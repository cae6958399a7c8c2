// A reader's own file on the map page.
#include <doctest/doctest.h>

#include "map_levels_fixture.h"
#include "page/own_data.h"
#include "page/page.h"

using namespace atlas;

namespace {

page::Data with_file(const char* text) {
    page::Data data = test::levels_data();
    data.own = page::own_data("mine.csv", text, *data.places, *data.municipalities, Words());
    return data;
}

scene::Scene build(const page::Data& data, const view::ViewState& state) {
    ui::Environment environment;
    environment.window = {1280, 800}, environment.native_fields = true;
    return page::build(data, state, environment, FixedMeasure());
}

view::ViewState shown(const page::Data& data) {
    view::ViewState state = view::parse_route("/map?i=tfr&p=01");
    page::show_own_data(data, state);
    return state;
}

std::string named(const scene::Scene& scene, const char* id) {
    const scene::Node* node = scene.find(id);
    return node ? node->name : "";
}

}  // namespace

TEST_CASE("A file with prefectures is drawn with its own legend, source and list; what does not fit is told by line") {
    const page::Data data = with_file("県,空き家（千戸）\n北県,10.5\n江戸府,3\n沖縄県,不明\n南県,20\n");
    const view::ViewState state = shown(data);
    CHECK(view::route_of(state) == "/map?i=own.0");
    const scene::Scene scene = build(data, state);
    CHECK(named(scene, "pref:01") == "北県 10.5千戸（全国2位）");
    CHECK(named(scene, "map:own-result") == "「mine.csv」の4行のうち、2行を地図に表しています。");
    REQUIRE(scene.find("map:own-issues") != nullptr);
    CHECK(named(scene, "map:own-issues/1") == "3行目：「江戸府」という場所はありません");
    CHECK(named(scene, "map:own-issues/2") == "4行目：「不明」は数として読めません");
    CHECK(scene.find("map:legend:none") != nullptr);
    CHECK(scene.find("map:year") == nullptr);
    CHECK(scene.find("map:own-choose")->action.kind == Action::Kind::open_file);
    CHECK(scene.find("map:own-close")->action.kind == Action::Kind::close_file);
}

TEST_CASE("A file with municipalities opens that level; years of one name are one indicator") {
    const page::Data data = with_file("コード,年,世帯数\n01100,2015,5\n01100,2020,6\n02201,2015,7\n02201,2020,9\n");
    const view::ViewState state = shown(data);
    CHECK(view::route_of(state) == "/map?i=own.0&l=m");
    REQUIRE(data.own->municipalities->indicators.size() == 1);
    CHECK(data.own->municipalities->indicators[0].years == std::vector<int>{2015, 2020});
    CHECK(named(build(data, state), "map:title") == "世帯数を2020年で見る（市区町村別）");
}

TEST_CASE("At a level that a file has no values for the page goes on") {
    const page::Data towns = with_file("コード,世帯数\n01100,5\n02201,7\n");
    CHECK(named(build(towns, view::parse_route("/map?i=own.0&l=b")), "map:title").find("地方別") != std::string::npos);
    CHECK(named(build(towns, view::parse_route("/map?i=own.0")), "map:title").find("市区町村別") != std::string::npos);
    const page::Data prefectures = with_file("県,世帯数\n北県,5\n南県,7\n");
    CHECK(build(prefectures, view::parse_route("/map?i=own.0&l=m")).find("map:no-values") != nullptr);
    CHECK(build(prefectures, view::parse_route("/map?i=own.0&l=m")).find("map:look") == nullptr);
    CHECK(build(test::levels_data(), view::parse_route("/map?i=own.0")).find("map:legend") != nullptr);
}

TEST_CASE("A file that cannot be drawn says why, and the map stays as it was") {
    struct Case {
        const char *text, *told;
    };
    for (const Case& one :
         {Case{"名前,数\nあ,1\nい,2\n", "「mine.csv」に、都道府県や市区町村のコードか名前の列が見つかりません。"},
          Case{"県,ことば\n北県,は\n南県,ひ\n", "「mine.csv」に、数の列が見つかりません。"}}) {
        const page::Data data = with_file(one.text);
        const view::ViewState state = shown(data);
        CHECK(state.indicator == "tfr");
        CHECK(named(build(data, state), "map:own-fault") == one.told);
    }
}

TEST_CASE("Without a file the section is folded and says that nothing is sent") {
    const page::Data data = test::levels_data();
    view::ViewState state = view::parse_route("/map");
    CHECK(build(data, state).find("map:own-choose") == nullptr);
    state.open.insert("map:own");
    CHECK(named(build(data, state), "map:own-about").find("どこにも送りません") != std::string::npos);
}

TEST_CASE("A file of origins and destinations is drawn as flows, and can be shaded or listed like any other") {
    const page::Data data = with_file("転出元,転入先,人数（人）\n北県,沖縄県,3\n");
    CHECK(data.own->result.table.to_column);
    CHECK(data.own->prefectures->indicators.empty());  // no place of this world lies in the Tokyo area
    model::Places places = *data.places;
    places.prefectures[1].code = "13";
    page::Data tokyo = data;
    tokyo.places = std::make_shared<const model::Places>(places);
    tokyo.own = page::own_data("mine.csv", "転出元,転入先,人数（人）\n北県,南県,300\n南県,北県,100\n南県,沖縄県,50\n",
                               *tokyo.places, *data.municipalities, Words());
    const view::ViewState state = shown(tokyo);
    CHECK(view::route_of(state) == "/map?i=own.0&f=f");
    const scene::Scene scene = build(tokyo, state);
    CHECK(named(scene, "map:title").find("東京圏との差し引き（人数）") != std::string::npos);
    CHECK(named(scene, "map:own-flows").find("0行") != std::string::npos);
    REQUIRE(scene.find("map:legend") != nullptr);
    CHECK(scene.find("map:legend")->name == "凡例：帯の太さが差し引きを表します");
    CHECK(named(scene, "pref:01").find("+200人") != std::string::npos);
    CHECK(build(tokyo, view::parse_route("/map?i=own.0")).find("map:legend:0") != nullptr);
    // Asked for where there are none, they are areas.
    CHECK(build(tokyo, view::parse_route("/map?i=tfr&f=f")).find("map:legend:0") != nullptr);
}

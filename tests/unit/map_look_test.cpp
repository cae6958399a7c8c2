// How the map draws its figures: classes, filter, patterns, circles, tiles, differences, years.
#include <doctest/doctest.h>

#include "chart/palette.h"
#include "golden.h"
#include "map_levels_fixture.h"
#include "page/map_level.h"
#include "page/map_look.h"
#include "page/page.h"

using namespace atlas;

namespace {

constexpr Vec2 laptop{1280, 800};

scene::Scene build(const page::Data& data, const view::ViewState& state, Vec2 window = laptop) {
    ui::Environment environment;
    environment.window = window, environment.native_fields = true;
    return page::build(data, state, environment, FixedMeasure());
}
scene::Scene build(const page::Data& data, const char* route) { return build(data, view::parse_route(route)); }

page::MapFacts facts_of(const page::Data& data, const char* route) {
    return *page::level_facts(data, view::parse_route(route));
}

const scene::MapMark& main_map(const scene::Scene& scene) {
    for (const scene::Mark& mark : scene.layer(scene::Layer::backdrop))
        if (const auto* map = std::get_if<scene::MapMark>(&mark)) return *map;
    FAIL("no map");
    return std::get<scene::MapMark>(scene.layer(scene::Layer::backdrop).front());
}

size_t rows_of_list(const scene::Scene& scene) {
    size_t rows = 0;
    for (const scene::Node& node : scene.nodes) rows += node.id.rfind("rank:", 0) == 0;
    return rows;
}

}  // namespace

TEST_CASE("A class of the legend is a switch: it filters the map and the list, and is in the address") {
    const page::Data data = test::levels_data();
    const scene::Scene all = build(data, "/map?i=tfr");
    const scene::Node* low = all.find("map:legend:0");
    REQUIRE(low != nullptr);
    CHECK(low->toggles);
    CHECK_FALSE(low->pressed);
    CHECK(rows_of_list(all) == 3);
    const view::ViewState filtered = view::reduce(view::parse_route("/map?i=tfr"), low->action);
    CHECK(view::route_of(filtered) == "/map?i=tfr&u=0");
    const scene::Scene some = build(data, filtered);
    CHECK(some.find("map:legend:0")->pressed);
    CHECK(some.find("map:list-title")->name == "1都道府県の値");
    CHECK(rows_of_list(some) == 1);
    const scene::MapMark& map = main_map(some);
    CHECK(map.fills[0] == main_map(all).fills[0]);
    CHECK(map.fills[1] == token::solid_gray_100);
    REQUIRE(some.find("map:legend:clear") != nullptr);
    CHECK(some.find("map:legend:clear")->action.target == "/map?i=tfr");
}

TEST_CASE("Pointing at a class lights it on the map without choosing it") {
    const page::Data data = test::levels_data();
    view::ViewState state = view::parse_route("/map?i=tfr");
    state.hover = "map:legend:0";
    const scene::Scene scene = build(data, state);
    CHECK(main_map(scene).fills[2] == token::solid_gray_100);
    CHECK_FALSE(scene.find("map:legend:0")->pressed);
    CHECK(rows_of_list(scene) == 3);
}

TEST_CASE("Places without a value are a class of the filter; classes that there are not filter nothing") {
    const page::Data data = test::levels_data();
    CHECK(build(data, "/map?i=births").find("map:legend:none")->action.target == "/map?i=births&u=n");
    CHECK(rows_of_list(build(data, "/map?i=births&u=n")) == 1);
    CHECK(rows_of_list(build(data, "/map?i=tfr&u=6")) == 3);
    CHECK(rows_of_list(build(data, "/map?i=tfr&u=n")) == 3);
}

TEST_CASE("Limits follow the chosen method") {
    page::Data data = test::levels_data();
    auto indicators = std::make_shared<model::Indicators>(*data.indicators);
    indicators->indicators[2].decimals = 2;  // 1.2, 1.3, 1.6
    data.indicators = indicators;
    const std::vector<double> equal = facts_of(data, "/map?i=tfr&k=e").scale.breaks;
    REQUIRE(equal.size() == 4);
    CHECK(equal.front() == doctest::Approx(1.28).epsilon(0.02));
    CHECK(equal.back() == doctest::Approx(1.52).epsilon(0.02));
    CHECK(facts_of(data, "/map?i=tfr&k=n").scale.colors.size() == 3);
    const page::MapFacts ramp = facts_of(data, "/map?i=tfr&k=c&u=1");
    CHECK(ramp.continuous);
    CHECK(ramp.shown.empty());
    CHECK(build(data, "/map?i=tfr&k=c").find("map:legend")->role == scene::Role::image);
}

TEST_CASE("The same limits for every year hold the values of all of them") {
    const page::Data data = test::levels_data();
    const auto breaks = [&](const char* route) { return facts_of(data, route).scale.breaks; };
    CHECK(breaks("/map?i=population_total&y=2020&ks=1") == breaks("/map?i=population_total&y=2024&ks=1"));
    CHECK(breaks("/map?i=population_total&y=2020") != breaks("/map?i=population_total&y=2024"));
}

TEST_CASE("Patterns lie over the areas of the map and on the legend") {
    const page::Data data = test::levels_data();
    CHECK(build(data, "/map?i=tfr&h=1").layer(scene::Layer::backdrop).size() >
          build(data, "/map?i=tfr").layer(scene::Layer::backdrop).size() + 3);
}

TEST_CASE("Circles stand for amounts only; rates stay areas") {
    const page::Data data = test::levels_data();
    const page::MapFacts people = facts_of(data, "/map?i=population_total&f=s");
    CHECK(people.amounts);
    CHECK(people.scale.colors.size() == 1);
    CHECK_FALSE(facts_of(data, "/map?i=tfr&f=s").amounts);
    const scene::Scene scene = build(data, "/map?i=population_total&f=s");
    CHECK(main_map(scene).fills[0] == token::solid_gray_100);
    CHECK(scene.find("map:legend:0") == nullptr);
    CHECK(scene.find("map:legend") != nullptr);
}

TEST_CASE("Tiles take the map's place for prefectures, with the same nodes") {
    const page::Data data = test::levels_data();
    const scene::Scene tiles = build(data, "/map?i=tfr&f=t&p=02");
    CHECK(tiles.find("map:zoom-in") == nullptr);
    REQUIRE(tiles.find("pref:02") != nullptr);
    CHECK(tiles.find("pref:02")->selected);
    CHECK(tiles.find("pref:02")->action.kind == Action::Kind::pick_feature);
    CHECK(tiles.find("pref:02")->composite == "map");
    CHECK(build(data, "/map?l=b&f=t").find("map:zoom-in") != nullptr);
}

TEST_CASE("The difference between two years: signed, about zero, missing where either is") {
    const page::Data data = test::levels_data();
    const page::MapFacts facts = facts_of(data, "/map?i=population_total&y=2024&d=2020");
    CHECK(*facts.values[0] == doctest::Approx(-100));
    CHECK(*facts.values[2] == doctest::Approx(10));
    CHECK(facts.indicator->scale == "diverging");
    CHECK(facts.indicator->name == "総人口の差");
    CHECK(facts.year_text() == "2020年から2024年");
    CHECK(facts.source->name == "総人口");
    // A year without values, or the very one, is no difference.
    CHECK_FALSE(facts_of(data, "/map?i=population_total&d=2015").made);
    CHECK_FALSE(facts_of(data, "/map?i=population_total&y=2020&d=2020").made);
    CHECK(build(data, "/map?i=population_total&d=2020").find("pref:01")->name == "北県 −100人（全国3位）");
}

TEST_CASE("Years are stepped and played; the last one begins again at the first") {
    const page::Data data = test::levels_data();
    const scene::Scene scene = build(data, "/map?i=population_total");
    REQUIRE(scene.find("map:time:previous") != nullptr);
    CHECK(scene.find("map:time:previous")->action.target == "/map?i=population_total&y=2020");
    CHECK(scene.find("map:time:next")->disabled);
    CHECK(scene.find("map:time:play")->name == "年を順に進める");
    view::ViewState state =
        view::reduce(view::parse_route("/map?i=population_total"), scene.find("map:time:play")->action);
    CHECK(build(data, state).find("map:time:play")->name == "止める");
    CHECK(page::first_played_year(data, state) == 2020);
    state.year = 2020;
    CHECK(page::year_after(data, state) == 2024);
    state.year = 2024;
    CHECK(page::year_after(data, state) == 0);
    CHECK(build(data, "/map?i=tfr").find("map:time") == nullptr);
    // A difference is played without the year that it is taken from.
    CHECK(page::first_played_year(data, view::parse_route("/map?i=population_total&y=2024&d=2020")) == 2024);
}

TEST_CASE("The map's style is folded; open it offers what suits the indicator") {
    const page::Data data = test::levels_data();
    view::ViewState state = view::parse_route("/map?i=population_total");
    CHECK(build(data, state).find("map:form") == nullptr);
    state.open.insert("map:look");
    test::compare_golden("map_look", scene::dump_semantics(build(data, state, {360, 640})));
    state.indicator = "tfr";
    const scene::Scene rate = build(data, state);
    CHECK(rate.find("map:form-symbols") == nullptr);
    CHECK(rate.find("map:symbols-need") != nullptr);
    CHECK(rate.find("map:earlier") == nullptr);
}

TEST_CASE("Limits of the reader's own: as people write them, in the address, and told when they cannot be used") {
    using page::parse_limits;
    CHECK(parse_limits("30 10 20").values == std::vector<double>{10, 20, 30});
    CHECK(parse_limits("10,20, 30,").values == std::vector<double>{10, 20, 30});
    CHECK(parse_limits("10,20,30").values == std::vector<double>{10, 20, 30});
    CHECK(parse_limits("1,000 25,000").values == std::vector<double>{1000, 25000});
    CHECK(parse_limits("１．５万、２億").values == std::vector<double>{15'000, 200'000'000});
    CHECK(parse_limits("▲5　0　5％").values == std::vector<double>{-5, 0, 5});
    CHECK(parse_limits("5 5 5").values == std::vector<double>{5});
    CHECK(parse_limits("5 abc 9").unreadable == "abc");
    CHECK(parse_limits("1 2 3 4 5 6 7").values.size() == page::most_limits);
    CHECK(parse_limits("1 2 3 4 5 6 7").too_many);
    CHECK(parse_limits("").values.empty());

    page::Data data = test::levels_data();
    auto indicators = std::make_shared<model::Indicators>(*data.indicators);
    for (model::Indicator& indicator : indicators->indicators) indicator.decimals = 1;
    data.indicators = indicators;
    view::ViewState open = view::parse_route("/map?i=tfr&k=q");
    open.open.insert("map:look");
    const scene::Node* chip = nullptr;
    const scene::Scene before = build(data, open);
    chip = before.find("map:classes-manual");
    REQUIRE(chip != nullptr);
    // It begins with the limits that the map has.
    const view::ViewState chosen = view::reduce(open, chip->action);
    CHECK(chosen.look.classes == view::MapLook::Classes::manual);
    CHECK(parse_limits(chosen.look.limits).values == facts_of(data, "/map?i=tfr&k=q").scale.breaks);
    const scene::Scene with_field = build(data, chosen);
    REQUIRE(with_field.find("map:limits") != nullptr);
    CHECK(with_field.find("map:limits")->role == scene::Role::textbox);
    const view::ViewState typed = view::reduce(chosen, {Action::Kind::set_text, "limits", "1.2 1.4 ぬ", 0});
    CHECK(view::parse_route(view::route_of(typed)).look.limits == "1.2 1.4 ぬ");
    CHECK(page::level_facts(data, typed)->scale.breaks == std::vector<double>{1.2, 1.4});
    const scene::Scene faulty = build(data, typed);
    REQUIRE(faulty.find("map:limits-problem") != nullptr);
    CHECK(faulty.find("map:limits-problem")->name.find("「ぬ」") != std::string::npos);
    CHECK(faulty.find("map:same-classes") == nullptr);
    // Without a limit the classes are the page's own; no limit is finer than what is told of it.
    CHECK(facts_of(data, "/map?i=tfr&k=m").scale.breaks == facts_of(data, "/map?i=tfr").scale.breaks);
    CHECK(facts_of(data, "/map?i=tfr&k=m&kl=1.3001").scale.breaks == std::vector<double>{1.3});
}

TEST_CASE("Limits of the reader's own on an indicator with a midpoint: its colours as far as they go, then one ramp") {
    page::Data data = test::levels_data();
    auto indicators = std::make_shared<model::Indicators>(*data.indicators);
    indicators->indicators[0].scale = "diverging", indicators->indicators[0].midpoint = 0;
    data.indicators = indicators;
    const std::string route = "/map?i=" + indicators->indicators[0].key + "&k=m&kl=";
    const page::MapFacts even = facts_of(data, (route + "-10%200%2010").c_str());
    CHECK(even.scale.colors == chart::diverging_colors(2, false, 2));
    const page::MapFacts many = facts_of(data, (route + "0%201%202%203%204%205").c_str());
    CHECK(many.scale.colors == chart::sequential_colors(7));
    CHECK(page::patterns_of(many) == chart::sequential_patterns(7));
}

#include <doctest/doctest.h>

#include "golden.h"
#include "map_mesh_fixture.h"
#include "page/page.h"

using namespace atlas;

namespace {

/// Three prefectures, two indicators, two stories.
page::Data small_data() {
    page::Data data;
    data.map = test::small_country();
    data.map_source = "N03-2025";
    auto places = std::make_shared<model::Places>();
    places->prefectures = {
        {"01", "北県", "", "", "", {}}, {"02", "南県", "", "", "", {}}, {"47", "沖縄県", "", "", "", {}}};
    data.places = places;
    auto indicators = std::make_shared<model::Indicators>();
    model::Indicator change;
    change.key = "population_change", change.name = "総人口の増減率", change.unit = "%", change.scale = "diverging",
    change.decimals = 1;
    change.midpoint_label = "2011年と同じ", change.definition = "説明。", change.caveat = "注意の文。",
    change.attribution = "出典：統計";
    change.years = {2020, 2024}, change.values = {{-5.0, -2.0, 1.0}, {-8.0, -3.5, 2.5}};
    model::Indicator births = change;
    births.key = "births", births.name = "出生数", births.unit = "人", births.scale = "sequential", births.decimals = 0;
    births.years = {2024}, births.values = {{12000.0, std::nullopt, 15000.0}};
    indicators->indicators = {change, births};
    data.indicators = indicators;
    auto stories = std::make_shared<model::Stories>();
    model::Story story;
    story.id = "a", story.title = "週に1日の副社長", story.place = "北県北町", story.pillar = "3",
    story.prefectures = {"01"};
    story.position = geo::unproject({0, -150});
    stories->stories = {story};
    data.stories = stories;
    for (page::Data::Part& part : data.parts) part.state = page::Data::Part::State::ready;
    return data;
}

scene::Scene build(const page::Data& data, const char* route, Vec2 window, std::string hover_feature = "") {
    view::ViewState state = view::parse_route(route);
    state.hover_feature = std::move(hover_feature);
    ui::Environment environment;
    environment.window = window;
    environment.native_fields = true;
    return page::build(data, state, environment, FixedMeasure());
}

constexpr Vec2 laptop{1280, 800}, phone{360, 640};

std::string texts(const scene::Scene& scene, scene::Layer layer) {
    std::string all;
    for (const scene::Mark& mark : scene.layer(layer))
        if (const auto* text = std::get_if<scene::TextMark>(&mark)) all += text->text + "\n";
    return all;
}

}  // namespace

TEST_CASE("The map page as a reader of the tree meets it") {
    const page::Data data = small_data();
    test::compare_golden("map_page", scene::dump_semantics(build(data, "/map?p=01", laptop)));
}

TEST_CASE("Definition and full caveat are folded; a caution about approximate figures and the source are not") {
    page::Data data = small_data();
    auto indicators = std::make_shared<model::Indicators>(*data.indicators);
    indicators->indicators.front().caveat = "2024年は概数。2023年の値はない。";
    indicators->indicators.front().approximate = true;
    data.indicators = indicators;
    const scene::Scene folded = build(data, "/map", laptop);
    CHECK(folded.find("map:definition") == nullptr);
    CHECK(folded.find("map:caveat")->name == "注意：2024年は概数。");
    CHECK(texts(folded, scene::Layer::document).find("出典：") != std::string::npos);
    const scene::Node* toggle = folded.find("map:about-indicator");
    REQUIRE(toggle != nullptr);
    const view::ViewState open = view::reduce(view::parse_route("/map"), toggle->action);
    ui::Environment environment;
    environment.window = laptop;
    const scene::Scene opened = page::build(data, open, environment, FixedMeasure());
    CHECK(opened.find("map:definition")->name == "説明。");
    CHECK(opened.find("map:caveat")->name == "注意：2024年は概数。2023年の値はない。");
}

TEST_CASE("In a low window, as at 400 % zoom, the map's buttons stand side by side and all in sight") {
    const scene::Scene scene = build(small_data(), "/map", {320, 256});
    float right = 0;
    for (const char* id : {"map:zoom-in", "map:zoom-out", "map:reset"}) {
        const scene::Node* button = scene.find(id);
        REQUIRE(button != nullptr);
        CHECK(button->rect.y >= 56);
        CHECK(button->rect.bottom() <= page::map_rect({.window = {320, 256}}).bottom());
        CHECK(button->rect.x >= right);
        CHECK(button->rect.right() <= 320);
        right = button->rect.right();
    }
}

TEST_CASE("The map page has one h1, and no heading level is skipped") {
    const page::Data data = small_data();
    for (const char* route : {"/map", "/map?p=01", "/map?p=02&i=births&t=1"}) {
        int first = 0, before = 0;
        for (const scene::Node& node : build(data, route, phone).nodes) {
            if (node.role != scene::Role::heading) continue;
            first += node.level == 1;
            CHECK(node.level <= before + 1);
            before = node.level;
        }
        CHECK(first == 1);
    }
}

TEST_CASE("On a laptop the panel is the document and the map fills the rest of the window behind it") {
    const page::Data data = small_data();
    ui::Environment environment;
    environment.window = laptop;
    const Rect map = page::map_rect(environment);
    CHECK(map == Rect{360, 64, 920, 736});
    const scene::Scene scene = build(data, "/map?p=01", laptop);
    CHECK(scene.find("map")->layer == scene::Layer::backdrop);
    CHECK(scene.find("map")->rect == map);
    for (const scene::Node& node : scene.nodes)
        if (node.layer == scene::Layer::document && node.id != "main") CHECK_MESSAGE(node.rect.right() <= 360, node.id);
    const scene::HitRegion* over_map = scene::hit(scene, {800, 400}, 0);
    const scene::HitRegion* over_panel = scene::hit(scene, {100, 790}, 0);
    REQUIRE((over_map != nullptr && over_panel != nullptr));
    CHECK(over_map->is_map);
    CHECK_FALSE(over_panel->is_map);
}

TEST_CASE("On a phone the sheet shows at the lower edge, opens by a button, and lets the map be touched above it") {
    const page::Data data = small_data();
    const scene::Scene scene = build(data, "/map", phone);
    const scene::Node* sheet = scene.find("map:panel");
    const scene::Node* title = scene.find("map:title");
    REQUIRE((sheet != nullptr && title != nullptr));
    CHECK(sheet->rect.y > 300);
    CHECK(title->rect.bottom() < 640 - 56);
    CHECK(scene.find("map:sheet")->action.kind == Action::Kind::scroll_to);
    CHECK(scene.find("map:back")->action.target == "map:top");
    CHECK(scene::hit(scene, {180, 200}, 0)->is_map);
    CHECK_FALSE(scene::hit(scene, {180, 200}, 300)->is_map);
}

TEST_CASE("The chosen prefecture shows its value, rank, distance from the median, other figures and stories") {
    const page::Data data = small_data();
    const scene::Scene scene = build(data, "/map?p=01", laptop);
    CHECK(scene.find("map:chosen-value")->name == "−8.0%、3都道府県中 3位（大きい順）");
    CHECK(scene.find("map:against-median")->name.find("中央値（−3.5%）より4.5ポイント低い") != std::string::npos);
    CHECK(scene.find("map:other:births")->name == "出生数 1.2万人（2024年）");
    CHECK(scene.find("chosen:a")->href == "/stories/a");
    CHECK(scene.find("map:unchoose")->action.target == "01");
    CHECK(scene.find("rank:01")->pressed);
}

TEST_CASE("A prefecture without a value says so everywhere: map, list, panel") {
    const page::Data data = small_data();
    const scene::Scene scene = build(data, "/map?i=births&p=02", laptop);
    CHECK(scene.find("pref:02")->name == "南県 値なし");
    CHECK(scene.find("rank:02")->name == "南県 値なし");
    CHECK(scene.find("map:chosen-value")->name == "値なし");
    CHECK(texts(scene, scene::Layer::document).find("値なし") != std::string::npos);
}

TEST_CASE("The tooltip names place, value, year and rank, within the map") {
    const page::Data data = small_data();
    const scene::Scene scene = build(data, "/map", laptop, "47");
    const std::string tip = texts(scene, scene::Layer::overlay);
    CHECK(tip.find("沖縄県") != std::string::npos);
    CHECK(tip.find("+2.5%（2024年）") != std::string::npos);
    CHECK(tip.find("1位") != std::string::npos);
    for (const scene::Mark& mark : scene.layer(scene::Layer::overlay))
        if (const auto* card = std::get_if<scene::RectMark>(&mark))
            CHECK((card->rect.x >= 360 && card->rect.right() <= 1280 && card->rect.y >= 64 &&
                   card->rect.bottom() <= 800));
}

TEST_CASE("What is missing costs only its own part of the page") {
    page::Data data = small_data();
    data.map = nullptr;
    data.parts[static_cast<size_t>(model::BundleName::boundaries)].state = page::Data::Part::State::failed;
    const scene::Scene no_map = build(data, "/map", laptop);
    CHECK(no_map.find("retry:boundaries") != nullptr);
    CHECK(no_map.find("rank:01") != nullptr);

    data = small_data();
    data.indicators = nullptr;
    data.parts[static_cast<size_t>(model::BundleName::indicators)].state = page::Data::Part::State::failed;
    const scene::Scene no_values = build(data, "/map", laptop);
    CHECK(no_values.find("retry:indicators") != nullptr);
    CHECK(no_values.find("pref:01")->name == "北県");
    CHECK(no_values.find("story:a") != nullptr);
}

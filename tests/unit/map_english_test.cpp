// The English map page: in each of its forms no word of the interface is Japanese, figures are written as English writes them,
// and what the data know in Japanese only is marked as Japanese.
#include <doctest/doctest.h>

#include "core/strings.h"
#include "golden.h"
#include "map_levels_fixture.h"
#include "page/map_facts.h"
#include "page/map_level.h"

using namespace atlas;

namespace {

/// The small country with English names, as the data have them; blocks keep the names that the country gives them.
page::Data world() {
    page::Data data = test::levels_data();
    auto places = std::make_shared<model::Places>(*data.places);
    places->prefectures = {{"01", "北県", "", "Kita", "北海道", {}},
                           {"02", "南県", "", "Minami", "北海道", {}},
                           {"47", "沖縄県", "", "Okinawa", "九州・沖縄", {}}};
    data.places = places;
    auto indicators = std::make_shared<model::Indicators>(*data.indicators);
    const char* const names[] = {"Total population", "Live births", "Total fertility rate", "Share aged 65+"};
    for (size_t i = 0; i < indicators->indicators.size(); ++i) indicators->indicators[i].name_en = names[i];
    model::Indicator& population = indicators->indicators[0];
    population.values = {{9'000'000.0, 400'000.0, 300'000.0}, {8'123'456.0, 350'000.0, 310'000.0}};
    population.caveat = "概数です。", population.approximate = true, population.definition = "人の数。";
    population.breaks = {{2024, "数え方が変わった。"}};
    data.indicators = indicators;
    auto municipalities = std::make_shared<model::Municipalities>(*data.municipalities);
    const char* const romaji[] = {"Kita", "Higashi", "Minami", "Okinawa"};
    for (size_t i = 0; i < municipalities->all.size(); ++i) municipalities->all[i].romaji = romaji[i];
    data.municipalities = municipalities;
    auto municipal = std::make_shared<model::Indicators>(*data.municipal_indicators);
    municipal->indicators[0].name_en = "Total population", municipal->indicators[1].name_en = "Good practices";
    data.municipal_indicators = municipal;
    return data;
}

scene::Scene built(const page::Data& data, const std::string& route, Vec2 window = {1280, 800}) {
    ui::Environment environment;
    environment.window = window;
    environment.native_fields = true;
    return page::build(data, view::parse_route(route), environment, FixedMeasure());
}

Lang spoken(const scene::Scene& scene, const scene::Node& node) {
    const scene::Node* at = &node;
    while (!at->lang && at->parent >= 0) at = &scene.nodes[static_cast<size_t>(at->parent)];
    return at->lang.value_or(scene.lang);
}

struct Form {
    const char *name, *route;
};
constexpr Form forms[] = {{"areas", "/en/map?i=population_total&p=01"},
                          {"blocks", "/en/map?i=population_total&l=b"},
                          {"municipalities", "/en/map?i=population_total&l=m"},
                          {"open", "/en/map?i=population_total&l=m&p=01"},
                          {"circles", "/en/map?i=population_total&f=s"},
                          {"tiles", "/en/map?i=births&f=t"},
                          {"ramp", "/en/map?i=tfr&k=c"},
                          {"difference", "/en/map?i=population_total&d=2020"},
                          {"table", "/en/map?i=old&t=1"},
                          {"no-values", "/en/map?i=tfr&l=m"}};

}  // namespace

TEST_CASE("english map: a golden of each form") {
    const page::Data data = world();
    for (const Form& form : forms)
        test::compare_golden(std::string("en-map-") + form.name, scene::dump_semantics(built(data, form.route)));
}

TEST_CASE("english map: nothing that the page itself says is Japanese; the data's own words are marked") {
    const page::Data data = world();
    // The data have these in Japanese only.
    const char* const official[] = {"概数です", "人の数。", "数え方が変わった。", "統計", "北の国"};
    for (const Vec2 window : {Vec2{1280, 800}, Vec2{390, 844}})
        for (const Form& form : forms) {
            CAPTURE(form.route);
            const scene::Scene scene = built(data, form.route, window);
            CHECK_FALSE(has_japanese(scene.title));
            CHECK_FALSE(has_japanese(scene.description));
            for (const scene::Node& node : scene.nodes) {
                if (node.id == "nav:language") continue;
                CHECK_MESSAGE(!has_japanese(node.description), node.description);
                CHECK_MESSAGE((spoken(scene, node) == Lang::ja) == has_japanese(node.name), node.name);
                if (!has_japanese(node.name)) continue;
                bool is_official = false;
                for (const char* words : official) is_official = is_official || node.name.find(words) == 0;
                CHECK_MESSAGE(is_official, node.id << " " << node.name);
            }
        }
}

TEST_CASE("english map: what is drawn is English too, names of blocks and insets included") {
    const page::Data data = world();
    for (const Form& form : forms) {
        const scene::Scene scene = built(data, form.route);
        for (const scene::Layer layer : {scene::Layer::backdrop, scene::Layer::overlay})
            for (const scene::Mark& mark : scene.layer(layer))
                if (const auto* text = std::get_if<scene::TextMark>(&mark))
                    CHECK_MESSAGE(!has_japanese(text->text), form.route << " " << text->text);
    }
}

TEST_CASE("english map: figures, ranks and comparisons as English says them") {
    const page::Data data = world();
    const page::MapFacts facts = *page::level_facts(data, view::parse_route("/en/map?i=population_total"));
    CHECK(facts.year_text() == "2024");
    CHECK(facts.rank_text(0) == "Rank 1 of 3 prefectures");
    CHECK(page::figure_of(facts.words, *facts.indicator, 8'123'456).text() == "8.12 million people");
    CHECK(page::figure_of(facts.words, *facts.indicator, 1).text() == "1 person");
    CHECK(page::against_median(facts, 8'123'456) ==
          "7.77 million people more than the median of all 3 prefectures (350,000 people)");
    CHECK(page::against_median(facts, 350'000) == "about the same as the median of all 3 prefectures (350,000 people)");
    CHECK(page::summary(facts) == "Largest: Kita (8.12 million people). Smallest: Okinawa (310,000 people).");
    const page::MapFacts share = *page::level_facts(data, view::parse_route("/en/map?i=old"));
    CHECK(page::against_median(share, 40) == "10 points above the median of all 3 prefectures (30%)");
    const page::MapFacts births = *page::level_facts(data, view::parse_route("/en/map?i=births"));
    CHECK(page::against_median(births, 12).find("of the 2 prefectures with values") != std::string::npos);
    const page::MapFacts towns = *page::level_facts(data, view::parse_route("/en/map?i=population_total&l=m"));
    CHECK(towns.places[1].full_name(towns.words) == "Higashi, Kita");
}

TEST_CASE("english map: money is told in yen, exact figures in the base unit") {
    model::Indicator income;
    income.unit = "千円", income.scale = "sequential";
    constexpr Words en(Lang::en);
    CHECK(page::figure_of(en, income, 5761).text() == "5.76 million yen");
    CHECK(page::exact_number(en, income, 5761) == "5,761,000");
    CHECK(page::exact_unit(en, income) == "yen");
    CHECK(page::exact_number(Words(), income, 5761) == "5,761");
    CHECK(page::exact_unit(Words(), income) == "千円");
}

TEST_CASE("english map: on a phone the scale stands below both insets, not upon the frame of one") {
    const scene::Scene scene = built(world(), "/en/map?i=population_total", {390, 844});
    const scene::Node* scale = nullptr;
    for (const scene::Node& node : scene.nodes)
        if (node.name.find("Scale") == 0) scale = &node;
    REQUIRE(scale);
    int frames = 0;
    for (const scene::Mark& mark : scene.layer(scene::Layer::backdrop)) {
        const auto* rect = std::get_if<scene::RectMark>(&mark);
        if (!rect || !rect->stroke.visible() || rect->rect.h < 60) continue;
        ++frames;
        CHECK_FALSE(rect->rect.intersects(scale->rect.grown(6)));
    }
    CHECK(frames == 2);
}

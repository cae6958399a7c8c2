#include <doctest/doctest.h>

#include "page/map_facts.h"

using namespace atlas;
using namespace atlas::page;

namespace {

model::Indicator made(const char* key, const char* unit, const char* scale, int decimals) {
    model::Indicator indicator;
    indicator.key = key, indicator.name = key, indicator.unit = unit, indicator.scale = scale,
    indicator.decimals = decimals;
    indicator.years = {2020, 2021, 2024};
    indicator.values = {{1.0, 2.0, 3.0}, {std::nullopt, std::nullopt, std::nullopt}, {10.0, std::nullopt, 30.0}};
    return indicator;
}

model::Indicators two() {
    return {{made("first", "%", "sequential", 1), made("population_change", "%", "diverging", 1)}};
}

}  // namespace

TEST_CASE("Only years that have values are offered, and the latest of them is shown") {
    const model::Indicators all = two();
    CHECK(years_with_values(all.indicators[0]) == std::vector<int>{2020, 2024});
    CHECK(map_facts(all, "first", 0)->year == 2024);
    CHECK(map_facts(all, "first", 2020)->year == 2020);
    CHECK(map_facts(all, "first", 2021)->year == 2024);
    CHECK(map_facts(all, "first", 1900)->year == 2024);
}

TEST_CASE("Without a choice, or with an unknown one, the map shows the change of population") {
    const model::Indicators all = two();
    CHECK(map_facts(all, "", 0)->indicator->key == "population_change");
    CHECK(map_facts(all, "nothing", 0)->indicator->key == "population_change");
    CHECK_FALSE(map_facts({}, "", 0).has_value());
}

TEST_CASE("Ranks count from the largest value; places without one come last and are not counted") {
    const model::Indicators all = two();
    const MapFacts facts = *map_facts(all, "first", 2024);
    CHECK(facts.order == std::vector<size_t>{2, 0, 1});
    CHECK(facts.rank_text(0) == "2都道府県中 2位");
    CHECK(facts.rank_text(1) == "");
    CHECK(*facts.median == 20);
}

TEST_CASE("Figures carry their unit: large ones in myriads, money in yen, changes with a sign") {
    CHECK(figure_of(Words(), made("", "人", "sequential", 0), 14178000).text() == "1,418万人");
    CHECK(figure_of(Words(), made("", "千円", "sequential", 0), 5761).text() == "576万円");
    CHECK(figure_of(Words(), made("", "百万円", "sequential", 0), 4717260).text() == "4.72兆円");
    CHECK(figure_of(Words(), made("", "%", "diverging", 1), 7.4).text() == "+7.4%");
    CHECK(figure_of(Words(), made("", "", "sequential", 2), 0.96).text() == "0.96");
    CHECK(exact_number(Words(), made("", "人", "sequential", 0), 14178000) == "14,178,000");
}

TEST_CASE("The difference from the median says what the median is of") {
    const model::Indicators all = two();
    const MapFacts facts = *map_facts(all, "first", 2024);
    CHECK(against_median(facts, 30) == "値のある2都道府県の中央値（20.0%）より10.0ポイント高い");
    CHECK(against_median(facts, 20) == "値のある2都道府県の中央値（20.0%）とほぼ同じ");
}

TEST_CASE("Classes are told with their limits") {
    model::Indicators all = two();
    MapFacts facts = *map_facts(all, "first", 2024);
    facts.scale.breaks = {15, 22.5};
    CHECK(class_text(Words(), facts, 0) == "15%未満");
    CHECK(class_text(Words(), facts, 1) == "15%以上 22.5%未満");
    CHECK(class_text(Words(), facts, 2) == "22.5%以上");
}

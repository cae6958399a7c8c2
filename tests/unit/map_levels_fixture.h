// The small country with municipalities: two in "01" (and one village without data), one in "02", one in "47".
#pragma once
#include "map_mesh_fixture.h"
#include "page/page.h"

namespace atlas::test {

inline MapMeshPtr small_municipal_map() {
    geo::FeatureSet set;
    set.features.push_back({"01100", {{{plane_box(-100, -200, 120, 200)}}}});
    set.features.push_back({"01202", {{{plane_box(20, -200, 80, 200)}}, {{plane_box(120, -100, 10, 10)}}}});
    set.features.push_back({"01695", {{{plane_box(300, -400, 60, 30)}}}});
    geo::Ring south = plane_box(-100, 0, 200, 100);
    south.insert(south.begin() + 1, geo::unproject({20, 0}));  // where the two of 01 meet
    set.features.push_back({"02201", {{{south}}}});
    set.features.push_back({"47201", {{{plane_box(-980, 1250, 60, 30)}}}});
    set.borders = geo::find_borders(set.features);
    return std::make_shared<const MapMesh>(geo::make_mesh(set));
}

inline model::Municipality municipality(const char* code, const char* name, int population) {
    model::Municipality m;
    m.position = geo::unproject({10, static_cast<float>(population) / 10});
    m.code = code, m.name = name, m.pref = std::string(code, 2), m.population_2020 = population;
    return m;
}

inline model::Indicator indicator(const char* key, const char* name, const char* unit, std::vector<int> years,
                                  std::vector<std::vector<std::optional<double>>> values) {
    model::Indicator i;
    i.key = key, i.name = name, i.unit = unit, i.scale = "sequential", i.attribution = "出典：統計";
    i.years = std::move(years), i.values = std::move(values);
    return i;
}

/// Prefectures in two blocks; population for all levels, births for prefectures only.
inline page::Data levels_data() {
    page::Data data;
    data.map = small_country();
    data.municipal_map = small_municipal_map();
    data.map_source = "N03-2025";
    auto places = std::make_shared<model::Places>();
    places->prefectures = {
        {"01", "北県", "", "", "北部", {}}, {"02", "南県", "", "", "北部", {}}, {"47", "沖縄県", "", "", "沖縄", {}}};
    data.places = places;
    auto indicators = std::make_shared<model::Indicators>();
    indicators->indicators = {
        indicator("population_total", "総人口", "人", {2020, 2024}, {{900.0, 400.0, 300.0}, {800.0, 350.0, 310.0}}),
        indicator("births", "出生数", "人", {2024}, {{12.0, std::nullopt, 15.0}}),
        indicator("tfr", "合計特殊出生率", "", {2024}, {{1.2, 1.3, 1.6}}),
        indicator("old", "高齢化率", "%", {2020}, {{30.0, 40.0, 20.0}})};
    indicators->indicators[0].block = indicators->indicators[1].block = "sum";
    indicators->indicators[3].block = "mean", indicators->indicators[3].block_weight = "population_total";
    data.indicators = indicators;
    auto municipalities = std::make_shared<model::Municipalities>();
    municipalities->all = {municipality("01100", "北市", 600), municipality("01202", "東町", 300),
                           municipality("02201", "南市", 400), municipality("47201", "沖縄市", 300)};
    data.municipalities = municipalities;
    auto municipal = std::make_shared<model::Indicators>();
    municipal->indicators = {indicator("population_total", "総人口", "人", {2020}, {{600.0, 300.0, 400.0, 300.0}}),
                             indicator("stories", "好事例の数", "件", {2026}, {{0.0, 0.0, 2.0, 1.0}})};
    data.municipal_indicators = municipal;
    data.stories = std::make_shared<model::Stories>();
    for (page::Data::Part& part : data.parts) part.state = page::Data::Part::State::ready;
    return data;
}

}  // namespace atlas::test

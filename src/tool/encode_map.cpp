// Boundaries and municipalities: what the map fetches when it is zoomed or drilled into.
#include <algorithm>

#include "bundle/topojson.h"
#include "tool/encode.h"
#include "tool/json_parts.h"

namespace atlas::tool {

using model::BundleName;

namespace {

/// Keeps of each geometry what the map needs, under the object's one name.
Json areas_object(const Json& objects) {
    Json areas = objects.members.front().second;
    for (auto& [key, geometries] : areas.members) {
        if (key != "geometries") continue;
        for (Json& geometry : geometries.items)
            for (auto& [name, properties] : geometry.members)
                if (name == "properties")
                    std::erase_if(properties.members, [](auto& member) { return member.first != "code"; });
    }
    Json out = object();
    add(out, "areas", std::move(areas));
    return out;
}

struct Areas {
    std::string bytes;
    geo::FeatureSet set;
};

Result<Areas> encode_areas(std::string_view topojson, std::string_view file, const std::string& edition,
                           const std::string& format) {
    Result<Json> topology = bundle::parse_json(topojson, file);
    if (!topology) return topology.problems();
    const Json* objects = topology->find("objects");
    if (!objects || objects->members.size() != 1)
        return Problem{Severity::error,
                       std::string(file),
                       "/objects",
                       "区域のオブジェクトが一つではありません",
                       "scripts/geo.mjs で作り直してください",
                       "not exactly one object of areas",
                       "make it again with scripts/geo.mjs"};
    Json root = header(format, edition);
    const Json* source = topology->find("source");
    add(root, "source", source ? *source : text("N03-2025"));
    add(root, "objects", areas_object(*objects));
    for (const auto& [key, value] : topology->members)
        if (!root.find(key)) add(root, key, value);
    Result<geo::FeatureSet> areas = bundle::read_boundaries(root, file);
    if (!areas) return areas.problems();
    return Areas{bundle::write_json(root), std::move(*areas)};
}

std::vector<std::optional<double>> derived_values(const std::string& rule, const SourceSet& s, const AreasKm2& areas) {
    std::vector<std::optional<double>> values;
    for (const model::Municipality& m : s.places.municipalities) {
        std::optional<double>& value = values.emplace_back();
        const auto area = areas.find(m.code);
        if (rule == "population-2020") value = m.population_2020;
        if (rule == "density-2020" && area != areas.end() && area->second > 0)
            value = std::round(m.population_2020 / area->second * 10) / 10;
        if (rule == "stories")
            value = std::count_if(s.story_set.stories.begin(), s.story_set.stories.end(), [&](const auto& story) {
                return std::find(story.municipalities.begin(), story.municipalities.end(), m.code) !=
                       story.municipalities.end();
            });
    }
    return values;
}

/// Of the year that the values are of: the census, or the edition that tells the stories.
int derived_year(const std::string& rule, const SourceSet& s) {
    return rule == "stories" ? std::atoi(s.policy.edition.edition.c_str()) : 2020;
}

Json encode_municipalities(const SourceSet& s, const AreasKm2& areas) {
    Json rows = array();
    for (const model::Municipality& m : s.places.municipalities) {
        const auto area = areas.find(m.code);
        const double km2 = area == areas.end() ? 0 : std::round(area->second * 10) / 10;
        rows.items.push_back(texts({m.code, m.name, m.kana, m.romaji, m.name_en, m.pref,
                                    spelled(rounded(m.position.lat_deg)), spelled(rounded(m.position.lon_deg)),
                                    std::to_string(m.population_2020), m.kind, km2 > 0 ? spelled(km2) : ""}));
    }
    Json root = header("municipalities", s.policy.edition.edition);
    add(root, "municipalities",
        table(
            {"code", "name", "kana", "romaji", "name_en", "pref", "lat", "lon", "population_2020", "kind", "area_km2"},
            std::move(rows)));
    return root;
}

void add_values(Json& indicator, const std::vector<int>& years,
                const std::vector<std::vector<std::optional<double>>>& rows) {
    Json list = array(), values = array();
    for (size_t y = 0; y < years.size(); ++y) {
        list.items.push_back(number(years[y]));
        Json& row = values.items.emplace_back(array());
        for (const std::optional<double>& value : rows[y]) row.items.push_back(value ? number(*value) : Json{});
    }
    add(indicator, "years", std::move(list));
    add(indicator, "values", std::move(values));
}

Json encode_municipal_indicators(const SourceSet& s, const AreasKm2& areas) {
    Json list = array();
    for (size_t i = 0; i < s.municipal_indicator_set.indicators.size(); ++i) {
        const model::Indicator& indicator = s.municipal_indicator_set.indicators[i];
        Json& out = list.items.emplace_back(s.municipal_indicators->find("indicators")->items[i]);
        if (indicator.derived.empty())
            add_values(out, indicator.years, indicator.values);
        else
            add_values(out, {derived_year(indicator.derived, s)}, {derived_values(indicator.derived, s, areas)});
    }
    Json root = header("municipal-indicators", s.policy.edition.edition);
    add(root, "indicators", std::move(list));
    return root;
}

}  // namespace

Result<BuiltBundle> encode_boundaries(std::string_view topojson, std::string_view file, const std::string& edition,
                                      BundleName name) {
    Result<Areas> areas = encode_areas(topojson, file, edition, model::to_string(name));
    if (!areas) return areas.problems();
    return BuiltBundle{name, std::move(areas->bytes)};
}

Result<BuiltDetail> encode_detail(std::string_view topojson, std::string_view file, const std::string& edition,
                                  const model::DetailKey& key, AreasKm2& areas) {
    Result<Areas> encoded = encode_areas(topojson, file, edition, "detail");
    if (!encoded) return encoded.problems();
    for (const geo::Feature& feature : encoded->set.features) areas[feature.code] = geo::area_km2(feature);
    return BuiltDetail{key, std::move(encoded->bytes)};
}

std::vector<BuiltBundle> encode_municipal_bundles(const SourceSet& sources, const AreasKm2& areas) {
    return {{BundleName::municipalities, bundle::write_json(encode_municipalities(sources, areas))},
            {BundleName::municipal_indicators, bundle::write_json(encode_municipal_indicators(sources, areas))}};
}

}  // namespace atlas::tool

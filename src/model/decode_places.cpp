// Places and indicator bundles: the tables of prefectures and municipalities, and years × 47 values of each indicator.
#include <algorithm>
#include <map>
#include <set>

#include "core/strings.h"
#include "model/decode_records.h"

namespace atlas::model {

using bundle::Json;
using bundle::Need;
using bundle::ObjectReader;
using bundle::RowReader;

namespace {

constexpr int first_year = 1900, last_year = 2100;
constexpr double huge = 1e18;

geo::LonLat decode_point(RowReader& row) {
    const double lat = row.number("lat", 20, 46).value_or(0);
    const double lon = row.number("lon", 122, 154.5).value_or(0);
    return {lon, lat};
}

/// 0 … 46 for "01" … "47", else -1.
int prefecture_index(const std::string& code) {
    int number = 0;
    if (code.size() != 2 || !parse_int(code, number) || number < 1 || number > static_cast<int>(prefecture_count))
        return -1;
    return number - 1;
}

void decode_values(ObjectReader& reader, Indicator& out, size_t places) {
    const Json* years = reader.array("years", Need::required);
    const Json* values = reader.array("values", Need::required);
    if (!years || !values) return;
    bool good = years->items.size() == values->items.size();
    if (places == 0 && !values->items.empty()) places = values->items.front().items.size();
    for (size_t y = 0; good && y < years->items.size(); ++y) {
        const int year = static_cast<int>(std::clamp(years->items[y].number, 0.0, 9999.0));
        const auto& row = values->items[y].items;
        good = row.size() == places && year > (out.years.empty() ? 1867 : out.years.back());
        std::vector<std::optional<double>> cells(places);
        for (size_t p = 0; good && p < places; ++p) {
            good = row[p].is(Json::Kind::number) || row[p].is(Json::Kind::null);
            if (row[p].is(Json::Kind::number)) cells[p] = row[p].number;
        }
        out.years.push_back(year);
        out.values.push_back(std::move(cells));
    }
    if (!good)
        reader.error("values", {"年ごとに " + std::to_string(places) + " 個の数値（無いところは null）が並んでいません",
                                "データを作り直してください（sosei-bundle build）",
                                "not " + std::to_string(places) + " numbers or nulls for each year, years ascending",
                                "build the data again (sosei-bundle build)"});
}

/// How the value of a regional block comes from those of its prefectures.
void decode_block_rule(ObjectReader& indicator, Indicator& out) {
    if (!indicator.has("block")) return;
    out.block = indicator.choice("block", {"sum", "mean"}) == 1 ? "mean" : "sum";
    out.block_weight = indicator.id("block_weight", out.block == "mean" ? Need::required : Need::optional);
    out.block_weight_year = indicator.integer("block_weight_year", 1868, 2200);
}

Indicator decode_indicator(ObjectReader& indicator, size_t places) {
    Indicator out;
    out.key = indicator.id("key");
    out.name = indicator.text("name");
    out.name_en = indicator.text("name_en");
    out.unit = indicator.text("unit", Need::optional, 60);
    out.definition = indicator.text("definition");
    static constexpr const char* better[] = {"up", "down", "none"};
    const int direction = indicator.choice("better", {"up", "down", "none"});
    out.better = direction < 0 ? "none" : better[direction];
    out.decimals = indicator.integer("decimals", 0, 6, Need::required);
    out.scale = indicator.choice("scale", {"sequential", "diverging"}) == 1 ? "diverging" : "sequential";
    const auto midpoint = indicator.number("midpoint", out.scale == "diverging" ? Need::required : Need::optional);
    out.midpoint = midpoint.value_or(0);
    out.midpoint_label = indicator.text("midpoint_label", Need::optional);
    out.caveat = indicator.text("caveat", Need::optional);
    out.approximate = indicator.flag("approximate");
    if (out.approximate && out.caveat.empty())
        indicator.error("caveat",
                        {"近似なのに、その説明（caveat）がありません", "何が違うのかを caveat に書いてください",
                         "approximate, but nothing says how", "write in caveat what differs"});
    out.provisional_years = indicator.integers("provisional_years", 1900, 2200);
    out.attribution = indicator.text("attribution");
    out.sources = indicator.ids("sources", Need::required);
    out.theme = indicator.text("theme", Need::optional);
    indicator.each("breaks", Need::optional, [&](ObjectReader& entry) {
        const int year = entry.integer("year", first_year, last_year, Need::required);
        out.breaks.push_back({year, entry.text("note")});
    });
    decode_block_rule(indicator, out);
    out.derived = indicator.id("derived", Need::optional);
    if (indicator.has("years") || indicator.has("values")) decode_values(indicator, out, places);
    return out;
}

}  // namespace

bundle::Table decode_table(ObjectReader& parent, std::string_view key) {
    bundle::Table table;
    table.file = parent.report().file();
    table.pointer = parent.pointer(key) + "/rows";
    parent.child(key, Need::required, [&](ObjectReader& reader) {
        table.columns = reader.texts("columns", Need::required);
        const Json* rows = reader.array("rows", Need::required);
        for (size_t i = 0; rows && i < rows->items.size(); ++i) {
            bundle::Table::Row& row = table.rows.emplace_back();
            for (const Json& cell : rows->items[i].items) row.cells.push_back(cell.string);
        }
    });
    return table;
}

void decode_prefectures(const bundle::Table& table, std::vector<Prefecture>& out, bundle::Report& report) {
    if (!bundle::check_columns(table, {"code", "name", "kana", "romaji", "block", "lat", "lon"}, report)) return;
    for (size_t i = 0; i < table.rows.size(); ++i) {
        RowReader row(table, i, report);
        Prefecture& p = out.emplace_back();
        p.code = row.code("code", 2);
        p.name = row.text("name", Need::required);
        p.kana = row.text("kana");
        p.romaji = row.text("romaji");
        p.block = row.text("block");
        p.label = decode_point(row);
        if (!p.code.empty() && prefecture_index(p.code) != static_cast<int>(i))
            row.error("code",
                      {bundle::quoted(p.code) + " の順番が違います", "01 から 47 まで、コードの順に並べてください",
                       bundle::quoted(p.code) + " is out of order", "list the prefectures from 01 to 47"});
    }
    if (out.size() != prefecture_count) {
        const std::string count = std::to_string(out.size());
        report.error(
            table.pointer,
            {"都道府県が " + count + " 件です（47 件のはずです）", "足りない行を足すか、余分な行を消してください",
             count + " prefectures instead of 47", "add the missing rows or delete the extra ones"});
    }
}

void decode_municipalities(const bundle::Table& table, std::vector<Municipality>& out, bundle::Report& report,
                           bool with_area) {
    const bool complete =
        with_area
            ? bundle::check_columns(table,
                                    {"code", "name", "kana", "romaji", "name_en", "pref", "lat", "lon",
                                     "population_2020", "kind", "area_km2"},
                                    report)
            : bundle::check_columns(
                  table, {"code", "name", "kana", "romaji", "name_en", "pref", "lat", "lon", "population_2020", "kind"},
                  report);
    if (!complete) return;
    std::set<std::string> codes;
    for (size_t i = 0; i < table.rows.size(); ++i) {
        RowReader row(table, i, report);
        Municipality& m = out.emplace_back();
        m.code = row.code("code", 5);
        m.name = row.text("name", Need::required);
        m.kana = row.text("kana");
        m.romaji = row.text("romaji");
        m.name_en = row.text("name_en");
        m.pref = row.code("pref", 2);
        m.position = decode_point(row);
        m.population_2020 = row.integer("population_2020", 0, 20'000'000, Need::optional);
        m.kind = row.text("kind");
        if (with_area) m.area_km2 = row.number("area_km2", 0, 100'000, Need::optional).value_or(0);
        if (!m.code.empty() && !codes.insert(m.code).second) row.error("code", bundle::duplicate_id(m.code));
        if (!m.code.empty() && !m.pref.empty() && m.code.substr(0, 2) != m.pref)
            row.error("pref",
                      {bundle::quoted(m.pref) + " はコード " + bundle::quoted(m.code) + " の都道府県ではありません",
                       "コードの上 2 桁と同じにしてください",
                       bundle::quoted(m.pref) + " is not the prefecture of " + bundle::quoted(m.code),
                       "write the first two digits of the code"});
    }
}

void decode_indicators(ObjectReader& root, std::vector<Indicator>& out, size_t places) {
    std::set<std::string> keys;
    root.each("indicators", Need::required, [&](ObjectReader& indicator) {
        out.push_back(decode_indicator(indicator, places));
        const std::string& key = out.back().key;
        if (!key.empty() && !keys.insert(key).second) indicator.error("key", bundle::duplicate_id(key));
    });
}

std::vector<std::string> prefecture_codes() {
    std::vector<std::string> codes;
    for (size_t i = 1; i <= prefecture_count; ++i) codes.push_back((i < 10 ? "0" : "") + std::to_string(i));
    return codes;
}

void decode_indicator_values(const bundle::Table& table, const std::vector<std::string>& codes,
                             std::vector<Indicator>& indicators, bundle::Report& report) {
    if (!bundle::check_columns(table, {"code", "indicator", "year", "value"}, report)) return;
    std::vector<std::map<int, std::vector<std::optional<double>>>> by_year(indicators.size());
    std::vector<std::string_view> keys;
    keys.reserve(indicators.size());
    for (const Indicator& indicator : indicators) keys.push_back(indicator.key);
    std::map<std::string_view, size_t> places;
    for (size_t i = 0; i < codes.size(); ++i) places.emplace(codes[i], i);
    const bool prefectures = codes.size() == prefecture_count;
    for (size_t i = 0; i < table.rows.size(); ++i) {
        RowReader row(table, i, report);
        const std::string code = row.code("code", prefectures ? 2 : 5), key = row.id("indicator");
        const int year = row.integer("year", first_year, last_year);
        const std::optional<double> value = row.number("value", -huge, huge);
        const auto place = places.find(code);
        const auto found = std::find(keys.begin(), keys.end(), key);
        if (!code.empty() && place == places.end()) {
            const bool p = prefectures;
            row.error("code",
                      {bundle::quoted(code) + (p ? " という都道府県はありません" : " という市区町村はありません"),
                       p ? "01 から 47 までにしてください" : "municipalities.csv にあるコードにしてください",
                       "there is no " + std::string(p ? "prefecture " : "municipality ") + bundle::quoted(code),
                       p ? "write 01 to 47" : "use a code of municipalities.csv"});
        }
        if (!key.empty() && found == keys.end()) {
            const std::string near(bundle::nearest(key, keys));
            row.error(
                "indicator",
                {bundle::quoted(key) + " は indicators.json にありません",
                 near.empty() ? "indicators.json に足すか、綴りを直してください" : "「" + near + "」ではありませんか",
                 bundle::quoted(key) + " is not in indicators.json",
                 near.empty() ? "add it there or correct the spelling" : "did you mean \"" + near + "\"?"});
        }
        if (place == places.end() || found == keys.end() || year == 0 || !value) continue;
        auto& cells = by_year[static_cast<size_t>(found - keys.begin())][year];
        cells.resize(codes.size());
        std::optional<double>& cell = cells[place->second];
        if (cell)
            row.error("year", {"同じ地域・指標・年の値が二つあります", "どちらか一方を消してください",
                               "two values for the same place, indicator and year", "delete one of the two"});
        cell = value;
    }
    for (size_t i = 0; i < indicators.size(); ++i)
        for (auto& [year, cells] : by_year[i]) {
            indicators[i].years.push_back(year);
            indicators[i].values.push_back(std::move(cells));
        }
}

}  // namespace atlas::model

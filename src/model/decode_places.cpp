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

void decode_values(ObjectReader& reader, Indicator& out) {
    const Json* years = reader.array("years", Need::required);
    const Json* values = reader.array("values", Need::required);
    if (!years || !values) return;
    bool good = years->items.size() == values->items.size();
    for (size_t y = 0; good && y < years->items.size(); ++y) {
        const int year = static_cast<int>(std::clamp(years->items[y].number, 0.0, 9999.0));
        const auto& row = values->items[y].items;
        good = row.size() == prefecture_count && year > (out.years.empty() ? 1867 : out.years.back());
        std::vector<std::optional<double>> cells(prefecture_count);
        for (size_t p = 0; good && p < prefecture_count; ++p) {
            good = row[p].is(Json::Kind::number) || row[p].is(Json::Kind::null);
            if (row[p].is(Json::Kind::number)) cells[p] = row[p].number;
        }
        out.years.push_back(year);
        out.values.push_back(std::move(cells));
    }
    if (!good)
        reader.error("values", {"年ごとに 47 個の数値（無いところは null）が並んでいません",
                                "データを作り直してください（sosei-bundle build）",
                                "not 47 numbers or nulls for each year, years ascending",
                                "build the data again (sosei-bundle build)"});
}

Indicator decode_indicator(ObjectReader& indicator) {
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
    if (indicator.has("years") || indicator.has("values")) decode_values(indicator, out);
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

void decode_municipalities(const bundle::Table& table, std::vector<Municipality>& out, bundle::Report& report) {
    if (!bundle::check_columns(
            table, {"code", "name", "kana", "romaji", "name_en", "pref", "lat", "lon", "population_2020", "kind"},
            report))
        return;
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
        if (!m.code.empty() && !codes.insert(m.code).second) row.error("code", bundle::duplicate_id(m.code));
        if (!m.code.empty() && !m.pref.empty() && m.code.substr(0, 2) != m.pref)
            row.error("pref",
                      {bundle::quoted(m.pref) + " はコード " + bundle::quoted(m.code) + " の都道府県ではありません",
                       "コードの上 2 桁と同じにしてください",
                       bundle::quoted(m.pref) + " is not the prefecture of " + bundle::quoted(m.code),
                       "write the first two digits of the code"});
    }
}

void decode_indicators(ObjectReader& root, std::vector<Indicator>& out) {
    std::set<std::string> keys;
    root.each("indicators", Need::required, [&](ObjectReader& indicator) {
        out.push_back(decode_indicator(indicator));
        const std::string& key = out.back().key;
        if (!key.empty() && !keys.insert(key).second) indicator.error("key", bundle::duplicate_id(key));
    });
}

void decode_indicator_values(const bundle::Table& table, std::vector<Indicator>& indicators, bundle::Report& report) {
    if (!bundle::check_columns(table, {"code", "indicator", "year", "value"}, report)) return;
    std::vector<std::map<int, std::vector<std::optional<double>>>> by_year(indicators.size());
    std::vector<std::string_view> keys;
    keys.reserve(indicators.size());
    for (const Indicator& indicator : indicators) keys.push_back(indicator.key);
    for (size_t i = 0; i < table.rows.size(); ++i) {
        RowReader row(table, i, report);
        const std::string code = row.code("code", 2), key = row.id("indicator");
        const int year = row.integer("year", first_year, last_year);
        const std::optional<double> value = row.number("value", -huge, huge);
        const int prefecture = prefecture_index(code);
        const auto found = std::find(keys.begin(), keys.end(), key);
        if (!code.empty() && prefecture < 0)
            row.error("code", {bundle::quoted(code) + " という都道府県はありません", "01 から 47 までにしてください",
                               "there is no prefecture " + bundle::quoted(code), "write 01 to 47"});
        if (!key.empty() && found == keys.end()) {
            const std::string near(bundle::nearest(key, keys));
            row.error(
                "indicator",
                {bundle::quoted(key) + " は indicators.json にありません",
                 near.empty() ? "indicators.json に足すか、綴りを直してください" : "「" + near + "」ではありませんか",
                 bundle::quoted(key) + " is not in indicators.json",
                 near.empty() ? "add it there or correct the spelling" : "did you mean \"" + near + "\"?"});
        }
        if (prefecture < 0 || found == keys.end() || year == 0 || !value) continue;
        auto& cells = by_year[static_cast<size_t>(found - keys.begin())][year];
        cells.resize(prefecture_count);
        std::optional<double>& cell = cells[static_cast<size_t>(prefecture)];
        if (cell)
            row.error("year", {"同じ都道府県・指標・年の値が二つあります", "どちらか一方を消してください",
                               "two values for the same prefecture, indicator and year", "delete one of the two"});
        cell = value;
    }
    for (size_t i = 0; i < indicators.size(); ++i)
        for (auto& [year, cells] : by_year[i]) {
            indicators[i].years.push_back(year);
            indicators[i].values.push_back(std::move(cells));
        }
}

}  // namespace atlas::model

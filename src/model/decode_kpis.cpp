// KPI bundle: KPIs and the series of their observations, from CSV or from the compact form.
#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "model/decode_records.h"

namespace atlas::model {

using bundle::Json;
using bundle::Need;
using bundle::ObjectReader;
using bundle::RowReader;

namespace {

constexpr int first_year = 1868, last_year = 2100;
constexpr double huge = 1e18;

KpiTarget decode_target(ObjectReader& target) {
    KpiTarget out;
    out.text = target.text("text");
    const int kind = target.choice(
        "kind", {"level", "at_least", "cumulative", "each_year", "maintain", "direction", "relative", "multi"});
    out.kind = static_cast<TargetKind>(std::max(kind, 0));
    out.value = target.number("value");
    out.unit = target.text("unit", Need::optional, 60);
    out.year = target.integer("year", first_year, last_year);
    out.fiscal = target.flag("fiscal");
    out.period_start = target.integer("period_start", first_year, last_year);
    out.up = target.choice("direction", {"up", "down"}, Need::optional) != 1;
    if (out.period_start > 0 && out.year > 0 && out.period_start > out.year)
        target.error("period_start", {"期間の始まりが目標年より後です", "period_start と year を確かめてください",
                                      "the period begins after the target year", "check period_start and year"});
    target.each("conditions", Need::optional,
                [&](ObjectReader& condition) { out.conditions.push_back(decode_target(condition)); });
    return out;
}

KpiBaseline decode_baseline(ObjectReader& baseline) {
    KpiBaseline out;
    out.value = baseline.number("value", Need::required).value_or(0);
    out.unit = baseline.text("unit", Need::optional, 60);
    out.year = baseline.integer("year", first_year, last_year, Need::required);
    out.fiscal = baseline.flag("fiscal");
    out.source = decode_source(baseline);
    return out;
}

Kpi decode_kpi(ObjectReader& kpi) {
    Kpi out;
    out.id = kpi.id("id");
    out.name = kpi.text("name");
    out.short_name = kpi.text("short");
    out.name_en = kpi.text("name_en");
    static constexpr const char* levels[] = {"impact", "outcome", "output", "state-role"};
    const int level = kpi.choice("level", {"impact", "outcome", "output", "state-role"});
    out.level = level < 0 ? "" : levels[level];
    out.code = kpi.text("code", Need::optional, 60);
    out.group = kpi.text("group", Need::optional);
    out.pillars = kpi.ids("pillars");
    out.measures = kpi.ids("measures");
    kpi.child("target", Need::required, [&](ObjectReader& target) { out.target = decode_target(target); });
    kpi.child("baseline", Need::optional, [&](ObjectReader& baseline) { out.baseline = decode_baseline(baseline); });
    static constexpr const char* reasons[] = {"基準値未設定", "実績未確認", "データ不足", "定性目標"};
    const int reason = kpi.choice("baseline_reason", {reasons[0], reasons[1], reasons[2], reasons[3]}, Need::optional);
    out.baseline_reason = reason < 0 ? "" : reasons[reason];
    out.baseline_note = kpi.text("baseline_note", Need::optional);
    out.series = kpi.ids("series");
    out.definition = kpi.text("definition", Need::optional);
    out.caveat = kpi.text("caveat", Need::optional);
    out.source = decode_source(kpi);
    return out;
}

struct Citation {
    std::string id, title, url;
};

/// `citations` is null for CSV, where the source's id stands in the row itself.
Observation decode_observation(RowReader& row, const std::vector<Citation>* citations) {
    Observation o;
    o.year = row.integer("year", first_year, last_year);
    o.fiscal = row.integer("fiscal", 0, 1) == 1;
    o.month = row.integer("month", 1, 12, Need::optional);
    o.value = row.number("value", -huge, huge).value_or(0);
    static constexpr const char* kinds[] = {"actual", "preliminary", "estimate", "projection"};
    const int kind = row.choice("kind", {kinds[0], kinds[1], kinds[2], kinds[3]});
    o.kind = kind < 0 ? "" : kinds[kind];
    o.grade = "ABC"[std::max(row.choice("grade", {"A", "B", "C"}), 0)];
    o.break_before = row.integer("break_before", 0, 1, Need::optional) == 1;
    o.note = row.text("note");
    o.source.section = row.text("section");
    if (!citations) {
        o.source.doc = row.id("source");
    } else if (const int index = row.integer("citation", 0, static_cast<int>(citations->size()) - 1, Need::optional);
               static_cast<size_t>(index) < citations->size() && !row.blank("citation")) {
        const Citation& citation = (*citations)[static_cast<size_t>(index)];
        o.source.doc = citation.id;
        o.source_title = citation.title + (o.source.section.empty() ? "" : "、" + o.source.section);
        o.source_url = citation.url;
    }
    return o;
}

/// Months count on the calendar; a whole year comes after its months, and a fiscal year after the calendar year.
std::tuple<int, int, bool> when(const Observation& o) { return {o.year, o.month == 0 ? 13 : o.month, o.fiscal}; }

void sort_points(Series& series) {
    std::sort(series.points.begin(), series.points.end(),
              [](const Observation& a, const Observation& b) { return when(a) < when(b); });
}

/// The definition most of the points share becomes the series' own; the others keep theirs.
void share_definition(Series& series) {
    std::map<std::string, int> count;
    for (const Observation& o : series.points) ++count[o.definition];
    int most = 0;
    for (const Observation& o : series.points)
        if (count[o.definition] > most) most = count[o.definition], series.definition = o.definition;
    for (Observation& o : series.points)
        if (o.definition == series.definition) o.definition.clear();
}

void check_against_series(RowReader& row, const Series& series, const std::string& kpi, const Observation& o) {
    if (kpi != series.kpi)
        row.error("kpi", {bundle::quoted(kpi) + " は、この系列の前の行（" + bundle::quoted(series.kpi) + "）と違います",
                          "同じ系列には同じ kpi を書いてください",
                          bundle::quoted(kpi) + " differs from the series' earlier rows " + bundle::quoted(series.kpi),
                          "write the same kpi in all rows of a series"});
    if (o.unit != series.unit)
        row.error("unit", {"単位 " + bundle::quoted(o.unit) + " が、この系列の前の行（" + bundle::quoted(series.unit) +
                               "）と違います",
                           "単位をそろえて値を直すか、別の系列にしてください",
                           "the unit " + bundle::quoted(o.unit) + " differs from the series' earlier rows " +
                               bundle::quoted(series.unit),
                           "convert the value to the series' unit, or start another series"});
    for (const Observation& other : series.points)
        if (other.year == o.year && other.month == o.month && other.fiscal == o.fiscal)
            row.error("year", {"同じ系列に同じ時点の値が二つあります（" + std::to_string(o.year) + "）",
                               "どちらか一方を消してください",
                               "two values of the same date in one series (" + std::to_string(o.year) + ")",
                               "delete one of the two"});
}

std::vector<Citation> decode_citations(ObjectReader& root) {
    std::vector<Citation> out;
    root.each("citations", Need::required, [&](ObjectReader& citation) {
        std::string id = citation.id("id"), title = citation.text("title");
        out.push_back({std::move(id), std::move(title), citation.text("url", Need::optional, 2000)});
    });
    return out;
}

}  // namespace

void decode_kpis(ObjectReader& root, std::vector<Kpi>& out) {
    std::set<std::string> ids;
    root.each("kpis", Need::required, [&](ObjectReader& kpi) {
        out.push_back(decode_kpi(kpi));
        const std::string& id = out.back().id;
        if (!id.empty() && !ids.insert(id).second) kpi.error("id", bundle::duplicate_id(id));
        if (!out.back().baseline && out.back().series.empty() && out.back().baseline_reason.empty())
            kpi.error("baseline_reason", {"基準値も系列もないのに、その理由がありません",
                                          "基準値未設定・実績未確認・データ不足・定性目標 のいずれかを書いてください",
                                          "neither a baseline nor a series nor a reason why",
                                          R"(write one of "基準値未設定", "実績未確認", "データ不足", "定性目標")"});
    });
}

void decode_observations(const bundle::Table& table, std::vector<Series>& out, bundle::Report& report,
                         std::vector<uint32_t>* lines) {
    if (!bundle::check_columns(table,
                               {"series", "kpi", "year", "fiscal", "month", "value", "unit", "kind", "grade",
                                "break_before", "definition", "note", "source", "section"},
                               report))
        return;
    std::map<std::string, size_t> index;
    for (size_t i = 0; i < table.rows.size(); ++i) {
        RowReader row(table, i, report);
        const std::string id = row.id("series"), kpi = row.id("kpi", Need::optional);
        Observation o = decode_observation(row, nullptr);
        o.unit = row.text("unit");
        o.definition = row.text("definition");
        const auto [entry, is_new] = index.emplace(id, out.size());
        if (is_new) {
            out.push_back({id, kpi, o.unit, "", {}});
            if (lines) lines->push_back(table.rows[i].line);
        }
        Series& series = out[entry->second];
        check_against_series(row, series, kpi, o);
        series.points.push_back(std::move(o));
    }
    for (Series& series : out) {
        share_definition(series);
        sort_points(series);
    }
}

void decode_series(ObjectReader& root, std::vector<Series>& out) {
    const auto citations = decode_citations(root);
    bundle::Table table;
    table.file = root.report().file();
    table.columns = root.texts("columns", Need::required);
    std::set<std::string> ids;
    root.each("series", Need::required, [&](ObjectReader& series) {
        Series& s = out.emplace_back();
        s.id = series.id("id");
        s.kpi = series.id("kpi", Need::optional);
        s.unit = series.text("unit", Need::optional, 60);
        s.definition = series.text("definition", Need::optional);
        if (!s.id.empty() && !ids.insert(s.id).second) series.error("id", bundle::duplicate_id(s.id));
        table.rows.clear();
        table.pointer = series.pointer("rows");
        const Json* rows = series.array("rows", Need::required);
        for (size_t i = 0; rows && i < rows->items.size(); ++i) {
            bundle::Table::Row& row = table.rows.emplace_back();
            for (const Json& cell : rows->items[i].items) row.cells.push_back(cell.string);
            RowReader reader(table, i, root.report());
            Observation& o = s.points.emplace_back(decode_observation(reader, &citations));
            o.unit = s.unit;
            o.definition = reader.text("definition");
        }
        sort_points(s);
    });
}

}  // namespace atlas::model

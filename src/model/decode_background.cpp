// What frames the policy: setting, roles, history, older lists, surveys, trends, and the KPIs of the strategy before it.
#include <set>

#include "core/strings.h"
#include "model/decode_records.h"

namespace atlas::model {

using bundle::Need;
using bundle::ObjectReader;
using bundle::RowReader;

namespace {

/// Reads a list of records whose ids stand once within it.
template <class Record, class Read>
void decode_list(ObjectReader& root, const char* key, std::vector<Record>& out, Read read) {
    std::set<std::string> ids;
    root.each(key, Need::required, [&](ObjectReader& record) {
        Record& r = out.emplace_back();
        r.id = record.id("id");
        if (!r.id.empty() && !ids.insert(r.id).second) record.error("id", bundle::duplicate_id(r.id));
        read(record, r);
    });
}

std::string decode_when(ObjectReader& record, const char* key, Need need) {
    std::string text = record.text(key, need, 40);
    if (!text.empty() && !is_iso_date(text))
        record.error(key, {bundle::quoted(text) + " は日付ではありません",
                           "2025、2025-06、2025-06-13 のどれかの形で書いてください",
                           bundle::quoted(text) + " is not a date", "write it as 2025, 2025-06 or 2025-06-13"});
    return text;
}

void decode_labelled(ObjectReader& record, const char* key, const char* label, std::vector<LabelledText>& out) {
    record.each(key, Need::required, [&](ObjectReader& item) {
        LabelledText& text = out.emplace_back();
        text.label = item.text(label, Need::optional, 60);
        text.text = item.text("text");
    });
}

void decode_history(ObjectReader& record, Event& event) {
    event.date = decode_when(record, "date", Need::required);
    event.end = decode_when(record, "end", Need::optional);
    event.title = record.text("title");
    event.detail = record.text("detail", Need::optional);
    record.each("sources", Need::required,
                [&](ObjectReader& source) { event.sources.push_back(decode_source_members(source)); });
}

void decode_survey(ObjectReader& record, Survey& survey) {
    survey.title = record.text("title");
    survey.question = record.text("question", Need::optional);
    survey.unit = record.text("unit", Need::optional, 20);
    survey.findings = record.text("findings", Need::optional);
    survey.note = record.text("note", Need::optional);
    survey.voices = record.texts("voices");
    survey.responses = record.integer("responses", 0, 10'000'000);
    survey.respondents = record.integer("respondents", 0, 10'000'000);
    survey.multiple = record.flag("multiple");
    survey.lost = record.flag("lost");
    survey.mean = record.number("mean");
    survey.scale_max = record.number("scale_max");
    record.each("items", Need::optional, [&](ObjectReader& item) {
        SurveyItem& i = survey.items.emplace_back();
        i.label = item.text("label");
        i.count = item.number("count");
        i.share = item.number("share");
        if (i.share && (*i.share < 0 || *i.share > 100))
            item.error("share", {"割合が 0～100 の外です", "％の値を確かめてください",
                                 "the share is outside of 0 to 100", "check the percentage"});
    });
    survey.source = decode_source(record);
}

void decode_combination(ObjectReader& combination, Framework& out) {
    combination.each("elements", Need::required, [&](ObjectReader& element) {
        CombinationElement& e = out.combination_elements.emplace_back();
        static constexpr const char* kinds[] = {"施策", "主体", "人材"};
        const int kind = element.choice("kind", {kinds[0], kinds[1], kinds[2]});
        e.kind = kind < 0 ? "" : kinds[kind];
        e.name = element.text("name");
        e.items = element.texts("items");
    });
    combination.each("examples", Need::required, [&](ObjectReader& example) {
        CombinationExample& e = out.combination_examples.emplace_back();
        e.elements = example.texts("elements", Need::required);
        e.effect = example.text("effect");
        e.source = decode_source(example);
    });
    out.combination_source = decode_source(combination);
}

void decode_support(ObjectReader& record, SupportFigure& figure) {
    figure.title = record.text("title");
    figure.text = record.text("text", Need::optional);
    figure.value = record.number("value");
    figure.unit = record.text("unit", Need::optional, 40);
    figure.note = record.text("note", Need::optional);
    figure.date = decode_when(record, "date", Need::optional);
    figure.source = decode_source(record);
}

}  // namespace

void decode_framework(ObjectReader& root, Framework& out) {
    decode_list(root, "context", out.context, [](ObjectReader& record, Setting& setting) {
        setting.title = record.text("title");
        setting.note = record.text("note", Need::optional);
        decode_labelled(record, "points", "label", setting.points);
        setting.source = decode_source(record);
    });
    decode_list(root, "roles", out.roles, [](ObjectReader& record, Role& role) {
        role.actor = record.text("actor");
        role.name_en = record.text("name_en");
        role.summary = record.text("summary");
        record.each("items", Need::required, [&](ObjectReader& item) {
            role.items.push_back({item.text("number", Need::optional, 20), item.text("title", Need::optional),
                                  item.texts("points", Need::optional)});
        });
        role.source = decode_source(record);
    });
    decode_list(root, "next_steps", out.next_steps, [](ObjectReader& record, NextStep& step) {
        step.text = record.text("text");
        step.year = record.integer("year", 2014, 2100);
        step.source = decode_source(record);
    });
    decode_list(root, "history", out.history, decode_history);
    decode_list(root, "pillar_lists", out.pillar_lists, [](ObjectReader& record, PillarList& list) {
        list.name = record.text("name");
        list.date = decode_when(record, "date", Need::required);
        list.note = record.text("note");
        list.decided = record.choice("status", {"decided", "superseded"}) == 0;
        record.each("items", Need::required, [&](ObjectReader& item) {
            list.items.push_back(
                {item.text("number", Need::optional, 20), item.text("text"), item.id("pillar", Need::optional)});
        });
        list.source = decode_source(record);
    });
    root.each("clusters", Need::required, [&](ObjectReader& cluster) {
        const int number = cluster.integer("number", 1, 9, Need::required);
        std::string summary = cluster.text("summary");
        out.clusters.push_back({number, std::move(summary), decode_source(cluster)});
    });
    root.child("combination", Need::required, [&](ObjectReader& combination) { decode_combination(combination, out); });
    decode_list(root, "support", out.support, decode_support);
    decode_list(root, "surveys", out.surveys, decode_survey);
}

void decode_trends(ObjectReader& root, std::vector<Trend>& out) {
    decode_list(root, "trends", out, [](ObjectReader& record, Trend& trend) {
        trend.title = record.text("title");
        trend.name_en = record.text("name_en");
        trend.theme = record.text("theme", Need::required, 60);
        trend.unit = record.text("unit", Need::optional, 40);
        trend.summary = record.text("summary");
        trend.caveat = record.text("caveat", Need::optional);
        trend.approximate = record.flag("approximate");
        trend.source = record.id("source");
        trend.events = record.ids("events");
        record.each("series", Need::required, [&](ObjectReader& series) {
            TrendSeries& s = trend.series.emplace_back();
            s.id = series.id("id");
            s.label = series.text("label");
            s.label_en = series.text("label_en", Need::optional);
        });
        if (trend.approximate && trend.caveat.empty())
            record.error("caveat",
                         {"近似なのに、その説明（caveat）がありません", "何が違うのかを caveat に書いてください",
                          "approximate, but nothing says how", "write in caveat what differs"});
    });
}

void decode_previous_kpis(const bundle::Table& table, std::vector<PreviousKpi>& out, bundle::Report& report) {
    if (!bundle::check_columns(table, {"number", "name", "successors", "relation", "note", "source", "page"}, report))
        return;
    std::set<int> numbers;
    for (size_t i = 0; i < table.rows.size(); ++i) {
        RowReader row(table, i, report);
        PreviousKpi& kpi = out.emplace_back();
        kpi.number = row.integer("number", 1, 999);
        kpi.name = row.text("name", Need::required);
        for (const std::string& id : split(row.text("successors"), ';'))
            if (!trim(id).empty()) kpi.successors.emplace_back(trim(id));
        static constexpr const char* relations[] = {"same", "continues", "related"};
        if (!row.blank("relation"))
            if (const int relation = row.choice("relation", {relations[0], relations[1], relations[2]}); relation >= 0)
                kpi.relation = relations[relation];
        kpi.note = row.text("note");
        kpi.source = {row.id("source"), row.integer("page", 1, 2000, Need::optional), ""};
        if (!numbers.insert(kpi.number).second) row.error("number", bundle::duplicate_id(std::to_string(kpi.number)));
        if (kpi.successors.empty() != kpi.relation.empty())
            row.error("relation", {"successors と relation の片方だけがあります", "両方書くか、両方を空にしてください",
                                   "only one of successors and relation is given", "give both or neither"});
    }
}

}  // namespace atlas::model

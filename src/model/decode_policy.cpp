// Policy bundle: edition, sources, vision, pillars with their measures.
#include <set>

#include "core/strings.h"
#include "model/decode_records.h"

namespace atlas::model {

using bundle::Need;
using bundle::ObjectReader;

SourceRef decode_source_members(ObjectReader& source) {
    SourceRef ref;
    ref.doc = source.id("doc");
    ref.page = source.integer("page", 1, 2000);
    ref.section = source.text("section", Need::optional);
    return ref;
}

SourceRef decode_source(ObjectReader& record) {
    SourceRef ref;
    record.child("source", Need::required, [&](ObjectReader& source) { ref = decode_source_members(source); });
    return ref;
}

namespace {

StatedTarget decode_stated_target(ObjectReader& target, bool with_source) {
    StatedTarget out;
    out.label = target.text("label", Need::optional);
    out.text = target.text("text", Need::optional);
    out.value = target.number("value");
    out.unit = target.text("unit", Need::optional);
    out.comparator = target.text("comparator", Need::optional, 40);
    out.kind = target.text("kind", Need::optional, 40);
    out.kpi = target.id("kpi", Need::optional);
    out.year = target.integer("year", 1900, 2200);
    out.fiscal = target.flag("fiscal");
    if (with_source || target.has("source")) out.source = decode_source(target);
    return out;
}

Measure decode_measure(ObjectReader& measure) {
    Measure out;
    out.id = measure.id("id");
    out.title = measure.text("title");
    out.detail = measure.text("detail", Need::optional);
    out.target_text = measure.text("target_text", Need::optional);
    measure.each("targets", Need::optional,
                 [&](ObjectReader& target) { out.targets.push_back(decode_stated_target(target, false)); });
    out.kpis = measure.ids("kpis");
    out.source = decode_source(measure);
    return out;
}

}  // namespace

void decode_edition(ObjectReader& root, Edition& out) {
    out.edition = root.text("edition", Need::required, 40);
    out.title = root.text("title");
    out.note = root.text("note", Need::optional);
    if (!out.edition.empty() && (out.edition.size() != 10 || !is_iso_date(out.edition)))
        root.error("edition", {bundle::quoted(out.edition) + " は日付ではありません", "2026-11-22 の形で書いてください",
                               bundle::quoted(out.edition) + " is not a date", "write it as 2026-11-22"});
}

namespace {

bundle::Words bad_source_date(const std::string& date) {
    return {bundle::quoted(date) + " は日付ではありません", "2025-12-23・2025-12・2025 のいずれかの形にしてください",
            bundle::quoted(date) + " is not a date", "write it as 2025-12-23, 2025-12 or 2025"};
}

/// The url becomes a link: nothing but the web may be behind it.
bool is_web_address(const std::string& url) { return url.rfind("https://", 0) == 0 || url.rfind("http://", 0) == 0; }

bundle::Words bad_address(const std::string& url) {
    return {bundle::quoted(url) + " は Web の住所ではありません", "https:// で始まる住所にしてください",
            bundle::quoted(url) + " is not a web address", "begin it with https://"};
}

}  // namespace

void decode_sources(ObjectReader& root, std::vector<Source>& out) {
    std::set<std::string> ids;
    root.each("sources", Need::required, [&](ObjectReader& source) {
        Source& s = out.emplace_back();
        s.id = source.id("id");
        s.kind = source.text("kind", Need::required, 40);
        s.title = source.text("title");
        s.publisher = source.text("publisher");
        s.date = source.text("date", Need::optional, 40);
        s.url = source.text("url", Need::optional, 2000);
        s.licence = source.text("licence");
        s.attribution = source.text("attribution");
        if (!s.date.empty() && !is_iso_date(s.date)) source.error("date", bad_source_date(s.date));
        if (!s.id.empty() && !ids.insert(s.id).second) source.error("id", bundle::duplicate_id(s.id));
        if (!s.url.empty() && !is_web_address(s.url)) source.error("url", bad_address(s.url)), s.url.clear();
    });
}

void decode_source_table(const bundle::Table& table, std::vector<Source>& out, bundle::Report& report) {
    if (!bundle::check_columns(table, {"id", "kind", "title", "publisher", "date", "url", "licence", "attribution"},
                               report))
        return;
    std::set<std::string> ids;
    for (size_t i = 0; i < table.rows.size(); ++i) {
        bundle::RowReader row(table, i, report);
        Source& s = out.emplace_back();
        s.id = row.id("id");
        static constexpr const char* kinds[] = {"document", "statistics", "dataset", "press", "page"};
        const int kind = row.choice("kind", {kinds[0], kinds[1], kinds[2], kinds[3], kinds[4]});
        s.kind = kind < 0 ? "" : kinds[kind];
        s.title = row.text("title", Need::required);
        s.publisher = row.text("publisher", Need::required);
        s.date = dashed_date(row.text("date"));
        s.url = row.text("url");
        s.licence = row.text("licence", Need::required);
        s.attribution = row.text("attribution", Need::required);
        if (!s.date.empty() && !is_iso_date(s.date)) row.error("date", bad_source_date(s.date));
        if (!s.id.empty() && !ids.insert(s.id).second) row.error("id", bundle::duplicate_id(s.id));
        if (!s.url.empty() && !is_web_address(s.url)) row.error("url", bad_address(s.url)), s.url.clear();
    }
}

void decode_vision(ObjectReader& root, Vision& out) {
    out.lead = root.text("lead");
    out.summary = root.text("summary");
    std::set<std::string> ids;
    root.each("areas", Need::required, [&](ObjectReader& area) {
        VisionArea& a = out.areas.emplace_back();
        a.id = area.id("id");
        a.title = area.text("title");
        a.summary = area.text("summary");
        area.each("targets", Need::optional,
                  [&](ObjectReader& target) { a.targets.push_back(decode_stated_target(target, true)); });
        a.source = decode_source(area);
        if (!a.id.empty() && !ids.insert(a.id).second) area.error("id", bundle::duplicate_id(a.id));
    });
    root.each("stances", Need::required, [&](ObjectReader& stance) {
        Stance& s = out.stances.emplace_back();
        s.id = stance.id("id");
        s.title = stance.text("title");
        s.from = stance.text("from");
        s.to = stance.text("to");
        s.source = decode_source(stance);
        if (!s.id.empty() && !ids.insert(s.id).second) stance.error("id", bundle::duplicate_id(s.id));
    });
}

void decode_pillars(ObjectReader& root, std::vector<Pillar>& out) {
    std::set<std::string> ids;
    root.each("pillars", Need::required, [&](ObjectReader& pillar) {
        Pillar& p = out.emplace_back();
        const int index = pillar.choice("id", {"1", "2", "3", "4", "5"});
        p.id = index < 0 ? "" : std::to_string(index + 1);
        p.name = pillar.text("name");
        p.short_name = pillar.text("short");
        p.name_en = pillar.text("name_en");
        p.short_name_en = pillar.text("short_en", Need::optional);
        p.purpose = pillar.text("purpose");
        p.source = decode_source(pillar);
        if (!p.id.empty() && !ids.insert(p.id).second) pillar.error("id", bundle::duplicate_id(p.id));
        pillar.each("measures", Need::required, [&](ObjectReader& measure) {
            p.measures.push_back(decode_measure(measure));
            const std::string& id = p.measures.back().id;
            if (!id.empty() && !ids.insert(id).second) measure.error("id", bundle::duplicate_id(id));
        });
    });
}

}  // namespace atlas::model

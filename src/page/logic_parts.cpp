#include "page/logic_parts.h"

#include <algorithm>

#include "core/strings.h"
#include "page/policy_parts.h"
#include "page/story_parts.h"
#include "text/text.h"

namespace atlas::page {

using model::RoadmapTable;
using scene::Node;
using scene::Role;
using ui::Ui;
namespace style = ui::style;

namespace {

template <class T>
const std::string& name_in(const Words& words, const T& item) {
    return words.lang() == Lang::en && !item.name_en.empty() ? item.name_en : item.name;
}

std::string numbered(const Words& words, std::string_view number, std::string_view name) {
    return words(Word::logic_numbered, {{"number", number}, {"name", name}});
}

/// "a. 地域資源の活用促進：酒類"; without the output where the page is about it.
std::string table_title(const Context& ctx, const RoadmapTable& table, bool with_output) {
    const Words& words = ctx.ui.words;
    const model::LogicPlace place = model::find_place(*ctx.data.logic, table.output);
    std::string part = table.heading;
    if (place.group) part = place.group->number + " " + place.group->name;
    if (!place.output || (!with_output && !part.empty())) return part;
    const std::string output = title_of(words, *place.output);
    return part.empty() ? output : words(Word::text_labelled, {{"label", output}, {"text", part}});
}

std::string output_route(const Context& ctx, const RoadmapTable& table) {
    const model::LogicPlace place = model::find_place(*ctx.data.logic, table.output);
    return place.output ? "/logic/" + place.output->id : "/logic";
}

chart::GanttWords gantt_words(const Words& words, const char* edition) {
    const auto pattern = [&](Word word) { return words(word); };
    chart::GanttWords w;
    w.no_rows = pattern(Word::roadmap_no_rows), w.today = edition, w.undated = pattern(Word::roadmap_no_date);
    w.from_to = pattern(Word::roadmap_from_to), w.from_open = pattern(Word::roadmap_from_open);
    w.only_until = pattern(Word::roadmap_only_until), w.summary = pattern(Word::roadmap_chart_summary);
    w.lost = pattern(Word::roadmap_lost_row), w.key_stated = pattern(Word::roadmap_key_stated);
    w.key_column = pattern(Word::roadmap_key_column), w.key_open = pattern(Word::roadmap_key_open);
    w.key_milestone = pattern(Word::roadmap_key_milestone), w.key_today = pattern(Word::roadmap_key_edition);
    w.column_group = pattern(Word::roadmap_column_group), w.column_row = pattern(Word::roadmap_column_row);
    w.column_bar = pattern(Word::roadmap_column_bar), w.column_when = pattern(Word::roadmap_column_when);
    w.column_dating = pattern(Word::roadmap_column_dating), w.dating_stated = pattern(Word::roadmap_stated);
    w.dating_column = pattern(Word::roadmap_from_column);
    return w;
}

/// The 出典 without its sections: the tables of one document.
std::string document_of(const Context& ctx, const std::vector<const RoadmapTable*>& tables) {
    return tables.empty() ? "" : source_text(ctx.ui.words, ctx.data.policy.get(), {tables.front()->source.doc, 0, ""});
}

}  // namespace

const std::string& name_of(const Words& words, const model::LogicImpact& impact) { return name_in(words, impact); }
const std::string& name_of(const Words& words, const model::LogicOutcome& outcome) { return name_in(words, outcome); }
const std::string& name_of(const Words& words, const model::LogicOutput& output) { return name_in(words, output); }

std::string title_of(const Words& words, const model::LogicImpact& impact) {
    return numbered(words, impact.number, name_of(words, impact));
}
std::string title_of(const Words& words, const model::LogicOutcome& outcome) {
    return numbered(words, outcome.id, name_of(words, outcome));
}
std::string title_of(const Words& words, const model::LogicOutput& output) {
    // One letter; the state's role has none.
    return output.id.size() == 1 ? numbered(words, output.id, name_of(words, output)) : name_of(words, output);
}
std::string title_of(const Words& words, const model::LogicModel& logic, const model::LogicMeasure& measure) {
    if (measure.reprint_of.empty()) return measure.title.empty() ? measure.heading : measure.title;
    const model::LogicPlace first = model::find_place(logic, measure.reprint_of);
    const std::string& name = first.measure ? first.measure->title : measure.reprint_of;
    return words(Word::logic_reprint, {{"name", name}});
}

std::vector<JudgedKpi> judged(const Context& ctx, const std::vector<std::string>& kpis) {
    std::vector<JudgedKpi> found;
    for (const std::string& id : kpis)
        if (const model::Kpi* kpi = model::find_kpi(*ctx.data.kpis, id))
            found.push_back({kpi, model::judge(*kpi, *ctx.data.kpis)});
    return found;
}

std::vector<const model::LogicMeasure*> measures_of(const model::LogicOutput& output) {
    std::vector<const model::LogicMeasure*> measures;
    for (const model::LogicGroup& group : output.groups)
        for (const model::LogicMeasure& measure : group.measures) measures.push_back(&measure);
    return measures;
}

std::vector<const model::Story*> related_stories(const Context& ctx,
                                                 const std::vector<const model::LogicMeasure*>& measures) {
    std::set<std::string> subjects;
    for (const model::LogicMeasure* measure : measures)
        subjects.insert(measure->pillar_measures.begin(), measure->pillar_measures.end());
    std::vector<const model::Story*> found;
    for (const model::Story& story : ctx.data.stories->stories)
        if (std::any_of(story.measures.begin(), story.measures.end(),
                        [&](const std::string& id) { return subjects.count(id) > 0; }))
            found.push_back(&story);
    return found;
}

std::string status_counts(const Words& words, const std::vector<JudgedKpi>& kpis) {
    std::array<int, 6> counts{};
    for (const JudgedKpi& kpi : kpis) ++counts[static_cast<size_t>(kpi.progress.status)];
    std::vector<std::string> parts;
    for (size_t s = 0; s < counts.size(); ++s)
        if (counts[s] > 0)
            parts.push_back(
                words(Word::status_strip_part,
                      {{"status", chart::status_word(words, static_cast<model::Status>(s))}, {"n", counts[s]}}));
    return text::listed(words, parts);
}

chart::LogicDiagramWords logic_words(const Words& words) {
    const auto pattern = [&](Word word) { return words(word); };
    chart::LogicDiagramWords w;
    w.levels = {pattern(Word::kpis_impact), pattern(Word::kpis_outcome),  pattern(Word::kpis_output),
                pattern(Word::logic_group), pattern(Word::logic_measure), pattern(Word::logic_programme)};
    for (size_t s = 0; s < w.statuses.size(); ++s)
        w.statuses[s] = chart::status_word(words, static_cast<model::Status>(s));
    w.status_count = pattern(Word::logic_status_count), w.below = pattern(Word::logic_below);
    w.open = pattern(Word::logic_open), w.close = pattern(Word::logic_close);
    w.upstream = pattern(Word::logic_upstream), w.downstream = pattern(Word::logic_downstream);
    w.summary = pattern(Word::logic_shown), w.column_level = pattern(Word::logic_column_level);
    w.column_name = pattern(Word::logic_column_name), w.column_kpis = pattern(Word::logic_column_kpis);
    return w;
}

std::string table_counts(const Words& words, const model::RoadmapCounts& counts) {
    return words(
        Word::roadmap_tables,
        {{"tables", counts.tables}, {"complete", counts.complete}, {"partial", counts.partial}, {"lost", counts.lost}});
}

std::string date_counts(const Words& words, const model::RoadmapCounts& counts) {
    return words(
        Word::roadmap_dates,
        {{"bars", counts.bars}, {"stated", counts.stated}, {"column", counts.column}, {"undated", counts.undated}});
}

float draw_gantt(Context& ctx, Vec2 at, float width, const std::vector<const RoadmapTable*>& tables, bool with_output) {
    const Words& words = ctx.ui.words;
    std::vector<const RoadmapTable*> readable;
    for (const RoadmapTable* table : tables)
        if (table->state != "lost") readable.push_back(table);
    if (readable.empty()) return 0;
    const model::RoadmapCounts counts = model::count_roadmap(readable);
    const chart::Formats& formats = chart::formats_of(words.lang());
    int year = 0, month = 0;
    const std::string& edition = ctx.data.policy->edition.edition;
    const bool dated =
        edition.size() >= 7 && parse_int(edition.substr(0, 4), year) && parse_int(edition.substr(5, 2), month);
    const std::string now = dated ? formats.month(year, month) : "";
    const chart::GanttWords said = gantt_words(words, now.c_str());
    chart::GanttOptions options;
    options.text.id = "gantt", options.text.subtitle = words(Word::roadmap_subtitle);
    options.text.title = words(Word::roadmap_finding, {{"n", counts.bars}, {"open", counts.open}});
    options.text.summary = date_counts(words, counts), options.text.source = document_of(ctx, readable);
    options.text.show_table = words(Word::chart_open_table), options.text.hide_table = words(Word::chart_close_table);
    options.words = &said, options.formats = &formats;
    options.today = dated ? chart::month_of(year, month) : 0;
    options.last_month = chart::month_of(last_roadmap_year + 1, 3);
    options.groups = chart::gantt_groups(readable);
    for (size_t i = 0; i < readable.size(); ++i) {
        chart::GanttGroup& group = options.groups[i];
        group.heading = table_title(ctx, *readable[i], with_output);
        if (!with_output) continue;
        group.id = readable[i]->id, group.href = output_route(ctx, *readable[i]);
        for (chart::GanttRow& row : group.rows) row.href = group.href;
    }
    if (const int year = shown_roadmap_year(ctx.state)) {
        options.first_month = chart::month_of(year, 4);
        options.last_month = chart::month_of(year + zoomed_roadmap_years, 3);
        options.text.subtitle = words(Word::roadmap_subtitle_years, {{"years", roadmap_years(words, year)},
                                                                     {"hidden", chart::bars_outside(options)}});
    }
    return chart::gantt(ctx.ui, at, width, options);
}

int shown_roadmap_year(const view::ViewState& state) {
    const bool known = state.year >= first_roadmap_year && state.year <= last_zoomed_year;
    return state.page == view::Page::roadmap && known ? state.year : 0;
}

std::string roadmap_years(const Words& words, int from) {
    return words(Word::roadmap_from_to, {{"from", text::year(words, from, true)},
                                         {"to", text::year(words, from + zoomed_roadmap_years - 1, true)}});
}

float draw_lost_tables(Context& ctx, Vec2 at, float width, const std::vector<const RoadmapTable*>& tables,
                       bool with_output) {
    Ui& ui = ctx.ui;
    const int lost = model::count_roadmap(tables).lost;
    if (lost == 0) return 0;
    const float text_px = std::min(width, 760.f);
    ui::Flow flow{ui, at.x, at.y, text_px};
    flow.heading(ui.words(Word::roadmap_lost_title, {{"n", lost}}), 2, style::section, "lost:title");
    flow.space(4);
    flow.paragraph(ui.words(Word::roadmap_lost_text), style::body);
    flow.space(12);
    Node list;
    list.id = "lost", list.role = Role::list, list.name = ui.words(Word::roadmap_lost_list);
    Ui::Scope scope(ui, std::move(list));
    for (const RoadmapTable* table : tables) {
        if (table->state != "lost") continue;
        Node item;
        item.id = "lost:" + table->id + "/item", item.role = Role::listitem;
        Ui::Scope item_scope(ui, std::move(item));
        const std::string title = table_title(ctx, *table, with_output);
        if (with_output)
            flow.y += block_link(ui, "lost:" + table->id, {flow.x, flow.y}, text_px, title, output_route(ctx, *table));
        else
            flow.paragraph(title, style::body);
        for (const model::RoadmapRow& row : table->rows)
            flow.y += ui::paragraph(ui, {flow.x + 16, flow.y}, text_px - 16,
                                    ui.words(Word::roadmap_lost_row_name, {{"name", row.name}}), style::note);
        flow.space(8);
    }
    return flow.y - at.y;
}

}  // namespace atlas::page

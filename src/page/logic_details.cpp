#include "page/logic_details.h"

#include <algorithm>

#include "model/search.h"
#include "page/downloads.h"
#include "page/names.h"
#include "page/policy_parts.h"
#include "page/story_parts.h"
#include "text/text.h"

namespace atlas::page {

using model::LogicPlace;
using scene::Node;
using scene::Role;
using ui::Ui;
namespace style = ui::style;

namespace {

constexpr ui::TextStyle head_style{ui::size::lead, Weight::bold, ui::ink::text, 1.5f};
constexpr size_t most_hits = 8, most_kpis = 6, most_stories = 6;

size_t count_below(const model::LogicMeasure& measure) { return measure.programmes.size(); }
size_t count_below(const model::LogicGroup& group) {
    size_t n = group.measures.size();
    for (const model::LogicMeasure& measure : group.measures) n += count_below(measure);
    return n;
}
size_t count_below(const model::LogicOutput& output) {
    size_t n = output.groups.size();
    for (const model::LogicGroup& group : output.groups) n += count_below(group);
    return n;
}
size_t count_below(const model::LogicOutcome& outcome) {
    size_t n = outcome.outputs.size();
    for (const model::LogicOutput& output : outcome.outputs) n += count_below(output);
    return n;
}

std::vector<const model::LogicOutput*> outputs_of(const LogicPlace& place) {
    std::vector<const model::LogicOutput*> outputs;
    const auto add = [&](const model::LogicOutcome& outcome) {
        for (const model::LogicOutput& output : outcome.outputs) outputs.push_back(&output);
    };
    if (place.output) return {place.output};
    if (place.outcome) {
        add(*place.outcome);
    } else if (place.impact) {
        for (const model::LogicOutcome& outcome : place.impact->outcomes) add(outcome);
    }
    return outputs;
}

std::vector<const model::LogicMeasure*> measures_below(const LogicPlace& place) {
    if (place.measure) return {place.measure};
    std::vector<const model::LogicMeasure*> measures;
    if (place.group) {
        for (const model::LogicMeasure& measure : place.group->measures) measures.push_back(&measure);
        return measures;
    }
    for (const model::LogicOutput* output : outputs_of(place))
        for (const model::LogicMeasure* measure : measures_of(*output)) measures.push_back(measure);
    return measures;
}

/// Its KPIs and those below it; of a measure or a programme those of the group that it stands in.
std::vector<JudgedKpi> kpis_at(const Context& ctx, const LogicPlace& place) {
    const std::string& id = place.level > 3 ? place.group->id : ctx.state.node;
    return judged(ctx, model::kpis_below(*ctx.data.logic, id));
}

std::string trace_text(const Context& ctx, const LogicPlace& place) {
    const int above = (place.impact != nullptr) + (place.outcome != nullptr) + (place.output != nullptr) +
                      (place.group != nullptr) + (place.measure != nullptr) + (place.programme != nullptr) - 1;
    return ctx.ui.words(Word::logic_trace, {{"up", above}, {"down", page::count_below(place)}});
}

float draw_kpis(Context& ctx, Vec2 at, const LogicPlace& place) {
    std::vector<JudgedKpi> kpis = kpis_at(ctx, place);
    if (kpis.empty()) return 0;
    Ui& ui = ctx.ui;
    float y = at.y + 32;
    y += ui::heading(ui, {at.x, y}, ctx.width, ui.words(Word::output_kpis), 3, head_style);
    y +=
        ui::paragraph(ui, {at.x, y}, ctx.width,
                      ui.words(Word::logic_kpis_below, {{"n", kpis.size()}, {"states", status_counts(ui.words, kpis)}}),
                      style::body, "details:kpis-count") +
        8;
    const bool more = kpis.size() > most_kpis;
    if (more) kpis.resize(most_kpis);
    {
        Node list;
        list.id = "details:kpis", list.role = Role::list, list.name = ui.words(Word::output_kpis);
        Ui::Scope scope(ui, std::move(list));
        for (const JudgedKpi& kpi : kpis) {
            ui.hline(at.x, at.x + ctx.width, y);
            y += kpi_row(ctx, {at.x, y}, kpi);
        }
        ui.hline(at.x, at.x + ctx.width, y);
    }
    if (!more || place.level > 3) return y - at.y;
    ui::arrow_link(ui, "details:all-kpis", {at.x, y + 28}, ui.words(Word::changes_to_kpis),
                   "/kpis?n=" + ctx.state.node);
    return y + ui::target_px - at.y;
}

/// One output: its Gantt. Several: the way to the tables of each.
float draw_roadmap(Context& ctx, Vec2 at, const LogicPlace& place) {
    if (!ctx.data.roadmap) return 0;
    Ui& ui = ctx.ui;
    const Words& words = ui.words;
    float y = at.y + 32;
    const auto head = [&] {
        y += ui::heading(ui, {at.x, y}, ctx.width, words(Word::roadmap_title), 3, head_style) + 8;
    };
    if (place.output) {
        const auto tables = model::tables_of(*ctx.data.roadmap, *ctx.data.logic, place.output->id);
        if (tables.empty()) return 0;
        head();
        const float h = draw_gantt(ctx, {at.x, y}, ctx.width, tables, false);
        if (h > 0) y += h + 8, y += draw_chart_downloads(ctx, {at.x, y}, ctx.width, "gantt");
        ui::arrow_link(ui, "details:roadmap", {at.x, y + 28}, words(Word::logic_to_roadmap),
                       "/roadmap?n=" + place.output->id);
        return y + ui::target_px - at.y;
    }
    head();
    for (const model::LogicOutput* output : outputs_of(place)) {
        const size_t n = model::tables_of(*ctx.data.roadmap, *ctx.data.logic, output->id).size();
        if (n == 0) continue;
        y += block_link(ui, "details:roadmap:" + output->id, {at.x, y}, ctx.width,
                        words(Word::roadmap_option, {{"name", title_of(words, *output)}, {"n", n}}),
                        "/roadmap?n=" + output->id) +
             8;
    }
    return y - at.y;
}

float draw_stories(Context& ctx, Vec2 at, const LogicPlace& place) {
    if (!ctx.data.stories) return 0;
    auto found = related_stories(ctx, measures_below(place));
    if (found.empty()) return 0;
    Ui& ui = ctx.ui;
    const std::string title = ui.words(Word::output_stories, {{"n", found.size()}});
    float y = at.y + 32;
    y += ui::heading(ui, {at.x, y}, ctx.width, title, 3, head_style) + 12;
    if (found.size() > most_stories) found.resize(most_stories);
    y += story_cards(ui, "details:stories", title, {at.x, y}, ctx.width, found, ctx.data.places.get());
    return y - at.y;
}

const model::SourceRef& source_of(const LogicPlace& place) {
    if (place.output) return place.output->source;
    return place.outcome ? place.outcome->source : place.impact->source;
}

std::string level_of(const Words& words, const LogicPlace& place) {
    return std::string(logic_words(words).levels[static_cast<size_t>(place.level)]);
}

}  // namespace

size_t count_below(const LogicPlace& place) {
    if (place.programme) return 0;
    if (place.measure) return count_below(*place.measure);
    if (place.group) return count_below(*place.group);
    if (place.output) return count_below(*place.output);
    if (place.outcome) return count_below(*place.outcome);
    size_t n = 0;
    if (!place.impact) return n;
    for (const model::LogicOutcome& outcome : place.impact->outcomes) n += 1 + count_below(outcome);
    return n;
}

std::string place_title(const Context& ctx, const LogicPlace& place) {
    const Words& words = ctx.ui.words;
    switch (place.level) {
        case 0: return title_of(words, *place.impact);
        case 1: return title_of(words, *place.outcome);
        case 2: return title_of(words, *place.output);
        case 3: return place.group->number + " " + place.group->name;
        case 4: return title_of(words, *ctx.data.logic, *place.measure);
        default: return place.programme->name;
    }
}

float logic_search(Context& ctx, Vec2 at, float width) {
    Ui& ui = ctx.ui;
    const Words& words = ui.words;
    Node area;
    area.id = "logic:search", area.role = Role::search, area.name = words(Word::logic_search);
    Ui::Scope scope(ui, std::move(area));
    float y = at.y + ui::search_field(ui, "logic:query", at, std::min(width, 560.f), words(Word::logic_search),
                                      ctx.state.query, "", "query");
    if (model::search_key(ctx.state.query).empty()) return y - at.y;
    const std::vector<model::SearchHit> hits = model::search_logic(*ctx.data.logic, ctx.state.query);
    const std::string said = words(Word::search_count, {{"query", ctx.state.query}, {"n", hits.size()}});
    Node status;
    status.id = "logic:found", status.role = Role::status, status.name = said;
    y += 12;
    const float h = ui.glyph_block({at.x, y}, width, said, style::bold);
    status.rect = {at.x, y, width, h};
    ui.add(std::move(status));
    y += h + 8;
    if (hits.empty()) return y + ui::paragraph(ui, {at.x, y}, width, words(Word::search_none_remedy)) - at.y;
    Node list;
    list.id = "logic:hits", list.role = Role::list, list.name = said;
    Ui::Scope list_scope(ui, std::move(list));
    for (size_t i = 0; i < hits.size() && i < most_hits; ++i) {
        const std::string id(hits[i].id);
        const LogicPlace place = model::find_place(*ctx.data.logic, id);
        if (place.level < 0) continue;
        Node item;
        item.id = "hit:" + id + "/item", item.role = Role::listitem;
        Ui::Scope item_scope(ui, std::move(item));
        y += block_link(ui, "hit:" + id, {at.x, y}, width, place_title(ctx, place),
                        view::route_with(ctx.state, [&](view::ViewState& s) { s.node = id, s.query.clear(); }));
        y += ui::paragraph(ui, {at.x, y}, width, level_of(words, place), style::note) + 8;
    }
    return y - at.y;
}

float logic_details(Context& ctx, Vec2 at, const LogicPlace& place) {
    Ui& ui = ctx.ui;
    Node section;
    section.id = "details", section.role = Role::region, section.name = ui.words(Word::logic_details);
    Ui::Scope scope(ui, std::move(section));
    ui.hline(at.x, at.x + ctx.width, at.y);
    float y = at.y + 24;
    y += ui::paragraph(ui, {at.x, y}, ctx.width, level_of(ui.words, place), style::note_bold);
    y += ui::heading(ui, {at.x, y}, std::min(ctx.width, 860.f), place_title(ctx, place), 2, style::section,
                     "details:title");
    y += ui::paragraph(ui, {at.x, y}, ctx.width, trace_text(ctx, place), style::body, "details:trace");
    y += draw_kpis(ctx, {at.x, y}, place);
    y += draw_roadmap(ctx, {at.x, y}, place);
    y += draw_stories(ctx, {at.x, y}, place) + 16;
    if (place.output) {
        ui::arrow_link(ui, "details:output", {at.x, y + 28}, ui.words(Word::logic_to_output),
                       "/logic/" + place.output->id);
        y += ui::target_px;
    }
    y += 8;
    y += draw_attribution(ctx, {at.x, y}, std::min(ctx.width, 960.f), source_of(place)) + 40;
    return y - at.y;
}

}  // namespace atlas::page

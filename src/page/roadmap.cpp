// 工程表: what is done when, by output, of all tables that could be read; which could not is said plainly.
#include <algorithm>

#include "page/downloads.h"
#include "page/frame.h"
#include "page/logic_parts.h"
#include "page/policy_tabs.h"
#include "page/story_parts.h"

namespace atlas::page {

using model::BundleName;
using ui::Ui;
namespace style = ui::style;

namespace {

/// All, each impact, and below it its outcomes with their outputs, with the number of tables.
std::vector<scene::Option> options_of(const Context& ctx) {
    const Words& words = ctx.ui.words;
    const model::LogicModel& logic = *ctx.data.logic;
    std::vector<scene::Option> options;
    const auto put = [&](const std::string& id, const std::string& name) {
        const size_t n = model::tables_of(*ctx.data.roadmap, logic, id).size();
        options.push_back({id, words(Word::roadmap_option, {{"name", name}, {"n", n}})});
    };
    put("", words(Word::roadmap_all));
    for (const model::LogicImpact& impact : logic.impacts) {
        put(impact.id, title_of(words, impact));
        const auto below = [&](const std::string& name) { return words(Word::roadmap_option_below, {{"name", name}}); };
        for (const model::LogicOutcome& outcome : impact.outcomes) {
            put(outcome.id, below(title_of(words, outcome)));
            for (const model::LogicOutput& output : outcome.outputs)
                put(output.id, below(below(title_of(words, output))));
        }
    }
    if (!logic.state_role.id.empty()) put(logic.state_role.id, title_of(words, logic.state_role));
    return options;
}

/// The choice when it is one of the list: an impact, an outcome or an output.
std::string chosen_of(const Context& ctx) {
    const model::LogicPlace place = model::find_place(*ctx.data.logic, ctx.state.node);
    return place.level >= 0 && place.level <= 2 ? ctx.state.node : "";
}

/// The address of this page with another choice; the years stay.
std::string route_for(const Context& ctx, const std::string& node) {
    return view::route_with(ctx.state, [&](view::ViewState& s) { s.node = node; });
}

/// What narrows the tables, and the years that their axis shows: side by side where there is room. Returns the height.
float draw_choices(Context& ctx, Vec2 at, const std::string& chosen) {
    Ui& ui = ctx.ui;
    const Words& words = ui.words;
    const bool beside = ctx.width >= 720;
    const float w = beside ? 480 : ctx.width, gap = 16;
    const float h = ui::select(ui, "filter:node", at, w, words(Word::roadmap_filter), chosen, options_of(ctx), "node");
    std::vector<scene::Option> years = {{"", words(Word::roadmap_all)}};
    for (int year = first_roadmap_year; year <= last_zoomed_year; ++year)
        years.push_back({std::to_string(year), roadmap_years(words, year)});
    const int year = shown_roadmap_year(ctx.state);
    const Vec2 second = beside ? Vec2{at.x + w + gap, at.y} : Vec2{at.x, at.y + h + gap};
    const float years_h = ui::select(ui, "roadmap:years", second, beside ? 280 : ctx.width, words(Word::roadmap_years),
                                     year ? std::to_string(year) : "", years, "year");
    return second.y + years_h - at.y;
}

/// On phones all tables below each other are too long to find anything: a list of the outputs, of which one is opened.
float draw_index(Context& ctx, Vec2 at, const std::string& chosen) {
    Ui& ui = ctx.ui;
    const Words& words = ui.words;
    const model::LogicModel& logic = *ctx.data.logic;
    float y = at.y + ui::heading(ui, at, ctx.width, words(Word::roadmap_index), 2, style::section) + 8;
    const auto draw_list = [&](const std::string& id, const std::string& name,
                               const std::vector<const model::LogicOutput*>& outputs) {
        y += ui::heading(ui, {at.x, y}, ctx.width, name, 3, {ui::size::body, Weight::bold, ui::ink::text, 1.5f}) + 4;
        scene::Node list;
        list.id = "index:" + id, list.role = scene::Role::list, list.name = name;
        Ui::Scope scope(ui, std::move(list));
        for (const model::LogicOutput* output : outputs) {
            const auto tables = model::tables_of(*ctx.data.roadmap, logic, output->id);
            if (tables.empty()) continue;
            scene::Node item;
            item.id = "index:" + output->id + "/item", item.role = scene::Role::listitem;
            Ui::Scope item_scope(ui, std::move(item));
            const std::string title =
                words(Word::roadmap_option, {{"name", title_of(words, *output)}, {"n", tables.size()}});
            y += 6 + block_link(ui, "index:" + output->id, {at.x, y + 6}, ctx.width, title, route_for(ctx, output->id));
            const model::RoadmapCounts counts = model::count_roadmap(tables);
            const std::string note =
                counts.bars == 0
                    ? std::string(words(Word::roadmap_no_plans))
                    : words(Word::kpis_section, {{"name", words(Word::roadmap_column_bar)}, {"n", counts.bars}});
            y += ui::paragraph(ui, {at.x, y}, ctx.width, note, style::note) + 8;
        }
        y += 20;
    };
    for (const model::LogicImpact& impact : logic.impacts) {
        std::vector<const model::LogicOutput*> outputs;
        for (const model::LogicOutcome& outcome : impact.outcomes)
            for (const model::LogicOutput& output : outcome.outputs)
                if (chosen.empty() || chosen == impact.id || chosen == outcome.id) outputs.push_back(&output);
        if (!outputs.empty()) draw_list(impact.id, title_of(words, impact), outputs);
    }
    const bool with_state = chosen.empty() && !logic.state_role.id.empty();
    if (with_state) draw_list("state-role", title_of(words, logic.state_role), {&logic.state_role});
    return y - at.y;
}

/// The chosen tables: counts, the way to their output, the Gantt, the lost ones. Returns the height.
float draw_tables(Context& ctx, Vec2 at, const std::string& chosen) {
    Ui& ui = ctx.ui;
    const Words& words = ui.words;
    ui::Flow flow{ui, at.x, at.y, std::min(ctx.width, 800.f)};
    const auto tables = model::tables_of(*ctx.data.roadmap, *ctx.data.logic, chosen);
    const model::RoadmapCounts counts = model::count_roadmap(tables);
    if (!chosen.empty() && counts.tables > 1)
        flow.paragraph(table_counts(words, counts), style::body, "roadmap:chosen");
    flow.paragraph(counts.bars > 0 ? date_counts(words, counts) : words(Word::roadmap_no_plans), style::body,
                   "roadmap:dates");
    const model::LogicPlace place = model::find_place(*ctx.data.logic, chosen);
    if (place.output) {
        flow.space(10);
        flow.y += block_link(ui, "roadmap:output", {flow.x, flow.y}, flow.width,
                             words(Word::roadmap_to_output, {{"name", title_of(words, *place.output)}}),
                             "/logic/" + place.output->id);
        flow.space(10);
    }
    flow.space(24);
    flow.y += draw_gantt(ctx, {flow.x, flow.y}, ctx.width, tables, true) + 8;
    flow.y += draw_chart_downloads(ctx, {flow.x, flow.y}, ctx.width, "gantt") + 40;
    flow.y += draw_lost_tables(ctx, {flow.x, flow.y}, ctx.width, tables, true);
    return flow.y - at.y;
}

}  // namespace

void roadmap(Context& ctx) {
    Ui& ui = ctx.ui;
    const Words& words = ui.words;
    ui.scene.title = words(Word::roadmap_title);
    ui::Flow flow{ui, ctx.left, ctx.top, ctx.width};
    flow.heading(words(Word::roadmap_title), 1, ui.phone() ? style::page : style::page_large);
    flow.space(12);
    flow.y += policy_tabs(ctx, {flow.x, flow.y}, flow.width);
    ctx.bottom = flow.y;
    if (!require(ctx, {BundleName::policy, BundleName::logic, BundleName::roadmap})) return;
    const auto all = model::tables_of(*ctx.data.roadmap, *ctx.data.logic, "");
    ui.scene.description = table_counts(words, model::count_roadmap(all));
    const std::string chosen = chosen_of(ctx);
    const bool is_output = model::find_place(*ctx.data.logic, chosen).level == 2;
    if (ui.phone() && is_output) {
        flow.y +=
            back_link(ui, "roadmap:to-index", {flow.x, flow.y}, words(Word::roadmap_to_index), route_for(ctx, "")) + 8;
    } else {
        flow.width = std::min(ctx.width, 800.f);
        flow.paragraph(ui.scene.description, ui.phone() ? style::body : style::lead, "roadmap:tables");
        flow.space(8);
        flow.paragraph(words(Word::roadmap_intro), style::body);
        flow.space(24);
    }
    flow.y += draw_choices(ctx, {flow.x, flow.y}, chosen) + 16;
    flow.y += ui.phone() && !is_output ? draw_index(ctx, {flow.x, flow.y + 16}, chosen) + 16
                                       : draw_tables(ctx, {flow.x, flow.y}, chosen);
    ui::arrow_link(ui, "roadmap:logic", {flow.x, flow.y + 40}, words(Word::roadmap_to_logic), "/logic");
    ctx.bottom = flow.y + 56;
}

}  // namespace atlas::page

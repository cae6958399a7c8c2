// 工程表: what is done when, by output, of all tables that could be read; which could not is said plainly.
#include <algorithm>

#include "page/frame.h"
#include "page/logic_parts.h"
#include "page/policy_tabs.h"

namespace atlas::page {

using model::BundleName;
using ui::Ui;
namespace style = ui::style;

namespace {

/// All, each impact, and below it each of its outputs, with the number of tables.
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
        for (const model::LogicOutcome& outcome : impact.outcomes)
            for (const model::LogicOutput& output : outcome.outputs)
                put(output.id, words(Word::roadmap_option_below, {{"name", title_of(words, output)}}));
    }
    if (!logic.state_role.id.empty()) put(logic.state_role.id, title_of(words, logic.state_role));
    return options;
}

/// The choice when it is one of the list: an impact or an output.
std::string chosen_of(const Context& ctx) {
    const model::LogicPlace place = model::find_place(*ctx.data.logic, ctx.state.node);
    return place.level == 0 || place.level == 2 ? ctx.state.node : "";
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
    flow.width = std::min(ctx.width, 800.f);
    flow.paragraph(ui.scene.description, style::lead, "roadmap:tables");
    flow.space(8);
    flow.paragraph(words(Word::roadmap_intro), style::body);
    flow.space(24);
    const std::string chosen = chosen_of(ctx);
    const auto tables = model::tables_of(*ctx.data.roadmap, *ctx.data.logic, chosen);
    flow.y += ui::select(ui, "filter:node", {flow.x, flow.y}, std::min(ctx.width, 560.f), words(Word::roadmap_filter),
                         chosen, options_of(ctx), "node") +
              16;
    const model::RoadmapCounts counts = model::count_roadmap(tables);
    if (!chosen.empty() && counts.tables > 1)
        flow.paragraph(table_counts(words, counts), style::body, "roadmap:chosen");
    flow.paragraph(counts.bars > 0 ? date_counts(words, counts) : words(Word::roadmap_no_plans), style::body,
                   "roadmap:dates");
    const model::LogicPlace place = model::find_place(*ctx.data.logic, chosen);
    if (place.output) {
        ui::arrow_link(ui, "roadmap:output", {flow.x, flow.y + 28},
                       words(Word::roadmap_to_output, {{"name", title_of(words, *place.output)}}),
                       "/logic/" + place.output->id);
        flow.space(ui::target_px);
    }
    flow.space(24);
    flow.y += draw_gantt(ctx, {flow.x, flow.y}, ctx.width, tables, true) + 40;
    flow.y += draw_lost_tables(ctx, {flow.x, flow.y}, ctx.width, tables, true);
    ui::arrow_link(ui, "roadmap:logic", {flow.x, flow.y + 40}, words(Word::roadmap_to_logic), "/logic");
    ctx.bottom = flow.y + 56;
}

}  // namespace atlas::page

// How the policy came about: events, lists of pillars, roles, next steps, surveys, and the KPIs of the strategy before.
#include <algorithm>

#include "page/downloads.h"
#include "page/history_parts.h"
#include "page/policy_parts.h"
#include "page/policy_tabs.h"
#include "page/survey_parts.h"
#include "text/text.h"

namespace atlas::page {

using model::BundleName;
using model::Framework;
using ui::Ui;
namespace style = ui::style;

namespace {

constexpr float between_px = 64, text_px = 760;

void draw_section(ui::Flow& flow, const std::string& title, const std::string& text) {
    flow.space(between_px);
    flow.heading(title, 2, style::heading);
    const float width = flow.width;
    flow.width = std::min(width, text_px);
    if (!text.empty()) flow.space(4), flow.paragraph(text, style::note);
    flow.width = width;
    flow.space(20);
}

std::string decided_date(const Words& words, const Framework& framework) {
    for (const model::PillarList& list : framework.pillar_lists)
        if (list.decided) return text::date(words, list.date);
    return "";
}

void draw_clusters(Context& ctx, ui::Flow& flow, const std::vector<model::Cluster>& clusters) {
    if (clusters.empty()) return;
    flow.space(32);
    flow.heading(ctx.ui.words(Word::history_clusters, {{"n", clusters.size()}}), 3, style::section);
    flow.space(12);
    const float gap = 32;
    const size_t columns = flow.width >= 800 ? clusters.size() : 1;
    const float w = (flow.width - gap * static_cast<float>(columns - 1)) / static_cast<float>(columns);
    float x = flow.x, lowest = flow.y;
    for (const model::Cluster& cluster : clusters) {
        if (columns == 1) flow.y = lowest;
        float y = flow.y;
        ctx.ui.hline(x, x + w, y);
        y += 12;
        ctx.ui.glyphs({x, y + 20}, std::to_string(cluster.number), {ui::size::heading, Weight::bold, ui::ink::link});
        y += ui::paragraph(ctx.ui, {x + 32, y}, w - 32, cluster.summary) + 16;
        lowest = std::max(lowest, y);
        if (columns > 1) x += w + gap;
    }
    flow.y = lowest;
    flow.y += draw_attribution(ctx, {flow.x, flow.y}, flow.width, clusters.front().source);
}

void draw_surveys(Context& ctx, ui::Flow& flow, const std::vector<model::Survey>& surveys) {
    if (surveys.empty()) return;
    const Words& words = ctx.ui.words;
    draw_section(flow, words(Word::history_surveys), words(Word::history_surveys_text, {{"n", surveys.size()}}));
    for (const model::Survey& survey : surveys) {
        flow.rule();
        flow.space(20);
        flow.y += draw_survey(ctx, {flow.x, flow.y}, flow.width, survey) + 28;
    }
}

void draw_all(Context& ctx, ui::Flow& flow) {
    const Words& words = ctx.ui.words;
    const Framework& framework = ctx.data.background->framework;
    flow.y += history_timeline(ctx, {flow.x, flow.y}, flow.width) + 8;
    flow.y += draw_chart_downloads(ctx, {flow.x, flow.y}, flow.width, "history:timeline");
    if (!framework.pillar_lists.empty()) {
        draw_section(flow, words(Word::history_lists, {{"n", framework.pillar_lists.size()}}),
                     words(Word::history_lists_text, {{"date", decided_date(words, framework)}}));
        flow.y += pillar_lists(ctx, {flow.x, flow.y}, flow.width);
    }
    if (!framework.roles.empty()) {
        std::vector<std::string> actors;
        for (const model::Role& role : framework.roles)
            actors.push_back(words.lang() == Lang::ja ? role.actor : role.name_en);
        draw_section(flow, words(Word::history_roles),
                     words(Word::history_roles_text, {{"actors", text::listed(words, actors)}}));
        flow.y += draw_roles(ctx, {flow.x, flow.y}, flow.width);
    }
    if (!framework.next_steps.empty()) {
        draw_section(flow, words(Word::history_steps), words(Word::history_steps_text));
        flow.y += next_steps(ctx, {flow.x, flow.y}, flow.width);
        draw_clusters(ctx, flow, framework.clusters);
    }
    draw_surveys(ctx, flow, framework.surveys);
    const auto& previous = ctx.data.background->previous;
    if (previous.empty()) return;
    const auto going_on = std::count_if(previous.begin(), previous.end(),
                                        [](const model::PreviousKpi& kpi) { return !kpi.successors.empty(); });
    draw_section(flow, words(Word::history_previous, {{"total", previous.size()}, {"n", going_on}}),
                 words(Word::history_previous_text));
    flow.y += previous_kpis(ctx, {flow.x, flow.y}, flow.width);
}

}  // namespace

void history(Context& ctx) {
    Ui& ui = ctx.ui;
    const Words& words = ui.words;
    ui.scene.title = words(Word::history_title);
    ui::Flow flow{ui, ctx.left, ctx.top, ctx.width};
    flow.heading(words(Word::history_title), 1, ui.phone() ? style::page : style::page_large);
    flow.space(12);
    flow.y += policy_tabs(ctx, {flow.x, flow.y}, flow.width);
    ctx.bottom = flow.y;
    if (!require(ctx, {BundleName::policy, BundleName::kpis, BundleName::background})) return;
    const auto& events = ctx.data.background->framework.history;
    const std::string intro =
        words(Word::history_intro, {{"from", events.empty() ? "" : text::date(words, events.front().date)}});
    ui.scene.description = intro;
    flow.width = std::min(ctx.width, text_px);
    flow.paragraph(intro, style::lead, "history:intro");
    flow.width = ctx.width;
    flow.space(40);
    draw_all(ctx, flow);
    ctx.bottom = flow.y;
}

}  // namespace atlas::page

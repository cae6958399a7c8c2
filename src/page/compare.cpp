// 新結合: what the good practices join by ×, what the government says may be joined, the stances from 1.0 to 2.0, and how the
// national government supports the regions.
#include <algorithm>

#include "chart/bar_list.h"
#include "core/strings.h"
#include "page/compare_charts.h"
#include "page/compare_parts.h"
#include "page/downloads.h"
#include "page/policy_parts.h"
#include "page/policy_tabs.h"
#include "page/story_parts.h"
#include "text/text.h"

namespace atlas::page {

using model::BundleName;
using model::Framework;
using scene::Node;
using scene::Role;
using ui::Ui;
namespace style = ui::style;

namespace {

constexpr float between_px = 64, text_px = 760;

/// A heading of the page with its explanation.
void draw_section(ui::Flow& flow, const std::string& title, const std::string& text) {
    flow.space(between_px);
    flow.heading(title, 2, style::heading);
    const float width = flow.width;
    flow.width = std::min(width, text_px);
    if (!text.empty()) flow.space(4), flow.paragraph(text, style::note);
    flow.width = width;
    flow.space(20);
}

void draw_source(Context& ctx, ui::Flow& flow, const model::SourceRef& source) {
    flow.space(12);
    flow.y += draw_attribution(ctx, {flow.x, flow.y}, flow.width, source);
}

const model::SupportFigure* find_support(const Framework& framework, std::string_view id) {
    for (const model::SupportFigure& figure : framework.support)
        if (figure.id == id) return &figure;
    return nullptr;
}

/// The official sentence beside a rule in ink.
void draw_meaning(Context& ctx, ui::Flow& flow, const model::SupportFigure& meaning) {
    const float top = flow.y, width = std::min(flow.width, 880.f) - 20;
    flow.y +=
        ui::heading(ctx.ui, {flow.x + 20, flow.y}, width, ctx.ui.words(Word::compare_meaning), 2, style::note_bold);
    flow.y += ui::paragraph(ctx.ui, {flow.x + 20, flow.y}, width, meaning.text, style::lead, "compare:meaning");
    ctx.ui.rect({flow.x, top, 4, flow.y - top}, ui::ink::link);
    draw_source(ctx, flow, meaning.source);
}

void draw_examples(Context& ctx, ui::Flow& flow) {
    const auto& examples = ctx.data.background->framework.combination_examples;
    if (examples.empty()) return;
    const Words& words = ctx.ui.words;
    draw_section(flow, words(Word::compare_examples), words(Word::compare_examples_text, {{"n", examples.size()}}));
    {
        Node list;
        list.id = "compare:examples", list.role = Role::list, list.name = words(Word::compare_examples);
        Ui::Scope scope(ctx.ui, std::move(list));
        for (size_t i = 0; i < examples.size(); ++i) {
            Node item;
            item.id = "example:" + std::to_string(i), item.role = Role::listitem;
            Ui::Scope item_scope(ctx.ui, std::move(item));
            flow.rule();
            flow.space(16);
            flow.y += draw_example(ctx.ui, {flow.x, flow.y}, flow.width, examples[i]) + 16;
        }
        flow.rule();
    }
    draw_source(ctx, flow, examples.front().source);
}

void draw_elements(Context& ctx, ui::Flow& flow) {
    const Framework& framework = ctx.data.background->framework;
    if (framework.combination_elements.empty()) return;
    const Words& words = ctx.ui.words;
    std::vector<std::string> kinds;
    for (const model::CombinationElement& element : framework.combination_elements)
        if (kinds.empty() || kinds.back() != element.kind) kinds.push_back(element.kind);
    draw_section(flow, words(Word::compare_elements),
                 words(Word::compare_elements_text, {{"kinds", text::listed(words, kinds)}}));
    for (const std::string& kind : kinds) {
        flow.rule();
        flow.space(16);
        flow.y += draw_element_kind(ctx.ui, {flow.x, flow.y}, flow.width, kind, framework.combination_elements);
    }
    flow.rule();
    draw_source(ctx, flow, framework.combination_source);
}

void draw_stances(Context& ctx, ui::Flow& flow) {
    const std::vector<model::Stance>& stances = ctx.data.policy->vision.stances;
    if (stances.empty()) return;
    const Words& words = ctx.ui.words;
    draw_section(flow, words(Word::compare_stances, {{"n", stances.size()}}), words(Word::compare_stances_text));
    flow.y += stance_table(ctx.ui, {flow.x, flow.y}, flow.width, stances);
    draw_source(ctx, flow, stances.front().source);
}

void draw_support(Context& ctx, ui::Flow& flow) {
    const Framework& framework = ctx.data.background->framework;
    if (framework.support.empty()) return;
    const Words& words = ctx.ui.words;
    const model::SupportFigure& first = framework.support.front();
    draw_section(flow, words(Word::compare_support),
                 words(Word::compare_support_text, {{"date", text::date(words, first.date)}}));
    flow.y += support_figures(ctx.ui, {flow.x, flow.y}, flow.width, framework.support) + 32;
    flow.y += support_fields(ctx, {flow.x, flow.y}, std::min(flow.width, 800.f)) + 8;
    flow.y += draw_chart_downloads(ctx, {flow.x, flow.y}, flow.width, "support:fields") + 32;
    flow.y += support_texts(ctx.ui, {flow.x, flow.y}, flow.width, framework.support);
    draw_source(ctx, flow, {first.source.doc, 0, ""});
}

void draw_stories(Context& ctx, ui::Flow& flow, const std::vector<const model::Story*>& joined) {
    if (joined.empty()) return;
    const Words& words = ctx.ui.words;
    draw_section(flow, words(Word::compare_stories), "");
    flow.y += story_cards(ctx.ui, "compare:stories", words(Word::compare_stories), {flow.x, flow.y}, flow.width, joined,
                          ctx.data.places.get());
    ui::arrow_link(ctx.ui, "compare:all-stories", {flow.x, flow.y + 36}, words(Word::compare_all_stories), "/stories");
    flow.space(52);
}

}  // namespace

void compare(Context& ctx) {
    Ui& ui = ctx.ui;
    const Words& words = ui.words;
    ui.scene.title = words(Word::compare_title);
    ui::Flow flow{ui, ctx.left, ctx.top, ctx.width};
    flow.heading(words(Word::compare_title), 1, ui.phone() ? style::page : style::page_large);
    flow.space(12);
    flow.y += policy_tabs(ctx, {flow.x, flow.y}, flow.width);
    ctx.bottom = flow.y;
    if (!require(ctx, {BundleName::policy, BundleName::stories, BundleName::background})) return;
    const std::vector<const model::Story*> joined = joined_stories(*ctx.data.stories);
    size_t elements = 0;
    for (const model::Story* story : joined) elements += story->elements.size();
    const std::string intro =
        words(Word::compare_intro,
              {{"total", ctx.data.stories->stories.size()}, {"stories", joined.size()}, {"elements", elements}});
    ui.scene.description = intro;
    flow.width = std::min(ctx.width, text_px);
    flow.paragraph(intro, style::lead, "compare:intro");
    flow.width = ctx.width;
    flow.space(32);
    if (const model::SupportFigure* meaning = find_support(ctx.data.background->framework, meaning_id))
        draw_meaning(ctx, flow, *meaning);
    const std::string source =
        joined.empty() ? "" : source_text(words, ctx.data.policy.get(), {joined.front()->source.doc, 0, ""});
    flow.space(between_px - 8);
    flow.y += element_network(ctx, {flow.x, flow.y}, flow.width, joined, source) + 8;
    flow.y += draw_chart_downloads(ctx, {flow.x, flow.y}, flow.width, "compare:network") + between_px - 16;
    flow.y += field_matrix(ctx, {flow.x, flow.y}, flow.width, joined, source) + 8;
    flow.y += draw_chart_downloads(ctx, {flow.x, flow.y}, flow.width, "compare:matrix");
    draw_stories(ctx, flow, joined);
    draw_examples(ctx, flow);
    draw_elements(ctx, flow);
    draw_stances(ctx, flow);
    draw_support(ctx, flow);
    ctx.bottom = flow.y;
}

}  // namespace atlas::page

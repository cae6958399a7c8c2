// One pillar: what it is for, its measures with their 【】 targets, the KPIs and stories of each, and the rest of its KPIs and stories.
#include <algorithm>

#include "chart/charts.h"
#include "page/frame.h"
#include "page/names.h"
#include "page/page.h"
#include "page/policy_parts.h"
#include "page/story_parts.h"
#include "page/target_figure.h"
#include "ui/controls.h"

namespace atlas::page {

using model::BundleName;
using scene::Node;
using scene::Role;
using ui::Ui;
namespace ink = ui::ink;
namespace style = ui::style;

namespace {

constexpr float figure_px = 36;

template <class T>
bool contains(const std::vector<T>& list, const T& value) {
    return std::find(list.begin(), list.end(), value) != list.end();
}

std::vector<const model::Kpi*> kpis_of_measure(const Data& data, const std::string& measure) {
    std::vector<const model::Kpi*> found;
    if (data.kpis)
        for (const model::Kpi& kpi : data.kpis->kpis)
            if (contains(kpi.measures, measure)) found.push_back(&kpi);
    return found;
}

std::vector<const model::Story*> stories_of_measure(const Data& data, const std::string& measure) {
    std::vector<const model::Story*> found;
    if (data.stories)
        for (const model::Story& story : data.stories->stories)
            if (contains(story.measures, measure)) found.push_back(&story);
    return found;
}

/// KPIs of the pillar that no measure of it names.
std::vector<const model::Kpi*> other_kpis(const Data& data, const model::Pillar& pillar) {
    std::vector<const model::Kpi*> found;
    if (!data.kpis) return found;
    for (const model::Kpi* kpi : model::kpis_of_pillar(*data.kpis, pillar.id)) {
        bool named = false;
        for (const model::Measure& measure : pillar.measures) named = named || contains(kpi->measures, measure.id);
        if (!named) found.push_back(kpi);
    }
    return found;
}

/// Stories of the pillar that belong to none of its measures.
std::vector<const model::Story*> other_stories(const Data& data, const model::Pillar& pillar) {
    std::vector<const model::Story*> found;
    for (const model::Story* story : model::stories_of_pillar(*data.stories, pillar.id)) {
        bool named = false;
        for (const model::Measure& measure : pillar.measures) named = named || contains(story->measures, measure.id);
        if (!named) found.push_back(story);
    }
    return found;
}

Node node_of(std::string id, Role role, std::string name) {
    Node node;
    node.id = std::move(id), node.role = role, node.name = std::move(name);
    return node;
}

/// Name and target on the left, state on the right (below on narrow columns). Returns the height.
float draw_kpi(Context& ctx, const model::Kpi& kpi, const std::string& scope_id, float x, float y, float width) {
    Ui& ui = ctx.ui;
    const float top = y, state_w = 208;
    const bool wide = width >= 560, in_columns = width >= 1000;
    const model::Progress progress = model::judge(kpi, *ctx.data.kpis);
    Ui::Scope item(ui, node_of(scope_id + ":" + kpi.id + "/item", Role::listitem, ""));
    const float target_w = 320, text_w = in_columns ? width - state_w - target_w - 64
                                         : wide     ? width - state_w - 24
                                                    : width;
    view::ViewState page;
    page.page = view::Page::kpi, page.id = kpi.id;
    // English names are short ones; the official name is the title here.
    const std::string name = ui.words.lang() == Lang::ja ? kpi.name : name_of(ui.words, kpi);
    y += block_link(ui, scope_id + ":" + kpi.id, {x, y}, text_w, name, view::route_of(page));
    const std::string target = ui.words(Word::pillar_target, {{"text", chart::target_text(ui.words, kpi.target)}});
    if (in_columns)
        y = std::max(y, top + ui::paragraph(ui, {x + text_w + 32, top + 2}, target_w, target, style::note));
    else
        y += ui::paragraph(ui, {x, y}, text_w, target, style::note);
    if (!wide) return y + 28 + chart::status_label(ui, {x, y + 22}, width, progress) - top;
    const float down = chart::status_label(ui, {x + width - state_w, top + 20}, state_w, progress);
    return std::max(y - top, down > 0 ? 28 + down : 0);
}

float draw_kpis(Context& ctx, const std::vector<const model::Kpi*>& kpis, const std::string& scope_id,
                const std::string& name, float x, float y, float width) {
    const float top = y;
    Ui::Scope list(ctx.ui, node_of(scope_id + "/list", Role::list, name));
    for (const model::Kpi* kpi : kpis) y += draw_kpi(ctx, *kpi, scope_id, x, y, width) + 12;
    return y - top;
}

float draw_stories(Context& ctx, const std::vector<const model::Story*>& stories, const std::string& scope_id,
                   const std::string& name, float x, float y, float width) {
    Ui& ui = ctx.ui;
    const float top = y;
    Ui::Scope list(ui, node_of(scope_id + "/list", Role::list, name));
    for (const model::Story* story : stories) {
        Ui::Scope item(ui, node_of(scope_id + ":" + story->id + "/item", Role::listitem, ""));
        view::ViewState page;
        page.page = view::Page::story, page.id = story->id;
        ui::pillar_mark(ui, {x + 8, y + 13}, 5, story->pillar, false);
        y += block_link(ui, scope_id + ":" + story->id, {x + 24, y}, width - 24,
                        ui.words(Word::pillar_story, {{"place", place_of(ui.words, *story, ctx.data.places.get())},
                                                      {"title", story->title}}),
                        view::route_of(page)) +
             6;
    }
    return y - top;
}

/// 【official text】 with the numbers that stand in it as figures above.
float draw_target(Ui& ui, const model::Measure& measure, float x, float y, float width) {
    const float top = y;
    float at = x;
    bool any = false;
    for (const model::StatedTarget& target : measure.targets) {
        if (!target.value) continue;
        const FigureText text = figure_text(ui.words, target);
        const float w = figure_width(ui, text, figure_px);
        if (at > x && at + w > x + width) at = x, y += 48;
        draw_figure(ui, {at, y + 32}, text, figure_px);
        at += w + 32;
        any = true;
    }
    if (any) y += 48;
    if (measure.target_text.empty())
        return y - top + ui::paragraph(ui, {x, y}, width, ui.words(Word::pillar_no_target), style::soft);
    y += ui::paragraph(ui, {x, y}, width, ui.words(Word::pillar_stated_target, {{"text", measure.target_text}}),
                       {ui::size::body, Weight::regular, ink::text, 1.6f});
    return y - top;
}

float draw_small_head(Ui& ui, Word text, float x, float y, float width) {
    return ui::heading(ui, {x, y}, width, ui.words(text), 4, style::note_bold) + 4;
}

float draw_related_kpis(Context& ctx, const model::Measure& measure, float x, float y, float width) {
    const float top = y;
    const std::vector<const model::Kpi*> kpis = kpis_of_measure(ctx.data, measure.id);
    if (kpis.empty()) return 0;
    y += 20 + draw_small_head(ctx.ui, Word::pillar_related_kpis, x, y + 20, width);
    y += draw_kpis(ctx, kpis, "measure:" + measure.id + ":kpi", ctx.ui.words(Word::pillar_related_kpis_list), x, y,
                   width) -
         12;
    return y - top;
}

float draw_related_stories(Context& ctx, const model::Measure& measure, float x, float y, float width) {
    const float top = y;
    const std::vector<const model::Story*> stories = stories_of_measure(ctx.data, measure.id);
    if (stories.empty()) return 0;
    y += 20 + draw_small_head(ctx.ui, Word::pillar_related_stories, x, y + 20, width);
    y += draw_stories(ctx, stories, "measure:" + measure.id + ":story", ctx.ui.words(Word::pillar_related_stories), x,
                      y, width);
    return y - top;
}

float draw_measure(Context& ctx, const model::Measure& measure, float y) {
    Ui& ui = ctx.ui;
    const float top = y, x = ctx.left, gap = 64;
    const bool wide = ctx.width >= 900;
    const float left_w = wide ? std::round((ctx.width - gap) * 0.58f) : ctx.width;
    Ui::Scope item(ui, node_of("measure:" + measure.id, Role::listitem, ""));
    y += ui::heading(ui, {x, y}, left_w, measure.title, 3, {ui::size::lead, Weight::bold, ink::text, 1.5f}) + 8;
    if (!measure.detail.empty()) y += ui::paragraph(ui, {x, y}, left_w, measure.detail);
    if (wide) {
        const float right_x = x + left_w + gap, right_w = ctx.width - left_w - gap;
        float right_y = top + draw_target(ui, measure, right_x, top, right_w);
        y += draw_related_kpis(ctx, measure, x, y, left_w);
        right_y += draw_related_stories(ctx, measure, right_x, right_y, right_w);
        return std::max(y, right_y) - top;
    }
    y += 16;
    y += draw_target(ui, measure, x, y, left_w);
    y += draw_related_kpis(ctx, measure, x, y, left_w);
    return y + draw_related_stories(ctx, measure, x, y, left_w) - top;
}

float draw_head(Context& ctx, const model::Pillar& pillar, float y) {
    Ui& ui = ctx.ui;
    const bool phone = ui.phone();
    const ui::PillarStyle look = ui::pillar_style(pillar.id);
    const size_t ground = ui.marks().size();
    const float top = top_bar_px(ui);
    ui.rect({}, look.ground);
    y += back_link(ui, "back", {ctx.left, y}, ui.words(Word::nav_pillars), "/pillars") + 4;
    const float mark = phone ? 24 : 32, text_x = phone ? ctx.left : ctx.left + 112;
    ui::pillar_mark(ui, {ctx.left + (phone ? mark + 8 : 48), y + (phone ? mark + 4 : 36)}, mark, pillar.id);
    if (phone) y += 2 * mark + 20;
    const float width = std::min(ctx.left + ctx.width - text_x, 880.f);
    y += ui::heading(ui, {text_x, y}, width, name_of(ui.words, pillar), 1,
                     phone ? ui::TextStyle{24, Weight::bold, ink::text, 1.4f, true} : style::page) +
         12;
    if (ui.words.lang() != Lang::ja)
        y += ui::paragraph(ui, {text_x, y}, width, ui.words(Word::pillar_language), style::note) + 8;
    y += ui::paragraph(ui, {text_x, y}, std::min(width, 760.f), pillar.purpose) + 8;
    y += ui::paragraph(ui, {text_x, y}, width, pillar_counts(ui.words, ctx.data, pillar), style::note_bold) + 32;
    std::get<scene::RectMark>(ui.marks()[ground]).rect = {0, top, ui.env.window.x, y - top};
    return y;
}

/// To the pillars before and after.
float draw_neighbours(Context& ctx, const model::Pillar& pillar, float y) {
    Ui& ui = ctx.ui;
    const std::vector<model::Pillar>& all = ctx.data.policy->pillars;
    ui.hline(ctx.left, ctx.left + ctx.width, y);
    y += 24;
    const auto index = static_cast<size_t>(&pillar - all.data());
    Ui::Scope nav(ui, node_of("pillar:neighbours", Role::navigation, ui.words(Word::pillar_neighbours)));
    const auto draw = [&](const model::Pillar& other, const char* id, Word pattern, bool right) {
        const std::string text = ui.words(pattern, {{"id", other.id}, {"name", short_name_of(ui.words, other)}});
        const float w = ui.width(text, style::bold) + 24;
        ui::arrow_link(ui, id, {right ? ctx.left + ctx.width - w : ctx.left, y + 24}, text, "/pillars/" + other.id,
                       ctx.width);
    };
    const bool stacked = ctx.width < 480;
    if (index > 0) {
        draw(all[index - 1], "pillar:previous", Word::pillar_previous, false);
        if (stacked) y += 44;
    }
    if (index + 1 < all.size()) draw(all[index + 1], "pillar:next", Word::pillar_next, !stacked);
    return y + 44;
}

float draw_rest(Context& ctx, const model::Pillar& pillar, float y) {
    Ui& ui = ctx.ui;
    const float width = std::min(ctx.width, 800.f);
    if (!ctx.data.kpis || !ctx.data.stories) {
        ctx.bottom = y + 32;
        require(ctx, {BundleName::kpis, BundleName::stories});
        y = ctx.bottom;
    }
    const std::vector<const model::Kpi*> rest = other_kpis(ctx.data, pillar);
    if (!rest.empty()) {
        y += 48 + ui::heading(ui, {ctx.left, y + 48}, width, ui.words(Word::pillar_rest_kpis), 2, style::heading) + 16;
        y += draw_kpis(ctx, rest, "rest:kpi", ui.words(Word::pillar_rest_kpis_list), ctx.left, y, ctx.width);
    }
    if (!ctx.data.stories) return y;
    const std::vector<const model::Story*> others = other_stories(ctx.data, pillar);
    if (!others.empty()) {
        y += 32 + ui::heading(ui, {ctx.left, y + 32}, width, ui.words(Word::pillar_rest_stories), 2, style::heading) +
             16;
        y += draw_stories(ctx, others, "rest:story", ui.words(Word::pillar_rest_stories_list), ctx.left, y, width);
    }
    const size_t all = model::stories_of_pillar(*ctx.data.stories, pillar.id).size();
    ui::arrow_link(ui, "pillar:stories", {ctx.left, y + 40}, ui.words(Word::pillar_all_stories, {{"n", all}}),
                   "/stories?pillar=" + pillar.id);
    return y + 56;
}

}  // namespace

void pillar(Context& ctx) {
    ctx.ui.scene.title = ctx.ui.words(Word::nav_pillar);
    if (!require(ctx, {BundleName::policy})) return;
    const model::Pillar* pillar = model::find_pillar(*ctx.data.policy, ctx.state.id);
    if (!pillar) return not_found(ctx);
    Ui& ui = ctx.ui;
    ui.scene.title = ui.words(Word::pillar_numbered, {{"id", pillar->id}, {"name", short_name_of(ui.words, *pillar)}});
    ui.scene.description = ui.words.lang() == Lang::ja ? pillar->purpose : name_of(ui.words, *pillar);
    float y = draw_head(ctx, *pillar, ctx.top - 16) + 40;
    y += ui::heading(ui, {ctx.left, y}, ctx.width, ui.words(Word::pillar_measures_title), 2, style::heading) + 4;
    y += ui::paragraph(ui, {ctx.left, y}, std::min(ctx.width, 760.f), ui.words(Word::pillar_measures_note),
                       style::note) +
         24;
    {
        Ui::Scope list(ui, node_of("measures", Role::list, ui.words(Word::pillar_measures_list)));
        for (const model::Measure& measure : pillar->measures) {
            ui.hline(ctx.left, ctx.left + ctx.width, y);
            y += 28;
            y += draw_measure(ctx, measure, y) + 28;
        }
    }
    ui.hline(ctx.left, ctx.left + ctx.width, y);
    y += 12;
    const model::SourceRef& source = pillar->measures.empty() ? pillar->source : pillar->measures.front().source;
    y += draw_attribution(ctx, {ctx.left, y}, ctx.width, source);
    y = draw_rest(ctx, *pillar, y) + 48;
    ctx.bottom = draw_neighbours(ctx, *pillar, y);
}

}  // namespace atlas::page

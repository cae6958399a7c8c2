// All five pillars, each with its purpose and the names of its measures.
#include "page/names.h"
#include "page/page.h"
#include "page/policy_parts.h"
#include "page/policy_tabs.h"
#include "ui/controls.h"

namespace atlas::page {

using model::BundleName;
using scene::Node;
using scene::Role;
using ui::Ui;
namespace ink = ui::ink;
namespace style = ui::style;

namespace {

/// Names of the measures as a list in one or two columns; returns the height.
float draw_measure_names(Ui& ui, const model::Pillar& pillar, float x, float y, float width) {
    Node list;
    list.id = "measures:" + pillar.id, list.role = Role::list,
    list.name = ui.words(Word::pillars_measures_of, {{"name", short_name_of(ui.words, pillar)}});
    Ui::Scope scope(ui, std::move(list));
    const ui::TextStyle name_style{ui::size::note, Weight::regular, ink::text, 1.6f};
    const bool two = width >= 640;
    const float gap = 32, column = two ? (width - gap) / 2 : width;
    const size_t half = two ? (pillar.measures.size() + 1) / 2 : pillar.measures.size();
    float at = y, lowest = y;
    for (size_t i = 0; i < pillar.measures.size(); ++i) {
        if (i == half) at = y;
        const float left = i < half ? x : x + column + gap;
        ui.rect({left, at + 10, 6, 2}, ui::pillar_style(pillar.id).color);
        const float h = ui.glyph_block({left + 16, at}, column - 16, pillar.measures[i].title, name_style);
        Node item;
        item.id = "measure:" + pillar.measures[i].id, item.role = Role::listitem, item.name = pillar.measures[i].title;
        item.rect = {left, at, column, h};
        ui.add(std::move(item));
        at += h + 6;
        lowest = std::max(lowest, at);
    }
    return lowest - y;
}

float draw_pillar(Context& ctx, const model::Pillar& pillar, float y) {
    Ui& ui = ctx.ui;
    const bool phone = ui.phone();
    const float top = y, x = ctx.left, mark = phone ? 22 : 28, text_x = phone ? x : x + 96;
    const float width = ctx.left + ctx.width - text_x;
    ui::pillar_mark(ui, {x + (phone ? mark + 4 : 40), y + (phone ? mark + 4 : 28)}, mark, pillar.id);
    if (phone) y += 2 * mark + 20;
    y += ui::heading(ui, {text_x, y}, width, name_of(ui.words, pillar), 2, style::section,
                     "pillar:" + pillar.id + "/name") +
         8;
    y += ui::paragraph(ui, {text_x, y}, std::min(width, 760.f), pillar.purpose) + 4;
    y += ui::paragraph(ui, {text_x, y}, width, pillar_counts(ui.words, ctx.data, pillar), style::note_bold) + 12;
    y += draw_measure_names(ui, pillar, text_x, y, width) + 4;
    ui::arrow_link(ui, "pillar:" + pillar.id, {text_x, y + 26},
                   ui.words(Word::pillars_open, {{"name", short_name_of(ui.words, pillar)}}), "/pillars/" + pillar.id);
    return y + 44 - top;
}

}  // namespace

void pillars(Context& ctx) {
    Ui& ui = ctx.ui;
    ui.scene.title = ui.words(Word::nav_pillars);
    ui.scene.description = ui.words(Word::pillars_description);
    float y = ctx.top;
    y += ui::heading(ui, {ctx.left, y}, ctx.width, ui.words(Word::nav_pillars), 1,
                     ui.phone() ? style::page : style::page_large) +
         12;
    y += policy_tabs(ctx, {ctx.left, y}, ctx.width);
    ctx.bottom = y;
    if (!require(ctx, {BundleName::policy})) return;
    y += ui::paragraph(ui, {ctx.left, y}, std::min(ctx.width, 760.f), ui.words(Word::pillars_intro), style::lead) + 32;
    for (const model::Pillar& pillar : ctx.data.policy->pillars) {
        ui.hline(ctx.left, ctx.left + ctx.width, y);
        y += 32;
        y += draw_pillar(ctx, pillar, y) + 32;
    }
    if (!ctx.data.policy->pillars.empty())
        y += draw_attribution(ctx, {ctx.left, y}, ctx.width, ctx.data.policy->pillars.front().source);
    ctx.bottom = y;
}

}  // namespace atlas::page

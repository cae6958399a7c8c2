// The overview's five rows: mark, name, one line, up to two headline targets, how much there is.
#include "page/names.h"
#include "page/overview_parts.h"
#include "page/policy_parts.h"
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

constexpr float figure_px = 24;

/// KPIs that name the measure and have figures to show.
int observed_kpis(const model::Kpis* kpis, const std::string& measure) {
    int count = 0;
    if (!kpis) return count;
    for (const model::Kpi& kpi : kpis->kpis)
        for (const std::string& id : kpi.measures) count += id == measure && !kpi.series.empty();
    return count;
}

/// Up to two targets with a number: first of the measures whose progress can be followed, one a measure as far as possible.
std::vector<const model::StatedTarget*> headline_targets(const model::Pillar& pillar, const model::Kpis* kpis) {
    std::vector<const model::StatedTarget*> chosen;
    for (const bool followed : {true, false})
        for (const model::Measure& measure : pillar.measures) {
            if ((observed_kpis(kpis, measure.id) > 0) != followed || chosen.size() >= 2) continue;
            for (const model::StatedTarget& target : measure.targets)
                if (target.value) {
                    chosen.push_back(&target);
                    break;
                }
        }
    return chosen;
}

/// The first sentence of a record's text.
std::string_view first_sentence(std::string_view text) {
    constexpr std::string_view stop = "。";  // of the data, not a text
    const size_t end = text.find(stop);
    return end == std::string_view::npos ? text : text.substr(0, end + stop.size());
}

struct Target {
    FigureText figure;
    std::string label;
};
struct Row {
    const model::Pillar& pillar;
    std::string name, purpose, counts;
    std::vector<Target> targets;
};

/// The purpose is left out where it could only be read in another language than the name.
Row row_of(const Context& ctx, const model::Pillar& pillar) {
    const Words& words = ctx.ui.words;
    Row row{pillar, name_of(words, pillar), "", pillar_counts(words, ctx.data, pillar), {}};
    if (words.lang() == Lang::ja) row.purpose = first_sentence(pillar.purpose);
    const model::Kpis* kpis = ctx.data.kpis.get();
    for (const model::StatedTarget* target : headline_targets(pillar, kpis))
        row.targets.push_back({figure_text(words, *target), target_label(words, *target, kpis)});
    return row;
}

/// One description of the link; in English the targets are nodes of their own, for their labels may be Japanese.
std::string spoken(const Words& words, const Row& row) {
    if (words.lang() != Lang::ja) return row.counts;
    std::string text = row.purpose;
    for (const Target& target : row.targets)
        text += words(Word::overview_row_target, {{"label", target.label}, {"figure", target.figure.spoken()}});
    return text + row.counts;
}

void add_target_nodes(Ui& ui, const Row& row, const Rect& rect) {
    for (const Target& target : row.targets)
        for (const std::string& words : {target.figure.spoken(), target.label}) {
            Node node;
            node.role = Role::text, node.name = words, node.rect = rect;
            ui.add(std::move(node));
        }
}

float target_height(const Ui& ui, const Target& target, float width) {
    return figure_px * 1.4f + ui.height(target.label, style::note, width);
}

float draw_target(Ui& ui, const Target& target, float x, float y, float width, Color color) {
    draw_figure(ui, {x, y + figure_px}, target.figure, figure_px, color);
    return figure_px * 1.4f + ui.glyph_block({x, y + figure_px * 1.4f}, width, target.label, style::note);
}

void draw_words(Ui& ui, const Row& row, float x, float y, float width, bool hover) {
    y += ui.glyph_block({x, y}, width, row.name,
                        ui::with_color({18, Weight::bold, ink::text, 1.5f}, hover ? ink::link : ink::text)) +
         4;
    y += ui.glyph_block({x, y}, width, row.purpose, style::note) + 4;
    ui.glyph_block({x, y}, width, row.counts, style::note_bold);
}

float words_height(const Ui& ui, const Row& row, float width) {
    return ui.height(row.name, {18, Weight::bold, ink::text, 1.5f}, width) + 8 +
           ui.height(row.purpose, style::note, width) + ui.height(row.counts, style::note_bold, width);
}

float draw_row(Ui& ui, const Row& row, float x, float y, float width) {
    const bool wide = width >= 900;
    const float pad = 24, mark_px = wide ? 22 : 17, words_x = x + (wide ? 72 : 54), chevron_px = 32;
    const float words_w = wide ? width * 0.46f : x + width - words_x - chevron_px;
    const float targets_x = wide ? words_x + words_w + 48 : words_x, gap = 24;
    const float targets_w = wide ? x + width - chevron_px - targets_x : words_w;
    const bool side_by_side = targets_w >= 400;
    const float target_w = side_by_side ? (targets_w - gap) / 2 : targets_w;
    const float words_h = words_height(ui, row, words_w);
    float targets_h = 0;
    for (const Target& target : row.targets) {
        const float one = target_height(ui, target, target_w);
        targets_h = side_by_side ? std::max(targets_h, one) : targets_h + one + 8;
    }
    const float h =
        wide ? std::max(words_h, targets_h) + 2 * pad : words_h + (targets_h > 0 ? targets_h + 16 : 0) + 2 * pad;
    const std::string id = "pillar:" + row.pillar.id;
    const bool hover = ui.hovered(id);
    if (hover) ui.rect({x - 8, y + 1, width + 16, h - 2}, ui::pillar_style(row.pillar.id).ground, 8);
    ui::pillar_mark(ui, {x + (wide ? 32 : 22), y + pad + (wide ? 22 : 15)}, mark_px, row.pillar.id);
    draw_words(ui, row, words_x, y + pad, words_w, hover);
    Vec2 at{targets_x, wide ? y + pad : y + pad + words_h + 16};
    for (const Target& target : row.targets) {
        const float one = draw_target(ui, target, at.x, at.y, target_w, ui::pillar_style(row.pillar.id).text_color);
        side_by_side ? at.x += target_w + gap : at.y += one + 8;
    }
    ui.icon(ui::Icon::chevron_right, {x + width - 12, y + (wide ? h / 2 : pad + 15)}, 24,
            hover ? ink::link : ink::soft);
    ui.hline(x, x + width, y + h);
    Node node;
    node.id = id, node.role = Role::link;
    node.name = ui.words(Word::pillar_numbered, {{"id", row.pillar.id}, {"name", row.name}});
    node.description = spoken(ui.words, row);
    node.href = "/pillars/" + row.pillar.id, node.action = go(node.href), node.rect = {x, y, width, h};
    ui.region(node.rect, id, node.action);
    const Rect rect = node.rect;
    ui.add(std::move(node));
    if (ui.words.lang() != Lang::ja) add_target_nodes(ui, row, rect);
    return h;
}

float draw_rows(Context& ctx, float x, float y) {
    Ui& ui = ctx.ui;
    const float top = y;
    Node list;
    list.id = "pillars", list.role = Role::list, list.name = ui.words(Word::nav_pillars);
    Ui::Scope scope(ui, std::move(list));
    for (const model::Pillar& pillar : ctx.data.policy->pillars) {
        Node item;
        item.id = "pillar:" + pillar.id + "/item", item.role = Role::listitem;
        Ui::Scope item_scope(ui, std::move(item));
        y += draw_row(ui, row_of(ctx, pillar), x, y, ctx.width);
    }
    return y - top;
}

}  // namespace

float overview_pillars(Context& ctx, float y) {
    Ui& ui = ctx.ui;
    const float x = ctx.left;
    y += ui::heading(ui, {x, y}, ctx.width, ui.words(Word::nav_pillars), 2, style::heading, "overview:pillars") + 8;
    if (!ctx.data.policy) {
        ctx.bottom = y;
        require(ctx, {BundleName::policy});
        return ctx.bottom;
    }
    y += ui::paragraph(ui, {x, y}, std::min(ctx.width, 860.f), ui.words(Word::overview_pillars_text), style::soft) + 16;
    ui.hline(x, x + ctx.width, y);
    y += draw_rows(ctx, x, y);
    if (ctx.data.policy->pillars.empty()) return y;
    y += 12;
    return y + draw_attribution(ctx, {x, y}, ctx.width, ctx.data.policy->pillars.front().source);
}

}  // namespace atlas::page

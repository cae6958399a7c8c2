// The KPIs of the strategy before: a table with a filter, their successors as links.
#include <algorithm>

#include "page/history_parts.h"
#include "page/names.h"
#include "page/policy_parts.h"
#include "page/story_parts.h"
#include "text/text.h"

namespace atlas::page {

using model::PreviousKpi;
using scene::Node;
using scene::Role;
using ui::Ui;
using view::ViewState;
namespace ink = ui::ink;
namespace style = ui::style;

namespace {

struct Relation {
    const char* key;
    Word name;
};
constexpr Relation relations[] = {{"same", Word::history_relation_same},
                                  {"continues", Word::history_relation_continues},
                                  {"related", Word::history_relation_related},
                                  {"none", Word::history_relation_none}};

Node node_of(std::string id, Role role, std::string name, Rect rect = {}) {
    Node node;
    node.id = std::move(id), node.role = role, node.name = std::move(name), node.rect = rect;
    return node;
}

const char* relation_word(const Words& words, const PreviousKpi& kpi) {
    for (const Relation& relation : relations)
        if (std::string_view(relation_key(kpi)) == relation.key) return words(relation.name);
    return "";
}

/// An unknown word in the address filters nothing.
std::string_view chosen_relation(const ViewState& state) {
    for (const Relation& relation : relations)
        if (state.status == relation.key) return relation.key;
    return "";
}

float relation_chips(Context& ctx, Vec2 at, float width_px) {
    const Words& words = ctx.ui.words;
    const auto& all = ctx.data.background->previous;
    std::vector<ui::ChipSpec> chips;
    const auto add = [&](const char* key, const char* name, long n) {
        chips.push_back({std::string("filter:relation:") + (*key ? key : "all"),
                         words(Word::filter_count, {{"name", name}, {"n", n}}),
                         view::route_with(ctx.state, [&](ViewState& s) { s.status = key; }),
                         chosen_relation(ctx.state) == key, ""});
    };
    add("", words(Word::history_relation_all), static_cast<long>(all.size()));
    for (const Relation& relation : relations)
        add(relation.key, words(relation.name), std::count_if(all.begin(), all.end(), [&](const PreviousKpi& kpi) {
                return std::string_view(relation_key(kpi)) == relation.key;
            }));
    return ui::chip_group(ctx.ui, "filter:relation", words(Word::history_relation), at, width_px, chips);
}

struct Columns {
    bool beside;
    float number_w, name_w, relation_x, relation_w, today_x, today_w;
};

Columns columns_of(Vec2 at, float width_px) {
    Columns c{};
    c.beside = width_px >= 800;
    c.number_w = 44;
    const float gap = 24, room = width_px - c.number_w;
    c.relation_w = 128, c.today_w = std::floor((room - c.relation_w - 2 * gap) * 0.48f);
    c.name_w = c.beside ? room - c.relation_w - c.today_w - 2 * gap : room;
    c.relation_x = c.beside ? at.x + c.number_w + c.name_w + gap : at.x + c.number_w;
    c.today_x = c.beside ? c.relation_x + c.relation_w + gap : at.x + c.number_w;
    if (!c.beside) c.relation_w = c.today_w = room;
    return c;
}

float table_head(Ui& ui, Vec2 at, const Columns& c) {
    Ui::Scope row(ui, node_of("previous:head", Role::row, ""));
    const auto head = [&](Word word, float x, float w) {
        if (c.beside) ui.glyphs({x, at.y + 20}, ui.words(word), style::note_bold);
        ui.add(node_of("", Role::columnheader, ui.words(word), {x, at.y, w, c.beside ? 32.f : 0.f}));
    };
    head(Word::history_column_number, at.x, c.number_w);
    head(Word::history_column_previous, at.x + c.number_w, c.name_w);
    head(Word::history_column_relation, c.relation_x, c.relation_w);
    head(Word::history_column_today, c.today_x, c.today_w);
    return c.beside ? 32 : 0;
}

/// Links to the KPIs of today, and the note.
float draw_today(Context& ctx, Vec2 at, float width_px, const PreviousKpi& kpi, const std::string& id) {
    Ui& ui = ctx.ui;
    const float top = at.y;
    const int index = ui.open(node_of(id + "/today", Role::cell, ""));
    for (const std::string& successor : kpi.successors) {
        const model::Kpi* today = model::find_kpi(*ctx.data.kpis, successor);
        if (!today) continue;
        std::string link = id;
        link += ":" + successor;
        at.y += block_link(ui, link, at, width_px, name_of(ui.words, *today), "/kpis/" + successor,
                           {ui::size::note, Weight::bold, ink::link, 1.6f}) +
                2;
    }
    if (!kpi.note.empty()) at.y += ui::paragraph(ui, at, width_px, kpi.note, style::note);
    ui.scene.nodes[static_cast<size_t>(index)].rect = {at.x, top, width_px, at.y - top};
    ui.close();
    return at.y - top;
}

float draw_row(Context& ctx, Vec2 at, const Columns& c, const PreviousKpi& kpi) {
    Ui& ui = ctx.ui;
    const std::string id = "previous:" + std::to_string(kpi.number), number = std::to_string(kpi.number);
    const ui::TextStyle text{ui::size::note, Weight::regular, ink::text, 1.6f};
    Ui::Scope row(ui, node_of(id, Role::row, ""));
    float y = at.y + 10;
    ui.glyphs({at.x, Ui::baseline(y, text)}, number, style::note);
    ui.add(node_of(id + "/number", Role::cell, number, {at.x, y, c.number_w, text.line_px()}));
    const float name_h = ui.glyph_block({at.x + c.number_w, y}, c.name_w, kpi.name, text);
    ui.add(node_of(id + "/name", Role::rowheader, kpi.name, {at.x + c.number_w, y, c.name_w, name_h}));
    const float top = c.beside ? y : y + name_h + 2;
    const bool goes_on = !kpi.successors.empty();
    const char* relation = relation_word(ui.words, kpi);
    const float relation_h =
        ui.glyph_block({c.relation_x, top}, c.relation_w, relation, goes_on ? style::note_bold : style::note);
    ui.add(node_of(id + "/relation", Role::cell, relation, {c.relation_x, top, c.relation_w, relation_h}));
    const float today_y = c.beside ? y : top + relation_h;
    const float today_h = draw_today(ctx, {c.today_x, today_y}, c.today_w, kpi, id);
    return std::max({y + name_h, top + relation_h, today_y + today_h}) + 10 - at.y;
}

}  // namespace

const char* relation_key(const PreviousKpi& kpi) { return kpi.relation.empty() ? "none" : kpi.relation.c_str(); }

float previous_kpis(Context& ctx, Vec2 at, float width_px) {
    Ui& ui = ctx.ui;
    const Words& words = ui.words;
    const auto& all = ctx.data.background->previous;
    std::vector<const PreviousKpi*> shown;
    for (const PreviousKpi& kpi : all)
        if (chosen_relation(ctx.state).empty() || chosen_relation(ctx.state) == relation_key(kpi))
            shown.push_back(&kpi);
    float y = at.y;
    y += relation_chips(ctx, {at.x, y}, width_px) + 8;
    const std::string count = words(Word::history_shown, {{"total", all.size()}, {"n", shown.size()}});
    const float w = ui.glyphs({at.x, y + 22}, count, style::bold);
    ui.add(node_of("previous:count", Role::status, count, {at.x, y, w, 28}));
    y += 36;
    const Columns c = columns_of(at, width_px);
    {
        Ui::Scope table(ui, node_of("previous", Role::table, words(Word::history_column_previous)));
        y += table_head(ui, {at.x, y}, c);
        ui.rect({at.x, y - 2, width_px, 2}, ink::text);
        for (const PreviousKpi* kpi : shown) {
            y += draw_row(ctx, {at.x, y}, c, *kpi);
            ui.hline(at.x, at.x + width_px, y);
        }
    }
    y += 12;
    return y + (all.empty() ? 0 : draw_attribution(ctx, {at.x, y}, width_px, all.front().source)) - at.y;
}

}  // namespace atlas::page

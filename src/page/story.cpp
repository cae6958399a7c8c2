// One success story: where, what was done, by whom, from what elements, and what it belongs to.
#include <algorithm>

#include "chart/map.h"
#include "page/kpi_row.h"
#include "page/names.h"
#include "page/story_parts.h"
#include "text/text.h"

namespace atlas::page {

using model::Story;
using scene::Node;
using scene::Role;
using ui::Ui;
namespace style = ui::style;

namespace {

std::string prefecture_names(const Context& ctx, const Story& story) {
    std::vector<std::string> names;
    for (const std::string& code : story.prefectures)
        if (const model::Prefecture* prefecture = model::find_prefecture(*ctx.data.places, code))
            names.push_back(name_of(ctx.ui.words, *prefecture));
    return text::listed(ctx.ui.words, names);
}

/// Prefecture small, place large, title; the first thing on the page.
void draw_head(Context& ctx, ui::Flow& flow, const Story& story) {
    Ui& ui = ctx.ui;
    const PlaceName place = split_place(ui.words, story, ctx.data.places.get());
    if (!place.prefecture.empty())
        flow.paragraph(place.prefecture, {ui::size::lead, Weight::regular, ui::ink::soft, 1.5f});
    flow.paragraph(place.rest,
                   {ui.phone() ? ui::size::figure_small : ui::size::figure, Weight::bold, ui::ink::text, 1.25f, true});
    flow.space(16);
    flow.heading(story.title, 1, style::page, "story:title");
}

/// The elements, large, joined by ×.
void draw_elements(Context& ctx, ui::Flow& flow, const Story& story) {
    if (story.elements.empty()) return;
    Ui& ui = ctx.ui;
    const Color color = ui::pillar_style(story.pillar).text_color;
    const ui::TextStyle look{ui::size::section, Weight::bold, color, 1.45f};
    flow.space(24);
    flow.y += ui::heading(ui, {flow.x, flow.y}, flow.width, ui.words(Word::story_elements), 2,
                          ui::with_color(style::note_bold, ui::ink::soft));
    flow.space(4);
    Node list;
    list.id = "story:elements", list.role = Role::list, list.name = ui.words(Word::story_elements);
    Ui::Scope scope(ui, std::move(list));
    for (size_t i = 0; i < story.elements.size(); ++i) {
        if (i > 0) ui.glyphs({flow.x, Ui::baseline(flow.y, look)}, "×", ui::with_color(look, ui::ink::soft));
        const float indent = 32;
        const float h = ui.glyph_block({flow.x + indent, flow.y}, flow.width - indent, story.elements[i], look);
        Node item;
        item.role = Role::listitem, item.name = story.elements[i], item.rect = {flow.x, flow.y, flow.width, h};
        ui.add(std::move(item));
        flow.y += h + 4;
    }
}

void draw_facts(Context& ctx, ui::Flow& flow, const Story& story) {
    Ui& ui = ctx.ui;
    flow.space(24);
    const auto fact = [&](std::string_view name, std::string_view text) {
        flow.y += term(ui, {flow.x, flow.y}, flow.width, name, text);
    };
    const Words& words = ui.words;
    fact(words(Word::story_actors), text::listed(words, story.actors));
    const std::string prefectures = prefecture_names(ctx, story);
    if (story.prefectures.size() != 1)
        fact(words(Word::story_region), prefectures.empty() ? story.region : prefectures);
    fact(words(Word::story_theme), story.theme);
    if (story.edition != story.theme) fact(words(Word::story_edition), story.edition);
    if (story.pillar_basis == "editorial") fact(words(Word::story_pillar_basis), words(Word::story_pillar_basis_text));
    fact(words(Word::story_source), source_text(words, ctx.data.policy.get(), story.source));
}

float draw_place_map(Context& ctx, Rect r, const Story& story) {
    Ui& ui = ctx.ui;
    chart::MapOptions map;
    map.id = "map:place", map.rect = r, map.mesh = ctx.data.map, map.interactive = false, map.scale_bar = false,
    map.insets = false;
    const std::string place = place_of(ui.words, story, ctx.data.places.get());
    map.name = ui.words(Word::story_place_map, {{"place", place}});
    map.description = ui.words(Word::story_place_map_description, {{"prefectures", prefecture_names(ctx, story)}});
    if (ctx.data.map) {
        map.fills.assign(ctx.data.map->features(), token::solid_gray_50);
        for (size_t i = 0; i < ctx.data.map->features(); ++i) {
            const std::string& code = ctx.data.map->feature_codes[i];
            if (std::find(story.prefectures.begin(), story.prefectures.end(), code) == story.prefectures.end())
                continue;
            const ui::PillarStyle look = ui::pillar_style(story.pillar);
            // Without an outline the areas need more colour to be seen beside the rest of the country.
            map.fills[i] = story.prefectures.size() == 1 ? look.ground : mix(ui::ink::ground, look.color, 0.45f);
            if (story.prefectures.size() == 1)
                map.camera = chart::fit_feature(*ctx.data.map, i, r), map.selected = code;
        }
    }
    if (story.position)
        map.markers.push_back({"pin:" + story.id, place, story.pillar,
                               "/map?p=" + (story.prefectures.empty() ? "" : story.prefectures.front()),
                               *story.position, story.prefectures.size() == 1 ? story.prefectures.front() : ""});
    chart::draw_map(ui, map);
    return r.h;
}

/// Map and the ways on from here. Returns the height.
float draw_side(Context& ctx, Vec2 at, float width_px, const Story& story) {
    float y = at.y;
    const bool has_place = !story.prefectures.empty() || story.position;  // else the map would mark nothing
    if (has_place) y += draw_place_map(ctx, {at.x, y, width_px, std::min(width_px, 360.f)}, story) + 8;
    if (const model::Pillar* pillar = model::find_pillar(*ctx.data.policy, story.pillar))
        y += pillar_link(ctx.ui, "pillar:" + pillar->id, {at.x, y}, *pillar);
    if (story.prefectures.size() == 1) {
        const std::string& code = story.prefectures.front();
        if (const model::Prefecture* prefecture = model::find_prefecture(*ctx.data.places, code)) {
            ui::arrow_link(ctx.ui, "story:prefecture", {at.x, y + 30},
                           ctx.ui.words(Word::story_prefecture_figures, {{"name", name_of(ctx.ui.words, *prefecture)}}),
                           "/map?p=" + code, width_px);
            y += ui::target_px;
        }
    }
    return y - at.y;
}

void draw_measures(Context& ctx, ui::Flow& flow, const Story& story) {
    std::vector<const model::Measure*> measures;
    for (const std::string& id : story.measures)
        if (const model::Measure* measure = model::find_measure(*ctx.data.policy, id)) measures.push_back(measure);
    if (measures.empty()) return;
    flow.space(48);
    flow.heading(ctx.ui.words(Word::story_measures), 2, style::section);
    flow.space(8);
    for (const model::Measure* measure : measures) {
        const std::string pillar = measure->id.substr(0, measure->id.find('-'));
        ui::pillar_mark(ctx.ui, {flow.x + 10, flow.y + 14}, 10, pillar);
        flow.y += block_link(ctx.ui, "measure:" + measure->id, {flow.x + 32, flow.y}, std::min(flow.width, 760.f) - 32,
                             measure->title, "/pillars/" + pillar) +
                  8;
    }
}

/// KPIs that the story or its measures name.
void draw_kpis(Context& ctx, ui::Flow& flow, const Story& story) {
    if (!ctx.data.kpis) return;
    std::vector<const model::Kpi*> related;
    for (const model::Kpi& kpi : ctx.data.kpis->kpis) {
        bool named = std::find(story.kpis.begin(), story.kpis.end(), kpi.id) != story.kpis.end();
        for (const std::string& measure : kpi.measures)
            named = named || std::find(story.measures.begin(), story.measures.end(), measure) != story.measures.end();
        if (named) related.push_back(&kpi);
    }
    if (related.empty()) return;
    flow.space(48);
    flow.heading(ctx.ui.words(Word::story_kpis), 2, style::section);
    flow.space(8);
    flow.y += kpi_column_heads(ctx, {flow.x, flow.y}) + 4;
    Node list;
    list.id = "story:kpis", list.role = Role::list, list.name = ctx.ui.words(Word::story_kpis_list);
    Ui::Scope scope(ctx.ui, std::move(list));
    ctx.ui.hline(flow.x, flow.x + flow.width, flow.y, ui::ink::text);
    for (size_t i = 0; i < related.size(); ++i) {
        if (i > 0) ctx.ui.hline(flow.x, flow.x + flow.width, flow.y, token::solid_gray_200);
        flow.y += kpi_row(ctx, {flow.x, flow.y}, {related[i], model::judge(*related[i], *ctx.data.kpis)});
    }
}

/// First the neighbours in the prefecture, then others of the pillar.
void draw_neighbours(Context& ctx, ui::Flow& flow, const Story& story) {
    std::vector<const Story*> near;
    const auto take = [&](const Story& other) {
        if (near.size() < 3 && other.id != story.id && std::find(near.begin(), near.end(), &other) == near.end())
            near.push_back(&other);
    };
    for (const Story& other : ctx.data.stories->stories)
        for (const std::string& code : other.prefectures)
            if (std::find(story.prefectures.begin(), story.prefectures.end(), code) != story.prefectures.end())
                take(other);
    const size_t in_prefecture = near.size();
    for (const Story& other : ctx.data.stories->stories)
        if (other.pillar == story.pillar) take(other);
    if (near.empty()) return;
    flow.space(56);
    flow.heading(ctx.ui.words(in_prefecture == near.size() ? Word::story_same_region
                              : in_prefecture == 0         ? Word::story_same_pillar
                                                           : Word::story_same_both),
                 2, style::section);
    flow.space(16);
    flow.y += story_cards(ctx.ui, "story:neighbours", ctx.ui.words(Word::story_others), {flow.x, flow.y}, flow.width,
                          near, ctx.data.places.get());
}

void unknown_story(Context& ctx) {
    const Words& words = ctx.ui.words;
    ctx.ui.scene.title = words(Word::story_unknown_title);
    ui::Flow flow{ctx.ui, ctx.left, ctx.top, ctx.width};
    flow.heading(words(Word::story_unknown), 1, style::page);
    flow.space(8);
    flow.paragraph(words(Word::story_unknown_text, {{"id", ctx.state.id}}));
    flow.space(8);
    ui::arrow_link(ctx.ui, "story:to-list", {flow.x, flow.y + 28}, words(Word::story_back), "/stories");
    ctx.bottom = flow.y + 56;
}

}  // namespace

void story(Context& ctx) {
    using model::BundleName;
    const Words& words = ctx.ui.words;
    ctx.ui.scene.title = words(Word::nav_stories);
    if (!require(ctx, {BundleName::policy, BundleName::stories, BundleName::places})) return;
    const Story* found = model::find_story(*ctx.data.stories, ctx.state.id);
    if (!found) return unknown_story(ctx);
    ctx.ui.scene.title = story_title(words, *found, ctx.data.places.get());
    ctx.ui.scene.description = found->summary;
    const bool beside = ctx.width >= 880;
    const float side_w = beside ? 360 : ctx.width;
    ui::Flow flow{ctx.ui, ctx.left, ctx.top - 16, beside ? std::min(720.f, ctx.width - side_w - 64) : ctx.width};
    flow.y += back_link(ctx.ui, "story:back", {flow.x, flow.y}, words(Word::story_back), "/stories") + 8;
    const float top = flow.y;
    draw_head(ctx, flow, *found);
    flow.space(16);
    if (words.lang() != Lang::ja) flow.paragraph(words(Word::story_language), style::note), flow.space(8);
    flow.paragraph(found->summary, style::lead);
    draw_elements(ctx, flow, *found);
    draw_facts(ctx, flow, *found);
    if (beside)
        flow.y = std::max(flow.y, top + draw_side(ctx, {ctx.left + ctx.width - side_w, top}, side_w, *found));
    else
        flow.y += 8, flow.y += draw_side(ctx, {ctx.left, flow.y}, side_w, *found);
    flow.width = ctx.width;
    draw_measures(ctx, flow, *found);
    draw_kpis(ctx, flow, *found);
    draw_neighbours(ctx, flow, *found);
    ctx.bottom = flow.y;
}

}  // namespace atlas::page

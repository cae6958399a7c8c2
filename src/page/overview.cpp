// The face of the atlas: what it is, three doors, the state of all targets, the country with its stories; then the five pillars
// and the vision (overview_pillars.cpp, overview_vision.cpp).
#include "chart/charts.h"
#include "chart/map.h"
#include "page/frame.h"
#include "page/names.h"
#include "page/overview_parts.h"
#include "page/page.h"
#include "text/text.h"
#include "ui/controls.h"

namespace atlas::page {

using model::BundleName;
using model::Status;
using scene::Node;
using scene::Role;
using ui::Ui;
namespace ink = ui::ink;
namespace style = ui::style;

namespace {

/// "5本の柱と32の施策、75の目標、52の好事例", of what has arrived.
std::string contents_text(const Words& words, const Data& data) {
    std::vector<std::string> parts;
    if (data.policy) {
        size_t measures = 0;
        for (const model::Pillar& pillar : data.policy->pillars) measures += pillar.measures.size();
        parts.push_back(
            words(Word::overview_part_policy, {{"pillars", data.policy->pillars.size()}, {"measures", measures}}));
    }
    if (data.kpis) parts.push_back(words(Word::overview_part_kpis, {{"n", data.kpis->kpis.size()}}));
    if (data.stories) parts.push_back(words(Word::overview_part_stories, {{"n", data.stories->stories.size()}}));
    parts.emplace_back(words(Word::overview_part_statistics));
    return words(Word::overview_contents, {{"parts", text::listed(words, parts)}});
}

float draw_intro(Context& ctx, float x, float y, float width) {
    const float top = y;
    const bool phone = ctx.ui.phone();
    y += ui::heading(ctx.ui, {x, y}, width, ctx.ui.words(Word::overview_title), 1,
                     phone ? style::page : style::page_large);
    y += phone ? 12.f : 16.f;
    y += ui::paragraph(ctx.ui, {x, y}, width,
                       ctx.ui.words(Word::overview_intro, {{"contents", contents_text(ctx.ui.words, ctx.data)}}),
                       phone ? style::body : style::lead, "intro");
    return y - top;
}

struct Door {
    const char *id, *route;
    Word name, note;
    ui::Icon icon;
};
constexpr Door doors[] = {
    {"door:map", "/map", Word::overview_door_map, Word::overview_door_map_note, ui::Icon::map},
    {"door:kpis", "/kpis", Word::overview_door_kpis, Word::overview_door_kpis_note, ui::Icon::kpis},
    {"door:stories", "/stories", Word::overview_door_stories, Word::overview_door_stories_note, ui::Icon::stories},
};

constexpr ui::TextStyle door_style{17, Weight::bold, ink::link, 1.5f};

void draw_door(Ui& ui, const Door& door, const Rect& r, bool upright) {
    const char *name = ui.words(door.name), *note = ui.words(door.note);
    ui::card(ui, door.id, r, name, door.route, note);
    const bool hover = ui.hovered(door.id);
    const Color color = hover ? ink::link_hover : ink::link;
    const ui::TextStyle name_style = ui::with_color(door_style, color);
    const float pad = 16;
    if (upright) {
        ui.icon(door.icon, {r.x + pad + 13, r.y + 30}, 26, color);
        ui.icon(ui::Icon::chevron_right, {r.right() - pad - 6, r.y + 30}, 20, color);
        const float text_w = r.w - 2 * pad;
        const float h = ui.glyph_block({r.x + pad, r.y + 52}, text_w, name, name_style);
        ui.glyph_block({r.x + pad, r.y + 52 + h + 2}, text_w, note, style::note);
        return;
    }
    ui.icon(door.icon, {r.x + pad + 14, r.center().y}, 28, color);
    ui.icon(ui::Icon::chevron_right, {r.right() - pad - 6, r.center().y}, 20, color);
    const float x = r.x + pad + 44, text_w = r.right() - pad - 24 - x;
    const float name_h = ui.height(name, name_style, text_w), note_h = ui.height(note, style::note, text_w);
    const float y = r.center().y - (name_h + note_h) / 2;
    ui.glyph_block({x, y}, text_w, name, name_style);
    ui.glyph_block({x, y + name_h}, text_w, note, style::note);
}

float draw_doors(Context& ctx, float x, float y, float width) {
    Ui& ui = ctx.ui;
    Node list;
    list.id = "doors", list.role = Role::list, list.name = ui.words(Word::overview_doors);
    Ui::Scope scope(ui, std::move(list));
    const bool upright = width >= 560;
    const float gap = upright ? 16 : 12, top = y;
    const float card_w = upright ? (width - 2 * gap) / 3 : width;
    float card_h = 0;
    for (const Door& door : doors) {
        const float text_w = upright ? card_w - 32 : card_w - 100;
        const float name_h = std::max(26.f, ui.height(ui.words(door.name), door_style, text_w));
        card_h = std::max(card_h, ui.height(ui.words(door.note), style::note, text_w) + name_h + (upright ? 70 : 24));
    }
    float left = x;
    for (const Door& door : doors) {
        Node item;
        item.id = std::string(door.id) + "/item", item.role = Role::listitem;
        Ui::Scope item_scope(ui, std::move(item));
        draw_door(ui, door, {left, y, card_w, card_h}, upright);
        if (upright)
            left += card_w + gap;
        else
            y += card_h + gap;
    }
    return upright ? card_h : y - gap - top;
}

std::vector<chart::StatusShare> status_shares(const model::Kpis& kpis) {
    std::vector<chart::StatusShare> shares;
    const model::StatusCounts counts = model::count_statuses(kpis);
    for (const Status status : {Status::achieved, Status::on_course, Status::accelerate, Status::behind,
                                Status::reversing, Status::not_judged}) {
        view::ViewState list;
        list.page = view::Page::kpis, list.status = chart::status_key(status);
        shares.push_back({status, counts.of(status), view::route_of(list)});
    }
    return shares;
}

float draw_status(Context& ctx, float x, float y, float width) {
    Ui& ui = ctx.ui;
    const float top = y;
    if (!ctx.data.kpis) {
        ctx.bottom = y;
        Context part = ctx;
        part.left = x, part.width = width, part.top = part.bottom = y;
        require(part, {BundleName::kpis});
        return part.bottom - top;
    }
    const std::vector<chart::StatusShare> shares = status_shares(*ctx.data.kpis);
    const size_t all = ctx.data.kpis->kpis.size();
    const size_t judged = all - static_cast<size_t>(shares.back().count);
    y += ui::heading(ui, {x, y}, width, ui.words(Word::overview_judged, {{"total", all}, {"judged", judged}}), 2,
                     style::section, "overview:status");
    y += 12;
    y += chart::status_strip(ui, "strip", {x, y}, width, shares) + 4;
    y += ui::paragraph(ui, {x, y}, width, ui.words(Word::overview_not_judged), style::note);
    ui::arrow_link(ui, "overview:trends", {x, y + 32}, ui.words(Word::trends_link), "/trends");
    return y + 44 - top;
}

/// Mark and short name of each pillar, wrapped; as one text for readers.
float draw_legend(Context& ctx, float x, float y, float width) {
    if (!ctx.data.policy) return 0;
    Ui& ui = ctx.ui;
    const float top = y;
    float at = x;
    std::string spoken;
    for (const model::Pillar& pillar : ctx.data.policy->pillars) {
        const std::string name = short_name_of(ui.words, pillar);
        const float w = 22 + ui.width(name, style::note);
        if (at > x && at + w > x + width) at = x, y += 24;
        ui::pillar_mark(ui, {at + 8, y + 12}, 6, pillar.id, false);
        ui.glyphs({at + 20, y + 17}, name, style::note);
        spoken += ui.words(Word::overview_legend_part, {{"id", pillar.id}, {"name", name}});
        at += w + 12;
    }
    Node node;
    node.id = "map:legend", node.role = Role::text, node.rect = {x, top, width, y + 24 - top};
    node.name = ui.words(Word::overview_legend, {{"pillars", spoken}});
    ui.add(std::move(node));
    return y + 24 - top;
}

std::vector<chart::MapMarker> markers_of(const Words& words, const Data& data) {
    std::vector<chart::MapMarker> markers;
    if (!data.stories) return markers;
    for (const model::Story& story : data.stories->stories) {
        if (!story.position) continue;
        view::ViewState page;
        page.page = view::Page::story, page.id = story.id;
        markers.push_back({"story:" + story.id, place_of(words, story, data.places.get()) + " " + story.title,
                           story.pillar, view::route_of(page), *story.position});
    }
    return markers;
}

float draw_country(Context& ctx, float x, float y, float width, float map_px) {
    Ui& ui = ctx.ui;
    const float top = y;
    const Words& words = ui.words;
    const std::string stories = ctx.data.stories
                                    ? words(Word::overview_part_stories, {{"n", ctx.data.stories->stories.size()}})
                                    : words(Word::overview_stories);
    const float link_w = ui.width(words(Word::overview_open_map), style::bold) + 24;
    y += std::max(ui::heading(ui, {x, y}, width - link_w - 16, words(Word::overview_country, {{"stories", stories}}), 2,
                              style::section, "overview:country"),
                  32.f) +
         8;
    ui::arrow_link(ui, "overview:map", {x + width - link_w, top + 22}, words(Word::overview_open_map), "/map");
    chart::MapOptions options;
    options.id = "overview-map", options.name = words(Word::overview_map_name, {{"stories", stories}});
    options.rect = {x, y, width, map_px};
    options.mesh = ctx.data.map;
    options.markers = markers_of(words, ctx.data);
    options.description = words(Word::overview_map_description, {{"stories", stories}});
    options.interactive = false, options.scale_bar = false;
    options.link_state.page = view::Page::map;
    const bool failed = ctx.data.part(BundleName::boundaries).state == Data::Part::State::failed;
    if (!ctx.data.map && (failed || ctx.data.part(BundleName::boundaries).state == Data::Part::State::loading)) {
        Context part = ctx;
        part.left = x, part.width = width, part.top = part.bottom = y;
        require(part, {BundleName::boundaries});
        y = part.bottom;
    } else {
        // The country as a whole is the link's target too; the markers lie above it.
        ui.region(options.rect, "overview:map", go("/map"));
        chart::draw_map(ui, options);
        y += map_px;
    }
    y += 12;
    y += draw_legend(ctx, x, y, width);
    return y + 8 - top;
}

/// Two columns: words, doors and figures on the left, the country on the right.
float draw_first_screen_wide(Context& ctx) {
    const float gap = 48, map_w = std::round(ctx.width * 0.46f), left_w = ctx.width - map_w - gap;
    const float x = ctx.left, top = ctx.top - 8;
    float y = top;
    y += draw_intro(ctx, x, y, left_w) + 24;
    y += draw_doors(ctx, x, y, left_w) + 32;
    y += draw_status(ctx, x, y, left_w);
    const float map_px = std::clamp(y - top - 84, 420.f, 680.f);
    const float right = top + draw_country(ctx, x + left_w + gap, top, map_w, map_px);
    return std::max(y, right);
}

float draw_first_screen_narrow(Context& ctx) {
    float y = ctx.top;
    y += draw_intro(ctx, ctx.left, y, ctx.width) + 20;
    y += draw_doors(ctx, ctx.left, y, ctx.width) + 40;
    y += draw_status(ctx, ctx.left, y, ctx.width) + 40;
    y += draw_country(ctx, ctx.left, y, ctx.width, std::min(ctx.width * 1.05f, 560.f));
    return y;
}

float draw_about_door(Context& ctx, float y) {
    y += ui::heading(ctx.ui, {ctx.left, y}, ctx.width, ctx.ui.words(Word::overview_sources), 2, style::section) + 8;
    y += ui::paragraph(ctx.ui, {ctx.left, y}, std::min(ctx.width, 680.f), ctx.ui.words(Word::overview_sources_text));
    ui::arrow_link(ctx.ui, "overview:about", {ctx.left, y + 28}, ctx.ui.words(Word::nav_about), "/about");
    return y + 44;
}

}  // namespace

void overview(Context& ctx) {
    ctx.ui.scene.title = ctx.ui.words(Word::app_name);
    ctx.ui.scene.description = ctx.ui.words(Word::overview_description);
    float y = ctx.width >= 900 ? draw_first_screen_wide(ctx) : draw_first_screen_narrow(ctx);
    y = overview_pillars(ctx, y + 64);
    y = overview_vision(ctx, y + 64);
    ctx.bottom = draw_about_door(ctx, y + 56);
}

}  // namespace atlas::page

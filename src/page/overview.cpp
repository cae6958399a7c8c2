// The face of the atlas: what it is, three doors, the state of all targets, the country with its stories; then the five pillars
// and the vision (overview_pillars.cpp, overview_vision.cpp).
#include "chart/charts.h"
#include "chart/map.h"
#include "page/frame.h"
#include "page/overview_parts.h"
#include "page/page.h"
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

std::string count_text(size_t n) { return std::to_string(n); }

/// "5本の柱と32の施策、75の目標、52の好事例", of what has arrived.
std::string contents_text(const Data& data) {
    std::string text;
    if (data.policy) {
        size_t measures = 0;
        for (const model::Pillar& pillar : data.policy->pillars) measures += pillar.measures.size();
        text += count_text(data.policy->pillars.size()) + "本の柱と" + count_text(measures) + "の施策、";
    }
    if (data.kpis) text += count_text(data.kpis->kpis.size()) + "の目標、";
    if (data.stories) text += count_text(data.stories->stories.size()) + "の好事例、";
    return text + "都道府県ごとの統計を、出典つきでたどれます。";
}

float draw_intro(Context& ctx, float x, float y, float width) {
    const float top = y;
    const bool phone = ctx.ui.phone();
    y += ui::heading(ctx.ui, {x, y}, width, "地方創生2.0の取組と進み具合を、地図と数字で見る", 1,
                     phone ? style::page : style::page_large);
    y += phone ? 12.f : 16.f;
    y += ui::paragraph(
        ctx.ui, {x, y}, width,
        "地方創生2.0は、「強い」経済と「豊かな」生活環境を土台に、若者や女性にも選ばれる地方をつくる国の政策です。" +
            contents_text(ctx.data),
        phone ? style::body : style::lead, "intro");
    return y - top;
}

struct Door {
    const char *id, *name, *note, *route;
    ui::Icon icon;
};
constexpr Door doors[] = {
    {"door:map", "自分の地域を見る", "都道府県を選んで、人口や暮らしの数字と好事例を見る", "/map", ui::Icon::map},
    {"door:kpis", "目標の進み具合", "国の目標が、どこまで進んだかを一つずつ確かめる", "/kpis", ui::Icon::kpis},
    {"door:stories", "好事例を探す", "地名、柱、テーマから、各地の取組を探す", "/stories", ui::Icon::stories},
};

void draw_door(Ui& ui, const Door& door, const Rect& r, bool upright) {
    ui::card(ui, door.id, r, door.name, door.route, door.note);
    const bool hover = ui.hovered(door.id);
    const Color color = hover ? ink::link_hover : ink::link;
    const ui::TextStyle name_style{17, Weight::bold, color, 1.5f};
    const float pad = 16;
    if (upright) {
        ui.icon(door.icon, {r.x + pad + 13, r.y + 30}, 26, color);
        ui.icon(ui::Icon::chevron_right, {r.right() - pad - 6, r.y + 30}, 20, color);
        const float text_w = r.w - 2 * pad;
        const float h = ui.glyph_block({r.x + pad, r.y + 52}, text_w, door.name, name_style);
        ui.glyph_block({r.x + pad, r.y + 52 + h + 2}, text_w, door.note, style::note);
        return;
    }
    ui.icon(door.icon, {r.x + pad + 14, r.center().y}, 28, color);
    ui.icon(ui::Icon::chevron_right, {r.right() - pad - 6, r.center().y}, 20, color);
    const float x = r.x + pad + 44, text_w = r.right() - pad - 24 - x;
    const float name_h = ui.height(door.name, name_style, text_w), note_h = ui.height(door.note, style::note, text_w);
    const float y = r.center().y - (name_h + note_h) / 2;
    ui.glyph_block({x, y}, text_w, door.name, name_style);
    ui.glyph_block({x, y + name_h}, text_w, door.note, style::note);
}

float draw_doors(Context& ctx, float x, float y, float width) {
    Ui& ui = ctx.ui;
    Node list;
    list.id = "doors", list.role = Role::list, list.name = "ここから始める";
    Ui::Scope scope(ui, std::move(list));
    const bool upright = width >= 560;
    const float gap = upright ? 16 : 12, top = y;
    const float card_w = upright ? (width - 2 * gap) / 3 : width;
    float card_h = 0;
    for (const Door& door : doors) {
        const float text_w = upright ? card_w - 32 : card_w - 100;
        card_h = std::max(card_h, ui.height(door.note, style::note, text_w) + 26 + (upright ? 70 : 24));
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
    y += ui::heading(ui, {x, y}, width,
                     count_text(all) + "の目標のうち、いま進み具合を判定できるのは" + count_text(judged) + "件です", 2,
                     style::section, "overview:status");
    y += 12;
    y += chart::status_strip(ui, "strip", {x, y}, width, shares) + 4;
    const std::string why = "判定不可は、基準の値や実績がまだ公表されていない目標などです。";
    y += ui::paragraph(ui, {x, y}, width, why, style::note);
    return y - top;
}

/// Mark and short name of each pillar, wrapped; as one text for readers.
float draw_legend(Context& ctx, float x, float y, float width) {
    if (!ctx.data.policy) return 0;
    Ui& ui = ctx.ui;
    const float top = y;
    float at = x;
    std::string spoken = "印の色と形：";
    for (const model::Pillar& pillar : ctx.data.policy->pillars) {
        const float w = 22 + ui.width(pillar.short_name, style::note);
        if (at > x && at + w > x + width) at = x, y += 24;
        ui::pillar_mark(ui, {at + 8, y + 12}, 6, pillar.id, false);
        ui.glyphs({at + 20, y + 17}, pillar.short_name, style::note);
        spoken += pillar.id + " " + pillar.short_name + " ";
        at += w + 12;
    }
    Node node;
    node.id = "map:legend", node.role = Role::text, node.name = spoken, node.rect = {x, top, width, y + 24 - top};
    ui.add(std::move(node));
    return y + 24 - top;
}

std::vector<chart::MapMarker> markers_of(const Data& data) {
    std::vector<chart::MapMarker> markers;
    if (!data.stories) return markers;
    for (const model::Story& story : data.stories->stories) {
        if (!story.position) continue;
        view::ViewState page;
        page.page = view::Page::story, page.id = story.id;
        markers.push_back({"story:" + story.id, story.place + " " + story.title, story.pillar, view::route_of(page),
                           *story.position});
    }
    return markers;
}

float draw_country(Context& ctx, float x, float y, float width, float map_px) {
    Ui& ui = ctx.ui;
    const float top = y;
    const std::string count = ctx.data.stories ? count_text(ctx.data.stories->stories.size()) + "の好事例" : "好事例";
    const float link_w = ui.width("地図で見る", style::bold) + 24;
    y += std::max(ui::heading(ui, {x, y}, width - link_w - 16, "各地の" + count, 2, style::section, "overview:country"),
                  32.f) +
         8;
    ui::arrow_link(ui, "overview:map", {x + width - link_w, top + 22}, "地図で見る", "/map");
    chart::MapOptions options;
    options.id = "overview-map", options.name = "日本地図と" + count, options.rect = {x, y, width, map_px};
    options.mesh = ctx.data.map;
    options.markers = markers_of(ctx.data);
    options.description = "地方創生の" + count + "がある場所を、政策の柱ごとの印で示した地図です。";
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
    return y - top;
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
    y += ui::heading(ctx.ui, {ctx.left, y}, ctx.width, "数字の出どころと、判定の方法", 2, style::section) + 8;
    y += ui::paragraph(ctx.ui, {ctx.left, y}, std::min(ctx.width, 680.f),
                       "どの数字にも出典を添えています。使った資料、進み具合の判定の方法、まだできていないことは、この"
                       "サイトについてのページで説明しています。");
    ui::arrow_link(ctx.ui, "overview:about", {ctx.left, y + 28}, "このサイトについて", "/about");
    return y + 44;
}

}  // namespace

void overview(Context& ctx) {
    ctx.ui.scene.title = "創生アトラス";
    ctx.ui.scene.description =
        "地方創生2.0の5つの柱の政策、目標の進み具合、各地の好事例を、地図と数字で見るサイトです。";
    float y = ctx.width >= 900 ? draw_first_screen_wide(ctx) : draw_first_screen_narrow(ctx);
    y = overview_pillars(ctx, y + 64);
    y = overview_vision(ctx, y + 64);
    ctx.bottom = draw_about_door(ctx, y + 56);
}

}  // namespace atlas::page

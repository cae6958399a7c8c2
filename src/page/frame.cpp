#include "page/frame.h"

#include "text/text.h"
#include "ui/controls.h"

namespace atlas::page {

using scene::Layer;
using scene::Node;
using scene::Role;
using ui::Ui;
using view::Page;
namespace ink = ui::ink;
namespace style = ui::style;

namespace {

struct Place {
    const char *id, *route;
    Word name, tab;  ///< the tab bar's word is part of the name
    bool has_tab;    ///< on the phone's tab bar
    ui::Icon icon;
    Page page, detail;
};
constexpr Place places[] = {
    {"nav:overview", "/", Word::nav_overview, Word::nav_overview, true, ui::Icon::home, Page::overview, Page::overview},
    {"nav:map", "/map", Word::nav_map, Word::nav_map, true, ui::Icon::map, Page::map, Page::map},
    {"nav:pillars", "/pillars", Word::nav_pillars, Word::nav_pillars_tab, true, ui::Icon::pillars, Page::pillars,
     Page::pillar},
    {"nav:stories", "/stories", Word::nav_stories, Word::nav_stories_tab, true, ui::Icon::stories, Page::stories,
     Page::story},
    {"nav:kpis", "/kpis", Word::nav_kpis, Word::nav_kpis_tab, true, ui::Icon::kpis, Page::kpis, Page::kpi},
    {"nav:about", "/about", Word::nav_about, Word::nav_about, false, ui::Icon::info, Page::about, Page::about},
};

bool is_current(const Place& place, Page page) {
    // What stands under the same tabs as the KPIs (page/policy_tabs.h) belongs to their place.
    const bool is_progress = page == Page::trends || page == Page::trend || page == Page::changes;
    return page == place.page || page == place.detail || (is_progress && place.page == Page::kpis);
}

Node link_node(const Words& words, const Place& place, const Rect& rect, Page page) {
    Node node;
    node.id = place.id, node.role = Role::link, node.name = words(place.name), node.rect = rect,
    node.href = place.route;
    node.action = go(place.route), node.current = is_current(place, page);
    return node;
}

Node landmark(const char* id, Role role, const char* name, const Rect& rect) {
    Node node;
    node.id = id, node.role = role, node.name = name, node.rect = rect;
    return node;
}

/// Hidden until the keyboard reaches it; then it lies over the bar's left end.
void skip_link(Context& ctx) {
    Ui& ui = ctx.ui;
    const Action action{Action::Kind::scroll_to, "main", {}, 0};
    if (ui.focused("skip")) {
        ui::ButtonSpec spec;
        spec.id = "skip", spec.label = ui.words(Word::nav_skip), spec.action = action,
        spec.kind = ui::ButtonKind::primary;
        ui::button(ui, {ctx.left, 8, ui::button_width(ui, spec.label), ui::target_px}, spec);
        return;
    }
    Node node = landmark("skip", Role::button, ui.words(Word::nav_skip), {0, 0, 1, 1});
    node.action = action;
    ui.add(std::move(node));
}

/// Under the skip link, while that is shown, the name is not drawn; its node stays, so that the next Tab reaches it.
void brand(Context& ctx, float bar_px) {
    Ui& ui = ctx.ui;
    const bool covered = ui.focused("skip");
    const float cy = bar_px / 2;
    const ui::TextStyle name_style{ui.phone() ? 18.f : 20.f, Weight::bold};
    const bool hover = ui.hovered("brand");
    const char* name = ui.words(Word::app_name);
    const float w = ui.width(name, name_style);
    if (!covered) {
        draw_emblem(ui, {ctx.left + 16, cy}, 15);
        ui.glyphs({ctx.left + 42, cy + name_style.size_px * 0.36f}, name,
                  ui::with_color(name_style, hover ? ink::link : ink::text));
    }
    Node node = landmark("brand", Role::link, name, {ctx.left - 4, cy - 22, 42 + w + 8, 44});
    node.href = "/", node.action = go("/"), node.description = ui.words(Word::nav_home);
    if (!covered) ui.region(node.rect, node.id, node.action);
    ui.add(std::move(node));
}

/// Type size and padding of the places, the roomiest that fits.
struct NavFit {
    float size_px, pad_px;
};
/// `all`: also those that the phone's tab bar leaves to the footer.
float places_px(const Ui& ui, const NavFit& fit, bool all) {
    float total = 0;
    for (const Place& place : places)
        if (all || place.has_tab)
            total += ui.measure.width_px(ui.words(place.name), {fit.size_px, Weight::bold}) + 2 * fit.pad_px;
    return total;
}
NavFit fit_places(const Ui& ui, float room_px, bool all) {
    constexpr NavFit tries[] = {{16, 14}, {16, 8}, {15, 6}, {14, 6}, {14, 4}};
    for (const NavFit& fit : tries)
        if (places_px(ui, fit, all) <= room_px) return fit;
    return {14, 3};
}

/// The same view in the other language, its right end at `right`, 44 px square at least. Returns the width taken.
float language_door(Context& ctx, float right, float bar_px) {
    Ui& ui = ctx.ui;
    view::ViewState other = ctx.state;
    other.lang = other_than(ui.words.lang());
    const bool hover = ui.hovered(language_link);
    const char* name = ui.words(Word::nav_other_language);
    const ui::TextStyle look = ui::with_color(style::note, hover ? ink::link_hover : ink::link);
    const float text_w = ui.width(name, look), w = std::max(ui::target_px, text_w + 12);
    const Rect r{right - w, (bar_px - ui::target_px) / 2, w, ui::target_px};
    const float x = r.center().x - text_w / 2, y = bar_px / 2 + look.size_px * 0.36f;
    ui.glyphs({x, y}, name, look);
    ui.rect({x, y + 3, text_w, hover ? 2.f : 1.f}, look.color);
    Node node = landmark(language_link, Role::link, name, r);
    node.lang = other.lang, node.href = view::route_of(other), node.action = go(node.href);
    ui.region(r, node.id, node.action);
    ui.add(std::move(node));
    return w;
}

/// Returns where the search may end.
float places_across(Context& ctx, float bar_px) {
    Ui& ui = ctx.ui;
    const float brand_px = 42 + ui.measure.width_px(ui.words(Word::app_name), {20, Weight::bold}) + 16;
    const float language_px =
        std::max(ui::target_px, ui.width(ui.words(Word::nav_other_language), style::note) + 12) + 8;
    const float room_px = ctx.width - brand_px - language_px;
    // Where all places would have to be squeezed beside the search, it takes the room of the one that the footer has too.
    const bool all = places_px(ui, {14, 4}, true) + ui::target_px <= room_px;
    const NavFit fit = fit_places(ui, room_px - ui::target_px, all);
    const ui::TextStyle base{fit.size_px, Weight::bold};
    const float total = places_px(ui, fit, all);
    float x = ctx.left + ctx.width - language_px - ui::target_px - total;
    Ui::Scope nav(ui, landmark("nav", Role::navigation, ui.words(Word::nav_label), {x, 0, total, bar_px}));
    for (const Place& place : places) {
        if (!all && !place.has_tab) continue;
        const char* name = ui.words(place.name);
        const float w = ui.width(name, base) + 2 * fit.pad_px;
        const Rect r{x, 0, w, bar_px - 1};
        const bool current = is_current(place, ctx.state.page), hover = ui.hovered(place.id);
        if (hover) ui.rect({r.x, 10, r.w, bar_px - 20}, ink::tint, 8);
        ui.glyphs({x + fit.pad_px, bar_px / 2 + fit.size_px * 0.36f}, name,
                  ui::with_color(base, current || hover ? ink::link : ink::text));
        if (current) ui.rect({x + fit.pad_px, bar_px - 5, w - 2 * fit.pad_px, 4}, ink::link, 2);
        ui.region(r, place.id, go(place.route));
        ui.add(link_node(ui.words, place, r, ctx.state.page));
        x += w;
    }
    return x + ui::target_px;
}

/// The magnifier, its right end at `right`. Returns its left end.
float search_door(Context& ctx, float right, float bar_px) {
    const Rect r{right - ui::target_px, (bar_px - ui::target_px) / 2, ui::target_px, ui::target_px};
    const bool hover = ctx.ui.hovered("nav:search"), current = ctx.state.page == Page::search;
    if (hover) ctx.ui.rect(r, ink::tint, 8);
    ctx.ui.icon(ui::Icon::search, r.center(), 24, hover || current ? ink::link : ink::text);
    if (current) ctx.ui.rect({r.x + 10, bar_px - 5, r.w - 20, 4}, ink::link, 2);
    Node node = landmark("nav:search", Role::link, ctx.ui.words(Word::nav_search), r);
    node.href = "/search", node.action = go("/search"), node.current = current;
    ctx.ui.region(r, node.id, node.action);
    ctx.ui.add(std::move(node));
    return r.x;
}

constexpr float tabs_px = 56;

/// At 400 % zoom a laptop's window is 256 px high: a bar that stays would take a fifth of it.
bool is_low(const Ui& ui) {
    constexpr float low_px = 340;
    return ui.phone() && !ui.env.projector && ui.env.window.y < low_px;
}

void tab_bar(Context& ctx, float top) {
    Ui& ui = ctx.ui;
    const Rect bar{0, top, ui.env.window.x, tabs_px + ui.env.safe_bottom_px};
    ui.rect(bar, ink::ground);
    ui.hline(0, bar.w, top);
    Ui::Scope nav(ui, landmark("nav", Role::navigation, ui.words(Word::nav_label), bar));
    const float w = bar.w / 5;
    float x = 0;
    for (const Place& place : places) {
        if (!place.has_tab) continue;
        const Rect r{x, top + 1, w, 55};
        const bool current = is_current(place, ctx.state.page);
        const Color color = current ? ink::link : ink::soft;
        if (current) ui.rect({r.center().x - 24, top, 48, 3}, ink::link, 1.5f);
        ui.icon(place.icon, {r.center().x, top + 21}, 24, color);
        ui.glyphs({r.center().x, top + 49}, ui.words(place.tab), {14, current ? Weight::bold : Weight::regular, color},
                  ui::Align::center);
        ui.region(r, place.id, go(place.route));
        ui.add(link_node(ui.words, place, r, ctx.state.page));
        x += w;
    }
}

/// Attribution lines of what every page rests on: the policy documents and the boundaries.
std::vector<std::string> footer_sources(const Data& data) {
    std::vector<std::string> lines;
    if (!data.policy) return lines;
    const std::string boundaries = data.map_source == "natural-earth" ? "natural-earth" : "ksj-n03-2025";
    for (const char* id : {"kihon-kousou-2025", "sougou-senryaku-2025", "doukou-2025-11", boundaries.c_str()})
        for (const model::Source& source : data.policy->sources)
            if (source.id == id) lines.push_back(source.attribution);
    return lines;
}

}  // namespace

float draw_from_file(Context& ctx, Vec2 at, float width_px) {
    Ui& ui = ctx.ui;
    const std::string said = ui.words(Word::footer_from_file, {{"file", ctx.data.seal->file}});
    const std::string shown = text::ellipsize(said, style::note_bold.font(), ui.measure, width_px);
    ui::link(ui, "footer:from-file", {at.x, at.y + 22}, shown, "/about", style::note_bold);
    return 32;
}

namespace {

float footer_about(Context& ctx, float x, float y, float width) {
    Ui& ui = ctx.ui;
    const float top = y;
    draw_emblem(ui, {x + 13, y + 14}, 12);
    ui::label(ui, {x + 36, y + 21}, ui.words(Word::app_name), {18, Weight::bold});
    y += 40;
    y += ui::paragraph(ui, {x, y}, width, ui.words(Word::app_tagline), style::note) + 8;
    if (ctx.data.policy)
        y += ui::paragraph(ui, {x, y}, width,
                           ui.words(Word::footer_edition, {{"edition", ctx.data.policy->edition.edition}}), style::note,
                           "footer:edition");
    if (ctx.data.is_replaced) y += draw_from_file(ctx, {x, y}, width);
    return y - top;
}

float footer_links(Context& ctx, float x, float y) {
    struct Line {
        const char* id;
        Word text;
        const char* route;
    };
    constexpr Line lines[] = {
        {"footer:trends", Word::trends_title, "/trends"},
        {"footer:about", Word::nav_about, "/about"},
        {"footer:method", Word::footer_method, "/about"},
        {"footer:accessibility", Word::footer_accessibility, "/about"},
    };
    const float top = y;
    Node list = landmark("footer:links", Role::list, ctx.ui.words(Word::footer_links), {});
    Ui::Scope scope(ctx.ui, std::move(list));
    for (const Line& line : lines) {
        Ui::Scope item(ctx.ui, landmark((std::string(line.id) + "/item").c_str(), Role::listitem, "", {}));
        ui::link(ctx.ui, line.id, {x, y + 18}, ctx.ui.words(line.text), line.route, style::note);
        y += 36;
    }
    // What shows slides cannot be one; and nobody makes one before the hall.
    if (!view::is_of_decks(ctx.state) && !ctx.ui.env.projector) {
        Ui::Scope item(ctx.ui, landmark("footer:slide/item", Role::listitem, "", {}));
        ui::link(ctx.ui, "footer:slide", {x, y + 18}, ctx.ui.words(Word::briefing_add_view),
                 view::route_to_add(ctx.state), style::note);
        y += 36;
    }
    return y - top;
}

float footer_attribution(Context& ctx, float x, float y, float width) {
    const float top = y;
    y += ui::paragraph(ctx.ui, {x, y}, width, ctx.ui.words(Word::footer_sources), style::note_bold);
    for (const std::string& line : footer_sources(ctx.data))
        y += ui::paragraph(ctx.ui, {x, y}, width, line, style::note) + 4;
    y += 4;
    y += ui::paragraph(ctx.ui, {x, y}, width, ctx.ui.words(Word::footer_terms), style::note);
    return y - top;
}

/// Everything in the footer from its upper edge `top`; returns its height.
float footer_content(Context& ctx, float top) {
    const bool wide = ctx.width >= 900;
    const float pad = wide ? 40 : 32, gap = 48, column = wide ? (ctx.width - 2 * gap) / 4 : ctx.width;
    const float x = ctx.left;
    float y = top + pad;
    if (wide) {
        const float about_h = footer_about(ctx, x, y, column);
        const float links_h = footer_links(ctx, x + column + gap, y);
        const float sources_h = footer_attribution(ctx, x + 2 * (column + gap), y, 2 * column);
        return std::max({about_h, links_h, sources_h}) + 2 * pad;
    }
    y += footer_about(ctx, x, y, column) + 24;
    y += footer_links(ctx, x, y) + 16;
    y += footer_attribution(ctx, x, y, column);
    return y + pad - top;
}

}  // namespace

float top_bar_px(const Ui& ui) { return ui.env.projector ? 0.f : ui.phone() ? 56.f : 64.f; }
float tab_bar_px(const Ui& ui) {
    return ui.phone() && !ui.env.projector && !ui.env.on_paper && !is_low(ui) ? tabs_px + ui.env.safe_bottom_px : 0.f;
}
float page_margin_px(const Ui& ui) { return ui.phone() ? 16.f : ui.env.window.x < 1600 ? 32.f : 64.f; }

Word page_name(Page page) {
    for (const Place& place : places)
        if (place.page == page) return place.name;
    switch (page) {
        case Page::pillar: return Word::nav_pillar;
        case Page::story: return Word::nav_stories;
        case Page::kpi: return Word::nav_kpi;
        case Page::logic: return Word::logic_title;
        case Page::output: return Word::output_title;
        case Page::roadmap: return Word::roadmap_title;
        case Page::trends:
        case Page::trend: return Word::trends_title;
        case Page::compare: return Word::compare_title;
        case Page::history: return Word::history_title;
        case Page::search: return Word::search_title;
        case Page::changes: return Word::changes_title;
        case Page::briefings:
        case Page::briefing:
        case Page::deck_editor:
        case Page::notes: return Word::briefing_title;
        default: return Word::nav_not_found;
    }
}

void draw_emblem(Ui& ui, Vec2 center, float radius_px) {
    constexpr const char* pillars[] = {"1", "2", "3", "4", "5"};
    for (int i = 0; i < 5; ++i) {
        const float angle = -1.5707963f + 6.2831853f * static_cast<float>(i) / 5;
        const Vec2 at = center + Vec2{std::cos(angle), std::sin(angle)} * (radius_px * 0.68f);
        ui::pillar_mark(ui, at, radius_px * 0.32f, pillars[i], false);
    }
}

/// The places to go to, the search and the other language.
static void doors(Context& ctx, float bar_px) {
    if (ctx.ui.phone()) {
        language_door(ctx, search_door(ctx, ctx.left + ctx.width + 8, bar_px) - 4, bar_px);
        return;
    }
    const float right = places_across(ctx, bar_px);
    search_door(ctx, right, bar_px);
    language_door(ctx, ctx.left + ctx.width + 6, bar_px);
}

void draw_bars(Context& ctx) {
    Ui& ui = ctx.ui;
    if (ui.env.projector) return;
    ui.layer = Layer::chrome;
    const float bar_px = top_bar_px(ui), window_w = ui.env.window.x;
    ui.rect({0, 0, window_w, bar_px}, ink::ground);
    ui.hline(0, window_w, bar_px - 1);
    // What scrolls under the bar cannot be clicked through it.
    ui.region({0, 0, window_w, bar_px}, "", {}, scene::Cursor::arrow);
    skip_link(ctx);
    {
        Ui::Scope banner(ui, landmark("banner", Role::banner, "", {0, 0, window_w, bar_px}));
        brand(ctx, bar_px);
        if (!ui.env.on_paper) doors(ctx, bar_px);
    }
    if (tab_bar_px(ui) > 0) tab_bar(ctx, ui.env.window.y - tab_bar_px(ui));
    ui.layer = Layer::document;
}

void draw_tabs_at_end(Context& ctx) {
    Ui& ui = ctx.ui;
    if (!is_low(ui) || ui.env.on_paper) return;
    ui.layer = Layer::document;
    tab_bar(ctx, ui.scene.document_height);
    ui.scene.document_height += tabs_px + ui.env.safe_bottom_px;
}

void draw_footer(Context& ctx) {
    Ui& ui = ctx.ui;
    ui.layer = Layer::document;
    const float window_h = ui.env.window.y - tab_bar_px(ui);
    float top = ctx.bottom + 64;
    if (top < window_h) {
        // A short page: the footer stands on the window's lower edge. A first drawing elsewhere says how high it is.
        Ui probe(ui.env, ui.measure, ui.interaction, ui.words.lang());
        Context measured{ctx.data, ctx.state, probe};
        measured.left = ctx.left, measured.width = ctx.width;
        top = std::max(top, window_h - footer_content(measured, 0));
    }
    const size_t ground = ui.marks().size();
    ui.rect({}, ink::ground_second);
    ui.hline(0, ui.env.window.x, top);
    Ui::Scope footer(ui, landmark("footer", Role::contentinfo, "", {}));
    const Rect band{0, top, ui.env.window.x, footer_content(ctx, top)};
    std::get<scene::RectMark>(ui.marks()[ground]).rect = band;
    ui.scene.nodes[static_cast<size_t>(footer.index)].rect = band;
    ui.scene.document_height = band.bottom() + tab_bar_px(ui);
}

}  // namespace atlas::page

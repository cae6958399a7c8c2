#include "page/policy_tabs.h"

#include <algorithm>
#include <iterator>

namespace atlas::page {

using scene::Node;
using scene::Role;
using ui::Ui;
using view::Page;
namespace ink = ui::ink;
namespace style = ui::style;

namespace {

struct Tab {
    const char *id, *route;
    Word name;
    Page page, detail;
};
constexpr Tab tabs[] = {
    {"tab:pillars", "/pillars", Word::tabs_pillars, Page::pillars, Page::pillar},
    {"tab:logic", "/logic", Word::tabs_logic, Page::logic, Page::output},
    {"tab:roadmap", "/roadmap", Word::tabs_roadmap, Page::roadmap, Page::roadmap},
    {"tab:compare", "/compare", Word::tabs_compare, Page::compare, Page::compare},
    {"tab:history", "/history", Word::tabs_history, Page::history, Page::history},
};

constexpr Tab progress[] = {
    {"tab:kpis", "/kpis", Word::tabs_kpis, Page::kpis, Page::kpi},
    {"tab:trends", "/trends", Word::tabs_trends, Page::trends, Page::trend},
    {"tab:changes", "/changes", Word::tabs_changes, Page::changes, Page::changes},
};

struct Tabs {
    const Tab *first, *last;
    const Tab* begin() const { return first; }
    const Tab* end() const { return last; }
};

float words_px(const Ui& ui, const Tabs& row, const ui::TextStyle& look) {
    float total = 0;
    for (const Tab& tab : row) total += ui.width(ui.words(tab.name), look);
    return total;
}

void draw_tab(Context& ctx, const Tab& tab, const Rect& r, float text_x, const ui::TextStyle& look) {
    Ui& ui = ctx.ui;
    const bool current = ctx.state.page == tab.page || ctx.state.page == tab.detail, hover = ui.hovered(tab.id);
    const char* name = ui.words(tab.name);
    const float w = ui.glyphs({text_x, r.center().y + look.size_px * 0.36f}, name,
                              ui::with_color(look, current || hover ? ink::link : ink::text));
    if (current)
        ui.rect({text_x, r.bottom() - 3, w, 3}, ink::link, 1.5f);
    else if (hover)
        ui.rect({text_x, r.bottom() - 3, w, 3}, ink::hairline, 1.5f);
    Node node;
    node.id = tab.id, node.role = Role::link, node.name = name, node.rect = r, node.href = tab.route;
    node.action = go(tab.route), node.current = current;
    ui.region(r, tab.id, node.action);
    ui.add(std::move(node));
}

float tab_row(Context& ctx, Vec2 at, float width, const Tabs& row, Word label) {
    Ui& ui = ctx.ui;
    constexpr float row_px = ui::target_px, most_gap_px = 40, least_gap_px = 9;
    const auto gaps = static_cast<float>(row.last - row.first - 1);
    ui::TextStyle look = style::bold;
    if (words_px(ui, row, look) + gaps * 16 > width) look.size_px = ui::size::note;
    const float gap = std::clamp((width - words_px(ui, row, look)) / gaps, least_gap_px, most_gap_px);
    Node nav;
    nav.id = "tabs", nav.role = Role::navigation, nav.name = ui.words(label);
    Ui::Scope scope(ui, std::move(nav));
    float x = at.x, y = at.y;
    for (const Tab& tab : row) {
        const float w = ui.width(ui.words(tab.name), look);
        if (x > at.x && x + w > at.x + width + 1) {
            ui.hline(at.x, at.x + width, y + row_px);
            x = at.x, y += row_px + 4;
        }
        draw_tab(ctx, tab, {x - gap / 2, y, w + gap, row_px}, x, look);
        x += w + gap;
    }
    ui.hline(at.x, at.x + width, y + row_px);
    return y + row_px + 24 - at.y;
}

}  // namespace

float policy_tabs(Context& ctx, Vec2 at, float width) {
    return tab_row(ctx, at, width, {std::begin(tabs), std::end(tabs)}, Word::tabs_label);
}

float progress_tabs(Context& ctx, Vec2 at, float width) {
    return tab_row(ctx, at, width, {std::begin(progress), std::end(progress)}, Word::tabs_progress);
}

}  // namespace atlas::page

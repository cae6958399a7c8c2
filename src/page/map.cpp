// The map page: the map is the page. Its panel stands beside it, or as a sheet over its lower part on phones; the panel
// is the document and scrolls natively, the map stays in the backdrop.
#include <algorithm>

#include "page/frame.h"
#include "page/later.h"
#include "page/map_backdrop.h"
#include "page/map_files.h"
#include "page/map_level.h"
#include "page/map_look.h"
#include "page/map_panel.h"
#include "page/map_second.h"
#include "ui/controls.h"

namespace atlas::page {

using model::BundleName;
using scene::Node;
using scene::Role;
using ui::Flow;
using ui::Ui;
namespace ink = ui::ink;
namespace style = ui::style;

namespace {

constexpr float panel_px = 360, panel_margin_px = 32;
constexpr float sheet_share = 0.42f, sheet_least_px = 228, sheet_most_px = 320;
constexpr float handle_px = ui::target_px;

/// Sources, and the way to what explains them: the page has no footer of its own below the map.
void draw_colophon(Context& ctx, Flow& flow) {
    Ui& ui = ctx.ui;
    const Words& words = ui.words;
    Node footer;
    footer.id = "footer", footer.role = Role::contentinfo;
    Ui::RootScope scope(ui, std::move(footer));
    flow.rule();
    flow.space(16);
    flow.paragraph(words(Word::text_labelled,
                         {{"label", words(Word::load_boundaries)}, {"text", boundaries_attribution(words, ctx.data)}}),
                   style::note);
    flow.space(8);
    if (ctx.data.policy)
        flow.paragraph(words(Word::footer_edition, {{"edition", ctx.data.policy->edition.edition}}), style::note);
    if (ctx.data.is_replaced) flow.y += draw_from_file(ctx, {flow.x, flow.y}, flow.width);
    flow.space(4);
    ui::link(ui, "footer:about", {flow.x, flow.y + 20}, words(Word::nav_about), "/about", style::note);
    flow.y += 36;
}

/// Municipalities were asked for and are not there: why, and what is shown meanwhile.
void draw_level_state(Context& ctx, const MapFacts& facts, Flow& flow) {
    if (!view::wants_municipalities(ctx.state)) return;
    if (facts.level == view::Level::municipality && ctx.data.municipal_map) return;
    if (ctx.state.level == view::Level::automatic) return;  // coming nearer asked for nothing
    ctx.left = flow.x, ctx.width = flow.width, ctx.top = ctx.bottom = flow.y;
    require(ctx, {BundleName::municipalities, BundleName::municipal_indicators, BundleName::municipal_boundaries});
    flow.y = ctx.bottom + 12;
}

void draw_panel_content(Context& ctx, const MapFacts* facts, Rect map, const std::string& hovered, Flow& flow) {
    Ui& ui = ctx.ui;
    ctx.left = flow.x, ctx.width = flow.width, ctx.top = ctx.bottom = flow.y;
    draw_words_problem(ctx);
    flow.y = ctx.top;
    if (!facts) {
        ctx.left = flow.x, ctx.width = flow.width, ctx.top = ctx.bottom = flow.y;
        if (require(ctx, {BundleName::places, BundleName::indicators})) {
            flow.heading(ui.words(Word::map_title_empty), 1, style::page);
            flow.paragraph(ui.words(Word::map_no_indicator));
        } else {
            flow.y = ctx.bottom;
        }
        flow.space(24);
        return;
    }
    const MapPanel panel{ctx, *facts, map, hovered};
    const auto draw_levels = [&] {
        draw_level_picker(panel, flow);
        flow.space(8);
        draw_breadcrumb(panel, flow);
        draw_level_state(ctx, *facts, flow);
    };
    if (!ui.phone() && !ui.env.on_paper) draw_levels();
    draw_sentence(panel, flow);
    flow.space(16);
    // On a phone the chosen place comes first: the sheet's first lines are all that one sees beside the map.
    const bool chosen = panel.chosen() >= 0;
    if (chosen && ui.phone()) draw_chosen(panel, flow), flow.space(32);
    draw_legend(panel, flow);
    flow.space(8);
    if (ui.phone() && !ui.env.on_paper) draw_levels(), flow.space(12);
    if (ctx.data.own) draw_own(ctx, flow);
    if (facts->present > 0) draw_time(panel, flow), draw_look(panel, flow);
    flow.space(12);
    if (chosen && !ui.phone()) {
        flow.space(8), flow.rule(), flow.space(20);
        draw_chosen(panel, flow);
        flow.space(24), flow.rule(), flow.space(20);
    }
    draw_notes(panel, flow);
    flow.space(12);
    if (!key_on_map(map, ui.phone()) && !facts->is_beside() && !facts->flows)
        draw_marker_key(ctx, flow), flow.space(32);
    draw_list(panel, flow);
    flow.space(16);
    if (ctx.data.has_later_part()) later<draw_map_files>()(ctx, flow);
    flow.space(32);
    if (!ctx.data.own && !ui.env.on_paper) flow.rule(), draw_own(ctx, flow), flow.space(16);
}

/// The strip at the sheet's top: a handle for the eye, and a real button for everybody.
void draw_handle(Ui& ui, float top) {
    const Rect strip{0, top, ui.env.window.x, handle_px};
    ui.rect({strip.center().x - 20, top + 8, 40, 4}, token::solid_gray_300, 2);
    ui::ButtonSpec spec;
    spec.id = "map:sheet", spec.label = ui.words(Word::map_open_sheet),
    spec.action = {Action::Kind::scroll_to, "map:panel", {}, 0};
    const bool hover = ui.hovered(spec.id);
    const Color color = hover ? ink::link_hover : ink::link;
    const float w = ui.width(spec.label, style::note_bold) + 26;
    const float x = strip.center().x - w / 2, y = top + 28;
    ui.glyphs({x, y + 5}, spec.label, ui::with_color(style::note_bold, color));
    ui.icon(ui::Icon::chevron_up, {x + w - 9, y}, 18, color);
    Node node;
    node.id = spec.id, node.role = Role::button, node.name = spec.label, node.rect = strip, node.action = spec.action;
    ui.region(strip, node.id, node.action);
    ui.add(std::move(node));
}

void draw_back_to_map(Ui& ui, Flow& flow) {
    ui::ButtonSpec spec;
    spec.id = "map:back", spec.label = ui.words(Word::map_back),
    spec.action = {Action::Kind::scroll_to, "map:top", {}, 0};
    spec.has_icon = true, spec.icon = ui::Icon::chevron_up;
    ui::button(ui, {flow.x, flow.y, flow.width, ui::target_px + 4}, spec);
    flow.y += ui::target_px + 4;
    flow.space(24);
}

/// The panel's ground is known in height only after its content; it is put under it.
void draw_panel(Context& ctx, const MapFacts* facts, Rect map, const std::string& hovered) {
    Ui& ui = ctx.ui;
    // Of two maps the camera is that of each: what is brought near must fit into one.
    const Rect window = facts && facts->is_beside() ? later<first_of_two>()(map) : map;
    const bool phone = ui.phone();
    const float margin = phone ? 16 : panel_margin_px;
    const float top = phone ? map.bottom() : top_bar_px(ui);
    const float width = phone ? ui.env.window.x : panel_px;
    Flow flow{ui, margin, top + (phone ? handle_px + 4 : 24), width - (phone ? 2 * margin : margin + 24)};
    const size_t ground = ui.marks().size(), ground_region = ui.scene.regions.size();
    scene::RectMark sheet;
    sheet.fill = ink::ground, sheet.stroke = ink::hairline, sheet.stroke_px = phone ? 1.f : 0.f;
    sheet.radius_px = phone ? 16.f : 0.f, sheet.shadow = phone;
    ui.marks().emplace_back(sheet);
    ui.region({}, "", {}, scene::Cursor::arrow);
    if (phone) {
        Node above;
        above.id = "map:top", above.role = Role::separator, above.rect = {0, top_bar_px(ui), width, 1};
        ui.add(std::move(above));
    }
    Node node;
    node.id = "map:panel", node.role = Role::region, node.name = ui.words(Word::map_panel);
    Ui::Scope scope(ui, std::move(node));
    if (phone && !ui.env.on_paper) draw_handle(ui, top);
    draw_panel_content(ctx, facts, window, hovered, flow);
    if (phone && !ui.env.on_paper) draw_back_to_map(ui, flow);
    draw_colophon(ctx, flow);
    const float end = std::max(flow.y + 16, ui.env.window.y - tab_bar_px(ui));
    // On phones the rounded lower corners stay out of sight.
    const Rect all{0, top, width, end - top + (phone ? tab_bar_px(ui) + 32 : 0)};
    std::get<scene::RectMark>(ui.marks()[ground]).rect = all;
    ui.scene.regions[ground_region].rect = all;
    ui.scene.nodes[static_cast<size_t>(scope.index)].rect = {0, top, width, end - top};
    if (!phone) ui.rect({width - 1, top, 1, end - top}, ink::hairline);
    ui.scene.document_height = end + tab_bar_px(ui);
    ctx.bottom = end;
}

}  // namespace

Rect map_rect(const ui::Environment& environment) {
    const FixedMeasure measure;
    const ui::Interaction nothing;
    const Ui ui(environment, measure, nothing);
    const float top = top_bar_px(ui), bottom = environment.window.y - tab_bar_px(ui);
    if (!ui.phone()) return {panel_px, top, environment.window.x - panel_px, bottom - top};
    const float sheet = std::clamp((bottom - top) * sheet_share, sheet_least_px, sheet_most_px);
    return {0, top, environment.window.x, std::max(120.f, bottom - top - sheet)};
}

void map(Context& ctx) {
    Ui& ui = ctx.ui;
    const std::optional<MapFacts> facts = level_facts(ctx.data, ctx.state);
    const MapFacts* shown = facts ? &*facts : nullptr;
    const Rect map = map_rect(ui.env);
    const std::string hovered = hovered_place(ctx.state);
    const Words& words = ui.words;
    ui.scene.title = shown ? words(Word::map_title, {{"indicator", shown->name()}, {"when", shown->year_text()}})
                           : words(Word::map_title_empty);
    ui.scene.description = shown ? summary(*shown) : words(Word::map_about_page);
    draw_panel(ctx, shown, map, hovered);
    draw_backdrop(ctx, shown, map, hovered);
}

}  // namespace atlas::page

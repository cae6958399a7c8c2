#include "page/map_backdrop.h"

#include <algorithm>
#include <cmath>

#include "chart/map_inset.h"
#include "page/later.h"
#include "page/map_content.h"
#include "page/map_level.h"
#include "page/map_look.h"
#include "page/map_second.h"
#include "page/names.h"
#include "ui/controls.h"

namespace atlas::page {

using model::BundleName;
using scene::Layer;
using scene::Node;
using ui::Flow;
using ui::Ui;
namespace ink = ui::ink;
namespace style = ui::style;

namespace {

constexpr float button_gap_px = 8;

}  // namespace

const char* boundaries_attribution(const Words& words, const Data& data) {
    return words(data.map_source == "natural-earth" ? Word::map_boundaries_natural_earth : Word::map_boundaries_n03);
}

std::string hovered_place(const view::ViewState& state) {
    constexpr std::string_view row = "rank:";
    if (state.hover.compare(0, row.size(), row) == 0) return state.hover.substr(row.size());
    // Tiles are places of their own for the pointer, areas of the map are not.
    const std::string tile = view::feature_of_node(state.hover);
    return tile.empty() ? state.hover_feature : tile;
}

namespace {

std::vector<chart::MapMarker> markers_of(const Context& ctx) {
    std::vector<chart::MapMarker> markers;
    if (!ctx.data.stories || !ctx.state.markers) return markers;
    for (const model::Story& story : ctx.data.stories->stories) {
        if (!story.position) continue;
        view::ViewState target;
        target.page = view::Page::story, target.id = story.id;
        markers.push_back({"story:" + story.id,
                           place_of(ctx.ui.words, story, ctx.data.places.get()) + " " + story.title, story.pillar,
                           view::route_of(target), *story.position,
                           story.prefectures.size() == 1 ? story.prefectures.front() : ""});
    }
    return markers;
}

/// Whether the zoom buttons stand side by side: where a column of them would be higher than the map.
bool in_a_row(Rect map) { return map.h < 3 * ui::target_px + 4 * button_gap_px; }

/// Size of the zoom buttons at the map's lower right.
Vec2 controls_px(const Ui& ui, Rect map) {
    if (ui.env.on_paper) return {};
    const float edge = ui.phone() ? 8 : 16;
    const float along = 3 * ui::target_px + 2 * button_gap_px + edge, across = ui::target_px + edge;
    return in_a_row(map) ? Vec2{along, across} : Vec2{across, along + (ui.phone() ? 0.f : 24.f)};
}

void draw_zoom_buttons(Context& ctx, Rect map) {
    Ui& ui = ctx.ui;
    const Vec2 size = controls_px(ui, map);
    const Vec2 at{map.right() - size.x, map.bottom() - size.y};
    struct Control {
        const char *id, *label;
        ui::Icon icon;
        Action action;
        bool disabled;
    };
    const double zoom = ctx.state.camera ? ctx.state.camera->zoom : 1;
    const Control controls[] = {
        {"map:zoom-in",
         ui.words(Word::map_zoom_in),
         ui::Icon::plus,
         {Action::Kind::map_zoom, {}, {}, 1},
         zoom >= view::max_zoom},
        {"map:zoom-out",
         ui.words(Word::map_zoom_out),
         ui::Icon::minus,
         {Action::Kind::map_zoom, {}, {}, -1},
         zoom <= view::min_zoom},
        {"map:reset",
         ui.words(Word::map_zoom_all),
         ui::Icon::reset,
         {Action::Kind::map_reset, {}, {}, 0},
         !ctx.state.camera},
    };
    const Vec2 step = in_a_row(map) ? Vec2{1, 0} : Vec2{0, 1};
    Vec2 place = at;
    for (const Control& control : controls) {
        ui::ButtonSpec spec;
        spec.id = control.id, spec.label = control.label, spec.action = control.action,
        spec.kind = ui::ButtonKind::quiet;
        spec.icon_only = true, spec.icon = control.icon, spec.disabled = control.disabled;
        ui::button(ui, {place.x, place.y, ui::target_px, ui::target_px}, spec);
        place = place + step * (ui::target_px + button_gap_px);
    }
}

}  // namespace

bool key_on_map(Rect map, bool phone) { return !phone && map.h >= 560 && map.w >= 560; }

namespace {

Rect marker_key_rect(const Context& ctx, Rect map) {
    const size_t lines = ctx.state.markers && ctx.data.policy ? ctx.data.policy->pillars.size() : 0;
    const Ui& ui = ctx.ui;
    float name_px = 0;
    for (size_t i = 0; i < lines; ++i)
        name_px = std::max(name_px, ui.width(short_name_of(ui.words, ctx.data.policy->pillars[i]), style::note));
    const float width = std::max(172.f, std::ceil(name_px) + 22 + 24);
    Rect card{map.x + 16, map.y + 16, width, ui::target_px + 8 + (lines ? 12 : 0) + 26 * static_cast<float>(lines)};
    // Below the first inset, in the Sea of Japan.
    const auto insets = chart::insets_for(map, controls_px(ui, map), 24, ui.words.lang());
    if (chart::insets_visible(map, ctx.state.camera) && !insets.empty())
        card.x = insets.front().frame.x, card.y = insets.front().frame.bottom() + 12;
    return card;
}

void draw_key_on_map(Context& ctx, Rect card) {
    ctx.ui.frame(card, ink::hairline, 1, 8, ink::ground.with_alpha(236));
    ctx.ui.region(card, "", {}, scene::Cursor::arrow);
    Flow flow{ctx.ui, card.x + 8, card.y + 4, card.w - 32};
    draw_marker_key(ctx, flow);
}

/// Without boundaries the rest of the page goes on; the place of the map says why it is empty.
void draw_no_map(Context& ctx, Rect map) {
    ctx.ui.rect(map, ink::ground_second);
    ctx.width = std::min(map.w - 32, 440.f);
    ctx.left = map.center().x - ctx.width / 2;
    ctx.top = ctx.bottom = map.y + std::min(80.f, map.h / 8);
    const float bottom = ctx.bottom;
    require(ctx, {BundleName::boundaries});
    ctx.bottom = bottom;
}

/// White card near `anchor`, inside the map and beside the point rather than over it.
void draw_tooltip(Ui& ui, Rect map, Rect anchor, const std::vector<std::pair<std::string, ui::TextStyle>>& lines) {
    const float pad = 12, most = std::min(280.f, map.w - 32);
    float w = 0, h = 0;
    for (const auto& [words, look] : lines) {
        w = std::max(w, std::min(ui.width(words, look), most));
        h += ui.height(words, look, most + 1);
    }
    Rect box{anchor.right() + 12, anchor.center().y - h - 2 * pad - 12, w + 2 * pad, h + 2 * pad};
    if (box.right() > map.right() - 8) box.x = anchor.x - 12 - box.w;
    if (box.y < map.y + 8) box.y = anchor.bottom() + 12;
    box.x = std::clamp(box.x, map.x + 8, std::max(map.x + 8, map.right() - 8 - box.w));
    box.y = std::clamp(box.y, map.y + 8, std::max(map.y + 8, map.bottom() - 8 - box.h));
    const Layer before = ui.layer;
    ui.layer = Layer::overlay;
    scene::RectMark card;
    card.rect = box, card.fill = ink::ground, card.stroke = ink::hairline, card.stroke_px = 1, card.radius_px = 8,
    card.shadow = true;
    ui.marks().emplace_back(card);
    float y = box.y + pad;
    for (const auto& [words, look] : lines) y += ui.glyph_block({box.x + pad, y}, most + 1, words, look);
    ui.layer = before;
}

/// Name, figure and rank of a place.
std::vector<std::pair<std::string, ui::TextStyle>> place_lines(const MapFacts& facts, size_t p) {
    const Words& words = facts.words;
    const MapPlace& place = facts.places[p];
    std::vector<std::pair<std::string, ui::TextStyle>> lines{{place.full_name(words), style::bold}};
    for (const MapFacts* shown : {&facts, facts.second.get()}) {
        if (facts.blend.empty()) break;
        const auto& value = shown->values[p];
        lines.push_back({shown->what(), style::note});
        lines.push_back(
            {value ? figure_of(words, *shown->indicator, *value).text() : words(Word::map_no_data), style::bold});
    }
    if (!facts.blend.empty()) return lines;
    if (const auto& value = facts.values[p]) {
        const std::string figure = figure_of(words, *facts.indicator, *value).text();
        lines.push_back({words(Word::text_with_note, {{"text", figure}, {"note", facts.year_text()}}),
                         {ui::size::lead, Weight::bold}});
        lines.push_back({words(Word::map_largest_first, {{"rank", facts.rank_text(p)}}), style::note});
    } else {
        lines.push_back({words(Word::map_no_value_in, {{"when", facts.year_text()}}), style::note});
    }
    return lines;
}

}  // namespace

Vec2 zoom_buttons_px(const Ui& ui, Rect map) { return controls_px(ui, map); }

chart::MapOptions map_options(const Context& ctx, const MapFacts* facts, Rect rect, const std::string& hovered) {
    const Words& words = ctx.ui.words;
    chart::MapOptions options;
    options.rect = rect, options.camera = ctx.state.camera, options.link_state = ctx.state;
    options.name = facts ? words(Word::map_name, {{"what", facts->what()}}) : words(Word::map_country_map);
    if (facts) options.description = summary(*facts);
    options.selected = facts ? chosen_code(ctx.state, facts->level) : ctx.state.prefecture, options.hovered = hovered;
    describe_areas(ctx, facts, options);
    return options;
}

/// What the pointer is on: a place's figures, or a marker's name. The same facts stand in the nodes' names.
void draw_map_tooltip(Context& ctx, const MapFacts* facts, const chart::MapOptions& options) {
    Ui& ui = ctx.ui;
    const Rect map = options.rect;
    if (ui.env.touch) return;
    const std::string& hover = ctx.state.hover;
    if (hover.compare(0, 6, "story:") == 0 || hover.compare(0, 8, "cluster:") == 0) {
        const Node* node = ui.scene.find(hover);
        if (node && node->layer == Layer::backdrop) draw_tooltip(ui, map, node->rect, {{node->name, style::note_bold}});
        return;
    }
    if (!facts || options.hovered.empty()) return;
    const PlaceShape shape = shape_of(options, options.hovered);
    if (!shape.mesh) return;
    std::vector<std::pair<std::string, ui::TextStyle>> lines;
    if (const int p = facts->find(options.hovered); p >= 0) {
        lines = place_lines(*facts, static_cast<size_t>(p));
    } else if (const Node* node = ui.scene.find(view::feature_node(options.hovered))) {
        lines = {{node->name, style::bold}};  // a prefecture while municipalities are shown
    } else {
        return;
    }
    // Beside the area, but not further than a hand's breadth from its middle where the area is large.
    const Rect area = chart::feature_rect(ui, options, *shape.mesh, static_cast<size_t>(shape.feature));
    const Vec2 middle = area.center();
    const float half = std::min(area.w / 2, 48.f);
    draw_tooltip(ui, map, {middle.x - half, middle.y - 8, 2 * half, 16}, lines);
}

namespace {

void draw_tile_tooltip(Context& ctx, const MapFacts& facts, Rect map, const std::string& hovered) {
    const int p = facts.find(hovered);
    const Node* node = p < 0 || ctx.ui.env.touch ? nullptr : ctx.ui.scene.find(view::feature_node(hovered));
    if (node) draw_tooltip(ctx.ui, map, node->rect, place_lines(facts, static_cast<size_t>(p)));
}

void draw_zoom_box(Context& ctx) {
    if (!ctx.state.zoom_box) return;
    ctx.ui.frame(*ctx.state.zoom_box, ink::link, 2, 0, ink::link.with_alpha(28));
}

/// How the wheel is to be used stands there while it would do nothing to the map.
void draw_wheel_hint(Context& ctx, Rect map) {
    Ui& ui = ctx.ui;
    const bool focused = ctx.state.focus == "map" || !view::feature_of_node(ctx.state.focus).empty();
    if (ui.env.touch || ui.phone() || focused || ctx.state.hover_feature.empty()) return;
    const std::string words = ui.words(Word::map_wheel);
    const float w = ui.width(words, style::note);
    const Rect ground{map.center().x - w / 2 - 12, map.bottom() - 64, w + 24, 30};
    ui.rect(ground, token::solid_gray_800.with_alpha(224), 15);
    ui.glyphs({ground.x + 12, ground.center().y + 5}, words, ui::with_color(style::note, ink::on_dark));
}

}  // namespace

void draw_backdrop(Context& ctx, const MapFacts* facts, Rect map, const std::string& hovered) {
    Ui& ui = ctx.ui;
    ui.layer = Layer::backdrop;
    ui.rect({0, 0, ui.env.window.x, ui.env.window.y}, ink::ground);
    if (!ctx.data.map) {
        draw_no_map(ctx, map);
        ui.layer = Layer::document;
        return;
    }
    if (shows_tiles(ctx, facts)) {
        later<draw_tiles>()(ctx, *facts, map, hovered);
        ui.layer = Layer::document;
        draw_tile_tooltip(ctx, *facts, map, hovered);
        return;
    }
    if (facts && facts->is_beside()) {
        later<draw_two_maps>()(ctx, *facts, map, hovered);
        ui.layer = Layer::backdrop;
        draw_zoom_buttons(ctx, map);
        draw_zoom_box(ctx);
        ui.layer = Layer::document;
        return;
    }
    chart::MapOptions options = map_options(ctx, facts, map, hovered);
    const bool marked = !facts || !facts->flows;  // ribbons and marks would cover each other
    if (marked) options.markers = markers_of(ctx);
    options.controls_px = controls_px(ui, map), options.scale_bar = !in_a_row(map);
    if (!ui.phone()) options.attribution = boundaries_attribution(ui.words, ctx.data);
    // On paper it explains the marks; without them it would be a box around a switch.
    const bool key = marked && key_on_map(map, ui.phone()) && (ctx.state.markers || !ui.env.on_paper);
    const Rect card = marker_key_rect(ctx, map);
    if (key) options.covered.push_back(card);
    chart::draw_map(ui, options);
    if (key) draw_key_on_map(ctx, card);
    draw_zoom_buttons(ctx, map);
    draw_zoom_box(ctx);
    draw_wheel_hint(ctx, map);
    ui.layer = Layer::document;
    draw_map_tooltip(ctx, facts, options);
}

}  // namespace atlas::page

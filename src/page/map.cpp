// The map page: the map is the page. Its panel stands beside it, or as a sheet over its lower part on phones; the panel
// is the document and scrolls natively, the map stays in the backdrop.
#include <algorithm>

#include "chart/map_inset.h"
#include "page/frame.h"
#include "page/map_panel.h"
#include "ui/controls.h"

namespace atlas::page {

using model::BundleName;
using scene::Layer;
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
constexpr float button_gap_px = 8;

constexpr const char* attribution_n03 = "「国土数値情報（行政区域データ）」（国土交通省）を加工して作成";
constexpr const char* attribution_natural_earth = "境界は Natural Earth による概形で、国土地理院の境界とは異なります";

const char* attribution_of(const Data& data) {
    return data.map_source == "natural-earth" ? attribution_natural_earth : attribution_n03;
}

std::string short_name(const std::string& name) {
    // 北海道 keeps its last character; 東京都, 京都府, 島根県 lose theirs.
    constexpr size_t bytes_per_kanji = 3;
    return name == "北海道" || name.size() <= bytes_per_kanji ? name : name.substr(0, name.size() - bytes_per_kanji);
}

/// The prefecture that the pointer or the keyboard is on, on the map or in the list.
std::string hovered_code(const view::ViewState& state) {
    constexpr std::string_view row = "rank:";
    if (state.hover.compare(0, row.size(), row) == 0) return state.hover.substr(row.size());
    return state.hover_feature;
}

std::vector<chart::MapMarker> markers_of(const Context& ctx) {
    std::vector<chart::MapMarker> markers;
    if (!ctx.data.stories || !ctx.state.markers) return markers;
    for (const model::Story& story : ctx.data.stories->stories) {
        if (!story.position) continue;
        view::ViewState target;
        target.page = view::Page::story, target.id = story.id;
        markers.push_back({"story:" + story.id, story.place + " " + story.title, story.pillar, view::route_of(target),
                           *story.position, story.prefectures.size() == 1 ? story.prefectures.front() : ""});
    }
    return markers;
}

/// Fills, names and labels of the areas, in mesh order.
void describe_features(const Context& ctx, const MapFacts* facts, chart::MapOptions& options) {
    const MapMesh& mesh = *options.mesh;
    for (const std::string& code : mesh.feature_codes) {
        const model::Prefecture* prefecture =
            ctx.data.places ? model::find_prefecture(*ctx.data.places, code) : nullptr;
        std::optional<double> value;
        std::optional<int> rank;
        if (prefecture && facts) {
            const auto p = static_cast<size_t>(prefecture - ctx.data.places->prefectures.data());
            if (p < facts->values.size()) value = facts->values[p], rank = facts->ranks[p];
        }
        const std::string name = prefecture ? prefecture->name : code;
        options.feature_labels.push_back(prefecture ? short_name(name) : "");
        options.fills.push_back(value ? facts->scale.color(*value) : token::solid_gray_50);
        options.hatched.push_back(facts && !value);
        options.feature_names.push_back(!facts   ? name
                                        : !value ? name + " 値なし"
                                                 : name + " " + figure_of(*facts->indicator, *value).text() + "（全国" +
                                                       std::to_string(rank.value_or(0)) + "位）");
    }
}

/// Size of the zoom buttons' column at the map's lower right.
Vec2 controls_px(bool phone) {
    const float edge = phone ? 8 : 16;
    return {ui::target_px + edge, 3 * ui::target_px + 2 * button_gap_px + edge + (phone ? 0.f : 24.f)};
}

void draw_zoom_buttons(Context& ctx, Rect map) {
    Ui& ui = ctx.ui;
    const Vec2 size = controls_px(ui.phone());
    const Vec2 at{map.right() - size.x, map.bottom() - size.y};
    struct Control {
        const char *id, *label;
        ui::Icon icon;
        Action action;
        bool disabled;
    };
    const double zoom = ctx.state.camera ? ctx.state.camera->zoom : 1;
    const Control controls[] = {
        {"map:zoom-in", "拡大", ui::Icon::plus, {Action::Kind::map_zoom, {}, {}, 1}, zoom >= view::max_zoom},
        {"map:zoom-out", "縮小", ui::Icon::minus, {Action::Kind::map_zoom, {}, {}, -1}, zoom <= view::min_zoom},
        {"map:reset", "全体を表示", ui::Icon::reset, {Action::Kind::map_reset, {}, {}, 0}, !ctx.state.camera},
    };
    float y = at.y;
    for (const Control& control : controls) {
        ui::ButtonSpec spec;
        spec.id = control.id, spec.label = control.label, spec.action = control.action,
        spec.kind = ui::ButtonKind::quiet;
        spec.icon_only = true, spec.icon = control.icon, spec.disabled = control.disabled;
        ui::button(ui, {at.x, y, ui::target_px, ui::target_px}, spec);
        y += ui::target_px + button_gap_px;
    }
}

/// What the markers mean stands on the map where there is sea enough for it, else in the panel.
bool key_on_map(Rect map, bool phone) { return !phone && map.h >= 560; }

Rect marker_key_rect(const Context& ctx, Rect map) {
    const size_t lines = ctx.state.markers && ctx.data.policy ? ctx.data.policy->pillars.size() : 0;
    Rect card{map.x + 16, map.y + 16, 172, ui::target_px + 8 + (lines ? 12 : 0) + 26 * static_cast<float>(lines)};
    // Below the first inset, in the Sea of Japan.
    const auto insets = chart::insets_for(map, controls_px(false), 24);
    if (chart::insets_visible(map, ctx.state.camera) && !insets.empty())
        card.x = insets.front().frame.x, card.y = insets.front().frame.bottom() + 12;
    return card;
}

void draw_key_on_map(Context& ctx, Rect card) {
    ctx.ui.frame(card, ink::hairline, 1, 8, ink::ground.with_alpha(236));
    ctx.ui.region(card, "", {}, scene::Cursor::arrow);
    Flow flow{ctx.ui, card.x + 8, card.y + 4, 140};
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

void draw_backdrop(Context& ctx, const MapFacts* facts, Rect map, const std::string& hovered) {
    Ui& ui = ctx.ui;
    ui.layer = Layer::backdrop;
    ui.rect({0, 0, ui.env.window.x, ui.env.window.y}, ink::ground);
    if (!ctx.data.map) {
        draw_no_map(ctx, map);
    } else {
        chart::MapOptions options;
        options.rect = map, options.mesh = ctx.data.map, options.camera = ctx.state.camera;
        options.name = facts ? "地図：" + facts->indicator->name + "、" + facts->year_text() : "日本の地図";
        if (facts && ctx.data.places) options.description = summary(*facts, ctx.data.places->prefectures);
        options.selected = ctx.state.prefecture, options.hovered = hovered;
        options.markers = markers_of(ctx), options.link_state = ctx.state;
        options.controls_px = controls_px(ui.phone());
        if (!ui.phone()) options.attribution = attribution_of(ctx.data);
        describe_features(ctx, facts, options);
        const bool key = key_on_map(map, ui.phone());
        const Rect card = marker_key_rect(ctx, map);
        if (key) options.covered.push_back(card);
        chart::draw_map(ui, options);
        if (key) draw_key_on_map(ctx, card);
        draw_zoom_buttons(ctx, map);
    }
    ui.layer = Layer::document;
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

/// What the pointer is on: a prefecture's figures, or a marker's name. The same facts stand in the nodes' names.
void draw_tooltips(Context& ctx, const MapFacts* facts, Rect map) {
    Ui& ui = ctx.ui;
    if (ui.env.touch) return;
    const std::string& hover = ctx.state.hover;
    if (hover.compare(0, 6, "story:") == 0 || hover.compare(0, 8, "cluster:") == 0) {
        const Node* node = ui.scene.find(hover);
        if (node && node->layer == Layer::backdrop) draw_tooltip(ui, map, node->rect, {{node->name, style::note_bold}});
        return;
    }
    const std::string code = hovered_code(ctx.state);
    const Node* node = code.empty() ? nullptr : ui.scene.find("pref:" + code);
    const model::Prefecture* prefecture = ctx.data.places ? model::find_prefecture(*ctx.data.places, code) : nullptr;
    if (!node || !prefecture || !facts) return;
    const auto p = static_cast<size_t>(prefecture - ctx.data.places->prefectures.data());
    if (p >= facts->values.size()) return;
    std::vector<std::pair<std::string, ui::TextStyle>> lines{{prefecture->name, style::bold}};
    if (const auto& value = facts->values[p]) {
        lines.push_back({figure_of(*facts->indicator, *value).text() + "（" + facts->year_text() + "）",
                         {ui::size::lead, Weight::bold}});
        lines.push_back({facts->rank_text(p) + "（大きい順）", style::note});
    } else {
        lines.push_back({facts->year_text() + "の値はありません", style::note});
    }
    // Beside the area, but not further than a hand's breadth from its middle where the area is large.
    const Vec2 middle = node->rect.center();
    const float half = std::min(node->rect.w / 2, 48.f);
    draw_tooltip(ui, map, {middle.x - half, middle.y - 8, 2 * half, 16}, lines);
}

/// Sources, and the way to what explains them: the page has no footer of its own below the map.
void draw_colophon(Context& ctx, Flow& flow) {
    Ui& ui = ctx.ui;
    Node footer;
    footer.id = "footer", footer.role = Role::contentinfo;
    Ui::RootScope scope(ui, std::move(footer));
    flow.rule();
    flow.space(16);
    flow.paragraph(std::string("地図の境界：") + attribution_of(ctx.data), style::note);
    flow.space(8);
    if (ctx.data.policy) flow.paragraph("データ版 " + ctx.data.policy->edition.edition, style::note);
    flow.space(4);
    ui::link(ui, "footer:about", {flow.x, flow.y + 20}, "このサイトについて", "/about", style::note);
    flow.y += 36;
}

void draw_panel_content(Context& ctx, const MapFacts* facts, Rect map, const std::string& hovered, Flow& flow) {
    Ui& ui = ctx.ui;
    if (!facts) {
        ctx.left = flow.x, ctx.width = flow.width, ctx.top = ctx.bottom = flow.y;
        if (require(ctx, {BundleName::places, BundleName::indicators})) {
            flow.heading("都道府県の地図", 1, style::page);
            flow.paragraph("地図に表せる指標がありません。");
        } else {
            flow.y = ctx.bottom;
        }
        flow.space(24);
        return;
    }
    const MapPanel panel{ctx, *facts, map, hovered};
    draw_sentence(panel, flow);
    flow.space(16);
    // On a phone the chosen prefecture comes first: the sheet's first lines are all that one sees beside the map.
    const bool chosen = panel.chosen() >= 0;
    if (chosen && ui.phone()) draw_chosen(panel, flow), flow.space(32);
    draw_legend(panel, flow);
    flow.space(12);
    if (chosen && !ui.phone()) {
        flow.space(8), flow.rule(), flow.space(20);
        draw_chosen(panel, flow);
        flow.space(24), flow.rule(), flow.space(20);
    }
    draw_notes(panel, flow);
    flow.space(12);
    if (!key_on_map(map, ui.phone())) draw_marker_key(ctx, flow), flow.space(32);
    draw_list(panel, flow);
    flow.space(32);
}

/// The strip at the sheet's top: a handle for the eye, and a real button for everybody.
void draw_handle(Ui& ui, float top) {
    const Rect strip{0, top, ui.env.window.x, handle_px};
    ui.rect({strip.center().x - 20, top + 8, 40, 4}, token::solid_gray_300, 2);
    ui::ButtonSpec spec;
    spec.id = "map:sheet", spec.label = "一覧と説明を開く", spec.action = {Action::Kind::scroll_to, "map:panel", {}, 0};
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
    spec.id = "map:back", spec.label = "地図に戻る", spec.action = {Action::Kind::scroll_to, "map:top", {}, 0};
    spec.has_icon = true, spec.icon = ui::Icon::chevron_up;
    ui::button(ui, {flow.x, flow.y, flow.width, ui::target_px + 4}, spec);
    flow.y += ui::target_px + 4;
    flow.space(24);
}

/// The panel's ground is known in height only after its content; it is put under it.
void draw_panel(Context& ctx, const MapFacts* facts, Rect map, const std::string& hovered) {
    Ui& ui = ctx.ui;
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
    node.id = "map:panel", node.role = Role::region, node.name = "地図の説明と一覧";
    Ui::Scope scope(ui, std::move(node));
    if (phone) draw_handle(ui, top);
    draw_panel_content(ctx, facts, map, hovered, flow);
    if (phone) draw_back_to_map(ui, flow);
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
    std::optional<MapFacts> facts;
    if (ctx.data.indicators && ctx.data.places)
        facts = map_facts(*ctx.data.indicators, ctx.state.indicator, ctx.state.year);
    const MapFacts* shown = facts ? &*facts : nullptr;
    const Rect map = map_rect(ui.env);
    const std::string hovered = hovered_code(ctx.state);
    ui.scene.title = shown ? shown->indicator->name + "（" + shown->year_text() + "）の地図" : "都道府県の地図";
    ui.scene.description =
        shown ? summary(*shown, ctx.data.places->prefectures) : "47都道府県の値を地図で見るページです。";
    draw_panel(ctx, shown, map, hovered);
    draw_backdrop(ctx, shown, map, hovered);
    draw_tooltips(ctx, shown, map);
}

}  // namespace atlas::page

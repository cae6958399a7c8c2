// The stage: what the last row of a hall reads. A slide's page stands on it between title and caption; a view that has left its slide
// has the stage to itself.
#include <algorithm>
#include <cmath>

#include "core/strings.h"
#include "page/briefing.h"
#include "page/briefing_parts.h"
#include "page/frame.h"
#include "scene/part.h"
#include "ui/controls.h"

namespace atlas::page {

using model::BriefingStep;
using scene::Layer;
using scene::Node;
using scene::Role;
using ui::Ui;
using view::Page;
using view::ViewState;
namespace ink = ui::ink;
namespace style = ui::style;

namespace {

constexpr float wide_px = 768, qr_px = 92, edge_share = 0.1f;
constexpr ui::TextStyle title_style{32, Weight::bold, ink::text, 1.3f, true};
constexpr ui::TextStyle title_narrow{22, Weight::bold, ink::text, 1.35f, true};
constexpr ui::TextStyle caption_style{18, Weight::regular, ink::text, 1.45f},
    caption_beside{24, Weight::regular, ink::text, 1.6f};

/// What one slide is drawn from.
struct Stage {
    Ui& ui;
    const Data& data;
    const ViewState& state;  ///< with its deck
    const ViewState shown;   ///< the page on it
    const model::Briefing& deck;
    const model::Slide& slide;

    bool narrow() const { return ui.env.window.x < wide_px; }
    float margin() const { return narrow() ? 16.f : 32.f; }
    bool is_left() const { return !state.deck.empty(); }
    int number() const { return std::clamp(state.slide, 1, static_cast<int>(deck.slides.size())); }
};

// ---- the page on it ------------------------------------------------------------------------------------------------

struct Fitted {
    scene::Scene scene;
    Rect figure;  ///< in the page
    scene::Placement at;
    float scale = 0;
};

/// Around all nodes that the slide names; unset while one of them is not there.
std::optional<Rect> around(const scene::Scene& scene, const std::vector<std::string>& ids) {
    Rect all;
    for (const std::string& id : ids) {
        const Node* node = scene.find(id);
        if (!node || node->rect.empty()) return std::nullopt;
        all = united(all, node->rect);
    }
    return all;
}

scene::Scene page_scene(const Stage& stage, Vec2 window) {
    ViewState page = stage.shown;
    page.deck.clear(), page.zoom_box.reset(), page.presenting.reset();
    ui::Environment env = stage.ui.env;
    env.window = window, env.projector = true;
    return build(stage.data, page, env, stage.ui.measure);
}

/// The figure as large as the room allows, never smaller than it was laid out: smaller letters than the stage's would be the price. A narrow
/// layout is a higher one; which of them fills the room best is tried.
Fitted fit_figure(const Stage& stage, const Rect& room) {
    constexpr float most = 2, widths[] = {0, 800, 600, 520}, clear_gain = 1.05f;
    Fitted best;
    for (const float wanted : widths) {
        const float width = wanted > 0 ? wanted : room.w;
        if (width > room.w) continue;
        const float margin = width + 64 < wide_px ? 16 : 32;
        scene::Scene scene = page_scene(stage, {width + 2 * margin, stage_px.y});
        const std::optional<Rect> found = around(scene, stage.slide.focus);
        if (!found) continue;
        const Rect figure = *found;
        const float scale = std::min({room.w / figure.w, room.h / figure.h, most});
        if (best.scale > 0 && scale < best.scale * clear_gain) continue;
        const float used = std::max(1.f, scale);
        // On the edge of the title, in the middle of the height.
        const float above = std::max(0.f, room.h - figure.h * used) / 2;
        best.at = {used, Vec2{room.x, room.y + above} - Vec2{figure.x, figure.y} * used};
        best.scale = scale, best.figure = figure, best.scene = std::move(scene);
    }
    return best;
}

/// Where things stand. Title, 出典 and address are in the same place on every slide; the caption stands under a wide figure and beside a
/// high one, which then reaches down to the 出典 line.
struct Places {
    Rect figure, caption, foot;  ///< foot: 出典, edition, number
    bool beside = false;
};

constexpr int usual_source_lines = 2, most_source_lines = 4;

Places places_of(const Stage& stage, float top, bool beside, int source_lines) {
    constexpr float figure_share = 0.66f, gap = 32;
    const Vec2 window = stage.ui.env.window;
    const float margin = stage.margin(), width = window.x - 2 * margin, bottom = window.y - 16;
    const float line = bottom - style::note.line_px();
    Places places;
    places.beside = beside;
    places.foot = {margin, line, width - qr_px - 24, style::note.line_px()};
    const float left = beside ? std::round(width * figure_share) : width;
    const std::string& caption = in_language(stage.ui.words.lang(), stage.slide.caption, stage.slide.caption_en);
    const float width_below = width - qr_px - 24;
    // Two lines, and two of 出典, stand beside the address; more, in a small window, push the figure up.
    const float more = style::note.line_px() * static_cast<float>(source_lines - usual_source_lines);
    const float above = more > 0 ? more + style::note.line_px() : 0;
    const float caption_top =
        std::min(bottom - qr_px - 6, line - above - 4 - stage.ui.height(caption, caption_style, width_below));
    const float end = beside ? line - style::note.line_px() - more - 12 : caption_top - 14;
    places.figure = {margin, top, left, std::max(80.f, end - top)};
    places.caption = {margin, caption_top, width_below, line - caption_top};
    if (beside) places.caption = {margin + left + gap, top + 24, width - left - gap, bottom - qr_px - 24 - (top + 24)};
    return places;
}

/// A map slide shows the map: its panel has nothing for the hall until somebody chooses a place or another indicator.
bool hides_panel(const Stage& stage, const Rect& room) {
    const ViewState& shown = stage.shown;
    return shown.page == Page::map && room.w >= wide_px && shown.prefecture.empty() && shown.municipality.empty() &&
           shown.block.empty() && !shown.as_table && shown.indicator == view::parse_route(stage.slide.route).indicator;
}

/// The map in the whole room, its panel beyond the edge, and of that the legend on the sea.
void draw_map_alone(Stage& stage, const Rect& room, scene::PartSpec spec) {
    Ui& ui = stage.ui;
    ui::Environment env = ui.env;
    env.window = {room.w, room.h}, env.projector = true;
    const float panel = map_rect(env).x;
    const scene::Scene page = page_scene(stage, {room.w + panel, room.h});
    spec.at = {1, {room.x - panel, room.y}};
    scene::add_part(ui.scene, page, spec);
    const Node* legend = page.find("map:legend");
    if (!legend) return;
    // Of the whole country on the sea, of a part of it, which has no insets, in its corner.
    constexpr float scale_bar_px = 44, label_px = 24, edge = 12;
    const Node* map = page.find("map");
    const std::string name = map ? map->name : page.title;
    const float head = ui.height(name, style::note_bold, legend->rect.w) + label_px;
    const Vec2 size{legend->rect.w + edge, head + legend->rect.h + edge};
    const Rect area{panel + edge / 2, edge / 2, room.w - edge, room.h - scale_bar_px};
    const Vec2 place = stage.shown.camera ? Vec2{area.x, area.y} : legend_place(page, area, size);
    const Rect ground{spec.at({place.x, place.y, size.x, size.y})};
    const Rect at{ground.x + edge / 2, ground.y + edge / 2 + head, legend->rect.w, legend->rect.h};
    ui.rect(ground, ink::ground.with_alpha(236), 8);
    ui.glyph_block({at.x, at.y - head}, at.w, name, style::note_bold);
    scene::PartSpec key;
    key.root = legend->id, key.parent = spec.parent,
    key.clip = {at.x - edge, at.y - label_px, at.w + 2 * edge, at.h + label_px + edge};
    key.at = {1, Vec2{at.x, at.y} - Vec2{legend->rect.x, legend->rect.y}};
    scene::add_part(ui.scene, page, key);
}

/// Puts the page, or the figure of it that the slide is about, into the room.
void draw_figure(Stage& stage, const Fitted& fitted, const Rect& room) {
    Ui& ui = stage.ui;
    Node figure;
    figure.id = "stage:figure", figure.role = Role::region, figure.name = ui.words(Word::briefing_figure),
    figure.rect = room;
    Ui::Scope scope(ui, std::move(figure));
    scene::PartSpec spec;
    spec.clip = room, spec.parent = scope.index;
    if (!stage.slide.focus.empty()) {
        if (fitted.scale > 0) {
            const bool is_one = stage.slide.focus.size() == 1;
            spec.at = fitted.at;
            // One figure comes whole, with the outlines of what stands on its edge; of a part of the page, just that part.
            // What stands farther out is its neighbours' or the frame of a card.
            if (is_one)
                spec.root = stage.slide.focus.front(),
                spec.clip = intersection(room.grown(8), fitted.at(fitted.figure.grown(12)));
            if (!is_one) spec.window = fitted.figure, spec.clip = fitted.at(fitted.figure.grown(3));
            scene::add_part(ui.scene, fitted.scene, spec);
            return;
        }
        // Not there yet, or its data failed: the page says so.
    }
    if (hides_panel(stage, room)) return draw_map_alone(stage, room, spec);
    spec.at = {1, {room.x, room.y}};
    // The map fills its window; of other pages the footer stays below the edge.
    const float below = stage.shown.page == Page::map ? 0.f : 600.f;
    scene::add_part(ui.scene, page_scene(stage, {room.w, room.h + below}), spec);
}

void ring_marks(Stage& stage) {
    const bool waits = stage.slide.has_step(BriefingStep::Kind::highlight);
    if (waits && !stage.slide.is_done(BriefingStep::Kind::highlight, stage.state.step)) return;
    for (const std::string& id : stage.slide.highlight)
        if (const Node* node = stage.ui.scene.find(id)) {
            stage.ui.frame(node->rect.grown(7), ink::ground, 6, 10);
            stage.ui.frame(node->rect.grown(6), ink::link, 3, 9);
        }
}

// ---- around it -----------------------------------------------------------------------------------------------------

/// The figure's own 出典 line, where it has one, else the documents that the slide names.
std::string source_of(const Stage& stage, const Fitted& fitted) {
    const Node* own = fitted.scale > 0 ? fitted.scene.find(stage.slide.focus.front() + ":source") : nullptr;
    if (own) return own->name;
    std::vector<std::string> lines;
    if (!stage.data.policy) return {};
    for (const std::string& id : stage.slide.sources)
        for (const model::Source& source : stage.data.policy->sources)
            if (source.id == id) lines.push_back(source.attribution);
    return text::listed(stage.ui.words, lines);
}

std::string edition_of(const Stage& stage) {
    const size_t count = stage.deck.slides.size();
    std::string shown;
    if (stage.data.policy && !stage.narrow())
        shown = stage.ui.words(Word::footer_edition, {{"edition", stage.data.policy->edition.edition}});
    if (count > 1) shown += "   " + std::to_string(stage.number()) + " / " + std::to_string(count);
    return shown;
}

/// What the edition leaves of the foot.
float source_px(const Stage& stage, const Places& places) {
    return places.foot.w - stage.ui.width(edition_of(stage), style::note) - 24;
}

int lines_of(const Stage& stage, const Places& places, const std::string& source) {
    const float h = stage.ui.height(source, style::note, source_px(stage, places), most_source_lines);
    return static_cast<int>(std::lround(h / style::note.line_px()));
}

/// Left and right edge of the stage: a tap there, or a click, is the clicker's. What stands on the edge lies above them.
void edges(Stage& stage) {
    Ui& ui = stage.ui;
    const Vec2 window = ui.env.window;
    const float w = window.x * edge_share;
    const auto edge = [&](const char* id, Word name, float x, const std::optional<ViewState>& to) {
        if (!to) return;
        Node node;
        node.id = id, node.role = Role::button, node.name = ui.words(name), node.rect = {x, 0, w, window.y};
        node.action = go(view::route_of(*to));
        ui.region(node.rect, node.id, node.action, scene::Cursor::arrow);
        ui.add(std::move(node));
    };
    edge("stage:previous", Word::briefing_previous, 0, after(stage.data, stage.state, BriefingCommand::previous));
    edge("stage:next", Word::briefing_next, window.x - w, after(stage.data, stage.state, BriefingCommand::next));
}

/// Caption, 出典, edition, number of the slide and the address: at the foot of every slide, in the same place.
void draw_foot(Stage& stage, const Places& places, const std::string& source) {
    Ui& ui = stage.ui;
    const Words& words = ui.words;
    const Rect& foot = places.foot;
    const std::string& caption = in_language(words.lang(), stage.slide.caption, stage.slide.caption_en);
    const bool waits = stage.slide.has_step(BriefingStep::Kind::caption);
    float caption_end = places.caption.y;
    if (!waits || stage.slide.is_done(BriefingStep::Kind::caption, stage.state.step))
        caption_end +=
            ui::paragraph(ui, {places.caption.x, places.caption.y}, places.caption.w, caption,
                          places.beside && !stage.narrow() ? caption_beside : caption_style, "stage:caption");
    ui::label(ui, {foot.right(), Ui::baseline(foot.y, style::note)}, edition_of(stage), style::note, ui::Align::right,
              "stage:edition");
    ViewState address = stage.shown;
    address.deck.clear();
    stage_qr(ui, {foot.right() + 24, foot.bottom() - qr_px, qr_px, qr_px}, stage.data.public_url,
             view::route_of(address));
    if (source.empty()) return;
    Node node;
    node.id = "stage:source", node.role = Role::paragraph, node.name = source;
    // Its last line is where that of every slide is; others go above, where the caption leaves room.
    const float width = source_px(stage, places), above = places.beside ? places.figure.bottom() : caption_end;
    const auto room = static_cast<int>((foot.y - above) / style::note.line_px());
    const int lines = std::clamp(1 + room, 1, most_source_lines);
    const float h = std::max(foot.h, ui.height(source, style::note, width, lines));
    node.rect = {foot.x, foot.bottom() - h, width, h};
    ui.glyph_block({foot.x, node.rect.y}, width, source, style::note, lines);
    ui.add(std::move(node));
}

/// The way back for a hand; the key does the same.
void draw_way_back(Stage& stage, Vec2 right_top) {
    Ui& ui = stage.ui;
    ViewState slide;
    slide.lang = stage.state.lang, slide.page = Page::briefing, slide.id = stage.deck.id;
    slide.slide = stage.number(), slide.step = stage.state.step;
    ui::ButtonSpec spec;
    spec.id = "stage:back", spec.action = go(view::route_of(slide)), spec.href = spec.action.target;
    spec.label = "Esc  " + ui.words(Word::briefing_back, {{"n", stage.number()}});
    const float w = ui::button_width(ui, spec.label);
    ui.layer = Layer::overlay;
    ui.rect({right_top.x - w, right_top.y, w, ui::target_px}, ink::ground, 8);
    ui::button(ui, {right_top.x - w, right_top.y, w, ui::target_px}, spec);
    ui.layer = Layer::document;
}

struct Layout {
    Places places;
    Fitted fitted;
};

/// Caption below the figure or beside it: whichever makes the figure larger.
Layout lay_out(const Stage& stage, float top, int source_lines) {
    Layout below{places_of(stage, top, false, source_lines), {}};
    if (stage.slide.focus.empty()) return below;
    below.fitted = fit_figure(stage, below.places.figure);
    if (stage.narrow()) return below;
    Layout beside{places_of(stage, top, true, source_lines), {}};
    beside.fitted = fit_figure(stage, beside.places.figure);
    constexpr float as_good = 0.95f;
    const bool is_larger = beside.fitted.scale >= 1 && beside.fitted.scale > below.fitted.scale * as_good;
    return is_larger ? std::move(beside) : std::move(below);
}

/// Title, figure, foot.
void draw_slide(Stage& stage) {
    Ui& ui = stage.ui;
    const float margin = stage.margin(), width = ui.env.window.x - 2 * margin;
    edges(stage);
    Node main;
    main.id = "stage", main.role = Role::main,
    main.name = ui.words(Word::briefing_slide_of, {{"n", stage.number()}, {"total", stage.deck.slides.size()}});
    Ui::Scope scope(ui, std::move(main));
    const std::string& title = in_language(ui.words.lang(), stage.slide.title, stage.slide.title_en);
    const ui::TextStyle& look = stage.narrow() ? title_narrow : title_style;
    const float back_px = stage.is_left() ? 240.f : 0.f;
    const float h = ui::heading(ui, {margin, 20}, width - back_px, title, 1, look, "stage:title");
    const float top = 20 + h + 14;
    Layout layout = lay_out(stage, top, usual_source_lines);
    const std::string source = source_of(stage, layout.fitted);
    // A long one is not cut while the figure can give it lines without becoming smaller than it was laid out.
    for (int lines = lines_of(stage, layout.places, source); lines > usual_source_lines; --lines) {
        Layout roomy = lay_out(stage, top, lines);
        if (!stage.slide.focus.empty() && roomy.fitted.scale < 1) continue;
        layout = std::move(roomy);
        break;
    }
    draw_figure(stage, layout.fitted, layout.places.figure);
    ring_marks(stage);
    draw_foot(stage, layout.places, source);
    if (stage.is_left()) draw_way_back(stage, {margin + width, 16});
    ui.scene.title = title,
    ui.scene.description = in_language(ui.words.lang(), stage.slide.caption, stage.slide.caption_en);
    ui.scene.document_height = ui.env.window.y;
}

// ---- over it -------------------------------------------------------------------------------------------------------

void draw_status(Ui& ui, const Rect& rect, const std::string& words) {
    Node node;
    node.id = "stage:status", node.role = Role::status, node.name = words, node.rect = rect;
    ui.add(std::move(node));
}

void draw_over(Stage& stage) {
    Ui& ui = stage.ui;
    const Vec2 window = ui.env.window;
    ui.layer = Layer::overlay;
    if (const view::Presenting* presenting = stage.state.presenting.get()) {
        draw_pointing(ui, {0, 0, window.x, window.y}, *presenting);
        if (!presenting->typed.empty()) {
            const std::string words = ui.words(Word::briefing_go_to, {{"n", presenting->typed}});
            const float w = ui.width(words, style::heading) + 64;
            const Rect box{(window.x - w) / 2, window.y / 2 - 40, w, 80};
            ui.frame(box, ink::text, 2, 12, ink::ground);
            ui.glyphs({box.center().x, box.center().y + 9}, words, style::heading, ui::Align::center);
            draw_status(ui, box, words);
        }
    }
    const bool black = ui.is_open(black_flag), white = ui.is_open(white_flag);
    if (black || white) {
        const Rect all{0, 0, window.x, window.y};
        ui.rect(all, black ? rgb(0x000000) : ink::ground);
        ui.region(all, "stage:status",
                  after(stage.data, stage.state, BriefingCommand::next)
                      ? Action{Action::Kind::toggle, black ? black_flag : white_flag, {}, 0}
                      : Action{},
                  scene::Cursor::arrow);
        draw_status(ui, all, ui.words(black ? Word::briefing_black : Word::briefing_white));
    }
    if (ui.is_open(help_flag)) draw_help(ui);
    ui.layer = Layer::document;
}

/// A page that has left the slide: as it is, with the way back on it.
scene::Scene draw_left(Stage& stage) {
    scene::Scene page = page_scene(stage, stage.ui.env.window);
    Ui& ui = stage.ui;
    draw_way_back(stage, {ui.env.window.x - 24, ui.env.window.y - 16 - ui::target_px});
    draw_over(stage);
    ui.finish();
    for (const Layer layer : scene::all_layers)
        for (scene::Mark& mark : ui.scene.layer(layer)) page.layer(layer).push_back(std::move(mark));
    const auto base = static_cast<int32_t>(page.nodes.size());
    for (Node& node : ui.scene.nodes) {
        if (node.parent >= 0) node.parent += base;
        page.nodes.push_back(std::move(node));
    }
    for (scene::HitRegion& region : ui.scene.regions) page.regions.push_back(std::move(region));
    return page;
}

}  // namespace

scene::Scene draw_stage(const Data& data, const ViewState& state, const ui::Environment& environment,
                        const TextMeasure& measure) {
    const model::Briefing& deck = *deck_of(data, state);
    const model::Slide& slide = *slide_of(data, state);
    const float scale = std::max(1.f, std::min(environment.window.x / stage_px.x, environment.window.y / stage_px.y));
    ui::Environment env = environment;
    env.window = environment.window * (1 / scale), env.projector = true;
    ui::Interaction interaction{state.hover, {}, state.focus_visible, state.open};
    // The page draws the ring of its own nodes.
    if (state.focus.rfind("stage:", 0) == 0) interaction.focus = state.focus;
    Ui ui(env, measure, interaction, state.lang);
    Stage stage{ui, data, state, shown_on_stage(data, state), deck, slide};
    const ViewState own = view::parse_route(slide.route);
    scene::Scene scene;
    if (stage.is_left() && (own.page != state.page || own.id != state.id)) {
        scene = draw_left(stage);
    } else {
        draw_slide(stage);
        draw_over(stage);
        ui.finish();
        ui.scene.title = ui.words(Word::app_title, {{"page", ui.scene.title}});
        scene = std::move(ui.scene);
    }
    scene::enlarge(scene, scale);
    return scene;
}

scene::Scene draw_briefing(const Data& data, const ViewState& state, const ui::Environment& environment,
                           const TextMeasure& measure) {
    if (slide_of(data, state)) {
        if (state.page == Page::notes) return draw_notes(data, state, environment, measure);
        return draw_stage(data, state, environment, measure);
    }
    // Still loading, failed, or no such deck: the page of the decks says which. What was left for another page is that page.
    ViewState decks = state;
    decks.deck.clear();
    if (state.deck.empty()) decks.page = Page::briefings;
    return build(data, decks, environment, measure);
}

}  // namespace atlas::page

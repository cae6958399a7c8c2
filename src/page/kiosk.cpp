#include "page/kiosk.h"

#include <algorithm>
#include <cmath>

#include "core/strings.h"
#include "page/kiosk_sheets.h"
#include "scene/part.h"
#include "ui/controls.h"

namespace atlas::page {

using scene::Layer;
using scene::Node;
using scene::Role;
using ui::Ui;
using Screen = KioskView::Screen;
using Sheet = KioskView::Sheet;
namespace ink = ui::ink;
namespace style = ui::style;

namespace {

constexpr float bar_px = 88, invitation_px = 104, key_gap = 6;
constexpr size_t key_rows_ja = 5, key_rows_en = 3;

float rows_of_keys(const KioskView& view) {
    return static_cast<float>((view.choices.lang == Lang::ja ? key_rows_ja : key_rows_en) + 1);
}

/// Of one key. In a low window (large letters make every window low) all of them leave the field and something of what is found above them.
float key_px(const KioskView& view, Vec2 window) {
    constexpr float most_px = 56, least_px = 32, share = 0.46f;
    return std::clamp(std::floor(window.y * share / rows_of_keys(view)) - key_gap, least_px, most_px);
}

float keys_px(const KioskView& view, Vec2 window) {
    return view.has_keys ? rows_of_keys(view) * (key_px(view, window) + key_gap) + 2 * ui::unit : 0;
}

// ---- the bar -------------------------------------------------------------------------------------------------------

struct Control {
    const char* id;
    std::string label;
    ui::Icon icon;
    Action action;
    bool toggles = false, pressed = false, disabled = false, has_icon = true;
};

std::vector<Control> controls_of(const Ui& ui, const KioskView& view) {
    const Words& words = ui.words;
    std::vector<Control> controls{
        {"kiosk:home", words(Word::kiosk_home), ui::Icon::home, kiosk_do(kiosk_action::home)},
        {"kiosk:back", words(Word::kiosk_back), ui::Icon::chevron_left, kiosk_do(kiosk_action::back)}};
    controls.back().disabled = !view.can_go_back;
    if (view.languages.size() > 1) {
        const Lang other = other_than(view.choices.lang);
        controls.push_back({"kiosk:language", words(Word::nav_other_language), ui::Icon::info,
                            kiosk_do(kiosk_action::language, to_string(other))});
        controls.back().has_icon = false;
    }
    controls.push_back({"kiosk:letters", words(Word::kiosk_letters), ui::Icon::plus, kiosk_do(kiosk_action::letters)});
    controls.back().toggles = true, controls.back().pressed = view.choices.letters > 0;
    controls.push_back(
        {"kiosk:contrast", words(Word::kiosk_contrast), ui::Icon::circle_dotted, kiosk_do(kiosk_action::contrast)});
    controls.back().toggles = true, controls.back().pressed = view.choices.contrast;
    return controls;
}

/// All of them side by side; where the window is too narrow, the icons go first, then the letters shrink.
void draw_bar(Ui& ui, const KioskView& view, Vec2 window) {
    const Rect bar{0, window.y - bar_px, window.x, bar_px};
    ui.rect(bar, ink::ground);
    ui.hline(0, window.x, bar.y);
    ui.region(bar, "", {}, scene::Cursor::arrow);
    Node node;
    node.id = "kiosk:bar", node.role = Role::navigation, node.name = ui.words(Word::kiosk_bar), node.rect = bar;
    Ui::Scope scope(ui, std::move(node));
    const std::vector<Control> controls = controls_of(ui, view);
    constexpr float gap = 12, h = 64;
    const float most = std::min(window.x - 32, 1100.f);
    const float w = (most - gap * static_cast<float>(controls.size() - 1)) / static_cast<float>(controls.size());
    bool has_room = true;
    for (const Control& control : controls)
        if (ui::button_width(ui, control.label, true) > w) has_room = false;
    float x = std::round((window.x - most) / 2);
    for (const Control& control : controls) {
        ui::ButtonSpec spec;
        spec.id = control.id, spec.label = control.label, spec.action = control.action;
        spec.kind = ui::ButtonKind::quiet, spec.disabled = control.disabled;
        spec.toggles = control.toggles, spec.pressed = control.pressed;
        spec.has_icon = control.has_icon && has_room, spec.icon = control.icon;
        spec.icon_only = control.has_icon && ui::button_width(ui, control.label) > w;
        ui::button(ui, {x, bar.y + (bar_px - h) / 2, w, h}, spec);
        x += w + gap;
    }
}

// ---- letters to touch ------------------------------------------------------------------------------------------------

/// The board as rows of keys; "_" leaves a place free. Japanese is written in columns of five, from the right, as children learn it.
std::vector<std::vector<std::string>> board_of(const Ui& ui) {
    std::vector<std::vector<std::string>> groups;
    for (const std::string& group : split(ui.words(Word::kiosk_kana), ' ')) groups.push_back(letters_of(group));
    if (ui.words.lang() != Lang::ja) return groups;
    std::vector<std::vector<std::string>> rows(key_rows_ja);
    for (auto group = groups.rbegin(); group != groups.rend(); ++group)
        for (size_t i = 0; i < key_rows_ja; ++i) rows[i].push_back(i < group->size() ? (*group)[i] : "_");
    return rows;
}

void draw_key(Ui& ui, Rect rect, std::string id, std::string label, Action action) {
    ui::ButtonSpec spec;
    spec.id = std::move(id), spec.label = std::move(label), spec.action = std::move(action);
    spec.kind = ui::ButtonKind::quiet;
    ui::button(ui, rect, spec);
}

void draw_keys_of_board(Ui& ui, const KioskView& view, Vec2 window) {
    const float h = keys_px(view, window), key_h = key_px(view, window), top = window.y - bar_px - h;
    const Rect ground{0, top, window.x, h};
    ui.rect(ground, ink::ground_second);
    ui.hline(0, window.x, top);
    ui.region(ground, "", {}, scene::Cursor::arrow);
    Node node;
    node.id = "kiosk:keys", node.role = Role::group, node.name = ui.words(Word::kiosk_keys), node.rect = ground;
    Ui::Scope scope(ui, std::move(node));
    const auto rows = board_of(ui);
    size_t most = 1;
    for (const auto& row : rows) most = std::max(most, row.size());
    const float w = std::min(88.f, (window.x - 32) / static_cast<float>(most) - key_gap);
    float y = top + ui::unit;
    for (const auto& row : rows) {
        float x = std::round((window.x - static_cast<float>(row.size()) * (w + key_gap) + key_gap) / 2);
        for (const std::string& letter : row) {
            if (letter != "_")
                draw_key(ui, {x, y, w, key_h}, "kiosk:key:" + letter, letter, kiosk_do(kiosk_action::key, letter));
            x += w + key_gap;
        }
        y += key_h + key_gap;
    }
    const float wide = std::min(200.f, (window.x - 32) / 4 - key_gap);
    float x = std::round((window.x - 4 * (wide + key_gap) + key_gap) / 2);
    const auto last = [&](const char* target, Word label, Action action) {
        draw_key(ui, {x, y, wide, key_h}, target, ui.words(label), std::move(action));
        x += wide + key_gap;
    };
    if (ui.words.lang() == Lang::ja) last(kiosk_action::voiced, Word::kiosk_voiced, kiosk_do(kiosk_action::voiced));
    last("kiosk:space", Word::kiosk_space, kiosk_do(kiosk_action::key, " "));
    last(kiosk_action::erase, Word::kiosk_erase, kiosk_do(kiosk_action::erase));
    last(kiosk_action::done, Word::kiosk_done, kiosk_do(kiosk_action::done));
}

// ---- the loop that attracts ----------------------------------------------------------------------------------------

/// Nothing of the slide answers: the first touch begins, wherever it is.
void draw_invitation(Ui& ui, const KioskView& view, Vec2 window) {
    const ui::TextStyle words_style{window.x < 768 ? 24.f : 32.f, Weight::bold, ink::on_dark, 1.4f};
    const ui::TextStyle other_style{18, Weight::regular, ink::on_dark, 1.4f};
    const Rect band = Rect{0, window.y - invitation_px, window.x, invitation_px};
    ui.rect(band.grown(16), ink::link);
    const Vec2 shift = burn_shift(view.slide);
    const float x = band.center().x + shift.x;
    const std::string first = ui.words(Word::kiosk_touch);
    const bool has_other = view.languages.size() > 1;
    ui.glyphs({x, band.center().y + shift.y + (has_other ? 2.f : 12.f)}, first, words_style, ui::Align::center);
    if (has_other)
        ui.glyphs({x, band.center().y + shift.y + 34}, Words(other_than(ui.words.lang()))(Word::kiosk_touch),
                  other_style, ui::Align::center);
    Node node;
    node.id = "kiosk:begin", node.role = Role::button, node.name = first, node.rect = band;
    node.action = kiosk_do(kiosk_action::home);
    ui.region({0, 0, window.x, window.y}, node.id, node.action, scene::Cursor::arrow);
    ui.add(std::move(node));
}

/// Marks that stand still for hours burn in: the whole picture takes a small step with each slide.
void shift_marks(scene::Scene& scene, Vec2 by) {
    for (const Layer layer : scene::all_layers)
        for (scene::Mark& mark : scene.layer(layer)) scene::place(mark, {1, by});
}

/// What lies under a sheet is seen and nothing more.
void silence(scene::Scene& scene) { scene.regions.clear(), scene.nodes.clear(); }

/// Where a screen fills the window, nothing below it is drawn for nobody.
void clear_marks(scene::Scene& scene) {
    for (const Layer layer : scene::all_layers) scene.layer(layer).clear();
    scene.parts.clear(), scene.document_height = scene.size.y;
}

void append(scene::Scene& into, scene::Scene&& from) {
    for (const Layer layer : scene::all_layers) {
        std::vector<scene::Mark>& marks = into.layer(layer);
        for (const scene::Scene::Part& part : from.parts)
            if (part.layer == layer)
                into.parts.push_back({part.id, layer, part.first + marks.size(), part.count, part.keeps_colours});
        for (scene::Mark& mark : from.layer(layer)) marks.push_back(std::move(mark));
    }
    const auto base = static_cast<int32_t>(into.nodes.size());
    for (Node& node : from.nodes) {
        if (node.parent >= 0) node.parent += base;
        into.nodes.push_back(std::move(node));
    }
    for (scene::HitRegion& region : from.regions) into.regions.push_back(std::move(region));
}

}  // namespace

Vec2 burn_shift(int slide) {
    constexpr Vec2 steps[] = {{0, 0}, {4, 2}, {2, 4}, {-2, 4}, {-4, 0}, {-2, -4}, {2, -2}, {4, -4}};
    return steps[static_cast<size_t>(slide) % std::size(steps)];
}

float kiosk_bar_px(const KioskView& view, Vec2 window) {
    if (view.screen == Screen::attract) return invitation_px;
    return bar_px + keys_px(view, window);
}

KioskAnswer kiosk_answer(const Action& action, bool is_attract) {
    using Kind = Action::Kind;
    switch (action.kind) {
        case Kind::open_url: return KioskAnswer::is_elsewhere;
        case Kind::download:
        case Kind::copy_link:
        case Kind::open_file:
        case Kind::close_file:
        case Kind::edit_deck: return KioskAnswer::no_files;
        case Kind::go:
        case Kind::adjust: {
            const view::ViewState next = view::parse_route(action.target);
            if (!next.added.empty()) return KioskAnswer::no_files;
            const bool is_deck = next.page == view::Page::briefings || next.page == view::Page::briefing ||
                                 next.page == view::Page::notes || next.page == view::Page::deck_editor;
            return is_deck && !is_attract ? KioskAnswer::is_elsewhere : KioskAnswer::is_done;
        }
        default: return KioskAnswer::is_done;
    }
}

void draw_kiosk(scene::Scene& scene, const Data& data, const KioskView& view, const ui::Interaction& interaction,
                Vec2 window, const TextMeasure& measure) {
    ui::Environment env;
    env.window = window, env.touch = true;
    ui::Interaction own = interaction;
    if (own.focus.rfind("kiosk:", 0) != 0) own.focus.clear();
    Ui ui(env, measure, own, view.choices.lang);
    ui.layer = Layer::overlay;
    scene.size = window;
    const bool is_modal = view.sheet != Sheet::none || view.screen != Screen::page;
    if (is_modal) silence(scene);
    if (view.screen == Screen::attract) {
        shift_marks(scene, burn_shift(view.slide));
        draw_invitation(ui, view, window);
    } else {
        if (view.screen == Screen::page) {
            scene.document_height += kiosk_bar_px(view, window), scene.safe_bottom_px += kiosk_bar_px(view, window);
        } else {
            scene.title = ui.words(view.screen == Screen::start ? Word::kiosk_start_title : Word::kiosk_choose_place);
            clear_marks(scene);
            draw_kiosk_start(ui, data, view, {0, 0, window.x, window.y - bar_px});
        }
        if (view.has_keys && view.sheet == Sheet::none) draw_keys_of_board(ui, view, window);
        draw_bar(ui, view, window);
    }
    if (view.sheet != Sheet::none) {
        silence(ui.scene);
        draw_kiosk_sheet(ui, view, window);
    }
    ui.finish();
    append(scene, std::move(ui.scene));
}

Action kiosk_do(const char* target, std::string_view with) {
    return {Action::Kind::toggle, target + std::string(with), {}, 0};
}

std::vector<std::string> letters_of(std::string_view text) {
    std::vector<std::string> letters;
    for (size_t at = 0, from = 0; at < text.size(); from = at) {
        next_code_point(text, at);
        letters.emplace_back(text.substr(from, at - from));
    }
    return letters;
}

std::string without_last(std::string text) {
    const std::vector<std::string> letters = letters_of(text);
    if (!letters.empty()) text.resize(text.size() - letters.back().size());
    return text;
}

std::string with_next_form(std::string text, std::string_view forms) {
    const std::vector<std::string> letters = letters_of(text);
    if (letters.empty()) return text;
    for (const std::string& cycle : split(forms, ' ')) {
        const std::vector<std::string> each = letters_of(cycle);
        const auto found = std::find(each.begin(), each.end(), letters.back());
        if (found == each.end()) continue;
        return without_last(std::move(text)) + (found + 1 == each.end() ? each.front() : *(found + 1));
    }
    return text;
}

}  // namespace atlas::page

#include "page/briefing_parts.h"

#include "ui/qr_code.h"

#include <cmath>
#include <cstdio>

#include "page/briefing.h"
#include "scene/part.h"
#include "ui/controls.h"

namespace atlas::page {

using scene::Node;
using scene::Role;
using ui::Ui;
namespace ink = ui::ink;
namespace style = ui::style;

namespace {

struct KeyRow {
    const char* keys;  ///< as they are printed on keyboards; null: the word
    Word word, what;
};
constexpr KeyRow key_rows[] = {
    {"PageDown   →   ↓   Space", Word::briefing_digits, Word::briefing_key_next},
    {"PageUp   ←   ↑", Word::briefing_digits, Word::briefing_key_previous},
    {"Home   End", Word::briefing_digits, Word::briefing_key_ends},
    {nullptr, Word::briefing_digits, Word::briefing_key_jump},
    {"B   .      W   ,", Word::briefing_digits, Word::briefing_key_blank},
    {"Esc   Backspace", Word::briefing_digits, Word::briefing_key_back},
    {nullptr, Word::briefing_touch, Word::briefing_touch_text},
    {"L   P   E", Word::briefing_digits, Word::briefing_key_laser},
    {"N", Word::briefing_digits, Word::briefing_key_window},
    {"?", Word::briefing_digits, Word::briefing_key_help},
};

}  // namespace

void stage_qr(Ui& ui, const Rect& rect, const std::string& public_url, const std::string& route) {
    if (!public_url.empty()) return ui::qr_code(ui, rect, public_url + "#" + route, "", "stage:qr");
    // Where nobody has said under which address readers find the atlas, its place holds the way inside of it.
    ui.frame(rect, ink::hairline, 1, 4);
    ui.glyph_block({rect.x + 6, rect.y + 4}, rect.w - 12, "#" + route, {14, Weight::regular, ink::soft, 1.3f}, 4);
    Node node;
    node.id = "stage:qr", node.role = Role::image, node.name = ui.words(Word::briefing_address), node.rect = rect;
    node.description = "#" + route;
    ui.add(std::move(node));
}

void stage_picture(Ui& ui, const Data& data, const view::ViewState& state, const Rect& rect, std::string id,
                   std::string name) {
    ui::Environment env = ui.env;
    env.window = stage_px, env.on_paper = true;
    const scene::Scene stage = draw_stage(data, state, env, ui.measure);
    const scene::Placement at{rect.w / stage_px.x, {rect.x, rect.y}};
    std::vector<scene::Mark>& marks = ui.marks();
    ui.rect(rect, ink::ground);
    marks.emplace_back(scene::ClipMark{rect});
    for (const scene::Layer layer : scene::all_layers) {
        // What keeps its colours in every scheme (the QR code) keeps them in the picture too.
        for (const scene::Scene::Part& part : stage.parts)
            if (part.layer == layer && part.keeps_colours)
                ui.scene.parts.push_back({id + "/" + part.id, ui.layer, marks.size() + part.first, part.count, true});
        for (const scene::Mark& mark : stage.layer(layer)) {
            scene::Mark copy = mark;
            scene::place(copy, at);
            marks.push_back(std::move(copy));
        }
    }
    marks.emplace_back(scene::ClipEnd{});
    ui.frame(rect, ink::hairline, 1);
    Node node;
    node.id = std::move(id), node.role = Role::image, node.name = std::move(name), node.rect = rect;
    ui.add(std::move(node));
}

void draw_pointing(Ui& ui, const Rect& stage, const view::Presenting& presenting) {
    const auto at = [&stage](Vec2 p) { return Vec2{stage.x + p.x * stage.w, stage.y + p.y * stage.h}; };
    const float k = stage.w / stage_px.x;
    for (const view::Presenting::Ink& ink : presenting.ink) {
        if (ink.points.size() < 2) continue;
        for (const bool halo : {true, false}) {
            scene::PathMark path;
            for (const Vec2 p : ink.points) path.points.push_back(at(p));
            path.stroke = halo ? ink::ground : token::red_800, path.stroke_px = (halo ? 7.f : 4.f) * k;
            ui.marks().emplace_back(std::move(path));
        }
    }
    if (presenting.laser)
        ui.symbol(at(*presenting.laser), 9 * k, scene::Shape::circle, token::red_800, ink::ground, 3 * k);
}

float draw_keys(Ui& ui, Vec2 top_left, float width_px, const ui::TextStyle& look) {
    Node list;
    list.id = "briefing:keys", list.role = Role::list, list.name = ui.words(Word::briefing_keys);
    Ui::Scope scope(ui, std::move(list));
    const float keys_px = std::min(width_px * 0.45f, 17 * look.size_px);
    ui::TextStyle bold = look;
    bold.weight = Weight::bold;
    float y = top_left.y;
    int number = 0;
    for (const KeyRow& row : key_rows) {
        std::string keys = row.keys ? row.keys : ui.words(row.word);
        if (row.what == Word::briefing_key_jump) keys += " + Enter";
        Node item;
        item.id = "briefing:keys/" + std::to_string(++number), item.role = Role::listitem;
        Ui::Scope entry(ui, std::move(item));
        const float left = ui::paragraph(ui, {top_left.x, y}, keys_px - 16, keys, bold);
        const float right = ui::paragraph(ui, {top_left.x + keys_px, y}, width_px - keys_px, ui.words(row.what), look);
        y += std::max(left, right) + 2;
    }
    return y - top_left.y;
}

void draw_help(Ui& ui) {
    const Vec2 window = ui.env.window;
    const float width = std::min(window.x - 32, 860.f), height = std::min(window.y - 32, 500.f);
    const Rect sheet{(window.x - width) / 2, (window.y - height) / 2, width, height};
    ui.region({0, 0, window.x, window.y}, "", {}, scene::Cursor::arrow);
    ui.frame(sheet, ink::hairline, 1, 12, ink::ground);
    std::get<scene::RectMark>(ui.marks().back()).shadow = true;
    Node node;
    node.id = "stage:help", node.role = Role::region, node.name = ui.words(Word::briefing_keys), node.rect = sheet;
    Ui::Scope scope(ui, std::move(node));
    ui::Flow flow{ui, sheet.x + 32, sheet.y + 20, sheet.w - 64};
    flow.heading(ui.words(Word::briefing_keys), 2, style::heading, "stage:help-title");
    flow.space(8);
    flow.y += draw_keys(ui, {flow.x, flow.y}, flow.width, style::lead);
    ui::ButtonSpec close, end;
    close.id = "stage:close", close.label = ui.words(Word::briefing_close), close.kind = ui::ButtonKind::primary;
    close.action = {Action::Kind::toggle, help_flag, {}, 0};
    end.id = "stage:end", end.label = ui.words(Word::briefing_end), end.href = "/briefing", end.action = go(end.href);
    const float y = sheet.bottom() - 20 - ui::target_px, w = ui::button_width(ui, close.label);
    ui::button(ui, {flow.x, y, w, ui::target_px}, close);
    ui::button(ui, {flow.x + w + 16, y, ui::button_width(ui, end.label), ui::target_px}, end);
}

std::string minutes_text(double ms) {
    const int seconds = static_cast<int>(std::floor(std::abs(ms) / 1000));
    char text[24];
    if (seconds >= 3600)
        std::snprintf(text, sizeof text, "%d:%02d:%02d", seconds / 3600, seconds / 60 % 60, seconds % 60);
    else
        std::snprintf(text, sizeof text, "%d:%02d", seconds / 60, seconds % 60);
    return text;
}

}  // namespace atlas::page

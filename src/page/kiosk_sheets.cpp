#include "page/kiosk_sheets.h"

#include <algorithm>
#include <cmath>

#include "page/frame.h"
#include "page/names.h"
#include "ui/controls.h"
#include "ui/qr_code.h"

namespace atlas::page {

using scene::Node;
using scene::Role;
using ui::Ui;
using Sheet = KioskView::Sheet;
namespace ink = ui::ink;
namespace style = ui::style;

namespace {

constexpr float gap = 16;

// ---- the first page ------------------------------------------------------------------------------------------------

struct Tile {
    const char* id;
    Word name, note;
    ui::Icon icon;
    const char *target, *with;
};
constexpr Tile tiles[] = {
    {"kiosk:map", Word::kiosk_map, Word::kiosk_map_note, ui::Icon::map, kiosk_action::open, "/map"},
    {"kiosk:places", Word::kiosk_place, Word::kiosk_place_note, ui::Icon::home, kiosk_action::places, ""},
    {"kiosk:kpis", Word::kiosk_kpis, Word::kiosk_kpis_note, ui::Icon::kpis, kiosk_action::open, "/kpis"},
    {"kiosk:stories", Word::kiosk_stories, Word::kiosk_stories_note, ui::Icon::stories, kiosk_action::open, "/stories"},
    {"kiosk:search", Word::kiosk_search, Word::kiosk_search_note, ui::Icon::search, kiosk_action::open, "/search"},
};

void draw_tile(Ui& ui, const Tile& tile, Rect rect) {
    const std::string name = ui.words(tile.name), note = ui.words(tile.note);
    ui.frame(rect, ui.hovered(tile.id) ? ink::link : ink::hairline, 2, 12, ink::ground);
    const bool is_low = rect.h < 150, is_tight = is_low && rect.w < 320;
    const float icon_px = is_low ? 32.f : 44.f, side = is_tight ? 16.f : 28.f,
                left = rect.x + side + (is_low ? icon_px + side - 8 : 0);
    const ui::TextStyle name_style{is_tight ? 18.f : rect.w < 360 ? 22.f : 26.f, Weight::bold, ink::link, 1.35f};
    const float text_w = rect.right() - (is_tight ? 12 : 24) - left;
    const float name_h = ui.height(name, name_style, text_w),
                note_h = is_tight ? 0 : ui.height(note, style::lead, text_w);
    const float whole = name_h + 4 + note_h + (is_low ? 0 : icon_px + 16);
    float y = rect.center().y - whole / 2;
    if (is_low)
        ui.icon(tile.icon, {rect.x + side + icon_px / 2, rect.center().y}, icon_px, ink::link);
    else
        ui.icon(tile.icon, {left + icon_px / 2, y + icon_px / 2}, icon_px, ink::link), y += icon_px + 16;
    ui.glyph_block({left, y}, text_w, name, name_style);
    if (!is_tight) ui.glyph_block({left, y + name_h + 4}, text_w, note, style::lead);
    Node node;
    node.id = tile.id, node.role = Role::button, node.name = name, node.description = note, node.rect = rect;
    node.action = kiosk_do(tile.target, tile.with);
    ui.region(rect, node.id, node.action);
    ui.add(std::move(node));
}

/// The upper third is beyond the reach of somebody who sits: it holds the heading, and nothing that is touched.
float reach_top(const Ui& ui) { return std::round(ui.env.window.y / 3); }

float draw_start_heading(Ui& ui, const Rect& room, Word title, float width) {
    const float x = std::round(room.center().x - width / 2), top = reach_top(ui);
    const ui::TextStyle title_style{room.w < 768 ? 30.f : 40.f, Weight::bold, ink::text, 1.35f, true};
    const std::string lead = ui.words(Word::kiosk_start_lead);
    const float title_h = ui.height(ui.words(title), title_style, width), lead_h = ui.height(lead, style::lead, width);
    float y = top - 24 - lead_h - 8 - title_h;
    const float emblem = std::min(28.f, y / 3);
    if (emblem > 16) {
        draw_emblem(ui, {x + emblem, y - emblem - 16}, emblem);
        ui::label(ui, {x + 2 * emblem + 20, y - emblem - 8}, ui.words(Word::app_name), {24, Weight::bold});
    }
    y += ui::heading(ui, {x, y}, width, ui.words(title), 1, title_style, "kiosk:title") + 8;
    ui::paragraph(ui, {x, y}, width, lead, style::lead);
    return top;
}

void draw_tiles_of_start(Ui& ui, const Rect& room) {
    const float width = std::min(room.w - 64, 1200.f), x = std::round(room.center().x - width / 2);
    const float top = draw_start_heading(ui, room, Word::kiosk_start_title, width), bottom = room.bottom() - 24;
    constexpr size_t count = std::size(tiles);
    const bool is_wide = room.w > room.h;
    // Three above two where there is width, else one under the other.
    float y = top;
    if (!is_wide) {
        const float h = std::min(200.f, (bottom - top - gap * (count - 1)) / count);
        for (const Tile& tile : tiles) draw_tile(ui, tile, {x, y, width, h}), y += h + gap;
        return;
    }
    const float h = std::min(260.f, (bottom - top - gap) / 2);
    size_t drawn = 0;
    for (const size_t in_row : {size_t{3}, size_t{2}}) {
        const auto n = static_cast<float>(in_row);
        const float w = (width - gap * (n - 1)) / n;
        for (size_t i = 0; i < in_row; ++i, ++drawn)
            draw_tile(ui, tiles[drawn], {x + static_cast<float>(i) * (w + gap), y, w, h});
        y += h + gap;
    }
}

void draw_prefectures(Ui& ui, const Data& data, const Rect& room) {
    const float width = std::min(room.w - 48, 1200.f), x = std::round(room.center().x - width / 2);
    const float top = draw_start_heading(ui, room, Word::kiosk_choose_place, width), bottom = room.bottom() - 12;
    if (!data.places) return;
    const size_t count = data.places->prefectures.size();
    constexpr float least_w = 104, cell_gap = 8, most_h = 96;
    const auto columns = static_cast<size_t>(std::clamp((width + cell_gap) / (least_w + cell_gap), 3.f, 8.f));
    const size_t rows = (count + columns - 1) / columns;
    const float w = (width + cell_gap) / static_cast<float>(columns) - cell_gap;
    const float h = std::min(most_h, (bottom - top + cell_gap) / static_cast<float>(rows) - cell_gap);
    for (size_t i = 0; i < count; ++i) {
        const model::Prefecture& prefecture = data.places->prefectures[i];
        const std::string route = "/map?p=" + prefecture.code;
        ui::ButtonSpec spec;
        spec.id = "kiosk:pref:" + prefecture.code, spec.kind = ui::ButtonKind::quiet;
        spec.label = name_of(ui.words, prefecture);
        spec.action = kiosk_do(kiosk_action::open, route);
        const auto column = static_cast<float>(i % columns), row = static_cast<float>(i / columns);
        ui::button(ui, {x + column * (w + cell_gap), top + row * (h + cell_gap), w, h}, spec);
    }
}

// ---- sheets --------------------------------------------------------------------------------------------------------

struct Column {
    Ui& ui;
    Rect rect;  ///< of the sheet
    float y = 0;
    float x() const { return rect.x + 40; }
    float width() const { return rect.w - 80; }

    void heading(std::string_view text) {
        y += ui::heading(ui, {x(), y}, width(), text, 1, style::page, "kiosk:sheet/title") + 16;
    }
    void paragraph(std::string_view text, const ui::TextStyle& look = style::lead, const char* id = "") {
        y += ui::paragraph(ui, {x(), y}, width(), text, look, id) + 12;
    }
    void button(const char* target, Word label, ui::ButtonKind kind = ui::ButtonKind::primary) {
        ui::ButtonSpec spec;
        spec.id = target, spec.label = ui.words(label), spec.kind = kind, spec.action = kiosk_do(target);
        ui::button(ui, {x(), y, width(), 64}, spec);
        y += 64 + 12;
    }
};

/// The ground under a sheet of that height, in the lower two thirds. What lies behind it is dimmed and out of reach.
Column begin_sheet(Ui& ui, Vec2 window, float width, float height) {
    const Rect all{0, 0, window.x, window.y};
    ui.rect(all, rgb(0x000000).with_alpha(140));
    ui.region(all, "", {}, scene::Cursor::arrow);
    const float w = std::min(width, window.x - 32), x = std::round((window.x - w) / 2);
    const float room_top = window.y / 3, middle = room_top + (window.y - room_top - height) / 2;
    const float y = std::round(std::max(12.f, std::min(middle, window.y - 12 - height)));
    const Rect rect{x, y, w, height};
    ui.frame(rect, ink::hairline, 1, 16, ink::ground);
    return {ui, rect, y + 36};
}

void draw_warning(Ui& ui, Vec2 window) {
    Column sheet = begin_sheet(ui, window, 720, 250);
    // A touch anywhere goes on.
    ui.region({0, 0, window.x, window.y}, "kiosk:go-on", kiosk_do(kiosk_action::go_on), scene::Cursor::arrow);
    sheet.heading(ui.words(Word::kiosk_warning));
    sheet.paragraph(ui.words(Word::kiosk_warning_body));
    sheet.button(kiosk_action::go_on, Word::kiosk_go_on);
}

void draw_link(Ui& ui, const KioskView& view, Vec2 window) {
    constexpr float around_px = 350, least_code_px = 112, most_code_px = 240;
    const bool has_code = view.address.rfind("http", 0) == 0;
    const float height = std::min(window.y - 24, has_code ? 620.f : 360.f);
    const float code_px = std::clamp(height - around_px, least_code_px, most_code_px);
    Column sheet = begin_sheet(ui, window, 760, height);
    sheet.heading(ui.words(Word::kiosk_link));
    if (view.sheet == Sheet::no_files) sheet.paragraph(ui.words(Word::kiosk_no_files));
    if (has_code) {
        sheet.paragraph(ui.words(Word::kiosk_link_body));
        ui::qr_code(ui, {sheet.rect.center().x - code_px / 2, sheet.y, code_px, code_px}, view.address, "", "kiosk:qr");
        sheet.y += code_px + 8;
    }
    sheet.paragraph(view.address, style::body, "kiosk:address");
    sheet.y = sheet.rect.bottom() - 64 - 28;
    sheet.button(kiosk_action::close, Word::kiosk_close);
}

void draw_code(Ui& ui, const KioskView& view, Vec2 window) {
    constexpr float key = 72, key_gap = 12, pad_w = 3 * key + 2 * key_gap;
    Column sheet = begin_sheet(ui, window, 480, std::min(window.y - 40, 640.f));
    sheet.heading(ui.words(Word::kiosk_staff_code));
    const std::string line = view.wait_s > 0 ? ui.words(Word::kiosk_staff_wrong, {{"n", view.wait_s}})
                                             : ui.words(Word::kiosk_staff_typed, {{"n", view.typed}});
    Node status;
    status.id = "kiosk:code", status.role = Role::status, status.name = line;
    status.rect = {sheet.x(), sheet.y, sheet.width(), 56};
    ui.glyph_block({sheet.x(), sheet.y}, sheet.width(), line, style::body, 2);
    ui.add(std::move(status));
    sheet.y += 60;
    const float left = sheet.rect.center().x - pad_w / 2;
    const char* const digits = "1234567890";
    for (int i = 0; i < 10; ++i) {
        const int at = i == 9 ? 10 : i;  // the naught stands in the middle of the last row
        const std::string digit(1, digits[i]);
        ui::ButtonSpec spec;
        spec.id = kiosk_action::digit + digit, spec.label = digit, spec.kind = ui::ButtonKind::quiet;
        spec.action = kiosk_do(kiosk_action::digit, digit), spec.disabled = view.wait_s > 0;
        const auto column = static_cast<float>(at % 3), row = static_cast<float>(at / 3);
        ui::button(ui, {left + column * (key + key_gap), sheet.y + row * (key + key_gap), key, key}, spec);
    }
    sheet.y = sheet.rect.bottom() - 64 - 24;
    sheet.button(kiosk_action::close, Word::kiosk_close, ui::ButtonKind::secondary);
}

void draw_staff(Ui& ui, const KioskView& view, Vec2 window) {
    const float width = std::min(760.f, window.x - 32) - 80;
    float lines = 0;
    for (const std::string& line : view.status) lines += ui.height(line, style::body, width) + 12;
    Column sheet = begin_sheet(ui, window, 760, 36 + 58 + lines + 4 * 76 + 24);
    sheet.heading(ui.words(Word::kiosk_staff_title));
    for (const std::string& line : view.status) sheet.paragraph(line, style::body);
    sheet.button(kiosk_action::close, Word::kiosk_close);
    sheet.button(kiosk_action::reload, Word::kiosk_staff_reload, ui::ButtonKind::secondary);
    sheet.button(kiosk_action::restart, Word::kiosk_staff_restart, ui::ButtonKind::secondary);
    sheet.button(kiosk_action::exit, Word::kiosk_staff_exit, ui::ButtonKind::secondary);
}

}  // namespace

void draw_kiosk_start(Ui& ui, const Data& data, const KioskView& view, Rect room) {
    ui.rect({0, 0, ui.env.window.x, ui.env.window.y}, ink::ground_second);
    Node main;
    main.id = "kiosk:start", main.role = Role::main, main.name = ui.words(Word::kiosk_title), main.rect = room;
    Ui::Scope scope(ui, std::move(main));
    if (view.screen == KioskView::Screen::places)
        draw_prefectures(ui, data, room);
    else
        draw_tiles_of_start(ui, room);
}

void draw_kiosk_sheet(Ui& ui, const KioskView& view, Vec2 window) {
    Node sheet;
    sheet.id = "kiosk:sheet", sheet.role = Role::region;
    sheet.name = ui.words(view.sheet == Sheet::warning ? Word::kiosk_warning
                          : view.sheet == Sheet::code  ? Word::kiosk_staff_code
                          : view.sheet == Sheet::staff ? Word::kiosk_staff_title
                                                       : Word::kiosk_link);
    Ui::Scope scope(ui, std::move(sheet));
    switch (view.sheet) {
        case Sheet::none: break;
        case Sheet::warning: return draw_warning(ui, window);
        case Sheet::link:
        case Sheet::no_files: return draw_link(ui, view, window);
        case Sheet::code: return draw_code(ui, view, window);
        case Sheet::staff: return draw_staff(ui, view, window);
    }
}

}  // namespace atlas::page

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

/// Whose atlas it is, and how it comes to a phone: what the upper third of a high screen is for, beyond the reach of some hands.
void draw_crest(Ui& ui, const Data& data, float x, float width, float height) {
    constexpr float most_radius = 76, most_code = 208, least_code = 120, beside = 40;
    ui.rect({0, 0, ui.env.window.x, height}, ink::ground);
    ui.hline(0, ui.env.window.x, height);
    const float middle = std::round(height / 2), radius = std::min(most_radius, height / 5);
    draw_emblem(ui, {x + radius, middle}, radius);
    const float code = data.public_url.empty() ? 0 : std::min(most_code, height - 2 * beside - style::note.line_px());
    const bool has_code = code >= least_code;
    if (has_code) {
        const Rect at{x + width - code, std::round(middle - (code + style::note.line_px()) / 2), code, code};
        const std::string address = data.public_url + (ui.words.lang() == Lang::ja ? "" : "#/en");
        ui::qr_code(ui, at, address, ui.words(Word::about_offline_here), "kiosk:phone");
        ui.glyphs({at.center().x, Ui::baseline(at.bottom(), style::note)}, ui.words(Word::about_offline_phone),
                  style::note, ui::Align::center);
    }
    const ui::TextStyle name{width < 900 ? 36.f : 56.f, Weight::bold, ink::text, 1.3f, true};
    const float left = x + 2 * radius + beside, text_w = x + width - left - (has_code ? code + beside : 0);
    const std::string title = ui.words(Word::app_name), line = ui.words(Word::app_tagline);
    const float name_h = ui.height(title, name, text_w), line_h = ui.height(line, style::lead, text_w);
    const float y = middle - (name_h + 8 + line_h) / 2;
    ui::paragraph(ui, {left, y}, text_w, title, name, "kiosk:name");
    ui::paragraph(ui, {left, y + name_h + 8}, text_w, line, style::lead, "kiosk:tagline");
}

float draw_start_heading(Ui& ui, const Data& data, const Rect& room, Word title, float width) {
    const float x = std::round(room.center().x - width / 2), top = reach_top(ui);
    const ui::TextStyle title_style{room.w < 768 ? 30.f : 40.f, Weight::bold, ink::text, 1.35f, true};
    const std::string lead = ui.words(Word::kiosk_start_lead);
    const float title_h = ui.height(ui.words(title), title_style, width), lead_h = ui.height(lead, style::lead, width);
    float y = top - 24 - lead_h - 8 - title_h;
    constexpr float least_crest = 220, below_crest = 40;
    const float emblem = std::min(28.f, y / 3);
    if (room.h > room.w && y - below_crest >= least_crest) {
        draw_crest(ui, data, x, width, std::round(y - below_crest));
    } else if (emblem > 16) {
        draw_emblem(ui, {x + emblem, y - emblem - 16}, emblem);
        ui::label(ui, {x + 2 * emblem + 20, y - emblem - 8}, ui.words(Word::app_name), {24, Weight::bold});
    }
    y += ui::heading(ui, {x, y}, width, ui.words(title), 1, title_style, "kiosk:title") + 8;
    ui::paragraph(ui, {x, y}, width, lead, style::lead);
    return top;
}

void draw_tiles_of_start(Ui& ui, const Data& data, const Rect& room) {
    const float width = std::min(room.w - 64, 1200.f), x = std::round(room.center().x - width / 2);
    const float top = draw_start_heading(ui, data, room, Word::kiosk_start_title, width), bottom = room.bottom() - 24;
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

struct Grid {
    size_t columns;
    Vec2 cell, gap;
};

/// Cells as wide as their names like it; in a low window more of them side by side, so that each stays as high as a thumb needs.
Grid grid_of(size_t count, Vec2 room) {
    constexpr float least_w = 104, most_h = 96;
    constexpr size_t least_columns = 3, most_columns = 10;
    const size_t usual_columns = room.y > room.x ? 5 : 8;
    Grid grid{0, {}, {8, 8}};
    const auto fitting = static_cast<size_t>((room.x + grid.gap.x) / (least_w + grid.gap.x));
    for (grid.columns = std::clamp(fitting, least_columns, usual_columns);; ++grid.columns) {
        const size_t rows = (count + grid.columns - 1) / grid.columns;
        if (grid.columns == most_columns) grid.gap.x = 4;
        grid.cell.x = (room.x + grid.gap.x) / static_cast<float>(grid.columns) - grid.gap.x;
        grid.cell.y = std::min(most_h, (room.y + grid.gap.y) / static_cast<float>(rows) - grid.gap.y);
        if (grid.cell.y >= ui::target_px || grid.columns == most_columns) return grid;
    }
}

/// The same for all of them, as large as the longest name allows.
ui::TextStyle look_of_names(const Ui& ui, const std::vector<model::Prefecture>& prefectures, float cell_px) {
    struct Look {
        ui::TextStyle style;
        float margin_px;
    };
    for (const Look& look : {Look{{20, Weight::bold}, 40}, Look{style::bold, 8}}) {
        const auto fits = [&](const model::Prefecture& prefecture) {
            return ui.width(name_of(ui.words, prefecture), look.style) <= cell_px - look.margin_px;
        };
        if (std::all_of(prefectures.begin(), prefectures.end(), fits)) return look.style;
    }
    return ui::with_color(style::note, ink::text);
}

void draw_prefecture(Ui& ui, const model::Prefecture& prefecture, const Rect& rect, ui::TextStyle look) {
    const std::string name = name_of(ui.words, prefecture);
    Node node;
    node.id = "kiosk:pref:" + prefecture.code, node.role = Role::button, node.name = name, node.rect = rect;
    node.action = kiosk_do(kiosk_action::open, "/map?p=" + prefecture.code);
    const bool hover = ui.hovered(node.id);
    if (hover) look.color = ink::link;
    ui.frame(rect, ink::hairline, 1, 8, hover ? ink::tint : ink::ground);
    ui.glyphs({rect.center().x, rect.center().y + look.size_px * 0.37f}, name, look, ui::Align::center);
    ui.region(rect, node.id, node.action);
    ui.add(std::move(node));
}

void draw_prefectures(Ui& ui, const Data& data, const Rect& room) {
    const float width = std::min(room.w - 48, 1200.f), x = std::round(room.center().x - width / 2);
    const float top = draw_start_heading(ui, data, room, Word::kiosk_choose_place, width), bottom = room.bottom() - 12;
    if (!data.places) return;
    const size_t count = data.places->prefectures.size();
    const Grid grid = grid_of(count, {width, bottom - top});
    const ui::TextStyle look = look_of_names(ui, data.places->prefectures, grid.cell.x);
    for (size_t i = 0; i < count; ++i) {
        const auto column = static_cast<float>(i % grid.columns), row = static_cast<float>(i / grid.columns);
        const Vec2 at{x + column * (grid.cell.x + grid.gap.x), top + row * (grid.cell.y + grid.gap.y)};
        draw_prefecture(ui, data.places->prefectures[i], {at.x, at.y, grid.cell.x, grid.cell.y}, look);
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
        draw_tiles_of_start(ui, data, room);
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

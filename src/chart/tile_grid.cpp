#include "chart/tile_grid.h"

#include <algorithm>
#include <cmath>

#include "chart/palette.h"
#include "core/strings.h"

namespace atlas::chart {
namespace {

constexpr float widest_tile_px = 72;
/// From this width on a tile has room for the name in one line and the value; below it for the name alone, two characters to a line.
constexpr float roomy_px = 46, compact_height_px = 30;

struct Metrics {
    float gap = 2, tile_w = 0, tile_h = 0, step_x = 0, step_y = 0, left = 0;
    bool compact = false;
};

Metrics metrics_of(float width_px) {
    Metrics m;
    m.compact = width_px < (roomy_px + m.gap) * tile_columns;
    if (m.compact) m.gap = 1;
    m.step_x = std::min((width_px + m.gap) / tile_columns, widest_tile_px + m.gap);
    m.tile_w = m.step_x - m.gap;
    m.tile_h = m.compact ? std::max(compact_height_px, m.tile_w) : std::max(44.f, m.tile_w * 0.86f);
    m.step_y = m.tile_h + m.gap;
    m.left = (width_px - (m.step_x * tile_columns - m.gap)) / 2;
    return m;
}

/// 神奈川 → 神奈, 川
std::vector<std::string> pairs_of_characters(std::string_view text) {
    std::vector<std::string> lines;
    size_t count = 0;
    for (size_t pos = 0; pos < text.size(); ++count) {
        if (count % 2 == 0) lines.emplace_back();
        append_utf8(lines.back(), next_code_point(text, pos));
    }
    return lines;
}

/// One size for all names: that of the widest, in Latin letters.
float name_size(const ui::Ui& ui, const TileGridOptions& options, float tile_w) {
    constexpr float least_px = 11;
    float widest = 0;
    for (const Tile& tile : options.tiles) widest = std::max(widest, ui.width(tile.short_name, ui::style::note));
    const float size = ui::style::note.size_px, room = tile_w - 4;
    return widest <= room ? size : std::max(least_px, std::floor(size * room / widest));
}

const TilePlace* place_of(std::string_view code) {
    for (const TilePlace& place : tile_places())
        if (code == place.code) return &place;
    return nullptr;
}

void draw_name(ui::Ui& ui, const Tile& tile, const Rect& r, bool compact, float name_px, Color ink) {
    ui::TextStyle style = ui::with_color(ui::style::note, ink);
    if (!compact) {
        style.size_px = name_px;
        const bool with_value = !tile.value.empty() && ui.width(tile.value, style) <= r.w - 2;
        const float y = r.center().y + (with_value ? -3.f : 5.f);
        ui.glyphs({r.center().x, y}, tile.short_name, style, ui::Align::center);
        style = ui::with_color(ui::style::note, ink);
        style.weight = Weight::bold, style.size_px = r.w >= 60 ? 16.f : 14.f;
        if (with_value) ui.glyphs({r.center().x, y + 18}, tile.value, style, ui::Align::center);
        return;
    }
    const std::vector<std::string> parts = pairs_of_characters(tile.short_name);
    constexpr float line = 14.5f;
    float y = r.center().y - line * static_cast<float>(parts.size()) / 2 + 12;
    for (const std::string& part : parts) {
        ui.glyphs({r.center().x, y}, part, style, ui::Align::center);
        y += line;
    }
}

void draw_tile(ui::Ui& ui, const TileGridOptions& options, const Tile& tile, const Rect& r, bool compact,
               float name_px) {
    const ui::Ui::Part part(ui, "tile:" + tile.code);
    const bool missing = tile.pattern == Pattern::no_data;
    const bool lit =
        !options.dim_others || std::find(options.lit.begin(), options.lit.end(), tile.code) != options.lit.end();
    const Color fill = missing ? no_data_ground : lit ? tile.fill : mix(tile.fill, ui::ink::ground, 0.82f);
    const Color ink = missing ? ui::ink::text : ink_on(fill);
    ui.rect(r, fill, 3);
    if (tile.pattern != Pattern::none) {
        // The pattern leaves a clear ground under the words.
        draw_pattern(ui.marks(), r.grown(-1), tile.pattern, missing ? token::solid_gray_420 : ink);
        const float w = compact ? r.w - 2 : std::min(r.w - 4, ui.width(tile.short_name, ui::style::note) + 6);
        const float h = compact ? 18.f : tile.value.empty() ? 20.f : 38.f;
        ui.rect({r.center().x - w / 2, r.center().y - h / 2, w, h}, fill, 2);
    }
    // A pale tile on white paper still has an edge.
    const bool pale = contrast_ratio(fill, ui::ink::ground) < 3;
    if (pale) ui.frame(r, token::solid_gray_420, 1, 3);
    draw_name(ui, tile, r, compact, name_px, lit ? ink : ui::ink::text);
    const bool selected = tile.code == options.selected, hovered = tile.code == options.hovered;
    if (selected || hovered) {
        ui.frame(r.grown(3), ui::ink::ground, 2, 5);
        ui.frame(r.grown(2), token::solid_gray_900, selected ? 3.f : 2.f, 5);
    }
}

}  // namespace

const std::vector<TilePlace>& tile_places() {
    static const std::vector<TilePlace> places = {
        {"01", 11, 0}, {"02", 11, 1}, {"03", 11, 2}, {"04", 11, 3}, {"05", 10, 2}, {"06", 10, 3}, {"07", 11, 4},
        {"08", 11, 5}, {"09", 10, 4}, {"10", 9, 5},  {"11", 10, 5}, {"12", 11, 6}, {"13", 10, 6}, {"14", 10, 7},
        {"15", 9, 4},  {"16", 8, 5},  {"17", 7, 5},  {"18", 7, 6},  {"19", 9, 6},  {"20", 8, 6},  {"21", 7, 7},
        {"22", 9, 7},  {"23", 8, 7},  {"24", 7, 8},  {"25", 6, 7},  {"26", 6, 6},  {"27", 5, 7},  {"28", 5, 6},
        {"29", 6, 8},  {"30", 6, 9},  {"31", 4, 6},  {"32", 3, 6},  {"33", 4, 7},  {"34", 3, 7},  {"35", 2, 7},
        {"36", 5, 10}, {"37", 5, 9},  {"38", 4, 9},  {"39", 4, 10}, {"40", 2, 8},  {"41", 1, 8},  {"42", 0, 8},
        {"43", 1, 9},  {"44", 2, 9},  {"45", 2, 10}, {"46", 1, 10}, {"47", 0, 11}};
    return places;
}

std::string tile_neighbour(std::string_view code, Direction direction) {
    const TilePlace* from = place_of(code);
    if (!from) return {};
    const bool level = direction == Direction::left || direction == Direction::right;
    const int sign = direction == Direction::right || direction == Direction::down ? 1 : -1;
    const TilePlace* best = nullptr;
    int best_cost = 0;
    for (const TilePlace& to : tile_places()) {
        const int dx = to.column - from->column, dy = to.row - from->row;
        const int along = (level ? dx : dy) * sign, aside = std::abs(level ? dy : dx);
        // Within 45° of the direction; straight ahead before aside.
        if (along <= 0 || aside > along) continue;
        const int cost = along * 2 + aside * 3;
        if (!best || cost < best_cost) best = &to, best_cost = cost;
    }
    return best ? best->code : "";
}

float tile_grid_height(float width_px) { return metrics_of(width_px).step_y * tile_rows - metrics_of(width_px).gap; }

float draw_tile_grid(ui::Ui& ui, Vec2 at, float width_px, const TileGridOptions& options) {
    const Metrics m = metrics_of(width_px);
    const float height = tile_grid_height(width_px);
    scene::Node group;
    group.id = options.id, group.role = scene::Role::group, group.name = options.name;
    group.description = options.description, group.rect = {at.x, at.y, width_px, height};
    ui::Ui::Scope scope(ui, std::move(group));
    int position = 0;
    std::vector<std::pair<const Tile*, Rect>> placed;
    for (const TilePlace& place : tile_places()) {
        const auto tile = std::find_if(options.tiles.begin(), options.tiles.end(),
                                       [&](const Tile& t) { return t.code == place.code; });
        if (tile == options.tiles.end()) continue;
        const Rect r{at.x + m.left + m.step_x * static_cast<float>(place.column),
                     at.y + m.step_y * static_cast<float>(place.row), m.tile_w, m.tile_h};
        placed.emplace_back(&*tile, r);
        scene::Node node;
        node.id = "pref:" + tile->code, node.role = scene::Role::map_feature, node.name = tile->name, node.rect = r;
        node.composite = options.id, node.selected = tile->code == options.selected;
        node.pos_in_set = ++position, node.set_size = static_cast<int32_t>(options.tiles.size());
        node.action = {Action::Kind::pick_feature, tile->code, {}, 0};
        ui.region(r.grown(m.gap / 2), node.id, node.action);
        ui.add(std::move(node));
    }
    // What is outlined is drawn last, over its neighbours.
    const float name_px = name_size(ui, options, m.tile_w);
    for (const bool outlined : {false, true})
        for (const auto& [tile, r] : placed)
            if (outlined == (tile->code == options.selected || tile->code == options.hovered))
                draw_tile(ui, options, *tile, r, m.compact, name_px);
    return height;
}

}  // namespace atlas::chart

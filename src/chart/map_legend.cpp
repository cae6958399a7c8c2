#include "chart/map_legend.h"

#include <algorithm>

#include "chart/palette.h"

namespace atlas::chart {
namespace {

constexpr ui::TextStyle small = ui::style::note;
constexpr float strip_px = 18, column_px = 40, apart_px = 16, row_px = 40;

struct Entry {
    const LegendClass* drawn;
    size_t index;  ///< classes.size() for no data
    std::string id;
};

std::string id_of(const MapLegendOptions& options, size_t index) {
    return options.id + ":" + (index == options.classes.size() ? "none" : std::to_string(index));
}

std::vector<Entry> entries_of(const MapLegendOptions& options) {
    std::vector<Entry> entries;
    for (size_t i = 0; i < options.classes.size(); ++i) entries.push_back({&options.classes[i], i, id_of(options, i)});
    if (options.no_data)
        entries.push_back({&*options.no_data, options.classes.size(), id_of(options, options.classes.size())});
    return entries;
}

bool is_chosen(const MapLegendOptions& options, size_t index) {
    return std::find(options.chosen.begin(), options.chosen.end(), index) != options.chosen.end();
}

size_t largest_count(const MapLegendOptions& options) {
    // What has no value is told beside the distribution and is no part of it: its number must not flatten the others.
    size_t largest = 1;
    for (const LegendClass& drawn : options.classes) largest = std::max(largest, drawn.count);
    return largest;
}

void draw_swatch(ui::Ui& ui, const Entry& entry, const Rect& r, bool missing, bool faded) {
    const Color full = missing ? no_data_ground : entry.drawn->fill;
    const Color fill = faded ? mix(full, ui::ink::ground, 0.8f) : full;
    ui.rect(r, fill);
    const Pattern pattern = missing ? Pattern::no_data : entry.drawn->pattern;
    if ((!faded || missing) && pattern != Pattern::none) {
        ui.marks().emplace_back(scene::ClipMark{r});  // dots on the edge are cut, as on the map
        draw_pattern(ui.marks(), r, pattern, missing ? no_data_ink : ink_on(fill));
        ui.marks().emplace_back(scene::ClipEnd{});
    }
    // What is pale against the paper has an edge of 3:1.
    if (contrast_ratio(fill, ui::ink::ground) < 3) ui.frame(r, token::solid_gray_536, 1);
}

void add_toggle(ui::Ui& ui, const MapLegendOptions& options, const Entry& entry, const Rect& r, int count) {
    scene::Node node;
    node.id = entry.id, node.role = scene::Role::text, node.name = entry.drawn->name, node.rect = r;
    if (entry.drawn->action) {
        // The classes are one tab stop; arrows go from one to the next.
        node.role = scene::Role::button, node.composite = options.id, node.roving = true;
        node.toggles = true, node.pressed = is_chosen(options, entry.index), node.action = entry.drawn->action;
    }
    node.pos_in_set = static_cast<int32_t>(entry.index + 1), node.set_size = count;
    if (node.action) ui.region(r, entry.id, node.action);
    ui.add(std::move(node));
}

/// Marked: under the pointer, either here or on the map; chosen ones stay marked.
bool is_marked(const ui::Ui& ui, const MapLegendOptions& options, const Entry& entry) {
    return options.highlighted == entry.index || ui.hovered(entry.id) || is_chosen(options, entry.index);
}

struct Columns {
    float column = 0, missing = 0;  ///< widths
    bool fit = false;
};

Columns columns_of(const ui::Ui& ui, const MapLegendOptions& options, float width_px) {
    Columns made;
    if (options.classes.empty()) return made;
    if (options.no_data) made.missing = std::max(44.f, ui.width(options.no_data->label, small)) + apart_px;
    made.column = std::min((width_px - made.missing) / static_cast<float>(options.classes.size()), 88.f);
    made.fit = made.column >= column_px;
    for (const std::string& limit : options.limits) made.fit = made.fit && ui.width(limit, small) + 6 <= made.column;
    return made;
}

void draw_column(ui::Ui& ui, const MapLegendOptions& options, const Entry& entry, const Rect& whole, size_t largest) {
    const bool missing = entry.index == options.classes.size(), marked = is_marked(ui, options, entry);
    const bool faded = !options.chosen.empty() && !is_chosen(options, entry.index);
    const float share = static_cast<float>(entry.drawn->count) / static_cast<float>(largest);
    const float base = whole.bottom() - strip_px - 4;
    const float h = missing || entry.drawn->count == 0 ? 0 : std::max(2.f, share * options.bars_px);
    if (marked) ui.rect(whole, ui::ink::tint, 4);
    const Rect bar{whole.x + 4, base - h, whole.w - 8, h};
    if (h > 0) ui.rect(bar, faded ? token::solid_gray_200 : marked ? token::solid_gray_700 : token::solid_gray_420, 2);
    ui.glyphs({whole.center().x, base - h - 5}, std::to_string(entry.drawn->count),
              marked ? ui::style::note_bold : small, ui::Align::center);
    draw_swatch(ui, entry, {whole.x, whole.bottom() - strip_px, whole.w - (missing ? 0.f : 1.f), strip_px}, missing,
                faded);
    if (marked) ui.rect({whole.x, whole.bottom() + 1, whole.w - 1, 3}, token::solid_gray_900);
}

float draw_columns(ui::Ui& ui, Vec2 at, const MapLegendOptions& options, const Columns& columns) {
    const float height = 22 + options.bars_px + 4 + strip_px;
    const std::vector<Entry> entries = entries_of(options);
    const size_t largest = largest_count(options);
    const auto count = static_cast<float>(options.classes.size());
    for (const Entry& entry : entries) {
        const bool missing = entry.index == options.classes.size();
        const float x = missing ? at.x + columns.column * count + apart_px
                                : at.x + columns.column * static_cast<float>(entry.index);
        const Rect whole{x, at.y, missing ? columns.missing - apart_px : columns.column, height};
        draw_column(ui, options, entry, whole, largest);
        add_toggle(ui, options, entry, {whole.x, whole.y, whole.w, whole.h + 22}, static_cast<int>(entries.size()));
        if (missing) ui.glyphs({whole.center().x, whole.bottom() + 19}, entry.drawn->label, small, ui::Align::center);
    }
    float bottom = at.y + height + 26;
    for (size_t i = 0; i < options.limits.size(); ++i) {
        const bool is_midpoint = options.midpoint == i;
        const float x = at.x + columns.column * static_cast<float>(i + 1);
        ui.glyphs({x, at.y + height + 19}, options.limits[i], is_midpoint ? ui::style::note_bold : small,
                  ui::Align::center);
        if (!is_midpoint || options.midpoint_label.empty()) continue;
        ui.line({x, at.y + 18}, {x, at.y + height + 4}, ui::ink::text, 1, 3);
        const float w = ui.width(options.midpoint_label, small), right = at.x + columns.column * count;
        const float left = std::clamp(x - w / 2, at.x, std::max(at.x, right - w));
        ui.glyphs({left, at.y + height + 39}, options.midpoint_label, small);
        bottom = at.y + height + 46;
    }
    return bottom - at.y;
}

float draw_rows(ui::Ui& ui, Vec2 at, float width_px, const MapLegendOptions& options) {
    const std::vector<Entry> entries = entries_of(options);
    const size_t largest = largest_count(options);
    float label_w = 0;
    for (const Entry& entry : entries) label_w = std::max(label_w, ui.width(entry.drawn->label, small));
    label_w = std::min(label_w, std::floor(width_px * 0.56f));  // longer ones wrap
    const float bar_x = at.x + 36 + label_w + 12, bar_w = std::max(20.f, at.x + width_px - bar_x - 34);
    float y = at.y;
    // High values on top, as on every scale; no data last.
    for (size_t n = 0; n < entries.size(); ++n) {
        const size_t classes = options.classes.size();
        const Entry& entry = entries[n < classes ? classes - 1 - n : n];
        const bool missing = entry.index == classes, marked = is_marked(ui, options, entry);
        const bool faded = !options.chosen.empty() && !is_chosen(options, entry.index);
        const float label_h = ui.height(entry.drawn->label, ui::style::note_bold, label_w);
        const Rect whole{at.x, y, width_px, std::max(row_px, label_h)};
        if (marked) ui.rect(whole, ui::ink::tint, 4);
        draw_swatch(ui, entry, {at.x, y + 2, 26, whole.h - 4}, missing, faded);
        const ui::TextStyle& style = marked ? ui::style::note_bold : small;
        const float text_h = ui.height(entry.drawn->label, style, label_w);
        ui.glyph_block({at.x + 36, whole.center().y - text_h / 2}, label_w, entry.drawn->label, style);
        const float share = missing ? 0 : static_cast<float>(entry.drawn->count) / static_cast<float>(largest);
        const float w = bar_w * share;
        if (w > 0)
            ui.rect({bar_x, whole.center().y - 7, w, 14},
                    faded    ? token::solid_gray_200
                    : marked ? token::solid_gray_700
                             : token::solid_gray_420,
                    2);
        ui.glyphs({bar_x + w + 6, whole.center().y + 5}, std::to_string(entry.drawn->count), small);
        if (marked) ui.rect({at.x - 5, y + 2, 3, whole.h - 4}, token::solid_gray_900);
        add_toggle(ui, options, entry, whole, static_cast<int>(entries.size()));
        y += whole.h;
        // The midpoint lies below the class that begins with it.
        if (options.midpoint && !missing && entry.index == *options.midpoint + 1 && !options.midpoint_label.empty()) {
            ui.line({at.x, y}, {at.x + width_px, y}, ui::ink::text, 1, 3);
            ui.glyphs({at.x + width_px, y + 16}, options.midpoint_label, small, ui::Align::right);
        }
    }
    return y - at.y;
}

float draw_foot(ui::Ui& ui, Vec2 at, float width_px, const std::string& unit, const std::string& source) {
    float y = at.y;
    if (!unit.empty()) y += ui::paragraph(ui, {at.x, y}, width_px, unit, small);
    if (!source.empty()) y += ui::paragraph(ui, {at.x, y}, width_px, source, small);
    return y - at.y;
}

}  // namespace

float draw_map_legend(ui::Ui& ui, Vec2 at, float width_px, const MapLegendOptions& options) {
    scene::Node group;
    group.id = options.id, group.role = scene::Role::group, group.name = options.name;
    group.description = options.description;
    ui::Ui::Scope scope(ui, std::move(group));
    const Columns columns = columns_of(ui, options, width_px);
    float y = at.y;
    y += columns.fit ? draw_columns(ui, {at.x, y}, options, columns) : draw_rows(ui, {at.x, y}, width_px, options);
    y += 4;
    if (!options.chosen.empty() && options.clear && !options.clear_label.empty()) {
        ui::ButtonSpec spec;
        spec.id = options.id + ":clear", spec.label = options.clear_label, spec.action = options.clear;
        spec.kind = ui::ButtonKind::quiet;
        ui::button(ui, {at.x, y, ui::button_width(ui, options.clear_label), ui::target_px}, spec);
        y += ui::target_px + 4;
    }
    y += draw_foot(ui, {at.x, y}, width_px, options.unit, options.source);
    return y - at.y;
}

float draw_ramp_legend(ui::Ui& ui, Vec2 at, float width_px, const RampLegendOptions& options) {
    constexpr int pieces = 64;
    scene::Node node;
    node.id = options.id, node.role = scene::Role::image, node.name = options.name;
    node.rect = {at.x, at.y, width_px, 52};
    const auto count = static_cast<double>(options.stops.size() - 1);
    for (int i = 0; i < pieces && options.stops.size() > 1; ++i) {
        const double t = (i + 0.5) / pieces * count;
        const size_t stop = std::min(static_cast<size_t>(t), options.stops.size() - 2);
        const float x0 = width_px * static_cast<float>(i) / pieces, x1 = width_px * static_cast<float>(i + 1) / pieces;
        ui.rect({at.x + x0, at.y + 8, std::min(x1 + 1, width_px) - x0, strip_px},
                mix(options.stops[stop], options.stops[stop + 1], static_cast<float>(t - static_cast<double>(stop))));
    }
    ui.frame({at.x, at.y + 8, width_px, strip_px}, token::solid_gray_536, 1);
    const float text_y = at.y + 8 + strip_px + 18;
    ui.glyphs({at.x, text_y}, options.low, small);
    ui.glyphs({at.x + width_px, text_y}, options.high, small, ui::Align::right);
    if (!options.midpoint.empty()) {
        ui.line({at.x + width_px / 2, at.y + 4}, {at.x + width_px / 2, at.y + 12 + strip_px}, ui::ink::text, 1);
        ui.glyphs({at.x + width_px / 2, text_y}, options.midpoint, ui::style::note_bold, ui::Align::center);
    }
    if (options.marked) {
        const float x = at.x + width_px * static_cast<float>(*options.marked);
        ui.symbol({x, at.y + 3}, 4, scene::Shape::diamond, token::solid_gray_900);
        ui.line({x, at.y + 4}, {x, at.y + 8 + strip_px}, token::solid_gray_900, 2);
    }
    ui.add(std::move(node));
    float y = at.y + 52;
    if (!options.no_data.empty()) {
        const Rect swatch{at.x, y + 3, 24, 16};
        ui.rect(swatch, no_data_ground);
        draw_pattern(ui.marks(), swatch, Pattern::no_data, no_data_ink);
        ui.frame(swatch, token::solid_gray_536, 1);
        ui::label(ui, {at.x + 32, y + 16}, options.no_data, small);
        y += 26;
    }
    y += draw_foot(ui, {at.x, y}, width_px, options.unit, options.source);
    return y - at.y;
}

}  // namespace atlas::chart

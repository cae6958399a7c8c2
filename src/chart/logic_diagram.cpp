#include "chart/logic_diagram.h"

#include <algorithm>
#include <cmath>

#include "chart/charts.h"
#include "chart/tidy_layout.h"

namespace atlas::chart {

using scene::Node;
using scene::Role;
using ui::Align;
using ui::Ui;
namespace style = ui::style;

namespace {

constexpr float column_gap_px = 40, least_column_px = 150, most_column_px = 340, row_gap_px = 12, most_drop_px = 180;
constexpr float toggle_px = 32, head_px = 36, strip_px = 24;
constexpr ui::TextStyle name_style{ui::size::note, Weight::regular, ui::ink::text, 1.5f};
constexpr ui::TextStyle name_bold{ui::size::note, Weight::bold, ui::ink::text, 1.5f};

const StatusCounts& shown_counts(const LogicItem& item, bool& of_below) {
    const auto any = [](const StatusCounts& counts) {
        return std::any_of(counts.begin(), counts.end(), [](int n) { return n > 0; });
    };
    of_below = !any(item.statuses) && !item.expanded && any(item.below);
    return of_below ? item.below : item.statuses;
}

bool has_strip(const LogicItem& item) {
    bool of_below = false;
    const StatusCounts& counts = shown_counts(item, of_below);
    return std::any_of(counts.begin(), counts.end(), [](int n) { return n > 0; });
}

std::string counts_text(const StatusCounts& counts, const LogicDiagramWords& words) {
    std::string said;
    for (size_t s = 0; s < counts.size(); ++s)
        if (counts[s] > 0) {
            if (!said.empty()) said += " ";
            said += fill(words.status_count, {{"status", words.statuses[s]}, {"count", std::to_string(counts[s])}});
        }
    return said;
}

/// Icon and number for each state of its KPIs; for a closed node without its own those below it.
void draw_strip(Ui& ui, Vec2 at, const LogicItem& item, bool faint) {
    bool of_below = false;
    const StatusCounts& counts = shown_counts(item, of_below);
    float x = at.x;
    for (size_t s = 0; s < counts.size(); ++s) {
        if (counts[s] == 0) continue;
        const StatusStyle look = status_style(static_cast<model::Status>(s));
        ui.icon(look.icon, {x + 8, at.y + 11}, 15, faint ? token::solid_gray_536 : look.color);
        const auto number = ui::with_color(of_below ? style::note : style::note_bold, faint      ? ui::ink::soft
                                                                                      : of_below ? ui::ink::soft
                                                                                                 : ui::ink::text);
        x += 19 + ui.glyphs({x + 19, at.y + 16}, std::to_string(counts[s]), number) + 9;
    }
}

std::string label_of(const LogicItem& item) { return item.number.empty() ? item.name : item.number + " " + item.name; }

float item_height(const Ui& ui, const LogicItem& item, float width_px, bool bold) {
    const float text_px = width_px - (item.expands ? toggle_px : 0);
    return std::max(
        28.f, ui.height(label_of(item), bold ? name_bold : name_style, text_px) + (has_strip(item) ? strip_px : 0));
}

void draw_toggle(Ui& ui, const LogicDiagramOptions& options, const LogicItem& item, Rect r, bool in_list) {
    const std::string id = options.text.id + ":" + item.id + ":toggle";
    const bool pointed = is_pointed(ui, id);
    if (pointed) ui.rect(r, ui::ink::tint, 8);
    const ui::Icon icon = in_list ? (item.expanded ? ui::Icon::chevron_down : ui::Icon::chevron_right)
                                  : (item.expanded ? ui::Icon::minus : ui::Icon::plus);
    if (!in_list) ui.symbol(r.center(), 9, scene::Shape::circle, ui::ink::ground, token::solid_gray_536, 1);
    ui.icon(icon, r.center(), in_list ? 20.f : 12.f, pointed ? ui::ink::link : token::solid_gray_700);
    Node node;
    node.id = id, node.role = Role::button, node.rect = r, node.roving = true;
    node.name = fill(item.expanded ? options.words->close : options.words->open, {{"name", item.name}});
    node.expands = true, node.expanded = item.expanded, node.action = options.toggle(item);
    ui.region(r, id, node.action);
    ui.add(std::move(node));
}

void draw_name(Ui& ui, const LogicDiagramOptions& options, const LogicItem& item, Rect r, Trace trace, bool faint) {
    const std::string id = options.text.id + ":" + item.id;
    const bool pointed = is_pointed(ui, id),
               strong = (trace == Trace::focus && !options.focus.empty()) || item.level == 0;
    const Color ink = pointed && !item.href.empty() ? ui::ink::link : faint ? ui::ink::soft : ui::ink::text;
    if (trace == Trace::focus && !options.focus.empty()) {
        ui.rect({r.x - 10, r.y - 4, r.w + (item.expands ? toggle_px : 0) + 10, r.h + 8}, ui::ink::tint, 4);
        ui.rect({r.x - 10, r.y - 4, 3, r.h + 8}, ui::ink::link);
    }
    const float h =
        ui.glyph_block({r.x, r.y}, r.w, label_of(item), ui::with_color(strong ? name_bold : name_style, ink));
    if (has_strip(item)) draw_strip(ui, {r.x, r.y + h}, item, faint);
    bool of_below = false;
    const StatusCounts& counts = shown_counts(item, of_below);
    std::string value = counts_text(counts, *options.words);
    if (of_below) value = fill(options.words->below, {{"counts", value}});
    // Said of the focus alone: a name does not change under the pointer.
    if (options.focus.empty()) trace = Trace::none;
    if (trace == Trace::upstream) value += (value.empty() ? "" : " ") + std::string(options.words->upstream);
    if (trace == Trace::downstream) value += (value.empty() ? "" : " ") + std::string(options.words->downstream);
    std::string name(options.words->levels[static_cast<size_t>(item.level)]);
    add_mark(ui, id, name + " " + label_of(item), value, r, item.href);
    if (!item.href.empty()) ui.region(r, id, go(item.href));
}

/// The focus's path or, without a focus, that of the item under the pointer.
std::vector<Trace> shown_trace(const Ui& ui, const LogicDiagramOptions& options) {
    if (!options.focus.empty()) return trace_of(options.items, options.focus);
    for (const LogicItem& item : options.items)
        if (is_pointed(ui, options.text.id + ":" + item.id)) return trace_of(options.items, item.id);
    return trace_of(options.items, "");
}

/// A quiet curve from the parent's right edge to the child's left.
void draw_edge(Ui& ui, Vec2 from, Vec2 to, Color color, float width_px) {
    scene::PathMark curve;
    constexpr int steps = 12;
    const float middle = (from.x + to.x) / 2;
    for (int i = 0; i <= steps; ++i) {
        const float t = static_cast<float>(i) / steps, u = 1 - t;
        // Cubic Bézier with both handles at half way: leaves and arrives level.
        const float x = u * u * u * from.x + 3 * u * u * t * middle + 3 * u * t * t * middle + t * t * t * to.x;
        const float y = u * u * (u + 3 * t) * from.y + t * t * (t + 3 * u) * to.y;
        curve.points.push_back({x, y});
    }
    curve.stroke = color, curve.stroke_px = width_px;
    ui.marks().emplace_back(std::move(curve));
}

struct ColumnsOf {
    int first = 0, count = 0;
    float width = 0;
    float x(Vec2 at, int level) const {
        return at.x + 10 + static_cast<float>(level - first) * (width + column_gap_px);
    }
};

ColumnsOf columns_of(float width_px, const std::vector<LogicItem>& items) {
    int low = logic_levels, high = 0;
    for (const LogicItem& item : items) low = std::min(low, item.level), high = std::max(high, item.level);
    ColumnsOf columns;
    columns.first = low, columns.count = std::max(1, high - low + 1);
    const auto n = static_cast<float>(columns.count);
    columns.width = std::min(most_column_px, (width_px - 10 - column_gap_px * (n - 1)) / n);
    return columns;
}

/// A root on a deeper level (the state's role) is a branch of its own: below everything, under a hairline.
void part_own_branches(Ui& ui, Vec2 at, const std::vector<LogicItem>& items, std::vector<float>& rows,
                       const ColumnsOf& columns) {
    for (size_t i = 0; i < items.size(); ++i) {
        if (items[i].parent >= 0 || items[i].level == columns.first) continue;
        float low = rows[i], end = 0;
        for (size_t j = i; j < items.size(); ++j) low = std::min(low, rows[j]);
        for (size_t j = 0; j < i; ++j) end = std::max(end, rows[j] + 56);
        const float by = std::max(0.f, end - low) + 24;
        for (size_t j = i; j < items.size(); ++j) rows[j] += by;
        const float y = at.y + head_px + low + by - 16, x = columns.x(at, items[i].level);
        ui.hline(x - 10, x + columns.width, std::round(y), ui::ink::hairline);
    }
}

float draw_columns(Ui& ui, Vec2 at, const LogicDiagramOptions& options, const ColumnsOf& columns) {
    const auto& items = options.items;
    const std::vector<Trace> trace = shown_trace(ui, options);
    const bool traced = std::any_of(trace.begin(), trace.end(), [](Trace t) { return t != Trace::none; });
    std::vector<TreeBox> boxes;
    for (size_t i = 0; i < items.size(); ++i)
        boxes.push_back(
            {items[i].parent, items[i].level,
             item_height(ui, items[i], columns.width, items[i].id == options.focus || items[i].level == 0)});
    std::vector<float> rows = tidy_rows(boxes, row_gap_px, most_drop_px);
    part_own_branches(ui, at, items, rows, columns);
    for (int level = columns.first; level < columns.first + columns.count; ++level) {
        const float x = columns.x(at, level);
        ui.glyphs({x, at.y + 16}, options.words->levels[static_cast<size_t>(level)], style::note_bold);
        ui.hline(x, x + columns.width, at.y + 25, ui::ink::hairline);
    }
    const float top = at.y + head_px;
    const auto box = [&](size_t i) {
        return Rect{columns.x(at, items[i].level), top + rows[i], columns.width, boxes[i].height};
    };
    // First all quiet curves, then those of the path over them.
    for (const bool strong : {false, true})
        for (size_t i = 0; i < items.size(); ++i) {
            if (items[i].parent < 0) continue;
            const auto parent = static_cast<size_t>(items[i].parent);
            const bool on_path = trace[i] != Trace::none && trace[parent] != Trace::none;
            if (on_path != strong) continue;
            const Rect a = box(parent), b = box(i);
            draw_edge(ui, {a.right() - 4, a.center().y}, {b.x - 10, b.center().y},
                      on_path  ? ui::ink::text
                      : traced ? token::solid_gray_200
                               : ui::ink::hairline,
                      on_path ? 1.5f : 1.f);
        }
    float bottom = top;
    for (size_t i = 0; i < items.size(); ++i) {
        const Rect r = box(i);
        const float text_px = r.w - (items[i].expands ? toggle_px : 0);
        draw_name(ui, options, items[i], {r.x, r.y, text_px, r.h}, trace[i], traced && trace[i] == Trace::none);
        if (items[i].expands)
            draw_toggle(ui, options, items[i], {r.right() - toggle_px + 4, r.center().y - 14, 28, 28}, false);
        bottom = std::max(bottom, r.bottom());
    }
    return bottom + 8 - at.y;
}

float draw_list(Ui& ui, Vec2 at, float width_px, const LogicDiagramOptions& options) {
    const auto& items = options.items;
    const std::vector<Trace> trace = shown_trace(ui, options);
    const bool traced = std::any_of(trace.begin(), trace.end(), [](Trace t) { return t != Trace::none; });
    float y = at.y;
    int root = 0;
    for (size_t i = 0; i < items.size(); ++i) {
        const LogicItem& item = items[i];
        if (item.parent < 0) root = item.level;  // a branch of its own begins at the edge, whatever its level
        const int depth = item.level - root;
        if (item.parent < 0) ui.hline(at.x, at.x + width_px, y), y += 1;
        const float indent = 14 * static_cast<float>(depth);
        const bool strong = item.id == options.focus || item.level == 0;
        LogicItem plain = item;
        plain.expands = false;  // the chevron stands before the name here
        const float text_x = at.x + indent + 44, text_px = width_px - indent - 44;
        const float h = std::max(44.f, item_height(ui, plain, text_px, strong) + 16);
        for (int level = 1; level <= depth; ++level)
            ui.rect({at.x + 14 * static_cast<float>(level) + 8, y, 1, h}, token::solid_gray_200);
        if (item.expands) draw_toggle(ui, options, item, {at.x + indent, y, 44, 44}, true);
        const float inner = item_height(ui, plain, text_px, strong);
        draw_name(ui, options, plain, {text_x, y + std::max(8.f, (44 - inner) / 2), text_px, inner}, trace[i],
                  traced && trace[i] == Trace::none);
        y += h;
    }
    ui.hline(at.x, at.x + width_px, y);
    return y + 1 - at.y;
}

ui::TableSpec table_of(const LogicDiagramOptions& options) {
    const LogicDiagramWords& words = *options.words;
    ui::TableSpec table;
    table.columns = {{std::string(words.column_level), 120, Align::left},
                     {std::string(words.column_name), 0, Align::left},
                     {std::string(words.column_kpis), 0, Align::left}};
    for (const LogicItem& item : options.items)
        table.rows.push_back({std::string(words.levels[static_cast<size_t>(item.level)]), label_of(item),
                              counts_text(item.statuses, words)});
    return table;
}

}  // namespace

float logic_diagram(Ui& ui, Vec2 at, float width_px, const LogicDiagramOptions& options) {
    FigureText text = options.text;
    if (text.summary.empty())
        text.summary = fill(options.words->summary, {{"count", std::to_string(options.items.size())}});
    const ColumnsOf columns = columns_of(width_px, options.items);
    const bool list = width_px < 720 || columns.width < least_column_px;
    return figure(
        ui, at, width_px, text,
        [&](Vec2 top_left) {
            return list ? draw_list(ui, top_left, width_px, options) : draw_columns(ui, top_left, options, columns);
        },
        [&] { return table_of(options); });
}

}  // namespace atlas::chart

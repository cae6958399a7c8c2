#include "chart/map_symbols.h"

#include <algorithm>
#include <cmath>

#include "chart/palette.h"
#include "core/order.h"

namespace atlas::chart {
namespace {

constexpr ui::TextStyle label_style = ui::style::note;

/// The largest of 1, 2, 5 × 10^k that is not above `size`.
double nice_below(double size) {
    if (!(size > 0)) return 1;
    const double power = std::pow(10, std::floor(std::log10(size) + 1e-12));
    return size >= 5 * power ? 5 * power : size >= 2 * power ? 2 * power : power;
}

bool is_lit(const SymbolLayer& layer, const std::string& code) {
    return !layer.dim_others || std::find(layer.lit.begin(), layer.lit.end(), code) != layer.lit.end();
}

bool touches(const Rect& box, Vec2 center, float radius) {
    const float x = std::clamp(center.x, box.x, box.right()), y = std::clamp(center.y, box.y, box.bottom());
    return length({center.x - x, center.y - y}) < radius;
}

void outline(ui::Ui& ui, Vec2 center, float radius, Color color, float width) {
    constexpr int corners = 48;
    scene::PathMark mark;
    for (int i = 0; i < corners; ++i) {
        const float a = 6.2831853f * static_cast<float>(i) / corners;
        mark.points.push_back({center.x + radius * std::cos(a), center.y + radius * std::sin(a)});
    }
    mark.closed = true, mark.stroke = color, mark.stroke_px = width;
    ui.marks().emplace_back(std::move(mark));
}

void draw_circle(ui::Ui& ui, const SymbolLayer& layer, const AmountItem& item) {
    const ui::Ui::Part part(ui, "circle:" + item.code);
    const float r = layer.scale.radius_px(item.value);
    const bool lit = is_lit(layer, item.code), ring = item.value < 0;
    const bool chosen = item.code == layer.selected || item.code == layer.hovered;
    const Color full = ring ? layer.negative : layer.fill;
    const Color color = lit ? full : mix(full, ui::ink::ground, 0.75f);
    // Clear enough that a circle below still shows its edge; the white line is drawn apart, or it would hide what is below.
    ui.symbol(item.at, r, scene::Shape::circle, color.with_alpha(ring ? 255 : 214));
    // A ring, not only another colour: the sign is seen without colours.
    const float wall = std::max(1.5f, std::min(4.f, r * 0.22f));
    if (ring && r > wall) ui.symbol(item.at, r - wall, scene::Shape::circle, ui::ink::ground);
    outline(ui, item.at, r, ui::ink::ground, 1);
    if (!chosen) return;
    outline(ui, item.at, r + 2, ui::ink::ground, 5);
    outline(ui, item.at, r + 2, token::solid_gray_900, 2);
}

struct Label {
    const AmountItem* item;
    Rect box;
    bool inside;
    bool leader;
};

/// Where a leader begins: just inside the rim, on the side of the label.
Vec2 leader_start(const SymbolLayer& layer, const Label& label) {
    const Vec2 c = label.item->at, way = label.box.center() - c;
    const float l = std::max(1.f, length(way)), r = layer.scale.radius_px(label.item->value);
    return c + way * ((r - std::min(4.f, r / 2)) / l);
}

bool is_free(const SymbolLayer& layer, const AmountItem& item, const Label& label, const std::vector<Label>& placed) {
    const Rect& box = label.box;
    if (intersection(box, layer.rect) != box) return false;
    for (const Rect& obstacle : layer.obstacles)
        if (obstacle.intersects(box)) return false;
    for (const Label& other : placed)
        if (other.box.grown(2).intersects(box)) return false;
    for (const AmountItem& other : layer.items) {
        if (&other == &item) continue;
        // A name inside a circle may lie over a larger one below, never on a smaller one above.
        const float radius = layer.scale.radius_px(other.value);
        if (touches(box, other.at, radius + 1) && !(label.inside && radius > layer.scale.radius_px(item.value)))
            return false;
        // A leader that ends upon another circle would name that one.
        if (label.leader && length(leader_start(layer, label) - other.at) < radius + 2 &&
            radius <= layer.scale.radius_px(item.value))
            return false;
    }
    return true;
}

/// Inside where it fits, else beside (right and left before above and below, then the corners), else farther away with a leader; nothing
/// when no place is free.
bool place_label(const ui::Ui& ui, const SymbolLayer& layer, const AmountItem& item, std::vector<Label>& placed) {
    const float w = ui.width(item.label, label_style), h = label_style.size_px, r = layer.scale.radius_px(item.value);
    const Vec2 c = item.at;
    std::vector<Label> tries;
    if (w <= r * 1.7f) tries.push_back({&item, {c.x - w / 2, c.y - h / 2, w, h}, true, false});
    constexpr float k = 0.7071f;
    for (const float gap : {3.f, 16.f, 34.f, 56.f, 80.f}) {
        if (gap > 3 && !layer.leaders) break;
        for (const Vec2 d : {Vec2{1, 0}, {-1, 0}, {0, -1}, {0, 1}, {k, -k}, {k, k}, {-k, -k}, {-k, k}}) {
            const Vec2 at{c.x + d.x * (r + gap), c.y + d.y * (r + gap)};
            const Rect box{at.x + (d.x - 1) * w / 2, at.y + (d.y - 1) * h / 2, w, h};
            tries.push_back({&item, box, false, gap > 3});
        }
    }
    for (const Label& label : tries) {
        if (!is_free(layer, item, label, placed)) continue;
        placed.push_back(label);
        return true;
    }
    return false;
}

void draw_leader(ui::Ui& ui, const SymbolLayer& layer, const Label& label) {
    const Vec2 start = leader_start(layer, label);
    const Vec2 end{std::clamp(start.x, label.box.x - 2, label.box.right() + 2),
                   std::clamp(start.y, label.box.y - 2, label.box.bottom() + 2)};
    ui.line(start, end, ui::ink::ground, 3);
    ui.line(start, end, ui::ink::text, 1);
    ui.symbol(start, 1.8f, scene::Shape::circle, ui::ink::text, ui::ink::ground, 1);
}

void draw_labels(ui::Ui& ui, const SymbolLayer& layer, const std::vector<const AmountItem*>& largest_first) {
    std::vector<Label> placed;
    for (const bool pointed : {true, false})  // what is pointed at finds room first
        for (const AmountItem* item : largest_first)
            if (pointed == (item->code == layer.selected || item->code == layer.hovered) && !item->label.empty() &&
                is_lit(layer, item->code))
                place_label(ui, layer, *item, placed);
    for (const Label& label : placed)
        if (label.leader) draw_leader(ui, layer, label);
    for (const Label& label : placed) {
        const bool filled = label.inside && label.item->value > 0;
        scene::TextMark mark{{label.box.x, label.box.y + label_style.size_px * 0.86f},
                             label.item->label,
                             label_style.font(),
                             filled ? ink_on(layer.fill) : ui::ink::text,
                             label.inside ? transparent : ui::ink::ground};
        ui.marks().emplace_back(std::move(mark));
    }
}

void add_nodes(ui::Ui& ui, const std::string& prefix, const std::vector<const AmountItem*>& largest_first,
               const std::vector<AmountItem>& items, const std::string& selected,
               const std::function<float(const AmountItem&)>& radius) {
    if (prefix.empty()) return;
    const auto square = [&](const AmountItem& item) {
        const float r = std::max(12.f, radius(item));  // WCAG 2.2, 2.5.8
        return Rect{item.at.x - r, item.at.y - r, 2 * r, 2 * r};
    };
    for (size_t i = 0; i < items.size(); ++i) {
        scene::Node node;
        node.id = prefix + items[i].code, node.role = scene::Role::map_feature, node.name = items[i].name;
        node.rect = square(items[i]), node.selected = items[i].code == selected;
        node.pos_in_set = static_cast<int32_t>(i + 1), node.set_size = static_cast<int32_t>(items.size());
        node.action = {Action::Kind::pick_feature, items[i].code, {}, 0};
        ui.add(std::move(node));
    }
    // Regions as drawn: small ones above large ones.
    for (const AmountItem* item : largest_first)
        ui.region(square(*item), prefix + item->code, {Action::Kind::pick_feature, item->code, {}, 0});
}

std::vector<const AmountItem*> sorted_by_size(const std::vector<AmountItem>& items) {
    std::vector<const AmountItem*> finite, order;
    std::vector<uint32_t> keys;
    for (const AmountItem& item : items) {
        if (!std::isfinite(item.value)) continue;
        finite.push_back(&item);
        keys.push_back(descending_key(static_cast<float>(std::abs(item.value))));
    }
    for (const uint32_t i : ascending(keys)) order.push_back(finite[i]);
    return order;
}

Vec2 sunflower(int index, float dot_px) {
    // Vogel's model: the golden angle, radius by the square root — even density at every size.
    const float turn = 2.39996323f * static_cast<float>(index);
    const float radius = dot_px * 1.28f * std::sqrt(static_cast<float>(index)) * 1.6f;
    return {radius * std::cos(turn), radius * std::sin(turn)};
}

}  // namespace

float SymbolScale::radius_px(double value) const {
    if (value == 0 || max_value <= 0 || !std::isfinite(value)) return 0;
    return std::max(1.5f, max_radius_px * static_cast<float>(std::sqrt(std::abs(value) / max_value)));
}

SymbolScale symbol_scale(const std::vector<AmountItem>& items, float max_radius_px) {
    SymbolScale scale{0, max_radius_px};
    for (const AmountItem& item : items)
        if (std::isfinite(item.value)) scale.max_value = std::max(scale.max_value, std::abs(item.value));
    return scale;
}

void draw_symbols(ui::Ui& ui, const SymbolLayer& layer) {
    std::vector<const AmountItem*> order = sorted_by_size(layer.items);
    ui.marks().emplace_back(scene::ClipMark{layer.rect});
    for (const AmountItem* item : order)
        if (item->value != 0) draw_circle(ui, layer, *item);
    draw_labels(ui, layer, order);
    ui.marks().emplace_back(scene::ClipEnd{});
    add_nodes(ui, layer.node_prefix, order, layer.items, layer.selected,
              [&](const AmountItem& item) { return layer.scale.radius_px(item.value); });
}

std::vector<double> legend_amounts(double max_value) {
    std::vector<double> amounts;
    for (const double part : {1.0, 4.0, 16.0}) {
        const double amount = nice_below(max_value / part);
        if (amounts.empty() || amount < amounts.back()) amounts.push_back(amount);
    }
    return amounts;
}

Vec2 draw_symbol_legend(ui::Ui& ui, Vec2 at, const SymbolScale& scale, const SymbolLegend& legend, Color fill,
                        Color negative) {
    const std::vector<double> amounts = legend_amounts(scale.max_value);
    const float largest = scale.radius_px(amounts.front()), base = at.y + 2 * largest + 2;
    const float text_x = at.x + 2 * largest + 22;
    float widest = 0, lowest = 0, y_before = -1e9f;
    for (const double amount : amounts) {
        const float r = scale.radius_px(amount);
        const Vec2 center{at.x + largest, base - r};
        ui.symbol(center, r, scene::Shape::circle, mix(fill, ui::ink::ground, 0.82f), fill, 1);
        // Leaders from the tops, spread where the circles are too near each other for their words.
        const float top = base - 2 * r, y = std::max(top, y_before + 18);
        ui.line({center.x, top}, {text_x - 10, top}, ui::ink::soft, 1);
        if (y != top) ui.line({text_x - 10, top}, {text_x - 4, y}, ui::ink::soft, 1);
        widest = std::max(widest, ui.glyphs({text_x, y + 5}, legend.format(amount) + legend.unit, label_style));
        y_before = y, lowest = std::max({lowest, y + 10, base});
    }
    if (!legend.negative_label.empty()) {
        const Vec2 center{at.x + largest, lowest + 18};
        ui.symbol(center, 8, scene::Shape::circle, negative);
        ui.symbol(center, 6, scene::Shape::circle, ui::ink::ground);
        widest = std::max(widest, ui.glyphs({text_x, center.y + 5}, legend.negative_label, label_style));
        lowest = center.y + 10;
    }
    const Vec2 size{text_x + widest - at.x, lowest - at.y};
    scene::Node node;
    node.id = legend.id, node.role = scene::Role::image, node.name = legend.name;
    node.rect = {at.x, at.y, size.x, size.y};
    for (const double amount : amounts)
        node.description += (node.description.empty() ? "" : ", ") + legend.format(amount) + legend.unit;
    if (!legend.negative_label.empty()) node.description += ", " + legend.negative_label;
    ui.add(std::move(node));
    return size;
}

double dot_amount(const std::vector<AmountItem>& items, int most) {
    double largest = 0;
    for (const AmountItem& item : items)
        if (std::isfinite(item.value)) largest = std::max(largest, item.value);
    const double least = largest / std::max(1, most), below = nice_below(least);
    if (below >= least) return below;
    const double power = std::pow(10, std::floor(std::log10(below) + 1e-12));
    return below < 1.5 * power ? 2 * power : below < 3 * power ? 5 * power : 10 * power;
}

float dot_cluster_px(double value, double amount, float dot_px) {
    const int dots = std::max(1, static_cast<int>(std::lround(value / amount)));
    return length(sunflower(dots - 1, dot_px)) + dot_px;
}

void draw_dots(ui::Ui& ui, const DotLayer& layer) {
    const std::vector<const AmountItem*> order = sorted_by_size(layer.items);
    for (const AmountItem* item : order) {
        if (item->value <= 0) continue;
        const int dots = static_cast<int>(std::lround(item->value / layer.amount));
        const bool chosen = item->code == layer.selected || item->code == layer.hovered;
        const float around = dot_cluster_px(item->value, layer.amount, layer.dot_px);
        if (chosen) ui.symbol(item->at, around + 3, scene::Shape::circle, ui::ink::ground, token::solid_gray_900, 2);
        for (int i = 0; i < dots; ++i)
            ui.symbol(item->at + sunflower(i, layer.dot_px), layer.dot_px, scene::Shape::circle, layer.fill,
                      ui::ink::ground, 0.5f);
        if (dots == 0) ui.symbol(item->at, layer.dot_px - 0.8f, scene::Shape::circle, ui::ink::ground, layer.fill, 1);
    }
    add_nodes(ui, layer.node_prefix, order, layer.items, layer.selected, [&](const AmountItem& item) {
        return dot_cluster_px(std::max(0.0, item.value), layer.amount, layer.dot_px);
    });
}

Vec2 draw_dot_legend(ui::Ui& ui, Vec2 at, const DotLayer& layer, const DotLegend& legend) {
    float x = at.x;
    const float y = at.y + 12;
    const auto entry = [&](bool hollow, const std::string& label) {
        if (label.empty()) return;
        if (hollow)
            ui.symbol({x + 4, y}, layer.dot_px - 0.8f, scene::Shape::circle, ui::ink::ground, layer.fill, 1);
        else
            ui.symbol({x + 4, y}, layer.dot_px, scene::Shape::circle, layer.fill);
        x += 14 + ui.glyphs({x + 14, y + 5}, label, label_style) + 20;
    };
    entry(false, legend.label);
    entry(true, legend.less_label);
    scene::Node node;
    node.id = legend.id, node.role = scene::Role::text;
    node.name = legend.label + (legend.less_label.empty() ? "" : ", " + legend.less_label);
    node.rect = {at.x, at.y, x - 20 - at.x, 24};
    ui.add(std::move(node));
    return {x - 20 - at.x, 24};
}

}  // namespace atlas::chart

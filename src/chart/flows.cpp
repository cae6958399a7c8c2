#include "chart/flows.h"

#include <algorithm>
#include <cmath>

namespace atlas::chart {
namespace {

constexpr size_t pieces = 18;
constexpr float end_share = 0.45f;  ///< width at the end against the origin

double largest_of(const FlowLayer& layer) {
    double largest = layer.max_value;
    if (largest <= 0)
        for (const Flow& flow : layer.flows)
            if (std::isfinite(flow.value)) largest = std::max(largest, std::abs(flow.value));
    return largest;
}

Vec2 unit(Vec2 v) {
    const float l = length(v);
    return l > 0 ? v * (1 / l) : Vec2{1, 0};
}

Vec2 bezier(Vec2 a, Vec2 b, Vec2 c, float t) { return a * ((1 - t) * (1 - t)) + b * (2 * t * (1 - t)) + c * (t * t); }

struct Ribbon {
    std::vector<Vec2> line;
    float width = 1;
    Color color;
};

void quad(ui::Ui& ui, const Vec2 (&corners)[4], Color color) {
    scene::PathMark mark;
    mark.points.assign(std::begin(corners), std::end(corners));
    mark.closed = true, mark.fill = color;
    ui.marks().emplace_back(std::move(mark));
}

/// Convex pieces that overlap by a pixel: no seams between them where edges are smoothed.
void draw_body(ui::Ui& ui, const Ribbon& ribbon, float more_px, Color color) {
    const std::vector<Vec2>& p = ribbon.line;
    const auto last = static_cast<float>(p.size() - 1);
    const auto half = [&](size_t i) {
        const float t = static_cast<float>(i) / last;
        return ribbon.width * (1 - (1 - end_share) * t) / 2 + more_px;
    };
    const auto across = [&](size_t i) {
        const Vec2 d = unit(p[std::min(i + 1, p.size() - 1)] - p[i > 0 ? i - 1 : 0]);
        return Vec2{-d.y, d.x};
    };
    for (size_t i = 0; i + 1 < p.size(); ++i) {
        const Vec2 overlap = unit(p[i + 1] - p[i]) * (i + 2 < p.size() ? 0.8f : 0.f);
        const Vec2 a = across(i) * half(i), b = across(i + 1) * half(i + 1);
        quad(ui, {p[i] + a, p[i + 1] + overlap + b, p[i + 1] + overlap - b, p[i] - a}, color);
    }
}

void draw_head(ui::Ui& ui, const Ribbon& ribbon, float more_px, Color color) {
    const Vec2 end = ribbon.line.back(), d = unit(end - ribbon.line[ribbon.line.size() - 2]), side{-d.y, d.x};
    const float w = std::max(3.5f, ribbon.width * end_share * 0.95f) + more_px;
    const float l = w * 1.5f;
    scene::PathMark head;
    head.points = {end + d * (l + more_px), end + side * w, end - side * w};
    head.closed = true, head.fill = color;
    ui.marks().emplace_back(std::move(head));
}

void draw_ribbon(ui::Ui& ui, const Ribbon& ribbon, bool chosen) {
    const Color edge = chosen ? token::solid_gray_900 : ui::ink::ground;
    const float rim = chosen ? 2 : 0.75f;
    draw_body(ui, ribbon, rim, edge);
    draw_head(ui, ribbon, rim, edge);
    draw_body(ui, ribbon, 0, ribbon.color);
    draw_head(ui, ribbon, 0, ribbon.color);
}

std::vector<const Flow*> widest_first(const FlowLayer& layer) {
    std::vector<const Flow*> order;
    for (const Flow& flow : layer.flows)
        if (std::isfinite(flow.value) && flow.value != 0) order.push_back(&flow);
    std::stable_sort(order.begin(), order.end(),
                     [](const Flow* a, const Flow* b) { return std::abs(a->value) > std::abs(b->value); });
    std::stable_partition(order.begin(), order.end(), [&](const Flow* flow) {
        return flow->code != layer.selected && flow->code != layer.hovered;
    });
    return order;
}

void draw_labels(ui::Ui& ui, const FlowLayer& layer, const std::vector<const Flow*>& order) {
    std::vector<Rect> taken{{layer.hub.x - 40, layer.hub.y - 20, 80, 40}};
    const auto put = [&](const Flow& flow) {
        if (flow.label.empty()) return;
        const Vec2 out = unit(flow.at - layer.hub);
        const float w = ui.width(flow.label, ui::style::note), h = ui::style::note.size_px;
        // Outside, on the side that looks away from the hub.
        const Vec2 c = flow.at + Vec2{out.x * (w / 2 + 6), out.y * (h / 2 + 8)};
        const Rect box{c.x - w / 2, c.y - h / 2, w, h};
        for (const Rect& other : taken)
            if (other.grown(2).intersects(box)) return;
        if (intersection(box, layer.rect) != box) return;
        taken.push_back(box);
        ui.marks().emplace_back(scene::TextMark{
            {box.x, box.y + h * 0.86f}, flow.label, ui::style::note.font(), ui::ink::text, ui::ink::ground});
    };
    for (auto flow = order.rbegin(); flow != order.rend(); ++flow)
        if ((*flow)->code == layer.selected || (*flow)->code == layer.hovered) put(**flow);
    for (const Flow* flow : order) put(*flow);
}

void add_nodes(ui::Ui& ui, const FlowLayer& layer) {
    if (layer.node_prefix.empty()) return;
    for (size_t i = 0; i < layer.flows.size(); ++i) {
        const Flow& flow = layer.flows[i];
        scene::Node node;
        node.id = layer.node_prefix + flow.code, node.role = scene::Role::map_feature, node.name = flow.name;
        node.rect = {flow.at.x - 12, flow.at.y - 12, 24, 24}, node.selected = flow.code == layer.selected;
        node.pos_in_set = static_cast<int32_t>(i + 1), node.set_size = static_cast<int32_t>(layer.flows.size());
        node.action = {Action::Kind::pick_feature, flow.code, {}, 0};
        ui.region(node.rect, node.id, node.action);
        ui.add(std::move(node));
    }
}

}  // namespace

float flow_width_px(const FlowLayer& layer, double value) {
    const double largest = largest_of(layer);
    if (largest <= 0 || value == 0 || !std::isfinite(value)) return 0;
    return std::max(1.f, layer.max_width_px * static_cast<float>(std::abs(value) / largest));
}

std::vector<Vec2> flow_line(const FlowLayer& layer, const Flow& flow) {
    const bool arrives = flow.value > 0;
    const Vec2 from = arrives ? flow.at : layer.hub, to = arrives ? layer.hub : flow.at;
    const Vec2 way = to - from, left{way.y, -way.x};  // y runs downwards
    const Vec2 bend = (from + to) * 0.5f + left * 0.2f;
    // The hub's end stands on its rim, where the curve meets it; the arrow's tip needs room before the end.
    const float width = flow_width_px(layer, flow.value);
    const float tip = std::max(3.5f, width * end_share * 0.95f) * 1.5f;
    const Vec2 toward_from = unit(bend - from), toward_to = unit(bend - to);
    const Vec2 a = arrives ? from : from + toward_from * layer.hub_radius_px;
    const Vec2 c = to + toward_to * (tip + (arrives ? layer.hub_radius_px + 1 : 2));
    std::vector<Vec2> line;
    for (size_t i = 0; i <= pieces; ++i)
        line.push_back(bezier(a, bend, c, static_cast<float>(i) / static_cast<float>(pieces)));
    return line;
}

void draw_flows(ui::Ui& ui, const FlowLayer& layer) {
    const std::vector<const Flow*> order = widest_first(layer);
    ui.marks().emplace_back(scene::ClipMark{layer.rect});
    const bool one_chosen = std::any_of(order.begin(), order.end(), [&](const Flow* flow) {
        return flow->code == layer.selected || flow->code == layer.hovered;
    });
    for (const Flow* flow : order) {
        const bool chosen = flow->code == layer.selected || flow->code == layer.hovered;
        const Color full = flow->value > 0 ? layer.towards : layer.away;
        const Color color = one_chosen && !chosen ? mix(full, ui::ink::ground, 0.6f) : full;
        draw_ribbon(ui, {flow_line(layer, *flow), flow_width_px(layer, flow->value), color}, chosen);
    }
    ui.symbol(layer.hub, layer.hub_radius_px, scene::Shape::circle, ui::ink::ground, token::solid_gray_900, 2);
    ui.symbol(layer.hub, 4, scene::Shape::circle, token::solid_gray_900);
    if (!layer.hub_label.empty()) {
        ui.marks().emplace_back(scene::TextMark{{layer.hub.x + layer.hub_radius_px + 6, layer.hub.y + 5},
                                                layer.hub_label,
                                                ui::style::note_bold.font(),
                                                ui::ink::text,
                                                ui::ink::ground});
    }
    draw_labels(ui, layer, order);
    ui.marks().emplace_back(scene::ClipEnd{});
    add_nodes(ui, layer);
}

Vec2 draw_flow_legend(ui::Ui& ui, Vec2 at, const FlowLayer& layer, const FlowLegend& legend) {
    float y = at.y, widest = 0;
    scene::Node node;
    node.id = legend.id, node.role = scene::Role::image, node.name = legend.name;
    const auto say = [&](const std::string& text) {
        node.description += (node.description.empty() ? "" : ", ") + text;
    };
    const auto sample = [&](float width, Color color, const std::string& words) {
        if (words.empty()) return;
        const float row = std::max(24.f, width + 10);
        Ribbon ribbon{{}, width, color};
        for (int i = 0; i <= 4; ++i) ribbon.line.push_back({at.x + 9.f * static_cast<float>(i), y + row / 2});
        draw_ribbon(ui, ribbon, false);
        widest = std::max(widest, 76 + ui.glyphs({at.x + 76, y + row / 2 + 5}, words, ui::style::note));
        say(words);
        y += row;
    };
    sample(8, layer.towards, legend.towards);
    sample(8, layer.away, legend.away);
    for (const double amount : legend_amounts(largest_of(layer)))
        sample(flow_width_px(layer, amount), token::solid_gray_536, legend.format(amount) + legend.unit);
    node.rect = {at.x, at.y, widest, y - at.y};
    ui.add(std::move(node));
    return {widest, y - at.y};
}

}  // namespace atlas::chart

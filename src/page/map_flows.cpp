#include "page/map_flows.h"

#include <algorithm>
#include <cmath>

#include "chart/flows.h"
#include "chart/map_view.h"
#include "model/user_table.h"

namespace atlas::page {

namespace {

chart::FlowLayer layer_of(const MapFacts& facts, Rect map) {
    chart::FlowLayer layer;
    layer.rect = map, layer.max_width_px = std::clamp(std::min(map.w, map.h) * 0.03f, 8.f, 22.f);
    layer.hub_radius_px = map.w < 480 ? 10.f : 16.f;
    layer.towards = below_zero, layer.away = above_zero;  // orange is what Tokyo gains
    for (const auto& value : facts.values) layer.max_value = std::max(layer.max_value, std::abs(value.value_or(0)));
    return layer;
}

/// The middle of the prefectures of the Tokyo area.
std::optional<Vec2> hub_of(const MapMesh& mesh) {
    Vec2 sum{};
    for (const std::string_view code : model::tokyo_area) {
        const int feature = mesh.find(code);
        if (feature < 0) return std::nullopt;
        sum = sum + mesh.feature_labels[static_cast<size_t>(feature)];
    }
    return sum * (1 / static_cast<float>(std::size(model::tokyo_area)));
}

struct Moved {
    std::string code;
    Vec2 plane;
    double value = 0;
    std::string label;
};

}  // namespace

void add_flows(const MapFacts& facts, chart::MapOptions& options) {
    for (size_t f = 0; f < options.fills.size(); ++f)
        if (!(options.fills[f] == transparent) && !options.hatched[f]) options.fills[f] = token::solid_gray_100;
    // The Tokyo area has no value of its own, and lacks none.
    for (const std::string_view code : model::tokyo_area)
        if (const int f = options.mesh->find(code); f >= 0) {
            options.fills[static_cast<size_t>(f)] = token::solid_gray_200;
            options.hatched[static_cast<size_t>(f)] = false;
        }
    const std::optional<Vec2> hub = hub_of(*options.mesh);
    if (!hub) return;
    chart::FlowLayer layer = layer_of(facts, options.rect);
    layer.selected = options.selected, layer.hovered = options.hovered;
    layer.hub_label = facts.words(Word::map_flows_hub);
    std::vector<Moved> moved;
    for (size_t p = 0; p < facts.places.size(); ++p) {
        const int feature = facts.values[p] ? options.mesh->find(facts.places[p].code) : -1;
        if (feature < 0) continue;
        moved.push_back({std::string(facts.places[p].code), options.mesh->feature_labels[static_cast<size_t>(feature)],
                         *facts.values[p], std::string(facts.places[p].name)});
    }
    options.patterned = true;
    options.feature_labels.assign(options.feature_labels.size(), "");  // each ribbon has its name
    options.drawings.push_back([layer, hub = *hub, moved = std::move(moved)](ui::Ui& ui, const chart::MapViews& views) {
        chart::FlowLayer drawn = layer;
        const auto to_window = [&](Vec2 plane) { return views.of(plane).transform.to_window(plane); };
        drawn.hub = to_window(hub);
        for (const Moved& item : moved)
            if (const Vec2 at = to_window(item.plane); drawn.rect.contains(at))
                drawn.flows.push_back({item.code, at, item.value, item.label, ""});
        chart::draw_flows(ui, drawn);
    });
}

void draw_flows_legend(const MapPanel& panel, ui::Flow& flow) {
    const Words& words = flow.ui.words;
    model::Indicator amount;  // without the sign, which the colour tells
    amount.unit = panel.facts.indicator->unit, amount.decimals = panel.facts.indicator->decimals;
    chart::FlowLegend legend;
    legend.id = "map:legend", legend.name = words(Word::map_flows_legend);
    legend.towards = words(Word::map_flows_towards), legend.away = words(Word::map_flows_away);
    legend.format = [amount, words](double value) { return figure_of(words, amount, value).text(); };
    flow.paragraph(legend.name, ui::style::note);
    flow.y += chart::draw_flow_legend(flow.ui, {flow.x, flow.y + 8}, layer_of(panel.facts, panel.map), legend).y + 12;
}

}  // namespace atlas::page

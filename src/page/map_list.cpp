// The 47 prefectures of the map page in rank order, synchronised with the map, or as a table in code order.
#include <algorithm>
#include <cmath>

#include "page/map_panel.h"
#include "ui/controls.h"

namespace atlas::page {

using scene::Node;
using scene::Role;
using ui::Flow;
using ui::Ui;
namespace ink = ui::ink;
namespace style = ui::style;

namespace {

constexpr float row_px = ui::target_px;

/// Where a value lies on the rows' common axis; zero is always on it.
struct Axis {
    double low = 0, high = 0;
    float x = 0, w = 0;
    float at(double value) const { return high > low ? x + w * static_cast<float>((value - low) / (high - low)) : x; }
};

Axis axis_of(const MapFacts& facts, float x, float w) {
    Axis axis{0, 0, x, w};
    for (const auto& value : facts.values)
        if (value) axis.low = std::min(axis.low, *value), axis.high = std::max(axis.high, *value);
    return axis;
}

void draw_bar(const MapPanel& panel, const Axis& axis, double value, float y) {
    Ui& ui = panel.ctx.ui;
    const float zero = axis.at(0), end = axis.at(value);
    const Color color = panel.facts.scale.color(value);
    const bool pale = contrast_ratio(color, ink::ground) < 1.6;
    const Rect bar{std::min(zero, end), y - 5, std::max(1.f, std::abs(end - zero)), 10};
    ui.frame(bar, pale ? token::solid_gray_420 : color, 1, 0, color);
    ui.rect({zero - 0.5f, y - 9, 1, 18}, token::solid_gray_420);
}

void draw_row(const MapPanel& panel, size_t p, Rect row, const Axis& axis) {
    Ui& ui = panel.ctx.ui;
    const model::Prefecture& prefecture = panel.prefectures()[p];
    const auto& value = panel.facts.values[p];
    const bool chosen = prefecture.code == panel.ctx.state.prefecture, hovered = prefecture.code == panel.hovered;
    if (chosen || hovered) ui.rect({row.x - 8, row.y, row.w + 16, row.h}, chosen ? ink::tint : ink::ground_second, 8);
    if (chosen) ui.rect({row.x - 8, row.y + 6, 4, row.h - 12}, ink::link, 2);
    const float y = row.center().y, baseline = y + 6;
    const std::string rank = panel.facts.ranks[p] ? std::to_string(*panel.facts.ranks[p]) : "";
    ui.glyphs({row.x + 22, baseline - 0.5f}, rank, style::note, ui::Align::right);
    ui.glyphs({row.x + 32, baseline}, prefecture.name, chosen ? style::bold : style::body);
    std::string told = "値なし";
    if (value) {
        const Figure figure = figure_of(panel.indicator(), *value);
        told = figure.text();
        const float unit_w = ui.width(figure.unit, style::note);
        ui.glyphs({row.right() - unit_w - 2, baseline}, figure.number, style::bold, ui::Align::right);
        ui.glyphs({row.right(), baseline}, figure.unit, style::note, ui::Align::right);
        draw_bar(panel, axis, *value, y);
    } else {
        ui.glyphs({row.right(), baseline}, told, style::note, ui::Align::right);
    }
    Node item;
    item.id = "rank-item:" + prefecture.code, item.role = Role::listitem, item.rect = row;
    Ui::Scope scope(ui, std::move(item));
    Node node;
    node.id = "rank:" + prefecture.code, node.role = Role::button, node.rect = row;
    node.name = (rank.empty() ? "" : rank + "位 ") + prefecture.name + " " + told;
    node.toggles = true, node.pressed = chosen, node.action = {Action::Kind::pick_feature, prefecture.code, {}, 0};
    ui.region(row, node.id, node.action);
    ui.add(std::move(node));
}

/// Width that the widest figure of the list takes.
float figures_px(const MapPanel& panel) {
    float widest = 48;
    for (const auto& value : panel.facts.values) {
        if (!value) continue;
        const Figure figure = figure_of(panel.indicator(), *value);
        widest = std::max(
            widest, panel.ctx.ui.width(figure.number, style::bold) + 2 + panel.ctx.ui.width(figure.unit, style::note));
    }
    return widest;
}

void draw_ranking(const MapPanel& panel, Flow& flow) {
    Ui& ui = panel.ctx.ui;
    Node list;
    list.id = "map:ranking", list.role = Role::list, list.name = "値の大きい順";
    Ui::Scope scope(ui, std::move(list));
    // A sheet as wide as a tablet would tear name and value apart.
    const float width = std::min(flow.width, 480.f);
    const float names = 32 + 5 * ui::size::body;
    const Axis axis = axis_of(panel.facts, flow.x + names, width - names - figures_px(panel) - 12);
    for (const size_t p : panel.facts.order) {
        draw_row(panel, p, {flow.x, flow.y, width, row_px}, axis);
        flow.y += row_px;
    }
}

void draw_table(const MapPanel& panel, Flow& flow) {
    ui::TableSpec spec;
    spec.id = "map:table";
    spec.caption = panel.indicator().name + "、" + panel.facts.year_text() + "、都道府県コード順";
    const std::string unit = panel.indicator().unit;
    spec.columns = {{"都道府県", 96, ui::Align::left},
                    {"値" + (unit.empty() ? "" : "（" + unit + "）"), 0, ui::Align::right},
                    {"順位", 56, ui::Align::right}};
    for (size_t p = 0; p < panel.prefectures().size() && p < panel.facts.values.size(); ++p) {
        const auto& value = panel.facts.values[p];
        const auto& rank = panel.facts.ranks[p];
        spec.rows.push_back({panel.prefectures()[p].name, value ? exact_number(panel.indicator(), *value) : "値なし",
                             rank ? std::to_string(*rank) : "－"});
    }
    flow.y += ui::table(panel.ctx.ui, {flow.x, flow.y}, std::min(flow.width, 480.f), spec);
}

}  // namespace

void draw_list(const MapPanel& panel, Flow& flow) {
    const bool as_table = panel.ctx.state.as_table;
    flow.heading("47都道府県の値", 2, style::section, "map:list-title");
    flow.space(8);
    const std::string ranking = panel.route([](view::ViewState& s) { s.as_table = false; });
    const std::string table = panel.route([](view::ViewState& s) { s.as_table = true; });
    flow.y += ui::chip_group(panel.ctx.ui, "map:order", "並べ方", {flow.x, flow.y}, flow.width,
                             {{"map:as-ranking", "大きい順", ranking, !as_table, ""},
                              {"map:as-table", "表（コード順）", table, as_table, ""}});
    flow.space(8);
    if (as_table)
        draw_table(panel, flow);
    else
        draw_ranking(panel, flow);
}

}  // namespace atlas::page

// The places of the map page in rank order, synchronised with the map, or as a table in code order.
#include <algorithm>
#include <cmath>

#include "model/lookup.h"
#include "page/map_panel.h"
#include "page/names.h"
#include "text/text.h"
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

Axis axis_of(const MapFacts& facts, const std::vector<size_t>& rows, float x, float w) {
    Axis axis{0, 0, x, w};
    for (const size_t p : rows)
        if (const auto& value = facts.values[p])
            axis.low = std::min(axis.low, *value), axis.high = std::max(axis.high, *value);
    return axis;
}

constexpr size_t few_rows = 200, shown_at_each_end = 10;

/// In rank order. Of all municipalities only both ends: the others are found by their prefecture.
struct Rows {
    std::vector<size_t> places;
    size_t matching = 0;  ///< more than `places` where only both ends are shown
};
Rows rows_of(const MapPanel& panel) {
    const std::string open = panel.open_prefecture();
    std::vector<size_t> rows;
    for (const size_t p : panel.facts.order)
        if (panel.facts.places[p].is_in(open) && panel.facts.is_in(p, panel.facts.shown)) rows.push_back(p);
    const size_t matching = rows.size();
    if (matching <= few_rows) return {std::move(rows), matching};
    size_t valued = 0;
    for (const size_t p : rows) valued += panel.facts.values[p].has_value();
    if (valued <= 2 * shown_at_each_end) valued = std::min(rows.size(), 2 * shown_at_each_end);
    rows.resize(valued);
    rows.erase(rows.begin() + shown_at_each_end, rows.end() - shown_at_each_end);
    return {std::move(rows), matching};
}

/// Place and, where both ends of the country are told, its prefecture.
std::string row_name(const MapPanel& panel, size_t p) {
    const bool national = panel.facts.level == view::Level::municipality && panel.open_prefecture().empty();
    return national ? panel.facts.places[p].full_name(panel.facts.words) : std::string(panel.facts.places[p].name);
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
    const std::string code(panel.facts.places[p].code), name = row_name(panel, p);
    const auto& value = panel.facts.values[p];
    const bool chosen = panel.chosen() == static_cast<int>(p), hovered = code == panel.hovered;
    const Ui::Part part(ui, "rank:" + code);
    if (chosen || hovered) ui.rect({row.x - 8, row.y, row.w + 16, row.h}, chosen ? ink::tint : ink::ground_second, 8);
    if (chosen) ui.rect({row.x - 8, row.y + 6, 4, row.h - 12}, ink::link, 2);
    const float y = row.center().y, baseline = y + 6;
    const std::string rank = panel.facts.ranks[p] ? std::to_string(*panel.facts.ranks[p]) : "";
    const float rank_x = rank.size() > 2 ? row.x + 34 : row.x + 22;
    ui.glyphs({rank_x, baseline - 0.5f}, rank, style::note, ui::Align::right);
    const ui::TextStyle look = chosen ? style::bold : style::body;
    ui.glyph_block({rank_x + 10, y - look.line_px() / 2}, axis.x - rank_x - 14, name, look, 1);
    const Words& words = ui.words;
    std::string told = words(Word::map_no_data);
    if (value) {
        const Figure figure = figure_of(words, panel.indicator(), *value);
        told = figure.text();
        const float unit_w = ui.width(figure.unit, style::note) + (figure.is_spaced ? 4 : 2);
        ui.glyphs({row.right() - unit_w, baseline}, figure.number, style::bold, ui::Align::right);
        ui.glyphs({row.right(), baseline}, figure.unit, style::note, ui::Align::right);
        draw_bar(panel, axis, *value, y);
    } else {
        ui.glyphs({row.right(), baseline}, told, style::note, ui::Align::right);
    }
    Node item;
    item.id = "rank-item:" + code, item.role = Role::listitem, item.rect = row;
    Ui::Scope scope(ui, std::move(item));
    Node node;
    node.id = "rank:" + code, node.composite = "map:ranking", node.role = Role::button, node.rect = row;
    node.name =
        rank.empty() ? name + " " + told : words(Word::map_ranked, {{"rank", rank}, {"name", name}, {"value", told}});
    node.toggles = true, node.pressed = chosen, node.action = {Action::Kind::pick_feature, code, {}, 0};
    ui.region(row, node.id, node.action);
    ui.add(std::move(node));
}

/// Width that the widest figure of the list takes.
float figures_px(const MapPanel& panel, const std::vector<size_t>& rows) {
    float widest = 48;
    for (const size_t p : rows) {
        const auto& value = panel.facts.values[p];
        if (!value) continue;
        const Figure figure = figure_of(panel.ctx.ui.words, panel.indicator(), *value);
        widest = std::max(
            widest, panel.ctx.ui.width(figure.number, style::bold) + 2 + panel.ctx.ui.width(figure.unit, style::note));
    }
    return widest;
}

void draw_ranking(const MapPanel& panel, const std::vector<size_t>& rows, Flow& flow) {
    Ui& ui = panel.ctx.ui;
    Node list;
    list.id = "map:ranking", list.role = Role::list, list.name = ui.words(Word::map_ranking);
    Ui::Scope scope(ui, std::move(list));
    // A sheet as wide as a tablet would tear name and value apart.
    const float width = std::min(flow.width, 480.f);
    const bool municipal = panel.facts.level == view::Level::municipality;
    const bool prefectures = panel.facts.level == view::Level::prefecture;
    const float names = municipal ? 44 + 8 * ui::size::body : 32 + (prefectures ? 5.f : 6.f) * ui::size::body;
    const float bars = std::max(24.f, width - names - figures_px(panel, rows) - 12);
    const Axis axis = axis_of(panel.facts, rows, flow.x + width - bars - figures_px(panel, rows) - 12, bars);
    for (size_t i = 0; i < rows.size(); ++i) {
        if (i == shown_at_each_end && rows.size() == 2 * shown_at_each_end && municipal &&
            panel.open_prefecture().empty()) {
            ui.glyphs({flow.x + width / 2, flow.y + 16}, "⋮", style::note, ui::Align::center);
            flow.y += 24;
        }
        draw_row(panel, rows[i], {flow.x, flow.y, width, row_px}, axis);
        flow.y += row_px;
    }
}

void draw_table(const MapPanel& panel, std::vector<size_t> rows, Flow& flow) {
    std::sort(rows.begin(), rows.end());
    ui::TableSpec spec;
    spec.id = "map:table";
    const Words& words = panel.ctx.ui.words;
    spec.caption = words(Word::map_caption, {{"what", panel.facts.what()}});
    const std::string unit = exact_unit(words, panel.indicator()), value_title = words(Word::map_own_value);
    const float names_px = panel.facts.level == view::Level::municipality ? 136 : 96;
    const view::Level level = panel.facts.level;
    const Word places = level == view::Level::block          ? Word::map_level_block
                        : level == view::Level::municipality ? Word::map_level_municipality
                                                             : Word::map_level_prefecture;
    spec.columns = {{words(places), names_px, ui::Align::left},
                    {unit.empty() ? value_title : words(Word::text_with_note, {{"text", value_title}, {"note", unit}}),
                     0, ui::Align::right},
                    {words(Word::map_rank_column), 56, ui::Align::right}};
    const MapFacts* second = panel.facts.second.get();
    const auto titled = [&](const MapFacts& facts) {
        const std::string of = exact_unit(words, *facts.indicator);
        return of.empty() ? facts.name() : words(Word::text_with_note, {{"text", facts.name()}, {"note", of}});
    };
    if (second) {
        spec.caption = words(Word::map_caption, {{"what", text::listed(words, {panel.facts.what(), second->what()})}});
        spec.columns[1].header = titled(panel.facts);
        spec.columns[2] = {titled(*second), 0, ui::Align::right};
    }
    const auto figure = [&](const MapFacts& facts, size_t p) {
        const auto& value = facts.values[p];
        return value ? exact_number(words, *facts.indicator, *value) : std::string(words(Word::map_no_data));
    };
    for (const size_t p : rows) {
        const auto& rank = panel.facts.ranks[p];
        spec.rows.push_back({row_name(panel, p), figure(panel.facts, p),
                             second ? figure(*second, p)
                             : rank ? std::to_string(*rank)
                                    : std::string(words(Word::map_no_rank))});
    }
    flow.y += ui::table(panel.ctx.ui, {flow.x, flow.y}, std::min(flow.width, 480.f), spec);
}

}  // namespace

void draw_list(const MapPanel& panel, Flow& flow) {
    const bool as_table = panel.ctx.state.as_table;
    const Rows found = rows_of(panel);
    const std::vector<size_t>& rows = found.places;
    const std::string open = panel.open_prefecture();
    const model::Prefecture* prefecture =
        panel.ctx.data.places ? model::find_prefecture(*panel.ctx.data.places, open) : nullptr;
    const bool all = rows.size() < found.matching;
    const size_t count = found.matching;
    const Words& words = panel.ctx.ui.words;
    const std::string number = text::number(static_cast<double>(count)), places = panel.facts.place_word(count);
    std::string title = prefecture ? words(Word::map_list_title_in,
                                           {{"name", name_of(words, *prefecture)}, {"n", number}, {"places", places}})
                                   : words(Word::map_list_title, {{"n", number}, {"places", places}});
    if (all) title = words(Word::map_list_ends, {{"title", title}});
    flow.heading(title, 2, style::section, "map:list-title");
    if (all) flow.paragraph(words(Word::map_choose_prefecture), style::note);
    if (prefecture && panel.facts.present > 0)
        flow.paragraph(words(Word::map_rank_note, {{"n", text::number(static_cast<double>(panel.facts.present))}}),
                       style::note);
    flow.space(8);
    const std::string ranking = panel.route([](view::ViewState& s) { s.as_table = false; });
    const std::string table = panel.route([](view::ViewState& s) { s.as_table = true; });
    if (!panel.ctx.ui.env.on_paper)
        flow.y += ui::chip_group(panel.ctx.ui, "map:order", words(Word::map_order), {flow.x, flow.y}, flow.width,
                                 {{"map:as-ranking", words(Word::map_as_ranking), ranking, !as_table, ""},
                                  {"map:as-table", words(Word::map_as_table), table, as_table, ""}});
    flow.space(8);
    if (as_table)
        draw_table(panel, rows, flow);
    else
        draw_ranking(panel, rows, flow);
}

}  // namespace atlas::page

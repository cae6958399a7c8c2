// The chosen block, prefecture or municipality on the map page: its value large, its place among the others, its other
// figures and its stories.
#include <algorithm>

#include "model/lookup.h"
#include "page/map_level.h"
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

constexpr size_t others_shown = 5;
constexpr const char* all_others = "map:others";

/// Name and figure; on phones on one line, so that both stand in the sheet's visible part.
void draw_value(const MapPanel& panel, size_t p, Flow& flow) {
    Ui& ui = panel.ctx.ui;
    const auto& value = panel.facts.values[p];
    const std::string name(panel.facts.places[p].name);
    const Words& words = ui.words;
    const std::string what = panel.facts.what();
    const Figure figure = value ? figure_of(words, panel.indicator(), *value) : Figure{words(Word::map_no_data), ""};
    const std::string rank = panel.facts.rank_text(p);
    const float top = flow.y, size = value ? (ui.phone() ? ui::size::page : ui::size::figure) : ui::size::heading;
    Rect value_rect{flow.x, top, flow.width, 0};
    if (ui.phone()) {
        const float unit_px = std::max(ui::size::note, size * 0.45f);
        const float w =
            ui.width(figure.number, {size, Weight::bold}) + 4 + ui.width(figure.unit, {unit_px, Weight::bold});
        flow.y += ui::heading(ui, {flow.x, top}, flow.width - w - 16, name, 2, style::page, "map:chosen-name");
        value_rect.x = flow.x + flow.width - w, value_rect.w = w;
        ui::figure(ui, {flow.x + flow.width - w, Ui::baseline(top, style::page)}, figure.number, figure.unit, size);
    } else {
        flow.heading(name, 2, style::page, "map:chosen-name");
        value_rect.y = flow.y;
        const float baseline = flow.y + size;
        const float w = ui::figure(ui, {flow.x, baseline}, figure.number, figure.unit, size);
        const bool beside = w + 16 + ui.width(rank, style::bold) <= flow.width;
        flow.y = baseline + 12;
        if (beside) {
            ui.glyphs({flow.x + flow.width, baseline}, rank, style::bold, ui::Align::right);
        } else {
            ui.glyphs({flow.x, Ui::baseline(flow.y, style::bold)}, rank, style::bold);
            flow.y += style::bold.line_px();
        }
    }
    Node node;
    const std::string place = rank.empty() ? "" : words(Word::map_largest_first, {{"rank", rank}});
    node.id = "map:chosen-value", node.role = Role::text, node.name = text::listed(words, {figure.text(), place});
    value_rect.h = flow.y - value_rect.y;
    node.rect = value_rect;
    ui.add(std::move(node));
    std::string told = ui.phone() && value ? words(Word::map_sentence, {{"text", rank}}) : "";
    text::append_sentence(
        words, told,
        value ? words(Word::map_against, {{"what", what}, {"median", against_median(panel.facts, *value)}})
              : words(Word::map_unpublished, {{"what", what}}));
    flow.paragraph(told, style::note, "map:against-median");
}

/// Other indicators, each leading to its own map.
void draw_other(const MapPanel& panel, const model::Indicator& indicator, size_t p, Flow& flow) {
    Ui& ui = panel.ctx.ui;
    const Words& words = ui.words;
    const std::string id = "map:other:" + indicator.key;
    const std::optional<LatestValue> latest = latest_value(indicator, p);
    const std::string year = latest ? text::year(words, latest->year, is_fiscal(indicator)) : "";
    const std::string name = name_of(words, indicator);
    const Figure figure = latest ? figure_of(words, indicator, latest->value) : Figure{words(Word::map_no_data), ""};
    const float figure_w = ui.width(figure.number, style::bold) + ui.width(figure.unit, style::note) + 2;
    const float name_w = flow.width - std::max(figure_w, 72.f) - 16;
    const bool hover = ui.hovered(id);
    const ui::TextStyle name_style = ui::with_color(style::note, hover ? ink::link_hover : ink::link);
    const float name_h = ui.height(name, name_style, name_w);
    const Rect row{flow.x, flow.y, flow.width, std::max(52.f, name_h + 14)};
    if (hover) ui.rect({row.x - 8, row.y, row.w + 16, row.h}, ink::ground_second, 8);
    ui.glyph_block({row.x, row.center().y - name_h / 2}, name_w, name, name_style);
    const float unit_w = ui.width(figure.unit, style::note);
    const float y = year.empty() ? row.center().y + 6 : row.center().y;
    ui.glyphs({row.right() - unit_w - (figure.is_spaced ? 4 : 2), y}, figure.number, style::bold, ui::Align::right);
    ui.glyphs({row.right(), y}, figure.unit, style::note, ui::Align::right);
    if (!year.empty()) ui.glyphs({row.right(), y + 19}, year, style::note, ui::Align::right);
    ui.hline(row.x, row.right(), row.bottom() - 1, token::solid_gray_100);
    Node item;
    item.id = id + "/item", item.role = Role::listitem, item.rect = row;
    Ui::Scope scope(ui, std::move(item));
    Node node;
    node.id = id, node.role = Role::link, node.rect = row;
    node.name = name + " " + figure.text();
    if (!year.empty()) node.name = words(Word::text_with_note, {{"text", node.name}, {"note", year}});
    node.href = panel.route([&](view::ViewState& s) { view::choose_indicator(s, indicator.key); });
    node.action = adjust(node.href);
    ui.region(row, node.id, node.action);
    ui.add(std::move(node));
    flow.y += row.h;
}

void draw_others(const MapPanel& panel, size_t p, Flow& flow) {
    Ui& ui = panel.ctx.ui;
    const Words& words = ui.words;
    const bool municipal = panel.facts.level == view::Level::municipality;
    const auto& all = (municipal ? panel.ctx.data.municipal_indicators : panel.ctx.data.indicators)->indicators;
    const bool whole = ui.is_open(all_others);
    flow.heading(words(Word::map_others), 3, style::bold);
    size_t count = 0;
    {
        Node list;
        list.id = "map:others-list", list.role = Role::list,
        list.name = words(Word::map_others_of, {{"name", panel.facts.places[p].name}});
        Ui::Scope scope(ui, std::move(list));
        for (const model::Indicator& indicator : all) {
            if (&indicator == panel.facts.indicator) continue;
            if (count++ < others_shown || whole) draw_other(panel, indicator, p, flow);
        }
    }
    if (count <= others_shown) return;
    ui::ButtonSpec more;
    more.id = "map:others-more", more.kind = ui::ButtonKind::quiet,
    more.action = {Action::Kind::toggle, all_others, {}, 0};
    more.label = whole ? words(Word::map_others_fewer) : words(Word::map_others_more, {{"n", count - others_shown}});
    more.has_icon = true, more.icon = whole ? ui::Icon::chevron_up : ui::Icon::chevron_down;
    more.expands = true, more.expanded = whole;
    flow.space(8);
    ui::button(ui, {flow.x, flow.y, ui::button_width(ui, more.label, true), ui::target_px}, more);
    flow.y += ui::target_px;
}

void draw_story(const MapPanel& panel, const model::Story& story, Flow& flow) {
    Ui& ui = panel.ctx.ui;
    const std::string id = "chosen:" + story.id, href = "/stories/" + story.id;
    const float inner = flow.width - 28;
    const bool hover = ui.hovered(id);
    const ui::TextStyle title = ui::with_color(style::note_bold, hover ? ink::link_hover : ink::link);
    const std::string place = place_of(ui.words, story, panel.ctx.data.places.get());
    const float h = ui.height(place, style::note, inner) + ui.height(story.title, title, inner) + 16;
    const Rect row{flow.x, flow.y, flow.width, h};
    if (hover) ui.rect({row.x - 8, row.y, row.w + 16, row.h}, ink::ground_second, 8);
    ui::pillar_mark(ui, {row.x + 9, row.y + 19}, 7, story.pillar, false);
    const float place_h = ui.glyph_block({row.x + 28, row.y + 8}, inner, place, style::note);
    ui.glyph_block({row.x + 28, row.y + 8 + place_h}, inner, story.title, title);
    ui.hline(row.x, row.right(), row.bottom() - 1, token::solid_gray_100);
    Node item;
    item.id = id + "/item", item.role = Role::listitem, item.rect = row;
    Ui::Scope scope(ui, std::move(item));
    Node node;
    node.id = id, node.role = Role::link, node.name = place + " " + story.title, node.href = href, node.rect = row;
    node.description = ui.words(Word::pillar_number, {{"id", story.pillar}}), node.action = go(href);
    ui.region(row, node.id, node.action);
    ui.add(std::move(node));
    flow.y += h;
}

void draw_stories(const MapPanel& panel, size_t p, Flow& flow) {
    if (!panel.ctx.data.stories) return;
    const Words& words = panel.ctx.ui.words;
    const std::string code(panel.facts.places[p].code), name(panel.facts.places[p].name);
    std::vector<const model::Story*> stories;
    for (const model::Story& story : panel.ctx.data.stories->stories) {
        const auto& codes = panel.facts.level == view::Level::municipality ? story.municipalities : story.prefectures;
        if (std::find(codes.begin(), codes.end(), code) != codes.end()) stories.push_back(&story);
    }
    flow.heading(words(Word::map_stories_count, {{"n", stories.size()}}), 3, style::bold);
    if (stories.empty()) {
        flow.paragraph(words(Word::map_stories_none, {{"name", name}}), style::note);
        return;
    }
    Node list;
    list.id = "map:chosen-stories", list.role = Role::list, list.name = words(Word::map_stories_of, {{"name", name}});
    Ui::Scope scope(panel.ctx.ui, std::move(list));
    for (const model::Story* story : stories) draw_story(panel, *story, flow);
}

/// Finest mesh there is of the place, and its feature.
std::pair<MapMeshPtr, int> shape_of(const MapPanel& panel, std::string_view code) {
    const Data& data = panel.ctx.data;
    const MapMeshPtr& mesh = panel.facts.level == view::Level::block          ? data.block_map
                             : panel.facts.level == view::Level::municipality ? data.municipal_map
                                                                              : data.map;
    return {mesh, mesh ? mesh->find(code) : -1};
}

/// Buttons side by side, wrapped.
class ButtonRow {
public:
    ButtonRow(Ui& ui, Flow& flow) : ui_(ui), flow_(flow), x_(flow.x) {}
    void add(const ui::ButtonSpec& spec) {
        const float w = ui::button_width(ui_, spec.label, spec.has_icon);
        if (x_ > flow_.x && x_ + w > flow_.x + flow_.width) x_ = flow_.x, flow_.y += ui::target_px + 8;
        ui::button(ui_, {x_, flow_.y, w, ui::target_px}, spec);
        x_ += w + 8;
    }
    void end() { flow_.y += ui::target_px; }

private:
    Ui& ui_;
    Flow& flow_;
    float x_;
};

/// Into the place, nearer to it, and away from it.
void draw_buttons(const MapPanel& panel, const std::string& code, Flow& flow) {
    const Words& words = panel.ctx.ui.words;
    ButtonRow row(panel.ctx.ui, flow);
    const auto& [mesh, feature] = shape_of(panel, code);
    const view::Level level = panel.facts.level;
    std::optional<view::MapCamera> near;
    if (feature >= 0) near = chart::fit_feature(*mesh, static_cast<size_t>(feature), panel.map);
    if (level != view::Level::municipality) {
        ui::ButtonSpec open;
        const bool block = level == view::Level::block;
        open.id = "map:open", open.label = words(block ? Word::map_see_prefectures : Word::map_see_municipalities),
        open.has_icon = true, open.icon = ui::Icon::plus;
        view::ViewState next = block ? panel.ctx.state : opened_prefecture(panel, code);
        if (block) next.block.clear(), next.level = view::Level::prefecture, next.camera = near;
        open.action = adjust(view::route_of(next));
        row.add(open);
    }
    if (near && level != view::Level::block) {
        ui::ButtonSpec nearer;
        nearer.id = "map:nearer", nearer.label = words(Word::map_nearer);
        nearer.action = adjust(panel.route([&](view::ViewState& s) {
            s.camera = near;
            // Near enough for municipalities; but it is the prefecture that was asked for.
            if (level == view::Level::prefecture) s.level = level;
        }));
        row.add(nearer);
    }
    ui::ButtonSpec leave;
    leave.id = "map:unchoose", leave.label = words(Word::map_unchoose), leave.kind = ui::ButtonKind::quiet;
    leave.action = {Action::Kind::pick_feature, code, {}, 0};
    row.add(leave);
    row.end();
}

}  // namespace

void draw_chosen(const MapPanel& panel, Flow& flow) {
    const int chosen = panel.chosen();
    if (chosen < 0) return;
    const auto p = static_cast<size_t>(chosen);
    Node region;
    region.id = "map:chosen", region.role = Role::region,
    region.name = panel.ctx.ui.words(Word::map_chosen,
                                     {{"place", panel.facts.place_word(1)}, {"name", panel.facts.places[p].name}});
    Ui::Scope scope(panel.ctx.ui, std::move(region));
    draw_value(panel, p, flow);
    flow.space(12);
    draw_buttons(panel, std::string(panel.facts.places[p].code), flow);
    if (panel.facts.level == view::Level::block) return;
    flow.space(24);
    draw_stories(panel, p, flow);
    flow.space(24);
    draw_others(panel, p, flow);
}

}  // namespace atlas::page

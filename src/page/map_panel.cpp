// Sentence, legend, notes and marker key of the map page.
#include "page/map_panel.h"

#include <algorithm>

#include "page/later.h"
#include "page/map_level.h"
#include "page/map_look.h"
#include "page/map_second.h"
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

int MapPanel::chosen() const { return facts.find(chosen_code(ctx.state, facts.level)); }

std::string MapPanel::open_prefecture() const {
    return facts.level == view::Level::municipality ? ctx.state.prefecture : "";
}

namespace {

/// Diagonal hatch inside `r`, as on the map.
void hatch(Ui& ui, Rect r) {
    ui.rect(r, token::solid_gray_50);
    ui.marks().emplace_back(scene::ClipMark{r});
    for (float x = r.x - r.h; x < r.right(); x += 6) ui.line({x, r.bottom()}, {x + r.h, r.y}, token::solid_gray_420, 1);
    ui.marks().emplace_back(scene::ClipEnd{});
    ui.frame(r, token::solid_gray_420, 1);
}

constexpr ui::TextStyle particle{ui::size::lead, Weight::bold};

/// Width of the indicator's picker, before the particle that follows it.
float picker_px(const Ui& ui, float width) { return width - ui.width(ui.words(Word::map_heading_of), particle) - 8; }

std::vector<scene::Option> indicator_options(const MapPanel& panel) {
    std::vector<scene::Option> options;
    for (const model::Indicator* indicator : indicators_of(panel.ctx.data, panel.facts))
        options.push_back({indicator->key, name_of(panel.ctx.ui.words, *indicator)});
    return options;
}

std::vector<scene::Option> year_options(const MapFacts& facts) {
    std::vector<scene::Option> options;
    const std::vector<int> years = years_with_values(*facts.source);
    for (auto year = years.rbegin(); year != years.rend(); ++year)
        options.push_back({std::to_string(*year),
                           *year > 0 ? text::year(facts.words, *year, is_fiscal(*facts.source)) : facts.year_text()});
    return options;
}

constexpr const char* about_toggle = "map:about-indicator";

/// What has to be said even while the notes are folded: that the figures are provisional, or how they are approximations.
std::string caution_in_short(const Words& words, const model::Indicator& indicator, int year) {
    constexpr std::string_view stop = "。";  // not a text
    const std::vector<int>& provisional = indicator.provisional_years;
    if (std::find(provisional.begin(), provisional.end(), year) != provisional.end())
        return words(Word::map_provisional, {{"year", text::year(words, year, is_fiscal(indicator))}});
    if (!indicator.approximate) return "";
    return indicator.caveat.substr(0, indicator.caveat.find(stop)) + std::string(stop);
}

}  // namespace

std::string sources_in_words(const model::Indicator& indicator) {
    constexpr std::string_view prefix = "出典：";  // not a text
    const std::string& line = indicator.attribution;
    return line.compare(0, prefix.size(), prefix) == 0 ? line.substr(prefix.size()) : line;
}

namespace {
/// Instead of the legend, where the level shown has no values of this indicator.
void say_no_values(const MapPanel& panel, Flow& flow) {
    hatch(flow.ui, {flow.x, flow.y + 4, 44, 20});
    Flow beside{flow.ui, flow.x + 56, flow.y, flow.width - 56};
    beside.paragraph(
        flow.ui.words(Word::map_no_values, {{"indicator", panel.facts.name()}, {"places", panel.facts.place_word()}}),
        ui::with_color(style::note, ink::text), "map:no-values");
    flow.y = beside.y;
}
}  // namespace

void draw_fold(Flow& flow, const std::string& id, const std::string& label, bool is_open) {
    Ui& ui = flow.ui;
    if (ui.env.on_paper && !is_open) return;
    const float height = ui::target_px;
    const ui::TextStyle look = ui::with_color(style::note_bold, ui.hovered(id) ? ink::link_hover : ink::link);
    const Vec2 middle{flow.x, flow.y + height / 2};
    const float w = ui.glyphs({middle.x, middle.y + 5}, label, look);
    ui.icon(is_open ? ui::Icon::chevron_up : ui::Icon::chevron_down, {middle.x + w + 13, middle.y}, 18, look.color);
    Node node;
    node.id = id, node.role = Role::button, node.name = label, node.rect = {flow.x - 4, flow.y, w + 32, height};
    node.expands = true, node.expanded = is_open, node.action = {Action::Kind::toggle, id, {}, 0};
    ui.region(node.rect, id, node.action);
    ui.add(std::move(node));
    flow.y += height;
}

void draw_sentence(const MapPanel& panel, Flow& flow) {
    Ui& ui = panel.ctx.ui;
    const Words& words = ui.words;
    if (ui.env.on_paper)  // nobody chooses: what is shown is its heading
        return flow.heading(
            words(Word::map_title, {{"indicator", panel.facts.name()}, {"when", panel.facts.year_text()}}), 1,
            style::section, "map:title");
    const model::Indicator& indicator = panel.indicator();
    Node heading;
    heading.id = "map:title", heading.role = Role::heading, heading.level = 1;
    heading.name = words(
        Word::map_heading,
        {{"indicator", panel.facts.name()}, {"when", panel.facts.year_text()}, {"place", panel.facts.place_word(1)}});
    heading.rect = {flow.x, flow.y, flow.width, 2 * ui::target_px + ui::unit};
    ui.add(std::move(heading));

    const float first_y = flow.y, second_y = flow.y + ui::target_px + ui::unit;
    const float first_w = picker_px(ui, flow.width);
    if (panel.facts.year == 0) {  // the reader's own file, without years: which file it is
        const float name_w = std::min(ui.width(panel.facts.year_text(), style::note_bold), flow.width - 72);
        ui.glyph_block({flow.x, second_y + 11}, name_w + 1, panel.facts.year_text(), style::note_bold, 1);
        ui.glyphs({flow.x + name_w + 8, second_y + 29}, words(Word::map_heading_see), particle);
    }
    const float year_w = 128;
    ui.glyphs({flow.x + first_w + 8, first_y + 29}, words(Word::map_heading_of), particle);
    if (panel.facts.year) ui.glyphs({flow.x + year_w + 8, second_y + 29}, words(Word::map_heading_see), particle);
    ui::select(ui, "map:indicator", {flow.x, first_y}, first_w, "", indicator.key, indicator_options(panel),
               "indicator", words(Word::map_pick_indicator));
    if (panel.facts.year)
        ui::select(ui, "map:year", {flow.x, second_y}, year_w, "", std::to_string(panel.facts.year),
                   year_options(panel.facts), "year", words(Word::map_pick_year));
    flow.y = second_y + ui::target_px;
}

void draw_legend(const MapPanel& panel, Flow& flow) {
    const Words& words = flow.ui.words;
    const model::Indicator& indicator = panel.indicator();
    if (panel.facts.second) return later<draw_second_legend>()(panel, flow);
    // The picker cuts a long name: it stands here in full.
    if (panel.facts.made || flow.ui.width(panel.facts.name(), style::body) + 54 > picker_px(flow.ui, flow.width))
        flow.paragraph(panel.facts.what(), style::note_bold), flow.space(4);
    if (panel.facts.present == 0) return say_no_values(panel, flow);
    draw_class_legend(panel, flow);
    const std::vector<double>& breaks = panel.facts.scale.breaks;
    const bool midpoint_shown = std::find(breaks.begin(), breaks.end(), indicator.midpoint) != breaks.end();
    if (indicator.scale == "diverging" && midpoint_shown && !indicator.midpoint_label.empty())
        flow.paragraph(words(Word::map_midpoint, {{"value", break_text(words, indicator, indicator.midpoint)},
                                                  {"label", indicator.midpoint_label}}),
                       style::note);
}

namespace {
/// Every source of the indicator's years, by title.
void draw_sources(const MapPanel& panel, Flow& flow) {
    if (!panel.ctx.data.policy) return;
    const Words& words = flow.ui.words;
    std::string titles;
    for (const std::string& id : panel.indicator().sources)
        if (const model::Source* source = model::find_source(*panel.ctx.data.policy, id))
            titles += (titles.empty() ? "" : words(Word::map_source_separator)) +
                      (source->publisher.empty()
                           ? source->title
                           : words(Word::source_by, {{"title", source->title}, {"publisher", source->publisher}}));
    if (titles.empty()) return;
    flow.space(8);
    flow.y +=
        ui::labelled(flow.ui, {flow.x, flow.y}, flow.width, Word::map_made_from, titles, style::note, "map:sources");
}
}  // namespace

namespace {
bool crosses_break(const MapFacts& facts, int other) {
    const int from = std::min(facts.year, other), to = std::max(facts.year, other);
    for (const model::Indicator::Break& change : facts.source->breaks)
        if (change.year > from && change.year <= to) return true;
    return false;
}
}  // namespace

void draw_notes(const MapPanel& panel, Flow& flow) {
    const model::Indicator& indicator = panel.indicator();
    const ui::TextStyle note = ui::with_color(style::note, ink::text);
    const bool is_open = flow.ui.is_open(about_toggle);
    if (panel.facts.present > 0) flow.paragraph(summary(panel.facts), note, "map:summary");
    if (panel.facts.level == view::Level::block && panel.facts.source->block == "mean")
        flow.paragraph(flow.ui.words(Word::map_block_mean), note, "map:block-mean");
    if (panel.facts.made && crosses_break(panel.facts, panel.ctx.state.look.earlier))
        flow.paragraph(flow.ui.words(Word::map_difference_break), note, "map:difference-break");
    for (const model::Indicator::Break& change : indicator.breaks) {
        if (change.year != panel.facts.year) continue;
        flow.space(8);
        flow.y += ui::labelled(flow.ui, {flow.x, flow.y}, flow.width, Word::map_since, change.note, note);
    }
    const std::string caveat =
        is_open ? indicator.caveat : caution_in_short(flow.ui.words, indicator, panel.facts.year);
    if (!caveat.empty()) {
        flow.space(8);
        flow.y += ui::labelled(flow.ui, {flow.x, flow.y}, flow.width, Word::map_caution, caveat, note, "map:caveat");
    }
    flow.space(8);
    flow.y += ui::source_line(flow.ui, {flow.x, flow.y}, flow.width, sources_in_words(indicator));
    if (indicator.definition.empty() && indicator.caveat.empty()) return;
    if (flow.ui.env.on_paper && !is_open) flow.space(16);  // the fold's own room
    draw_fold(flow, about_toggle, flow.ui.words(Word::map_about_indicator), is_open);
    if (!is_open) return;
    flow.paragraph(indicator.definition, note, "map:definition");
    draw_sources(panel, flow);
}

void draw_marker_key(Context& ctx, Flow& flow) {
    Ui& ui = ctx.ui;
    const bool shown = ctx.state.markers;
    const std::string other = view::route_with(ctx.state, [](view::ViewState& s) { s.markers = !s.markers; });
    if (ui.env.on_paper && !shown) return;
    if (ui.env.on_paper)
        ui::label(ui, {flow.x, flow.y + 28}, ui.words(Word::map_markers), style::note_bold);
    else
        ui::chip(ui, "map:markers", {flow.x, flow.y}, ui.words(Word::map_markers), other, shown);
    flow.y += ui::target_px;
    if (!shown || !ctx.data.policy) return;
    flow.space(4);
    Node list;
    list.id = "map:pillars", list.role = Role::list, list.name = ui.words(Word::map_marker_key);
    Ui::Scope scope(ui, std::move(list));
    float x = flow.x;
    const float line = 26;
    for (const model::Pillar& pillar : ctx.data.policy->pillars) {
        const std::string name = short_name_of(ui.words, pillar);
        const float w = 22 + ui.width(name, style::note) + 14;
        if (x > flow.x && x + w - 14 > flow.x + flow.width) x = flow.x, flow.y += line;
        ui::pillar_mark(ui, {x + 8, flow.y + line / 2}, 6.5f, pillar.id, false);
        ui.glyphs({x + 22, flow.y + line / 2 + 5}, name, ui::with_color(style::note, ink::text));
        Node item;
        item.role = Role::listitem, item.name = ui.words(Word::pillar_numbered, {{"id", pillar.id}, {"name", name}}),
        item.rect = {x, flow.y, w, line};
        ui.add(std::move(item));
        x += w;
    }
    flow.y += line;
}

}  // namespace atlas::page

#include "page/map_second.h"

#include <algorithm>

#include "chart/bivariate.h"
#include "chart/map_pair.h"
#include "page/map_backdrop.h"
#include "page/map_level.h"
#include "page/map_look.h"
#include "page/names.h"
#include "text/text.h"
#include "ui/controls.h"

namespace atlas::page {

using ui::Flow;
using ui::Ui;
namespace ink = ui::ink;
namespace style = ui::style;

namespace {

chart::BivariateClasses classes_of(const MapFacts& facts) {
    return chart::classify_pair(facts.values, facts.indicator->decimals, facts.second->values,
                                facts.second->indicator->decimals);
}

}  // namespace

void add_second(const Data& data, const view::ViewState& state, MapFacts& facts) {
    view::ViewState other = state;
    other.indicator = state.look.second, other.year = state.look.second_year, other.level = facts.level;
    other.look = {}, other.look.classes = state.look.classes;
    other.hover.clear(), other.focus.clear();
    std::optional<MapFacts> second = level_facts(data, other);
    const bool is_it = second && second->source->key == state.look.second;
    if (!is_it || second->present == 0 || second->values.size() != facts.values.size()) return;
    if (!state.look.beside) second->amounts = false;
    facts.second = std::make_shared<const MapFacts>(std::move(*second));
    if (state.look.beside) return;
    facts.amounts = facts.continuous = false;
    for (const std::optional<size_t>& which : classes_of(facts).of)
        facts.blend += which ? static_cast<char>('0' + *which) : 'n';
}

// ---- legend --------------------------------------------------------------------------------------------------------

namespace {

/// "低い" … of three.
std::string third(const Words& words, size_t index) {
    constexpr Word names[] = {Word::map_third_low, Word::map_third_middle, Word::map_third_high};
    return words(names[index]);
}

void draw_blend_legend(const MapPanel& panel, Flow& flow) {
    const Words& words = flow.ui.words;
    const MapFacts& facts = panel.facts;
    const chart::BivariateClasses classes = classes_of(facts);
    chart::BivariateLegend legend;
    legend.id = "map:legend", legend.name = words(Word::map_legend, {{"places", facts.place_word()}});
    legend.first = facts.name(), legend.second = facts.second->name();
    legend.counts = classes.counts, legend.patterns = panel.ctx.state.look.patterns;
    for (const double limit : classes.first_limits)
        legend.first_limits.push_back(break_text(words, *facts.indicator, limit));
    for (const double limit : classes.second_limits)
        legend.second_limits.push_back(break_text(words, *facts.second->indicator, limit));
    for (size_t i = 0; i < 9; ++i) {
        const std::string both = words(Word::map_blend_class, {{"first", facts.name()},
                                                               {"first_third", third(words, i % 3)},
                                                               {"second", facts.second->name()},
                                                               {"second_third", third(words, i / 3)}});
        legend.names[i] =
            words(Word::map_class_count,
                  {{"class", both}, {"n", classes.counts[i]}, {"places", facts.place_word(classes.counts[i])}});
        const char letter = static_cast<char>('0' + i);
        if (facts.shown.find(letter) != std::string::npos) legend.chosen.push_back(i);
        legend.actions[i] =
            adjust(panel.route([&](view::ViewState& s) { s.look.shown = with_class(facts.shown, letter); }));
    }
    if (classes.missing > 0)
        legend.missing = words(Word::map_class_count, {{"class", words(Word::map_no_data)},
                                                       {"n", classes.missing},
                                                       {"places", facts.place_word(classes.missing)}});
    const int p = panel.hovered.empty() ? panel.chosen() : facts.find(panel.hovered);
    if (p >= 0) legend.highlighted = classes.of[static_cast<size_t>(p)];
    flow.y += chart::draw_bivariate_legend(flow.ui, {flow.x, flow.y}, flow.width, legend).y;
    flow.space(8);
    flow.paragraph(words(Word::map_blend_about, {{"places", facts.place_word()}}), style::note, "map:blend-about");
}

/// What the second indicator says and where it comes from; the first one's stands below the choices.
void draw_second_notes(const MapFacts& second, Flow& flow) {
    flow.paragraph(summary(second), ui::with_color(style::note, ink::text), "map:second-summary");
    flow.space(4);
    flow.y += ui::source_line(flow.ui, {flow.x, flow.y}, flow.width, sources_in_words(*second.indicator));
}

}  // namespace

void draw_second_legend(const MapPanel& panel, Flow& flow) {
    const MapPanel second{panel.ctx, *panel.facts.second, panel.map, panel.hovered, false};
    const bool blended = !panel.facts.blend.empty();
    if (blended) {
        draw_blend_legend(panel, flow);
    } else {
        flow.paragraph(panel.facts.what(), style::note_bold);
        if (panel.facts.present > 0) draw_class_legend(panel, flow);
    }
    flow.space(16);
    flow.paragraph(second.facts.what(), style::note_bold);
    if (!blended) draw_class_legend(second, flow);
    draw_second_notes(second.facts, flow);
}

// ---- choice --------------------------------------------------------------------------------------------------------

void draw_second_choice(const MapPanel& panel, Flow& flow) {
    const Words& words = flow.ui.words;
    const MapFacts& facts = panel.facts;
    flow.heading(words(Word::map_second), 2, style::note_bold);
    std::vector<scene::Option> options{{"", words(Word::map_second_none)}};
    for (const model::Indicator* indicator : indicators_of(panel.ctx.data, facts))
        options.push_back({indicator->key, name_of(words, *indicator)});
    const std::string key = facts.second ? facts.second->source->key : "";
    flow.y += ui::select(flow.ui, "map:second", {flow.x, flow.y}, std::min(flow.width, 304.f), "", key, options,
                         "second", words(Word::map_second_pick));
    if (!facts.second) return flow.paragraph(words(Word::map_second_about), style::note, "map:second-about");
    flow.space(8);
    const auto chip = [&](const char* id, Word label, bool beside) {
        const std::string route =
            panel.route([&](view::ViewState& s) { s.look.beside = beside, s.look.shown.clear(); });
        return ui::ChipSpec{id, words(label), route, facts.is_beside() == beside, ""};
    };
    flow.y += ui::chip_group(flow.ui, "map:second-how", words(Word::map_second_how), {flow.x, flow.y}, flow.width,
                             {chip("map:second-blend", Word::map_second_blend, false),
                              chip("map:second-beside", Word::map_second_beside, true)});
    const std::vector<int> years = years_with_values(*facts.second->source);
    if (years.size() < 2) return;
    flow.space(8);
    std::vector<scene::Option> year_options;
    for (auto year = years.rbegin(); year != years.rend(); ++year)
        year_options.push_back({std::to_string(*year), text::year(words, *year, is_fiscal(*facts.second->source))});
    flow.y += ui::select(flow.ui, "map:second-year", {flow.x, flow.y}, 168, "", std::to_string(facts.second->year),
                         year_options, "second-year", words(Word::map_second_year));
}

// ---- two maps ------------------------------------------------------------------------------------------------------

namespace {

constexpr float header_px = 56;  // two lines of a long name

chart::MapPair pair_in(Rect room, const std::optional<view::MapCamera>& camera) {
    chart::MapPairOptions options;
    options.header_px = header_px, options.gutter_px = 1;
    return chart::map_pair(room, camera, options);
}

void draw_header(Ui& ui, Rect header, const MapFacts& facts) {
    ui.rect(header, ink::ground);
    ui.hline(header.x, header.right(), header.bottom() - 1, ink::hairline);
    const float w = header.w - 24;
    const float h = std::min(ui.height(facts.what(), style::note_bold, w), 2 * style::note_bold.line_px());
    ui.glyph_block({header.x + 12, header.center().y - h / 2}, w, facts.what(), style::note_bold, 2);
}

}  // namespace

Rect first_of_two(Rect room) { return pair_in(room, {}).first; }

void draw_two_maps(Context& ctx, const MapFacts& facts, Rect room, const std::string& hovered) {
    Ui& ui = ctx.ui;
    const chart::MapPair pair = pair_in(room, ctx.state.camera);
    chart::MapOptions first = map_options(ctx, &facts, pair.first, hovered);
    chart::MapOptions second = map_options(ctx, facts.second.get(), pair.second, hovered);
    second.id = "map-second";
    // The areas stand in the tree once, with both values: see AreaWriter::told.
    second.nodes.clear(), second.feature_names.clear();
    // In a small window the bar would lie on Kyūshū.
    first.scale_bar = second.scale_bar = pair.first.w >= 240 && pair.first.h >= 240;
    second.controls_px = zoom_buttons_px(ui, room);
    if (!ui.phone()) second.attribution = boundaries_attribution(ui.words, ctx.data);
    chart::draw_map(ui, first);
    chart::draw_map(ui, second);
    draw_header(ui, pair.first_header, facts);
    draw_header(ui, pair.second_header, *facts.second);
    if (pair.stacked)
        ui.hline(room.x, room.right(), pair.second_header.y - 1, ink::hairline);
    else
        ui.rect({pair.first.right(), room.y, 1, room.h}, ink::hairline);
    draw_map_tooltip(ctx, &facts, first);
    draw_map_tooltip(ctx, facts.second.get(), second);
}

}  // namespace atlas::page

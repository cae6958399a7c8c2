#include "page/map_look.h"

#include <algorithm>

#include "chart/map_legend.h"
#include "chart/tile_grid.h"
#include "page/later.h"
#include "page/map_backdrop.h"
#include "page/own_data.h"

namespace atlas::page {

using view::MapLook;

namespace {

constexpr std::string_view class_node = "map:legend:";
constexpr size_t most_on_a_side = 3;   ///< diverging colours and patterns
constexpr float least_latin_px = 720;  ///< of tiles: names in Latin letters are long

}  // namespace

std::string lit_classes(const view::ViewState& state) {
    for (const std::string& node : {state.hover, state.focus_visible ? state.focus : std::string()}) {
        if (node.compare(0, class_node.size(), class_node) != 0) continue;
        std::string which = node.substr(class_node.size());
        if (which == "none") return "n";
        if (which.size() == 1) return which;
    }
    return state.look.shown;
}

/// As the colours go: diverging where the midpoint is one of the limits.
std::vector<chart::Pattern> patterns_of(const MapFacts& facts) {
    const std::vector<double>& breaks = facts.scale.breaks;
    const auto middle = std::find(breaks.begin(), breaks.end(), facts.indicator->midpoint);
    if (facts.indicator->scale != "diverging" || middle == breaks.end())
        return chart::sequential_patterns(facts.scale.colors.size());
    const auto below = static_cast<size_t>(middle - breaks.begin()) + 1;
    if (std::max(below, facts.scale.colors.size() - below) > most_on_a_side)
        return chart::sequential_patterns(facts.scale.colors.size());
    return chart::diverging_patterns(below, false, facts.scale.colors.size() - below);
}

// ---- forms ---------------------------------------------------------------------------------------------------------

bool is_amount(const MapFacts& facts) {
    const model::Indicator& source = *facts.source;
    if (source.block == "sum" || is_own(source.key)) return true;
    return source.decimals == 0 && (source.unit == "人" || source.unit == "件");  // not a text
}

bool offers_flows(const Data& data, const MapFacts& facts) {
    return data.own && data.own->result.table.to_column && is_own(facts.source->key) && !facts.made &&
           facts.level == view::Level::prefecture;
}

void as_amounts(MapFacts& facts) {
    double least = 0;
    for (const auto& value : facts.values) least = std::min(least, value.value_or(0));
    facts.scale = least < 0 ? chart::ClassScale{{0}, {below_zero, above_zero}} : chart::ClassScale{{}, {above_zero}};
    facts.amounts = true;
}

std::optional<float> tiles_width(Rect map, Lang lang) {
    const float edge = map.w < 480 ? 4 : 24;
    float width = std::min(map.w - 2 * edge, 960.f);
    while (width > 0 && chart::tile_grid_height(width) > map.h - 2 * edge) width -= 4;
    if (width < (lang == Lang::ja ? chart::least_tile_grid_px : least_latin_px)) return std::nullopt;
    return width;
}

bool shows_tiles(const Context& ctx, const MapFacts* facts) {
    return facts && !facts->second && ctx.data.has_later_part() && ctx.state.look.form == MapLook::Form::tiles &&
           facts->level == view::Level::prefecture && tiles_width(map_rect(ctx.ui.env), ctx.ui.words.lang());
}

// ---- legend --------------------------------------------------------------------------------------------------------

std::string with_class(const std::string& shown, char which) {
    std::string next = shown;
    const size_t at = next.find(which);
    if (at != std::string::npos)
        next.erase(at, 1);
    else
        next.insert(std::lower_bound(next.begin(), next.end(), which), which);
    return next;
}

namespace {

char letter_of(const MapFacts& facts, size_t index) {
    return index < facts.scale.colors.size() ? static_cast<char>('0' + index) : 'n';
}

chart::LegendClass legend_class(const MapPanel& panel, size_t index, size_t count) {
    const Words& words = panel.ctx.ui.words;
    const bool missing = index >= panel.facts.scale.colors.size();
    chart::LegendClass made;
    if (!missing) made.fill = panel.facts.scale.colors[index];
    made.count = count;
    made.label = missing ? words(Word::map_no_data) : class_text(words, panel.facts, index);
    made.name =
        words(Word::map_class_count, {{"class", made.label}, {"n", count}, {"places", panel.facts.place_word(count)}});
    const char letter = letter_of(panel.facts, index);
    if (!panel.filters) return made;
    made.action =
        adjust(panel.route([&](view::ViewState& s) { s.look.shown = with_class(panel.facts.shown, letter); }));
    return made;
}

/// Class that the place under the pointer, else the chosen one, belongs to.
std::optional<size_t> marked_class(const MapPanel& panel) {
    const int p = panel.hovered.empty() ? panel.chosen() : panel.facts.find(panel.hovered);
    const auto place = static_cast<size_t>(p);
    if (p < 0 || place >= panel.facts.values.size()) return std::nullopt;
    return panel.facts.class_of(place);
}

std::string legend_unit(const MapPanel& panel) {
    const Words& words = panel.ctx.ui.words;
    const std::string places = panel.facts.place_word(), unit = figure_of(words, panel.indicator(), 0).unit;
    return unit.empty() ? words(Word::map_legend_about, {{"places", places}})
                        : words(Word::map_legend_about_unit, {{"places", places}, {"unit", unit}});
}

void add_classes(const MapPanel& panel, chart::MapLegendOptions& options) {
    const MapFacts& facts = panel.facts;
    const size_t classes = facts.scale.colors.size();
    std::vector<size_t> counts(classes + 1);
    for (size_t p = 0; p < facts.values.size(); ++p) ++counts[facts.class_of(p)];
    for (size_t i = 0; i < classes; ++i) options.classes.push_back(legend_class(panel, i, counts[i]));
    if (counts[classes] > 0) options.no_data = legend_class(panel, classes, counts[classes]);
    for (size_t i = 0; i <= classes; ++i)
        if (facts.shown.find(letter_of(facts, i)) != std::string::npos) options.chosen.push_back(i);
    for (size_t i = 0; i < facts.scale.breaks.size(); ++i) {
        options.limits.push_back(break_text(facts.words, *facts.indicator, facts.scale.breaks[i]));
        if (facts.indicator->scale == "diverging" && facts.scale.breaks[i] == facts.indicator->midpoint)
            options.midpoint = i;
    }
}

void draw_ramp(const MapPanel& panel, ui::Flow& flow) {
    const MapFacts& facts = panel.facts;
    const Words& words = flow.ui.words;
    const double step = facts.scale.breaks[1] - facts.scale.breaks[0];
    const double low = facts.scale.breaks.front() - step, high = facts.scale.breaks.back() + step;
    chart::RampLegendOptions options;
    options.id = "map:legend";
    const std::string low_text = figure_of(words, *facts.indicator, low).text();
    const std::string high_text = figure_of(words, *facts.indicator, high).text();
    options.name = words(Word::map_ramp, {{"low", low_text}, {"high", high_text}});
    options.low = low_text, options.high = high_text;
    for (size_t i = 0; i < facts.scale.colors.size(); i += 47 / 6) options.stops.push_back(facts.scale.colors[i]);
    options.stops.back() = facts.scale.colors.back();
    if (facts.indicator->scale == "diverging")
        options.midpoint = break_text(words, *facts.indicator, facts.indicator->midpoint);
    const int p = panel.hovered.empty() ? panel.chosen() : facts.find(panel.hovered);
    if (p >= 0 && facts.values[static_cast<size_t>(p)])
        options.marked = std::clamp((*facts.values[static_cast<size_t>(p)] - low) / (high - low), 0.0, 1.0);
    if (facts.present < facts.values.size()) options.no_data = words(Word::map_no_data);
    flow.y += chart::draw_ramp_legend(flow.ui, {flow.x, flow.y}, flow.width, options);
}

}  // namespace

void draw_class_legend(const MapPanel& panel, ui::Flow& flow) {
    if (panel.facts.amounts) return later<draw_symbol_legend>()(panel, flow);
    if (panel.facts.continuous) return draw_ramp(panel, flow);
    const Words& words = flow.ui.words;
    const std::string places = panel.facts.place_word();
    const std::string about = legend_unit(panel);
    flow.ui.glyphs({flow.x, ui::Ui::baseline(flow.y, ui::style::note)}, about, ui::style::note);
    flow.y += ui::style::note.line_px();
    chart::MapLegendOptions options;
    options.id = panel.filters ? "map:legend" : "map:legend-second", options.bars_px = 40;
    options.name = words(Word::map_legend, {{"places", places}});
    options.description = words(Word::map_legend_hint, {{"places", places}});
    add_classes(panel, options);
    if (panel.ctx.state.look.patterns) {
        const std::vector<chart::Pattern> patterns = patterns_of(panel.facts);
        for (size_t i = 0; i < options.classes.size(); ++i) options.classes[i].pattern = patterns[i];
    }
    options.highlighted = marked_class(panel);
    options.clear_label = words(Word::map_legend_clear);
    options.clear = adjust(panel.route([](view::ViewState& s) { s.look.shown.clear(); }));
    flow.y += chart::draw_map_legend(flow.ui, {flow.x, flow.y}, flow.width, options);
}

}  // namespace atlas::page

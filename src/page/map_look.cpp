#include "page/map_look.h"

#include <algorithm>

#include "chart/bivariate.h"
#include "chart/map_legend.h"
#include "chart/map_view.h"
#include "chart/palette.h"
#include "chart/pattern.h"
#include "model/classify.h"
#include "model/lookup.h"
#include "page/later.h"

namespace atlas::page {

using view::MapLook;

namespace {

constexpr std::string_view class_node = "map:legend:";

/// Natural breaks cost the square of the number of values: of many, as many as this stand for all, evenly by rank. The limits are rounded
/// afterwards, so that the others would change nothing that one sees.
constexpr size_t enough = 400;
std::vector<double> thinned(std::vector<double> values) {
    if (values.size() <= enough) return values;
    std::sort(values.begin(), values.end());
    std::vector<double> out;
    for (size_t i = 0; i < enough; ++i) out.push_back(values[i * (values.size() - 1) / (enough - 1)]);
    return out;
}

/// A ramp as classes too narrow to be told apart.
chart::ClassScale ramp(const std::vector<double>& values, const std::optional<double>& midpoint) {
    constexpr int steps = 48;
    const model::RampDomain domain = model::ramp_domain(values, midpoint);
    chart::ClassScale scale;
    double low = domain.low, high = domain.high;
    if (midpoint) {
        const double reach = std::max(high - *midpoint, *midpoint - low);
        low = *midpoint - reach, high = *midpoint + reach;
    }
    for (int i = 0; i < steps; ++i) {
        if (i > 0) scale.breaks.push_back(low + (high - low) * i / steps);
        const double t = (i + 0.5) / steps;
        scale.colors.push_back(midpoint ? chart::diverging_color(t) : chart::sequential_color(t));
    }
    return scale;
}

model::ClassMethod method_of(MapLook::Classes classes) {
    return classes == MapLook::Classes::equal     ? model::ClassMethod::equal
           : classes == MapLook::Classes::natural ? model::ClassMethod::natural
                                                  : model::ClassMethod::quantile;
}

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

void reclassify(MapFacts& facts, const MapLook& look, const Values& pooled) {
    if (look.classes == MapLook::Classes::automatic) {
        facts.scale = chart::class_scale(*facts.indicator, pooled);
        return;
    }
    std::vector<double> values = model::present(pooled);
    if (values.empty()) return;
    const model::Indicator& indicator = *facts.indicator;
    std::optional<double> midpoint;
    if (indicator.scale == "diverging") midpoint = indicator.midpoint;
    if (look.classes == MapLook::Classes::continuous) {
        facts.scale = ramp(values, midpoint);
        facts.continuous = true;
        return;
    }
    model::ClassRequest request;
    request.method = method_of(look.classes);
    request.classes = midpoint ? 6 : 5;
    request.midpoint = midpoint;
    request.decimals = indicator.decimals;
    if (request.method == model::ClassMethod::natural) values = thinned(std::move(values));
    const model::Classes classes = model::classify(values, request);
    facts.scale = {classes.limits, chart::class_colors(classes)};
}

/// As the colours go: diverging where the midpoint is one of the limits.
std::vector<chart::Pattern> patterns_of(const MapFacts& facts) {
    const std::vector<double>& breaks = facts.scale.breaks;
    const auto middle = std::find(breaks.begin(), breaks.end(), facts.indicator->midpoint);
    if (facts.indicator->scale != "diverging" || middle == breaks.end())
        return chart::sequential_patterns(facts.scale.colors.size());
    const auto below = static_cast<size_t>(middle - breaks.begin()) + 1;
    return chart::diverging_patterns(below, false, facts.scale.colors.size() - below);
}

namespace {

struct PatternedPart {
    MapMeshPtr mesh;
    std::vector<chart::Pattern> patterns;
    std::vector<Color> inks;
};

/// Classes of a map by their colours.
struct PatternScale {
    std::vector<Color> colors;
    std::vector<chart::Pattern> patterns;
};

/// One, or of a blend of two indicators one each, to be laid over each other.
std::vector<PatternScale> pattern_scales(const MapFacts& facts) {
    if (facts.blend.empty()) return {{facts.scale.colors, patterns_of(facts)}};
    const std::vector<Color> colors(chart::bivariate_colors.begin(), chart::bivariate_colors.end());
    std::vector<PatternScale> scales{{colors, {}}, {colors, {}}};
    for (size_t i = 0; i < colors.size(); ++i)
        for (size_t k = 0; k < 2; ++k) scales[k].patterns.push_back(chart::bivariate_patterns(i)[k]);
    return scales;
}

PatternedPart patterned(const PatternScale& scale, const MapMeshPtr& mesh, const std::vector<Color>& fills) {
    const std::vector<chart::Pattern>& of_class = scale.patterns;
    PatternedPart part{mesh, {}, {}};
    for (const Color fill : fills) {
        // An area of a class has exactly the colour of it; what is faded, hatched or drawn elsewhere has not.
        const auto at = std::find(scale.colors.begin(), scale.colors.end(), fill);
        const auto index = static_cast<size_t>(at - scale.colors.begin());
        part.patterns.push_back(index < of_class.size() ? of_class[index] : chart::Pattern::none);
        part.inks.push_back(chart::ink_on(fill));
    }
    return part;
}

}  // namespace

void add_patterns(const MapFacts& facts, chart::MapOptions& options) {
    std::vector<PatternedPart> parts;
    for (const PatternScale& scale : pattern_scales(facts)) {
        parts.push_back(patterned(scale, options.mesh, options.fills));
        for (const chart::MapPart& detail : options.details)
            parts.push_back(patterned(scale, detail.mesh, detail.fills));
    }
    options.patterned = true;
    options.drawings.push_back([parts = std::move(parts)](ui::Ui& ui, const chart::MapViews& views) {
        for (const chart::MapView& view : views.views)
            for (const PatternedPart& part : parts)
                chart::draw_patterns(ui.marks(), {*part.mesh, view.transform.scale, view.transform.offset, view.rect,
                                                  part.patterns, part.inks});
    });
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

// Other forms of the map than shaded areas: circles, tiles, patterns, differences between years.
#include <algorithm>
#include <cmath>

#include "chart/bivariate.h"
#include "chart/map_symbols.h"
#include "chart/map_view.h"
#include "chart/palette.h"
#include "chart/pattern.h"
#include "chart/tile_grid.h"
#include "page/map_backdrop.h"
#include "page/map_flows.h"
#include "page/map_look.h"
#include "text/text.h"
#include "ui/controls.h"

namespace atlas::page {

namespace {

/// The largest amount, whatever its place: circles of all windows are measured by it.
chart::SymbolScale scale_of(const MapFacts& facts, Rect map) {
    chart::SymbolScale scale;
    scale.max_value = 0;
    for (const auto& value : facts.values) scale.max_value = std::max(scale.max_value, std::abs(value.value_or(0)));
    if (scale.max_value <= 0) scale.max_value = 1;
    const float room = std::min(map.w, map.h);
    scale.max_radius_px = std::clamp(room * (facts.level == view::Level::municipality ? 0.05f : 0.06f), 20.f, 52.f);
    return scale;
}

struct Placed {
    Vec2 plane;
    double value;
    std::string code;
};

std::vector<Placed> placed(const MapFacts& facts, const MapMesh& mesh) {
    std::vector<Placed> out;
    for (size_t p = 0; p < facts.places.size(); ++p) {
        if (!facts.values[p]) continue;
        const int feature = mesh.find(facts.places[p].code);
        if (feature < 0) continue;
        out.push_back(
            {mesh.feature_labels[static_cast<size_t>(feature)], *facts.values[p], std::string(facts.places[p].code)});
    }
    return out;
}

}  // namespace

void add_symbols(const MapFacts& facts, chart::MapOptions& options) {
    if (facts.flows) return add_flows(facts, options);
    const auto plain = [](std::vector<Color>& fills, const std::vector<bool>& hatched) {
        for (size_t f = 0; f < fills.size(); ++f)
            if (!(fills[f] == transparent) && !hatched[f]) fills[f] = token::solid_gray_100;
    };
    plain(options.fills, options.hatched);
    for (chart::MapPart& part : options.details) plain(part.fills, part.hatched);
    options.patterned = true;
    const chart::SymbolScale scale = scale_of(facts, options.rect);
    options.drawings.push_back([items = placed(facts, *options.mesh), scale, selected = options.selected,
                                hovered = options.hovered](ui::Ui& ui, const chart::MapViews& views) {
        for (const chart::MapView& view : views.views) {
            chart::SymbolLayer layer;
            layer.rect = view.rect, layer.scale = scale, layer.fill = above_zero, layer.negative = below_zero;
            layer.selected = selected, layer.hovered = hovered;
            for (const Placed& item : items)
                if (const Vec2 at = view.transform.to_window(item.plane);
                    &views.of(item.plane) == &view && view.rect.grown(scale.max_radius_px).contains(at))
                    layer.items.push_back({item.code, at, item.value, "", ""});
            chart::draw_symbols(ui, layer);
        }
    });
}

void draw_symbol_legend(const MapPanel& panel, ui::Flow& flow) {
    if (panel.facts.flows) return draw_flows_legend(panel, flow);
    const Words& words = flow.ui.words;
    const MapFacts& facts = panel.facts;
    chart::SymbolLegend legend;
    legend.id = "map:legend", legend.name = words(Word::map_symbols_legend);
    if (facts.scale.colors.size() > 1) legend.negative_label = words(Word::map_symbols_negative);
    const model::Indicator* indicator = facts.indicator;
    legend.format = [indicator, words](double value) { return figure_of(words, *indicator, value).text(); };
    flow.paragraph(legend.name, ui::style::note);
    flow.y += chart::draw_symbol_legend(flow.ui, {flow.x, flow.y + 12}, scale_of(facts, panel.map), legend, above_zero,
                                        below_zero)
                  .y +
              16;
}

// ---- tiles ---------------------------------------------------------------------------------------------------------

namespace {

chart::Tile tile_of(const Context& ctx, const MapFacts& facts, const std::vector<chart::Pattern>& patterns, size_t p) {
    chart::Tile tile;
    tile.code = facts.places[p].code, tile.short_name = short_name(std::string(facts.places[p].name));
    const auto& value = facts.values[p];
    tile.name = std::string(facts.places[p].name) + " ";
    if (!value) {
        tile.name += ctx.ui.words(Word::map_no_data), tile.pattern = chart::Pattern::no_data;
        return tile;
    }
    const Figure figure = figure_of(ctx.ui.words, *facts.indicator, *value);
    // "5.76 million" is wider than a tile: then none of them shows its value.
    if (figure.number.find(' ') == std::string::npos) tile.value = figure.number;
    tile.name += figure.text();
    if (facts.ranks[p]) tile.name += " " + facts.rank_text(p);
    tile.fill = facts.scale.color(*value);
    const size_t index = facts.class_of(p);
    if (index < patterns.size()) tile.pattern = patterns[index];
    return tile;
}

}  // namespace

void draw_tiles(Context& ctx, const MapFacts& facts, Rect map, const std::string& hovered) {
    ui::Ui& ui = ctx.ui;
    const Words& words = ui.words;
    chart::TileGridOptions options;
    options.id = "map";
    options.name = words(Word::map_tiles, {{"indicator", facts.name()}, {"year", facts.year_text()}});
    options.description = summary(facts);
    options.selected = ctx.state.prefecture, options.hovered = hovered, options.dim_others = !facts.lit.empty();
    const bool with_patterns = ctx.state.look.patterns && !facts.continuous;
    const std::vector<chart::Pattern> patterns = with_patterns ? patterns_of(facts) : std::vector<chart::Pattern>{};
    for (size_t p = 0; p < facts.places.size(); ++p) {
        options.tiles.push_back(tile_of(ctx, facts, patterns, p));
        if (facts.is_in(p, facts.lit)) options.lit.push_back(std::string(facts.places[p].code));
    }
    const float width = tiles_width(map, words.lang()).value_or(0);
    const float height = chart::tile_grid_height(width);
    chart::draw_tile_grid(ui, {map.center().x - width / 2, map.center().y - height / 2}, width, options);
}

// ---- patterns -----------------------------------------------------------------------------------------------------

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

// ---- differences ---------------------------------------------------------------------------------------------------

std::shared_ptr<const model::Indicator> difference_indicator(const Words& words, const model::Indicator& indicator,
                                                             int earlier) {
    auto made = std::make_shared<model::Indicator>();
    made->key = indicator.key, made->definition = indicator.definition, made->caveat = indicator.caveat;
    made->attribution = indicator.attribution, made->sources = indicator.sources;
    made->decimals = indicator.decimals, made->breaks = indicator.breaks;
    const bool english = words.lang() == Lang::en && !indicator.name_en.empty();
    made->name = words(Word::map_difference_name, {{"indicator", english ? indicator.name_en : indicator.name}});
    made->name_en = made->name;
    made->unit = indicator.unit == "%" ? words(Word::map_difference_points) : indicator.unit;
    made->scale = "diverging";
    made->midpoint_label =
        words(Word::map_difference_same, {{"earlier", text::year(words, earlier, is_fiscal(indicator))}});
    return made;
}

}  // namespace atlas::page

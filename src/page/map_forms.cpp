// Other forms of the map than shaded areas: circles, tiles, differences between years.
#include <algorithm>
#include <cmath>

#include "chart/map_symbols.h"
#include "chart/map_view.h"
#include "chart/pattern.h"
#include "chart/tile_grid.h"
#include "page/map_backdrop.h"
#include "page/map_look.h"
#include "page/own_data.h"
#include "text/text.h"
#include "ui/controls.h"

namespace atlas::page {

using view::MapLook;

namespace {
constexpr float least_tiles_px = 320, least_latin_px = 720;  // Latin names cannot stand upright
constexpr Color above_zero = token::blue_800, below_zero = token::orange_800;
}  // namespace

bool is_amount(const MapFacts& facts) {
    const model::Indicator& source = *facts.source;
    if (source.block == "sum" || is_own(source.key)) return true;
    return source.decimals == 0 && (source.unit == "人" || source.unit == "件");  // not a text
}

void as_amounts(MapFacts& facts) {
    double least = 0;
    for (const auto& value : facts.values) least = std::min(least, value.value_or(0));
    facts.scale = least < 0 ? chart::ClassScale{{0}, {below_zero, above_zero}} : chart::ClassScale{{}, {above_zero}};
    facts.amounts = true;
}

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

/// As wide as the room allows: the grid's height follows from its width. 0 where names would not fit, as above a phone's sheet.
float tiles_width(Rect map) {
    const float edge = 24;
    float width = std::min(map.w - 2 * edge, 960.f);
    while (width > 0 && chart::tile_grid_height(width) > map.h - 2 * edge) width -= 4;
    return std::max(0.f, width);
}

}  // namespace

bool offers_tiles(const Context& ctx, const MapFacts& facts) {
    return facts.level == view::Level::prefecture &&
           tiles_width(map_rect(ctx.ui.env)) >= (ctx.ui.words.lang() == Lang::ja ? least_tiles_px : least_latin_px);
}

bool shows_tiles(const Context& ctx, const MapFacts* facts) {
    return facts && !facts->second && ctx.data.has_later_part() && ctx.state.look.form == MapLook::Form::tiles &&
           offers_tiles(ctx, *facts);
}

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
    const float width = tiles_width(map);
    const float height = chart::tile_grid_height(width);
    chart::draw_tile_grid(ui, {map.center().x - width / 2, map.center().y - height / 2}, width, options);
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

// How the figures of the map are drawn: the limits of their classes, which classes are lit, patterns; and the folded section
// of the panel where that is chosen. Private to page/map*.cpp.
#pragma once
#include "chart/pattern.h"
#include "page/map_content.h"
#include "page/map_panel.h"

namespace atlas::page {

/// Which classes are lit: the one on the legend that the pointer or the keyboard is on, else those of the filter.
std::string lit_classes(const view::ViewState& state);

/// The reader's own limits, as they were written: "10 20 30", "1万、5万", "1,000 5,000"; repeated ones count once.
inline constexpr size_t most_limits = 6;  ///< seven classes: more colours cannot be told apart
struct Limits {
    std::vector<double> values;  ///< ascending
    std::string unreadable;      ///< the first word that is no number, "" when there is none
    bool too_many = false;
};
Limits parse_limits(std::string_view text);

/// Classes as chosen in the address, instead of the page's own. `pooled`: the values that the limits are made from.
void reclassify(MapFacts& facts, const view::MapLook& look, const Values& pooled);

/// Whether circles may stand for the values: amounts, not rates.
bool is_amount(const MapFacts& facts);
/// One colour on each side of zero: circles tell the rest.
void as_amounts(MapFacts& facts);
/// Circles instead of colours on the areas of `options`, whose meshes are set.
void add_symbols(const MapFacts& facts, chart::MapOptions& options);
/// Of circles, and of flows.
void draw_symbol_legend(const MapPanel& panel, ui::Flow& flow);

/// Circles or ribbons: one colour on each side of zero.
inline constexpr Color above_zero = token::blue_800, below_zero = token::orange_800;

/// Whether the figures are what moves between the Tokyo area and each prefecture: of a reader's own file alone.
bool offers_flows(const Data& data, const MapFacts& facts);

/// Prefectures as equal tiles instead of the map: how wide in this room, if they fit, and whether they are shown.
std::optional<float> tiles_width(Rect map, Lang lang);
bool shows_tiles(const Context& ctx, const MapFacts* facts);
void draw_tiles(Context& ctx, const MapFacts& facts, Rect map, const std::string& hovered);

/// Name, unit and scale of the differences between two years.
std::shared_ptr<const model::Indicator> difference_indicator(const Words& words, const model::Indicator& indicator,
                                                             int earlier);

/// Folded: a file of the reader's own on the map, and what of it is not there.
void draw_own(Context& ctx, ui::Flow& flow);
void draw_own_file(Context& ctx, ui::Flow& flow);

/// The letters of a filter with a class put in or taken out.
std::string with_class(const std::string& shown, char which);
/// Legend of classes: a histogram; its columns are switches that filter.
void draw_class_legend(const MapPanel& panel, ui::Flow& flow);

/// Patterns of the classes, low to high.
std::vector<chart::Pattern> patterns_of(const MapFacts& facts);
/// Patterns over all areas of `options`, whose fills are set.
void add_patterns(const MapFacts& facts, chart::MapOptions& options);

/// Steps, track and play button; nothing for an indicator of one year.
void draw_time(const MapPanel& panel, ui::Flow& flow);

/// Folded: form, limits, patterns.
void draw_look(const MapPanel& panel, ui::Flow& flow);
void draw_look_choices(const MapPanel& panel, ui::Flow& flow);

}  // namespace atlas::page

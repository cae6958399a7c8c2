// Amounts on a map: circles whose area is the value, dots of one amount each, and the legends that let a reader measure both.
// Everything is given in window pixels and words, so that the layer lies on any map (main, inset, tiles).
#pragma once
#include <functional>
#include <string>
#include <vector>

#include "ui/ui.h"

namespace atlas::chart {

struct AmountItem {
    std::string code;
    Vec2 at;            ///< window pixels
    double value = 0;   ///< negative ones become rings in another colour
    std::string label;  ///< drawn beside or in the circle where there is room; "" = none
    std::string name;   ///< what is read
};

struct SymbolScale {
    double max_value = 1;  ///< largest absolute value
    float max_radius_px = 32;
    /// Area ∝ |value|; nothing that is not zero is smaller than 1.5 px.
    float radius_px(double value) const;
};
SymbolScale symbol_scale(const std::vector<AmountItem>& items, float max_radius_px);

struct SymbolLayer {
    Rect rect;  ///< labels stay inside
    std::vector<AmountItem> items;
    SymbolScale scale;
    Color fill = token::blue_800, negative = token::orange_800;
    std::string selected, hovered;  ///< codes
    std::vector<std::string> lit;   ///< with `dim_others`: the others fade
    bool dim_others = false;
    bool leaders = true;          ///< names farther away with a line; off on phones, where they would cover the map
    std::vector<Rect> obstacles;  ///< no labels there
    std::string node_prefix;      ///< "pref:" adds a map_feature node an item; "" when the areas have them already
};
/// Larger circles below smaller ones, white edges between; labels by size of the value, none over another or over a
/// foreign circle, with a leader where there is no room beside it.
void draw_symbols(ui::Ui& ui, const SymbolLayer& layer);

using Format = std::function<std::string(double)>;

/// Three round amounts at about the largest, a quarter and a sixteenth of it.
std::vector<double> legend_amounts(double max_value);
struct SymbolLegend {
    std::string id = "legend:symbols", name, unit;
    std::string negative_label;  ///< what a ring means; "" when there are none
    Format format;
};
/// Nested circles that stand on one line, with leaders to their amounts. Returns the size.
Vec2 draw_symbol_legend(ui::Ui& ui, Vec2 top_left, const SymbolScale& scale, const SymbolLegend& legend,
                        Color fill = token::blue_800, Color negative = token::orange_800);

/// The round amount of one dot with which the largest value has at most `most` of them.
double dot_amount(const std::vector<AmountItem>& items, int most);
struct DotLayer {
    std::vector<AmountItem> items;
    double amount = 1;  ///< of one dot
    float dot_px = 2.2f;
    Color fill = token::blue_800;
    std::string selected, hovered;
    std::string node_prefix;
};
/// Dots in a sunflower around each place: as many as the value holds amounts, rounded; what is less than half of one is a hollow dot,
/// so that little is not shown as nothing. Negative values are left out.
void draw_dots(ui::Ui& ui, const DotLayer& layer);
/// Radius that a cluster takes.
float dot_cluster_px(double value, double amount, float dot_px);
struct DotLegend {
    std::string id = "legend:dots", label, less_label;  ///< "●は1万人", "○は5千人未満"
};
Vec2 draw_dot_legend(ui::Ui& ui, Vec2 top_left, const DotLayer& layer, const DotLegend& legend);

}  // namespace atlas::chart

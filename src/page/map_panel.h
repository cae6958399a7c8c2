// The parts of the map page's panel (a sheet on phones), each appended to a column. Private to page/map*.cpp.
#pragma once
#include "page/map_facts.h"
#include "page/page.h"

namespace atlas::page {

struct MapPanel {
    Context& ctx;
    const MapFacts& facts;
    Rect map;             ///< window rectangle of the map
    std::string hovered;  ///< code of the place under the pointer, on the map or in the list
    bool filters = true;  ///< false: the second map's, whose classes tell and do not filter

    const model::Indicator& indicator() const { return *facts.indicator; }
    /// Index of the chosen place of the level shown, or -1.
    int chosen() const;
    /// At the municipal level: the prefecture that is open, or "".
    std::string open_prefecture() const;
    /// This view with a change, as an address.
    template <class Change>
    std::string route(Change change) const {
        return view::route_with(ctx.state, change);
    }
};

/// The h1: indicator and year as pickers inside a sentence.
void draw_sentence(const MapPanel& panel, ui::Flow& flow);
/// Classes as bars, as high as they hold places; a click filters.
void draw_legend(const MapPanel& panel, ui::Flow& flow);
/// Opens and folds what follows it.
void draw_fold(ui::Flow& flow, const std::string& id, const std::string& label, bool is_open);
/// An indicator's 出典 without the word, for ui::source_line.
std::string sources_in_words(const model::Indicator& indicator);
/// Definition, caveat, breaks, 出典.
void draw_notes(const MapPanel& panel, ui::Flow& flow);
/// Story markers on or off, and what their shapes mean.
void draw_marker_key(Context& ctx, ui::Flow& flow);
/// Rows in rank order, or the same figures as a table in code order: all places, or of the municipalities those of the
/// open prefecture, else the first and the last.
void draw_list(const MapPanel& panel, ui::Flow& flow);
/// The chosen place: value, rank, other indicators, stories.
void draw_chosen(const MapPanel& panel, ui::Flow& flow);

}  // namespace atlas::page

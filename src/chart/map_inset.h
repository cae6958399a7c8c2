// Frames for the islands that lie far from the national frame, put where the sea is empty at the national scale.
#pragma once
#include <vector>

#include "chart/map_camera.h"
#include "core/lang.h"

namespace atlas::chart {

struct MapInset {
    Word label = Word::map_inset_okinawa;
    bool islets = false;  ///< shows only land smaller than a few pixels
    Rect plane;           ///< what it shows, km
    Rect frame;           ///< pixels
    MapTransform transform;
};

/// The insets that fit into a national map of `rect`; `controls_px` is kept free in its lower right corner, `line_px` along
/// its lower edge. None where the map is too small for them (below 200 px) or for their labels, which are wider in Latin letters.
std::vector<MapInset> insets_for(Rect rect, Vec2 controls_px, float line_px, Lang lang = Lang::ja);

/// Insets belong to the national view: they go when the reader zooms in or pans away from it.
bool insets_visible(Rect rect, const std::optional<view::MapCamera>& camera);

}  // namespace atlas::chart

// Names on the map: inside their area or not at all, never over each other, a marker or an inset. Which names stand, and
// where, depends on the scale and not on what the window shows: a pan lets none jump.
#pragma once
#include <string>
#include <vector>

#include "chart/map_camera.h"
#include "core/font.h"

namespace atlas::chart {

/// Areas of one mesh and their names, in mesh order; empty = no label.
struct LabelSource {
    const MapMesh* mesh = nullptr;
    const std::vector<std::string>* names = nullptr;
    Font font;
    int first = -1;     ///< this feature is placed before the others
    bool free = false;  ///< may reach beyond its area (a prefecture's name over its municipalities)
};

struct MapLabel {
    size_t source = 0, feature = 0;
    Vec2 baseline;  ///< left end, pixels
    Rect rect;
};

struct LabelRequest {
    std::vector<LabelSource> sources;  ///< those of the first are placed before those of the second
    MapTransform transform;
    Rect rect;                    ///< the map's window
    std::vector<Rect> obstacles;  ///< pixels; they move with the map: names make way for them
    std::vector<Rect> covers;     ///< pixels; they stay with the window: names under them are left out
};

/// Larger areas first, so that small ones never push them away.
std::vector<MapLabel> place_labels(const LabelRequest& request, const TextMeasure& measure);

}  // namespace atlas::chart

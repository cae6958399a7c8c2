// Names on the map: inside their area or not at all, never over each other, a marker or an inset.
#pragma once
#include <string>
#include <vector>

#include "chart/map_camera.h"
#include "core/font.h"

namespace atlas::chart {

struct MapLabel {
    size_t feature = 0;
    Vec2 baseline;  ///< left end, pixels
    Rect rect;
};

struct LabelRequest {
    const MapMesh& mesh;
    MapTransform transform;
    Rect rect;                              ///< the map's window
    const std::vector<std::string>& names;  ///< in mesh order; empty = no label
    Font font;
    std::vector<Rect> obstacles;  ///< pixels
    int first = -1;               ///< this feature is placed before the others
};

/// Larger areas first, so that small ones never push them away.
std::vector<MapLabel> place_labels(const LabelRequest& request, const TextMeasure& measure);

}  // namespace atlas::chart

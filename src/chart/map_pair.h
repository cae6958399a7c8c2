// Two maps beside each other, or one above the other where that makes them larger: where they stand, and one camera for both.
#pragma once
#include <optional>

#include "chart/map_camera.h"

namespace atlas::chart {

struct MapPair {
    Rect first, second;                ///< the maps: equal in size, so that one camera shows the same in both
    Rect first_header, second_header;  ///< above each: indicator and year
    bool stacked = false;
    std::optional<view::MapCamera> camera;  ///< for both; clamped to the zoom that maps have
};

struct MapPairOptions {
    float header_px = 56, gutter_px = 16;
    float aspect = 0.9f;  ///< width ÷ height of what the maps show: Japan's main islands in this projection
};

/// Side by side or stacked, whichever shows the country larger.
MapPair map_pair(Rect room, const std::optional<view::MapCamera>& camera, const MapPairOptions& options = {});

}  // namespace atlas::chart

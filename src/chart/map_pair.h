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

/// Side by side or stacked, whichever shows the country larger; below 640 px always stacked.
MapPair map_pair(Rect room, const std::optional<view::MapCamera>& camera, const MapPairOptions& options = {});

/// The point of the other map that shows the same place: what a pointer on one marks on the other. Unset outside of both.
std::optional<Vec2> linked_point(const MapPair& pair, Vec2 point);

/// After dragging or zooming about `anchor` in either map: the camera of both.
view::MapCamera linked_pan(const MapPair& pair, Vec2 delta_px);
view::MapCamera linked_zoom(const MapPair& pair, double factor, Vec2 anchor);

}  // namespace atlas::chart

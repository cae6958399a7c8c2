// Where the map's window looks: conversions between MapCamera (lon, lat, zoom — what the address holds) and the pixel
// transform of a MapMark, with panning, zooming about a point and fitting to a feature. Pure functions.
#pragma once
#include <optional>

#include "core/map_mesh.h"
#include "view/view.h"

namespace atlas::chart {

struct MapTransform {
    float scale = 1;  ///< pixels per km
    Vec2 offset;      ///< pixel position of the plane's origin
    Vec2 to_window(Vec2 plane) const { return plane * scale + offset; }
    Vec2 to_plane(Vec2 window) const { return (window - offset) * (1 / scale); }
};

/// Transform that shows `camera` in `rect`; zoom 1 (or no camera) fits the national frame: the four main islands and the
/// islands near them. Okinawa, Amami and Ogasawara lie outside it and are shown by insets.
MapTransform transform_for(Rect rect, const std::optional<view::MapCamera>& camera);
/// The camera whose transform in `rect` is `transform`; zoom clamped to view::min_zoom … max_zoom.
view::MapCamera camera_of(Rect rect, const MapTransform& transform);

/// National view as an explicit camera.
view::MapCamera home_camera(Rect rect);
/// After dragging by `delta_px`; the centre stays within the country's bounds.
view::MapCamera panned(const view::MapCamera& camera, Rect rect, Vec2 delta_px);
/// After zooming by `factor` about the window point `anchor`, which keeps its place.
view::MapCamera zoomed(const view::MapCamera& camera, Rect rect, double factor, Vec2 anchor);
/// Shows the feature whole, with a margin; its far islands (beyond the largest polygon's surroundings) may lie outside.
view::MapCamera fit_feature(const MapMesh& mesh, size_t feature, Rect rect);
/// Shows a rectangle of the plane whole, with a margin.
view::MapCamera fit_plane(Rect plane, Rect rect);
/// Shows what `box`, a part of `rect`, shows now, as large as it fits.
view::MapCamera fit_box(const view::MapCamera& camera, Rect rect, Rect box);
/// Between two cameras, t 0 … 1, zoom interpolated geometrically.
view::MapCamera interpolate(const view::MapCamera& from, const view::MapCamera& to, double t);

}  // namespace atlas::chart

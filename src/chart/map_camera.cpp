#include "chart/map_camera.h"

#include <algorithm>
#include <cmath>

#include "chart/map_shape.h"

namespace atlas::chart {
namespace {

// Plane km (geo::project). From the Gotō islands to Etorofu, from Cape Kamoiwakka of Etorofu to Yakushima.
constexpr Rect national_frame{-820, -905, 1755, 1765};

/// Where the centre of the window may go: Yonaguni (1,454 km west), Minamitorishima (1,754 km east), Okinotorishima (1,978 km south).
constexpr Rect country_bounds{-1500, -920, 3300, 2930};

float national_scale(Rect rect) {
    const float margin = std::min(16.f, std::min(rect.w, rect.h) * 0.03f);
    const float fit = std::min((rect.w - 2 * margin) / national_frame.w, (rect.h - 2 * margin) / national_frame.h);
    return std::max(fit, 1e-3f);
}

MapTransform centered(Rect rect, Vec2 plane_center, float scale) {
    return {scale, rect.center() - plane_center * scale};
}

Vec2 within_country(Vec2 plane) {
    return {std::clamp(plane.x, country_bounds.x, country_bounds.right()),
            std::clamp(plane.y, country_bounds.y, country_bounds.bottom())};
}

float lerp(float a, float b, float t) { return a + (b - a) * t; }

}  // namespace

MapTransform transform_for(Rect rect, const std::optional<view::MapCamera>& camera) {
    const float scale = national_scale(rect);
    if (!camera) return centered(rect, national_frame.center(), scale);
    const double zoom = std::clamp(camera->zoom, view::min_zoom, view::max_zoom);
    return centered(rect, geo::project(camera->center), scale * static_cast<float>(zoom));
}

view::MapCamera camera_of(Rect rect, const MapTransform& transform) {
    const double zoom = static_cast<double>(transform.scale / national_scale(rect));
    return {geo::unproject(transform.to_plane(rect.center())), std::clamp(zoom, view::min_zoom, view::max_zoom)};
}

view::MapCamera home_camera(Rect) { return {geo::unproject(national_frame.center()), 1}; }

view::MapCamera panned(const view::MapCamera& camera, Rect rect, Vec2 delta_px) {
    const MapTransform before = transform_for(rect, camera);
    const Vec2 center = before.to_plane(rect.center() - delta_px);
    return {geo::unproject(within_country(center)), camera.zoom};
}

view::MapCamera zoomed(const view::MapCamera& camera, Rect rect, double factor, Vec2 anchor) {
    const MapTransform before = transform_for(rect, camera);
    const double zoom = std::clamp(camera.zoom * factor, view::min_zoom, view::max_zoom);
    const float scale = national_scale(rect) * static_cast<float>(zoom);
    const Vec2 center = before.to_plane(anchor) + (rect.center() - anchor) * (1 / scale);
    return {geo::unproject(within_country(center)), zoom};
}

view::MapCamera fit_plane(Rect plane, Rect rect) {
    const float margin = 0.12f * std::min(rect.w, rect.h);
    const float w = std::max(plane.w, 1e-3f), h = std::max(plane.h, 1e-3f);
    const float scale = std::min((rect.w - 2 * margin) / w, (rect.h - 2 * margin) / h);
    return camera_of(rect, centered(rect, plane.center(), scale));
}

view::MapCamera fit_feature(const MapMesh& mesh, size_t feature, Rect rect) {
    const MainShape main = main_shape(mesh, feature);
    // Islands within half the main part's size of it belong to the picture; Ogasawara does not belong to Tokyo's.
    const Rect surroundings = main.bounds.grown(std::max(main.bounds.w, main.bounds.h) / 2);
    Rect shown = main.bounds;
    for (uint32_t ring = mesh.feature_rings[feature]; ring < mesh.feature_rings[feature + 1]; ++ring) {
        const Rect bounds = ring_bounds(mesh, ring);
        if (surroundings.contains(bounds.center())) shown = united(shown, bounds);
    }
    if (shown.empty()) return home_camera(rect);
    return fit_plane(shown, rect);
}

view::MapCamera fit_box(const view::MapCamera& camera, Rect rect, Rect box) {
    const MapTransform now = transform_for(rect, camera);
    const float factor = std::min(rect.w / std::max(box.w, 1.f), rect.h / std::max(box.h, 1.f));
    return camera_of(rect, centered(rect, now.to_plane(box.center()), now.scale * factor));
}

view::MapCamera interpolate(const view::MapCamera& from, const view::MapCamera& to, double t) {
    const double k = std::clamp(t, 0.0, 1.0);
    if (k >= 1) return to;
    const Vec2 a = geo::project(from.center), b = geo::project(to.center);
    const double zoom = from.zoom * std::pow(to.zoom / from.zoom, k);
    // The centre follows the share of the scale's change, so that the target seems to come nearer on a straight line
    // instead of sweeping past while zoomed in.
    double along = k;
    const double change = 1 / to.zoom - 1 / from.zoom;
    if (std::abs(change) > 1e-6) along = (1 / zoom - 1 / from.zoom) / change;
    const auto t32 = static_cast<float>(along);
    return {geo::unproject({lerp(a.x, b.x, t32), lerp(a.y, b.y, t32)}), zoom};
}

}  // namespace atlas::chart

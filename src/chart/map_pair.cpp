#include "chart/map_pair.h"

#include <algorithm>

namespace atlas::chart {
namespace {

constexpr float least_side_by_side_px = 640;

/// Height of the country when it fills a window of this size.
float shown_px(float w, float h, float aspect) { return std::min(h, w / aspect); }

}  // namespace

MapPair map_pair(Rect room, const std::optional<view::MapCamera>& camera, const MapPairOptions& options) {
    const float half_w = std::max(0.f, std::floor((room.w - options.gutter_px) / 2));
    const float half_h = std::max(0.f, std::floor((room.h - options.gutter_px) / 2));
    const float beside_h = std::max(0.f, room.h - options.header_px);
    const float above_h = std::max(0.f, half_h - options.header_px);
    MapPair pair;
    pair.stacked = room.w < least_side_by_side_px ||
                   shown_px(room.w, above_h, options.aspect) > shown_px(half_w, beside_h, options.aspect);
    const Vec2 step = pair.stacked ? Vec2{0, half_h + options.gutter_px} : Vec2{half_w + options.gutter_px, 0};
    const float w = pair.stacked ? room.w : half_w, h = pair.stacked ? above_h : beside_h;
    pair.first_header = {room.x, room.y, w, options.header_px};
    pair.first = {room.x, room.y + options.header_px, w, h};
    pair.second_header = pair.first_header.moved(step.x, step.y);
    pair.second = pair.first.moved(step.x, step.y);
    pair.camera = camera;
    if (pair.camera) pair.camera->zoom = std::clamp(pair.camera->zoom, view::min_zoom, view::max_zoom);
    return pair;
}

std::optional<Vec2> linked_point(const MapPair& pair, Vec2 point) {
    const Vec2 step{pair.second.x - pair.first.x, pair.second.y - pair.first.y};
    if (pair.first.contains(point)) return point + step;
    if (pair.second.contains(point)) return point - step;
    return {};
}

static view::MapCamera camera_or_home(const MapPair& pair) {
    return pair.camera ? *pair.camera : home_camera(pair.first);
}

view::MapCamera linked_pan(const MapPair& pair, Vec2 delta_px) {
    return panned(camera_or_home(pair), pair.first, delta_px);
}

view::MapCamera linked_zoom(const MapPair& pair, double factor, Vec2 anchor) {
    if (pair.second.contains(anchor)) anchor = *linked_point(pair, anchor);
    return zoomed(camera_or_home(pair), pair.first, factor, anchor);
}

}  // namespace atlas::chart

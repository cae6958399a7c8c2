#include "chart/map_pair.h"

#include <algorithm>

namespace atlas::chart {
namespace {

/// Height of the country when it fills a window of this size.
float shown_px(float w, float h, float aspect) { return std::min(h, w / aspect); }

}  // namespace

MapPair map_pair(Rect room, const std::optional<view::MapCamera>& camera, const MapPairOptions& options) {
    const float half_w = std::max(0.f, std::floor((room.w - options.gutter_px) / 2));
    const float half_h = std::max(0.f, std::floor((room.h - options.gutter_px) / 2));
    const float beside_h = std::max(0.f, room.h - options.header_px);
    const float above_h = std::max(0.f, half_h - options.header_px);
    MapPair pair;
    pair.stacked = shown_px(room.w, above_h, options.aspect) > shown_px(half_w, beside_h, options.aspect);
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

}  // namespace atlas::chart

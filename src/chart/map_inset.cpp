#include "chart/map_inset.h"

#include <algorithm>
#include <cmath>

namespace atlas::chart {
namespace {

// Plane km. Yonaguni and Hateruma to the Daitō islands and Tokara; Mukojima and Nishinoshima to Minami-Iōtō; Minamitorishima.
constexpr Rect okinawa{-1478, 842, 920, 650};
constexpr Rect ogasawara{372, 1112, 190, 436};
constexpr Rect minamitorishima{1714, 1346, 80, 52};

constexpr float label_px = 22;  // room for a 14 px label above the picture
constexpr float gap_px = 12;
constexpr float honshu_east_km = 365;  // a little east of Chōshi

/// A frame of this scale whose picture shows `plane`; the label stands in the frame's first line.
MapInset inset_at(Word label, Rect plane, Vec2 top_left, float scale, float min_width_px) {
    MapInset inset;
    inset.label = label;
    inset.islets = plane != okinawa;
    inset.plane = plane;
    // On whole pixels: the frame is a hairline.
    inset.frame = {std::round(top_left.x), std::round(top_left.y), std::ceil(std::max(plane.w * scale, min_width_px)),
                   std::ceil(plane.h * scale + label_px)};
    const Vec2 picture_center{inset.frame.center().x, inset.frame.y + label_px + plane.h * scale / 2};
    inset.transform = {scale, picture_center - plane.center() * scale};
    return inset;
}

}  // namespace

std::vector<MapInset> insets_for(Rect rect, Vec2 controls_px, float line_px, Lang lang) {
    std::vector<MapInset> insets;
    if (std::min(rect.w, rect.h) < 200) return insets;
    const MapTransform main = transform_for(rect, std::nullopt);
    const bool narrow = rect.w < 600, latin = lang != Lang::ja;
    const float edge = narrow ? 8 : 16;

    // The Pacific, lower right, left of the controls — unless Honshū's east is already there.
    const float tallest = std::min(rect.h * 0.34f, 190.f) - label_px;
    const float small = std::min(main.scale, tallest / ogasawara.h);
    const Word islands = narrow ? Word::map_inset_ogasawara_short : Word::map_inset_ogasawara;
    const float islands_px = std::max(ogasawara.w * small, latin ? 88.f : narrow ? 54.f : 86.f);
    const float right = rect.right() - edge - (controls_px.x > 0 ? controls_px.x + gap_px : 0);
    const float bottom = rect.bottom() - edge - line_px;
    const float far_east_w = latin ? 124 : 58;
    const float far_east_px = narrow ? 0 : far_east_w + gap_px;
    const float islands_x = right - far_east_px - islands_px;
    const bool pacific_is_free = islands_x > main.to_window({honshu_east_km, 0}).x;

    // The Sea of Japan, upper left: up to a good third of the width, but never larger than the main map's scale.
    const float share = !narrow ? 0.32f : pacific_is_free ? 0.36f : 0.30f;
    const float scale = std::min(main.scale, std::min(rect.w * share, 320.f) / okinawa.w);
    insets.push_back(
        inset_at(Word::map_inset_okinawa, okinawa, {rect.x + edge, rect.y + edge}, scale, latin ? 124 : 84));
    if (!pacific_is_free) {
        insets.push_back(
            inset_at(islands, ogasawara, {insets.front().frame.right() + 6, rect.y + edge}, small, islands_px));
        return insets;
    }
    const float islands_y = bottom - ogasawara.h * small - label_px;
    insets.push_back(
        inset_at(islands, ogasawara, {std::floor(islands_x), std::floor(islands_y) - 1}, small, islands_px));
    if (!narrow)
        insets.push_back(inset_at(Word::map_inset_minamitorishima, minamitorishima,
                                  {right - far_east_w, std::floor(bottom - minamitorishima.h * small - label_px) - 1},
                                  small, far_east_w));
    return insets;
}

bool insets_visible(Rect rect, const std::optional<view::MapCamera>& camera) {
    if (!camera) return true;
    if (camera->zoom >= 1.35) return false;
    const Vec2 home = transform_for(rect, home_camera(rect)).to_plane(rect.center());
    const MapTransform now = transform_for(rect, camera);
    return length(now.to_plane(rect.center()) - home) * now.scale < std::min(rect.w, rect.h) * 0.12f;
}

}  // namespace atlas::chart

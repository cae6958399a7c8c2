#include "scene/symbol.h"

namespace atlas::scene {
namespace {

std::vector<Vec2> regular_polygon(Vec2 center, float circumradius_px, int corners, float first_angle_rad) {
    std::vector<Vec2> points;
    for (int i = 0; i < corners; ++i) {
        const float angle = first_angle_rad + 6.2831853f * static_cast<float>(i) / static_cast<float>(corners);
        points.push_back(center + Vec2{std::cos(angle), std::sin(angle)} * circumradius_px);
    }
    return points;
}

}  // namespace

std::vector<Vec2> symbol_outline(const SymbolMark& mark) {
    // Circumradii near those of equal area; the triangle's is a little less, as its corners carry far.
    constexpr float quarter = 1.5707963f;
    switch (mark.shape) {
        case Shape::circle: return {};
        case Shape::square: return regular_polygon(mark.center, mark.radius_px * 1.2f, 4, -quarter * 1.5f);
        case Shape::diamond: return regular_polygon(mark.center, mark.radius_px * 1.25f, 4, -quarter);
        case Shape::triangle: {
            // A little below the centre: neither the centroid nor the middle of its height looks centred beside other shapes.
            const Vec2 low = mark.center + Vec2{0, mark.radius_px * 0.22f};
            return regular_polygon(low, mark.radius_px * 1.42f, 3, -quarter);
        }
        case Shape::hexagon: return regular_polygon(mark.center, mark.radius_px * 1.12f, 6, 0);
    }
    return {};
}

}  // namespace atlas::scene

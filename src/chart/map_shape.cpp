#include "chart/map_shape.h"

#include <cmath>

namespace atlas::chart {

Rect ring_bounds(const MapMesh& mesh, uint32_t ring) {
    Vec2 low = mesh.vertices[mesh.ring_first[ring]], high = low;
    for (uint32_t i = mesh.ring_first[ring]; i < mesh.ring_first[ring + 1]; ++i) {
        const Vec2 p = mesh.vertices[i];
        low = {std::min(low.x, p.x), std::min(low.y, p.y)};
        high = {std::max(high.x, p.x), std::max(high.y, p.y)};
    }
    return {low.x, low.y, high.x - low.x, high.y - low.y};
}

MainShape main_shape(const MapMesh& mesh, size_t feature) {
    return {mesh.feature_main[feature], mesh.feature_main_bounds[feature]};
}

bool ring_contains(const MapMesh& mesh, uint32_t ring, Vec2 p) {
    bool inside = false;
    const uint32_t first = mesh.ring_first[ring], end = mesh.ring_first[ring + 1];
    for (uint32_t i = first, before = end - 1; i < end; before = i++) {
        const Vec2 a = mesh.vertices[before], b = mesh.vertices[i];
        if ((a.y > p.y) == (b.y > p.y)) continue;
        if (p.x < a.x + (b.x - a.x) * (p.y - a.y) / (b.y - a.y)) inside = !inside;
    }
    return inside;
}

}  // namespace atlas::chart

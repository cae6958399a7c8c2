// The parts of a feature that matter for pictures: its largest polygon, and whether something lies inside it.
#pragma once
#include "core/map_mesh.h"

namespace atlas::chart {

struct MainShape {
    uint32_t ring = 0;  ///< the largest outline
    Rect bounds;        ///< plane km; empty for a feature without polygons
};

Rect ring_bounds(const MapMesh& mesh, uint32_t ring);
MainShape main_shape(const MapMesh& mesh, size_t feature);
/// Even-odd over this ring alone.
bool ring_contains(const MapMesh& mesh, uint32_t ring, Vec2 plane);

}  // namespace atlas::chart

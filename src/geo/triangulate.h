// Polygons to triangles. Private to geo.
#pragma once
#include <cstdint>
#include <span>
#include <vector>

#include "core/geometry.h"

namespace atlas::geo {

/// Outline first, then holes; rings not closed by a repeated point.
using Rings = std::vector<std::span<const Vec2>>;

/// Three corners each, counted through all rings (mapbox/earcut). What is no polygon gives fewer triangles or none.
std::vector<uint32_t> triangulate(const Rings& rings);

}  // namespace atlas::geo

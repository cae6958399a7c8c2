// Where a name stands in an area: the point furthest from its borders. Private to geo.
#pragma once
#include <span>
#include <vector>

#include "core/geometry.h"

namespace atlas::geo {

/// Pole of inaccessibility of one polygon (outline first, then holes; rings not closed by a repeated point), closely
/// enough for a label: its distance to the border is within a tenth of the greatest possible, of outlines with many points
/// within about a fifth. Always inside; a polygon without area yields one of its points.
/// After mapbox/polylabel (V. Agafonkin, 2016): best-first search in a quad-tree.
Vec2 label_point(const std::vector<std::span<const Vec2>>& rings);

}  // namespace atlas::geo

// Marks that would overlap become one: agglomerative clustering of points in pixels.
#pragma once
#include <string>
#include <vector>

#include "core/geometry.h"

namespace atlas::chart {

struct MarkerCluster {
    Vec2 center;                  ///< mean of its members
    std::vector<size_t> members;  ///< indices into the points, ascending; one = a mark of its own
};

inline constexpr float marker_radius_px = 10;
inline constexpr float marker_distance_px =
    24;  ///< closer marks are joined: also the smallest target (WCAG 2.2, 2.5.8)

/// Radii of a single mark and of clusters.
struct MarkSizes {
    float one = marker_radius_px, few = 12, many = 14;
    float radius_px(size_t members) const { return members < 2 ? one : members < 10 ? few : many; }
};
/// On a map as small as a phone's the marks must leave the country to be seen.
inline constexpr MarkSizes small_marks{8, 10, 12};

float cluster_radius_px(size_t members);

/// Joins the nearest pair until no two overlap. Depends on differences only, so panning does not regroup the marks.
/// Quadratic in the points on the whole: meant for hundreds of points, not for thousands.
std::vector<MarkerCluster> cluster_points(const std::vector<Vec2>& points_px, const MarkSizes& sizes = {});

}  // namespace atlas::chart

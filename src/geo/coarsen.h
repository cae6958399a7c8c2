// Levels of detail that are made from a mesh itself, without a download. Private to geo.
#pragma once
#include <span>
#include <vector>

#include "core/map_mesh.h"

namespace atlas::geo {

/// For each point of a line the tolerance (in the line's unit) from which on it is left out; the ends stay for ever. Lines
/// of the points that stay at a tolerance pass all others within it: Douglas and Peucker, "Algorithms for the reduction of
/// the number of points required to represent a digitized line" (1973), for all tolerances at once. A closed line repeats
/// its first point.
std::vector<float> vanishing_tolerances(std::span<const Vec2> line);

/// Forms of a mesh whose rings and lines are complete. Borders lose their points once for both sides, so that neighbours
/// still meet. The largest part of a feature stays, whatever its size.
std::vector<MapMesh::Coarser> coarser_forms(const MapMesh& mesh);

}  // namespace atlas::geo

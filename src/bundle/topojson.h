// TopoJSON (and GeoJSON) of areas → geo::FeatureSet, every feature kept, shared arcs kept as borders drawn once.
#pragma once
#include <string_view>

#include "bundle/json.h"
#include "geo/geo.h"

namespace atlas::bundle {

/// Reads a Topology with one object of Polygon, MultiPolygon or null geometries (quantised or not), each with the
/// property `code` (its member `outer_arcs` numbers arcs beyond which another prefecture lies); or a GeoJSON FeatureCollection of the same. Faults carry the JSON pointer.
Result<geo::FeatureSet> read_boundaries(const Json& root, std::string_view file);

}  // namespace atlas::bundle

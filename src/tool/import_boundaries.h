// Boundary files of others (国土数値情報 N03, the Digital Agency's, plain code/name; TopoJSON or GeoJSON) → the project's form,
// every feature and every point kept. Internal to sosei-bundle.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "bundle/json.h"
#include "core/result.h"

namespace atlas::tool {

struct BoundariesImport {
    /// TopoJSON stays TopoJSON: arcs unchanged, one object `areas`, its former name as the member `source` unless there is
    /// one. GeoJSON stays a FeatureCollection. Properties of a feature: code (2 or 5 digits), name, pref (2 digits); ""
    /// where unknown.
    bundle::Json root;
    size_t features = 0, polygons = 0, multipolygons = 0, without_geometry = 0;
    size_t prefectures = 0, municipalities = 0,
           northern_villages = 0;             ///< 北方領土 (01695 … 01700): not in municipalities
    std::vector<std::string> without_code;    ///< prefecture and name of each
    std::vector<std::string> repeated_codes;  ///< each once
    size_t repeating_features = 0;            ///< features that bear one of them
    size_t mended_codes = 0;                  ///< lost leading zero put back, or check digit (6 digits) taken off
    std::vector<std::string> dropped_properties, dropped_objects;
    Problems warnings;  ///< what a map cannot use as it stands
};

/// Code: `code`, `N03_007`, `lg_code_5`, `lg_code` or `prefecture_code`, the first that a feature has. A Topology may hold
/// other objects than the one with areas; with two of those, an unreadable code, or geometry that
/// bundle::read_boundaries refuses, there is a fault with its JSON pointer.
Result<BoundariesImport> read_foreign_boundaries(std::string_view bytes, std::string_view file);

/// One line: features by kind and what is peculiar about them.
std::string summary(const BoundariesImport& import, bool english);

}  // namespace atlas::tool

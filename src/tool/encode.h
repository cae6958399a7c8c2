// From checked sources to the runtime bundles' bytes. Internal to sosei-bundle.
#pragma once
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "model/load.h"
#include "tool/sources.h"

namespace atlas::tool {

struct BuiltBundle {
    model::BundleName name;
    std::string bytes;
};

struct BuiltDetail {
    model::DetailKey key;
    std::string bytes;
};
using AreasKm2 = std::map<std::string, double>;  ///< by code of the municipality

/// All bundles but those of the municipalities and the boundaries. The sources must be free of errors.
std::vector<BuiltBundle> encode_bundles(const SourceSet& sources);

/// The list of all municipalities, and their indicators with the values that are derived (model::Indicator::derived):
/// "population-2020", "density-2020" (from `areas`: without them no value), "stories" (how many name the municipality).
std::vector<BuiltBundle> encode_municipal_bundles(const SourceSet& sources, const AreasKm2& areas);

/// Wraps `topojson` (scripts/geo.mjs: one object of areas with the property `code`; a root member `source`, absent for the
/// official N03-2025) as the boundaries bundle, or as that of the municipalities.
Result<BuiltBundle> encode_boundaries(std::string_view topojson, std::string_view file, const std::string& edition,
                                      model::BundleName name = model::BundleName::boundaries);
/// The same for one prefecture's municipalities; their areas are added to `areas`.
Result<BuiltDetail> encode_detail(std::string_view topojson, std::string_view file, const std::string& edition,
                                  const model::DetailKey& key, AreasKm2& areas);

/// Mean of the points of the story's municipalities, else of its prefectures' label points; unset when it names neither.
std::optional<geo::LonLat> story_position(const model::Story& story, const model::Places& places);

/// Writes the bundles and details under names that carry their hash, and manifest.json last; removes hashed files of
/// earlier builds. Returns the manifest.
Result<model::Manifest> write_bundles(const std::vector<BuiltBundle>& bundles, const std::vector<BuiltDetail>& details,
                                      const std::string& edition, const std::filesystem::path& folder);

}  // namespace atlas::tool

// From checked sources to the runtime bundles' bytes. Internal to sosei-bundle.
#pragma once
#include <filesystem>
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

/// All bundles but the boundaries. The sources must be free of errors.
std::vector<BuiltBundle> encode_bundles(const SourceSet& sources);

/// Wraps `topojson` (scripts/geo.mjs: one object of areas with the property `code`; a root member `source`, absent for the
/// official N03-2025) as the boundaries bundle.
Result<BuiltBundle> encode_boundaries(std::string_view topojson, std::string_view file, const std::string& edition);

/// Mean of the points of the story's municipalities, else of its prefectures' label points; unset when it names neither.
std::optional<geo::LonLat> story_position(const model::Story& story, const model::Places& places);

/// Writes the bundles under names that carry their hash, and manifest.json last; removes hashed bundles of earlier builds.
/// Returns the manifest.
Result<model::Manifest> write_bundles(const std::vector<BuiltBundle>& bundles, const std::string& edition,
                                      const std::filesystem::path& folder);

}  // namespace atlas::tool

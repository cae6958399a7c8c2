// From bundle bytes to records. Each bundle is read on its own, so that a faulty one costs only its own pages.
#pragma once
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

#include "bundle/json.h"
#include "model/background.h"
#include "model/logic.h"
#include "model/records.h"

namespace atlas::model {

/// Version of the runtime bundle format; a bundle of another version is refused with a remedy.
inline constexpr int bundle_format_version = 1;

/// The bundles of the runtime: {"format":"sosei-atlas/<name>","version":1,…}.
enum class BundleName { policy, stories, kpis, places, indicators, boundaries, logic, roadmap, background, trends };
inline constexpr BundleName all_bundles[] = {
    BundleName::policy,     BundleName::stories, BundleName::kpis,    BundleName::places,     BundleName::indicators,
    BundleName::boundaries, BundleName::logic,   BundleName::roadmap, BundleName::background, BundleName::trends};
inline constexpr size_t bundle_count = std::size(all_bundles);
const char* to_string(BundleName name);

struct ManifestEntry {
    BundleName name;
    std::string file;  ///< content-hashed, relative to the manifest
    std::string sha256;
    size_t bytes = 0;
};
struct Manifest {
    std::string edition;
    std::vector<ManifestEntry> bundles;
};

Result<Manifest> load_manifest(std::string_view bytes, std::string_view file);
Result<Policy> load_policy(std::string_view bytes, std::string_view file);
Result<Stories> load_stories(std::string_view bytes, std::string_view file);
Result<Kpis> load_kpis(std::string_view bytes, std::string_view file);
Result<Places> load_places(std::string_view bytes, std::string_view file);
Result<Indicators> load_indicators(std::string_view bytes, std::string_view file);
Result<LogicModel> load_logic(std::string_view bytes, std::string_view file);
Result<Roadmap> load_roadmap(std::string_view bytes, std::string_view file);
Result<Background> load_background(std::string_view bytes, std::string_view file);
Result<Trends> load_trends(std::string_view bytes, std::string_view file);
Result<geo::FeatureSet> load_boundaries(std::string_view bytes, std::string_view file);

}  // namespace atlas::model

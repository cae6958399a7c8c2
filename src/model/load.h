// From bundle bytes to records. Each bundle is read on its own, so that a faulty one costs only its own pages.
#pragma once
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

#include "bundle/json.h"
#include "model/background.h"
#include "model/briefing.h"
#include "model/logic.h"
#include "model/records.h"

namespace atlas::model {

/// Version of the runtime bundle format; a bundle of another version is refused with a remedy.
inline constexpr int bundle_format_version = 1;

/// The bundles of the runtime: {"format":"sosei-atlas/<name>","version":1,…}.
enum class BundleName {
    policy,
    stories,
    kpis,
    places,
    indicators,
    boundaries,
    logic,
    roadmap,
    background,
    trends,
    municipalities,
    municipal_indicators,
    municipal_boundaries,
    previous,   ///< the KPIs of the edition before; absent with the first one
    briefings,  ///< the decks
};
inline constexpr BundleName all_bundles[] = {BundleName::policy,
                                             BundleName::stories,
                                             BundleName::kpis,
                                             BundleName::places,
                                             BundleName::indicators,
                                             BundleName::boundaries,
                                             BundleName::logic,
                                             BundleName::roadmap,
                                             BundleName::background,
                                             BundleName::trends,
                                             BundleName::municipalities,
                                             BundleName::municipal_indicators,
                                             BundleName::municipal_boundaries,
                                             BundleName::previous,
                                             BundleName::briefings};
inline constexpr size_t bundle_count = std::size(all_bundles);
const char* to_string(BundleName name);
/// A manifest without it is whole: nothing has failed then.
inline bool is_optional(BundleName name) { return name == BundleName::previous || name == BundleName::briefings; }

struct ManifestEntry {
    BundleName name;
    std::string file;  ///< content-hashed, relative to the manifest
    std::string sha256;
    size_t bytes = 0;
};
/// The municipalities of one prefecture, drawn finely: a file of its own, for zooming in.
struct DetailKey {
    int level = 2;           ///< 2, or 3 = as finely as there is
    std::string prefecture;  ///< "01" … "47"
    std::string name() const { return "detail-" + std::to_string(level) + "-" + prefecture; }
    friend bool operator==(const DetailKey& a, const DetailKey& b) {
        return a.level == b.level && a.prefecture == b.prefecture;
    }
    friend bool operator<(const DetailKey& a, const DetailKey& b) {
        return a.level != b.level ? a.level < b.level : a.prefecture < b.prefecture;
    }
};
inline constexpr int finest_detail = 3;
std::vector<DetailKey> all_details();
struct DetailEntry {
    DetailKey key;
    std::string file, sha256;
    size_t bytes = 0;
};
struct Manifest {
    std::string edition;
    std::vector<ManifestEntry> bundles;
    std::vector<DetailEntry> details;
};

Result<Manifest> load_manifest(std::string_view bytes, std::string_view file);
Result<Policy> load_policy(std::string_view bytes, std::string_view file);
Result<Stories> load_stories(std::string_view bytes, std::string_view file);
Result<Kpis> load_kpis(std::string_view bytes, std::string_view file);
/// What the edition before said: its date and its KPIs.
struct PreviousEdition {
    std::string edition;
    Kpis kpis;
};
Result<PreviousEdition> load_previous(std::string_view bytes, std::string_view file);
Result<Briefings> load_briefings(std::string_view bytes, std::string_view file);
/// One deck as data/briefings/ has them, whoever wrote it.
Result<Briefing> load_deck(std::string_view bytes, std::string_view file);
/// What load_deck reads, in the form of data/briefings/: a line a member, and none that says nothing.
std::string deck_text(const Briefing& deck);
Result<Places> load_places(std::string_view bytes, std::string_view file);
Result<Indicators> load_indicators(std::string_view bytes, std::string_view file);
Result<LogicModel> load_logic(std::string_view bytes, std::string_view file);
Result<Roadmap> load_roadmap(std::string_view bytes, std::string_view file);
Result<Background> load_background(std::string_view bytes, std::string_view file);
Result<Trends> load_trends(std::string_view bytes, std::string_view file);
Result<geo::FeatureSet> load_boundaries(std::string_view bytes, std::string_view file);
Result<geo::FeatureSet> load_municipal_boundaries(std::string_view bytes, std::string_view file);
Result<geo::FeatureSet> load_detail(std::string_view bytes, std::string_view file);
Result<Municipalities> load_municipalities(std::string_view bytes, std::string_view file);
/// Values of each year in the order of the municipalities: 1,741.
Result<Indicators> load_municipal_indicators(std::string_view bytes, std::string_view file);

}  // namespace atlas::model

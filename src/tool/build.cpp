// sosei-bundle build.
#include <filesystem>
#include <ostream>

#include "bundle/decode.h"
#include "tool/check_built.h"
#include "tool/commands.h"
#include "tool/encode.h"
#include "tool/files.h"
#include "tool/previous.h"
#include "tool/sources.h"

namespace atlas::tool {

using model::BundleName;

namespace {

/// What is made of the folder of boundaries: bundles, files of detail, and the areas that they enclose.
class Geography {
public:
    Geography(const Options& o, const std::string& edition, Problems& problems)
        : folder_(o.geo), edition_(edition), problems_(problems) {
        if (o.geo.empty()) {
            warn_of_none();
            return;
        }
        add_bundle("prefectures.topojson", BundleName::boundaries);
        // Without the official boundaries there are none of municipalities.
        if (!std::filesystem::exists(folder_ / "municipalities.topojson")) return;
        add_bundle("municipalities.topojson", BundleName::municipal_boundaries);
        for (const model::DetailKey& key : model::all_details()) add_detail(key);
    }

    std::vector<BuiltBundle> bundles;
    std::vector<BuiltDetail> details;
    AreasKm2 areas;  ///< of the finest detail: it comes last

private:
    void warn_of_none() {
        problems_.push_back({Severity::warning, "boundaries", "", "境界データなしで作りました（地図は描けません）",
                             "--geo で prefectures.topojson のあるフォルダーを指定してください",
                             "built without boundaries (there will be no map)",
                             "name the folder of prefectures.topojson with --geo"});
    }

    void add_bundle(const char* file, BundleName name) {
        const Result<std::string> bytes = read_file(folder_ / file);
        if (!bytes) return take(bytes.problems());
        Result<BuiltBundle> built = encode_boundaries(*bytes, file, edition_, name);
        built ? bundles.push_back(std::move(*built)) : take(built.problems());
    }

    void add_detail(const model::DetailKey& key) {
        const std::string file = std::to_string(key.level) + "-" + key.prefecture + ".topojson";
        const Result<std::string> bytes = read_file(folder_ / "detail" / file);
        if (!bytes) return take(bytes.problems());
        Result<BuiltDetail> built = encode_detail(*bytes, "detail/" + file, edition_, key, areas);
        built ? details.push_back(std::move(*built)) : take(built.problems());
    }

    void take(const Problems& problems) { problems_.insert(problems_.end(), problems.begin(), problems.end()); }

    std::filesystem::path folder_;
    const std::string& edition_;
    Problems& problems_;
};

}  // namespace

int build(const Options& o, std::ostream& out) {
    const SourceSet sources = read_sources(o.plain[0]);
    Problems problems = sources.problems;
    const std::string& edition = sources.policy.edition.edition;
    std::vector<BuiltBundle> bundles;
    std::vector<BuiltDetail> details;
    if (!bundle::has_errors(problems)) {
        Geography geography(o, edition, problems);
        bundles = encode_bundles(sources);
        for (const auto& more : {geography.bundles, encode_municipal_bundles(sources, geography.areas)})
            bundles.insert(bundles.end(), more.begin(), more.end());
        details = std::move(geography.details);
        if (!o.previous.empty()) {
            Result<BuiltBundle> previous = encode_previous(o.previous, edition);
            const Problems& faults = previous.problems();
            problems.insert(problems.end(), faults.begin(), faults.end());
            if (previous) bundles.push_back(std::move(*previous));
        }
    }
    print(problems, o.english, out);
    if (bundle::has_errors(problems)) return conclude_faulty(problems, o.english, out);
    const Result<model::Manifest> manifest = write_bundles(bundles, details, edition, o.out);
    if (!manifest) {
        print(manifest.problems(), o.english, out);
        return 1;
    }
    // What was just written must read as what a browser will accept.
    const BuiltCheck written = check_built(o.out);
    print(written.problems, o.english, out);
    for (const model::ManifestEntry& entry : manifest->bundles) out << entry.file << "  " << entry.bytes << " bytes\n";
    size_t bytes = 0;
    for (const model::DetailEntry& entry : manifest->details) bytes += entry.bytes;
    if (bytes > 0) out << manifest->details.size() << " x detail-*.json  " << bytes << " bytes\n";
    return bundle::has_errors(written.problems) ? 1 : 0;
}

}  // namespace atlas::tool

// sosei-bundle build.
#include <filesystem>
#include <ostream>

#include "bundle/decode.h"
#include "tool/check_built.h"
#include "tool/commands.h"
#include "tool/encode.h"
#include "tool/files.h"
#include "tool/sources.h"

namespace atlas::tool {

namespace {

/// The boundaries bundle, or a warning why there is none.
void add_boundaries(const Options& o, const std::string& edition, std::vector<BuiltBundle>& bundles,
                    Problems& problems) {
    if (o.geo.empty()) {
        problems.push_back({Severity::warning, "boundaries", "", "境界データなしで作りました（地図は描けません）",
                            "--geo で prefectures.topojson のあるフォルダーを指定してください",
                            "built without boundaries (there will be no map)",
                            "name the folder of prefectures.topojson with --geo"});
        return;
    }
    const std::filesystem::path path = std::filesystem::path(o.geo) / "prefectures.topojson";
    const Result<std::string> bytes = read_file(path);
    if (!bytes) {
        problems.insert(problems.end(), bytes.problems().begin(), bytes.problems().end());
        return;
    }
    Result<BuiltBundle> built = encode_boundaries(*bytes, path.filename().string(), edition);
    if (built)
        bundles.push_back(std::move(*built));
    else
        problems.insert(problems.end(), built.problems().begin(), built.problems().end());
}

}  // namespace

int build(const Options& o, std::ostream& out) {
    const SourceSet sources = read_sources(o.plain[0]);
    Problems problems = sources.problems;
    std::vector<BuiltBundle> bundles;
    if (!bundle::has_errors(problems)) {
        bundles = encode_bundles(sources);
        add_boundaries(o, sources.policy.edition.edition, bundles, problems);
    }
    print(problems, o.english, out);
    if (bundle::has_errors(problems)) return conclude_faulty(problems, o.english, out);
    const Result<model::Manifest> manifest = write_bundles(bundles, sources.policy.edition.edition, o.out);
    if (!manifest) {
        print(manifest.problems(), o.english, out);
        return 1;
    }
    // What was just written must read as what a browser will accept.
    const BuiltCheck written = check_built(o.out);
    print(written.problems, o.english, out);
    for (const model::ManifestEntry& entry : manifest->bundles) out << entry.file << "  " << entry.bytes << " bytes\n";
    return bundle::has_errors(written.problems) ? 1 : 0;
}

}  // namespace atlas::tool

// sosei-bundle check.
#include <filesystem>
#include <ostream>

#include "bundle/decode.h"
#include "tool/check_built.h"
#include "tool/commands.h"
#include "tool/counts.h"
#include "tool/sources.h"

namespace atlas::tool {

namespace {

void print_summary(const SourceSet& s, const Options& o, std::ostream& out) {
    out << (o.english ? "no errors" : "誤りはありません") << " (" << s.policy.edition.edition << ")";
    for (const Count& count : counts_of(s)) {
        out << (count.name == counts_of(s).front().name ? ": " : ", ") << (o.english ? count.name_en : count.name)
            << ' ' << count.count;
    }
    out << '\n';
}

}  // namespace

int check(const Options& o, std::ostream& out) {
    if (std::filesystem::exists(std::filesystem::path(o.plain[0]) / "manifest.json")) {
        const BuiltCheck built = check_built(o.plain[0]);
        print(built.problems, o.english, out);
        if (bundle::has_errors(built.problems)) return conclude_faulty(built.problems, o.english, out);
        out << (o.english ? "no errors" : "誤りはありません") << " (" << built.manifest.edition << ")";
        for (const model::ManifestEntry& entry : built.manifest.bundles)
            out << ' ' << model::to_string(entry.name) << ' ' << entry.bytes;
        out << '\n';
        return 0;
    }
    const SourceSet sources = read_sources(o.plain[0]);
    print(sources.problems, o.english, out);
    if (bundle::has_errors(sources.problems)) return conclude_faulty(sources.problems, o.english, out);
    print_summary(sources, o, out);
    return 0;
}

}  // namespace atlas::tool

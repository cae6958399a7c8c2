#include "model/load.h"

#include "bundle/decode.h"
#include "bundle/topojson.h"
#include "model/decode_records.h"

namespace atlas::model {

using bundle::Json;
using bundle::Need;
using bundle::ObjectReader;
using bundle::Report;

namespace {

/// The members that every bundle begins with; false when the rest should not be read.
bool is_our_bundle(ObjectReader& root, const std::string& format, bool with_edition = true) {
    const std::string found = root.text("format", Need::required, 80);
    const int version = root.integer("version", 0, 1'000'000, Need::required);
    if (with_edition) root.text("edition", Need::required, 40);
    if (found.empty() || !root.has("version")) return false;
    if (found != format) {
        root.error("format",
                   {bundle::quoted(found) + " は別の種類のファイルです（" + bundle::quoted(format) + " のはずです）",
                    "ファイルを取り違えていないか確かめ、sosei-bundle build で作り直してください",
                    bundle::quoted(found) + " is another kind of file (expected " + bundle::quoted(format) + ")",
                    "check which file this is, and build it again with sosei-bundle build"});
        return false;
    }
    if (version != bundle_format_version) {
        const std::string theirs = std::to_string(version), ours = std::to_string(bundle_format_version);
        root.error("version",
                   {"形式の版 " + theirs + " は読めません（この画面が読めるのは版 " + ours + " です）",
                    "ページを再読み込みしてください。直らないときは、データと画面を同じ版で作り直してください",
                    "format version " + theirs + " cannot be read (this program reads version " + ours + ")",
                    "reload the page; if that does not help, build data and program from the same version"});
        return false;
    }
    return true;
}

/// Of a file that is not ours, every member is unknown: that would bury what matters.
Problems only_errors(const Report& report) {
    Problems errors;
    for (const Problem& problem : report.problems())
        if (problem.severity == Severity::error) errors.push_back(problem);
    return errors;
}

/// Parses, checks the header, decodes; a value comes out only when there was no error.
template <class Record, class Decode>
Result<Record> load(std::string_view bytes, std::string_view file, BundleName name, bool with_edition, Decode decode) {
    Result<Json> json = bundle::parse_json(bytes, file);
    if (!json) return json.problems();
    Report report(file);
    Record record;
    bool ours = false;
    {
        ObjectReader root(*json, report);
        ours = is_our_bundle(root, std::string("sosei-atlas/") + to_string(name), with_edition);
        if (ours) decode(root, record);
    }
    if (!ours) return only_errors(report);
    if (report.has_errors()) return report.problems();
    return record;
}

bool is_hex(std::string_view text, size_t digits) {
    return text.size() == digits && text.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

/// The members of a ManifestEntry or a DetailEntry.
template <class Entry>
void decode_entry(ObjectReader& entry, Entry e, std::vector<Entry>& out) {
    e.file = entry.text("file", Need::required, 200);
    e.sha256 = entry.text("sha256", Need::required, 64);
    e.bytes = static_cast<size_t>(entry.integer("bytes", 1, 1 << 30, Need::required));
    if (!e.sha256.empty() && !is_hex(e.sha256, 64))
        entry.error("sha256",
                    {bundle::quoted(e.sha256) + " は SHA-256 ではありません", "sosei-bundle build で作り直してください",
                     bundle::quoted(e.sha256) + " is not a SHA-256", "build again with sosei-bundle build"});
    // The name is appended to the manifest's address, so it must stay beside it.
    if (e.file.find_first_of("/\\:") != std::string::npos || e.file.find("..") != std::string::npos)
        entry.error("file", {bundle::quoted(e.file) + " は manifest.json と同じ場所のファイル名ではありません",
                             "フォルダーを含まない名前にしてください",
                             bundle::quoted(e.file) + " is not a plain file name", "name a file beside manifest.json"});
    out.push_back(std::move(e));
}

Result<geo::FeatureSet> load_areas(std::string_view bytes, std::string_view file, const std::string& format) {
    Result<Json> json = bundle::parse_json(bytes, file);
    if (!json) return json.problems();
    Report report(file);
    bool ours = false;
    {
        ObjectReader root(*json, report);
        ours = is_our_bundle(root, "sosei-atlas/" + format);
        for (const char* key : {"type", "source", "bbox", "transform", "objects", "arcs", "features", "outer_arcs"})
            root.raw(key);
    }
    if (!ours || report.has_errors()) return only_errors(report);
    return bundle::read_boundaries(*json, file);
}

}  // namespace

const char* to_string(BundleName name) {
    switch (name) {
        case BundleName::policy: return "policy";
        case BundleName::stories: return "stories";
        case BundleName::kpis: return "kpis";
        case BundleName::places: return "places";
        case BundleName::indicators: return "indicators";
        case BundleName::boundaries: return "boundaries";
        case BundleName::logic: return "logic";
        case BundleName::roadmap: return "roadmap";
        case BundleName::background: return "background";
        case BundleName::trends: return "trends";
        case BundleName::municipalities: return "municipalities";
        case BundleName::municipal_indicators: return "municipal-indicators";
        case BundleName::municipal_boundaries: return "municipal-boundaries";
        case BundleName::briefings: return "briefings";
        case BundleName::previous: return "previous";
    }
    return "";
}

std::vector<DetailKey> all_details() {
    std::vector<DetailKey> keys;
    for (int level = 2; level <= finest_detail; ++level)
        for (int prefecture = 1; prefecture <= static_cast<int>(prefecture_count); ++prefecture)
            keys.push_back({level, (prefecture < 10 ? "0" : "") + std::to_string(prefecture)});
    return keys;
}

Result<Manifest> load_manifest(std::string_view bytes, std::string_view file) {
    Result<Json> json = bundle::parse_json(bytes, file);
    if (!json) return json.problems();
    Report report(file);
    Manifest manifest;
    bool ours = false;
    {
        ObjectReader root(*json, report);
        ours = is_our_bundle(root, "sosei-atlas/manifest", false);
        if (ours) {
            manifest.edition = root.text("edition", Need::required, 40);
            root.child("bundles", Need::required, [&](ObjectReader& bundles) {
                for (const BundleName name : all_bundles)
                    bundles.child(to_string(name), Need::optional, [&](ObjectReader& entry) {
                        decode_entry(entry, {name, {}, {}, 0}, manifest.bundles);
                    });
            });
            root.child("details", Need::optional, [&](ObjectReader& details) {
                for (const DetailKey& key : all_details())
                    details.child(key.name(), Need::optional, [&](ObjectReader& entry) {
                        decode_entry(entry, {key, {}, {}, 0}, manifest.details);
                    });
            });
        }
    }
    if (!ours) return only_errors(report);
    if (report.has_errors()) return report.problems();
    return manifest;
}

Result<Policy> load_policy(std::string_view bytes, std::string_view file) {
    return load<Policy>(bytes, file, BundleName::policy, false, [](ObjectReader& root, Policy& policy) {
        decode_edition(root, policy.edition);
        decode_sources(root, policy.sources);
        root.child("vision", Need::required, [&](ObjectReader& vision) { decode_vision(vision, policy.vision); });
        decode_pillars(root, policy.pillars);
    });
}

Result<Stories> load_stories(std::string_view bytes, std::string_view file) {
    return load<Stories>(bytes, file, BundleName::stories, true,
                         [](ObjectReader& root, Stories& stories) { decode_stories(root, stories.stories); });
}

Result<Kpis> load_kpis(std::string_view bytes, std::string_view file) {
    return load<Kpis>(bytes, file, BundleName::kpis, true, [](ObjectReader& root, Kpis& kpis) {
        decode_kpis(root, kpis.kpis);
        decode_series(root, kpis.series);
    });
}

Result<PreviousEdition> load_previous(std::string_view bytes, std::string_view file) {
    return load<PreviousEdition>(bytes, file, BundleName::previous, false,
                                 [](ObjectReader& root, PreviousEdition& previous) {
                                     previous.edition = root.text("edition", Need::required, 40);
                                     decode_kpis(root, previous.kpis.kpis);
                                     decode_series(root, previous.kpis.series);
                                 });
}

Result<Places> load_places(std::string_view bytes, std::string_view file) {
    return load<Places>(bytes, file, BundleName::places, true, [](ObjectReader& root, Places& places) {
        decode_prefectures(decode_table(root, "prefectures"), places.prefectures, root.report());
        decode_municipalities(decode_table(root, "municipalities"), places.municipalities, root.report());
    });
}

Result<Indicators> load_indicators(std::string_view bytes, std::string_view file) {
    return load<Indicators>(bytes, file, BundleName::indicators, true, [](ObjectReader& root, Indicators& indicators) {
        decode_indicators(root, indicators.indicators, prefecture_count);
    });
}

Result<LogicModel> load_logic(std::string_view bytes, std::string_view file) {
    return load<LogicModel>(bytes, file, BundleName::logic, true, decode_logic);
}

Result<Roadmap> load_roadmap(std::string_view bytes, std::string_view file) {
    return load<Roadmap>(bytes, file, BundleName::roadmap, true, decode_roadmap);
}

Result<Background> load_background(std::string_view bytes, std::string_view file) {
    return load<Background>(bytes, file, BundleName::background, true, [](ObjectReader& root, Background& background) {
        decode_framework(root, background.framework);
        decode_previous_kpis(decode_table(root, "previous"), background.previous, root.report());
    });
}

Result<Trends> load_trends(std::string_view bytes, std::string_view file) {
    return load<Trends>(bytes, file, BundleName::trends, true, [](ObjectReader& root, Trends& trends) {
        decode_trends(root, trends.trends);
        decode_series(root, trends.series);
    });
}

Result<Briefings> load_briefings(std::string_view bytes, std::string_view file) {
    return load<Briefings>(bytes, file, BundleName::briefings, true, [](ObjectReader& root, Briefings& briefings) {
        root.each("briefings", bundle::Need::required,
                  [&](ObjectReader& deck) { decode_briefing(deck, briefings.all.emplace_back()); });
    });
}

Result<Municipalities> load_municipalities(std::string_view bytes, std::string_view file) {
    return load<Municipalities>(
        bytes, file, BundleName::municipalities, true, [](ObjectReader& root, Municipalities& municipalities) {
            decode_municipalities(decode_table(root, "municipalities"), municipalities.all, root.report(), true);
        });
}

Result<Indicators> load_municipal_indicators(std::string_view bytes, std::string_view file) {
    return load<Indicators>(
        bytes, file, BundleName::municipal_indicators, true,
        [](ObjectReader& root, Indicators& indicators) { decode_indicators(root, indicators.indicators, 0); });
}

Result<geo::FeatureSet> load_boundaries(std::string_view bytes, std::string_view file) {
    return load_areas(bytes, file, to_string(BundleName::boundaries));
}

Result<geo::FeatureSet> load_municipal_boundaries(std::string_view bytes, std::string_view file) {
    return load_areas(bytes, file, to_string(BundleName::municipal_boundaries));
}

Result<geo::FeatureSet> load_detail(std::string_view bytes, std::string_view file) {
    return load_areas(bytes, file, "detail");
}

}  // namespace atlas::model

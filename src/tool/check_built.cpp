#include "tool/check_built.h"

#include <optional>

#include "core/sha256.h"
#include "model/links.h"
#include "tool/files.h"

namespace atlas::tool {

namespace {

using model::BundleName;

class BuiltChecker {
public:
    explicit BuiltChecker(std::filesystem::path folder) : folder_(std::move(folder)) {}

    BuiltCheck run() {
        const Result<std::string> bytes = read_file(folder_ / "manifest.json");
        if (!bytes) return {{}, bytes.problems()};
        const Result<model::Manifest> manifest = model::load_manifest(*bytes, "manifest.json");
        if (!manifest) return {{}, manifest.problems()};
        result_.manifest = *manifest;
        for (const BundleName name : model::all_bundles) check_presence(name);
        for (const model::ManifestEntry& entry : result_.manifest.bundles) check_entry(entry);
        for (const model::DetailEntry& entry : result_.manifest.details)
            if (const Result<std::string> bytes_of = checked_bytes(entry))
                take(model::load_detail(*bytes_of, entry.file).problems());
        for (Problem problem : model::check_links(get(policy_), get(stories_), get(kpis_), get(places_))) {
            for (const model::ManifestEntry& entry : result_.manifest.bundles)
                if (problem.file == model::to_string(entry.name)) problem.file = entry.file;
            result_.problems.push_back(std::move(problem));
        }
        return std::move(result_);
    }

private:
    template <class T>
    static const T* get(const std::optional<T>& value) {
        return value ? &*value : nullptr;
    }

    void check_presence(BundleName name) {
        for (const model::ManifestEntry& entry : result_.manifest.bundles)
            if (entry.name == name) return;
        if (model::is_optional(name)) return;
        // Without boundaries the lists and tables still work; without the others a whole page is missing.
        const bool is_geometry = name == BundleName::boundaries || name == BundleName::municipal_boundaries;
        const Severity severity = is_geometry ? Severity::warning : Severity::error;
        const std::string id = model::to_string(name);
        result_.problems.push_back({severity, "manifest.json", "/bundles/" + id, "バンドル「" + id + "」がありません",
                                    "sosei-bundle build で作り直してください", "the bundle \"" + id + "\" is missing",
                                    "build again with sosei-bundle build"});
    }

    /// The file's bytes, which must be those that the manifest speaks of.
    template <class Entry>
    Result<std::string> checked_bytes(const Entry& entry) {
        Result<std::string> bytes = read_file(folder_ / entry.file);
        if (!bytes) take(bytes.problems());
        if (bytes && (bytes->size() != entry.bytes || sha256_hex(*bytes) != entry.sha256))
            result_.problems.push_back({Severity::error, entry.file, "",
                                        "manifest.json の大きさか SHA-256 と合いません（" +
                                            std::to_string(bytes->size()) + " バイト、" + std::to_string(entry.bytes) +
                                            " バイトのはずです）",
                                        "ファイルを置き直すか、sosei-bundle build で作り直してください",
                                        "size or SHA-256 differ from manifest.json (" + std::to_string(bytes->size()) +
                                            " bytes instead of " + std::to_string(entry.bytes) + ")",
                                        "put the file there again, or build again with sosei-bundle build"});
        return bytes;
    }

    void check_entry(const model::ManifestEntry& entry) {
        const Result<std::string> bytes = checked_bytes(entry);
        if (!bytes) return;
        switch (entry.name) {
            case BundleName::policy: return keep(model::load_policy(*bytes, entry.file), policy_);
            case BundleName::stories: return keep(model::load_stories(*bytes, entry.file), stories_);
            case BundleName::kpis: return keep(model::load_kpis(*bytes, entry.file), kpis_);
            case BundleName::places: return keep(model::load_places(*bytes, entry.file), places_);
            case BundleName::indicators: return take(model::load_indicators(*bytes, entry.file).problems());
            case BundleName::boundaries: return take(model::load_boundaries(*bytes, entry.file).problems());
            case BundleName::logic: return take(model::load_logic(*bytes, entry.file).problems());
            case BundleName::roadmap: return take(model::load_roadmap(*bytes, entry.file).problems());
            case BundleName::background: return take(model::load_background(*bytes, entry.file).problems());
            case BundleName::trends: return take(model::load_trends(*bytes, entry.file).problems());
            case BundleName::municipalities: return take(model::load_municipalities(*bytes, entry.file).problems());
            case BundleName::municipal_indicators:
                return take(model::load_municipal_indicators(*bytes, entry.file).problems());
            case BundleName::municipal_boundaries:
                return take(model::load_municipal_boundaries(*bytes, entry.file).problems());
            case BundleName::briefings: return take(model::load_briefings(*bytes, entry.file).problems());
            case BundleName::previous: return take(model::load_previous(*bytes, entry.file).problems());
        }
    }

    template <class T>
    void keep(Result<T> loaded, std::optional<T>& place) {
        take(loaded.problems());
        if (loaded) place = std::move(*loaded);
    }

    void take(const Problems& problems) {
        result_.problems.insert(result_.problems.end(), problems.begin(), problems.end());
    }

    std::filesystem::path folder_;
    BuiltCheck result_;
    std::optional<model::Policy> policy_;
    std::optional<model::Stories> stories_;
    std::optional<model::Kpis> kpis_;
    std::optional<model::Places> places_;
};

}  // namespace

BuiltCheck check_built(const std::filesystem::path& folder) { return BuiltChecker(folder).run(); }

}  // namespace atlas::tool

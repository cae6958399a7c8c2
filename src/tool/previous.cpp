#include "tool/previous.h"

#include "bundle/decode.h"
#include "tool/files.h"

namespace atlas::tool {

namespace {

using model::BundleName;

struct KpiBundle {
    std::string bytes, file;
};

Result<KpiBundle> from_sources(const std::filesystem::path& folder) {
    const SourceSet sources = read_sources(folder);
    if (bundle::has_errors(sources.problems)) return sources.problems;
    for (BuiltBundle& built : encode_bundles(sources))
        if (built.name == BundleName::kpis) return KpiBundle{std::move(built.bytes), folder.filename().string()};
    return Problems{};
}

Result<KpiBundle> from_file(const std::filesystem::path& path) {
    Result<std::string> bytes = read_file(path);
    if (!bytes) return bytes.problems();
    return KpiBundle{std::move(*bytes), path.filename().string()};
}

Result<KpiBundle> from_built(const std::filesystem::path& folder) {
    const Result<std::string> bytes = read_file(folder / "manifest.json");
    if (!bytes) return bytes.problems();
    const Result<model::Manifest> manifest = model::load_manifest(*bytes, "manifest.json");
    if (!manifest) return manifest.problems();
    for (const model::ManifestEntry& entry : manifest->bundles)
        if (entry.name == BundleName::kpis) return from_file(folder / entry.file);
    return Problems{{Severity::error, "manifest.json", "/bundles/kpis", "前の版に、KPIのバンドルがありません",
                     "--previous に、前の版のフォルダーか kpis-….json を指定してください",
                     "the edition before has no bundle of KPIs",
                     "name the folder of the edition before, or its kpis-….json, with --previous"}};
}

Result<KpiBundle> kpi_bundle_of(const std::filesystem::path& where) {
    std::error_code ignored;
    if (!std::filesystem::is_directory(where, ignored)) return from_file(where);
    return std::filesystem::exists(where / "manifest.json", ignored) ? from_built(where) : from_sources(where);
}

}  // namespace

Result<BuiltBundle> encode_previous(const std::filesystem::path& where, const std::string& edition) {
    const Result<KpiBundle> found = kpi_bundle_of(where);
    if (!found) return found.problems();
    const Result<model::Kpis> kpis = model::load_kpis(found->bytes, found->file);
    if (!kpis) return kpis.problems();
    Result<bundle::Json> json = bundle::parse_json(found->bytes, found->file);
    if (!json) return json.problems();
    for (auto& [key, value] : json->members)
        if (key == "format") value.string = std::string("sosei-atlas/") + model::to_string(BundleName::previous);
    BuiltBundle built{BundleName::previous, bundle::write_json(*json)};
    const Result<model::PreviousEdition> read = model::load_previous(built.bytes, found->file);
    if (!read) return read.problems();
    if (read->edition < edition) return built;
    return Problems{{Severity::error, found->file, "/edition",
                     "前の版（" + read->edition + "）が、今の版（" + edition + "）より前ではありません",
                     "--previous に、前に公開した版を指定してください",
                     "the edition before (" + read->edition + ") is not older than this one (" + edition + ")",
                     "name the edition that was published before with --previous"}};
}

}  // namespace atlas::tool

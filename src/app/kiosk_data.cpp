#include "app/kiosk_data.h"

#include <filesystem>
#include <fstream>
#include <iterator>

#include "app/edition.h"
#include "app/studio.h"
#include "core/sha256.h"
#include "page/briefing.h"

namespace atlas::app {
namespace {

namespace fs = std::filesystem;
using Files = std::map<std::string, std::string>;
constexpr const char* manifest_file = "manifest.json";

std::string bytes_of(const fs::path& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

Problem no_file(const std::string& name) {
    return problem_of(name, {}, Word::problem_no_file, Word::problem_no_file_remedy);
}

Result<Snapshot> snapshot_of_file(const Session& session) {
    const fs::path path = session.arguments.edition_file;
    std::string bytes = bytes_of(path);
    if (bytes.empty()) return no_file(path.filename().string());
    OpenedEdition opened = open_edition(path.filename().string(), bytes, session.known_keys);
    if (!opened.seal->problems.empty()) return opened.seal->problems;
    return Snapshot{opened.seal->edition, sha256_hex(bytes), std::move(opened.read), opened.seal};
}

}  // namespace

Result<Snapshot> take_snapshot(const Session& session) {
    if (!session.arguments.edition_file.empty()) return snapshot_of_file(session);
    auto files = std::make_shared<Files>();
    std::error_code fault;
    for (const auto& entry : fs::directory_iterator(session.arguments.desktop.data_dir, fault))
        if (entry.is_regular_file(fault)) (*files)[entry.path().filename().string()] = bytes_of(entry.path());
    const auto found = files->find(manifest_file);
    if (found == files->end()) return no_file(manifest_file);
    const Result<model::Manifest> manifest = model::load_manifest(found->second, manifest_file);
    if (!manifest) return manifest.problems();
    Snapshot snapshot{manifest->edition, sha256_hex(found->second), {}, nullptr};
    snapshot.read = [files = std::shared_ptr<const Files>(files)](const std::string& name) -> Result<std::string> {
        const auto file = files->find(name);
        if (file == files->end()) return no_file(name);
        return file->second;
    };
    return snapshot;
}

Problems faults_of(const Snapshot& snapshot, const Session& session) {
    const Result<std::string> bytes = snapshot.read(manifest_file);
    if (!bytes) return bytes.problems();
    const Result<model::Manifest> manifest = model::load_manifest(*bytes, manifest_file);
    if (!manifest) return manifest.problems();
    Problems problems;
    const auto check = [&](const std::string& name, const std::string& sum) {
        const Result<std::string> file = snapshot.read(name);
        if (!file)
            problems.insert(problems.end(), file.problems().begin(), file.problems().end());
        else if (sha256_hex(*file) != sum)
            problems.push_back(problem_of(name, {}, Word::problem_edition_changed, Word::problem_edition_again));
    };
    for (const model::ManifestEntry& entry : manifest->bundles) check(entry.file, entry.sha256);
    for (const model::DetailEntry& entry : manifest->details) check(entry.file, entry.sha256);
    if (!problems.empty()) return problems;
    platform::DesktopOptions options;
    options.read = snapshot.read;
    platform::DesktopHost host(options, session.glyphs);
    Loader loader(host, [] {});
    problems = load_all(host, loader);
    if (!problems.empty() || !session.deck) return problems;
    const GlyphMeasure measure(*session.glyphs);
    return page::deck_problems(loader.data(), *session.deck, file_name(session.arguments.kiosk.deck_file), measure);
}

std::string EditionWatch::place() const {
    const Arguments& arguments = session_.arguments;
    return arguments.edition_file.empty() ? arguments.desktop.data_dir : arguments.edition_file;
}

std::string EditionWatch::signs() const {
    std::string signs;
    std::error_code fault;
    const auto add = [&](const fs::path& path) {
        const auto when = fs::last_write_time(path, fault).time_since_epoch().count();
        signs += path.filename().string() + " " + std::to_string(fs::file_size(path, fault)) + " " +
                 std::to_string(static_cast<long long>(when)) + "\n";
    };
    const fs::path path = place();
    if (!fs::is_directory(path, fault)) {
        if (fs::exists(path, fault)) add(path);
        return signs;
    }
    std::map<std::string, fs::path> files;  // in an order that the file system does not decide
    for (const auto& entry : fs::directory_iterator(path, fault))
        files[entry.path().filename().string()] = entry.path();
    for (const auto& [name, file] : files) add(file);
    return signs;
}

EditionWatch::News EditionWatch::look(const std::string& mark, Snapshot& found) {
    std::string now = signs();
    // A stick that was pulled out says nothing against what is shown.
    if (now.empty() || now == signs_) return News::none;
    signs_ = std::move(now);
    faults_.clear();
    Result<Snapshot> snapshot = take_snapshot(session_);
    if (snapshot && snapshot->mark == mark) return News::none;
    faults_ = snapshot ? faults_of(*snapshot, session_) : snapshot.problems();
    if (!faults_.empty()) return News::faulty;
    found = std::move(*snapshot);
    return News::fresh;
}

}  // namespace atlas::app

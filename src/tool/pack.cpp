// sosei-bundle pack, keygen and verify: a data edition as one signed file.
#include <algorithm>
#include <filesystem>
#include <optional>
#include <ostream>

#include "bundle/edition_file.h"
#include "bundle/signature.h"
#include "model/load.h"
#include "tool/commands.h"
#include "tool/files.h"

namespace atlas::tool {
namespace {

namespace fs = std::filesystem;
using bundle::EditionFile;
using bundle::Key;

constexpr const char* manifest_name = "manifest.json";

int refuse(const Problems& problems, const Options& o, std::ostream& out) {
    print(problems, o.english, out);
    return 1;
}

Result<Key> read_key_file(const std::string& path) {
    const Result<std::string> json = read_file(path);
    if (!json) return json.problems();
    return bundle::read_key(*json, fs::path(path).filename().string());
}

/// manifest.json and every file that it names.
Result<EditionFile> read_bundles(const fs::path& folder) {
    Result<std::string> bytes = read_file(folder / manifest_name);
    if (!bytes) return bytes.problems();
    const Result<model::Manifest> manifest = model::load_manifest(*bytes, manifest_name);
    if (!manifest) return manifest.problems();
    EditionFile edition;
    edition.edition = manifest->edition;
    edition.files[manifest_name] = std::move(*bytes);
    std::vector<std::string> names;
    for (const model::ManifestEntry& entry : manifest->bundles) names.push_back(entry.file);
    for (const model::DetailEntry& entry : manifest->details) names.push_back(entry.file);
    for (const std::string& name : names) {
        Result<std::string> file = read_file(folder / name);
        if (!file) return file.problems();
        edition.files[name] = std::move(*file);
    }
    return edition;
}

/// A folder that goes with its owner: what sources are built into before they are packed.
class Workplace {
public:
    explicit Workplace(fs::path folder) : folder_(std::move(folder)) {}
    ~Workplace() {
        std::error_code ignored;
        fs::remove_all(folder_, ignored);
    }
    Workplace(const Workplace&) = delete;
    Workplace& operator=(const Workplace&) = delete;
    const fs::path& folder() const { return folder_; }

private:
    fs::path folder_;
};

std::string size_in_words(size_t bytes) { return std::to_string(bytes) + " bytes"; }

}  // namespace

int pack(const Options& o, std::ostream& out) {
    fs::path folder = o.plain[0];
    std::optional<Workplace> workplace;
    std::error_code ignored;
    if (!fs::exists(folder / manifest_name, ignored)) {
        Options building = o;
        workplace.emplace(o.out + ".part");
        folder = building.out = workplace->folder().string();
        if (const int code = build(building, out); code != 0) return code;
    }
    const Result<EditionFile> edition = read_bundles(folder);
    if (!edition) return refuse(edition.problems(), o, out);
    std::optional<Key> key;
    if (!o.key.empty()) {
        Result<Key> read = read_key_file(o.key);
        if (!read) return refuse(read.problems(), o, out);
        key = std::move(*read);
    }
    const Result<std::string> bytes = bundle::write_edition_file(*edition, key ? &*key : nullptr);
    if (!bytes) return refuse(bytes.problems(), o, out);
    if (const auto fault = write_file(o.out, *bytes)) return refuse({*fault}, o, out);
    out << fs::path(o.out).filename().string() << "  " << edition->edition << "  " << edition->files.size()
        << " files  " << size_in_words(bytes->size()) << "\n";
    if (key)
        out << key->name << "  " << bundle::fingerprint(key->public_key) << "\n";
    else
        out << (o.english ? "not signed (--key FILE signs)\n" : "署名なし（--key で署名します）\n");
    return 0;
}

int keygen(const Options& o, std::ostream& out) {
    if (o.name.empty())
        return refuse({usage_problem("--name で署名する人か組織の名前を指定してください",
                                     "say with --name who signs: a person or an organisation")},
                      o, out);
    std::error_code ignored;
    for (const std::string& path : {o.out, o.out + ".pub"})
        if (fs::exists(path, ignored))
            return refuse({usage_problem("もうあります: " + path + "（鍵は上書きしません）",
                                         "is there already: " + path + " (a key is never overwritten)")},
                          o, out);
    const Result<bundle::KeyPair> pair = bundle::new_key_pair();
    if (!pair) return refuse(pair.problems(), o, out);
    const Key key{o.name, pair->public_key, pair->secret_key};
    // Closed to others before anything secret is in it.
    if (const auto fault = write_file(o.out, "")) return refuse({*fault}, o, out);
    fs::permissions(o.out, fs::perms::owner_read | fs::perms::owner_write, ignored);
    if (const auto fault = write_file(o.out, bundle::write_key(key, true))) return refuse({*fault}, o, out);
    if (const auto fault = write_file(o.out + ".pub", bundle::write_key(key, false))) return refuse({*fault}, o, out);
    const std::string print = bundle::fingerprint(key.public_key);
    out << o.out << (o.english ? "  secret: keep it to yourself\n" : "  秘密の鍵：だれにも渡さないでください\n")
        << o.out << ".pub  " << print << (o.english ? "  to be given to readers\n" : "  読む人に渡す鍵\n");
    return 0;
}

int verify(const Options& o, std::ostream& out) {
    const Result<std::string> bytes = read_file(o.plain[0]);
    if (!bytes) return refuse(bytes.problems(), o, out);
    const std::string name = fs::path(o.plain[0]).filename().string();
    const Result<EditionFile> edition = bundle::read_edition_file(*bytes, name);
    if (!edition) return refuse(edition.problems(), o, out);
    out << name << "  " << edition->edition << "  " << edition->files.size() << " files  "
        << size_in_words(bytes->size()) << "\n";
    if (edition->key.empty()) {
        out << (o.english ? "not signed\n" : "署名なし\n");
        return 0;
    }
    out << edition->signer << "  " << bundle::fingerprint(edition->key) << "\n";
    if (o.key.empty()) return 0;
    const Result<Key> key = read_key_file(o.key);
    if (!key) return refuse(key.problems(), o, out);
    const bool same = key->public_key == edition->key;
    if (o.english)
        out << (same ? "signed with this key\n" : "signed with another key\n");
    else
        out << (same ? "この鍵で署名されています\n" : "別の鍵で署名されています\n");
    return same ? 0 : 1;
}

}  // namespace atlas::tool

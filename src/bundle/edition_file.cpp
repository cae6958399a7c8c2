#include "bundle/edition_file.h"

#include <optional>
#include <vector>

#include "bundle/decode.h"
#include "bundle/json_values.h"
#include "bundle/signature.h"
#include "core/sha256.h"
#include "core/strings.h"

namespace atlas::bundle {
namespace {

constexpr std::string_view format_name = "sosei-edition ";
constexpr std::string_view format_line = "sosei-edition 1\n";
constexpr std::string_view not_signed = "-";
constexpr size_t most_bytes = 1 << 30;

struct Entry {
    std::string name, sha256;
    size_t bytes = 0;
};

struct Contents {
    EditionFile edition;
    std::vector<Entry> entries;
};

/// The three lines before the files, of which two are signed.
struct Head {
    std::string_view message, signature, body;
    Contents contents;
};

bool is_plain_name(std::string_view name) {
    return !name.empty() && name.find_first_of("/\\:") == std::string_view::npos && name.front() != '.';
}

/// Takes the text as far as the next line break; none without one.
std::optional<std::string_view> take_line(std::string_view& rest) {
    const size_t end = rest.find('\n');
    if (end == std::string_view::npos) return {};
    const std::string_view line = rest.substr(0, end);
    rest.remove_prefix(end + 1);
    return line;
}

Result<Contents> read_contents(std::string_view line, std::string_view file) {
    const Result<Json> json = parse_json(line, file);
    if (!json) return json.problems();
    Report report(file);
    Contents contents;
    {
        ObjectReader root(*json, report);
        contents.edition.edition = root.text("edition");
        contents.edition.signer = root.text("signer", Need::optional);
        contents.edition.key = root.text("key", Need::optional, 64);
        root.each("files", Need::required, [&](ObjectReader& item) {
            Entry entry{item.text("name"), item.text("sha256", Need::required, 64), 0};
            entry.bytes = static_cast<size_t>(item.integer("bytes", 0, most_bytes, Need::required));
            if (!is_plain_name(entry.name))
                item.error("name", {quoted(entry.name) + " はファイル名ではありません", "作り直してください",
                                    quoted(entry.name) + " is not a plain file name", "make the file again"});
            contents.entries.push_back(std::move(entry));
        });
    }
    if (report.has_errors()) return report.problems();
    return contents;
}

bool is_hex(std::string_view digits, size_t length) {
    return digits.size() == length && digits.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

Problem altered(std::string_view file, std::string at, Word what) {
    return problem_of(std::string(file), std::move(at), what, Word::problem_edition_again);
}

Result<Head> read_head(std::string_view bytes, std::string_view file) {
    const std::string name(file);
    std::string_view rest = bytes;
    const std::optional<std::string_view> format = take_line(rest);
    if (!format || format->substr(0, format_name.size()) != format_name)
        return problem_of(name, {}, Word::problem_edition_none, Word::problem_edition_none_remedy);
    if (*format != format_line.substr(0, format_line.size() - 1))
        return problem_of(name, {}, Word::problem_edition_version, Word::problem_edition_version_remedy,
                          {{"version", format->substr(format_name.size(), 20)}});
    const std::optional<std::string_view> manifest = take_line(rest);
    const std::string_view message = bytes.substr(0, bytes.size() - rest.size());
    const std::optional<std::string_view> signature = take_line(rest);
    if (!manifest || !signature) return altered(file, "line 2", Word::problem_edition_signature);
    Result<Contents> contents = read_contents(*manifest, file);
    if (!contents) return contents.problems();
    const std::string& key = contents->edition.key;
    const bool claims_signer = !key.empty() || *signature != not_signed;
    if (claims_signer && (!is_hex(key, 64) || !is_hex(*signature, 128)))
        return altered(file, "line 2", Word::problem_edition_signature);
    return Head{message, *signature, rest, std::move(*contents)};
}

}  // namespace

Result<Key> read_key(std::string_view json, std::string_view file) {
    const Result<Json> tree = parse_json(json, file);
    if (!tree) return tree.problems();
    Report report(file);
    Key key;
    {
        ObjectReader root(*tree, report);
        root.choice("format", {"sosei-atlas/key"});
        key.name = root.text("name");
        key.public_key = root.text("public", Need::required, 64);
        key.secret_key = root.text("secret", Need::optional, 128);
    }
    if (report.has_errors()) return report.problems();
    return key;
}

std::string write_key(const Key& key, bool with_secret) {
    Json root = object();
    add(root, "format", text("sosei-atlas/key"));
    add(root, "name", text(key.name));
    add(root, "public", text(key.public_key));
    if (with_secret) add(root, "secret", text(key.secret_key));
    return write_json(root) + "\n";
}

std::string fingerprint(std::string_view public_key) {
    const std::string sum = sha256_hex(public_key);
    return sum.substr(0, 4) + " " + sum.substr(4, 4) + " " + sum.substr(8, 4) + " " + sum.substr(12, 4);
}

Result<std::string> write_edition_file(const EditionFile& edition, const Key* key) {
    Json root = object(), files = array();
    std::string body;
    for (const auto& [name, bytes] : edition.files) {
        Json& entry = files.items.emplace_back(object());
        add(entry, "name", text(name));
        add(entry, "bytes", number(static_cast<double>(bytes.size())));
        add(entry, "sha256", text(sha256_hex(bytes)));
        body += bytes;
    }
    add(root, "edition", text(edition.edition));
    if (key) {
        add(root, "signer", text(key->name));
        add(root, "key", text(key->public_key));
    }
    add(root, "files", std::move(files));
    const std::string head = std::string(format_line) + write_json(root) + "\n";
    if (!key) return head + std::string(not_signed) + "\n" + body;
    const Result<std::string> signature = sign(head, key->secret_key);
    if (!signature) return signature.problems();
    return head + *signature + "\n" + body;
}

Result<Claim> read_claim(std::string_view bytes, std::string_view file) {
    const Result<Head> head = read_head(bytes, file);
    if (!head) return head.problems();
    const std::string& key = head->contents.edition.key;
    if (key.empty()) return Claim{};
    return Claim{std::string(head->message), std::string(head->signature), key};
}

Result<EditionFile> read_edition_file(std::string_view bytes, std::string_view file, std::optional<bool> is_genuine) {
    Result<Head> head = read_head(bytes, file);
    if (!head) return head.problems();
    const std::string name(file);
    EditionFile& edition = head->contents.edition;
    if (edition.key.empty()) {
        edition.signer.clear();
    } else {
        if (!is_genuine && !can_sign())
            return problem_of(name, {}, Word::problem_edition_no_check, Word::problem_edition_no_check_remedy);
        if (!is_genuine) is_genuine = is_signed(head->message, head->signature, edition.key);
        if (!*is_genuine) return altered(file, "line 2", Word::problem_edition_signature);
    }
    size_t wanted = bytes.size() - head->body.size();
    for (const Entry& entry : head->contents.entries) wanted += entry.bytes;
    if (bytes.size() != wanted)
        return problem_of(name, {}, Word::problem_edition_cut, Word::problem_edition_again,
                          {{"bytes", bytes.size()}, {"wanted", wanted}});
    std::string_view rest = head->body;
    for (const Entry& entry : head->contents.entries) {
        const std::string_view part = rest.substr(0, entry.bytes);
        if (sha256_hex(part) != entry.sha256) return altered(file, entry.name, Word::problem_edition_changed);
        edition.files[entry.name] = part;
        rest.remove_prefix(entry.bytes);
    }
    return std::move(edition);
}

}  // namespace atlas::bundle

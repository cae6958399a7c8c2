#include "export/csv.h"

#include "core/strings.h"

namespace atlas::exporting {
namespace {

constexpr std::string_view minus = "\u2212";

/// "−1,234.5" → "-1234.5"; empty when the text is no figure.
std::string bare_number(std::string_view text) {
    std::string out;
    if (text.substr(0, minus.size()) == minus) out = "-", text.remove_prefix(minus.size());
    for (const char c : text)
        if (c != ',') out += c;
    double value = 0;
    return parse_double(out, value) ? out : std::string();
}

std::string cell(std::string_view text) {
    if (std::string number = bare_number(text); !number.empty()) return number;
    std::string out(text);
    // CSV injection: OWASP's list of first characters that spreadsheets evaluate.
    if (!out.empty() && std::string_view("=+-@\t\r").find(out[0]) != std::string_view::npos) out.insert(0, "'");
    if (out.find_first_of(",\"\r\n") == std::string::npos) return out;
    std::string quoted = "\"";
    for (const char c : out) {
        if (c == '"') quoted += '"';
        quoted += c;
    }
    return quoted += '"';
}

bool is_cell(scene::Role role) {
    return role == scene::Role::cell || role == scene::Role::columnheader || role == scene::Role::rowheader;
}

}  // namespace

std::string csv(const CsvHead& head, const std::vector<std::vector<std::string>>& rows) {
    std::string out = "\xEF\xBB\xBF";
    for (const CsvHead::Line& line : head.lines) out += cell(line.label) + "," + cell(line.value) + "\r\n";
    if (!head.lines.empty()) out += "\r\n";
    for (const std::vector<std::string>& row : rows) {
        for (size_t i = 0; i < row.size(); ++i) out += (i ? "," : "") + cell(row[i]);
        out += "\r\n";
    }
    return out;
}

std::optional<std::string> table_csv(const scene::Scene& scene, std::string_view table_id, const CsvHead& head) {
    int32_t table = -1;
    for (size_t i = 0; i < scene.nodes.size(); ++i)
        if (scene.nodes[i].id == table_id && scene.nodes[i].role == scene::Role::table) table = static_cast<int32_t>(i);
    if (table < 0) return std::nullopt;
    std::vector<std::vector<std::string>> rows;
    for (size_t i = 0; i < scene.nodes.size(); ++i) {
        if (scene.nodes[i].role != scene::Role::row || scene.nodes[i].parent != table) continue;
        rows.emplace_back();
        for (size_t c = i + 1; c < scene.nodes.size(); ++c) {
            if (scene.nodes[c].parent != static_cast<int32_t>(i)) {
                if (scene.nodes[c].parent == table) break;
                continue;
            }
            if (is_cell(scene.nodes[c].role)) rows.back().push_back(scene.nodes[c].name);
        }
    }
    return csv(head, rows);
}

std::string file_name(const std::vector<std::string>& parts, std::string_view extension) {
    std::string name;
    for (const std::string& part : parts) {
        std::string clean;
        for (const char c : trim(part)) {
            const bool refused = static_cast<unsigned char>(c) < 0x20 ||
                                 std::string_view("\\/:*?\"<>|").find(c) != std::string_view::npos;
            clean += refused ? '-' : c == ' ' ? '-' : c;
        }
        if (clean.empty()) continue;
        if (!name.empty()) name += '_';
        name += clean;
    }
    const size_t most = 120 - extension.size();
    if (name.size() > most) {
        size_t at = most;
        while (at > 0 && (static_cast<unsigned char>(name[at]) & 0xC0) == 0x80) --at;
        name.resize(at);
    }
    return (name.empty() ? "data" : name) + std::string(extension);
}

}  // namespace atlas::exporting

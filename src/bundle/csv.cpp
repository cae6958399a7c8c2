#include "bundle/csv.h"

#include <algorithm>
#include <cmath>

#include "bundle/json.h"
#include "core/strings.h"

namespace atlas::bundle {

namespace {

struct Scanner {
    std::string_view bytes;
    size_t pos = 0;
    uint32_t line = 1;
    bool unclosed = false;  // a quote that the file's end closed

    bool at_end() const { return pos >= bytes.size(); }

    std::string quoted_field() {
        std::string field;
        ++pos;
        while (!at_end()) {
            const char c = bytes[pos++];
            if (c == '"' && (at_end() || bytes[pos] != '"')) return field;
            if (c == '"') ++pos;
            if (c == '\n') ++line;
            if (c != '\r') field += c;
        }
        unclosed = true;
        return field;
    }

    std::string field() {
        std::string text;
        if (!at_end() && bytes[pos] == '"') text = quoted_field();
        const size_t start = pos;
        while (!at_end() && bytes[pos] != ',' && bytes[pos] != '\n') ++pos;
        text += bytes.substr(start, pos - start);
        if (!text.empty() && text.back() == '\r') text.pop_back();
        return text;
    }

    Table::Row row() {
        Table::Row row{line, {}};
        while (true) {
            row.cells.push_back(field());
            if (at_end()) return row;
            if (bytes[pos++] == '\n') {
                ++line;
                return row;
            }
        }
    }
};

Problem fault(std::string_view file, uint32_t line, std::string what, std::string remedy, std::string what_en,
              std::string remedy_en) {
    return {Severity::error,    std::string(file),   "line " + std::to_string(line), std::move(what), std::move(remedy),
            std::move(what_en), std::move(remedy_en)};
}

void check_header(const Table& table, Problems& problems) {
    for (size_t i = 0; i < table.columns.size(); ++i) {
        const std::string& name = table.columns[i];
        if (table.column(name) < i)
            problems.push_back(fault(table.file, 1, "列「" + name + "」が二つあります", "どちらか一方を消してください",
                                     "the column \"" + name + "\" stands twice", "delete one of the two"));
    }
}

/// Would a spreadsheet compute this text?
bool looks_like_formula(std::string_view text) {
    if (text.empty()) return false;
    size_t pos = 0;
    const char32_t first = next_code_point(text, pos);
    constexpr std::u32string_view beginnings = U"=+-@\uFF1D\uFF0B\uFF0D\uFF20\t\r";
    return beginnings.find(first) != std::u32string_view::npos;
}

}  // namespace

CsvCell::CsvCell(std::string_view text) {
    const std::string guarded = (looks_like_formula(text) ? "'" : "") + std::string(text);
    const bool plain = guarded.find_first_of(",\"\r\n") == std::string::npos && trim(guarded) == guarded;
    if (plain) {
        spelled_ = guarded;
        return;
    }
    for (const char c : guarded) spelled_ += c == '"' ? "\"\"" : std::string(1, c);
    spelled_ = '"' + spelled_ + '"';
}

CsvCell::CsvCell(double number) : spelled_(std::isfinite(number) ? spell_number(number) : "") {}

std::string write_csv_row(const std::vector<CsvCell>& cells) {
    std::string row;
    for (const CsvCell& cell : cells) {
        if (&cell != &cells.front()) row += ',';
        row += cell.spelled();
    }
    return row + "\r\n";
}

size_t Table::column(std::string_view name) const {
    return static_cast<size_t>(std::find(columns.begin(), columns.end(), name) - columns.begin());
}

std::string Table::place(size_t row) const {
    if (!pointer.empty()) return pointer + "/" + std::to_string(row);
    return "line " + std::to_string(rows[row].line);
}

Result<Table> parse_csv(std::string_view bytes, std::string_view file) {
    const Result<Text> text = decode_text(bytes, file);
    if (!text) return text.problems();
    if (trim(text->utf8).empty())
        return Problem{Severity::error,
                       std::string(file),
                       "",
                       "ファイルが空です",
                       "一行目に列名を書いてください",
                       "the file is empty",
                       "write the column names in the first line"};

    Scanner scanner{text->utf8};
    Problems problems;
    Table table;
    table.file = file;
    table.encoding = text->encoding;
    for (const std::string& name : scanner.row().cells) table.columns.emplace_back(trim(name));
    check_header(table, problems);
    while (!scanner.at_end()) {
        Table::Row row = scanner.row();
        if (std::all_of(row.cells.begin(), row.cells.end(), [](auto& cell) { return trim(cell).empty(); })) {
            ++table.blank_rows;
            continue;
        }
        if (scanner.unclosed) {
            problems.push_back(fault(file, row.line, "引用符 \" が閉じていません",
                                     "この行の \" の数を確かめてください（文字としての \" は \"\" と書きます）",
                                     "a quote is not closed",
                                     "check the quotes of this row (a quote as text is \"\")"));
            break;
        }
        const size_t found = row.cells.size(), expected = table.columns.size();
        if (found != expected)
            problems.push_back(
                fault(file, row.line,
                      "列の数が " + std::to_string(found) + " です（" + std::to_string(expected) + " のはずです）",
                      "コンマの数を確かめ、コンマを含む値は \" で囲んでください",
                      std::to_string(found) + " cells instead of " + std::to_string(expected),
                      "check the commas; put values that contain one in quotes"));
        else
            table.rows.push_back(std::move(row));
    }
    if (!problems.empty()) return problems;
    return table;
}

std::string fold_digits(std::string_view text) {
    std::string out;
    for (size_t pos = 0; pos < text.size();) {
        char32_t c = next_code_point(text, pos);
        if (c == U'\u2212' || c == U'\uFF0D') c = U'-';
        if ((c >= U'\uFF10' && c <= U'\uFF19') || c == U'\uFF0B' || c == U'\uFF0E' || c == U'\uFF0C') c -= 0xFEE0;
        if (c == U'\u3000') c = U' ';
        append_utf8(out, c);
    }
    return std::string(trim(out));
}

}  // namespace atlas::bundle

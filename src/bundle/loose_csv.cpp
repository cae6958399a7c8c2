#include "bundle/loose_csv.h"

#include <algorithm>

#include "core/strings.h"

namespace atlas::bundle {
namespace {

/// The separator that the first line holds most of, outside quotes.
char find_separator(std::string_view bytes) {
    size_t commas = 0, tabs = 0, semicolons = 0;
    bool quoted = false;
    for (const char c : bytes.substr(0, 10'000)) {
        if (c == '"') quoted = !quoted;
        if (quoted) continue;
        if (c == '\n' && commas + tabs + semicolons > 0) break;
        commas += c == ',', tabs += c == '\t', semicolons += c == ';';
    }
    if (tabs > commas && tabs >= semicolons) return '\t';
    return semicolons > commas ? ';' : ',';
}

class Scanner {
public:
    Scanner(std::string_view bytes, LooseTable& table, const TableLimits& limits)
        : bytes_(bytes), table_(table), limits_(limits) {}

    void run() {
        while (pos_ < bytes_.size() && table_.fault == TableFault::none) {
            LooseTable::Row row{line_, {}};
            read_row(row);
            while (!row.cells.empty() && row.cells.back().empty()) row.cells.pop_back();
            if (row.cells.empty() || table_.fault != TableFault::none) continue;
            if (table_.rows.size() == limits_.rows) return fail(TableFault::too_many_rows, row.line);
            cells_ += row.cells.size();
            if (cells_ > limits_.cells) return fail(TableFault::too_many_cells, row.line);
            table_.rows.push_back(std::move(row));
        }
    }

private:
    void fail(TableFault fault, uint32_t line) { table_.fault = fault, table_.fault_line = line; }

    bool at_row_end() const { return pos_ >= bytes_.size() || bytes_[pos_] == '\n' || bytes_[pos_] == '\r'; }

    void end_row() {
        if (pos_ < bytes_.size() && bytes_[pos_] == '\r') ++pos_;
        if (pos_ < bytes_.size() && bytes_[pos_] == '\n') ++pos_;
        ++line_;
    }

    void read_row(LooseTable::Row& row) {
        while (table_.fault == TableFault::none) {
            std::string cell = read_cell(row.line);
            if (row.cells.size() == limits_.columns) {
                if (!trim(cell).empty()) return fail(TableFault::too_many_columns, row.line);
            } else {
                row.cells.emplace_back(trim(cell));
            }
            if (at_row_end()) return end_row();
            ++pos_;  // the separator
        }
    }

    std::string read_cell(uint32_t line) {
        std::string cell;
        if (pos_ < bytes_.size() && bytes_[pos_] == '"') read_quoted(cell, line);
        const size_t start = pos_;
        while (!at_row_end() && bytes_[pos_] != table_.separator) ++pos_;
        cell += bytes_.substr(start, pos_ - start);
        if (cell.size() > limits_.cell_bytes && table_.fault == TableFault::none) fail(TableFault::cell_too_long, line);
        return cell;
    }

    void read_quoted(std::string& cell, uint32_t line) {
        ++pos_;
        while (pos_ < bytes_.size()) {
            const char c = bytes_[pos_++];
            if (c == '"' && (pos_ >= bytes_.size() || bytes_[pos_] != '"')) return;
            if (c == '"') ++pos_;
            if (c == '\n') ++line_;
            if (c != '\r') cell += c;
            if (cell.size() > limits_.cell_bytes) return fail(TableFault::cell_too_long, line);
        }
        fail(TableFault::unclosed_quote, line);
    }

    std::string_view bytes_;
    LooseTable& table_;
    const TableLimits& limits_;
    size_t pos_ = 0, cells_ = 0;
    uint32_t line_ = 1;
};

}  // namespace

LooseTable read_loose_csv(std::string_view bytes, const TableLimits& limits) {
    LooseTable table;
    if (bytes.substr(0, 3) == "\xEF\xBB\xBF") bytes.remove_prefix(3);
    if (bytes.size() > limits.bytes) {
        table.fault = TableFault::too_many_bytes;
    } else if (trim(bytes).empty()) {
        table.fault = TableFault::empty;
    } else if (!is_valid_utf8(bytes) || bytes.find('\0') != std::string_view::npos) {
        table.fault = TableFault::not_utf8;
    } else {
        table.separator = find_separator(bytes);
        Scanner(bytes, table, limits).run();
        if (table.fault == TableFault::none && table.rows.empty()) table.fault = TableFault::empty;
    }
    return table;
}

}  // namespace atlas::bundle

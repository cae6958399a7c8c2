// Tables as people send them: comma, tab or semicolon, any line ends, rows of any length. Nothing is left out and nothing is refused
// but what no table has; the caller decides about rows that do not fit. For our own data files use parse_csv, which is strict.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace atlas::bundle {

/// What a file may hold before it is refused: a page in a browser reads it.
struct TableLimits {
    size_t bytes = 16'000'000, rows = 200'000, columns = 1'000, cells = 1'500'000, cell_bytes = 2'000;
};

enum class TableFault : unsigned char {
    none,
    empty,
    not_utf8,  ///< decode it first: the caller knows the encodings
    too_many_bytes,
    too_many_rows,
    too_many_columns,
    too_many_cells,
    cell_too_long,
    unclosed_quote,
};

struct LooseTable {
    struct Row {
        uint32_t line = 0;               ///< 1-based, where the row begins
        std::vector<std::string> cells;  ///< trimmed; empty cells at the end are dropped
    };
    TableFault fault = TableFault::none;
    uint32_t fault_line = 0;
    char separator = ',';
    std::vector<Row> rows;  ///< without blank ones
};

/// `bytes` is UTF-8, with or without a byte order mark. With a fault the rows before it are there.
LooseTable read_loose_csv(std::string_view bytes, const TableLimits& limits = {});

}  // namespace atlas::bundle

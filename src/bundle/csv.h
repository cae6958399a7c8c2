// CSV (RFC 4180) as a table that remembers its lines. Takes what spreadsheets write: a byte order mark, cp932, CRLF, quoted
// fields with line ends in them, full-width digits (folded when a number is read, see decode.h).
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "bundle/encoding.h"
#include "core/result.h"

namespace atlas::bundle {

struct Table {
    struct Row {
        uint32_t line = 0;               ///< 1-based line of the file where the row begins
        std::vector<std::string> cells;  ///< as many as there are columns
    };
    std::string file;
    std::string pointer;  ///< set when the rows came from a JSON array: then places are pointers
    Encoding encoding = Encoding::utf8;
    std::vector<std::string> columns;
    std::vector<Row> rows;
    size_t blank_rows = 0;  ///< how many rows without content were left out

    /// Column's index, or columns.size().
    size_t column(std::string_view name) const;
    /// "line 12", or `pointer` and the index: "/prefectures/rows/3".
    std::string place(size_t row) const;
};

/// The first line holds the column names. Rows of blank cells are skipped; a row with too few or too many cells, an
/// unclosed quote, a name that stands twice and bytes that are neither UTF-8 nor cp932 are faults, all of them reported.
Result<Table> parse_csv(std::string_view bytes, std::string_view file);

/// Full-width digits, sign, point and comma to their ASCII forms, trimmed: "１２．５" → "12.5", "−3" → "-3".
std::string fold_digits(std::string_view text);

}  // namespace atlas::bundle

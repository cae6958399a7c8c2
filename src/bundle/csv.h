// CSV (RFC 4180) as a table that remembers its lines. Takes what spreadsheets write: a byte order mark, cp932, CRLF, quoted
// fields with line ends in them, full-width digits (folded when a number is read, see decode.h).
#pragma once
#include <cstdint>
#include <optional>
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

/// A cell to be written: a text, a number, or nothing.
class CsvCell {
public:
    CsvCell() = default;
    CsvCell(std::string_view text);
    CsvCell(const std::string& text) : CsvCell(std::string_view(text)) {}
    CsvCell(const char* text) : CsvCell(std::string_view(text)) {}
    CsvCell(double number);
    CsvCell(int number) : CsvCell(static_cast<double>(number)) {}
    CsvCell(std::optional<double> number) : CsvCell(number ? CsvCell(*number) : CsvCell()) {}
    const std::string& spelled() const { return spelled_; }

private:
    std::string spelled_;
};

inline constexpr std::string_view utf8_byte_order_mark = "\xEF\xBB\xBF";

/// One row for a spreadsheet, closed by CRLF (RFC 4180). Cells with a comma, a quote, a line end or blanks at their ends are
/// quoted. Numbers have their shortest exact spelling; NaN and infinities are empty cells.
///
/// A *text* that begins with = + - @ (half or full width), a tab or a carriage return gets an apostrophe in front: spreadsheets
/// take such a cell for a formula even when it is quoted (CSV injection, CWE-1236), and what stands in our texts comes from
/// many hands. Numbers are written as they are, so that -3 can still be added up. parse_csv reads everything back as it was,
/// but for this apostrophe, which stays, and carriage returns, which our texts do not have.
std::string write_csv_row(const std::vector<CsvCell>& cells);

/// Full-width digits, sign, point and comma to their ASCII forms, trimmed: "１２．５" → "12.5", "−3" → "-3".
std::string fold_digits(std::string_view text);

}  // namespace atlas::bundle

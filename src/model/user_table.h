// A reader's own table, joined to the places of the map: finds the column of codes or names, the year, the indicator and the numbers,
// and says of every row and cell that could not be used why. Stays on the device; knows no words — faults are kinds, the page has the words.
//
// Every data row is either joined or in `unmatched`; every number cell of a joined row is a value, missing, in `unreadable` or in `duplicates`:
//   data_rows = joined_rows + unmatched.size()
// Of flows (`to_column`) several rows make one value; of other tables
//   joined_rows × value_columns = values + missing_cells + unreadable.size() + duplicates.size()
#pragma once
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "bundle/loose_csv.h"
#include "model/place_index.h"

namespace atlas::model {

struct UserSeries {
    std::string name;  ///< header, and before it the indicator of a long table; "" when there is no header
    std::string unit;  ///< from "人口（千人）"; "" when none is stated
    int year = 0;      ///< 0: none stated
    std::map<std::string, double> values;  ///< by code, "13" or "13101"
    std::optional<double> nation;          ///< from a row 全国
};

struct UserRowIssue {
    enum class Kind : unsigned char {
        place,            ///< see `fault` and `candidates`
        too_many_cells,   ///< often a number with unquoted thousands commas: nothing of the row is used
        too_few_cells,    ///< by more than the optional last ones: not even the place is there
        repeated_header,  ///< the header once more, where tables were stuck together
    };
    uint32_t line = 0;
    Kind kind = Kind::place;
    PlaceFault fault = PlaceFault::none;
    std::string text;  ///< what stood there
    std::vector<std::string> candidates;
};
struct UserCellIssue {
    uint32_t line = 0;
    size_t column = 0;
    std::string text;
};
/// The same place, indicator and year again; the first value stays.
struct UserDuplicate {
    uint32_t first_line = 0, line = 0;
    size_t column = 0;
    std::string code;
    double first = 0, again = 0;
};

/// 東京圏 as the strategy has it: 埼玉県, 千葉県, 東京都, 神奈川県.
inline constexpr std::string_view tokyo_area[] = {"11", "12", "13", "14"};

struct UserTable {
    std::vector<std::string> columns;  ///< headers as they stand, "" where there is none
    size_t place_column = 0;
    bool place_is_code = false;
    /// Set: each row is what moves from the place of `place_column` to that of this one, and the values are, for each prefecture outside
    /// the Tokyo area, what moves from it into the Tokyo area less what comes back. `rows_beside` do not cross that border.
    std::optional<size_t> to_column;
    size_t rows_beside = 0;
    std::optional<size_t> prefecture_column, year_column, indicator_column;
    std::vector<size_t> value_columns, text_columns;  ///< the others: drawn, and not drawn
    std::vector<uint32_t> header_lines;
    std::vector<UserSeries> series;  ///< in order of appearance, years ascending within one name
    std::vector<UserRowIssue> unmatched;
    std::vector<UserCellIssue> unreadable;
    std::vector<UserDuplicate> duplicates;
    size_t data_rows = 0, joined_rows = 0, missing_cells = 0, values = 0;
    size_t prefectures = 0, municipalities = 0;  ///< places that got a value
};

enum class UserFault : unsigned char { none, file, no_place_column, no_value_column };
struct UserResult {
    UserFault fault = UserFault::none;
    bundle::TableFault file_fault = bundle::TableFault::none;  ///< for `file`
    uint32_t line = 0;
    UserTable table;  ///< with a fault: the columns, as far as they were read
};

/// `bytes` is UTF-8 (byte order mark allowed); the caller decodes cp932 before, after TableFault::not_utf8.
UserResult read_user_table(std::string_view bytes, const PlaceIndex& places, const bundle::TableLimits& limits = {});

/// "人口（千人）" → "人口" and "千人". Brackets of any kind, at the end only.
struct HeaderParts {
    std::string name, unit;
};
HeaderParts split_header(std::string_view header);

/// Thousands commas, full-width digits, ▲ and △ as minus, a % or 円 or 人 behind it.
enum class CellKind : unsigned char { number, missing, text };
CellKind read_number(std::string_view cell, double& out);

/// "2020", "2020年度", "令和2年", "R2" is not one; 0 when it is no year from 1868 to 2199.
int read_year(std::string_view cell);

}  // namespace atlas::model

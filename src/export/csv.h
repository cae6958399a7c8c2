// The table of a chart as CSV for spreadsheets: UTF-8 with BOM, CRLF, RFC 4180 quoting, figures as bare numbers.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "scene/scene.h"

namespace atlas::exporting {

/// What the file says of itself before the table, and in its name. Labels come from the caller's words.
struct CsvHead {
    struct Line {
        std::string label, value;
    };
    std::vector<Line> lines;  ///< 地域, 指標, 単位, 日付, 出典
};

/// The head, one line each, an empty line, then the rows, column heads first. A cell that is a figure as the site writes it
/// loses its thousands separators and its − becomes -; a text that a spreadsheet would take for a formula gets a leading apostrophe.
std::string csv(const CsvHead& head, const std::vector<std::vector<std::string>>& rows);

/// The table node `table_id` of `scene` ("<chart>:table", there while the table is open) as `csv`. Unset when there is
/// no such table.
std::optional<std::string> table_csv(const scene::Scene& scene, std::string_view table_id, const CsvHead& head);

/// "全国_出生数_2024年_人口動態統計.csv": the parts joined by _, without what file systems refuse, at most 120 bytes. The extension
/// has its point, ".svg".
std::string file_name(const std::vector<std::string>& parts, std::string_view extension);
inline std::string csv_file_name(const std::vector<std::string>& parts) { return file_name(parts, ".csv"); }

}  // namespace atlas::exporting

// The statistics centre's SSDSE files (教育用標準データセット, https://www.nstac.go.jp/use/literacy/ssdse/) → tables of
// indicator values, nothing dropped in silence. Internal to sosei-bundle.
//
// As published, in cp932: row 1 the set's name, key columns, then an item's code a column. What follows decides the form:
//   A (municipalities), E (prefectures, first the whole country): row 2 each item's year, row 3 the names; a row an area.
//   B (prefectures × years): row 2 the names, 年度 among the key columns; a row an area and year.
// The row of names is the one that holds 地域コード.
#pragma once
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "bundle/encoding.h"
#include "core/result.h"

namespace atlas::tool {

struct SsdseImport {
    struct Missing {
        std::string name;  ///< the item's id, or the mark that stands for the value
        size_t count = 0;
    };
    std::string title;       ///< "SSDSE-A-2026"
    std::string values_csv;  ///< code,indicator,year,value: code of 2 or 5 digits, values with the published decimals
    std::string indicators_csv;  ///< indicator,name,year,values,missing: an item and year a line, names as published
    bundle::Encoding encoding = bundle::Encoding::utf8;
    size_t prefectures = 0, municipalities = 0;  ///< areas, not rows
    size_t items = 0, values = 0;
    size_t national_rows = 0, blank_rows = 0;  ///< rows that were left out
    std::vector<Missing> missing_by_item, missing_by_mark;

    size_t missing() const;
};

/// Marks for "no value" (-, …, X, ***, nothing) are counted and never become 0. Anything else that is no number, and area
/// codes that are unknown or stand twice, are faults with their line.
Result<SsdseImport> read_ssdse(std::string_view bytes, std::string_view file);

/// One line: areas by kind, items, values, what was left out and what is missing in which items.
std::string summary(const SsdseImport& import, bool english);

}  // namespace atlas::tool

// Counts where rows and columns meet, as circles whose area is the count, with the number beside or inside. Where the
// columns would not fit, a list by row.
#pragma once
#include <string>
#include <vector>

#include "chart/figure.h"
#include "chart/words.h"

namespace atlas::chart {

struct MatrixWords {
    std::string_view no_data;
    std::string_view cell;        ///< {row} {column} {count}
    std::string_view count;       ///< {count}: 「{count}件」
    std::string_view summary;     ///< {row} {column} {count}: the largest cell
    std::string_view column_row;  ///< table head over the rows' names
};
struct MatrixOptions {
    FigureText text;
    std::vector<std::string> rows, columns;
    std::vector<std::string> row_pillars;         ///< one a row or empty: the row's mark and colour
    std::vector<std::vector<int>> counts;         ///< [row][column]
    std::vector<std::vector<std::string>> hrefs;  ///< the same shape, or empty
    const MatrixWords* words = nullptr;
};
/// Returns the height taken. Marks "<id>:<row>:<column>", only where the count is not 0.
float matrix(ui::Ui& ui, Vec2 top_left, float width_px, const MatrixOptions& options);

}  // namespace atlas::chart

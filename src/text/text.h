// Japanese typesetting that the renderer needs: figures in 万/億/兆, years with eras, and line breaking.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "core/font.h"

namespace atlas::text {

/// "4,268.4": thousands separated by commas, fixed `decimals`, a true minus sign (−, U+2212).
/// Halves are rounded away from zero as the decimal figure reads (2.675 → 2.68). NaN and infinities are "—".
std::string number(double value, int decimals = 0);
/// As `number`, with a leading + for values above zero and ±0 for zero: for changes.
std::string signed_number(double value, int decimals = 0);
/// Large figures as 万, 億, 兆 with at most three significant places: 12,345,678 → "1,235万"; below 10,000 as `number`
/// with as many decimals (0.25, 12.3). Rounding lifts into the next unit: 9,999.5 → "1万".
std::string myriads(double value);
/// Number of decimals needed to show the value exactly, 0 … 6.
int decimals_of(double value);

/// "2024年", or for a fiscal year "2024年度".
std::string year(int year, bool fiscal = false);
/// 2019 → "令和元年", 1989 → "平成元年" (the era that a year ended in); empty before 1868.
std::string era_year(int year);

struct Line {
    std::string_view text;  ///< slice of the input, without the spaces and newlines at its end
    float width_px = 0;
};

/// Breaks `utf8` into lines not wider than `max_width_px`, obeying kinsoku (JIS X 4051: no line begins with closing marks, small kana, ー,
/// nor ends with opening ones; no break inside Latin words, numbers and their units %, 円, 年 …), preferring phrase ends (after particles and 、。, between kanji and
/// hiragana changes) when one lies within the last quarter of the line. '\n' forces a break. Hangs 、 and 。 if they alone overflow (that line's width_px is then over max_width_px by the mark).
/// A single unbreakable run wider than the line is broken anywhere rather than clipped. Never returns an empty vector for non-empty text.
std::vector<Line> break_lines(std::string_view utf8, Font font, const TextMeasure& measure, float max_width_px);

/// The same number of lines as break_lines, but with even lengths: for headings.
std::vector<Line> balance_lines(std::string_view utf8, Font font, const TextMeasure& measure, float max_width_px);

/// Cuts to one line that fits, ending in "…" if something was cut.
std::string ellipsize(std::string_view utf8, Font font, const TextMeasure& measure, float max_width_px);

}  // namespace atlas::text

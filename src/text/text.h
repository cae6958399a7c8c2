// Typesetting that the renderer needs: figures, units and dates as each language writes them (万/億/兆 or millions, 年度 or
// FY), years with eras, and line breaking.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "core/font.h"
#include "core/lang.h"

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

/// A round figure for axes: as `myriads`, or "12.3 million", "1.5 billion", "600 trillion" and below a million in full.
std::string large(Lang lang, double value);

/// A unit as the data write it, without the myriad in front: "億円" → 1e8 and "円"; "千円" → 1e3 and "円"; "人" → 1 and "人".
struct Unit {
    double factor = 1;
    std::string base;
};
Unit split_unit(std::string_view unit);
/// The unit's word in the language, for more than one: "人" → "people". Unknown ones stay as they are.
std::string unit_word(const Words& words, std::string_view unit);

/// A figure and its unit apart, as they are set: the unit smaller. {"4,268.4", "万人"}, {"42.684", "million people"}.
struct Quantity {
    std::string number, unit;
    bool is_spaced = false;  ///< a space between them: not in Japanese, nor before %
    std::string text() const { return number + (is_spaced ? " " : "") + unit; }
};
/// As exact as the value: English takes million, billion and trillion where three decimals are enough, else all digits.
Quantity quantity(const Words& words, double value, std::string_view unit);
/// The same in one string.
std::string quantity_text(const Words& words, double value, std::string_view unit);
/// As official texts write it, "15兆円" for 150,000 億円, where two decimals are enough; else as quantity_text.
std::string official_text(const Words& words, double value, std::string_view unit);

/// "2024年", or for a fiscal year "2024年度".
std::string year(int year, bool fiscal = false);
/// The same in the language: "2024", "FY2024".
std::string year(const Words& words, int year, bool fiscal = false);
/// "2025年6月", "June 2025".
std::string month(const Words& words, int year, int month);
/// An ISO date, or as much of it as there is: "2025-06-13" → "2025年6月13日", "13 June 2025"; "2025" → "2025年", "2025".
std::string date(const Words& words, std::string_view iso);
/// Texts one after the other: "A、B", "A, B". Empty ones are left out.
std::string listed(const Words& words, const std::vector<std::string>& texts, Word separator = Word::text_separator);
/// Adds a sentence behind others: English puts a space between them.
void append_sentence(const Words& words, std::string& text, std::string_view sentence);

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

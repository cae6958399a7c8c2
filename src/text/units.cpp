// Units, quantities and dates in the language of the reader. The data keep the units of their sources ("万人", "億円").
#include <cmath>
#include <utility>

#include "core/strings.h"
#include "text/text.h"

namespace atlas::text {
namespace {

/// The word of a unit that ja.json knows; the last one + 1 for others.
Word word_of(std::string_view unit) {
    constexpr Words japanese;
    auto word = first_unit;
    while (word <= last_unit && japanese(word) != unit) word = static_cast<Word>(static_cast<uint16_t>(word) + 1);
    return word;
}

/// "percent" signs stand close to their number.
bool stands_apart(std::string_view unit) { return !unit.empty() && unit.front() != '%'; }

std::string word_for(const Words& words, std::string_view unit, bool is_one) {
    const Word word = word_of(unit);
    return word > last_unit ? std::string(unit) : words(word, {{"n", is_one ? 1 : 2}});
}

/// Tenths (割) are an old way of writing per cent.
Unit english_unit(std::string_view unit) {
    if (unit == "割") return {10, "%"};
    return split_unit(unit);
}

Quantity english(const Words& words, double value, std::string_view unit_text) {
    const Unit unit = english_unit(unit_text);
    const double whole = value * unit.factor;
    for (const auto& [name, factor] :
         {std::pair{"trillion", 1e12}, std::pair{"billion", 1e9}, std::pair{"million", 1e6}}) {
        const double share = whole / factor;
        if (std::abs(share) < 1 || decimals_of(share) > 3) continue;
        const std::string word = word_for(words, unit.base, false);
        const bool apart = stands_apart(word);
        return {number(share, decimals_of(share)), name + std::string(apart ? " " : "") + word, true};
    }
    const std::string digits = number(whole, decimals_of(whole));
    std::string word = word_for(words, unit.base, digits == "1");
    const bool apart = stands_apart(word);
    return {digits, std::move(word), apart};
}

}  // namespace

Unit split_unit(std::string_view unit) {
    constexpr struct {
        std::string_view word;
        double factor;
    } myriads[] = {{"万", 1e4}, {"億", 1e8}, {"兆", 1e12}, {"百万", 1e6}, {"千", 1e3}};
    for (const auto& myriad : myriads)
        if (unit.substr(0, myriad.word.size()) == myriad.word)
            return {myriad.factor, std::string(unit.substr(myriad.word.size()))};
    return {1, std::string(unit)};
}

std::string unit_word(const Words& words, std::string_view unit) { return word_for(words, unit, false); }

Quantity quantity(const Words& words, double value, std::string_view unit) {
    if (words.lang() == Lang::en) return english(words, value, unit);
    return {number(value, decimals_of(value)), std::string(unit), false};
}

std::string quantity_text(const Words& words, double value, std::string_view unit) {
    return quantity(words, value, unit).text();
}

std::string official_text(const Words& words, double value, std::string_view unit_text) {
    const Unit unit = split_unit(unit_text);
    const double whole = value * unit.factor;
    if (unit.factor > 1 && words.lang() == Lang::ja)
        for (const auto& [word, factor] : {std::pair{"兆", 1e12}, std::pair{"億", 1e8}, std::pair{"万", 1e4}})
            if (whole >= factor && decimals_of(whole / factor) <= 2)
                return number(whole / factor, decimals_of(whole / factor)) + word + unit.base;
    return quantity_text(words, value, unit_text);
}

std::string year(const Words& words, int year, bool fiscal) {
    return words(fiscal ? Word::format_fiscal_year : Word::format_year, {{"year", year}});
}

static std::string month_name(const Words& words, int month) {
    return words(static_cast<Word>(static_cast<uint16_t>(Word::month_m1) + month - 1));
}

std::string month(const Words& words, int year, int month) {
    if (month < 1 || month > 12) return text::year(words, year);
    return words(Word::format_month, {{"year", year}, {"month", month_name(words, month)}});
}

std::string date(const Words& words, std::string_view iso) {
    int parts[3] = {};
    size_t count = 0;
    for (const std::string& part : split(iso, '-')) {
        if (count == 3 || !parse_int(part, parts[count])) return std::string(iso);
        ++count;
    }
    if (count == 1) return year(words, parts[0]);
    if (count == 2 || parts[1] < 1 || parts[1] > 12) return month(words, parts[0], parts[1]);
    return words(Word::format_day, {{"year", parts[0]}, {"month", month_name(words, parts[1])}, {"day", parts[2]}});
}

std::string listed(const Words& words, const std::vector<std::string>& texts, Word separator) {
    std::string out;
    for (const std::string& text : texts)
        if (!text.empty()) out += (out.empty() ? "" : words(separator)) + text;
    return out;
}

void append_sentence(const Words& words, std::string& text, std::string_view sentence) {
    if (!text.empty() && !sentence.empty() && words.lang() == Lang::en) text += ' ';
    text += sentence;
}

}  // namespace atlas::text

// Text as the line breaker sees it: code points with positions, and how well a line may end before each. Private to text.
#pragma once
#include <cstdint>
#include <string_view>
#include <vector>

#include "core/font.h"

namespace atlas::text {

/// How well a line may begin with a glyph, in rising order.
enum class Break : uint8_t {
    never,   ///< kinsoku, or inside a word, a number or its unit
    poor,    ///< a particle or an ending would begin the line; inside a katakana word or a pair of kanji
    inside,  ///< where the script changes, or between two pairs of kanji, yet inside what the model takes for a phrase
    fair,    ///< between two pairs of kanji: allowed in Japanese, yet may cut a compound
    good,    ///< where the script changes
    phrase,  ///< after 、。, a space; before an opening bracket; where the model (phrases.h) or a particle says so
    forced,  ///< after a newline
};

struct Glyph {
    uint32_t byte;  ///< where it begins in the text
    Break before;
    bool blank;   ///< space or newline: takes no room at the end of a line
    bool hangs;   ///< 、 or 。
    bool joined;  ///< combining mark or variation selector: stays with the glyph before, come what may
    double x_px;  ///< sum of the advances before it
};

/// One entry a code point and a last one for the end (its `byte` is the text's size, its `x_px` the whole width).
/// Each code point is decoded and measured once.
std::vector<Glyph> glyphs_of(std::string_view utf8, Font font, const TextMeasure& measure);

}  // namespace atlas::text

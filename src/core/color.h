// sRGB colours with alpha, and the contrast formula that the tests hold our palette to.
#pragma once
#include <cstdint>

namespace atlas {

struct Color {
    uint8_t r = 0, g = 0, b = 0, a = 255;
    friend constexpr bool operator==(const Color&, const Color&) = default;
    constexpr Color with_alpha(uint8_t alpha) const { return {r, g, b, alpha}; }
    constexpr bool visible() const { return a != 0; }
};

/// 0xRRGGBB, opaque.
constexpr Color rgb(uint32_t hex) {
    return {static_cast<uint8_t>(hex >> 16), static_cast<uint8_t>(hex >> 8), static_cast<uint8_t>(hex), 255};
}

constexpr Color transparent{0, 0, 0, 0};

/// Linear mix in sRGB bytes, `t` from 0 (a) to 1 (b).
Color mix(Color a, Color b, float t);

/// WCAG 2.2 contrast ratio of two opaque colours, 1 to 21 (https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio).
double contrast_ratio(Color a, Color b);

}  // namespace atlas

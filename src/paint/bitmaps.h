// Coverage bitmaps for the atlas, made once and drawn as two triangles each: marks, which as polygons with soft edges take a hundred, and the
// halos of letters, which as eight shifted copies take sixteen. Pure functions.
#pragma once
#include "core/glyphs.h"
#include "scene/scene.h"

namespace atlas::paint {

/// A shape as a code point of Fonts::marks. Radii go by quarters of a device pixel, places by halves.
struct SymbolGlyph {
    scene::Shape shape = scene::Shape::circle;
    int quarters = 4;            ///< of a pixel: the radius; 1 … most_quarters
    int half_x = 0, half_y = 0;  ///< 0 or 1: of a pixel, to the right and down

    static constexpr int most_quarters = 127;
    static constexpr int first = 0x400;  ///< Dear ImGui has ideas of its own about a blank, a tab and a question mark
    constexpr char32_t code_point() const {
        return static_cast<char32_t>(first + ((static_cast<int>(shape) * 4 + half_y * 2 + half_x) << 7) + quarters);
    }
    static constexpr SymbolGlyph of(char32_t code_point) {
        const int code = static_cast<int>(code_point) - first;
        return {static_cast<scene::Shape>(code >> 9), code & 127, code >> 7 & 1, code >> 8 & 1};
    }
};

/// A filled shape of `radius_px` device pixels around (`phase_x`, `phase_y`), which is the bitmap's origin: left_px and top_px count from there.
/// Phases are fractions of a pixel, 0 … 1. An edge covers its pixels by their area, to an eighth of a pixel each way.
GlyphBitmap symbol_bitmap(scene::Shape shape, float radius_px, float phase_x, float phase_y);

/// What lies within `radius_px` of the letter's ink, itself included; soft at the edge. A blank stays blank.
GlyphBitmap halo_bitmap(const GlyphBitmap& letter, float radius_px);

}  // namespace atlas::paint

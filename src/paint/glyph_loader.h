// Bridges a GlyphSource to Dear ImGui's ImFontLoader: ImGui keeps the atlas, we bring the bitmaps: letters, their halos, marks.
#pragma once
#include "core/glyphs.h"
#include "imgui.h"

namespace atlas::paint {

struct Fonts {
    ImFont* regular = nullptr;
    ImFont* bold = nullptr;
    ImFont *regular_halo = nullptr, *bold_halo = nullptr;  ///< what goes behind the letters
    ImFont* marks = nullptr;                               ///< SymbolGlyph's code points, at marks_size
};
inline constexpr float marks_size = 16;  ///< any: a mark's code point says how large it is

/// Adds them all to the current context's atlas. `glyphs` must outlive the context.
Fonts add_fonts(GlyphSource& glyphs);

}  // namespace atlas::paint

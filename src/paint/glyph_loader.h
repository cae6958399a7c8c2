// Bridges a GlyphSource to Dear ImGui's ImFontLoader: ImGui keeps the atlas, we bring the bitmaps.
#pragma once
#include "core/glyphs.h"
#include "imgui.h"

namespace atlas::paint {

struct Fonts {
    ImFont* regular = nullptr;
    ImFont* bold = nullptr;
};

/// Adds both weights to the current context's atlas. `glyphs` must outlive the context.
Fonts add_fonts(GlyphSource& glyphs);

}  // namespace atlas::paint

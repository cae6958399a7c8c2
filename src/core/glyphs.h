// Where letters come from: the browser's text engine on the web, FreeType on the desktop. One glyph at a time, so that
// only what is seen is ever rasterised.
#pragma once
#include <cstdint>
#include <unordered_map>
#include <vector>

#include "core/font.h"

namespace atlas {

struct GlyphBitmap {
    int width_px = 0, height_px = 0;  ///< device pixels; 0 for blanks
    int left_px = 0, top_px = 0;      ///< from the pen position on the baseline to the upper left corner, y down
    std::vector<uint8_t> coverage;    ///< width × height, 0 … 255
};

class GlyphSource {
public:
    virtual ~GlyphSource() = default;
    /// Advance in ems (1 = the font size). A missing character gets the advance of what is drawn instead of it.
    virtual float advance_em(char32_t code_point, Weight weight) = 0;
    /// `size_px` in device pixels. Never fails: a missing glyph is the font's own "missing" box.
    virtual void rasterise(char32_t code_point, float size_px, Weight weight, GlyphBitmap& out) = 0;
};

/// TextMeasure over a GlyphSource, remembering each advance.
class GlyphMeasure final : public TextMeasure {
public:
    explicit GlyphMeasure(GlyphSource& source) : source_(source) {}
    float advance_px(char32_t code_point, Font font) const override;
    void forget() { cache_.clear(); }  ///< after the font changed

private:
    GlyphSource& source_;
    mutable std::unordered_map<uint32_t, float> cache_;
};

}  // namespace atlas

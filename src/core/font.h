// How text is named and measured without knowing who rasterises it: the browser, a TTF, or the fixed widths of a test.
#pragma once
#include <string_view>

namespace atlas {

enum class Weight : unsigned char { regular, bold };

struct Font {
    float size_px = 16;  ///< CSS pixels
    Weight weight = Weight::regular;
    friend constexpr bool operator==(const Font&, const Font&) = default;
};

/// Advance widths. Text is laid out glyph by glyph (no kerning, no ligatures), by every painter alike, so the sum of
/// the advances is the width.
class TextMeasure {
public:
    virtual ~TextMeasure() = default;
    /// CSS pixels, unrounded.
    virtual float advance_px(char32_t code_point, Font font) const = 0;
    float width_px(std::string_view utf8, Font font) const;
};

/// Half an em for ASCII and half-width kana, one em for the rest: the same on every machine, for tests and golden scenes.
class FixedMeasure final : public TextMeasure {
public:
    float advance_px(char32_t code_point, Font font) const override;
};

}  // namespace atlas

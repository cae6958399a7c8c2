// Advance widths: whatever rasterises the letters, text is measured glyph by glyph, and each glyph once.
#include "core/glyphs.h"

#include <doctest/doctest.h>

using namespace atlas;

namespace {

/// An engine that counts what it is asked.
class CountingGlyphs final : public GlyphSource {
public:
    float advance_em(char32_t, Weight weight) override { return ++asked, weight == Weight::bold ? 0.75f : 0.5f; }
    void rasterise(char32_t, float, Weight, GlyphBitmap&) override {}
    int asked = 0;
};

}  // namespace

TEST_SUITE("measuring") {
    TEST_CASE("tests measure half an em for ASCII and half-width kana, one em for the rest") {
        const FixedMeasure fixed;
        const Font font{20};
        CHECK(fixed.advance_px(U'A', font) == 10);
        CHECK(fixed.advance_px(U'海', font) == 20);
        CHECK(fixed.advance_px(U'ｱ', font) == 10);
        CHECK(fixed.advance_px(U'、', font) == 20);
        CHECK(fixed.advance_px(U'𠮷', font) == 20);
    }
    TEST_CASE("a text is as wide as its glyphs, an empty one has no width") {
        const FixedMeasure fixed;
        CHECK(fixed.width_px("", {16}) == 0);
        CHECK(fixed.width_px("KPI達成", {16}) == 3 * 8 + 2 * 16);
        CHECK(fixed.width_px("\xFF", {16}) == 16);  // drawn as one replacement character
    }
    TEST_CASE("a glyph is measured once for all sizes, apart for each weight") {
        CountingGlyphs glyphs;
        const GlyphMeasure measure(glyphs);
        CHECK(measure.advance_px(U'海', {16}) == 8);
        CHECK(measure.advance_px(U'海', {32}) == 16);
        CHECK(glyphs.asked == 1);
        CHECK(measure.advance_px(U'海', {16, Weight::bold}) == 12);
        CHECK(glyphs.asked == 2);
        CHECK(measure.width_px("海海海", {10}) == 15);
        CHECK(glyphs.asked == 2);
    }
    TEST_CASE("after the font changed it is measured anew") {
        CountingGlyphs glyphs;
        GlyphMeasure measure(glyphs);
        (void)measure.advance_px(U'海', {16});
        measure.forget();
        (void)measure.advance_px(U'海', {16});
        CHECK(glyphs.asked == 2);
    }
    TEST_CASE("neighbouring code points do not share an entry") {
        class ByCode final : public GlyphSource {
        public:
            float advance_em(char32_t cp, Weight weight) override {
                return static_cast<float>(cp) * 2 + (weight == Weight::bold ? 1.f : 0.f);
            }
            void rasterise(char32_t, float, Weight, GlyphBitmap&) override {}
        } glyphs;
        const GlyphMeasure measure(glyphs);
        for (const char32_t cp : {U'\x40', U'\x41', U'\x42'}) {
            CHECK(measure.advance_px(cp, {1}) == static_cast<float>(cp) * 2);
            CHECK(measure.advance_px(cp, {1, Weight::bold}) == static_cast<float>(cp) * 2 + 1);
        }
    }
}

// Marks and halos as bitmaps: area, middle, edges.
#include "paint/bitmaps.h"

#include <doctest/doctest.h>

#include <numeric>

using namespace atlas;
using atlas::paint::SymbolGlyph;

namespace {

double area_px2(const GlyphBitmap& bitmap) {
    return std::accumulate(bitmap.coverage.begin(), bitmap.coverage.end(), 0.0) / 255;
}

/// Of the ink, from the bitmap's origin, along x or y.
double middle_px(const GlyphBitmap& bitmap, bool along_x) {
    double sum = 0;
    for (int y = 0; y < bitmap.height_px; ++y)
        for (int x = 0; x < bitmap.width_px; ++x) {
            const double at = along_x ? bitmap.left_px + x + 0.5 : bitmap.top_px + y + 0.5;
            sum += at * bitmap.coverage[static_cast<size_t>(y * bitmap.width_px + x)] / 255;
        }
    return sum / area_px2(bitmap);
}

}  // namespace

TEST_SUITE("bitmaps of marks") {
    TEST_CASE("a circle has its area and its middle, at every size and phase") {
        for (const float radius : {1.5f, 2.25f, 4.f, 6.5f, 20.f})
            for (const float phase : {0.f, 0.5f}) {
                CAPTURE(radius);
                CAPTURE(phase);
                const GlyphBitmap circle = paint::symbol_bitmap(scene::Shape::circle, radius, phase, 0);
                CHECK(area_px2(circle) == doctest::Approx(3.14159265 * radius * radius).epsilon(0.02));
                CHECK(middle_px(circle, true) == doctest::Approx(phase).epsilon(0.01).scale(1));
                CHECK(middle_px(circle, false) == doctest::Approx(0).epsilon(0.01).scale(1));
            }
    }
    TEST_CASE("every shape lies whole within its bitmap, with an empty pixel around it") {
        for (const auto shape : {scene::Shape::circle, scene::Shape::square, scene::Shape::diamond,
                                 scene::Shape::triangle, scene::Shape::hexagon}) {
            CAPTURE(static_cast<int>(shape));
            const GlyphBitmap mark = paint::symbol_bitmap(shape, 5, 0.5f, 0.5f);
            // A square's area is 2 (1.2 r)², a triangle's 1.3 (1.42 r)²: near the circle's 78.5.
            CHECK(area_px2(mark) > 60);
            CHECK(area_px2(mark) < 85);
            for (int i = 0; i < mark.width_px; ++i) {
                const auto last = static_cast<size_t>(mark.width_px) - 1, n = static_cast<size_t>(i);
                CHECK(mark.coverage[n] == 0);
                CHECK(mark.coverage[last * (last + 1) + n] == 0);
                CHECK(mark.coverage[n * (last + 1)] == 0);
                CHECK(mark.coverage[n * (last + 1) + last] == 0);
            }
        }
    }
    TEST_CASE("a mark's code point says all of it, and is no blank, tab or question mark") {
        for (const auto shape : {scene::Shape::circle, scene::Shape::hexagon})
            for (const int quarters : {1, 32, 63, SymbolGlyph::most_quarters})
                for (const int half : {0, 1}) {
                    const SymbolGlyph glyph{shape, quarters, half, 1 - half};
                    const SymbolGlyph back = SymbolGlyph::of(glyph.code_point());
                    CHECK(back.shape == shape);
                    CHECK(back.quarters == quarters);
                    CHECK(back.half_x == half);
                    CHECK(back.half_y == 1 - half);
                    CHECK(glyph.code_point() > 0x7F);
                }
    }
}

TEST_SUITE("halos") {
    TEST_CASE("a halo holds the letter and what is near it, and nothing else") {
        GlyphBitmap dot;
        dot.width_px = dot.height_px = 1, dot.left_px = 3, dot.top_px = -7, dot.coverage = {255};
        const GlyphBitmap halo = paint::halo_bitmap(dot, 2);
        REQUIRE(halo.width_px == 5);
        CHECK(halo.left_px == 1);
        CHECK(halo.top_px == -9);
        CHECK(halo.coverage[12] == 255);  // the letter
        CHECK(halo.coverage[11] == 255);  // one pixel beside
        CHECK(halo.coverage[10] == 127);  // at the edge
        CHECK(halo.coverage[0] == 0);     // in the corner, 2.8 pixels away
    }
    TEST_CASE("a blank has none") { CHECK(paint::halo_bitmap({}, 2).width_px == 0); }
}

#include "platform/desktop/freetype_glyphs.h"

#include <ft2build.h>
#include FT_FREETYPE_H

#include <algorithm>

namespace atlas::platform {
namespace {

class FreeTypeGlyphs final : public GlyphSource {
public:
    FreeTypeGlyphs() { FT_Init_FreeType(&library_); }
    ~FreeTypeGlyphs() override {
        for (FT_Face face : faces_)
            if (face) FT_Done_Face(face);
        FT_Done_FreeType(library_);
    }
    FreeTypeGlyphs(const FreeTypeGlyphs&) = delete;
    FreeTypeGlyphs& operator=(const FreeTypeGlyphs&) = delete;

    bool open(Weight weight, const std::string& path) {
        return FT_New_Face(library_, path.c_str(), 0, &faces_[index(weight)]) == 0;
    }

    float advance_em(char32_t cp, Weight weight) override {
        FT_Face face = faces_[index(weight)];
        if (FT_Load_Char(face, cp, FT_LOAD_NO_SCALE)) return 1;
        return static_cast<float>(face->glyph->advance.x) / static_cast<float>(face->units_per_EM);
    }

    void rasterise(char32_t cp, float size_px, Weight weight, GlyphBitmap& out) override {
        FT_Face face = faces_[index(weight)];
        out.width_px = out.height_px = 0;
        FT_Set_Char_Size(face, 0, static_cast<FT_F26Dot6>(size_px * 64), 72, 72);
        // Light hinting: level stems on the pixel grid, true widths.
        if (FT_Load_Char(face, cp, FT_LOAD_RENDER | FT_LOAD_TARGET_LIGHT)) return;
        const FT_Bitmap& bitmap = face->glyph->bitmap;
        out.width_px = static_cast<int>(bitmap.width);
        out.height_px = static_cast<int>(bitmap.rows);
        out.left_px = face->glyph->bitmap_left;
        out.top_px = -face->glyph->bitmap_top;
        out.coverage.resize(static_cast<size_t>(bitmap.width) * bitmap.rows);
        for (unsigned row = 0; row < bitmap.rows; ++row)
            std::copy_n(bitmap.buffer + static_cast<std::ptrdiff_t>(row) * bitmap.pitch, bitmap.width,
                        out.coverage.data() + static_cast<size_t>(row) * bitmap.width);
    }

private:
    static size_t index(Weight weight) { return weight == Weight::bold ? 1 : 0; }
    FT_Library library_ = nullptr;
    FT_Face faces_[2] = {};
};

}  // namespace

Result<std::shared_ptr<GlyphSource>> load_fonts(const std::string& regular, const std::string& bold) {
    auto glyphs = std::make_shared<FreeTypeGlyphs>();
    for (const auto& [weight, path] : {std::pair{Weight::regular, regular}, std::pair{Weight::bold, bold}}) {
        if (!glyphs->open(weight, path))
            return problem_of(path, {}, Word::problem_no_font, Word::problem_no_font_remedy);
    }
    return std::shared_ptr<GlyphSource>(glyphs);
}

}  // namespace atlas::platform

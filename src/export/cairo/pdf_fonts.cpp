#include "export/cairo/pdf_fonts.h"

#include <cairo-ft.h>
#include <ft2build.h>
#include FT_FREETYPE_H

#include <memory>
#include <type_traits>

#include "core/strings.h"

namespace atlas::exporting {
namespace {

using Library = std::shared_ptr<std::remove_pointer_t<FT_Library>>;

/// cairo keeps a face in its caches beyond the last use: it closes it itself, and FreeType after the last one.
struct OpenFace {
    Library library;
    FT_Face face = nullptr;

    OpenFace(Library of, FT_Face opened) : library(std::move(of)), face(opened) {}
    ~OpenFace() { FT_Done_Face(face); }
    OpenFace(const OpenFace&) = delete;
    OpenFace& operator=(const OpenFace&) = delete;
};

const cairo_user_data_key_t owner_key{};

}  // namespace

PdfFonts::~PdfFonts() {
    for (cairo_font_face_t* face : cairo_)
        if (face) cairo_font_face_destroy(face);
}

bool PdfFonts::open(const std::string& regular, const std::string& bold) {
    FT_Library opened = nullptr;
    if (FT_Init_FreeType(&opened) != 0) return false;
    const Library library(opened, &FT_Done_FreeType);
    const std::string* paths[2] = {&regular, &bold};
    for (size_t i = 0; i < 2; ++i) {
        if (FT_New_Face(opened, paths[i]->c_str(), 0, &faces_[i]) != 0) return false;
        cairo_[i] = cairo_ft_font_face_create_for_ft_face(faces_[i], FT_LOAD_NO_HINTING);
        auto owner = std::make_unique<OpenFace>(library, faces_[i]);
        const auto close = [](void* face) { delete static_cast<OpenFace*>(face); };
        if (cairo_font_face_set_user_data(cairo_[i], &owner_key, owner.get(), close) != CAIRO_STATUS_SUCCESS)
            return false;
        (void)owner.release();
    }
    return true;
}

GlyphRun PdfFonts::run(const std::string& text, Font font, Vec2 baseline) const {
    FT_Face face = faces_[font.weight == Weight::bold ? 1 : 0];
    GlyphRun run;
    double x = baseline.x;
    for (size_t at = 0; at < text.size();) {
        const size_t begin = run.text.size();
        const char32_t code_point = next_code_point(text, at);
        append_utf8(run.text, code_point);  // cairo refuses a text with a malformed byte
        const FT_UInt index = FT_Get_Char_Index(face, code_point);
        run.glyphs.push_back({index, x, baseline.y});
        run.clusters.push_back({static_cast<int>(run.text.size() - begin), 1});
        // As FreeTypeGlyphs::advance_em: a character that cannot be loaded takes a whole em.
        const bool loaded = FT_Load_Glyph(face, index, FT_LOAD_NO_SCALE) == 0;
        x += font.size_px * (loaded ? static_cast<double>(face->glyph->advance.x) / face->units_per_EM : 1.0);
    }
    return run;
}

}  // namespace atlas::exporting

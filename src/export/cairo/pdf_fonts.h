// The two weights of the desktop's font as cairo takes them, and a line of text as their glyphs. Internal to the PDF export.
#pragma once
#include <cairo.h>

#include <string>
#include <vector>

#include "core/font.h"
#include "core/geometry.h"

struct FT_FaceRec_;

namespace atlas::exporting {

/// A line of text. The clusters say which bytes of it each glyph stands for: from this a PDF knows what a reader selects.
struct GlyphRun {
    std::string text;
    std::vector<cairo_glyph_t> glyphs;
    std::vector<cairo_text_cluster_t> clusters;
};

class PdfFonts {
public:
    PdfFonts() = default;
    ~PdfFonts();
    PdfFonts(const PdfFonts&) = delete;
    PdfFonts& operator=(const PdfFonts&) = delete;

    /// False when one of the files is missing or no font.
    bool open(const std::string& regular, const std::string& bold);
    cairo_font_face_t* face(Weight weight) const { return cairo_[weight == Weight::bold ? 1 : 0]; }
    /// Glyph by glyph, without kerning: where the painter sets them too.
    GlyphRun run(const std::string& text, Font font, Vec2 baseline) const;

private:
    FT_FaceRec_* faces_[2] = {};
    cairo_font_face_t* cairo_[2] = {};
};

}  // namespace atlas::exporting

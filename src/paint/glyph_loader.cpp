#include "paint/glyph_loader.h"

#include <algorithm>

#include "imgui_internal.h"
#include "paint/bitmaps.h"

namespace atlas::paint {
namespace {

constexpr float ascent_em = 0.88f, descent_em = 0.12f;

// A font's FontLoaderFlags.
constexpr unsigned is_bold = 1, is_halo = 2, is_marks = 4;

Weight weight_of(const ImFontConfig* config) {
    return config->FontLoaderFlags & is_bold ? Weight::bold : Weight::regular;
}
/// The context's user data: a font's own data is copied byte by byte by the atlas, so that an object cannot live there.
GlyphSource& source() { return *static_cast<GlyphSource*>(ImGui::GetIO().UserData); }

bool contains(ImFontAtlas*, ImFontConfig*, ImWchar) { return true; }

bool init_size(ImFontAtlas*, ImFontConfig*, ImFontBaked* baked, void*) {
    baked->Ascent = baked->Size * ascent_em;
    baked->Descent = -baked->Size * descent_em;
    return true;
}

/// In the atlas's pixels: a letter, its halo or a mark.
GlyphBitmap bitmap_of(const ImFontConfig* config, ImWchar code_point, float size_px) {
    if (config->FontLoaderFlags & is_marks) {
        if (code_point < SymbolGlyph::first) return {};
        const SymbolGlyph mark = SymbolGlyph::of(static_cast<char32_t>(code_point));
        return symbol_bitmap(mark.shape, static_cast<float>(mark.quarters) / 4, static_cast<float>(mark.half_x) / 2,
                             static_cast<float>(mark.half_y) / 2);
    }
    GlyphBitmap letter;
    source().rasterise(static_cast<char32_t>(code_point), size_px, weight_of(config), letter);
    if (!(config->FontLoaderFlags & is_halo)) return letter;
    constexpr float halo_em = 0.115f;  // one and a half pixels around a label of 13
    return halo_bitmap(letter, std::max(1.f, size_px * halo_em));
}

bool load_glyph(ImFontAtlas* atlas, ImFontConfig* config, ImFontBaked* baked, void*, ImWchar code_point,
                ImFontGlyph* out, float* advance_only) {
    const bool is_mark = config->FontLoaderFlags & is_marks;
    const float advance =
        is_mark ? 0 : source().advance_em(static_cast<char32_t>(code_point), weight_of(config)) * baked->Size;
    if (advance_only) {
        *advance_only = advance;
        return true;
    }
    out->Codepoint = code_point & 0x3FFFFFF;  // a 26-bit field; code points need 21
    out->AdvanceX = advance;
    const GlyphBitmap bitmap = bitmap_of(config, code_point, baked->Size * baked->RasterizerDensity);
    if (bitmap.width_px <= 0 || bitmap.height_px <= 0) return true;
    const ImFontAtlasRectId id = ImFontAtlasPackAddRect(atlas, bitmap.width_px, bitmap.height_px);
    if (id == ImFontAtlasRectId_Invalid) return false;
    ImTextureRect* place = ImFontAtlasPackGetRect(atlas, id);
    const float scale = 1.f / baked->RasterizerDensity;
    out->X0 = static_cast<float>(bitmap.left_px) * scale;
    out->Y0 = static_cast<float>(bitmap.top_px) * scale + (is_mark ? 0 : baked->Ascent);
    out->X1 = out->X0 + static_cast<float>(bitmap.width_px) * scale;
    out->Y1 = out->Y0 + static_cast<float>(bitmap.height_px) * scale;
    out->Visible = true;
    out->PackId = id;
    ImFontAtlasBakedSetFontGlyphBitmap(atlas, baked, config, out, place, bitmap.coverage.data(), ImTextureFormat_Alpha8,
                                       bitmap.width_px);
    return true;
}

const ImFontLoader* loader() {
    static const ImFontLoader instance = [] {
        ImFontLoader made;
        made.Name = "atlas";
        made.FontSrcContainsGlyph = contains;
        made.FontBakedInit = init_size;
        made.FontBakedLoadGlyph = load_glyph;
        return made;
    }();
    return &instance;
}

}  // namespace

Fonts add_fonts(GlyphSource& glyphs) {
    ImGui::GetIO().UserData = &glyphs;
    ImFontAtlas* atlas = ImGui::GetIO().Fonts;
    const auto add = [&](unsigned flags) {
        ImFontConfig config;
        config.FontLoader = loader();
        config.FontLoaderFlags = flags;
        config.SizePixels = 16;
        static char no_file[4];  // ImGui asks for font data; ours come from the source
        config.FontData = no_file;
        config.FontDataSize = sizeof no_file;
        config.FontDataOwnedByAtlas = false;
        return atlas->AddFont(&config);
    };
    return {add(0), add(is_bold), add(is_halo), add(is_halo | is_bold), add(is_marks)};
}

}  // namespace atlas::paint

#include "paint/glyph_loader.h"

#include "imgui_internal.h"

namespace atlas::paint {
namespace {

constexpr float ascent_em = 0.88f, descent_em = 0.12f;

Weight weight_of(const ImFontConfig* config) { return config->FontLoaderFlags ? Weight::bold : Weight::regular; }
/// The context's user data: a font's own data is copied byte by byte by the atlas, so that an object cannot live there.
GlyphSource& source() { return *static_cast<GlyphSource*>(ImGui::GetIO().UserData); }

bool contains(ImFontAtlas*, ImFontConfig*, ImWchar) { return true; }

bool init_size(ImFontAtlas*, ImFontConfig*, ImFontBaked* baked, void*) {
    baked->Ascent = baked->Size * ascent_em;
    baked->Descent = -baked->Size * descent_em;
    return true;
}

bool load_glyph(ImFontAtlas* atlas, ImFontConfig* config, ImFontBaked* baked, void*, ImWchar code_point,
                ImFontGlyph* out, float* advance_only) {
    GlyphSource& glyphs = source();
    const Weight weight = weight_of(config);
    const auto cp = static_cast<char32_t>(code_point);
    const float advance = glyphs.advance_em(cp, weight) * baked->Size;
    if (advance_only) {
        *advance_only = advance;
        return true;
    }
    out->Codepoint = code_point & 0x3FFFFFF;  // a 26-bit field; code points need 21
    out->AdvanceX = advance;
    GlyphBitmap bitmap;
    glyphs.rasterise(cp, baked->Size * baked->RasterizerDensity, weight, bitmap);
    if (bitmap.width_px <= 0 || bitmap.height_px <= 0) return true;
    const ImFontAtlasRectId id = ImFontAtlasPackAddRect(atlas, bitmap.width_px, bitmap.height_px);
    if (id == ImFontAtlasRectId_Invalid) return false;
    ImTextureRect* place = ImFontAtlasPackGetRect(atlas, id);
    const float scale = 1.f / baked->RasterizerDensity;
    out->X0 = static_cast<float>(bitmap.left_px) * scale;
    out->Y0 = static_cast<float>(bitmap.top_px) * scale + baked->Ascent;
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
    return {add(0), add(1)};
}

}  // namespace atlas::paint

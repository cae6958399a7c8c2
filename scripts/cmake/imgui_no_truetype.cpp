// Stands in for Dear ImGui's own TrueType rasteriser in the browser, where every font has a loader of ours (src/paint):
// 7 KB less to download after brotli. Compiled with IMGUI_ENABLE_FREETYPE, which makes this function the default loader.
#include <imgui_internal.h>
#include <misc/freetype/imgui_freetype.h>

const ImFontLoader* ImGuiFreeType::GetFontLoader() {
    static const ImFontLoader none;
    return &none;
}

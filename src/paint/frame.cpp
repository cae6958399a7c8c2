#include "paint/frame.h"

#include "imgui_impl_opengl3.h"
#include "imgui_internal.h"

namespace atlas::paint {

void begin_draw_frame(ImVec2 display_px) {
    ImGuiContext& context = *ImGui::GetCurrentContext();
    context.FrameCount += 1;
    ImFontAtlasUpdateNewFrame(context.IO.Fonts, context.FrameCount, true);
    // As ImGui::NewFrame would, for the one display that there is.
    ImDrawListSharedData& shared = *ImGui::GetDrawListSharedData();
    shared.ClipRectFullscreen = {0, 0, display_px.x, display_px.y};
    shared.CurveTessellationTol = 1.25f;
    shared.SetCircleTessellationMaxError(0.3f);
    shared.InitialFlags = ImDrawListFlags_AntiAliasedLines | ImDrawListFlags_AntiAliasedFill;
    if (context.IO.BackendFlags & ImGuiBackendFlags_RendererHasVtxOffset)
        shared.InitialFlags |= ImDrawListFlags_AllowVtxOffset;
    shared.InitialFringeScale = 1;
    // Fonts: ImGui sets these when a font is pushed; the atlas keeps them right when it grows within the frame.
    shared.FontAtlas = context.IO.Fonts;
    shared.TexUvWhitePixel = context.IO.Fonts->TexUvWhitePixel;
    shared.TexUvLines = context.IO.Fonts->TexUvLines;
}

void begin_list(ImDrawList& list, ImVec2 display_px) {
    list._ResetForNewFrame();
    list.PushTexture(ImGui::GetIO().Fonts->TexRef);
    list.PushClipRect({0, 0}, display_px);
}

void render_list(ImDrawList& list, ImVec2 display_px) {
    ImDrawData data;
    data.Valid = true;
    data.DisplaySize = display_px;
    data.FramebufferScale = {1, 1};
    data.AddDrawList(&list);
    ImVector<ImTextureData*> textures;
    for (ImTextureData* texture : ImGui::GetIO().Fonts->TexList) textures.push_back(texture);
    data.Textures = &textures;
    ImGui_ImplOpenGL3_RenderDrawData(&data);
}

}  // namespace atlas::paint

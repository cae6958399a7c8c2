#include "paint/field_editor.h"

#include <cmath>

#include "imgui.h"
#include "imgui_impl_opengl3.h"
#include "paint/glyph_loader.h"

namespace atlas::paint {
namespace {

class ImGuiFieldEditor final : public FieldEditor {
public:
    ImGuiFieldEditor() {
        ImGui::StyleColorsLight();
        ImGuiStyle& style = ImGui::GetStyle();
        style.WindowPadding = {0, 0}, style.WindowBorderSize = 0, style.FrameBorderSize = 0;
        style.Colors[ImGuiCol_FrameBg] = style.Colors[ImGuiCol_WindowBg] = {0, 0, 0, 0};
    }

    void begin_frame(ImVec2 display_px) override {
        ImGuiIO& io = ImGui::GetIO();
        io.DisplaySize = display_px;
        io.DisplayFramebufferScale = {1, 1};  // scenes are scaled to device pixels by the painter
        io.DeltaTime = 1 / 60.f;
        ImGui::NewFrame();
    }

    void end_frame(const TextField* field, const Fonts& fonts, float dpr,
                   const std::function<void(std::string)>& changed) override {
        if (field) edit(*field, fonts, dpr, changed);
        ImGui::Render();
        ImGui_ImplOpenGL3_RenderDrawData(ImGui::GetDrawData());
    }

private:
    static void edit(const TextField& field, const Fonts& fonts, float dpr,
                     const std::function<void(std::string)>& changed) {
        const Rect& r = field.window_rect;
        const float font_px = std::round(16 * dpr);
        ImGui::SetNextWindowPos({r.x * dpr, r.y * dpr});
        ImGui::SetNextWindowSize({r.w * dpr, r.h * dpr});
        const auto part = [](uint8_t byte) { return static_cast<float>(byte) / 255; };
        ImGui::PushStyleColor(ImGuiCol_Text, ImVec4{part(field.ink.r), part(field.ink.g), part(field.ink.b), 1});
        ImGui::PushFont(fonts.regular, font_px);
        constexpr float above_lines_px = 9;
        const float above_px = field.has_lines ? above_lines_px * dpr : (r.h * dpr - font_px) / 2;
        ImGui::PushStyleVar(ImGuiStyleVar_FramePadding, {4 * dpr, above_px});
        constexpr int flags = ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoSavedSettings |
                              ImGuiWindowFlags_NoBackground | ImGuiWindowFlags_NoNav;
        ImGui::Begin("##field", nullptr, flags);
        ImGui::SetKeyboardFocusHere();
        constexpr size_t room_for_typing = 4096;
        std::string buffer = field.value;
        buffer.resize(buffer.size() + room_for_typing);
        ImGui::SetNextItemWidth(r.w * dpr);
        const bool is_changed =
            field.has_lines
                ? ImGui::InputTextMultiline("##text", buffer.data(), buffer.size(), {r.w * dpr, r.h * dpr})
                : ImGui::InputTextWithHint("##text", field.placeholder.c_str(), buffer.data(), buffer.size());
        if (is_changed && changed) changed(buffer.c_str());
        ImGui::End();
        ImGui::PopStyleVar();
        ImGui::PopFont();
        ImGui::PopStyleColor();
    }
};

}  // namespace

std::unique_ptr<FieldEditor> make_field_editor() { return std::make_unique<ImGuiFieldEditor>(); }

}  // namespace atlas::paint

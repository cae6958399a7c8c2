#include "paint/field_editor.h"

#include <cmath>

#include "imgui.h"
#include "paint/glyph_loader.h"

namespace atlas::paint {
namespace {

class ImGuiFieldEditor final : public FieldEditor {
public:
    void draw(const TextField& field, const Fonts& fonts, float dpr, const std::function<void(std::string)>& changed) override {
        const Rect& r = field.window_rect;
        const float font_px = std::round(16 * dpr);
        ImGui::SetNextWindowPos({r.x * dpr, r.y * dpr});
        ImGui::SetNextWindowSize({r.w * dpr, r.h * dpr});
        ImGui::PushFont(fonts.regular, font_px);
        ImGui::PushStyleVar(ImGuiStyleVar_FramePadding, {4 * dpr, (r.h * dpr - font_px) / 2});
        constexpr int flags =
            ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_NoBackground | ImGuiWindowFlags_NoNav;
        ImGui::Begin("##field", nullptr, flags);
        ImGui::SetKeyboardFocusHere();
        char buffer[256] = {};
        field.value.copy(buffer, sizeof buffer - 1);
        ImGui::SetNextItemWidth(r.w * dpr);
        if (ImGui::InputTextWithHint("##text", field.placeholder.c_str(), buffer, sizeof buffer) && changed) changed(buffer);
        ImGui::End();
        ImGui::PopStyleVar();
        ImGui::PopFont();
    }
};

}  // namespace

std::unique_ptr<FieldEditor> make_field_editor() { return std::make_unique<ImGuiFieldEditor>(); }

}  // namespace atlas::paint

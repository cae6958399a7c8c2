// The text field of platforms without one of their own (desktop): Dear ImGui's InputText over the scene's frame. Apart
// from the painter, so that the web build links no ImGui widget.
#pragma once
#include <functional>
#include <memory>
#include <string>

#include "core/color.h"
#include "core/geometry.h"

struct ImVec2;

namespace atlas::paint {

struct Fonts;

struct TextField {
    Rect window_rect;  ///< CSS pixels
    std::string value, placeholder;
    bool has_lines = false;  ///< Enter begins a new one
    Color ink = rgb(0x333333);
};

class FieldEditor {
public:
    virtual ~FieldEditor() = default;
    /// A full ImGui frame around the painter's own: windows and input, for the field alone.
    virtual void begin_frame(ImVec2 display_px) = 0;
    /// Draws `field` (nullptr: nothing is being edited). It takes the keyboard; `changed` gets every new text.
    virtual void end_frame(const TextField* field, const Fonts& fonts, float dpr,
                           const std::function<void(std::string)>& changed) = 0;
};

std::unique_ptr<FieldEditor> make_field_editor();

}  // namespace atlas::paint

// The text field of platforms without one of their own (desktop): Dear ImGui's InputText over the scene's frame. Apart
// from the painter, so that the web build links no ImGui widget.
#pragma once
#include <functional>
#include <memory>
#include <string>

#include "core/geometry.h"

namespace atlas::paint {

struct Fonts;

struct TextField {
    Rect window_rect;          ///< CSS pixels
    std::string value, placeholder;
};

class FieldEditor {
public:
    virtual ~FieldEditor() = default;
    /// Between ImGui's NewFrame and Render. Takes the keyboard; calls `changed` with the new text when it was edited.
    virtual void draw(const TextField& field, const Fonts& fonts, float dpr, const std::function<void(std::string)>& changed) = 0;
};

std::unique_ptr<FieldEditor> make_field_editor();

}  // namespace atlas::paint

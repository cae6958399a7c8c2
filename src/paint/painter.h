// Scene → pixels, through Dear ImGui's draw lists and font atlas and our own GL map layers. Needs a current GL context.
#pragma once
#include <memory>
#include <string>

#include "core/glyphs.h"
#include "paint/field_editor.h"
#include "scene/scene.h"

namespace atlas::paint {

class Painter {
public:
    /// Creates the ImGui context. `glyphs` must outlive the painter.
    explicit Painter(GlyphSource& glyphs);
    ~Painter();
    Painter(const Painter&) = delete;
    Painter& operator=(const Painter&) = delete;

    /// GL objects: made at first use, given up when the context was lost (their names are void then), made anew after.
    void context_lost();

    /// Draws the whole frame into the bound framebuffer of `width` × `height` device pixels. `moving`: a map's camera is on
    /// its way, and its picture of a moment ago may be moved and stretched. False when that was done: another frame is due
    /// at rest.
    bool draw(const scene::Scene& scene, float scroll_px, int width, int height, float dpr, bool moving = false);

    /// For platforms without text fields of their own. Without an editor fields are only drawn.
    void set_field_editor(std::unique_ptr<FieldEditor> editor);
    /// The field to be edited on top of the next frames (nullptr: none); `changed` gets every new text.
    void edit(const TextField* field, std::function<void(std::string)> changed);

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace atlas::paint

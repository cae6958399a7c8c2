// Scene → pixels, through Dear ImGui's draw lists and font atlas and our own GL map layers. Needs a current GL context.
#pragma once
#include <functional>
#include <memory>
#include <string>

#include "core/glyphs.h"
#include "scene/scene.h"

namespace atlas::paint {

/// A text field that the platform does not draw itself (desktop): where, what it holds, whether it should take the keyboard.
struct TextField {
    Rect window_rect;          ///< CSS pixels
    std::string value, placeholder;
    bool focus = false;
};

class Painter {
public:
    /// Creates the ImGui context. `glyphs` must outlive the painter.
    explicit Painter(GlyphSource& glyphs);
    ~Painter();
    Painter(const Painter&) = delete;
    Painter& operator=(const Painter&) = delete;

    /// GL objects: made at first use, given up when the context was lost (their names are void then), made anew after.
    void context_lost();

    /// Draws the whole frame into the bound framebuffer of `width` × `height` device pixels.
    void draw(const scene::Scene& scene, float scroll_px, int width, int height, float dpr);

    /// As draw(), with one editable field on top. Calls `changed` with the new text when it was edited.
    void draw(const scene::Scene& scene, float scroll_px, int width, int height, float dpr, const TextField* field,
              const std::function<void(std::string)>& changed);

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace atlas::paint

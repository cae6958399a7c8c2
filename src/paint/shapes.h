// Marks → ImDrawList, in device pixels. Everything but maps.
#pragma once
#include "imgui.h"
#include "paint/bitmaps.h"
#include "paint/glyph_loader.h"
#include "scene/scene.h"

namespace atlas::paint {

/// Where a layer lies and how dense the display is: window = (mark − scroll) × dpr.
struct Placement {
    float dpr = 1;
    float shift_y_px = 0;  ///< CSS pixels added to y: −scroll for the document layer
};

/// How a shadow spreads: outlines, each larger than the last, all a little lower (CSS pixels).
inline constexpr int shadow_outlines = 6;
inline constexpr float shadow_step_px = 1.5f, shadow_down_px = 2;
inline constexpr float shadow_reach_px = shadow_step_px * shadow_outlines + shadow_down_px + 1;

class ShapeWriter {
public:
    ShapeWriter(ImDrawList& list, const Fonts& fonts, Placement placement)
        : list_(list), fonts_(fonts), at_(placement) {}

    void operator()(const scene::RectMark& mark);
    void operator()(const scene::TextMark& mark);
    void operator()(const scene::PathMark& mark);
    void operator()(const scene::SymbolMark& mark);

    ImVec2 point(Vec2 p) const { return {p.x * at_.dpr, (p.y + at_.shift_y_px) * at_.dpr}; }

private:
    /// Out of the atlas; null when it has no room.
    const ImFontGlyph* bitmap_of(const SymbolGlyph& symbol) const;
    bool corners(ImVec2 a, ImVec2 b, float radius, ImU32 color);
    void fill_rect(ImVec2 a, ImVec2 b, float radius, ImU32 color);
    bool frame_rect(ImVec2 a, ImVec2 b, float radius, float width, ImU32 color);
    void shadow(ImVec2 a, ImVec2 b, float radius);
    void glyph_run(const scene::TextMark& mark, ImFont* font, ImU32 color);
    void glyph_quad(const ImFontGlyph& glyph, ImVec2 at, ImU32 color);
    void fill_symbol(const scene::SymbolMark& mark, float radius_px, Color color);
    ImDrawList& list_;
    const Fonts& fonts_;
    Placement at_;
};

}  // namespace atlas::paint

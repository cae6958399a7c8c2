#include "paint/shapes.h"

#include <algorithm>
#include <cmath>

#include "atlas_gl.h"
#include "core/strings.h"
#include "imgui_internal.h"
#include "scene/symbol.h"

namespace atlas::paint {
namespace {

ImU32 packed(Color c) { return IM_COL32(c.r, c.g, c.b, c.a); }

/// A large opaque rectangle. Clearing is the cheapest way to fill: measured on SwiftShader, 1 instead of 13 ms for a window.
struct Ground {
    ImVec4 px;  ///< left, top, right, bottom
    Color color;
    float window_height_px;
};

void clear_ground(const ImDrawList*, const ImDrawCmd* command) {
    const auto& ground = *static_cast<const Ground*>(command->UserCallbackData);
    const auto pixel = [](float v) { return static_cast<GLint>(v); };
    const auto channel = [](uint8_t v) { return static_cast<float>(v) / 255.f; };
    const ImVec4& px = ground.px;
    glEnable(GL_SCISSOR_TEST);
    glScissor(pixel(px.x), pixel(ground.window_height_px - px.w), pixel(px.z - px.x), pixel(px.w - px.y));
    glClearColor(channel(ground.color.r), channel(ground.color.g), channel(ground.color.b), 1);
    glClear(GL_COLOR_BUFFER_BIT);
}

/// False when it is too small to be worth a command of its own.
bool fill_by_clearing(ImDrawList& list, ImVec2 a, ImVec2 b, Color color) {
    constexpr float least_px2 = 20000;
    const ImVec4& clip = list._ClipRectStack.back();
    const ImVec4 px{std::max(a.x, clip.x), std::max(a.y, clip.y), std::min(b.x, clip.z), std::min(b.y, clip.w)};
    if (px.z <= px.x || px.w <= px.y || (px.z - px.x) * (px.w - px.y) < least_px2) return false;
    Ground ground{px, color, list._ClipRectStack.front().w};
    list.AddCallback(clear_ground, &ground, sizeof ground);
    return true;
}

std::vector<ImVec2> outline(const scene::SymbolMark& mark, float radius_px, ImVec2 center, float dpr) {
    scene::SymbolMark at_origin = mark;
    at_origin.center = {0, 0};
    at_origin.radius_px = radius_px;
    std::vector<Vec2> corners = scene::symbol_outline(at_origin);
    if (corners.empty()) {
        const int count = std::max(16, static_cast<int>(radius_px * dpr * 2));
        for (int i = 0; i < count; ++i) {
            const float a = 6.2831853f * static_cast<float>(i) / static_cast<float>(count);
            corners.push_back({radius_px * std::cos(a), radius_px * std::sin(a)});
        }
    }
    std::vector<ImVec2> points;
    for (const Vec2 c : corners) points.push_back({center.x + c.x * dpr, center.y + c.y * dpr});
    return points;
}

void dashed(ImDrawList& list, ImVec2 a, ImVec2 b, ImU32 color, float width, float dash) {
    const float dx = b.x - a.x, dy = b.y - a.y, len = std::sqrt(dx * dx + dy * dy);
    for (float at = 0; at < len; at += 2 * dash) {
        const float end = std::min(len, at + dash);
        list.AddLine({a.x + dx * at / len, a.y + dy * at / len}, {a.x + dx * end / len, a.y + dy * end / len}, color,
                     width);
    }
}

}  // namespace

// ---- rectangles ----------------------------------------------------------------------------------------------------

const ImFontGlyph* ShapeWriter::bitmap_of(const SymbolGlyph& symbol) const {
    return fonts_.marks->GetFontBaked(marks_size, 1)->FindGlyph(static_cast<ImWchar>(symbol.code_point()));
}

/// A quarter of a disc in each corner of `a` … `b`, out of the atlas. False when the atlas has no such disc.
bool ShapeWriter::corners(ImVec2 a, ImVec2 b, float radius, ImU32 color) {
    const int quarters = static_cast<int>(std::lround(radius * 4));
    if (quarters < 1 || quarters > SymbolGlyph::most_quarters) return false;
    const SymbolGlyph disc{scene::Shape::circle, quarters, 0, 0};
    const ImFontGlyph* glyph = bitmap_of(disc);
    if (!glyph || !glyph->Visible) return false;
    const auto u = [&](float x) {
        return glyph->U0 + (x - glyph->X0) / (glyph->X1 - glyph->X0) * (glyph->U1 - glyph->U0);
    };
    const auto v = [&](float y) {
        return glyph->V0 + (y - glyph->Y0) / (glyph->Y1 - glyph->Y0) * (glyph->V1 - glyph->V0);
    };
    list_.PrimReserve(24, 16);
    for (const float x : {-radius, 0.f})
        for (const float y : {-radius, 0.f}) {
            const ImVec2 at{x < 0 ? a.x : b.x - radius, y < 0 ? a.y : b.y - radius};
            list_.PrimRectUV(at, {at.x + radius, at.y + radius}, {u(x), v(y)}, {u(x + radius), v(y + radius)}, color);
        }
    return true;
}

/// Fourteen triangles, where a polygon with soft edges takes some fifty.
void ShapeWriter::fill_rect(ImVec2 a, ImVec2 b, float radius, ImU32 color) {
    if (radius < 1 || !corners(a, b, radius, color)) return list_.AddRectFilled(a, b, color, radius);
    list_.PrimReserve(18, 12);
    list_.PrimRect({a.x + radius, a.y}, {b.x - radius, b.y}, color);
    list_.PrimRect({a.x, a.y + radius}, {a.x + radius, b.y - radius}, color);
    list_.PrimRect({b.x - radius, a.y + radius}, {b.x, b.y - radius}, color);
}

/// A frame whose corners are filled: something opaque comes into it.
bool ShapeWriter::frame_rect(ImVec2 a, ImVec2 b, float radius, float width, ImU32 color) {
    if (!corners(a, b, radius, color)) return false;
    list_.PrimReserve(24, 16);
    list_.PrimRect({a.x + radius, a.y}, {b.x - radius, a.y + width}, color);
    list_.PrimRect({a.x + radius, b.y - width}, {b.x - radius, b.y}, color);
    list_.PrimRect({a.x, a.y + radius}, {a.x + width, b.y - radius}, color);
    list_.PrimRect({b.x - width, a.y + radius}, {b.x, b.y - radius}, color);
    return true;
}

/// Soft elevation: a few growing, fading outlines below the shape.
void ShapeWriter::shadow(ImVec2 a, ImVec2 b, float radius) {
    const float down = std::round(shadow_down_px * at_.dpr);
    for (int i = shadow_outlines; i >= 1; --i) {
        const float grow = std::round(static_cast<float>(i) * shadow_step_px * at_.dpr);
        fill_rect({a.x - grow, a.y - grow + down}, {b.x + grow, b.y + grow + down}, radius + grow,
                  IM_COL32(0, 0, 0, 7));
    }
}

void ShapeWriter::operator()(const scene::RectMark& mark) {
    // Edges sit on device pixels, so that hairlines and grounds are crisp at every pixel ratio.
    ImVec2 a = point({mark.rect.x, mark.rect.y}), b = point({mark.rect.right(), mark.rect.bottom()});
    a = {std::round(a.x), std::round(a.y)};
    b = {std::max(a.x + (mark.rect.w > 0 ? 1.f : 0.f), std::round(b.x)),
         std::max(a.y + (mark.rect.h > 0 ? 1.f : 0.f), std::round(b.y))};
    const float radius = std::min(std::round(mark.radius_px * at_.dpr), std::floor(std::min(b.x - a.x, b.y - a.y) / 2));
    if (mark.shadow) shadow(a, b, radius);
    const bool has_stroke = mark.stroke_px > 0 && mark.stroke.visible();
    const float width = std::max(1.f, std::round(mark.stroke_px * at_.dpr));
    if (has_stroke && mark.fill.a == 255 && radius > width + 1 && frame_rect(a, b, radius, width, packed(mark.stroke)))
        return fill_rect({a.x + width, a.y + width}, {b.x - width, b.y - width}, radius - width, packed(mark.fill));
    const bool cleared = mark.fill.a == 255 && radius == 0 && fill_by_clearing(list_, a, b, mark.fill);
    if (mark.fill.visible() && !cleared) fill_rect(a, b, radius, packed(mark.fill));
    if (!has_stroke) return;
    // ImGui strokes run along pixel centres: its AddRect moves by half a pixel by itself.
    const float in = width / 2 - 0.5f;
    list_.AddRect({a.x + in, a.y + in}, {b.x - in, b.y - in}, packed(mark.stroke), radius, 0, width);
}

// ---- letters -------------------------------------------------------------------------------------------------------

void ShapeWriter::operator()(const scene::TextMark& mark) {
    const bool bold = mark.font.weight == Weight::bold;
    if (mark.halo.visible()) glyph_run(mark, bold ? fonts_.bold_halo : fonts_.regular_halo, packed(mark.halo));
    glyph_run(mark, bold ? fonts_.bold : fonts_.regular, packed(mark.color));
}

void ShapeWriter::glyph_quad(const ImFontGlyph& glyph, ImVec2 at, ImU32 color) {
    list_.PrimReserve(6, 4);
    list_.PrimRectUV({at.x + glyph.X0, at.y + glyph.Y0}, {at.x + glyph.X1, at.y + glyph.Y1}, {glyph.U0, glyph.V0},
                     {glyph.U1, glyph.V1}, color);
}

void ShapeWriter::glyph_run(const scene::TextMark& mark, ImFont* font, ImU32 color) {
    const float size = std::max(1.f, std::round(mark.font.size_px * at_.dpr));
    ImFontBaked* baked = font->GetFontBaked(size, 1);
    const float wanted = mark.font.size_px * at_.dpr;
    ImVec2 pen = point(mark.baseline);
    pen.y = std::round(pen.y) - baked->Ascent;
    for (size_t pos = 0; pos < mark.text.size();) {
        const char32_t cp = next_code_point(mark.text, pos);
        const ImFontGlyph* glyph = baked->FindGlyph(static_cast<ImWchar>(cp));
        if (!glyph) continue;
        // Whole device pixels for the bitmap, fractions for the pen: sharp letters, true widths.
        if (glyph->Visible) glyph_quad(*glyph, {std::round(pen.x), std::round(pen.y)}, color);
        pen.x += glyph->AdvanceX / size * wanted;
    }
}

void ShapeWriter::operator()(const scene::PathMark& mark) {
    if (mark.points.size() < 2) return;
    const float width = std::max(1.f, mark.stroke_px * at_.dpr);
    const auto draw_dashes = [&] {
        for (size_t i = 0; i + 1 < mark.points.size(); ++i)
            dashed(list_, point(mark.points[i]), point(mark.points[i + 1]), packed(mark.stroke), width,
                   mark.dash_px * at_.dpr);
    };
    if (mark.dash_px > 0) return draw_dashes();
    std::vector<ImVec2> points;
    points.reserve(mark.points.size());
    // Thin upright and level lines sit on device pixels.
    const bool straight =
        mark.points.size() == 2 && (mark.points[0].x == mark.points[1].x || mark.points[0].y == mark.points[1].y);
    for (const Vec2 p : mark.points) {
        ImVec2 at = point(p);
        if (straight) at = {std::floor(at.x) + 0.5f, std::floor(at.y) + 0.5f};
        points.push_back(at);
    }
    const auto count = static_cast<int>(points.size());
    if (mark.fill.visible()) list_.AddConvexPolyFilled(points.data(), count, packed(mark.fill));
    if (mark.stroke.visible())
        list_.AddPolyline(points.data(), count, packed(mark.stroke), mark.closed ? ImDrawFlags_Closed : 0, width);
}

/// Small ones are bitmaps of the atlas: two triangles instead of some fifty.
void ShapeWriter::fill_symbol(const scene::SymbolMark& mark, float radius_px, Color color) {
    const ImVec2 center = point(mark.center);
    const int quarters = static_cast<int>(std::lround(radius_px * at_.dpr * 4));
    if (quarters < 1) return;
    if (quarters > SymbolGlyph::most_quarters) {
        const std::vector<ImVec2> points = outline(mark, radius_px, center, at_.dpr);
        list_.AddConvexPolyFilled(points.data(), static_cast<int>(points.size()), packed(color));
        return;
    }
    const int x = static_cast<int>(std::lround(center.x * 2)), y = static_cast<int>(std::lround(center.y * 2));
    const SymbolGlyph symbol{mark.shape, quarters, x & 1, y & 1};
    const ImFontGlyph* glyph = bitmap_of(symbol);
    if (glyph)
        glyph_quad(*glyph, {static_cast<float>((x - symbol.half_x) / 2), static_cast<float>((y - symbol.half_y) / 2)},
                   packed(color));
}

void ShapeWriter::operator()(const scene::SymbolMark& mark) {
    if (mark.stroke_px > 0 && mark.stroke.visible() && !mark.fill.visible()) {
        // Nothing inside: a line around it, so that what lies below shows.
        const std::vector<ImVec2> points =
            outline(mark, mark.radius_px + mark.stroke_px / 2, point(mark.center), at_.dpr);
        list_.AddPolyline(points.data(), static_cast<int>(points.size()), packed(mark.stroke), ImDrawFlags_Closed,
                          mark.stroke_px * at_.dpr);
        return;
    }
    if (mark.stroke_px > 0 && mark.stroke.visible()) fill_symbol(mark, mark.radius_px + mark.stroke_px, mark.stroke);
    if (mark.fill.visible()) fill_symbol(mark, mark.radius_px, mark.fill);
}

}  // namespace atlas::paint

// The look, in one place: type scale, rhythm, colours by meaning. Raw DADS colours are in the generated core/tokens.h;
// pages use these names.
#pragma once
#include <string_view>

#include "core/color.h"
#include "core/font.h"
#include "core/tokens.h"
#include "scene/scene.h"

namespace atlas::ui {

namespace ink {
inline constexpr Color text = token::solid_gray_800;
inline constexpr Color soft = token::solid_gray_600;
inline constexpr Color link = token::blue_900;
inline constexpr Color link_hover = token::blue_1000;
inline constexpr Color hairline = token::solid_gray_300;
inline constexpr Color field = token::solid_gray_600;  ///< outline of inputs: 3:1 on white
inline constexpr Color ground = rgb(0xFFFFFF);
inline constexpr Color ground_second = token::solid_gray_50;
inline constexpr Color tint = token::blue_50;  ///< hovered and selected grounds
inline constexpr Color focus_outer = rgb(0x000000);
inline constexpr Color focus_inner = rgb(0xFFD43D);
inline constexpr Color on_dark = rgb(0xFFFFFF);
inline constexpr Color error = token::red_900;
}  // namespace ink

namespace size {
inline constexpr float note = 14, body = 16, lead = 18, section = 20, heading = 24, page = 28, figure_small = 36,
                       figure = 48, figure_large = 64;
}

/// Everything sits on multiples of 8 px (4 inside small controls).
inline constexpr float unit = 8;
inline constexpr float target_px = 44;  ///< smallest control
inline constexpr float content_max_px = 1200;

struct PillarStyle {
    Color color;       ///< ≥ 3:1 on white
    Color text_color;  ///< ≥ 4.5:1 on white
    Color ground;      ///< pale, for bands
    scene::Shape shape;
};
/// `pillar` "1" … "5"; anything else gives a neutral gray circle.
PillarStyle pillar_style(std::string_view pillar);

struct TextStyle {
    float size_px = size::body;
    Weight weight = Weight::regular;
    Color color = ink::text;
    float leading = 1.7f;  ///< line height in ems
    bool balance = false;  ///< even line lengths, for headings

    Font font() const { return {size_px, weight}; }
    float line_px() const { return size_px * leading; }
};

namespace style {
inline constexpr TextStyle body{};
inline constexpr TextStyle bold{size::body, Weight::bold};
inline constexpr TextStyle soft{size::body, Weight::regular, ink::soft};
inline constexpr TextStyle note{size::note, Weight::regular, ink::soft, 1.6f};
inline constexpr TextStyle note_bold{size::note, Weight::bold, ink::text, 1.6f};
inline constexpr TextStyle lead{size::lead, Weight::regular, ink::text, 1.7f};
inline constexpr TextStyle section{size::section, Weight::bold, ink::text, 1.5f, true};
inline constexpr TextStyle heading{size::heading, Weight::bold, ink::text, 1.45f, true};
inline constexpr TextStyle page{size::page, Weight::bold, ink::text, 1.4f, true};
inline constexpr TextStyle page_large{size::figure_small, Weight::bold, ink::text, 1.35f, true};
}  // namespace style

constexpr TextStyle with_color(TextStyle style, Color color) {
    style.color = color;
    return style;
}

}  // namespace atlas::ui

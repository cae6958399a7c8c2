// A finished scene in other colours: on a dark ground, or with more contrast. What it means and where it is stay as they are.
#pragma once
#include "scene/scene.h"

namespace atlas::scene {

struct Appearance {
    bool dark = false;           ///< prefers-color-scheme: dark
    bool more_contrast = false;  ///< prefers-contrast: more, forced-colors
    friend bool operator==(const Appearance&, const Appearance&) = default;
    bool changes() const { return dark || more_contrast; }
};

/// The ground that white becomes.
inline constexpr Color dark_ground = rgb(0x1A1A1A);

/// The colour whose contrast (WCAG 2.2) with `dark_ground` is that of `color` with white, hue kept; so any two colours keep their contrast,
/// as far as a screen goes: what is darker than #1A1A1A becomes white, and loses a little. The alpha is kept.
Color on_dark_ground(Color color);

/// Farther from white: a contrast of r becomes r^1.4, black at the most.
Color with_more_contrast(Color color);

/// More contrast is for letters and lines; grounds and the classes of a map keep their colours.
void apply(Scene& scene, const Appearance& appearance);

}  // namespace atlas::scene

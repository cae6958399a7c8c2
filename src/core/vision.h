// How a colour looks to other eyes, and how far apart two colours look: what palettes are chosen and tested by.
#pragma once
#include "core/color.h"

namespace atlas {

enum class Vision : uint8_t { normal, protan, deutan, tritan, grey };
inline constexpr Vision all_visions[] = {Vision::normal, Vision::protan, Vision::deutan, Vision::tritan, Vision::grey};

/// The colour as a person without the long-, middle- or short-wave cones sees it: matrices of severity 1.0 from Machado,
/// Oliveira & Fernandes, "A Physiologically-based Model for Simulation of Color Vision Deficiency", IEEE TVCG 15(6), 2009
/// (doi:10.1109/TVCG.2009.113), applied to linear RGB and clipped to the display. `grey` keeps the luminance alone: a
/// photocopy. The alpha is kept.
Color as_seen(Color color, Vision vision);

/// OKLab (Ottosson 2020, https://bottosson.github.io/posts/oklab/): lightness 0 … 1, green–red, blue–yellow.
struct Oklab {
    double l = 0, a = 0, b = 0;
};
Oklab to_oklab(Color color);
/// Clipped to sRGB where the colour lies outside.
Color from_oklab(Oklab lab);

/// Euclidean distance in OKLab: about 0.02 is just noticeable side by side, black to white is 1.
double distance(Color a, Color b);
double distance(Color a, Color b, Vision vision);

}  // namespace atlas

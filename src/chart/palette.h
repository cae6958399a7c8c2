// Colours of thematic maps. Every palette keeps neighbouring classes apart for normal, protan, deutan and tritan eyes and on a
// photocopy (tests/unit/palette_test.cpp states by how much); "no data" is never one of these colours, but a hatch.
#pragma once
#include <array>
#include <vector>

#include "core/color.h"
#include "core/tokens.h"
#include "model/classify.h"

namespace atlas::chart {

/// Sequential ramps of DADS primitives, pale to dark.
enum class Ramp : unsigned char { blue, green, magenta, orange };

inline constexpr size_t max_classes = 7;  ///< more cannot be told apart on a map

/// 1 … max_classes colours, pale to dark; the steps were chosen among all of the ramp's primitives for the largest least distance.
std::vector<Color> sequential_colors(size_t classes, Ramp ramp = Ramp::blue);
/// Orange below, blue above, with or without a grey middle; darker away from the midpoint, up to three a side. Sides may be of different
/// length: the n-th class from the midpoint has the n-th strength on both.
std::vector<Color> diverging_colors(size_t below, bool middle, size_t above);
/// The colours for these classes: diverging when they have a midpoint.
std::vector<Color> class_colors(const model::Classes& classes, Ramp ramp = Ramp::blue);

/// Continuous, t 0 … 1, interpolated in OKLab.
Color sequential_color(double t, Ramp ramp = Ramp::blue);
Color diverging_color(double t);

/// 3 × 3: index 3 × (class of the second indicator) + class of the first. Bluer with the first, more orange with the second, darker with both.
/// Found by a random search over bilinear blends in OKLab for the largest least distance of any two.
inline constexpr std::array<Color, 9> bivariate_colors = {rgb(0xF3F3F3), rgb(0x96AAF4), rgb(0x4857EA),
                                                          rgb(0xE9BF92), rgb(0x948088), rgb(0x494175),
                                                          rgb(0xDA8900), rgb(0x8C4F00), rgb(0x451B00)};

/// The eight regional blocks, north to south (北海道 … 九州・沖縄): all differ in colour, regions that touch also on a photocopy.
inline constexpr std::array<Color, 8> region_colors = {
    token::blue_300,  token::orange_1000, token::cyan_700,   token::yellow_200,
    token::blue_1000, token::cyan_200,    token::orange_500, token::purple_700,
};

/// Ground and lines of "no data".
inline constexpr Color no_data_ground = token::solid_gray_50, no_data_ink = token::solid_gray_600;

/// Near-black or white, whichever shows better upon `fill`: at least 4.1:1 on every colour here, so it serves for outlines
/// and patterns (3:1) and for bold or large text; smaller text upon a colour gets a halo.
Color ink_on(Color fill);

}  // namespace atlas::chart

// The outlines behind SymbolMark's shapes: every output draws a pillar's mark with the same corners.
#pragma once
#include "scene/scene.h"

namespace atlas::scene {

/// Corners, clockwise on the screen, of a shape whose area is about that of the circle of `mark.radius_px`. Empty for the circle.
std::vector<Vec2> symbol_outline(const SymbolMark& mark);

}  // namespace atlas::scene

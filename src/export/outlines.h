// What SVG and PDF draw of a map: its outlines in window coordinates. Internal to export.
#pragma once
#include <vector>

#include "scene/scene.h"

namespace atlas::exporting {

/// Without the points closer than 0.3 px to the one before; an open line keeps its last.
std::vector<Vec2> thinned(const std::vector<Vec2>& points, bool closed);

/// Whether anything of the area is to be drawn in the mark's window.
bool shows_feature(const scene::MapMark& map, size_t feature);
/// Its rings, holes too: to be filled by the even-odd rule.
std::vector<std::vector<Vec2>> feature_rings(const scene::MapMark& map, size_t feature);

/// Lines of one look.
struct Borders {
    Color color;
    float width_px;
    std::vector<std::vector<Vec2>> lines;  ///< open
};
/// What is visible of the borders, in the order of drawing: inner, between prefectures, coast.
std::vector<Borders> borders_of(const scene::MapMark& map);

}  // namespace atlas::exporting

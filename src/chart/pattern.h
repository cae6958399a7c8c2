// Classes told apart without colour: hatches and dots, cut to the shapes they fill, as ordinary scene marks — the GPU picture, SVG
// and paper show the same.
#pragma once
#include <vector>

#include "core/map_mesh.h"
#include "model/classify.h"
#include "scene/scene.h"

namespace atlas::chart {

enum class Pattern : unsigned char {
    none,
    dots_sparse,
    dots,
    dots_dense,
    lines_sparse,
    lines,
    lines_dense,
    cross,
    no_data,  ///< falling diagonals, 6 px apart: no class uses them
};

/// From no ink to much, so that the order can be felt: at most eight classes differ.
std::vector<Pattern> sequential_patterns(size_t classes);
/// Lines below the midpoint, dots above it, denser outwards; nothing in the middle.
std::vector<Pattern> diverging_patterns(size_t below, bool middle, size_t above);
std::vector<Pattern> class_patterns(const model::Classes& classes);

using Ring = std::vector<Vec2>;

/// Fills the inside (even-odd over all rings, pixels) within `clip`. `anchor` moves with the map, so that the pattern does.
void draw_pattern(std::vector<scene::Mark>& marks, const std::vector<Ring>& rings, Rect clip, Pattern pattern,
                  Color ink, Vec2 anchor = {});
void draw_pattern(std::vector<scene::Mark>& marks, Rect rect, Pattern pattern, Color ink);

/// Areas of a map: `patterns` and `inks` one a feature. `scale` and `offset` as in MapMark.
struct MapPatterns {
    const MapMesh& mesh;
    float scale = 1;
    Vec2 offset;
    Rect clip;
    std::vector<Pattern> patterns;
    std::vector<Color> inks;
};
void draw_patterns(std::vector<scene::Mark>& marks, const MapPatterns& map);

}  // namespace atlas::chart

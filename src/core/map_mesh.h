// Map geometry ready to draw: plain arrays in projected plane units, made by geo, carried by a scene, uploaded by paint,
// written as paths by export. Immutable once made; `id` names it for GPU caches.
#pragma once
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "core/geometry.h"

namespace atlas {

struct MapMesh {
    uint64_t id = 0;  ///< unique within the process, never 0

    // Areas. Vertices are not shared between features, so that each can name its feature.
    std::vector<Vec2> vertices;            ///< plane units (km), y downwards (south)
    std::vector<uint32_t> vertex_feature;  ///< index into feature_codes, one a vertex
    std::vector<uint32_t> triangles;       ///< three vertex indices each

    // Borders, each drawn once.
    enum class LineKind : int32_t {
        coast,
        inner,  ///< between two features
        outer,  ///< between municipalities of two prefectures, the other of which may be in another mesh
    };
    struct Line {
        uint32_t first = 0, count = 0;  ///< points in line_points
        int32_t left = -1, right = -1;  ///< features on both sides; right == -1: none of this mesh
        LineKind kind = LineKind::coast;
    };
    std::vector<Vec2> line_points;
    std::vector<Line> lines;  ///< by their left feature, ascending, so that neighbours stand together

    /// The same areas and borders with fewer points, for scales at which nobody sees the difference.
    struct Coarser {
        float tolerance_km = 0;           ///< no point that was left out is further than this from what is drawn
        std::vector<uint32_t> triangles;  ///< into `vertices`, in the order of their features
        std::vector<Vec2> line_points;
        std::vector<Line> lines;  ///< those of the mesh one by one; without points where the line has vanished
    };
    std::vector<Coarser> coarser;  ///< by tolerance, ascending

    // Rings of each feature for hit-testing and vector output: ring r of feature f is
    // vertices[ring_first[r]] … ring_first[r + 1], with r in [feature_rings[f], feature_rings[f + 1]).
    // First ring of a polygon is its outline, `ring_is_hole` marks the others. Rings are not closed by a repeated point.
    std::vector<uint32_t> ring_first;  ///< rings + 1 entries
    std::vector<bool> ring_is_hole;
    std::vector<uint32_t> feature_rings;  ///< features + 1 entries

    std::vector<std::string> feature_codes;  ///< "13", or "13101"
    std::vector<Rect> feature_bounds;        ///< plane units, all parts
    std::vector<Vec2> feature_labels;        ///< inside the largest polygon (pole of inaccessibility)
    std::vector<uint32_t> feature_main;      ///< ring that is the largest polygon's outline
    std::vector<Rect> feature_main_bounds;   ///< of that ring; empty for a feature without polygons
    Rect bounds;

    size_t features() const { return feature_codes.size(); }
    /// Index of a code, or -1.
    int find(std::string_view code) const {
        if (code.empty()) return -1;
        for (size_t f = 0; f < feature_codes.size(); ++f)
            if (feature_codes[f] == code) return static_cast<int>(f);
        return -1;
    }
};

using MapMeshPtr = std::shared_ptr<const MapMesh>;

}  // namespace atlas

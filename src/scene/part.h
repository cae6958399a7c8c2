// A scene inside another one: moved, enlarged and still alive — what can be clicked, focused and read goes with the marks.
#pragma once
#include <string>

#include "scene/scene.h"

namespace atlas::scene {

/// p → p × scale + offset.
struct Placement {
    float scale = 1;
    Vec2 offset;
    Vec2 operator()(Vec2 p) const { return p * scale + offset; }
    Rect operator()(const Rect& r) const {
        return {r.x * scale + offset.x, r.y * scale + offset.y, r.w * scale, r.h * scale};
    }
};
/// With it type sizes, strokes and a map's scale.
void place(Mark& mark, const Placement& at);

struct PartSpec {
    std::string root;     ///< the node whose part of the page is wanted; empty: the whole page without its bars
    Placement at;         ///< from the page to `into`
    Rect window;          ///< in the page, when there is no root: what of it is wanted; empty: all
    Rect clip;            ///< in `into`: nothing of the part shows or answers outside
    int32_t parent = -1;  ///< node of `into` under which its nodes come
};
/// Adds the part to the document layer of `into` (what floats over it to the overlay). Its headings begin at the second level, its landmarks become groups;
/// nodes that lie outside of the clip are left out. False, and nothing added, when there is no such root.
bool add_part(Scene& into, const Scene& from, const PartSpec& spec);

/// The whole scene, `scale` times as large.
void enlarge(Scene& scene, float scale);

}  // namespace atlas::scene

// One chart alone, with its title and 出典: for SVG and PNG downloads.
#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "scene/scene.h"

namespace atlas::exporting {

/// The part of the document layer around node `node_id` ("<chart>:figure") as a scene of its own, moved to the origin with
/// `margin_px` of white on each side, size and document height set, the nodes of its subtree kept, nothing to click. Marks
/// that only touch the margin are left out. Unset when there is no such node.
std::optional<scene::Scene> crop(const scene::Scene& scene, std::string_view node_id, float margin_px = 16);

/// The same as SVG with text as text.
std::optional<std::string> chart_svg(const scene::Scene& scene, std::string_view node_id, float margin_px = 16);

}  // namespace atlas::exporting

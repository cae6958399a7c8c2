// What holds for every page: unique ids, regions that stand for a node, one h1 and headings in order, text inside the window
// and not over other text.
#pragma once
#include <doctest/doctest.h>

#include <set>
#include <string>
#include <vector>

#include "scene/scene.h"

namespace atlas::test {

inline int count_role(const scene::Scene& scene, scene::Role role) {
    int n = 0;
    for (const scene::Node& node : scene.nodes) n += node.role == role;
    return n;
}

inline bool says(const scene::Scene& scene, const std::string& words) {
    for (const scene::Node& node : scene.nodes)
        if (node.name.find(words) != std::string::npos || node.description.find(words) != std::string::npos)
            return true;
    return false;
}

inline void check_nodes(const scene::Scene& scene) {
    std::set<std::string> ids;
    for (const scene::Node& node : scene.nodes) CHECK_MESSAGE(ids.insert(node.id).second, "twice: " << node.id);
    for (const scene::HitRegion& region : scene.regions)
        if (!region.node.empty()) CHECK_MESSAGE(ids.count(region.node) == 1, "region without node: " << region.node);
    int level = 0, first = 0;
    for (const scene::Node& node : scene.nodes) {
        if (node.role != scene::Role::heading) continue;
        first += node.level == 1;
        CHECK_MESSAGE(node.level <= level + 1, "heading skips a level: " << node.name);
        level = node.level;
    }
    CHECK(first == 1);
}

/// Texts of the document layer, as the rectangles that their letters fill.
inline void check_text_places(const scene::Scene& scene, const TextMeasure& measure) {
    struct Placed {
        Rect rect;
        std::string text;
    };
    std::vector<Placed> placed;
    for (const scene::Mark& mark : scene.layer(scene::Layer::document)) {
        const auto* text = std::get_if<scene::TextMark>(&mark);
        if (!text) continue;
        CHECK_MESSAGE(text->font.size_px >= 12, text->text);
        const float w = measure.width_px(text->text, text->font), em = text->font.size_px;
        placed.push_back({{text->baseline.x, text->baseline.y - 0.75f * em, w, 0.8f * em}, text->text});
    }
    for (size_t i = 0; i < placed.size(); ++i) {
        CHECK_MESSAGE((placed[i].rect.x >= 0 && placed[i].rect.right() <= scene.size.x + 0.5f),
                      "outside the window: " << placed[i].text);
        for (size_t j = i + 1; j < placed.size(); ++j)
            CHECK_MESSAGE(!placed[i].rect.grown(-0.5f).intersects(placed[j].rect.grown(-0.5f)),
                          placed[i].text << " lies over " << placed[j].text);
    }
}

}  // namespace atlas::test

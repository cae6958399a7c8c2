#include "scene/scene.h"

#include <cstdio>

#include "core/strings.h"

namespace atlas::scene {

const char* to_string(Layer layer) {
    static constexpr const char* names[] = {"backdrop", "document", "chrome", "overlay"};
    return names[static_cast<size_t>(layer)];
}

const char* to_string(Role role) {
    static constexpr const char* names[] = {
        "banner",   "navigation", "main",     "complementary", "contentinfo", "region",    "group",        "search",
        "heading",  "paragraph",  "text",     "link",          "button",      "searchbox", "textbox",      "textarea",
        "combobox", "list",       "listitem", "table",         "caption",     "row",       "columnheader", "rowheader",
        "cell",     "image",      "status",   "alert",         "map_feature", "separator",
    };
    return names[static_cast<size_t>(role)];
}

namespace {

Rect points_bounds(const std::vector<Vec2>& points, float margin) {
    if (points.empty()) return {};
    float x0 = points[0].x, y0 = points[0].y, x1 = x0, y1 = y0;
    for (const Vec2 p : points) {
        x0 = std::min(x0, p.x), y0 = std::min(y0, p.y);
        x1 = std::max(x1, p.x), y1 = std::max(y1, p.y);
    }
    return Rect{x0, y0, x1 - x0, y1 - y0}.grown(margin);
}

struct BoundsOf {
    Rect operator()(const RectMark& m) const { return m.rect; }
    Rect operator()(const TextMark& m) const {
        // Without a measure the width is bounded by one em a byte, which is never too small.
        return {m.baseline.x, m.baseline.y - m.font.size_px, m.font.size_px * static_cast<float>(m.text.size()),
                m.font.size_px * 1.4f};
    }
    Rect operator()(const PathMark& m) const { return points_bounds(m.points, m.stroke_px); }
    Rect operator()(const SymbolMark& m) const {
        const float r = m.radius_px * 1.5f + m.stroke_px;
        return {m.center.x - r, m.center.y - r, 2 * r, 2 * r};
    }
    Rect operator()(const MapMark& m) const { return m.rect; }
    Rect operator()(const ClipMark& m) const { return m.rect; }
    Rect operator()(const ClipEnd&) const { return {}; }
};

}  // namespace

Rect bounds(const Mark& mark) { return std::visit(BoundsOf{}, mark); }

const Node* Scene::find(std::string_view id) const {
    for (const Node& node : nodes)
        if (node.id == id) return &node;
    return nullptr;
}

namespace {

/// What a node without words of its own speaks, its parent does too.
Lang lang_of(const Node& node, Lang scene_lang, Lang inherited) {
    const std::string& words = node.name.empty() ? node.description : node.name;
    if (words.empty()) return inherited;
    return has_japanese(words) ? Lang::ja : scene_lang;
}

}  // namespace

void mark_languages(Scene& scene) {
    std::vector<Lang> spoken(scene.nodes.size(), scene.lang);
    for (size_t i = 0; i < scene.nodes.size(); ++i) {
        Node& node = scene.nodes[i];
        const Lang inherited = node.parent < 0 ? scene.lang : spoken[static_cast<size_t>(node.parent)];
        spoken[i] = node.lang ? *node.lang : scene.lang == Lang::ja ? inherited : lang_of(node, scene.lang, inherited);
        if (spoken[i] == inherited)
            node.lang.reset();
        else
            node.lang = spoken[i];
        for (Option& option : node.options)
            if (scene.lang != Lang::ja && has_japanese(option.label) != (spoken[i] == Lang::ja))
                option.lang = has_japanese(option.label) ? Lang::ja : scene.lang;
    }
}

const HitRegion* hit(const Scene& scene, Vec2 window, float scroll_px) {
    const HitRegion* best = nullptr;
    for (const HitRegion& region : scene.regions) {
        const Vec2 p = region.layer == Layer::document ? Vec2{window.x, window.y + scroll_px} : window;
        if (region.rect.contains(p) && (!best || region.layer >= best->layer)) best = &region;
    }
    return best;
}

const Node* neighbour_mark(const Scene& scene, const Node& from, Vec2 direction) {
    const Node *best = nullptr, *aside = nullptr;
    float best_cost = 1e9f, aside_cost = 1e9f;
    for (const Node& node : scene.nodes) {
        if (!node.roving || node.disabled || node.parent != from.parent || &node == &from) continue;
        const Vec2 d = node.rect.center() - from.rect.center();
        const float along = d.x * direction.x + d.y * direction.y;
        const float across = std::abs(d.x * direction.y - d.y * direction.x);
        if (along <= 1) continue;
        const float cost = along + across * 1.5f;
        if (across <= along * 1.73f && cost < best_cost) best_cost = cost, best = &node;
        if (cost < aside_cost) aside_cost = cost, aside = &node;
    }
    return best ? best : aside;
}

}  // namespace atlas::scene

#include "export/crop.h"

#include "export/svg.h"
#include "scene/part.h"

namespace atlas::exporting {
namespace {

bool is_clip(const scene::Mark& mark) {
    return std::holds_alternative<scene::ClipMark>(mark) || std::holds_alternative<scene::ClipEnd>(mark);
}

}  // namespace

std::optional<scene::Scene> crop(const scene::Scene& scene, std::string_view node_id, float margin_px) {
    size_t root = scene.nodes.size();
    for (size_t i = 0; i < scene.nodes.size() && root == scene.nodes.size(); ++i)
        if (scene.nodes[i].id == node_id) root = i;
    if (root == scene.nodes.size()) return std::nullopt;
    const Rect inside = scene.nodes[root].rect, area = inside.grown(margin_px);
    const scene::Placement move{1, {-area.x, -area.y}};
    scene::Scene out;
    out.title = scene.nodes[root].name, out.description = scene.nodes[root].description;
    out.size = {area.w, area.h}, out.document_height = area.h;
    for (const scene::Mark& mark : scene.layer(scene.nodes[root].layer)) {
        if (!is_clip(mark) && !scene::bounds(mark).intersects(inside.grown(2))) continue;
        scene::Mark copy = mark;
        scene::place(copy, move);
        out.layer(scene::Layer::document).push_back(std::move(copy));
    }
    std::vector<int32_t> place(scene.nodes.size(), -1);
    for (size_t i = root; i < scene.nodes.size(); ++i) {
        const int32_t parent = scene.nodes[i].parent;
        if (i != root && (parent < 0 || place[static_cast<size_t>(parent)] < 0)) continue;
        scene::Node node = scene.nodes[i];
        node.parent = i == root ? -1 : place[static_cast<size_t>(parent)];
        node.rect = move(node.rect);
        node.layer = scene::Layer::document, node.action = {}, node.roving = false;
        place[i] = static_cast<int32_t>(out.nodes.size());
        if (out.description.empty()) out.description = node.description;
        out.nodes.push_back(std::move(node));
    }
    return out;
}

std::optional<std::string> chart_svg(const scene::Scene& scene, std::string_view node_id, float margin_px) {
    const std::optional<scene::Scene> alone = crop(scene, node_id, margin_px);
    if (!alone) return std::nullopt;
    return to_svg(*alone, {});
}

}  // namespace atlas::exporting

#include "export/crop.h"

#include "export/svg.h"

namespace atlas::exporting {
namespace {

struct Move {
    Vec2 by;
    void operator()(scene::RectMark& m) const { m.rect = m.rect.moved(by.x, by.y); }
    void operator()(scene::TextMark& m) const { m.baseline = m.baseline + by; }
    void operator()(scene::PathMark& m) const {
        for (Vec2& p : m.points) p = p + by;
    }
    void operator()(scene::SymbolMark& m) const { m.center = m.center + by; }
    void operator()(scene::MapMark& m) const { m.rect = m.rect.moved(by.x, by.y), m.offset = m.offset + by; }
    void operator()(scene::ClipMark& m) const { m.rect = m.rect.moved(by.x, by.y); }
    void operator()(scene::ClipEnd&) const {}
};

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
    const Move move{{-area.x, -area.y}};
    scene::Scene out;
    out.title = scene.nodes[root].name, out.description = scene.nodes[root].description;
    out.size = {area.w, area.h}, out.document_height = area.h;
    for (const scene::Mark& mark : scene.layer(scene.nodes[root].layer)) {
        if (!is_clip(mark) && !scene::bounds(mark).intersects(inside.grown(2))) continue;
        scene::Mark copy = mark;
        std::visit(move, copy);
        out.layer(scene::Layer::document).push_back(std::move(copy));
    }
    std::vector<int32_t> place(scene.nodes.size(), -1);
    for (size_t i = root; i < scene.nodes.size(); ++i) {
        const int32_t parent = scene.nodes[i].parent;
        if (i != root && (parent < 0 || place[static_cast<size_t>(parent)] < 0)) continue;
        scene::Node node = scene.nodes[i];
        node.parent = i == root ? -1 : place[static_cast<size_t>(parent)];
        node.rect = node.rect.moved(move.by.x, move.by.y);
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

#include "scene/part.h"

#include <algorithm>
#include <iterator>
#include <set>

namespace atlas::scene {

namespace {

struct Place {
    const Placement& at;
    void operator()(RectMark& m) const { m.rect = at(m.rect), m.stroke_px *= at.scale, m.radius_px *= at.scale; }
    void operator()(TextMark& m) const { m.baseline = at(m.baseline), m.font.size_px *= at.scale; }
    void operator()(PathMark& m) const {
        for (Vec2& p : m.points) p = at(p);
        m.stroke_px *= at.scale, m.dash_px *= at.scale;
    }
    void operator()(SymbolMark& m) const { m.center = at(m.center), m.radius_px *= at.scale, m.stroke_px *= at.scale; }
    void operator()(MapMark& m) const {
        m.rect = at(m.rect), m.offset = at(m.offset), m.scale *= at.scale;
        for (float* px : {&m.border_px, &m.coast_px, &m.outer_px, &m.emphasis_px}) *px *= at.scale;
    }
    void operator()(ClipMark& m) const { m.rect = at(m.rect); }
    void operator()(ClipEnd&) const {}
};

bool is_clip(const Mark& mark) {
    return std::holds_alternative<ClipMark>(mark) || std::holds_alternative<ClipEnd>(mark);
}

bool is_landmark(Role role) {
    return role == Role::main || role == Role::banner || role == Role::contentinfo || role == Role::complementary ||
           role == Role::navigation;
}

class Adding {
public:
    Adding(Scene& into, const Scene& from, const PartSpec& spec) : into_(into), from_(from), spec_(spec) {}

    bool run() {
        size_t root = 0;
        if (!spec_.root.empty()) {
            while (root < from_.nodes.size() && from_.nodes[root].id != spec_.root) ++root;
            if (root == from_.nodes.size()) return false;
            only_ = &from_.nodes[root];
        }
        std::vector<Mark>& marks = into_.layer(Layer::document);
        marks.emplace_back(ClipMark{spec_.clip});
        for (const Layer layer : {Layer::backdrop, Layer::document}) add_marks(layer, marks);
        marks.emplace_back(ClipEnd{});
        add_marks(Layer::overlay, into_.layer(Layer::overlay));
        add_nodes(root);
        for (const Layer layer : {Layer::backdrop, Layer::document, Layer::overlay}) add_regions(layer);
        return true;
    }

private:
    void add_marks(Layer layer, std::vector<Mark>& marks) {
        const bool floats = layer == Layer::overlay;
        if (only_ && layer != only_->layer && !floats) return;
        for (const Mark& mark : from_.layer(layer)) {
            const Rect wanted = only_ ? only_->rect.grown(2) : spec_.window;
            if (!wanted.empty() && !floats && !is_clip(mark) && !bounds(mark).intersects(wanted)) continue;
            Mark copy = mark;
            place(copy, spec_.at);
            marks.push_back(std::move(copy));
        }
    }

    void add_nodes(size_t root) {
        place_.assign(from_.nodes.size(), -1);
        for (size_t i = root; i < from_.nodes.size(); ++i) {
            const Node& node = from_.nodes[i];
            const bool is_root = only_ ? i == root : node.parent < 0;
            if (!is_root && (node.parent < 0 || place_[static_cast<size_t>(node.parent)] < 0)) continue;
            const int32_t parent = is_root ? spec_.parent : place_[static_cast<size_t>(node.parent)];
            if (node.layer == Layer::chrome) continue;
            // What stands in something that lies outside may lie inside: the map in the page whose panel is left out.
            if (!spec_.at(node.rect).intersects(spec_.clip)) {
                place_[i] = parent;
                continue;
            }
            Node copy = node;
            copy.parent = parent;
            copy.rect =
                node.layer == Layer::overlay ? spec_.at(node.rect) : intersection(spec_.at(node.rect), spec_.clip);
            if (copy.layer == Layer::backdrop) copy.layer = Layer::document;
            if (is_landmark(copy.role)) copy.role = Role::group;
            place_[i] = static_cast<int32_t>(into_.nodes.size());
            into_.nodes.push_back(std::move(copy));
        }
        lower_headings();
    }

    /// The part's highest heading is of the second level, whatever it was on its page, and no level is left out.
    void lower_headings() {
        std::set<uint8_t> levels;
        for (const int32_t at : place_)
            if (at >= 0 && into_.nodes[static_cast<size_t>(at)].role == Role::heading)
                levels.insert(into_.nodes[static_cast<size_t>(at)].level);
        for (const int32_t at : place_) {
            if (at < 0 || into_.nodes[static_cast<size_t>(at)].role != Role::heading) continue;
            uint8_t& level = into_.nodes[static_cast<size_t>(at)].level;
            level = static_cast<uint8_t>(2 + std::distance(levels.begin(), levels.find(level)));
        }
    }

    void add_regions(Layer layer) {
        for (const HitRegion& region : from_.regions) {
            if (region.layer != layer || !is_kept(region.node)) continue;
            HitRegion copy = region;
            copy.rect = intersection(spec_.at(region.rect), spec_.clip);
            if (copy.rect.empty()) continue;
            if (layer == Layer::backdrop) copy.layer = Layer::document;
            into_.regions.push_back(std::move(copy));
        }
    }

    bool is_kept(const std::string& id) const {
        if (id.empty()) return !only_;
        for (size_t i = 0; i < from_.nodes.size(); ++i)
            if (from_.nodes[i].id == id) return place_[i] >= 0;
        return false;
    }

    Scene& into_;
    const Scene& from_;
    const PartSpec& spec_;
    const Node* only_ = nullptr;
    std::vector<int32_t> place_;
};

}  // namespace

void place(Mark& mark, const Placement& at) { std::visit(Place{at}, mark); }

bool add_part(Scene& into, const Scene& from, const PartSpec& spec) { return Adding(into, from, spec).run(); }

void enlarge(Scene& scene, float scale) {
    const Placement at{scale, {}};
    for (const Layer layer : all_layers)
        for (Mark& mark : scene.layer(layer)) place(mark, at);
    for (HitRegion& region : scene.regions) region.rect = at(region.rect);
    for (Node& node : scene.nodes) node.rect = at(node.rect);
    scene.size = scene.size * scale;
    scene.document_height *= scale, scene.safe_top_px *= scale, scene.safe_bottom_px *= scale;
}

}  // namespace atlas::scene

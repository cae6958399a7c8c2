// FeatureSet → MapMesh: project every point once a ring and once a border, triangulate polygon by polygon.
#include <algorithm>
#include <array>
#include <cmath>
#include <span>

#include "core/order.h"
#include "core/strings.h"
#include "geo/coarsen.h"
#include "geo/geo.h"
#include "geo/label.h"
#include "geo/triangulate.h"

namespace atlas::geo {
namespace {

/// Shoelace formula; positive = clockwise on the screen (y downwards).
double signed_area_km2(std::span<const Vec2> ring) {
    double twice = 0;
    for (size_t i = 0, before = ring.size() - 1; i < ring.size(); before = i++) {
        twice += (static_cast<double>(ring[before].x) + static_cast<double>(ring[i].x)) *
                 (static_cast<double>(ring[i].y) - static_cast<double>(ring[before].y));
    }
    return twice / 2;
}

/// Smallest box around points; Rect's own union would forget boxes without area.
struct Box {
    Vec2 low{}, high{};
    bool any = false;
    void add(Vec2 p) {
        low = any ? Vec2{std::min(low.x, p.x), std::min(low.y, p.y)} : p;
        high = any ? Vec2{std::max(high.x, p.x), std::max(high.y, p.y)} : p;
        any = true;
    }
    Rect rect() const { return {low.x, low.y, high.x - low.x, high.y - low.y}; }
};

class MeshBuilder {
public:
    void add_feature(const Feature& feature) {
        index_ = static_cast<uint32_t>(mesh_.feature_codes.size());
        box_ = {}, largest_km2_ = -1;
        mesh_.feature_codes.push_back(feature.code);
        mesh_.feature_rings.push_back(static_cast<uint32_t>(mesh_.ring_first.size()));
        mesh_.feature_labels.push_back({});
        mesh_.feature_main.push_back(static_cast<uint32_t>(mesh_.ring_first.size()));
        mesh_.feature_main_bounds.push_back({});
        for (const Polygon& polygon : feature.polygons) add_polygon(polygon);
        mesh_.feature_bounds.push_back(box_.rect());
        if (!box_.any) return;
        whole_.add(box_.low), whole_.add(box_.high);
        tell_main_part();
    }

    void add_border(const Border& border) {
        MapMesh::Line line{static_cast<uint32_t>(mesh_.line_points.size()), static_cast<uint32_t>(border.points.size()),
                           border.left, border.right, MapMesh::LineKind::coast};
        const auto code = [this](int32_t feature) { return mesh_.feature_codes[static_cast<size_t>(feature)]; };
        if (border.outer || (border.right >= 0 && in_two_prefectures(code(border.left), code(border.right))))
            line.kind = MapMesh::LineKind::outer;
        else if (border.right >= 0)
            line.kind = MapMesh::LineKind::inner;
        for (const LonLat& point : border.points) mesh_.line_points.push_back(project(point));
        mesh_.lines.push_back(line);
    }

    MapMesh finish() {
        mesh_.feature_rings.push_back(static_cast<uint32_t>(mesh_.ring_first.size()));
        mesh_.ring_first.push_back(static_cast<uint32_t>(mesh_.vertices.size()));
        mesh_.bounds = whole_.rect();
        mesh_.id = content_id();
        mesh_.coarser = coarser_forms(mesh_);
        return std::move(mesh_);
    }

private:
    void add_polygon(const Polygon& polygon) {
        if (polygon.rings.empty() || polygon.rings.front().size() < 3) return;
        const size_t first_vertex = mesh_.vertices.size(), first_ring = mesh_.ring_first.size();
        for (size_t r = 0; r < polygon.rings.size(); ++r)
            if (polygon.rings[r].size() >= 3) add_ring(polygon.rings[r], r > 0);
        mesh_.vertex_feature.resize(mesh_.vertices.size(), index_);

        const Rings rings = rings_from(first_ring, mesh_.ring_first.size());
        for (const uint32_t corner : triangulate(rings))
            mesh_.triangles.push_back(static_cast<uint32_t>(first_vertex) + corner);

        const double area_km2 = signed_area_km2(rings.front());
        if (area_km2 <= largest_km2_) return;
        largest_km2_ = area_km2;
        largest_rings_ = {first_ring, mesh_.ring_first.size()};
    }

    /// Outlines run clockwise on the screen and holes the other way, so that non-zero and even-odd filling agree.
    void add_ring(const Ring& ring, bool hole) {
        const size_t first = mesh_.vertices.size();
        for (const LonLat& point : ring) {
            mesh_.vertices.push_back(project(point));
            box_.add(mesh_.vertices.back());
        }
        const std::span<Vec2> points{mesh_.vertices.data() + first, ring.size()};
        if ((signed_area_km2(points) < 0) != hole) std::reverse(points.begin(), points.end());
        mesh_.ring_first.push_back(static_cast<uint32_t>(first));
        mesh_.ring_is_hole.push_back(hole);
    }

    Rings rings_from(size_t first, size_t end) const {
        Rings rings;
        for (size_t r = first; r < end; ++r) {
            const size_t begin = mesh_.ring_first[r];
            const bool last = r + 1 == mesh_.ring_first.size();
            const size_t behind = last ? mesh_.vertices.size() : mesh_.ring_first[r + 1];
            rings.emplace_back(mesh_.vertices.data() + begin, behind - begin);
        }
        return rings;
    }

    void tell_main_part() {
        const Rings rings = rings_from(largest_rings_[0], largest_rings_[1]);
        Box box;
        for (const Vec2 p : rings.front()) box.add(p);
        mesh_.feature_main.back() = static_cast<uint32_t>(largest_rings_[0]);
        mesh_.feature_main_bounds.back() = box.rect();
        mesh_.feature_labels.back() = label_point(rings);
    }

    /// A hash of the content names the mesh: no counter to share, the same in every run, and equal meshes may well
    /// share what the GPU holds.
    uint64_t content_id() const {
        const auto bytes = [](const auto& items) {
            return std::string_view(reinterpret_cast<const char*>(items.data()), items.size() * sizeof(items[0]));
        };
        uint64_t hash = hash_bytes(bytes(mesh_.vertices));
        hash = hash_bytes(bytes(mesh_.ring_first), hash);
        hash = hash_bytes(bytes(mesh_.feature_rings), hash);
        hash = hash_bytes(bytes(mesh_.line_points), hash);
        hash = hash_bytes(bytes(mesh_.lines), hash);
        for (const std::string& code : mesh_.feature_codes) hash = hash_bytes(code, hash_bytes("/", hash));
        return hash == 0 ? 1 : hash;
    }

    MapMesh mesh_;
    Box whole_, box_;
    uint32_t index_ = 0;
    double largest_km2_ = -1;
    std::array<size_t, 2> largest_rings_{};
};

}  // namespace

bool in_two_prefectures(const std::string& a, const std::string& b) {
    return a.size() == 5 && b.size() == 5 && a.compare(0, 2, b, 0, 2) != 0;
}

MapMesh make_mesh(const FeatureSet& set) {
    MeshBuilder builder;
    for (const Feature& feature : set.features) builder.add_feature(feature);
    std::vector<uint32_t> keys;
    for (const Border& border : set.borders) keys.push_back(static_cast<uint32_t>(border.left));
    for (const uint32_t border : ascending(keys)) builder.add_border(set.borders[border]);
    return builder.finish();
}

}  // namespace atlas::geo

#include "geo/coarsen.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <limits>
#include <unordered_map>

#include "geo/triangulate.h"

namespace atlas::geo {
namespace {

/// A window of 1280 px shows the country at 3 km a pixel, a phone with its dense screen at 1: half a pixel of each, and of
/// what lies between them and the boundaries' own fineness.
constexpr float tolerances_km[] = {0.4f, 0.8f, 1.2f, 2.0f};

float distance(Vec2 p, Vec2 a, Vec2 b) {
    const Vec2 ab = b - a, ap = p - a;
    const float length2 = ab.x * ab.x + ab.y * ab.y;
    const float t = length2 > 0 ? std::clamp((ap.x * ab.x + ap.y * ab.y) / length2, 0.f, 1.f) : 0.f;
    return std::hypot(ap.x - t * ab.x, ap.y - t * ab.y);
}

/// The same point in a ring and in its border has the same bits.
uint64_t key_of(Vec2 p) {
    static_assert(sizeof(Vec2) == sizeof(uint64_t));
    uint64_t key = 0;
    std::memcpy(&key, &p, sizeof key);  // this libc++ has no std::bit_cast
    return key;
}

using Tolerances = std::unordered_map<uint64_t, float>;

/// Of every point of the borders, the largest where several lines share it.
Tolerances tolerances_of(const MapMesh& mesh, std::vector<float>& of_line_points) {
    Tolerances all;
    all.reserve(mesh.line_points.size());
    for (const MapMesh::Line& line : mesh.lines) {
        const std::span<const Vec2> points{mesh.line_points.data() + line.first, line.count};
        const std::vector<float> own = vanishing_tolerances(points);
        std::copy(own.begin(), own.end(), &of_line_points[line.first]);
        for (size_t i = 0; i < points.size(); ++i) {
            float& most = all[key_of(points[i])];
            most = std::max(most, own[i]);
        }
    }
    return all;
}

class Coarsening {
public:
    Coarsening(const MapMesh& mesh, const Tolerances& tolerances, float tolerance_km)
        : mesh_(mesh), tolerances_(tolerances) {
        out_.tolerance_km = tolerance_km;
    }

    MapMesh::Coarser areas_and_lines(const std::vector<float>& of_line_points) {
        for (size_t f = 0; f < mesh_.features(); ++f) {
            const size_t end = mesh_.feature_rings[f + 1];
            for (size_t r = mesh_.feature_rings[f]; r < end;) {
                size_t next = r + 1;
                while (next < end && mesh_.ring_is_hole[next]) ++next;
                add_polygon(r, next, r == mesh_.feature_main[f]);
                r = next;
            }
        }
        for (const MapMesh::Line& line : mesh_.lines) add_line(line, of_line_points);
        return std::move(out_);
    }

private:
    bool stays(float tolerance_km) const { return tolerance_km > out_.tolerance_km; }

    /// Vertices of a ring that stay; empty when it is no longer a polygon.
    std::vector<uint32_t> ring_at(size_t r, bool always) const {
        std::vector<uint32_t> kept;
        for (uint32_t v = mesh_.ring_first[r]; v < mesh_.ring_first[r + 1]; ++v) {
            const auto found = tolerances_.find(key_of(mesh_.vertices[v]));
            if (found == tolerances_.end() || stays(found->second)) kept.push_back(v);
        }
        if (kept.size() >= 3) return kept;
        kept.clear();
        for (uint32_t v = mesh_.ring_first[r]; always && v < mesh_.ring_first[r + 1]; ++v) kept.push_back(v);
        return kept;
    }

    void add_polygon(size_t first_ring, size_t end_ring, bool is_main) {
        std::vector<uint32_t> vertices = ring_at(first_ring, is_main);
        if (vertices.empty()) return;
        std::vector<size_t> ends{vertices.size()};
        for (size_t r = first_ring + 1; r < end_ring; ++r) {
            const std::vector<uint32_t> hole = ring_at(r, false);
            if (hole.empty()) continue;
            vertices.insert(vertices.end(), hole.begin(), hole.end());
            ends.push_back(vertices.size());
        }
        std::vector<Vec2> points;
        for (const uint32_t v : vertices) points.push_back(mesh_.vertices[v]);
        Rings rings;
        for (size_t k = 0, begin = 0; k < ends.size(); begin = ends[k++])
            rings.emplace_back(points.data() + begin, ends[k] - begin);
        for (const uint32_t corner : triangulate(rings)) out_.triangles.push_back(vertices[corner]);
    }

    void add_line(const MapMesh::Line& line, const std::vector<float>& tolerances) {
        MapMesh::Line kept = line;
        kept.first = static_cast<uint32_t>(out_.line_points.size());
        for (uint32_t i = line.first; i < line.first + line.count; ++i)
            if (stays(tolerances[i])) out_.line_points.push_back(mesh_.line_points[i]);
        kept.count = static_cast<uint32_t>(out_.line_points.size()) - kept.first;
        const bool vanished =
            kept.count == 2 && key_of(out_.line_points[kept.first]) == key_of(out_.line_points.back());
        if (vanished) out_.line_points.resize(kept.first), kept.count = 0;
        out_.lines.push_back(kept);
    }

    const MapMesh& mesh_;
    const Tolerances& tolerances_;
    MapMesh::Coarser out_;
};

}  // namespace

std::vector<float> vanishing_tolerances(std::span<const Vec2> line) {
    constexpr float always = std::numeric_limits<float>::infinity();
    std::vector<float> out(line.size(), 0);
    if (line.empty()) return out;
    out.front() = out.back() = always;
    struct Part {
        size_t first, last;
        float most;
    };
    std::vector<Part> open{{0, line.size() - 1, always}};
    while (!open.empty()) {
        const Part part = open.back();
        open.pop_back();
        size_t furthest = part.first;
        float most = -1;
        for (size_t i = part.first + 1; i < part.last; ++i) {
            const float d = distance(line[i], line[part.first], line[part.last]);
            if (d > most) most = d, furthest = i;
        }
        if (most < 0) continue;
        // A point cannot outlive the one that divided its part of the line.
        out[furthest] = std::min(most, part.most);
        open.push_back({part.first, furthest, out[furthest]});
        open.push_back({furthest, part.last, out[furthest]});
    }
    return out;
}

std::vector<MapMesh::Coarser> coarser_forms(const MapMesh& mesh) {
    std::vector<float> of_line_points(mesh.line_points.size());
    const Tolerances tolerances = tolerances_of(mesh, of_line_points);
    std::vector<MapMesh::Coarser> forms;
    for (const float tolerance_km : tolerances_km)
        forms.push_back(Coarsening(mesh, tolerances, tolerance_km).areas_and_lines(of_line_points));
    return forms;
}

}  // namespace atlas::geo

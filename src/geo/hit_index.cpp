#include <algorithm>
#include <cmath>

#include "geo/geo.h"

namespace atlas::geo {
namespace {

/// Does the edge cross the ray from `p` to the right? Half-open in y, and computed in the same order whichever way the
/// edge runs: of two features that share it, exactly one gets a point that lies on it.
bool crosses_ray(Vec2 a, Vec2 b, Vec2 p) {
    if ((a.y > p.y) == (b.y > p.y)) return false;
    if (a.y > b.y) std::swap(a, b);
    const double ax = static_cast<double>(a.x), ay = static_cast<double>(a.y);
    const double side = (static_cast<double>(b.x) - ax) * (static_cast<double>(p.y) - ay) -
                        (static_cast<double>(b.y) - ay) * (static_cast<double>(p.x) - ax);
    return side > 0;
}

bool odd_crossings(const MapMesh& mesh, uint32_t ring, Vec2 p) {
    bool odd = false;
    const uint32_t first = mesh.ring_first[ring], end = mesh.ring_first[ring + 1];
    for (uint32_t i = first, before = end - 1; i < end; before = i++)
        if (crosses_ray(mesh.vertices[before], mesh.vertices[i], p)) odd = !odd;
    return odd;
}

/// Column or row of a coordinate; outside the grid the nearest one, whose rings then tell the truth.
int cell_of(float position, float start, float cell_km, int count) {
    const float last = static_cast<float>(count - 1);
    return static_cast<int>(std::clamp((position - start) / cell_km, 0.f, last));
}

}  // namespace

HitIndex::HitIndex(MapMeshPtr mesh) : mesh_(std::move(mesh)) {
    if (!mesh_ || mesh_->ring_first.size() < 2) return;
    const Rect& b = mesh_->bounds;
    const auto rings = static_cast<uint32_t>(mesh_->ring_first.size() - 1);
    // About four cells a ring, so that a cell knows few rings; not more than fit a small array.
    const float cells = std::clamp(static_cast<float>(rings) * 4.f, 16.f, 8192.f);
    cell_km_ = std::max({std::sqrt(b.w * b.h / cells), std::max(b.w, b.h) / 256, 1e-3f});
    columns_ = static_cast<int>(b.w / cell_km_) + 1;
    rows_ = static_cast<int>(b.h / cell_km_) + 1;

    // Counting sort: the first sweep counts the rings of each cell, the second puts them in, in ascending order.
    cell_first_.assign(static_cast<size_t>(columns_) * static_cast<size_t>(rows_) + 1, 0);
    each_cell_of_each_ring([this](size_t cell, uint32_t) { ++cell_first_[cell + 1]; });
    for (size_t i = 1; i < cell_first_.size(); ++i) cell_first_[i] += cell_first_[i - 1];
    cell_rings_.resize(cell_first_.back());
    std::vector<uint32_t> next(cell_first_.begin(), cell_first_.end() - 1);
    each_cell_of_each_ring([&](size_t cell, uint32_t ring) { cell_rings_[next[cell]++] = ring; });
}

template <class Visit>
void HitIndex::each_cell_of_each_ring(Visit visit) const {
    const MapMesh& mesh = *mesh_;
    for (uint32_t ring = 0; ring + 1 < mesh.ring_first.size(); ++ring) {
        Vec2 low = mesh.vertices[mesh.ring_first[ring]], high = low;
        for (uint32_t i = mesh.ring_first[ring]; i < mesh.ring_first[ring + 1]; ++i) {
            const Vec2 p = mesh.vertices[i];
            low = {std::min(low.x, p.x), std::min(low.y, p.y)};
            high = {std::max(high.x, p.x), std::max(high.y, p.y)};
        }
        const int left = cell_of(low.x, mesh.bounds.x, cell_km_, columns_);
        const int right = cell_of(high.x, mesh.bounds.x, cell_km_, columns_);
        const int top = cell_of(low.y, mesh.bounds.y, cell_km_, rows_);
        const int bottom = cell_of(high.y, mesh.bounds.y, cell_km_, rows_);
        for (int row = top; row <= bottom; ++row)
            for (int column = left; column <= right; ++column)
                visit(static_cast<size_t>(row) * static_cast<size_t>(columns_) + static_cast<size_t>(column), ring);
    }
}

int HitIndex::feature_at(Vec2 plane_km) const {
    if (columns_ == 0 || !std::isfinite(plane_km.x) || !std::isfinite(plane_km.y)) return -1;
    const MapMesh& mesh = *mesh_;
    const int column = cell_of(plane_km.x, mesh.bounds.x, cell_km_, columns_);
    const int row = cell_of(plane_km.y, mesh.bounds.y, cell_km_, rows_);
    const size_t cell = static_cast<size_t>(row) * static_cast<size_t>(columns_) + static_cast<size_t>(column);

    // Rings stand in the order of their features. A ring that does not touch the cell cannot hold the point, so the
    // parity of those that do decides; a hole's crossing cancels its outline's.
    bool inside = false;
    uint32_t feature = 0;
    for (uint32_t i = cell_first_[cell]; i < cell_first_[cell + 1]; ++i) {
        const uint32_t ring = cell_rings_[i], owner = mesh.vertex_feature[mesh.ring_first[ring]];
        if (owner != feature) {
            if (inside) break;
            feature = owner;
        }
        if (odd_crossings(mesh, ring, plane_km)) inside = !inside;
    }
    return inside ? static_cast<int>(feature) : -1;
}

}  // namespace atlas::geo

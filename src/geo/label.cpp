#include "geo/label.h"

#include <cmath>
#include <limits>
#include <numbers>
#include <queue>

namespace atlas::geo {
namespace {

constexpr float good_enough = 1.1f;    // a label does not gain from the last tenth of clearance, the start-up time does
constexpr int most_cells = 2000;       // against polygons that no label search can make sense of
constexpr size_t sketch_points = 64;   // a coast of thousands of points has its pole where its sketch has it, mostly
constexpr float sketch_trust = 0.85f;  // … and where less of the sketch's clearance is left, the whole outline decides

/// An edge with what the distance needs precomputed, since every cell looks at every edge.
struct Edge {
    Vec2 a, along;
    float inverse_length2;
};

std::vector<Edge> edges_of(const std::vector<std::span<const Vec2>>& rings) {
    std::vector<Edge> edges;
    for (const auto& ring : rings) {
        for (size_t i = 0, before = ring.size() - 1; i < ring.size(); before = i++) {
            const Vec2 along = ring[i] - ring[before];
            const float length2 = along.x * along.x + along.y * along.y;
            edges.push_back({ring[before], along, length2 > 0 ? 1 / length2 : 0.f});
        }
    }
    return edges;
}

/// Distance to the nearest edge, negative outside.
float clearance(Vec2 p, const std::vector<Edge>& edges) {
    bool inside = false;
    float nearest2 = std::numeric_limits<float>::max();
    for (const Edge& e : edges) {
        const Vec2 to = p - e.a;
        const float t = std::clamp((to.x * e.along.x + to.y * e.along.y) * e.inverse_length2, 0.f, 1.f);
        const float dx = to.x - t * e.along.x, dy = to.y - t * e.along.y;
        nearest2 = std::min(nearest2, dx * dx + dy * dy);
        const bool starts_above = to.y < 0, ends_above = to.y < e.along.y;
        if (starts_above != ends_above && (to.x * e.along.y < to.y * e.along.x) == (e.along.y > 0)) inside = !inside;
    }
    const float distance = std::sqrt(nearest2);
    return inside ? distance : -distance;
}

struct Cell {
    Vec2 center;
    float half;      // of its side
    float distance;  // clearance at the centre
    float promise;   // no point of the cell has more clearance than this
    bool operator<(const Cell& o) const { return promise < o.promise; }
};

Cell cell_at(Vec2 center, float half, const std::vector<Edge>& edges) {
    const float distance = clearance(center, edges);
    return {center, half, distance, distance + half * std::numbers::sqrt2_v<float>};
}

/// Centre of mass of the outline: for most compact areas already close to the answer.
Vec2 centroid(std::span<const Vec2> ring) {
    double area2 = 0, x = 0, y = 0;
    for (size_t i = 0, before = ring.size() - 1; i < ring.size(); before = i++) {
        const Vec2 a = ring[before] - ring[0], b = ring[i] - ring[0];  // relative: no cancellation far from the origin
        const double cross =
            static_cast<double>(a.x) * static_cast<double>(b.y) - static_cast<double>(b.x) * static_cast<double>(a.y);
        area2 += cross;
        x += cross * static_cast<double>(a.x + b.x);
        y += cross * static_cast<double>(a.y + b.y);
    }
    if (area2 == 0) return ring[0];
    return ring[0] + Vec2{static_cast<float>(x / (3 * area2)), static_cast<float>(y / (3 * area2))};
}

/// The rings with at most about `points` of their points, evenly taken.
std::vector<std::vector<Vec2>> sketch_of(const std::vector<std::span<const Vec2>>& rings, size_t points) {
    size_t all = 0;
    for (const auto& ring : rings) all += ring.size();
    const size_t step = all / points + 1;
    std::vector<std::vector<Vec2>> sketch(rings.size());
    for (size_t r = 0; r < rings.size(); ++r)
        for (size_t i = 0; i < rings[r].size(); i += step) sketch[r].push_back(rings[r][i]);
    return sketch;
}

Cell search(const std::vector<std::span<const Vec2>>& rings, Vec2 low, Vec2 size) {
    const std::vector<Edge> edges = edges_of(rings);
    Cell best = cell_at(centroid(rings.front()), 0, edges);
    std::priority_queue<Cell> open;
    // Square cells as large as the shorter side, but not a thousand of them along a needle.
    const float side = std::max(std::min(size.x, size.y), std::max(size.x, size.y) / 32);
    for (float y = 0; y < size.y; y += side)
        for (float x = 0; x < size.x; x += side)
            open.push(cell_at(low + Vec2{x + side / 2, y + side / 2}, side / 2, edges));

    for (int looked_at = 0; !open.empty() && looked_at < most_cells; ++looked_at) {
        const Cell cell = open.top();
        open.pop();
        if (cell.distance > best.distance) best = cell;
        const float enough = std::max(best.distance, 0.f) * good_enough;
        if (cell.promise <= enough) break;
        const float half = cell.half / 2;
        for (const Vec2 step : {Vec2{-half, -half}, Vec2{half, -half}, Vec2{-half, half}, Vec2{half, half}}) {
            const Cell child = cell_at(cell.center + step, half, edges);
            if (child.promise > enough) open.push(child);
        }
    }
    return best;
}

}  // namespace

Vec2 label_point(const std::vector<std::span<const Vec2>>& rings) {
    const std::span<const Vec2> outline = rings.front();
    Vec2 low = outline[0], high = outline[0];
    for (const Vec2 p : outline) {
        low = {std::min(low.x, p.x), std::min(low.y, p.y)};
        high = {std::max(high.x, p.x), std::max(high.y, p.y)};
    }
    const Vec2 size = high - low;
    if (size.x <= 0 || size.y <= 0) return outline[0];

    if (outline.size() > sketch_points) {
        const std::vector<std::vector<Vec2>> sketch = sketch_of(rings, sketch_points);
        const Cell found = search({sketch.begin(), sketch.end()}, low, size);
        const float kept = clearance(found.center, edges_of(rings));
        if (kept > 0 && kept >= found.distance * sketch_trust) return found.center;
    }
    const Cell best = search(rings, low, size);
    return best.distance > 0 ? best.center : outline[0];
}

}  // namespace atlas::geo

// Borders for features that came without topology: equal edges of two features are found by sorting them.
#include <algorithm>

#include "geo/geo.h"

namespace atlas::geo {
namespace {

constexpr int32_t sea = -1;

bool equal(LonLat a, LonLat b) { return a.lon_deg == b.lon_deg && a.lat_deg == b.lat_deg; }

bool less(LonLat a, LonLat b) { return a.lon_deg != b.lon_deg ? a.lon_deg < b.lon_deg : a.lat_deg < b.lat_deg; }

struct Edge {
    LonLat a, b;  // a before b, so that both directions compare equal
    int32_t feature;
    uint32_t position;  // in the order of walking all rings
};

std::vector<Edge> sorted_edges(const std::vector<Feature>& features) {
    std::vector<Edge> edges;
    for (size_t f = 0; f < features.size(); ++f)
        for (const Polygon& polygon : features[f].polygons)
            for (const Ring& ring : polygon.rings)
                for (size_t i = 0; i < ring.size(); ++i) {
                    LonLat a = ring[i], b = ring[(i + 1) % ring.size()];
                    if (less(b, a)) std::swap(a, b);
                    edges.push_back({a, b, static_cast<int32_t>(f), static_cast<uint32_t>(edges.size())});
                }
    std::sort(edges.begin(), edges.end(), [](const Edge& x, const Edge& y) {
        if (!equal(x.a, y.a)) return less(x.a, y.a);
        if (!equal(x.b, y.b)) return less(x.b, y.b);
        return x.position < y.position;
    });
    return edges;
}

/// The feature behind each edge, in the order of walking all rings.
std::vector<int32_t> neighbours(const std::vector<Feature>& features) {
    const std::vector<Edge> edges = sorted_edges(features);
    std::vector<int32_t> behind(edges.size(), sea);
    for (size_t i = 0; i + 1 < edges.size(); ++i) {
        const Edge &one = edges[i], &other = edges[i + 1];
        if (!equal(one.a, other.a) || !equal(one.b, other.b)) continue;
        behind[one.position] = other.feature;
        behind[other.position] = one.feature;
        ++i;
    }
    return behind;
}

/// Cuts one ring where its neighbour changes. `behind` is the ring's part of neighbours().
void cut_ring(const Ring& ring, const int32_t* behind, int32_t feature, bool feature_on_left,
              std::vector<Border>& out) {
    const size_t count = ring.size();
    size_t start = 0;  // a change of neighbour, so that no piece is cut at the ring's first point without need
    while (start < count && behind[start] == behind[(start + count - 1) % count]) ++start;
    if (start == count) start = 0;
    for (size_t done = 0; done < count;) {
        const int32_t other = behind[(start + done) % count];
        Border border{{ring[(start + done) % count]}, feature, other};
        for (; done < count && behind[(start + done) % count] == other; ++done)
            border.points.push_back(ring[(start + done + 1) % count]);
        const bool told_by_the_other = other != sea && other < feature;
        if (other == feature || told_by_the_other) continue;
        if (!feature_on_left) std::reverse(border.points.begin(), border.points.end());
        out.push_back(std::move(border));
    }
}

}  // namespace

bool is_counter_clockwise(const Ring& ring) {
    double twice = 0;
    for (size_t i = 0, before = ring.size() - 1; i < ring.size(); before = i++)
        twice += (ring[before].lon_deg - ring[0].lon_deg) * (ring[i].lat_deg - ring[0].lat_deg) -
                 (ring[i].lon_deg - ring[0].lon_deg) * (ring[before].lat_deg - ring[0].lat_deg);
    return twice > 0;
}

std::vector<Border> find_borders(const std::vector<Feature>& features) {
    const std::vector<int32_t> behind = neighbours(features);
    std::vector<Border> borders;
    const int32_t* next = behind.data();
    for (size_t f = 0; f < features.size(); ++f)
        for (const Polygon& polygon : features[f].polygons)
            for (size_t r = 0; r < polygon.rings.size(); ++r) {
                const Ring& ring = polygon.rings[r];
                const bool hole = r > 0;
                cut_ring(ring, next, static_cast<int32_t>(f), is_counter_clockwise(ring) != hole, borders);
                next += ring.size();
            }
    return borders;
}

}  // namespace atlas::geo

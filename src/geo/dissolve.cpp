// Features joined into groups, such as prefectures into regional blocks: the borders within a group go, and the outlines
// are put together anew from those that remain.
#include <cmath>
#include <numbers>

#include "geo/geo.h"

namespace atlas::geo {
namespace {

bool meet(LonLat a, LonLat b) { return a.lon_deg == b.lon_deg && a.lat_deg == b.lat_deg; }

/// Walks pieces of outline, each with its group on the left hand, from end to beginning until they close.
class Stitcher {
public:
    void add(std::vector<LonLat> piece) {
        if (piece.size() < 2) return;
        pieces_.push_back(std::move(piece));
    }

    std::vector<Ring> rings() {
        std::vector<Ring> out;
        std::vector<bool> used(pieces_.size());
        for (size_t start = 0; start < pieces_.size(); ++start) {
            if (used[start]) continue;
            Ring ring;
            for (size_t piece = start; !used[piece];) {
                used[piece] = true;
                const std::vector<LonLat>& points = pieces_[piece];
                ring.insert(ring.end(), points.begin(), points.end() - 1);
                for (size_t next = 0; next < pieces_.size(); ++next)
                    if (!used[next] && meet(points.back(), pieces_[next].front())) piece = next;
            }
            if (ring.size() >= 3) out.push_back(std::move(ring));
        }
        return out;
    }

private:
    std::vector<std::vector<LonLat>> pieces_;
};

bool contains(const Ring& ring, LonLat p) {
    bool inside = false;
    for (size_t i = 0, before = ring.size() - 1; i < ring.size(); before = i++) {
        const LonLat a = ring[before], b = ring[i];
        if ((a.lat_deg > p.lat_deg) == (b.lat_deg > p.lat_deg)) continue;
        if (p.lon_deg < a.lon_deg + (b.lon_deg - a.lon_deg) * (p.lat_deg - a.lat_deg) / (b.lat_deg - a.lat_deg))
            inside = !inside;
    }
    return inside;
}

/// With the group on the left hand an outline runs counter-clockwise and a hole the other way.
std::vector<Polygon> polygons_of(std::vector<Ring> rings) {
    std::vector<Polygon> out;
    std::vector<Ring> holes;
    for (Ring& ring : rings)
        if (is_counter_clockwise(ring))
            out.push_back({{std::move(ring)}});
        else
            holes.push_back(std::move(ring));
    for (Ring& hole : holes)
        for (Polygon& polygon : out)
            if (contains(polygon.rings.front(), hole.front())) {
                polygon.rings.push_back(std::move(hole));
                break;
            }
    return out;
}

/// Twice the area between a ring and the equator, on a sphere of radius 1. Chamberlain and Duquette, "Some Algorithms for
/// Polygons on a Sphere" (JPL 07-03, 2007).
double twice_area(const Ring& ring) {
    constexpr double radians = std::numbers::pi / 180;
    double sum = 0;
    for (size_t i = 0, before = ring.size() - 1; i < ring.size(); before = i++)
        sum += (ring[i].lon_deg - ring[before].lon_deg) * radians *
               (2 + std::sin(ring[i].lat_deg * radians) + std::sin(ring[before].lat_deg * radians));
    return std::abs(sum);
}

}  // namespace

FeatureSet dissolve(const FeatureSet& set, const std::vector<size_t>& group_of, const std::vector<std::string>& codes) {
    FeatureSet out;
    out.source = set.source;
    std::vector<Stitcher> stitchers(codes.size());
    const auto group = [&](int32_t feature) {
        return feature < 0 ? -1 : static_cast<int32_t>(group_of[static_cast<size_t>(feature)]);
    };
    for (const Border& border : set.borders) {
        const int32_t left = group(border.left), right = group(border.right);
        if (left == right) continue;
        out.borders.push_back({border.points, left, right, border.outer});
        stitchers[static_cast<size_t>(left)].add(border.points);
        if (right >= 0) stitchers[static_cast<size_t>(right)].add({border.points.rbegin(), border.points.rend()});
    }
    for (size_t g = 0; g < codes.size(); ++g) out.features.push_back({codes[g], polygons_of(stitchers[g].rings())});
    return out;
}

double area_km2(const Feature& feature) {
    constexpr double radius_km = 6371.0072;  // of the sphere with the area of GRS 80
    double twice = 0;
    for (const Polygon& polygon : feature.polygons)
        for (size_t r = 0; r < polygon.rings.size(); ++r) twice += (r == 0 ? 1 : -1) * twice_area(polygon.rings[r]);
    return twice / 2 * radius_km * radius_km;
}

}  // namespace atlas::geo

#include "chart/map_cluster.h"

#include <limits>

namespace atlas::chart {
namespace {

/// Distance below which two must be joined.
float needed_px(const MarkerCluster& a, const MarkerCluster& b, const MarkSizes& sizes) {
    return std::max(marker_distance_px, sizes.radius_px(a.members.size()) + sizes.radius_px(b.members.size()) + 3);
}

void join(MarkerCluster& into, const MarkerCluster& other) {
    const auto a = static_cast<float>(into.members.size()), b = static_cast<float>(other.members.size());
    into.center = (into.center * a + other.center * b) * (1 / (a + b));
    into.members.insert(into.members.end(), other.members.begin(), other.members.end());
    std::sort(into.members.begin(), into.members.end());
}

/// The nearest of the later clusters, by share of the distance that both need.
struct Nearest {
    size_t other = 0;
    float share = std::numeric_limits<float>::max();
};

Nearest nearest_of(const std::vector<MarkerCluster>& clusters, size_t a, const MarkSizes& sizes) {
    Nearest nearest;
    for (size_t b = a + 1; b < clusters.size(); ++b) {
        const float share =
            length(clusters[a].center - clusters[b].center) / needed_px(clusters[a], clusters[b], sizes);
        if (share < nearest.share) nearest = {b, share};
    }
    return nearest;
}

}  // namespace

float cluster_radius_px(size_t members) { return MarkSizes{}.radius_px(members); }

std::vector<MarkerCluster> cluster_points(const std::vector<Vec2>& points_px, const MarkSizes& sizes) {
    std::vector<MarkerCluster> clusters;
    for (size_t i = 0; i < points_px.size(); ++i) clusters.push_back({points_px[i], {i}});
    // Each remembers its nearest: a join changes only the two, and those that had one of them as their nearest.
    std::vector<Nearest> nearest;
    for (size_t i = 0; i < clusters.size(); ++i) nearest.push_back(nearest_of(clusters, i, sizes));
    for (;;) {
        size_t a = 0;
        for (size_t i = 1; i < nearest.size(); ++i)
            if (nearest[i].share < nearest[a].share) a = i;
        if (nearest.empty() || nearest[a].share >= 1) return clusters;
        const size_t b = nearest[a].other;
        join(clusters[a], clusters[b]);
        clusters.erase(clusters.begin() + static_cast<std::ptrdiff_t>(b));
        nearest.erase(nearest.begin() + static_cast<std::ptrdiff_t>(b));
        for (size_t i = 0; i < clusters.size(); ++i) {
            if (i == a || nearest[i].other == a || nearest[i].other == b) {
                nearest[i] = nearest_of(clusters, i, sizes);
                continue;
            }
            if (nearest[i].other > b) --nearest[i].other;
            if (i > a) continue;
            // The joined one has moved, and may now be nearer than what was nearest.
            const float share =
                length(clusters[i].center - clusters[a].center) / needed_px(clusters[i], clusters[a], sizes);
            if (share < nearest[i].share) nearest[i] = {a, share};
        }
    }
}

}  // namespace atlas::chart

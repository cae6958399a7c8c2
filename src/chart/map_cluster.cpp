#include "chart/map_cluster.h"

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

}  // namespace

float cluster_radius_px(size_t members) { return MarkSizes{}.radius_px(members); }

std::vector<MarkerCluster> cluster_points(const std::vector<Vec2>& points_px, const MarkSizes& sizes) {
    std::vector<MarkerCluster> clusters;
    for (size_t i = 0; i < points_px.size(); ++i) clusters.push_back({points_px[i], {i}});
    for (;;) {
        size_t best_a = 0, best_b = 0;
        float best = 1;
        for (size_t a = 0; a < clusters.size(); ++a)
            for (size_t b = a + 1; b < clusters.size(); ++b) {
                const float share =
                    length(clusters[a].center - clusters[b].center) / needed_px(clusters[a], clusters[b], sizes);
                if (share < best) best = share, best_a = a, best_b = b;
            }
        if (best >= 1) return clusters;
        join(clusters[best_a], clusters[best_b]);
        clusters.erase(clusters.begin() + static_cast<std::ptrdiff_t>(best_b));
    }
}

}  // namespace atlas::chart

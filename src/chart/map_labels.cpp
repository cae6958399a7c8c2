#include "chart/map_labels.h"

#include <algorithm>

#include "chart/map_shape.h"

namespace atlas::chart {
namespace {

struct Candidate {
    size_t feature;
    MainShape main;
    float area;
};

/// The name's box lies inside the area when its corners, edges' middles and centre do.
bool lies_inside(const LabelRequest& request, const MainShape& main, const Rect& box) {
    const Vec2 c = box.center();
    const Vec2 samples[] = {{box.x, box.y}, {box.right(), box.bottom()}, {box.right(), box.y}, {box.x, box.bottom()},
                            {c.x, box.y},   {c.x, box.bottom()},         {box.x, c.y},         {box.right(), c.y},
                            {c.x, c.y}};
    for (const Vec2 sample : samples)
        if (!ring_contains(request.mesh, main.ring, request.transform.to_plane(sample))) return false;
    return true;
}

bool is_free(const LabelRequest& request, const std::vector<MapLabel>& placed, const Rect& box) {
    const Rect room = box.grown(2);
    if (room.x < request.rect.x || room.y < request.rect.y || room.right() > request.rect.right() ||
        room.bottom() > request.rect.bottom())
        return false;
    for (const Rect& obstacle : request.obstacles)
        if (obstacle.intersects(room)) return false;
    for (const MapLabel& label : placed)
        if (label.rect.intersects(room)) return false;
    return true;
}

bool place(const LabelRequest& request, const Candidate& candidate, float width_px, std::vector<MapLabel>& placed) {
    const float em = request.font.size_px;
    const Vec2 wanted = request.transform.to_window(request.mesh.feature_labels[candidate.feature]);
    // From the best point outwards: a wide name often fits a little above or below it.
    static constexpr float steps[] = {0, -0.6f, 0.6f, -1.2f, 1.2f};
    for (const float dx : steps)
        for (const float dy : steps) {
            const Vec2 center{wanted.x + dx * em, wanted.y + dy * em};
            const Rect box{center.x - width_px / 2, center.y - em * 0.45f, width_px, em * 0.9f};
            if (!is_free(request, placed, box) || !lies_inside(request, candidate.main, box)) continue;
            placed.push_back({candidate.feature, {box.x, center.y + em * 0.37f}, box});
            return true;
        }
    return false;
}

}  // namespace

std::vector<MapLabel> place_labels(const LabelRequest& request, const TextMeasure& measure) {
    std::vector<Candidate> candidates;
    for (size_t f = 0; f < request.mesh.features() && f < request.names.size(); ++f) {
        if (request.names[f].empty()) continue;
        const MainShape main = main_shape(request.mesh, f);
        const float area = main.bounds.w * main.bounds.h;
        if (area <= 0 || main.bounds.h * request.transform.scale < request.font.size_px) continue;
        candidates.push_back({f, main, static_cast<int>(f) == request.first ? area + 1e9f : area});
    }
    std::stable_sort(candidates.begin(), candidates.end(),
                     [](const Candidate& a, const Candidate& b) { return a.area > b.area; });
    std::vector<MapLabel> placed;
    for (const Candidate& candidate : candidates) {
        const float width_px = measure.width_px(request.names[candidate.feature], request.font);
        if (candidate.main.bounds.w * request.transform.scale < width_px) continue;
        place(request, candidate, width_px, placed);
    }
    return placed;
}

}  // namespace atlas::chart

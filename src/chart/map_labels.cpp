#include "chart/map_labels.h"

#include <algorithm>

#include "chart/map_shape.h"
#include "core/order.h"

namespace atlas::chart {
namespace {

/// Names whose area is at most this far outside the window take part, so that what comes into view is already decided.
constexpr float beyond_px = 160;

struct Candidate {
    size_t source, feature;
    MainShape main;
};

/// The name's box lies inside the area when its corners, edges' middles and centre do; of a free one its centre does.
bool lies_inside(const LabelRequest& request, const Candidate& candidate, const Rect& box) {
    const Vec2 c = box.center();
    const LabelSource& source = request.sources[candidate.source];
    if (source.free) return ring_contains(*source.mesh, candidate.main.ring, request.transform.to_plane(c));
    const Vec2 samples[] = {{box.x, box.y}, {box.right(), box.bottom()}, {box.right(), box.y}, {box.x, box.bottom()},
                            {c.x, box.y},   {c.x, box.bottom()},         {box.x, c.y},         {box.right(), c.y},
                            {c.x, c.y}};
    const MapMesh& mesh = *source.mesh;
    for (const Vec2 sample : samples)
        if (!ring_contains(mesh, candidate.main.ring, request.transform.to_plane(sample))) return false;
    return true;
}

bool is_free(const LabelRequest& request, const std::vector<MapLabel>& placed, const Rect& box) {
    const Rect room = box.grown(2);
    const auto is_in_the_way = [&](const Rect& other) { return other.intersects(room); };
    return std::none_of(request.obstacles.begin(), request.obstacles.end(), is_in_the_way) &&
           std::none_of(placed.begin(), placed.end(), [&](const MapLabel& label) { return is_in_the_way(label.rect); });
}

/// Whole in the window, and under nothing that lies on it.
bool shows(const LabelRequest& request, const Rect& box) {
    const Rect room = box.grown(2);
    return room.x >= request.rect.x && room.y >= request.rect.y && room.right() <= request.rect.right() &&
           room.bottom() <= request.rect.bottom() &&
           std::none_of(request.covers.begin(), request.covers.end(),
                        [&](const Rect& cover) { return cover.intersects(room); });
}

void place(const LabelRequest& request, const Candidate& candidate, float width_px, std::vector<MapLabel>& placed) {
    const LabelSource& source = request.sources[candidate.source];
    const float em = source.font.size_px;
    const Vec2 wanted = request.transform.to_window(source.mesh->feature_labels[candidate.feature]);
    // From the best point outwards: a wide name often fits a little above or below it.
    static constexpr float steps[] = {0, -0.6f, 0.6f, -1.2f, 1.2f};
    for (const float dx : steps)
        for (const float dy : steps) {
            const Vec2 center{wanted.x + dx * em, wanted.y + dy * em};
            const Rect box{center.x - width_px / 2, center.y - em * 0.45f, width_px, em * 0.9f};
            if (!is_free(request, placed, box) || !lies_inside(request, candidate, box)) continue;
            placed.push_back({candidate.source, candidate.feature, {box.x, center.y + em * 0.37f}, box});
            return;
        }
}

/// The larger first; the chosen one before all.
std::vector<Candidate> candidates_of(const LabelRequest& request, size_t index) {
    const LabelSource& source = request.sources[index];
    const MapMesh& mesh = *source.mesh;
    const Vec2 low = request.transform.to_plane({request.rect.x - beyond_px, request.rect.y - beyond_px});
    const Vec2 high = request.transform.to_plane({request.rect.right() + beyond_px, request.rect.bottom() + beyond_px});
    const Rect window{low.x, low.y, high.x - low.x, high.y - low.y};
    std::vector<Candidate> found;
    std::vector<uint32_t> keys;
    for (size_t f = 0; f < mesh.features() && f < source.names->size(); ++f) {
        if ((*source.names)[f].empty()) continue;
        const MainShape main = main_shape(mesh, f);
        const float area = main.bounds.w * main.bounds.h;
        const float height_px = main.bounds.h * request.transform.scale;
        if (area <= 0 || !window.intersects(main.bounds) || (!source.free && height_px < source.font.size_px)) continue;
        found.push_back({index, f, main});
        keys.push_back(descending_key(static_cast<int>(f) == source.first ? area + 1e9f : area));
    }
    std::vector<Candidate> candidates;
    for (const uint32_t i : ascending(keys)) candidates.push_back(found[i]);
    return candidates;
}

}  // namespace

std::vector<MapLabel> place_labels(const LabelRequest& request, const TextMeasure& measure) {
    std::vector<MapLabel> placed;
    for (size_t s = 0; s < request.sources.size(); ++s) {
        const LabelSource& source = request.sources[s];
        for (const Candidate& candidate : candidates_of(request, s)) {
            const float room_px = candidate.main.bounds.w * request.transform.scale * (source.free ? 2.f : 1.f);
            // Narrower than the narrowest text of so many characters: not worth measuring.
            if (room_px < source.font.size_px) continue;
            const float width_px = measure.width_px((*source.names)[candidate.feature], source.font);
            if (room_px >= width_px) place(request, candidate, width_px, placed);
        }
    }
    std::erase_if(placed, [&](const MapLabel& label) { return !shows(request, label.rect); });
    return placed;
}

}  // namespace atlas::chart

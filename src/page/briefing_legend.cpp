// Where a map's legend stands on the stage: on the sea, never on land.
#include <algorithm>
#include <cmath>

#include "chart/map_shape.h"
#include "page/briefing_parts.h"

namespace atlas::page {

namespace {

using scene::MapMark;
using scene::Role;

bool is_inset(const MapMark& mark, const std::vector<const MapMark*>& all) {
    return std::any_of(all.begin(), all.end(), [&](const MapMark* other) {
        return other->rect.w > mark.rect.w && united(other->rect, mark.rect) == other->rect;
    });
}

/// Boxes around every island and every area's parts.
void add_land(const MapMark& mark, std::vector<Rect>& taken) {
    for (uint32_t ring = 0; ring < mark.mesh->feature_rings.back(); ++ring) {
        const Rect plane = chart::ring_bounds(*mark.mesh, ring);
        const Vec2 at = Vec2{plane.x, plane.y} * mark.scale + mark.offset;
        const Rect box = intersection({at.x, at.y, plane.w * mark.scale, plane.h * mark.scale}, mark.rect);
        if (!box.empty()) taken.push_back(box);
    }
}

/// What the legend may not cover: land, insets, and what is operated.
std::vector<Rect> taken_on(const scene::Scene& page) {
    std::vector<const MapMark*> maps;
    for (const auto& layer : page.marks)
        for (const scene::Mark& mark : layer)
            if (const auto* map = std::get_if<MapMark>(&mark); map && map->mesh) maps.push_back(map);
    std::vector<Rect> taken;
    for (const MapMark* map : maps) {
        if (is_inset(*map, maps))
            taken.push_back(map->rect);
        else if (!map->mesh->feature_rings.empty())
            add_land(*map, taken);
    }
    for (const scene::Node& node : page.nodes) {
        const bool is_area = node.role == Role::map_feature && maps.empty();  // tiles
        if (is_area || node.role == Role::button || node.role == Role::link) taken.push_back(node.rect);
    }
    return taken;
}

bool is_free(const Rect& at, const std::vector<Rect>& taken) {
    return std::none_of(taken.begin(), taken.end(), [&](const Rect& rect) { return !intersection(rect, at).empty(); });
}

}  // namespace

Vec2 legend_place(const scene::Scene& page, const Rect& map, Vec2 size) {
    const std::vector<Rect> taken = taken_on(page);
    const Rect west{map.x, map.bottom() - size.y, size.x, size.y};
    Rect east{map.right() - size.x, map.y, size.x, size.y};
    if (is_free(west, taken)) return {west.x, west.y};
    // The Pacific: in the middle of the highest gap of the column.
    constexpr float step_px = 4;
    float best = -1, best_y = 0, run = 0;
    for (; east.bottom() <= map.bottom(); east.y += step_px) {
        run = is_free(east, taken) ? run + step_px : 0;
        if (run > best && run > 0) best = run, best_y = east.y - (run - step_px) / 2;
    }
    return best > 0 ? Vec2{east.x, std::round(best_y)} : Vec2{west.x, west.y};
}

}  // namespace atlas::page

// What scripts/bench asks of the running program, so that it measures the application itself and no page made for it.
#include <cstdio>

#include "app/app.h"

namespace atlas::app {

bool App::map_complete() {
    if (dirty_ || !map_region()) return false;
    for (const model::BundleName name : page::bundles_of(state_))
        if (loader_.data().part(name).state != page::Data::Part::State::ready) return false;
    return true;
}

Vec2 App::window_of_place(double lon_deg, double lat_deg) {
    const scene::HitRegion* map = map_region();
    return map ? chart::transform_for(map->rect, state_.camera).to_window(geo::project({lon_deg, lat_deg})) : Vec2{};
}

std::string App::hover_points() {
    std::string json = "[";
    const scene::HitRegion* map = map_region();
    MapMeshPtr mesh;  // of what is shown: prefectures, or municipalities
    for (const scene::Mark& mark : scene_.layer(scene::Layer::backdrop))
        if (const auto* drawn = std::get_if<scene::MapMark>(&mark); drawn && !mesh) mesh = drawn->mesh;
    if (!map || !mesh) return "[]";
    const chart::MapTransform transform = chart::transform_for(map->rect, state_.camera);
    for (size_t f = 0; f < mesh->features(); ++f) {
        const Vec2 at = transform.to_window(mesh->feature_labels[f]);
        const scene::HitRegion* top = scene::hit(scene_, at, host_.scroll_px());
        // Neither under the panel nor under a story's mark.
        if (!top || !top->is_map || feature_at(at) != mesh->feature_codes[f]) continue;
        char point[48];
        std::snprintf(point, sizeof point, "%s[%.1f,%.1f]", json.size() > 1 ? "," : "", static_cast<double>(at.x),
                      static_cast<double>(at.y));
        json += point;
    }
    return json + "]";
}

std::string App::shown_tooltip() {
    if (dirty_ || state_.hover_feature.empty()) return {};
    // Its first line is the place's name.
    for (const scene::Mark& mark : scene_.layer(scene::Layer::overlay))
        if (const auto* text = std::get_if<scene::TextMark>(&mark)) return text->text;
    return {};
}

}  // namespace atlas::app

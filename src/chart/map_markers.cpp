// Story markers: pillar colour and shape on a white outline; those that would overlap become a circle with their number.
#include <algorithm>
#include <cmath>

#include "chart/map_cluster.h"
#include "chart/map_view.h"

namespace atlas::chart {
namespace {

using scene::Node;
using scene::Role;

struct Placed {
    std::vector<size_t> markers;  // indices into options.markers
    std::vector<Vec2> points;     // pixels
};

Rect square(Vec2 center, float half) { return {center.x - half, center.y - half, 2 * half, 2 * half}; }

/// Wholly inside the view and not under an inset or the controls.
bool shows(const MapView& view, Vec2 at, float radius_px) {
    const Rect room = view.rect.grown(view.is_inset ? 0 : -radius_px);
    if (!room.contains(at)) return false;
    return std::none_of(view.covered.begin(), view.covered.end(),
                        [&](const Rect& r) { return r.intersects(square(at, radius_px)); });
}

/// All of one prefecture: its code.
std::string common_prefecture(const MapOptions& options, const std::vector<size_t>& markers) {
    const std::string& first = options.markers[markers.front()].prefecture;
    const bool same =
        std::all_of(markers.begin(), markers.end(), [&](size_t m) { return options.markers[m].prefecture == first; });
    return same ? first : "";
}

/// Where a cluster leads: nearer to its members, or, where no zoom parts them, to the list of stories.
std::string cluster_route(const MapOptions& options, const std::vector<size_t>& markers) {
    std::vector<Vec2> planes;
    for (const size_t m : markers) planes.push_back(geo::project(options.markers[m].position));
    Rect around{planes[0].x, planes[0].y, 0, 0};
    for (const Vec2 p : planes) {
        const float x1 = std::max(around.right(), p.x), y1 = std::max(around.bottom(), p.y);
        around.x = std::min(around.x, p.x), around.y = std::min(around.y, p.y);
        around.w = x1 - around.x, around.h = y1 - around.y;
    }
    const float nearest = transform_for(options.rect, std::nullopt).scale * static_cast<float>(view::max_zoom);
    if (std::max(around.w, around.h) * nearest < marker_distance_px) {
        view::ViewState list;
        list.page = view::Page::stories;
        list.prefecture = common_prefecture(options, markers);
        return view::route_of(list);
    }
    view::ViewState nearer = options.link_state;
    nearer.page = view::Page::map;
    nearer.id.clear();
    view::MapCamera camera = fit_plane(around, options.rect);
    const double now = options.camera ? options.camera->zoom : 1;
    camera.zoom = std::clamp(camera.zoom, std::min(now * 1.6, view::max_zoom), std::max(now * 6, view::min_zoom));
    nearer.camera = camera;
    return view::route_of(nearer);
}

MarkSizes sizes_for(const MapOptions& options) {
    constexpr float small_map_px = 480;
    constexpr size_t few_marks = 8;  // these may stand out
    return options.rect.w < small_map_px && options.markers.size() > few_marks ? small_marks : MarkSizes{};
}

void draw_marker(ui::Ui& ui, const MapMarker& marker, Vec2 at, float radius_px) {
    const bool active = ui.hovered(marker.id);
    const ui::PillarStyle style = ui::pillar_style(marker.pillar);
    // On a disc: a pillar's colour may be the very colour of the area below.
    ui.symbol(at, radius_px, scene::Shape::circle, ui::ink::ground, active ? ui::ink::text : token::solid_gray_420,
              active ? 2.f : 1.f);
    ui.symbol(at, radius_px * 0.6f, style.shape, style.color);
    Node node;
    node.id = marker.id, node.role = Role::link, node.name = marker.name, node.href = marker.href;
    node.rect = square(at, marker_distance_px / 2), node.action = go(marker.href);
    ui.region(node.rect, node.id, node.action);
    ui.add(std::move(node));
}

void draw_cluster(ui::Ui& ui, const MapOptions& options, const std::vector<size_t>& markers, Vec2 at, float radius) {
    std::string id = options.markers[markers.front()].id, names;
    for (const size_t m : markers) {
        id = std::min(id, options.markers[m].id);
        names += (names.empty() ? "" : ui.words(Word::text_separator)) + options.markers[m].name;
    }
    const std::string count = std::to_string(markers.size());
    Node node;
    node.id = "cluster:" + id, node.role = Role::link, node.description = names,
    node.href = cluster_route(options, markers);
    const bool zooms = node.href.compare(0, 4, "/map") == 0;
    node.name = ui.words(zooms ? Word::map_cluster_near : Word::map_cluster_list, {{"n", markers.size()}});
    const bool active = ui.hovered(node.id);
    const bool quiet = !active && radius < cluster_radius_px(markers.size());
    ui.symbol(at, radius, scene::Shape::circle, active ? ui::ink::tint : ui::ink::ground,
              quiet ? ui::ink::soft : ui::ink::text,
              active  ? 2.5f
              : quiet ? 1.f
                      : 1.5f);
    ui.glyphs({at.x, at.y + 5}, count, ui::style::note_bold, ui::Align::center);
    node.rect = square(at, std::max(radius, marker_distance_px / 2)), node.action = go(node.href);
    ui.region(node.rect, node.id, node.action);
    ui.add(std::move(node));
}

}  // namespace

std::vector<Rect> draw_markers(ui::Ui& ui, const MapOptions& options, const MapViews& views) {
    std::vector<Placed> placed(views.views.size());
    for (size_t m = 0; m < options.markers.size(); ++m) {
        const Vec2 plane = geo::project(options.markers[m].position);
        const MapView& view = views.of(plane);
        Placed& in = placed[static_cast<size_t>(&view - views.views.data())];
        in.markers.push_back(m);
        in.points.push_back(view.transform.to_window(plane));
    }
    std::vector<Rect> taken;
    const MarkSizes sizes = sizes_for(options);
    for (size_t v = 0; v < views.views.size(); ++v) {
        for (const MarkerCluster& cluster : cluster_points(placed[v].points, sizes)) {
            const float radius = sizes.radius_px(cluster.members.size());
            if (!shows(views.views[v], cluster.center, radius)) continue;
            std::vector<size_t> markers;
            for (const size_t member : cluster.members) markers.push_back(placed[v].markers[member]);
            if (markers.size() == 1)
                draw_marker(ui, options.markers[markers.front()], cluster.center, radius);
            else
                draw_cluster(ui, options, markers, cluster.center, radius);
            taken.push_back(square(cluster.center, radius));
        }
    }
    return taken;
}

}  // namespace atlas::chart

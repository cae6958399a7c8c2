// The map in the current scene: what is under a point, where it looks, how it moves from place to place.
#include <cmath>

#include "app/app.h"

namespace atlas::app {

const scene::HitRegion* App::map_region() const {
    for (const scene::HitRegion& region : scene_.regions)
        if (region.is_map) return &region;
    return nullptr;
}

const scene::HitRegion* App::map_at(Vec2 window) const {
    const scene::HitRegion* top = scene::hit(scene_, window, host_.scroll_px());
    if (!top) return nullptr;
    const Vec2 p = top->layer == scene::Layer::document ? Vec2{window.x, window.y + host_.scroll_px()} : window;
    for (const scene::HitRegion& map : scene_.regions)
        if (map.is_map && map.layer == top->layer && map.rect.contains(p)) return &map;
    return nullptr;
}

std::string App::feature_at(Vec2 window) const {
    const scene::HitRegion* map = map_at(window);
    if (!map) return {};
    const Vec2 p = map->layer == scene::Layer::document ? Vec2{window.x, window.y + host_.scroll_px()} : window;
    // The last marks under the point lie on top; an inset hides the main map, whose marks have another rectangle.
    const std::vector<scene::Mark>& marks = scene_.layer(map->layer);
    const scene::MapMark* top = nullptr;
    for (size_t i = marks.size(); i-- > 0;) {
        const auto* mark = std::get_if<scene::MapMark>(&marks[i]);
        if (!mark || !mark->mesh || !mark->rect.contains(p)) continue;
        if (!top) top = mark;
        const geo::HitIndex* index = loader_.hit_index(*mark->mesh);
        if (!index || !(mark->rect == top->rect)) continue;
        const int feature = index->feature_at(mark->to_plane(p));
        if (feature >= 0 && !mark->hides(static_cast<size_t>(feature)))
            return mark->mesh->feature_codes[static_cast<size_t>(feature)];
    }
    return {};
}

view::MapCamera App::camera() const {
    const scene::HitRegion* map = map_region();
    const std::optional<view::MapCamera> camera = shown().camera;
    return camera ? *camera : chart::home_camera(map ? map->rect : Rect{0, 0, 800, 600});
}

void App::set_camera(const view::MapCamera& camera) {
    view::ViewState next = shown();
    next.camera = camera;
    // Back at the whole country the address needs no camera.
    if (const scene::HitRegion* map = map_region(); map && camera.zoom <= view::min_zoom * 1.001) {
        const Vec2 moved = geo::project(camera.center) - geo::project(chart::home_camera(map->rect).center);
        if (length(moved) < 2) next.camera.reset();
    }
    camera_moved_ms_ = host_.now_ms();
    change(std::move(next), false);
}

/// To another view: on the map the camera flies there.
void App::travel(view::ViewState next, bool push) {
    const view::ViewState from = shown(), to = shown(next);
    const bool on_map = from.page == view::Page::map && to.page == view::Page::map;
    const scene::HitRegion* map = map_region();
    if (!on_map || !map) return change(std::move(next), push);
    const view::MapCamera target = to.camera ? *to.camera : chart::home_camera(map->rect);
    view::ViewState same_place = to;
    same_place.camera = from.camera;
    view::ViewState there = from;
    there.camera = to.camera;
    const bool moves = view::route_of(there) != view::route_of(from), is_slide = next.page == view::Page::briefing;
    if (!moves) return change(std::move(next), push);
    change(std::move(same_place), push);
    fly_to(target);
    // A slide that is flown to is one of its deck again when the map has come there.
    if (is_slide && !flight_) return change(std::move(next), false);
    if (is_slide) flight_->then = std::make_shared<const view::ViewState>(std::move(next)), flight_->duration_ms = 900;
}

/// A place was chosen or given up, on the map or in the list. What is told of it stands above the list: it comes into
/// view there, instead of pushing the row out of it.
void App::pick(const Action& action) {
    const bool from_list = state_.focus.rfind("rank:", 0) == 0 || pressed_node_.rfind("rank:", 0) == 0;
    change(view::reduce(acted_on(action), action), false);
    pressed_node_.clear();
    if (!from_list) return;
    current_scene();
    if (const scene::Node* chosen = scene_.find("map:chosen")) reveal(*chosen);
}

void App::fly_to(const view::MapCamera& target) {
    gestures_.stop_coasting();
    if (host_.reduced_motion()) return set_camera(target);
    flight_ = Flight{camera(), target, host_.now_ms(), 220};
    host_.request_frame();
}

bool App::map_has_focus() const {
    const scene::Node* node = scene_.find(state_.focus);
    if (!node) return false;
    const bool area = node->role == scene::Role::map_feature;
    if (state_.page == view::Page::map && area) return true;  // tiles are not a map that moves
    if (area) return map_region() != nullptr;
    for (const scene::HitRegion& region : scene_.regions)
        if (region.is_map && region.node == node->id) return true;
    return false;
}

// ---- choosing a part of it with shift and the mouse ----------------------------------------------------------------

bool App::box_pointer(const platform::PointerEvent& event) {
    using Kind = platform::PointerEvent::Kind;
    const scene::HitRegion* map = map_region();
    if (event.kind == Kind::down && event.shifted && map_at(event.window)) {
        press_at_ = event.window;
        state_.zoom_box = Rect{event.window.x, event.window.y, 0, 0};
        return true;
    }
    if (!state_.zoom_box) return false;
    if (event.kind == Kind::cancel || event.kind == Kind::leave || !map) {
        state_.zoom_box.reset();
    } else if (event.kind == Kind::move) {
        const Vec2 a = press_at_, b = event.window;
        state_.zoom_box =
            intersection(map->rect, {std::min(a.x, b.x), std::min(a.y, b.y), std::abs(a.x - b.x), std::abs(a.y - b.y)});
    } else if (event.kind == Kind::up) {
        const Rect box = *state_.zoom_box;
        state_.zoom_box.reset();
        constexpr float least_px = 8;  // less was a click
        if (std::min(box.w, box.h) >= least_px) fly_to(chart::fit_box(camera(), map->rect, box));
    }
    invalidate();
    return true;
}

// ---- from area to area by keys -------------------------------------------------------------------------------------

const scene::Node* App::neighbour(const scene::Node& from, platform::Key direction) const {
    // Nearest area whose middle lies within 60° of the direction; the first arrow on the group enters in its middle.
    const bool enters = from.role != scene::Role::map_feature;
    const Vec2 origin = from.rect.center();
    using platform::Key;
    const Vec2 dir = direction == Key::right  ? Vec2{1, 0}
                     : direction == Key::left ? Vec2{-1, 0}
                     : direction == Key::down ? Vec2{0, 1}
                                              : Vec2{0, -1};
    const scene::Node* best = nullptr;
    float best_cost = 1e9f;
    for (const scene::Node& node : scene_.nodes) {
        if (node.role != scene::Role::map_feature || &node == &from) continue;
        const Vec2 d = node.rect.center() - origin;
        const float along = d.x * dir.x + d.y * dir.y, across = std::abs(d.x * dir.y - d.y * dir.x);
        if (!enters && (along <= 1 || across > along * 1.73f)) continue;
        const float cost = enters ? length(d) : along + across * 1.5f;
        if (cost < best_cost) best_cost = cost, best = &node;
    }
    return best;
}

/// PageUp and PageDown: the next by rank; Home and End: the first and the last.
const scene::Node* App::by_rank(const scene::Node& from, platform::Key key) const {
    using platform::Key;
    const bool up = key == Key::page_up || key == Key::home, whole = key == Key::home || key == Key::end;
    const scene::Node* best = nullptr;
    for (const scene::Node& node : scene_.nodes) {
        if (node.role != scene::Role::map_feature || &node == &from) continue;
        const bool beyond = up ? node.pos_in_set < from.pos_in_set : node.pos_in_set > from.pos_in_set;
        if (!whole && from.role == scene::Role::map_feature && !beyond) continue;
        // One step is the nearest that lies beyond; an extreme is the furthest.
        const bool lower = !best || node.pos_in_set < best->pos_in_set;
        const bool wants_lower = whole ? key == Key::home : !up;
        if (!best || lower == wants_lower) best = &node;
    }
    return best;
}

bool App::focus_area(platform::Key key) {
    const scene::Node* from = scene_.find(state_.focus);
    if (!from) return false;
    using platform::Key;
    const bool ranked = key == Key::page_up || key == Key::page_down || key == Key::home || key == Key::end;
    const scene::Node* best = ranked ? by_rank(*from, key) : neighbour(*from, key);
    if (!best) return true;
    wanted_focus_ = best->id;
    const std::string code = view::feature_of_node(best->id);
    show_area(*best, code);
    set_focus(wanted_focus_, true);
    state_.hover_feature = code;
    invalidate();
    return true;
}

/// What gets the focus must be seen: the map moves to it where it lies beyond the window.
void App::show_area(const scene::Node& node, const std::string& code) {
    const scene::HitRegion* map = map_region();
    const std::optional<view::MapCamera> camera = shown().camera;
    if (!map || !camera || node.rect.grown(1).intersects(map->rect.grown(-24))) return;
    for (const scene::Mark& candidate : scene_.layer(map->layer)) {
        const auto* mark = std::get_if<scene::MapMark>(&candidate);
        const int feature = mark && mark->mesh ? mark->mesh->find(code) : -1;
        if (feature < 0) continue;
        const view::MapCamera there{geo::unproject(mark->mesh->feature_labels[static_cast<size_t>(feature)]),
                                    camera->zoom};
        return fly_to(there);
    }
}

}  // namespace atlas::app

// Events → actions: pointers, wheel, keys, the DOM mirror, the address bar.
#include <cmath>
#include <set>

#include "app/app.h"

namespace atlas::app {

using platform::Key;
using platform::KeyEvent;
using platform::PointerEvent;

void App::resized() { invalidate(); }

void App::scrolled() {
    // The scene stays as it is: only what the window shows of it changes. What the pointer comes to lie on is asked at rest, as browsers do it:
    // rows that run by under it would each make the page anew.
    if (!host_.coarse_pointer() && pointer_at_.x >= 0) scrolled_ms_ = host_.now_ms();
    host_.request_frame();
}

void App::hover_after_scrolling(double now_ms) {
    if (scrolled_ms_ == 0) return;
    constexpr double rest_ms = 100;
    if (now_ms - scrolled_ms_ < rest_ms) return host_.request_frame_in(rest_ms);
    scrolled_ms_ = 0;
    hover(pointer_at_);
}

void App::visible_again() { host_.request_frame(); }

void App::context_lost() {
    gl_lost_ = true;
    painter_.context_lost();
}

void App::context_restored() {
    gl_lost_ = false;
    invalidate();
}

void App::route_changed(const std::string& route) {
    if (route == this->route()) return invalidate();  // the entry's scroll position is applied with the page
    view::ViewState next = view::parse_route(route);
    next.focus = state_.focus, next.presenting = state_.presenting;
    flight_.reset();
    gestures_.cancel();
    state_ = std::move(next);
    invalidate();
}

// ---- pointer -----------------------------------------------------------------------------------------------------

void App::pointer(const PointerEvent& event) {
    const double now = host_.now_ms();
    if (in_briefing()) hears_briefing(event);
    if (box_pointer(event)) return;
    switch (event.kind) {
        case PointerEvent::Kind::down: {
            if (!event.primary) return;
            press_at_ = event.window;
            const scene::HitRegion* region = scene::hit(scene_, event.window, host_.scroll_px());
            pressed_node_ = region ? region->node : "";
            if (map_at(event.window)) {
                flight_.reset();
                gestures_.down(event, now);
            }
            return;
        }
        case PointerEvent::Kind::move: {
            pointer_at_ = event.touch ? Vec2{-1, -1} : event.window;
            if (const std::optional<MapStep> step = gestures_.move(event, now)) {
                // Of two maps that move together the one under the hand.
                const scene::HitRegion* map = map_at(press_at_);
                if (!map) map = map_region();
                if (!map) return;
                // What a tooltip belongs to moves away under the hand.
                if (!state_.hover.empty() || !state_.hover_feature.empty())
                    state_.hover.clear(), state_.hover_feature.clear(), invalidate();
                view::MapCamera next = camera();
                if (step->factor != 1) next = chart::zoomed(next, map->rect, step->factor, step->anchor);
                set_camera(chart::panned(next, map->rect, step->pan_px));
                return;
            }
            if (!event.touch && !gestures_.active()) hover(event.window);
            return;
        }
        case PointerEvent::Kind::up: {
            const bool was_drag = gestures_.up(event, now);
            if (gestures_.coasting() && host_.reduced_motion()) gestures_.stop_coasting();
            if (was_drag) mirror_pending_ = true, host_.request_frame();
            const bool moved = length(event.window - press_at_) > (event.touch ? 12.f : 6.f);
            if (event.primary && !was_drag && !moved) click(event.window);
            return;
        }
        case PointerEvent::Kind::cancel:
            gestures_.drop(event.id);
            mirror_pending_ = true, host_.request_frame();
            return;
        case PointerEvent::Kind::leave:
            pointer_at_ = {-1, -1};
            hover(pointer_at_);
            return;
    }
}

void App::hover(Vec2 window) {
    const scene::HitRegion* region = scene::hit(scene_, window, host_.scroll_px());
    const std::string feature = feature_at(window);
    std::string node = region && !region->is_map ? region->node : "";
    host_.set_cursor(region ? (region->is_map && !feature.empty() ? scene::Cursor::hand : region->cursor)
                            : scene::Cursor::arrow);
    const bool over_marker = region && !region->is_map && map_at(window);
    const std::string hovered_feature = over_marker ? std::string() : feature;
    if (node == state_.hover && hovered_feature == state_.hover_feature) return;
    state_.hover = std::move(node);
    state_.hover_feature = hovered_feature;
    invalidate();
}

void App::click(Vec2 window) {
    const scene::HitRegion* region = scene::hit(scene_, window, host_.scroll_px());
    // A click outside an open list closes it.
    const bool was_open = state_.open.lower_bound("select:") != state_.open.end() &&
                          state_.open.lower_bound("select:")->rfind("select:", 0) == 0;
    if (was_open && (!region || region->action.kind != Action::Kind::choose) &&
        (!region || region->action.target.rfind("select:", 0) != 0)) {
        const std::string name = *state_.open.lower_bound("select:");
        state_.open.erase(name);
        invalidate();
        return;
    }
    if (!region || region->node != pressed_node_) {
        if (!host_.native_fields()) set_focus("", false);
        return;
    }
    const double now = host_.now_ms();
    const bool is_double = now - last_click_ms_ < 350 && length(window - last_click_at_) < 16;
    last_click_ms_ = now, last_click_at_ = window;
    if (region->is_map) {
        if (is_double) return fly_to(chart::zoomed(camera(), region->rect, 2, window));
        const std::string feature = feature_at(window);
        set_focus(feature.empty() ? region->node : view::feature_node(feature), false);
        if (!feature.empty()) perform({Action::Kind::pick_feature, feature, {}, 0});
        return;
    }
    const Action action = region->action;
    const std::string node = region->node;
    if (!host_.native_fields()) set_focus(node, false);
    // Selects and text fields of the browser open by themselves.
    const bool native =
        host_.native_fields() && (action.kind == Action::Kind::set_text ||
                                  (action.kind == Action::Kind::choose && region->cursor != scene::Cursor::text &&
                                   scene_.find(node) && scene_.find(node)->role == scene::Role::combobox));
    if (!native) perform(action);
}

bool App::claims_touch(Vec2 window) { return map_at(window) != nullptr; }

bool App::wheel(const platform::WheelEvent& event) {
    const scene::HitRegion* map = map_at(event.window);
    // The page scrolls over a map unless that has the focus, or ctrl (a trackpad's pinch) is held.
    if (!map || (!event.zoom && !map_has_focus())) return false;
    if (!map_has_focus()) set_focus(map->node, false);  // what is being operated answers to keys too
    flight_.reset();
    gestures_.stop_coasting();
    const double per_px = event.zoom ? 0.01 : 0.002;
    set_camera(
        chart::zoomed(camera(), map->rect, std::exp(-static_cast<double>(event.delta_px.y) * per_px), event.window));
    return true;
}

// ---- keys and focus ----------------------------------------------------------------------------------------------

bool App::key(const KeyEvent& event) {
    if (event.ctrl || (event.in_field && event.key != Key::escape)) return false;
    return briefing_key(event) || map_key(event) || chart_key(event) || list_key(event) || page_key(event);
}

bool App::map_key(const KeyEvent& event) {
    // Single characters act on the focused map only (WCAG 2.1.4): speech input and stray keys must not move it.
    if (!map_has_focus()) return false;
    switch (event.key) {
        case Key::plus: perform({Action::Kind::map_zoom, {}, {}, 1}); return true;
        case Key::minus: perform({Action::Kind::map_zoom, {}, {}, -1}); return true;
        case Key::zero: perform({Action::Kind::map_reset, {}, {}, 0}); return true;
        case Key::page_up:
        case Key::page_down:
        case Key::home:
        case Key::end: return focus_area(event.key);
        default: break;
    }
    const int direction = event.key == Key::right  ? 0
                          : event.key == Key::down ? 1
                          : event.key == Key::left ? 2
                          : event.key == Key::up   ? 3
                                                   : -1;
    if (direction < 0) return false;
    if (event.shift)
        perform({Action::Kind::map_pan, {}, {}, static_cast<double>(direction)});
    else
        focus_area(event.key);
    return true;
}

bool App::chart_key(const KeyEvent& event) {
    const scene::Node* from = scene_.find(state_.focus);
    if (!from || !from->roving) return false;
    const Vec2 direction = event.key == Key::right  ? Vec2{1, 0}
                           : event.key == Key::left ? Vec2{-1, 0}
                           : event.key == Key::down ? Vec2{0, 1}
                           : event.key == Key::up   ? Vec2{0, -1}
                                                    : Vec2{};
    if (direction == Vec2{}) return false;
    const scene::Node* next = scene::neighbour_mark(scene_, *from, direction);
    if (!next) return true;  // at the edge: the page must not scroll away from under the focus
    reveal(*next);
    wanted_focus_ = next->id;
    set_focus(next->id, true);
    return true;
}

bool App::page_key(const KeyEvent& event) {
    if (event.key == Key::escape) {
        if (!state_.open.empty()) {
            state_.open.clear();
            invalidate();
            return true;
        }
        if (state_.page != view::Page::map) return false;
        const view::ViewState up = view::one_level_up(state_);
        if (view::route_of(up) == route()) return false;
        travel(up, false);
        return true;
    }
    if (host_.native_fields()) return false;  // the browser moves focus, activates and scrolls by itself
    const Vec2 window = host_.window_px();
    const float scroll = host_.scroll_px();
    switch (event.key) {
        case Key::tab: move_focus(event.shift ? -1 : 1); return true;
        case Key::enter:
        case Key::space:
            if (event.in_field) return false;
            node_activated(state_.focus);
            return true;
        case Key::down: host_.scroll_to(scroll + 48); return true;
        case Key::up: host_.scroll_to(scroll - 48); return true;
        case Key::page_down: host_.scroll_to(scroll + window.y * 0.85f); return true;
        case Key::page_up: host_.scroll_to(scroll - window.y * 0.85f); return true;
        case Key::home: host_.scroll_to(0); return true;
        case Key::end: host_.scroll_to(scene_.document_height); return true;
        default: return false;
    }
}

void App::move_focus(int step) {
    // From where the focus is, whether or not that takes focus itself (a heading after navigation): the next stop in the
    // order of the tree. A composite (the map, a ranking) is one stop.
    std::vector<size_t> stops;
    std::ptrdiff_t here = step > 0 ? -1 : static_cast<std::ptrdiff_t>(scene_.nodes.size());
    std::set<std::string> composites;
    for (size_t i = 0; i < scene_.nodes.size(); ++i) {
        const scene::Node& node = scene_.nodes[i];
        if (node.id == state_.focus) here = static_cast<std::ptrdiff_t>(i);
        if (!node.focusable()) continue;
        if (!node.composite.empty() && !composites.insert(node.composite).second) continue;
        stops.push_back(i);
    }
    if (stops.empty()) return;
    const scene::Node* from = scene_.find(state_.focus);
    if (from && !from->composite.empty()) {
        // Leaving the map or a list, from whichever part: as if from the one stop that stands for it.
        for (const size_t stop : stops)
            if (scene_.nodes[stop].composite == from->composite) here = static_cast<std::ptrdiff_t>(stop);
    }
    size_t next = step > 0 ? stops.front() : stops.back();
    if (step > 0) {
        for (size_t i = stops.size(); i-- > 0;)
            if (static_cast<std::ptrdiff_t>(stops[i]) > here) next = stops[i];
    } else {
        for (const size_t stop : stops)
            if (static_cast<std::ptrdiff_t>(stop) < here) next = stop;
    }
    const scene::Node& node = scene_.nodes[next];
    reveal(node);
    set_focus(node.id, true);
}

/// Up, down, Home and End inside a list that is one tab stop.
bool App::list_key(const KeyEvent& event) {
    const scene::Node* from = scene_.find(state_.focus);
    if (!from || from->composite.empty() || from->roving || from->role == scene::Role::map_feature) return false;
    std::vector<const scene::Node*> parts;
    size_t here = 0;
    for (const scene::Node& node : scene_.nodes) {
        if (node.composite != from->composite) continue;
        if (&node == from) here = parts.size();
        parts.push_back(&node);
    }
    size_t next = here;
    switch (event.key) {
        case Key::up: next = here > 0 ? here - 1 : here; break;
        case Key::down: next = std::min(here + 1, parts.size() - 1); break;
        case Key::home: next = 0; break;
        case Key::end: next = parts.size() - 1; break;
        default: return false;
    }
    wanted_focus_ = parts[next]->id;
    reveal(*parts[next]);
    set_focus(wanted_focus_, true);
    return true;
}

void App::set_focus(const std::string& id, bool visible) {
    if (state_.focus == id && state_.focus_visible == visible) return;
    state_.focus = id;
    state_.focus_visible = visible;
    invalidate();
}

void App::reveal(const scene::Node& node) {
    if (node.layer != scene::Layer::document) return;
    const float scroll = host_.scroll_px(), height = host_.window_px().y;
    const float top = scroll + scene_.safe_top_px + 16, bottom = scroll + height - scene_.safe_bottom_px - 16;
    if (node.rect.y < top || node.rect.h > bottom - top)
        host_.scroll_to(node.rect.y - scene_.safe_top_px - 16);
    else if (node.rect.bottom() > bottom)
        host_.scroll_to(node.rect.bottom() - height + scene_.safe_bottom_px + 16);
}

// ---- from the DOM mirror -----------------------------------------------------------------------------------------

void App::node_focused(const std::string& id, bool by_keyboard) {
    set_focus(id, by_keyboard);
    const std::string feature = by_keyboard ? view::feature_of_node(id) : "";
    if (by_keyboard && feature != state_.hover_feature) {
        state_.hover_feature = feature;
        invalidate();
    }
}

void App::node_activated(const std::string& id) {
    const scene::Node* node = scene_.find(id);
    if (!node || node->disabled) return;
    if (scene::is_text_field(node->role)) return set_focus(id, true);
    const Action action = node->action;
    perform(action);
}

void App::node_changed(const std::string& id, const std::string& value) {
    const scene::Node* node = scene_.find(id);
    if (!node) return;
    Action action = node->action;
    if (action.kind != Action::Kind::set_text && action.kind != Action::Kind::choose) return;
    action.text = value;
    perform(action);
}

}  // namespace atlas::app

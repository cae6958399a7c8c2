#include "app/gestures.h"

#include <cmath>

namespace atlas::app {
namespace {
constexpr float dead_zone_mouse_px = 4, dead_zone_touch_px = 10;
constexpr double rest_px_per_ms = 0.02, friction_ms = 220;
}  // namespace

Gestures::Finger* Gestures::find(int id) {
    for (Finger& finger : fingers_)
        if (finger.id == id) return &finger;
    return nullptr;
}

void Gestures::down(const platform::PointerEvent& event, double now_ms) {
    if (find(event.id)) return;
    fingers_.push_back({event.id, event.window, event.window, event.touch});
    velocity_ = {};
    last_ms_ = now_ms;
    if (fingers_.size() > 1) dragging_ = true;
}

std::optional<MapStep> Gestures::move(const platform::PointerEvent& event, double now_ms) {
    Finger* finger = find(event.id);
    if (!finger) return std::nullopt;
    const Vec2 before = finger->at;
    if (!dragging_) {
        if (length(event.window - finger->start) < (finger->touch ? dead_zone_touch_px : dead_zone_mouse_px))
            return std::nullopt;
        dragging_ = true;
    }
    MapStep step;
    if (fingers_.size() == 1) {
        step.pan_px = event.window - before;
        const double dt = std::max(1.0, now_ms - last_ms_);
        const Vec2 now = step.pan_px * static_cast<float>(1 / dt);
        velocity_ = velocity_ * 0.6f + now * 0.4f;
    } else {
        const Finger& other = fingers_[0].id == event.id ? fingers_[1] : fingers_[0];
        const Vec2 middle_before = (before + other.at) * 0.5f, middle = (event.window + other.at) * 0.5f;
        const float spread_before = std::max(8.f, length(before - other.at)),
                    spread = std::max(8.f, length(event.window - other.at));
        step.pan_px = middle - middle_before;
        step.factor = static_cast<double>(spread) / static_cast<double>(spread_before);
        step.anchor = middle;
        velocity_ = {};
    }
    finger->at = event.window;
    last_ms_ = now_ms;
    return step;
}

bool Gestures::up(const platform::PointerEvent& event, double now_ms) {
    for (size_t i = 0; i < fingers_.size(); ++i)
        if (fingers_[i].id == event.id) fingers_.erase(fingers_.begin() + static_cast<std::ptrdiff_t>(i--));
    const bool was_dragging = dragging_;
    if (fingers_.empty()) {
        dragging_ = false;
        if (!was_dragging || now_ms - last_ms_ > 80) velocity_ = {};
        last_ms_ = now_ms;
    }
    return was_dragging;
}

void Gestures::drop(int id) {
    std::erase_if(fingers_, [id](const Finger& finger) { return finger.id == id; });
    if (fingers_.empty()) cancel();
}

void Gestures::cancel() {
    fingers_.clear();
    dragging_ = false;
    velocity_ = {};
}

std::optional<MapStep> Gestures::coast(double now_ms) {
    if (!coasting()) return std::nullopt;
    const double dt = std::min(64.0, now_ms - last_ms_);
    last_ms_ = now_ms;
    MapStep step;
    step.pan_px = velocity_ * static_cast<float>(dt);
    velocity_ = velocity_ * static_cast<float>(std::exp(-dt / friction_ms));
    if (static_cast<double>(length(velocity_)) < rest_px_per_ms) velocity_ = {};
    return step;
}

}  // namespace atlas::app

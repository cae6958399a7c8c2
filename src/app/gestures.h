// Fingers and mouse on the map: one pans (with inertia after release), two pinch and pan. Keeps no camera: it turns
// pointer movements into steps.
#pragma once
#include <optional>
#include <vector>

#include "core/geometry.h"
#include "platform/host.h"

namespace atlas::app {

struct MapStep {
    Vec2 pan_px;
    double factor = 1;  ///< zoom
    Vec2 anchor;        ///< about this window point
};

class Gestures {
public:
    void down(const platform::PointerEvent& event, double now_ms);
    /// Step to apply, if this pointer takes part in a gesture that has left the dead zone.
    std::optional<MapStep> move(const platform::PointerEvent& event, double now_ms);
    /// True if the release ends a drag (so it is no click).
    bool up(const platform::PointerEvent& event, double now_ms);
    /// The browser took this finger away; the others go on.
    void drop(int id);
    void cancel();

    bool active() const { return !fingers_.empty(); }
    bool dragging() const { return dragging_; }

    /// Inertia: the step since the last call, or nothing once it has come to rest.
    std::optional<MapStep> coast(double now_ms);
    void stop_coasting() { velocity_ = {}; }
    bool coasting() const { return !active() && length(velocity_) > 0; }

private:
    struct Finger {
        int id;
        Vec2 start, at;
        bool touch;
    };
    Finger* find(int id);
    std::vector<Finger> fingers_;
    bool dragging_ = false;
    Vec2 velocity_;  ///< px/ms
    double last_ms_ = 0;
};

}  // namespace atlas::app

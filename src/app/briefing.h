// What the program does for a deck beyond its pages: keys, times, the pointer that hides, and the words between windows. All of it comes with the
// later part of the program; App calls it through page::later.
#pragma once
#include <string>

#include "page/briefing.h"
#include "platform/host.h"

namespace atlas::app {

/// The state after a key, where that is the deck's. One of them opens the deck's other side in a window of its own.
std::optional<view::ViewState> after_key(const page::Data& data, const view::ViewState& state,
                                         const scene::Scene& scene, const platform::KeyEvent& event,
                                         platform::Host& host);
/// The state after a button that no address stands for: pen, pointer, back to the slide, the other window.
std::optional<view::ViewState> after_button(const page::Data& data, const view::ViewState& state, const Action& action,
                                            platform::Host& host);

/// What App keeps between frames.
struct BriefingLink {
    std::string told;  ///< last word to the other windows
    double pointer_moved_ms = 0;
    bool has_ink = false, has_laser = false;  ///< lines and the pointer were on the picture a frame ago
};
/// Once a frame: times, the hidden cursor, and a word to the other windows when this one shows something else. True when the picture has to be made anew.
bool after_frame(view::ViewState& state, BriefingLink& link, platform::Host& host, double now_ms);
/// The pointer over the presenter's picture. True when `state` changed.
bool hears_pointer(view::ViewState& state, const scene::Scene& scene, platform::Host& host,
                   const platform::PointerEvent& event);

}  // namespace atlas::app

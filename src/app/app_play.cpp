// The map's years going by by themselves: one step after another, until the last year, Escape, or another page.
#include "app/app.h"
#include "page/later.h"

namespace atlas::app {

namespace {
constexpr double step_ms = 1100;
}

/// A year a step. Nothing eases, so reduced motion needs nothing else. The frame between the steps is asked for ahead: while the years go
/// by the program sleeps.
void App::advance_play(double now_ms) {
    if (state_.page != view::Page::map || !state_.open.count(view::playing)) {
        next_step_ms_ = 0;
        return;
    }
    view::ViewState next = state_;
    if (next_step_ms_ == 0) {
        next.year = page::later<page::first_played_year>()(loader_.data(), state_);
        // Colours of different years can be compared then; a filter was one of other classes.
        if (!next.look.same_classes) next.look.shown.clear();
        next.look.same_classes = true;
    } else if (now_ms + 1 < next_step_ms_) {
        return host_.request_frame_in(next_step_ms_ - now_ms);
    } else if (const int year = page::later<page::year_after>()(loader_.data(), state_); year > 0) {
        next.year = year;
    } else {
        next.open.erase(view::playing);
    }
    const bool goes_on = next.open.count(view::playing) > 0;
    next_step_ms_ = goes_on ? now_ms + step_ms : 0;
    change(std::move(next), false);
    if (goes_on) host_.request_frame_in(step_ms);
}

}  // namespace atlas::app

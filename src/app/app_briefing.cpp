// The one place where App meets a deck: what a slide acts on, its keys, and the words of other windows. What is done then is in app/briefing.h and
// comes with the later part of the program.
#include "app/app.h"
#include "page/later.h"

namespace atlas::app {

view::ViewState App::shown(const view::ViewState& state) const {
    if (state.page != view::Page::briefing || !loader_.data().has_later_part()) return state;
    return page::later<page::shown_on_stage>()(loader_.data(), state);
}

/// Whatever is done to the page on a slide leaves the slide, but for what lies over it.
view::ViewState App::acted_on(const Action& action) const {
    const bool is_over = action.kind == Action::Kind::toggle && action.target.rfind("stage:", 0) == 0;
    return is_over ? state_ : shown();
}

bool App::briefing_key(const platform::KeyEvent& event) {
    if (!in_briefing()) return false;
    std::optional<view::ViewState> next = page::later<after_key>()(loader_.data(), state_, scene_, event, host_);
    if (!next) return false;
    travel(std::move(*next), false);
    return true;
}

void App::hears_briefing(const platform::PointerEvent& event) {
    const double before = briefing_.pointer_moved_ms;
    briefing_.pointer_moved_ms = host_.now_ms();
    if (briefing_.pointer_moved_ms - before > 1000) host_.request_frame();  // the one that hides it again
    if (state_.page == view::Page::notes && page::later<hears_pointer>()(state_, scene_, host_, event)) invalidate();
}

void App::advance_briefing(double now_ms) {
    if (flight_) return;
    if (page::later<after_frame>()(state_, briefing_, host_, now_ms)) dirty_ = true;
}

void App::window_told(const std::string& message) {
    if (!in_briefing()) return;
    page::Heard heard = page::later<page::heard>()(state_, message);
    if (heard.answers) host_.tell_windows(briefing_.told);
    if (!heard.next) return;
    briefing_.told = page::later<page::told_by>()(*heard.next);
    travel(std::move(*heard.next), false);
}

}  // namespace atlas::app

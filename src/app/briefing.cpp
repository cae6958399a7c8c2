#include "app/briefing.h"

#include <cmath>

#include "app/briefing_keys.h"

namespace atlas::app {

using page::BriefingCommand;
using view::Page;
using view::Presenting;
using view::ViewState;

namespace {

constexpr double cursor_hides_ms = 3000;

Presenting copy_of(const ViewState& state) { return state.presenting ? *state.presenting : Presenting{}; }
void keep(ViewState& state, Presenting presenting) {
    state.presenting = std::make_shared<const Presenting>(std::move(presenting));
}

/// "ten-minutes 3": what slide_ms counts for.
std::string slide_name(const ViewState& state) {
    return (state.deck.empty() ? state.id : state.deck) + " " + std::to_string(state.slide);
}

void tell(const ViewState& state, BriefingLink& link, platform::Host& host) {
    std::string word = page::told_by(state);
    if (word == link.told) return;
    // Whoever has just come follows the others instead of leading them.
    host.tell_windows(link.told.empty() ? std::string(page::hello) : word);
    link.told = std::move(word);
}

/// Of the presenter's view the stage, of the stage the presenter's view. The state stays.
ViewState open_other_side(const ViewState& state, platform::Host& host) {
    ViewState other;
    other.lang = state.lang, other.slide = state.slide, other.step = state.step;
    other.id = state.deck.empty() ? state.id : state.deck;
    const bool for_audience = state.page == Page::notes;
    other.page = for_audience ? Page::briefing : Page::notes;
    host.open_window(view::route_of(other), for_audience);
    return state;
}

}  // namespace

std::optional<ViewState> after_key(const page::Data& data, const ViewState& state, const scene::Scene& scene,
                                   const platform::KeyEvent& event, platform::Host& host) {
    const scene::Node* focus = scene.find(state.focus);
    const bool has_focus = focus && focus->focusable() && state.focus_visible;
    const std::optional<BriefingPress> press = press_of(event, has_focus, !state.deck.empty());
    if (!press) return std::nullopt;
    if (press->command == BriefingCommand::window) return open_other_side(state, host);
    return page::after(data, state, press->command, press->digit);
}

std::optional<ViewState> after_button(const page::Data& data, const ViewState& state, const Action& action,
                                      platform::Host& host) {
    if (action.kind != Action::Kind::toggle) return std::nullopt;
    if (action.target == "notes:stage") return open_other_side(state, host);
    if (action.target == "notes:laser") return page::after(data, state, BriefingCommand::laser);
    if (action.target == "notes:pen") return page::after(data, state, BriefingCommand::pen);
    if (action.target == "notes:erase") return page::after(data, state, BriefingCommand::erase);
    if (action.target == "notes:back") return page::after(data, state, BriefingCommand::back);
    return std::nullopt;
}

bool after_frame(ViewState& state, BriefingLink& link, platform::Host& host, double now_ms) {
    Presenting presenting = copy_of(state);
    bool changed = false;
    if (presenting.started_ms < 0) presenting.started_ms = now_ms, changed = true;
    if (const std::string name = slide_name(state); presenting.shown != name)
        presenting.shown = name, presenting.slide_ms = now_ms, changed = true;
    if (state.page == Page::notes) {
        // The clock's next second is the next frame.
        constexpr double second_ms = 1000;
        const double clock = host.clock_ms();
        if (std::floor(clock / second_ms) != std::floor(presenting.clock_ms / second_ms)) changed = true;
        presenting.clock_ms = clock, presenting.now_ms = now_ms;
        host.request_frame_in(second_ms - std::fmod(clock, second_ms) + 1);
    } else if (const double still = now_ms - link.pointer_moved_ms; still + 1 >= cursor_hides_ms) {
        host.set_cursor(scene::Cursor::none);
    } else if (!state.open.count(view::playing)) {  // the years have asked for their own next frame
        host.request_frame_in(cursor_hides_ms - still);
    }
    if (changed) keep(state, std::move(presenting));
    tell(state, link, host);
    const bool has_ink = state.presenting && !state.presenting->ink.empty();
    if (state.page == Page::notes && link.has_ink && !has_ink) host.tell_windows("pen erase");
    // Whoever takes the pen puts the pointer away: in the hall too.
    const bool has_laser = state.presenting && state.presenting->laser;
    if (state.page == Page::notes && link.has_laser && !has_laser) host.tell_windows("laser off");
    link.has_ink = has_ink, link.has_laser = has_laser;
    return changed && state.page == Page::notes;
}

bool hears_pointer(ViewState& state, const scene::Scene& scene, platform::Host& host,
                   const platform::PointerEvent& event) {
    using Kind = platform::PointerEvent::Kind;
    const bool is_up = event.kind == Kind::up || event.kind == Kind::cancel || event.kind == Kind::leave;
    const bool is_down = event.kind == Kind::down && event.primary;
    const std::optional<std::string> word = page::pointer_word(scene, state, event.window, is_down, is_up);
    if (!word) return false;
    std::optional<ViewState> next = page::heard(state, *word).next;
    if (!next) return false;
    Presenting presenting = copy_of(*next);
    if (is_down) presenting.is_down = true;
    if (is_up) presenting.is_down = false;
    keep(*next, std::move(presenting));
    state = std::move(*next);
    host.tell_windows(*word);
    return true;
}

}  // namespace atlas::app

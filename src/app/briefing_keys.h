// Which key means what while a deck is shown: the keys of a keyboard and those that clickers send.
#pragma once
#include "page/briefing.h"
#include "platform/host.h"

namespace atlas::app {

struct BriefingKey {
    platform::Key key;
    char character;
    page::BriefingCommand command;
    /// Arrows, space and Home belong to a chart or a button that the keyboard is on; a clicker's keys never do.
    bool yields_to_focus;
};
inline constexpr BriefingKey briefing_keys[] = {
    {platform::Key::page_down, 0, page::BriefingCommand::next, false},
    {platform::Key::right, 0, page::BriefingCommand::next, true},
    {platform::Key::down, 0, page::BriefingCommand::next, true},
    {platform::Key::space, 0, page::BriefingCommand::next, true},
    {platform::Key::page_up, 0, page::BriefingCommand::previous, false},
    {platform::Key::left, 0, page::BriefingCommand::previous, true},
    {platform::Key::up, 0, page::BriefingCommand::previous, true},
    {platform::Key::home, 0, page::BriefingCommand::first, true},
    {platform::Key::end, 0, page::BriefingCommand::last, true},
    {platform::Key::enter, 0, page::BriefingCommand::enter, false},
    {platform::Key::escape, 0, page::BriefingCommand::back, false},
    {platform::Key::backspace, 0, page::BriefingCommand::back, false},
    {platform::Key::none, 'b', page::BriefingCommand::black, false},
    {platform::Key::none, '.', page::BriefingCommand::black, false},  // what clickers send for a black screen
    {platform::Key::none, 'w', page::BriefingCommand::white, false},
    {platform::Key::none, ',', page::BriefingCommand::white, false},
    {platform::Key::none, '?', page::BriefingCommand::help, false},
    {platform::Key::none, 'n', page::BriefingCommand::window, false},
    {platform::Key::none, 'l', page::BriefingCommand::laser, false},
    {platform::Key::none, 'p', page::BriefingCommand::pen, false},
    {platform::Key::none, 'e', page::BriefingCommand::erase, false},
};

struct BriefingPress {
    page::BriefingCommand command;
    char digit = 0;
};
/// What this press means; unset where it is the page's. `has_focus`: the keyboard has visibly reached something that takes keys.
/// A view that has left its slide scrolls and answers as everywhere: only the clicker's keys and the way back are the deck's there.
inline std::optional<BriefingPress> press_of(const platform::KeyEvent& event, bool has_focus, bool has_left) {
    if (event.ctrl || (event.in_field && event.key != platform::Key::escape)) return std::nullopt;
    if (event.character >= '0' && event.character <= '9')
        return BriefingPress{page::BriefingCommand::digit, event.character};
    for (const BriefingKey& key : briefing_keys) {
        const bool is_it = key.key != platform::Key::none ? key.key == event.key : key.character == event.character;
        if (!is_it) continue;
        if (key.yields_to_focus && (has_focus || has_left)) return std::nullopt;
        return BriefingPress{key.command};
    }
    return std::nullopt;
}

}  // namespace atlas::app

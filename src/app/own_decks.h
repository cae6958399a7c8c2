// Decks of the reader's own: opened from a file, kept on the device (Host::keep), and from then on beside those that ship. A file of somebody
// else's is not trusted: it goes through the decoder of those that ship, and what it says is shown as text.
#pragma once
#include <string>

#include "model/briefing.h"
#include "page/page.h"
#include "platform/host.h"

namespace atlas::app {

/// Whether a file that was opened is for take_deck.
inline bool is_deck_file(std::string_view name) {
    constexpr std::string_view end = ".json";
    return name.size() > end.size() && name.substr(name.size() - end.size()) == end;
}

/// The decks that are kept, behind those that ship.
void add_own_decks(platform::Host& host, model::Briefings& decks);
/// A file that was opened. A deck of the name of one that ships gets a name of its own; one of the reader's takes the place of that before. What
/// is wrong with it is told on the page of the decks (Data::deck_problems).
void take_deck(page::Data& data, platform::Host& host, const std::string& file, const std::string& text);
/// Away from the page and from the device.
void drop_deck(page::Data& data, platform::Host& host, const std::string& id);

}  // namespace atlas::app

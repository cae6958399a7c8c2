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

/// The decks that are kept, behind those that ship; what cannot be read of them among Briefings::unread.
void add_own_decks(platform::Host& host, model::Briefings& decks);
/// A file that was opened. A deck of the name of one that ships gets a name of its own; one of the reader's takes the place of that before. What
/// is wrong with it is told on the page of the decks (Data::deck_problems).
void take_deck(page::Data& data, platform::Host& host, const std::string& file, const std::string& text);
/// Whether a deck has this name, or something that is kept under it and cannot be read.
bool is_taken(const page::Data& data, platform::Host& host, const std::string& id);
/// A deck that was changed here, in its place or behind all others, and on the device. `is_kept` hears whether it is there; problems: why its
/// text could not be read again, so that what was kept before stays.
Problems put_deck(page::Data& data, platform::Host& host, const model::Briefing& deck, bool& is_kept);
/// What is kept of a deck, as it is: to be saved as a file when it cannot be read.
std::string kept_deck(platform::Host& host, const std::string& id);
/// Away from the page and from the device.
void drop_deck(page::Data& data, platform::Host& host, const std::string& id);

}  // namespace atlas::app

// The editor of a reader's own deck: what each Action::Kind::edit_deck, and each letter in one of its fields, does to the deck. The first half
// is values to values; the second half keeps the result on the device. It comes with the later part of the program.
#pragma once
#include <string>

#include "core/font.h"
#include "page/briefing_editor.h"
#include "platform/host.h"

namespace atlas::app {

page::DeckEditing begin_editing(model::Briefing deck);

/// The editing after `action`, of page::deck_action:
///   edit_deck up, down, delete    the slide `value` (1 …)
///   edit_deck undo, redo
///   set_text  title, summary, slide:3:title, slide:3:caption, slide:3:note     to `text`, cut to what a deck may hold
///   choose    slide:3:seconds                                                  to the number in `text`
/// What means nothing changes nothing. Letters typed one after the other into one field are undone at once. A text that both languages share stays
/// shared; of one that each has for itself, that of `lang` changes.
page::DeckEditing after_edit(page::DeckEditing editing, const Action& action, Lang lang);
/// With the slide behind the last one; unchanged, and saying so, when the deck is full.
page::DeckEditing with_slide(page::DeckEditing editing, model::Slide slide);

struct DeckChange {
    view::ViewState next;  ///< what is shown then
    std::string focus;     ///< node that takes the keyboard; empty: it stays where it is
};
/// What a button or field of the editor, or of the page that adds a view (edit_deck add and copy: the deck in `text`), does: to the decks in
/// `data`, and on the device, at once. A deck that cannot be kept says why (DeckEditing::problems).
DeckChange change_deck(page::Data& data, platform::Host& host, const view::ViewState& state, const TextMeasure& measure,
                       const Action& action);

}  // namespace atlas::app

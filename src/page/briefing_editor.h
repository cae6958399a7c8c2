// Decks of the reader's own being made: a view becomes a slide, and the slides are written, moved and deleted. Drawn here; what the buttons
// do is in app/deck_editor.h.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "page/page.h"
#include "ui/controls.h"

namespace atlas::page {

/// What has been done to one deck in this window, as the deck's states one after the other.
struct DeckEditing {
    std::vector<model::Briefing> states;  ///< never empty
    size_t at = 0;       ///< the one that stands: what was before can be undone, what is behind it done again
    std::string typing;  ///< field whose letters make one state; empty: the next change makes its own
    enum class Said : unsigned char { nothing, deleted, added, moved, undone, redone, full } said = Said::nothing;
    int slide = 0;      ///< that this is about
    std::string title;  ///< of a deleted one
    bool is_kept = true;
    Problems problems;  ///< why it cannot be kept as it stands

    const model::Briefing& deck() const { return states[at]; }
    bool can_undo() const { return at > 0; }
    bool can_redo() const { return at + 1 < states.size(); }
};

/// The view that `state` (the page of the decks) shall add, as a slide with the titles, in both languages where both are there, and the sources of
/// its page. Unset when it is none that can be shown.
std::optional<model::Slide> slide_of_view(const Data& data, const view::ViewState& state, const TextMeasure& measure);

/// The page of the decks while it asks where the view shall go.
void add_view(Context& ctx);

/// Buttons side by side, in rows where they do not fit. Returns the height.
float button_row(ui::Ui& ui, Vec2 top_left, float width_px, std::vector<ui::ButtonSpec> buttons);

// Names of what the editor's nodes do: targets of Action::Kind::edit_deck, set_text and choose.
namespace deck_action {
inline constexpr const char *add = "add", *copy = "copy", *up = "up", *down = "down", *remove = "delete",
                            *undo = "undo", *redo = "redo", *title = "title", *summary = "summary",
                            *caption = "caption", *note = "note", *seconds = "seconds";
}  // namespace deck_action
/// "slide:3": the node of a slide's row, and the beginning of its fields' names.
inline std::string slide_node(int number) { return "slide:" + std::to_string(number); }
inline constexpr const char* undo_deleted = "deck:undo-deleted";  ///< the button where the slide stood

}  // namespace atlas::page

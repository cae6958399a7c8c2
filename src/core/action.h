// What a person can ask for, as plain data. Buttons, links, keys, the DOM mirror and the address bar all produce
// Actions; view::reduce turns them into the next ViewState. Kept in core so that a scene can carry them.
#pragma once
#include <string>

namespace atlas {

struct Action {
    enum class Kind : unsigned char {
        none,
        go,        ///< open `target`, a route such as "/stories?pillar=2"; adds a history entry
        adjust,    ///< as go, but replaces the history entry (filters, sliders: small steps of one view)
        set_text,  ///< text field `target` now holds `text`
        choose,    ///< select `target` now holds option `text`
        toggle,  ///< flips the transient flag named `target` (sheet, menu, a select's list); with `text`, those beginning so are dropped
        map_zoom,      ///< `value` > 0: in, < 0: out, by that many steps around the map's centre
        map_reset,     ///< whole country
        map_pan,       ///< `value` = 0 right, 1 down, 2 left, 3 up
        pick_feature,  ///< the map feature `target` was chosen
        retry,         ///< load bundle `target` again
        scroll_to,     ///< bring node `target` into view
        open_url,      ///< outside address `target`
        open_file,     ///< the reader's own table: lets a file be chosen
        close_file,    ///< forgets it
        edit_deck,     ///< one of the reader's own decks: `target` says how, see app/deck_editor.h
        copy_link,     ///< the address of this view to the clipboard; `text` as below
        download,  ///< a file of this page: `target` is "csv", "table:" and a chart, "svg:" or "png:" and the node that becomes the
        ///< picture; `text` names the group of buttons, which says what came of it
    };
    Kind kind = Kind::none;
    std::string target;
    std::string text;
    double value = 0;

    explicit operator bool() const { return kind != Kind::none; }
};

inline Action go(std::string route) { return {Action::Kind::go, std::move(route), {}, 0}; }
inline Action adjust(std::string route) { return {Action::Kind::adjust, std::move(route), {}, 0}; }

}  // namespace atlas

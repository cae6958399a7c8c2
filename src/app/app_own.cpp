// Files of the reader's own: opened by the platform, never sent anywhere. A table is joined to the places as soon as these are there, a deck
// stands beside those that ship, a single-file edition is shown in place of the data.
#include <utility>

#include "app/app.h"
#include "app/deck_editor.h"
#include "app/own_decks.h"
#include "page/later.h"
#include "page/own_data.h"

namespace atlas::app {

void App::replace_data(std::shared_ptr<const page::Seal> seal) {
    loader_.start_over();
    set_seal(std::move(seal));
}

void App::set_seal(std::shared_ptr<const page::Seal> seal) {
    const bool is_refused = seal && !seal->problems.empty();
    (is_refused ? loader_.data().refused : loader_.data().seal) = std::move(seal);
}

/// The About page says what was opened, at its head, or why it was not.
void App::use_edition(const OpenedEdition& edition) {
    page::Data& data = loader_.data();
    if (edition.seal->problems.empty()) {
        if (!data.is_replaced) first_seal_ = data.seal;
        host_.read_from(edition.read);
        replace_data(edition.seal);
        data.is_replaced = true;
    } else {
        set_seal(edition.seal);
    }
    view::ViewState next;
    next.lang = state_.lang, next.page = view::Page::about;
    change(std::move(next), true);
    host_.scroll_to(0);
    focus_heading_ = true;
}

void App::leave_edition() {
    host_.read_from({});
    replace_data(std::exchange(first_seal_, nullptr));
    host_.scroll_to(0);
    focus_heading_ = true;
    invalidate();
}

void App::file_opened(const std::string& name, std::string text) {
    const bool is_edition = is_edition_file(name);
    own_file_ = name;
    own_text_ = options_.decode && !is_edition ? options_.decode(std::move(text)) : std::move(text);
    if (is_edition) return invalidate();  // what it is goes first, then the page changes
    const bool is_deck = is_deck_file(name);
    const view::Page page = is_deck ? view::Page::briefings : view::Page::map;
    if (state_.page != page) {
        view::ViewState next;
        next.lang = state_.lang, next.page = page;
        change(std::move(next), true);
    }
    invalidate();
}

/// Joined once the places have arrived; the map then shows its first column.
void App::read_own_data() {
    page::Data& data = loader_.data();
    if (own_file_.empty()) return;
    loader_.want_later_part();
    if (is_deck_file(own_file_)) return read_own_deck();
    if (is_edition_file(own_file_)) return read_own_edition();
    loader_.want({model::BundleName::places, model::BundleName::municipalities});
    if (!data.places || !data.municipalities || !data.has_later_part()) return;
    data.own =
        page::later<page::own_data>()(own_file_, own_text_, *data.places, *data.municipalities, Words(state_.lang));
    own_file_.clear(), own_text_ = {};
    view::ViewState next = state_;
    page::show_own_data(data, next);
    change(std::move(next), false);
}

/// Beside the decks that ship, once these are there: it must not take the name of one.
void App::read_own_deck() {
    page::Data& data = loader_.data();
    loader_.want({model::BundleName::briefings});
    if (data.part(model::BundleName::briefings).state == page::Data::Part::State::loading || !data.has_later_part())
        return;
    page::later<take_deck>()(data, host_, own_file_, own_text_);
    own_file_.clear(), own_text_ = {};
    invalidate();
}

void App::read_own_edition() {
    if (!loader_.data().has_later_part()) return;
    const std::string name = std::exchange(own_file_, {});
    page::later<check_edition>()(host_, name, std::exchange(own_text_, {}), options_.known_keys,
                                 [this](const OpenedEdition& opened) { use_edition(opened); });
}

void App::edit_deck(const Action& action) {
    if (!loader_.data().has_later_part()) return;
    DeckChange done = page::later<change_deck>()(loader_.data(), host_, state_, measure_, action);
    const bool is_elsewhere = done.next.page != state_.page;
    change(std::move(done.next), is_elsewhere);
    if (done.focus.empty()) return;
    focus_heading_ = false;
    if (const scene::Node* node = current_scene().find(done.focus)) reveal(*node);
    wanted_focus_ = done.focus;
    set_focus(done.focus, true);
}

void App::close_own(const std::string& deck) {
    if (deck == page::close_edition) return leave_edition();
    if (!deck.empty()) {
        page::later<drop_deck>()(loader_.data(), host_, deck);
        return invalidate();
    }
    loader_.data().own.reset();
    view::ViewState next = state_;
    view::choose_indicator(next, "");
    change(std::move(next), false);
}

}  // namespace atlas::app

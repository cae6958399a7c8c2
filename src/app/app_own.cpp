// A reader's own table: opened by the platform, joined to the places as soon as these are there, and never sent anywhere.
#include "app/app.h"
#include "app/own_decks.h"
#include "page/later.h"
#include "page/own_data.h"

namespace atlas::app {

void App::replace_data(std::shared_ptr<const page::Seal> seal) {
    loader_.start_over();
    set_seal(std::move(seal));
}

void App::use_edition(std::shared_ptr<const page::Seal> seal) {
    if (seal->problems.empty())
        replace_data(std::move(seal));
    else
        set_seal(std::move(seal));
    view::ViewState next;
    next.lang = state_.lang, next.page = view::Page::about;
    change(std::move(next), true);
}

void App::file_opened(const std::string& name, std::string text) {
    if (file_taker_ && file_taker_->take(*this, name, text)) return;
    own_file_ = name, own_text_ = options_.decode ? options_.decode(std::move(text)) : std::move(text);
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

void App::close_own(const std::string& deck) {
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

#include "app/own_decks.h"

#include <algorithm>

#include "core/strings.h"
#include "model/load.h"

namespace atlas::app {
namespace {

constexpr const char* index_name = "decks";  // the ids, each behind a space
constexpr size_t most_decks = 50;

std::string kept_name(const std::string& id) { return "deck-" + id + ".json"; }

std::vector<std::string> kept_ids(platform::Host& host) {
    std::vector<std::string> ids = split(host.kept(index_name), ' ');
    ids.erase(std::remove(ids.begin(), ids.end(), std::string()), ids.end());
    if (ids.size() > most_decks) ids.resize(most_decks);
    return ids;
}

/// A slide can show every page but those that show slides.
Problems pages_missing(const model::Briefing& deck, const std::string& file) {
    Problems problems;
    const auto check = [&](const std::string& route, const std::string& at) {
        const view::ViewState state = view::parse_route(route);
        if (state.page == view::Page::not_found || view::is_of_decks(state))
            problems.push_back(problem_of(file, at, Word::problem_slide_missing, Word::problem_slide_missing_remedy,
                                          {{"value", route}}));
    };
    for (size_t i = 0; i < deck.slides.size(); ++i) {
        const std::string at = "/slides/" + std::to_string(i);
        check(deck.slides[i].route, at + "/route");
        for (size_t n = 0; n < deck.slides[i].steps.size(); ++n)
            if (const std::string& route = deck.slides[i].steps[n].route; !route.empty())
                check(route, at + "/steps/" + std::to_string(n) + "/route");
    }
    return problems;
}

std::shared_ptr<model::Briefings> copy_of(const page::Data& data) {
    return data.briefings ? std::make_shared<model::Briefings>(*data.briefings) : std::make_shared<model::Briefings>();
}

void remove_own(model::Briefings& decks, const std::string& id) {
    const auto is_it = [&id](const model::Briefing& deck) { return deck.is_own && deck.id == id; };
    decks.all.erase(std::remove_if(decks.all.begin(), decks.all.end(), is_it), decks.all.end());
}

bool keep_deck(platform::Host& host, const std::string& id, const std::string& text) {
    std::vector<std::string> ids = kept_ids(host);
    if (std::find(ids.begin(), ids.end(), id) == ids.end()) ids.push_back(id);
    return ids.size() <= most_decks && host.keep(kept_name(id), text) && host.keep(index_name, join(ids, " "));
}

}  // namespace

void add_own_decks(platform::Host& host, model::Briefings& decks) {
    for (const std::string& id : kept_ids(host)) {
        Result<model::Briefing> deck = model::load_deck(host.kept(kept_name(id)), kept_name(id));
        if (decks.find(id)) continue;
        if (!deck) {
            // Kept by another version, or damaged: it stays on the device, and the page of the decks says so.
            if (!host.kept(kept_name(id)).empty()) decks.unread.push_back({id, deck.problems()});
            continue;
        }
        deck->id = id, deck->is_own = true;
        decks.all.push_back(std::move(*deck));
    }
}

void take_deck(page::Data& data, platform::Host& host, const std::string& file, const std::string& text) {
    Result<model::Briefing> deck = model::load_deck(text, file);
    data.deck_file = file;
    data.deck_problems = deck ? pages_missing(*deck, file) : deck.problems();
    if (!data.deck_problems.empty()) return;
    const auto decks = copy_of(data);
    remove_own(*decks, deck->id);
    while (decks->find(deck->id)) {
        deck->id += "-own";
        remove_own(*decks, deck->id);
    }
    deck->is_own = true;
    data.editing.reset();  // what can be undone was another deck's
    if (keep_deck(host, deck->id, text)) data.deck_file.clear();
    decks->all.push_back(std::move(*deck));
    data.briefings = decks;
}

bool is_taken(const page::Data& data, platform::Host& host, const std::string& id) {
    return (data.briefings && data.briefings->find(id)) || !host.kept(kept_name(id)).empty();
}

Problems put_deck(page::Data& data, platform::Host& host, const model::Briefing& deck, bool& is_kept) {
    const auto decks = copy_of(data);
    const auto is_it = [&deck](const model::Briefing& other) { return other.is_own && other.id == deck.id; };
    const auto at = std::find_if(decks->all.begin(), decks->all.end(), is_it);
    if (at != decks->all.end())
        *at = deck;
    else
        decks->all.push_back(deck);
    data.briefings = decks;
    const std::string text = model::deck_text(deck);
    const Result<model::Briefing> again = model::load_deck(text, deck.id + ".json");
    is_kept = again && keep_deck(host, deck.id, text);
    return again ? Problems{} : again.problems();
}

std::string kept_deck(platform::Host& host, const std::string& id) { return host.kept(kept_name(id)); }

void drop_deck(page::Data& data, platform::Host& host, const std::string& id) {
    const auto decks = copy_of(data);
    remove_own(*decks, id);
    const auto is_it = [&id](const model::UnreadDeck& deck) { return deck.id == id; };
    decks->unread.erase(std::remove_if(decks->unread.begin(), decks->unread.end(), is_it), decks->unread.end());
    data.briefings = decks;
    data.editing.reset();
    std::vector<std::string> ids = kept_ids(host);
    ids.erase(std::remove(ids.begin(), ids.end(), id), ids.end());
    host.keep(index_name, join(ids, " "));
    host.keep(kept_name(id), {});
}

}  // namespace atlas::app

#include "app/deck_editor.h"

#include <algorithm>

#include "app/own_decks.h"
#include "core/strings.h"

namespace atlas::app {

using model::Briefing;
using model::Slide;
using page::DeckEditing;
using Said = DeckEditing::Said;
using view::Page;
using view::ViewState;
namespace act = page::deck_action;

namespace {

constexpr size_t most_states = 100;

/// The deck's next state. What could be done again is gone with it.
void put(DeckEditing& editing, Briefing deck, const std::string& typing = {}) {
    editing.states.resize(editing.at + 1);
    const bool goes_on = !typing.empty() && typing == editing.typing && editing.at > 0;
    if (goes_on)
        editing.states.back() = std::move(deck);
    else
        editing.states.push_back(std::move(deck));
    if (editing.states.size() > most_states) editing.states.erase(editing.states.begin());
    editing.at = editing.states.size() - 1, editing.typing = typing;
}

void say(DeckEditing& editing, Said said, int slide = 0) {
    editing.said = said, editing.slide = slide;
    editing.title.clear();
}

void plan_minutes(Briefing& deck) {
    int seconds = 0;
    for (const Slide& slide : deck.slides) seconds += slide.seconds;
    deck.minutes = std::clamp((seconds + 59) / 60, 1, model::most_minutes);
}

/// What may stand in a deck: no control characters but ends of lines, and no more than its decoder takes.
std::string clean(const std::string& text, size_t most_bytes, bool has_lines) {
    std::string out;
    for (const char c : text) {
        const bool is_control = static_cast<unsigned char>(c) < 0x20 || c == 0x7F, is_space = c == '\n' || c == '\t';
        if (!is_control || (c == '\n' && has_lines))
            out += c;
        else if (is_space)
            out += ' ';
    }
    if (out.size() <= most_bytes) return out;
    // Not through the middle of a character.
    size_t end = most_bytes;
    while (end > 0 && (static_cast<unsigned char>(out[end]) & 0xC0) == 0x80) --end;
    out.resize(end);
    return out;
}

void set_in(Lang lang, std::string& ja, std::string& en, const std::string& text) {
    const bool is_shared = en.empty() || en == ja;
    if (is_shared) ja = en = text;
    (lang == Lang::en ? en : ja) = text;
}

/// "slide:3:title" → 3 and "title"; 0 for the deck's own fields.
struct Field {
    int slide = 0;
    std::string_view name;
};
Field field_of(std::string_view target) {
    constexpr std::string_view prefix = "slide:";
    if (target.substr(0, prefix.size()) != prefix) return {0, target};
    target.remove_prefix(prefix.size());
    const size_t colon = target.find(':');
    Field field;
    if (colon == std::string_view::npos || !parse_int(target.substr(0, colon), field.slide)) return {};
    field.name = target.substr(colon + 1);
    return field;
}

bool set_text(Briefing& deck, const Action& action, Lang lang) {
    const Field field = field_of(action.target);
    const auto cut = [&](size_t most, bool has_lines) { return clean(action.text, most, has_lines); };
    if (field.slide == 0) {
        if (field.name == act::title)
            set_in(lang, deck.title, deck.title_en, cut(model::most_title_bytes, false));
        else if (field.name == act::summary)
            set_in(lang, deck.summary, deck.summary_en, cut(model::most_summary_bytes, true));
        else
            return false;
        return true;
    }
    if (field.slide < 1 || field.slide > static_cast<int>(deck.slides.size())) return false;
    Slide& slide = deck.slides[static_cast<size_t>(field.slide) - 1];
    int seconds = 0;
    if (field.name == act::title)
        set_in(lang, slide.title, slide.title_en, cut(model::most_title_bytes, false));
    else if (field.name == act::caption)
        set_in(lang, slide.caption, slide.caption_en, cut(model::most_caption_bytes, true));
    else if (field.name == act::note)
        slide.note = cut(model::most_note_bytes, true);
    else if (field.name == act::seconds && parse_int(action.text, seconds))
        slide.seconds = std::clamp(seconds, model::shortest_slide_s, model::longest_slide_s);
    else
        return false;
    plan_minutes(deck);
    return true;
}

void step_in_time(DeckEditing& editing, bool back) {
    if (back ? !editing.can_undo() : !editing.can_redo()) return;
    editing.at = back ? editing.at - 1 : editing.at + 1;
    editing.typing.clear();
    say(editing, back ? Said::undone : Said::redone, editing.slide);
}

void change_order(DeckEditing& editing, const Action& action) {
    Briefing deck = editing.deck();
    const int count = static_cast<int>(deck.slides.size()), number = static_cast<int>(action.value);
    if (number < 1 || number > count) return;
    const auto at = deck.slides.begin() + (number - 1);
    if (action.target == act::remove && count > 1) {
        std::string title = at->title;
        deck.slides.erase(at);
        plan_minutes(deck);
        put(editing, std::move(deck));
        say(editing, Said::deleted, number);
        editing.title = std::move(title);
    } else if (action.target == act::up && number > 1) {
        std::iter_swap(at, at - 1);
        put(editing, std::move(deck));
        say(editing, Said::moved, number - 1);
    } else if (action.target == act::down && number < count) {
        std::iter_swap(at, at + 1);
        put(editing, std::move(deck));
        say(editing, Said::moved, number + 1);
    }
}

}  // namespace

DeckEditing begin_editing(Briefing deck) {
    DeckEditing editing;
    editing.states.push_back(std::move(deck));
    return editing;
}

DeckEditing after_edit(DeckEditing editing, const Action& action, Lang lang) {
    using Kind = Action::Kind;
    if (action.kind == Kind::set_text || action.kind == Kind::choose) {
        Briefing deck = editing.deck();
        if (!set_text(deck, action, lang)) return editing;
        put(editing, std::move(deck), action.kind == Kind::set_text ? action.target : std::string());
        say(editing, Said::nothing);
    } else if (action.kind == Kind::edit_deck) {
        if (action.target == act::undo || action.target == act::redo)
            step_in_time(editing, action.target == act::undo);
        else
            change_order(editing, action);
    }
    return editing;
}

DeckEditing with_slide(DeckEditing editing, Slide slide) {
    if (editing.deck().slides.size() >= model::most_slides) {
        say(editing, Said::full);
        return editing;
    }
    Briefing deck = editing.deck();
    slide.title = clean(slide.title, model::most_title_bytes, false);
    slide.title_en = clean(slide.title_en, model::most_title_bytes, false);
    deck.slides.push_back(std::move(slide));
    plan_minutes(deck);
    const int number = static_cast<int>(deck.slides.size());
    put(editing, std::move(deck));
    say(editing, Said::added, number);
    return editing;
}

// ---- on the device -------------------------------------------------------------------------------------------------

namespace {

/// A deck of no slides yet, under a name and a title that none has.
Briefing new_deck(const page::Data& data, platform::Host& host, const Words& words) {
    int number = 1;
    const auto id = [&number] { return "deck-" + std::to_string(number); };
    while (is_taken(data, host, id())) ++number;
    Briefing deck;
    deck.id = id(), deck.is_own = true, deck.minutes = 1;
    if (data.policy) deck.edition = data.policy->edition.edition;
    // Its author's words take their place: in the language of this page, which both share until each has its own.
    deck.title =
        number == 1 ? std::string(words(Word::briefing_new_title)) : words(Word::briefing_new_title_n, {{"n", number}});
    deck.summary = words(Word::briefing_new_summary);
    deck.title_en = deck.title, deck.summary_en = deck.summary;
    return deck;
}

Briefing copy_of(const Briefing& deck, const page::Data& data, platform::Host& host) {
    Briefing copy = deck;
    copy.is_own = true;
    do copy.id += "-own";
    while (is_taken(data, host, copy.id));
    copy.title =
        clean(Words(Lang::ja)(Word::briefing_copy_title, {{"title", deck.title}}), model::most_title_bytes, false);
    if (has_words(Lang::en))
        copy.title_en = clean(Words(Lang::en)(Word::briefing_copy_title, {{"title", deck.title_en}}),
                              model::most_title_bytes, false);
    return copy;
}

/// What is being done to a deck of the reader's own; unset when there is none of that name.
std::optional<DeckEditing> editing_of(const page::Data& data, const std::string& id) {
    const Briefing* deck = data.briefings ? data.briefings->find(id) : nullptr;
    if (!deck || !deck->is_own) return std::nullopt;
    if (data.editing && data.editing->deck().id == id) return *data.editing;
    return begin_editing(*deck);
}

void store(page::Data& data, platform::Host& host, DeckEditing editing) {
    const Briefing& deck = editing.deck();
    editing.problems = put_deck(data, host, deck, editing.is_kept);
    data.editing = std::make_shared<const DeckEditing>(std::move(editing));
}

ViewState editor_of(const ViewState& state, const std::string& deck, int open) {
    ViewState next;
    next.lang = state.lang, next.page = Page::deck_editor, next.id = deck;
    next.slide = open;
    return next;
}

DeckChange add(page::Data& data, platform::Host& host, const ViewState& state, const TextMeasure& measure,
               const std::string& id) {
    const std::optional<Slide> slide = page::slide_of_view(data, state, measure);
    if (!slide) return {state, {}};
    std::optional<DeckEditing> editing = editing_of(data, id);
    if (editing) {
        editing = with_slide(std::move(*editing), *slide);
    } else {
        // A deck begins with its first slide: without any it could not be kept, and there is nothing before it to undo.
        editing = with_slide(begin_editing(new_deck(data, host, Words(state.lang))), *slide);
        editing->states.erase(editing->states.begin());
        editing->at = 0;
    }
    const int added = editing->slide;
    const std::string deck = editing->deck().id;
    store(data, host, std::move(*editing));
    return {editor_of(state, deck, added), page::slide_node(added)};
}

/// The open slide goes where it went; the keyboard stays on what was pressed, or goes to the way back.
DeckChange after_order(const ViewState& state, const DeckEditing& editing, const Action& action) {
    DeckChange change{state, {}};
    const int number = static_cast<int>(action.value), open = state.slide, now = editing.slide;
    if (editing.said == Said::deleted) {
        change.next.slide = open == number ? 0 : open > number ? open - 1 : open;
        change.focus = page::undo_deleted;
    } else if (editing.said == Said::moved) {
        change.next.slide = open == number ? now : open == now ? number : open;
        const int last = static_cast<int>(editing.deck().slides.size());
        const bool goes_on = now > 1 && now < last;
        const char* button = goes_on ? action.target.c_str() : now == 1 ? act::down : act::up;
        change.focus = page::slide_node(now) + "/" + button;
    }
    return change;
}

}  // namespace

DeckChange change_deck(page::Data& data, platform::Host& host, const ViewState& state, const TextMeasure& measure,
                       const Action& action) {
    if (!data.briefings) return {state, {}};
    if (action.target == act::add) return add(data, host, state, measure, action.text);
    if (action.target == act::copy) {
        const Briefing* deck = data.briefings->find(action.text);
        if (!deck) return {state, {}};
        DeckEditing editing = begin_editing(copy_of(*deck, data, host));
        const std::string id = editing.deck().id;
        store(data, host, std::move(editing));
        return {editor_of(state, id, 0), {}};
    }
    std::optional<DeckEditing> before = editing_of(data, state.id);
    if (!before) return {state, {}};
    const bool was_deleted = before->said == Said::deleted;
    const DeckEditing editing = after_edit(std::move(*before), action, state.lang);
    DeckChange change{state, {}};
    if (action.kind == Action::Kind::edit_deck) change = after_order(state, editing, action);
    if (editing.said == Said::undone || editing.said == Said::redone) {
        if (state.slide > static_cast<int>(editing.deck().slides.size())) change.next.slide = 0;
        // The button where the slide stood has gone with the message: the slide is there again.
        if (was_deleted && action.text == page::undo_deleted) change.focus = page::slide_node(editing.slide);
    }
    store(data, host, editing);
    return change;
}

}  // namespace atlas::app

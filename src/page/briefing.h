// Briefings: decks of live slides, the stage that the hall sees, and the presenter's view of it. A slide is a page of the atlas, built as
// everywhere and put on the stage: what is clicked there goes on from it, and stays on the stage until one key returns to the slide.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "page/page.h"

namespace atlas::page {

// ---- what is shown -------------------------------------------------------------------------------------------------

/// The deck that `state` shows or has left; nullptr while it is not there, or when there is none of that name.
const model::Briefing* deck_of(const Data& data, const view::ViewState& state);
/// Its slide; numbers beyond the last give the last.
const model::Slide* slide_of(const Data& data, const view::ViewState& state);
/// What the stage shows as a view of its own: the slide's page after the steps that are done, ready to go on from; a state
/// that has left its slide, or is no briefing's, as it is.
view::ViewState shown_on_stage(const Data& data, const view::ViewState& state);
/// What all slides of the deck draw from: fetched together, so that nothing is missing when the network goes.
std::vector<model::BundleName> bundles_of_deck(const Data& data, const view::ViewState& state);

/// Stage or presenter's view.
scene::Scene draw_briefing(const Data& data, const view::ViewState& state, const ui::Environment& environment,
                           const TextMeasure& measure);

/// The stage's own pixels: laid out for this window and enlarged as a whole, so that the smallest letters (14) have 24 px at 1920 × 1080.
inline constexpr Vec2 stage_px{1120, 630};
scene::Scene draw_stage(const Data& data, const view::ViewState& state, const ui::Environment& environment,
                        const TextMeasure& measure);
scene::Scene draw_notes(const Data& data, const view::ViewState& state, const ui::Environment& environment,
                        const TextMeasure& measure);
/// The keys as rows "PageDown …": what it does; on the stage behind "?", and on the page of the decks.
float draw_keys(ui::Ui& ui, Vec2 top_left, float width_px, const ui::TextStyle& style);

// ---- on paper and as files ------------------------------------------------------------------------------------------

/// The slide (1 …) after all its steps, as the address that the stage opens.
std::string sheet_route(const model::Briefing& deck, int slide, Lang lang);
struct Sheet {
    scene::Scene scene;
    bool is_note = false;
};
/// All slides of a deck that is in `data`, one a sheet of 16:9; with notes, each is followed by a sheet of A4 with the slide, what is said
/// to it, its time and address. A note that is too long for one sheet goes on on the next.
std::vector<Sheet> deck_sheets(const Data& data, const model::Briefing& deck, Lang lang, const TextMeasure& measure,
                               bool with_notes);
/// What a deck names and the atlas does not have: views, figures on them, sources. `file` is that of the problems. All bundles must be there.
Problems deck_problems(const Data& data, const model::Briefing& deck, const std::string& file,
                       const TextMeasure& measure);

/// A figure that a slide quotes and the data now say otherwise.
struct ChangedFigure {
    int slide = 0;
    const model::QuotedFigure* quoted = nullptr;
    std::optional<double> now;  ///< unset: there is no such value any more
};
std::vector<ChangedFigure> changed_figures(const Data& data, const model::Briefing& deck);

// ---- how it goes on ------------------------------------------------------------------------------------------------

enum class BriefingCommand : unsigned char {
    next,
    previous,
    first,
    last,
    digit,
    enter,
    black,
    white,
    back,
    help,
    laser,
    pen,
    erase,
    window  ///< the other side of the deck in a window of its own: app/briefing.h
};
/// The state after a command; unset where it means nothing. `digit`: of BriefingCommand::digit.
std::optional<view::ViewState> after(const Data& data, const view::ViewState& state, BriefingCommand command,
                                     char digit = 0);

// Flags in ViewState::open.
inline constexpr const char* black_flag = "stage:black";
inline constexpr const char* white_flag = "stage:white";
inline constexpr const char* help_flag = "stage:help";

// ---- windows in step -----------------------------------------------------------------------------------------------

/// What this window shows, in words for the others: "show - /briefing/x?slide=3" (b, w: black, white).
std::string told_by(const view::ViewState& state);
inline constexpr std::string_view hello = "hello";  ///< a window that has just opened: the others say what they show
struct Heard {
    std::optional<view::ViewState> next;
    bool answers = false;  ///< to hello
};
/// A word of another window. Whatever is not one of ours, or not of this deck, changes nothing.
Heard heard(const view::ViewState& state, std::string_view message);
/// The pointer over the presenter's picture of the stage, as a word for the audience's window: "laser 0.41 0.33", "pen …", "pen up".
std::optional<std::string> pointer_word(const scene::Scene& scene, const view::ViewState& state, Vec2 window,
                                        bool is_down, bool is_up);

}  // namespace atlas::page

// Decks for briefings: slides that are addresses of the atlas, with what is said about them.
#pragma once
#include <string>
#include <vector>

#include "core/result.h"

namespace atlas::model {

/// One press of the key within a slide.
struct BriefingStep {
    enum class Kind : unsigned char {
        caption,    ///< the caption appears
        highlight,  ///< the marks of Slide::highlight are ringed
        go,         ///< the picture goes on to `route`; a map flies there
        play,       ///< the map's years go by
    } kind = Kind::caption;
    std::string route;
};

/// A figure that the slide's words quote, as the edition had it for which the deck was made.
struct QuotedFigure {
    std::string series;
    int year = 0;
    double value = 0;
};

// What a deck may hold. Its decoder refuses longer texts; the editor cuts them, and adds no more slides.
inline constexpr int shortest_slide_s = 5, longest_slide_s = 3600, most_minutes = 600;
inline constexpr size_t most_slides = 100, most_title_bytes = 400, most_caption_bytes = 800, most_summary_bytes = 1000,
                        most_note_bytes = 20000;

struct Slide {
    std::string route;                ///< any address of the atlas, without a language
    std::string title, title_en;      ///< the finding
    std::string caption, caption_en;  ///< one or two sentences under the figure
    std::string note;                 ///< what the presenter says
    int seconds = 60;                 ///< planned
    std::vector<std::string>
        focus;  ///< semantic nodes that fill the stage: one, or the part of the page with all of them; empty: the page from its beginning
    std::vector<std::string> highlight;  ///< semantic nodes in it
    std::vector<std::string> sources;    ///< of sources.csv, for what has no 出典 line of its own
    std::vector<BriefingStep> steps;
    std::vector<QuotedFigure> figures;

    bool has_step(BriefingStep::Kind kind) const {
        for (const BriefingStep& step : steps)
            if (step.kind == kind) return true;
        return false;
    }
    /// Has this happened once `count` steps are done?
    bool is_done(BriefingStep::Kind kind, int count) const {
        for (int i = 0; i < count && i < static_cast<int>(steps.size()); ++i)
            if (steps[static_cast<size_t>(i)].kind == kind) return true;
        return false;
    }
};

struct Briefing {
    std::string id, title, title_en, summary, summary_en;
    std::string edition;  ///< date of the data edition that it was made for
    int minutes = 0;
    bool is_own = false;  ///< opened by the reader, and kept on the device
    std::vector<Slide> slides;
};

/// One of the reader's own that is kept on the device and cannot be read: damaged, or written by another edition of the atlas.
struct UnreadDeck {
    std::string id;
    Problems problems;
};

struct Briefings {
    std::vector<Briefing> all;
    std::vector<UnreadDeck> unread{};

    const Briefing* find(const std::string& id) const {
        for (const Briefing& briefing : all)
            if (briefing.id == id) return &briefing;
        return nullptr;
    }
};

}  // namespace atlas::model

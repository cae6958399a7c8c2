// A deck as text: what is kept and saved is what is read.
#include <doctest/doctest.h>

#include "golden.h"
#include "model/load.h"
#include "tool/sources.h"
#include "unit/fixture.h"

using namespace atlas;
using model::Briefing;

namespace {

Briefing short_deck() {
    Briefing deck;
    deck.id = "own", deck.title = deck.title_en = "資料", deck.summary = deck.summary_en = "要約";
    deck.edition = "2026-11-22", deck.minutes = 1;
    model::Slide& slide = deck.slides.emplace_back();
    slide.route = "/kpis", slide.title = slide.title_en = "目標";
    return deck;
}

void check_same(const Briefing& a, const Briefing& b) {
    CHECK(model::deck_text(a) == model::deck_text(b));
    CHECK(a.id == b.id);
    REQUIRE(a.slides.size() == b.slides.size());
    for (size_t i = 0; i < a.slides.size(); ++i) {
        CHECK(a.slides[i].note == b.slides[i].note);
        CHECK(a.slides[i].focus == b.slides[i].focus);
        CHECK(a.slides[i].figures.size() == b.slides[i].figures.size());
    }
}

}  // namespace

TEST_SUITE("the text of a deck") {
    TEST_CASE("all decks that ship come back as they were") {
        const tool::SourceSet sources = tool::read_sources(test::source_dir() + "/data");
        REQUIRE(sources.briefings.all.size() >= 4);
        for (const Briefing& deck : sources.briefings.all) {
            const Result<Briefing> again = model::load_deck(model::deck_text(deck), deck.id);
            REQUIRE(again);
            check_same(deck, *again);
            CHECK(again->minutes == deck.minutes);
            CHECK(again->edition == deck.edition);
            for (size_t i = 0; i < deck.slides.size(); ++i) {
                REQUIRE(again->slides[i].steps.size() == deck.slides[i].steps.size());
                for (size_t n = 0; n < deck.slides[i].steps.size(); ++n) {
                    CHECK(again->slides[i].steps[n].kind == deck.slides[i].steps[n].kind);
                    CHECK(again->slides[i].steps[n].route == deck.slides[i].steps[n].route);
                }
                for (size_t n = 0; n < deck.slides[i].figures.size(); ++n)
                    CHECK(again->slides[i].figures[n].value == deck.slides[i].figures[n].value);
            }
        }
    }

    TEST_CASE("it is the form of data/briefings/") {
        std::string file;
        REQUIRE(test::read_text(test::source_dir() + "/data/briefings/pillar-2.json", file));
        const Result<Briefing> deck = model::load_deck(file, "pillar-2.json");
        REQUIRE(deck);
        const std::string text = model::deck_text(*deck);
        CHECK_MESSAGE(text == file, test::first_difference(file, text));
    }

    TEST_CASE("awkward words stay as they are") {
        for (const char* awkward :
             {"\"quoted\" \\ / </script><b>", "行1\n行2\n", "𠮷野家 髙 ①\u2028\u200d", "{\"a\":1}", "\t"}) {
            Briefing deck = short_deck();
            deck.slides[0].note = deck.slides[0].caption = awkward;
            deck.title = std::string("題") + awkward;
            const Result<Briefing> again = model::load_deck(model::deck_text(deck), "x");
            REQUIRE_MESSAGE(again, awkward);
            CHECK(again->title == deck.title);
            CHECK(again->slides[0].note == awkward);
            CHECK(again->slides[0].caption == awkward);
        }
    }

    TEST_CASE("who writes in one language is understood: its words are those of both") {
        Briefing deck = short_deck();
        deck.title_en.clear(), deck.summary_en.clear(), deck.slides[0].title_en.clear(), deck.slides[0].caption = "文";
        Result<Briefing> again = model::load_deck(model::deck_text(deck), "x");
        REQUIRE(again);
        CHECK(again->title_en == "資料");
        CHECK(again->slides[0].title_en == "目標");
        deck.title.clear(), deck.title_en = "Meeting", deck.slides[0].caption.clear(), deck.slides[0].caption_en = "C";
        again = model::load_deck(model::deck_text(deck), "x");
        REQUIRE(again);
        CHECK(again->title == "Meeting");
        CHECK(again->slides[0].caption == "C");
        deck.title_en.clear();
        again = model::load_deck(model::deck_text(deck), "x");
        REQUIRE_FALSE(again);
        CHECK(again.problems()[0].at == "/title");
    }
}

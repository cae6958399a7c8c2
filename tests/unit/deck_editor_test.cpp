// Decks made in the atlas: what each button and letter does, undo and redo, and the pages on which it is done.
#include "app/deck_editor.h"

#include <doctest/doctest.h>

#include "app/own_decks.h"
#include "core/strings.h"
#include "golden.h"
#include "keeping_host.h"
#include "map_mesh_fixture.h"
#include "page/briefing.h"
#include "page_checks.h"
#include "real_world.h"

using namespace atlas;
using model::Briefing;
using page::DeckEditing;
using test::KeepingHost;
using view::ViewState;
namespace act = page::deck_action;

namespace {

const FixedMeasure measure;

page::Data world() {
    page::Data data = test::real_world();
    tool::SourceSet sources = tool::read_sources(test::source_dir() + "/data");
    data.briefings = std::make_shared<model::Briefings>(std::move(sources.briefings));
    data.map = test::small_country();
    return data;
}

Briefing deck_of(int slides) {
    Briefing deck;
    deck.id = "own", deck.title = deck.title_en = "資料", deck.summary = deck.summary_en = "要約";
    deck.edition = "2026-11-22", deck.minutes = slides, deck.is_own = true;
    for (int i = 1; i <= slides; ++i) {
        model::Slide& slide = deck.slides.emplace_back();
        slide.route = "/kpis", slide.title = slide.title_en = std::string(1, static_cast<char>('A' + i - 1));
    }
    return deck;
}

/// "ABC": the titles in their order.
std::string order(const DeckEditing& editing) {
    std::string all;
    for (const model::Slide& slide : editing.deck().slides) all += slide.title;
    return all;
}

Action edit(const char* what, int slide = 0, std::string text = {}) {
    return {Action::Kind::edit_deck, what, std::move(text), static_cast<double>(slide)};
}
Action type(std::string field, std::string text) {
    return {Action::Kind::set_text, std::move(field), std::move(text), 0};
}
Action choose(std::string field, std::string text) {
    return {Action::Kind::choose, std::move(field), std::move(text), 0};
}

DeckEditing done(DeckEditing editing, std::initializer_list<Action> actions, Lang lang = Lang::ja) {
    for (const Action& action : actions) editing = app::after_edit(std::move(editing), action, lang);
    return editing;
}

scene::Scene page_of(const page::Data& data, const std::string& route, Vec2 window = {1280, 800}) {
    ui::Environment env;
    env.window = window;
    return page::build(data, view::parse_route(route), env, measure);
}

}  // namespace

TEST_SUITE("editing a deck") {
    TEST_CASE("slides move, and stay at the ends") {
        const DeckEditing abc = app::begin_editing(deck_of(3));
        CHECK(order(done(abc, {edit(act::up, 2)})) == "BAC");
        CHECK(order(done(abc, {edit(act::down, 2)})) == "ACB");
        CHECK(order(done(abc, {edit(act::up, 1)})) == "ABC");
        CHECK(order(done(abc, {edit(act::down, 3)})) == "ABC");
        CHECK_FALSE(done(abc, {edit(act::up, 1)}).can_undo());
        CHECK(done(abc, {edit(act::down, 1)}).slide == 2);
    }

    TEST_CASE("deleted, undone, done again, and changed after undoing") {
        const DeckEditing abc = app::begin_editing(deck_of(3));
        const DeckEditing ac = done(abc, {edit(act::remove, 2)});
        CHECK(order(ac) == "AC");
        CHECK(ac.said == DeckEditing::Said::deleted);
        CHECK(ac.title == "B");
        CHECK(ac.deck().minutes == 2);
        const DeckEditing a = done(ac, {edit(act::remove, 2)});
        CHECK(order(a) == "A");
        CHECK(order(done(a, {edit(act::undo)})) == "AC");
        CHECK(order(done(a, {edit(act::undo), edit(act::undo)})) == "ABC");
        CHECK(order(done(a, {edit(act::undo), edit(act::undo), edit(act::undo)})) == "ABC");
        CHECK(order(done(a, {edit(act::undo), edit(act::undo), edit(act::redo)})) == "AC");
        CHECK(order(done(a, {edit(act::undo), edit(act::redo), edit(act::redo)})) == "A");
        const DeckEditing other = done(a, {edit(act::undo), edit(act::undo), edit(act::up, 3)});
        CHECK(order(other) == "ACB");
        CHECK_FALSE(other.can_redo());
        CHECK(order(done(other, {edit(act::undo)})) == "ABC");
    }

    TEST_CASE("the last slide stays") {
        const DeckEditing one = app::begin_editing(deck_of(1));
        CHECK(order(done(one, {edit(act::remove, 1)})) == "A");
    }

    TEST_CASE("letters of one field are one step, those of the next another") {
        DeckEditing editing = app::begin_editing(deck_of(2));
        editing =
            done(editing, {type("slide:1:title", "X"), type("slide:1:title", "Xy"), type("slide:1:title", "Xyz")});
        CHECK(order(editing) == "XyzB");
        editing = done(editing, {type("slide:2:note", "話す"), type("slide:2:note", "話すこと")});
        CHECK(editing.deck().slides[1].note == "話すこと");
        editing = done(editing, {edit(act::undo)});
        CHECK(editing.deck().slides[1].note.empty());
        CHECK(order(editing) == "XyzB");
        editing = done(editing, {edit(act::undo)});
        CHECK(order(editing) == "AB");
        // Written again after undoing: a step of its own.
        editing = done(editing, {type("slide:1:title", "Q"), edit(act::undo)});
        CHECK(order(editing) == "AB");
    }

    TEST_CASE("texts are cut to what a deck may hold, between characters, and hold no control characters") {
        std::string longer;
        while (longer.size() < 2 * model::most_title_bytes) longer += "字";
        const DeckEditing editing =
            done(app::begin_editing(deck_of(1)),
                 {type("slide:1:title", longer), type("title", "a\x01\x1b\nb"), type("slide:1:note", "行1\n行2\x02")});
        const model::Slide& slide = editing.deck().slides[0];
        CHECK(slide.title.size() <= model::most_title_bytes);
        CHECK(slide.title.size() > model::most_title_bytes - 3);
        CHECK(is_valid_utf8(slide.title));
        CHECK(editing.deck().title == "a b");
        CHECK(slide.note == "行1\n行2");
        CHECK(model::load_deck(model::deck_text(editing.deck()), "x"));
    }

    TEST_CASE("times are chosen, within what a slide may take, and the deck's length follows") {
        const DeckEditing editing = app::begin_editing(deck_of(2));
        CHECK(done(editing, {choose("slide:1:seconds", "90")}).deck().slides[0].seconds == 90);
        CHECK(done(editing, {choose("slide:1:seconds", "300")}).deck().minutes == 6);
        CHECK(done(editing, {choose("slide:1:seconds", "0")}).deck().slides[0].seconds == model::shortest_slide_s);
        CHECK(done(editing, {choose("slide:1:seconds", "soon")}).deck().slides[0].seconds == 60);
    }

    TEST_CASE("a text that both languages share stays shared; of two the page's own changes") {
        Briefing deck = deck_of(1);
        deck.slides[0].title = "題", deck.slides[0].title_en = "Title";
        const DeckEditing editing = app::begin_editing(deck);
        const DeckEditing ja = done(editing, {type("slide:1:title", "新しい"), type("title", "会")});
        CHECK(ja.deck().slides[0].title == "新しい");
        CHECK(ja.deck().slides[0].title_en == "Title");
        CHECK(ja.deck().title_en == "会");
        const DeckEditing en = done(editing, {type("slide:1:title", "New"), type("title", "Meeting")}, Lang::en);
        CHECK(en.deck().slides[0].title == "題");
        CHECK(en.deck().slides[0].title_en == "New");
        CHECK(en.deck().title == "Meeting");
    }

    TEST_CASE("what means nothing changes nothing") {
        const DeckEditing editing = app::begin_editing(deck_of(2));
        for (const Action& action : {edit(act::up, 0), edit(act::remove, 9), edit("explode", 1),
                                     type("slide:9:title", "x"), type("slide:", "x"), type("slide:1:route", "/x"),
                                     type("slide:x:title", "x"), type("id", "x"), choose("slide:-1:seconds", "9")}) {
            const DeckEditing after = app::after_edit(editing, action, Lang::ja);
            CHECK(after.states.size() == 1);
            CHECK(model::deck_text(after.deck()) == model::deck_text(editing.deck()));
        }
    }

    TEST_CASE("a deck takes so many slides and no more; steps back are many, not endless") {
        DeckEditing editing = app::begin_editing(deck_of(1));
        for (size_t i = 0; i < model::most_slides + 5; ++i) editing = app::with_slide(editing, deck_of(1).slides[0]);
        CHECK(editing.deck().slides.size() == model::most_slides);
        CHECK(editing.said == DeckEditing::Said::full);
        for (int i = 0; i < 300; ++i) editing = done(editing, {edit(act::down, 1)});
        CHECK(editing.states.size() <= 101);
        CHECK(editing.can_undo());
    }
}

TEST_SUITE("making a deck in the atlas") {
    const std::string map_route = "/map?i=population_change&y=2020&c=135.2,35,3";
    const std::string add_map = "/briefing?add=" + url_encode(map_route);

    TEST_CASE("every page leads to it with the view that it shows, the map with camera, indicator and year") {
        const page::Data data = world();
        for (const char* route : {"/", "/pillars", "/stories", "/kpis", "/kpis/inbound-visitors", "/trends", "/logic",
                                  "/roadmap", "/compare", "/history", "/about", "/en/kpis?pillar=2"}) {
            const scene::Scene scene = page_of(data, route);
            const scene::Node* link = scene.find("footer:slide");
            REQUIRE_MESSAGE(link, route);
            const ViewState state = view::parse_route(link->href);
            CHECK(state.page == view::Page::briefings);
            CHECK(state.lang == view::parse_route(route).lang);
            ViewState plain = view::parse_route(route);
            plain.lang = Lang::ja;
            CHECK(state.added == view::route_of(plain));
        }
        CHECK_FALSE(page_of(data, "/briefing").find("footer:slide"));
        const scene::Scene kpi = page_of(data, "/kpis/inbound-visitors");
        REQUIRE(kpi.find("download:slide"));
        CHECK(view::parse_route(kpi.find("download:slide")->href).added_focus == "kpi:chart");
        ViewState map = view::parse_route(map_route);
        map.open.insert("fold:download");
        const scene::Scene scene = page::build(data, map, {}, measure);
        REQUIRE(scene.find("download:slide"));
        CHECK(view::parse_route(scene.find("download:slide")->href).added ==
              view::route_of(view::parse_route(map_route)));
    }

    TEST_CASE("the way there is an address that reads back") {
        const ViewState state = view::parse_route(add_map);
        CHECK(state.page == view::Page::briefings);
        CHECK(view::route_of(state) == add_map);
        const ViewState editor = view::parse_route("/en/briefing/own/edit?slide=3");
        CHECK(editor.page == view::Page::deck_editor);
        CHECK(editor.id == "own");
        CHECK(editor.slide == 3);
        CHECK(view::route_of(editor) == "/en/briefing/own/edit?slide=3");
        CHECK(view::route_of(view::parse_route("/briefing/own/edit")) == "/briefing/own/edit");
        CHECK_FALSE(view::in_briefing(editor));
    }

    TEST_CASE("a view becomes a slide of a new deck: with its titles, sources and address, kept at once") {
        KeepingHost host;
        page::Data data = world();
        const app::DeckChange change =
            app::change_deck(data, host, view::parse_route(add_map), measure, edit(act::add));
        CHECK(view::route_of(change.next) == "/briefing/deck-1/edit?slide=1");
        CHECK(change.focus == "slide:1");
        const Briefing* deck = data.briefings->find("deck-1");
        REQUIRE(deck);
        CHECK(deck->is_own);
        CHECK(deck->edition == data.policy->edition.edition);
        REQUIRE(deck->slides.size() == 1);
        CHECK(deck->slides[0].route == view::route_of(view::parse_route(map_route)));
        CHECK(deck->slides[0].title.find("人口") != std::string::npos);
        CHECK_FALSE(has_japanese(deck->slides[0].title_en));
        CHECK_FALSE(deck->slides[0].sources.empty());
        CHECK(deck->slides[0].seconds == 60);
        CHECK(host.store["decks"] == "deck-1");
        CHECK(host.store["deck-deck-1.json"] == model::deck_text(*deck));
        CHECK_FALSE(data.editing->can_undo());
        test::check_nodes(page_of(data, "/briefing/deck-1"));
        CHECK(page_of(data, "/briefing/deck-1").find("stage:source"));

        // The next one goes behind it, and a second new deck has a name of its own.
        app::change_deck(data, host, view::parse_route("/briefing?add=%2Fkpis%2Finbound-visitors&focus=kpi%3Achart"),
                         measure, edit(act::add, 0, "deck-1"));
        REQUIRE(data.briefings->find("deck-1")->slides.size() == 2);
        CHECK(data.briefings->find("deck-1")->slides[1].focus == std::vector<std::string>{"kpi:chart"});
        CHECK(data.editing->can_undo());
        app::change_deck(data, host, view::parse_route(add_map), measure, edit(act::add));
        REQUIRE(data.briefings->find("deck-2"));
        CHECK(data.briefings->find("deck-2")->title != data.briefings->find("deck-1")->title);

        model::Briefings next = *world().briefings;
        app::add_own_decks(host, next);
        REQUIRE(next.find("deck-1"));
        CHECK(next.find("deck-1")->slides.size() == 2);
    }

    TEST_CASE("what can be no slide is refused in words, and adds nothing") {
        for (const char* added : {"/nowhere", "/briefing", "/briefing/ten-minutes", "/briefing/x/edit",
                                  "javascript:alert(1)", "/map?i=own.1", "https://example.org/"}) {
            KeepingHost host;
            page::Data data = world();
            const std::string route = "/briefing?add=" + url_encode(added);
            const scene::Scene scene = page_of(data, route);
            CHECK_MESSAGE(scene.find("add:refused"), added);
            CHECK_FALSE(scene.find("add-new"));
            app::change_deck(data, host, view::parse_route(route), measure, edit(act::add));
            CHECK(host.store.empty());
            CHECK_FALSE(data.briefings->find("deck-1"));
        }
    }

    TEST_CASE("a deck that ships is copied, with its words in both languages; itself it stays") {
        KeepingHost host;
        page::Data data = world();
        const std::string before = model::deck_text(*data.briefings->find("pillar-2"));
        CHECK(page_of(data, "/briefing/pillar-2/edit").find("copy:pillar-2"));
        app::change_deck(data, host, view::parse_route("/briefing/pillar-2/edit"), measure, edit(act::remove, 1));
        CHECK(host.store.empty());
        const app::DeckChange change =
            app::change_deck(data, host, view::parse_route("/briefing"), measure, edit(act::copy, 0, "pillar-2"));
        CHECK(view::route_of(change.next) == "/briefing/pillar-2-own/edit");
        const Briefing* copy = data.briefings->find("pillar-2-own");
        REQUIRE(copy);
        CHECK(copy->slides.size() == data.briefings->find("pillar-2")->slides.size());
        CHECK(copy->title != data.briefings->find("pillar-2")->title);
        CHECK_FALSE(has_japanese(copy->title_en));
        CHECK(model::deck_text(*data.briefings->find("pillar-2")) == before);
        app::change_deck(data, host, view::parse_route("/briefing"), measure, edit(act::copy, 0, "pillar-2"));
        CHECK(data.briefings->find("pillar-2-own-own"));
    }

    TEST_CASE(
        "each change is on the device; the keyboard stays with what was moved, and goes to the way back of what was "
        "deleted") {
        KeepingHost host;
        page::Data data = world();
        app::change_deck(data, host, view::parse_route("/briefing"), measure, edit(act::copy, 0, "pillar-2"));
        const ViewState state = view::parse_route("/briefing/pillar-2-own/edit?slide=3");
        const auto kept = [&] { return *model::load_deck(host.store["deck-pillar-2-own.json"], "x"); };
        const std::string third = kept().slides[2].title;
        app::DeckChange change = app::change_deck(data, host, state, measure, edit(act::up, 3));
        CHECK(change.focus == "slide:2/up");
        CHECK(change.next.slide == 2);
        CHECK(kept().slides[1].title == third);
        change = app::change_deck(data, host, change.next, measure, edit(act::up, 2));
        CHECK(change.focus == "slide:1/down");
        change = app::change_deck(data, host, change.next, measure, edit(act::remove, 1));
        CHECK(change.focus == page::undo_deleted);
        CHECK(change.next.slide == 0);
        CHECK(kept().slides[0].title != third);
        const scene::Scene scene = page_of(data, "/briefing/pillar-2-own/edit");
        REQUIRE(scene.find(page::undo_deleted));
        CHECK(test::says(scene, third));
        change = app::change_deck(data, host, change.next, measure, scene.find(page::undo_deleted)->action);
        CHECK(change.focus == "slide:1");
        CHECK(kept().slides[0].title == third);
        app::change_deck(data, host, change.next, measure, type("slide:1:caption", "<b>文</b>"));
        CHECK(kept().slides[0].caption == "<b>文</b>");
        CHECK(kept().slides[0].caption_en == data.briefings->find("pillar-2-own")->slides[0].caption_en);
    }

    TEST_CASE("what cannot be kept says so: an empty title, a full device; it is kept as soon as it can be") {
        KeepingHost host;
        page::Data data = world();
        app::change_deck(data, host, view::parse_route(add_map), measure, edit(act::add));
        const std::string kept = host.store["deck-deck-1.json"];
        const ViewState state = view::parse_route("/briefing/deck-1/edit?slide=1");
        const auto said = [&] { return page_of(data, "/briefing/deck-1/edit").find("deck:said")->name; };
        const scene::Node before = *page_of(data, "/briefing/deck-1/edit").find("deck:title");
        app::change_deck(data, host, state, measure, type("title", ""));
        CHECK(host.store["deck-deck-1.json"] == kept);
        CHECK(said() == "「発表の題」が空のため、まだ保存していません。書くと、保存します。");
        CHECK(page_of(data, "/briefing/deck-1/edit").find("deck:title")->rect == before.rect);
        test::check_nodes(page_of(data, "/briefing/deck-1/edit?slide=1"));
        app::change_deck(data, host, state, measure, type("title", "市民説明会"));
        app::change_deck(data, host, state, measure, type("summary", ""));
        CHECK(said().find("「発表の説明」") == 0);
        app::change_deck(data, host, state, measure, type("summary", "説明"));
        CHECK(said().find("まだ保存していません") == std::string::npos);
        CHECK(model::load_deck(host.store["deck-deck-1.json"], "x")->title == "市民説明会");
        host.is_full = true;
        app::change_deck(data, host, state, measure, type("title", "市民説明会2"));
        CHECK(page_of(data, "/briefing/deck-1/edit").find("deck:not-kept"));
        CHECK(data.briefings->find("deck-1")->title == "市民説明会2");
    }

    TEST_CASE("an opened file of the same name begins a history of its own") {
        KeepingHost host;
        page::Data data = world();
        app::change_deck(data, host, view::parse_route(add_map), measure, edit(act::add));
        const ViewState state = view::parse_route("/briefing/deck-1/edit");
        app::change_deck(data, host, state, measure, type("title", "前"));
        Briefing other = deck_of(3);
        other.id = "deck-1";
        app::take_deck(data, host, "deck-1.json", model::deck_text(other));
        app::change_deck(data, host, state, measure, edit(act::undo));
        CHECK(data.briefings->find("deck-1")->slides.size() == 3);
    }

    TEST_CASE("the English notes say that what to say is in Japanese, where it is") {
        const page::Data data = world();
        const Briefing* deck = data.briefings->find("pillar-2");
        CHECK(page_of(data, "/en/briefing/pillar-2/notes").find("notes:language"));
        CHECK_FALSE(page_of(data, "/briefing/pillar-2/notes").find("notes:language"));
        const auto says_so = [&](Lang lang) {
            for (const page::Sheet& sheet : page::deck_sheets(data, *deck, lang, measure, true))
                if (sheet.is_note && sheet.scene.find("sheet:note-language")) return true;
            return false;
        };
        CHECK(says_so(Lang::en));
        CHECK_FALSE(says_so(Lang::ja));
    }

    TEST_CASE("the pages hold what holds for every page, in both languages and all widths") {
        KeepingHost host;
        page::Data data = world();
        app::change_deck(data, host, view::parse_route("/briefing"), measure, edit(act::copy, 0, "pillar-2"));
        app::change_deck(data, host, view::parse_route("/briefing/pillar-2-own/edit"), measure, edit(act::remove, 3));
        for (const char* route : {"/briefing/pillar-2-own/edit?slide=2", "/en/briefing/pillar-2-own/edit?slide=1",
                                  "/briefing/none/edit", "/briefing/pillar-2/edit"})
            for (const float width : {320.f, 390.f, 768.f, 1280.f, 1920.f}) {
                CAPTURE(route);
                CAPTURE(width);
                test::check_nodes(page_of(data, route, {width, 800}));
            }
        for (const float width : {320.f, 390.f, 1280.f}) {
            test::check_nodes(page_of(data, add_map, {width, 800}));
            test::check_text_places(page_of(data, "/briefing/pillar-2-own/edit", {width, 800}), measure);
        }
    }

    TEST_CASE("goldens of the editor and of the page that adds a view") {
        KeepingHost host;
        page::Data data = world();
        app::change_deck(data, host, view::parse_route("/briefing"), measure, edit(act::copy, 0, "pillar-2"));
        app::change_deck(data, host, view::parse_route("/briefing/pillar-2-own/edit"), measure, edit(act::remove, 3));
        test::compare_golden("deck-editor-1280", scene::dump(page_of(data, "/briefing/pillar-2-own/edit?slide=8")));
        test::compare_golden("deck-editor-390",
                             scene::dump(page_of(data, "/briefing/pillar-2-own/edit?slide=8", {390, 844})));
        test::compare_golden("deck-add-390",
                             scene::dump(page_of(data, "/briefing?add=%2Fkpis%2Finbound-visitors", {390, 844})));
    }
}

// Decks of the reader's own: opened, kept on the device, there again at the next visit, and refused when they are none.
#include "app/own_decks.h"

#include <doctest/doctest.h>

#include "app/files.h"
#include "keeping_host.h"
#include "page_checks.h"
#include "real_world.h"

using namespace atlas;
using test::KeepingHost;

namespace {

std::string deck_text(const std::string& id, const std::string& title = "会議の資料",
                      const std::string& route = "/kpis") {
    return R"({"schema":1,"id":")" + id + R"(","title":")" + title +
           R"(","title_en":"a","summary":"要約","summary_en":"a","edition":"2026-11-22","minutes":1,
            "slides":[{"route":")" +
           route + R"(","title":"目標","title_en":"t","seconds":60}]})";
}

/// The atlas's own data with one deck that ships.
page::Data world() {
    page::Data data = test::real_world();
    model::Briefing shipped = *model::load_deck(deck_text("shipped"), "shipped.json");
    data.briefings = std::make_shared<model::Briefings>(model::Briefings{{std::move(shipped)}});
    return data;
}

scene::Scene list_of(const page::Data& data) {
    const FixedMeasure measure;
    ui::Environment env;
    env.native_fields = true;
    return page::build(data, view::parse_route("/briefing"), env, measure);
}

}  // namespace

TEST_SUITE("decks of one's own") {
    TEST_CASE("one that is opened stands beside those that ship, can be shown, and is there at the next visit") {
        KeepingHost host;
        page::Data data = world();
        app::take_deck(data, host, "own.json", deck_text("own"));
        CHECK(data.deck_problems.empty());
        CHECK(data.deck_file == "");
        REQUIRE(data.briefings->find("own"));
        CHECK(data.briefings->find("own")->is_own);
        const scene::Scene list = list_of(data);
        test::check_nodes(list);
        CHECK(list.find("start:own"));
        CHECK(list.find("remove:own"));
        CHECK_FALSE(list.find("remove:shipped"));
        CHECK(list.find("own:open"));
        const FixedMeasure measure;
        CHECK(page::build(data, view::parse_route("/briefing/own"), {}, measure).find("stage:title")->name == "目標");

        page::Data next = world();
        auto decks = std::make_shared<model::Briefings>(*next.briefings);
        app::add_own_decks(host, *decks);
        REQUIRE(decks->all.size() == 2);
        CHECK(decks->all.back().id == "own");
        CHECK(decks->all.back().is_own);
    }

    TEST_CASE("opened again it takes the place of what was before") {
        KeepingHost host;
        page::Data data = world();
        app::take_deck(data, host, "own.json", deck_text("own", "古い"));
        app::take_deck(data, host, "own.json", deck_text("own", "新しい"));
        REQUIRE(data.briefings->all.size() == 2);
        CHECK(data.briefings->find("own")->title == "新しい");
        CHECK(host.store["decks"] == "own");
    }

    TEST_CASE("it never takes the name of one that ships") {
        KeepingHost host;
        page::Data data = world();
        app::take_deck(data, host, "shipped.json", deck_text("shipped", "写し"));
        CHECK_FALSE(data.briefings->find("shipped")->is_own);
        REQUIRE(data.briefings->find("shipped-own"));
        app::take_deck(data, host, "shipped.json", deck_text("shipped", "二度目"));
        CHECK(data.briefings->all.size() == 2);
        CHECK(data.briefings->find("shipped-own")->title == "二度目");
        model::Briefings decks = *world().briefings;
        app::add_own_decks(host, decks);
        REQUIRE(decks.find("shipped-own"));
        CHECK(decks.find("shipped-own")->title == "二度目");
    }

    TEST_CASE("removed, it is gone from the page and from the device") {
        KeepingHost host;
        page::Data data = world();
        app::take_deck(data, host, "own.json", deck_text("own"));
        app::drop_deck(data, host, "own");
        CHECK_FALSE(data.briefings->find("own"));
        CHECK(host.store.size() <= 1);
        CHECK(host.kept("decks") == "");
        app::drop_deck(data, host, "shipped");
        CHECK(data.briefings->find("shipped"));
    }

    TEST_CASE("what is no deck is refused with file and place, as text, and nothing is kept") {
        const std::pair<std::string, std::string> faulty[] = {
            {"", ""},
            {"{", ""},
            {"[1,2]", ""},
            {R"({"schema":1})", "/id"},
            {deck_text("UPPER"), "/id"},
            {deck_text("own", "t", "/nowhere"), "/slides/0/route"},
            {deck_text("own", "t", "/briefing/own"), "/slides/0/route"},
            {deck_text("own", "t", "javascript:alert(1)"), "/slides/0/route"},
        };
        for (const auto& [text, at] : faulty) {
            KeepingHost host;
            page::Data data = world();
            app::take_deck(data, host, "<b>own</b>.json", text);
            const std::string told = text;  // clang captures no structured binding
            CAPTURE(told);
            REQUIRE_FALSE(data.deck_problems.empty());
            bool is_named = at.empty();
            for (const Problem& problem : data.deck_problems) is_named = is_named || problem.at == at;
            CHECK(is_named);
            CHECK(host.store.empty());
            CHECK(data.briefings->all.size() == 1);
            const scene::Scene list = list_of(data);
            REQUIRE(list.find("own:problem"));
            CHECK(test::says(list, "<b>own</b>.json"));
        }
    }

    TEST_CASE("where nothing can be kept, it is there until the window is closed, and that is said") {
        KeepingHost host;
        host.is_full = true;
        page::Data data = world();
        app::take_deck(data, host, "own.json", deck_text("own"));
        CHECK(data.briefings->find("own"));
        CHECK(list_of(data).find("own:problem"));
    }

    TEST_CASE("what was kept and cannot be read is told with its fault, can be saved as it is, and removed") {
        KeepingHost host;
        host.store = {{"decks", "own gone ../../etc/passwd"}, {"deck-own.json", "{\"title\":"}};
        page::Data data = world();
        auto decks = std::make_shared<model::Briefings>(*data.briefings);
        app::add_own_decks(host, *decks);
        CHECK(decks->all.size() == 1);
        REQUIRE(decks->unread.size() == 1);
        CHECK(decks->unread[0].id == "own");
        CHECK_FALSE(decks->unread[0].problems.empty());
        data.briefings = decks;
        const scene::Scene list = list_of(data);
        test::check_nodes(list);
        CHECK(list.find("unread:own"));
        REQUIRE(list.find("save:own"));
        REQUIRE(list.find("remove:own"));
        const FixedMeasure measure;
        const view::ViewState state = view::parse_route("/briefing");
        std::optional<view::ViewState::Saved> saved;
        const app::MakePdf no_pdf;
        app::hand_out(
            {host, data, state, {}, measure, no_pdf, {}, [&](view::ViewState::Saved s) { saved = std::move(s); }},
            list.find("save:own")->action);
        CHECK(host.saved_name == "own.json");
        CHECK(host.saved_bytes == "{\"title\":");
        REQUIRE(saved);
        CHECK(saved->group == "download:kept:own");
        // A new deck does not take the place of somebody's work.
        CHECK(app::is_taken(data, host, "own"));
        app::drop_deck(data, host, "own");
        CHECK(data.briefings->unread.empty());
        CHECK(host.kept("deck-own.json").empty());
        CHECK_FALSE(list_of(data).find("unread:own"));
    }
}

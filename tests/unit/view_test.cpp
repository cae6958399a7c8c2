// Addresses and actions: what a link restores, what is ignored, and what each action does to the state.
#include "view/view.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace atlas;
using namespace atlas::view;
using Kind = Action::Kind;

namespace {

/// The address after a round trip: equal to the canonical one when nothing is lost.
std::string again(std::string_view route) { return route_of(parse_route(route)); }

ViewState state_of(std::string_view route) { return parse_route(route); }

}  // namespace

TEST_SUITE("routes") {
    TEST_CASE("How the map is drawn is in its address") {
        for (const char* route :
             {"/map?f=s", "/map?f=t&h=1", "/map?k=q", "/map?k=c&ks=1", "/map?u=04n", "/map?y=2024&d=2011"}) {
            CAPTURE(route);
            CHECK(again(route) == route);
        }
        for (const char* route :
             {"/map?f=x", "/map?f=", "/map?k=%20", "/map?k=qq", "/map?u=9", "/map?u=012345678nn", "/map?d=12"}) {
            CAPTURE(route);
            CHECK(again(route) == "/map");
        }
        CHECK(again("/kpis?f=s&h=1") == "/kpis");
    }

    TEST_CASE("A slide, its steps and what was reached from it are in the address") {
        for (const char* route :
             {"/briefing", "/briefing/ten", "/briefing/ten?slide=3", "/briefing/ten?slide=1.2",
              "/en/briefing/ten/notes?slide=12", "/kpis?pillar=2&deck=ten&slide=3.1", "/map?c=135,35,4&deck=ten"}) {
            CAPTURE(route);
            CHECK(again(route) == route);
        }
        CHECK(state_of("/briefing/ten/notes?slide=4").page == Page::notes);
        CHECK(state_of("/briefing/ten/notes?slide=4").slide == 4);
        for (const char* route : {"/briefing/ten?slide=0", "/briefing/ten?slide=-1", "/briefing/ten?slide=x",
                                  "/briefing/ten?deck=other", "/briefing/ten?slide=99999999999"})
            CHECK(again(route) == "/briefing/ten");
        CHECK(again("/kpis?slide=3") == "/kpis");
    }

    TEST_CASE("Another indicator begins without the other's filter and comparison") {
        const ViewState next =
            reduce(state_of("/map?i=a&y=2020&u=0&d=2011&k=q"), {Action::Kind::choose, "indicator", "b", 0});
        CHECK(route_of(next) == "/map?i=b&k=q");
    }

    TEST_CASE("every page has its own address, and the address leads back to it") {
        const std::pair<Page, const char*> pages[] = {
            {Page::overview, "/"},       {Page::map, "/map"},
            {Page::pillars, "/pillars"}, {Page::pillar, "/pillars/3"},
            {Page::stories, "/stories"}, {Page::story, "/stories/s01"},
            {Page::kpis, "/kpis"},       {Page::kpi, "/kpis/population"},
            {Page::compare, "/compare"}, {Page::history, "/history"},
            {Page::search, "/search"},   {Page::about, "/about"},
            {Page::changes, "/changes"},
        };
        for (const std::pair<Page, const char*>& entry : pages) {
            const Page page = entry.first;
            const char* route = entry.second;
            CAPTURE(route);
            CHECK(parse_route(route).page == page);
            CHECK(again(route) == route);
        }
        CHECK(parse_route("/pillars/3").id == "3");
    }
    TEST_CASE("an address with '#' before it, without its slash, or with one more at the end is understood") {
        for (const char* route : {"#/map", "map", "/map/", "//map", "#map/"}) {
            CAPTURE(route);
            CHECK(parse_route(route).page == Page::map);
        }
        for (const char* route : {"", "#", "/", "#/", "?q=x"}) {
            CAPTURE(route);
            CHECK(parse_route(route).page == Page::overview);
        }
    }
    TEST_CASE("the language stands in front, Japanese goes without saying") {
        CHECK(parse_route("/map").lang == Lang::ja);
        for (const char* route :
             {"/en", "/en/map?i=tfr&p=32", "/en/kpis/population", "/en/stories?q=x", "/en/nowhere"}) {
            CAPTURE(route);
            CHECK(parse_route(route).lang == Lang::en);
            CHECK(again(route) == route);
        }
        CHECK(parse_route("#/en/").page == Page::overview);
        CHECK(parse_route("/en/map").page == Page::map);
        CHECK(parse_route("/en/nowhere").page == Page::not_found);
        CHECK(parse_route("/english").page == Page::not_found);
        CHECK(parse_route("/english").lang == Lang::ja);
        CHECK(parse_route("/stories/en").lang == Lang::ja);
    }
    TEST_CASE("the same view in the other language differs in nothing else") {
        ViewState state = state_of("/map?i=tfr&y=2020&c=135,35,4&p=32");
        state.lang = Lang::en;
        CHECK(route_of(state) == "/en/map?i=tfr&y=2020&c=135,35,4&p=32");
    }
    TEST_CASE("a route without a language gets the page's, one that has it keeps it") {
        CHECK(route_in(Lang::ja, "/kpis") == "/kpis");
        CHECK(route_in(Lang::en, "/kpis?s=behind") == "/en/kpis?s=behind");
        CHECK(route_in(Lang::en, "/") == "/en");
        CHECK(route_in(Lang::en, "/en/kpis") == "/en/kpis");
        CHECK(route_in(Lang::en, "/en") == "/en");
        CHECK(route_in(Lang::en, "https://example.org/") == "https://example.org/");
        CHECK(route_in(Lang::en, "") == "");
    }
    TEST_CASE("what is no page is not found") {
        for (const char* route : {"/maps", "/Map", "/map/13", "/about/x", "/../map", "/%"}) {
            CAPTURE(route);
            CHECK(parse_route(route).page == Page::not_found);
        }
    }
    TEST_CASE("the map's fields: indicator, year, camera, markers, table, prefecture") {
        const char* route = "/map?i=tfr&y=2024&c=135.21,35.02,4&m=0&t=1&p=32";
        const ViewState state = parse_route(route);
        CHECK(state.indicator == "tfr");
        CHECK(state.year == 2024);
        CHECK(state.prefecture == "32");
        CHECK_FALSE(state.markers);
        CHECK(state.as_table);
        REQUIRE(state.camera);
        CHECK(state.camera->center.lon_deg == doctest::Approx(135.21));
        CHECK(state.camera->center.lat_deg == doctest::Approx(35.02));
        CHECK(state.camera->zoom == doctest::Approx(4));
        CHECK(again(route) == route);
    }
    TEST_CASE("the stories' fields: prefecture, words, theme, pillar") {
        const ViewState state =
            parse_route("/stories?p=32&q=%E6%B5%B7%E5%A3%AB%E7%94%BA&theme=%E4%BA%A4%E9%80%9A&pillar=2");
        CHECK(state.prefecture == "32");
        CHECK(state.query == "海士町");
        CHECK(state.theme == "交通");
        CHECK(state.pillar == "2");
        CHECK(again("/stories?p=32&q=%E6%B5%B7&theme=%E4%BA%A4%E9%80%9A&pillar=2") ==
              "/stories?p=32&q=%E6%B5%B7&theme=%E4%BA%A4%E9%80%9A&pillar=2");
    }
    TEST_CASE("the KPIs' fields: level, pillar, state, aim, order") {
        const char* route = "/kpis?level=output&pillar=4&s=not_judged&n=q&sort=gap";
        const ViewState state = parse_route(route);
        CHECK(state.kpi_level == "output");
        CHECK(state.node == "q");
        CHECK(state.order == "gap");
        CHECK(again(route) == route);
        for (const char* level : {"impact", "outcome", "output", "state-role"})
            CHECK(again("/kpis?level=" + std::string(level)) == "/kpis?level=" + std::string(level));
        CHECK(again("/kpis?level=goal&sort=name") == "/kpis");
        CHECK(again("/stories?level=output&sort=gap") == "/stories");
    }
    TEST_CASE(
        "results, words and cards are fields of their own; a link that had results among the states still holds") {
        const ViewState state = parse_route("/kpis?s=not_judged&v=1&q=%E8%A6%B3%E5%85%89&as=cards");
        CHECK(state.status == "not_judged");
        CHECK(state.with_value);
        CHECK(state.query == "観光");
        CHECK(state.as_cards);
        CHECK(parse_route(route_of(state)).with_value);
        CHECK(parse_route(route_of(state)).as_cards);
        CHECK(route_of(parse_route("/kpis?s=has_value")) == "/kpis?v=1");
        CHECK(route_of(parse_route("/kpis?pillar=2&s=has_value&sort=gap")) == "/kpis?pillar=2&v=1&sort=gap");
        CHECK(route_of(parse_route("/kpis?v=0&as=rows")) == "/kpis");
    }
    TEST_CASE("the logic model's words and the years of the 工程表 are in the address") {
        CHECK(route_of(parse_route("/logic?n=q&q=abc")) == "/logic?q=abc&n=q");
        CHECK(route_of(parse_route("/roadmap?n=q&y=2026")) == "/roadmap?n=q&y=2026");
        CHECK(route_of(reduce(parse_route("/roadmap"), {Action::Kind::choose, "year", "2027", 0})) ==
              "/roadmap?y=2027");
    }
    TEST_CASE("choosing level, aim or order of the KPIs changes that and nothing else") {
        ViewState state = state_of("/kpis?pillar=4");
        state = reduce(state, {Kind::choose, "level", "outcome", 0});
        state = reduce(state, {Kind::choose, "node", "E", 0});
        state = reduce(state, {Kind::choose, "order", "year", 0});
        CHECK(route_of(state) == "/kpis?level=outcome&pillar=4&n=E&sort=year");
        state = reduce(state, {Kind::choose, "order", "", 0});
        CHECK(route_of(state) == "/kpis?level=outcome&pillar=4&n=E");
    }
    TEST_CASE("a download changes nothing of the view, and going on forgets what was saved") {
        ViewState state = state_of("/kpis?pillar=4");
        state.saved = ViewState::Saved{ViewState::Saved::What::file, "kpis.csv", "download"};
        CHECK(reduce(state, {Kind::download, "csv", "", 0}).saved);
        CHECK_FALSE(reduce(state, go("/kpis")).saved);
    }
    TEST_CASE("any words survive the address: separators, percent signs, quotes, plus, emoji") {
        for (const char* words : {"a&b=c", "100%", "%41", "?#/", "\"<b>'", "１　２", "a+b c", "𠮷🗾", ".."}) {
            CAPTURE(words);
            ViewState state = state_of("/stories");
            state.query = words;
            CHECK(parse_route(route_of(state)).query == words);
            ViewState detail;
            detail.page = Page::story, detail.id = words;
            CHECK(parse_route(route_of(detail)).id == words);
        }
    }
    TEST_CASE("the address is the shortest: nothing that goes without saying, nothing of other pages") {
        CHECK(again("/map?i=&y=0&m=1&t=0") == "/map");
        CHECK(again("/about?i=tfr&p=13&q=x&pillar=1&s=behind") == "/about");
        CHECK(again("/stories?i=tfr&c=135,35,4") == "/stories");
        CHECK(again("/kpis?q=x&p=13") == "/kpis?q=x");
    }
    TEST_CASE("the camera is written to a thousandth of a degree and a hundredth of a zoom, without trailing zeros") {
        ViewState state = state_of("/map");
        state.camera = MapCamera{{137, 38.12345}, 2.5};
        CHECK(route_of(state) == "/map?c=137,38.123,2.5");
        state.camera = MapCamera{{139.99999, 30.1}, 10};
        CHECK(route_of(state) == "/map?c=140,30.1,10");
        CHECK(again(route_of(state)) == route_of(state));
    }
    TEST_CASE("malformed or impossible parameters are ignored, the others hold") {
        for (const char* camera : {"1,2", "1,2,3,4", "x,y,z", "135,35,0", "135,35,0.99", "135,35,41", "0,0,2",
                                   "135,90,2", "nan,35,2", "1e999,35,2", ",,", ""}) {
            CAPTURE(camera);
            const ViewState state = parse_route("/map?i=tfr&c=" + std::string(camera));
            CHECK_FALSE(state.camera);
            CHECK(state.indicator == "tfr");
        }
        for (const char* year : {"abc", "", "-5", "0", "1800", "2200", "99999999999", "2024x", "２０２４"}) {
            CAPTURE(year);
            CHECK(parse_route("/map?y=" + std::string(year)).year == 0);
        }
        for (const char* prefecture : {"1", "013", "ab", "", "-1", "5a", "１３"}) {
            CAPTURE(prefecture);
            CHECK(parse_route("/map?p=" + std::string(prefecture)).prefecture.empty());
        }
        for (const char* prefecture : {"00", "48", "49"}) {
            CAPTURE(prefecture);
            CHECK_MESSAGE(parse_route("/map?p=" + std::string(prefecture)).prefecture.empty(), "codes are 01 … 47");
        }
        for (const char* pillar : {"0", "6", "12", "", "a"}) {
            CAPTURE(pillar);
            CHECK(parse_route("/stories?pillar=" + std::string(pillar)).pillar.empty());
        }
        for (const char* query : {"&&&", "=", "x", "q", "=x&", "unknown=1", "?"}) {
            CAPTURE(query);
            CHECK(again("/stories?" + std::string(query)) == "/stories");
        }
    }
    TEST_CASE("malformed escapes do no harm") {
        CHECK(parse_route("/stories?q=%E3%81").query == "\xE3\x81");
        CHECK(parse_route("/stories?q=%").query == "%");
        CHECK(parse_route("/stories/%zz").page == Page::story);
    }
    TEST_CASE("very long addresses are read") {
        const std::string words(100000, 'x');
        CHECK(parse_route("/stories?q=" + words).query == words);
    }
    TEST_CASE("route_with changes one thing") {
        CHECK(route_with(state_of("/map?i=tfr&y=2020"), [](ViewState& s) { s.year = 2021; }) == "/map?i=tfr&y=2021");
    }
}

TEST_SUITE("reduce") {
    TEST_CASE("none, and what only the platform does, leave the state as it is") {
        const ViewState before = state_of("/map?i=tfr&p=13&c=135,35,4");
        for (const Kind kind :
             {Kind::none, Kind::map_pan, Kind::retry, Kind::scroll_to, Kind::open_url, Kind::copy_link}) {
            CAPTURE(static_cast<int>(kind));
            const ViewState after = reduce(before, {kind, "x", "y", 1});
            CHECK(route_of(after) == route_of(before));
            CHECK(after.open == before.open);
        }
    }
    TEST_CASE("go: another page, nothing transient goes along but the focus") {
        ViewState before = state_of("/map?p=13");
        before.open = {"sheet", "select:year"}, before.hover = "nav:kpis", before.hover_feature = "13",
        before.focus = "nav:kpis", before.focus_visible = true;
        const ViewState after = reduce(before, go("/kpis"));
        CHECK(after.page == Page::kpis);
        CHECK(after.prefecture.empty());
        CHECK(after.open.empty());
        CHECK(after.hover.empty());
        CHECK(after.hover_feature.empty());
        CHECK(after.focus == "nav:kpis");
        CHECK(after.focus_visible);
    }
    TEST_CASE("every action keeps the language; only a link can change it") {
        const ViewState before = state_of("/en/stories");
        CHECK(reduce(before, {Kind::set_text, "query", "Ama", 0}).lang == Lang::en);
        CHECK(reduce(before, {Kind::choose, "prefecture", "32", 0}).lang == Lang::en);
        CHECK(reduce(before, {Kind::toggle, "sheet", {}, 0}).lang == Lang::en);
        CHECK(reduce(state_of("/en/map"), {Kind::pick_feature, "32", {}, 0}).lang == Lang::en);
        CHECK(reduce(before, adjust("/en/stories?pillar=2")).lang == Lang::en);
        CHECK(reduce(before, go("/stories")).lang == Lang::ja);
    }
    TEST_CASE("adjust within a page keeps what is open, but closes lists") {
        ViewState before = state_of("/stories");
        before.open = {"sheet", "select:theme"}, before.hover = "filter:pillar:2";
        const ViewState after = reduce(before, adjust("/stories?pillar=2"));
        CHECK(after.pillar == "2");
        CHECK(after.open == std::set<std::string>{"sheet"});
        CHECK(after.hover == "filter:pillar:2");
    }
    TEST_CASE("from one story to another nothing stays open") {
        ViewState before = state_of("/stories/a");
        before.open = {"table:chart"};
        CHECK(reduce(before, go("/stories/b")).open.empty());
    }
    TEST_CASE("set_text: the query, and only the query") {
        CHECK(reduce(state_of("/stories"), {Kind::set_text, "query", "交通", 0}).query == "交通");
        CHECK(route_of(reduce(state_of("/stories"), {Kind::set_text, "other", "交通", 0})) == "/stories");
    }
    TEST_CASE("choose: prefecture, theme, year, indicator; the list closes") {
        ViewState before = state_of("/stories");
        before.open = {"select:prefecture"};
        const ViewState after = reduce(before, {Kind::choose, "prefecture", "32", 0});
        CHECK(after.prefecture == "32");
        CHECK(after.open.empty());
        CHECK(reduce(before, {Kind::choose, "theme", "交通", 0}).theme == "交通");
        CHECK(reduce(state_of("/map"), {Kind::choose, "year", "2020", 0}).year == 2020);
        CHECK(reduce(state_of("/map?y=2020"), {Kind::choose, "year", "", 0}).year == 0);
    }
    TEST_CASE("another indicator starts at its latest year") {
        const ViewState after =
            reduce(state_of("/map?i=tfr&y=1999&p=13"), {Kind::choose, "indicator", "population", 0});
        CHECK(after.indicator == "population");
        CHECK(after.year == 0);
        CHECK(after.prefecture == "13");
    }
    TEST_CASE("toggle: open and closed again") {
        const ViewState open = reduce(state_of("/map"), {Kind::toggle, "sheet", {}, 0});
        CHECK(open.open.count("sheet"));
        CHECK(reduce(open, {Kind::toggle, "sheet", {}, 0}).open.empty());
    }
    TEST_CASE("map_zoom: steps of 1.6 within 1 and 40; without a camera nothing") {
        const ViewState near = reduce(state_of("/map?c=135,35,2"), {Kind::map_zoom, {}, {}, 1});
        REQUIRE(near.camera);
        CHECK(near.camera->zoom == doctest::Approx(3.2));
        CHECK(reduce(near, {Kind::map_zoom, {}, {}, 99}).camera->zoom == max_zoom);
        CHECK(reduce(near, {Kind::map_zoom, {}, {}, -99}).camera->zoom == min_zoom);
        CHECK_FALSE(reduce(state_of("/map"), {Kind::map_zoom, {}, {}, 1}).camera);
    }
    TEST_CASE("map_reset: the whole country") {
        CHECK_FALSE(reduce(state_of("/map?c=135,35,2"), {Kind::map_reset, {}, {}, 0}).camera);
    }
    TEST_CASE("pick_feature: chosen, and chosen again means no longer") {
        const ViewState chosen = reduce(state_of("/map"), {Kind::pick_feature, "47", {}, 0});
        CHECK(chosen.prefecture == "47");
        CHECK(reduce(chosen, {Kind::pick_feature, "13", {}, 0}).prefecture == "13");
        CHECK(reduce(chosen, {Kind::pick_feature, "47", {}, 0}).prefecture.empty());
    }
    TEST_CASE("reduce does not touch the state that it is given") {
        const ViewState before = state_of("/map?p=13");
        (void)reduce(before, go("/kpis"));
        CHECK(route_of(before) == "/map?p=13");
    }
}

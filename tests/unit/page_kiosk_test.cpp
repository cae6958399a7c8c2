// What a kiosk draws over and instead of a page: what can be touched, where, and what is out of reach.
#include "page/kiosk.h"
#include "page_checks.h"
#include "real_world.h"

using namespace atlas;
using page::KioskView;
using scene::Node;
using scene::Role;
using scene::Scene;
using Screen = KioskView::Screen;
using Sheet = KioskView::Sheet;

namespace {

const FixedMeasure measure;
constexpr Vec2 screens[] = {
    {1080, 1920}, {1920, 1080}, {1280, 800}, {853, 533}};  // the last: 1280 × 800 with letters × 1.5

KioskView view_of(Screen screen, Sheet sheet = Sheet::none) {
    KioskView view;
    view.screen = screen, view.sheet = sheet, view.languages = {Lang::ja, Lang::en};
    view.can_go_back = true, view.address = "https://www.example.go.jp/chisou/";
    view.status = {"build", "edition", "uptime", "use", "folder", "news"};
    return view;
}

/// The kiosk over that page, which is made for the room that the kiosk leaves.
Scene draw(const KioskView& view, Vec2 window, const std::string& route = "/kpis") {
    ui::Environment env;
    env.window = {window.x, window.y - page::kiosk_bar_px(view, window)};
    view::ViewState state = view::parse_route(route);
    state.lang = view.choices.lang;
    Scene scene = page::build(test::real_world(), state, env, measure);
    page::draw_kiosk(scene, test::real_world(), view, {}, window, measure);
    return scene;
}

bool is_kiosk(const Node& node) { return node.id.rfind("kiosk:", 0) == 0; }

}  // namespace

TEST_SUITE("kiosk's screens") {
    TEST_CASE("everything to touch is large, inside the window and in its lower two thirds") {
        for (const Vec2 window : screens)
            for (const Lang lang : {Lang::ja, Lang::en})
                for (const KioskView& each : {view_of(Screen::start), view_of(Screen::places), view_of(Screen::page),
                                              view_of(Screen::page, Sheet::warning), view_of(Screen::page, Sheet::link),
                                              view_of(Screen::page, Sheet::no_files), view_of(Screen::attract)}) {
                    KioskView view = each;
                    view.choices.lang = lang;
                    const Scene scene = draw(view, window);
                    int count = 0;
                    for (const Node& node : scene.nodes) {
                        if (!is_kiosk(node) || !node.focusable()) continue;
                        ++count;
                        CAPTURE(window.x);
                        CAPTURE(static_cast<int>(view.screen));
                        CAPTURE(static_cast<int>(view.sheet));
                        CAPTURE(node.id);
                        CHECK(node.rect.w >= 43.5f);
                        CHECK(node.rect.h >= 43.5f);
                        CHECK(node.rect.x >= 0);
                        CHECK(node.rect.right() <= window.x + 0.5f);
                        CHECK(node.rect.bottom() <= window.y + 0.5f);
                        CHECK(node.rect.y >= window.y / 3 - 1);
                    }
                    CHECK(count > 0);
                }
    }

    TEST_CASE("the bar is on every screen that a visitor sees, and the page stays clear of it") {
        for (const Screen screen : {Screen::start, Screen::places, Screen::page}) {
            const Scene scene = draw(view_of(screen), {1280, 800});
            for (const char* id : {"kiosk:home", "kiosk:back", "kiosk:language", "kiosk:letters", "kiosk:contrast"})
                CHECK_MESSAGE(scene.find(id), id);
        }
        const Scene page = draw(view_of(Screen::page), {1280, 800});
        const Scene alone = draw(view_of(Screen::page), {1280, 800}, "/about");
        CHECK(page.find("kiosk:bar")->rect.bottom() == 800);
        CHECK(page.safe_bottom_px >= page.find("kiosk:bar")->rect.h);
        CHECK(alone.document_height > 800);
        test::check_nodes(page);
    }

    TEST_CASE("with one language there is none to choose") {
        KioskView view = view_of(Screen::page);
        view.languages = {Lang::ja};
        CHECK_FALSE(draw(view, {1280, 800}).find("kiosk:language"));
    }

    TEST_CASE("the first page: five tiles that lead somewhere; then the 47 prefectures") {
        const Scene start = draw(view_of(Screen::start), {1920, 1080});
        for (const char* id : {"kiosk:map", "kiosk:places", "kiosk:kpis", "kiosk:stories", "kiosk:search"}) {
            REQUIRE_MESSAGE(start.find(id), id);
            CHECK(start.find(id)->rect.h >= 120);
        }
        CHECK(start.find("kiosk:map")->action.target == "kiosk:open:/map");
        CHECK_MESSAGE(start.find("kpis:board") == nullptr, "nothing of the page below is read");
        const Scene places = draw(view_of(Screen::places), {1920, 1080});
        int prefectures = 0;
        for (const Node& node : places.nodes) prefectures += node.id.rfind("kiosk:pref:", 0) == 0;
        CHECK(prefectures == 47);
        CHECK(places.find("kiosk:pref:32")->action.target == "kiosk:open:/map?p=32");
    }

    TEST_CASE("the names of the prefectures stay within their buttons, on the smallest screen too") {
        for (const Vec2 window : screens)
            for (const Lang lang : {Lang::ja, Lang::en}) {
                KioskView view = view_of(Screen::places);
                view.choices.lang = lang;
                const Scene scene = draw(view, window);
                for (const Node& node : scene.nodes) {
                    if (node.id.rfind("kiosk:pref:", 0) != 0) continue;
                    CAPTURE(window.x);
                    const Font note{ui::size::note};
                    CHECK_MESSAGE(measure.width_px(node.name, note) <= node.rect.w, node.name);
                }
            }
    }

    TEST_CASE("a high screen says in its upper third whose it is, with the way to a phone; nothing there is touched") {
        page::Data data = test::real_world();
        const auto start = [&](Vec2 window) {
            ui::Environment env;
            env.window = window;
            Scene scene = page::build(data, view::parse_route("/kpis"), env, measure);
            page::draw_kiosk(scene, data, view_of(Screen::start), {}, window, measure);
            return scene;
        };
        CHECK(start({1080, 1920}).find("kiosk:name"));
        CHECK_FALSE(start({1080, 1920}).find("kiosk:phone"));  // nobody has said where the atlas is published
        data.public_url = "https://www.example.go.jp/chisou/";
        const Scene high = start({1080, 1920});
        REQUIRE(high.find("kiosk:phone"));
        CHECK_FALSE(high.find("kiosk:phone")->focusable());
        CHECK(high.find("kiosk:phone")->rect.bottom() < high.find("kiosk:title")->rect.y);
        CHECK(high.find("kiosk:name")->rect.right() < high.find("kiosk:phone")->rect.x);
        CHECK_FALSE(start({1280, 800}).find("kiosk:name"));
    }

    TEST_CASE("under a sheet nothing answers but the sheet") {
        for (const Sheet sheet : {Sheet::warning, Sheet::link, Sheet::no_files, Sheet::code, Sheet::staff})
            for (const Vec2 window : screens) {
                const Scene scene = draw(view_of(Screen::page, sheet), window);
                for (const Node& node : scene.nodes) CHECK_MESSAGE(is_kiosk(node), node.id);
                for (const scene::HitRegion& region : scene.regions)
                    CHECK_MESSAGE((region.node.empty() || region.node.rfind("kiosk:", 0) == 0), region.node);
                CHECK_MESSAGE(scene.find("kiosk:home") == nullptr, "not the bar either");
                test::check_nodes(scene);
            }
    }

    TEST_CASE("an outside address is shown in words and as a code; a page without a public one in words") {
        const Scene link = draw(view_of(Screen::page, Sheet::link), {1280, 800});
        CHECK(link.find("kiosk:address")->name == "https://www.example.go.jp/chisou/");
        REQUIRE(link.find("kiosk:qr"));
        KioskView files = view_of(Screen::page, Sheet::no_files);
        files.address = "/kpis";
        CHECK_FALSE(draw(files, {1280, 800}).find("kiosk:qr"));
    }

    TEST_CASE(
        "the loop has one thing to touch, everywhere, always in the same place, and takes a step with each slide") {
        KioskView view = view_of(Screen::attract);
        const Scene first = draw(view, {1920, 1080});
        REQUIRE(first.nodes.size() == 1);
        const scene::HitRegion* hit = scene::hit(first, {300, 200}, 0);
        REQUIRE(hit);
        CHECK(hit->node == "kiosk:begin");
        view.slide = 1;
        CHECK(draw(view, {1920, 1080}).find("kiosk:begin")->rect == first.find("kiosk:begin")->rect);
        for (int slide = 0; slide < 40; ++slide) {
            CHECK(length(page::burn_shift(slide)) < 6);
            CHECK(page::burn_shift(slide) != page::burn_shift(slide + 1));
        }
    }

    TEST_CASE("kana to touch in columns of five from the right; in English three rows") {
        KioskView view = view_of(Screen::page);
        view.has_keys = true;
        const Scene kana = draw(view, {1280, 800}, "/search");
        REQUIRE(kana.find("kiosk:key:あ"));
        const Rect a = kana.find("kiosk:key:あ")->rect, i = kana.find("kiosk:key:い")->rect,
                   ka = kana.find("kiosk:key:か")->rect;
        CHECK(i.x == a.x);
        CHECK(i.y > a.y);
        CHECK(ka.x < a.x);
        CHECK(kana.find("kiosk:key:ん"));
        CHECK_FALSE(kana.find("kiosk:key:_"));
        view.choices.lang = Lang::en;
        const Scene latin = draw(view, {1280, 800}, "/search");
        CHECK(latin.find("kiosk:key:q"));
        CHECK_FALSE(latin.find("kiosk:voiced"));
        test::check_nodes(kana);
    }

    TEST_CASE("a letter's next form, and the letter gone") {
        const std::string forms = Words(Lang::ja)(Word::kiosk_kana_next);
        CHECK(page::with_next_form("か", forms) == "が");
        CHECK(page::with_next_form("が", forms) == "か");
        CHECK(page::with_next_form("まつ", forms) == "まづ");
        CHECK(page::with_next_form("まづ", forms) == "まっ");
        CHECK(page::with_next_form("ん", forms) == "ん");
        CHECK(page::with_next_form("", forms) == "");
        CHECK(page::without_last("人口") == "人");
        CHECK(page::without_last("ab") == "a");
        CHECK(page::without_last("") == "");
    }

    TEST_CASE(
        "a visitor goes from page to page; nothing is saved, opened or made; other sites and decks are for a phone") {
        using Answer = page::KioskAnswer;
        const auto go = [](const char* route) { return Action{Action::Kind::go, route, {}, 0}; };
        CHECK(page::kiosk_answer(go("/kpis?s=3"), false) == Answer::is_done);
        CHECK(page::kiosk_answer({Action::Kind::open_url, "https://www.example.go.jp/", {}, 0}, false) ==
              Answer::is_elsewhere);
        for (const Action::Kind kind : {Action::Kind::download, Action::Kind::copy_link, Action::Kind::open_file,
                                        Action::Kind::close_file, Action::Kind::edit_deck})
            CHECK(page::kiosk_answer({kind, "", {}, 0}, false) == Answer::no_files);
        for (const char* deck : {"/briefing", "/briefing/ten-minutes?slide=2", "/briefing/ten-minutes/edit",
                                 "/briefing/ten-minutes/notes", "/en/briefing/ten-minutes/notes"})
            CHECK(page::kiosk_answer(go(deck), false) == Answer::is_elsewhere);
        CHECK_MESSAGE(page::kiosk_answer(go("/briefing/kiosk?slide=2"), true) == Answer::is_done,
                      "the loop that attracts is a deck itself");
    }

    TEST_CASE(
        "what the pages offer beyond looking is refused with words: the link into a deck, files, the map's own data") {
        int refused = 0, elsewhere = 0;
        for (const char* route : {"/", "/map", "/kpis/inbound-visitors", "/stories", "/about", "/en/about"}) {
            ui::Environment env;
            env.window = {1080, 1800};
            const Scene scene = page::build(test::real_world(), view::parse_route(route), env, measure);
            for (const Node& node : scene.nodes) {
                const bool is_slide =
                    node.action.kind == Action::Kind::go && node.action.target.find("/briefing") != std::string::npos;
                const page::KioskAnswer answer = page::kiosk_answer(node.action, false);
                if (is_slide) CHECK_MESSAGE(answer != page::KioskAnswer::is_done, node.action.target);
                refused += answer == page::KioskAnswer::no_files;
                elsewhere += is_slide && answer == page::KioskAnswer::is_elsewhere;
            }
        }
        CHECK(refused >= 6);
        CHECK_MESSAGE(elsewhere >= 2, "the way to the decks on the About page");
    }
}

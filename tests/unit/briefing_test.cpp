// Briefings: the decks that ship, the stage, its keys, and windows in step.
#include <doctest/doctest.h>

#include <fstream>

#include "app/briefing_keys.h"
#include "core/strings.h"
#include "data_fixture.h"
#include "map_mesh_fixture.h"
#include "model/load.h"
#include "page/briefing.h"
#include "page/map_files.h"
#include "page_checks.h"
#include "real_world.h"
#include "scene/part.h"

using namespace atlas;
using page::BriefingCommand;
using scene::Scene;
using view::Page;
using view::ViewState;

namespace {

const FixedMeasure measure;

/// The atlas's own data with its decks; with a small country for the boundaries, which the repository does not hold.
const page::Data& world() {
    static const page::Data data = [] {
        page::Data all = test::real_world();
        tool::SourceSet sources = tool::read_sources(test::source_dir() + "/data");
        all.briefings = std::make_shared<model::Briefings>(std::move(sources.briefings));
        all.indicators = std::make_shared<model::Indicators>(std::move(sources.indicator_set));
        all.map = test::small_country();
        return all;
    }();
    return data;
}

ViewState at(const std::string& route) { return view::parse_route(route); }

Scene stage(const std::string& route, Vec2 window = {1920, 1080}) {
    ui::Environment env;
    env.window = window;
    return page::build(world(), at(route), env, measure);
}

Scene page_of(const std::string& route) {
    ui::Environment env;
    env.window = {1120, 800};
    return page::build(world(), at(route), env, measure);
}

std::string after(const std::string& route, BriefingCommand command, char digit = 0) {
    const std::optional<ViewState> next = page::after(world(), at(route), command, digit);
    return next ? view::route_of(*next) : "";
}

/// Everything that a page says, to look for figures in.
std::string said(const Scene& scene) {
    std::string all;
    for (const scene::Node& node : scene.nodes) all += node.name + "\n" + node.value + "\n" + node.description + "\n";
    for (const auto layer : scene::all_layers)
        for (const scene::Mark& mark : scene.layer(layer))
            if (const auto* text = std::get_if<scene::TextMark>(&mark)) all += text->text + "\n";
    return all;
}

bool is_figure(char c) { return (c >= '0' && c <= '9') || c == '.' || c == ','; }

/// "2025", "4,268.36" … of a text.
std::vector<std::string> figures_of(const std::string& text) {
    std::vector<std::string> figures;
    for (size_t i = 0; i < text.size();) {
        if (text[i] < '0' || text[i] > '9') {
            ++i;
            continue;
        }
        size_t end = i;
        while (end < text.size() && is_figure(text[end])) ++end;
        std::string figure = text.substr(i, end - i);
        while (figure.back() == '.' || figure.back() == ',') figure.pop_back();
        figures.push_back(figure);
        i = end;
    }
    return figures;
}

bool holds(const std::string& text, const std::string& figure) {
    for (const std::string& each : figures_of(text))
        if (each == figure) return true;
    return false;
}

struct SlideAt {
    const model::Briefing& deck;
    const model::Slide& slide;
    std::string route;  ///< of the stage with all steps done
};
std::vector<SlideAt> all_slides() {
    std::vector<SlideAt> slides;
    for (const model::Briefing& deck : world().briefings->all)
        for (size_t i = 0; i < deck.slides.size(); ++i)
            slides.push_back({deck, deck.slides[i],
                              "/briefing/" + deck.id + "?slide=" + std::to_string(i + 1) + "." +
                                  std::to_string(deck.slides[i].steps.size())});
    return slides;
}

const model::Briefing& ten() { return *world().briefings->find("ten-minutes"); }

}  // namespace

TEST_SUITE("the decks that ship") {
    TEST_CASE("there are four, for the edition that they ship with, and their time is what their slides take") {
        REQUIRE(world().briefings->all.size() == 4);
        for (const model::Briefing& deck : world().briefings->all) {
            CAPTURE(deck.id);
            CHECK(deck.edition == world().policy->edition.edition);
            CHECK(page::changed_figures(world(), deck).empty());
            int seconds = 0;
            for (const model::Slide& slide : deck.slides) seconds += slide.seconds;
            CHECK(std::abs(seconds - deck.minutes * 60) <= 60);
        }
    }

    TEST_CASE("no slide says a figure that does not stand on its page") {
        for (const SlideAt& each : all_slides()) {
            const std::string ja = said(page_of(each.slide.route)), en = said(page_of("/en" + each.slide.route));
            CAPTURE(each.route);
            for (const std::string& text : {each.slide.title, each.slide.caption})
                for (const std::string& figure : figures_of(text))
                    CHECK_MESSAGE(holds(ja, figure), figure << " in " << text);
            for (const std::string& text : {each.slide.title_en, each.slide.caption_en})
                for (const std::string& figure : figures_of(text))
                    CHECK_MESSAGE(holds(en, figure), figure << " in " << text);
        }
    }

    TEST_CASE(
        "what a slide is about is on its page, and stands on the stage whole, with everything legible in the last "
        "row") {
        for (const SlideAt& each : all_slides())
            for (const char* lang : {"", "/en"}) {
                const Scene scene = stage(lang + each.route);
                CAPTURE(std::string(lang) + each.route);
                test::check_nodes(scene);
                for (const std::string& id : each.slide.focus) CHECK_MESSAGE(scene.find(id), id);
                for (const std::string& id : each.slide.highlight) CHECK_MESSAGE(scene.find(id), id);
                CHECK(scene.find("stage:source"));
                Rect clip;
                for (const scene::Mark& mark : scene.layer(scene::Layer::document)) {
                    if (const auto* begin = std::get_if<scene::ClipMark>(&mark); begin && clip.empty())
                        clip = begin->rect;
                    if (std::holds_alternative<scene::ClipEnd>(mark)) clip = {};
                    const auto* text = std::get_if<scene::TextMark>(&mark);
                    if (!text) continue;
                    // The number in a pillar's mark repeats its shape and colour.
                    CHECK_MESSAGE((text->font.size_px >= 23.99f || text->text.size() == 1), text->text);
                    if (clip.empty() || each.slide.focus.empty()) continue;
                    CHECK_MESSAGE((text->baseline.y <= clip.bottom() && text->baseline.y > clip.y),
                                  "cut off: " << text->text);
                }
            }
    }

    TEST_CASE("title, source and address are in the same place on every slide") {
        const Scene first = stage("/briefing/ten-minutes");
        for (const SlideAt& each : all_slides()) {
            const Scene scene = stage(each.route);
            CAPTURE(each.route);
            for (const char* id : {"stage:qr", "stage:title", "stage:source"}) {
                REQUIRE(scene.find(id));
                CHECK(scene.find(id)->rect.x == doctest::Approx(first.find(id)->rect.x));
                // A source of two lines begins one line higher.
                const Rect &here = scene.find(id)->rect, &there = first.find(id)->rect;
                if (id == std::string("stage:source"))
                    CHECK(here.bottom() == doctest::Approx(there.bottom()));
                else
                    CHECK(here.y == doctest::Approx(there.y));
            }
            CHECK(scene.find("stage:edition")->name.find(world().policy->edition.edition) != std::string::npos);
        }
    }

    TEST_CASE("a source has room for two lines under the caption") {
        for (const SlideAt& each : all_slides()) {
            const Scene scene = stage(each.route);
            CAPTURE(each.route);
            const Rect source = scene.find("stage:source")->rect;
            for (const char* id : {"stage:caption", "stage:qr", "stage:edition"})
                if (const scene::Node* other = scene.find(id)) CHECK_FALSE(source.intersects(other->rect));
        }
    }

    TEST_CASE("a long source is told whole: no slide that ships ends it in dots") {
        for (const SlideAt& each : all_slides())
            for (const char* lang : {"", "/en"}) {
                const Scene scene = stage(lang + each.route);
                CAPTURE(std::string(lang) + each.route);
                const scene::Node* source = scene.find("stage:source");
                REQUIRE(source);
                for (const scene::Mark& mark : scene.layer(scene::Layer::document)) {
                    const auto* text = std::get_if<scene::TextMark>(&mark);
                    if (!text || !source->rect.contains({text->baseline.x + 1, text->baseline.y - 4})) continue;
                    CHECK_MESSAGE(text->text.find("…") == std::string::npos, text->text);
                }
            }
    }

    TEST_CASE("a figure that has changed since is told before the deck is shown") {
        model::Briefing deck = ten();
        deck.slides[5].figures = {
            {"inbound-visitors", 2025, 1}, {"inbound-visitors", 1999, 5}, {"inbound-visitors", 2025, 4268.36}};
        const std::vector<page::ChangedFigure> changed = page::changed_figures(world(), deck);
        REQUIRE(changed.size() >= 2);
        const page::ChangedFigure& value = changed[changed.size() - 2];
        CHECK(value.slide == 6);
        CHECK(value.now == 4268.36);
        CHECK_FALSE(changed.back().now);
        page::Data data = world();
        data.briefings = std::make_shared<model::Briefings>(model::Briefings{{deck}});
        ui::Environment env;
        const Scene scene = page::build(data, at("/briefing"), env, measure);
        CHECK(test::says(scene, "訪日外国人旅行者数"));
        CHECK(test::says(scene, "4,268.36"));
        CHECK(scene.find("changed:ten-minutes"));
        CHECK_FALSE(page_of("/briefing").find("changed:ten-minutes"));
    }
}

TEST_SUITE("the stage") {
    TEST_CASE("is the same picture on every projector, and keeps its letters on small windows") {
        const Scene full = stage("/briefing/kpi-review?slide=4"),
                    half = stage("/briefing/kpi-review?slide=4", {1440, 810});
        CHECK(half.find("stage:title")->rect.w * 4 == doctest::Approx(full.find("stage:title")->rect.w * 3));
        const Scene phone = stage("/briefing/kpi-review?slide=4", {390, 844});
        for (const scene::Mark& mark : phone.layer(scene::Layer::document))
            if (const auto* text = std::get_if<scene::TextMark>(&mark)) CHECK(text->font.size_px >= 14);
    }

    TEST_CASE("its figure is alive: what is clicked goes on from it, stays on the stage, and one key returns") {
        const std::string route = "/briefing/pillar-2?slide=2";
        const Scene scene = stage(route);
        const scene::Node* kpi = scene.find("measure:2-4:kpi:inbound-visitors");
        REQUIRE(kpi);
        const scene::HitRegion* region = scene::hit(scene, kpi->rect.center(), 0);
        REQUIRE(region);
        CHECK(region->node == kpi->id);
        const ViewState left = view::reduce(at(route), region->action);
        CHECK(view::route_of(left) == "/kpis/inbound-visitors?deck=pillar-2&slide=2");
        const Scene page = stage(view::route_of(left));
        CHECK(page.find("kpi:chart"));
        REQUIRE(page.find("stage:back"));
        CHECK(view::route_of(view::reduce(left, page.find("stage:back")->action)) == route);
        const ViewState further = view::reduce(left, go("/search?q=a"));
        CHECK(view::route_of(further) == "/search?q=a&deck=pillar-2&slide=2");
        CHECK(view::route_of(*page::after(world(), further, BriefingCommand::back)) == route);
        CHECK(view::route_of(*page::after(world(), further, BriefingCommand::previous)) == route);
        CHECK(view::route_of(*page::after(world(), further, BriefingCommand::next)) == "/briefing/pillar-2?slide=3");
    }

    TEST_CASE("what is done to the page of a slide goes on under the slide's title") {
        const ViewState shown = page::shown_on_stage(world(), at("/briefing/ten-minutes?slide=7.1"));
        CHECK(shown.page == Page::map);
        CHECK(shown.camera);  // the step flew there
        ViewState moved = shown;
        moved.camera->zoom = 8;
        const Scene scene = stage(view::route_of(moved));
        CHECK(scene.find("stage:title"));
        CHECK(scene.find("stage:back"));
        CHECK_FALSE(stage("/briefing/ten-minutes?slide=7.1").find("stage:back"));
    }

    TEST_CASE("the map's hit region lies where the map is drawn") {
        const Scene scene = stage("/briefing/ten-minutes");
        const scene::HitRegion* map = nullptr;
        for (const scene::HitRegion& region : scene.regions)
            if (region.is_map) map = &region;
        REQUIRE(map);
        const Rect window{0, 0, 1920, 1080};
        CHECK((map->rect.x >= window.x && map->rect.right() <= window.right()));
        CHECK((map->rect.y >= window.y && map->rect.bottom() <= window.bottom()));
        CHECK(map->rect.w > 800);
    }

    TEST_CASE(
        "a slide's map has the whole width, with its legend on it and without its panel, until a place is chosen") {
        const Scene scene = stage("/briefing/ten-minutes");
        CHECK_FALSE(scene.find("map:title"));
        CHECK_FALSE(scene.find("map:indicator"));
        REQUIRE(scene.find("map:legend"));
        REQUIRE(scene.find("map"));
        CHECK(scene.find("map")->rect.w > 1700);
        CHECK(scene.find("map")->rect.intersects(scene.find("map:legend")->rect));
        test::check_nodes(scene);
        ViewState chosen = page::shown_on_stage(world(), at("/briefing/ten-minutes"));
        chosen.prefecture = "02";
        CHECK(stage(view::route_of(chosen)).find("map:title"));
    }

    TEST_CASE("of a figure nothing shows that stands beside it on its page") {
        // The list in force stands in a frame, wider than what it says; its right edge was a stray line.
        const Scene scene = stage("/briefing/ten-minutes?slide=4");
        const Rect figure = scene.find("list:pillars-2025") ? scene.find("list:pillars-2025")->rect
                                                            : scene.find(ten().slides[3].focus.front())->rect;
        Rect clip;
        for (const scene::Mark& mark : scene.layer(scene::Layer::document))
            if (const auto* c = std::get_if<scene::ClipMark>(&mark)) clip = clip.empty() ? c->rect : clip;
        REQUIRE_FALSE(clip.empty());
        CHECK(clip.right() - figure.right() < 40);
    }

    TEST_CASE("its edges are the clicker's, under what stands on them") {
        const Scene scene = stage("/briefing/kpi-review?slide=2");
        const scene::HitRegion* right = scene::hit(scene, {1900, 900}, 0);
        const scene::HitRegion* left = scene::hit(scene, {20, 100}, 0);
        REQUIRE(right);
        REQUIRE(left);
        CHECK(right->action.target == "/briefing/kpi-review?slide=3");
        CHECK(left->action.target == "/briefing/kpi-review");
        CHECK(stage("/en/briefing/kpi-review?slide=2").find("stage:next")->action.target ==
              "/en/briefing/kpi-review?slide=3");
    }

    TEST_CASE("a caption that waits for its step is not there before") {
        CHECK_FALSE(stage("/briefing/ten-minutes?slide=5").find("stage:caption"));
        CHECK(stage("/briefing/ten-minutes?slide=5.1").find("stage:caption"));
    }

    TEST_CASE("a deck of another name is told on the page of the decks") {
        const Scene scene = stage("/briefing/nonsense?slide=3");
        CHECK(test::says(scene, "nonsense"));
        CHECK(scene.find("start:ten-minutes"));
    }
}

TEST_SUITE("a deck on paper") {
    TEST_CASE("each slide is a sheet after its last step; with notes each is followed by what is said to it") {
        for (const model::Briefing& deck : world().briefings->all)
            for (const Lang lang : {Lang::ja, Lang::en}) {
                const std::vector<page::Sheet> slides = page::deck_sheets(world(), deck, lang, measure, false);
                CAPTURE(deck.id);
                REQUIRE(slides.size() == deck.slides.size());
                const std::vector<page::Sheet> all = page::deck_sheets(world(), deck, lang, measure, true);
                REQUIRE(all.size() == 2 * deck.slides.size());
                for (size_t i = 0; i < deck.slides.size(); ++i) {
                    const model::Slide& slide = deck.slides[i];
                    CAPTURE(i);
                    const std::string& title = lang == Lang::en ? slide.title_en : slide.title;
                    CHECK(slides[i].scene.find("stage:title")->name == title);
                    CHECK((slide.caption.empty() || slides[i].scene.find("stage:caption")));
                    CHECK(slides[i].scene.size.x * 9 == doctest::Approx(slides[i].scene.size.y * 16));
                    const Scene& note = all[2 * i + 1].scene;
                    CHECK(all[2 * i + 1].is_note);
                    test::check_nodes(note);
                    CHECK(note.find("sheet:title")->name == title);
                    CHECK(test::says(note, slide.note.substr(0, slide.note.find('\n'))));
                    CHECK(test::says(note, std::to_string(slide.seconds)));
                    CHECK(note.find("sheet:source")->name == slides[i].scene.find("stage:source")->name);
                    CHECK(note.find("sheet:address"));
                }
            }
    }

    TEST_CASE("on a sheet, its notes and the map's file nobody zooms; on the live stage one does") {
        const auto controls = [](const Scene& scene) {
            int count = 0;
            for (const char* id : {"map:zoom-in", "map:zoom-out", "map:reset", "map:sheet"})
                count += scene.find(id) != nullptr;
            return count;
        };
        const auto marks = [](const Scene& scene) {
            size_t count = 0;
            for (const auto layer : scene::all_layers) count += scene.layer(layer).size();
            return count;
        };
        int maps = 0;
        for (const model::Briefing& deck : world().briefings->all) {
            const std::vector<page::Sheet> sheets = page::deck_sheets(world(), deck, Lang::ja, measure, true);
            for (size_t i = 0; i < deck.slides.size(); ++i) {
                if (at(deck.slides[i].route).page != Page::map) continue;
                CAPTURE(deck.slides[i].route);
                const Scene live = stage(page::sheet_route(deck, static_cast<int>(i) + 1, Lang::ja));
                CHECK(controls(live) == 3);
                CHECK(controls(sheets[2 * i].scene) == 0);
                CHECK(marks(sheets[2 * i].scene) < marks(live));
                // The note's picture is of marks alone: it is the sheet's.
                CHECK(marks(sheets[2 * i + 1].scene) >= marks(sheets[2 * i].scene));
                CHECK(marks(sheets[2 * i + 1].scene) < marks(live) + 40);
                ++maps;
            }
        }
        CHECK(maps > 0);
        const std::optional<Scene> file = page::map_sheet(world(), at("/map"), measure);
        REQUIRE(file);
        CHECK(controls(*file) == 0);
    }

    TEST_CASE("a map on paper is its heading, legend, list and sources, and nothing to operate") {
        for (const float width : {390.f, 1280.f}) {
            CAPTURE(width);
            ui::Environment paper;
            paper.window = {width, 800}, paper.on_paper = true;
            const Scene sheet = page::build(world(), at("/map"), paper, measure);
            test::check_nodes(sheet);
            for (const char* id : {"map:title", "map:legend", "map:ranking", "map:list-title", "footer"})
                CHECK_MESSAGE(sheet.find(id), id);
            for (const char* id : {"map:zoom-in", "map:indicator", "map:year", "map:level", "map:order", "map:look",
                                   "map:own", "map:sheet", "map:back", "downloads", "tabs"})
                CHECK_MESSAGE(!sheet.find(id), id);
        }
    }

    TEST_CASE("a note that is too long for a sheet goes on on the next, and loses nothing") {
        model::Briefing deck = ten();
        deck.slides.resize(1);
        deck.slides[0].note.clear();
        for (int i = 0; i < 150; ++i)
            deck.slides[0].note += "これは" + std::to_string(i) + "番目の、少し長めの文です。";
        page::Data data = world();
        data.briefings = std::make_shared<model::Briefings>(model::Briefings{{deck}});
        const std::vector<page::Sheet> sheets = page::deck_sheets(data, deck, Lang::ja, measure, true);
        REQUIRE(sheets.size() > 2);
        std::string all;
        for (const page::Sheet& sheet : sheets)
            for (const scene::Node& node : sheet.scene.nodes)
                if (node.id.rfind("sheet:note/", 0) == 0) {
                    all += node.name;
                    CHECK(node.rect.bottom() <= sheet.scene.find("sheet:source")->rect.y);
                }
        CHECK(all == deck.slides[0].note);
    }

    TEST_CASE("a QR code keeps its colours in the presenter's pictures") {
        page::Data data = world();
        data.public_url = "https://example.org/";
        ui::Environment env;
        const Scene notes = page::build(data, at("/briefing/ten-minutes/notes"), env, measure);
        size_t kept = 0;
        for (const Scene::Part& part : notes.parts) {
            if (!part.keeps_colours) continue;
            ++kept;
            REQUIRE(part.first + part.count <= notes.layer(part.layer).size());
            CHECK(part.count > 50);
            for (size_t i = part.first; i < part.first + part.count; ++i)
                CHECK(std::holds_alternative<scene::RectMark>(notes.layer(part.layer)[i]));
        }
        CHECK(kept == 2);
    }

    TEST_CASE("a deck of the user's own is read like those that ship, and refused with place and remedy") {
        const std::string head = R"({"schema":1,"id":"own","title":"a","title_en":"a","summary":"a","summary_en":"a",
            "edition":"2026-11-22","minutes":1,"slides":[)";
        const auto load = [&](const std::string& slides) { return model::load_deck(head + slides + "]}", "own.json"); };
        const Result<model::Briefing> good = load(R"({"route":"/kpis","title":"t","title_en":"t","seconds":60})");
        REQUIRE(good);
        CHECK(page::deck_problems(world(), *good, "own.json", measure).empty());
        CHECK_FALSE(model::load_deck("{", "own.json"));
        CHECK_FALSE(load(""));
        const Result<model::Briefing> short_time = load(R"({"route":"/kpis","title":"t","title_en":"t","seconds":2})");
        REQUIRE_FALSE(short_time);
        CHECK(short_time.problems().front().at == "/slides/0/seconds");
        for (const auto& [slide, place] :
             {std::pair{R"({"route":"/nowhere","title":"t","title_en":"t","seconds":60})", "/slides/0/route"},
              std::pair{R"({"route":"/kpis/nope","title":"t","title_en":"t","seconds":60})", "/slides/0/route"},
              std::pair{R"({"route":"/pillars/9","title":"t","title_en":"t","seconds":60})", "/slides/0/route"},
              std::pair{R"({"route":"/briefing/own","title":"t","title_en":"t","seconds":60})", "/slides/0/route"},
              std::pair{R"({"route":"/kpis","title":"t","title_en":"t","seconds":60,"focus":["x"]})",
                        "/slides/0/focus/0"},
              std::pair{R"({"route":"/kpis","title":"t","title_en":"t","seconds":60,"sources":["x"]})",
                        "/slides/0/sources/0"},
              std::pair{R"({"route":"/kpis","title":"t","title_en":"t","seconds":60,
                     "steps":[{"do":"go","route":"/kpis/nope"}]})",
                        "/slides/0/steps/0/route"}}) {
            const Result<model::Briefing> deck = load(slide);
            const std::string told = slide;  // clang captures no structured binding
            CAPTURE(told);
            REQUIRE(deck);
            const Problems problems = page::deck_problems(world(), *deck, "own.json", measure);
            REQUIRE(problems.size() == 1);
            CHECK(problems.front().at == place);
            CHECK(problems.front().file == "own.json");
            CHECK_FALSE(problems.front().remedy.empty());
        }
    }
}

TEST_SUITE("going through a deck") {
    TEST_CASE("next goes through all steps and slides and stays at the last; previous the same way back") {
        std::string route = "/briefing/ten-minutes";
        std::vector<std::string> way;
        for (int guard = 0; guard < 50 && (way.empty() || way.back() != route); ++guard) {
            way.push_back(route);
            route = after(route, BriefingCommand::next);
        }
        size_t expected = ten().slides.size();
        for (const model::Slide& slide : ten().slides) expected += slide.steps.size();
        CHECK(way.size() == expected);
        CHECK(way.back() == "/briefing/ten-minutes?slide=8");
        for (size_t i = way.size() - 1; i > 0; --i) CHECK(after(way[i], BriefingCommand::previous) == way[i - 1]);
        CHECK(after("/briefing/ten-minutes", BriefingCommand::previous) == "/briefing/ten-minutes");
    }

    TEST_CASE("a step that plays lets the map's years go by, off the slide, and the next key goes on from there") {
        model::Briefing deck = ten();
        deck.slides[0].steps = {{model::BriefingStep::Kind::play, {}}};
        page::Data data = world();
        data.briefings = std::make_shared<model::Briefings>(model::Briefings{{deck}});
        const ViewState playing = *page::after(data, at("/briefing/ten-minutes"), BriefingCommand::next);
        CHECK(playing.page == Page::map);
        CHECK(playing.open.count(view::playing));
        CHECK(playing.deck == "ten-minutes");
        CHECK(playing.step == 1);
        CHECK(view::route_of(*page::after(data, playing, BriefingCommand::next)) == "/briefing/ten-minutes?slide=2");
        CHECK(view::route_of(*page::after(data, playing, BriefingCommand::back)) == "/briefing/ten-minutes?slide=1.1");
        // The presenter's view goes on beside it and plays nothing itself.
        const ViewState notes = *page::after(data, at("/briefing/ten-minutes/notes"), BriefingCommand::next);
        CHECK(notes.page == Page::notes);
        CHECK(notes.step == 1);
        CHECK_FALSE(notes.open.count(view::playing));
    }

    TEST_CASE("first, last, and the number that is typed; numbers beyond the end give the last") {
        CHECK(after("/briefing/ten-minutes?slide=4", BriefingCommand::first) == "/briefing/ten-minutes");
        CHECK(after("/en/briefing/ten-minutes?slide=4", BriefingCommand::last) == "/en/briefing/ten-minutes?slide=8");
        ViewState state = at("/briefing/ten-minutes");
        CHECK_FALSE(page::after(world(), state, BriefingCommand::enter));
        state = *page::after(world(), state, BriefingCommand::digit, '1');
        state = *page::after(world(), state, BriefingCommand::digit, '2');
        CHECK(state.presenting->typed == "12");
        CHECK(view::route_of(*page::after(world(), state, BriefingCommand::enter)) == "/briefing/ten-minutes?slide=8");
        state = *page::after(world(), state, BriefingCommand::back);
        CHECK(state.presenting->typed.empty());
    }

    TEST_CASE("a black screen ends with the next key, which does nothing else") {
        const ViewState black = *page::after(world(), at("/briefing/ten-minutes?slide=2"), BriefingCommand::black);
        CHECK(black.open.count(page::black_flag));
        const ViewState white = *page::after(world(), black, BriefingCommand::white);
        CHECK_FALSE(white.open.count(page::black_flag));
        const ViewState again = *page::after(world(), white, BriefingCommand::next);
        CHECK(again.open.empty());
        CHECK(again.slide == 2);
    }

    TEST_CASE("Escape on a slide never ends the briefing: it shows what can be done") {
        const ViewState help = *page::after(world(), at("/briefing/ten-minutes?slide=2"), BriefingCommand::back);
        CHECK(help.open.count(page::help_flag));
        CHECK(help.slide == 2);
        CHECK(page::after(world(), help, BriefingCommand::back)->open.empty());
    }

    TEST_CASE("the sheet of keys has room for all of them, above its buttons") {
        for (const char* route : {"/briefing/ten-minutes", "/en/briefing/ten-minutes"}) {
            ViewState state = at(route);
            state.open.insert(page::help_flag);
            ui::Environment env;
            env.window = {1920, 1080};
            const Scene scene = page::build(world(), state, env, measure);
            CAPTURE(route);
            REQUIRE(scene.find("stage:close"));
            const Rect sheet = scene.find("stage:help")->rect, close = scene.find("stage:close")->rect;
            CHECK(sheet.bottom() >= close.bottom());
            bool lists = false;
            for (const scene::Node& node : scene.nodes)
                if (node.parent >= 0 &&
                    scene.nodes[static_cast<size_t>(node.parent)].id.rfind("briefing:keys", 0) == 0) {
                    CHECK(node.rect.bottom() <= close.y);
                    lists = lists || node.name == "N";
                }
            CHECK(lists);
        }
    }

    TEST_CASE("keys: a clicker's always, arrows unless a control has them, none of a text field") {
        using platform::Key;
        // N is no command of a state: it opens a window.
        CHECK_FALSE(page::after(world(), at("/briefing/ten-minutes"), BriefingCommand::window));
        const auto press = [](Key key, char character, bool focus, bool left) {
            platform::KeyEvent event;
            event.key = key, event.character = character;
            return app::press_of(event, focus, left);
        };
        CHECK(press(Key::page_down, 0, true, true)->command == BriefingCommand::next);
        CHECK(press(Key::page_up, 0, false, false)->command == BriefingCommand::previous);
        CHECK(press(Key::space, 0, false, false)->command == BriefingCommand::next);
        CHECK_FALSE(press(Key::space, 0, true, false));
        CHECK_FALSE(press(Key::down, 0, false, true));
        CHECK(press(Key::none, 'b', false, false)->command == BriefingCommand::black);
        CHECK(press(Key::none, '.', true, true)->command == BriefingCommand::black);
        CHECK(press(Key::zero, '0', false, false)->digit == '0');
        CHECK(press(Key::slash, '?', false, false)->command == BriefingCommand::help);
        CHECK_FALSE(press(Key::none, 'x', false, false));
        CHECK_FALSE(press(Key::tab, 0, false, false));
        platform::KeyEvent typing;
        typing.key = Key::page_down, typing.in_field = true;
        CHECK_FALSE(app::press_of(typing, false, false));
        typing.key = Key::escape;
        CHECK(app::press_of(typing, true, true)->command == BriefingCommand::back);
    }
}

TEST_SUITE("windows in step") {
    TEST_CASE("the audience follows the presenter, and the presenter sees that the stage has left the slide") {
        ViewState presenter = at("/briefing/ten-minutes/notes?slide=3"), audience = at("/en/briefing/ten-minutes");
        audience = *page::heard(audience, page::told_by(presenter)).next;
        CHECK(view::route_of(audience) == "/en/briefing/ten-minutes?slide=3");  // in its own language
        audience = view::reduce(audience, go("/kpis"));
        presenter = *page::heard(presenter, page::told_by(audience)).next;
        CHECK(presenter.page == Page::notes);
        CHECK(presenter.presenting->audience == "/kpis?deck=ten-minutes&slide=3");
        CHECK(page::told_by(presenter) == page::told_by(audience));  // nothing to say back
        ui::Environment env;
        CHECK(page::build(world(), presenter, env, measure).find("notes:away"));
        presenter = *page::after(world(), presenter, BriefingCommand::back);
        CHECK(page::told_by(presenter) == "show - /briefing/ten-minutes?slide=3");
        presenter = *page::after(world(), presenter, BriefingCommand::black);
        CHECK(page::heard(audience, page::told_by(presenter)).next->open.count(page::black_flag));
    }

    TEST_CASE("whatever is not a word of ours changes nothing") {
        const ViewState state = at("/briefing/ten-minutes");
        for (const char* word :
             {"", "show", "show ", "show - ", "show x /briefing/ten-minutes", "show - /kpis",
              "show - /briefing/pillar-2", "show - /briefing", "show -/briefing/ten-minutes", "laser", "laser 2 0",
              "laser 0.5", "laser a b", "laser nan 0", "pen 0.5 0.5 0.5", "pen -1 0", "erase", "\xff", "hello there"}) {
            CAPTURE(word);
            CHECK_FALSE(page::heard(state, word).next);
            CHECK_FALSE(page::heard(state, word).answers);
        }
        CHECK_FALSE(page::heard(state, "show - /briefing/ten-minutes?deck=" + std::string(5000, 'x')).next);
        CHECK_FALSE(page::heard(at("/kpis"), "show - /briefing/ten-minutes").next);
        CHECK(page::heard(state, page::hello).answers);
    }

    TEST_CASE("pointer and pen go from the presenter's picture to the stage") {
        ViewState presenter = at("/briefing/ten-minutes/notes");
        ui::Environment env;
        const Scene notes = page::build(world(), presenter, env, measure);
        const Vec2 middle = notes.find("notes:current")->rect.center();
        CHECK(page::pointer_word(notes, presenter, middle, false, false) == "laser 0.5000 0.5000");
        CHECK_FALSE(page::pointer_word(notes, presenter, {1, 1}, false, false));
        ViewState audience = *page::heard(at("/briefing/ten-minutes"), "laser 0.5000 0.5000").next;
        CHECK(audience.presenting->laser == Vec2{0.5f, 0.5f});
        CHECK_FALSE(page::heard(audience, "laser off").next->presenting->laser);
        presenter = *page::after(world(), presenter, BriefingCommand::pen);
        CHECK_FALSE(page::pointer_word(notes, presenter, middle, false, false));  // it does not touch yet
        CHECK(page::pointer_word(notes, presenter, middle, true, false) == "pen 0.5000 0.5000");
        for (const char* word : {"pen 0.1 0.1", "pen 0.2 0.2", "pen up", "pen 0.5 0.5"})
            audience = *page::heard(audience, word).next;
        REQUIRE(audience.presenting->ink.size() == 2);
        CHECK(audience.presenting->ink[0].points.size() == 2);
        CHECK(page::heard(audience, "pen erase").next->presenting->ink.empty());
        // The next slide begins clean.
        CHECK(page::heard(audience, "show - /briefing/ten-minutes?slide=2").next->presenting->ink.empty());
    }
}

TEST_SUITE("a scene inside another one") {
    TEST_CASE("marks, regions and nodes move and grow together; what lies outside is gone") {
        Scene page;
        const auto add = [&page](const char* id, int32_t parent, scene::Role role, Rect rect) {
            scene::Node& node = page.nodes.emplace_back();
            node.id = id, node.parent = parent, node.role = role, node.rect = rect,
            node.level = role == scene::Role::heading;
        };
        add("main", -1, scene::Role::main, {0, 0, 100, 200});
        add("h", 0, scene::Role::heading, {10, 10, 50, 20});
        add("far", 0, scene::Role::link, {10, 150, 50, 20});
        page.layer(scene::Layer::document).emplace_back(scene::TextMark{{10, 25}, "a", {14, Weight::regular}, {}, {}});
        page.regions.push_back({scene::Layer::document, {10, 10, 50, 20}, "h", go("/"), scene::Cursor::hand, false});
        page.regions.push_back({scene::Layer::document, {10, 150, 50, 20}, "far", go("/"), scene::Cursor::hand, false});
        Scene into;
        scene::PartSpec spec;
        spec.at = {2, {100, 0}}, spec.clip = {100, 0, 200, 200};
        REQUIRE(scene::add_part(into, page, spec));
        REQUIRE(into.nodes.size() == 2);
        CHECK(into.nodes[0].role == scene::Role::group);
        CHECK(into.nodes[1].level == 2);
        CHECK(into.nodes[1].rect == Rect{120, 20, 100, 40});
        REQUIRE(into.regions.size() == 1);
        CHECK(into.regions[0].rect == into.nodes[1].rect);
        spec.root = "nobody";
        CHECK_FALSE(scene::add_part(into, page, spec));
        scene::enlarge(into, 1.5f);
        CHECK(into.nodes[1].rect == Rect{180, 30, 150, 60});
    }
}

TEST_CASE("check: an address that leads nowhere, a name that is not the file's, a figure that has changed") {
    test::TemporaryFolder data;
    test::lay_over("good", data.path);
    std::filesystem::create_directory(data.path / "briefings");
    std::ofstream(data.path / "briefings/talk.json") << R"({"schema":1,"id":"walk","title":"話","title_en":"Talk",
"summary":"話します","summary_en":"A talk","edition":"2026-11-22","minutes":1,"slides":[
{"route":"/kpis/no-such-kpi","title":"あ","title_en":"A","seconds":30},
{"route":"/nowhere","title":"い","title_en":"B","seconds":30},
{"route":"/en/kpis","title":"う","title_en":"C","seconds":30,"sources":["no-such-source"]},
{"route":"/kpis","title":"え","title_en":"D","seconds":30,"figures":[{"series":"no-such-series","year":2020,"value":1}]}]})";
    const test::Run result = test::run({"check", data.path.string(), "--lang", "ja"});
    CHECK(result.code == 1);
    for (const char* words :
         {"no-such-kpi", "/nowhere", "no-such-source", "no-such-series", "「walk」", "/slides/0/route"})
        CHECK_MESSAGE(test::contains(result.out, words), result.out);
}

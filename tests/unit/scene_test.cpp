// A scene as data: what lies on top, how far ink may reach, and its text forms.
#include "scene/scene.h"

#include <doctest/doctest.h>

#include <cmath>
#include <set>
#include <string>

#include "scene/symbol.h"

using namespace atlas;
using namespace atlas::scene;

namespace {

HitRegion region(Layer layer, Rect rect, std::string node) {
    HitRegion out;
    out.layer = layer, out.rect = rect, out.node = std::move(node);
    return out;
}

std::string hit_id(const Scene& scene, Vec2 window, float scroll_px = 0) {
    const HitRegion* found = hit(scene, window, scroll_px);
    return found ? found->node : "(nothing)";
}

Node node(std::string id, Role role, std::string name = "", int32_t parent = -1) {
    Node out;
    out.id = std::move(id), out.role = role, out.name = std::move(name), out.parent = parent;
    return out;
}

}  // namespace

TEST_SUITE("hit") {
    TEST_CASE("of one layer the later region lies above") {
        Scene scene;
        scene.regions = {region(Layer::document, {0, 0, 100, 100}, "card"),
                         region(Layer::document, {10, 10, 20, 20}, "link")};
        CHECK(hit_id(scene, {15, 15}) == "link");
        CHECK(hit_id(scene, {50, 50}) == "card");
        CHECK(hit_id(scene, {150, 50}) == "(nothing)");
    }
    TEST_CASE("overlay over chrome over document over backdrop, whatever came first") {
        Scene scene;
        const Rect all{0, 0, 100, 100};
        scene.regions = {region(Layer::overlay, all, "overlay"), region(Layer::chrome, all, "chrome"),
                         region(Layer::document, all, "document"), region(Layer::backdrop, all, "backdrop")};
        CHECK(hit_id(scene, {5, 5}) == "overlay");
        scene.regions.erase(scene.regions.begin());
        CHECK(hit_id(scene, {5, 5}) == "chrome");
        scene.regions.erase(scene.regions.begin());
        CHECK(hit_id(scene, {5, 5}) == "document");
        scene.regions.erase(scene.regions.begin());
        CHECK(hit_id(scene, {5, 5}) == "backdrop");
    }
    TEST_CASE("the document moves with the scroll, everything else stays in the window") {
        Scene scene;
        scene.regions = {region(Layer::backdrop, {0, 0, 400, 400}, "map"),
                         region(Layer::document, {0, 500, 400, 100}, "row"),
                         region(Layer::chrome, {0, 0, 400, 64}, "bar")};
        CHECK(hit_id(scene, {10, 200}, 0) == "map");
        CHECK(hit_id(scene, {10, 200}, 300) == "row");
        CHECK(hit_id(scene, {10, 30}, 500) == "bar");
        CHECK(hit_id(scene, {10, 300}, 1000) == "map");
    }
    TEST_CASE("a region without area is never hit") {
        Scene scene;
        scene.regions = {region(Layer::document, {10, 10, 0, 50}, "nothing")};
        CHECK(hit_id(scene, {10, 20}) == "(nothing)");
    }
}

TEST_SUITE("bounds of marks") {
    TEST_CASE("a path reaches as far as its points and half its stroke, at least") {
        PathMark path;
        path.points = {{10, 10}, {30, 20}}, path.stroke_px = 2;
        const Rect r = bounds(path);
        CHECK(r.x <= 9);
        CHECK(r.right() >= 31);
        CHECK(bounds(PathMark{}).empty());
    }
    TEST_CASE("a symbol's corners lie within its bounds") {
        for (const Shape shape : {Shape::circle, Shape::square, Shape::diamond, Shape::triangle, Shape::hexagon}) {
            SymbolMark mark;
            mark.center = {100, 100}, mark.radius_px = 10, mark.shape = shape;
            for (const Vec2 corner : symbol_outline(mark)) CHECK(bounds(mark).grown(0.01f).contains(corner));
        }
    }
    TEST_CASE("text reaches at least as far as it is drawn") {
        const FixedMeasure fixed;
        const TextMark text{{10, 50}, "地方創生 2.0", {16}, rgb(0), transparent};
        const Rect r = bounds(text);
        CHECK(r.right() >= 10 + fixed.width_px(text.text, text.font));
        CHECK(r.y <= 50 - 0.88f * 16);
        CHECK(r.bottom() >= 50 + 0.2f * 16);
    }
    TEST_CASE("the end of a clip has none") { CHECK(bounds(ClipEnd{}).empty()); }
}

TEST_SUITE("symbols") {
    TEST_CASE("each shape has its corners, clockwise, about a circle's area, in its middle") {
        const std::pair<Shape, size_t> corners[] = {
            {Shape::square, 4}, {Shape::diamond, 4}, {Shape::triangle, 3}, {Shape::hexagon, 6}};
        for (const auto& [shape, count] : corners) {
            SymbolMark mark;
            mark.center = {50, 60}, mark.radius_px = 10, mark.shape = shape;
            const std::vector<Vec2> outline = symbol_outline(mark);
            REQUIRE(outline.size() == count);
            Vec2 sum;
            double area = 0;
            for (size_t i = 0; i < count; ++i) {
                const Vec2 a = outline[i], b = outline[(i + 1) % count];
                sum = sum + a;
                area += static_cast<double>(a.x * b.y - b.x * a.y) / 2;
            }
            CHECK(sum.x / static_cast<float>(count) == doctest::Approx(50).epsilon(0.001));
            CHECK(std::abs(sum.y / static_cast<float>(count) - 60) <=
                  2.5f);                                       // a triangle is set a little low, to look centred
            CHECK(area == doctest::Approx(314).epsilon(0.2));  // positive: clockwise on the screen
        }
    }
    TEST_CASE("a circle needs no corners") { CHECK(symbol_outline(SymbolMark{}).empty()); }
}

TEST_SUITE("nodes") {
    TEST_CASE("focusable is what has an action and is not disabled") {
        Node button = node("b", Role::button, "押す");
        CHECK_FALSE(button.focusable());
        button.action = go("/map");
        CHECK(button.focusable());
        button.disabled = true;
        CHECK_FALSE(button.focusable());
    }
    TEST_CASE("every role and layer has a name of its own") {
        std::set<std::string> names;
        for (int role = 0; role <= static_cast<int>(Role::separator); ++role)
            names.insert(to_string(static_cast<Role>(role)));
        CHECK(names.size() == static_cast<size_t>(Role::separator) + 1);
        CHECK(std::string(to_string(Role::banner)) == "banner");
        CHECK(std::string(to_string(Role::rowheader)) == "rowheader");
        CHECK(std::string(to_string(Role::map_feature)) == "map_feature");
        CHECK(std::string(to_string(Role::separator)) == "separator");
        CHECK(std::string(to_string(Layer::overlay)) == "overlay");
    }
    TEST_CASE("nodes are found by id") {
        Scene scene;
        scene.nodes = {node("a", Role::main), node("pref:13", Role::map_feature, "東京都", 0)};
        REQUIRE(scene.find("pref:13"));
        CHECK(scene.find("pref:13")->name == "東京都");
        CHECK_FALSE(scene.find("pref:1"));
    }
}

TEST_SUITE("languages") {
    TEST_CASE("on an English page a node that speaks Japanese says so, and so do its children that do not") {
        Scene scene;
        scene.lang = Lang::en;
        scene.nodes = {node("main", Role::main),
                       node("h", Role::heading, "Targets", 0),
                       node("list", Role::list, "強い経済", 0),
                       node("item", Role::listitem, "", 2),
                       node("kpi", Role::link, "Wages", 3),
                       node("name", Role::text, "賃金", 3),
                       node("figure", Role::text, "2.5", 0)};
        mark_languages(scene);
        const auto lang = [&](const char* id) { return scene.find(id)->lang; };
        CHECK_FALSE(lang("main"));
        CHECK_FALSE(lang("h"));
        CHECK(lang("list") == Lang::ja);
        CHECK_FALSE(lang("item"));  // inherits Japanese, says nothing
        CHECK(lang("kpi") == Lang::en);
        CHECK_FALSE(lang("name"));
        CHECK_FALSE(lang("figure"));
    }
    TEST_CASE("punctuation alone is no language; a description speaks for a node without a name") {
        Scene scene;
        scene.lang = Lang::en;
        scene.nodes = {node("a", Role::text, "A・B 〜 “C”"), node("b", Role::group)};
        scene.nodes[1].description = "説明";
        mark_languages(scene);
        CHECK_FALSE(scene.nodes[0].lang);
        CHECK(scene.nodes[1].lang == Lang::ja);
    }
    TEST_CASE("options are marked one by one") {
        Scene scene;
        scene.lang = Lang::en;
        scene.nodes = {node("theme", Role::combobox, "Theme")};
        scene.nodes[0].options = {{"", "All themes"}, {"x", "まちづくり"}};
        mark_languages(scene);
        CHECK_FALSE(scene.nodes[0].options[0].lang);
        CHECK(scene.nodes[0].options[1].lang == Lang::ja);
    }
    TEST_CASE("on a Japanese page only what was marked stays marked") {
        Scene scene;
        scene.nodes = {node("a", Role::text, "SDGs"), node("b", Role::link, "English")};
        scene.nodes[1].lang = Lang::en;
        mark_languages(scene);
        CHECK_FALSE(scene.nodes[0].lang);
        CHECK(scene.nodes[1].lang == Lang::en);
        CHECK(dump_semantics(scene) == "  text a \"SDGs\"\n  link b \"English\" lang=en\n");
    }
}

TEST_SUITE("text forms") {
    TEST_CASE("semantics: one node a line, indented by depth, with what a screen reader says") {
        Scene scene;
        scene.nodes = {node("main", Role::main), node("title", Role::heading, "地図", 0),
                       node("list", Role::list, "", 0), node("go", Role::link, "好事例", 2)};
        scene.nodes[1].level = 1;
        scene.nodes[3].href = "/stories", scene.nodes[3].current = true;
        Node toggle = node("t", Role::button, "印", 0);
        toggle.toggles = toggle.pressed = true, toggle.expands = true, toggle.disabled = true, toggle.value = "2024";
        scene.nodes.push_back(toggle);
        CHECK(dump_semantics(scene) ==
              "  main main\n"
              "    heading title \"地図\" level=1\n"
              "    list list\n"
              "      link go \"好事例\" current → /stories\n"
              "    button t \"印\" value=\"2024\" pressed collapsed disabled\n");
    }
    TEST_CASE("a dump rounds to 0.1 and names every kind of mark") {
        Scene scene;
        scene.size = {100, 50}, scene.document_height = 50, scene.title = "題";
        RectMark rect;
        rect.rect = {0.04f, -0.04f, 10.26f, 5}, rect.fill = rgb(0xFF8000), rect.stroke = rgb(0).with_alpha(128),
        rect.stroke_px = 1, rect.radius_px = 8;
        PathMark path;
        path.points = {{0, 0}, {1.55f, 2}}, path.stroke = rgb(0x00FF00), path.stroke_px = 1.5f, path.dash_px = 3;
        SymbolMark symbol;
        symbol.center = {5, 5}, symbol.shape = Shape::hexagon, symbol.fill = rgb(0x0000FF);
        MapMark map;
        map.rect = {0, 0, 9, 9}, map.fills = {rgb(0x010203), transparent}, map.hatched = {false, true};
        scene.layer(Layer::document) = {
            rect,     TextMark{{1, 2}, "字", {16, Weight::bold}, rgb(0x333333), transparent},
            path,     symbol,
            map,      ClipMark{{1, 1, 2, 2}},
            ClipEnd{}};
        CHECK(dump(scene) ==
              "scene 100x50 document 50 \"題\"\n"
              "layer document\n"
              "  rect 0,0 10.3x5 fill #ff8000 stroke #00000080 radius 8\n"
              "  text 1,2 16b #333333 \"字\"\n"
              "  path 0,0 1.5,2 stroke #00ff00 1.5 dash 3\n"
              "  hexagon 5,5 r 4 fill #0000ff\n"
              "  map 0,0 9x9 features 2 fills #010203 hatch\n"
              "  clip 1,1 2x2\n"
              "  end-clip\n"
              "semantics\n");
    }
    TEST_CASE("JSON: quotes, backslashes and control characters are escaped, everything else is UTF-8 as it is") {
        Scene scene;
        scene.title = "\"題\" \\ 1";
        scene.nodes = {node("a\x1f", Role::text, "一行\n二行\t<b>&</b>")};
        CHECK(semantics_json(scene, 12.5f) ==
              "{\"title\":\"\\\"題\\\" \\\\ 1\",\"lang\":\"ja\",\"scroll\":12.5,\"nodes\":[\n"
              "{\"id\":\"a\\u001f\",\"role\":\"text\",\"name\":\"一行\\u000a二行\\u0009<b>&</"
              "b>\",\"layer\":\"document\",\"rect\":[0,0,0,0]}\n"
              "]}\n");
    }
    TEST_CASE("JSON: flags only where they mean something, the parent by id") {
        Scene scene;
        scene.nodes = {node("list", Role::list), node("b", Role::button, "印", 0)};
        Node& button = scene.nodes[1];
        button.action = go("/"), button.toggles = true, button.expands = button.expanded = true,
        button.layer = Layer::chrome;
        const std::string json = semantics_json(scene, 0);
        CHECK(json.find("\"parent\":\"list\"") != std::string::npos);
        CHECK(json.find("\"layer\":\"chrome\"") != std::string::npos);
        CHECK(json.find("\"focusable\":true") != std::string::npos);
        CHECK(json.find("\"pressed\":false") != std::string::npos);
        CHECK(json.find("\"expanded\":true") != std::string::npos);
        CHECK(json.find("disabled") == std::string::npos);
        CHECK(json.find("selected") == std::string::npos);
    }
    TEST_CASE("JSON of an empty scene is an object with no nodes") {
        CHECK(semantics_json(Scene{}, 0) == "{\"title\":\"\",\"lang\":\"ja\",\"scroll\":0,\"nodes\":[\n]}\n");
    }
}

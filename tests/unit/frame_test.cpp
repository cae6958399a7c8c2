// The frame around every page, and what stands in place of data that is not there.
#include "page/frame.h"

#include "golden.h"
#include "page_checks.h"
#include "small_world.h"

using namespace atlas;
using page::Data;
using scene::Layer;
using scene::Node;
using scene::Role;
using scene::Scene;

namespace {

const FixedMeasure measure;

Scene built(const Data& data, const std::string& route, Vec2 window, const std::string& focus = "") {
    ui::Environment environment;
    environment.window = window;
    environment.native_fields = true;
    view::ViewState state = view::parse_route(route);
    state.focus = focus, state.focus_visible = !focus.empty();
    return page::build(data, state, environment, measure);
}

const Node& node(const Scene& scene, const std::string& id) {
    const Node* found = scene.find(id);
    REQUIRE_MESSAGE(found, "no node " << id);
    return *found;
}

}  // namespace

TEST_CASE("frame: the first thing a keyboard reaches leads to the content, and is seen once it is reached") {
    const Scene scene = built(test::small_world(), "/about", {1280, 800});
    CHECK(scene.nodes.front().id == "skip");
    CHECK(scene.nodes.front().name == "本文へ");
    CHECK(scene.nodes.front().action.kind == Action::Kind::scroll_to);
    CHECK(scene.nodes.front().rect.w <= 1);
    const Scene focused = built(test::small_world(), "/about", {1280, 800}, "skip");
    CHECK(node(focused, "skip").rect.h >= 44);
}

TEST_CASE("frame: landmarks stand once each, the page lies in main") {
    const Scene scene = built(test::small_world(), "/about", {1280, 800});
    for (const Role role : {Role::banner, Role::navigation, Role::main, Role::contentinfo})
        CHECK(test::count_role(scene, role) == 1);
    const Node& banner = node(scene, "banner");
    CHECK(banner.layer == Layer::chrome);
    CHECK(banner.rect.h == 64);
}

TEST_CASE("frame: six places across the top, the one that one is on is marked") {
    const Scene scene = built(test::small_world(), "/kpis/visitors", {1280, 800});
    for (const char* id : {"nav:overview", "nav:map", "nav:pillars", "nav:stories", "nav:kpis", "nav:about"}) {
        const Node& place = node(scene, id);
        CHECK(place.role == Role::link);
        CHECK(place.current == (std::string(id) == "nav:kpis"));
        CHECK(place.rect.right() <= 1280);
    }
}

TEST_CASE(
    "frame: places and search fit beside the name down to 768 px; where it is tight the footer keeps the about page") {
    for (const char* route : {"/about", "/en/about"})
        for (const float width : {768.f, 820.f, 900.f, 1024.f, 1280.f}) {
            CAPTURE(route);
            CAPTURE(width);
            const Scene scene = built(test::small_world(), route, {width, 800});
            CHECK(node(scene, "nav:overview").rect.x >= node(scene, "brand").rect.right() - 8);
            CHECK(node(scene, "nav:search").rect.x >= node(scene, "nav:kpis").rect.right());
            CHECK(node(scene, "nav:search").rect.right() <= node(scene, "nav:language").rect.x + 4);
            CHECK(node(scene, "footer:about").href.find("/about") != std::string::npos);
            if (width >= 1280) CHECK(scene.find("nav:about") != nullptr);
        }
}

TEST_CASE("frame: on phones five tabs with words at the bottom; the about page is reached from the footer") {
    const Scene scene = built(test::small_world(), "/about", {360, 640});
    CHECK(node(scene, "banner").rect.h == 56);
    CHECK(scene.find("nav:about") == nullptr);
    CHECK(node(scene, "footer:about").href == "/about");
    for (const char* id : {"nav:overview", "nav:map", "nav:pillars", "nav:stories", "nav:kpis"}) {
        const Rect tab = node(scene, id).rect;
        CHECK(tab.y >= 640 - 56);
        CHECK(tab.w >= 44);
        CHECK(tab.h >= 44);
    }
    CHECK(scene.safe_top_px == 56);
    CHECK(scene.safe_bottom_px == 56);
}

TEST_CASE("frame: in a low window, as at 400 % zoom, the tabs stand at the end of the page instead of over it") {
    const Scene scene = built(test::small_world(), "/about", {320, 256});
    CHECK(scene.safe_bottom_px == 0);
    const Rect nav = node(scene, "nav").rect;
    CHECK(node(scene, "nav").layer == Layer::document);
    CHECK(nav.y >= node(scene, "footer").rect.bottom());
    CHECK(nav.bottom() == doctest::Approx(scene.document_height));
    for (const char* id : {"nav:overview", "nav:map", "nav:pillars", "nav:stories", "nav:kpis"})
        CHECK(node(scene, id).rect.h >= 44);
}

TEST_CASE("frame: a projector shows no bars") {
    ui::Environment environment;
    environment.projector = true;
    const Scene scene = page::build(test::small_world(), view::parse_route("/about"), environment, measure);
    CHECK(scene.layer(Layer::chrome).empty());
    CHECK(scene.find("banner") == nullptr);
}

TEST_CASE("frame: the footer carries sources and edition and stands on the lower edge of a short page") {
    Data data = test::small_world();
    auto policy = std::make_shared<model::Policy>(*data.policy);
    policy->edition.edition = "2026-11-22";
    model::Source strategy;
    strategy.id = "sougou-senryaku-2025", strategy.attribution = "出典：「総合戦略」を加工して作成";
    policy->sources.push_back(strategy);
    data.policy = policy;
    const Scene scene = built(data, "/nowhere", {1280, 1200});
    CHECK(test::says(scene, "データ版 2026-11-22"));
    CHECK(test::says(scene, "出典：「総合戦略」を加工して作成"));
    CHECK(node(scene, "footer").rect.bottom() == doctest::Approx(1200));
    CHECK(scene.document_height == doctest::Approx(1200));
}

TEST_CASE("frame: an unknown address says so and leads home") {
    const Scene scene = built(test::small_world(), "/nowhere", {1280, 800});
    CHECK(test::says(scene, "見つかりませんでした"));
    CHECK(node(scene, "door:home").href == "/");
    CHECK(scene.title == "ページが見つかりません｜創生アトラス");
    test::check_nodes(scene);
}

TEST_CASE("frame: while data is on its way a quiet line says so, under a heading") {
    const Scene scene = built(Data{}, "/pillars", {1280, 800});
    CHECK(node(scene, "loading").role == Role::status);
    CHECK(test::count_role(scene, Role::alert) == 0);
    test::check_nodes(scene);
}

TEST_CASE("frame: a faulty bundle is named with place and remedy and can be loaded again") {
    Data data = test::small_world();
    data.policy.reset();
    Data::Part& part = data.parts[static_cast<size_t>(model::BundleName::policy)];
    part.state = Data::Part::State::failed;
    part.problems = {{Severity::error, "policy.json", "/pillars/0/name", "「name」がありません",
                      "「name」を書き足してください", "", ""}};
    const Scene scene = built(data, "/pillars", {360, 640});
    CHECK(node(scene, "problem:policy").role == Role::alert);
    for (const char* words : {"policy.json", "/pillars/0/name", "「name」がありません", "「name」を書き足してください"})
        CHECK(test::says(scene, words));
    const Node& retry = node(scene, "retry:policy");
    CHECK(retry.action.kind == Action::Kind::retry);
    CHECK(retry.action.target == "policy");
    test::check_nodes(scene);
    test::check_text_places(scene, measure);
}

TEST_CASE("frame: a fault in one bundle leaves the other parts of a page standing") {
    Data data = test::small_world();
    data.kpis.reset();
    data.parts[static_cast<size_t>(model::BundleName::kpis)].state = Data::Part::State::failed;
    const Scene scene = built(data, "/", {1280, 800});
    CHECK(scene.find("problem:kpis") != nullptr);
    CHECK(scene.find("pillar:1") != nullptr);
    test::check_nodes(scene);
}

TEST_CASE("frame: dangling ids are told above the page, which goes on") {
    Data data = test::small_world();
    data.link_problems = {{Severity::error, "stories.json", "/stories/2/measures/0", "「9-9」という施策はありません",
                           "番号を直してください", "", ""}};
    const Scene scene = built(data, "/pillars", {1280, 800});
    CHECK(node(scene, "problem:links").role == Role::alert);
    CHECK(test::says(scene, "「9-9」という施策はありません"));
    CHECK(scene.find("pillar:2") != nullptr);
    test::check_nodes(scene);
}

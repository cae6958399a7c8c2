// The page of the search: field, groups, links, what is folded, and an empty result.
#include "golden.h"
#include "model/search.h"
#include "page/frame.h"
#include "page_checks.h"
#include "real_world.h"
#include "small_world.h"

using namespace atlas;
using scene::Role;
using scene::Scene;

namespace {

const FixedMeasure measure;

Scene draw(const std::string& query, float width, const std::set<std::string>& open = {}) {
    return test::draw_page(test::real_world(), "/search?q=" + url_encode(query), width, page::search, open);
}

std::set<std::string> all_open() {
    return {"hits:pillar",       "hits:measure", "hits:kpi",    "hits:story",    "hits:prefecture",
            "hits:municipality", "hits:output",  "hits:action", "hits:programme"};
}

size_t hit_links(const Scene& scene) {
    size_t n = 0;
    for (const scene::Node& node : scene.nodes) n += node.role == Role::link && node.id.rfind("hit:", 0) == 0;
    return n;
}

}  // namespace

TEST_CASE("search page: a field, examples, and how much there is to be searched") {
    const Scene scene = draw("", 1280);
    const scene::Node* field = scene.find("search:query");
    REQUIRE(field != nullptr);
    CHECK(field->role == Role::searchbox);
    CHECK(field->action.kind == Action::Kind::set_text);
    CHECK(field->action.target == "query");
    CHECK(scene.find("search")->role == Role::search);
    CHECK(scene.find("try:1")->action.target == "/search?q=%E4%BA%A4%E9%80%9A");
    CHECK(scene.find("search:count") == nullptr);
    const page::Data& data = test::real_world();
    const model::SearchRecords records{data.policy.get(), data.kpis.get(), data.stories.get(), data.places.get(),
                                       data.logic.get()};
    CHECK(test::says(scene, std::to_string(model::searchable_count(records)) + "の"));
}

TEST_CASE("search page: all hits are links to a page that exists, and counted") {
    const page::Data& data = test::real_world();
    const model::SearchRecords records{data.policy.get(), data.kpis.get(), data.stories.get(), data.places.get(),
                                       data.logic.get()};
    for (const char* query : {"交通", "観光", "しまね", "の", "hokkaido", "交付金", "デジタル 地域"}) {
        size_t n = 0;
        for (const model::SearchGroup& group : model::search(records, query)) n += group.hits.size();
        for (const float width : {360.f, 1280.f}) {
            CAPTURE(query);
            const Scene scene = draw(query, width, all_open());
            CHECK(hit_links(scene) == n);
            CHECK(test::says(scene, "「" + std::string(query) + "」で" + std::to_string(n) + "件"));
            for (const scene::Node& node : scene.nodes)
                if (node.id.rfind("hit:", 0) == 0 && node.role == Role::link)
                    CHECK_MESSAGE(view::parse_route(node.href).page != view::Page::not_found, node.href);
            test::check_nodes(scene);
        }
    }
}

TEST_CASE("search page: long groups are folded, and a button opens them") {
    const Scene folded = draw("地域", 360);
    const scene::Node* more = folded.find("hits:programme");
    REQUIRE(more != nullptr);
    CHECK(more->expands);
    CHECK_FALSE(more->expanded);
    CHECK(more->action.kind == Action::Kind::toggle);
    CHECK(hit_links(folded) < hit_links(draw("地域", 360, all_open())));
}

TEST_CASE("search page: nothing found says so and shows a way on") {
    const Scene scene = draw("zzz", 360);
    CHECK(scene.find("search:count")->role == Role::status);
    CHECK(scene.find("try:1") != nullptr);
    test::check_nodes(scene);
    test::check_text_places(scene, measure);
}

TEST_CASE("search page: before the logic model is there it says what is missing") {
    page::Data data = test::real_world();
    data.logic.reset();
    const Scene scene = test::draw_page(data, "/search?q=%E4%BA%A4%E9%80%9A", 360, page::search);
    CHECK(test::says(scene, "総合戦略のデータを読み込んでいます"));
    CHECK(scene.find("hit:kpi:mobility-lab") == nullptr);
}

TEST_CASE("search page: the magnifier leads here, on phones and where the bar has room") {
    ui::Environment environment;
    for (const float width : {360.f, 1280.f}) {
        environment.window = {width, 800};
        const Scene scene = page::build(test::real_world(), view::parse_route("/search?q=DX"), environment, measure);
        REQUIRE(scene.find("nav:search") != nullptr);
        CHECK(scene.find("nav:search")->href == "/search");
        CHECK(scene.find("nav:search")->current);
        test::check_nodes(scene);
        test::check_text_places(scene, measure);
    }
    CHECK(view::route_of(view::parse_route("/en/search?q=dx")) == "/en/search?q=dx");
}

TEST_CASE("search page: golden scenes") {
    for (const float width : {360.f, 1280.f})
        test::compare_golden(
            "search-" + std::to_string(static_cast<int>(width)),
            scene::dump(test::draw_page(test::small_world(), "/search?q=%E5%B3%B6%E6%A0%B9", width, page::search)));
}

// 新結合: every element, example, stance and figure of the data is on the page as it stands there.
#include "golden.h"
#include "page/compare_charts.h"
#include "page/compare_parts.h"
#include "page_checks.h"
#include "real_world.h"
#include "small_world.h"
#include "text/text.h"

using namespace atlas;
using scene::Role;
using scene::Scene;

namespace {

const FixedMeasure measure;

Scene draw(float width, const std::string& route = "/compare", const std::set<std::string>& open = {}) {
    return test::draw_page(test::real_world(), route, width, page::compare, open);
}

}  // namespace

TEST_CASE("compare: every joined element is a mark that leads to its story, every pair a link of the chart") {
    const auto joined = page::joined_stories(*test::real_world().stories);
    size_t elements = 0;
    for (const model::Story* story : joined) elements += story->elements.size();
    for (const float width : {360.f, 1280.f}) {
        const Scene scene = draw(width);
        for (const model::Story* story : joined)
            for (const std::string& element : story->elements) {
                bool found = false;
                for (const scene::Node& node : scene.nodes)
                    found = found || (node.id.rfind("compare:network:", 0) == 0 && node.name.rfind(element, 0) == 0 &&
                                      node.href == "/stories/" + story->id);
                CHECK_MESSAGE(found, element);
            }
        CHECK(scene.find("compare:intro")->name.find(std::to_string(joined.size()) + "件") != std::string::npos);
        CHECK(scene.find("compare:intro")->name.find(std::to_string(elements) + "の要素") != std::string::npos);
    }
}

TEST_CASE("compare: the matrix counts the elements of each field and pillar") {
    const page::Data& data = test::real_world();
    const Scene scene = draw(1280, "/compare", {"table:compare:matrix"});
    REQUIRE(scene.find("compare:matrix:table") != nullptr);
    std::vector<std::string> fields;
    for (const model::Story* story : page::joined_stories(*data.stories))
        for (const std::string& field : page::fields_of(*story))
            if (std::find(fields.begin(), fields.end(), field) == fields.end()) fields.push_back(field);
    for (size_t r = 0; r < fields.size(); ++r) {
        const std::string row = "compare:matrix:table:" + std::to_string(r);
        CHECK(scene.find(row + "/0")->name == fields[r]);
        for (size_t c = 0; c < data.policy->pillars.size(); ++c) {
            size_t wanted = 0;
            for (const model::Story* story : page::joined_stories(*data.stories)) {
                const auto own = page::fields_of(*story), pillars = page::pillars_of(*story);
                if (std::count(own.begin(), own.end(), fields[r]) > 0 &&
                    std::count(pillars.begin(), pillars.end(), data.policy->pillars[c].id) > 0)
                    wanted += story->elements.size();
            }
            CHECK(scene.find(row + "/" + std::to_string(c + 1))->name == std::to_string(wanted));
        }
    }
}

TEST_CASE("compare: examples, lists of elements and stances word for word") {
    const page::Data& data = test::real_world();
    const model::Framework& framework = data.background->framework;
    for (const float width : {360.f, 1280.f}) {
        const Scene scene = draw(width);
        for (const model::CombinationExample& example : framework.combination_examples) {
            CHECK(test::says(scene, join(example.elements, " × ")));
            CHECK(test::says(scene, example.effect));
        }
        for (const model::CombinationElement& element : framework.combination_elements) {
            REQUIRE(scene.find("element:" + element.name) != nullptr);
            CHECK(test::says(scene, text::listed(Words(), element.items)));
        }
        CHECK(scene.find("compare:stances")->role == Role::table);
        for (const model::Stance& stance : data.policy->vision.stances)
            for (const std::string& text : {stance.title, stance.from, stance.to}) CHECK(test::says(scene, text));
    }
}

TEST_CASE("compare: every figure of the support equals its record") {
    const Scene scene = draw(1280), phone = draw(360);
    for (const model::SupportFigure& figure : test::real_world().background->framework.support) {
        CAPTURE(figure.id);
        if (figure.id == page::meaning_id) {
            CHECK(scene.find("compare:meaning")->name == figure.text);
            continue;
        }
        const std::string value = figure.value ? text::quantity_text(Words(), *figure.value, figure.unit) : "";
        for (const Scene* shown : {&scene, &phone}) {
            const scene::Node* node = shown->find("support:" + figure.id);
            if (figure.id.rfind("banso-field-", 0) == 0) {
                CHECK(test::says(*shown, value));
            } else {
                REQUIRE(node != nullptr);
                if (figure.value && node->role == Role::text) CHECK(node->name == value);
            }
        }
    }
}

TEST_CASE("compare: a theme is taken apart at its ×, a story's pillars come once") {
    model::Story story;
    story.theme = "まちづくり×観光", story.pillar = "2", story.measures = {"2-4", "1-7", "2-8"};
    CHECK(page::fields_of(story) == std::vector<std::string>{"まちづくり", "観光"});
    CHECK(page::pillars_of(story) == std::vector<std::string>{"2", "1"});
    story.theme = "";
    CHECK(page::fields_of(story).empty());
}

TEST_CASE("compare: no text is clipped or lies over another, in both languages") {
    for (const char* route : {"/compare", "/en/compare"})
        for (const float width : {360.f, 768.f, 1280.f}) {
            CAPTURE(width);
            const Scene scene = draw(width, route);
            test::check_nodes(scene);
            test::check_text_places(scene, measure);
        }
}

TEST_CASE("compare: golden scenes") {
    page::Data world = test::small_world();
    world.background = test::small_background();
    auto policy = std::make_shared<model::Policy>(*world.policy);
    policy->vision.stances = {{"population", "人口減少", "歯止めをかける", "受け止め、合わせる", {"plan", 2, ""}}};
    world.policy = policy;
    for (const float width : {360.f, 1280.f})
        test::compare_golden("compare-" + std::to_string(static_cast<int>(width)),
                             scene::dump(test::draw_page(world, "/compare", width, page::compare)));
}

// The gallery of stories and the page of a story.
#include "golden.h"
#include "page/names.h"
#include "page/story_parts.h"
#include "small_world.h"

using namespace atlas;
using scene::Role;
using scene::Scene;

namespace {

std::vector<std::string> cards(const Scene& scene) {
    std::vector<std::string> ids;
    for (const scene::Node& node : scene.nodes)
        if (node.role == Role::link && node.id.rfind("story:", 0) == 0 && node.href.rfind("/stories/", 0) == 0)
            ids.push_back(node.id);
    return ids;
}

}  // namespace

TEST_CASE("story: a place is taken apart into prefecture and the rest") {
    const page::Data data = test::small_world();
    const auto& stories = data.stories->stories;
    CHECK(page::split_place(Words(), stories[0], data.places.get()).prefecture == "島根県");
    CHECK(page::split_place(Words(), stories[0], data.places.get()).rest == "海士町");
    CHECK(page::split_place(Words(), stories[1], data.places.get()).prefecture == "");
    CHECK(page::split_place(Words(), stories[1], data.places.get()).rest == "島根県");
}

TEST_CASE("stories: all of them as cards in a list, with search, filters and a count") {
    const Scene scene = test::draw_page(test::small_world(), "/stories", 1280, page::stories);
    CHECK(cards(scene) == std::vector<std::string>{"story:ama", "story:terraces", "story:bus"});
    CHECK(scene.find("stories:list")->role == Role::list);
    CHECK(scene.find("stories:count")->role == Role::status);
    CHECK(scene.find("stories:count")->name == "3件の事例");
    CHECK(scene.find("search:query")->role == Role::searchbox);
    CHECK(scene.find("search:query")->action.target == "query");
    CHECK(scene.find("filter:prefecture")->role == Role::combobox);
    CHECK(scene.find("filter:clear") == nullptr);
    test::compare_golden("stories-1280", scene::dump(scene));
}

TEST_CASE("stories: words, pillar, prefecture and theme narrow the list together") {
    const Scene scene = test::draw_page(test::small_world(), "/stories?p=32&pillar=2", 1280, page::stories);
    CHECK(cards(scene) == std::vector<std::string>{"story:terraces"});
    CHECK(scene.find("filter:pillar:1")->name == "生活環境 1");
    CHECK(scene.find("filter:pillar:2")->pressed);
    CHECK(scene.find("filter:clear")->action.target == "/stories");
    CHECK(cards(test::draw_page(test::small_world(), "/stories?q=%E3%83%90%E3%82%B9", 1280, page::stories)) ==
          std::vector<std::string>{"story:bus"});
}

TEST_CASE("stories: an empty result says so and shows a way out") {
    const Scene scene = test::draw_page(test::small_world(), "/stories?q=zzz", 360, page::stories);
    CHECK(cards(scene).empty());
    CHECK(scene.find("stories:count")->name == "0件の事例");
    CHECK(scene.find("filter:clear") != nullptr);
    CHECK(scene.find("stories:to-map") != nullptr);
    test::compare_golden("stories-empty-360", scene::dump(scene));
}

TEST_CASE("story: place, title, elements, source and what it belongs to") {
    const Scene scene = test::draw_page(test::small_world(), "/stories/terraces", 1280, page::story);
    CHECK(scene.title == "島根県：棚田の風景を生かす");
    CHECK(scene.find("story:elements")->role == Role::list);
    CHECK(scene.find("story:back")->href == "/stories");
    CHECK(scene.find("measure:2-1")->href == "/pillars/2");
    CHECK(scene.find("kpi:visitors")->href == "/kpis/visitors");
    CHECK(cards(scene) == std::vector<std::string>{"story:ama", "story:bus"});
    bool says_editorial = false;
    for (const scene::Node& node : scene.nodes)
        says_editorial = says_editorial || node.name.find("創生アトラスの編集で") != std::string::npos;
    CHECK(says_editorial);
    test::compare_golden("story-1280", scene::dump(scene));
}

TEST_CASE("story: on the narrowest phone nothing leaves the window") {
    const Scene scene = test::draw_page(test::small_world(), "/stories/terraces", 320, page::story);
    for (const scene::Node& node : scene.nodes) CHECK_MESSAGE(node.rect.right() <= 320, node.id);
    test::compare_golden("story-320", scene::dump(scene));
}

TEST_CASE("story: an unknown id leads back to the list") {
    const Scene scene = test::draw_page(test::small_world(), "/stories/nothing", 360, page::story);
    CHECK(scene.find("story:to-list")->href == "/stories");
}

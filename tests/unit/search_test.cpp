// Searching and filtering stories the way people type: kana, katakana, full-width letters, several words.
#include <doctest/doctest.h>

#include "model/lookup.h"

using namespace atlas::model;

namespace {

Stories stories() {
    Stories all;
    Story ama;
    ama.id = "ama";
    ama.title = "島の学校の魅力化";
    ama.place = "島根県海士町";
    ama.pillar = "1";
    ama.prefectures = {"32"};
    ama.municipalities = {"32525"};
    ama.theme = "教育";
    ama.elements = {"高校", "地域"};
    ama.summary = "島の高校と地域が組んだ事例です。";
    Story drone = ama;
    drone.id = "drone";
    drone.title = "ドローンで届ける";
    drone.place = "長野県伊那市";
    drone.pillar = "4";
    drone.prefectures = {"20"};
    drone.municipalities = {"20209"};
    drone.theme = "物流";
    drone.elements = {"ＡＩ", "ドローン"};
    drone.summary = "買い物を届けます。";
    all.stories = {ama, drone};
    return all;
}

Places places() {
    Places p;
    p.prefectures = {{"20", "長野県", "ながのけん", "Nagano", "中部", {}},
                     {"32", "島根県", "しまねけん", "Shimane", "中国", {}}};
    p.municipalities = {{"32525", "海士町", "あまちょう", "Ama", "Ama Town", "32", "town", {}, 2267}};
    return p;
}

std::string found(const StoryFilter& filter) {
    const Stories all = stories();
    const Places where = places();
    std::string ids;
    for (const Story* story : filter_stories(all, &where, filter)) ids += story->id + " ";
    return ids;
}

}  // namespace

TEST_CASE("search: an empty filter finds all, in order") { CHECK(found({}) == "ama drone "); }

TEST_CASE("search: words in title, place, summary and elements") {
    CHECK(found({"魅力化", "", "", ""}) == "ama ");
    CHECK(found({"伊那", "", "", ""}) == "drone ");
    CHECK(found({"買い物", "", "", ""}) == "drone ");
    CHECK(found({"高校", "", "", ""}) == "ama ");
    CHECK(found({"どこにもない", "", "", ""}) == "");
}

TEST_CASE("search: kana, katakana, romaji, full-width and upper case find the same") {
    CHECK(found({"しまね", "", "", ""}) == "ama ");
    CHECK(found({"シマネ", "", "", ""}) == "ama ");
    CHECK(found({"NAGANO", "", "", ""}) == "drone ");
    CHECK(found({"あまちょう", "", "", ""}) == "ama ");
    CHECK(found({"どろーん", "", "", ""}) == "drone ");
    CHECK(found({"ai", "", "", ""}) == "drone ");
}

TEST_CASE("search: all of several words must occur, parted by either kind of space") {
    CHECK(found({"島 高校", "", "", ""}) == "ama ");
    CHECK(found({"島　高校", "", "", ""}) == "ama ");
    CHECK(found({"島 ドローン", "", "", ""}) == "");
    CHECK(found({"　 ", "", "", ""}) == "ama drone ");
}

TEST_CASE("search: pillar, prefecture and theme narrow each other") {
    CHECK(found({"", "4", "", ""}) == "drone ");
    CHECK(found({"", "", "32", ""}) == "ama ");
    CHECK(found({"", "4", "32", ""}) == "");
    CHECK(found({"地域", "", "", "教育"}) == "ama ");
}

TEST_CASE("search: themes come once, in order") {
    CHECK(themes(stories()) == std::vector<std::string>{"教育", "物流"});
}

TEST_CASE("search: stories of a pillar and of a prefecture") {
    const Stories all = stories();
    CHECK(stories_of_pillar(all, "1").size() == 1);
    CHECK(stories_of_prefecture(all, "20")[0]->id == "drone");
}

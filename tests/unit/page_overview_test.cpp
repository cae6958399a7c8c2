// The overview: what it is, three doors, the state of all targets, the country, the five pillars, the vision.
#include "golden.h"
#include "page_checks.h"
#include "small_world.h"

using namespace atlas;
using scene::Role;
using scene::Scene;

namespace {

const FixedMeasure measure;

model::StatedTarget stated(const char* label, double value, const char* unit, const char* comparator = "eq") {
    model::StatedTarget target;
    target.label = label, target.text = label, target.value = value, target.unit = unit, target.comparator = comparator;
    return target;
}

/// The small world with a vision and with numbers in its measures.
page::Data world() {
    page::Data data = test::small_world();
    auto policy = std::make_shared<model::Policy>(*data.policy);
    policy->vision.lead = "多様性の好循環が新しい日本を創る";
    model::VisionArea economy, others;
    economy.id = "strong-economy", economy.title = "「強い」経済", economy.summary = "稼げる経済をつくります。",
    economy.source = {"plan", 0, "目指す姿"};
    economy.targets = {stated("地方への若者の流れを2倍に", 2, "倍")};
    others.id = "other-targets", others.title = "あわせて示された目標", others.summary = "図の外に示されています。";
    others.targets = {stated("関係人口を実人数1,000万人", 1000, "万人（実人数）")};
    policy->vision.areas = {economy, others};
    policy->pillars[0].purpose = "安心して暮らせるようにします。二つ目の文です。";
    policy->pillars[1].measures[0].targets = {stated("訪日外国人旅行者数", 6000, "万人", "about"),
                                              stated("消費額", 15, "兆円")};
    policy->pillars[1].measures[0].targets[0].year = 2030;
    data.policy = policy;
    return data;
}

Scene draw(float width) { return test::draw_page(world(), "/", width, page::overview); }

}  // namespace

TEST_CASE("overview: says what it is, and opens three doors before anything else") {
    const Scene scene = draw(1280);
    CHECK(test::says(scene, "地方創生2.0の取組と進み具合を、地図と数字で見る"));
    CHECK(test::says(scene, "2本の柱と2の施策、3の目標、3の好事例"));
    CHECK(scene.find("door:map")->href == "/map");
    CHECK(scene.find("door:kpis")->href == "/kpis");
    CHECK(scene.find("door:stories")->href == "/stories");
    CHECK(scene.find("about") == nullptr);
    CHECK(scene.find("overview:about")->href == "/about");
    test::check_nodes(scene);
}

TEST_CASE("overview: at 1280 × 800 the first screen holds doors, strip and map") {
    const Scene scene = draw(1280);
    for (const char* id : {"door:map", "door:kpis", "door:stories", "strip", "overview-map"}) {
        REQUIRE_MESSAGE(scene.find(id) != nullptr, id);
        CHECK_MESSAGE(scene.find(id)->rect.bottom() <= 800, id);
    }
}

TEST_CASE("overview: the finding counts what can be judged, and every state leads to its list") {
    const Scene scene = draw(1280);
    CHECK(scene.find("overview:status")->name == "3の目標のうち、いま進み具合を判定できるのは1件です");
    CHECK(scene.find("strip:not_judged")->name == "判定不可 2件");
    CHECK(scene.find("strip:not_judged")->href == "/kpis?s=not_judged");
}

TEST_CASE("overview: a pillar's row shows its first sentence and a headline target with unit and year") {
    const Scene scene = draw(1280);
    const scene::Node* first = scene.find("pillar:1");
    const scene::Node* second = scene.find("pillar:2");
    REQUIRE(first);
    REQUIRE(second);
    CHECK(first->href == "/pillars/1");
    CHECK(first->description.find("安心して暮らせるようにします。") != std::string::npos);
    CHECK(first->description.find("二つ目の文です。") == std::string::npos);
    CHECK(second->description.find("訪日外国人旅行者数（2030年） 約6,000万人") != std::string::npos);
    CHECK(second->description.find("好事例 2") != std::string::npos);
}

TEST_CASE("overview: what the source shows beside the vision is a group of its own, not a further area") {
    const Scene scene = draw(1280);
    CHECK(test::says(scene, "あわせて示された目標"));
    CHECK(test::says(scene, "関係人口を実人数1,000万人"));
    CHECK(test::says(scene, "出典："));
}

TEST_CASE("overview: nothing lies outside the window or over other text at any width") {
    for (const float width : {320.f, 360.f, 768.f, 1024.f, 1280.f, 1920.f}) {
        CAPTURE(width);
        const Scene scene = draw(width);
        test::check_nodes(scene);
        test::check_text_places(scene, measure);
    }
}

TEST_CASE("overview: the scenes on a laptop and on a phone") {
    test::compare_golden("overview-1280", scene::dump(draw(1280)));
    test::compare_golden("overview-360", scene::dump(draw(360)));
}

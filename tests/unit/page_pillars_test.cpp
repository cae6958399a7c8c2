// The list of pillars and the page of one: measures, their 【】 targets, related KPIs and stories.
#include "golden.h"
#include "page/target_figure.h"
#include "page_checks.h"
#include "small_world.h"

using namespace atlas;
using scene::Role;
using scene::Scene;

namespace {

const FixedMeasure measure;

page::Data world() {
    page::Data data = test::small_world();
    auto policy = std::make_shared<model::Policy>(*data.policy);
    model::Measure& tourism = policy->pillars[1].measures[0];
    tourism.detail = "地域の資源を活かします。";
    tourism.target_text = "2030年訪日外国人旅行者数6,000万人・消費額15兆円";
    model::StatedTarget visitors, spending;
    visitors.label = "訪日外国人旅行者数", visitors.value = 6000, visitors.unit = "万人", visitors.year = 2030;
    spending.label = "消費額", spending.value = 15, spending.unit = "兆円", spending.comparator = "ge";
    tourism.targets = {visitors, spending};
    tourism.source = {"plan", 7, "政策パッケージ"};
    policy->pillars[1].purpose = "付加価値を生み出します。";
    data.policy = policy;
    return data;
}

}  // namespace

TEST_CASE("target figures: number, unit and comparator apart, remarks left to the sentence") {
    model::StatedTarget target;
    target.value = 1000, target.unit = "万人（実人数）", target.comparator = "about";
    CHECK(page::figure_text(Words(), target).spoken() == "約1,000万人");
    target.value = 1.3, target.unit = "億人泊", target.comparator = "gt";
    CHECK(page::figure_text(Words(), target).spoken() == "1.3億人泊超");
    target.comparator = "ge";
    CHECK(page::figure_text(Words(), target).after == "以上");
}

TEST_CASE("target figures: the year is said once") {
    model::StatedTarget target;
    target.label = "登録者数", target.year = 2027, target.fiscal = true;
    CHECK(page::target_label(Words(), target) == "登録者数（2027年度）");
    target.label = "登録者数（2027年度までの3年間）";
    CHECK(page::target_label(Words(), target) == "登録者数（2027年度までの3年間）");
}

TEST_CASE("pillars: each pillar has name, counts, measures and a link") {
    const Scene scene = test::draw_page(world(), "/pillars", 1280, page::pillars);
    CHECK(scene.find("pillar:1")->href == "/pillars/1");
    CHECK(scene.find("pillar:2")->href == "/pillars/2");
    CHECK(scene.find("measure:2-1")->name == "観光の高付加価値化");
    CHECK(test::says(scene, "施策 1・関係する目標 1・好事例 2"));
    test::check_nodes(scene);
}

TEST_CASE("pillar: the measure's target is given in the official words, with its numbers as figures") {
    const Scene scene = test::draw_page(world(), "/pillars/2", 1280, page::pillar);
    CHECK(test::says(scene, "【2030年訪日外国人旅行者数6,000万人・消費額15兆円】"));
    bool figure = false;
    for (const scene::Mark& mark : scene.layer(scene::Layer::document))
        if (const auto* text = std::get_if<scene::TextMark>(&mark))
            figure = figure || (text->text == "6,000" && text->font.size_px == 36);
    CHECK(figure);
    CHECK(test::says(scene, "7ページ"));
}

TEST_CASE("pillar: a measure without a target says so") {
    CHECK(test::says(test::draw_page(world(), "/pillars/1", 1280, page::pillar), "資料に目標は示されていません。"));
}

TEST_CASE("pillar: a measure names the KPIs that point to it, with their state, and its stories") {
    const Scene scene = test::draw_page(world(), "/pillars/2", 1280, page::pillar);
    CHECK(scene.find("measure:2-1:kpi:visitors")->href == "/kpis/visitors");
    CHECK(scene.find("measure:2-1:story:bus")->href == "/stories/bus");
    CHECK(scene.find("pillar:stories")->href == "/stories?pillar=2");
    CHECK(scene.find("pillar:previous")->href == "/pillars/1");
    CHECK(scene.find("pillar:next") == nullptr);
    test::check_nodes(scene);
}

TEST_CASE("pillar: KPIs of the pillar that belong to no measure are listed too") {
    CHECK(test::draw_page(world(), "/pillars/1", 1280, page::pillar).find("rest:kpi:plans")->href == "/kpis/plans");
}

TEST_CASE("pillar: an unknown one is not found") {
    CHECK(test::says(test::draw_page(world(), "/pillars/9", 1280, page::pillar), "見つかりませんでした"));
}

TEST_CASE("pillar: without KPIs and stories the measures still stand") {
    page::Data data = world();
    data.kpis.reset(), data.stories.reset();
    const Scene scene = test::draw_page(data, "/pillars/2", 1280, page::pillar);
    CHECK(scene.find("measure:2-1") != nullptr);
    CHECK(scene.find("loading") != nullptr);
}

TEST_CASE("pillars: nothing lies outside the window or over other text at any width") {
    for (const float width : {320.f, 360.f, 768.f, 1024.f, 1280.f, 1920.f}) {
        CAPTURE(width);
        for (const Scene& scene : {test::draw_page(world(), "/pillars", width, page::pillars),
                                   test::draw_page(world(), "/pillars/2", width, page::pillar)}) {
            test::check_nodes(scene);
            test::check_text_places(scene, measure);
        }
    }
}

TEST_CASE("pillars: the scenes of list and page") {
    test::compare_golden("pillars-1280", scene::dump(test::draw_page(world(), "/pillars", 1280, page::pillars)));
    test::compare_golden("pillars-pillar-360", scene::dump(test::draw_page(world(), "/pillars/2", 360, page::pillar)));
}

// About: method, sources, licences, accessibility, version.
#include "golden.h"
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
    policy->edition = {"2026-11-22", "データ版", "資料の説明です。"};
    policy->sources[0].attribution = "出典：「総合戦略」を加工して作成", policy->sources[0].licence = "CC BY 4.0";
    policy->sources[0].url = "https://example.org/plan";
    data.policy = policy;
    data.build_version = "0.1.0", data.map_source = "N03-2025";
    return data;
}

Scene draw(const page::Data& data, float width) { return test::draw_page(data, "/about", width, page::about); }

}  // namespace

TEST_CASE("about: every source stands with publisher, date, licence, attribution and address") {
    const Scene scene = draw(world(), 1280);
    for (const char* words :
         {"総合戦略", "日本政府　2025年12月23日", "利用条件：CC BY 4.0", "出典：「総合戦略」を加工して作成"})
        CHECK(test::says(scene, words));
    CHECK(scene.find("source:plan/link")->href == "https://example.org/plan");
}

TEST_CASE("about: the method is a real table, on phones a list with the same words") {
    const Scene wide = draw(world(), 1280), narrow = draw(world(), 360);
    CHECK(wide.find("method")->role == Role::table);
    CHECK(narrow.find("method")->role == Role::list);
    for (const char* words : {"ある年までに、ある水準にする", "いちばん低い状態をとり"}) {
        CHECK(test::says(wide, words));
        CHECK(test::says(narrow, words));
    }
}

TEST_CASE("about: each reason for 判定不可 is explained and counted") {
    const Scene scene = draw(world(), 1280);
    CHECK(test::says(scene, "基準値未設定"));
    CHECK(test::says(scene, "実績未確認"));
    CHECK(test::says(scene, "1件"));
}

TEST_CASE("about: the attribution of the boundaries follows where they came from") {
    CHECK(test::says(draw(world(), 1280), "国土数値情報（行政区域データ）"));
    page::Data data = world();
    data.map_source = "natural-earth";
    CHECK(test::says(draw(data, 1280), "Natural Earth"));
}

TEST_CASE("about: version of the program and edition of the data") {
    const Scene scene = draw(world(), 1280);
    CHECK(scene.find("about:build-version")->name == "プログラムの版　0.1.0");
    CHECK(scene.find("about:edition")->name == "データの版　2026-11-22");
}

TEST_CASE("about: the method stands even when no data came") {
    page::Data data;
    const Scene scene = draw(data, 1280);
    CHECK(scene.find("method") != nullptr);
    CHECK(scene.find("loading") != nullptr);
    test::check_nodes(scene);
}

TEST_CASE("about: nothing lies outside the window or over other text at any width") {
    for (const float width : {320.f, 360.f, 768.f, 1280.f, 1920.f}) {
        CAPTURE(width);
        const Scene scene = draw(world(), width);
        test::check_nodes(scene);
        test::check_text_places(scene, measure);
    }
}

TEST_CASE("about: the scene on a phone") { test::compare_golden("about-360", scene::dump(draw(world(), 360))); }

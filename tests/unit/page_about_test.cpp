// About: method, sources, licences, accessibility, version.
#include "golden.h"
#include "page_checks.h"
#include "small_world.h"
#include "unit/fixture.h"

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

namespace {

std::shared_ptr<const page::Seal> seal(bool is_known) {
    page::Seal seal;
    seal.file = "copy.sosei", seal.edition = "2026-12-01", seal.files = 12;
    seal.signer = "○○県 企画課", seal.fingerprint = "0123 4567 89ab cdef", seal.is_known = is_known;
    return std::make_shared<const page::Seal>(seal);
}

std::shared_ptr<const page::Seal> refusal() {
    page::Seal seal;
    seal.file = "bad.sosei";
    seal.problems = {problem_of("bad.sosei", "kpis.json", Word::problem_edition_changed, Word::problem_edition_again)};
    return std::make_shared<const page::Seal>(seal);
}

}  // namespace

TEST_CASE(
    "about: an edition that was opened says who signed it and that it stands in place of the data, with the way back") {
    page::Data data = world();
    data.seal = seal(false), data.is_replaced = true;
    const Scene scene = draw(data, 1280);
    CHECK(test::says(scene, "copy.sosei（2026-12-01のデータ版、12個のファイル）"));
    CHECK(test::says(scene, "「○○県 企画課」と名乗る人が署名しました"));
    CHECK(test::says(scene, "登録されていません"));
    CHECK(scene.find("seal:in-place"));
    const scene::Node* back = scene.find("seal:close");
    REQUIRE(back);
    CHECK(back->action.kind == Action::Kind::close_file);
    CHECK(back->action.target == page::close_edition);
    // With what the program began with there is nowhere to go back to.
    data.is_replaced = false;
    CHECK_FALSE(draw(data, 1280).find("seal:close"));
}

TEST_CASE(
    "about: a file that was refused is named with place and remedy; what is shown stays, and so does its way back") {
    page::Data data = world();
    data.refused = refusal();
    const Scene alone = draw(data, 1280);
    CHECK(test::says(alone, "「bad.sosei」は開きませんでした"));
    CHECK(test::says(alone, "kpis.json"));
    CHECK(test::says(alone, "もう一度受け取ってください"));
    CHECK(alone.find("seal:stays"));
    CHECK_FALSE(alone.find("seal"));
    data.seal = seal(true), data.is_replaced = true;
    const Scene both = draw(data, 360);
    CHECK(both.find("seal:refused"));
    CHECK(both.find("seal:close"));
    test::check_text_places(both, measure);
}

TEST_CASE("every page says at its foot that its data are those of a file, and leads to what is said of it") {
    page::Data data = world();
    data.seal = seal(true);
    ui::Environment env;
    CHECK_FALSE(page::build(data, view::parse_route("/kpis"), env, measure).find("footer:from-file"));
    data.is_replaced = true;
    for (const char* route : {"/", "/kpis", "/about", "/map"}) {
        const Scene scene = page::build(data, view::parse_route(route), env, measure);
        const scene::Node* link = scene.find("footer:from-file");
        REQUIRE_MESSAGE(link, route);
        CHECK(test::contains(link->name, "copy.sosei"));
        CHECK(link->href == "/about");
    }
}

TEST_CASE("about: a browser opens editions by a button, a desktop by drop, a kiosk not at all") {
    const auto way_in = [](bool in_browser, bool touch) {
        ui::Environment env;
        env.native_fields = in_browser, env.touch = touch;
        return page::build(world(), view::parse_route("/about"), env, measure);
    };
    const Scene browser = way_in(true, true);
    REQUIRE(browser.find("offline:edition-open"));
    CHECK(browser.find("offline:edition-open")->action.kind == Action::Kind::open_file);
    CHECK_FALSE(way_in(false, false).find("offline:edition-open"));
    CHECK(way_in(false, false).find("offline:edition-text"));
    CHECK_FALSE(way_in(false, true).find("offline:edition-text"));
}

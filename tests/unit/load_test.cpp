// Runtime bundles: good ones become records, faulty ones become problems that name place and remedy.
#include <doctest/doctest.h>

#include "model/links.h"
#include "model/load.h"
#include "unit/fixture.h"

using namespace atlas;
using namespace atlas::model;
using test::contains;
using test::fixture;
using test::lines;

namespace {

Problems faults_of_stories(const std::string& file) {
    const auto stories = load_stories(fixture("bundles/" + file), file);
    CHECK_FALSE(stories);
    for (const Problem& problem : stories.problems()) {
        CHECK(problem.file == file);
        CHECK_FALSE(problem.remedy.empty());
    }
    return stories.problems();
}

}  // namespace

TEST_CASE("load: a good stories bundle") {
    const auto stories = load_stories(fixture("bundles/stories-good.json"), "stories-good.json");
    REQUIRE_MESSAGE(stories, lines(stories.problems()));
    REQUIRE(stories->stories.size() == 1);
    const Story& story = stories->stories[0];
    CHECK(story.title == "島の学校");
    CHECK(story.elements == std::vector<std::string>{"学校", "地域"});
    REQUIRE(story.position);
    CHECK(story.position->lon_deg == doctest::Approx(133.0973));
    CHECK(story.source.doc == "strategy");
}

TEST_CASE("load: a good policy bundle") {
    const auto policy = load_policy(fixture("bundles/policy-good.json"), "policy-good.json");
    REQUIRE_MESSAGE(policy, lines(policy.problems()));
    CHECK(policy->edition.edition == "2026-11-22");
    CHECK(policy->vision.areas.size() == 1);
    REQUIRE(policy->pillars.size() == 2);
    CHECK(policy->pillars[1].measures[0].targets[0].value == 10);
    CHECK(policy->pillars[1].measures[0].targets[0].year == 2030);
}

TEST_CASE("load: a good KPI bundle, its series with shared unit and definition") {
    const auto kpis = load_kpis(fixture("bundles/kpis-good.json"), "kpis-good.json");
    REQUIRE_MESSAGE(kpis, lines(kpis.problems()));
    REQUIRE(kpis->series.size() == 1);
    REQUIRE(kpis->series[0].points.size() == 2);
    const Observation& o = kpis->series[0].points[1];
    CHECK(o.value == 4268.36);
    CHECK(o.unit == "万人");
    CHECK(o.kind == "estimate");
    CHECK(o.grade == 'B');
    CHECK(o.break_before);
    CHECK(o.definition == "速報");
    CHECK(kpis->series[0].points[0].definition.empty());
    CHECK(o.source_title == "試験統計");
    CHECK(kpis->kpis[1].baseline_reason == "基準値未設定");
}

TEST_CASE("load: truncated, not JSON, NaN, another version, another bundle") {
    CHECK(contains(lines(faults_of_stories("stories-truncated.json")), "途中で切れています"));
    CHECK(contains(lines(faults_of_stories("stories-html-page.json")), "HTML"));
    CHECK(contains(lines(faults_of_stories("stories-nan-position.json")), "NaN"));
    const Problems version = faults_of_stories("stories-version-2.json");
    REQUIRE(version.size() == 1);
    CHECK(version[0].at == "/version");
    CHECK(contains(version[0].remedy, "再読み込み"));
    const Problems other = faults_of_stories("stories-is-kpis.json");
    REQUIRE(other.size() == 1);
    CHECK(other[0].at == "/format");
}

TEST_CASE("load: wrong types are reported together, each with its pointer") {
    const std::string text = lines(faults_of_stories("stories-wrong-types.json"));
    CHECK(contains(text, "stories-wrong-types.json:/stories/0/title: 5 は文字列ではありません"));
    CHECK(contains(text, "stories-wrong-types.json:/stories/0/prefectures/0: 「島根」 は 2 桁のコードではありません"));
}

TEST_CASE("load: HTML in a name stays text") {
    const auto stories = load_stories(fixture("bundles/stories-html-in-name.json"), "s.json");
    REQUIRE(stories);
    CHECK(stories->stories[0].title == "<b>島</b>の学校");
}

TEST_CASE("load: a text of 10 MB is refused, and the message stays short") {
    std::string bytes = fixture("bundles/stories-good.json");
    const std::string title = "島の学校";
    bytes.replace(bytes.find(title), title.size(), std::string(10'000'000, 'x'));
    const auto stories = load_stories(bytes, "s.json");
    REQUIRE_FALSE(stories);
    REQUIRE(stories.problems().size() == 1);
    CHECK(stories.problems()[0].at == "/stories/0/title");
    CHECK(contains(stories.problems()[0].what, "長すぎます"));
    CHECK(to_string(stories.problems()[0]).size() < 400);
}

TEST_CASE("load: a control character in a text is refused") {
    std::string bytes = fixture("bundles/stories-good.json");
    bytes.replace(bytes.find("島の学校"), std::string("島の学校").size(), "島\\u0000");
    CHECK(contains(lines(load_stories(bytes, "s.json").problems()), "制御文字"));
}

TEST_CASE("load: an unknown member is no reason to refuse a bundle") {
    std::string bytes = fixture("bundles/stories-good.json");
    bytes.insert(bytes.find("\"title\""), "\"later_addition\":1,");
    CHECK(load_stories(bytes, "s.json"));
}

TEST_CASE("load: a dangling reference loads, and check_links names it") {
    const auto policy = load_policy(fixture("bundles/policy-good.json"), "p.json");
    const auto stories = load_stories(fixture("bundles/stories-dangling-measure.json"), "s.json");
    const auto kpis = load_kpis(fixture("bundles/kpis-good.json"), "k.json");
    REQUIRE(policy);
    REQUIRE(stories);
    REQUIRE(kpis);
    const Problems problems = check_links(&*policy, &*stories, &*kpis, nullptr);
    REQUIRE_MESSAGE(problems.size() == 1, lines(problems));
    CHECK(problems[0].file == "stories");
    CHECK(problems[0].at == "/stories/0/measures/0");
    CHECK(contains(problems[0].what, "1-9"));
    // Without the policy nobody can tell.
    CHECK(check_links(nullptr, &*stories, &*kpis, nullptr).empty());
}

TEST_CASE("load: the manifest's entries, and names that would leave its folder") {
    const auto manifest = load_manifest(fixture("bundles/manifest-good.json"), "manifest.json");
    REQUIRE(manifest);
    REQUIRE(manifest->bundles.size() == 1);
    CHECK(manifest->bundles[0].name == BundleName::stories);
    CHECK(manifest->bundles[0].bytes == 10);
    const auto outside = load_manifest(fixture("bundles/manifest-path-outside.json"), "manifest.json");
    REQUIRE_FALSE(outside);
    CHECK(outside.problems()[0].at == "/bundles/stories/file");
}

TEST_CASE("load: indicator rows must hold 47 values") {
    const auto indicators = load_indicators(fixture("bundles/indicators-46-values.json"), "i.json");
    REQUIRE_FALSE(indicators);
    CHECK(indicators.problems()[0].at == "/indicators/0/values");
}

TEST_CASE("load: no bytes at all") {
    CHECK_FALSE(load_policy("", "p.json"));
    CHECK_FALSE(load_kpis("[]", "k.json"));
    CHECK_FALSE(load_places("{}", "p.json"));
    CHECK_FALSE(load_boundaries("null", "b.json"));
}

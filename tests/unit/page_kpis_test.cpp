// The KPI list and the page of a KPI.
#include "golden.h"
#include "small_world.h"

using namespace atlas;
using scene::Role;
using scene::Scene;

namespace {

int headings(const Scene& scene, int level) {
    int n = 0;
    for (const scene::Node& node : scene.nodes) n += node.role == Role::heading && node.level == level;
    return n;
}

bool says(const Scene& scene, const std::string& words) {
    for (const scene::Node& node : scene.nodes)
        if (node.name.find(words) != std::string::npos) return true;
    return false;
}

void check_ids_and_regions(const Scene& scene) {
    std::set<std::string> ids;
    for (const scene::Node& node : scene.nodes) CHECK_MESSAGE(ids.insert(node.id).second, node.id);
    for (const scene::HitRegion& region : scene.regions)
        if (!region.node.empty()) CHECK_MESSAGE(ids.count(region.node) == 1, region.node);
}

}  // namespace

TEST_CASE("kpis: every KPI is a row under the heading of its level and group") {
    const Scene scene = test::draw_page(test::small_world(), "/kpis", 1280, page::kpis);
    CHECK(headings(scene, 1) == 1);
    CHECK(headings(scene, 2) == 3);
    CHECK(headings(scene, 3) == 3);
    for (const char* id : {"kpi:outlook", "kpi:visitors", "kpi:plans"}) REQUIRE_MESSAGE(scene.find(id) != nullptr, id);
    CHECK(scene.find("kpi:visitors")->href == "/kpis/visitors");
    CHECK(scene.find("kpis:count")->role == Role::status);
    CHECK(scene.find("kpis:count")->name == "3件のKPI");
    check_ids_and_regions(scene);
    test::compare_golden("kpis-1280", scene::dump(scene));
}

TEST_CASE("kpis: a KPI without an actual value says so in words and has no bar") {
    const Scene scene = test::draw_page(test::small_world(), "/kpis", 1280, page::kpis);
    CHECK(says(scene, "判定不可（基準値未設定）"));
    CHECK(says(scene, "判定不可（実績未確認）"));
    CHECK(says(scene, "基準値を定める調査が、これから行われます。"));
    CHECK(scene.find("bar:outlook") == nullptr);
    CHECK(scene.find("bar:visitors") != nullptr);
}

TEST_CASE("kpis: filters by state, by reason and by pillar are addresses, counts follow the other filter") {
    const Scene all = test::draw_page(test::small_world(), "/kpis", 1280, page::kpis);
    CHECK(all.find("filter:status:not_judged")->name == "判定不可 2");
    CHECK(all.find("filter:status:no_actual")->action.target == "/kpis?s=no_actual");
    CHECK(all.find("filter:pillar:1")->name == "生活環境 2");
    CHECK(all.find("filter:status:has_value")->action.target == "/kpis?s=has_value");
    const Scene valued = test::draw_page(test::small_world(), "/kpis?s=has_value", 1280, page::kpis);
    CHECK(valued.find("kpi:visitors") != nullptr);
    CHECK(valued.find("kpi:outlook") == nullptr);
    const Scene some = test::draw_page(test::small_world(), "/kpis?pillar=1&s=no_actual", 1280, page::kpis);
    CHECK(some.find("kpi:plans") != nullptr);
    CHECK(some.find("kpi:outlook") == nullptr);
    CHECK(some.find("kpis:count")->name == "3件のうち1件");
    CHECK(some.find("filter:clear")->action.target == "/kpis");
    CHECK(some.find("filter:pillar:2")->name == "地方経済 0");
}

TEST_CASE("kpis: on phones rows are stacked within the window and the chips fold away") {
    const Scene scene = test::draw_page(test::small_world(), "/kpis", 320, page::kpis);
    CHECK(scene.find("filter:pillar:1") == nullptr);
    CHECK(scene.find("filters:kpis")->expands);
    for (const scene::Node& node : scene.nodes) CHECK_MESSAGE(node.rect.right() <= 320, node.id);
    const Scene open = test::draw_page(test::small_world(), "/kpis", 320, page::kpis, {"filters:kpis"});
    CHECK(open.find("filter:pillar:1") != nullptr);
    test::compare_golden("kpis-320", scene::dump(scene));
}

TEST_CASE("kpi: figure, judgement, audit, observations and sources") {
    const Scene scene = test::draw_page(test::small_world(), "/kpis/visitors", 1280, page::kpi);
    CHECK(headings(scene, 1) == 1);
    CHECK(scene.find("kpi:figure")->name == "4,000.5万人");
    CHECK_FALSE(scene.find("kpi:judgement")->name.empty());
    CHECK(scene.find("kpi:audit")->role == Role::table);
    CHECK(scene.find("kpi:observations")->role == Role::table);
    CHECK(scene.find("kpi:method")->href == "/about");
    CHECK(scene.find("source:1")->href == "https://example.org/2025");
    CHECK(scene.find("measure:2-1")->href == "/pillars/2");
    CHECK(scene.find("story:terraces") != nullptr);
    CHECK(says(scene, "2025年は推計値。"));
    CHECK(says(scene, "「総合戦略」（日本政府、2025-12-23） 12ページ、第3節"));
    check_ids_and_regions(scene);
    test::compare_golden("kpi-1280", scene::dump(scene));
}

TEST_CASE("kpi: without a value the reason stands where the figure would") {
    const Scene scene = test::draw_page(test::small_world(), "/kpis/outlook", 360, page::kpi);
    CHECK(scene.find("kpi:figure")->name == "基準値未設定");
    CHECK(scene.find("kpi:chart") == nullptr);
    CHECK(scene.find("kpi:observations") == nullptr);
    test::compare_golden("kpi-missing-360", scene::dump(scene));
}

TEST_CASE("kpi: an unknown id leads back to the list") {
    const Scene scene = test::draw_page(test::small_world(), "/kpis/nothing", 360, page::kpi);
    CHECK(headings(scene, 1) == 1);
    CHECK(scene.find("kpi:to-list")->href == "/kpis");
}

// The KPI list and the page of a KPI.
#include "chart/charts.h"
#include "golden.h"
#include "model/logic_lookup.h"
#include "page_checks.h"
#include "real_world.h"
#include "small_world.h"
#include "text/text.h"

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
    CHECK(scene.find("kpis:count")->name == "3件のKPI\n判定できるもの1件、判定不可2件。");
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
    CHECK(all.find("filter:value:yes")->action.target == "/kpis?v=1");
    const Scene valued = test::draw_page(test::small_world(), "/kpis?v=1", 1280, page::kpis);
    CHECK(valued.find("kpi:visitors") != nullptr);
    CHECK(valued.find("kpi:outlook") == nullptr);
    const Scene some = test::draw_page(test::small_world(), "/kpis?pillar=1&s=no_actual", 1280, page::kpis);
    CHECK(some.find("kpi:plans") != nullptr);
    CHECK(some.find("kpi:outlook") == nullptr);
    CHECK(some.find("kpis:count")->name ==
          "3件のうち1件を表示\n判定できるもの0件、判定不可1件。しぼり込みで隠れている2件のうち、1件は判定不可です。");
    CHECK(some.find("filter:clear")->action.target == "/kpis");
    CHECK(some.find("filter:pillar:2")->name == "地方経済 0");
}

TEST_CASE("kpis: a filter by level leaves the count of every state of that level, and what it hides is said") {
    const Scene scene = test::draw_page(test::small_world(), "/kpis?level=outcome&s=behind", 1280, page::kpis);
    CHECK(scene.find("kpi:visitors") == nullptr);
    CHECK(scene.find("kpis:strip:not_judged")->name.find("0") != std::string::npos);
    CHECK(scene.find("kpis:strip:on_course")->href == "/kpis?level=outcome&s=on_course");
    CHECK(says(scene, "しぼり込みで隠れている3件のうち、2件は判定不可です。"));
    const scene::Node& level = *scene.find("filter:level");
    CHECK(level.value == "outcome");
    CHECK(level.action.target == "level");
    REQUIRE(level.options.size() == 5);
    CHECK(scene.find("kpis:chosen")->name == "条件：アウトカム、遅れ");
}

TEST_CASE("kpis: the aims of the logic model filter by what stands below them") {
    page::Data data = test::small_world();
    auto logic = std::make_shared<model::LogicModel>();
    model::LogicOutput q;
    q.id = "q", q.name = "共生", q.kpis = {"plans"};
    model::LogicOutcome e;
    e.id = "E", e.name = "魅力", e.kpis = {"visitors"}, e.outputs = {q};
    model::LogicImpact impact;
    impact.id = "impact-3", impact.number = "3", impact.name = "選ばれる地方", impact.kpis = {"outlook"};
    impact.outcomes = {e};
    logic->impacts = {impact};
    data.logic = logic;
    const auto shown = [&](const char* node) {
        const Scene scene = test::draw_page(data, std::string("/kpis?n=") + node, 1280, page::kpis);
        std::string ids;
        for (const char* id : {"outlook", "visitors", "plans"})
            if (scene.find(std::string("kpi:") + id)) ids += std::string(id) + " ";
        return ids;
    };
    CHECK(shown("impact-3") == "outlook visitors plans ");
    CHECK(shown("E") == "visitors plans ");
    CHECK(shown("q") == "plans ");
    CHECK(shown("nothing") == "outlook visitors plans ");
    const Scene scene = test::draw_page(data, "/kpis?n=q", 1280, page::kpis);
    const std::vector<scene::Option>& options = scene.find("filter:aim")->options;
    REQUIRE(options.size() == 4);
    CHECK(options[3].label == "\u00A0\u00A0\u00A0\u00A0q. 共生（1）");
    CHECK(scene.find("kpis:chosen")->name == "条件：q. 共生");
    check_ids_and_regions(scene);
}

TEST_CASE("kpis: in an order of its own the list has its own headings, and a row says its level") {
    const auto order = [](const Scene& scene) {
        std::vector<std::string> names;
        for (const scene::Node& node : scene.nodes) {
            if (node.role == Role::heading && node.level == 2) names.push_back(node.name);
            if (node.role == Role::link && node.id.rfind("kpi:", 0) == 0) names.push_back(node.id);
        }
        return names;
    };
    using Names = std::vector<std::string>;
    const Scene by_state = test::draw_page(test::small_world(), "/kpis?sort=status", 1280, page::kpis);
    const std::string state = by_state.find("kpi:visitors") ? order(by_state).front() : "";
    CHECK(order(by_state) == Names{state, "kpi:visitors", "判定不可（2件）", "kpi:outlook", "kpi:plans"});
    CHECK(says(by_state, "アウトプット　k. インフラ"));
    check_ids_and_regions(by_state);
    const Scene by_gap = test::draw_page(test::small_world(), "/kpis?sort=gap", 1280, page::kpis);
    CHECK(order(by_gap) == Names{"一定の速さと比べられるKPI（1件）", "kpi:visitors",
                                 "一定の速さと比べられないKPI（2件）", "kpi:outlook", "kpi:plans"});
    CHECK(says(by_gap, "一定の速さで進んだ場合と同じ"));
    const Scene by_year = test::draw_page(test::small_world(), "/kpis?sort=year", 360, page::kpis);
    CHECK(order(by_year) == Names{"目標の年：2030年（1件）", "kpi:visitors", "目標の年：2030年度（1件）", "kpi:plans",
                                  "目標の年が決まっていないKPI（1件）", "kpi:outlook"});
    const Scene plain = test::draw_page(test::small_world(), "/kpis", 1280, page::kpis);
    CHECK_FALSE(says(plain, "アウトプット　k. インフラ"));
}

TEST_CASE("kpis: tabs to the national trends and to what changed") {
    const Scene scene = test::draw_page(test::small_world(), "/kpis", 1280, page::kpis);
    CHECK(scene.find("tab:kpis")->current);
    CHECK(scene.find("tab:trends")->href == "/trends");
    CHECK(scene.find("tab:changes")->href == "/changes");
    CHECK(test::draw_page(test::small_world(), "/kpis/visitors", 360, page::kpi).find("kpi:trends")->href == "/trends");
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

TEST_CASE("kpis: the atlas's own board — every order shows every KPI, counts add up, nothing lies over anything") {
    const page::Data& data = test::real_world();
    const size_t all = data.kpis->kpis.size();
    const auto rows = [](const Scene& scene) {
        size_t n = 0;
        for (const scene::Node& node : scene.nodes) n += node.role == Role::link && node.id.rfind("kpi:", 0) == 0;
        return n;
    };
    for (const char* route : {"/kpis", "/kpis?sort=status", "/kpis?sort=gap", "/kpis?sort=year", "/en/kpis?sort=gap"}) {
        for (const float width : {320.f, 768.f, 1280.f}) {
            CAPTURE(route);
            CAPTURE(width);
            const Scene scene = test::draw_page(data, route, width, page::kpis, {"filters:kpis"});
            CHECK(rows(scene) == all);
            test::check_nodes(scene);
            test::check_text_places(scene, FixedMeasure{});
        }
    }
    size_t by_level = 0;
    for (const std::string_view level : view::kpi_levels)
        by_level += rows(test::draw_page(data, "/kpis?level=" + std::string(level), 1280, page::kpis));
    CHECK(by_level == all);
    size_t by_aim = 0;
    for (const char* aim : {"impact-1", "impact-2", "impact-3", "state"})
        by_aim += rows(test::draw_page(data, std::string("/kpis?n=") + aim, 1280, page::kpis));
    CHECK(by_aim == all);
    const Scene behind = test::draw_page(data, "/kpis?n=A&s=behind", 1280, page::kpis);
    CHECK(rows(behind) == 1);
    CHECK(behind.find("kpi:inbound-stays-regional") != nullptr);
}

TEST_CASE("kpis: \"with results\" and the state are chosen independently of each other") {
    const Scene scene = test::draw_page(test::small_world(), "/kpis?s=not_judged", 1280, page::kpis);
    CHECK(scene.find("filter:value:yes")->action.target == "/kpis?s=not_judged&v=1");
    CHECK(scene.find("filter:value:yes")->name == "実績値あり 0");
    CHECK(scene.find("filter:value:all")->name == "すべて 2");
    const Scene both = test::draw_page(test::small_world(), "/kpis?s=not_judged&v=1", 1280, page::kpis);
    CHECK(both.find("filter:status:not_judged")->action.target == "/kpis?s=not_judged&v=1");
    CHECK(both.find("filter:status:all")->action.target == "/kpis?v=1");
    CHECK(both.find("kpis:chosen")->name == "条件：判定不可、実績値あり");
}

TEST_CASE("kpis: words narrow the board, in its counts too, and every group keeps its own") {
    const Scene scene = test::draw_page(test::small_world(), "/kpis?q=%E6%97%85%E8%A1%8C%E8%80%85", 1280, page::kpis);
    CHECK(scene.find("kpis:query")->value == "旅行者");
    CHECK(scene.find("kpi:visitors") != nullptr);
    CHECK(scene.find("kpi:outlook") == nullptr);
    CHECK(scene.find("filter:status:not_judged")->name == "判定不可 0");
    CHECK(scene.find("kpis:chosen")->name == "条件：「旅行者」");
    CHECK(scene.find("filter:clear")->action.target == "/kpis");
    // Nothing of two of the three levels is shown; what they hold is said all the same.
    CHECK(headings(scene, 2) == 3);
    CHECK(says(scene, "全1件（うち判定不可1件）のうち、0件を表示"));
    CHECK(says(scene, "全1件（うち判定不可0件）のうち、1件を表示"));
    const Scene by_state = test::draw_page(test::small_world(), "/kpis?sort=status&pillar=2", 1280, page::kpis);
    CHECK(says(by_state, "判定不可（2件）"));
    CHECK(says(by_state, "全2件（うち判定不可2件）のうち、0件を表示"));
}

TEST_CASE("kpis: cards draw what has a course, name the rest, and leave nobody out") {
    const page::Data& data = test::real_world();
    for (const float width : {320.f, 768.f, 1280.f}) {
        const Scene scene = test::draw_page(data, "/kpis?as=cards", width, page::kpis);
        CAPTURE(width);
        test::check_nodes(scene);
        test::check_text_places(scene, FixedMeasure{});
        size_t cards = 0, rest = 0;
        for (const model::Kpi& kpi : data.kpis->kpis) {
            const scene::Node* link = scene.find("kpi:" + kpi.id);
            REQUIRE_MESSAGE(link != nullptr, kpi.id);
            CHECK(link->href == "/kpis/" + kpi.id);
            (scene.find("card:" + kpi.id + "/item") ? cards : rest) += 1;
        }
        CHECK(cards >= 5);
        CHECK(rest + cards == data.kpis->kpis.size());
    }
    for (const float width : {320.f, 768.f, 1280.f})
        test::compare_golden("kpis-cards-" + std::to_string(static_cast<int>(width)),
                             scene::dump(test::draw_page(test::small_world(), "/kpis?as=cards", width, page::kpis)));
    const Scene small = test::draw_page(test::small_world(), "/kpis?as=cards&level=outcome", 360, page::kpis);
    CHECK(small.find("card:visitors/item") != nullptr);
    CHECK(says(small, "最新 4,000.5万人"));
    CHECK(says(small, "目標：6,000万人（2030年）"));
    CHECK(small.find("kpis:as:rows")->action.target == "/kpis?level=outcome");
}

TEST_CASE("kpis: every figure of every KPI on the board and on its page is the bundle's") {
    const page::Data& data = test::real_world();
    const Scene board = test::draw_page(data, "/kpis", 1280, page::kpis);
    size_t with_figure = 0;
    for (const model::Kpi& kpi : data.kpis->kpis) {
        CAPTURE(kpi.id);
        const model::Progress progress = model::judge(kpi, *data.kpis);
        const scene::Node* link = board.find("kpi:" + kpi.id);
        REQUIRE(link != nullptr);
        std::string row;
        for (const scene::Node& node : board.nodes)
            if (node.parent == link->parent) row += node.name + "\n";
        CHECK_MESSAGE(row.find(kpi.target.text) != std::string::npos, row);
        CHECK_MESSAGE(row.find(chart::status_word(Words(), progress.status)) != std::string::npos, row);
        const Scene one = test::draw_page(data, "/kpis/" + kpi.id, 1280, page::kpi);
        CHECK(says(one, kpi.target.text));
        if (!progress.latest) {
            CHECK(row.find("最新 ") == std::string::npos);
            CHECK(one.find("kpi:figure")->name == chart::gap_word(Words(), progress.gap));
            continue;
        }
        ++with_figure;
        const std::string figure = text::quantity_text(Words(), progress.latest->value, progress.latest->unit);
        CHECK_MESSAGE(row.find("最新 " + figure) != std::string::npos, row);
        CHECK_MESSAGE(row.find(chart::when_text(Words(), *progress.latest)) != std::string::npos, row);
        CHECK(one.find("kpi:figure")->name == figure);
        for (const std::string& id : kpi.series)
            if (const model::Series* series = model::find_series(*data.kpis, id); series && id == kpi.series.front())
                for (const model::Observation& point : series->points)
                    CHECK_MESSAGE(says(one, text::quantity_text(Words(), point.value, series->unit)), point.year);
    }
    CHECK(with_figure >= 10);
}

TEST_CASE("kpis: those of output q that are behind, and from the inbound KPI to its plans and stories") {
    const page::Data& data = test::real_world();
    const Scene behind = test::draw_page(data, "/kpis?n=q&s=behind", 1280, page::kpis);
    size_t rows = 0, expected = 0;
    for (const scene::Node& node : behind.nodes) rows += node.role == Role::link && node.id.rfind("kpi:", 0) == 0;
    for (const std::string& id : model::kpis_below(*data.logic, "q"))
        expected += model::judge(*model::find_kpi(*data.kpis, id), *data.kpis).status == model::Status::behind;
    CHECK(rows == expected);
    for (const model::Kpi& kpi : data.kpis->kpis) {
        CAPTURE(kpi.id);
        const Scene scene = test::draw_page(data, "/kpis/" + kpi.id, 1280, page::kpi);
        const scene::Node* link = scene.find("kpi:roadmap");
        REQUIRE(link != nullptr);
        const view::ViewState to = view::parse_route(link->href);
        CHECK(to.page == view::Page::roadmap);
        CHECK_FALSE(model::tables_of(*data.roadmap, *data.logic, to.node).empty());
    }
}

// Bars, lists, Gantt, logic diagram, matrix, network, timeline, small multiples; layout against worked examples.
#include "chart/bullet_row.h"

#include <chrono>

#include "chart/tidy_layout.h"
#include "chart_golden.h"

using namespace atlas;
using namespace atlas::chart;
using test::figure_text;

namespace {

model::RoadmapBar bar(std::string text, model::RoadmapDate start, model::RoadmapDate end, bool open,
                      model::Dating dating) {
    model::RoadmapBar b;
    b.text = std::move(text), b.start = start, b.end = end, b.open_end = open, b.dating = dating;
    return b;
}

LogicDiagramOptions small_logic(const std::string& focus) {
    LogicDiagramOptions options;
    options.text = figure_text(), options.words = &test::logic_words, options.focus = focus;
    LogicItem root, left, right, state;
    root.id = "i", root.number = "1", root.name = "強い経済", root.expands = root.expanded = true, root.statuses[1] = 2;
    left.id = "A", left.name = "稼ぐ力", left.parent = 0, left.level = 1, left.expands = true, left.below[5] = 3;
    right.id = "B", right.name = "人材", right.parent = 0, right.level = 1, right.href = "/logic?n=B";
    state.id = "state", state.name = "国の役割", state.level = 1;
    options.items = {root, left, right, state};
    options.toggle = [](const LogicItem& item) { return adjust("/logic?open=" + item.id); };
    return options;
}

}  // namespace

TEST_CASE("tidy layout: a parent stands at the middle of its children") {
    CHECK(tidy_rows({{-1, 0, 10}, {0, 1, 10}, {0, 1, 10}}, 5) == std::vector<float>{7.5f, 0, 15});
}

TEST_CASE("tidy layout: subtrees slide together where their levels leave room") {
    // The first root's children are deep; the second root is a leaf and needs to clear the first root only.
    const std::vector<float> rows = tidy_rows({{-1, 0, 10}, {0, 1, 10}, {0, 1, 10}, {0, 1, 10}, {-1, 0, 10}}, 2);
    CHECK(rows == std::vector<float>{12, 0, 12, 24, 24});
}

TEST_CASE("tidy layout: a parent of many stays near the first of them when asked") {
    const std::vector<float> rows = tidy_rows({{-1, 0, 10}, {0, 1, 10}, {0, 1, 10}, {0, 1, 10}}, 10, 5);
    CHECK(rows == std::vector<float>{5, 0, 20, 40});
}

TEST_CASE("bar chart: side by side with a missing and a tentative year, and below zero") {
    BarChartOptions options;
    options.text = figure_text(), options.words = &test::bar_words, options.unit = "人";
    options.categories = {"2022", "2023", "2024"}, options.tentative = {false, false, true};
    options.series = {{"男性", {30.0, std::nullopt, 50.0}}, {"女性", {-10.0, 20.0, 60.0}}};
    CHECK(bar_summary(options) == "2024は男性が50人 推計、女性が60人 推計です。");
    const auto draw = [&](ui::Ui& ui, Vec2 at, float width) { return bar_chart(ui, at, width, options); };
    CHECK(test::draw_chart(768, draw).find("chart:0:1")->name == "2023 男性 値なし");
    test::golden_chart("bars-grouped", draw);
}

TEST_CASE("bar chart: no share is told of a whole that is not known whole") {
    BarChartOptions options;
    options.text = figure_text(), options.words = &test::bar_words, options.unit = "人";
    options.categories = {"2023", "2024"}, options.stacked = options.as_shares = true;
    options.series = {{"子ども", {10.0, 10.0}}, {"高齢者", {std::nullopt, 30.0}}};
    const auto draw = [&](ui::Ui& ui, Vec2 at, float width) { return bar_chart(ui, at, width, options); };
    const scene::Scene scene = test::draw_chart(768, draw);
    CHECK(scene.find("chart:0:0")->name == "2023 子ども 10人");
    CHECK(scene.find("chart:0:1")->name == "2024 子ども 10人 25.0%");
    test::golden_chart("bars-shares", draw);
    options.series = {{"子ども", {std::nullopt, std::nullopt}}};
    test::golden_chart("bars-no-data", draw);
}

TEST_CASE("bar list: shares on a common scale of 100 %, names above the bars on a phone") {
    BarListOptions options;
    options.text = figure_text(), options.words = &test::bar_list_words, options.unit = "人";
    options.items = {{"地方創生の現場に携わることができるから。", 116.0, 92.8, "", true},
                     {"その他", 8.0, 6.4, "", false}};
    test::golden_chart("bar-list", [&](ui::Ui& ui, Vec2 at, float width) { return bar_list(ui, at, width, options); });
}

TEST_CASE("bullet row: columns on a laptop, stacked on a phone") {
    const model::Kpi kpi = test::visitors_kpi();
    model::Progress progress;
    progress.status = model::Status::accelerate, progress.share = 0.25, progress.ratio = 0.625;
    BulletRow row;
    row.id = "kpi", row.name = kpi.name, row.href = "/kpis/visitors", row.kpi = &kpi, row.progress = &progress;
    row.baseline = "3,600万人", row.latest = "4,000.5万人（2025年）", row.target = "6,000万人（2030年）";
    test::golden_chart("bullet-row", [&](ui::Ui& ui, Vec2 at, float width) {
        const float h = bullet_row(ui, at, width, row);
        CHECK(h == bullet_row_height(ui, row, width));
        return h;
    });
}

TEST_CASE("gantt: stated, column-dated, open, one month, undated and lost are all different") {
    using model::Dating;
    model::RoadmapRow row, lost;
    row.id = "r", row.name = "農泊の推進", lost.id = "l", lost.name = "読めない行", lost.lost = true;
    row.bars = {bar("検討", {2025, 4, false}, {2026, 3, false}, false, Dating::stated),
                bar("実施", {2026, 0, true}, {}, true, Dating::column),
                bar("公表", {2027, 6, false}, {2027, 6, false}, false, Dating::stated),
                bar("周知", {}, {}, false, Dating::undated)};
    GanttOptions options;
    options.text = figure_text(), options.words = &test::gantt_words;
    options.first_month = month_of(2025, 4), options.last_month = month_of(2029, 3), options.today = month_of(2025, 12);
    options.groups = {{"農林水産物", "", false, {{&row, "", false}, {&lost, "", false}}}, {"酒類", "", true, {}}};
    const auto draw = [&](ui::Ui& ui, Vec2 at, float width) { return gantt(ui, at, width, options); };
    const scene::Scene scene = test::draw_chart(1280, draw);
    CHECK(scene.find("chart")->description == "2の取組に4の予定があり、うち1は時期の記載がありません。");
    CHECK(scene.find("chart:r:0")->name == "農泊の推進 検討 2025年4月～2026年3月");
    CHECK(scene.find("chart:r:1")->name == "農泊の推進 実施 2026年度～ 表の列による");
    CHECK(scene.find("chart:r:3")->name == "農泊の推進 周知 時期の記載なし");
    CHECK(scene.find("chart:r:3")->rect.x > scene.find("chart:r:0")->rect.right());
    test::golden_chart("gantt", draw);
    GanttOptions zoomed = options;
    zoomed.first_month = month_of(2027, 4), zoomed.last_month = month_of(2028, 3), zoomed.today = 0;
    CHECK(bars_outside(options) == 0);
    CHECK(bars_outside(zoomed) == 1);  // the inquiry; what is open goes on, what has no date lies nowhere
    test::golden_chart("gantt-zoomed", [&](ui::Ui& ui, Vec2 at, float width) { return gantt(ui, at, width, zoomed); });
    options.groups.clear();
    test::golden_chart("gantt-no-rows", draw);
}

TEST_CASE("logic diagram: the path of the focus, states at the nodes, buttons that open") {
    const LogicDiagramOptions options = small_logic("B");
    CHECK(trace_of(options.items, "i") ==
          std::vector<Trace>{Trace::focus, Trace::downstream, Trace::downstream, Trace::none});
    const auto draw = [&](ui::Ui& ui, Vec2 at, float width) { return logic_diagram(ui, at, width, options); };
    const scene::Scene scene = test::draw_chart(1280, draw);
    CHECK(scene.find("chart:i")->name == "インパクト 1 強い経済 順調2件 選んだ項目の上流");
    CHECK(scene.find("chart:A")->name == "アウトカム 稼ぐ力 この下に判定不可3件");
    CHECK(scene.find("chart:A:toggle")->name == "稼ぐ力を開く");
    CHECK(scene.find("chart:A:toggle")->expands);
    test::golden_chart("logic-diagram", draw);
}

TEST_CASE("matrix: counts as circles; a list by row where columns do not fit") {
    MatrixOptions options;
    options.text = figure_text(), options.words = &test::matrix_words;
    options.rows = {"生活環境", "地方経済"}, options.row_pillars = {"1", "2"};
    options.columns = {"北海道・東北", "関東", "中部", "近畿"}, options.counts = {{1, 0, 4, 2}, {12, 1, 0, 0}};
    const auto draw = [&](ui::Ui& ui, Vec2 at, float width) { return matrix(ui, at, width, options); };
    CHECK(test::draw_chart(768, draw).find("chart")->description == "最も多いのは地方経済と北海道・東北の12件です。");
    test::golden_chart("matrix", draw);
    options.counts = {{0, 0, 0, 0}, {0, 0, 0, 0}};
    test::golden_chart("matrix-no-data", draw);
}

TEST_CASE("network: partners come to stand near each other, kinds stay together") {
    NetworkOptions options;
    options.text = figure_text(), options.words = &test::network_words;
    options.elements = {
        {"農業", "施策", ""}, {"観光", "施策", ""}, {"AI", "施策", ""}, {"高専", "主体", ""}, {"銀行", "主体", ""}};
    options.links = {{0, 4, 1}, {2, 3, 2}};
    const std::vector<int> order = ring_order(options);
    CHECK(std::set<int>(order.begin(), order.begin() + 3) == std::set<int>{0, 1, 2});
    CHECK(order == ring_order(options));
    test::golden_chart("network", [&](ui::Ui& ui, Vec2 at, float width) { return network(ui, at, width, options); });
}

TEST_CASE("timeline: dates at their place across, below each other on a phone") {
    CHECK(time_of_date("2025") == doctest::Approx(2025.5));
    CHECK(time_of_date("2025-06") == doctest::Approx(2025 + 5.5 / 12));
    CHECK(time_of_date("soon") == 0);
    TimelineOptions options;
    options.text = figure_text(), options.words = &test::timeline_words;
    options.events = {{"a", 2014.5, "2014年", "地方創生を開始", "", "", false},
                      {"b", 2025.45, "2025年6月", "基本構想を決定", "閣議決定", "", true},
                      {"c", 2025.98, "2025年12月", "総合戦略を決定", "", "", true}};
    test::golden_chart("timeline", [&](ui::Ui& ui, Vec2 at, float width) { return timeline(ui, at, width, options); });
}

TEST_CASE("small multiples: what was observed is told, an empty panel says so") {
    const model::Series a = test::series_of({3, 2, 1}), b = test::series_of({1, 1, 2});
    MultiplesOptions options;
    options.text = figure_text(), options.words = &test::multiples_words;
    options.panels = {
        {"北海道", "", "", &a, 1.5, false}, {"東京都", "", "", &b, 1.5, true}, {"沖縄県", "", "", nullptr, 1.5, false}};
    const auto draw = [&](ui::Ui& ui, Vec2 at, float width) { return small_multiples(ui, at, width, options); };
    CHECK(test::draw_chart(768, draw).find("chart")->description ==
          "2のうち、最も多いのは東京都（2万人）、最も少ないのは北海道（1万人）です。");
    test::golden_chart("small-multiples", draw);
}

TEST_CASE("bullet rows: sixty of them cost far less than a frame" * doctest::may_fail()) {
    const model::Kpi kpi = test::visitors_kpi();
    model::Progress progress;
    progress.status = model::Status::accelerate, progress.share = 0.25, progress.ratio = 0.625;
    const auto draw = [&](ui::Ui& ui, Vec2 at, float width) {
        float y = at.y;
        for (int i = 0; i < 60; ++i) {
            const std::string id = "kpi" + std::to_string(i);
            BulletRow row;
            row.id = id, row.name = kpi.name, row.href = "/kpis/visitors", row.kpi = &kpi, row.progress = &progress;
            row.baseline = "3,600万人", row.latest = "4,000.5万人（2025年）", row.target = "6,000万人（2030年）";
            y += bullet_row(ui, {at.x, y}, width, row);
        }
        return y - at.y;
    };
    test::draw_chart(1280, draw);
    const auto start = std::chrono::steady_clock::now();
    constexpr int times = 10;
    for (int i = 0; i < times; ++i) test::draw_chart(1280, draw);
    const double ms =
        std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count() / times;
    MESSAGE("60 bullet rows: " << ms << " ms a build");
    CHECK(ms < 4);
}

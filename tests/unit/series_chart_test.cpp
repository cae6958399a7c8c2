// Series and trajectory charts in each of their states.
#include "chart/series_chart.h"

#include "chart/trajectory_chart.h"
#include "chart_golden.h"
#include "model/projection.h"

using namespace atlas;
using namespace atlas::chart;
using test::figure_text;
using test::series_of;

namespace {

SeriesChartOptions options_of(const std::vector<const model::Series*>& series) {
    SeriesChartOptions options;
    options.text = figure_text(), options.words = &test::series_words;
    static constexpr const char* labels[] = {"総数", "女性", "男性"};
    for (size_t i = 0; i < series.size(); ++i) options.lines.push_back({series[i], labels[i], {}, 1.5});
    return options;
}

auto drawing(const SeriesChartOptions& options) {
    return [&options](ui::Ui& ui, Vec2 at, float width) { return series_chart(ui, at, width, options); };
}

/// Break, missing years, preliminary, projection and all grades in one series.
model::Series everything() {
    model::Series series = test::visitors_series();
    series.points.push_back(test::observed(2030, 5000, "万人", "projection"));
    series.points.push_back(test::observed(2040, 4500, "万人", "projection"));
    return series;
}

}  // namespace

TEST_CASE("series chart: no data is said in words, without a table") {
    const model::Series empty = series_of({});
    const SeriesChartOptions options = options_of({&empty});
    const scene::Scene scene = test::draw_chart(320, drawing(options));
    CHECK(scene.find("chart")->description == "図に示せる値は、まだありません。");
    CHECK(scene.find("table:chart") == nullptr);
    test::golden_chart("series-no-data", drawing(options));
}

TEST_CASE("series chart: one point is told, not drawn") {
    const model::Series one = series_of({12});
    const SeriesChartOptions options = options_of({&one});
    test::golden_chart("series-one-point", drawing(options));
}

TEST_CASE("series chart: break, gap, provisional, grades and projection with its band") {
    const model::Series series = everything();
    SeriesChartOptions options = options_of({&series});
    options.lines[0].band = {{2030.5, 4500, 5500}, {2040.5, 3500, 5600}};
    const std::string said = series_summary(options);
    CHECK(said ==
          "2018年に集計方法が変わりました。総数は2018年の2,500万人から2025年の4,000.5万人へ、1,500.5万人増えました。"
          "最も多いのは2025年の4,000.5万人、最も少ないのは2022年の1,000万人です。2040年には4,"
          "500万人と推計されています。");
    test::golden_chart("series-states", drawing(options));
}

TEST_CASE("series chart: several lines with events; every observation is a mark of one tab stop") {
    const model::Series a = series_of({10, 12, 9}), b = series_of({6, 7, 5.5}), c = series_of({4, 5, 3.5});
    SeriesChartOptions options = options_of({&a, &b, &c});
    options.events = {{2021.0, "2021年", "構想を決定"}, {1999, "1999年", "軸の外"}};
    const scene::Scene scene = test::draw_chart(1280, drawing(options));
    int marks = 0;
    for (const scene::Node& node : scene.nodes) marks += node.roving;
    CHECK(marks == 9);
    CHECK(scene.find("chart:1:2")->name == "女性 2022年 5.5万人");
    const scene::Node* right = scene::neighbour_mark(scene, *scene.find("chart:0:0"), {1, 0});
    REQUIRE(right);
    CHECK(right->id == "chart:0:1");
    CHECK(scene::neighbour_mark(scene, *scene.find("chart:0:2"), {1, 0}) == nullptr);
    test::golden_chart("series-lines", drawing(options));
}

TEST_CASE("series chart: logarithmic") {
    const model::Series series = series_of({3, 40, 900}, "億円");
    SeriesChartOptions options = options_of({&series});
    options.logarithmic = true;
    test::golden_chart("series-log", drawing(options));
}

TEST_CASE("series chart: the tooltip tells all lines at the date of the mark") {
    const model::Series a = series_of({10, 12}), b = series_of({6, 7});
    const SeriesChartOptions options = options_of({&a, &b});
    const std::string dump = scene::dump(test::draw_chart(768, drawing(options), {}, "chart:1:1"));
    CHECK(dump.find("総数：12万人") != std::string::npos);
    CHECK(dump.find("女性：7万人") != std::string::npos);
}

TEST_CASE("series chart: the table has a row a date, a column a line, and the notes") {
    const model::Series a = everything(), b = series_of({6, 7});
    const SeriesChartOptions options = options_of({&a, &b});
    const ui::TableSpec table = series_table(options);
    REQUIRE(table.columns.size() == 4);
    CHECK(table.columns[1].header == "総数（万人）");
    CHECK(table.rows.front() == std::vector<std::string>{"2017年", "2,000", "", ""});
    CHECK(table.rows[2].back() == "総数 報道による値");
}

TEST_CASE("trajectory: baseline, required path, target and the continuation with its band") {
    const model::Series series = series_of({2000, 2400, 2500, 2400, 2500});
    const model::Kpi kpi = test::visitors_kpi();
    TrajectoryOptions options;
    options.text = figure_text(), options.words = &test::trajectory_words, options.label = "旅行者数";
    options.series = &series, options.kpi = &kpi, options.trend = model::fit_trend(series);
    const auto draw = [&](ui::Ui& ui, Vec2 at, float width) { return trajectory_chart(ui, at, width, options); };
    const scene::Scene scene = test::draw_chart(768, draw);
    CHECK(scene.find("chart:baseline")->name == "基準値 2024年 3,600万人");
    CHECK(scene.find("chart:target")->name == "目標 2030年 6,000万人");
    // b = 100 a year around 2,360 in 2022: 3,160 in 2030.
    CHECK(scene.find("chart:trend")->name == "試算 2030年 3,160万人");
    test::golden_chart("trajectory", draw);
}

TEST_CASE("trajectory: without observations nothing is promised") {
    TrajectoryOptions options;
    options.text = figure_text(), options.words = &test::trajectory_words;
    const model::Kpi kpi = test::visitors_kpi();
    options.kpi = &kpi;
    test::golden_chart("trajectory-no-data",
                       [&](ui::Ui& ui, Vec2 at, float width) { return trajectory_chart(ui, at, width, options); });
}

TEST_CASE("trajectory: one point, and a break with a provisional end") {
    TrajectoryOptions options;
    const model::Kpi kpi = test::visitors_kpi();
    options.text = figure_text(), options.words = &test::trajectory_words, options.label = "旅行者数",
    options.kpi = &kpi;
    const auto draw = [&](ui::Ui& ui, Vec2 at, float width) { return trajectory_chart(ui, at, width, options); };
    const model::Series one = series_of({2000});
    options.series = &one;
    test::golden_chart("trajectory-one-point", draw);
    const model::Series broken = test::visitors_series();
    options.series = &broken;
    test::golden_chart("trajectory-states", draw);
}

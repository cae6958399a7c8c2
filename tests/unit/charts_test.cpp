// Charts: what they draw and what they say, in a small world.
#include "chart/charts.h"
#include "chart_golden.h"
#include "golden.h"
#include "small_world.h"

using namespace atlas;
using namespace atlas::chart;
using model::Status;

namespace {

/// Draws into an empty scene of this width.
scene::Scene drawn(float width_px, const std::function<void(ui::Ui&)>& draw) {
    static const FixedMeasure measure;
    ui::Environment environment;
    environment.window = {width_px, 800};
    const ui::Interaction interaction;
    ui::Ui ui(environment, measure, interaction);
    draw(ui);
    ui.finish();
    return std::move(ui.scene);
}

}  // namespace

TEST_CASE("status: marks keep 3:1 and words 4.5:1 on white, and no two icons are alike") {
    std::set<int> icons;
    for (const Status status : {Status::achieved, Status::on_course, Status::accelerate, Status::behind,
                                Status::reversing, Status::not_judged}) {
        CHECK(contrast_ratio(status_style(status).color, rgb(0xFFFFFF)) >= 3.0);
        CHECK(contrast_ratio(status_style(status).text_color, rgb(0xFFFFFF)) >= 4.5);
        icons.insert(static_cast<int>(status_style(status).icon));
    }
    CHECK(icons.size() == 6);
}

TEST_CASE("status: the filter knows the states and the reasons why none is given") {
    model::Progress progress;
    progress.status = Status::not_judged, progress.gap = model::Gap::no_actual;
    CHECK(passes_status(progress, ""));
    CHECK(passes_status(progress, "not_judged"));
    CHECK(passes_status(progress, "no_actual"));
    CHECK_FALSE(passes_status(progress, "baseline_pending"));
    CHECK_FALSE(passes_status(progress, "on_course"));
    CHECK(passes_status(progress, "no such key"));
    CHECK(status_text(Words(), progress) == "判定不可（実績未確認）");
}

TEST_CASE("status strip: segments are proportional and every state is named, also those with none") {
    const std::vector<StatusShare> shares = {{Status::achieved, 1, "/kpis?s=achieved"},
                                             {Status::reversing, 0, "/kpis?s=reversing"},
                                             {Status::not_judged, 3, "/kpis?s=not_judged"}};
    const scene::Scene scene = drawn(800, [&](ui::Ui& ui) { status_strip(ui, "strip", {0, 0}, 800, shares); });
    CHECK(scene.find("strip")->name == "4のKPIの状態：達成1件、後退0件、判定不可3件");
    CHECK(scene.find("strip:reversing")->name == "後退 0件");
    CHECK(scene.find("strip:not_judged")->href == "/kpis?s=not_judged");
    const auto& first = std::get<scene::RectMark>(scene.layer(scene::Layer::document).front());
    CHECK(first.rect.w == doctest::Approx(198));  // a quarter, less the gap of 2 px
    test::compare_golden("chart-status-strip", scene::dump(scene));
}

TEST_CASE("bullet bar: without a share it says why instead of drawing an empty bar") {
    model::Progress progress;
    progress.gap = model::Gap::no_actual, progress.reason = "実績がまだありません。";
    const scene::Scene scene = drawn(400, [&](ui::Ui& ui) {
        bullet_bar(ui, "bar", {0, 0, 300, 24}, test::visitors_kpi(), progress);
    });
    CHECK(scene.find("bar")->role == scene::Role::text);
    CHECK(scene.find("bar")->name == "実績がまだありません。");
    for (const scene::Mark& mark : scene.layer(scene::Layer::document))
        CHECK(std::holds_alternative<scene::TextMark>(mark));
}

TEST_CASE("bullet bar: bar, required level and target on one scale") {
    model::Progress progress;
    progress.status = Status::accelerate, progress.share = 0.25, progress.ratio = 0.625;
    const scene::Scene scene = drawn(400, [&](ui::Ui& ui) {
        bullet_bar(ui, "bar", {0, 0, 216, 24}, test::visitors_kpi(), progress);
    });
    CHECK(scene.find("bar")->name == "目標までの道のりの25%");
    CHECK(scene.find("bar")->description == "一定の速さで進んだ場合の水準は40%");
    test::compare_golden("chart-bullet", scene::dump(scene));
}

TEST_CASE("sparkline: nothing for fewer than two points, a gap at a break") {
    model::Series series = test::visitors_series();
    const scene::Scene scene = drawn(200, [&](ui::Ui& ui) { sparkline(ui, {0, 0, 100, 32}, series, rgb(0)); });
    int paths = 0;
    for (const scene::Mark& mark : scene.layer(scene::Layer::document))
        paths += std::holds_alternative<scene::PathMark>(mark);
    CHECK(paths == 2);  // 2018–2019 and 2024–2025; 2017 lies before a break, 2022 between missing years
    series.points.resize(1);
    CHECK(drawn(200,
                [&](ui::Ui& ui) {
                    sparkline(ui, {0, 0, 100, 32}, series, rgb(0));
                })
              .layer(scene::Layer::document)
              .empty());
}

TEST_CASE("status strip and bullet bar: at 320, 768 and 1280 px, with few and with no judged KPIs") {
    const std::vector<StatusShare> few = {{Status::achieved, 0, ""},   {Status::on_course, 2, ""},
                                          {Status::accelerate, 3, ""}, {Status::behind, 1, ""},
                                          {Status::reversing, 0, ""},  {Status::not_judged, 69, ""}};
    const std::vector<StatusShare> none = {{Status::achieved, 0, ""}, {Status::not_judged, 4, ""}};
    test::golden_chart("status-strip-widths", [&](ui::Ui& ui, Vec2 at, float width) {
        const float h = status_strip(ui, "few", at, width, few) + 24;
        return h + status_strip(ui, "none", {at.x, at.y + h}, width, none);
    });
    model::Progress met, back;
    met.status = Status::achieved, met.share = 1.2, met.ratio = 1.5;
    back.status = Status::reversing, back.share = -0.1, back.ratio = -0.3;
    test::golden_chart("bullet-states", [&](ui::Ui& ui, Vec2 at, float width) {
        bullet_bar(ui, "met", {at.x, at.y, width, 24}, test::visitors_kpi(), met);
        bullet_bar(ui, "back", {at.x, at.y + 32, width, 24}, test::visitors_kpi(), back);
        return 56.f;
    });
}

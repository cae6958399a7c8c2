// National trends and the chart of a KPI's page, over the project's own data: what is shown is what the records say.
#include <cmath>

#include "chart/charts.h"
#include "chart/scale.h"
#include "fixture.h"
#include "golden.h"
#include "model/load.h"
#include "model/projection.h"
#include "page/kpi_parts.h"
#include "page/trend_parts.h"
#include "page_checks.h"
#include "small_world.h"
#include "tool/encode.h"

using namespace atlas;
using scene::Role;
using scene::Scene;

namespace {

const FixedMeasure measure;

template <class T>
std::shared_ptr<const T> loaded(const Result<T>& result) {
    REQUIRE(result);
    return std::make_shared<const T>(*result);
}

/// The project's data as the site gets them.
const page::Data& real_world() {
    static const page::Data data = [] {
        page::Data d;
        const tool::SourceSet sources = tool::read_sources(test::source_dir() + "/data");
        for (const tool::BuiltBundle& bundle : tool::encode_bundles(sources)) {
            const std::string_view bytes = bundle.bytes;
            using enum model::BundleName;
            if (bundle.name == policy) d.policy = loaded(model::load_policy(bytes, "policy"));
            if (bundle.name == kpis) d.kpis = loaded(model::load_kpis(bytes, "kpis"));
            if (bundle.name == background) d.background = loaded(model::load_background(bytes, "background"));
            if (bundle.name == trends) d.trends = loaded(model::load_trends(bytes, "trends"));
        }
        for (auto& part : d.parts) part.state = page::Data::Part::State::ready;
        return d;
    }();
    return data;
}

Scene drawn(const std::string& route, float width_px, void (*draw)(page::Context&)) {
    return test::draw_page(real_world(), route, width_px, draw);
}

model::Series series_of(std::initializer_list<std::pair<int, double>> values, const char* unit = "人") {
    model::Series series;
    series.id = "s", series.unit = unit;
    for (const auto& [year, value] : values) series.points.push_back(test::observed(year, value, unit));
    return series;
}

}  // namespace

TEST_CASE("trends: every trend has its figure under its finding and a way to its page; the table has every line") {
    for (const char* lang : {"", "/en"})
        for (const float width : {360.f, 1280.f}) {
            const Scene scene = drawn(std::string(lang) + "/trends", width, page::trends);
            const Words words(*lang ? Lang::en : Lang::ja);
            test::check_nodes(scene);
            if (!*lang) test::check_text_places(scene, measure);
            CHECK(scene.title.find("{") == std::string::npos);
            for (const model::Trend& trend : real_world().trends->trends) {
                CAPTURE(trend.id);
                const auto lines = page::trend_lines(real_world(), words, trend);
                CHECK(lines.size() == trend.series.size());
                REQUIRE(scene.find("trend:" + trend.id + ":title"));
                CHECK(scene.find("trend:" + trend.id + ":title")->name == page::trend_finding(words, trend, lines));
                CHECK(scene.find("open:" + trend.id)->href == "/trends/" + trend.id);
                CHECK((scene.find("approximate:" + trend.id) != nullptr) == trend.approximate);
                for (const page::TrendLineRef& line : lines)
                    if (const model::Observation* latest = page::latest_observed(*line.series))
                        CHECK(test::says(scene, page::value_at(words, *latest, line.series->unit)));
            }
        }
}

TEST_CASE("trend: all observations with their sources, the caveat open, neighbours") {
    for (const model::Trend& trend : real_world().trends->trends)
        for (const float width : {360.f, 1280.f}) {
            CAPTURE(trend.id);
            const Scene scene = drawn("/trends/" + trend.id, width, page::trend);
            test::check_nodes(scene);
            test::check_text_places(scene, measure);
            CHECK(scene.description.size() > trend.title.size());
            CHECK(scene.find("trend:about")->name == trend.summary);
            if (!trend.caveat.empty()) CHECK(scene.find("trend:caveat")->name == trend.caveat);
            CHECK((scene.find("trend:approximate") != nullptr) == trend.approximate);
            CHECK((scene.find("trend:previous") || scene.find("trend:next")));
            for (const page::TrendLineRef& line : page::trend_lines(real_world(), Words(), trend)) {
                REQUIRE(scene.find("values:" + line.series->id));
                for (const model::Observation& point : line.series->points) {
                    CHECK_FALSE(point.source_title.empty());
                    CHECK(test::says(scene, text::quantity_text(Words(), point.value, line.series->unit)));
                    CHECK(test::says(scene, point.source_title));
                }
            }
        }
}

TEST_CASE("trend: the events that the data name stand in the chart, each with its source") {
    size_t marked = 0;
    for (const model::Trend& trend : real_world().trends->trends) {
        CAPTURE(trend.id);
        const Scene scene = drawn("/trends/" + trend.id, 1280, page::trend);
        const scene::Node* source = scene.find("trend:chart:source");
        const std::string said = source ? source->name : "";
        CHECK(test::contains(said, "図に記した出来事の出典") == !trend.events.empty());
        marked += !trend.events.empty();
        const auto& history = real_world().background->framework.history;
        for (const std::string& id : trend.events) {
            const auto event = std::find_if(history.begin(), history.end(), [&](const auto& e) { return e.id == id; });
            REQUIRE(event != history.end());
            CHECK(test::says(scene, event->title));
            const auto& sources = real_world().policy->sources;
            const auto document = std::find_if(sources.begin(), sources.end(),
                                               [&](const auto& s) { return s.id == event->sources.front().doc; });
            REQUIRE(document != sources.end());
            CHECK(test::contains(said, document->title));
        }
    }
    CHECK(marked >= 10);
}

TEST_CASE("trend: goldens") {
    test::compare_golden("trends-1280", scene::dump(drawn("/trends", 1280, page::trends)));
    test::compare_golden("trends-360", scene::dump(drawn("/trends", 360, page::trends)));
    test::compare_golden("trend-1280", scene::dump(drawn("/trends/tokyo-net-migration", 1280, page::trend)));
    test::compare_golden("trend-360", scene::dump(drawn("/trends/fertility-rate", 360, page::trend)));
    const Scene unknown = drawn("/trends/nothing", 360, page::trend);
    CHECK(unknown.find("trend:to-list")->href == "/trends");
}

TEST_CASE("trends: a turn is told from its year on, a wiggle is none") {
    const auto turn = [](const model::Series& series) { return page::turning_point(page::comparable_points(series)); };
    CHECK(turn(series_of({{2010, 1}, {2011, 5}, {2012, 9}, {2013, 8}, {2014, 6}})) == 2);
    CHECK(turn(series_of({{2010, 9}, {2011, 5}, {2012, 2}, {2013, 4}, {2014, 6}})) == 2);
    CHECK(turn(series_of({{2010, 100}, {2011, 80}, {2012, 80.2}, {2013, 60}, {2014, 40}})) == 0);
    CHECK(turn(series_of({{2010, 1}, {2011, 5}, {2012, 9}, {2013, 8}})) == 0);
    model::Trend trend;
    trend.title = "人の数";
    const model::Series series = series_of({{2010, 1}, {2011, 5}, {2012, 9}, {2013, 8}, {2014, 6}});
    CHECK(page::trend_finding(Words(), trend, {{&series, ""}}) ==
          "人の数は、2012年を頂点に、2014年までに3人減りました");
}

TEST_CASE("check_trend: five values, no long gap, no collapse, nothing impossible") {
    using model::NoTrend;
    const auto reason = [](const model::Series& series, bool up = true) {
        return model::check_trend(series, up, 2030.5).reason;
    };
    CHECK(reason(series_of({{2020, 1}, {2021, 2}, {2022, 3}, {2023, 4}})) == NoTrend::too_few);
    CHECK(reason(series_of({{2020, 1}, {2021, 2}, {2022, 3}, {2023, 4}, {2024, 5}})) == NoTrend::none);
    CHECK(reason(series_of({{2017, 1}, {2018, 2}, {2022, 3}, {2023, 4}, {2024, 5}})) == NoTrend::gap);
    CHECK(reason(series_of({{2019, 9}, {2020, 4}, {2021, 3}, {2022, 5}, {2023, 8}, {2024, 9}})) == NoTrend::collapse);
    CHECK(reason(series_of({{2020, 50}, {2021, 40}, {2022, 30}, {2023, 20}, {2024, 10}}), false) ==
          NoTrend::impossible);
    CHECK(reason(series_of({{2020, 50}, {2021, 60}, {2022, 70}, {2023, 80}, {2024, 90}}, "%")) == NoTrend::impossible);
    model::Series broken = series_of({{2019, 1}, {2020, 1}, {2021, 2}, {2022, 3}, {2023, 4}, {2024, 5}});
    broken.points[3].break_before = true;
    CHECK(reason(broken) == NoTrend::too_few);
    for (const model::Kpi& kpi : real_world().kpis->kpis)
        for (const std::string& id : kpi.series)
            if (const model::Series* series = model::find_series(*real_world().kpis, id)) {
                const model::TrendCheck check = model::check_trend(*series, kpi.target.up, 2030.5);
                CHECK(check.line.has_value() == (check.reason == NoTrend::none));
            }
}

TEST_CASE("kpi: the chart's marks are the observations; the formula's parts give the R that is shown") {
    int formulas = 0;
    for (const model::Kpi& kpi : real_world().kpis->kpis) {
        CAPTURE(kpi.id);
        const Scene scene = drawn("/kpis/" + kpi.id, 1280, page::kpi);
        test::check_nodes(scene);
        const model::Series* series =
            kpi.series.empty() ? nullptr : model::find_series(*real_world().kpis, kpi.series.front());
        for (size_t i = 0; series && series->points.size() > 1 && i < series->points.size(); ++i) {
            const scene::Node* mark = scene.find("kpi:chart:0:" + std::to_string(i));
            REQUIRE(mark);
            CHECK(mark->name.find(text::quantity_text(Words(), series->points[i].value, series->unit)) !=
                  std::string::npos);
        }
        if (series && series->points.size() > 1) CHECK(scene.find("kpi:trend"));
        const page::JudgedKpi judged{&kpi, model::judge(kpi, *real_world().kpis)};
        const std::vector<std::string> lines = page::kpi_formula(Words(), judged);
        CHECK(lines.empty() == !judged.progress.ratio.has_value());
        if (lines.empty()) continue;
        ++formulas;
        const model::Progress& p = judged.progress;
        CHECK(std::abs(*p.share / *p.elapsed - *p.ratio) < 1e-9);
        CHECK(scene.find("kpi:formula:2")->name == lines[2]);
        CHECK(lines[2].find(text::number(*p.ratio, 2)) != std::string::npos);
        // The project's own judgements all come from plain figures, so their figures stand in the formula.
        CHECK(lines[0].find(text::quantity_text(Words(), p.latest->value, p.latest->unit)) != std::string::npos);
    }
    CHECK(formulas > 0);
}

// Files that the pages hand out: what stands in them is what the data say, names are readable and safe.
#include "page/downloads.h"
#include "app/files.h"  // NOLINT(bugprone-suspicious-include)
#include "page/briefing.h"
#include "page/map_level.h"
#include "page_checks.h"
#include "real_world.h"
#include "small_world.h"
#include "text/text.h"

using namespace atlas;
using app::File;

namespace {

page::Data world() {
    page::Data data = test::small_world();
    auto policy = test::small_policy();
    policy->edition.edition = "2026-11-22";
    data.policy = policy;
    auto trends = std::make_shared<model::Trends>();
    model::Trend births;
    births.id = "births", births.title = "出生数", births.theme = "人口", births.caveat = "日本人だけの数です。";
    births.series = {{"births", "出生数", ""}};
    model::Series series;
    series.id = "births", series.unit = "人";
    series.points = {test::observed(2023, 727288, "人"), test::observed(2024, 686061, "人", "preliminary")};
    trends->trends = {births}, trends->series = {series};
    data.trends = trends;
    return data;
}

ui::Environment laptop() {
    ui::Environment environment;
    environment.window = {1280, 800};
    return environment;
}

std::optional<File> file(const std::string& route, const char* target, const page::Data& data = world()) {
    return app::file_of(data, view::parse_route(route), laptop(), FixedMeasure{}, target);
}

bool contains(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

size_t lines_of(const std::string& text) {
    size_t n = 0;
    for (const char c : text) n += c == '\n';
    return n;
}

}  // namespace

TEST_CASE("download: the CSV of a KPI has a head of its own and every observation as a bare number") {
    const std::optional<File> csv = file("/kpis/visitors", "csv");
    REQUIRE(csv);
    CHECK(csv->name == "sosei-atlas_kpi_visitors_2026-11-22.csv");
    CHECK(csv->mime == "text/csv;charset=utf-8");
    CHECK(csv->bytes.substr(0, 3) == "\xEF\xBB\xBF");
    for (const char* line : {"指標,訪日外国人旅行者数\r\n", "地域,全国\r\n", "データの版,2026-11-22\r\n",
                             "目標,\"6,000万人（2030年）\"\r\n", "この数値を読むときの注意,2025年は推計値。\r\n"})
        CHECK_MESSAGE(contains(csv->bytes, line), line);
    CHECK(contains(csv->bytes,
                   "系列,時点,年,月,年の種類,値,単位,値の種類,前の値と比べられない,注,出典,出典のアドレス\r\n"));
    CHECK(
        contains(csv->bytes,
                 "実績値の一覧,2018年,2018,,暦年,2500,万人,公式統計の値,はい,,統計2018,https://example.org/2018\r\n"));
    CHECK(contains(csv->bytes, "2025年,2025,,暦年,4000.5,万人,"));
    for (const model::Observation& point : test::visitors_series().points)
        CHECK(contains(csv->bytes, std::to_string(point.year) + "年," + std::to_string(point.year)));
}

TEST_CASE("download: the CSV of the board holds the rows that are shown, in their order, and says what was left out") {
    const std::optional<File> all = file("/kpis", "csv");
    REQUIRE(all);
    CHECK(all->name == "sosei-atlas_kpis_2026-11-22.csv");
    CHECK(contains(all->bytes, "件数,3件のうち3件を表示\r\n"));
    CHECK(contains(all->bytes, "\r\nid,番号,段階,"));
    const size_t outlook = all->bytes.find("\r\noutlook,"), visitors = all->bytes.find("\r\nvisitors,");
    CHECK(outlook < visitors);
    CHECK(contains(all->bytes, ",4000.5,万人,2025年,"));
    const std::optional<File> by_gap = file("/kpis?sort=gap", "csv");
    CHECK(by_gap->bytes.find("\r\nvisitors,") < by_gap->bytes.find("\r\noutlook,"));
    const std::optional<File> some = file("/kpis?pillar=2", "csv");
    CHECK(some->name == "sosei-atlas_kpis_filtered_2026-11-22.csv");
    CHECK(contains(some->bytes, "条件,地方経済\r\n"));
    CHECK(contains(some->bytes, "しぼり込みで隠れている2件のうち、2件は判定不可です。"));
    CHECK(lines_of(some->bytes) == lines_of(all->bytes) - 1);  // two rows fewer, one line of conditions more
}

TEST_CASE("download: the CSV of a trend and of all trends") {
    const std::optional<File> one = file("/trends/births", "csv");
    REQUIRE(one);
    CHECK(one->name == "sosei-atlas_trend_births_2026-11-22.csv");
    CHECK(contains(one->bytes, "この数値を読むときの注意,日本人だけの数です。\r\n"));
    CHECK(contains(one->bytes, "2024年,2024,,暦年,686061,人,速報値,"));
    CHECK(file("/trends", "csv")->name == "sosei-atlas_trends_2026-11-22.csv");
    CHECK(contains(file("/trends", "csv")->bytes, ",727288,人,"));
    CHECK(contains(file("/en/trends/births", "csv")->bytes, "Place,Japan\r\n"));
}

TEST_CASE("download: the SVG of a KPI's chart, cut out of its page") {
    const std::optional<File> svg = file("/kpis/visitors", "svg:kpi:chart:figure");
    REQUIRE(svg);
    CHECK(svg->name == "sosei-atlas_kpi_visitors_2026-11-22.svg");
    CHECK(svg->mime == "image/svg+xml");
    CHECK(contains(svg->bytes, "<svg"));
    CHECK(contains(svg->bytes, "出典："));
    CHECK_FALSE(contains(svg->bytes, "数値を保存"));
    const std::optional<File> list = file("/kpis", "svg:kpis:list");
    REQUIRE(list);
    CHECK(contains(list->bytes, "旅行者数"));
    CHECK(contains(list->bytes, "KPIの一覧（2026年11月22日）"));
    CHECK(contains(file("/kpis?pillar=2", "svg:kpis:list")->bytes,
                   "3件のうち1件を表示（しぼり込みで隠れている2件のうち、2件は判定不可です。）"));
}

TEST_CASE("download: what a page does not have gives no file") {
    CHECK_FALSE(file("/kpis/nothing", "csv"));
    CHECK_FALSE(file("/trends/nothing", "csv"));
    CHECK_FALSE(file("/about", "csv"));
    CHECK_FALSE(file("/kpis", "png"));
    CHECK_FALSE(file("/kpis", "svg:nothing"));
    CHECK_FALSE(file("/kpis", "csv", {}));
    CHECK_FALSE(file("/trends", "csv", {}));
}

TEST_CASE(
    "download: buttons say what they save; afterwards the page says where it went, or that it could not be written") {
    page::Data data = world();
    CHECK(test::draw_page(data, "/kpis/visitors", 360, page::kpi).find("download:csv") == nullptr);  // folded
    const scene::Scene scene = test::draw_page(data, "/kpis/visitors", 360, page::kpi, {"fold:download"});
    CHECK(scene.find("download:csv")->action.kind == Action::Kind::download);
    CHECK(scene.find("download:csv")->name == "数値を保存（CSV）");
    CHECK(scene.find("download:svg")->action.target == "svg:kpi:chart:figure");
    CHECK(scene.find("download:status") == nullptr);
    CHECK(test::draw_page(data, "/kpis/outlook", 360, page::kpi).find("download:csv") == nullptr);
    const FixedMeasure measure;
    const ui::Environment environment = laptop();
    using What = view::ViewState::Saved::What;
    view::ViewState state = view::parse_route("/kpis");
    const auto told = [&](What what, const char* name, const char* group = "download") {
        state.saved = view::ViewState::Saved{what, name, group};
        const scene::Scene drawn = page::build(data, state, environment, measure);
        const scene::Node* node = drawn.find("download:status");
        return node ? node->name : std::string();
    };
    CHECK(told(What::file, "/home/a/kpis.csv") == "保存しました：/home/a/kpis.csv");
    CHECK(told(What::no_file, "/home/a/kpis.csv") == "保存できませんでした：/home/a/kpis.csv");
    CHECK(told(What::no_picture, "kpis.png") == "図をPNGにできませんでした。SVGで保存してください");
    CHECK(told(What::link, "https://example.org/#/kpis") == "リンクをコピーしました：https://example.org/#/kpis");
    CHECK(told(What::file, "/home/a/gantt.csv", "download:gantt").empty());
}

TEST_CASE("download: a PNG is asked for by the SVG that it is made of, with title and source inside") {
    const std::optional<File> png = file("/kpis/visitors", "png:kpi:chart:figure");
    REQUIRE(png);
    REQUIRE(png->picture);
    CHECK(png->picture->find("kpi:chart:figure") != nullptr);
    CHECK(png->name == "sosei-atlas_kpi_visitors_2026-11-22.png");
    CHECK(png->bytes == file("/kpis/visitors", "svg:kpi:chart:figure")->bytes);
    CHECK(contains(png->bytes, "旅行者数"));
    CHECK(contains(png->bytes, "出典："));
    CHECK_FALSE(file("/kpis/visitors", "svg:kpi:chart:figure")->picture);
}

TEST_CASE("download: a chart among others hands out the table that it would open, with its title and source") {
    page::Data data = world();
    data.background = test::small_background();
    const std::optional<File> csv = file("/compare", "table:support:fields", data);
    REQUIRE(csv);
    CHECK(csv->name == "sosei-atlas_compare_support-fields_2026-11-22.csv");
    for (const char* line : {"指標,", "地域,全国\r\n", "データの版,2026-11-22\r\n", "出典,", "観光,22"})
        CHECK_MESSAGE(contains(csv->bytes, line), csv->bytes);
    CHECK(file("/compare", "png:support:fields:figure", data)->name ==
          "sosei-atlas_compare_support-fields_2026-11-22.png");
    CHECK_FALSE(file("/compare", "table:nothing", data));
}

TEST_CASE(
    "download: the map's values are those of all its places, and its picture has title, legend, source and address") {
    page::Data data = test::real_world();
    data.public_url = "https://example.org/";
    const auto saved = [&](const std::string& route, const char* target) { return file(route, target, data); };
    const std::optional<File> csv = saved("/map?i=population_change", "csv");
    REQUIRE(csv);
    CHECK(csv->name.rfind("sosei-atlas_map_population_change_", 0) == 0);
    const std::optional<page::MapFacts> facts = page::level_facts(data, view::parse_route("/map?i=population_change"));
    REQUIRE(facts);
    REQUIRE(facts->places.size() == 47);
    for (size_t p = 0; p < 47; ++p) {
        const std::string value =
            facts->values[p] ? text::number(*facts->values[p], text::decimals_of(*facts->values[p])) : "";
        CHECK(value.find(',') == std::string::npos);
        std::string bare = value;
        if (bare.rfind("−", 0) == 0) bare = "-" + bare.substr(std::string("−").size());
        const std::string row = std::string(facts->places[p].code) + "," + std::string(facts->places[p].name) + ",";
        CHECK_MESSAGE((contains(csv->bytes, row + value) || contains(csv->bytes, row + bare)), row);
    }
    CHECK(contains(csv->bytes, "データの版," + data.policy->edition.edition));
    CHECK(contains(csv->bytes, "SSDSE"));
    // Two indicators: a column for each.
    const std::optional<File> two = saved("/map?i=population_change&w=tfr", "csv");
    REQUIRE(two);
    CHECK(contains(two->bytes, "合計特殊出生率"));

    for (const char* route : {"/map?i=population_change", "/en/map?i=population_change", "/map?p=32"}) {
        const std::optional<File> svg = saved(route, "svg:map");
        REQUIRE_MESSAGE(svg, route);
        REQUIRE_FALSE(svg->picture);
        const bool is_english = std::string(route).rfind("/en", 0) == 0;
        const std::optional<page::MapFacts> shown = page::level_facts(data, view::parse_route(route));
        CHECK(contains(svg->bytes, is_english ? "<svg" : "出典"));
        CHECK(contains(svg->bytes, shown->year_text()));
        CHECK_FALSE(contains(svg->bytes, "1 / 1"));
        CHECK(lines_of(svg->bytes) > 40);
    }
    const std::optional<File> png = saved("/map?i=population_change", "png:map");
    REQUIRE(png);
    REQUIRE(png->picture);
    CHECK(png->picture->size == page::stage_px);
    for (const char* id : {"stage:title", "stage:caption", "stage:source"}) CHECK_MESSAGE(png->picture->find(id), id);
    CHECK_FALSE(saved("/map?i=no-such-indicator-at-all&l=x", "svg:nothing"));
}

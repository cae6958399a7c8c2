// A chart leaves its page: table as CSV, picture as SVG.
#include "chart_golden.h"
#include "export/crop.h"
#include "export/csv.h"

using namespace atlas;
using namespace atlas::exporting;

namespace {

scene::Scene births(bool open) {
    static const model::Series series = test::series_of({1043.5, -12, 9}, "万人");
    chart::SeriesChartOptions options;
    options.text = test::figure_text("births"), options.words = &test::series_words;
    options.lines = {{&series, "=出生数", {}, 1.5}};
    return test::draw_chart(
        768,
        [&](ui::Ui& ui, Vec2 at, float width) {
            ui.glyphs({16, 12}, "ほかの文", ui::style::note);
            return chart::series_chart(ui, {at.x, at.y + 40}, width, options) + 40;
        },
        open ? std::set<std::string>{"table:births"} : std::set<std::string>{});
}

}  // namespace

TEST_CASE("csv: BOM, CRLF, head, bare numbers, no formulas") {
    const CsvHead head{{{"地域", "全国"}, {"出典", "厚生労働省「人口動態統計」, \"概数\""}}};
    const std::optional<std::string> csv = table_csv(births(true), "births:table", head);
    REQUIRE(csv);
    CHECK(*csv ==
          "\xEF\xBB\xBF"
          "地域,全国\r\n"
          "出典,\"厚生労働省「人口動態統計」, \"\"概数\"\"\"\r\n"
          "\r\n"
          "年,'=出生数（万人）,注\r\n"
          "2020年,1043.5,\r\n"
          "2021年,-12,\r\n"
          "2022年,9,\r\n");
    CHECK_FALSE(table_csv(births(false), "births:table", head));
}

TEST_CASE("csv: the file's name tells what is inside and is one that every file system takes") {
    CHECK(csv_file_name({"全国", "出生数/人", "", "2024 年"}) == "全国_出生数-人_2024-年.csv");
    CHECK(csv_file_name({}) == "data.csv");
    const std::string name = csv_file_name({std::string("あ") + std::string(200, 'x'), "い"});
    CHECK(name.size() == 120);
    CHECK(file_name({"sosei-atlas", "kpi", "../a"}, ".svg") == "sosei-atlas_kpi_..-a.svg");
    CHECK(csv_file_name({std::string(115, 'x') + "あ"}) == std::string(115, 'x') + ".csv");
}

TEST_CASE("crop: a chart alone keeps title, marks and source, moved to the origin; its neighbours stay behind") {
    const scene::Scene page = births(false);
    const std::optional<scene::Scene> alone = crop(page, "births:figure");
    REQUIRE(alone);
    CHECK(alone->title == "題名");
    CHECK(alone->find("births:0:0") != nullptr);
    CHECK(alone->find("table:births") == nullptr);
    CHECK(alone->find("births:figure")->rect.x == doctest::Approx(16));
    CHECK(alone->find("births:figure")->rect.y == doctest::Approx(16));
    const std::string svg = *chart_svg(page, "births:figure");
    CHECK(svg.find(">題名</text>") != std::string::npos);
    CHECK(svg.find("出典：統計") != std::string::npos);
    CHECK(svg.find("ほかの文") == std::string::npos);
    CHECK(svg.find("表で見る") == std::string::npos);
    CHECK_FALSE(crop(page, "nothing"));
}

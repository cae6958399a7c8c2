// sosei-bundle audit: one row a KPI, with the figures of the progress method and nothing else.
#include <doctest/doctest.h>

#include <fstream>
#include <map>
#include <sstream>

#include "bundle/csv.h"
#include "bundle/json.h"
#include "model/progress.h"
#include "tool/audit.h"
#include "unit/data_fixture.h"

using namespace atlas;
using test::contains;
using test::Run;
using test::TemporaryFolder;

namespace {

using Row = std::map<std::string, std::string>;

/// By KPI id.
std::map<std::string, Row> rows_of(const std::string& csv) {
    const auto table = bundle::parse_csv(csv, "audit.csv");
    REQUIRE_MESSAGE(table, test::lines(table.problems()));
    std::map<std::string, Row> rows;
    for (const bundle::Table::Row& cells : table->rows) {
        Row row;
        for (size_t i = 0; i < table->columns.size(); ++i) row[table->columns[i]] = cells.cells[i];
        rows[row["id"]] = row;
    }
    CHECK(rows.size() == table->rows.size());
    return rows;
}

std::string spelled(const std::optional<double>& value) { return value ? bundle::spell_number(*value) : ""; }

/// Good sources with one KPI and its series replaced by these.
Row audited(model::Kpi kpi, std::vector<model::Series> series) {
    tool::SourceSet sources;
    model::Source plan;
    plan.id = "plan", plan.title = "総合戦略";
    sources.policy.sources = {plan};
    kpi.id = "k";
    sources.kpi_set.kpis = {std::move(kpi)};
    sources.kpi_set.series = std::move(series);
    return rows_of(tool::audit_csv(sources)).at("k");
}

model::Observation observed(int year, double value, char grade = 'A') {
    model::Observation o;
    o.year = year, o.value = value, o.kind = "actual", o.grade = grade, o.unit = "人";
    o.source = {"statistics", 0, std::to_string(year) + "年"};
    return o;
}

}  // namespace

TEST_CASE("sosei-bundle audit: to the output without a byte order mark, to a file with one") {
    const Run r = test::run({"audit", test::data_fixtures() + "good"});
    CHECK(r.code == 0);
    CHECK(r.out.substr(0, 14) == "id,name,level,");
    CHECK(std::count(r.out.begin(), r.out.end(), '\n') == 3);
    CHECK(contains(r.out, "\r\n"));

    TemporaryFolder folder;
    const std::string file = (folder.path / "audit.csv").string();
    const Run written = test::run({"audit", test::data_fixtures() + "good", "-o", file});
    CHECK(written.code == 0);
    CHECK(contains(written.out, "audit.csv: KPI 2\n"));
    std::ostringstream bytes;
    bytes << std::ifstream(file, std::ios::binary).rdbuf();
    CHECK(bytes.str() == std::string(bundle::utf8_byte_order_mark) + r.out);
}

TEST_CASE("sosei-bundle audit: faulty sources and an unwritable file are said, and nothing is written") {
    TemporaryFolder data;
    test::lay_over("dangling-kpi", data.path);
    const Run r = test::run({"audit", data.path.string()});
    CHECK(r.code == 1);
    CHECK(contains(r.out, "observations.csv:line 2: KPI 「vistors」 はありません"));
    CHECK_FALSE(contains(r.out, "id,name"));
    const Run unwritable = test::run({"audit", test::data_fixtures() + "good", "-o", "/no/such/folder/audit.csv"});
    CHECK(unwritable.code == 1);
    CHECK(contains(unwritable.out, "audit.csv: 書き込めません — フォルダーがあるか"));
    CHECK(test::run({"audit"}).code == 2);
}

TEST_CASE("sosei-bundle audit: a judged KPI and one that awaits its baseline") {
    const auto rows = rows_of(test::run({"audit", test::data_fixtures() + "good"}).out);
    Row visitors = rows.at("visitors");
    CHECK(visitors["rule"] == "level-by-year");
    CHECK(visitors["target_text"] == "6,000万人（2030年）");
    CHECK(visitors["target_value"] == "6000");
    CHECK(visitors["target_year"] == "2030");
    CHECK(visitors["target_fiscal"] == "0");
    CHECK(visitors["baseline_value"] == "3687");
    CHECK(visitors["baseline_year"] == "2024");
    CHECK(visitors["baseline_stated"] == "stated");
    CHECK(visitors["baseline_source"] == "試験用の戦略 第1章");
    CHECK(visitors["latest_value"] == "4268.36");
    CHECK(visitors["latest_kind"] == "estimate");
    CHECK(visitors["latest_grade"] == "B");
    CHECK(contains(visitors["latest_source"], "試験統計"));
    CHECK(visitors["elapsed"] == "0.16666666666666666");  // one of six years
    CHECK(visitors["status"] == "順調");
    CHECK(visitors["gap"] == "");
    CHECK(visitors["missing"] == "");
    CHECK(contains(visitors["reason"], "1.51倍の速さ"));

    Row wellbeing = rows.at("wellbeing");
    CHECK(wellbeing["status"] == "判定不可");
    CHECK(wellbeing["gap"] == "基準値未設定");
    CHECK(wellbeing["missing"] == "基準値と基準年、実績値");
    for (const char* empty : {"target_value", "baseline_value", "baseline_year", "baseline_fiscal", "baseline_stated",
                              "latest_value", "latest_year", "latest_grade", "elapsed", "share", "ratio"})
        CHECK_MESSAGE(wellbeing[empty] == "", std::string(empty));
}

TEST_CASE("sosei-bundle audit: where the way begins — stated, first point, period") {
    model::Kpi kpi;
    kpi.target.value = 200, kpi.target.unit = "人", kpi.target.year = 2030;
    kpi.series = {"s"};
    kpi.source = {"plan", 12, "第3節"};
    const std::vector<model::Series> series = {{"s", "k", "人", "", {observed(2020, 100), observed(2024, 140, 'C')}}};

    Row first = audited(kpi, series);
    CHECK(first["baseline_stated"] == "first-point");
    CHECK(first["baseline_value"] == "100");
    CHECK(first["baseline_source"] == "statistics 2020年");
    CHECK(first["latest_source"] == "statistics 2024年");
    CHECK(first["latest_grade"] == "C");
    CHECK(first["elapsed"] == "0.4");
    CHECK(first["share"] == "0.4");
    CHECK(first["ratio"] == "1");

    kpi.baseline = model::KpiBaseline{100, "人", 2020, false, {"plan", 3, "脚注"}};
    CHECK(audited(kpi, series)["baseline_stated"] == "stated");
    CHECK(audited(kpi, series)["baseline_source"] == "総合戦略 3ページ 脚注");

    kpi.baseline.reset();
    kpi.target.kind = model::TargetKind::cumulative;
    kpi.target.period_start = 2021, kpi.target.fiscal = true;
    Row period = audited(kpi, series);
    CHECK(period["baseline_stated"] == "period-start");
    CHECK(period["baseline_value"] == "");
    CHECK(period["baseline_year"] == "2021");
    CHECK(period["baseline_fiscal"] == "1");
    CHECK(period["baseline_source"] == "総合戦略 12ページ 第3節");
}

TEST_CASE("sosei-bundle audit: a text that begins like a formula is no formula, a negative figure stays one") {
    model::Kpi kpi;
    kpi.name = "=cmd|' /C calc'!A0";
    kpi.target.text = "-5%", kpi.target.value = -5, kpi.target.year = 2030;
    Row row = audited(kpi, {});
    CHECK(row["name"] == "'=cmd|' /C calc'!A0");
    CHECK(row["target_text"] == "'-5%");
    CHECK(row["target_value"] == "-5");
}

TEST_CASE("sosei-bundle audit: the project's own data — every figure is model::judge's, every gap is named") {
    const tool::SourceSet sources = tool::read_sources(test::source_dir() + "/data");
    REQUIRE_FALSE(sources.kpi_set.kpis.empty());
    auto rows = rows_of(tool::audit_csv(sources));
    CHECK(rows.size() == sources.kpi_set.kpis.size());
    for (const model::Kpi& kpi : sources.kpi_set.kpis) {
        INFO(kpi.id);
        Row row = rows.at(kpi.id);
        const model::Progress p = model::judge(kpi, sources.kpi_set);
        CHECK(row["status"] == model::status_word(p.status));
        CHECK(row["gap"] == model::gap_word(p.gap));
        CHECK(row["rule"] == p.rule);
        CHECK(row["reason"] == p.reason);
        CHECK(row["elapsed"] == spelled(p.elapsed));
        CHECK(row["share"] == spelled(p.share));
        CHECK(row["ratio"] == spelled(p.ratio));
        const bool judged = p.status != model::Status::not_judged;
        CHECK(row["missing"].empty() == judged);
        // No status without a figure that has a date and a source.
        if (judged) {
            CHECK_FALSE(row["latest_value"].empty());
            CHECK_FALSE(row["latest_year"].empty());
            CHECK_FALSE(row["latest_source"].empty());
        }
        CHECK(row["baseline_stated"].empty() == row["baseline_year"].empty());
    }
}

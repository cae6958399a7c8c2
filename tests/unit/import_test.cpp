// sosei-bundle import: what is read from the files of others, what is said about the rest, and the real files.
#include <doctest/doctest.h>

#include <cstdlib>
#include <filesystem>

#include "bundle/csv.h"
#include "bundle/json.h"
#include "tool/files.h"
#include "tool/import_boundaries.h"
#include "tool/import_ssdse.h"
#include "unit/fixture.h"
#include "unit/tool_run.h"

using namespace atlas;
using test::contains;
using test::run;
using test::Run;
using test::TemporaryFolder;
using tool::read_foreign_boundaries;
using tool::read_ssdse;
namespace fs = std::filesystem;

namespace {

std::string replaced(std::string text, std::string_view from, std::string_view to) {
    const size_t at = text.find(from);
    REQUIRE_MESSAGE(at != std::string::npos, std::string(from));
    return text.replace(at, from.size(), to);
}

/// A real file in one of the folders that it may lie in; "" (and a word) where it is in none.
std::string real_file(const std::string& name) {
    std::vector<std::string> folders = {"/build/deps/geo", "/../shared/data/geo", "/../shared/data/real"};
    for (std::string& folder : folders) folder.insert(0, test::source_dir());
    if (const char* given = std::getenv("SOSEI_REAL_DIR")) folders = {given};
    for (const std::string& folder : folders)
        if (fs::exists(fs::path(folder) / name)) return (fs::path(folder) / name).string();
    MESSAGE("skipped: no " << name << " in ../shared/data (or SOSEI_REAL_DIR)");
    return "";
}

const std::string three_headers =
    "SSDSE-A-2026,Prefecture,Municipality,A1101\n,,年度,2020\n地域コード,都道府県,市区町村,総人口\n";

/// All faults of three_headers with these rows.
std::string faults_of(const std::string& rows) {
    const auto read = read_ssdse(three_headers + rows, "a.csv");
    return read ? "none" : test::lines(read.problems());
}

std::string faults_in_boundaries(const std::string& text) {
    const auto read = read_foreign_boundaries(text, "b.json");
    return read ? "none" : test::lines(read.problems());
}

/// "code name pref" of each feature, a line each.
std::string areas_of(const bundle::Json& root) {
    const bundle::Json* features = root.find("features");
    if (!features) features = root.find("objects")->find("areas")->find("geometries");
    std::string out;
    for (const bundle::Json& feature : features->items) {
        const bundle::Json& properties = *feature.find("properties");
        CHECK(properties.members.size() == 3);
        for (const char* key : {"code", "name", "pref"}) out += properties.find(key)->string + " ";
        out.back() = '\n';
    }
    return out;
}

}  // namespace

TEST_SUITE("import ssdse") {
    TEST_CASE("SSDSE-A in cp932: values with the published decimals, marks counted and never 0") {
        const auto read = read_ssdse(test::fixture("import/ssdse-a.csv"), "ssdse-a.csv");
        REQUIRE_MESSAGE(read, test::lines(read.problems()));
        CHECK(read->values_csv ==
              "code,indicator,year,value\n"
              "01100,a1101,2020,1973395\n"
              "01100,a110101,2020,918682\n"
              "01100,b1103,2021,43879\n"
              "13101,a1101,2020,66680\n"
              "13101,b1103,2021,1166\n"
              "30422,a1101,2020,2791\n"
              "30422,b1103,2021,-0.5\n");
        CHECK(read->indicators_csv ==
              "indicator,name,year,values,missing\n"
              "a1101,総人口,2020,3,0\n"
              "a110101,総人口（男）,2020,1,2\n"
              "b1103,\"可住地面積,ha\",2021,3,0\n"
              "c2108,事業所数（民営）①,2021,0,3\n");
        CHECK(summary(*read, false) ==
              "SSDSE-A-2026：3 市区町村、4 項目、7 値。読み飛ばし：1 行（全国 0、空行 1）。欠測：5（記号別：空欄 1、***"
              " 1、- 1、X 1、… 1。項目別：a110101 2、c2108 3）。文字コードは cp932。");
        CHECK(
            summary(*read, true) ==
            "SSDSE-A-2026: municipalities 3, items 4, values 7; rows left out: 1 (whole country 0, blank 1); missing: 5"
            " (marks: empty 1, *** 1, - 1, X 1, … 1; items: a110101 2, c2108 3); read as cp932");
    }
    TEST_CASE("SSDSE-B: the year is a column, an item has a line for each") {
        const auto read = read_ssdse(test::fixture("import/ssdse-b.csv"), "ssdse-b.csv");
        REQUIRE_MESSAGE(read, test::lines(read.problems()));
        CHECK(read->prefectures == 2);
        CHECK(contains(read->values_csv, "01,a4103,2021,1.20\n13,a1101,2022,14038000\n"));
        CHECK(contains(read->indicators_csv, "a4103,合計特殊出生率,2021,2,0\na4103,合計特殊出生率,2022,1,1\n"));
    }
    TEST_CASE("SSDSE-E in UTF-8 with a byte order mark: the whole country is left out, and said so") {
        const auto read = read_ssdse(test::fixture("import/ssdse-e.csv"), "ssdse-e.csv");
        REQUIRE_MESSAGE(read, test::lines(read.problems()));
        CHECK(read->values_csv ==
              "code,indicator,year,value\n01,a1101,2021,5183000\n01,g5101v2,2020,160\n47,a1101,2021,1468000\n"
              "47,g5101v2,2020,40\n");
        CHECK(summary(*read, false) ==
              "SSDSE-E-2023：2 都道府県、2 項目、4 値。読み飛ばし：1 行（全国 1、空行 0）。欠測：0。");
    }
    TEST_CASE("area codes that are unknown or stand twice") {
        CHECK(contains(faults_of("R48000,,,1\n"), "a.csv:line 4: 知らない地域コード 「R48000」 です — R と5桁の数字"));
        CHECK(contains(faults_of("R01100,,,1\n01202,,,2\n"), "line 5: 知らない地域コード 「01202」"));
        CHECK(contains(faults_of("R01100,,,1\nR1202,,,2\n"), "line 5: 知らない地域コード 「R1202」"));
        CHECK(contains(faults_of("注,,,この行は注\n"), "line 4: 知らない地域コード 「注」"));
        CHECK(contains(faults_of("R01100,,,1\nR01202,,,2\nR01100,,,3\n"),
                       "line 6: 地域コード 「R01100」 が 4 行目にもあります"));
        CHECK(contains(faults_of(""), "地域の行がありません"));
    }
    TEST_CASE("what is no number is a fault, not a missing value") {
        CHECK(contains(faults_of("R01100,,,12人\n"), "line 4: 列「A1101」：「12人」 は数値ではありません"));
        for (const char* wrong :
             {"\"12,34\"", "\"1234,567\"", "\",123\"", "\"1,234.5,678\"", "1.2.3", "△5", "NaN", "0x10"})
            CHECK_MESSAGE(contains(faults_of(std::string("R01100,,,") + wrong + "\n"), "は数値ではありません"), wrong);
        for (const char* good : {"\"-123,456.5\"", "\"１，２３４\"", "－５", "+1", "1.5E+03"})
            CHECK_MESSAGE(faults_of(std::string("R01100,,,") + good + "\n") == "none", good);
    }
    TEST_CASE("all faults are told, but not thousands of them") {
        std::string rows;
        for (int i = 0; i < 200; ++i) rows += "R01" + std::to_string(100 + i) + ",,,?\n";
        const auto read = read_ssdse(three_headers + rows, "a.csv");
        REQUIRE_FALSE(read);
        CHECK(read.problems().size() == 51);
        CHECK(contains(read.problems().back().what, "150 件"));
    }
    TEST_CASE("headers that are not as published") {
        const auto faults = [](std::string_view text) {
            const auto read = read_ssdse(text, "a.csv");
            return read ? "none" : test::lines(read.problems());
        };
        CHECK(contains(faults("code,indicator\n13,x\n"), "line 1: 左上が 「code」 です — SSDSE-A、-B、-E"));
        CHECK(contains(faults("SSDSE-C-2026,Prefecture,City,LB00\n"), "「SSDSE-C-2026」"));
        CHECK(contains(faults("SSDSE-A-2026,Prefecture,A1101\nR01000,北海道,5\n"), "「地域コード」の行がありません"));
        CHECK(contains(faults("SSDSE-A-2026,Prefecture,A1101\n地域コード,都道府県,総人口\nR01000,北海道,5\n"),
                       "line 2: 見出しの並びが公表されたものと違います"));
        CHECK(contains(faults(replaced(three_headers, "2020", "令和2年") + "R01100,,,1\n"),
                       "line 2: 列「A1101」：「令和2年」 は年ではありません"));
        CHECK(
            contains(faults(replaced(three_headers, "A1101", "人口") + "R01100,,,1\n"), "line 1: 項目コード 「人口」"));
        CHECK(faults(three_headers + "R01100,,,１\n") == "none");
    }
    TEST_CASE("the command writes the values, and the items beside them") {
        TemporaryFolder folder;
        const fs::path out = folder.path / "new" / "a.csv";
        const std::string input = test::source_dir() + "/tests/fixtures/import/ssdse-a.csv";
        const Run r = run({"import", "ssdse", input, "-o", out.string()});
        CHECK_MESSAGE(r.code == 0, r.out);
        CHECK(contains(r.out, "SSDSE-A-2026：3 市区町村、4 項目、7 値。"));
        CHECK(contains(*tool::read_file(out), "01100,a1101,2020,1973395\n"));
        CHECK(contains(*tool::read_file(folder.path / "new" / "a.indicators.csv"), "a1101,総人口,2020,3,0\n"));
        CHECK(bundle::parse_csv(*tool::read_file(out), "a.csv")->columns ==
              std::vector<std::string>{"code", "indicator", "year", "value"});
    }
    TEST_CASE("the command never writes over its input, and says what it cannot read") {
        TemporaryFolder folder;
        const std::string copy = (folder.path / "a.csv").string();
        fs::copy_file(test::source_dir() + "/tests/fixtures/import/ssdse-a.csv", copy);
        const Run over = run({"import", "ssdse", copy, "-o", copy});
        CHECK(over.code == 1);
        CHECK(contains(over.out, "a.csv: 入力ファイルを上書きしてしまいます"));
        CHECK(*tool::read_file(copy) == test::fixture("import/ssdse-a.csv"));

        const Run none = run({"import", "ssdse", copy + "x", "-o", copy + ".out", "--lang", "en"});
        CHECK(none.code == 1);
        CHECK(contains(none.out, "a.csvx: the file is missing"));
        CHECK_FALSE(fs::exists(copy + ".out"));
    }
    TEST_CASE("wrong usage") {
        CHECK(run({"import"}).code == 2);
        CHECK(run({"import", "ssdse"}).code == 2);
        CHECK(run({"import", "ssdse", "a.csv"}).code == 2);
        CHECK(contains(run({"import", "excel", "a.xlsx", "-o", "b"}).err, "unknown command: import excel"));
        CHECK(contains(run({}).err, "sosei-bundle import ssdse FILE.csv -o OUT.csv"));
    }
}

TEST_SUITE("import boundaries") {
    TEST_CASE("N03 TopoJSON: every feature stays, the arcs as they are, other layers are named") {
        const std::string text = test::fixture("import/n03.topojson");
        const auto read = read_foreign_boundaries(text, "n03.topojson");
        REQUIRE_MESSAGE(read, test::lines(read.problems()));
        CHECK(areas_of(read->root) == "01452 鷹栖町 01\n01100 札幌市 01\n01695 色丹村 01\n 所属未定地 01\n");
        CHECK(read->root.find("source")->string == "N03-21_210101");
        const auto original = bundle::parse_json(text, "n03.topojson");
        CHECK(bundle::write_json(*read->root.find("arcs")) == bundle::write_json(*original->find("arcs")));
        CHECK(bundle::write_json(*read->root.find("transform")) == bundle::write_json(*original->find("transform")));
        CHECK(summary(*read, false) ==
              "4 区域（市区町村 2、北方領土の村 1、コードなし 1）。Polygon 2、MultiPolygon 1、図形なし "
              "1、重複したコード 0。"
              "残さない属性：N03_002。残さない層：labels。");
        REQUIRE(read->warnings.size() == 1);
        CHECK(contains(to_string(read->warnings[0]),
                       "/objects/N03-21_210101/geometries: コードのない区域が 1 あります（北海道所属未定地）"));
    }
    TEST_CASE("N03 GeoJSON: polygons of one code stay apart and are reported") {
        const auto read = read_foreign_boundaries("\xEF\xBB\xBF" + test::fixture("import/n03.geojson"), "n03.geojson");
        REQUIRE_MESSAGE(read, test::lines(read.problems()));
        CHECK(areas_of(read->root) == "01101 札幌市中央区 01\n01101 札幌市中央区 01\n02201 青森市 02\n");
        CHECK(contains(bundle::write_json(read->root), "[131,31.25]"));
        CHECK(contains(summary(*read, true), "without geometry 1, repeated codes 1; properties left out: N03_002"));
        REQUIRE(read->warnings.size() == 1);
        CHECK(contains(read->warnings[0].what, "同じコードの図形があります（1 コード、2 図形：01101）"));
    }
    TEST_CASE("the properties of the Digital Agency, and plain ones") {
        const std::string feature =
            R"({"type":"FeatureCollection","features":[{"type":"Feature","properties":{},"geometry":null}]})";
        const auto areas = [&](const std::string& properties) {
            const auto read = read_foreign_boundaries(replaced(feature, "{}", properties), "b.json");
            return read ? areas_of(read->root) + std::to_string(read->mended_codes) : test::lines(read.problems());
        };
        CHECK(areas(R"({"lg_code_5":"13421","city_name":"小笠原村","prefecture_code":"13"})") ==
              "13421 小笠原村 13\n0");
        CHECK(areas(R"({"lg_code":"134210","city_name":"小笠原村","prefecture_code":"13"})") == "13421 小笠原村 13\n1");
        CHECK(areas(R"({"lg_code_5":"","city_name":"所属未定地","prefecture_code":"13"})") == " 所属未定地 13\n0");
        CHECK(areas(R"({"prefecture_code":"01","prefecture_name":"北海道"})") == "01 北海道 01\n0");
        CHECK(areas(R"({"code":"13101","name":"千代田区"})") == "13101 千代田区 13\n0");
        CHECK(areas(R"({"code":1100,"name":"札幌市"})") == "01100 札幌市 01\n1");  // a number lost its zero
        CHECK(areas(R"({"code":"","name":"所属未定地","pref":"12"})") == " 所属未定地 12\n0");
    }
    TEST_CASE("what was imported can be imported again, to the same bytes") {
        for (const char* name : {"import/n03.topojson", "import/n03.geojson"}) {
            const auto once = read_foreign_boundaries(test::fixture(name), "b.json");
            REQUIRE(once);
            const std::string bytes = bundle::write_json(once->root);
            const auto twice = read_foreign_boundaries(bytes, "b.json");
            REQUIRE_MESSAGE(twice, test::lines(twice.problems()));
            CHECK(bundle::write_json(twice->root) == bytes);
        }
    }
    TEST_CASE("faults name their place in the file as it was given") {
        const std::string good = test::fixture("import/n03.topojson");
        CHECK(contains(faults_in_boundaries("{}"), "b.json: 境界データではありません"));
        CHECK(contains(faults_in_boundaries("[1]"), "境界データではありません"));
        CHECK(contains(faults_in_boundaries("id,name\n"), "line 1: JSON として読めません"));
        CHECK(contains(faults_in_boundaries(replaced(good, "\"01100\"", "\"48100\"")),
                       "/objects/N03-21_210101/geometries/1/properties/N03_007: 「48100」 "
                       "は地方公共団体コードではありません（8行目）"));
        CHECK(
            contains(faults_in_boundaries(replaced(good, "\"01100\"", "\"011003\"")), "「011003」"));  // check digit 2
        CHECK(contains(faults_in_boundaries(replaced(good, "[[0,1]]", "[[0,9]]")),
                       "/objects/N03-21_210101/geometries/0/arcs/0/1: 弧の番号が範囲外です"));
        CHECK(contains(faults_in_boundaries(replaced(good, R"({"type":"Point","coordinates":[1,1]})",
                                                     R"({"type":"Polygon","arcs":[[0,1]]})")),
                       "/objects: 区域の層が 2 個あります（層：labels、N03-21_210101）"));
        CHECK(contains(faults_in_boundaries(R"({"type":"FeatureCollection","features":[{"type":"Feature",
            "properties":{"KEN":"13"},"geometry":null}]})"),
                       "/features: コードの属性がありません（属性：KEN）"));
        CHECK(contains(faults_in_boundaries(R"({"type":"FeatureCollection","features":[5]})"),
                       "/features/0: GeoJSON の Feature ではありません"));
        CHECK(
            contains(faults_in_boundaries(R"({"type":"FeatureCollection","features":[]})"), "区域が一つもありません"));
    }
    TEST_CASE("the command writes the file and warns") {
        TemporaryFolder folder;
        const std::string out = (folder.path / "areas.topojson").string();
        const Run r = run({"import", "boundaries", test::source_dir() + "/tests/fixtures/import/n03.topojson", "-o",
                           out, "--lang", "en"});
        CHECK_MESSAGE(r.code == 0, r.out);
        CHECK(contains(r.out, "warning: 1 areas have no code"));
        CHECK(contains(r.out, "4 areas (municipalities 2, villages of the Northern Territories 1, without code 1);"));
        CHECK(read_foreign_boundaries(*tool::read_file(out), "areas.topojson"));
    }
}

TEST_SUITE("import of the real files") {
    TEST_CASE("SSDSE-A: 1,741 municipalities, every cell a value or counted as missing") {
        const std::string path = real_file("SSDSE-A-2026.csv");
        if (path.empty()) return;
        const auto read = read_ssdse(*tool::read_file(path), "SSDSE-A-2026.csv");
        REQUIRE_MESSAGE(read, test::lines(read.problems()));
        MESSAGE(summary(*read, false));
        CHECK(read->municipalities == 1741);
        CHECK(read->prefectures == 0);
        CHECK(read->items == 125);
        CHECK(read->values + read->missing() == 1741 * 125);
        CHECK(read->national_rows + read->blank_rows == 0);
        CHECK(read->encoding == bundle::Encoding::cp932);
        CHECK(contains(read->values_csv, "\n01100,a1101,2020,1973395\n"));  // Sapporo's people
        CHECK(contains(read->values_csv, "\n47382,a1101,2020,1676\n"));     // Yonaguni's
        CHECK(contains(read->indicators_csv, "a1302,15～64歳人口,2020,1741,0\n"));
    }
    TEST_CASE("SSDSE-E: 47 prefectures, the whole country left out") {
        const std::string path = real_file("SSDSE-E-2023.csv");
        if (path.empty()) return;
        const auto read = read_ssdse(*tool::read_file(path), "SSDSE-E-2023.csv");
        REQUIRE_MESSAGE(read, test::lines(read.problems()));
        MESSAGE(summary(*read, false));
        CHECK(read->prefectures == 47);
        CHECK(read->municipalities == 0);
        CHECK(read->national_rows == 1);
        CHECK(read->values + read->missing() == 47 * 90);
        CHECK(contains(read->values_csv, "\n01,a4103,2019,1.24\n"));
        CHECK_FALSE(contains(read->values_csv, "125502000"));
    }
    TEST_CASE("the Digital Agency's municipalities: 1,747 features") {
        const std::string path = real_file("ja_municipality_area.json");
        if (path.empty()) return;
        const auto read = read_foreign_boundaries(*tool::read_file(path), "ja_municipality_area.json");
        REQUIRE_MESSAGE(read, test::lines(read.problems()));
        MESSAGE(summary(*read, false));
        CHECK(read->features == 1747);
        CHECK(read->municipalities == 1741);
        CHECK(read->northern_villages == 6);
        CHECK(read->warnings.empty());
        CHECK(contains(areas_of(read->root), "\n01700 蘂取村 01\n"));
    }
    TEST_CASE("the Digital Agency's prefectures: 47 features") {
        const std::string path = real_file("ja_prefecture_area.json");
        if (path.empty()) return;
        const auto read = read_foreign_boundaries(*tool::read_file(path), "ja_prefecture_area.json");
        REQUIRE_MESSAGE(read, test::lines(read.problems()));
        CHECK(read->prefectures == 47);
        CHECK(read->features == 47);
    }
    TEST_CASE("N03 of SmartNews: 1,751 features, four without a code, the arcs unchanged") {
        const std::string path = real_file("N03-21_210101_designated_city.topojson");
        if (path.empty()) return;
        const std::string bytes = *tool::read_file(path);
        const auto read = read_foreign_boundaries(bytes, "N03.topojson");
        REQUIRE_MESSAGE(read, test::lines(read.problems()));
        MESSAGE(summary(*read, false));
        CHECK(read->features == 1751);
        CHECK(read->municipalities == 1741);
        CHECK(read->northern_villages == 6);
        CHECK(read->without_code.size() == 4);
        CHECK(read->repeated_codes.empty());
        const std::string areas = areas_of(read->root);
        CHECK(contains(areas, "\n13421 小笠原村 13\n"));  // under 小笠原支庁
        CHECK(contains(areas, "\n 所属未定地 12\n"));
        const auto original = bundle::parse_json(bytes, "N03.topojson");
        CHECK(bundle::write_json(*read->root.find("arcs")) == bundle::write_json(*original->find("arcs")));
    }
}

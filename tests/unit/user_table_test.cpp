// A reader's own table: awkward files as people have them, joined to places or listed with the reason.
#include "model/user_table.h"

#include <doctest/doctest.h>

#include <random>

#include "bundle/csv.h"
#include "fixture.h"

using namespace atlas;
using namespace atlas::model;

namespace {

std::string data_file(const std::string& name) {
    std::ifstream stream(test::source_dir() + "/data/" + name, std::ios::binary);
    std::ostringstream bytes;
    bytes << stream.rdbuf();
    return bytes.str();
}

/// The real 47 prefectures and 1,741 municipalities.
const PlaceIndex& places() {
    static const PlaceIndex index = [] {
        std::vector<Prefecture> prefectures;
        std::vector<Municipality> municipalities;
        const auto p = bundle::parse_csv(data_file("prefectures.csv"), "prefectures.csv");
        for (const auto& row : p->rows) {
            Prefecture made;
            made.code = row.cells[p->column("code")], made.name = row.cells[p->column("name")];
            prefectures.push_back(made);
        }
        const auto m = bundle::parse_csv(data_file("municipalities.csv"), "municipalities.csv");
        for (const auto& row : m->rows) {
            Municipality made;
            made.code = row.cells[m->column("code")], made.name = row.cells[m->column("name")];
            made.pref = row.cells[m->column("pref")], made.kind = row.cells[m->column("kind")];
            municipalities.push_back(made);
        }
        return PlaceIndex(prefectures, municipalities);
    }();
    return index;
}

UserTable read(const std::string& text) {
    const UserResult result = read_user_table(text, places());
    CHECK(result.fault == UserFault::none);
    const UserTable& t = result.table;
    CHECK(t.data_rows == t.joined_rows + t.unmatched.size());
    CHECK(t.joined_rows * t.value_columns.size() ==
          t.values + t.missing_cells + t.unreadable.size() + t.duplicates.size());
    return t;
}

std::string code_of(const char* name, const char* prefecture = "") { return places().by_name(name, prefecture).code; }

}  // namespace

TEST_CASE("codes: two, five and six digits, lost zeros, spreadsheet habits") {
    CHECK(places().by_code("13").code == "13");
    CHECK(places().by_code("1").code == "01");
    CHECK(places().by_code("13101").code == "13101");
    CHECK(places().by_code("131016").code == "13101");
    CHECK(places().by_code("1100").code == "01100");
    CHECK(places().by_code("11002", true).code == "01100");
    CHECK(places().by_code("１３１０１").code == "13101");
    CHECK(places().by_code("R01000").code == "01");
    CHECK(places().by_code("13000").code == "13");
    CHECK(places().by_code("130001").code == "13");
    CHECK(places().by_code("1202.0").code == "01202");
    CHECK(places().by_code("131017").fault == PlaceFault::wrong_check);
    CHECK(places().by_code("48").fault == PlaceFault::unknown_code);
    CHECK(places().by_code("00000").fault == PlaceFault::nation);
    CHECK(places().by_code("").fault == PlaceFault::empty);
    const PlaceMatch ward = places().by_code("01101");
    CHECK(ward.fault == PlaceFault::ward);
    CHECK(ward.candidates == std::vector<std::string>{"01100"});
    CHECK(places().by_code("27141").candidates == std::vector<std::string>{"27140"});
}

TEST_CASE("check digit: 総務省's formula on known codes") {
    CHECK(check_digit("01100") == '2');  // 札幌市
    CHECK(check_digit("13101") == '6');  // 千代田区
    CHECK(check_digit("13000") == '1');  // 東京都
    CHECK(check_digit("47201") == '8');  // 那覇市
}

TEST_CASE("names: with and without prefecture, suffix and county; small ケ; what is ambiguous is said") {
    CHECK(code_of("東京都") == "13");
    CHECK(code_of("東京") == "13");
    CHECK(code_of("北海道") == "01");
    CHECK(code_of("京都") == "26");
    CHECK(code_of("府中市", "34") == "34208");
    CHECK(code_of("広島県府中市") == "34208");
    CHECK(code_of("東京都　府中市") == "13206");
    CHECK(code_of("北広島町") == "34369");
    CHECK(code_of("北広島市") == "01234");
    CHECK(code_of("茅ケ崎市") == code_of("茅ヶ崎市"));
    CHECK(code_of("龍ヶ崎市") == "08208");
    CHECK(code_of("空知郡南幌町") == code_of("南幌町"));
    CHECK(code_of("北海道空知郡南幌町") == code_of("南幌町"));
    CHECK(code_of("蒲郡市") == "23214");
    CHECK(code_of("釧路", "01") == "");
    CHECK(places().by_name("釧路").fault == PlaceFault::ambiguous_name);
    CHECK(places().by_name("府中市").candidates == std::vector<std::string>{"13206", "34208"});
    CHECK(places().by_name("北広島").candidates == std::vector<std::string>{"01234", "34369"});
    CHECK(places().by_name("架空市").fault == PlaceFault::unknown_name);
    CHECK(places().by_name("全国").fault == PlaceFault::nation);
}

TEST_CASE(
    "a spreadsheet's file: byte order mark, CRLF, quotes, full-width digits, thousands, ▲, missing marks, units in the "
    "header") {
    const UserTable t = read(
        "\xEF\xBB\xBF団体コード,団体名,人口（人）,増減率（％）,備考\r\n"
        "011002,札幌市,\"1,973,395\",▲0.5,政令市\r\n"
        "\"012025\",函館市,２５１０８４,-1.2%,\r\n"
        "131016,千代田区,-,…,\r\n");
    CHECK(t.place_is_code);
    REQUIRE(t.series.size() == 2);
    CHECK(t.series[0].name == "人口");
    CHECK(t.series[0].unit == "人");
    CHECK(t.series[0].values.at("01100") == 1973395);
    CHECK(t.series[0].values.at("01202") == 251084);
    CHECK(t.series[1].values.at("01100") == -0.5);
    CHECK(t.series[1].values.at("01202") == -1.2);
    CHECK(t.missing_cells == 2);
    CHECK(t.text_columns == std::vector<size_t>{1, 4});
    CHECK(t.municipalities == 2);
}

TEST_CASE("lost leading zeros: Hokkaido's six digits become five, and the whole column says so") {
    const UserTable t = read("code,value\n11002,1\n12025,2\n131016,3\n");
    CHECK(t.series.front().values == std::map<std::string, double>{{"01100", 1}, {"01202", 2}, {"13101", 3}});
}

TEST_CASE("names that stand twice in the country are told apart by the column of prefectures, else listed") {
    const UserTable beside =
        read("都道府県,市区町村,値\n東京都,府中市,1\n広島県,府中市,2\n広島,北広島町,3\n福島県,福島,4\n");
    CHECK(beside.unmatched.empty());
    CHECK(beside.series.front().values ==
          std::map<std::string, double>{{"07201", 4}, {"13206", 1}, {"34208", 2}, {"34369", 3}});
    const UserTable alone = read("市町村,値\n府中市,1\n八王子市,2\n福山市,3\nどこでもない市,4\n");
    REQUIRE(alone.unmatched.size() == 2);
    CHECK(alone.unmatched[0].fault == PlaceFault::ambiguous_name);
    CHECK(alone.unmatched[0].line == 2);
    CHECK(alone.unmatched[0].candidates.size() == 2);
    CHECK(alone.unmatched[1].text == "どこでもない市");
}

TEST_CASE("a rank from 1 to 47 is no prefecture code when names are there; a ranking by name is read") {
    const UserTable t = read("順位,都道府県,面積\n1,北海道,83424\n2,岩手,15275\n3,福島,13784\n");
    CHECK_FALSE(t.place_is_code);
    CHECK(t.series.size() == 2);
    CHECK(t.series[1].values.at("07") == 13784);
}

TEST_CASE("long tables: code, indicator, year, value") {
    const UserTable t = read(
        "code,indicator,year,value\n01,births,2011,39292\n01,births,2012,38686\n02,births,2011,9532\n01,deaths,2011,"
        "50000\n"
        "00,births,2011,1050806\n01,births,2011,1\n");
    REQUIRE(t.series.size() == 3);
    CHECK(t.series[0].name == "births");
    CHECK(t.series[0].year == 2011);
    CHECK(t.series[0].values.size() == 2);
    CHECK(*t.series[0].nation == 1050806);
    CHECK(t.series[1].year == 2012);
    CHECK(t.series[2].name == "deaths");
    REQUIRE(t.duplicates.size() == 1);
    CHECK(t.duplicates[0].first_line == 2);
    CHECK(t.duplicates[0].line == 7);
    CHECK(t.duplicates[0].first == 39292);
    CHECK(t.unmatched.front().fault == PlaceFault::nation);
}

TEST_CASE("our own file of indicators is read as such a table") {
    const UserTable t = read(data_file("indicators.csv"));
    CHECK(t.prefectures == 47);
    CHECK(t.series.size() > 150);
    CHECK(t.unmatched.empty());
    CHECK(t.duplicates.empty());
}

TEST_CASE("SSDSE as it is published: codes and years above the names, R before the code, the country first") {
    const UserTable b = read(
        "SSDSE-B-2025,Code,Prefecture,A1101,A4103\n年度,地域コード,都道府県,総人口,合計特殊出生率\n"
        "2022,R00000,全国,124946789,1.26\n2022,R01000,北海道,5140354,1.12\n2021,R01000,北海道,5183000,1.20\n");
    CHECK(b.header_lines == std::vector<uint32_t>{1, 2});
    REQUIRE(b.series.size() == 4);
    CHECK(b.series[0].name == "総人口");
    CHECK(b.series[0].year == 2021);
    CHECK(b.series[1].year == 2022);
    CHECK(*b.series[1].nation == 124946789);
    const UserTable a = read(
        "SSDSE-A-2025,Prefecture,Municipality,A1101,A1301\nyear,,,2020,2015\n地域コード,都道府県,市区町村,総人口,"
        "15歳未満人口\n"
        "R01100,北海道,札幌市,1973395,217355\nR13101,東京都,千代田区,66680,8000\n");
    REQUIRE(a.series.size() == 2);
    CHECK(a.series[0].name == "総人口");
    CHECK(a.series[0].year == 2020);
    CHECK(a.series[1].year == 2015);
}

TEST_CASE("years as columns, era years as cells, tabs, no header at all") {
    const UserTable wide = read("県\t2015\t2020年\n島根\t1\t2\n鳥取\t3\t4\n");
    REQUIRE(wide.series.size() == 2);
    CHECK(wide.series[1].year == 2020);
    CHECK(wide.series[1].name == "");
    const UserTable era = read("都道府県,年度,値\n島根県,令和元年度,5\n島根県,平成30年度,4\n");
    CHECK(era.series[0].year == 2018);
    CHECK(era.series[1].values.at("32") == 5);
    const UserTable bare = read("島根県,5\n鳥取県,6\n");
    CHECK(bare.header_lines.empty());
    CHECK(bare.series.front().values.size() == 2);
    CHECK(bare.series.front().name == "");
}

TEST_CASE("nothing is lost in silence: shifted rows, repeated headers, unreadable cells, wards, wrong check digits") {
    const UserTable t = read(
        "コード,人口\n131016,66680\n131024,1,234\n131032,約26万\nコード,人口\n131017,5\n01101,240000\n,7\n132101,2\n");
    REQUIRE(t.unmatched.size() == 5);
    CHECK(t.unmatched[0].kind == UserRowIssue::Kind::too_many_cells);
    CHECK(t.unmatched[0].line == 3);
    CHECK(t.unmatched[1].kind == UserRowIssue::Kind::repeated_header);
    CHECK(t.unmatched[2].fault == PlaceFault::wrong_check);
    CHECK(t.unmatched[4].fault == PlaceFault::empty);
    REQUIRE(t.unreadable.size() == 1);
    CHECK(t.unreadable[0].text == "約26万");
    CHECK(t.unreadable[0].line == 4);
}

TEST_CASE("files that are no such table are refused with their kind and line") {
    CHECK(read_user_table("", places()).file_fault == bundle::TableFault::empty);
    CHECK(read_user_table("\x93\x73\x93\xB9\x95\x7B\x8C\xA7,1\n", places()).file_fault == bundle::TableFault::not_utf8);
    CHECK(read_user_table("name,value\nAlice,1\nBob,2\n", places()).fault == UserFault::no_place_column);
    CHECK(read_user_table("都道府県,名物\n青森県,りんご\n", places()).fault == UserFault::no_value_column);
    const UserResult quote = read_user_table("県,値\n青森県,\"1\n岩手県,2\n", places());
    CHECK(quote.file_fault == bundle::TableFault::unclosed_quote);
    CHECK(quote.line == 2);
    bundle::TableLimits limits;
    limits.rows = 2, limits.columns = 3, limits.cell_bytes = 10, limits.bytes = 200;
    const auto fault = [&](const std::string& text) { return read_user_table(text, places(), limits).file_fault; };
    CHECK(fault("県,値\n青森県,1\n岩手県,2\n") == bundle::TableFault::too_many_rows);
    CHECK(fault("a,b,c,d\n") == bundle::TableFault::too_many_columns);
    CHECK(fault("県,値\n" + std::string(11, 'x') + ",1\n") == bundle::TableFault::cell_too_long);
    limits.cells = 3;
    CHECK(fault("県,値\n青森県,1\n") == bundle::TableFault::too_many_cells);
    CHECK(fault("\"" + std::string(50, 'x')) == bundle::TableFault::cell_too_long);
    CHECK(fault(std::string(201, ',')) == bundle::TableFault::too_many_bytes);
}

TEST_CASE("numbers and headers: what is taken and what is not") {
    double value = 0;
    for (const char* text : {"1,234,567.5", "１，２３４，５６７．５", "+1234567.5", "1234567.5人", " 1234567.5 "}) {
        CHECK(read_number(text, value) == CellKind::number);
        CHECK(value == 1234567.5);
    }
    for (const char* text : {"12,34", "1,234,5", ",123", "1.2.3", "約5", "0x10", "1e999", "inf", "(5)", "5以上"})
        CHECK_MESSAGE(read_number(text, value) == CellKind::text, text);
    for (const char* text : {"", "-", "…", "***", "N/A", "x"}) CHECK(read_number(text, value) == CellKind::missing);
    CHECK(split_header("面積 [km2]").unit == "km2");
    CHECK(split_header("人口（単位：千人）").unit == "千人");
    CHECK(split_header("人口（総数）の推移").name == "人口（総数）の推移");
    CHECK(read_year("2020年度") == 2020);
    CHECK(read_year("平成27年") == 2015);
    CHECK(read_year("１９９５") == 1995);
    CHECK(read_year("12345") == 0);
    CHECK(read_year("令和") == 0);
}

TEST_CASE("whatever the rows hold, each is joined or listed, each cell is counted once") {
    std::mt19937 random(11);
    const char* place_cells[] = {"131016", "011002", "12025",  "府中市",      "",     "99999",
                                 "全国",   "131017", "コード", "\"13,1016\"", "01101"};
    const char* value_cells[] = {"1", "\"1,234\"", "-", "", "abc", "▲5", "2,5", "9e9", "\"\"\"\"", "２", "１,000"};
    for (int round = 0; round < 400; ++round) {
        std::string text = "コード,値,値2（人）\n";
        size_t lines = 14;
        for (int good = 13102; good < 13116; ++good)
            text += std::to_string(good) + check_digit(std::to_string(good)) + ",1,2\n";
        for (int row = 0; row < 12; ++row) {
            std::string line = place_cells[random() % std::size(place_cells)];
            for (size_t cell = random() % 4; cell > 0; --cell)
                line += std::string(",") + value_cells[random() % std::size(value_cells)];
            bool blank = true;
            for (const char c : line) blank = blank && (c == ',' || c == '"' || c == ' ');
            if (blank) line = "131016,8,8";
            text += line + (random() % 2 ? "\r\n" : "\n"), ++lines;
        }
        const UserTable t = read(text);
        CHECK(t.data_rows == lines);
        size_t held = 0;
        for (const UserSeries& series : t.series) held += series.values.size();
        CHECK(held == t.values);
    }
}

TEST_CASE("a file at its limits is read: many columns, many rows of one place, quotes in quotes") {
    std::string wide = "コード";
    for (int column = 1; column < 1000; ++column) wide += ",c" + std::to_string(column);
    for (int row = 0; row < 400; ++row) {
        wide += "\n13101";
        for (int column = 1; column < 1000; ++column) wide += ",1";
    }
    const UserTable columns = read(wide);
    CHECK(columns.values == 999);
    CHECK(columns.duplicates.size() == 999 * 399);
    std::string deep = "コード,値\n";
    for (int row = 0; row < 199'000; ++row) deep += "01100,5\n";
    CHECK(read(deep).duplicates.size() == 198'999);
}

TEST_CASE("flows: columns of origin and destination become what each prefecture loses to the Tokyo area, net") {
    const UserResult result = read_user_table(
        "転出元,転入先,人数（人）\n"
        "大阪府,東京都,\"1,000\"\n"
        "27100,埼玉県,x\n"
        "東京都,大阪府,400\n"
        "大阪市,横浜市,50\n"
        "千葉県,沖縄県,30\n"
        "東京都,埼玉県,99\n"
        "大阪府,京都府,7\n"
        "江戸府,東京都,1\n"
        "東京都,火星,1\n",
        places());
    CHECK(result.fault == UserFault::none);
    const UserTable& t = result.table;
    CHECK(t.place_column == 0);
    REQUIRE(t.to_column);
    CHECK(*t.to_column == 1);
    REQUIRE(t.series.size() == 1);
    CHECK(t.series[0].name == "人数");
    CHECK(t.series[0].unit == "人");
    CHECK(t.series[0].values == std::map<std::string, double>{{"27", 650}, {"47", -30}});
    CHECK(t.rows_beside == 2);
    CHECK(t.data_rows == 9);
    CHECK(t.joined_rows == 6);
    REQUIRE(t.unmatched.size() == 3);  // names are looked up where names stand: the code is none
    CHECK(t.unmatched[0].line == 3);
    CHECK(t.unmatched[1].text == "江戸府");
    CHECK(t.unmatched[2].text == "火星");
}

TEST_CASE("flows: years are series; a table of one place a row is none, whatever its columns are called") {
    const UserTable years =
        read_user_table("年,origin,destination,persons\n2019,27,13,5\n2020,27,13,8\n2020,13,27,1\n", places()).table;
    REQUIRE(years.to_column);
    REQUIRE(years.series.size() == 2);
    CHECK(years.series[0].year == 2019);
    CHECK(years.series[1].values == std::map<std::string, double>{{"27", 7}});
    CHECK_FALSE(read("都道府県,転出元の数,転入先の数\n北海道,5,6\n青森県,7,8\n").to_column);
    CHECK_FALSE(read("code,name,value\n01,北海道,6\n02,青森県,8\n").to_column);
}

// CSV as spreadsheets write it, and the typed reading of its cells.
#include <doctest/doctest.h>

#include <limits>

#include "bundle/csv.h"
#include "bundle/decode.h"
#include "unit/fixture.h"

using atlas::bundle::CsvCell;
using atlas::bundle::fold_digits;
using atlas::bundle::parse_csv;
using atlas::bundle::Report;
using atlas::bundle::RowReader;
using atlas::bundle::write_csv_row;
using atlas::test::contains;
using atlas::test::lines;

TEST_CASE("csv: quotes, commas and line ends inside a field") {
    const auto table = parse_csv("a,b\n\"x, y\",\"he said \"\"no\"\"\"\n\"two\nlines\",z\nlast,row", "t.csv");
    REQUIRE(table);
    CHECK(table->columns == std::vector<std::string>{"a", "b"});
    REQUIRE(table->rows.size() == 3);
    CHECK(table->rows[0].cells == std::vector<std::string>{"x, y", "he said \"no\""});
    CHECK(table->rows[1].cells[0] == "two\nlines");
    CHECK(table->rows[1].line == 3);
    CHECK(table->rows[2].line == 5);
    CHECK(table->place(2) == "line 5");
}

TEST_CASE("csv: a byte order mark, CRLF and blank rows of a spreadsheet") {
    const auto table = parse_csv(
        "\xEF\xBB\xBF"
        "a,b\r\n1,2\r\n,\r\n3,\"4\"\r\n",
        "t.csv");
    REQUIRE(table);
    CHECK(table->columns[0] == "a");
    REQUIRE(table->rows.size() == 2);
    CHECK(table->rows[1].cells == std::vector<std::string>{"3", "4"});
    CHECK(table->rows[1].line == 4);
}

TEST_CASE("csv: all rows of a wrong length are reported, each with its line") {
    const auto table = parse_csv("a,b\n1\n1,2\n1,2,3\n", "t.csv");
    REQUIRE_FALSE(table);
    REQUIRE(table.problems().size() == 2);
    CHECK(table.problems()[0].at == "line 2");
    CHECK(table.problems()[1].at == "line 4");
    CHECK(contains(table.problems()[1].what, "3"));
}

TEST_CASE("csv: an unclosed quote, a repeated column, an empty file, another encoding") {
    CHECK(contains(lines(parse_csv("a\n\"x\n", "t.csv").problems()), "line 2: 引用符"));
    CHECK(contains(lines(parse_csv("a,a\n1,2\n", "t.csv").problems()), "「a」が二つ"));
    CHECK(contains(lines(parse_csv("", "t.csv").problems()), "空です"));
    CHECK(contains(lines(parse_csv("a\n\xFF\xFE\n", "t.csv").problems()), "line 2: UTF-8 でも"));
}

TEST_CASE("csv: cp932 with CRLF, and how many rows were blank") {
    const auto table = parse_csv("a,b\r\n\x93\x87,\x82\x50\r\n,\r\n", "t.csv");  // 島,１
    REQUIRE(table);
    CHECK(table->encoding == atlas::bundle::Encoding::cp932);
    REQUIRE(table->rows.size() == 1);
    CHECK(table->rows[0].cells == std::vector<std::string>{"島", "１"});
    CHECK(table->blank_rows == 1);
    CHECK(parse_csv("a\n島\n", "t.csv")->encoding == atlas::bundle::Encoding::utf8);
}

TEST_CASE("csv: full-width figures are figures") {
    CHECK(fold_digits("１２．５") == "12.5");
    CHECK(fold_digits("−3") == "-3");
    CHECK(fold_digits("－３　") == "-3");
    CHECK(fold_digits("万") == "万");
}

TEST_CASE("csv: typed cells report line, column, value and remedy, all at once") {
    const auto table =
        parse_csv("code,year,value,kind\n01,２０２０,1.5,actual\n1,20x0,\"1,234\",actuel\n02,3000,,actual\n", "t.csv");
    REQUIRE(table);
    Report report("t.csv");
    const auto read = [&](size_t row) {
        RowReader reader(*table, row, report);
        reader.code("code", 2);
        const int year = reader.integer("year", 1900, 2200);
        reader.number("value", 0, 10);
        reader.choice("kind", {"actual", "estimate"});
        return year;
    };
    CHECK(read(0) == 2020);
    CHECK(report.problems().empty());
    read(1);
    CHECK(report.problems().size() == 4);
    const std::string text = lines(report.problems());
    CHECK(contains(
        text, "t.csv:line 3: 列「code」：「1」 は 2 桁のコードではありません — 先頭の 0 が消えています。「01」とし"));
    CHECK(contains(text, "「20x0」 は整数ではありません"));
    CHECK(contains(text, "「1,234」 は数値ではありません"));
    CHECK(contains(text, "「actual」ではありませんか"));
    read(2);
    CHECK(contains(lines(report.problems()), "line 4: 列「year」：3000 は範囲の外です — 1900 から 2200"));
    CHECK(contains(lines(report.problems()), "line 4: 列「value」：値がありません"));
}

TEST_CASE("csv: missing columns are errors, unknown ones warnings with the nearest name") {
    const auto table = parse_csv("code,valeu\n1,2\n", "t.csv");
    REQUIRE(table);
    Report report("t.csv");
    CHECK_FALSE(check_columns(*table, {"code", "value"}, report));
    REQUIRE(report.problems().size() == 2);
    CHECK(report.problems()[0].severity == atlas::Severity::error);
    CHECK(report.problems()[1].severity == atlas::Severity::warning);
    CHECK(contains(report.problems()[1].remedy, "「value」ではありませんか"));
}

TEST_CASE("csv: a row is written for spreadsheets, with CRLF and quotes where they are needed") {
    CHECK(write_csv_row({"a", "", "地方"}) == "a,,地方\r\n");
    CHECK(write_csv_row({"6,000万人", "he said \"no\"", "two\nlines", " blank "}) ==
          "\"6,000万人\",\"he said \"\"no\"\"\",\"two\nlines\",\" blank \"\r\n");
    CHECK(write_csv_row({}) == "\r\n");
}

TEST_CASE("csv: numbers have their shortest exact spelling, and what is no number is an empty cell") {
    CHECK(write_csv_row({0.1, -3.5, 4268.36, 1e-7, 2030, 1.0 / 3}) ==
          "0.1,-3.5,4268.36,1e-07,2030,0.3333333333333333\r\n");
    CHECK(write_csv_row({CsvCell(), std::optional<double>(), std::numeric_limits<double>::quiet_NaN(),
                         std::numeric_limits<double>::infinity(), std::optional<double>(-0.5)}) == ",,,,-0.5\r\n");
}

TEST_CASE("csv: a text that a spreadsheet would compute gets an apostrophe, a number does not") {
    CHECK(write_csv_row({"=1+1", "+81-3", "-3", "@SUM(A1)", "\tx", "＝1", "＋1", "－1", "＠x"}) ==
          "'=1+1,'+81-3,'-3,'@SUM(A1),'\tx,'＝1,'＋1,'－1,'＠x\r\n");
    CHECK(write_csv_row({"=HYPERLINK(\"http://example.org\",\"x\")"}) ==
          "\"'=HYPERLINK(\"\"http://example.org\"\",\"\"x\"\")\"\r\n");
    CHECK(write_csv_row({-3, -3.25, "−3（U+2212）", "a=b", "3-4", "'quoted'"}) ==
          "-3,-3.25,−3（U+2212）,a=b,3-4,'quoted'\r\n");
}

TEST_CASE("csv: what was written is read back") {
    const std::vector<std::string> texts = {
        "",  "plain", "a,b", "\"", "\"\"x\"", "two\nlines", " leading", "trailing\t", "改行\n、「引用」",
        "'", "0012",  "1e5", "x=y"};
    std::vector<CsvCell> header, cells(texts.begin(), texts.end());
    for (size_t i = 0; i < texts.size(); ++i) header.emplace_back("c" + std::to_string(i));
    const std::string csv = std::string(atlas::bundle::utf8_byte_order_mark) + write_csv_row(header) +
                            write_csv_row(cells) + write_csv_row(cells);
    const auto table = parse_csv(csv, "t.csv");
    REQUIRE_MESSAGE(table, lines(table.problems()));
    CHECK(table->columns.front() == "c0");
    REQUIRE(table->rows.size() == 2);
    CHECK(table->rows[0].cells == texts);
    CHECK(table->rows[1].cells == texts);
    CHECK(parse_csv("a\r\n" + write_csv_row({"=1"}), "t.csv")->rows[0].cells[0] == "'=1");
}

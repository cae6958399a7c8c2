// JSON text → tree: what is accepted, what is refused, and where a fault is said to be.
#include <doctest/doctest.h>

#include "bundle/json.h"
#include "unit/fixture.h"

using atlas::bundle::Json;
using atlas::bundle::parse_json;
using atlas::bundle::write_json;
using atlas::test::contains;

namespace {

atlas::Problem fault_of(std::string_view bytes) {
    const auto result = parse_json(bytes, "x.json");
    REQUIRE_FALSE(result);
    REQUIRE(result.problems().size() == 1);
    CHECK(result.problems()[0].file == "x.json");
    CHECK_FALSE(result.problems()[0].remedy.empty());
    CHECK_FALSE(result.problems()[0].what_en.empty());
    return result.problems()[0];
}

}  // namespace

TEST_CASE("json: a tree keeps the order of members and the line of each value") {
    const auto json = parse_json("{\n  \"b\": 1,\n  \"a\": [\n    true,\n    null,\n    \"地\"\n  ]\n}\n", "x.json");
    REQUIRE(json);
    REQUIRE(json->members.size() == 2);
    CHECK(json->members[0].first == "b");
    CHECK(json->line == 1);
    CHECK(json->find("b")->line == 2);
    CHECK(json->find("b")->number == 1);
    const Json& list = *json->find("a");
    CHECK(list.line == 3);
    CHECK(list.items[0].boolean);
    CHECK(list.items[0].line == 4);
    CHECK(list.items[1].is(Json::Kind::null));
    CHECK(list.items[2].string == "地");
    CHECK(list.items[2].line == 6);
    CHECK(json->find("c") == nullptr);
}

TEST_CASE("json: the line of a number at a line's end is its own") {
    const auto json = parse_json("[\n1\n,\n2\n]", "x.json");
    REQUIRE(json);
    CHECK(json->items[0].line == 2);
    CHECK(json->items[1].line == 4);
}

TEST_CASE("json: a byte order mark and CRLF are accepted") {
    CHECK(parse_json("\xEF\xBB\xBF{\"a\":\r\n1}\r\n", "x.json"));
}

TEST_CASE("json: the end of a truncated file is told from a wrong character") {
    CHECK(contains(fault_of("{\"a\": [1, 2").what, "途中で切れています"));
    CHECK(contains(fault_of("{\"a\": \"島").what, "途中で切れています"));
    const auto wrong = fault_of("{\n\"a\": 1,\n\"b\" 2\n}");
    CHECK(contains(wrong.what, "JSON として読めません"));
    CHECK(wrong.at == "line 3");
}

TEST_CASE("json: what is not JSON at all is named") {
    CHECK(contains(fault_of("<!DOCTYPE html><html></html>").what, "HTML"));
    CHECK(contains(fault_of("").what, "空です"));
    CHECK(contains(fault_of(" \n").what, "空です"));
    CHECK(contains(fault_of("{\n\"a\": NaN}").what, "NaN"));
    CHECK(fault_of("{\n\"a\": NaN}").at == "line 2");
    CHECK(contains(fault_of("[-Infinity]").what, "NaN"));
    CHECK(contains(fault_of("[1e999]").what, "大きすぎ"));
}

TEST_CASE("json: trailing bytes, duplicate keys and bad UTF-8 are faults") {
    CHECK(contains(fault_of("{} {}").what, "読めません"));
    const auto twice = fault_of("{\"a\": 1,\n \"b\": 2,\n \"a\": 3}");
    CHECK(contains(twice.what, "「a」"));
    CHECK(twice.at == "line 3");
    const auto bytes = fault_of("{\n\"a\": \"\xFF\"}");
    CHECK(contains(bytes.what, "UTF-8"));
    CHECK(bytes.at == "line 2");
}

TEST_CASE("json: 64 levels are read, the 65th is refused") {
    const auto nested = [](size_t levels) { return std::string(levels, '[') + std::string(levels, ']'); };
    CHECK(parse_json(nested(64), "x.json"));
    CHECK(contains(fault_of(nested(65)).what, "64 段"));
    CHECK(contains(fault_of(nested(100000)).what, "64 段"));
}

TEST_CASE("json: written text is minimal and reads back as the same tree") {
    const std::string text =
        R"({"b":[0.1,-3,1e+20,36.0961],"a":"改行\n\"引用\" \\ \u0001","t":true,"f":false,"n":null,"o":{}})";
    const auto json = parse_json(text, "x.json");
    REQUIRE(json);
    CHECK(write_json(*json) == text);
    CHECK(write_json(*parse_json("[0.30000000000000004, 100000, 1.50]", "x.json")) ==
          "[0.30000000000000004,100000,1.5]");
}

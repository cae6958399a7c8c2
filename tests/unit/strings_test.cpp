// UTF-8, percent-encoding, search folding and number parsing: what the standard library of both compilers lacks.
#include "core/strings.h"

#include <doctest/doctest.h>

#include <limits>
#include <string>
#include <vector>

using namespace atlas;

namespace {

/// All code points of a text.
std::u32string decoded(std::string_view text) {
    std::u32string out;
    for (size_t pos = 0; pos < text.size();) out += next_code_point(text, pos);
    return out;
}

std::string utf8(char32_t code_point) {
    std::string out;
    append_utf8(out, code_point);
    return out;
}

constexpr char32_t bad = U'\uFFFD';

}  // namespace

TEST_SUITE("UTF-8") {
    TEST_CASE("strings: a spreadsheet's dates") {
        CHECK(dashed_date("2025/6/13") == "2025-06-13");
        CHECK(dashed_date("2025/06/13") == "2025-06-13");
        CHECK(dashed_date("2025/6") == "2025-06");
        CHECK(dashed_date("2025-06-13") == "2025-06-13");
        CHECK(dashed_date("13/6/2025") == "13/6/2025");
        CHECK(dashed_date("2025/13/1") == "2025/13/1");
        CHECK(dashed_date("2025//1") == "2025//1");
        CHECK(dashed_date("") == "");
    }

    TEST_CASE("one to four bytes are read, and written back as they were") {
        CHECK(decoded("A¥海𠮷") == U"A¥海𠮷");
        for (const char32_t cp : {U'\0', U'A', U'\u007F', U'\u0080', U'\u07FF', U'\u0800', U'\uFFFD', U'\uFFFF',
                                  U'\U00010000', U'\U00020BB7', U'\U0010FFFF'}) {
            const std::string bytes = utf8(cp);
            size_t pos = 0;
            CHECK(next_code_point(bytes, pos) == cp);
            CHECK(pos == bytes.size());
        }
        CHECK(utf8(U'海') == "海");
        CHECK(utf8(U'𠮷') == "𠮷");
    }
    TEST_CASE("a malformed byte is one replacement character, and reading goes on behind it") {
        CHECK(decoded("a\xFF"
                      "b") == std::u32string{U'a', bad, U'b'});
        CHECK(decoded("\x80") == std::u32string{bad});           // a continuation without a lead
        CHECK(decoded("\xE6\xB5") == std::u32string{bad, bad});  // 海 cut off
        CHECK(decoded("\xE6\xB5"
                      "A") == std::u32string{bad, bad, U'A'});
    }
    TEST_CASE("overlong forms, surrogates and what lies beyond U+10FFFF are malformed") {
        CHECK(decoded("\xC0\xAF").find(U'/') == std::u32string::npos);
        CHECK(decoded("\xE0\x80\xAF").find(U'/') == std::u32string::npos);
        CHECK(decoded("\xF0\x80\x80\xAF").find(U'/') == std::u32string::npos);
        CHECK(decoded("\xED\xA0\x80")[0] == bad);  // U+D800
        CHECK(decoded("\xF4\x90\x80\x80")[0] == bad);
        CHECK(decoded("\xF5\x80\x80\x80")[0] == bad);
    }
    TEST_CASE("validity: a replacement character that stands in the text is no fault") {
        CHECK(is_valid_utf8(""));
        CHECK(is_valid_utf8("地方創生2.0 𠮷野家"));
        CHECK(is_valid_utf8("\xEF\xBF\xBD"));
        CHECK_FALSE(is_valid_utf8("\xEF\xBF"));
        CHECK_FALSE(is_valid_utf8("ok \x80"));
        CHECK_FALSE(is_valid_utf8("\xC1\x81"));
    }
}

TEST_SUITE("splitting and joining") {
    TEST_CASE("split keeps empty parts") {
        using Parts = std::vector<std::string>;
        CHECK(split("a,b,,c", ',') == Parts{"a", "b", "", "c"});
        CHECK(split("", ',') == Parts{""});
        CHECK(split(",", ',') == Parts{"", ""});
        CHECK(split("人口", ',') == Parts{"人口"});
    }
    TEST_CASE("join is split's inverse where the first part is not empty") {
        CHECK(join({"a", "", "c"}, ",") == "a,,c");
        CHECK(join({}, ",") == "");
        CHECK(join({"a"}, "、") == "a");
        CHECK(join({"海士町", "神山町"}, "、") == "海士町、神山町");
    }
    TEST_CASE("trim takes ASCII white space at both ends only") {
        CHECK(trim(" \t\r\n 海士 町 \n") == "海士 町");
        CHECK(trim("  ") == "");
        CHECK(trim("") == "");
        CHECK(trim("\u3000海\u3000") == "\u3000海\u3000");
    }
}

TEST_SUITE("percent-encoding") {
    TEST_CASE("RFC 3986's unreserved characters stay, all others are escaped") {
        CHECK(url_encode("AZaz09-_.~") == "AZaz09-_.~");
        CHECK(url_encode("a b&c=d/e?f#g%") == "a%20b%26c%3Dd%2Fe%3Ff%23g%25");
        CHECK(url_encode("海") == "%E6%B5%B7");
    }
    TEST_CASE("decoding is the inverse for every byte") {
        std::string all;
        for (int byte = 0; byte < 256; ++byte) all += static_cast<char>(byte);
        CHECK(url_decode(url_encode(all)) == all);
        CHECK(url_decode("%e6%b5%b7") == "海");
    }
    TEST_CASE("malformed escapes stay as they are") {
        CHECK(url_decode("100%") == "100%");
        CHECK(url_decode("%4") == "%4");
        CHECK(url_decode("%ZZ%41") == "%ZZA");
        CHECK(url_decode("%%41") == "%A");
    }
    TEST_CASE("decoding happens once: what is written as %2541 is %41") { CHECK(url_decode("%2541") == "%41"); }
    TEST_CASE("a plus is a plus") { CHECK(url_decode("a+b") == "a+b"); }
}

TEST_SUITE("folding for search") {
    TEST_CASE("full width, case, katakana and spaces do not matter") {
        CHECK(fold_for_search("ＩＣＴ　2.0") == fold_for_search("ict2.0"));
        CHECK(fold_for_search("テレワーク") == fold_for_search("てれわーく"));
        CHECK(fold_for_search("あま ちょう") == fold_for_search("アマチョウ"));
        CHECK(fold_for_search("ヴ") == fold_for_search("ゔ"));
    }
    TEST_CASE("kanji and the long-vowel mark are kept; half-width kana too") {
        CHECK(fold_for_search("海士町") == "海士町");
        CHECK(fold_for_search("データ") == "でーた");
        CHECK(fold_for_search("ｶﾅ") == "ｶﾅ");
    }
    TEST_CASE("folding twice changes nothing") {
        for (const char* text : {"ＡＢＣ　アイウ", "島根県 海士町", "ヷヸー・", "\xFF壊れ"})
            CHECK(fold_for_search(fold_for_search(text)) == fold_for_search(text));
    }
}

TEST_SUITE("numbers from text") {
    TEST_CASE("the whole text must be a decimal number") {
        double value = 0;
        CHECK(parse_double("1.15", value));
        CHECK(value == doctest::Approx(1.15));
        CHECK(parse_double("-3e2", value));
        CHECK(value == -300);
        CHECK(parse_double("+.5", value));
        CHECK(value == 0.5);
        CHECK(parse_double("5.", value));
        CHECK(value == 5);
        for (const char* text : {"", " 1", "1 ", "1,000", "１", "0x10", "1e", "e5", ".", "-", "--1", "1.2.3", "1e5x"}) {
            CAPTURE(text);
            CHECK_FALSE(parse_double(text, value));
        }
    }
    TEST_CASE("no infinities, no NaN, neither spelled nor by overflow") {
        double value = 0;
        for (const char* text : {"inf", "-inf", "infinity", "nan", "NaN", "1e999", "-1e999"}) {
            CAPTURE(text);
            CHECK_FALSE(parse_double(text, value));
        }
    }
    TEST_CASE("integers: whole text, within range") {
        int value = 0;
        CHECK(parse_int("2024", value));
        CHECK(value == 2024);
        CHECK(parse_int("-7", value));
        CHECK(value == -7);
        CHECK(parse_int("+7", value));
        CHECK(value == 7);
        CHECK(parse_int("2147483647", value));
        CHECK(value == std::numeric_limits<int>::max());
        for (const char* text :
             {"", "+", "-", "+-7", "2147483648", "99999999999999999999", "1.5", "12a", " 12", "0x1F"}) {
            CAPTURE(text);
            CHECK_FALSE(parse_int(text, value));
        }
    }
}

TEST_CASE("hash_bytes is FNV-1a with the published test vectors") {
    // http://www.isthe.com/chongo/tech/comp/fnv/
    CHECK(hash_bytes("") == 0xcbf29ce484222325ull);
    CHECK(hash_bytes("a") == 0xaf63dc4c8601ec8cull);
    CHECK(hash_bytes("foobar") == 0x85944171f73967e8ull);
}

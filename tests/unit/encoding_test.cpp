// Text files as people save them: UTF-8, cp932 as Windows maps it, and what is neither.
#include "bundle/encoding.h"

#include <doctest/doctest.h>

#include "bundle/cp932.h"
#include "core/strings.h"
#include "unit/fixture.h"

using namespace atlas;
using bundle::decode_text;
using bundle::Encoding;

namespace {

/// The text that cp932 bytes mean; the faults when they mean none.
std::string from_cp932(std::string_view bytes) {
    const auto text = decode_text(bytes, "t.csv");
    if (!text) return test::lines(text.problems());
    CHECK(text->encoding == Encoding::cp932);
    return text->utf8;
}

}  // namespace

TEST_CASE("encoding: UTF-8 is kept, its byte order mark taken off") {
    const auto plain = decode_text("人口～〜,①髙\n", "t.csv");
    REQUIRE(plain);
    CHECK(plain->utf8 == "人口～〜,①髙\n");
    CHECK(plain->encoding == Encoding::utf8);
    CHECK(decode_text("\xEF\xBB\xBF人口", "t.csv")->utf8 == "人口");
    CHECK(decode_text("\xEF\xBF\xBD", "t.csv")->encoding == Encoding::utf8);  // U+FFFD itself is a character
    CHECK(decode_text("", "t.csv")->utf8.empty());
}

TEST_CASE("encoding: cp932 comes out as Windows maps it") {
    CHECK(from_cp932("\x81\x60\x81\x5C\x81\x7C\x81\x61") == "～―－∥");  // not 〜 — − ‖
    CHECK(from_cp932("\x87\x40\x87\x54\x87\x8A") == "①Ⅰ㈱");            // NEC's row 13
    CHECK(from_cp932("\xFB\xFC\xFA\xB1\xED\x95") == "髙\uFA11\uFA11");  // IBM's extensions, and NEC's selection of them
    CHECK(from_cp932("\x95\x5C\x94\x5C\\~") == "表能\\~");              // a trail byte that looks like a backslash
    CHECK(from_cp932("\xCA\xDF\x92\xAC") == "ﾊﾟ町");                    // half-width katakana
    CHECK(from_cp932("\xF0\x40\xF9\xFC\x81\x40") == "\uE000\uE757　");  // the user-defined area
}

TEST_CASE("encoding: the whole table of cp932") {
    std::string all;
    size_t count = 0;
    for (uint32_t pair = 0; pair <= 0xFFFF; ++pair)
        if (const char16_t c = bundle::cp932_character(static_cast<uint8_t>(pair >> 8), static_cast<uint8_t>(pair)))
            append_utf8(all, c), ++count;
    CHECK(count == 9604);  // as glibc's CP932 and Python's cp932 have them
    CHECK(hash_bytes(all) == 0x3f5659c9f8b0ceddull);
}

TEST_CASE("encoding: what is neither names its line") {
    const auto at = [](std::string_view bytes) {
        const auto text = decode_text(bytes, "t.csv");
        REQUIRE_FALSE(text);
        CHECK(test::contains(text.problems()[0].remedy, "CSV UTF-8"));
        return text.problems()[0].at;
    };
    CHECK(at("a\n\x93\x87\n\xFF") == "line 3");
    CHECK(at("a\n\x93\n\x93\x87\n") == "line 2");  // half a character at the line's end
    CHECK(at("\x93") == "line 1");                 // and at the file's
    CHECK(at("\xFF\xFE\x61\x00") == "line 1");     // UTF-16
}

TEST_CASE("encoding: damaged UTF-8 is not taken for cp932") {
    // As cp932 all of this would be characters, though nonsense.
    const auto cut = decode_text("市区町村,値\n札幌市,\xE6\x9C\n函館市,\n", "t.csv");
    REQUIRE_FALSE(cut);
    CHECK(test::contains(test::lines(cut.problems()), "t.csv:line 2: UTF-8 として正しくない"));
    const auto marked = decode_text("\xEF\xBB\xBF\x93\x87", "t.csv");
    REQUIRE_FALSE(marked);
    CHECK(test::contains(test::lines(marked.problems()), "line 1: UTF-8 として正しくない"));
}

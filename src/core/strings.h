// UTF-8 and string helpers that the standard library of both compilers lacks.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace atlas {

/// Takes the code point at `pos` (a byte offset < text.size()) and moves `pos` behind it.
/// A malformed byte yields U+FFFD and moves on by one.
char32_t next_code_point(std::string_view text, size_t& pos);

void append_utf8(std::string& out, char32_t code_point);

bool is_valid_utf8(std::string_view text);

std::vector<std::string> split(std::string_view text, char separator);

std::string_view trim(std::string_view text);

std::string join(const std::vector<std::string>& parts, std::string_view separator);

/// Are there kana or kanji in it? Such a text is Japanese wherever it stands; punctuation and figures are of any language.
bool has_japanese(std::string_view text);

/// Percent-encoding of everything but RFC 3986's unreserved characters, and its inverse (malformed escapes stay as they are).
std::string url_encode(std::string_view text);
std::string url_decode(std::string_view text);

/// For searching: NFKC-like folding of what Japanese input mixes up — full-width ASCII to half-width, half-width kana kept,
/// katakana to hiragana, upper to lower case, spaces dropped.
std::string fold_for_search(std::string_view text);

/// Strict decimal parse of the whole text (sign, digits, fraction, exponent); false for anything else, infinities and NaN.
bool parse_double(std::string_view text, double& out);
bool parse_int(std::string_view text, int& out);

/// YYYY, YYYY-MM or YYYY-MM-DD, with a month and a day that the calendar has (Gregorian).
bool is_iso_date(std::string_view text);

/// "2025/6/13", as spreadsheets rewrite dates, → "2025-06-13"; anything else as it is.
std::string dashed_date(std::string_view text);

/// FNV-1a, for caches and diffs, not for security.
constexpr uint64_t hash_bytes(std::string_view bytes, uint64_t seed = 0xcbf29ce484222325ull) {
    uint64_t h = seed;
    for (const char c : bytes) h = (h ^ static_cast<uint8_t>(c)) * 0x100000001b3ull;
    return h;
}

}  // namespace atlas

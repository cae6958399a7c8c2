#include "bundle/encoding.h"

#include <algorithm>
#include <optional>

#include "bundle/cp932.h"
#include "core/strings.h"

namespace atlas::bundle {

namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF", replacement_character = "\xEF\xBF\xBD";

struct Utf8Look {
    size_t first_bad = std::string_view::npos;  // byte offset; npos: all is UTF-8
    size_t bad_bytes = 0;
    size_t long_characters = 0;  // of three or four bytes, as Japanese is; by chance cp932 hardly ever has one
};

Utf8Look look_as_utf8(std::string_view bytes) {
    Utf8Look look;
    for (size_t pos = 0; pos < bytes.size();) {
        const size_t start = pos;
        const bool good = next_code_point(bytes, pos) != U'\uFFFD' || bytes.substr(start, 3) == replacement_character;
        if (good && pos - start >= 3) ++look.long_characters;
        if (good) continue;
        ++look.bad_bytes;
        look.first_bad = std::min(look.first_bad, start);
    }
    return look;
}

/// Stops at the first byte that begins no character and leaves its offset in `pos`.
std::string convert_cp932(std::string_view bytes, size_t& pos) {
    std::string out;
    out.reserve(bytes.size() + bytes.size() / 2);
    for (pos = 0; pos < bytes.size();) {
        const auto byte = static_cast<uint8_t>(bytes[pos]);
        if (byte < 0x80) {
            out += bytes[pos++];
        } else if (byte >= 0xA1 && byte <= 0xDF) {
            append_utf8(out, U'\uFF61' + (byte - 0xA1u));  // half-width katakana
            ++pos;
        } else {
            const bool has_trail = pos + 1 < bytes.size();
            const char16_t found = has_trail ? cp932_character(byte, static_cast<uint8_t>(bytes[pos + 1])) : u'\0';
            if (found == 0) break;
            append_utf8(out, found);
            pos += 2;
        }
    }
    return out;
}

std::string line_of(std::string_view bytes, size_t pos) {
    const std::string_view before = bytes.substr(0, pos);
    return "line " + std::to_string(std::count(before.begin(), before.end(), '\n') + 1);
}

}  // namespace

Result<Text> decode_text(std::string_view bytes, std::string_view file) {
    const bool marked = bytes.substr(0, 3) == byte_order_mark;
    if (marked) bytes.remove_prefix(3);
    const Utf8Look look = look_as_utf8(bytes);
    if (look.bad_bytes == 0) return Text{std::string(bytes), Encoding::utf8};
    if (marked || look.long_characters > look.bad_bytes)
        return Problem{Severity::error,
                       std::string(file),
                       line_of(bytes, look.first_bad),
                       "UTF-8 として正しくない文字があります",
                       "この行の文字を入力し直すか、ファイルを取り直してください",
                       "not valid UTF-8",
                       "type this line's text anew, or fetch the file again"};
    size_t stop = 0;
    std::string text = convert_cp932(bytes, stop);
    if (stop == bytes.size()) return Text{std::move(text), Encoding::cp932};
    return Problem{Severity::error,
                   std::string(file),
                   line_of(bytes, stop),
                   "UTF-8 でも Shift_JIS（cp932）でもない文字があります",
                   "表計算ソフトでは「CSV UTF-8」の形式で保存してください",
                   "neither UTF-8 nor Shift_JIS (cp932)",
                   "in a spreadsheet save as \"CSV UTF-8\""};
}

}  // namespace atlas::bundle

#include "core/strings.h"

#include <charconv>
#include <cmath>
#include <cstdlib>

namespace atlas {

char32_t next_code_point(std::string_view text, size_t& pos) {
    const auto byte = [&](size_t i) { return static_cast<uint8_t>(text[i]); };
    const uint8_t lead = byte(pos);
    const size_t length = lead < 0x80                   ? 1
                          : lead >= 0xC2 && lead < 0xE0 ? 2
                          : lead >= 0xE0 && lead < 0xF0 ? 3
                          : lead >= 0xF0 && lead < 0xF5 ? 4
                                                        : 0;
    if (length == 0 || pos + length > text.size()) return ++pos, U'\uFFFD';
    if (length == 1) return ++pos, char32_t{lead};
    char32_t cp = lead & (0x7Fu >> length);
    for (size_t i = 1; i < length; ++i) {
        if ((byte(pos + i) & 0xC0) != 0x80) return ++pos, U'\uFFFD';
        cp = (cp << 6) | (byte(pos + i) & 0x3Fu);
    }
    const bool overlong = (length == 3 && cp < 0x800) || (length == 4 && cp < 0x10000);
    if (overlong || cp > 0x10FFFF || (cp >= 0xD800 && cp < 0xE000)) return ++pos, U'\uFFFD';
    pos += length;
    return cp;
}

void append_utf8(std::string& out, char32_t cp) {
    const auto put = [&out](uint32_t byte) { out += static_cast<char>(byte); };
    if (cp < 0x80) {
        put(cp);
    } else if (cp < 0x800) {
        put(0xC0 | (cp >> 6)), put(0x80 | (cp & 0x3F));
    } else if (cp < 0x10000) {
        put(0xE0 | (cp >> 12)), put(0x80 | ((cp >> 6) & 0x3F)), put(0x80 | (cp & 0x3F));
    } else {
        put(0xF0 | (cp >> 18)), put(0x80 | ((cp >> 12) & 0x3F)), put(0x80 | ((cp >> 6) & 0x3F)),
            put(0x80 | (cp & 0x3F));
    }
}

bool is_valid_utf8(std::string_view text) {
    for (size_t pos = 0; pos < text.size();) {
        const size_t start = pos;
        const bool is_replacement_itself = text.substr(start, 3) == "\xEF\xBF\xBD";
        if (next_code_point(text, pos) == U'\uFFFD' && !is_replacement_itself) return false;
    }
    return true;
}

bool has_japanese(std::string_view text) {
    for (size_t pos = 0; pos < text.size();) {
        const char32_t c = next_code_point(text, pos);
        if (c == U'々' || (c >= 0x3041 && c <= 0x30FF && c != U'・') || (c >= 0x3400 && c < 0xA000) ||
            (c >= 0xF900 && c < 0xFB00) || (c >= 0x20000 && c < 0x32000))
            return true;
    }
    return false;
}

std::vector<std::string> split(std::string_view text, char separator) {
    std::vector<std::string> parts;
    for (size_t start = 0;;) {
        const size_t end = text.find(separator, start);
        parts.emplace_back(text.substr(start, end == std::string_view::npos ? end : end - start));
        if (end == std::string_view::npos) return parts;
        start = end + 1;
    }
}

std::string_view trim(std::string_view text) {
    const auto is_space = [](char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; };
    while (!text.empty() && is_space(text.front())) text.remove_prefix(1);
    while (!text.empty() && is_space(text.back())) text.remove_suffix(1);
    return text;
}

std::string join(const std::vector<std::string>& parts, std::string_view separator) {
    std::string out;
    for (const std::string& part : parts) {
        if (!out.empty()) out += separator;
        out += part;
    }
    return out;
}

std::string url_encode(std::string_view text) {
    static constexpr char digits[] = "0123456789ABCDEF";
    std::string out;
    for (const char c : text) {
        const auto byte = static_cast<uint8_t>(c);
        const bool unreserved = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                                c == '-' || c == '_' || c == '.' || c == '~';
        if (unreserved) {
            out += c;
        } else {
            out += '%', out += digits[byte >> 4], out += digits[byte & 15];
        }
    }
    return out;
}

std::string url_decode(std::string_view text) {
    const auto nibble = [](char c) {
        if (c >= '0' && c <= '9') return c - '0';
        if (c >= 'a' && c <= 'f') return c - 'a' + 10;
        if (c >= 'A' && c <= 'F') return c - 'A' + 10;
        return -1;
    };
    std::string out;
    for (size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '%' && i + 2 < text.size()) {
            const int high = nibble(text[i + 1]), low = nibble(text[i + 2]);
            if (high >= 0 && low >= 0) {
                out += static_cast<char>(high * 16 + low);
                i += 2;
                continue;
            }
        }
        out += text[i];
    }
    return out;
}

std::string fold_for_search(std::string_view text) {
    std::string out;
    for (size_t pos = 0; pos < text.size();) {
        char32_t cp = next_code_point(text, pos);
        if (cp == U' ' || cp == U'\u3000' || cp == U'\t' || cp == U'\n') continue;
        if (cp >= U'\uFF01' && cp <= U'\uFF5E') cp -= 0xFEE0;  // full-width ASCII
        if (cp >= U'\u30A1' && cp <= U'\u30F6') cp -= 0x60;    // katakana
        if (cp >= U'A' && cp <= U'Z') cp += 0x20;
        append_utf8(out, cp);
    }
    return out;
}

bool parse_double(std::string_view text, double& out) {
    // from_chars for doubles is missing from clang 14's libc++, and strtod takes "inf", "nan" and hex: check the form first.
    size_t i = 0;
    const auto digits = [&] {
        const size_t start = i;
        while (i < text.size() && text[i] >= '0' && text[i] <= '9') ++i;
        return i > start;
    };
    if (i < text.size() && (text[i] == '-' || text[i] == '+')) ++i;
    const bool whole = digits();
    bool fraction = false;
    if (i < text.size() && text[i] == '.') ++i, fraction = digits();
    if (!whole && !fraction) return false;
    if (i < text.size() && (text[i] == 'e' || text[i] == 'E')) {
        ++i;
        if (i < text.size() && (text[i] == '-' || text[i] == '+')) ++i;
        if (!digits()) return false;
    }
    if (i != text.size()) return false;
    out = std::strtod(std::string(text).c_str(), nullptr);
    return std::isfinite(out);
}

bool parse_int(std::string_view text, int& out) {
    if (text.size() > 1 && text[0] == '+' && text[1] != '-') text.remove_prefix(1);
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), out);
    return error == std::errc{} && end == text.data() + text.size();
}

bool is_iso_date(std::string_view text) {
    if (text.size() != 4 && text.size() != 7 && text.size() != 10) return false;
    for (size_t i = 0; i < text.size(); ++i) {
        const bool dash = i == 4 || i == 7;
        if (dash ? text[i] != '-' : text[i] < '0' || text[i] > '9') return false;
    }
    int year = 0, month = 1, day = 1;
    parse_int(text.substr(0, 4), year);
    if (text.size() > 4) parse_int(text.substr(5, 2), month);
    if (text.size() > 7) parse_int(text.substr(8, 2), day);
    constexpr int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    if (month < 1 || month > 12) return false;
    const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    return day >= 1 && day <= days[month - 1] + (month == 2 && leap ? 1 : 0);
}

std::string dashed_date(std::string_view text) {
    const std::vector<std::string> parts = split(text, '/');
    if (parts.size() != 2 && parts.size() != 3) return std::string(text);
    std::string date = parts[0];
    for (size_t i = 1; i < parts.size(); ++i) {
        if (parts[i].empty() || parts[i].size() > 2) return std::string(text);
        date += (parts[i].size() == 1 ? "-0" : "-") + parts[i];
    }
    return is_iso_date(date) ? date : std::string(text);
}

}  // namespace atlas

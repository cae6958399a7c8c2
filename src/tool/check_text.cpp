// Text that the desktop's font cannot draw. In the browser such characters come from whatever font the reader's system has, on the
// desktop and in pictures they are empty boxes.
#include <algorithm>
#include <cstdio>
#include <map>

#include "core/strings.h"
#include "tool/checks.h"
#include "tool/glyph_coverage.h"

namespace atlas::tool {

namespace {

bool has_glyph(char32_t c) {
    if (c < 0x20 || c == 0x7F) return true;  // breaks are not drawn, other control characters have been reported
    const auto* behind = std::upper_bound(std::begin(glyph_ranges), std::end(glyph_ranges), c,
                                          [](char32_t code, const GlyphRange& range) { return code < range.first; });
    return behind != std::begin(glyph_ranges) && c <= (behind - 1)->last;
}

/// The text around the character at `pos`, so that it can be found by eye.
std::string surroundings(std::string_view text, size_t pos) {
    constexpr size_t near = 8;
    std::vector<size_t> starts;
    for (size_t at = 0; at < text.size(); next_code_point(text, at)) starts.push_back(at);
    const auto index = static_cast<size_t>(std::lower_bound(starts.begin(), starts.end(), pos) - starts.begin());
    const size_t from = index > near ? index - near : 0, to = std::min(index + near + 1, starts.size());
    const size_t end = to < starts.size() ? starts[to] : text.size();
    return "「" + std::string(from > 0 ? "…" : "") + std::string(text.substr(starts[from], end - starts[from])) +
           (end < text.size() ? "…" : "") + "」";
}

struct Find {
    std::string at, text;
    uint32_t line = 0;  // 0 where `at` names it
    int count = 0;
};

/// Characters without glyph by code point, in the order of the code points.
class Finder {
public:
    void look_at(const std::string& text, const std::string& at, uint32_t line) {
        for (size_t pos = 0; pos < text.size();) {
            const size_t start = pos;
            const char32_t c = next_code_point(text, pos);
            if (has_glyph(c)) continue;
            Find& find = finds_[c];
            if (find.count++ == 0) find.at = at, find.text = surroundings(text, start), find.line = line;
        }
    }

    void look_at(const bundle::Json& value, const std::string& at) {
        look_at(value.string, at, value.line);
        for (size_t i = 0; i < value.items.size(); ++i) look_at(value.items[i], at + "/" + std::to_string(i));
        for (const auto& [key, member] : value.members) look_at(member, std::string(at).append("/").append(key));
    }

    void tell(bundle::Report& report) const {
        for (const auto& [code_point, find] : finds_) {
            char code[16];
            std::snprintf(code, sizeof code, "U+%04X", static_cast<unsigned>(code_point));
            const std::string line = std::to_string(find.line), count = std::to_string(find.count);
            std::string found = count + " か所", found_en = "found " + count + "×";
            if (find.line > 0) found += "、" + line + "行目", found_en += ", line " + line;
            report.error(find.at, {find.text + "の文字 " + code + " はフォントにありません（" + found + "）",
                                   "外字や絵文字、見えない文字を、標準の文字に置き換えてください",
                                   std::string("the font has no glyph for the character ") + code + " in " + find.text +
                                       " (" + found_en + ")",
                                   "replace private, emoji or invisible characters by standard ones"});
        }
    }

private:
    std::map<char32_t, Find> finds_;
};

}  // namespace

void check_text(const bundle::Json& file, bundle::Report& report) {
    Finder finder;
    finder.look_at(file, "");
    finder.tell(report);
}

void check_text(const bundle::Table& file, bundle::Report& report) {
    Finder finder;
    for (size_t row = 0; row < file.rows.size(); ++row)
        for (const std::string& cell : file.rows[row].cells) finder.look_at(cell, file.place(row), 0);
    finder.tell(report);
}

}  // namespace atlas::tool

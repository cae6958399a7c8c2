// What single cells of a reader's table mean: numbers, years, headers with units.
#include <algorithm>

#include "bundle/csv.h"
#include "core/strings.h"
#include "model/user_table.h"

namespace atlas::model {
namespace {

bool take_prefix(std::string& text, std::string_view prefix) {
    if (text.compare(0, prefix.size(), prefix) != 0) return false;
    text.erase(0, prefix.size());
    return true;
}

bool take_suffix(std::string& text, std::string_view suffix) {
    if (text.size() <= suffix.size() || text.compare(text.size() - suffix.size(), suffix.size(), suffix) != 0)
        return false;
    text.resize(text.size() - suffix.size());
    return true;
}

/// "1,234,567": commas are dropped where each part them off in threes; anything else is not a number.
bool drop_thousands(std::string& text) {
    const size_t first = text.find(',');
    if (first == std::string::npos) return true;
    const size_t whole_end = std::min(text.find('.'), text.size());
    size_t digits = 0;
    for (size_t i = whole_end; i-- > 0 && text[i] != '-' && text[i] != '+';) {
        if (text[i] == ',' && digits != 3) return false;
        digits = text[i] == ',' ? 0 : digits + 1;
    }
    if (digits == 0 || digits > 3 || text.find(',', whole_end) != std::string::npos) return false;
    text.erase(std::remove(text.begin(), text.end(), ','), text.end());
    return true;
}

}  // namespace

CellKind read_number(std::string_view cell, double& out) {
    std::string text = bundle::fold_digits(cell);
    for (const std::string_view none :
         {"",  "-", "－", "—",   "―",    "–",   "…",    "...",  "･･･", "・・・", "***",  "*",   "x",
          "X", "χ", "NA", "N/A", "#N/A", "n/a", "null", "NULL", "NaN", "nan",    "欠測", "不詳"})
        if (text == none) return CellKind::missing;
    const bool negative = take_prefix(text, "▲") || take_prefix(text, "△");
    for (const std::string_view unit : {"%", "％", "円", "人", "件", "世帯", "戸", "か所"})
        if (take_suffix(text, unit)) break;
    text = trim(text);
    if (!drop_thousands(text) || !parse_double(text, out)) return CellKind::text;
    if (negative) out = -out;
    return CellKind::number;
}

int read_year(std::string_view cell) {
    std::string text = bundle::fold_digits(cell);
    if (!take_suffix(text, "年度")) take_suffix(text, "年");
    int offset = 0;
    if (take_prefix(text, "令和"))
        offset = 2018;
    else if (take_prefix(text, "平成"))
        offset = 1988;
    else if (take_prefix(text, "昭和"))
        offset = 1925;
    if (offset > 0 && text == "元") return offset + 1;
    int year = 0;
    if (text.empty() || !std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; })) return 0;
    if (text.size() > 4 || !parse_int(text, year)) return 0;
    if (offset > 0) return year >= 1 && year <= 99 ? offset + year : 0;
    return year >= 1868 && year < 2200 ? year : 0;
}

HeaderParts split_header(std::string_view header) {
    const std::string text(trim(header));
    constexpr std::string_view brackets[][2] = {{"（", "）"}, {"(", ")"},   {"［", "］"},
                                                {"[", "]"},   {"【", "】"}, {"〔", "〕"}};
    for (const auto& [open, close] : brackets) {
        std::string inner = text;
        if (!take_suffix(inner, close)) continue;
        const size_t at = inner.rfind(open);
        if (at == std::string::npos || at == 0) continue;
        std::string unit(trim(inner.substr(at + open.size())));
        for (const std::string_view lead : {"単位：", "単位:", "単位 "}) take_prefix(unit, lead);
        if (unit.empty() || unit.size() > 40) continue;
        return {std::string(trim(inner.substr(0, at))), std::string(trim(unit))};
    }
    return {text, {}};
}

}  // namespace atlas::model

#include "model/place_index.h"

#include <algorithm>

#include "bundle/csv.h"
#include "core/strings.h"

namespace atlas::model {
namespace {

bool all_digits(std::string_view text) {
    return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

/// The digits of a code cell, or "" when it is something else.
std::string code_digits(std::string_view text) {
    std::string digits = bundle::fold_digits(text);
    if (!digits.empty() && (digits.front() == 'R' || digits.front() == 'r' || digits.front() == '\''))
        digits.erase(0, 1);
    if (digits.size() > 2 && digits.compare(digits.size() - 2, 2, ".0") == 0) digits.resize(digits.size() - 2);
    return all_digits(digits) && digits.size() <= 6 ? digits : "";
}

std::string padded(std::string digits, size_t length) {
    return digits.size() < length ? std::string(length - digits.size(), '0') + digits : digits;
}

constexpr std::string_view prefecture_suffixes[] = {"都", "府", "県"};
constexpr std::string_view place_suffixes[] = {"市", "区", "町", "村"};

template <size_t N>
std::string stem(const std::string& name, const std::string_view (&suffixes)[N]) {
    for (const std::string_view suffix : suffixes)
        if (name.size() > suffix.size() && name.compare(name.size() - suffix.size(), suffix.size(), suffix) == 0)
            return name.substr(0, name.size() - suffix.size());
    return name;
}

bool is_nation(std::string_view name) {
    for (const std::string_view word : {"全国", "日本", "全国計", "総数", "日本全国", "Japan", "JAPAN"})
        if (name == word) return true;
    return false;
}

}  // namespace

char check_digit(std::string_view five) {
    int sum = 0;
    for (size_t i = 0; i < 5 && i < five.size(); ++i) sum += (five[i] - '0') * (6 - static_cast<int>(i));
    const int digit = sum < 11 ? 11 - sum : 11 - sum % 11;
    return static_cast<char>('0' + digit % 10);
}

std::string normal_place_name(std::string_view text) {
    std::string out;
    for (size_t pos = 0; pos < text.size();) {
        char32_t c = next_code_point(text, pos);
        if (c == U' ' || c == U'\u3000' || c == U'\t' || c == U'\u00A0') continue;
        if (c >= U'\uFF01' && c <= U'\uFF5E') c -= 0xFEE0;
        if (c == U'ヶ' || c == U'ｹ') c = U'ケ';
        append_utf8(out, c);
    }
    return out;
}

PlaceIndex::PlaceIndex(const std::vector<Prefecture>& prefectures, const std::vector<Municipality>& municipalities) {
    std::map<std::string, std::string> prefecture_names;
    for (const Prefecture& p : prefectures) {
        const std::string name = normal_place_name(p.name);
        prefecture_names[p.code] = name, kinds_[p.code] = "prefecture";
        full_prefectures_[name].push_back(p.code);
        stem_prefectures_[stem(name, prefecture_suffixes)].push_back(p.code);
    }
    for (const Municipality& m : municipalities) {
        const std::string name = normal_place_name(m.name), prefecture = prefecture_names[m.pref];
        kinds_[m.code] = m.kind;
        full_places_[name].push_back(m.code);
        stem_places_[stem(name, place_suffixes)].push_back(m.code);
        if (prefecture.empty()) continue;
        full_places_[prefecture + name].push_back(m.code);
        stem_places_[prefecture + stem(name, place_suffixes)].push_back(m.code);
        const std::string short_prefecture = stem(prefecture, prefecture_suffixes);
        if (short_prefecture != prefecture) stem_places_[short_prefecture + name].push_back(m.code);
    }
}

bool PlaceIndex::is_code_like(std::string_view text) const { return !code_digits(text).empty(); }

PlaceMatch PlaceIndex::five(const std::string& code) const {
    if (code == "00000") return {PlaceFault::nation, {}, {}};
    if (code.compare(2, 3, "000") == 0 && kinds_.count(code.substr(0, 2)))
        return {PlaceFault::none, code.substr(0, 2), {}};
    if (kinds_.count(code)) return {PlaceFault::none, code, {}};
    // Wards follow their city: 01101 … 01110 belong to 01100, 27141 … to 27140.
    const auto after = kinds_.upper_bound(code);
    if (after != kinds_.begin()) {
        const auto& [city, kind] = *std::prev(after);
        if (kind == "designated_city" && city.compare(0, 3, code, 0, 3) == 0) return {PlaceFault::ward, {}, {city}};
    }
    return {PlaceFault::unknown_code, {}, {}};
}

PlaceMatch PlaceIndex::by_code(std::string_view text, bool six_digits) const {
    if (trim(text).empty()) return {};
    const std::string digits = code_digits(text);
    if (digits.empty() || digits.size() == 3) return {PlaceFault::unknown_code, {}, {}};
    if (digits.size() <= 2) {
        const std::string code = padded(digits, 2);
        if (code == "00") return {PlaceFault::nation, {}, {}};
        return kinds_.count(code) ? PlaceMatch{PlaceFault::none, code, {}}
                                  : PlaceMatch{PlaceFault::unknown_code, {}, {}};
    }
    if (digits.size() == 4 || (digits.size() == 5 && !six_digits)) return five(padded(digits, 5));
    const std::string whole = padded(digits, 6);
    if (whole == "000000") return {PlaceFault::nation, {}, {}};
    if (check_digit(whole) != whole[5]) return {PlaceFault::wrong_check, {}, {}};
    return five(whole.substr(0, 5));
}

PlaceMatch PlaceIndex::look_up(const std::string& name, std::string_view prefecture) const {
    const auto look = [&](const Names& names) -> PlaceMatch {
        const auto at = names.find(name);
        if (at == names.end()) return {PlaceFault::unknown_name, {}, {}};
        std::vector<std::string> codes;
        for (const std::string& code : at->second)
            if (prefecture.empty() || code.compare(0, 2, prefecture) == 0) codes.push_back(code);
        std::sort(codes.begin(), codes.end());
        codes.erase(std::unique(codes.begin(), codes.end()), codes.end());
        if (codes.empty()) return {PlaceFault::unknown_name, {}, {}};
        if (codes.size() > 1) return {PlaceFault::ambiguous_name, {}, codes};
        return {PlaceFault::none, codes.front(), {}};
    };
    // With a prefecture beside it a name is that of a municipality in it: 福島 in 北海道 is 福島町.
    const Names* narrow[] = {&full_places_, &full_prefectures_, &stem_places_, &stem_prefectures_};
    const Names* wide[] = {&full_prefectures_, &full_places_, &stem_prefectures_, &stem_places_};
    for (const Names* names : prefecture.empty() ? wide : narrow) {
        PlaceMatch found = look(*names);
        if (found.fault != PlaceFault::unknown_name) return found;
    }
    return {PlaceFault::unknown_name, {}, {}};
}

PlaceMatch PlaceIndex::by_name(std::string_view text, std::string_view prefecture) const {
    const std::string name = normal_place_name(text);
    if (name.empty()) return {};
    if (is_nation(name)) return {PlaceFault::nation, {}, {}};
    PlaceMatch found = look_up(name, prefecture);
    if (found.fault != PlaceFault::unknown_name) return found;
    // "北海道空知郡南幌町": without the county, keeping the prefecture before it.
    constexpr std::string_view county = "郡";
    for (size_t at = name.find(county); at != std::string::npos; at = name.find(county, at + 1)) {
        const std::string rest = name.substr(at + county.size());
        std::string_view within = prefecture;
        for (const auto& [full, codes] : full_prefectures_)
            if (name.compare(0, full.size(), full) == 0) within = codes.front();
        PlaceMatch inner = rest.empty() ? PlaceMatch{} : look_up(rest, within);
        if (inner || inner.fault == PlaceFault::ambiguous_name) return inner;
    }
    return found;
}

}  // namespace atlas::model

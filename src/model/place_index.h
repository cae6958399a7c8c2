// From what people write for a prefecture or municipality — code or name, whole or mangled by a spreadsheet — to its code.
#pragma once
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "model/records.h"

namespace atlas::model {

enum class PlaceFault : unsigned char {
    none,
    empty,
    nation,  ///< 全国, 00000: known, but no area of the map
    unknown_code,
    wrong_check,  ///< six digits, but the last is not the check digit of the others
    ward,         ///< a ward of a designated city: the map shows the city (candidate)
    unknown_name,
    ambiguous_name,  ///< candidates
};

struct PlaceMatch {
    PlaceFault fault = PlaceFault::empty;
    std::string code;                     ///< "13" or "13101" when fault is none
    std::vector<std::string> candidates;  ///< ascending codes
    explicit operator bool() const { return fault == PlaceFault::none; }
};

/// Check digit of a five-digit 全国地方公共団体コード: 総務省「全国地方公共団体コード」検査数字を算出する算式 — the digits times 6, 5, 4, 3, 2,
/// summed; 11 less the remainder by 11, of which the last digit counts (of a sum below 11: 11 less the sum).
char check_digit(std::string_view five_digits);

class PlaceIndex {
public:
    PlaceIndex(const std::vector<Prefecture>& prefectures, const std::vector<Municipality>& municipalities);

    /// Two digits (or one), five, or six with the check digit; also with lost leading zeros, "R" before it (SSDSE), full-width digits, or ".0"
    /// behind it. `six_digits`: the column holds codes with check digits, so that five digits are six without their zero.
    PlaceMatch by_code(std::string_view text, bool six_digits = false) const;
    /// "北海道", "東京", "広島県府中市", "空知郡南幌町", "茅ケ崎市", "釧路"; `prefecture` ("34") narrows it.
    PlaceMatch by_name(std::string_view text, std::string_view prefecture = {}) const;

    bool is_code_like(std::string_view text) const;

private:
    using Names = std::map<std::string, std::vector<std::string>, std::less<>>;
    PlaceMatch five(const std::string& code) const;
    PlaceMatch look_up(const std::string& name, std::string_view prefecture) const;

    std::map<std::string, std::string, std::less<>> kinds_;  ///< code → kind; prefectures: "prefecture"
    /// Whole names before stems; within each of them prefectures before municipalities.
    Names full_prefectures_, full_places_, stem_prefectures_, stem_places_;
};

/// Spaces dropped, full-width ASCII folded, ヶ and ｹ as ケ.
std::string normal_place_name(std::string_view text);

}  // namespace atlas::model

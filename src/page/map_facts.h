// What the map page shows of one indicator and year at one level: values in code order, ranks, median, classes, and how
// they are worded.
#pragma once
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "chart/map.h"
#include "core/lang.h"
#include "model/records.h"

namespace atlas::page {

using Values = std::vector<std::optional<double>>;  ///< one a place, in code order

/// A block, prefecture or municipality. The texts belong to the records.
struct MapPlace {
    std::string_view code, name;
    std::string_view prefecture;  ///< code of the one that a municipality lies in
    std::string_view within;      ///< its name

    /// With the prefecture of a municipality: "島根県海士町", "Ama, Shimane".
    std::string full_name(const Words& words) const;

    /// Of municipalities those of `prefecture` only; "" takes all.
    bool is_in(std::string_view code_of_prefecture) const {
        return code_of_prefecture.empty() || prefecture == code_of_prefecture;
    }
};

/// Years that have at least one value, ascending.
std::vector<int> years_with_values(const model::Indicator& indicator);
/// Counted from April to March (県民経済計算): such years are 年度.
bool is_fiscal(const model::Indicator& indicator);

struct MapFacts {
    Words words;  ///< in which everything here is told
    const model::Indicator* indicator =
        nullptr;                               ///< what is shown: `source` itself, or its difference between two years
    const model::Indicator* source = nullptr;  ///< of the data
    std::shared_ptr<const model::Indicator> made;  ///< keeps a difference alive
    int year = 0;
    std::string period;  ///< instead of the year: "2011年から2024年"
    view::Level level = view::Level::prefecture;
    std::vector<MapPlace> places;
    Values values;
    std::vector<std::optional<int>> ranks;  ///< 1 = largest
    std::vector<size_t> order;              ///< by rank, then code; those without a value last
    std::optional<double> median;           ///< of the places that have a value
    size_t present = 0;
    chart::ClassScale scale;
    bool amounts = false;     ///< circles: `scale` tells only the sign
    bool flows = false;       ///< with `amounts`: ribbons between the Tokyo area and each prefecture instead
    bool continuous = false;  ///< the classes of `scale` are steps of a ramp
    std::shared_ptr<const MapFacts>
        second;  ///< another indicator of the same places, on a map of its own or blended in:
    std::string
        blend;  ///< then the class of each place among nine ("0" … "8"; 3 × second + first), "n" without both values
    std::string shown, lit;  ///< letters of classes ("04n"): of the filter, and of what is lit now; "" = all

    /// Class of a place; scale.colors.size() without a value.
    size_t class_of(size_t place) const;
    bool is_in(size_t place, const std::string& classes) const;
    bool is_beside() const { return second && blend.empty(); }
    /// Of an area of the map; unset without a value.
    std::optional<Color> fill_of(size_t place) const;
    std::string year_text() const;
    /// "47都道府県中 7位", counting those that have a value; empty without one.
    std::string rank_text(size_t place) const;
    std::string place_word(size_t count = 2) const;  ///< 地方, 都道府県, 市区町村; so many of them
    std::string name() const;                        ///< of the indicator
    std::string what() const;                        ///< and of its year: "総人口、2024年"
    int find(std::string_view code) const;           ///< index of a place, or -1
};
/// Ranks, order, median and classes of the values.
void complete(MapFacts& facts);
/// `key` empty or unknown: the page's first indicator; `year` 0 or without values: the latest. Unset without any indicator.
std::optional<MapFacts> map_facts(const model::Indicators& indicators, const std::string& key, int year);
/// The latest year that has a value for this prefecture.
struct LatestValue {
    int year = 0;
    double value = 0;
};
std::optional<LatestValue> latest_value(const model::Indicator& indicator, size_t prefecture);

/// A figure and its unit, large figures in 万・億・兆 and money in 円: {"1,418万", "人"}, {"+7.4", "%"}, {"576万", "円"}.
struct Figure {
    std::string number, unit;
    bool is_spaced = false;  ///< "14.2 million people"
    std::string text() const { return number + (is_spaced ? " " : "") + unit; }
};
Figure figure_of(const Words& words, const model::Indicator& indicator, double value);
/// As in the source: "14,178,000". English has no word for 千円: such figures are told in its base unit.
std::string exact_number(const Words& words, const model::Indicator& indicator, double value);
std::string exact_unit(const Words& words, const model::Indicator& indicator);
/// "47都道府県の中央値（−7.5%）より5.1ポイント低い"
std::string against_median(const MapFacts& facts, double value);
/// Lower limit of a class on the legend: without the unit, as short as it stays true.
std::string break_text(const Words& words, const model::Indicator& indicator, double value);
/// "−10%以上 −5%未満"
std::string class_text(const Words& words, const MapFacts& facts, size_t index);
/// Highest and lowest, with names; what the map says in a sentence.
std::string summary(const MapFacts& facts);

}  // namespace atlas::page

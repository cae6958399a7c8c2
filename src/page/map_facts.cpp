#include "page/map_facts.h"

#include <algorithm>
#include <cmath>

#include "core/order.h"
#include "model/lookup.h"
#include "text/text.h"

namespace atlas::page {
namespace {

/// The finding that a first visitor understands at once.
constexpr const char* first_indicator = "population_change";

std::optional<double> median_of(const Values& values) {
    std::vector<double> sorted = model::present(values);
    if (sorted.empty()) return std::nullopt;
    std::sort(sorted.begin(), sorted.end());
    const size_t half = sorted.size() / 2;
    return sorted.size() % 2 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
}

bool is_diverging(const model::Indicator& indicator) { return indicator.scale == "diverging"; }

/// How a unit is shown: the yen unit of money in thousands, "人" for a rate whose name says 人口千人当たり.
struct ShownUnit {
    double factor = 1;
    std::string unit;
    bool in_myriads = false;
};
ShownUnit shown_unit(const model::Indicator& indicator) {
    if (indicator.unit == "千円") return {1e3, "円", true};
    if (indicator.unit == "百万円") return {1e6, "円", true};
    if (indicator.unit == "人口千人当たり人") return {1, "人", false};
    return {1, indicator.unit, indicator.decimals == 0 && !is_diverging(indicator)};
}

std::string shown_number(const model::Indicator& indicator, double value) {
    const ShownUnit shown = shown_unit(indicator);
    if (shown.in_myriads) return text::myriads(value * shown.factor);
    return is_diverging(indicator) ? text::signed_number(value, indicator.decimals)
                                   : text::number(value, indicator.decimals);
}

}  // namespace

std::vector<int> years_with_values(const model::Indicator& indicator) {
    std::vector<int> years;
    for (size_t y = 0; y < indicator.years.size() && y < indicator.values.size(); ++y)
        if (!model::present(indicator.values[y]).empty()) years.push_back(indicator.years[y]);
    return years;
}

bool is_fiscal(const model::Indicator& indicator) {
    return indicator.definition.find("年度（4月") != std::string::npos;
}

std::string MapFacts::year_text() const {
    if (!period.empty()) return period;
    return text::year(year, is_fiscal(*indicator));
}

std::string MapFacts::rank_text(size_t place) const {
    if (place >= ranks.size() || !ranks[place]) return {};
    return text::number(static_cast<double>(present)) + place_word() + "中 " +
           text::number(static_cast<double>(*ranks[place])) + "位";
}

const char* MapFacts::place_word() const {
    return level == view::Level::block ? "地方" : level == view::Level::municipality ? "市区町村" : "都道府県";
}

size_t MapFacts::class_of(size_t place) const {
    return values[place] ? scale.index(*values[place]) : scale.colors.size();
}

bool MapFacts::is_in(size_t place, const std::string& classes) const {
    if (classes.empty()) return true;
    const size_t index = class_of(place);
    const char letter = index < scale.colors.size() ? static_cast<char>('0' + index) : 'n';
    return classes.find(letter) != std::string::npos;
}

int MapFacts::find(std::string_view code) const {
    if (code.empty()) return -1;
    for (size_t i = 0; i < places.size(); ++i)
        if (places[i].code == code) return static_cast<int>(i);
    return -1;
}

void complete(MapFacts& facts) {
    facts.ranks = model::ranks(facts.values);
    constexpr int last = 1'000'000;
    std::vector<uint32_t> keys;
    for (const std::optional<int>& rank : facts.ranks) keys.push_back(static_cast<uint32_t>(rank.value_or(last)));
    const std::vector<uint32_t> order = ascending(keys);
    facts.order.assign(order.begin(), order.end());
    facts.median = median_of(facts.values);
    facts.present = model::present(facts.values).size();
    facts.scale = chart::class_scale(*facts.indicator, facts.values);
}

std::optional<MapFacts> map_facts(const model::Indicators& indicators, const std::string& key, int year) {
    MapFacts facts;
    facts.indicator = model::find_indicator(indicators, key);
    if (!facts.indicator) facts.indicator = model::find_indicator(indicators, first_indicator);
    if (!facts.indicator && !indicators.indicators.empty()) facts.indicator = &indicators.indicators.front();
    if (!facts.indicator) return std::nullopt;
    const std::vector<int> years = years_with_values(*facts.indicator);
    if (years.empty()) return std::nullopt;
    facts.source = facts.indicator;
    facts.year = std::find(years.begin(), years.end(), year) != years.end() ? year : years.back();
    const auto& all = facts.indicator->years;
    facts.values =
        facts.indicator->values[static_cast<size_t>(std::find(all.begin(), all.end(), facts.year) - all.begin())];
    complete(facts);
    return facts;
}

std::optional<LatestValue> latest_value(const model::Indicator& indicator, size_t prefecture) {
    for (size_t y = indicator.years.size(); y-- > 0;)
        if (y < indicator.values.size() && prefecture < indicator.values[y].size() && indicator.values[y][prefecture])
            return LatestValue{indicator.years[y], *indicator.values[y][prefecture]};
    return std::nullopt;
}

Figure figure_of(const model::Indicator& indicator, double value) {
    return {shown_number(indicator, value), shown_unit(indicator).unit};
}

std::string exact_number(const model::Indicator& indicator, double value) {
    return is_diverging(indicator) ? text::signed_number(value, indicator.decimals)
                                   : text::number(value, indicator.decimals);
}

std::string against_median(const MapFacts& facts, double value) {
    if (!facts.median) return {};
    const model::Indicator& indicator = *facts.indicator;
    const std::string of = (facts.present < facts.values.size() ? "値のある" : "") +
                           text::number(static_cast<double>(facts.present)) + facts.place_word();
    const std::string median = of + "の中央値（" + figure_of(indicator, *facts.median).text() + "）";
    const double difference = std::abs(value - *facts.median);
    if (difference < 0.5 * std::pow(10, -indicator.decimals)) return median + "とほぼ同じ";
    const ShownUnit shown = shown_unit(indicator);
    const std::string size =
        shown.in_myriads ? text::myriads(difference * shown.factor) : text::number(difference, indicator.decimals);
    const std::string unit = indicator.unit == "%" ? "ポイント" : shown.unit;
    const bool counts = indicator.unit == "人" || indicator.unit == "人泊";
    const bool above = value > *facts.median;
    return median + "より" + size + unit + (counts ? (above ? "多い" : "少ない") : (above ? "高い" : "低い"));
}

std::string break_text(const model::Indicator& indicator, double value) {
    const ShownUnit shown = shown_unit(indicator);
    if (shown.in_myriads) return text::myriads(value * shown.factor);
    const int decimals = std::min(indicator.decimals, text::decimals_of(value));
    return value > 0 && is_diverging(indicator) ? text::signed_number(value, decimals) : text::number(value, decimals);
}

std::string class_text(const Words& words, const MapFacts& facts, size_t index) {
    const std::vector<double>& breaks = facts.scale.breaks;
    if (breaks.empty()) return words(Word::map_class_all);
    const std::string unit = shown_unit(*facts.indicator).unit;
    const std::string from = index > 0 ? break_text(*facts.indicator, breaks[index - 1]) + unit : "";
    const std::string to = index < breaks.size() ? break_text(*facts.indicator, breaks[index]) + unit : "";
    if (to.empty()) return words(Word::map_class_from, {{"from", from}});
    if (from.empty()) return words(Word::map_class_below, {{"to", to}});
    return words(Word::map_class_between, {{"from", from}, {"to", to}});
}

std::string summary(const MapFacts& facts) {
    if (facts.present == 0 || facts.places.size() < facts.order.size()) return {};
    const size_t first = facts.order.front(), last = facts.order[facts.present - 1];
    const auto told = [&](size_t p) {
        return facts.places[p].full_name() + "（" + figure_of(*facts.indicator, *facts.values[p]).text() + "）";
    };
    return "最も大きいのは" + told(first) + "、最も小さいのは" + told(last) + "です。";
}

}  // namespace atlas::page

#include "page/map_facts.h"

#include <algorithm>
#include <cmath>

#include "chart/palette.h"
#include "core/order.h"
#include "model/lookup.h"
#include "page/names.h"
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
    if (indicator.unit == "千円") return {1e3, "円", true};             // not a text
    if (indicator.unit == "百万円") return {1e6, "円", true};           // not a text
    if (indicator.unit == "人口千人当たり人") return {1, "人", false};  // not a text
    return {1, indicator.unit, indicator.decimals == 0 && !is_diverging(indicator)};
}

std::string shown_number(const Words& words, const model::Indicator& indicator, double value) {
    const ShownUnit shown = shown_unit(indicator);
    if (shown.in_myriads) return text::large(words.lang(), value * shown.factor);
    return is_diverging(indicator) ? text::signed_number(value, indicator.decimals)
                                   : text::number(value, indicator.decimals);
}

/// A number that is set already, with its unit's word.
Figure with_unit(const Words& words, std::string number, const std::string& unit) {
    if (words.lang() == Lang::ja) return {std::move(number), unit, false};
    std::string word = number == "1" ? text::quantity(words, 1, unit).unit : text::unit_word(words, unit);
    const bool is_spaced = !word.empty() && word.front() != '%';
    return {std::move(number), std::move(word), is_spaced};
}

}  // namespace

std::string MapFacts::place_word(size_t count) const {
    return words(level == view::Level::block          ? Word::map_places_block
                 : level == view::Level::municipality ? Word::map_places_municipality
                                                      : Word::map_places_prefecture,
                 {{"n", count}});
}

std::string MapPlace::full_name(const Words& words) const {
    return within.empty() ? std::string(name)
                          : words(Word::map_place_within, {{"prefecture", within}, {"place", name}});
}

std::vector<int> years_with_values(const model::Indicator& indicator) {
    std::vector<int> years;
    for (size_t y = 0; y < indicator.years.size() && y < indicator.values.size(); ++y)
        if (!model::present(indicator.values[y]).empty()) years.push_back(indicator.years[y]);
    return years;
}

bool is_fiscal(const model::Indicator& indicator) {
    return indicator.definition.find("年度（4月") != std::string::npos;  // not a text
}

std::string MapFacts::year_text() const {
    if (!period.empty()) return period;
    return text::year(words, year, is_fiscal(*indicator));
}

std::string MapFacts::rank_text(size_t place) const {
    if (place >= ranks.size() || !ranks[place]) return {};
    return words(Word::map_rank, {{"n", text::number(static_cast<double>(present))},
                                  {"places", place_word(present)},
                                  {"rank", text::number(static_cast<double>(*ranks[place]))}});
}

std::string MapFacts::name() const { return name_of(words, *indicator); }

std::string MapFacts::what() const { return text::listed(words, {name(), year_text()}); }

size_t MapFacts::class_of(size_t place) const {
    return values[place] ? scale.index(*values[place]) : scale.colors.size();
}

bool MapFacts::is_in(size_t place, const std::string& classes) const {
    if (classes.empty()) return true;
    if (place < blend.size()) return classes.find(blend[place]) != std::string::npos;
    const size_t index = class_of(place);
    const char letter = index < scale.colors.size() ? static_cast<char>('0' + index) : 'n';
    return classes.find(letter) != std::string::npos;
}

std::optional<Color> MapFacts::fill_of(size_t place) const {
    if (place < blend.size()) {
        if (blend[place] == 'n') return std::nullopt;
        return chart::bivariate_colors[static_cast<size_t>(blend[place] - '0')];
    }
    return values[place] ? std::optional(scale.color(*values[place])) : std::nullopt;
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

Figure figure_of(const Words& words, const model::Indicator& indicator, double value) {
    return with_unit(words, shown_number(words, indicator, value), shown_unit(indicator).unit);
}

std::string exact_unit(const Words& words, const model::Indicator& indicator) {
    return words.lang() == Lang::ja ? indicator.unit : text::unit_word(words, shown_unit(indicator).unit);
}

std::string exact_number(const Words& words, const model::Indicator& indicator, double value) {
    if (words.lang() != Lang::ja) value *= shown_unit(indicator).factor;
    return is_diverging(indicator) ? text::signed_number(value, indicator.decimals)
                                   : text::number(value, indicator.decimals);
}

std::string against_median(const MapFacts& facts, double value) {
    if (!facts.median) return {};
    const model::Indicator& indicator = *facts.indicator;
    const Words& words = facts.words;
    const std::string of =
        words(facts.present < facts.values.size() ? Word::map_of_valued : Word::map_of_all,
              {{"n", text::number(static_cast<double>(facts.present))}, {"places", facts.place_word(facts.present)}});
    const std::string median =
        words(Word::map_median, {{"of", of}, {"value", figure_of(words, indicator, *facts.median).text()}});
    const double difference = std::abs(value - *facts.median);
    if (difference < 0.5 * std::pow(10, -indicator.decimals)) return words(Word::map_median_same, {{"median", median}});
    const ShownUnit shown = shown_unit(indicator);
    const std::string number = shown.in_myriads ? text::large(words.lang(), difference * shown.factor)
                                                : text::number(difference, indicator.decimals);
    const Figure size = indicator.unit == "%"
                            ? Figure{number, words(Word::map_difference_points), words.lang() != Lang::ja}
                            : with_unit(words, number, shown.unit);
    const bool counts = indicator.unit == "人" || indicator.unit == "人泊";  // not a text
    const bool above = value > *facts.median;
    const Word text = counts ? (above ? Word::map_median_more : Word::map_median_fewer)
                             : (above ? Word::map_median_above : Word::map_median_below);
    return words(text, {{"median", median}, {"size", size.text()}});
}

std::string break_text(const Words& words, const model::Indicator& indicator, double value) {
    const ShownUnit shown = shown_unit(indicator);
    if (shown.in_myriads) return text::large(words.lang(), value * shown.factor);
    const int decimals = std::min(indicator.decimals, text::decimals_of(value));
    return value > 0 && is_diverging(indicator) ? text::signed_number(value, decimals) : text::number(value, decimals);
}

std::string class_text(const Words& words, const MapFacts& facts, size_t index) {
    const std::vector<double>& breaks = facts.scale.breaks;
    if (breaks.empty()) return words(Word::map_class_all);
    const model::Indicator& indicator = *facts.indicator;
    const auto limit = [&](size_t i) {
        return with_unit(words, break_text(words, indicator, breaks[i]), shown_unit(indicator).unit).text();
    };
    const std::string from = index > 0 ? limit(index - 1) : "";
    const std::string to = index < breaks.size() ? limit(index) : "";
    if (to.empty()) return words(Word::map_class_from, {{"from", from}});
    if (from.empty()) return words(Word::map_class_below, {{"to", to}});
    return words(Word::map_class_between, {{"from", from}, {"to", to}});
}

std::string summary(const MapFacts& facts) {
    if (facts.present == 0 || facts.places.size() < facts.order.size()) return {};
    const Words& words = facts.words;
    const size_t first = facts.order.front(), last = facts.order[facts.present - 1];
    const auto told = [&](size_t p) {
        return words(Word::text_with_note, {{"text", facts.places[p].full_name(words)},
                                            {"note", figure_of(words, *facts.indicator, *facts.values[p]).text()}});
    };
    return words(Word::map_extremes, {{"first", told(first)}, {"last", told(last)}});
}

}  // namespace atlas::page

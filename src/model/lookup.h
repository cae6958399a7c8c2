// Questions that pages ask of the records: by id, by pillar, by place, by words; counts, ranks and classes for maps.
#pragma once
#include <array>
#include <optional>
#include <string_view>
#include <vector>

#include "model/progress.h"
#include "model/records.h"

namespace atlas::model {

// By id or code; nullptr when there is none. The pointers live as long as the records.
const Source* find_source(const Policy& policy, std::string_view id);
const Pillar* find_pillar(const Policy& policy, std::string_view id);
const Measure* find_measure(const Policy& policy, std::string_view id);
const Story* find_story(const Stories& stories, std::string_view id);
const Kpi* find_kpi(const Kpis& kpis, std::string_view id);
const Series* find_series(const Kpis& kpis, std::string_view id);
const Prefecture* find_prefecture(const Places& places, std::string_view code);
const Municipality* find_municipality(const Places& places, std::string_view code);
const Indicator* find_indicator(const Indicators& indicators, std::string_view key);

/// The 出典 line of a source: its attribution, or the document's id when the source is not known.
std::string attribution(const Policy& policy, const SourceRef& ref);

std::vector<const Story*> stories_of_pillar(const Stories& stories, std::string_view pillar);
std::vector<const Story*> stories_of_prefecture(const Stories& stories, std::string_view code);
std::vector<const Kpi*> kpis_of_pillar(const Kpis& kpis, std::string_view pillar);

struct StoryFilter {
    std::string query;   ///< words separated by spaces, all of which must occur (folded as fold_for_search does)
    std::string pillar;  ///< "" = any, as in the rest
    std::string prefecture;
    std::string theme;
};
/// In the records' order. Words are looked for in title, place, region, summary, theme, elements and actors, and in the names, kana
/// and romaji of the story's prefectures and municipalities; `places` may be null.
std::vector<const Story*> filter_stories(const Stories& stories, const Places* places, const StoryFilter& filter);
/// Each theme once, in the order of first appearance.
std::vector<std::string> themes(const Stories& stories);

struct StatusCounts {
    std::array<int, 6> by_status{};  ///< indexed by Status
    std::array<int, 5> by_gap{};     ///< indexed by Gap; [none] counts the judged
    int total = 0;
    int of(Status status) const { return by_status[static_cast<size_t>(status)]; }
    int of(Gap gap) const { return by_gap[static_cast<size_t>(gap)]; }
};
StatusCounts count_statuses(const Kpis& kpis);

/// Index of the year in `indicator`, or of the latest year not behind it; unset when there is none.
std::optional<size_t> year_index(const Indicator& indicator, int year);
/// 1 = the largest value; equal values share a rank and the next one is skipped; unset without a value.
std::vector<std::optional<int>> ranks(const std::vector<std::optional<double>>& values);
std::vector<double> present(const std::vector<std::optional<double>>& values);

// Class breaks: ascending inner limits. A value belongs to the class `class_of`: the number of limits at or below it.
// Equal limits are given once, so there may be fewer than classes − 1.
std::vector<double> quantile_breaks(std::vector<double> values, int classes);
std::vector<double> equal_breaks(const std::vector<double>& values, int classes);
/// Equal steps over [midpoint − d, midpoint + d] with d the largest distance from it. With an even number of classes the midpoint is
/// a limit, with an odd one the middle class lies around it.
std::vector<double> diverging_breaks(const std::vector<double>& values, double midpoint, int classes);
int class_of(double value, const std::vector<double>& breaks);

}  // namespace atlas::model

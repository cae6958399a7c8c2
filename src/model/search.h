// One search over everything: pillars, measures, targets, good practices, places, and what the 総合戦略 does. A pure function of
// records and query; what has not arrived yet is simply not searched.
#pragma once
#include <string_view>
#include <vector>

#include "model/logic.h"
#include "model/records.h"

namespace atlas::model {

enum class SearchKind { pillar, measure, kpi, story, prefecture, municipality, output, action, programme };
inline constexpr size_t search_kinds = 9;

/// Null parts are left out. The hits' texts are slices of these records.
struct SearchRecords {
    const Policy* policy = nullptr;
    const Kpis* kpis = nullptr;
    const Stories* stories = nullptr;
    const Places* places = nullptr;
    const LogicModel* logic = nullptr;
};
struct SearchHit {
    std::string_view id, title;
    std::string_view parent;  ///< measure: its pillar; municipality: its prefecture; action and programme: their output
    int score = 0;            ///< where the words stand: the larger, the nearer to the title's beginning
};
struct SearchGroup {
    SearchKind kind{};
    std::vector<SearchHit> hits;  ///< the best first, equals in the records' order
};

/// Groups with hits, the one with the best hit first. Each of the query's words must occur in a record: in its title, its
/// other names (kana, romaji, English, short name) or its texts; parts of words count. Kana and katakana, full and half
/// width, upper and lower case, long vowels in Latin letters (Ōsaka, Oosaka, Osaka) are the same; titles are found
/// by their readings too, texts by those of their words (model/readings.h).
std::vector<SearchGroup> search(const SearchRecords& records, std::string_view query);

/// Items of the logic model, from impacts to programmes, by name (Japanese or English) and, down to the outputs, by number; the best
/// first. Measures that are printed again are found where they stand first.
std::vector<SearchHit> search_logic(const LogicModel& logic, std::string_view query);

/// How many records there are to be searched.
size_t searchable_count(const SearchRecords& records);

/// What both the query and the texts are turned into before they are compared.
std::string search_key(std::string_view text);

}  // namespace atlas::model

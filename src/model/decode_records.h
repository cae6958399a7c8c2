// Field by field from checked JSON and CSV to records. One decoder for each kind of record serves both the sources in
// data/ and the runtime bundles, because a bundle carries the sources' members under the same names. Internal to the model
// and to sosei-bundle.
#pragma once
#include <string_view>
#include <vector>

#include "bundle/decode.h"
#include "model/background.h"
#include "model/briefing.h"
#include "model/logic.h"

namespace atlas::model {

// Each takes the reader of the object that holds the named member(s).
void decode_edition(bundle::ObjectReader& root, Edition& out);              // edition, title, note
void decode_sources(bundle::ObjectReader& root, std::vector<Source>& out);  // sources
void decode_vision(bundle::ObjectReader& root, Vision& out);                // lead, summary, areas, stances
void decode_pillars(bundle::ObjectReader& root, std::vector<Pillar>& out);  // pillars
void decode_stories(bundle::ObjectReader& root, std::vector<Story>& out);   // stories
void decode_kpis(bundle::ObjectReader& root, std::vector<Kpi>& out);        // kpis
/// indicators, with values if it has them: for each year one a place (0: as many as the first year has).
void decode_indicators(bundle::ObjectReader& root, std::vector<Indicator>& out, size_t places);

void decode_logic(bundle::ObjectReader& root, LogicModel& out);           // structure, review, impacts, state_role
void decode_roadmap(bundle::ObjectReader& root, Roadmap& out);            // tables
void decode_framework(bundle::ObjectReader& root, Framework& out);        // context, roles … surveys
void decode_trends(bundle::ObjectReader& root, std::vector<Trend>& out);  // trends

/// Whether a deck has to have its words in both languages, as those that ship, or says what is written in one of them in both.
enum class Languages : unsigned char { both, one_is_enough };
/// A deck: the object itself; data/briefings/<id>.json is one.
void decode_briefing(bundle::ObjectReader& deck, Briefing& out, Languages languages = Languages::both);

SourceRef decode_source(bundle::ObjectReader& record);          // source
SourceRef decode_source_members(bundle::ObjectReader& source);  // doc, page, section

// Tables. `lines`, where given, receives the 1-based line of each record's first row.
void decode_source_table(const bundle::Table& table, std::vector<Source>& out, bundle::Report& report);
void decode_previous_kpis(const bundle::Table& table, std::vector<PreviousKpi>& out, bundle::Report& report);
void decode_prefectures(const bundle::Table& table, std::vector<Prefecture>& out, bundle::Report& report);
/// The runtime's table has a column more than the source: area_km2.
void decode_municipalities(const bundle::Table& table, std::vector<Municipality>& out, bundle::Report& report,
                           bool with_area = false);
void decode_observations(const bundle::Table& table, std::vector<Series>& out, bundle::Report& report,
                         std::vector<uint32_t>* lines = nullptr);
/// Fills years and values of `indicators` from rows code, indicator, year, value; values stand in the order of `codes`.
void decode_indicator_values(const bundle::Table& table, const std::vector<std::string>& codes,
                             std::vector<Indicator>& indicators, bundle::Report& report);
/// "01" … "47".
std::vector<std::string> prefecture_codes();

// The runtime's compact forms; encode.h writes them.
void decode_series(bundle::ObjectReader& root, std::vector<Series>& out);  // series, columns, citations
/// {"columns":[…],"rows":[[…],…]} of texts as a table whose places are pointers.
bundle::Table decode_table(bundle::ObjectReader& parent, std::string_view key);

inline constexpr size_t prefecture_count = 47;

}  // namespace atlas::model

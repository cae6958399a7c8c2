// What the pages of the logic model, of its outputs and of the 工程表 share: names, judgements, words of the two charts.
#pragma once
#include "chart/gantt.h"
#include "chart/logic_diagram.h"
#include "model/logic_lookup.h"
#include "page/kpi_row.h"

namespace atlas::page {

const std::string& name_of(const Words& words, const model::LogicImpact& impact);
const std::string& name_of(const Words& words, const model::LogicOutcome& outcome);
const std::string& name_of(const Words& words, const model::LogicOutput& output);
/// "1. 強い経済", "A. 地域における…", "a. 地域資源の活用促進", "国の役割".
std::string title_of(const Words& words, const model::LogicImpact& impact);
std::string title_of(const Words& words, const model::LogicOutcome& outcome);
std::string title_of(const Words& words, const model::LogicOutput& output);
/// A measure that is printed again says so, with the name of the one it repeats.
std::string title_of(const Words& words, const model::LogicModel& logic, const model::LogicMeasure& measure);

/// The KPIs of these ids that are known, judged. Needs data.kpis.
std::vector<JudgedKpi> judged(const Context& ctx, const std::vector<std::string>& kpis);
/// "達成1件、順調2件、判定不可8件".
std::string status_counts(const Words& words, const std::vector<JudgedKpi>& kpis);

chart::LogicDiagramWords logic_words(const Words& words);

/// Stories of the pillars' measures that stand for these measures, each once. Needs data.stories.
std::vector<const model::Story*> related_stories(const Context& ctx,
                                                 const std::vector<const model::LogicMeasure*>& measures);
/// All measures of an output.
std::vector<const model::LogicMeasure*> measures_of(const model::LogicOutput& output);

/// The Gantt of these tables without the lost ones; `with_output`: heads name their output and lead to it.
float draw_gantt(Context& ctx, Vec2 at, float width, const std::vector<const model::RoadmapTable*>& tables,
                 bool with_output);
/// Fiscal years of the 工程表, and how many of them a zoomed one shows.
inline constexpr int first_roadmap_year = 2023, last_roadmap_year = 2031, zoomed_roadmap_years = 3;
inline constexpr int last_zoomed_year = last_roadmap_year - zoomed_roadmap_years + 1;
/// The first year that the address asks for, 0 for all.
int shown_roadmap_year(const view::ViewState& state);
/// "2025年度～2027年度".
std::string roadmap_years(const Words& words, int from);
/// The lost tables as a list, with what is still known of them. Returns 0 where none is lost.
float draw_lost_tables(Context& ctx, Vec2 at, float width, const std::vector<const model::RoadmapTable*>& tables,
                       bool with_output);
/// How many tables could be read and how many plans have dates: two sentences.
std::string table_counts(const Words& words, const model::RoadmapCounts& counts);
std::string date_counts(const Words& words, const model::RoadmapCounts& counts);

}  // namespace atlas::page

// The parts of a KPI's page that stand on their own: what the chart is called, the audit of the judgement, the observations.
#pragma once
#include "page/kpi_row.h"

namespace atlas::page {

/// The finding as a headline, made from the data: "…は、2013年から2025年までに約4.1倍になりました".
std::string kpi_finding(const Words& words, const model::Kpi& kpi, const model::Series& series);
/// Unit, kind of year and period of the series.
std::string kpi_subtitle(const Words& words, const model::Kpi& kpi, const model::Series& series);
/// Titles of the documents that the observations come from, each once; `more` says how many are left unnamed.
std::string observation_sources(const Words& words, const model::Series& series, Word more = Word::kpi_more_sources,
                                size_t most = 2);

/// What differs from the edition before, for this KPI; in the first edition that there is none. See changes.cpp.
void draw_kpi_changes(Context& ctx, ui::Flow& flow, const model::Kpi& kpi);

/// Baseline, latest, target, time elapsed, R, rule. Returns the height.
float kpi_audit(Context& ctx, Vec2 top_left, float width_px, const JudgedKpi& judged);
/// The judgement's formulas with the KPI's numbers put in, as lines; empty where there is no R. Numbers stand in a line only
/// where they give the very share that the judgement used.
std::vector<std::string> kpi_formula(const Words& words, const JudgedKpi& judged);
/// All observations with their grade and source. Returns the height. `id` is the table's, `sources` what the links to the
/// sources begin with.
struct ObservationTable {
    std::string id = "kpi:observations", caption, sources = "source:";
};
float observation_table(Context& ctx, Vec2 top_left, float width_px, const model::Series& series,
                        const ObservationTable& spec);
/// Observations, baseline, the way to the target, and the 試算 where it may be shown; else why it is not. Returns the height.
float kpi_chart(Context& ctx, Vec2 top_left, float width_px, const JudgedKpi& judged, const model::Series& series);

}  // namespace atlas::page

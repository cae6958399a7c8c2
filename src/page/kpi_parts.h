// The parts of a KPI's page that stand on their own: what the chart is called, the audit of the judgement, the observations.
#pragma once
#include "page/kpi_row.h"

namespace atlas::page {

/// The finding as a headline, made from the data: "…は、2013年から2025年までに約4.1倍になりました".
std::string kpi_finding(const Words& words, const model::Kpi& kpi, const model::Series& series);
/// Unit, kind of year and period of the series.
std::string kpi_subtitle(const Words& words, const model::Kpi& kpi, const model::Series& series);
/// Titles of the documents that the observations come from, each once.
std::string observation_sources(const Words& words, const model::Series& series);

/// Baseline, latest, target, time elapsed, R, rule. Returns the height.
float kpi_audit(Context& ctx, Vec2 top_left, float width_px, const JudgedKpi& judged);
/// All observations with their grade and source. Returns the height.
/// `reference`: a series of another definition, told apart by its ids and its caption.
float kpi_observations(Context& ctx, Vec2 top_left, float width_px, const model::Series& series,
                       bool reference = false);

}  // namespace atlas::page

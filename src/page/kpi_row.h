// One KPI in the list: name, line, bar, figure, target, state. Used by the KPI list and by pages that name related KPIs.
#pragma once
#include "chart/charts.h"
#include "page/page.h"

namespace atlas::page {

struct JudgedKpi {
    const model::Kpi* kpi = nullptr;
    model::Progress progress;
};

/// Heads of the row's columns; nothing where rows are stacked. Returns the height.
float kpi_column_heads(Context& ctx, Vec2 top_left);
/// A list item that links to the KPI, with a note below its name. Columns from 1,040 px, stacked below. Returns the height.
float kpi_row(Context& ctx, Vec2 top_left, const JudgedKpi& judged, std::string_view note = "");
/// Why there is no figure, in words: "実績値は、まだ公表が確認できていません。" Empty when there is one.
std::string missing_text(const Words& words, const model::Progress& progress);

}  // namespace atlas::page

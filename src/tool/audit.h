// The audit of the progress method: one row a KPI with every figure that its status rests on. Internal to sosei-bundle.
#pragma once
#include <string>

#include "tool/sources.h"

namespace atlas::tool {

/// CSV without a byte order mark, header first, KPIs in the sources' order. Columns:
///
/// | column | what |
/// |---|---|
/// | id, name, level, code | the KPI |
/// | rule | row of the table in model/progress.h |
/// | target_text | the target as the source words it |
/// | target_value, target_unit, target_year, target_fiscal | as far as it is a number with a year; target_fiscal 1 = 年度 |
/// | baseline_value, baseline_year, baseline_fiscal | where the way begins |
/// | baseline_stated | stated (in the source), first-point (of the series), period-start (counted from 0) |
/// | baseline_source | title, page, section, address |
/// | latest_value, latest_unit, latest_year, latest_fiscal, latest_month, latest_kind, latest_grade, latest_source | value judged |
/// | elapsed, share, ratio | model::Progress's own; ratio = share ÷ elapsed |
/// | status, gap | words of the method |
/// | missing | what a judgement would need, joined by 、; empty exactly when there is one |
/// | reason | the sentence that the page shows |
///
/// All figures are model::judge's; what is not known is an empty cell.
std::string audit_csv(const SourceSet& sources);

}  // namespace atlas::tool

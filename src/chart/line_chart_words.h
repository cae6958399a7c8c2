// What a line chart says in words: one sentence of summary, the figures, and its table.
#pragma once
#include <string>

#include "chart/charts.h"
#include "ui/controls.h"

namespace atlas::chart {

/// First, latest, change and extremes of the main series, and the target; never compares over a break.
std::string line_chart_summary(const Words& words, const LineChartOptions& options);
/// "2013年 1,036.3904万人、2014年 …"
std::string line_chart_facts(const Words& words, const LineChartOptions& options);
ui::TableSpec line_chart_table(const Words& words, const LineChartOptions& options);

}  // namespace atlas::chart

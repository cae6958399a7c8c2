// The words of the series and trajectory charts in the page's language, and the frame of a chart's own text.
#pragma once
#include "chart/trajectory_chart.h"
#include "core/lang.h"

namespace atlas::page {

/// Refers to the site's word tables: may be kept as long as wanted.
chart::SeriesWords series_words(const Words& words);
chart::TrajectoryWords trajectory_words(const Words& words);

/// Title, subtitle and 出典 with the table's button; without `with_table` none is offered.
chart::FigureText figure_text_of(const Words& words, std::string id, std::string title, std::string subtitle,
                                 std::string source, bool with_table = true);

}  // namespace atlas::page

// 工程表: what is done when, by output. Bars with stated dates are solid, bars dated only by their column of the table are
// outlined, bars without a date stand apart and never on the axis. Below 720 px a nested list with small bars.
#pragma once
#include <string>
#include <vector>

#include "chart/figure.h"
#include "chart/scales.h"
#include "chart/words.h"
#include "model/logic.h"

namespace atlas::chart {

struct GanttWords {
    std::string_view no_rows;                         ///< sentence in place of the plot
    std::string_view today;                           ///< "今日"
    std::string_view undated;                         ///< "時期の記載なし"
    std::string_view from_to, from_open, only_until;  ///< {from} {to}: 「{from}～{to}」「{from}～」「～{to}」
    std::string_view summary;                         ///< {rows} {bars} {undated}
    std::string_view lost;                            ///< {heading}: a table or row that cannot be read in the source
    std::string_view key_stated, key_column, key_open, key_milestone, key_today;
    std::string_view column_group, column_row, column_bar, column_when, column_dating;
    std::string_view dating_stated, dating_column;  ///< cells of the table and parts of names
};

struct GanttRow {
    const model::RoadmapRow* row = nullptr;
    std::string href;
    bool selected = false;
};
struct GanttGroup {
    std::string heading, note;
    bool lost = false;  ///< nothing of it can be read
    std::vector<GanttRow> rows;
    std::string id{}, href{};  ///< with both, the heading is a link: mark "<id of the chart>:<id>"
};
struct GanttOptions {
    FigureText text;
    std::vector<GanttGroup> groups;
    int first_month = month_of(2023, 4), last_month = month_of(2033, 3);  ///< zoom: what the axis shows
    int today = 0;                                                        ///< month_of(…); 0: no line
    std::string pillar;                                                   ///< colour of selected rows
    const GanttWords* words = nullptr;
    const Formats* formats = &formats_of(Lang::ja);
};
/// Returns the height taken. Marks: "<id>:<row id>:<bar>".
float gantt(ui::Ui& ui, Vec2 top_left, float width_px, const GanttOptions& options);

/// How many dated bars lie outside the months shown.
int bars_outside(const GanttOptions& options);
/// "2025年4月～2027年3月", "2026年度～", or the word for no date.
std::string bar_dates(const model::RoadmapBar& bar, const GanttWords& words, const Formats& formats);
/// One group a table, in the order of `tables`.
std::vector<GanttGroup> gantt_groups(const std::vector<const model::RoadmapTable*>& tables);

}  // namespace atlas::chart

// What the list of national trends and the page of one share: series by id, names, the finding as a headline, charts.
#pragma once
#include <string>
#include <vector>

#include "chart/series_chart.h"
#include "page/names.h"
#include "page/page.h"

namespace atlas::page {

struct TrendLineRef {
    const model::Series* series = nullptr;  ///< always set, with at least one observation
    std::string label;
};
/// The lines of a trend in their order, from the trends bundle or, where they belong to a KPI, from that of the KPIs.
std::vector<TrendLineRef> trend_lines(const Data& data, const Words& words, const model::Trend& trend);

/// The theme in the page's language.
std::string theme_name(const Words& words, const std::string& theme);

/// The observations that may be compared: those since the last break, without projections.
std::vector<const model::Observation*> comparable_points(const model::Series& series);
/// The first of the last run in one direction (small steps back left aside), or 0 when it covers too little to be a turn.
size_t turning_point(const std::vector<const model::Observation*>& points);

/// "出生数は、2013年から2024年までに343,702人減りました": change since the first value or the last turn; without two comparable
/// values the values themselves.
std::string trend_finding(const Words& words, const model::Trend& trend, const std::vector<TrendLineRef>& lines);
/// First and latest value of the first line and the end of its projection, in sentences; empty without two values.
std::string trend_facts(const Words& words, const std::vector<TrendLineRef>& lines);
/// "2070年は8,700万人と推計されています。"; empty where the series ends with an observed value.
std::string future_text(const Words& words, const model::Series& series);
/// "12,380.2万人（2024年）" with what is to be known of the value: "速報値".
std::string value_at(const Words& words, const model::Observation& point, const std::string& unit);
const model::Observation* latest_observed(const model::Series& series);

/// Does some line have two observed dates?
bool has_course(const std::vector<TrendLineRef>& lines);
/// The trend's figure at `top_left`: lines, bars for one date of several lines, or one large figure. Returns the height.
struct TrendFigure {
    std::string id;
    bool is_compact = false;
    std::vector<chart::ChartEvent> events;
    std::string event_sources;  ///< said after the 出典 of the values, also in a picture of the chart
};
float trend_figure(Context& ctx, Vec2 top_left, float width_px, const model::Trend& trend,
                   const std::vector<TrendLineRef>& lines, const TrendFigure& figure);

}  // namespace atlas::page

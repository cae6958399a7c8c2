// One KPI on its way: observations, baseline, required straight path, target, and 試算 — "if it goes on like the last
// five years" — with its band.
#pragma once
#include <optional>

#include "chart/series_chart.h"
#include "model/projection.h"

namespace atlas::chart {

struct TrajectoryWords {
    SeriesWords series;
    std::string_view baseline, target;  ///< mark labels with {when}: 「基準 {when}」「目標 {when}」
    std::string_view target_each_year;  ///< the same without a date
    std::string_view trend;             ///< at the end of the continuation, {when} {value}: 「試算 {value}」
    std::string_view key_path, key_trend, key_baseline;
    std::string_view path_summary;   ///< {when} {value}: the target
    std::string_view trend_summary;  ///< {when} {value} {low} {high}
};

struct TrajectoryOptions {
    FigureText text;
    const model::Series* series = nullptr;
    std::string label;
    const model::Kpi* kpi = nullptr;        ///< baseline and target
    std::string target_figure;              ///< as the official text writes it; empty: by the formats
    std::optional<model::TrendLine> trend;  ///< fit_trend, when the continuation shall show
    double joins_years = 1.5;
    float plot_px = 0;
    const TrajectoryWords* words = nullptr;
    const Formats* formats = &formats_of(Lang::ja);
};

/// Returns the height taken. Marks: "<id>:0:<point>", "<id>:baseline", "<id>:target", "<id>:trend".
float trajectory_chart(ui::Ui& ui, Vec2 top_left, float width_px, const TrajectoryOptions& options);
std::string trajectory_summary(const TrajectoryOptions& options);

}  // namespace atlas::chart

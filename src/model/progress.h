// The progress method: from a KPI's target, baseline and observations to one status with its reason.
//
// | kind of target (rule)                    | measure                                        | status                        |
// |------------------------------------------|------------------------------------------------|-------------------------------|
// | level by year T, at least (level-by-     | R = (y−y₀)/(t−t₀) ÷ (y_T−y₀)/(T−t₀),           | 達成 if met; R ≥ .95 順調;    |
// | year)                                    | signed toward the target                       | ≥ .60 加速が必要; ≥ 0 遅れ;   |
// |                                          |                                                | < 0 後退                      |
// | cumulative count over a period           | R = share delivered ÷ share of time elapsed;   | same cut-offs                 |
// | (cumulative)                             | begins at 0 with the period, else at the       |                               |
// |                                          | stated baseline                                |                               |
// | each year at least, maintain (each-year, | met by the latest value? last change toward    | 達成; 加速が必要 = 注意 (not  |
// | maintain)                                | it? Without a value the baseline is to be kept,| met but nearing); 遅れ = 未達 |
// |                                          | or the previous value (前年…以上)              |                               |
// | direction only: 増加, 減少, 向上         | mean of the last 5 changes a year, and the last| 順調 both toward; 加速が必要  |
// | (direction)                              | change                                         | mean only; 遅れ last only, or |
// |                                          |                                                | level; 後退 neither           |
// | relative, 東京圏以上 (relative)          | gap to the comparison region at the same date, | as maintain                   |
// |                                          | as a "maintain ≥ 0" target                     |                               |
// | several conditions (multi)               | the worst of them, all shown                   |                               |
//
// A target whose date (T, the period's end) has gone by unmet is 遅れ, or 後退 when R < 0, however near it came. A target
// that the start already met and the latest value does not is 後退, without R.
// The start (t₀, y₀) is the baseline that the strategy states; where it states none, the series' first point after its last
// break, which the reason then says. The atlas chooses no baseline of its own.
// What cannot be judged is a state of its own, never a guess: 基準値未設定 (the baseline awaits a survey), 実績未確認,
// データ不足, 定性目標.
//
// Sources. The ratio of the observed to the required rate and the cut-offs .95, .60 and 0 are Statistics Canada's, taken
// over by Open SDG (https://open-sdg.readthedocs.io/en/latest/progress-methodology/, "Indicators with quantitative
// targets": on track, progress made but acceleration needed, limited progress, deterioration). They compare compound annual
// growth rates; ours compares straight lines, because growth rates misjudge straight-line delivery, cannot start from zero
// and cannot fall to it. So ours is called "adapted" wherever it is published. The rows without a number and a year
// (each year, maintain, direction, relative) are ours alone.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "model/records.h"

namespace atlas::model {

enum class Status { achieved, on_course, accelerate, behind, reversing, not_judged };

/// Why a KPI cannot be judged; `none` when it was.
enum class Gap { none, baseline_pending, no_actual, too_little_data, qualitative };

/// What the rule of a KPI's target reads and the data do not have, in the order in which a reader would ask for it.
enum class Missing {
    target_value,
    target_year,
    later_target_year,
    conditions,
    baseline,
    period_start,
    actual,
    second_actual,
    later_actual,
    actual_in_period,
    same_measure,
    same_unit,
    comparison,
    comparison_at_date,
};

/// Where the way to the target begins.
enum class StartKind { none, stated, first_point, period };

struct Progress {
    Status status = Status::not_judged;
    Gap gap = Gap::none;
    std::string reason;           ///< one plain Japanese sentence, with the numbers put in
    std::string rule;             ///< the row of the table that was used, e.g. "level-by-year"
    std::optional<double> ratio;  ///< R = share ÷ elapsed
    std::optional<double> share;  ///< way from baseline to target, 1 = reached; may be negative or > 1
    std::optional<double>
        elapsed;  ///< time from start to target at the latest value, 0 … 1; > 1 = its date has gone by
    std::optional<Observation> latest;
    std::optional<KpiBaseline>
        start;  ///< what was used as baseline: the stated one, else the series' first point after its last break
    StartKind start_kind = StartKind::none;  ///< period: counted from 0 at KpiTarget::period_start, without a `start`
    std::vector<Missing> missing;            ///< each once, in Missing's order; empty exactly when there is a judgement
};

/// Judges one KPI by its main series (Kpi::series.front()). A fiscal year counts from April: FY2024 lies at 2024.75 (its middle +
/// quarter), a calendar year at its middle, so that both kinds can be compared on one axis.
Progress judge(const Kpi& kpi, const Kpis& all);

const char* status_word(Status status);  ///< 達成, 順調, 加速が必要, 遅れ, 後退, 判定不可
const char* gap_word(Gap gap);           ///< 基準値未設定, 実績未確認, データ不足, 定性目標
const char* missing_word(Missing missing);  ///< 基準値と基準年, 実績値, 目標値, 比較する地域の系列 …

}  // namespace atlas::model

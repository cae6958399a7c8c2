// The progress method: from a KPI's target, baseline and observations to one status with its reason.
// Table and cut-offs: DESIGN.md "Progress method"; .95/.60/0 are Statistics Canada's and Open SDG's published cut-offs
// (https://open-sdg.readthedocs.io/en/latest/progress-calculations/), here with linear instead of growth-rate paths ("adapted").
#pragma once
#include <optional>
#include <string>

#include "model/records.h"

namespace atlas::model {

enum class Status { achieved, on_course, accelerate, behind, reversing, not_judged };

/// Why a KPI cannot be judged; `none` when it was.
enum class Gap { none, baseline_pending, no_actual, too_little_data, qualitative };

struct Progress {
    Status status = Status::not_judged;
    Gap gap = Gap::none;
    std::string reason;           ///< one plain Japanese sentence, with the numbers put in
    std::string rule;             ///< the row of the table that was used, e.g. "level-by-year"
    std::optional<double> ratio;  ///< R, or share delivered ÷ share of time elapsed
    std::optional<double> share;  ///< way from baseline to target, 1 = reached; may be negative or > 1
    std::optional<Observation> latest;
    std::optional<KpiBaseline>
        start;  ///< what was used as baseline: the stated one, else the series' first point after its last break
    bool start_is_stated = false;
};

/// Judges one KPI by its main series (Kpi::series.front()). A fiscal year counts from April: FY2024 lies at 2024.75 (its middle +
/// quarter), a calendar year at its middle, so that both kinds can be compared on one axis.
Progress judge(const Kpi& kpi, const Kpis& all);

const char* status_word(Status status);  ///< 達成, 順調, 加速が必要, 遅れ, 後退, 判定不可
const char* gap_word(Gap gap);           ///< 基準値未設定, 実績未公表, データ不足, 定性目標

}  // namespace atlas::model

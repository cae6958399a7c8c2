// One target against one series: what the rules of the progress method read, and the words they answer with.
// Internal to progress*.cpp.
#pragma once
#include <vector>

#include "model/period.h"
#include "model/progress.h"

namespace atlas::model {

/// 「前年度以上」 moves its own yardstick every year; another "maintain" keeps its baseline.
bool keeps_previous(const KpiTarget& target);

struct Start {
    KpiBaseline record;
    double time = 0;
    bool stated = false;
};

struct Case {
    const Kpi& kpi;
    const KpiTarget& target;
    /// Observed points (no projections) since the last break in definition, ascending; not empty when a rule is asked.
    std::vector<Observation> points;
    bool break_after_baseline = false;

    const Observation& latest() const { return points.back(); }
    double latest_time() const { return time_of(latest().year, latest().fiscal, latest().month); }
    /// Positive when `to` is better than `from`.
    double gain(double from, double to) const { return target.up ? to - from : from - to; }
    bool is_met(double value) const;
    /// The stated baseline, else the first point; unset when that first point is the latest.
    std::optional<Start> start() const;
    /// Does the latest point lie behind the whole period of the stated baseline?
    bool is_latest_after_baseline() const;
};

Case make_case(const Kpi& kpi, const KpiTarget& target, const Series* series);

// Words. All are parts of sentences, without 。
std::string figure(double value, const std::string& unit);  ///< "7,910人"
std::string period(int year, bool fiscal, int month);       ///< "2024年度", "2025年9月時点"
std::string latest_words(const Observation& latest);        ///< "2024年度の速報値は7,910人"
std::string target_words(const KpiTarget& target);          ///< "目標の10,000人（2026年度）"
std::string start_words(const Start& start);                ///< "基準の6,447人（2022年度）"

// Rules, one row of DESIGN.md's table each.
Progress judge_level(const Case& c);
Progress judge_cumulative(const Case& c);
Progress judge_each_year(const Case& c);
Progress judge_maintain(const Case& c);
Progress judge_direction(const Case& c);
Progress judge_relative(const Case& c, const Series* comparison);

/// What the rule for this kind of target cannot do without and the KPI does not have at all.
std::vector<Missing> absent_inputs(const Case& c, const Series* comparison);

/// A state of its own instead of a guess. `reason` is used as it is.
Progress not_judged(const Case& c, const char* rule, Gap gap, Missing missing, std::string reason);

}  // namespace atlas::model

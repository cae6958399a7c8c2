// The rows of the progress table in progress.h.
#include <algorithm>
#include <cmath>

#include "model/progress_case.h"
#include "text/text.h"

namespace atlas::model {

namespace {

constexpr double tolerance = 1e-9;

/// Statistics Canada's and Open SDG's published cut-offs.
Status grade(double ratio) {
    if (ratio >= 0.95 - tolerance) return Status::on_course;
    if (ratio >= 0.60 - tolerance) return Status::accelerate;
    if (ratio >= 0 - tolerance) return Status::behind;
    return Status::reversing;
}

Progress begun(const Case& c, const char* rule) {
    Progress p;
    p.rule = rule;
    p.latest = c.latest();
    return p;
}

Progress& with_start(Progress& p, const Start& start) {
    p.start = start.record;
    p.start_kind = start.stated ? StartKind::stated : StartKind::first_point;
    return p;
}

std::string met_words(const Case& c) {
    return latest_words(c.latest()) + "で、" + target_words(c.target) + "に達しています";
}

/// A target whose date has gone by unmet is behind, however small the rest: 順調 would read as a promise.
void judge_after_deadline(const Case& c, Progress& p) {
    p.status = *p.ratio < -tolerance ? Status::reversing : Status::behind;
    p.reason = latest_words(c.latest()) + "で、目標の時期が来ましたが" + target_words(c.target) + "に達していません。";
}

std::string pace_words(const Case& c, const Start& start, double ratio) {
    std::string words = latest_words(c.latest()) + "で、" + start_words(start) + "から" + target_words(c.target) + "へ";
    words += ratio < -tolerance ? "向かうのとは反対の向きに動いています"
                                : "一定の速さで進む場合の" + text::number(ratio, 2) + "倍の速さです";
    if (start.stated && c.break_after_baseline) words += "（途中で数え方が変わっています）";
    return words + "。";
}

struct Change {
    double per_year = 0;  ///< positive = better
};

/// Changes between successive points, a year each, the stated baseline counting as the earliest point.
std::vector<Change> changes(const Case& c) {
    std::vector<Change> out;
    double time = 0, value = 0;
    bool has_previous = false;
    const auto add = [&](double t, double v) {
        if (has_previous && t > time) out.push_back({c.gain(value, v) / (t - time)});
        time = t, value = v, has_previous = true;
    };
    const Observation& first = c.points.front();
    const auto& b = c.kpi.baseline;
    if (b && !c.break_after_baseline &&
        time_of(first.year, first.fiscal, first.month) >= end_of(b->year, b->fiscal, 0) - tolerance)
        add(time_of(b->year, b->fiscal, 0), b->value);
    for (const Observation& o : c.points) add(time_of(o.year, o.fiscal, o.month), o.value);
    return out;
}

/// 達成・注意・未達: met; not met but the last change was toward it; neither.
void judge_threshold(const Case& c, Progress& p, bool met, const std::string& threshold) {
    const std::vector<Change> steps = changes(c);
    const bool toward = !steps.empty() && steps.back().per_year > tolerance;
    p.status = met ? Status::achieved : toward ? Status::accelerate : Status::behind;
    p.reason = latest_words(c.latest()) + "で、" + threshold;
    p.reason += met      ? "を満たしています。"
                : toward ? "を満たしていませんが、近づいています（注意）。"
                         : "を満たしておらず、近づいてもいません（未達）。";
}

bool is_before_period(const Case& c) {
    const Observation& o = c.latest();
    return c.target.period_start > 0 &&
           end_of(o.year, o.fiscal, o.month) <= begin_of(c.target.period_start, c.target.fiscal, 0) + tolerance;
}

Progress nothing_in_period(const Case& c, const char* rule) {
    return not_judged(
        c, rule, Gap::no_actual, Missing::actual_in_period,
        "目標の期間（" + text::year(c.target.period_start, c.target.fiscal) + "から）の実績がまだありません。");
}

}  // namespace

Progress judge_level(const Case& c) {
    constexpr const char* rule = "level-by-year";
    Progress p = begun(c, rule);
    const std::optional<Start> start = c.start();
    const bool is_after_start = start && (!start->stated || c.is_latest_after_baseline());
    const double target_time = time_of(c.target.year, c.target.fiscal, 0);
    const double need = start ? c.gain(start->record.value, *c.target.value) : 0;
    const double gain = start ? c.gain(start->record.value, c.latest().value) : 0;
    if (start) with_start(p, *start);
    if (std::abs(need) > tolerance) p.share = gain / need;
    if (is_after_start && c.target.year > 0 && target_time > start->time)
        p.elapsed = (c.latest_time() - start->time) / (target_time - start->time);
    if (c.is_met(c.latest().value)) {
        p.status = Status::achieved;
        if (!p.share) p.share = 1;
        p.reason = met_words(c) + "。";
        return p;
    }
    if (c.target.year == 0)
        return not_judged(c, rule, Gap::too_little_data, Missing::target_year,
                          "目標年が示されていないため、進み具合を計算できません。");
    if (!start)
        return not_judged(c, rule, Gap::too_little_data, Missing::baseline,
                          "実績が1時点しかなく基準値もないため、進み具合を計算できません。");
    if (!is_after_start)
        return not_judged(
            c, rule, Gap::no_actual, Missing::later_actual,
            "基準（" + text::year(start->record.year, start->record.fiscal) + "）より後の実績がまだありません。");
    if (!p.elapsed)
        return not_judged(c, rule, Gap::too_little_data, Missing::later_target_year,
                          "目標年が基準より後でないため、進み具合を計算できません。");
    if (need <= tolerance) {
        // The start was already as good as the target, the latest value is not: lost ground, and no pace to compare with.
        p.status = Status::reversing;
        p.share.reset();
        p.reason = latest_words(c.latest()) + "で、" + start_words(*start) + "では満たしていた" +
                   target_words(c.target) + "に届かなくなっています。";
        return p;
    }
    p.ratio = *p.share / *p.elapsed;
    if (c.latest_time() >= target_time - tolerance) {
        judge_after_deadline(c, p);
        return p;
    }
    p.status = grade(*p.ratio);
    p.reason = pace_words(c, *start, *p.ratio);
    return p;
}

Progress judge_cumulative(const Case& c) {
    constexpr const char* rule = "cumulative";
    Progress p = begun(c, rule);
    // A stated period counts from zero at its beginning; without one, from the stated baseline at the end of its year.
    Start start;
    if (c.target.period_start > 0) {
        start = {{0, c.target.unit, c.target.period_start, c.target.fiscal, {}},
                 begin_of(c.target.period_start, c.target.fiscal, 0),
                 true};
        p.start_kind = StartKind::period;
    } else if (c.kpi.baseline) {
        start = {*c.kpi.baseline, end_of(c.kpi.baseline->year, c.kpi.baseline->fiscal, 0), true};
        with_start(p, start);
    } else {
        return not_judged(c, rule, Gap::too_little_data, Missing::period_start,
                          "数え始めの時期が示されていないため、進み具合を計算できません。");
    }
    const Observation& latest = c.latest();
    const double reached = end_of(latest.year, latest.fiscal, latest.month);
    if (is_before_period(c)) return nothing_in_period(c, rule);
    const double need = c.gain(start.record.value, *c.target.value);
    const double deadline = end_of(c.target.year, c.target.fiscal, 0);
    const bool is_after_start = reached > start.time + tolerance;
    if (std::abs(need) > tolerance) p.share = c.gain(start.record.value, latest.value) / need;
    if (is_after_start && c.target.year > 0 && deadline > start.time)
        p.elapsed = (reached - start.time) / (deadline - start.time);
    if (c.is_met(latest.value)) {
        p.status = Status::achieved;
        if (!p.share) p.share = 1;
        p.reason = met_words(c) + "。";
        return p;
    }
    if (c.target.year == 0)
        return not_judged(c, rule, Gap::too_little_data, Missing::target_year,
                          "目標年が示されていないため、進み具合を計算できません。");
    if (!is_after_start)
        return not_judged(c, rule, Gap::no_actual, Missing::later_actual, "数え始めより後の実績がまだありません。");
    if (!p.share || !p.elapsed)
        return not_judged(c, rule, Gap::too_little_data, p.share ? Missing::later_target_year : Missing::target_value,
                          "目標値または目標年が数え始めと同じため、進み具合を計算できません。");
    p.ratio = *p.share / *p.elapsed;
    if (*p.elapsed >= 1 - tolerance) {
        judge_after_deadline(c, p);
        return p;
    }
    p.status = grade(*p.ratio);
    p.reason = latest_words(latest) + "で、" + target_words(c.target) + "の" + text::number(*p.share * 100, 0) +
               "%です。期間は" + text::number(*p.elapsed * 100, 0) + "%が過ぎました。";
    return p;
}

Progress judge_each_year(const Case& c) {
    constexpr const char* rule = "each-year";
    if (is_before_period(c)) return nothing_in_period(c, rule);
    Progress p = begun(c, rule);
    if (c.kpi.baseline) p.start = c.kpi.baseline, p.start_kind = StartKind::stated;
    judge_threshold(c, p, c.is_met(c.latest().value), target_words(c.target));
    return p;
}

Progress judge_maintain(const Case& c) {
    constexpr const char* rule = "maintain";
    if (c.target.value) {
        Progress p = judge_each_year(c);
        p.rule = rule;
        return p;
    }
    Progress p = begun(c, rule);
    const double now = c.latest().value;
    if (keeps_previous(c.target)) {
        const std::vector<Change> steps = changes(c);
        if (steps.empty())
            return not_judged(c, rule, Gap::too_little_data, Missing::second_actual,
                              "比べる前の年の実績がありません。");
        judge_threshold(c, p, steps.back().per_year >= -tolerance, "前回の実績以上という目標");
        return p;
    }
    const std::optional<Start> start = c.start();
    if (!start)
        return not_judged(c, rule, Gap::too_little_data, Missing::baseline,
                          "保つべき水準（基準値）が示されていません。");
    if (start->stated && !c.is_latest_after_baseline())
        return not_judged(c, rule, Gap::no_actual, Missing::later_actual, "基準より後の実績がまだありません。");
    with_start(p, *start);
    judge_threshold(c, p, c.gain(start->record.value, now) >= -tolerance, start_words(*start) + "を保つという目標");
    return p;
}

Progress judge_direction(const Case& c) {
    constexpr const char* rule = "direction";
    std::vector<Change> steps = changes(c);
    if (steps.empty())
        return not_judged(c, rule, Gap::too_little_data, Missing::second_actual,
                          "実績が1時点しかないため、向きを判定できません。");
    if (steps.size() > 5) steps.erase(steps.begin(), steps.end() - 5);
    double mean = 0;
    for (const Change& step : steps) mean += step.per_year / static_cast<double>(steps.size());
    const double last = steps.back().per_year;
    const bool rising = mean > tolerance, rose = last > tolerance;
    const bool flat = std::abs(mean) <= tolerance && std::abs(last) <= tolerance;

    Progress p = begun(c, rule);
    if (const std::optional<Start> start = c.start()) with_start(p, *start);
    p.status = rising && rose ? Status::on_course
               : rising       ? Status::accelerate
               : rose || flat ? Status::behind
                              : Status::reversing;
    p.reason = latest_words(c.latest()) + "で、";
    if (flat)
        p.reason += "横ばいです。";
    else if (steps.size() == 1)
        p.reason += std::string("直近の変化は") + (rose ? "目標の向きです。" : "目標の向きと反対です。");
    else
        p.reason += "直近" + std::to_string(steps.size()) + "回の変化の平均は目標の向き" +
                    (rising ? "、" : "ではなく、") + "最後の変化は目標の向き" + (rose ? "です。" : "ではありません。");
    return p;
}

Progress judge_relative(const Case& c, const Series* comparison) {
    constexpr const char* rule = "relative";
    const Case other = make_case(c.kpi, c.target, comparison);
    // Gap to the other region wherever both have a value of the same date, as a series to be kept at zero or better.
    KpiTarget at_least_equal = c.target;
    at_least_equal.value = 0;
    Case gaps{c.kpi, at_least_equal, {}, false};
    double theirs = 0;
    for (const Observation& o : c.points)
        for (const Observation& r : other.points)
            if (r.year == o.year && r.fiscal == o.fiscal && r.month == o.month) {
                gaps.points.push_back(o);
                gaps.points.back().value = o.value - r.value;
                theirs = r.value;
            }
    if (gaps.points.empty())
        return not_judged(c, rule, Gap::too_little_data, Missing::comparison_at_date,
                          "比べる地域の同じ時点の値がないため、判定できません。");
    const Observation& gap = gaps.latest();
    const Observation mine = *std::find_if(c.points.begin(), c.points.end(), [&](const Observation& o) {
        return o.year == gap.year && o.fiscal == gap.fiscal && o.month == gap.month;
    });
    Kpi without_baseline = c.kpi;  // a baseline of the level is none of the gap
    without_baseline.baseline.reset();
    Case judged{without_baseline, at_least_equal, gaps.points, false};
    Progress p = begun(judged, rule);
    judge_threshold(judged, p, judged.is_met(gap.value), "");
    p.latest = mine;
    p.reason = latest_words(mine) + "、比べる地域は" + figure(theirs, mine.unit) + "で、" +
               (p.status == Status::achieved ? "目標を満たしています。"
                : p.status == Status::accelerate ? "目標を満たしていませんが、差は縮まっています（注意）。"
                                                 : "目標を満たしておらず、差も縮まっていません（未達）。");
    return p;
}

}  // namespace atlas::model

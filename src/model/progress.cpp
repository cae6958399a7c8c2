#include "model/progress.h"

#include <algorithm>

#include "model/progress_case.h"

namespace atlas::model {

namespace {

const Series* series_at(const Kpi& kpi, const Kpis& all, size_t index) {
    if (index >= kpi.series.size()) return nullptr;
    for (const Series& s : all.series)
        if (s.id == kpi.series[index]) return &s;
    return nullptr;
}

std::string gap_sentence(const Kpi& kpi, Gap gap) {
    if (!kpi.baseline_note.empty()) return kpi.baseline_note;
    switch (gap) {
        case Gap::baseline_pending: return "基準値を定める調査の結果が、まだ公表されていません。";
        case Gap::no_actual: return "実績値がまだ公表されていません。";
        case Gap::too_little_data: return "判定に足りるだけの値がありません。";
        case Gap::qualitative: return "数値で測る目標ではありません。";
        case Gap::none: break;
    }
    return "";
}

/// The reason that the data give for an absent baseline, else `otherwise`.
Gap stated_gap(const Kpi& kpi, Gap otherwise) {
    for (const Gap gap : {Gap::baseline_pending, Gap::no_actual, Gap::too_little_data, Gap::qualitative})
        if (kpi.baseline_reason == gap_word(gap)) return gap;
    return otherwise;
}

const char* rule_of(TargetKind kind) {
    switch (kind) {
        case TargetKind::level:
        case TargetKind::at_least: return "level-by-year";
        case TargetKind::cumulative: return "cumulative";
        case TargetKind::each_year: return "each-year";
        case TargetKind::maintain: return "maintain";
        case TargetKind::direction: return "direction";
        case TargetKind::relative: return "relative";
        case TargetKind::multi: return "multi";
    }
    return "";
}

bool needs_value(TargetKind kind) {
    return kind == TargetKind::level || kind == TargetKind::at_least || kind == TargetKind::cumulative ||
           kind == TargetKind::each_year;
}

/// Figures of different units cannot be set against each other; the data check reports it, here it must not mislead.
bool units_agree(const Case& c) {
    const std::string& unit = c.latest().unit;
    const auto agrees = [&](const std::string& other) { return other.empty() || unit.empty() || other == unit; };
    return agrees(c.target.unit) && (!c.kpi.baseline || agrees(c.kpi.baseline->unit));
}

void add_missing(std::vector<Missing>& to, const std::vector<Missing>& more) {
    for (const Missing one : more)
        if (std::find(to.begin(), to.end(), one) == to.end()) to.push_back(one);
}

Progress judge_case(const Case& c, const Series* comparison) {
    const char* rule = rule_of(c.target.kind);
    const Gap stated = stated_gap(c.kpi, Gap::none);
    const auto gap_of = [&](Gap gap, Missing missing) {
        return not_judged(c, rule, gap, missing, gap_sentence(c.kpi, gap));
    };
    if (stated == Gap::qualitative) return gap_of(stated, Missing::target_value);
    if (c.points.empty())
        return gap_of(stated_gap(c.kpi, Gap::no_actual),
                      stated == Gap::baseline_pending ? Missing::baseline : Missing::actual);
    // The editors found figures, but none that counts what the target counts: showing them is fair, judging by them is not.
    if (!c.kpi.baseline && stated == Gap::too_little_data) return gap_of(stated, Missing::same_measure);
    if (needs_value(c.target.kind) && !c.target.value)
        return not_judged(c, rule, Gap::qualitative, Missing::target_value,
                          "目標が数値で示されていないため、判定できません。");
    if (c.target.kind != TargetKind::relative && !units_agree(c))
        return not_judged(c, rule, Gap::too_little_data, Missing::same_unit,
                          "目標・基準値・実績の単位が違うため、比べられません。");
    switch (c.target.kind) {
        case TargetKind::level:
        case TargetKind::at_least: return judge_level(c);
        case TargetKind::cumulative: return judge_cumulative(c);
        case TargetKind::each_year: return judge_each_year(c);
        case TargetKind::maintain: return judge_maintain(c);
        case TargetKind::direction: return judge_direction(c);
        case TargetKind::relative:
            if (!comparison) return gap_of(stated_gap(c.kpi, Gap::too_little_data), Missing::comparison);
            return judge_relative(c, comparison);
        case TargetKind::multi: break;
    }
    return not_judged(c, rule, Gap::too_little_data, Missing::conditions,
                      "条件ごとの目標値が分かれていないため、判定できません。");
}

Progress judge_target(const Kpi& kpi, const KpiTarget& target, const Series* series, const Series* comparison) {
    const Case c = make_case(kpi, target, series);
    Progress p = judge_case(c, comparison);
    if (p.status != Status::not_judged || p.gap == Gap::qualitative) return p;
    std::vector<Missing> missing = absent_inputs(c, comparison);
    add_missing(missing, p.missing);
    std::sort(missing.begin(), missing.end());  // Missing is declared in the order of a reader's questions
    p.missing = std::move(missing);
    return p;
}

/// The worst of the conditions, all of them told. One that cannot be judged keeps the whole from being judged.
Progress judge_conditions(const Kpi& kpi, const Kpis& all) {
    Progress worst;
    std::string reasons;
    std::vector<Missing> missing;
    for (size_t i = 0; i < kpi.target.conditions.size(); ++i) {
        // The baseline of a KPI is that of its main series; the others start from their own first points.
        Kpi one = kpi;
        if (i > 0) one.baseline.reset();
        const Progress p = judge_target(one, kpi.target.conditions[i], series_at(kpi, all, i), nullptr);
        reasons += "条件" + std::to_string(i + 1) + "（" + status_word(p.status) + "）：" + p.reason;
        add_missing(missing, p.missing);
        // Status is declared from best to worst, with not_judged behind all.
        if (i == 0 || p.status > worst.status) worst = p;
    }
    worst.rule = "multi";
    worst.reason = std::move(reasons);
    std::sort(missing.begin(), missing.end());
    worst.missing = std::move(missing);
    return worst;
}

/// What a reader must know about the figure itself stands behind every judgement that rests on it.
void add_reservations(const Kpi& kpi, Progress& p) {
    if (p.status == Status::not_judged) return;
    if (p.latest && p.latest->grade == 'C') p.reason += "最新の値は二次情報によります。";
    if (!kpi.caveat.empty()) p.reason += "（参考値による試算）";
}

}  // namespace

Progress judge(const Kpi& kpi, const Kpis& all) {
    const bool split = kpi.target.kind == TargetKind::multi && !kpi.target.conditions.empty();
    Progress p = split ? judge_conditions(kpi, all)
                       : judge_target(kpi, kpi.target, series_at(kpi, all, 0), series_at(kpi, all, 1));
    add_reservations(kpi, p);
    return p;
}

const char* status_word(Status status) {
    switch (status) {
        case Status::achieved: return "達成";
        case Status::on_course: return "順調";
        case Status::accelerate: return "加速が必要";
        case Status::behind: return "遅れ";
        case Status::reversing: return "後退";
        case Status::not_judged: return "判定不可";
    }
    return "";
}

const char* gap_word(Gap gap) {
    switch (gap) {
        case Gap::none: return "";
        case Gap::baseline_pending: return "基準値未設定";
        case Gap::no_actual: return "実績未確認";
        case Gap::too_little_data: return "データ不足";
        case Gap::qualitative: return "定性目標";
    }
    return "";
}

const char* missing_word(Missing missing) {
    switch (missing) {
        case Missing::target_value: return "目標値";
        case Missing::target_year: return "目標年";
        case Missing::later_target_year: return "基準より後の目標年";
        case Missing::conditions: return "条件ごとの目標値";
        case Missing::baseline: return "基準値と基準年";
        case Missing::period_start: return "数え始めの時期";
        case Missing::actual: return "実績値";
        case Missing::second_actual: return "二つ目の時点の実績値";
        case Missing::later_actual: return "基準より後の実績値";
        case Missing::actual_in_period: return "目標の期間の実績値";
        case Missing::same_measure: return "目標と同じ数え方の実績値";
        case Missing::same_unit: return "同じ単位の値";
        case Missing::comparison: return "比較する地域の系列";
        case Missing::comparison_at_date: return "比較する地域の同じ時点の値";
    }
    return "";
}

}  // namespace atlas::model

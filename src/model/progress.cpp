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

Progress judge_target(const Kpi& kpi, const KpiTarget& target, const Series* series, const Series* comparison) {
    const Case c = make_case(kpi, target, series);
    const char* rule = rule_of(target.kind);
    const auto gap_of = [&](Gap otherwise) {
        const Gap gap = stated_gap(kpi, otherwise);
        return not_judged(c, rule, gap, gap_sentence(kpi, gap));
    };
    if (stated_gap(kpi, Gap::none) == Gap::qualitative) return gap_of(Gap::qualitative);
    if (c.points.empty()) return gap_of(Gap::no_actual);
    // The editors found figures, but none that counts what the target counts: showing them is fair, judging by them is not.
    if (!kpi.baseline && stated_gap(kpi, Gap::none) == Gap::too_little_data) return gap_of(Gap::too_little_data);
    if (needs_value(target.kind) && !target.value)
        return not_judged(c, rule, Gap::qualitative, "目標が数値で示されていないため、判定できません。");
    if (target.kind != TargetKind::relative && !units_agree(c))
        return not_judged(c, rule, Gap::too_little_data, "目標・基準値・実績の単位が違うため、比べられません。");
    switch (target.kind) {
        case TargetKind::level:
        case TargetKind::at_least: return judge_level(c);
        case TargetKind::cumulative: return judge_cumulative(c);
        case TargetKind::each_year: return judge_each_year(c);
        case TargetKind::maintain: return judge_maintain(c);
        case TargetKind::direction: return judge_direction(c);
        case TargetKind::relative:
            if (!comparison) return gap_of(Gap::too_little_data);
            return judge_relative(c, comparison);
        case TargetKind::multi: break;
    }
    return not_judged(c, rule, Gap::too_little_data, "条件ごとの目標値が分かれていないため、判定できません。");
}

/// The worst of the conditions, all of them told. One that cannot be judged keeps the whole from being judged.
Progress judge_conditions(const Kpi& kpi, const Kpis& all) {
    Progress worst;
    std::string reasons;
    for (size_t i = 0; i < kpi.target.conditions.size(); ++i) {
        // The baseline of a KPI is that of its main series; the others start from their own first points.
        Kpi one = kpi;
        if (i > 0) one.baseline.reset();
        const Progress p = judge_target(one, kpi.target.conditions[i], series_at(kpi, all, i), nullptr);
        reasons += "条件" + std::to_string(i + 1) + "（" + status_word(p.status) + "）：" + p.reason;
        // Status is declared from best to worst, with not_judged behind all.
        if (i == 0 || p.status > worst.status) worst = p;
    }
    worst.rule = "multi";
    worst.reason = std::move(reasons);
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
        case Gap::no_actual: return "実績未公表";
        case Gap::too_little_data: return "データ不足";
        case Gap::qualitative: return "定性目標";
    }
    return "";
}

}  // namespace atlas::model

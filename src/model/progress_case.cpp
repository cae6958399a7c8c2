#include "model/progress_case.h"

#include "text/text.h"

namespace atlas::model {

namespace {

// Ratios of decimal figures miss their round values by a few units in the last place.
constexpr double tolerance = 1e-9;

}  // namespace

bool keeps_previous(const KpiTarget& target) { return target.text.find("前年") != std::string::npos; }

bool Case::is_met(double value) const { return target.value && gain(*target.value, value) >= -tolerance; }

std::optional<Start> Case::start() const {
    if (kpi.baseline) {
        const KpiBaseline& b = *kpi.baseline;
        return Start{b, time_of(b.year, b.fiscal, 0), true};
    }
    const Observation& first = points.front();
    const double time = time_of(first.year, first.fiscal, first.month);
    if (time >= latest_time()) return {};
    return Start{{first.value, first.unit, first.year, first.fiscal, {}}, time, false};
}

bool Case::is_latest_after_baseline() const {
    return kpi.baseline && latest_time() >= end_of(kpi.baseline->year, kpi.baseline->fiscal, 0) - tolerance;
}

Case make_case(const Kpi& kpi, const KpiTarget& target, const Series* series) {
    Case c{kpi, target, {}, false};
    if (!series) return c;
    for (const Observation& o : series->points) {
        if (o.kind == "projection") continue;
        if (o.break_before) {
            c.points.clear();
            if (kpi.baseline &&
                time_of(o.year, o.fiscal, o.month) > time_of(kpi.baseline->year, kpi.baseline->fiscal, 0))
                c.break_after_baseline = true;
        }
        c.points.push_back(o);
    }
    return c;
}

std::string figure(double value, const std::string& unit) {
    return text::number(value, text::decimals_of(value)) + unit;
}

std::string period(int year, bool fiscal, int month) {
    if (month > 0) return text::year(year) + std::to_string(month) + "月時点";
    return text::year(year, fiscal);
}

std::string latest_words(const Observation& o) {
    const char* kind = o.kind == "preliminary" ? "速報値" : o.kind == "estimate" ? "推計値" : "実績";
    return period(o.year, o.fiscal, o.month) + "の" + kind + "は" + figure(o.value, o.unit);
}

std::string target_words(const KpiTarget& t) {
    std::string words = "目標の" + (t.value ? figure(*t.value, t.unit) : t.text);
    if (t.year > 0) words += "（" + text::year(t.year, t.fiscal) + "）";
    return words;
}

std::string start_words(const Start& start) {
    const KpiBaseline& b = start.record;
    return (start.stated ? "基準の" : "最初の値の") + figure(b.value, b.unit) + "（" + text::year(b.year, b.fiscal) +
           "）";
}

std::vector<Missing> absent_inputs(const Case& c, const Series* comparison) {
    const KpiTarget& t = c.target;
    const bool cumulative = t.kind == TargetKind::cumulative;
    const bool paced = t.kind == TargetKind::level || t.kind == TargetKind::at_least || cumulative;
    const bool has_start = c.kpi.baseline || (!cumulative && !c.points.empty() && c.start());
    std::vector<Missing> out;
    if ((paced || t.kind == TargetKind::each_year) && !t.value) out.push_back(Missing::target_value);
    if (paced && t.year == 0) out.push_back(Missing::target_year);
    if (t.kind == TargetKind::multi && t.conditions.empty()) out.push_back(Missing::conditions);
    if (cumulative && t.period_start == 0 && !has_start) out.push_back(Missing::period_start);
    if (paced && !cumulative && !has_start) out.push_back(Missing::baseline);
    if (t.kind == TargetKind::maintain && !t.value && !keeps_previous(t) && !has_start)
        out.push_back(Missing::baseline);
    if (c.points.empty()) out.push_back(Missing::actual);
    if (t.kind == TargetKind::relative && !comparison) out.push_back(Missing::comparison);
    return out;
}

Progress not_judged(const Case& c, const char* rule, Gap gap, Missing missing, std::string reason) {
    Progress p;
    p.gap = gap;
    p.rule = rule;
    p.reason = std::move(reason);
    p.missing = {missing};
    if (!c.points.empty()) p.latest = c.latest();
    if (c.kpi.baseline) p.start = c.kpi.baseline, p.start_kind = StartKind::stated;
    return p;
}

}  // namespace atlas::model

// Units of what is set against each other: a condition and its series, a region and the region it is compared with.
#include "model/lookup.h"
#include "tool/checks.h"

namespace atlas::tool {

namespace {

const model::Series* series_at(const SourceSet& s, const model::Kpi& kpi, size_t index) {
    return index < kpi.series.size() ? model::find_series(s.kpi_set, kpi.series[index]) : nullptr;
}

bool differ(const std::string& a, const std::string& b) { return !a.empty() && !b.empty() && a != b; }

bundle::Words mismatch(const std::string& unit, const model::Series& series) {
    return {"単位" + bundle::quoted(unit) + "が、系列" + bundle::quoted(series.id) + "の単位" +
                bundle::quoted(series.unit) + "と違います",
            "どちらかの単位に値をそろえてください（違うままでは進み具合を判定できません）",
            "the unit " + bundle::quoted(unit) + " differs from " + bundle::quoted(series.unit) + " of the series " +
                bundle::quoted(series.id),
            "convert the values to one unit (progress cannot be judged otherwise)"};
}

}  // namespace

Problems check_units(const SourceSet& s) {
    JsonReport report("kpis.json", s.kpis);
    for (size_t i = 0; i < s.kpi_set.kpis.size(); ++i) {
        const model::Kpi& kpi = s.kpi_set.kpis[i];
        const std::string at = "/kpis/" + std::to_string(i);
        for (size_t c = 0; c < kpi.target.conditions.size(); ++c) {
            const std::string& unit = kpi.target.conditions[c].unit;
            const model::Series* series = series_at(s, kpi, c);
            if (series && differ(unit, series->unit))
                report.error(at + "/target/conditions/" + std::to_string(c) + "/unit", mismatch(unit, *series));
        }
        const model::Series *ours = series_at(s, kpi, 0), *theirs = series_at(s, kpi, 1);
        if (kpi.target.kind == model::TargetKind::relative && ours && theirs && differ(ours->unit, theirs->unit))
            report.error(at + "/series/1", mismatch(ours->unit, *theirs));
    }
    return report.problems();
}

}  // namespace atlas::tool

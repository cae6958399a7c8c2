// Years that cannot be: behind the edition, not behind their baseline, a month of a fiscal year. Whether a figure is a year at all
// (1868 … 2100) and a month a month is the decoders' affair.
#include <cstdlib>

#include "core/strings.h"
#include "model/period.h"
#include "tool/checks.h"

namespace atlas::tool {

namespace {

struct When {
    int year = 0;
    bool fiscal = false;
    int month = 0;
};

std::string spelled(const When& t) {
    const std::string year = std::to_string(t.year);
    if (t.month > 0) return year + "年" + std::to_string(t.month) + "月";
    return year + (t.fiscal ? "年度" : "年");
}

std::string spelled_en(const When& t) {
    const std::string year = std::to_string(t.year);
    if (t.month > 0) return year + (t.month < 10 ? "-0" : "-") + std::to_string(t.month);
    return (t.fiscal ? "fiscal year " : "") + year;
}

/// The month of the edition is the last of which anything can be known.
class Today {
public:
    explicit Today(const std::string& edition) {
        if (edition.size() == 10 && is_iso_date(edition))
            end_ = model::end_of(std::atoi(edition.c_str()), false, std::atoi(edition.c_str() + 5));
    }
    /// Has the period not even begun? A running year or fiscal year is not to come. Never true when the edition's date is unknown.
    bool is_to_come(const When& t) const { return end_ && model::begin_of(t.year, t.fiscal, t.month) >= *end_; }

private:
    std::optional<double> end_;
};

void check_observation(const bundle::Table& table, size_t index, const Today& today, bundle::Report& report) {
    // The decoder has reported what cannot be read; this second reading only needs the line of each value.
    bundle::Report ignored("");
    bundle::RowReader row(table, index, ignored);
    const When when{row.integer("year", 1, 9999), row.integer("fiscal", 0, 1) == 1,
                    row.integer("month", 1, 12, bundle::Need::optional)};
    if (ignored.has_errors()) return;
    const std::string series = row.text("series");
    if (when.fiscal && when.month > 0)
        report.error(row.at(), {"年度の値に月 " + std::to_string(when.month) + " が付いています",
                                "月の値なら fiscal を 0 にし、年度の値なら month を空にしてください",
                                "a fiscal year's value has the month " + std::to_string(when.month),
                                "write fiscal 0 for a month's value, or leave month empty"});
    if (row.text("kind") != "projection" && today.is_to_come(when))
        report.error(row.at(), {"系列" + bundle::quoted(series) + "に未来の実績 " + spelled(when) + " があります",
                                "年を確かめ、推計なら kind を projection にしてください",
                                "the series " + bundle::quoted(series) + " has an actual value of " + spelled_en(when) +
                                    ", which is still to come",
                                "check the year, or write projection as its kind"});
}

Problems check_observations(const SourceSet& s, const Today& today) {
    bundle::Report report("observations.csv");
    if (s.observations)
        for (size_t i = 0; i < s.observations->rows.size(); ++i) check_observation(*s.observations, i, today, report);
    return report.problems();
}

void check_target(const model::KpiTarget& target, const model::KpiBaseline& baseline, const std::string& at,
                  JsonReport& report) {
    const When from{baseline.year, baseline.fiscal}, to{target.year, target.fiscal};
    if (from.year == 0 || to.year == 0) return;
    if (model::time_of(to.year, to.fiscal, 0) > model::time_of(from.year, from.fiscal, 0)) return;
    report.error(at + "/year", {"目標年 " + spelled(to) + " が、基準年 " + spelled(from) + " より後ではありません",
                                "目標年と基準年（baseline の year）を確かめてください",
                                "the target's " + spelled_en(to) + " is not after the baseline's " + spelled_en(from),
                                "check the target's year and the baseline's"});
}

Problems check_kpis(const SourceSet& s, const Today& today) {
    JsonReport report("kpis.json", s.kpis);
    for (size_t i = 0; i < s.kpi_set.kpis.size(); ++i) {
        const model::Kpi& kpi = s.kpi_set.kpis[i];
        if (!kpi.baseline) continue;
        const std::string at = "/kpis/" + std::to_string(i);
        const When when{kpi.baseline->year, kpi.baseline->fiscal};
        if (today.is_to_come(when))
            report.error(at + "/baseline/year",
                         {"基準年 " + spelled(when) + " はまだ来ていません", "年を確かめてください",
                          "the baseline of " + spelled_en(when) + " is still to come", "check the year"});
        check_target(kpi.target, *kpi.baseline, at + "/target", report);
        for (size_t c = 0; c < kpi.target.conditions.size(); ++c)
            check_target(kpi.target.conditions[c], *kpi.baseline, at + "/target/conditions/" + std::to_string(c),
                         report);
    }
    return report.problems();
}

}  // namespace

Problems check_years(const SourceSet& s) {
    const Today today(s.policy.edition.edition);
    return joined(check_observations(s, today), check_kpis(s, today));
}

}  // namespace atlas::tool

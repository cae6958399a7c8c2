// sosei-bundle stats, and the counts that the other commands print.
#include <ostream>

#include "bundle/decode.h"
#include "model/lookup.h"
#include "tool/commands.h"
#include "tool/counts.h"

namespace atlas::tool {

std::vector<Count> counts_of(const SourceSet& s) {
    size_t measures = 0, targets = 0, points = 0, values = 0;
    for (const model::Pillar& pillar : s.policy.pillars) {
        measures += pillar.measures.size();
        for (const model::Measure& measure : pillar.measures) targets += measure.targets.size();
    }
    for (const model::Series& series : s.kpi_set.series) points += series.points.size();
    for (const model::Indicator& indicator : s.indicator_set.indicators)
        for (const auto& year : indicator.values) values += model::present(year).size();
    return {{"柱", "pillars", s.policy.pillars.size()},
            {"施策", "measures", measures},
            {"施策の数値目標", "measure targets", targets},
            {"目指す姿", "vision areas", s.policy.vision.areas.size()},
            {"基本姿勢", "stances", s.policy.vision.stances.size()},
            {"好事例", "stories", s.story_set.stories.size()},
            {"KPI", "KPIs", s.kpi_set.kpis.size()},
            {"系列", "series", s.kpi_set.series.size()},
            {"観測値", "observations", points},
            {"指標", "indicators", s.indicator_set.indicators.size()},
            {"指標の値", "indicator values", values},
            {"都道府県", "prefectures", s.places.prefectures.size()},
            {"市区町村", "municipalities", s.places.municipalities.size()},
            {"出典", "sources", s.policy.sources.size()}};
}

int stats(const Options& o, std::ostream& out) {
    const SourceSet sources = read_sources(o.plain[0]);
    for (const Count& count : counts_of(sources))
        out << (o.english ? count.name_en : count.name) << '\t' << count.count << '\n';
    const model::StatusCounts statuses = model::count_statuses(sources.kpi_set);
    for (const model::Status status : {model::Status::achieved, model::Status::on_course, model::Status::accelerate,
                                       model::Status::behind, model::Status::reversing, model::Status::not_judged})
        out << "KPI " << model::status_word(status) << '\t' << statuses.of(status) << '\n';
    for (const model::Gap gap :
         {model::Gap::baseline_pending, model::Gap::no_actual, model::Gap::too_little_data, model::Gap::qualitative})
        out << "KPI " << model::status_word(model::Status::not_judged) << "：" << model::gap_word(gap) << '\t'
            << statuses.of(gap) << '\n';
    return bundle::has_errors(sources.problems) ? conclude_faulty(sources.problems, o.english, out) : 0;
}

}  // namespace atlas::tool

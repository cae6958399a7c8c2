// sosei-bundle stats, and the counts that the other commands print.
#include <ostream>

#include "bundle/decode.h"
#include "model/lookup.h"
#include "tool/commands.h"
#include "tool/counts.h"

namespace atlas::tool {

namespace {

struct LogicCounts {
    size_t outcomes = 0, outputs = 0, groups = 0, measures = 0, reprints = 0, programmes = 0, other_measures = 0;

    void add(const model::LogicOutput& output) {
        groups += output.groups.size();
        for (const model::LogicGroup& group : output.groups)
            for (const model::LogicMeasure& measure : group.measures) {
                ++(measure.reprint_of.empty() ? measures : reprints);
                programmes += measure.programmes.size();
            }
    }
};

LogicCounts count_logic(const model::LogicModel& logic) {
    LogicCounts c;
    for (const model::LogicImpact& impact : logic.impacts)
        for (const model::LogicOutcome& outcome : impact.outcomes) {
            ++c.outcomes;
            c.outputs += outcome.outputs.size();
            c.other_measures += outcome.other_measures.size();
            for (const model::LogicOutput& output : outcome.outputs) c.add(output);
        }
    c.add(logic.state_role);
    return c;
}

struct RoadmapCounts {
    size_t incomplete = 0, rows = 0, lost_rows = 0, bars = 0, undated = 0;
};

RoadmapCounts count_roadmap(const model::Roadmap& roadmap) {
    RoadmapCounts c;
    for (const model::RoadmapTable& table : roadmap.tables) {
        c.incomplete += table.state != "complete";
        c.rows += table.rows.size();
        for (const model::RoadmapRow& row : table.rows) {
            c.lost_rows += row.lost;
            c.bars += row.bars.size();
            for (const model::RoadmapBar& bar : row.bars) c.undated += bar.dating == model::Dating::undated;
        }
    }
    return c;
}

}  // namespace

std::vector<Count> counts_of(const SourceSet& s) {
    size_t measures = 0, targets = 0, points = 0, values = 0;
    for (const model::Pillar& pillar : s.policy.pillars) {
        measures += pillar.measures.size();
        for (const model::Measure& measure : pillar.measures) targets += measure.targets.size();
    }
    for (const model::Series& series : s.kpi_set.series) points += series.points.size();
    for (const model::Indicator& indicator : s.indicator_set.indicators)
        for (const auto& year : indicator.values) values += model::present(year).size();
    const LogicCounts logic = count_logic(s.logic_model);
    const RoadmapCounts roadmap = count_roadmap(s.roadmap_set);
    const model::Framework& f = s.background.framework;
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
            {"出典", "sources", s.policy.sources.size()},
            {"インパクト", "impacts", s.logic_model.impacts.size()},
            {"アウトカム", "outcomes", logic.outcomes},
            {"アウトプット", "outputs", logic.outputs},
            {"施策の組", "groups of measures", logic.groups},
            {"主な施策", "measures of the logic model", logic.measures},
            {"再掲", "reprints", logic.reprints},
            {"主な事業", "programmes", logic.programmes},
            {"その他の施策", "other measures", logic.other_measures},
            {"工程表", "roadmap tables", s.roadmap_set.tables.size()},
            {"工程表（欠け）", "roadmap tables incomplete in our copy", roadmap.incomplete},
            {"工程表の行", "roadmap rows", roadmap.rows},
            {"工程表の行（欠け）", "roadmap rows lost", roadmap.lost_rows},
            {"予定", "roadmap bars", roadmap.bars},
            {"予定（時期が読み取れない）", "roadmap bars undated", roadmap.undated},
            {"動向", "trends", s.trend_set.trends.size()},
            {"前の戦略のKPI", "KPIs of the previous strategy", s.background.previous.size()},
            {"できごと", "events", f.history.size()},
            {"5本柱の一覧", "lists of five pillars", f.pillar_lists.size()},
            {"役割", "roles", f.roles.size()},
            {"アンケート", "surveys", f.surveys.size()},
            {"支援の数値", "support figures", f.support.size()}};
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

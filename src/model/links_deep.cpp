// References from and to the logic model, the 工程表, the policy's background and the national trends.
#include <map>
#include <set>

#include "model/links_checker.h"

namespace atlas::model {

namespace {

struct DeepIds {
    LinkTarget outputs{"アウトプット", "output", "logic-model.json", false, {}};
    LinkTarget measures{"主な施策", "measure of the logic model", "logic-model.json", false, {}};
    LinkTarget programmes{"主な事業", "programme", "logic-model.json", false, {}};
    LinkTarget events{"できごと", "event", "framework.json", false, {}};
};

/// Calls `visit(output, pointer)` for every output and for the state's role.
template <class Visit>
void each_output(const LogicModel& logic, Visit visit) {
    for (size_t i = 0; i < logic.impacts.size(); ++i)
        for (size_t o = 0; o < logic.impacts[i].outcomes.size(); ++o) {
            const std::string at = item(item("/impacts", i) + "/outcomes", o) + "/outputs";
            const auto& outputs = logic.impacts[i].outcomes[o].outputs;
            for (size_t k = 0; k < outputs.size(); ++k) visit(outputs[k], item(at, k));
        }
    visit(logic.state_role, std::string("/state_role"));
}

DeepIds collect(const DeepRecords& r) {
    DeepIds ids;
    ids.outputs.known = ids.measures.known = ids.programmes.known = r.logic != nullptr;
    ids.events.known = r.background != nullptr;
    if (r.background)
        for (const Event& event : r.background->framework.history) ids.events.ids.push_back(event.id);
    if (!r.logic) return ids;
    each_output(*r.logic, [&](const LogicOutput& output, const std::string&) {
        ids.outputs.ids.push_back(output.id);
        for (const LogicGroup& group : output.groups) {
            // 国の役割 has its 工程表 by group.
            if (&output == &r.logic->state_role) ids.outputs.ids.push_back(group.id);
            for (const LogicMeasure& measure : group.measures) {
                if (measure.reprint_of.empty()) ids.measures.ids.push_back(measure.id);
                for (const Programme& programme : measure.programmes) ids.programmes.ids.push_back(programme.id);
            }
        }
    });
    return ids;
}

/// Where each KPI stands in the logic model; told when it is none, several, or one of another level.
class KpiPlaces {
public:
    KpiPlaces(const Kpis& kpis, LinkChecker& check) : kpis_(kpis), check_(check) {}

    void at(const std::vector<std::string>& ids, const char* level, const std::string& pointer) {
        for (size_t i = 0; i < ids.size(); ++i) {
            const std::string here = item(pointer + "/kpis", i);
            const Kpi* kpi = nullptr;
            for (const Kpi& k : kpis_.kpis)
                if (k.id == ids[i]) kpi = &k;
            if (!kpi) continue;  // dangling: told elsewhere
            if (kpi->level != level)
                check_.report().error(here, {"KPI" + bundle::quoted(kpi->id) + " の level は " +
                                                 bundle::quoted(kpi->level) + " です（ここは「" + level + "」）",
                                             "kpis.json の level か、置き場所を直してください",
                                             "the level of the KPI " + bundle::quoted(kpi->id) + " is " +
                                                 bundle::quoted(kpi->level) + ", here stand those of \"" + level + "\"",
                                             "correct its level in kpis.json, or its place"});
            const auto [first, is_new] = place_.emplace(kpi->id, here);
            if (!is_new)
                check_.report().error(here,
                                      {"KPI" + bundle::quoted(kpi->id) + " は " + first->second + " にもあります",
                                       "どちらか一方を消してください",
                                       "the KPI " + bundle::quoted(kpi->id) + " stands at " + first->second + " too",
                                       "delete one of the two"});
        }
    }
    void tell_missing() {
        for (const Kpi& kpi : kpis_.kpis)
            if (!place_.count(kpi.id))
                check_.report().error("", {"KPI" + bundle::quoted(kpi.id) + " がロジックモデルのどこにもありません",
                                           "属するインパクト・アウトカム・アウトプットの kpis に足してください",
                                           "the KPI " + bundle::quoted(kpi.id) + " has no place in the logic model",
                                           "add it to the kpis of its impact, outcome or output"});
    }

private:
    const Kpis& kpis_;
    LinkChecker& check_;
    std::map<std::string, std::string> place_;
};

void check_measures(const LogicOutput& output, const std::string& at, const KnownIds& known, const DeepIds& ids,
                    LinkChecker& check) {
    check.one(output.source.doc, known.sources, at + "/source/doc");
    check.all(output.kpis, known.kpis, at + "/kpis");
    for (size_t g = 0; g < output.groups.size(); ++g) {
        const std::string group_at = item(at + "/groups", g);
        check.all(output.groups[g].kpis, known.kpis, group_at + "/kpis");
        for (size_t m = 0; m < output.groups[g].measures.size(); ++m) {
            const LogicMeasure& measure = output.groups[g].measures[m];
            const std::string here = item(group_at + "/measures", m);
            check.all(measure.pillar_measures, known.measures, here + "/pillar_measures");
            check.one(measure.reprint_of, ids.measures, here + "/reprint_of");
        }
    }
}

void check_logic(const DeepRecords& r, const KnownIds& known, const DeepIds& ids, LinkChecker& check) {
    for (size_t i = 0; i < r.logic->impacts.size(); ++i) {
        const LogicImpact& impact = r.logic->impacts[i];
        const std::string at = item("/impacts", i);
        check.all(impact.kpis, known.kpis, at + "/kpis");
        check.one(impact.source.doc, known.sources, at + "/source/doc");
        for (size_t o = 0; o < impact.outcomes.size(); ++o) {
            const std::string here = item(at + "/outcomes", o);
            check.all(impact.outcomes[o].kpis, known.kpis, here + "/kpis");
            check.one(impact.outcomes[o].source.doc, known.sources, here + "/source/doc");
        }
    }
    each_output(*r.logic, [&](const LogicOutput& output, const std::string& at) {
        check_measures(output, at, known, ids, check);
    });
    if (!r.kpis) return;
    KpiPlaces places(*r.kpis, check);
    for (size_t i = 0; i < r.logic->impacts.size(); ++i) {
        const std::string at = item("/impacts", i);
        places.at(r.logic->impacts[i].kpis, "impact", at);
        for (size_t o = 0; o < r.logic->impacts[i].outcomes.size(); ++o)
            places.at(r.logic->impacts[i].outcomes[o].kpis, "outcome", item(at + "/outcomes", o));
    }
    each_output(*r.logic, [&](const LogicOutput& output, const std::string& at) {
        const char* level = &output == &r.logic->state_role ? "state-role" : "output";
        places.at(output.kpis, level, at);
        for (size_t g = 0; g < output.groups.size(); ++g)
            places.at(output.groups[g].kpis, level, item(at + "/groups", g));
    });
    places.tell_missing();
}

void check_roadmap(const Roadmap& roadmap, const KnownIds& known, const DeepIds& ids, LinkChecker& check) {
    for (size_t t = 0; t < roadmap.tables.size(); ++t) {
        const RoadmapTable& table = roadmap.tables[t];
        const std::string at = item("/tables", t);
        check.one(table.output, ids.outputs, at + "/output");
        check.one(table.source.doc, known.sources, at + "/source/doc");
        for (size_t r = 0; r < table.rows.size(); ++r)
            check.all(table.rows[r].programmes, ids.programmes, item(at + "/rows", r) + "/programmes");
    }
}

template <class Records>
void check_sources(const Records& records, const char* list, const KnownIds& known, LinkChecker& check) {
    for (size_t i = 0; i < records.size(); ++i)
        check.one(records[i].source.doc, known.sources, item(std::string("/") + list, i) + "/source/doc");
}

void check_framework(const Framework& f, const KnownIds& known, LinkChecker& check) {
    check_sources(f.context, "context", known, check);
    check_sources(f.roles, "roles", known, check);
    check_sources(f.next_steps, "next_steps", known, check);
    check_sources(f.pillar_lists, "pillar_lists", known, check);
    check_sources(f.clusters, "clusters", known, check);
    check_sources(f.combination_examples, "combination/examples", known, check);
    check_sources(f.support, "support", known, check);
    check_sources(f.surveys, "surveys", known, check);
    check.one(f.combination_source.doc, known.sources, "/combination/source/doc");
    for (size_t i = 0; i < f.history.size(); ++i)
        for (size_t s = 0; s < f.history[i].sources.size(); ++s)
            check.one(f.history[i].sources[s].doc, known.sources, item(item("/history", i) + "/sources", s) + "/doc");
    for (size_t i = 0; i < f.pillar_lists.size(); ++i)
        for (size_t k = 0; k < f.pillar_lists[i].items.size(); ++k)
            check.one(f.pillar_lists[i].items[k].pillar, known.pillars,
                      item(item("/pillar_lists", i) + "/items", k) + "/pillar");
}

void check_previous(const std::vector<PreviousKpi>& previous, const KnownIds& known, LinkChecker& check) {
    for (size_t i = 0; i < previous.size(); ++i) {
        check.all(previous[i].successors, known.kpis, item("/previous", i) + "/successors");
        check.one(previous[i].source.doc, known.sources, item("/previous", i) + "/source");
    }
}

void check_trends(const DeepRecords& r, const KnownIds& known, const DeepIds& ids, LinkChecker& check) {
    LinkTarget series = known.series;
    for (const Series& s : r.trends->series) series.ids.push_back(s.id);
    std::map<std::string, size_t> trend_of;
    for (size_t t = 0; t < r.trends->trends.size(); ++t) {
        const Trend& trend = r.trends->trends[t];
        const std::string at = item("/trends", t);
        check.one(trend.source, known.sources, at + "/source");
        check.all(trend.events, ids.events, at + "/events");
        for (size_t s = 0; s < trend.series.size(); ++s) {
            check.one(trend.series[s].id, series, item(at + "/series", s) + "/id");
            ++trend_of[trend.series[s].id];
        }
    }
    for (const Series& s : r.trends->series)
        if (const size_t count = trend_of[s.id]; count != 1)
            check.report().error(
                "",
                {"KPI を持たない系列" + bundle::quoted(s.id) + " が " + std::to_string(count) + " 個の動向にあります",
                 "trends.json のちょうど一つの動向に入れてください",
                 "the series " + bundle::quoted(s.id) + " of no KPI stands in " + std::to_string(count) + " trends",
                 "put it into exactly one trend of trends.json"});
}

void check_indicators(const Indicators& indicators, const KnownIds& known, LinkChecker& check) {
    for (size_t i = 0; i < indicators.indicators.size(); ++i) {
        check.all(indicators.indicators[i].sources, known.sources, item("/indicators", i) + "/sources");
    }
}

}  // namespace

Problems check_deep_links(const DeepRecords& r) {
    const KnownIds known = known_ids(r.policy, r.kpis, nullptr);
    const DeepIds ids = collect(r);
    LinkChecker logic("logic"), roadmap("roadmap"), background("background"), trends("trends"),
        indicators("indicators");
    if (r.logic) check_logic(r, known, ids, logic);
    if (r.roadmap) check_roadmap(*r.roadmap, known, ids, roadmap);
    if (r.background) check_framework(r.background->framework, known, background);
    if (r.background) check_previous(r.background->previous, known, background);
    if (r.trends) check_trends(r, known, ids, trends);
    if (r.indicators) check_indicators(*r.indicators, known, indicators);
    Problems problems;
    for (LinkChecker* check : {&logic, &roadmap, &background, &trends, &indicators})
        problems.insert(problems.end(), check->report().problems().begin(), check->report().problems().end());
    return problems;
}

}  // namespace atlas::model

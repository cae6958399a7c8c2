#include "model/logic_lookup.h"

namespace atlas::model {
namespace {

/// Looks for `id` in the output and below; completes `place` when it is there.
bool find_below(const LogicOutput& output, std::string_view id, LogicPlace& place) {
    place.output = &output;
    if (output.id == id) return place.level = 2, true;
    for (const LogicGroup& group : output.groups) {
        place.group = &group;
        if (group.id == id) return place.level = 3, true;
        for (const LogicMeasure& measure : group.measures) {
            place.measure = &measure;
            if (measure.id == id) return place.level = 4, true;
            for (const Programme& programme : measure.programmes) {
                place.programme = &programme;
                if (programme.id == id) return place.level = 5, true;
            }
            place.programme = nullptr;
        }
        place.measure = nullptr;
    }
    place.group = nullptr, place.output = nullptr;
    return false;
}

}  // namespace

LogicPlace find_place(const LogicModel& logic, std::string_view id) {
    if (id.empty()) return {};
    LogicPlace place;
    for (const LogicImpact& impact : logic.impacts) {
        place = {};
        place.impact = &impact;
        if (impact.id == id) return place.level = 0, place;
        for (const LogicOutcome& outcome : impact.outcomes) {
            place.outcome = &outcome;
            if (outcome.id == id) return place.level = 1, place;
            for (const LogicOutput& output : outcome.outputs)
                if (find_below(output, id, place)) return place;
        }
    }
    place = {};
    if (find_below(logic.state_role, id, place)) return place;
    return {};
}

std::vector<const LogicOutput*> outputs_of(const LogicModel& logic) {
    std::vector<const LogicOutput*> outputs;
    for (const LogicImpact& impact : logic.impacts)
        for (const LogicOutcome& outcome : impact.outcomes)
            for (const LogicOutput& output : outcome.outputs) outputs.push_back(&output);
    if (!logic.state_role.id.empty()) outputs.push_back(&logic.state_role);
    return outputs;
}

std::vector<std::string> kpis_of(const LogicOutput& output) {
    std::vector<std::string> kpis = output.kpis;
    for (const LogicGroup& group : output.groups) kpis.insert(kpis.end(), group.kpis.begin(), group.kpis.end());
    return kpis;
}

std::vector<std::string> kpis_below(const LogicModel& logic, std::string_view id) {
    const LogicPlace place = find_place(logic, id);
    if (place.level == 3) return place.group->kpis;
    if (place.level == 2) return kpis_of(*place.output);
    if (place.level != 0 && place.level != 1) return {};
    std::vector<std::string> below;
    const auto add = [&below](const std::vector<std::string>& kpis) {
        below.insert(below.end(), kpis.begin(), kpis.end());
    };
    if (place.level == 0) add(place.impact->kpis);
    for (const LogicOutcome& outcome : place.impact->outcomes) {
        if (place.level == 1 && &outcome != place.outcome) continue;
        add(outcome.kpis);
        for (const LogicOutput& output : outcome.outputs) add(kpis_of(output));
    }
    return below;
}

std::vector<const RoadmapTable*> tables_of(const Roadmap& roadmap, const LogicModel& logic, std::string_view id) {
    std::vector<const RoadmapTable*> tables;
    for (const RoadmapTable& table : roadmap.tables) {
        const LogicPlace place = find_place(logic, table.output);
        const bool belongs = id.empty() || table.output == id || (place.output && place.output->id == id) ||
                             (place.outcome && place.outcome->id == id) || (place.impact && place.impact->id == id);
        if (belongs) tables.push_back(&table);
    }
    return tables;
}

RoadmapCounts count_roadmap(const std::vector<const RoadmapTable*>& tables) {
    RoadmapCounts counts;
    for (const RoadmapTable* table : tables) {
        ++counts.tables;
        ++(table->state == "lost" ? counts.lost : table->state == "partial" ? counts.partial : counts.complete);
        for (const RoadmapRow& row : table->rows) {
            ++counts.rows, counts.lost_rows += row.lost;
            for (const RoadmapBar& bar : row.bars) {
                ++counts.bars;
                ++(bar.dating == Dating::stated   ? counts.stated
                   : bar.dating == Dating::column ? counts.column
                                                  : counts.undated);
                counts.open += bar.open_end && bar.dating != Dating::undated;
            }
        }
    }
    return counts;
}

}  // namespace atlas::model

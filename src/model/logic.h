// The 総合戦略's logic model (impact → outcome → output → group → measure → programme), its 工程表 and what frames the policy,
// as immutable plain records. Field names follow data/logic-model.json, data/roadmap.json and data/framework.json.
#pragma once
#include <string>
#include <vector>

#include "model/records.h"

namespace atlas::model {

struct Programme {  ///< 主な事業
    std::string id, name;
};
struct LogicMeasure {
    std::string id, number, heading, title, summary;
    std::vector<Programme> programmes;
    std::vector<std::string> pillar_measures;  ///< the same subject in the 基本構想; our link, not the source's
    std::string reprint_of;  ///< 再掲: the measure that is printed again here; then all else is empty
};
struct LogicGroup {
    std::string id, number, name, summary;
    std::vector<std::string> kpis;
    std::vector<LogicMeasure> measures;
};
struct LogicOutput {
    std::string id;  ///< "a" … "r", or "state" for 国の役割
    std::string name, name_en, summary;
    std::vector<std::string> kpis;
    std::vector<LogicGroup> groups;
    SourceRef source;  ///< of its groups, measures and programmes as well
};
struct OtherMeasure {  ///< 第6節: outside the 工程表, by outcome
    std::string id, number, title;
};
struct LogicOutcome {
    std::string id;  ///< "A" … "E"
    std::string name, name_en, summary;
    std::vector<std::string> kpis;
    std::vector<LogicOutput> outputs;
    std::vector<OtherMeasure> other_measures;
    SourceRef source;
};
struct LogicImpact {
    std::string id, number, name, name_en, statement, summary;
    std::vector<std::string> kpis;
    std::vector<LogicOutcome> outcomes;
    SourceRef source;
};
struct LogicModel {
    std::string structure, review;  ///< how to read it, how it is reviewed: our words
    std::vector<LogicImpact> impacts;
    LogicOutput state_role;
};

/// A date as far as a 工程表 states it: a month, a calendar year or a fiscal year. Year 0 = not stated.
struct RoadmapDate {
    int year = 0, month = 0;  ///< month 0 = the whole year
    bool fiscal = false;
};
enum class Dating { stated, column, undated };
struct RoadmapBar {
    std::string text;
    RoadmapDate start, end;
    bool open_end = false;  ///< the source prints ～ without an end
    Dating dating =
        Dating::undated;  ///< where the dates come from: the bar's own words, its column in the table, or nowhere
};
struct RoadmapRow {
    std::string id, name;
    std::vector<std::string> programmes;
    bool lost = false;  ///< its bars cannot be read in our copy of the document
    std::vector<RoadmapBar> bars;
};
struct RoadmapTable {
    std::string id, output, heading;
    std::string state;  ///< complete | partial | lost
    std::string note;   ///< for readers, what is missing
    std::vector<RoadmapRow> rows;
    SourceRef source;
};
struct Roadmap {
    std::vector<RoadmapTable> tables;
};

/// The dates of `table`'s bars as months on one axis: 12 × year + month − 1, a year beginning in January or, fiscal, in April.
int first_month(const RoadmapDate& date);
int last_month(const RoadmapDate& date);

}  // namespace atlas::model

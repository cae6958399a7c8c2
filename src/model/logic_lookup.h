// Where things stand in the logic model and in the 工程表.
#pragma once
#include <string_view>

#include "model/logic.h"

namespace atlas::model {

/// An item of the logic model with everything above it; what is not on its path is null.
struct LogicPlace {
    int level = -1;  ///< 0 impact … 5 programme, as chart::LogicItem::level; −1: there is no such item
    const LogicImpact* impact = nullptr;
    const LogicOutcome* outcome = nullptr;
    const LogicOutput* output = nullptr;  ///< the state's role has neither impact nor outcome
    const LogicGroup* group = nullptr;
    const LogicMeasure* measure = nullptr;
    const Programme* programme = nullptr;
};
LogicPlace find_place(const LogicModel& logic, std::string_view id);

/// All outputs in the order of the document, the state's role at the end.
std::vector<const LogicOutput*> outputs_of(const LogicModel& logic);
/// Its own KPIs and those of its groups.
std::vector<std::string> kpis_of(const LogicOutput& output);

/// KPIs of an impact, outcome, output, group or of the state's role, with everything below it; nothing for any other id.
std::vector<std::string> kpis_below(const LogicModel& logic, std::string_view id);

/// Tables of an output, of all outputs of an outcome or an impact, or, for an empty id, all. The state's tables name its groups.
std::vector<const RoadmapTable*> tables_of(const Roadmap& roadmap, const LogicModel& logic, std::string_view id);

struct RoadmapCounts {
    int tables = 0, complete = 0, partial = 0, lost = 0;
    int rows = 0, lost_rows = 0;                                  ///< lost: only their name is known
    int bars = 0, stated = 0, column = 0, undated = 0, open = 0;  ///< open: dated, without a stated end
};
RoadmapCounts count_roadmap(const std::vector<const RoadmapTable*>& tables);

}  // namespace atlas::model

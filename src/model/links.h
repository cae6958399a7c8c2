// References between bundles: does every id that one record names exist?
#pragma once
#include "core/result.h"
#include "model/background.h"
#include "model/logic.h"
#include "model/records.h"

namespace atlas::model {

/// Every dangling reference as a Problem with the bundle's name as file ("stories") and the pointer in it. Bundles that are
/// null (not loaded) are neither checked nor asked, so that a missing one is reported once and not a hundred times.
/// The members `series` of Kpis are addressed as "/series/<index>/kpi".
Problems check_links(const Policy* policy, const Stories* stories, const Kpis* kpis, const Places* places);

/// The rest of the sources, for sosei-bundle: what a page that misses one of these does without is small.
struct DeepRecords {
    const Policy* policy = nullptr;
    const Kpis* kpis = nullptr;
    const Indicators* indicators = nullptr;
    const LogicModel* logic = nullptr;
    const Roadmap* roadmap = nullptr;
    const Background* background = nullptr;
    const Trends* trends = nullptr;
};
/// As check_links, and: each KPI stands at exactly one node of the logic model, of its own level; each series that no KPI
/// names stands in exactly one trend; a 再掲 leads to a measure that is none itself.
Problems check_deep_links(const DeepRecords& records);

}  // namespace atlas::model

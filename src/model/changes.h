// What differs between two editions of the KPIs: new and revised observations, changed targets, moved dates, new and removed
// KPIs. Pure: two bundles in, a list out.
#pragma once
#include <vector>

#include "model/records.h"

namespace atlas::model {

/// In the order in which a reader wants to know.
enum class ChangeKind { new_value, revised_value, dropped_value, revised_target, moved_date, new_kpi, removed_kpi };

/// Points into the two bundles, which must outlive it.
struct Change {
    ChangeKind kind = ChangeKind::new_value;
    const Kpi* before = nullptr;  ///< null for a new KPI
    const Kpi* after = nullptr;   ///< null for a removed one
    const Observation* before_point = nullptr;
    const Observation* after_point = nullptr;
};

/// By kind, then in the order of the current edition. KPIs and series are matched by id, observations by their date. A value is
/// revised when figure, unit, kind or grade differ. Where only the target's date moved it is no revised target, though its wording
/// differs as well. The observations of new and removed KPIs are not listed on their own.
std::vector<Change> compare(const Kpis& previous, const Kpis& current);

}  // namespace atlas::model

// References between bundles: does every id that one record names exist?
#pragma once
#include "core/result.h"
#include "model/records.h"

namespace atlas::model {

/// Every dangling reference as a Problem with the bundle's name as file ("stories") and the pointer in it. Bundles that are
/// null (not loaded) are neither checked nor asked, so that a missing one is reported once and not a hundred times.
/// The members `series` of Kpis are addressed as "/series/<index>/kpi".
Problems check_links(const Policy* policy, const Stories* stories, const Kpis* kpis, const Places* places);

}  // namespace atlas::model

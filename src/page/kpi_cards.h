// The KPI board as cards: small multiples of those that have a course, and the others named plainly.
#pragma once
#include "page/kpi_board.h"

namespace atlas::page {

/// Cards of the section's KPIs with at least two observations, then a list of those without. Returns the height.
float kpi_cards(Context& ctx, Vec2 top_left, const BoardSection& section);

}  // namespace atlas::page

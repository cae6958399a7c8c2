// The parts of the page about history and roles.
#pragma once
#include "page/page.h"

namespace atlas::page {

/// The events on an axis. Returns the height.
float history_timeline(Context& ctx, Vec2 top_left, float width_px);
/// The lists of five pillars side by side, the decided one marked. Returns the height.
float pillar_lists(Context& ctx, Vec2 top_left, float width_px);
/// Who does what. Returns the height.
float draw_roles(Context& ctx, Vec2 top_left, float width_px);
/// Plans as stated, and what has become of them. Returns the height.
float next_steps(Context& ctx, Vec2 top_left, float width_px);

/// How a KPI of the strategy before goes on, as ViewState::status: "same", "continues", "related", "none".
const char* relation_key(const model::PreviousKpi& kpi);
/// The KPIs of the strategy before, with a filter. Returns the height.
float previous_kpis(Context& ctx, Vec2 top_left, float width_px);

}  // namespace atlas::page

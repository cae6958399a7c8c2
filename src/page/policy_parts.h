// What the overview and the pillars' pages share: counts and 出典 lines of the policy.
#pragma once
#include "page/page.h"

namespace atlas::page {

/// "施策 7・関係する目標 21・好事例 16", of what has arrived.
std::string pillar_counts(const Words& words, const Data& data, const model::Pillar& pillar);

/// The 出典 line of a reference, with page or section where known; returns the height. Needs data.policy.
float draw_attribution(Context& ctx, Vec2 top_left, float width_px, const model::SourceRef& source);

}  // namespace atlas::page

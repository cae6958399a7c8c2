// One survey: what was asked, of how many, its findings, the answers as bars, and voices; what is lost is said.
#pragma once
#include "chart/bar_list.h"
#include "page/page.h"

namespace atlas::page {

/// The words of a list of bars; they live as long as the program.
chart::BarListWords bar_words(const Words& words);

/// Title and what was asked beside the findings; below each other on narrow columns. Returns the height.
float draw_survey(Context& ctx, Vec2 top_left, float width_px, const model::Survey& survey);

}  // namespace atlas::page

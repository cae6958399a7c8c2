// The parts of the page 新結合 that are no charts: examples, lists of elements, stances side by side, support in figures.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "page/page.h"

namespace atlas::page {

/// Support figure that says what 新結合 means: it opens the page and is left out of the list.
inline constexpr std::string_view meaning_id = "shinketsugou-meaning";

/// Elements as lozenges joined by ×, and what comes of them. Returns the height.
float draw_example(ui::Ui& ui, Vec2 top_left, float width_px, const model::CombinationExample& example);
/// A kind (施策, 主体, 人材) and its elements with what belongs to them. Returns the height.
float draw_element_kind(ui::Ui& ui, Vec2 top_left, float width_px, const std::string& kind,
                        const std::vector<model::CombinationElement>& elements);
/// 1.0 beside 2.0; below each other on phones. Returns the height.
float stance_table(ui::Ui& ui, Vec2 top_left, float width_px, const std::vector<model::Stance>& stances);

/// Large figures, fields of the teams as bars, and what is told in words. Each returns its height.
float support_figures(ui::Ui& ui, Vec2 top_left, float width_px, const std::vector<model::SupportFigure>& support);
float support_fields(Context& ctx, Vec2 top_left, float width_px);
float support_texts(ui::Ui& ui, Vec2 top_left, float width_px, const std::vector<model::SupportFigure>& support);

}  // namespace atlas::page

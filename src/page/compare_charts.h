// The charts of 新結合: which elements the good practices join by ×, in which fields, and for which pillars.
#pragma once
#include <string>
#include <vector>

#include "chart/matrix.h"
#include "chart/network.h"
#include "page/page.h"

namespace atlas::page {

/// Stories that join at least two elements, in the records' order.
std::vector<const model::Story*> joined_stories(const model::Stories& stories);
/// "まちづくり×観光" → both.
std::vector<std::string> fields_of(const model::Story& story);
/// The story's own pillar and those of its measures, each once.
std::vector<std::string> pillars_of(const model::Story& story);

/// Elements and fields as a ring; an element leads to its story.
float element_network(Context& ctx, Vec2 top_left, float width_px, const std::vector<const model::Story*>& stories,
                      std::string source);
/// Fields × pillars, counted in elements.
float field_matrix(Context& ctx, Vec2 top_left, float width_px, const std::vector<const model::Story*>& stories,
                   std::string source);

}  // namespace atlas::page

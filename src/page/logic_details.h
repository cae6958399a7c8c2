// What the logic model's page knows of the item in focus besides its place: everything below it counted, its KPIs, its part of the
// 工程表, stories and source. And the field that finds an item.
#pragma once
#include "page/logic_parts.h"

namespace atlas::page {

/// The field and, below it, what it finds: each a link that puts the item into focus. Returns the height.
float logic_search(Context& ctx, Vec2 top_left, float width_px);

/// Section "details" of the item in focus. Returns the height. Stories and 工程表 as far as they have arrived.
float logic_details(Context& ctx, Vec2 top_left, const model::LogicPlace& place);
/// "1. 強い経済", "q. …", a measure, a programme: the item's own name.
std::string place_title(const Context& ctx, const model::LogicPlace& place);
/// How many items lie below it: outcomes, outputs, groups, measures and programmes.
size_t count_below(const model::LogicPlace& place);

}  // namespace atlas::page

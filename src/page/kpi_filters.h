// What chooses and orders the KPIs of the board, and the line that says what is shown and what is hidden.
#pragma once
#include "page/kpi_board.h"

namespace atlas::page {

/// One proportional bar of what passes every filter but the one by state, so that all states keep their counts. Returns the height.
float board_strip(Context& ctx, const Board& board, Vec2 top_left);
/// A field for words; selects for level, aim and order; chips for results, state, reason and pillar. On phones all but the field are
/// folded behind one button. Returns the height.
float board_filters(Context& ctx, const Board& board, Vec2 top_left);
/// Rows or cards. Returns the height.
float view_chips(Context& ctx, Vec2 top_left);
/// "75件のうち12件を表示", how many of them are judged, how many unjudged ones are hidden; the conditions and the way back to
/// all. Returns the height.
float board_result(Context& ctx, const Board& board, const std::vector<const JudgedKpi*>& shown, Vec2 top_left);
/// "順調、地方経済": the filters that are set, in words; empty when none is.
std::string board_conditions(const Words& words, const Data& data, const view::ViewState& state);
/// "75件のうち12件を表示（しぼり込みで隠れている63件のうち、…）": what a file of some of the KPIs says of the others.
std::string board_share(const Words& words, const BoardCounts& counts);

}  // namespace atlas::page

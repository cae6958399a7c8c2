// What the KPI board shows, without drawing: which KPIs pass the filters of the address, how many of each state do, and in
// which order and under which headings they stand.
#pragma once
#include <set>

#include "model/logic.h"
#include "page/kpi_row.h"

namespace atlas::page {

struct Board {
    std::vector<JudgedKpi> all;                       ///< in the order of the strategy
    const model::LogicModel* logic = nullptr;         ///< null: filters by aim let everything pass
    std::optional<std::set<std::string_view>> found;  ///< ids with the words of the query; unset without words
};
/// Judges every KPI of the bundle and looks for the words of `query`, that of the state which the board is asked with.
Board board_of(const Data& data, const std::string& query = "");

/// Those that pass pillar, level, aim, state, "with results" and words, in the order of the strategy. What an address names and
/// the data do not know filters nothing.
std::vector<const JudgedKpi*> passing(const Board& board, const view::ViewState& state);
/// How many pass after `change`.
template <class Change>
int count_with(const Board& board, view::ViewState state, Change change) {
    change(state);
    return static_cast<int>(passing(board, state).size());
}
bool is_filtered(const view::ViewState& state);
/// The state without any filter; the order stays.
view::ViewState without_filters(view::ViewState state);

/// What is shown and what the filters hide, the unjudged counted apart: nobody filters them away unknowingly.
struct BoardCounts {
    size_t total = 0, shown = 0, unjudged_shown = 0, unjudged_hidden = 0;
    size_t judged_shown() const { return shown - unjudged_shown; }
    size_t hidden() const { return total - shown; }
};
BoardCounts counts_of(const Board& board, const std::vector<const JudgedKpi*>& shown);

/// Share of the way made minus share of the time passed, in percentage points: negative is behind an even pace. Unset where the
/// method knows no such shares.
std::optional<double> lead_of(const model::Progress& progress);

struct BoardGroup {
    std::string title;  ///< empty: the section's rows need no heading of their own
    std::vector<const JudgedKpi*> rows;
};
struct BoardSection {
    std::string title, text;
    std::vector<BoardGroup> groups;  ///< those that are shown; none when the filters hide all
    size_t total = 0, unjudged = 0;  ///< of all, whatever the filters hide
    size_t shown() const {
        size_t n = 0;
        for (const BoardGroup& group : groups) n += group.rows.size();
        return n;
    }
};
/// By level and group of the strategy; or, where the address says so, by state, lag or target year. A section stays when nothing
/// of it is shown: its counts do not depend on the filters.
std::vector<BoardSection> sections_of(const Words& words, const Board& board,
                                      const std::vector<const JudgedKpi*>& shown, const std::string& order);
/// What a row has to say for itself outside its level: "アウトプット　q. …", and by lag how far it is behind. Empty in the strategy's order.
std::string row_note(const Words& words, const JudgedKpi& judged, const std::string& order);

/// "インパクト" …; empty for an unknown level.
std::string level_name(const Words& words, std::string_view level);

}  // namespace atlas::page

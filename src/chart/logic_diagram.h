// The logic model as a layered diagram: impact → outcome → output → group → measure → programme, opened and closed by the
// state that the page gives in; on narrow widths an indented list with the same states.
#pragma once
#include <array>
#include <functional>
#include <set>
#include <string>
#include <vector>

#include "chart/figure.h"
#include "chart/words.h"
#include "model/logic.h"
#include "model/progress.h"

namespace atlas::chart {

inline constexpr int logic_levels = 6;
using StatusCounts = std::array<int, 6>;  ///< by model::Status

/// One node that is shown.
struct LogicItem {
    std::string id, number, name;
    int parent = -1, level = 0;
    bool expands = false, expanded = false;
    StatusCounts statuses{};  ///< of its own KPIs
    StatusCounts below{};     ///< of all KPIs under it, shown while it is closed
    std::string href;
};

struct LogicDiagramWords {
    std::array<std::string_view, logic_levels> levels;  ///< インパクト … 主な事業
    std::array<std::string_view, 6> statuses;           ///< by model::Status
    std::string_view status_count;                      ///< {status} {count}: 「{status}{count}件」
    std::string_view below;                             ///< {counts}: KPIs of what is folded away
    std::string_view open, close;                       ///< {name}: names of the buttons
    std::string_view upstream, downstream;              ///< said of traced nodes
    std::string_view summary;                           ///< {count}
    std::string_view column_level, column_name, column_kpis;
};
struct LogicDiagramOptions {
    FigureText text;
    std::vector<LogicItem> items;  ///< parents before children
    std::string
        focus;  ///< this node's path up and down is in ink, the rest in gray; empty: that of the item under the pointer
    std::function<Action(const LogicItem&)> toggle;  ///< what opens or closes it
    const LogicDiagramWords* words = nullptr;
};
/// Returns the height taken. Marks "<id>:<item>" (links) and "<id>:<item>:toggle" (buttons).
float logic_diagram(ui::Ui& ui, Vec2 top_left, float width_px, const LogicDiagramOptions& options);

/// The nodes of `logic` whose ancestors are all in `expanded`; `status_of` judges a KPI by its id, `href_of` gives a node's
/// route. The state's role is a root of its own on the level of outputs.
std::vector<LogicItem> logic_items(const model::LogicModel& logic, const std::set<std::string>& expanded,
                                   const std::function<model::Status(const std::string& kpi)>& status_of,
                                   const std::function<std::string(const std::string& node, int level)>& href_of);

/// The focus itself, everything above and everything below it.
enum class Trace : unsigned char { none, upstream, focus, downstream };
std::vector<Trace> trace_of(const std::vector<LogicItem>& items, const std::string& focus);

}  // namespace atlas::chart

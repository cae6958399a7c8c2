// From the logic model to the nodes that are shown, and which of them lie on the focus's path.
#include "chart/logic_diagram.h"

namespace atlas::chart {
namespace {

using model::LogicGroup;
using model::LogicMeasure;
using model::LogicOutput;

class Collector {
public:
    Collector(const std::set<std::string>& expanded, const std::function<model::Status(const std::string&)>& status_of,
              const std::function<std::string(const std::string&, int)>& href_of)
        : expanded_(expanded), status_of_(status_of), href_of_(href_of) {}

    std::vector<LogicItem> items;

    void impact(const model::LogicImpact& impact) {
        StatusCounts below{};
        for (const model::LogicOutcome& outcome : impact.outcomes) {
            count(outcome.kpis, below);
            for (const LogicOutput& output : outcome.outputs) count_output(output, below);
        }
        const int at = add(impact.id, impact.number, impact.name, -1, 0, impact.kpis, below, !impact.outcomes.empty());
        if (!open(at)) return;
        for (const model::LogicOutcome& outcome : impact.outcomes) {
            StatusCounts under{};
            for (const LogicOutput& output : outcome.outputs) count_output(output, under);
            const int o =
                add(outcome.id, outcome.id + ".", outcome.name, at, 1, outcome.kpis, under, !outcome.outputs.empty());
            if (!open(o)) continue;
            for (const LogicOutput& output : outcome.outputs) add_output(output, o, output.id + ".");
        }
    }
    void add_output(const LogicOutput& output, int parent, const std::string& number) {
        StatusCounts below{};
        for (const LogicGroup& group : output.groups) count(group.kpis, below);
        const int at = add(output.id, number, output.name, parent, 2, output.kpis, below, !output.groups.empty());
        if (!open(at)) return;
        for (const LogicGroup& group : output.groups) {
            const int g = add(group.id, group.number, group.name, at, 3, group.kpis, {}, !group.measures.empty());
            if (!open(g)) continue;
            for (const LogicMeasure& measure : group.measures) add_measure(measure, g);
        }
    }

private:
    void add_measure(const LogicMeasure& measure, int parent) {
        const std::string& title = !measure.title.empty() ? measure.title : measure.heading;
        const int at = add(measure.id, measure.number, title.empty() ? measure.reprint_of : title, parent, 4, {}, {},
                           !measure.programmes.empty());
        if (!open(at)) return;
        for (const model::Programme& programme : measure.programmes)
            add(programme.id, "", programme.name, at, 5, {}, {}, false);
    }
    void count(const std::vector<std::string>& kpis, StatusCounts& into) const {
        for (const std::string& kpi : kpis) ++into[static_cast<size_t>(status_of_(kpi))];
    }
    void count_output(const LogicOutput& output, StatusCounts& into) const {
        count(output.kpis, into);
        for (const LogicGroup& group : output.groups) count(group.kpis, into);
    }
    int add(const std::string& id, std::string number, const std::string& name, int parent, int level,
            const std::vector<std::string>& kpis, const StatusCounts& below, bool expands) {
        LogicItem& item = items.emplace_back();
        item.id = id, item.number = std::move(number), item.name = name, item.parent = parent, item.level = level;
        item.expands = expands, item.expanded = expands && expanded_.count(id) > 0, item.below = below;
        count(kpis, item.statuses);
        item.href = href_of_(id, level);
        return static_cast<int>(items.size()) - 1;
    }
    bool open(int at) const { return items[static_cast<size_t>(at)].expanded; }

    const std::set<std::string>& expanded_;
    const std::function<model::Status(const std::string&)>& status_of_;
    const std::function<std::string(const std::string&, int)>& href_of_;
};

}  // namespace

std::vector<LogicItem> logic_items(const model::LogicModel& logic, const std::set<std::string>& expanded,
                                   const std::function<model::Status(const std::string&)>& status_of,
                                   const std::function<std::string(const std::string&, int)>& href_of) {
    Collector collector(expanded, status_of, href_of);
    for (const model::LogicImpact& impact : logic.impacts) collector.impact(impact);
    if (!logic.state_role.id.empty()) collector.add_output(logic.state_role, -1, "");
    return std::move(collector.items);
}

std::vector<Trace> trace_of(const std::vector<LogicItem>& items, const std::string& focus) {
    std::vector<Trace> trace(items.size(), Trace::none);
    for (size_t i = 0; i < items.size(); ++i) {
        const int parent = items[i].parent;
        if (items[i].id == focus && !focus.empty()) {
            trace[i] = Trace::focus;
            for (int up = parent; up >= 0; up = items[static_cast<size_t>(up)].parent)
                trace[static_cast<size_t>(up)] = Trace::upstream;
        } else if (parent >= 0) {
            const Trace above = trace[static_cast<size_t>(parent)];
            if (above == Trace::focus || above == Trace::downstream) trace[i] = Trace::downstream;
        }
    }
    return trace;
}

}  // namespace atlas::chart

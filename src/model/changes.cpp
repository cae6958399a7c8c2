#include "model/changes.h"

#include "model/lookup.h"

namespace atlas::model {
namespace {

bool is_same_date(const Observation& a, const Observation& b) {
    return a.year == b.year && a.month == b.month && a.fiscal == b.fiscal;
}
bool is_same_value(const Observation& a, const Observation& b) {
    return a.value == b.value && a.unit == b.unit && a.kind == b.kind && a.grade == b.grade;
}
const Observation* at_date(const Series* series, const Observation& date) {
    if (!series) return nullptr;
    for (const Observation& point : series->points)
        if (is_same_date(point, date)) return &point;
    return nullptr;
}

bool is_moved(const KpiTarget& a, const KpiTarget& b) {
    return a.year != b.year || a.fiscal != b.fiscal || a.period_start != b.period_start;
}
bool is_revised(const KpiTarget& a, const KpiTarget& b) {
    if (a.value != b.value || a.unit != b.unit || a.kind != b.kind || a.up != b.up) return true;
    if (a.conditions.size() != b.conditions.size()) return true;
    for (size_t i = 0; i < a.conditions.size(); ++i)
        if (is_revised(a.conditions[i], b.conditions[i]) || is_moved(a.conditions[i], b.conditions[i])) return true;
    return a.text != b.text && !is_moved(a, b);
}

class Comparison {
public:
    Comparison(const Kpis& previous, const Kpis& current, ChangeKind wanted)
        : previous_(previous), current_(current), wanted_(wanted) {}

    void run(std::vector<Change>& out) {
        out_ = &out;
        for (const Kpi& kpi : current_.kpis) {
            const Kpi* before = find_kpi(previous_, kpi.id);
            if (!before) {
                add({ChangeKind::new_kpi, nullptr, &kpi});
                continue;
            }
            if (is_revised(before->target, kpi.target)) add({ChangeKind::revised_target, before, &kpi});
            if (is_moved(before->target, kpi.target)) add({ChangeKind::moved_date, before, &kpi});
            points(*before, kpi);
        }
        for (const Kpi& kpi : previous_.kpis)
            if (!find_kpi(current_, kpi.id)) add({ChangeKind::removed_kpi, &kpi, nullptr});
    }

private:
    void points(const Kpi& before, const Kpi& after) {
        for (const Series& series : current_.series) {
            if (series.kpi != after.id) continue;
            const Series* old = find_series(previous_, series.id);
            for (const Observation& point : series.points) {
                const Observation* was = at_date(old, point);
                if (!was)
                    add({ChangeKind::new_value, &before, &after, nullptr, &point});
                else if (!is_same_value(*was, point))
                    add({ChangeKind::revised_value, &before, &after, was, &point});
            }
        }
        for (const Series& series : previous_.series) {
            if (series.kpi != before.id) continue;
            const Series* now = find_series(current_, series.id);
            for (const Observation& point : series.points)
                if (!at_date(now, point)) add({ChangeKind::dropped_value, &before, &after, &point, nullptr});
        }
    }
    void add(const Change& change) {
        if (change.kind == wanted_) out_->push_back(change);
    }

    const Kpis &previous_, &current_;
    ChangeKind wanted_;
    std::vector<Change>* out_ = nullptr;
};

}  // namespace

std::vector<Change> compare(const Kpis& previous, const Kpis& current) {
    std::vector<Change> changes;
    // Once a kind: a handful of passes over a few hundred observations is cheaper than sorting code.
    for (const ChangeKind kind :
         {ChangeKind::new_value, ChangeKind::revised_value, ChangeKind::dropped_value, ChangeKind::revised_target,
          ChangeKind::moved_date, ChangeKind::new_kpi, ChangeKind::removed_kpi})
        Comparison(previous, current, kind).run(changes);
    return changes;
}

}  // namespace atlas::model

// Logic model and 工程表, from their source files and from the runtime bundles alike.
#include <set>

#include "model/decode_records.h"

namespace atlas::model {

using bundle::Need;
using bundle::ObjectReader;

namespace {

/// Every id of one file stands once.
class Ids {
public:
    std::string unique(ObjectReader& record) {
        std::string id = record.id("id");
        if (!id.empty() && !ids_.insert(id).second) record.error("id", bundle::duplicate_id(id));
        return id;
    }

private:
    std::set<std::string> ids_;
};

LogicMeasure decode_measure(ObjectReader& measure, Ids& ids) {
    LogicMeasure out;
    out.id = ids.unique(measure);
    out.number = measure.text("number", Need::required, 20);
    out.reprint_of = measure.id("reprint_of", Need::optional);
    // 再掲 is a link, not a copy: what it reprints says the rest.
    const Need need = out.reprint_of.empty() ? Need::required : Need::optional;
    out.heading = measure.text("heading", Need::optional);
    out.title = measure.text("title", need);
    out.summary = measure.text("summary", need);
    out.pillar_measures = measure.ids("pillar_measures");
    measure.each("programmes", Need::optional, [&](ObjectReader& programme) {
        std::string id = ids.unique(programme);
        out.programmes.push_back({std::move(id), programme.text("name")});
    });
    if (!out.reprint_of.empty() && (!out.title.empty() || !out.programmes.empty()))
        measure.error("reprint_of",
                      {"再掲の施策に、題名や主な事業の写しがあります", "id、number、reprint_of だけを残してください",
                       "a reprint carries copies of title or programmes", "keep only id, number and reprint_of"});
    return out;
}

LogicOutput decode_output(ObjectReader& output, Ids& ids) {
    LogicOutput out;
    out.id = ids.unique(output);
    out.name = output.text("name");
    out.name_en = output.text("name_en");
    out.summary = output.text("summary");
    out.kpis = output.ids("kpis");
    out.source = decode_source(output);
    output.each("groups", Need::required, [&](ObjectReader& group) {
        LogicGroup& g = out.groups.emplace_back();
        g.id = ids.unique(group);
        g.number = group.text("number", Need::required, 20);
        g.name = group.text("name");
        g.summary = group.text("summary", Need::optional);
        g.kpis = group.ids("kpis");
        group.each("measures", Need::required,
                   [&](ObjectReader& measure) { g.measures.push_back(decode_measure(measure, ids)); });
    });
    return out;
}

LogicOutcome decode_outcome(ObjectReader& outcome, Ids& ids) {
    LogicOutcome out;
    const int letter = outcome.choice("id", {"A", "B", "C", "D", "E"});
    if (letter >= 0) out.id = std::string(1, static_cast<char>('A' + letter));
    out.name = outcome.text("name");
    out.name_en = outcome.text("name_en");
    out.summary = outcome.text("summary");
    out.kpis = outcome.ids("kpis");
    out.source = decode_source(outcome);
    outcome.each("outputs", Need::required,
                 [&](ObjectReader& output) { out.outputs.push_back(decode_output(output, ids)); });
    outcome.each("other_measures", Need::optional, [&](ObjectReader& other) {
        OtherMeasure& o = out.other_measures.emplace_back();
        o.id = ids.unique(other);
        o.number = other.text("number", Need::required, 20);
        o.title = other.text("title");
    });
    return out;
}

/// "2025-04", "2025" or "FY2025".
RoadmapDate decode_date(ObjectReader& bar, const char* key) {
    const std::string text = bar.text(key, Need::optional, 20);
    RoadmapDate out;
    if (text.empty()) return out;
    const auto digits = [&](size_t from, size_t count) {
        int value = 0;
        for (size_t i = from; i < from + count; ++i) {
            if (i >= text.size() || text[i] < '0' || text[i] > '9') return -1;
            value = value * 10 + (text[i] - '0');
        }
        return value;
    };
    out.fiscal = text.rfind("FY", 0) == 0;
    const size_t start = out.fiscal ? 2 : 0, length = text.size() - start;
    out.year = digits(start, 4);
    out.month = length == 7 && !out.fiscal && text[4] == '-' ? digits(5, 2) : 0;
    const bool shaped = length == 4 || (length == 7 && out.month >= 1 && out.month <= 12);
    if (shaped && out.year >= 2000 && out.year <= 2100) return out;
    bar.error(key,
              {bundle::quoted(text) + " は時期として読めません", "2025-04、2025、FY2025 のどれかの形で書いてください",
               bundle::quoted(text) + " is no date", "write it as 2025-04, 2025 or FY2025"});
    return {};
}

RoadmapBar decode_bar(ObjectReader& bar) {
    RoadmapBar out;
    out.text = bar.text("text");
    out.start = decode_date(bar, "start");
    out.end = decode_date(bar, "end");
    out.open_end = bar.flag("open_end");
    out.dating = static_cast<Dating>(std::max(bar.choice("dating", {"stated", "column", "undated"}), 0));
    const bool dated = out.start.year > 0 || out.end.year > 0;
    if (dated == (out.dating == Dating::undated))
        bar.error("dating", {dated ? "時期があるのに undated です" : "時期がないのに undated ではありません",
                             "start・end と dating を合わせてください",
                             dated ? "undated, but it has dates" : "no dates, but not undated",
                             "let start, end and dating agree"});
    if (out.start.year > 0 && out.end.year > 0 && first_month(out.start) > last_month(out.end))
        bar.error("end", {"終わりが始まりより前です", "start と end を確かめてください", "it ends before it begins",
                          "check start and end"});
    if (out.open_end && out.end.year > 0)
        bar.error("open_end", {"終わりがあるのに open_end です", "どちらか一方にしてください",
                               "open_end, but it has an end", "keep one of the two"});
    return out;
}

RoadmapRow decode_row(ObjectReader& row, Ids& ids) {
    RoadmapRow out;
    out.id = ids.unique(row);
    out.name = row.text("name");
    out.programmes = row.ids("programmes");
    out.lost = row.flag("lost");
    row.each("bars", Need::optional, [&](ObjectReader& bar) { out.bars.push_back(decode_bar(bar)); });
    if (out.lost != out.bars.empty())
        row.error("lost", {out.lost ? "中身がない行（lost）なのに予定があります" : "予定が一つもありません",
                           "読み取れなかった行だけに lost を付けてください",
                           out.lost ? "lost, but it has bars" : "it has no bar",
                           "mark as lost exactly the rows that could not be read"});
    return out;
}

void check_state(ObjectReader& record, const RoadmapTable& table) {
    size_t lost = 0;
    for (const RoadmapRow& row : table.rows) lost += row.lost;
    const char* expected = lost == table.rows.size() ? "lost" : lost > 0 ? "partial" : "complete";
    // A table whose rows all have bars may still have lost other rows: its editor says partial, and why in the note.
    const bool fits = table.state == expected || (table.state == "partial" && lost == 0 && !table.note.empty());
    if (!fits)
        record.error("state",
                     {"state が " + bundle::quoted(table.state) + " ですが、行を見ると「" + expected + "」です",
                      "state か、行の lost を直してください",
                      "the state is " + bundle::quoted(table.state) + ", the rows say \"" + expected + "\"",
                      "correct state, or lost of the rows"});
    if (table.state != "complete" && table.note.empty())
        record.error("note",
                     {"欠けている表なのに、その説明（note）がありません", "何が欠けているかを note に書いてください",
                      "the table is incomplete, but nothing says so", "write in note what is missing"});
}

}  // namespace

int first_month(const RoadmapDate& date) {
    return 12 * date.year + (date.month > 0 ? date.month - 1 : date.fiscal ? 3 : 0);
}

int last_month(const RoadmapDate& date) { return date.month > 0 ? first_month(date) : first_month(date) + 11; }

void decode_logic(ObjectReader& root, LogicModel& out) {
    Ids ids;
    out.structure = root.text("structure");
    out.review = root.text("review");
    root.each("impacts", Need::required, [&](ObjectReader& impact) {
        LogicImpact& i = out.impacts.emplace_back();
        i.id = ids.unique(impact);
        i.number = impact.text("number", Need::required, 20);
        i.name = impact.text("name");
        i.name_en = impact.text("name_en");
        i.statement = impact.text("statement");
        i.summary = impact.text("summary");
        i.kpis = impact.ids("kpis");
        i.source = decode_source(impact);
        impact.each("outcomes", Need::required,
                    [&](ObjectReader& outcome) { i.outcomes.push_back(decode_outcome(outcome, ids)); });
    });
    root.child("state_role", Need::required, [&](ObjectReader& state) { out.state_role = decode_output(state, ids); });
}

void decode_roadmap(ObjectReader& root, Roadmap& out) {
    Ids ids;
    root.each("tables", Need::required, [&](ObjectReader& table) {
        RoadmapTable& t = out.tables.emplace_back();
        t.id = ids.unique(table);
        t.output = table.id("output");
        t.heading = table.text("heading", Need::optional);
        static constexpr const char* states[] = {"complete", "partial", "lost"};
        const int state = table.choice("state", {states[0], states[1], states[2]});
        t.state = state < 0 ? "" : states[state];
        t.note = table.text("note", Need::optional);
        t.source = decode_source(table);
        table.each("rows", Need::required, [&](ObjectReader& row) { t.rows.push_back(decode_row(row, ids)); });
        if (!t.state.empty()) check_state(table, t);
    });
}

}  // namespace atlas::model

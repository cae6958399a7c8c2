#include "chart/gantt.h"

#include <algorithm>

#include "chart/gantt_parts.h"

namespace atlas::chart {

using model::Dating;
using model::RoadmapBar;
using model::RoadmapDate;
using ui::Align;
using ui::Ui;
namespace style = ui::style;

namespace {

std::string date_text(const RoadmapDate& date, const Formats& formats) {
    if (date.year == 0) return {};
    return date.month > 0 ? formats.month(date.year, date.month) : formats.year(date.year, date.fiscal);
}

float draw_key(Ui& ui, Vec2 at, float width_px, const GanttOptions& options) {
    bool stated = false, column = false, open = false, single = false;
    for (const GanttGroup& group : options.groups)
        for (const GanttRow& row : group.rows)
            for (const RoadmapBar& bar : row.row->bars) {
                stated |= bar.dating == Dating::stated, column |= bar.dating == Dating::column;
                open |= bar.open_end && bar.dating != Dating::undated;
                single |= span_of(bar, {options.first_month, options.last_month, 0, 100}).milestone;
            }
    KeyFlow key(ui, at, width_px);
    const auto sample = [&](Dating dating, bool open_end, bool milestone) {
        return [&ui, dating, open_end, milestone](Vec2 c) {
            BarSpan span;
            span.from = c.x - 12, span.to = c.x + 12, span.visible = true, span.open_end = open_end;
            span.milestone = milestone;
            if (milestone) span.from = span.to = c.x;
            draw_gantt_bar(ui, span, c.y, 10, dating, token::solid_gray_536);
        };
    };
    if (stated) key.entry(options.words->key_stated, sample(Dating::stated, false, false));
    if (column) key.entry(options.words->key_column, sample(Dating::column, false, false));
    if (open) key.entry(options.words->key_open, sample(Dating::stated, true, false));
    if (single) key.entry(options.words->key_milestone, sample(Dating::stated, false, true));
    if (options.today > 0)
        key.entry(options.words->key_today, [&](Vec2 c) { ui.rect({c.x - 0.5f, c.y - 9, 2, 18}, token::red_800); });
    return key.height();
}

ui::TableSpec table_of(const GanttOptions& options) {
    const GanttWords& words = *options.words;
    ui::TableSpec table;
    for (const std::string_view head :
         {words.column_group, words.column_row, words.column_bar, words.column_when, words.column_dating})
        table.columns.push_back({std::string(head), 0, Align::left});
    for (const GanttGroup& group : options.groups)
        for (const GanttRow& row : group.rows)
            for (const RoadmapBar& bar : row.row->bars)
                table.rows.push_back({group.heading, row.row->name, bar.text, bar_dates(bar, words, *options.formats),
                                      std::string(bar.dating == Dating::stated   ? words.dating_stated
                                                  : bar.dating == Dating::column ? words.dating_column
                                                                                 : words.undated)});
    return table;
}

std::string summary_of(const GanttOptions& options) {
    int rows = 0, bars = 0, undated = 0;
    for (const GanttGroup& group : options.groups)
        for (const GanttRow& row : group.rows) {
            ++rows;
            for (const RoadmapBar& bar : row.row->bars) ++bars, undated += bar.dating == Dating::undated;
        }
    return rows == 0 ? std::string(options.words->no_rows)
                     : fill(options.words->summary, {{"rows", std::to_string(rows)},
                                                     {"bars", std::to_string(bars)},
                                                     {"undated", std::to_string(undated)}});
}

}  // namespace

std::string bar_dates(const RoadmapBar& bar, const GanttWords& words, const Formats& formats) {
    const std::string from = date_text(bar.start, formats), to = date_text(bar.end, formats);
    if (bar.dating == Dating::undated || (from.empty() && to.empty())) return std::string(words.undated);
    if (from.empty()) return fill(words.only_until, {{"to", to}});
    if (bar.open_end) return fill(words.from_open, {{"from", from}});
    return to.empty() || to == from ? from : fill(words.from_to, {{"from", from}, {"to", to}});
}

int bars_outside(const GanttOptions& options) {
    const MonthScale scale{options.first_month, options.last_month, 0, 100};
    int outside = 0;
    for (const GanttGroup& group : options.groups)
        for (const GanttRow& row : group.rows)
            for (const RoadmapBar& bar : row.row->bars) {
                const bool dated = bar.dating != Dating::undated && (bar.start.year > 0 || bar.end.year > 0);
                outside += dated && !span_of(bar, scale).visible;
            }
    return outside;
}

std::vector<GanttGroup> gantt_groups(const std::vector<const model::RoadmapTable*>& tables) {
    std::vector<GanttGroup> groups;
    for (const model::RoadmapTable* table : tables) {
        GanttGroup& group = groups.emplace_back();
        group.heading = table->heading, group.note = table->note, group.lost = table->state == "lost";
        for (const model::RoadmapRow& row : table->rows) group.rows.push_back({&row, {}, false});
    }
    return groups;
}

BarSpan span_of(const RoadmapBar& bar, const MonthScale& scale) {
    BarSpan span;
    if (bar.dating == Dating::undated || (bar.start.year == 0 && bar.end.year == 0)) return span;
    const int first = bar.start.year > 0 ? model::first_month(bar.start) : scale.first;
    const int last = bar.end.year > 0 ? model::last_month(bar.end)
                     : bar.open_end   ? std::max(scale.last, first)
                                      : model::last_month(bar.start);
    span.open_end = bar.open_end;
    if (last < scale.first || first > scale.last) return span;
    span.visible = true;
    span.milestone = first == last && !bar.open_end;
    span.cut_left = first<scale.first, span.cut_right = last> scale.last;
    span.from = scale.start(std::max(first, scale.first)), span.to = scale.end(std::min(last, scale.last));
    return span;
}

void draw_gantt_bar(Ui& ui, const BarSpan& span, float y, float h, Dating dating, Color color) {
    const bool solid = dating == Dating::stated;
    const Vec2 middle{(span.from + span.to) / 2, y};
    if (span.milestone) {
        ui.symbol(middle, h * 0.55f, scene::Shape::diamond, solid ? color : ui::ink::ground, color, solid ? 0.f : 2.f);
        return;
    }
    const float tip = span.open_end ? h * 0.7f : 0;
    scene::PathMark bar;
    bar.points = {{span.from, y - h / 2}, {span.to - tip, y - h / 2}};
    if (tip > 0) bar.points.push_back({span.to, y});
    bar.points.push_back({span.to - tip, y + h / 2}), bar.points.push_back({span.from, y + h / 2});
    bar.closed = true, bar.fill = solid ? color : ui::ink::ground;
    if (!solid) {
        for (Vec2& p : bar.points) p = p + (middle - p) * (1 / std::max(span.to - span.from, h));
        bar.stroke = color, bar.stroke_px = 1.5f;
    }
    ui.marks().emplace_back(std::move(bar));
    // Cut by the range that is shown: a white notch where it goes on.
    if (span.cut_left) ui.line({span.from + 4, y - h / 2}, {span.from + 4, y + h / 2}, ui::ink::ground, 2);
    if (span.cut_right && !span.open_end)
        ui.line({span.to - 4, y - h / 2}, {span.to - 4, y + h / 2}, ui::ink::ground, 2);
}

Color bar_color(const GanttOptions& options, const GanttRow& row, bool pointed) {
    if (row.selected && !options.pillar.empty()) return ui::pillar_style(options.pillar).color;
    return pointed || row.selected ? ui::ink::text : token::solid_gray_536;
}

std::string bar_id(const GanttOptions& options, const GanttRow& row, size_t bar) {
    return options.text.id + ":" + row.row->id + ":" + std::to_string(bar);
}

std::string bar_name(const GanttOptions& options, const GanttRow& row, size_t bar) {
    const RoadmapBar& b = row.row->bars[bar];
    std::string name = row.row->name + " " + b.text + " " + bar_dates(b, *options.words, *options.formats);
    if (b.dating == Dating::column) name += " " + std::string(options.words->dating_column);
    return name;
}

float gantt(Ui& ui, Vec2 at, float width_px, const GanttOptions& options) {
    FigureText text = options.text;
    if (text.summary.empty()) text.summary = summary_of(options);
    const auto draw = [&](Vec2 top_left) {
        if (options.groups.empty()) return ui::paragraph(ui, top_left, width_px, options.words->no_rows, style::body);
        float y = top_left.y;
        const float key_px = draw_key(ui, top_left, width_px, options);
        if (key_px > 0) y += key_px + 12;
        y += width_px < 720 ? draw_gantt_list(ui, {top_left.x, y}, width_px, options)
                            : draw_gantt_wide(ui, {top_left.x, y}, width_px, options);
        return y - top_left.y;
    };
    if (options.groups.empty()) return figure(ui, at, width_px, text, draw, nullptr);
    return figure(ui, at, width_px, text, draw, [&] { return table_of(options); });
}

}  // namespace atlas::chart

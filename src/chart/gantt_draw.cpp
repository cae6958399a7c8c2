// The two forms of the Gantt: rows on a common axis, and a nested list for phones.
#include <algorithm>
#include <cmath>

#include "chart/gantt_parts.h"

namespace atlas::chart {

using model::Dating;
using model::RoadmapBar;
using ui::Align;
using ui::Ui;
namespace style = ui::style;

namespace {

constexpr float text_px = 22, bar_px = 10, head_px = 50, gap_px = 24;
constexpr ui::TextStyle bar_style{ui::size::note, Weight::regular, ui::ink::text, 1.45f};
constexpr ui::TextStyle row_style{ui::size::note, Weight::bold, ui::ink::text, 1.5f};

struct Columns {
    float name_x = 0, name_px = 0;
    MonthScale months;
    float undated_x = 0, undated_px = 0;  ///< 0 wide: no bar lacks a date
};

bool has_undated(const GanttOptions& options) {
    for (const GanttGroup& group : options.groups)
        for (const GanttRow& row : group.rows)
            for (const RoadmapBar& bar : row.row->bars)
                if (bar.dating == Dating::undated) return true;
    return false;
}

Columns columns_of(Vec2 at, float width_px, const GanttOptions& options) {
    Columns columns;
    columns.name_x = at.x, columns.name_px = std::clamp(width_px * 0.22f, 168.f, 260.f);
    columns.undated_px = has_undated(options) ? std::clamp(width_px * 0.17f, 140.f, 210.f) : 0;
    const float right = at.x + width_px - (columns.undated_px > 0 ? columns.undated_px + gap_px : 0);
    columns.months = {options.first_month, options.last_month, at.x + columns.name_px + gap_px, right};
    columns.undated_x = right + gap_px;
    return columns;
}

void draw_mark(Ui& ui, const GanttOptions& options, const GanttRow& row, size_t bar, Rect rect) {
    const std::string id = bar_id(options, row, bar);
    add_mark(ui, id, bar_name(options, row, bar), "", rect, row.href);
    ui.region(rect, id, row.href.empty() ? Action{} : go(row.href),
              row.href.empty() ? scene::Cursor::arrow : scene::Cursor::hand);
}

/// Words of a bar over it, from its start; where that leaves too little room, up to the right end of the axis.
float draw_lane(Ui& ui, const GanttOptions& options, const GanttRow& row, size_t index, float y,
                const Columns& columns) {
    const RoadmapBar& bar = row.row->bars[index];
    const Ui::Part part(ui, bar_id(options, row, index));
    const BarSpan span = span_of(bar, columns.months);
    const MonthScale& months = columns.months;
    const float full = months.range_to - months.range_from;
    const float wanted = std::min(ui.width(bar.text, bar_style) + 1, full * 0.62f);
    const float from = span.visible ? std::min(span.from, months.range_to - wanted) : months.range_from;
    const float room = months.range_to - from;
    const float words_px = ui.height(bar.text, bar_style, room, 2);
    const bool pointed = is_pointed(ui, bar_id(options, row, index));
    const size_t first_mark = ui.marks().size();
    ui.glyph_block({from, y}, room, bar.text, pointed ? ui::with_color(bar_style, ui::ink::link) : bar_style, 2);
    // The grid and today's line keep clear of words.
    for (size_t m = first_mark; m < ui.marks().size(); ++m)
        if (auto* line = std::get_if<scene::TextMark>(&ui.marks()[m])) line->halo = ui::ink::ground;
    if (span.visible)
        draw_gantt_bar(ui, span, y + words_px + 4 + bar_px / 2, bar_px, bar.dating, bar_color(options, row, pointed));
    else
        ui.glyphs({from, y + words_px + 13}, bar_dates(bar, *options.words, *options.formats), style::note);
    const float h = words_px + bar_px + 14;
    draw_mark(ui, options, row, index, {from, y, room, h - 4});
    return h;
}

float draw_undated(Ui& ui, const GanttOptions& options, const GanttRow& row, size_t index, float y,
                   const Columns& columns) {
    const RoadmapBar& bar = row.row->bars[index];
    const Ui::Part part(ui, bar_id(options, row, index));
    const bool pointed = is_pointed(ui, bar_id(options, row, index));
    ui.icon(ui::Icon::circle_dotted, {columns.undated_x + 8, y + 10}, 14, token::solid_gray_600);
    const float h = ui.glyph_block({columns.undated_x + 22, y}, columns.undated_px - 22, bar.text,
                                   pointed ? ui::with_color(bar_style, ui::ink::link) : bar_style);
    draw_mark(ui, options, row, index, {columns.undated_x, y, columns.undated_px, h});
    return h + 6;
}

float draw_row(Ui& ui, const GanttOptions& options, const GanttRow& row, float y, const Columns& columns) {
    const float name_px = ui::paragraph(ui, {columns.name_x, y}, columns.name_px, row.row->name, row_style);
    float dated = 0, undated = 0;
    for (size_t i = 0; i < row.row->bars.size(); ++i) {
        if (row.row->bars[i].dating == Dating::undated)
            undated += draw_undated(ui, options, row, i, y + undated, columns);
        else
            dated += draw_lane(ui, options, row, i, y + dated, columns);
    }
    if (row.row->lost || row.row->bars.empty())
        dated += ui::paragraph(ui, {columns.months.range_from, y}, columns.months.range_to - columns.months.range_from,
                               fill(options.words->lost, {{"heading", row.row->name}}), style::note);
    return std::max({name_px, dated, undated, text_px}) + 12;
}

/// Years over everything, and the word for today's line in a row of its own above them.
void draw_head(Ui& ui, const Columns& columns, const GanttOptions& options, float top) {
    const float bare = ui.width(options.formats->year(2000, true), style::note);
    for (const int month : fiscal_ticks(columns.months, bare)) {
        const float x = std::round(columns.months.start(month));
        if (x + bare <= columns.months.range_to + 8)
            ui.glyphs({x + 4, top + 36}, options.formats->year(fiscal_year_of(month), true), style::note);
        ui.rect({x, top + 22, 1, 22}, ui::ink::hairline);
    }
    if (columns.undated_px > 0) ui.glyphs({columns.undated_x, top + 36}, options.words->undated, style::note_bold);
    if (options.today < columns.months.first || options.today > columns.months.last) return;
    ui.glyphs({columns.months.start(options.today), top + 14}, options.words->today,
              ui::with_color(style::note_bold, token::red_900), Align::center);
}

/// Fiscal years and today behind the rows of one group.
void draw_grid(Ui& ui, const Columns& columns, const GanttOptions& options, float top, float bottom) {
    if (bottom <= top) return;
    for (int year = fiscal_year_of(columns.months.first); month_of(year, 4) <= columns.months.last; ++year) {
        if (month_of(year, 4) < columns.months.first) continue;
        ui.rect({std::round(columns.months.start(month_of(year, 4))), top, 1, bottom - top}, token::solid_gray_100);
    }
    if (options.today < columns.months.first || options.today > columns.months.last) return;
    const float x = std::round((columns.months.start(options.today) + columns.months.end(options.today)) / 2);
    ui.rect({x, top, 1.5f, bottom - top}, token::red_800);
}

float row_height(const Ui& ui, const GanttOptions& options, const GanttRow& row, const Columns& columns) {
    float dated = 0, undated = 0;
    const MonthScale& months = columns.months;
    for (const RoadmapBar& bar : row.row->bars) {
        if (bar.dating == Dating::undated) {
            undated += ui.height(bar.text, bar_style, columns.undated_px - 22) + 6;
            continue;
        }
        const BarSpan span = span_of(bar, months);
        const float wanted = std::min(ui.width(bar.text, bar_style) + 1, (months.range_to - months.range_from) * 0.62f);
        const float from = span.visible ? std::min(span.from, months.range_to - wanted) : months.range_from;
        dated += ui.height(bar.text, bar_style, months.range_to - from, 2) + bar_px + 14;
    }
    if (row.row->lost || row.row->bars.empty())
        dated += ui.height(fill(options.words->lost, {{"heading", row.row->name}}), style::note,
                           months.range_to - months.range_from);
    return std::max({ui.height(row.row->name, row_style, columns.name_px), dated, undated, text_px}) + 12;
}

float group_head(Ui& ui, Vec2 at, float width_px, const GanttGroup& group, const GanttOptions& options) {
    float y = at.y + 16;
    if (!group.heading.empty() && !group.href.empty()) {
        const std::string id = options.text.id + ":" + group.id;
        const auto look = ui::with_color(style::bold, is_pointed(ui, id) ? ui::ink::link_hover : ui::ink::link);
        const float text_w = std::min(width_px - 24, ui.width(group.heading, look) + 1);
        const Rect r{at.x, y, text_w + 24, ui.glyph_block({at.x, y}, text_w, group.heading, look)};
        ui.icon(ui::Icon::chevron_right, {r.right() - 12, y + look.line_px() / 2}, 18, look.color);
        add_mark(ui, id, group.heading, "", r, group.href);
        ui.region(r, id, go(group.href));
        y += r.h + 2;
    } else if (!group.heading.empty()) {
        y += ui::paragraph(ui, {at.x, y}, width_px, group.heading, style::bold) + 2;
    }
    if (!group.note.empty())
        y += ui::paragraph(ui, {at.x, y}, width_px, group.note, style::note);
    else if (group.lost)
        y += ui::paragraph(ui, {at.x, y}, width_px, fill(options.words->lost, {{"heading", group.heading}}),
                           style::note);
    return y + 4 - at.y;
}

}  // namespace

float draw_gantt_wide(Ui& ui, Vec2 at, float width_px, const GanttOptions& options) {
    const Columns columns = columns_of(at, width_px, options);
    draw_head(ui, columns, options, at.y);
    float y = at.y + head_px;
    for (const GanttGroup& group : options.groups) {
        y += group_head(ui, {at.x, y}, width_px, group, options);
        float bottom = y;
        for (const GanttRow& row : group.rows) bottom += row_height(ui, options, row, columns);
        draw_grid(ui, columns, options, y - 4, bottom - 4);
        for (const GanttRow& row : group.rows) {
            ui.hline(at.x, at.x + width_px, y - 4, token::solid_gray_200);
            y += draw_row(ui, options, row, y + 4, columns);
        }
    }
    return y + 8 - at.y;
}

float draw_gantt_list(Ui& ui, Vec2 at, float width_px, const GanttOptions& options) {
    float y = at.y;
    const MonthScale months{options.first_month, options.last_month, at.x + 12, at.x + width_px};
    const bool today = options.today >= months.first && options.today <= months.last;
    const float today_x = today ? std::round(months.start(options.today)) : 0;
    for (const GanttGroup& group : options.groups) {
        y += group_head(ui, {at.x, y}, width_px, group, options);
        for (const GanttRow& row : group.rows) {
            ui.hline(at.x, at.x + width_px, y, ui::ink::hairline);
            y += 8 + ui::paragraph(ui, {at.x, y + 8}, width_px, row.row->name, row_style) + 4;
            for (size_t i = 0; i < row.row->bars.size(); ++i) {
                const RoadmapBar& bar = row.row->bars[i];
                const float top = y;
                y += ui.glyph_block({at.x + 12, y}, width_px - 12, bar.text, bar_style);
                if (bar.dating == Dating::undated)
                    ui.icon(ui::Icon::circle_dotted, {at.x + 20, y + 11}, 14, token::solid_gray_600);
                ui.glyphs({at.x + (bar.dating == Dating::undated ? 32.f : 12.f), y + 16},
                          bar_dates(bar, *options.words, *options.formats), style::note);
                y += 24;
                const BarSpan span = span_of(bar, months);
                if (bar.dating != Dating::undated) {
                    ui.rect({months.range_from, y + 4, months.range_to - months.range_from, 1}, token::solid_gray_200);
                    if (span.visible) draw_gantt_bar(ui, span, y + 4, 8, bar.dating, bar_color(options, row, false));
                    if (today) ui.rect({today_x, y - 2, 1.5f, 13}, token::red_800);
                    y += 12;
                }
                draw_mark(ui, options, row, i, {at.x, top, width_px, y - top});
                y += 8;
            }
            if (row.row->lost || row.row->bars.empty())
                y += ui::paragraph(ui, {at.x + 12, y}, width_px - 12,
                                   fill(options.words->lost, {{"heading", row.row->name}}), style::note);
            y += 4;
        }
    }
    return y - at.y;
}

}  // namespace atlas::chart

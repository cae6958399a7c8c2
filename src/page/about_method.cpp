// The progress method in plain words: the table of DESIGN.md "Progress method", its cut-offs, and the states that are no judgement.
#include "chart/charts.h"
#include "page/about_parts.h"
#include "ui/controls.h"

namespace atlas::page {

using model::Gap;
using scene::Node;
using scene::Role;
using ui::Ui;
namespace style = ui::style;

namespace {

constexpr float text_px = 720;  // a comfortable line

/// The narrow form: the first column as a term, the others below it.
float draw_stacked(Ui& ui, Vec2 at, float width_px, const Rows& rows) {
    float y = at.y;
    Node list;
    list.id = rows.id, list.role = Role::list, list.name = rows.caption;
    Ui::Scope scope(ui, std::move(list));
    for (size_t r = 0; r < rows.rows.size(); ++r) {
        Node item;
        item.id = rows.id + ":" + std::to_string(r), item.role = Role::listitem;
        Ui::Scope item_scope(ui, std::move(item));
        ui.hline(at.x, at.x + width_px, y);
        y += 12;
        for (size_t c = 0; c < rows.rows[r].size(); ++c) {
            const std::string text =
                c == 0 ? rows.rows[r][c]
                       : ui.words(Word::text_labelled, {{"label", rows.columns[c]}, {"text", rows.rows[r][c]}});
            const ui::TextStyle look = c == 0 ? style::bold : ui::with_color(style::note, ui::ink::text);
            y += ui::paragraph(ui, {at.x, y}, width_px, text, look) + 4;
        }
        y += 8;
    }
    return y - at.y;
}

Rows method_rows(const Words& words) {
    Rows rows{"method",
              words(Word::method_caption),
              {words(Word::method_column_kind), words(Word::method_column_what), words(Word::method_column_how)},
              {0.24f, 0.40f, 0.36f},
              {}};
    constexpr Word texts[][3] = {
        {Word::method_level, Word::method_level_what, Word::method_level_how},
        {Word::method_total, Word::method_total_what, Word::method_total_how},
        {Word::method_yearly, Word::method_yearly_what, Word::method_yearly_how},
        {Word::method_direction, Word::method_direction_what, Word::method_direction_how},
        {Word::method_relative, Word::method_relative_what, Word::method_relative_how},
        {Word::method_several, Word::method_several_what, Word::method_several_how},
    };
    for (const auto& row : texts) rows.rows.push_back({words(row[0]), words(row[1]), words(row[2])});
    return rows;
}

Rows gap_rows(const Words& words, const Data& data) {
    Rows rows{"gaps",
              words(Word::method_gaps_caption),
              {words(Word::method_column_reason), words(Word::method_column_meaning)},
              {0.24f, 0.76f},
              {}};
    if (data.kpis) rows.columns.emplace_back(words(Word::method_column_count)), rows.shares = {0.24f, 0.62f, 0.14f};
    const model::StatusCounts counts = data.kpis ? model::count_statuses(*data.kpis) : model::StatusCounts{};
    for (const Gap gap : {Gap::baseline_pending, Gap::no_actual, Gap::too_little_data, Gap::qualitative}) {
        rows.rows.push_back({chart::gap_word(words, gap), chart::gap_meaning(words, gap)});
        if (data.kpis) rows.rows.back().push_back(words(Word::method_count, {{"n", counts.of(gap)}}));
    }
    return rows;
}

}  // namespace

float draw_rows(Context& ctx, Vec2 at, float width_px, const Rows& rows) {
    if (width_px < 640) return draw_stacked(ctx.ui, at, width_px, rows);
    ui::TableSpec table;
    table.id = rows.id, table.caption = rows.caption, table.rows = rows.rows;
    for (size_t i = 0; i < rows.columns.size(); ++i)
        table.columns.push_back({rows.columns[i], std::floor(width_px * rows.shares[i]), ui::Align::left});
    return ui::table(ctx.ui, at, width_px, table);
}

float about_method(Context& ctx, float y) {
    const Words& words = ctx.ui.words;
    const float text_w = std::min(ctx.width, text_px);
    ui::Flow flow{ctx.ui, ctx.left, y, text_w};
    flow.heading(words(Word::method_title), 2, style::heading, "about:method");
    flow.space(12);
    flow.paragraph(words(Word::method_text));
    flow.space(20);
    flow.y += draw_rows(ctx, {ctx.left, flow.y}, ctx.width, method_rows(words));
    flow.space(16);
    flow.paragraph(words(Word::method_limits));
    flow.space(12);
    flow.paragraph(words(Word::method_dates));
    flow.space(40);
    flow.heading(words(Word::method_gaps), 2, style::section, "about:gaps");
    flow.space(8);
    flow.paragraph(words(Word::method_gaps_text));
    flow.space(16);
    flow.y += draw_rows(ctx, {ctx.left, flow.y}, ctx.width, gap_rows(words, ctx.data));
    flow.space(40);
    flow.heading(words(Word::method_certainty), 2, style::section, "about:certainty");
    flow.space(8);
    flow.paragraph(words(Word::method_certainty_text));
    return flow.y;
}

}  // namespace atlas::page

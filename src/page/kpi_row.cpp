#include "page/kpi_row.h"

#include "page/names.h"
#include "page/story_parts.h"
#include "text/text.h"

namespace atlas::page {

using model::Gap;
using scene::Node;
using scene::Role;
using ui::Ui;
namespace style = ui::style;

namespace {

constexpr float pad = 16;
constexpr ui::TextStyle name_style{ui::size::body, Weight::bold, ui::ink::link, 1.5f};
constexpr ui::TextStyle official_style{ui::size::note, Weight::regular, ui::ink::soft, 1.5f};
constexpr ui::TextStyle value_style{ui::size::heading, Weight::bold, ui::ink::text, 1.3f};
constexpr ui::TextStyle target_style{ui::size::note, Weight::regular, ui::ink::text, 1.5f};

/// Left edges and widths of the columns of the wide form.
struct Columns {
    float name_x, name_w, line_x, line_w, bar_x, bar_w, value_x, value_w, target_x, target_w, status_x, status_w;
};
Columns columns_of(float x, float width_px) {
    constexpr float gap = 24, line = 88, bar = 168, value = 144, target = 160, status = 192;
    Columns c{};
    c.status_w = status, c.status_x = x + width_px - status;
    c.target_w = target, c.target_x = c.status_x - gap - target;
    c.value_w = value, c.value_x = c.target_x - gap - value;
    c.bar_w = bar, c.bar_x = c.value_x - gap - bar;
    c.line_w = line, c.line_x = c.bar_x - gap - line;
    c.name_x = x, c.name_w = c.line_x - gap - x;
    return c;
}
bool has_columns(const Context& ctx) { return ctx.width >= 1040; }

/// Short name as the link, the official name below it where it says more, and the note. Returns the height.
float draw_name(Context& ctx, Vec2 at, float width_px, const model::Kpi& kpi, std::string_view note, bool hover) {
    Ui& ui = ctx.ui;
    float x = at.x;
    for (const std::string& pillar : kpi.pillars) ui::pillar_mark(ui, {x + 10, at.y + 12}, 10, pillar), x += 26;
    const float marks_w = x - at.x + (kpi.pillars.empty() ? 0 : 6);
    const std::string name = name_of(ui.words, kpi);
    float y = at.y;
    const ui::TextStyle look = ui::with_color(name_style, hover ? ui::ink::link_hover : ui::ink::link);
    for (const text::Line& line : text::break_lines(name, look.font(), ui.measure, width_px - marks_w)) {
        const float baseline = Ui::baseline(y, look);
        const float bracket = Ui::bracket_px(line.text, look);
        const float w = ui.glyphs({at.x + marks_w + bracket, baseline}, line.text, look) + bracket;
        ui.rect({at.x + marks_w, baseline + 3, w, hover ? 2.f : 1.f}, look.color);
        y += look.line_px();
    }
    if (kpi.name != name)
        y += 4, y += ui::paragraph(ui, {at.x + marks_w, y}, width_px - marks_w, kpi.name, official_style);
    if (!note.empty()) y += 4, y += ui::paragraph(ui, {at.x + marks_w, y}, width_px - marks_w, note, official_style);
    return y - at.y;
}

std::string pillar_words(const Words& words, const model::Kpi& kpi) {
    std::vector<std::string> pillars;
    for (const std::string& pillar : kpi.pillars) pillars.push_back(words(Word::pillar_number, {{"id", pillar}}));
    return text::listed(words, pillars, Word::text_dot);
}

/// Latest figure with its unit, date and what limits it. Returns the height.
float draw_value(Ui& ui, Vec2 at, float width_px, const JudgedKpi& judged) {
    const model::Observation& latest = *judged.progress.latest;
    const float baseline = Ui::baseline(at.y, value_style);
    const text::Quantity quantity = text::quantity(ui.words, latest.value, latest.unit);
    // Long words of a unit go below the number, where both would reach into the next column.
    const bool is_long =
        quantity.is_spaced &&
        ui.width(quantity.number, value_style) + 4 + ui.width(quantity.unit, style::note_bold) > width_px;
    const float w =
        ui::figure(ui, {at.x, baseline}, quantity.number, is_long ? "" : quantity.unit, value_style.size_px);
    float y = at.y + value_style.line_px() + 2;
    if (is_long) y += ui.glyph_block({at.x, y}, width_px, quantity.unit, style::note_bold);
    Node node;
    node.role = Role::text, node.name = ui.words(Word::kpis_latest, {{"value", quantity.text()}}),
    node.rect = {at.x, at.y, w, value_style.line_px()};
    ui.add(std::move(node));
    y += ui::paragraph(ui, {at.x, y}, width_px, chart::when_text(ui.words, latest), official_style);
    y += ui::paragraph(ui, {at.x, y}, width_px, chart::caution_text(ui.words, latest), official_style);
    return y - at.y;
}

/// State, and below it that it rests on an approximation. Returns the height.
float draw_status(Ui& ui, Vec2 at, float width_px, const JudgedKpi& judged) {
    const float down = chart::status_label(ui, {at.x, at.y + 18}, width_px, judged.progress);
    if (judged.progress.status == model::Status::not_judged || judged.kpi->caveat.empty()) return 26 + down;
    ui::label(ui, {at.x + 26, at.y + 42}, ui.words(Word::kpis_approximate), style::note);
    return 50;
}

const model::Series* main_series(const Context& ctx, const model::Kpi& kpi) {
    return kpi.series.empty() ? nullptr : model::find_series(*ctx.data.kpis, kpi.series.front());
}

float draw_wide(Context& ctx, Vec2 at, const JudgedKpi& judged, std::string_view note, bool hover) {
    Ui& ui = ctx.ui;
    const model::Kpi& kpi = *judged.kpi;
    const model::Progress& progress = judged.progress;
    const Columns c = columns_of(at.x, ctx.width);
    const float top = at.y + pad;
    float h = draw_name(ctx, {c.name_x, top}, progress.latest ? c.name_w : c.name_w + 24 + c.line_w, kpi, note, hover);
    if (progress.latest) {
        if (const model::Series* series = main_series(ctx, kpi))
            chart::sparkline(ui, {c.line_x, top, c.line_w, 32}, *series, token::solid_gray_700);
        h = std::max(h, draw_value(ui, {c.value_x, top}, c.value_w, judged));
        if (progress.share)
            chart::bullet_bar(ui, "bar:" + kpi.id, {c.bar_x, top, c.bar_w, 24}, kpi, progress);
        else
            h = std::max(h, ui::paragraph(ui, {c.bar_x, top}, c.bar_w, chart::no_bar_text(ui.words, kpi, progress),
                                          official_style));
    } else {
        h = std::max(h, ui::paragraph(ui, {c.bar_x, top}, c.bar_w + 24 + c.value_w, missing_text(ui.words, progress),
                                      official_style));
    }
    h = std::max(
        h, ui::paragraph(ui, {c.target_x, top}, c.target_w, chart::target_text(ui.words, kpi.target), target_style));
    h = std::max(h, draw_status(ui, {c.status_x, top}, c.status_w, judged));
    return h + 2 * pad;
}

float draw_stacked(Context& ctx, Vec2 at, const JudgedKpi& judged, std::string_view note, bool hover) {
    Ui& ui = ctx.ui;
    const model::Kpi& kpi = *judged.kpi;
    const model::Progress& progress = judged.progress;
    float y = at.y + pad;
    y += draw_name(ctx, {at.x, y}, ctx.width, kpi, note, hover) + 8;
    y += draw_status(ui, {at.x, y}, ctx.width, judged) + 6;
    if (progress.latest) {
        const model::Series* series = main_series(ctx, kpi);
        if (series && series->points.size() > 1)
            chart::sparkline(ui, {at.x + ctx.width - 104, y, 96, 40}, *series, token::solid_gray_700);
        y += draw_value(ui, {at.x, y}, ctx.width - 120, judged) + 4;
        if (progress.share)
            chart::bullet_bar(ui, "bar:" + kpi.id, {at.x, y, std::min(ctx.width, 480.f), 24}, kpi, progress), y += 28;
        else
            y += ui::paragraph(ui, {at.x, y}, ctx.width, chart::no_bar_text(ui.words, kpi, progress), official_style) +
                 4;
    } else {
        y += ui::paragraph(ui, {at.x, y}, ctx.width, missing_text(ui.words, progress), official_style) + 4;
    }
    y +=
        ui::labelled(ui, {at.x, y}, ctx.width, Word::ui_target, chart::target_text(ui.words, kpi.target), target_style);
    return y + pad - at.y;
}

}  // namespace

std::string missing_text(const Words& words, const model::Progress& progress) {
    if (progress.latest) return "";
    switch (progress.gap) {
        case Gap::baseline_pending: return words(Word::kpis_missing_baseline);
        case Gap::no_actual: return words(Word::kpis_missing_actual);
        case Gap::too_little_data: return words(Word::kpis_missing_data);
        case Gap::qualitative: return words(Word::kpis_missing_number);
        case Gap::none: break;
    }
    return words(Word::kpis_missing);
}

float kpi_column_heads(Context& ctx, Vec2 at) {
    if (!has_columns(ctx)) return 0;
    Ui& ui = ctx.ui;
    const Columns c = columns_of(at.x, ctx.width);
    const float y = at.y + 16;
    ui.glyphs({c.name_x, y}, ui.words(Word::kpis_column_kpi), style::note);
    ui.glyphs({c.line_x, y}, ui.words(Word::kpis_column_line), style::note);
    ui.glyphs({c.bar_x, y}, ui.words(Word::kpis_column_bar), style::note);
    ui.glyphs({c.value_x, y}, ui.words(Word::kpis_column_value), style::note);
    ui.glyphs({c.target_x, y}, ui.words(Word::kpis_column_target), style::note);
    ui.glyphs({c.status_x, y}, ui.words(Word::kpis_status), style::note);
    return 24;
}

float kpi_row(Context& ctx, Vec2 at, const JudgedKpi& judged, std::string_view note) {
    Ui& ui = ctx.ui;
    const model::Kpi& kpi = *judged.kpi;
    const std::string id = "kpi:" + kpi.id;
    const bool hover = ui.hovered(id);
    Node item;
    item.role = Role::listitem;
    Ui::Scope scope(ui, std::move(item));
    const Ui::Part part(ui, id);
    const size_t ground = ui.marks().size();
    // The few rows that have figures are seen among the many that have none.
    const bool among_many = ctx.state.page == view::Page::kpis && !ctx.state.with_value;
    const bool has_ground = hover || (among_many && judged.progress.latest);
    if (has_ground) ui.rect({}, hover ? ui::ink::ground_second : ui::ink::tint, 8);
    Node link;
    link.id = id, link.role = Role::link, link.name = name_of(ui.words, kpi);
    link.description = pillar_words(ui.words, kpi), link.href = "/kpis/" + kpi.id, link.action = go(link.href);
    const int index = ui.add(std::move(link));
    const float h =
        has_columns(ctx) ? draw_wide(ctx, at, judged, note, hover) : draw_stacked(ctx, at, judged, note, hover);
    const Rect r{at.x, at.y, ctx.width, h};
    ui.scene.nodes[static_cast<size_t>(index)].rect = r;
    ui.scene.nodes[static_cast<size_t>(scope.index)].rect = r;
    ui.region(r, id, go("/kpis/" + kpi.id));
    if (has_ground) std::get<scene::RectMark>(ui.marks()[ground]).rect = {at.x - 8, at.y + 4, ctx.width + 16, h - 7};
    return h;
}

}  // namespace atlas::page

#include "page/kpi_row.h"

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
    float name_x, name_w, line_x, line_w, bar_x, bar_w, value_x, value_w, target_x, target_w, status_x;
};
Columns columns_of(float x, float width_px) {
    constexpr float gap = 24, line = 88, bar = 168, value = 144, target = 160, status = 192;
    Columns c{};
    c.status_x = x + width_px - status;
    c.target_w = target, c.target_x = c.status_x - gap - target;
    c.value_w = value, c.value_x = c.target_x - gap - value;
    c.bar_w = bar, c.bar_x = c.value_x - gap - bar;
    c.line_w = line, c.line_x = c.bar_x - gap - line;
    c.name_x = x, c.name_w = c.line_x - gap - x;
    return c;
}
bool has_columns(const Context& ctx) { return ctx.width >= 1040; }

/// Short name as the link, the official name below it where it says more. Returns the height.
float draw_name(Context& ctx, Vec2 at, float width_px, const model::Kpi& kpi, bool hover) {
    Ui& ui = ctx.ui;
    float x = at.x;
    for (const std::string& pillar : kpi.pillars) ui::pillar_mark(ui, {x + 10, at.y + 12}, 10, pillar), x += 26;
    const float marks_w = x - at.x + (kpi.pillars.empty() ? 0 : 6);
    const std::string& name = kpi.short_name.empty() ? kpi.name : kpi.short_name;
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
    return y - at.y;
}

std::string pillar_words(const model::Kpi& kpi) {
    std::string words;
    for (const std::string& pillar : kpi.pillars) words += (words.empty() ? "柱" : "・柱") + pillar;
    return words;
}

/// Latest figure with its unit, date and what limits it. Returns the height.
float draw_value(Ui& ui, Vec2 at, float width_px, const JudgedKpi& judged) {
    const model::Observation& latest = *judged.progress.latest;
    const float baseline = Ui::baseline(at.y, value_style);
    const float w = ui::figure(ui, {at.x, baseline}, text::number(latest.value, text::decimals_of(latest.value)),
                               latest.unit, value_style.size_px);
    Node node;
    node.role = Role::text, node.name = "最新 " + chart::value_text(latest.value, latest.unit),
    node.rect = {at.x, at.y, w, value_style.line_px()};
    ui.add(std::move(node));
    float y = at.y + value_style.line_px() + 2;
    y += ui::paragraph(ui, {at.x, y}, width_px, chart::when_text(latest), official_style);
    y += ui::paragraph(ui, {at.x, y}, width_px, chart::caution_text(latest), official_style);
    return y - at.y;
}

/// State, and below it that it rests on an approximation. Returns the height.
float draw_status(Ui& ui, Vec2 at, const JudgedKpi& judged) {
    chart::status_label(ui, {at.x, at.y + 18}, judged.progress);
    if (judged.progress.status == model::Status::not_judged || judged.kpi->caveat.empty()) return 26;
    ui::label(ui, {at.x + 26, at.y + 42}, "参考値による試算", style::note);
    return 50;
}

const model::Series* main_series(const Context& ctx, const model::Kpi& kpi) {
    return kpi.series.empty() ? nullptr : model::find_series(*ctx.data.kpis, kpi.series.front());
}

float draw_wide(Context& ctx, Vec2 at, const JudgedKpi& judged, bool hover) {
    Ui& ui = ctx.ui;
    const model::Kpi& kpi = *judged.kpi;
    const model::Progress& progress = judged.progress;
    const Columns c = columns_of(at.x, ctx.width);
    const float top = at.y + pad;
    float h = draw_name(ctx, {c.name_x, top}, progress.latest ? c.name_w : c.name_w + 24 + c.line_w, kpi, hover);
    if (progress.latest) {
        if (const model::Series* series = main_series(ctx, kpi))
            chart::sparkline(ui, {c.line_x, top, c.line_w, 32}, *series, token::solid_gray_700);
        h = std::max(h, draw_value(ui, {c.value_x, top}, c.value_w, judged));
        if (progress.share)
            chart::bullet_bar(ui, "bar:" + kpi.id, {c.bar_x, top, c.bar_w, 24}, kpi, progress);
        else
            h = std::max(h,
                         ui::paragraph(ui, {c.bar_x, top}, c.bar_w, chart::no_bar_text(kpi, progress), official_style));
    } else {
        h = std::max(
            h, ui::paragraph(ui, {c.bar_x, top}, c.bar_w + 24 + c.value_w, missing_words(progress), official_style));
    }
    h = std::max(h, ui::paragraph(ui, {c.target_x, top}, c.target_w, kpi.target.text, target_style));
    h = std::max(h, draw_status(ui, {c.status_x, top}, judged));
    return h + 2 * pad;
}

float draw_stacked(Context& ctx, Vec2 at, const JudgedKpi& judged, bool hover) {
    Ui& ui = ctx.ui;
    const model::Kpi& kpi = *judged.kpi;
    const model::Progress& progress = judged.progress;
    float y = at.y + pad;
    y += draw_name(ctx, {at.x, y}, ctx.width, kpi, hover) + 8;
    y += draw_status(ui, {at.x, y}, judged) + 6;
    if (progress.latest) {
        const model::Series* series = main_series(ctx, kpi);
        if (series && series->points.size() > 1)
            chart::sparkline(ui, {at.x + ctx.width - 104, y, 96, 40}, *series, token::solid_gray_700);
        y += draw_value(ui, {at.x, y}, ctx.width - 120, judged) + 4;
        if (progress.share)
            chart::bullet_bar(ui, "bar:" + kpi.id, {at.x, y, std::min(ctx.width, 480.f), 24}, kpi, progress), y += 28;
        else
            y += ui::paragraph(ui, {at.x, y}, ctx.width, chart::no_bar_text(kpi, progress), official_style) + 4;
    } else {
        y += ui::paragraph(ui, {at.x, y}, ctx.width, missing_words(progress), official_style) + 4;
    }
    y += ui::paragraph(ui, {at.x, y}, ctx.width, "目標：" + kpi.target.text, target_style);
    return y + pad - at.y;
}

}  // namespace

std::string missing_words(const model::Progress& progress) {
    if (progress.latest) return "";
    switch (progress.gap) {
        case Gap::baseline_pending: return "基準値を定める調査が、これから行われます。";
        case Gap::no_actual: return "実績値は、まだ公表が確認できていません。";
        case Gap::too_little_data: return "判定に使える値が、まだそろっていません。";
        case Gap::qualitative: return "数値では測らない目標です。";
        case Gap::none: break;
    }
    return "実績値がありません。";
}

float kpi_column_heads(Context& ctx, Vec2 at) {
    if (!has_columns(ctx)) return 0;
    Ui& ui = ctx.ui;
    const Columns c = columns_of(at.x, ctx.width);
    const float y = at.y + 16;
    ui.glyphs({c.name_x, y}, "KPI", style::note);
    ui.glyphs({c.line_x, y}, "推移", style::note);
    ui.glyphs({c.bar_x, y}, "目標までの道のり", style::note);
    ui.glyphs({c.value_x, y}, "最新の実績", style::note);
    ui.glyphs({c.target_x, y}, "目標", style::note);
    ui.glyphs({c.status_x, y}, "状態", style::note);
    return 24;
}

float kpi_row(Context& ctx, Vec2 at, const JudgedKpi& judged) {
    Ui& ui = ctx.ui;
    const model::Kpi& kpi = *judged.kpi;
    const std::string id = "kpi:" + kpi.id;
    const bool hover = ui.hovered(id);
    Node item;
    item.role = Role::listitem;
    Ui::Scope scope(ui, std::move(item));
    const size_t ground = ui.marks().size();
    // The few rows that have figures are seen among the many that have none.
    const bool among_many = ctx.state.page == view::Page::kpis && ctx.state.status != chart::has_value_key;
    const bool has_ground = hover || (among_many && judged.progress.latest);
    if (has_ground) ui.rect({}, hover ? ui::ink::ground_second : ui::ink::tint, 8);
    Node link;
    link.id = id, link.role = Role::link, link.name = kpi.short_name.empty() ? kpi.name : kpi.short_name;
    link.description = pillar_words(kpi), link.href = "/kpis/" + kpi.id, link.action = go(link.href);
    const int index = ui.add(std::move(link));
    const float h = has_columns(ctx) ? draw_wide(ctx, at, judged, hover) : draw_stacked(ctx, at, judged, hover);
    const Rect r{at.x, at.y, ctx.width, h};
    ui.scene.nodes[static_cast<size_t>(index)].rect = r;
    ui.scene.nodes[static_cast<size_t>(scope.index)].rect = r;
    ui.region(r, id, go("/kpis/" + kpi.id));
    if (has_ground) std::get<scene::RectMark>(ui.marks()[ground]).rect = {at.x - 8, at.y + 4, ctx.width + 16, h - 7};
    return h;
}

}  // namespace atlas::page

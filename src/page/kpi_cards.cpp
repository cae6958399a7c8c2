#include "page/kpi_cards.h"

#include <algorithm>

#include "chart/plot.h"
#include "page/names.h"
#include "page/story_parts.h"
#include "text/text.h"

namespace atlas::page {

using scene::Node;
using scene::Role;
using ui::Ui;
namespace style = ui::style;

namespace {

constexpr float pad_px = 20, gap_px = 24, plot_px = 96, years_px = 24, status_px = 32, figure_px = 34;
constexpr ui::TextStyle name_style{ui::size::body, Weight::bold, ui::ink::text, 1.45f};

const model::Series* course_of(const Data& data, const model::Kpi& kpi) {
    const model::Series* series = kpi.series.empty() ? nullptr : model::find_series(*data.kpis, kpi.series.front());
    return series && series->points.size() > 1 ? series : nullptr;
}

/// The target's value, where the axis of the observations can show it.
std::optional<double> target_of(const model::Kpi& kpi, const model::Series& series) {
    const model::KpiTarget& target = kpi.target;
    const bool same_unit = target.unit.empty() || target.unit == series.unit;
    return same_unit ? target.value : std::nullopt;
}

/// Observations as a line, the target as a ring at its year with the level that it asks for.
void draw_course(Ui& ui, const Rect& area, const model::Kpi& kpi, const model::Series& series) {
    chart::Extent time, value;
    for (const model::Observation& point : series.points) time.add(chart::time_of(point)), value.add(point.value);
    const std::optional<double> target = target_of(kpi, series);
    const bool has_date = target && kpi.target.year > 0;
    if (target) value.add(*target);
    if (has_date) time.add(chart::time_of(kpi.target.year, kpi.target.fiscal));
    if (value.from > 0 && value.from < 0.5 * value.to) value.add(0);
    if (value.to == value.from) value.add(value.to + 1);
    chart::PlotGround ground;
    ground.area = area;
    ground.x = {time.from, time.to, area.x + 6, area.right() - 8};
    ground.y.linear = {value.from, value.to, area.bottom() - 6, area.y + 8};
    const bool has_zero = value.from <= 0 && value.to >= 0;
    ui.hline(area.x, area.right(), std::round(has_zero ? ground.y(0) : area.bottom()), ui::ink::hairline);
    if (target) {
        const float y = ground.y(*target);
        ui.line({area.x, y}, {area.right(), y}, token::solid_gray_420, 1, 3);
        if (has_date)
            ui.symbol(ground.at(chart::time_of(kpi.target.year, kpi.target.fiscal), *target), 5, scene::Shape::circle,
                      ui::ink::ground, ui::ink::text, 2);
    }
    chart::draw_series_line(ui, ground, series, 1.5, token::blue_900);
    chart::draw_points(ui, ground, series, scene::Shape::circle, token::blue_900);
    const int from = series.points.front().year;
    const int to = has_date ? std::max(kpi.target.year, series.points.back().year) : series.points.back().year;
    ui.glyphs({area.x, area.bottom() + 18}, std::to_string(from), style::note);
    if (to != from) ui.glyphs({area.right(), area.bottom() + 18}, std::to_string(to), style::note, ui::Align::right);
}

struct Heights {
    float name = 0, target = 0;
    float card() const { return pad_px + name + 8 + status_px + figure_px + 24 + plot_px + years_px + target + pad_px; }
};

std::string target_line(const Words& words, const model::Kpi& kpi) {
    return words(Word::ui_target, {{"text", chart::target_text(words, kpi.target)}});
}

Heights heights_of(const Ui& ui, const std::vector<const JudgedKpi*>& cards, float inner) {
    Heights heights;
    for (const JudgedKpi* card : cards) {
        heights.name = std::max(heights.name, ui.height(name_of(ui.words, *card->kpi), name_style, inner));
        heights.target = std::max(heights.target, ui.height(target_line(ui.words, *card->kpi), style::note, inner));
    }
    return heights;
}

void draw_card(Context& ctx, const Rect& r, const Heights& heights, const JudgedKpi& judged) {
    Ui& ui = ctx.ui;
    const model::Kpi& kpi = *judged.kpi;
    const std::string name = name_of(ui.words, kpi);
    Node item;
    item.id = "card:" + kpi.id + "/item", item.role = Role::listitem;
    Ui::Scope scope(ui, std::move(item));
    const model::Observation& latest = *judged.progress.latest;
    const text::Quantity quantity = text::quantity(ui.words, latest.value, latest.unit);
    const std::string when = chart::when_text(ui.words, latest);
    ui::card(ui, "kpi:" + kpi.id, r, name, "/kpis/" + kpi.id);
    const float x = r.x + pad_px, inner = r.w - 2 * pad_px;
    float y = r.y + pad_px;
    ui.glyph_block({x, y}, inner, name, name_style);
    y += heights.name + 8;
    chart::status_label(ui, {x, y + 18}, inner, judged.progress);
    y += status_px;
    const float w = ui::figure(ui, {x, y + 26}, quantity.number, quantity.unit, ui::size::heading);
    Node figure;
    figure.role = Role::text, figure.name = ui.words(Word::kpis_latest, {{"value", quantity.text()}});
    figure.rect = {x, y, w, figure_px};
    ui.add(std::move(figure));
    y += figure_px;
    ui::label(ui, {x, y + 14}, when, style::note);
    y += 24;
    draw_course(ui, {x, y, inner, plot_px}, kpi, *course_of(ctx.data, kpi));
    ui::paragraph(ui, {x, y + plot_px + years_px}, inner, target_line(ui.words, kpi), style::note);
}

/// Rows of cards of one height. Returns the height.
float draw_cards(Context& ctx, Vec2 at, const std::string& name, const std::vector<const JudgedKpi*>& cards) {
    Ui& ui = ctx.ui;
    const size_t columns = ctx.width >= 1040 ? 3 : ctx.width >= 640 ? 2 : 1;
    const float w = std::floor((ctx.width - gap_px * static_cast<float>(columns - 1)) / static_cast<float>(columns));
    Node list;
    list.role = Role::list, list.name = name;
    Ui::Scope scope(ui, std::move(list));
    float y = at.y;
    for (size_t first = 0; first < cards.size(); first += columns) {
        const size_t end = std::min(cards.size(), first + columns);
        const std::vector<const JudgedKpi*> row(cards.begin() + static_cast<std::ptrdiff_t>(first),
                                                cards.begin() + static_cast<std::ptrdiff_t>(end));
        const Heights heights = heights_of(ui, row, w - 2 * pad_px);
        for (size_t i = 0; i < row.size(); ++i)
            draw_card(ctx, {at.x + static_cast<float>(i) * (w + gap_px), y, w, heights.card()}, heights, *row[i]);
        y += heights.card() + gap_px;
    }
    return y - at.y;
}

/// Name, state, and the only value or why there is none. Returns the height.
float draw_plain(Context& ctx, Vec2 at, float width_px, const JudgedKpi& judged) {
    Ui& ui = ctx.ui;
    const Words& words = ui.words;
    const model::Kpi& kpi = *judged.kpi;
    Node item;
    item.id = "rest:" + kpi.id + "/item", item.role = Role::listitem;
    Ui::Scope scope(ui, std::move(item));
    const chart::StatusStyle look = chart::status_style(judged.progress.status);
    ui.icon(look.icon, {at.x + 10, at.y + 13}, 18, look.color);
    const float x = at.x + 32, w = width_px - 32;
    float y = at.y;
    y += block_link(ui, "kpi:" + kpi.id, {x, y}, w, name_of(words, kpi), "/kpis/" + kpi.id) + 2;
    std::vector<std::string> told = {chart::status_text(words, judged.progress)};
    if (const auto& latest = judged.progress.latest)
        told.push_back(words(Word::kpis_latest, {{"value", text::quantity_text(words, latest->value, latest->unit)}}));
    told.push_back(target_line(words, kpi));
    return y + ui::paragraph(ui, {x, y}, w, text::listed(words, told), style::note) + 12 - at.y;
}

/// What has no course, in one or two columns. Returns the height.
float draw_rest(Context& ctx, Vec2 at, const std::vector<const JudgedKpi*>& rest) {
    Ui& ui = ctx.ui;
    const char* title = ui.words(Word::kpis_no_course);
    float y = at.y + ui::paragraph(ui, at, ctx.width, title, style::bold) + 8;
    Node list;
    list.role = Role::list, list.name = title;
    Ui::Scope scope(ui, std::move(list));
    const size_t columns = ctx.width >= 880 ? 2 : 1;
    const float w = (ctx.width - gap_px * static_cast<float>(columns - 1)) / static_cast<float>(columns);
    for (size_t first = 0; first < rest.size(); first += columns) {
        float h = 0;
        for (size_t i = first; i < std::min(rest.size(), first + columns); ++i)
            h = std::max(h, draw_plain(ctx, {at.x + static_cast<float>(i - first) * (w + gap_px), y}, w, *rest[i]));
        y += h;
    }
    return y - at.y;
}

}  // namespace

float kpi_cards(Context& ctx, Vec2 at, const BoardSection& section) {
    std::vector<const JudgedKpi*> cards, rest;
    for (const BoardGroup& group : section.groups)
        for (const JudgedKpi* entry : group.rows)
            (entry->progress.latest && course_of(ctx.data, *entry->kpi) ? cards : rest).push_back(entry);
    float y = at.y;
    if (!cards.empty()) y += draw_cards(ctx, {at.x, y}, section.title, cards) + 8;
    if (!rest.empty()) y += draw_rest(ctx, {at.x, y}, rest);
    return y - at.y;
}

}  // namespace atlas::page

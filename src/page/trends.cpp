// National trends by theme: each a small finished chart under its finding, then all first and latest values in one table.
#include <algorithm>

#include "chart/charts.h"
#include "core/strings.h"
#include "page/downloads.h"
#include "page/policy_tabs.h"
#include "page/trend_parts.h"
#include "text/text.h"
#include "ui/controls.h"

namespace atlas::page {

using model::Trend;
using scene::Node;
using scene::Role;
using ui::Ui;
namespace style = ui::style;

namespace {

/// Themes in the order in which the data name them.
std::vector<std::string> themes_of(const std::vector<Trend>& trends) {
    std::vector<std::string> themes;
    for (const Trend& trend : trends)
        if (std::find(themes.begin(), themes.end(), trend.theme) == themes.end()) themes.push_back(trend.theme);
    return themes;
}

std::string summary_of(const Context& ctx, const std::vector<std::string>& themes) {
    const Words& words = ctx.ui.words;
    size_t courses = 0, futures = 0;
    for (const Trend& trend : ctx.data.trends->trends) {
        const std::vector<TrendLineRef> lines = trend_lines(ctx.data, words, trend);
        courses += has_course(lines);
        futures += std::any_of(lines.begin(), lines.end(),
                               [&](const TrendLineRef& line) { return !future_text(words, *line.series).empty(); });
    }
    std::vector<std::string> names;
    for (const std::string& theme : themes) names.push_back(theme_name(words, theme));
    return words(Word::trends_summary, {{"names", text::listed(words, names)},
                                        {"themes", themes.size()},
                                        {"n", ctx.data.trends->trends.size()},
                                        {"line", courses},
                                        {"future", futures}});
}

/// One trend: figure, what is to be known of it at a glance, and the way to its page. Returns the height.
float draw_trend(Context& ctx, Vec2 at, float width_px, const Trend& trend) {
    Ui& ui = ctx.ui;
    const Words& words = ui.words;
    Node item;
    item.id = "item:" + trend.id, item.role = Role::listitem;
    Ui::Scope scope(ui, std::move(item));
    float y = at.y;
    y += trend_figure(ctx, {at.x, y}, width_px, trend, trend_lines(ctx.data, words, trend),
                      {"trend:" + trend.id, true, {}, ""});
    y += draw_chart_downloads(ctx, {at.x, y}, width_px, "trend:" + trend.id, true);
    if (trend.approximate)
        y += 4 + ui::paragraph(ui, {at.x, y + 4}, width_px, words(Word::trends_approximate), style::note_bold,
                               "approximate:" + trend.id);
    const std::string name = words(Word::trends_open_name, {{"name", name_of(words, trend)}});
    const bool fits = ui.width(name, style::bold) + 28 <= width_px;
    const std::string label = fits ? name : words(Word::trends_open);
    ui::arrow_link(ui, "open:" + trend.id, {at.x, y + 32}, label, "/trends/" + trend.id);
    // What is read names the trend, also where only the short words fit.
    for (Node& node : ui.scene.nodes)
        if (node.id == "open:" + trend.id) node.name = name;
    return y + 48 - at.y;
}

/// The trends of a theme, side by side where there is room. Returns the height.
float draw_theme(Context& ctx, float y, const std::string& theme) {
    Ui& ui = ctx.ui;
    const float top = y;
    const std::string name = theme_name(ui.words, theme);
    ui.hline(ctx.left, ctx.left + ctx.width, y);
    y += 24;
    y += ui::heading(ui, {ctx.left, y}, ctx.width, name, 2, style::heading) + 24;
    Node list;
    list.id = "theme:" + theme, list.role = Role::list, list.name = name;
    Ui::Scope scope(ui, std::move(list));
    const int columns = ctx.width >= 880 ? 2 : 1;
    constexpr float gap = 64;
    const float column_px = (ctx.width - gap * static_cast<float>(columns - 1)) / static_cast<float>(columns);
    float row_px = 0;
    int column = 0;
    for (const Trend& trend : ctx.data.trends->trends) {
        if (trend.theme != theme) continue;
        if (column == columns) y += row_px + 40, row_px = 0, column = 0;
        const float x = ctx.left + static_cast<float>(column++) * (column_px + gap);
        row_px = std::max(row_px, draw_trend(ctx, {x, y}, column_px, trend));
    }
    return y + row_px - top;
}

/// Every line of every trend: first, latest and projected value. Returns the height.
float draw_table(Context& ctx, float y) {
    const Words& words = ctx.ui.words;
    const float top = y;
    y += ui::heading(ctx.ui, {ctx.left, y}, ctx.width, words(Word::trends_list), 2, style::heading) + 16;
    const bool narrow = ctx.width < 720;
    ui::TableSpec table;
    table.id = "trends:table", table.caption = words(Word::trends_list);
    table.columns = {{words(Word::trends_column_trend), narrow ? ctx.width * 0.46f : 0, ui::Align::left}};
    if (!narrow) table.columns.push_back({words(Word::trends_column_first), 224, ui::Align::left});
    table.columns.push_back({words(Word::trends_column_latest), narrow ? 0 : 272.f, ui::Align::left});
    if (!narrow) table.columns.push_back({words(Word::trends_column_future), 184, ui::Align::left});
    for (const Trend& trend : ctx.data.trends->trends) {
        const std::vector<TrendLineRef> lines = trend_lines(ctx.data, words, trend);
        for (const TrendLineRef& line : lines) {
            const std::string title = name_of(words, trend);
            const std::string name =
                lines.size() > 1 ? words(Word::trends_line_of, {{"title", title}, {"label", line.label}}) : title;
            const auto& points = line.series->points;
            const model::Observation* latest = latest_observed(*line.series);
            const std::string& unit = line.series->unit;
            const std::string last = latest ? value_at(words, *latest, unit) : "";
            const std::string first = latest && latest != &points.front() ? value_at(words, points.front(), unit) : "";
            const std::string future = points.back().kind == "projection" ? value_at(words, points.back(), unit) : "";
            if (narrow)
                table.rows.push_back({name, future.empty() ? last : join({last, future}, "\n")});
            else
                table.rows.push_back({name, first, last, future});
        }
    }
    y += ui::table(ctx.ui, {ctx.left, y}, ctx.width, table) + 16;
    y += ui::paragraph(ctx.ui, {ctx.left, y}, std::min(ctx.width, 800.f), words(Word::trends_source), style::note) + 16;
    y += download_buttons(ctx, {ctx.left, y}, ctx.width, page_downloads(""));
    y += download_status(ctx, {ctx.left, y}, ctx.width);
    return y - top;
}

}  // namespace

void trends(Context& ctx) {
    using model::BundleName;
    const Words& words = ctx.ui.words;
    ctx.ui.scene.title = words(Word::trends_title);
    if (!require(ctx, {BundleName::policy, BundleName::kpis, BundleName::trends})) return;
    const std::vector<std::string> themes = themes_of(ctx.data.trends->trends);
    const std::string summary = summary_of(ctx, themes);
    ctx.ui.scene.description = summary;
    ui::Flow flow{ctx.ui, ctx.left, ctx.top, std::min(ctx.width, 800.f)};
    flow.heading(words(Word::trends_title), 1, ctx.ui.phone() ? style::page : style::page_large);
    flow.space(8);
    flow.y += progress_tabs(ctx, {flow.x, flow.y}, ctx.width);
    flow.paragraph(summary, ctx.ui.phone() ? style::body : style::lead, "trends:summary");
    flow.space(40);
    for (const std::string& theme : themes) flow.y += draw_theme(ctx, flow.y, theme) + 56;
    ctx.ui.hline(ctx.left, ctx.left + ctx.width, flow.y);
    flow.space(24);
    ctx.bottom = flow.y + draw_table(ctx, flow.y);
}

}  // namespace atlas::page

// One national trend: its finding with the chart, what the figure shows and what it does not, all values with their sources.
#include <algorithm>

#include "chart/charts.h"
#include "chart/timeline.h"
#include "page/downloads.h"
#include "page/kpi_parts.h"
#include "page/names.h"
#include "page/story_parts.h"
#include "page/trend_parts.h"
#include "text/text.h"

namespace atlas::page {

using model::Trend;
using ui::Ui;
namespace style = ui::style;

namespace {

/// What the data name for this trend, in the order of the history.
std::vector<const model::Event*> events_of(const Context& ctx, const Trend& trend) {
    std::vector<const model::Event*> events;
    for (const model::Event& event : ctx.data.background->framework.history)
        if (std::find(trend.events.begin(), trend.events.end(), event.id) != trend.events.end())
            events.push_back(&event);
    return events;
}

std::vector<chart::ChartEvent> marks_of(const Words& words, const std::vector<const model::Event*>& events) {
    std::vector<chart::ChartEvent> marks;
    for (const model::Event* event : events)
        marks.push_back({chart::time_of_date(event->date), text::date(words, event->date), event->title});
    return marks;
}

/// Where the events are taken from, each document once.
std::string sources_of(const Context& ctx, const std::vector<const model::Event*>& events) {
    const Words& words = ctx.ui.words;
    // A hall reads one title; the page, which the slide's address leads to, has all of them with their publishers.
    const bool in_hall = ctx.ui.env.projector;
    std::vector<std::string> docs, titles;
    for (const model::Event* event : events) {
        const std::string doc = event->sources.empty() ? "" : event->sources.front().doc;
        if (doc.empty() || std::find(docs.begin(), docs.end(), doc) != docs.end()) continue;
        docs.push_back(doc);
        const model::Source* source = in_hall && ctx.data.policy ? model::find_source(*ctx.data.policy, doc) : nullptr;
        titles.push_back(source ? quoted_title(*source) : source_text(words, ctx.data.policy.get(), {doc, 0, ""}));
    }
    if (docs.empty()) return {};
    const size_t others = in_hall ? titles.size() - 1 : 0;
    titles.resize(titles.size() - others);
    std::string named = text::listed(words, titles);
    if (others > 0) named = words(Word::trends_more_sources, {{"titles", named}, {"n", others}});
    return words(Word::trend_events, {{"sources", named}});
}

/// The caveat beside a rule in ink: always there, never folded. Returns the height.
float draw_caveat(Context& ctx, Vec2 at, float width_px, const Trend& trend) {
    if (trend.caveat.empty()) return 0;
    Ui& ui = ctx.ui;
    const float x = at.x + 20, inner = width_px - 20;
    float y = at.y;
    y += ui::paragraph(ui, {x, y}, inner, ui.words(Word::kpi_caveat), style::note_bold);
    y += ui::paragraph(ui, {x, y}, inner, trend.caveat, style::body, "trend:caveat");
    ui.rect({at.x, at.y, 4, y - at.y}, token::yellow_900);
    return y - at.y;
}

float draw_about(Context& ctx, Vec2 at, float width_px, const Trend& trend) {
    float y = at.y;
    y += ui::paragraph(ctx.ui, {at.x, y}, width_px, ctx.ui.words(Word::trend_about), style::note_bold);
    y += ui::paragraph(ctx.ui, {at.x, y}, width_px, trend.summary, style::body, "trend:about");
    return y - at.y;
}

/// What it shows and what it does not: side by side where there is room.
float draw_reading(Context& ctx, Vec2 at, const Trend& trend) {
    if (ctx.width >= 880) {
        const float column = (ctx.width - 64) / 2;
        const float about = draw_about(ctx, at, column, trend);
        return std::max(about, draw_caveat(ctx, {at.x + column + 64, at.y}, column, trend));
    }
    const float about = draw_about(ctx, at, ctx.width, trend);
    return about + 24 + draw_caveat(ctx, {at.x, at.y + about + 24}, ctx.width, trend);
}

void draw_observations(Context& ctx, ui::Flow& flow, const std::vector<TrendLineRef>& lines) {
    const Words& words = ctx.ui.words;
    if (lines.size() > 1) {
        flow.heading(words(Word::trend_observations), 2, style::section);
        flow.space(8);
    }
    for (const TrendLineRef& line : lines) {
        const std::string caption = lines.size() > 1 ? words(Word::trend_observations_of, {{"label", line.label}})
                                                     : words(Word::trend_observations);
        flow.heading(lines.size() > 1 ? line.label : caption, lines.size() > 1 ? 3 : 2,
                     lines.size() > 1 ? style::bold : style::section);
        flow.space(8);
        if (!line.series->definition.empty() && words.lang() == Lang::ja) {
            flow.paragraph(line.series->definition, style::note);
            flow.space(8);
        }
        const std::string& id = line.series->id;
        flow.y += observation_table(ctx, {flow.x, flow.y}, flow.width, *line.series,
                                    {"values:" + id, caption, "source:" + id + ":"});
        flow.space(32);
    }
}

/// KPIs that these values belong to.
void draw_kpis(Context& ctx, ui::Flow& flow, const std::vector<TrendLineRef>& lines) {
    std::vector<const model::Kpi*> kpis;
    for (const model::Kpi& kpi : ctx.data.kpis->kpis)
        for (const TrendLineRef& line : lines) {
            const bool is_own = line.series->kpi == kpi.id ||
                                std::find(kpi.series.begin(), kpi.series.end(), line.series->id) != kpi.series.end();
            if (is_own && (kpis.empty() || kpis.back() != &kpi)) kpis.push_back(&kpi);
        }
    if (kpis.empty()) return;
    flow.heading(ctx.ui.words(Word::trend_kpi), 2, style::section);
    flow.space(8);
    for (const model::Kpi* kpi : kpis)
        flow.y += block_link(ctx.ui, "kpi:" + kpi->id, {flow.x, flow.y}, flow.width, name_of(ctx.ui.words, *kpi),
                             "/kpis/" + kpi->id) +
                  8;
    flow.space(32);
}

/// The other trends of the theme, then the ones before and after in the list.
void draw_neighbours(Context& ctx, ui::Flow& flow, const Trend& trend) {
    const Words& words = ctx.ui.words;
    const auto& all = ctx.data.trends->trends;
    std::vector<const Trend*> same;
    for (const Trend& other : all)
        if (other.theme == trend.theme && other.id != trend.id) same.push_back(&other);
    if (!same.empty()) {
        flow.heading(words(Word::trend_neighbours), 2, style::section);
        flow.space(8);
        for (const Trend* other : same)
            flow.y += block_link(ctx.ui, "near:" + other->id, {flow.x, flow.y}, flow.width, name_of(words, *other),
                                 "/trends/" + other->id) +
                      8;
        flow.space(24);
    }
    const auto at = static_cast<size_t>(&trend - all.data());
    if (at > 0)
        flow.y += block_link(ctx.ui, "trend:previous", {flow.x, flow.y}, flow.width,
                             words(Word::trend_previous, {{"name", name_of(words, all[at - 1])}}),
                             "/trends/" + all[at - 1].id) +
                  8;
    if (at + 1 < all.size())
        flow.y +=
            block_link(ctx.ui, "trend:next", {flow.x, flow.y}, flow.width,
                       words(Word::trend_next, {{"name", name_of(words, all[at + 1])}}), "/trends/" + all[at + 1].id) +
            8;
}

void unknown_trend(Context& ctx) {
    const Words& words = ctx.ui.words;
    ctx.ui.scene.title = words(Word::trend_unknown);
    ui::Flow flow{ctx.ui, ctx.left, ctx.top, ctx.width};
    flow.heading(words(Word::trend_unknown), 1, style::page);
    flow.space(8);
    flow.paragraph(words(Word::trend_unknown_text, {{"id", ctx.state.id}}));
    ui::arrow_link(ctx.ui, "trend:to-list", {flow.x, flow.y + 36}, words(Word::trend_back), "/trends");
    ctx.bottom = flow.y + 56;
}

}  // namespace

void trend(Context& ctx) {
    using model::BundleName;
    const Words& words = ctx.ui.words;
    ctx.ui.scene.title = words(Word::trends_title);
    if (!require(ctx, {BundleName::policy, BundleName::kpis, BundleName::background, BundleName::trends})) return;
    const auto& all = ctx.data.trends->trends;
    const auto found = std::find_if(all.begin(), all.end(), [&](const Trend& t) { return t.id == ctx.state.id; });
    if (found == all.end()) return unknown_trend(ctx);
    const Trend& trend = *found;
    const std::vector<TrendLineRef> lines = trend_lines(ctx.data, words, trend);
    const std::string name = name_of(words, trend);
    ctx.ui.scene.title = name;
    ctx.ui.scene.description = trend_finding(words, trend, lines);
    ui::Flow flow{ctx.ui, ctx.left, ctx.top - 16, std::min(ctx.width, 960.f)};
    flow.y += back_link(ctx.ui, "trend:back", {flow.x, flow.y}, words(Word::trend_back), "/trends") + 8;
    flow.paragraph(theme_name(words, trend.theme), style::note, "trend:theme");
    flow.heading(name, 1, style::page);
    if (trend.approximate) flow.paragraph(words(Word::trends_approximate), style::note_bold, "trend:approximate");
    flow.space(24);
    const std::vector<const model::Event*> events = events_of(ctx, trend);
    flow.y += trend_figure(ctx, {flow.x, flow.y}, ctx.width, trend, lines,
                           {"trend:chart", false, marks_of(words, events), sources_of(ctx, events)}) +
              8;
    // A trend that is one large figure has no chart to cut out.
    const bool has_figure = ctx.ui.scene.find("trend:chart:figure") != nullptr;
    flow.y +=
        download_buttons(ctx, {flow.x, flow.y}, ctx.width, page_downloads(has_figure ? "trend:chart:figure" : ""));
    flow.y += download_status(ctx, {flow.x, flow.y}, ctx.width) + 32;
    flow.y += draw_reading(ctx, {flow.x, flow.y}, trend) + 56;
    draw_observations(ctx, flow, lines);
    draw_kpis(ctx, flow, lines);
    draw_neighbours(ctx, flow, trend);
    flow.space(16);
    flow.y += ui::source_line(ctx.ui, {flow.x, flow.y}, flow.width,
                              source_text(words, ctx.data.policy.get(), {trend.source, 0, ""}));
    ctx.bottom = flow.y;
}

}  // namespace atlas::page

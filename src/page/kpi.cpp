// One KPI: its figure, one sentence of judgement, the chart, the audit of the judgement, and where everything comes from.
#include <algorithm>
#include <cmath>

#include "page/kpi_parts.h"
#include "page/story_parts.h"
#include "text/text.h"

namespace atlas::page {

using model::Kpi;
using model::Series;
using scene::Node;
using scene::Role;
using ui::Ui;
namespace style = ui::style;

namespace {

const char* level_word(const std::string& level) {
    if (level == "impact") return "インパクト";
    if (level == "outcome") return "アウトカム";
    if (level == "output") return "アウトプット";
    if (level == "state-role") return "国の役割";
    return "";
}

void draw_title(Context& ctx, ui::Flow& flow, const Kpi& kpi) {
    Ui& ui = ctx.ui;
    flow.y += back_link(ui, "kpi:back", {flow.x, flow.y}, "目標の進み具合の一覧へ", "/kpis") + 8;
    flow.paragraph(std::string(level_word(kpi.level)) + "　" + kpi.group, style::note);
    flow.space(4);
    const float width = flow.width;
    flow.width = std::min(flow.width, 960.f);
    // Some official names are whole sentences: smaller on phones, where they would fill the screen.
    const bool is_long = ui.phone() && ui.height(kpi.name, style::page, flow.width) > 4 * style::page.line_px();
    flow.heading(kpi.name, 1, is_long ? style::section : style::page);
    flow.width = width;
    flow.space(4);
    float x = flow.x;
    for (const std::string& id : kpi.pillars) {
        const model::Pillar* pillar = model::find_pillar(*ctx.data.policy, id);
        if (!pillar) continue;
        const float w = 34 + ui.width("柱" + id + "　" + pillar->short_name, style::bold) + 24;
        if (x > flow.x && x + w > flow.x + flow.width) x = flow.x, flow.y += ui::target_px;
        pillar_link(ui, "pillar:" + id, {x, flow.y}, *pillar);
        x += w;
    }
    if (!kpi.pillars.empty()) flow.y += ui::target_px;
}

/// The figure at 64 px, shrunk where the page is too narrow for it; without one, the reason in plain words.
float draw_figure(Context& ctx, Vec2 at, float width_px, const JudgedKpi& judged) {
    Ui& ui = ctx.ui;
    float y = at.y;
    y += ui::paragraph(ui, {at.x, y}, width_px, "最新の実績", style::note_bold);
    if (!judged.progress.latest) {
        const ui::TextStyle words{ui::size::figure_small, Weight::bold, ui::ink::soft, 1.4f};
        y += 8;
        y += ui::paragraph(ui, {at.x, y}, width_px, model::gap_word(judged.progress.gap), words, "kpi:figure") + 4;
        return y + ui::paragraph(ui, {at.x, y}, width_px, missing_words(judged.progress), style::body) - at.y;
    }
    const model::Observation& latest = *judged.progress.latest;
    const std::string number = text::number(latest.value, text::decimals_of(latest.value));
    float px = ui::size::figure_large;
    const auto wide = [&](float size) {
        return ui.width(number, {size, Weight::bold}) + 4 +
                   ui.width(latest.unit, {std::max(ui::size::note, size * 0.45f), Weight::bold}) >
               width_px;
    };
    while (px > ui::size::figure_small && wide(px)) px -= 4;
    y += px;
    const float w = ui::figure(ui, {at.x, y}, number, latest.unit, px);
    Node node;
    node.id = "kpi:figure", node.role = Role::text, node.name = number + latest.unit,
    node.rect = {at.x, y - px, w, px * 1.2f};
    ui.add(std::move(node));
    y += px * 0.25f;
    const std::string caution = chart::caution_text(latest);
    y += ui::paragraph(ui, {at.x, y}, width_px,
                       chart::when_text(latest) + "の値" + (caution.empty() ? "" : "（" + caution + "）"), style::body);
    return y - at.y;
}

/// What the bar shows, in words.
std::string way_words(const model::Progress& progress) {
    std::string words = "目標までの道のりの" + text::number(*progress.share * 100, 0) + "%";
    if (progress.ratio && std::abs(*progress.ratio) > 1e-6)
        words +=
            "（細い線は、一定の速さで進んだ場合の" + text::number(*progress.share / *progress.ratio * 100, 0) + "%）";
    return words;
}

/// State, one sentence, target and way to it.
float draw_judgement(Context& ctx, Vec2 at, float width_px, const JudgedKpi& judged) {
    Ui& ui = ctx.ui;
    float y = at.y;
    y += ui::paragraph(ui, {at.x, y}, width_px, "目標", style::note_bold);
    y += ui::paragraph(ui, {at.x, y}, width_px, judged.kpi->target.text,
                       {ui::size::section, Weight::bold, ui::ink::text, 1.5f}) +
         16;
    if (judged.progress.share) {
        chart::bullet_bar(ui, "kpi:bar", {at.x, y, std::min(width_px, 416.f), 24}, *judged.kpi, judged.progress);
        y += 28;
        y += ui::paragraph(ui, {at.x, y}, width_px, way_words(judged.progress), style::note) + 12;
    }
    chart::status_label(ui, {at.x, y + 18}, judged.progress, "kpi:status");
    y += 32;
    y += ui::paragraph(ui, {at.x, y}, width_px, judged.progress.reason, style::body, "kpi:judgement");
    return y - at.y;
}

/// What must be known before the figures are read, beside a rule in ink.
float draw_caveat(Context& ctx, Vec2 at, float width_px, std::string_view title, std::string_view text) {
    if (text.empty()) return 0;
    Ui& ui = ctx.ui;
    const float x = at.x + 20, inner = width_px - 20;
    float y = at.y;
    y += ui::paragraph(ui, {x, y}, inner, title, style::note_bold);
    y += ui::paragraph(ui, {x, y}, inner, text, style::body);
    ui.rect({at.x, at.y, 4, y - at.y}, token::yellow_900);
    return y - at.y;
}

/// Definition and measures: beside the figures, or after them. Returns the y where it ends.
float draw_side(Context& ctx, Vec2 at, float width_px, const Kpi& kpi) {
    ui::Flow flow{ctx.ui, at.x, at.y, width_px};
    if (!kpi.definition.empty()) {
        flow.heading("このKPIの定義", 2, style::section);
        flow.space(4);
        flow.paragraph(kpi.definition);
        flow.space(40);
    }
    std::vector<const model::Measure*> measures;
    for (const std::string& id : kpi.measures)
        if (const model::Measure* measure = model::find_measure(*ctx.data.policy, id)) measures.push_back(measure);
    if (measures.empty()) return flow.y;
    flow.heading("関連する施策", 2, style::section);
    flow.space(8);
    for (const model::Measure* measure : measures) {
        const std::string pillar = measure->id.substr(0, measure->id.find('-'));
        ui::pillar_mark(ctx.ui, {flow.x + 10, flow.y + 14}, 10, pillar);
        flow.y += block_link(ctx.ui, "measure:" + measure->id, {flow.x + 32, flow.y}, width_px - 32, measure->title,
                             "/pillars/" + pillar) +
                  8;
    }
    return flow.y;
}

/// Chart, audit and observations. Returns the y where it ends.
float draw_evidence(Context& ctx, Vec2 at, float width_px, const JudgedKpi& judged, const Series* series) {
    Ui& ui = ctx.ui;
    ui::Flow flow{ui, at.x, at.y, width_px};
    if (series) {
        chart::LineChartOptions options;
        options.id = "kpi:chart", options.title = kpi_finding(*judged.kpi, *series),
        options.subtitle = kpi_subtitle(*judged.kpi, *series);
        options.source = observation_sources(*series), options.series = {series}, options.kpi = judged.kpi;
        flow.y += chart::line_chart(ui, {flow.x, flow.y}, width_px, options) + 48;
    }
    flow.heading("判定の根拠", 2, style::section);
    flow.space(8);
    flow.y += kpi_audit(ctx, {flow.x, flow.y}, width_px, judged);
    ui::arrow_link(ui, "kpi:method", {flow.x, flow.y + 34}, "判定の方法を読む", "/about");
    flow.space(56);
    if (!series) return flow.y;
    flow.space(40);
    flow.heading("実績値の一覧", 2, style::section);
    flow.space(8);
    flow.y += kpi_observations(ctx, {flow.x, flow.y}, width_px, *series);
    return flow.y;
}

/// Figures that bear on the KPI without counting what it counts: shown with what they are, never judged by.
void draw_references(Context& ctx, ui::Flow& flow, float width_px, const Kpi& kpi) {
    bool first = true;
    for (const Series& series : ctx.data.kpis->series) {
        const bool own = std::find(kpi.series.begin(), kpi.series.end(), series.id) != kpi.series.end();
        if (series.kpi != kpi.id || own || series.points.empty()) continue;
        flow.space(first ? 56 : 32);
        if (first)
            flow.y += ui::heading(ctx.ui, {flow.x, flow.y}, width_px, "参考の値（目標とは定義が違います）", 2,
                                  style::section) +
                      8;
        first = false;
        flow.y += ui::paragraph(ctx.ui, {flow.x, flow.y}, width_px, series.definition) + 8;
        flow.y += kpi_observations(ctx, {flow.x, flow.y}, width_px, series, true);
    }
}

void draw_stories(Context& ctx, ui::Flow& flow, const Kpi& kpi) {
    if (!ctx.data.stories) return;
    const auto shares_measure = [&](const model::Story& story) {
        for (const std::string& measure : story.measures)
            if (std::find(kpi.measures.begin(), kpi.measures.end(), measure) != kpi.measures.end()) return true;
        return std::find(story.kpis.begin(), story.kpis.end(), kpi.id) != story.kpis.end();
    };
    std::vector<const model::Story*> related;
    for (const model::Story& story : ctx.data.stories->stories)
        if (related.size() < 3 && shares_measure(story)) related.push_back(&story);
    if (related.empty()) return;
    flow.space(48);
    flow.heading("関連する事例", 2, style::section);
    flow.space(16);
    flow.y +=
        story_cards(ctx.ui, "kpi:stories", "関連する事例", {flow.x, flow.y}, ctx.width, related, ctx.data.places.get());
}

void draw_head(Context& ctx, ui::Flow& flow, const JudgedKpi& judged) {
    if (ctx.width >= 880) {
        const float left = ctx.width * 0.5f - 24, right_x = flow.x + left + 48;
        const float a = draw_figure(ctx, {flow.x, flow.y}, left, judged);
        const float b = draw_judgement(ctx, {right_x, flow.y}, ctx.width - left - 48, judged);
        flow.y += std::max(a, b);
        return;
    }
    flow.y += draw_figure(ctx, {flow.x, flow.y}, ctx.width, judged) + 24;
    flow.y += draw_judgement(ctx, {flow.x, flow.y}, ctx.width, judged);
}

void unknown_kpi(Context& ctx) {
    ctx.ui.scene.title = "見つからないKPI";
    ui::Flow flow{ctx.ui, ctx.left, ctx.top, ctx.width};
    flow.heading("このKPIは見つかりません", 1, style::page);
    flow.space(8);
    flow.paragraph("「" + ctx.state.id +
                   "」というKPIは収録されていません。アドレスをお確かめになるか、一覧からお探しください。");
    flow.space(8);
    ui::arrow_link(ctx.ui, "kpi:to-list", {flow.x, flow.y + 28}, "目標の進み具合の一覧へ", "/kpis");
    ctx.bottom = flow.y + 56;
}

}  // namespace

void kpi(Context& ctx) {
    using model::BundleName;
    ctx.ui.scene.title = "目標の進み具合";
    if (!require(ctx, {BundleName::policy, BundleName::kpis})) return;
    const Kpi* found = model::find_kpi(*ctx.data.kpis, ctx.state.id);
    if (!found) return unknown_kpi(ctx);
    const JudgedKpi judged{found, model::judge(*found, *ctx.data.kpis)};
    Ui& ui = ctx.ui;
    ui.scene.title = found->short_name.empty() ? found->name : found->short_name;
    ui.scene.description = ui.scene.title + "の目標は「" + found->target.text + "」。" + judged.progress.reason;
    const Series* series = found->series.empty() ? nullptr : model::find_series(*ctx.data.kpis, found->series.front());
    const bool has_points = series && !series->points.empty();
    ui::Flow flow{ui, ctx.left, ctx.top - 16, ctx.width};
    draw_title(ctx, flow, *found);
    flow.space(24);
    draw_head(ctx, flow, judged);
    flow.space(56);
    const bool beside = ctx.width >= 1040;
    const float side_w = beside ? 352 : ctx.width;
    const float main_w = beside ? ctx.width - side_w - 64 : ctx.width;
    // The caveat is drawn first: it is to be read before the figures, wherever it stands.
    const float side_x = beside ? ctx.left + main_w + 64 : ctx.left;
    float caveat_h = draw_caveat(ctx, {side_x, flow.y}, side_w, "この数値を読むときの注意", found->caveat);
    if (caveat_h > 0) caveat_h += 40;
    const float top = flow.y + (beside ? 0 : caveat_h);
    flow.y = draw_evidence(ctx, {flow.x, top}, main_w, judged, has_points ? series : nullptr);
    draw_references(ctx, flow, main_w, *found);
    const Vec2 side{side_x, beside ? top + caveat_h : flow.y + 48};
    flow.y = std::max(flow.y, draw_side(ctx, side, side_w, *found));
    draw_stories(ctx, flow, *found);
    flow.space(40);
    flow.y += ui::source_line(ui, {flow.x, flow.y}, std::min(ctx.width, 960.f),
                              "KPIと目標は" + source_text(ctx.data.policy.get(), found->source));
    ctx.bottom = flow.y;
}

}  // namespace atlas::page

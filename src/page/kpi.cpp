// One KPI: its figure, one sentence of judgement, the chart, the audit of the judgement, and where everything comes from.
#include <algorithm>
#include <cmath>

#include "page/downloads.h"
#include "page/kpi_board.h"
#include "page/kpi_parts.h"
#include "page/names.h"
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

void draw_title(Context& ctx, ui::Flow& flow, const Kpi& kpi) {
    Ui& ui = ctx.ui;
    const Vec2 top{flow.x, flow.y};
    flow.y += back_link(ui, "kpi:back", top, ui.words(Word::kpi_back), "/kpis") + 8;
    // The other page of the progress, one step away: beside the way back, or below it.
    const float trends_w = ui.width(ui.words(Word::trends_link), style::bold) + 24;
    const bool beside = ui.width(ui.words(Word::kpi_back), style::body) + 64 + trends_w <= flow.width;
    const Vec2 trends_at = beside ? Vec2{flow.x + flow.width - trends_w, top.y + 28} : Vec2{flow.x, flow.y + 20};
    ui::arrow_link(ui, "kpi:trends", trends_at, ui.words(Word::trends_link), "/trends");
    if (!beside) flow.space(ui::target_px);
    const bool in_japanese = ui.words.lang() == Lang::ja;
    const std::string level = level_name(ui.words, kpi.level);
    if (in_japanese) {
        flow.paragraph(ui.words(Word::kpi_level, {{"level", level}, {"group", kpi.group}}), style::note);
    } else {
        flow.paragraph(level, style::note);
        flow.paragraph(kpi.group, style::note);
    }
    flow.space(4);
    const float width = flow.width;
    flow.width = std::min(flow.width, 960.f);
    // Some official names are whole sentences: smaller on phones, where they would fill the screen.
    const std::string title = in_japanese ? kpi.name : name_of(ui.words, kpi);
    const bool is_long = ui.phone() && ui.height(title, style::page, flow.width) > 4 * style::page.line_px();
    flow.heading(title, 1, is_long ? style::section : style::page);
    if (title != kpi.name) flow.paragraph(kpi.name, style::soft, "kpi:official-name");
    flow.width = width;
    flow.space(4);
    float x = flow.x;
    for (const std::string& id : kpi.pillars) {
        const model::Pillar* pillar = model::find_pillar(*ctx.data.policy, id);
        if (!pillar) continue;
        const std::string words =
            ui.words(Word::pillar_numbered_apart, {{"id", id}, {"name", short_name_of(ui.words, *pillar)}});
        const float w = 34 + ui.width(words, style::bold) + 24;
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
    y += ui::paragraph(ui, {at.x, y}, width_px, ui.words(Word::kpi_latest), style::note_bold, "kpi:latest");
    if (!judged.progress.latest) {
        const ui::TextStyle look{ui::size::figure_small, Weight::bold, ui::ink::soft, 1.4f};
        const char* gap = chart::gap_word(ui.words, judged.progress.gap);
        y += 8;
        y += ui::paragraph(ui, {at.x, y}, width_px, gap, look, "kpi:figure") + 4;
        return y + ui::paragraph(ui, {at.x, y}, width_px, missing_text(ui.words, judged.progress), style::body) - at.y;
    }
    const model::Observation& latest = *judged.progress.latest;
    const text::Quantity quantity = text::quantity(ui.words, latest.value, latest.unit);
    float px = ui::size::figure_large;
    const auto wide = [&](float size) {
        return ui.width(quantity.number, {size, Weight::bold}) + 4 +
                   ui.width(quantity.unit, {std::max(ui::size::note, size * 0.45f), Weight::bold}) >
               width_px;
    };
    while (px > ui::size::figure_small && wide(px)) px -= 4;
    y += px;
    const float w = ui::figure(ui, {at.x, y}, quantity.number, quantity.unit, px);
    Node node;
    node.id = "kpi:figure", node.role = Role::text, node.name = quantity.text(),
    node.rect = {at.x, y - px, w, px * 1.2f};
    ui.add(std::move(node));
    y += px * 0.25f;
    const std::string caution = chart::caution_text(ui.words, latest);
    std::string when = ui.words(Word::kpi_value_of, {{"when", chart::when_text(ui.words, latest)}});
    if (!caution.empty()) when = ui.words(Word::text_with_note, {{"text", when}, {"note", caution}});
    return y + ui::paragraph(ui, {at.x, y}, width_px, when, style::body) - at.y;
}

/// What the bar shows, in words.
std::string way_text(const Words& words, const model::Progress& progress) {
    const auto percent = [](double share) { return text::number(share * 100, 0) + "%"; };
    std::string way = words(Word::chart_way, {{"share", percent(*progress.share)}});
    if (!progress.ratio || std::abs(*progress.ratio) <= 1e-6) return way;
    return words(Word::kpi_way, {{"way", way}, {"share", percent(*progress.share / *progress.ratio)}});
}

/// State, one sentence, target and way to it.
float draw_judgement(Context& ctx, Vec2 at, float width_px, const JudgedKpi& judged) {
    Ui& ui = ctx.ui;
    float y = at.y;
    const std::string target = chart::target_text(ui.words, judged.kpi->target);
    y += ui::paragraph(ui, {at.x, y}, width_px, ui.words(Word::kpi_target), style::note_bold);
    y += ui::paragraph(ui, {at.x, y}, width_px, target, {ui::size::section, Weight::bold, ui::ink::text, 1.5f});
    if (target != judged.kpi->target.text) {
        y += ui::paragraph(ui, {at.x, y + 4}, width_px, ui.words(Word::kpi_official_target), style::note) + 4;
        y += ui::paragraph(ui, {at.x, y}, width_px, judged.kpi->target.text, style::note, "kpi:official-target");
    }
    y += 16;
    if (judged.progress.share) {
        chart::bullet_bar(ui, "kpi:bar", {at.x, y, std::min(width_px, 416.f), 24}, *judged.kpi, judged.progress);
        y += 28;
        y += ui::paragraph(ui, {at.x, y}, width_px, way_text(ui.words, judged.progress), style::note) + 12;
    }
    y += 32 + chart::status_label(ui, {at.x, y + 18}, width_px, judged.progress, "kpi:status");
    y += ui::paragraph(ui, {at.x, y}, width_px, reason_of(ui.words, *judged.kpi, judged.progress), style::body,
                       "kpi:judgement");
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

/// The KPI's place in the logic model, by its code: "output d" → "/logic/d", "A-KPI①" → "/logic?n=A", "impact 1" →
/// "/logic?n=impact-1". Empty for any other code. The logic model itself is not needed for it.
std::string place_route(const Kpi& kpi) {
    const std::string_view code = kpi.code;
    const std::string_view last = code.substr(std::min(code.size(), code.rfind(' ') + 1));
    if (kpi.level == "output" && last.size() == 1) return "/logic/" + std::string(last);
    if (kpi.level == "state-role") return "/logic/state";
    if (kpi.level == "outcome" && code.size() > 1 && code[1] == '-') return "/logic?n=" + std::string(1, code[0]);
    if (kpi.level == "impact" && last.size() == 1) return "/logic?n=impact-" + std::string(last);
    return "";
}

/// What the KPI belongs to, as a link into the logic model, and the plans for it.
void draw_place(ui::Flow& flow, const Kpi& kpi) {
    const std::string route = place_route(kpi);
    if (route.empty()) return;
    flow.heading(flow.ui.words(Word::kpi_place), 2, style::section);
    flow.space(4);
    flow.paragraph(level_name(flow.ui.words, kpi.level), style::note);
    flow.paragraph(kpi.group);
    ui::arrow_link(flow.ui, "kpi:place", {flow.x, flow.y + 28}, flow.ui.words(Word::kpi_place_in), route);
    flow.space(ui::target_px);
    const std::string node = route.substr(route.find_last_of("/=") + 1);
    ui::arrow_link(flow.ui, "kpi:roadmap", {flow.x, flow.y + 28}, flow.ui.words(Word::logic_to_roadmap),
                   "/roadmap?n=" + node);
    flow.space(ui::target_px + 32);
}

void draw_measures(Context& ctx, ui::Flow& flow, const Kpi& kpi) {
    std::vector<const model::Measure*> measures;
    for (const std::string& id : kpi.measures)
        if (const model::Measure* measure = model::find_measure(*ctx.data.policy, id)) measures.push_back(measure);
    if (measures.empty()) return;
    flow.heading(ctx.ui.words(Word::kpi_measures), 2, style::section);
    flow.space(8);
    for (const model::Measure* measure : measures) {
        const std::string pillar = measure->id.substr(0, measure->id.find('-'));
        ui::pillar_mark(ctx.ui, {flow.x + 10, flow.y + 14}, 10, pillar);
        flow.y += block_link(ctx.ui, "measure:" + measure->id, {flow.x + 32, flow.y}, flow.width - 32, measure->title,
                             "/pillars/" + pillar) +
                  8;
    }
    flow.space(32);
}

/// Place, definition, measures and changes: beside the figures, or after them. Returns the y where it ends.
float draw_side(Context& ctx, Vec2 at, float width_px, const Kpi& kpi) {
    ui::Flow flow{ctx.ui, at.x, at.y, width_px};
    draw_place(flow, kpi);
    if (!kpi.definition.empty()) {
        flow.heading(ctx.ui.words(Word::kpi_definition), 2, style::section);
        flow.space(4);
        flow.paragraph(kpi.definition);
        flow.space(40);
    }
    draw_measures(ctx, flow, kpi);
    draw_kpi_changes(ctx, flow, kpi);
    return flow.y;
}

/// Chart, audit and observations. Returns the y where it ends.
float draw_evidence(Context& ctx, Vec2 at, float width_px, const JudgedKpi& judged, const Series* series) {
    Ui& ui = ctx.ui;
    ui::Flow flow{ui, at.x, at.y, width_px};
    if (series) {
        flow.y += kpi_chart(ctx, {flow.x, flow.y}, width_px, judged, *series) + 16;
        flow.y += download_buttons(ctx, {flow.x, flow.y}, width_px, page_downloads("kpi:chart:figure"));
        flow.y += download_status(ctx, {flow.x, flow.y}, width_px) + 40;
    }
    flow.heading(ui.words(Word::kpi_audit), 2, style::section);
    flow.space(8);
    flow.y += kpi_audit(ctx, {flow.x, flow.y}, width_px, judged);
    ui::arrow_link(ui, "kpi:method", {flow.x, flow.y + 34}, ui.words(Word::kpi_method), "/about");
    flow.space(56);
    if (!series) return flow.y;
    flow.space(40);
    flow.heading(ui.words(Word::kpi_observations), 2, style::section);
    flow.space(8);
    flow.y += observation_table(ctx, {flow.x, flow.y}, width_px, *series,
                                {"kpi:observations", ui.words(Word::kpi_observations), "source:"});
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
            flow.y +=
                ui::heading(ctx.ui, {flow.x, flow.y}, width_px, ctx.ui.words(Word::kpi_references), 2, style::section) +
                8;
        first = false;
        flow.y += ui::paragraph(ctx.ui, {flow.x, flow.y}, width_px, series.definition) + 8;
        const std::string id = "reference:" + series.id;
        flow.y += observation_table(ctx, {flow.x, flow.y}, width_px, series,
                                    {id, ctx.ui.words(Word::kpi_references_caption), id + ":source:"});
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
    flow.heading(ctx.ui.words(Word::kpi_stories), 2, style::section);
    flow.space(16);
    flow.y += story_cards(ctx.ui, "kpi:stories", ctx.ui.words(Word::kpi_stories), {flow.x, flow.y}, ctx.width, related,
                          ctx.data.places.get());
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
    const Words& words = ctx.ui.words;
    ctx.ui.scene.title = words(Word::kpi_unknown_title);
    ui::Flow flow{ctx.ui, ctx.left, ctx.top, ctx.width};
    flow.heading(words(Word::kpi_unknown), 1, style::page);
    flow.space(8);
    flow.paragraph(words(Word::kpi_unknown_text, {{"id", ctx.state.id}}));
    flow.space(8);
    ui::arrow_link(ctx.ui, "kpi:to-list", {flow.x, flow.y + 28}, words(Word::kpi_back), "/kpis");
    ctx.bottom = flow.y + 56;
}

}  // namespace

void kpi(Context& ctx) {
    using model::BundleName;
    const Words& words = ctx.ui.words;
    ctx.ui.scene.title = words(Word::nav_kpis);
    if (!require(ctx, {BundleName::policy, BundleName::kpis})) return;
    const Kpi* found = model::find_kpi(*ctx.data.kpis, ctx.state.id);
    if (!found) return unknown_kpi(ctx);
    const JudgedKpi judged{found, model::judge(*found, *ctx.data.kpis)};
    Ui& ui = ctx.ui;
    ui.scene.title = name_of(words, *found);
    ui.scene.description = words(Word::kpi_description, {{"name", ui.scene.title},
                                                         {"target", chart::target_text(words, found->target)},
                                                         {"judgement", reason_of(words, *found, judged.progress)}});
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
    float caveat_h = draw_caveat(ctx, {side_x, flow.y}, side_w, words(Word::kpi_caveat), found->caveat);
    if (caveat_h > 0) caveat_h += 40;
    const float top = flow.y + (beside ? 0 : caveat_h);
    flow.y = draw_evidence(ctx, {flow.x, top}, main_w, judged, has_points ? series : nullptr);
    draw_references(ctx, flow, main_w, *found);
    const Vec2 side{side_x, beside ? top + caveat_h : flow.y + 48};
    flow.y = std::max(flow.y, draw_side(ctx, side, side_w, *found));
    draw_stories(ctx, flow, *found);
    flow.space(40);
    flow.y += ui::source_line(
        ui, {flow.x, flow.y}, std::min(ctx.width, 960.f),
        words(Word::kpi_source, {{"source", source_text(words, ctx.data.policy.get(), found->source)}}));
    ctx.bottom = flow.y;
}

}  // namespace atlas::page

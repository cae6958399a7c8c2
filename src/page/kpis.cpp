// All KPIs: the honest strip, filters by state and pillar, and one row a KPI on a common scale.
#include "page/kpi_row.h"
#include "page/names.h"
#include "page/story_parts.h"
#include "text/text.h"

namespace atlas::page {

using model::Gap;
using model::Kpi;
using model::Status;
using scene::Node;
using scene::Role;
using ui::Ui;
using view::ViewState;
namespace style = ui::style;

namespace {

bool in_pillar(const Kpi& kpi, const std::string& pillar) {
    if (pillar.empty()) return true;
    for (const std::string& candidate : kpi.pillars)
        if (candidate == pillar) return true;
    return false;
}

std::vector<JudgedKpi> judge_all(const model::Kpis& kpis) {
    std::vector<JudgedKpi> judged;
    for (const Kpi& kpi : kpis.kpis) judged.push_back({&kpi, model::judge(kpi, kpis)});
    return judged;
}

int count(const std::vector<JudgedKpi>& all, const std::string& pillar, std::string_view status) {
    int n = 0;
    for (const JudgedKpi& entry : all)
        n += in_pillar(*entry.kpi, pillar) && chart::passes_status(entry.progress, status);
    return n;
}

constexpr Status statuses[] = {Status::achieved, Status::on_course, Status::accelerate,
                               Status::behind,   Status::reversing, Status::not_judged};
constexpr Gap gaps[] = {Gap::baseline_pending, Gap::no_actual, Gap::too_little_data, Gap::qualitative};

std::string route_for_status(const ViewState& state, std::string_view key) {
    return view::route_with(state, [&](ViewState& s) { s.status = key; });
}

ui::ChipSpec value_chip(const Context& ctx, const std::vector<JudgedKpi>& all) {
    const std::string key(chart::has_value_key);
    const Words& words = ctx.ui.words;
    return {
        "filter:status:" + key,
        words(Word::filter_count, {{"name", words(Word::kpis_has_value)}, {"n", count(all, ctx.state.pillar, key)}}),
        route_for_status(ctx.state, key), ctx.state.status == key, ""};
}

float strip(Context& ctx, const std::vector<JudgedKpi>& all, Vec2 at) {
    std::vector<chart::StatusShare> shares;
    for (const Status status : statuses) {
        const char* key = chart::status_key(status);
        shares.push_back({status, count(all, ctx.state.pillar, key), route_for_status(ctx.state, key)});
    }
    return chart::status_strip(ctx.ui, "kpis:strip", at, ctx.width, shares);
}

/// Word before its chips; above them on phones. Returns the height.
float chip_row(Context& ctx, Vec2 at, std::string id, std::string_view name, const std::vector<ui::ChipSpec>& chips) {
    const float label_w = ctx.ui.phone() ? 0 : 112;
    float y = at.y;
    if (ctx.ui.phone()) {
        ctx.ui.glyphs({at.x, Ui::baseline(y, style::note_bold)}, name, style::note_bold);
        y += style::note_bold.line_px() + 4;
    } else {
        ctx.ui.glyphs({at.x, y + 27}, name, style::note_bold);
    }
    y += ui::chip_group(ctx.ui, std::move(id), name, {at.x + label_w, y}, ctx.width - label_w, chips);
    return y - at.y;
}

float filters(Context& ctx, const std::vector<JudgedKpi>& all, Vec2 at) {
    const ViewState& state = ctx.state;
    const Words& words = ctx.ui.words;
    float y = at.y;
    std::vector<ui::ChipSpec> chips;
    const auto add = [&](std::string_view key, const std::string& word, bool always) {
        const int n = count(all, state.pillar, key);
        if (n == 0 && !always && state.status != key) return;
        chips.push_back({"filter:status:" + (key.empty() ? std::string("all") : std::string(key)),
                         words(Word::filter_count, {{"name", word}, {"n", n}}), route_for_status(state, key),
                         state.status == key, ""});
    };
    add("", words(Word::kpis_all), true);
    chips.push_back(value_chip(ctx, all));
    for (const Status status : statuses) add(chart::status_key(status), chart::status_word(words, status), true);
    y += chip_row(ctx, {at.x, y}, "filter:status", words(Word::kpis_status), chips) + 4;
    chips.clear();
    for (const Gap gap : gaps) add(chart::gap_key(gap), chart::gap_word(words, gap), false);
    if (!chips.empty()) y += chip_row(ctx, {at.x, y}, "filter:gap", words(Word::kpis_gap), chips) + 4;
    chips.clear();
    const auto add_pillar = [&](const std::string& pillar, const std::string& word) {
        const std::string href = view::route_with(state, [&](ViewState& s) { s.pillar = pillar; });
        chips.push_back({"filter:pillar:" + (pillar.empty() ? "all" : pillar),
                         words(Word::filter_count, {{"name", word}, {"n", count(all, pillar, state.status)}}), href,
                         state.pillar == pillar, pillar});
    };
    add_pillar("", words(Word::kpis_all));
    for (const model::Pillar& pillar : ctx.data.policy->pillars) add_pillar(pillar.id, short_name_of(words, pillar));
    y += chip_row(ctx, {at.x, y}, "filter:pillar", words(Word::kpis_pillar), chips);
    return y - at.y;
}

/// `quick`: while the filters are folded, the one that most visitors want stands beside the count.
float result_line(Context& ctx, Vec2 at, size_t shown, size_t total, const ui::ChipSpec* quick) {
    Ui& ui = ctx.ui;
    const bool is_filtered = !ctx.state.status.empty() || !ctx.state.pillar.empty();
    const std::string text = is_filtered ? ui.words(Word::kpis_filtered, {{"total", total}, {"shown", shown}})
                                         : ui.words(Word::kpis_count, {{"n", total}});
    Node node;
    node.id = "kpis:count", node.role = Role::status, node.name = text;
    const float w = ui.glyphs({at.x, at.y + 28}, text, {ui::size::section, Weight::bold});
    node.rect = {at.x, at.y + 6, w, 32};
    ui.add(std::move(node));
    if (quick && !is_filtered) ui::chip(ui, quick->id, {at.x + w + 24, at.y}, quick->text, quick->href, false);
    if (is_filtered) {
        ui::ButtonSpec clear;
        clear.id = "filter:clear", clear.label = ui.words(Word::filter_clear), clear.kind = ui::ButtonKind::quiet;
        clear.has_icon = true, clear.icon = ui::Icon::close;
        clear.action = adjust(view::route_with(ctx.state, [](ViewState& s) { s.status.clear(), s.pillar.clear(); }));
        ui::button(ui, {at.x + w + 24, at.y, ui::button_width(ui, clear.label, true), ui::target_px}, clear);
    }
    return ui::target_px;
}

/// "条件：順調、地方経済", also while the filters are folded; empty when none is set.
std::string chosen_words(const Context& ctx) {
    const Words& words = ctx.ui.words;
    std::vector<std::string> chosen;
    for (const Status status : statuses)
        if (ctx.state.status == chart::status_key(status)) chosen.emplace_back(chart::status_word(words, status));
    if (ctx.state.status == chart::has_value_key) chosen.emplace_back(words(Word::kpis_has_value));
    for (const Gap gap : gaps)
        if (ctx.state.status == chart::gap_key(gap)) chosen.emplace_back(chart::gap_word(words, gap));
    const model::Pillar* pillar = model::find_pillar(*ctx.data.policy, ctx.state.pillar);
    if (pillar) chosen.push_back(short_name_of(words, *pillar));
    return chosen.empty() ? "" : words(Word::filter_chosen, {{"words", text::listed(words, chosen)}});
}

struct Level {
    const char* key;
    Word title, text;
};
constexpr Level levels[] = {
    {"impact", Word::kpis_impact, Word::kpis_impact_text},
    {"outcome", Word::kpis_outcome, Word::kpis_outcome_text},
    {"output", Word::kpis_output, Word::kpis_output_text},
    {"state-role", Word::kpis_state_role, Word::kpis_state_role_text},
};

float level_section(Context& ctx, const Level& level, const std::vector<const JudgedKpi*>& shown, Vec2 at) {
    Ui& ui = ctx.ui;
    float y = at.y;
    std::string group;
    bool is_open = false;
    for (const JudgedKpi* entry : shown) {
        if (entry->kpi->level != level.key) continue;
        if (y == at.y) {
            y += 40;
            y += ui::heading(ui, {at.x, y}, ctx.width, ui.words(level.title), 2, style::heading);
            y += ui::paragraph(ui, {at.x, y}, ctx.width, ui.words(level.text), style::note) + 8;
            y += kpi_column_heads(ctx, {at.x, y});
        }
        if (!is_open || entry->kpi->group != group) {
            if (is_open) ui.close();
            group = entry->kpi->group;
            y += y > at.y + 150 ? 32.f : 16.f;
            y += ui::heading(ui, {at.x, y}, ctx.width, group, 3, {ui::size::lead, Weight::bold, ui::ink::text, 1.5f}) +
                 8;
            Node list;
            list.role = Role::list, list.name = group;
            ui.open(std::move(list));
            is_open = true;
            ui.hline(at.x, at.x + ctx.width, y, ui::ink::text);
        } else {
            ui.hline(at.x, at.x + ctx.width, y, token::solid_gray_200);
        }
        y += kpi_row(ctx, {at.x, y}, *entry);
    }
    if (is_open) ui.close();
    return y - at.y;
}

}  // namespace

void kpis(Context& ctx) {
    using model::BundleName;
    const Words& words = ctx.ui.words;
    ctx.ui.scene.title = words(Word::nav_kpis);
    ctx.ui.scene.description = words(Word::kpis_description);
    if (!require(ctx, {BundleName::policy, BundleName::kpis})) return;
    Ui& ui = ctx.ui;
    const std::vector<JudgedKpi> all = judge_all(*ctx.data.kpis);
    std::vector<const JudgedKpi*> shown;
    for (const JudgedKpi& entry : all)
        if (in_pillar(*entry.kpi, ctx.state.pillar) && chart::passes_status(entry.progress, ctx.state.status))
            shown.push_back(&entry);
    ui::Flow flow{ui, ctx.left, ctx.top, ctx.width};
    flow.heading(words(Word::nav_kpis), 1, ui.phone() ? style::page : style::page_large);
    flow.space(8);
    const int unjudged = count(all, "", chart::status_key(Status::not_judged));
    flow.width = std::min(ctx.width, 760.f);
    flow.paragraph(
        words(Word::kpis_intro,
              {{"total", all.size()}, {"unjudged", unjudged}, {"valued", count(all, "", chart::has_value_key)}}));
    flow.width = ctx.width;
    flow.space(24);
    flow.y += strip(ctx, all, {flow.x, flow.y}) + 16;
    flow.rule();
    flow.space(12);
    const auto [folded, toggle_h] = fold_toggle(ctx, "filters:kpis", words(Word::kpis_more_filters), {flow.x, flow.y});
    flow.y += toggle_h;
    if (!folded) flow.y += filters(ctx, all, {flow.x, flow.y});
    flow.space(12);
    flow.rule();
    flow.space(16);
    const ui::ChipSpec quick = value_chip(ctx, all);
    flow.y += result_line(ctx, {flow.x, flow.y}, shown.size(), all.size(), folded ? &quick : nullptr);
    flow.paragraph(chosen_words(ctx), style::note, "kpis:chosen");
    for (const Level& level : levels) flow.y += level_section(ctx, level, shown, {flow.x, flow.y});
    if (shown.empty()) {
        flow.space(16);
        flow.paragraph(words(Word::kpis_none));
    }
    flow.space(32);
    const model::SourceRef strategy{all.empty() ? "" : all.front().kpi->source.doc, 0, ""};
    flow.y +=
        ui::source_line(ui, {flow.x, flow.y}, ctx.width,
                        words(Word::kpis_sources, {{"source", source_text(words, ctx.data.policy.get(), strategy)}}));
    ui::arrow_link(ui, "kpis:method", {flow.x, flow.y + 32}, words(Word::kpis_method), "/about");
    ctx.bottom = flow.y + 56;
}

}  // namespace atlas::page

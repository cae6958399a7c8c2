// All KPIs: the honest strip, filters by state and pillar, and one row a KPI on a common scale.
#include "core/strings.h"
#include "page/kpi_row.h"
#include "page/story_parts.h"

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
    return {"filter:status:" + key, "実績値あり " + std::to_string(count(all, ctx.state.pillar, key)),
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
    float y = at.y;
    std::vector<ui::ChipSpec> chips;
    const auto add = [&](std::string_view key, const std::string& word, bool always) {
        const int n = count(all, state.pillar, key);
        if (n == 0 && !always && state.status != key) return;
        chips.push_back({"filter:status:" + (key.empty() ? std::string("all") : std::string(key)),
                         word + " " + std::to_string(n), route_for_status(state, key), state.status == key, ""});
    };
    add("", "すべて", true);
    chips.push_back(value_chip(ctx, all));
    for (const Status status : statuses) add(chart::status_key(status), model::status_word(status), true);
    y += chip_row(ctx, {at.x, y}, "filter:status", "状態", chips) + 4;
    chips.clear();
    for (const Gap gap : gaps) add(chart::gap_key(gap), model::gap_word(gap), false);
    if (!chips.empty()) y += chip_row(ctx, {at.x, y}, "filter:gap", "判定不可の理由", chips) + 4;
    chips.clear();
    const auto add_pillar = [&](const std::string& pillar, const std::string& word) {
        const std::string href = view::route_with(state, [&](ViewState& s) { s.pillar = pillar; });
        chips.push_back({"filter:pillar:" + (pillar.empty() ? "all" : pillar),
                         word + " " + std::to_string(count(all, pillar, state.status)), href, state.pillar == pillar,
                         pillar});
    };
    add_pillar("", "すべて");
    for (const model::Pillar& pillar : ctx.data.policy->pillars) add_pillar(pillar.id, pillar.short_name);
    y += chip_row(ctx, {at.x, y}, "filter:pillar", "政策の柱", chips);
    return y - at.y;
}

/// `quick`: while the filters are folded, the one that most visitors want stands beside the count.
float result_line(Context& ctx, Vec2 at, size_t shown, size_t total, const ui::ChipSpec* quick) {
    Ui& ui = ctx.ui;
    const bool is_filtered = !ctx.state.status.empty() || !ctx.state.pillar.empty();
    const std::string text = is_filtered ? std::to_string(total) + "件のうち" + std::to_string(shown) + "件"
                                         : std::to_string(total) + "件のKPI";
    Node node;
    node.id = "kpis:count", node.role = Role::status, node.name = text;
    const float w = ui.glyphs({at.x, at.y + 28}, text, {ui::size::section, Weight::bold});
    node.rect = {at.x, at.y + 6, w, 32};
    ui.add(std::move(node));
    if (quick && !is_filtered) ui::chip(ui, quick->id, {at.x + w + 24, at.y}, quick->text, quick->href, false);
    if (is_filtered) {
        ui::ButtonSpec clear;
        clear.id = "filter:clear", clear.label = "条件を消す", clear.kind = ui::ButtonKind::quiet;
        clear.has_icon = true, clear.icon = ui::Icon::close;
        clear.action = adjust(view::route_with(ctx.state, [](ViewState& s) { s.status.clear(), s.pillar.clear(); }));
        ui::button(ui, {at.x + w + 24, at.y, ui::button_width(ui, clear.label, true), ui::target_px}, clear);
    }
    return ui::target_px;
}

/// "条件：順調、地方経済", also while the filters are folded; empty when none is set.
std::string chosen_words(const Context& ctx) {
    std::vector<std::string> words;
    for (const Status status : statuses)
        if (ctx.state.status == chart::status_key(status)) words.emplace_back(model::status_word(status));
    if (ctx.state.status == chart::has_value_key) words.emplace_back("実績値あり");
    for (const Gap gap : gaps)
        if (ctx.state.status == chart::gap_key(gap)) words.emplace_back(model::gap_word(gap));
    const model::Pillar* pillar = model::find_pillar(*ctx.data.policy, ctx.state.pillar);
    if (pillar) words.push_back(pillar->short_name);
    return words.empty() ? "" : "条件：" + join(words, "、");
}

struct Level {
    const char *key, *title, *words;
};
constexpr Level levels[] = {
    {"impact", "インパクト", "政策の結果として目指す、社会全体の変化を測る目標です。"},
    {"outcome", "アウトカム", "地域や暮らしに表れる成果を測る目標です。"},
    {"output", "アウトプット", "個々の施策がどこまで実行されたかを測る目標です。"},
    {"state-role", "国の役割", "地方の取組を支える、国の仕組みについての目標です。"},
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
            y += ui::heading(ui, {at.x, y}, ctx.width, level.title, 2, style::heading);
            y += ui::paragraph(ui, {at.x, y}, ctx.width, level.words, style::note) + 8;
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
    ctx.ui.scene.title = "目標の進み具合";
    ctx.ui.scene.description = "地方創生の目標（KPI）ごとに、目標、最新の実績値、進み具合の判定を示します。";
    if (!require(ctx, {BundleName::policy, BundleName::kpis})) return;
    Ui& ui = ctx.ui;
    const std::vector<JudgedKpi> all = judge_all(*ctx.data.kpis);
    std::vector<const JudgedKpi*> shown;
    for (const JudgedKpi& entry : all)
        if (in_pillar(*entry.kpi, ctx.state.pillar) && chart::passes_status(entry.progress, ctx.state.status))
            shown.push_back(&entry);
    ui::Flow flow{ui, ctx.left, ctx.top, ctx.width};
    flow.heading("目標の進み具合", 1, ui.phone() ? style::page : style::page_large);
    flow.space(8);
    const int unjudged = count(all, "", chart::status_key(Status::not_judged));
    flow.width = std::min(ctx.width, 760.f);
    flow.paragraph("国の総合戦略が定めた" + std::to_string(all.size()) +
                   "のKPI（目標の達成度を測る指標）です。このうち" + std::to_string(unjudged) +
                   "は、基準値や実績値がまだ公表されていないなどの理由で、進み具合を判定できません。実績値があるのは" +
                   std::to_string(count(all, "", chart::has_value_key)) + "件です。");
    flow.width = ctx.width;
    flow.space(24);
    flow.y += strip(ctx, all, {flow.x, flow.y}) + 16;
    flow.rule();
    flow.space(12);
    const auto [folded, toggle_h] = fold_toggle(ctx, "filters:kpis", "状態や柱でしぼる", {flow.x, flow.y});
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
        flow.paragraph("この条件に当てはまるKPIはありません。「条件を消す」を押すと、すべてのKPIに戻ります。");
    }
    flow.space(32);
    flow.y += ui::source_line(
        ui, {flow.x, flow.y}, ctx.width,
        "目標は" + source_text(ctx.data.policy.get(), {all.empty() ? "" : all.front().kpi->source.doc, 0, ""}) +
            "。実績値の出典は、KPIごとのページにあります。");
    ui::arrow_link(ui, "kpis:method", {flow.x, flow.y + 32}, "進み具合の判定の方法", "/about");
    ctx.bottom = flow.y + 56;
}

}  // namespace atlas::page

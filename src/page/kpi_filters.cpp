#include "page/kpi_filters.h"

#include "model/logic_lookup.h"
#include "page/names.h"
#include "page/story_parts.h"
#include "text/text.h"

namespace atlas::page {

using model::Gap;
using model::Status;
using scene::Node;
using scene::Option;
using scene::Role;
using ui::Ui;
using view::ViewState;
namespace style = ui::style;

namespace {

constexpr Status statuses[] = {Status::achieved, Status::on_course, Status::accelerate,
                               Status::behind,   Status::reversing, Status::not_judged};
constexpr Gap gaps[] = {Gap::baseline_pending, Gap::no_actual, Gap::too_little_data, Gap::qualitative};
constexpr const char* fold_name = "filters:kpis";

bool is_folded(const Context& ctx) { return ctx.ui.phone() && !ctx.ui.is_open(fold_name); }

std::string route_for_status(const ViewState& state, std::string_view key) {
    return view::route_with(state, [&](ViewState& s) { s.status = key; });
}

int count_of_status(const Context& ctx, const Board& board, std::string_view key) {
    return count_with(board, ctx.state, [&](ViewState& s) { s.status = key; });
}

ui::ChipSpec status_chip(const Context& ctx, const Board& board, std::string_view key, std::string_view name) {
    const std::string id = "filter:status:" + std::string(key.empty() ? "all" : key);
    const int n = count_of_status(ctx, board, key);
    return {id, ctx.ui.words(Word::filter_count, {{"name", name}, {"n", n}}), route_for_status(ctx.state, key),
            ctx.state.status == key, ""};
}

/// "With results", beside the states: a KPI may have a result and still not be judged.
ui::ChipSpec value_chip(const Context& ctx, const Board& board, bool with_value) {
    const auto change = [&](ViewState& s) { s.with_value = with_value; };
    const std::string name = ctx.ui.words(with_value ? Word::kpis_has_value : Word::kpis_all);
    return {with_value ? "filter:value:yes" : "filter:value:all",
            ctx.ui.words(Word::filter_count, {{"name", name}, {"n", count_with(board, ctx.state, change)}}),
            view::route_with(ctx.state, change), ctx.state.with_value == with_value, ""};
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

/// Results, states, then the reasons why there is none, as far as they occur. Returns the height.
float state_chips(Context& ctx, const Board& board, Vec2 at) {
    const Words& words = ctx.ui.words;
    float y = at.y;
    std::vector<ui::ChipSpec> chips = {value_chip(ctx, board, false), value_chip(ctx, board, true)};
    y += chip_row(ctx, {at.x, y}, "filter:value", words(Word::kpis_column_value), chips) + 4;
    chips = {status_chip(ctx, board, "", words(Word::kpis_all))};
    for (const Status status : statuses)
        chips.push_back(status_chip(ctx, board, chart::status_key(status), chart::status_word(words, status)));
    y += chip_row(ctx, {at.x, y}, "filter:status", words(Word::kpis_status), chips) + 4;
    chips.clear();
    for (const Gap gap : gaps) {
        const std::string_view key = chart::gap_key(gap);
        if (count_of_status(ctx, board, key) > 0 || ctx.state.status == key)
            chips.push_back(status_chip(ctx, board, key, chart::gap_word(words, gap)));
    }
    if (!chips.empty()) y += chip_row(ctx, {at.x, y}, "filter:gap", words(Word::kpis_gap), chips) + 4;
    return y - at.y;
}

float pillar_chips(Context& ctx, const Board& board, Vec2 at) {
    const Words& words = ctx.ui.words;
    std::vector<ui::ChipSpec> chips;
    const auto add = [&](const std::string& pillar, const std::string& name) {
        const auto change = [&](ViewState& s) { s.pillar = pillar; };
        const int n = count_with(board, ctx.state, change);
        chips.push_back({"filter:pillar:" + (pillar.empty() ? "all" : pillar),
                         words(Word::filter_count, {{"name", name}, {"n", n}}), view::route_with(ctx.state, change),
                         ctx.state.pillar == pillar, pillar});
    };
    add("", words(Word::kpis_all));
    for (const model::Pillar& pillar : ctx.data.policy->pillars) add(pillar.id, short_name_of(words, pillar));
    return chip_row(ctx, at, "filter:pillar", words(Word::kpis_pillar), chips);
}

std::vector<Option> level_options(const Context& ctx, const Board& board) {
    const Words& words = ctx.ui.words;
    std::vector<Option> options = {{"", words(Word::kpis_any_level)}};
    for (const std::string_view level : view::kpi_levels) {
        const int n = count_with(board, ctx.state, [&](ViewState& s) { s.kpi_level = level; });
        options.push_back(
            {std::string(level), words(Word::stories_option, {{"name", level_name(words, level)}, {"n", n}})});
    }
    return options;
}

/// "A. 地域における…": what an item of the logic model is called in a list.
template <class Item>
std::string aim_name(const Words& words, const Item& item, std::string_view number) {
    const bool has_english = words.lang() == Lang::en && !item.name_en.empty();
    return words(Word::logic_numbered, {{"number", number}, {"name", has_english ? item.name_en : item.name}});
}

/// Impacts, below each its outcomes and outputs, further in; the state's role at the end.
std::vector<Option> aim_options(const Context& ctx, const Board& board) {
    const Words& words = ctx.ui.words;
    std::vector<Option> options = {{"", words(Word::kpis_any_aim)}};
    if (!board.logic) return options;
    const auto add = [&](const std::string& id, const char* indent, const std::string& name) {
        const int n = count_with(board, ctx.state, [&](ViewState& s) { s.node = id; });
        options.push_back({id, indent + words(Word::stories_option, {{"name", name}, {"n", n}})});
    };
    for (const model::LogicImpact& impact : board.logic->impacts) {
        add(impact.id, "", aim_name(words, impact, impact.number));
        for (const model::LogicOutcome& outcome : impact.outcomes) {
            add(outcome.id, "\u00A0\u00A0", aim_name(words, outcome, outcome.id));
            for (const model::LogicOutput& output : outcome.outputs)
                add(output.id, "\u00A0\u00A0\u00A0\u00A0", aim_name(words, output, output.id));
        }
    }
    const model::LogicOutput& role = board.logic->state_role;
    if (!role.id.empty()) add(role.id, "", words(Word::kpis_state_role));
    return options;
}

std::vector<Option> order_options(const Words& words) {
    return {{"", words(Word::kpis_order_plan)},
            {"status", words(Word::kpis_order_status)},
            {"gap", words(Word::kpis_order_gap)},
            {"year", words(Word::kpis_order_year)}};
}

/// Level, aim and order, side by side where there is room. Returns the height.
float selects(Context& ctx, const Board& board, Vec2 at) {
    Ui& ui = ctx.ui;
    const ViewState& state = ctx.state;
    const bool stacked = ctx.width < 720;
    const float gap = 16, w = stacked ? ctx.width : (ctx.width - 2 * gap) / 3, step = stacked ? 0 : w + gap;
    float y = at.y, h = 0;
    const auto next = [&] { y += stacked ? h + gap : 0; };
    h = ui::select(ui, "filter:level", {at.x, y}, w, ui.words(Word::kpis_level), state.kpi_level,
                   level_options(ctx, board), "level");
    next();
    h = ui::select(ui, "filter:aim", {at.x + step, y}, w, ui.words(Word::kpis_aim), state.node, aim_options(ctx, board),
                   "node");
    next();
    h = ui::select(ui, "kpis:order", {at.x + 2 * step, y}, w, ui.words(Word::kpis_order), state.order,
                   order_options(ui.words), "order");
    return y + h - at.y;
}

}  // namespace

float board_strip(Context& ctx, const Board& board, Vec2 at) {
    std::vector<chart::StatusShare> shares;
    for (const Status status : statuses) {
        const char* key = chart::status_key(status);
        shares.push_back({status, count_of_status(ctx, board, key), route_for_status(ctx.state, key)});
    }
    return chart::status_strip(ctx.ui, "kpis:strip", at, ctx.width, shares);
}

float board_filters(Context& ctx, const Board& board, Vec2 at) {
    Node group;
    group.id = "kpis:filters", group.role = Role::search, group.name = ctx.ui.words(Word::kpis_filters);
    Ui::Scope scope(ctx.ui, std::move(group));
    float y = at.y;
    Ui& ui = ctx.ui;
    y += ui::search_field(ui, "kpis:query", {at.x, y}, std::min(ctx.width, 560.f), ui.words(Word::kpis_search),
                          ctx.state.query, "", "query") +
         16;
    const Fold fold = fold_toggle(ctx, fold_name, ctx.ui.words(Word::kpis_more_filters), {at.x, y});
    y += fold.height;
    if (fold.folded) return y - at.y;
    y += selects(ctx, board, {at.x, y}) + 16;
    y += state_chips(ctx, board, {at.x, y});
    return y + pillar_chips(ctx, board, {at.x, y}) - at.y;
}

std::string board_conditions(const Words& words, const Data& data, const ViewState& state) {
    std::vector<std::string> chosen;
    if (!state.query.empty()) chosen.push_back(words(Word::text_quoted, {{"text", state.query}}));
    if (!state.kpi_level.empty()) chosen.push_back(level_name(words, state.kpi_level));
    if (data.logic) {
        const model::LogicPlace place = model::find_place(*data.logic, state.node);
        if (place.level == 0) chosen.push_back(aim_name(words, *place.impact, place.impact->number));
        if (place.level == 1) chosen.push_back(aim_name(words, *place.outcome, place.outcome->id));
        if (place.level == 2 && !place.impact) chosen.emplace_back(words(Word::kpis_state_role));
        if (place.level == 2 && place.impact) chosen.push_back(aim_name(words, *place.output, place.output->id));
        if (place.level == 3) chosen.push_back(place.group->name);
    }
    for (const Status status : statuses)
        if (state.status == chart::status_key(status)) chosen.emplace_back(chart::status_word(words, status));
    if (state.with_value) chosen.emplace_back(words(Word::kpis_has_value));
    for (const Gap gap : gaps)
        if (state.status == chart::gap_key(gap)) chosen.emplace_back(chart::gap_word(words, gap));
    const model::Pillar* pillar = data.policy ? model::find_pillar(*data.policy, state.pillar) : nullptr;
    if (pillar) chosen.push_back(short_name_of(words, *pillar));
    return text::listed(words, chosen);
}

std::string board_share(const Words& words, const BoardCounts& counts) {
    std::string shown = words(Word::kpis_filtered, {{"total", counts.total}, {"shown", counts.shown}});
    if (counts.hidden() == 0) return shown;
    const std::string hidden =
        words(Word::kpis_hidden, {{"hidden", counts.hidden()}, {"unjudged", counts.unjudged_hidden}});
    return words(Word::text_with_note, {{"text", shown}, {"note", hidden}});
}

float view_chips(Context& ctx, Vec2 at) {
    const Words& words = ctx.ui.words;
    std::vector<ui::ChipSpec> chips;
    for (const bool cards : {false, true})
        chips.push_back({cards ? "kpis:as:cards" : "kpis:as:rows", words(cards ? Word::kpis_cards : Word::kpis_rows),
                         view::route_with(ctx.state, [&](ViewState& s) { s.as_cards = cards; }),
                         ctx.state.as_cards == cards, ""});
    return chip_row(ctx, at, "kpis:as", words(Word::kpis_view), chips);
}

float board_result(Context& ctx, const Board& board, const std::vector<const JudgedKpi*>& shown, Vec2 at) {
    Ui& ui = ctx.ui;
    const Words& words = ui.words;
    const BoardCounts counts = counts_of(board, shown);
    const bool filtered = is_filtered(ctx.state);
    const std::string head = filtered ? words(Word::kpis_filtered, {{"total", counts.total}, {"shown", counts.shown}})
                                      : words(Word::kpis_count, {{"n", counts.total}});
    std::string states =
        words(Word::kpis_shown_states, {{"judged", counts.judged_shown()}, {"unjudged", counts.unjudged_shown}});
    if (counts.hidden() > 0)
        text::append_sentence(
            words, states,
            words(Word::kpis_hidden, {{"hidden", counts.hidden()}, {"unjudged", counts.unjudged_hidden}}));
    Node node;
    node.id = "kpis:count", node.role = Role::status, node.name = head + "\n" + states;
    const ui::TextStyle head_style{ui::size::section, Weight::bold};
    const float w = ui.glyphs({at.x, at.y + 28}, head, head_style);
    float y = at.y + ui::target_px;
    const size_t status = static_cast<size_t>(ui.add(std::move(node)));
    if (filtered) {
        ui::ButtonSpec clear;
        clear.id = "filter:clear", clear.label = words(Word::filter_clear), clear.kind = ui::ButtonKind::quiet;
        clear.has_icon = true, clear.icon = ui::Icon::close;
        clear.action = adjust(view::route_of(without_filters(ctx.state)));
        const float button_w = ui::button_width(ui, clear.label, true);
        const bool beside = w + 24 + button_w <= ctx.width;
        if (!beside) y += ui::target_px + 4;
        ui::button(ui, {beside ? at.x + w + 24 : at.x, y - ui::target_px, button_w, ui::target_px}, clear);
        y += 8;
    } else if (is_folded(ctx)) {
        // While the filters are folded, the one that most visitors want stands beside the count.
        const ui::ChipSpec quick = value_chip(ctx, board, true);
        ui::chip(ui, quick.id, {at.x + w + 24, at.y}, quick.text, quick.href, false);
    }
    y += ui.glyph_block({at.x, y}, ctx.width, states, style::body);
    ui.scene.nodes[status].rect = {at.x, at.y + 6, std::max(w, ctx.width), y - at.y - 6};
    const std::string chosen = board_conditions(words, ctx.data, ctx.state);
    if (!chosen.empty())
        y += ui::paragraph(ui, {at.x, y}, ctx.width, words(Word::filter_chosen, {{"words", chosen}}), style::note,
                           "kpis:chosen");
    return y - at.y;
}

}  // namespace atlas::page

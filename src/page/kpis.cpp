// All KPIs: the honest strip, what filters and orders them, and one row a KPI on a common scale.
#include "page/downloads.h"
#include "page/kpi_cards.h"
#include "page/kpi_filters.h"
#include "page/policy_tabs.h"
#include "page/story_parts.h"
#include "text/text.h"

namespace atlas::page {

using scene::Node;
using scene::Role;
using ui::Ui;
namespace style = ui::style;

namespace {

/// Heading, where there is one, and rows between hairlines. Returns the height.
float draw_group(Context& ctx, const BoardGroup& group, const std::string& name, Vec2 at) {
    Ui& ui = ctx.ui;
    float y = at.y;
    if (!group.title.empty())
        y +=
            ui::heading(ui, {at.x, y}, ctx.width, group.title, 3, {ui::size::lead, Weight::bold, ui::ink::text, 1.5f}) +
            8;
    Node list;
    list.role = Role::list, list.name = name;
    Ui::Scope scope(ui, std::move(list));
    for (size_t i = 0; i < group.rows.size(); ++i) {
        ui.hline(at.x, at.x + ctx.width, y, i == 0 ? ui::ink::text : token::solid_gray_200);
        y += kpi_row(ctx, {at.x, y}, *group.rows[i], row_note(ui.words, *group.rows[i], ctx.state.order));
    }
    return y - at.y;
}

float draw_section(Context& ctx, const BoardSection& section, Vec2 at) {
    Ui& ui = ctx.ui;
    // What the filters empty keeps its name and its counts, in less space.
    const bool is_empty = section.groups.empty();
    float y = at.y + (is_empty ? 24 : 40);
    y += ui::heading(ui, {at.x, y}, ctx.width, section.title, 2, is_empty ? style::section : style::heading);
    if (!is_empty) y += ui::paragraph(ui, {at.x, y}, ctx.width, section.text, style::note);
    y += ui::paragraph(ui, {at.x, y}, ctx.width,
                       ui.words(Word::kpis_group,
                                {{"total", section.total}, {"shown", section.shown()}, {"unjudged", section.unjudged}}),
                       style::note);
    if (is_empty) return y - at.y;
    y += 8;
    if (ctx.state.as_cards) return y + kpi_cards(ctx, {at.x, y}, section) - at.y;
    y += kpi_column_heads(ctx, {at.x, y});
    for (const BoardGroup& group : section.groups) {
        y += &group == section.groups.data() ? 16.f : 32.f;
        y += draw_group(ctx, group, group.title.empty() ? section.title : group.title, {at.x, y});
    }
    return y - at.y;
}

/// The rows with their headings and 出典: what the list's picture is cut from. Returns the height.
float draw_list(Context& ctx, const Board& board, const std::vector<const JudgedKpi*>& shown, Vec2 at) {
    const Words& words = ctx.ui.words;
    Node group;
    group.id = "kpis:list", group.role = Role::group, group.name = words(Word::kpis_list);
    Ui::Scope scope(ctx.ui, std::move(group));
    // In a picture of the list it is the title.
    const std::string title = words(Word::text_dated, {{"text", words(Word::kpis_list)},
                                                       {"date", text::date(words, ctx.data.policy->edition.edition)}});
    float y = at.y + 24;
    y += ui::paragraph(ctx.ui, {at.x, y}, ctx.width, title, style::bold, "kpis:title");
    for (const BoardSection& section : sections_of(words, board, shown, ctx.state.order))
        y += draw_section(ctx, section, {at.x, y});
    if (shown.empty()) y += 16 + ui::paragraph(ctx.ui, {at.x, y + 16}, ctx.width, words(Word::kpis_none));
    y += 32;
    if (is_filtered(ctx.state)) {
        // Said again where it is cut out with the list: a picture of some of the KPIs names the others.
        std::string note = board_share(words, counts_of(board, shown));
        const std::string chosen = board_conditions(words, ctx.data, ctx.state);
        if (!chosen.empty()) note += "\n" + words(Word::filter_chosen, {{"words", chosen}});
        y += ui::paragraph(ctx.ui, {at.x, y}, ctx.width, note, style::note, "kpis:share") + 8;
    }
    const model::SourceRef strategy{board.all.empty() ? "" : board.all.front().kpi->source.doc, 0, ""};
    return y +
           ui::source_line(
               ctx.ui, {at.x, y}, ctx.width,
               words(Word::kpis_sources, {{"source", source_text(words, ctx.data.policy.get(), strategy)}})) -
           at.y;
}

}  // namespace

void kpis(Context& ctx) {
    using model::BundleName;
    const Words& words = ctx.ui.words;
    ctx.ui.scene.title = words(Word::nav_kpis);
    ctx.ui.scene.description = words(Word::kpis_description);
    if (!require(ctx, {BundleName::policy, BundleName::kpis})) return;
    // The logic model is only needed for what an address asks of it.
    if (!ctx.state.node.empty() && !require(ctx, {BundleName::logic})) return;
    Ui& ui = ctx.ui;
    const Board board = board_of(ctx.data, ctx.state.query);
    const std::vector<const JudgedKpi*> shown = passing(board, ctx.state);
    ui::Flow flow{ui, ctx.left, ctx.top, ctx.width};
    flow.heading(words(Word::nav_kpis), 1, ui.phone() ? style::page : style::page_large);
    flow.space(8);
    flow.y += progress_tabs(ctx, {flow.x, flow.y}, flow.width);
    const view::ViewState all = without_filters(ctx.state);
    const int unjudged =
        count_with(board, all, [](view::ViewState& s) { s.status = chart::status_key(model::Status::not_judged); });
    const int valued = count_with(board, all, [](view::ViewState& s) { s.with_value = true; });
    flow.width = std::min(ctx.width, 760.f);
    flow.paragraph(words(Word::kpis_intro, {{"total", board.all.size()}, {"unjudged", unjudged}, {"valued", valued}}));
    flow.width = ctx.width;
    flow.space(24);
    flow.y += board_strip(ctx, board, {flow.x, flow.y}) + 16;
    flow.rule();
    flow.space(12);
    flow.y += board_filters(ctx, board, {flow.x, flow.y});
    flow.space(12);
    flow.rule();
    flow.space(16);
    DownloadSpec files;
    files.csv = Word::download_list_csv, files.svg = Word::download_list_svg, files.picture = "kpis:list";
    flow.y += board_result(ctx, board, shown, {flow.x, flow.y}) + 8;
    flow.y += view_chips(ctx, {flow.x, flow.y});
    flow.y += draw_list(ctx, board, shown, {flow.x, flow.y});
    flow.y += 24 + download_buttons(ctx, {flow.x, flow.y + 24}, ctx.width, files);
    flow.y += download_status(ctx, {flow.x, flow.y}, ctx.width);
    ui::arrow_link(ui, "kpis:method", {flow.x, flow.y + 32}, words(Word::kpis_method), "/about");
    ctx.bottom = flow.y + 56;
}

}  // namespace atlas::page

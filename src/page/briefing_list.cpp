// The decks: what each is about and for which edition it was made, and the ways onto the stage.
#include "page/briefing.h"
#include "page/briefing_editor.h"
#include "page/briefing_parts.h"
#include "page/downloads.h"
#include "page/frame.h"
#include "page/names.h"
#include "text/text.h"
#include "ui/controls.h"

namespace atlas::page {

using model::BundleName;
using scene::Node;
using scene::Role;
using ui::Flow;
using ui::Ui;
namespace ink = ui::ink;
namespace style = ui::style;

namespace {

/// The KPI or the trend that a series is of.
std::string series_name(const Context& ctx, const std::string& id) {
    if (ctx.data.kpis)
        for (const model::Kpi& kpi : ctx.data.kpis->kpis)
            if (kpi.id == id) return name_of(ctx.ui.words, kpi);
    if (ctx.data.trends)
        for (const model::Trend& trend : ctx.data.trends->trends)
            for (const auto& line : trend.series)
                if (line.id == id) return name_of(ctx.ui.words, trend);
    return id;
}

/// Whose status a deck's buttons share.
DownloadSpec deck_downloads(const model::Briefing& deck) {
    DownloadSpec spec;
    spec.chart = "deck:" + deck.id;
    return spec;
}

/// What the deck quotes and the data now say otherwise.
void draw_changes(Context& ctx, Flow& flow, const model::Briefing& deck) {
    const std::vector<ChangedFigure> changed = changed_figures(ctx.data, deck);
    if (changed.empty()) return;
    const Words& words = ctx.ui.words;
    std::string body;
    for (const ChangedFigure& figure : changed) {
        const std::string now =
            figure.now ? text::number(*figure.now, text::decimals_of(*figure.now)) : words(Word::briefing_gone);
        if (!body.empty()) body += '\n';
        body += words(Word::briefing_changed_row,
                      {{"n", figure.slide},
                       {"series", series_name(ctx, figure.quoted->series)},
                       {"year", figure.quoted->year},
                       {"before", text::number(figure.quoted->value, text::decimals_of(figure.quoted->value))},
                       {"after", now}});
    }
    const std::string title = words(Word::briefing_changed, {{"edition", deck.edition}, {"n", changed.size()}});
    flow.y += ui::notice(ctx.ui, "changed:" + deck.id, {flow.x, flow.y}, flow.width, title, body) + 16;
}

void draw_slides(Flow& flow, const model::Briefing& deck) {
    Ui& ui = flow.ui;
    Node list;
    list.id = "slides:" + deck.id, list.role = Role::list, list.name = ui.words(Word::briefing_slides);
    Ui::Scope scope(ui, std::move(list));
    for (size_t i = 0; i < deck.slides.size(); ++i) {
        const std::string number = std::to_string(i + 1);
        Node item;
        item.id = "slide:" + deck.id + ":" + number + "/item", item.role = Role::listitem;
        Ui::Scope entry(ui, std::move(item));
        ui::label(ui, {flow.x, flow.y + 20}, number, style::soft);
        const std::string route = "/briefing/" + deck.id + (i ? "?slide=" + number : "");
        ui::link(ui, "slide:" + deck.id + ":" + number, {flow.x + 32, flow.y + 20},
                 in_language(ui.words.lang(), deck.slides[i].title, deck.slides[i].title_en), route);
        flow.y += 32;
    }
}

ui::ButtonSpec save_button(const Words& words, std::string id, std::string file, const std::string& group) {
    ui::ButtonSpec save;
    save.id = std::move(id), save.label = words(Word::briefing_save_deck), save.kind = ui::ButtonKind::quiet;
    save.action = {Action::Kind::download, std::move(file), group, 0};
    return save;
}

ui::ButtonSpec remove_button(const Words& words, const std::string& deck) {
    ui::ButtonSpec remove;
    remove.id = "remove:" + deck, remove.label = words(Word::briefing_own_remove), remove.kind = ui::ButtonKind::quiet;
    remove.action = {Action::Kind::close_file, deck, {}, 0};
    return remove;
}

/// Onto the stage, to the presenter's view, onto paper; into the editor.
void draw_ways(Context& ctx, Flow& flow, const model::Briefing& deck) {
    const Words& words = ctx.ui.words;
    const DownloadSpec saved = deck_downloads(deck);
    const std::string group = "download:" + saved.chart;
    const std::string route = "/briefing/" + deck.id;
    std::vector<ui::ButtonSpec> buttons;
    const auto add = [&buttons](std::string id, std::string label, ui::ButtonKind kind, Action action) {
        ui::ButtonSpec& button = buttons.emplace_back();
        button.id = std::move(id), button.label = std::move(label), button.kind = kind;
        button.action = std::move(action);
        if (button.action.kind == Action::Kind::go) button.href = button.action.target;
    };
    using enum ui::ButtonKind;
    add("start:" + deck.id, words(Word::briefing_start), primary, go(route));
    if (deck.is_own) add("edit:" + deck.id, words(Word::briefing_edit), secondary, go(route + "/edit"));
    add("notes:" + deck.id, words(Word::briefing_open_notes), secondary, go(route + "/notes"));
    const auto file = [&group](const char* kind, const std::string& id) {
        return Action{Action::Kind::download, kind + id, group, 0};
    };
    add("pdf:" + deck.id, words(Word::briefing_pdf), secondary, file("deck:", deck.id));
    add("pdf-notes:" + deck.id, words(Word::briefing_pdf_notes), secondary, file("deck-notes:", deck.id));
    if (deck.is_own) {
        buttons.push_back(save_button(words, "save:" + deck.id, "deck-file:" + deck.id, group));
        buttons.push_back(remove_button(words, deck.id));
    } else {
        add("copy:" + deck.id, words(Word::briefing_copy), quiet,
            {Action::Kind::edit_deck, deck_action::copy, deck.id, 0});
    }
    flow.y += button_row(ctx.ui, {flow.x, flow.y}, flow.width, std::move(buttons));
    flow.y += download_status(ctx, {flow.x, flow.y}, flow.width, saved) + 16;
}

void draw_deck(Context& ctx, Flow& flow, const model::Briefing& deck) {
    Ui& ui = ctx.ui;
    const Words& words = ui.words;
    flow.rule();
    flow.space(24);
    flow.heading(in_language(words.lang(), deck.title, deck.title_en), 2, style::heading, "deck:" + deck.id);
    flow.space(4);
    flow.paragraph(in_language(words.lang(), deck.summary, deck.summary_en), style::body);
    flow.paragraph(words(Word::briefing_length, {{"n", deck.slides.size()}, {"minutes", deck.minutes}}), style::note);
    flow.paragraph(words(Word::briefing_made_for, {{"edition", deck.edition}}), style::note);
    if (deck.is_own) flow.paragraph(words(Word::briefing_own_kept), style::note);
    flow.space(12);
    draw_changes(ctx, flow, deck);
    draw_ways(ctx, flow, deck);
    draw_slides(flow, deck);
    flow.space(24);
}

/// What became of the file that was opened last, where that is not plain to see.
void draw_refused(Context& ctx, Flow& flow) {
    if (ctx.data.deck_file.empty()) return;
    const Words& words = ctx.ui.words;
    const bool is_refused = !ctx.data.deck_problems.empty();
    const std::string title = is_refused ? words(Word::briefing_own_refused, {{"file", ctx.data.deck_file}})
                                         : std::string(words(Word::briefing_own_not_kept));
    flow.y += ui::notice(ctx.ui, "own:problem", {flow.x, flow.y}, flow.width, title,
                         is_refused ? told(words, ctx.data.deck_problems) : std::string());
    flow.space(24);
}

/// What the device holds of the reader's own and cannot be read: nothing of somebody's work goes without a word.
void draw_unread(Context& ctx, Flow& flow) {
    Ui& ui = ctx.ui;
    const Words& words = ui.words;
    for (const model::UnreadDeck& deck : ctx.data.briefings->unread) {
        const std::string title = words(Word::briefing_unread, {{"file", deck.id}});
        const std::string body = told(words, deck.problems) + "\n\n" + words(Word::briefing_unread_remedy);
        flow.y += ui::notice(ui, "unread:" + deck.id, {flow.x, flow.y}, flow.width, title, body) + 12;
        DownloadSpec saved;
        saved.chart = "kept:" + deck.id;
        const std::string group = "download:" + saved.chart;
        flow.y += button_row(
            ui, {flow.x, flow.y}, flow.width,
            {save_button(words, "save:" + deck.id, "deck-kept:" + deck.id, group), remove_button(words, deck.id)});
        flow.y += download_status(ctx, {flow.x, flow.y}, flow.width, saved) + 24;
    }
}

/// How a deck of one's own comes here.
void draw_own(Context& ctx, Flow& flow) {
    Ui& ui = ctx.ui;
    const Words& words = ui.words;
    flow.rule();
    flow.space(24);
    flow.heading(words(Word::briefing_own_title), 2, style::heading, "own");
    flow.space(4);
    flow.paragraph(words(Word::briefing_own_lead));
    flow.space(12);
    // The desktop has no dialog of its own: files are dropped there, or named on the command line.
    if (ui.env.native_fields) {
        ui::ButtonSpec open;
        open.id = "own:open", open.label = words(Word::briefing_own_open);
        open.action = {Action::Kind::open_file, {}, {}, 0};
        ui::button(ui, {flow.x, flow.y, ui::button_width(ui, open.label), ui::target_px}, open);
        flow.y += ui::target_px;
    }
    flow.space(24);
}

}  // namespace

void briefings(Context& ctx) {
    Ui& ui = ctx.ui;
    ui.scene.title = ui.words(Word::briefing_title), ui.scene.description = ui.words(Word::briefing_description);
    if (!require(ctx, {BundleName::policy, BundleName::briefings})) return;
    if (!ctx.state.added.empty()) return add_view(ctx);
    Flow flow{ui, ctx.left, ctx.top, std::min(ctx.width, 800.f)};
    flow.heading(ui.words(Word::briefing_title), 1, style::page);
    flow.space(8);
    flow.paragraph(ui.words(Word::briefing_lead), style::lead);
    flow.space(8);
    flow.paragraph(ui.words(Word::briefing_two_windows));
    flow.space(24);
    if (!ctx.state.id.empty()) {
        flow.y += ui::notice(ui, "unknown", {flow.x, flow.y}, flow.width,
                             ui.words(Word::briefing_unknown, {{"id", ctx.state.id}}), "");
        flow.space(24);
    }
    draw_refused(ctx, flow);
    draw_unread(ctx, flow);
    // The reader's own first: what has just been opened is in sight.
    for (const bool own : {true, false})
        for (const model::Briefing& deck : ctx.data.briefings->all)
            if (deck.is_own == own) draw_deck(ctx, flow, deck);
    draw_own(ctx, flow);
    flow.rule();
    flow.space(24);
    flow.heading(ui.words(Word::briefing_keys), 2, style::heading, "keys");
    flow.space(8);
    flow.y += draw_keys(ui, {flow.x, flow.y}, flow.width, style::body);
    ctx.bottom = flow.y;
}

}  // namespace atlas::page

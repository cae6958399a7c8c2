// The editor of a reader's own deck: its slides in their order, one of them open to be written.
#include "page/briefing_editor.h"

#include <algorithm>

#include "core/strings.h"
#include "page/briefing.h"
#include "page/briefing_parts.h"
#include "page/downloads.h"
#include "page/frame.h"

namespace atlas::page {

using model::BundleName;
using scene::Node;
using scene::Role;
using ui::Flow;
using ui::Ui;
using view::ViewState;
using Said = DeckEditing::Said;
namespace ink = ui::ink;
namespace style = ui::style;

namespace {

constexpr float wide_px = 720, number_px = 52;

struct Editor {
    Context& ctx;
    Flow& flow;
    const model::Briefing& deck;
    const DeckEditing* editing;  ///< null: nothing has been done yet

    Ui& ui() const { return ctx.ui; }
    const Words& words() const { return ctx.ui.words; }
    const std::string& of(const std::string& ja, const std::string& en) const {
        return in_language(words().lang(), ja, en);
    }
    bool has(Said said) const { return editing && editing->said == said; }
    int count() const { return static_cast<int>(deck.slides.size()); }
};

std::string said_of(const Editor& e) {
    if (!e.editing) return {};
    const Words& words = e.words();
    switch (e.editing->said) {
        case Said::added: return words(Word::briefing_said_added, {{"n", e.editing->slide}});
        case Said::moved: return words(Word::briefing_said_moved, {{"n", e.editing->slide}});
        case Said::undone: return words(Word::briefing_said_undone);
        case Said::redone: return words(Word::briefing_said_redone);
        case Said::full: return words(Word::briefing_too_many, {{"n", model::most_slides}});
        case Said::deleted:  // told where the slide stood
        case Said::nothing: break;
    }
    return {};
}

/// What stands in the way of keeping the deck. A text that is missing is all that its fields can do wrong.
std::string fault_of(const Editor& e) {
    const Words& words = e.words();
    const std::string& at = e.editing->problems.front().at;
    std::string field = words(at == "/title"     ? Word::briefing_deck_title
                              : at == "/summary" ? Word::briefing_deck_summary
                                                 : Word::briefing_slide_title);
    constexpr std::string_view slides = "/slides/";
    if (int index = 0;
        at.rfind(slides, 0) == 0 &&
        parse_int(std::string_view(at).substr(slides.size(), at.find('/', slides.size()) - slides.size()), index))
        field =
            words(Word::text_labelled, {{"label", words(Word::briefing_slide, {{"n", index + 1}})}, {"text", field}});
    return words(Word::briefing_not_valid, {{"field", field}});
}

/// What the last change did, and whether the device has it. A text that is being written anew is empty for a moment: that is told in the same
/// line, so that the field does not move away.
void draw_said(Editor& e) {
    Flow& flow = e.flow;
    const Words& words = e.words();
    const bool is_lost = e.editing && !e.editing->is_kept, is_faulty = is_lost && !e.editing->problems.empty();
    std::string said = is_faulty ? fault_of(e) : said_of(e);
    if (said.empty() && !is_lost) said = words(Word::briefing_said_kept);
    const ui::TextStyle look = is_faulty ? ui::with_color(style::note_bold, token::orange_900) : style::note;
    Node node;
    node.id = "deck:said", node.role = Role::status, node.name = said;
    const float h = flow.ui.glyph_block({flow.x, flow.y}, flow.width, said, look);
    node.rect = {flow.x, flow.y, flow.width, h};
    flow.ui.add(std::move(node));
    flow.y += std::max(h, style::note.line_px()) + 8;
    if (!is_lost || is_faulty) return;
    flow.y +=
        ui::notice(flow.ui, "deck:not-kept", {flow.x, flow.y}, flow.width, words(Word::briefing_not_kept), "") + 16;
}

void draw_tools(Editor& e) {
    Flow& flow = e.flow;
    const Words& words = e.words();
    DownloadSpec saved;
    saved.chart = "deck:" + e.deck.id;
    std::vector<ui::ButtonSpec> buttons(4);
    buttons[0].id = "start:" + e.deck.id, buttons[0].label = words(Word::briefing_start);
    buttons[0].kind = ui::ButtonKind::primary, buttons[0].href = "/briefing/" + e.deck.id;
    buttons[1].id = "deck:undo", buttons[1].label = words(Word::briefing_undo);
    buttons[1].action = {Action::Kind::edit_deck, deck_action::undo, {}, 0};
    buttons[1].disabled = !e.editing || !e.editing->can_undo();
    buttons[2].id = "deck:redo", buttons[2].label = words(Word::briefing_redo);
    buttons[2].action = {Action::Kind::edit_deck, deck_action::redo, {}, 0};
    buttons[2].disabled = !e.editing || !e.editing->can_redo();
    buttons[3].id = "deck:save", buttons[3].label = words(Word::briefing_save_deck);
    buttons[3].action = {Action::Kind::download, "deck-file:" + e.deck.id, "download:" + saved.chart, 0};
    flow.y += button_row(flow.ui, {flow.x, flow.y}, flow.width, std::move(buttons));
    flow.y += download_status(e.ctx, {flow.x, flow.y}, flow.width, saved) + 8;
    draw_said(e);
}

/// "On Japanese pages: …" below a field, where the other language has words of its own.
void draw_other_language(Editor& e, float x, float width, const std::string& ja, const std::string& en,
                         const std::string& id) {
    if (en.empty() || ja == en) return;
    const std::string& other = e.words().lang() == Lang::ja ? en : ja;
    if (other.empty()) return;
    e.flow.y += 4;
    e.flow.y += ui::labelled(e.ui(), {x, e.flow.y}, width, Word::briefing_other_text, other, style::note, id);
}

// ---- one slide ----------------------------------------------------------------------------------------------------

std::string time_words(const Words& words, int seconds) {
    return seconds % 60 == 0 ? words(Word::briefing_minutes, {{"n", seconds / 60}})
                             : words(Word::briefing_seconds, {{"n", seconds}});
}

std::vector<scene::Option> times(const Words& words, int now) {
    std::vector<int> seconds{10, 15, 20, 30, 45, 60, 75, 90, 120, 150, 180, 240, 300, 420, 600, 900};
    if (const auto at = std::lower_bound(seconds.begin(), seconds.end(), now); at == seconds.end() || *at != now)
        seconds.insert(at, now);
    std::vector<scene::Option> options;
    for (const int n : seconds) options.push_back({std::to_string(n), time_words(words, n)});
    return options;
}

std::string label_of_slide(const Editor& e, int number) {
    const model::Slide& slide = e.deck.slides[static_cast<size_t>(number) - 1];
    return e.words()(Word::text_labelled, {{"label", e.words()(Word::briefing_slide, {{"n", number}})},
                                           {"text", e.of(slide.title, slide.title_en)}});
}

void draw_moves(Editor& e, int number, float right, float y) {
    struct Move {
        const char* what;
        Word name;
        ui::Icon icon;
        bool is_off;
    };
    const Move moves[] = {
        {deck_action::up, Word::briefing_move_up, ui::Icon::chevron_up, number == 1},
        {deck_action::down, Word::briefing_move_down, ui::Icon::chevron_down, number == e.count()},
        {deck_action::remove, Word::briefing_delete_slide, ui::Icon::close, e.count() == 1},
    };
    float x = right - 3 * ui::target_px - 8;
    for (const Move& move : moves) {
        ui::ButtonSpec button;
        button.id = slide_node(number) + "/" + move.what, button.label = e.words()(move.name, {{"n", number}});
        button.icon = move.icon, button.icon_only = true, button.kind = ui::ButtonKind::quiet;
        button.disabled = move.is_off;
        button.action = {Action::Kind::edit_deck, move.what, {}, static_cast<double>(number)};
        ui::button(e.ui(), {x, y, ui::target_px, ui::target_px}, std::move(button));
        x += ui::target_px + 4;
    }
}

/// Number, title, and where the slide is from: the button that opens it. Returns the height.
float draw_head(Editor& e, int number, float y) {
    Ui& ui = e.ui();
    const Words& words = e.words();
    const Flow& flow = e.flow;
    const model::Slide& slide = e.deck.slides[static_cast<size_t>(number) - 1];
    const std::string id = slide_node(number), page = words(page_name(view::parse_route(slide.route).page));
    const std::string details =
        words(Word::briefing_leads_to, {{"page", page}}) + words(Word::text_dot) + time_words(words, slide.seconds);
    const bool is_open = e.ctx.state.slide == number, hover = ui.hovered(id);
    constexpr float moves_px = 3 * ui::target_px + 8 + 16, chevron_px = 28;
    const float text_x = flow.x + number_px, text_w = flow.width - number_px - moves_px;
    const std::string& title = e.of(slide.title, slide.title_en);
    const ui::TextStyle look = ui::with_color(style::bold, hover ? ink::link_hover : ink::text);
    const float title_h = ui.height(title, look, text_w, 2), details_h = ui.height(details, style::note, text_w, 2);
    const float height = std::max(ui::target_px, title_h + details_h + 8);
    Node node;
    node.id = id, node.role = Role::button, node.name = label_of_slide(e, number), node.description = details;
    node.rect = {flow.x, y, flow.width - moves_px, height};
    node.expands = true, node.expanded = is_open;
    node.action = adjust(view::route_with(e.ctx.state, [&](ViewState& s) { s.slide = is_open ? 0 : number; }));
    if (hover) ui.rect(node.rect.grown(4), ink::tint, 8);
    ui.icon(is_open ? ui::Icon::chevron_down : ui::Icon::chevron_right,
            {flow.x + 10, y + 4 + style::bold.line_px() / 2}, 20, hover ? ink::link_hover : ink::link);
    ui.glyphs({flow.x + chevron_px, Ui::baseline(y + 4, style::bold)}, std::to_string(number), style::soft);
    ui.glyph_block({text_x, y + 4}, text_w, title, look, 2);
    ui.glyph_block({text_x, y + 4 + title_h}, text_w, details, style::note, 2);
    ui.region(node.rect, id, node.action);
    ui.add(std::move(node));
    draw_moves(e, number, flow.x + flow.width, y + (height - ui::target_px) / 2);
    return height;
}

/// The slide's words, each kept as it is typed.
void draw_fields(Editor& e, int number, float x, float width) {
    Ui& ui = e.ui();
    const Words& words = e.words();
    float& y = e.flow.y;
    const model::Slide& slide = e.deck.slides[static_cast<size_t>(number) - 1];
    const auto field = [&](const char* name) { return slide_node(number) + ":" + name; };
    y += ui::text_field(ui, field(deck_action::title), {x, y}, width, words(Word::briefing_slide_title),
                        e.of(slide.title, slide.title_en), field(deck_action::title));
    draw_other_language(e, x, width, slide.title, slide.title_en, field("other-title"));
    y += 16;
    y += ui::text_area(ui, field(deck_action::caption), {x, y}, width, words(Word::briefing_slide_caption),
                       e.of(slide.caption, slide.caption_en), field(deck_action::caption), 2);
    draw_other_language(e, x, width, slide.caption, slide.caption_en, field("other-caption"));
    y += 16;
    y += ui::text_area(ui, field(deck_action::note), {x, y}, width, words(Word::briefing_say), slide.note,
                       field(deck_action::note), 4) +
         16;
    const std::string show = words(Word::briefing_show_slide);
    y +=
        ui::select(ui, field(deck_action::seconds), {x, y}, std::min(width, 180.f), words(Word::briefing_slide_seconds),
                   std::to_string(slide.seconds), times(words, slide.seconds), field(deck_action::seconds));
    y += 32;
    ui::arrow_link(ui, field("show"), {x, y}, show,
                   "/briefing/" + e.deck.id + (number > 1 ? "?slide=" + std::to_string(number) : ""), width);
    y += 24;
}

void draw_open(Editor& e, int number) {
    Flow& flow = e.flow;
    const model::Slide& slide = e.deck.slides[static_cast<size_t>(number) - 1];
    flow.space(16);
    const bool is_wide = flow.width >= wide_px;
    const float left = is_wide ? flow.x + number_px : flow.x;
    const float picture_w = is_wide ? std::round((flow.width - number_px) * 0.42f) : flow.width;
    const Rect picture{left, flow.y, picture_w, std::round(picture_w * stage_px.y / stage_px.x)};
    const ViewState stage = view::parse_route(sheet_route(e.deck, number, e.words().lang()));
    stage_picture(e.ui(), e.ctx.data, stage, picture, slide_node(number) + ":picture",
                  e.of(slide.title, slide.title_en));
    if (is_wide) {
        const float x = picture.right() + 32;
        draw_fields(e, number, x, flow.x + flow.width - x);
        flow.y = std::max(flow.y, picture.bottom());
    } else {
        flow.y = picture.bottom() + 16;
        draw_fields(e, number, flow.x, flow.width);
    }
    flow.space(16);
}

// ---- all slides ---------------------------------------------------------------------------------------------------

/// Where the deleted slide stood: what is gone, and the way to have it back.
void draw_deleted(Editor& e) {
    Flow& flow = e.flow;
    Ui& ui = e.ui();
    const std::string said =
        e.words()(Word::briefing_said_deleted, {{"n", e.editing->slide}, {"title", e.editing->title}});
    ui::ButtonSpec undo;
    undo.id = undo_deleted, undo.label = e.words()(Word::briefing_undo);
    undo.action = {Action::Kind::edit_deck, deck_action::undo, undo.id, 0};
    const float w = ui::button_width(ui, undo.label), text_w = flow.width - w - 48;
    const float h = std::max(ui::target_px, ui.height(said, style::body, text_w)) + 16;
    Node item;
    item.id = "deck:deleted/item", item.role = Role::listitem;
    Ui::Scope scope(ui, std::move(item));
    ui.rect({flow.x, flow.y + 4, flow.width, h - 8}, ink::ground_second, 8);
    Node node;
    node.id = "deck:deleted", node.role = Role::status, node.name = said, node.rect = {flow.x + 16, flow.y, text_w, h};
    ui.glyph_block({flow.x + 16, flow.y + (h - ui.height(said, style::body, text_w)) / 2}, text_w, said, style::body);
    ui.add(std::move(node));
    ui::button(ui, {flow.x + flow.width - w - 8, flow.y + (h - ui::target_px) / 2, w, ui::target_px}, undo);
    flow.y += h;
}

void draw_slides(Editor& e) {
    Flow& flow = e.flow;
    const Words& words = e.words();
    flow.heading(words(Word::briefing_slides), 2, style::heading, "deck:slides-title");
    flow.paragraph(words(Word::briefing_length, {{"n", e.deck.slides.size()}, {"minutes", e.deck.minutes}}),
                   style::note);
    flow.space(8);
    Node list;
    list.id = "deck:slides", list.role = Role::list, list.name = words(Word::briefing_slides);
    Ui::Scope scope(e.ui(), std::move(list));
    for (int number = 1; number <= e.count() + 1; ++number) {
        if (e.has(Said::deleted) && number == e.editing->slide) draw_deleted(e);
        if (number > e.count()) break;
        Node item;
        item.id = slide_node(number) + "/item", item.role = Role::listitem;
        item.pos_in_set = number, item.set_size = e.count();
        Ui::Scope entry(e.ui(), std::move(item));
        flow.rule();
        flow.space(10);
        flow.y += draw_head(e, number, flow.y);
        if (e.ctx.state.slide == number) draw_open(e, number);
        flow.space(10);
    }
    flow.rule();
    if (e.count() == 1) flow.space(8), flow.paragraph(words(Word::briefing_one_slide), style::note);
}

void draw_deck_title(Editor& e) {
    Flow& flow = e.flow;
    const Words& words = e.words();
    const float width = std::min(flow.width, 640.f);
    flow.y += ui::text_field(e.ui(), "deck:title", {flow.x, flow.y}, width, words(Word::briefing_deck_title),
                             e.of(e.deck.title, e.deck.title_en), deck_action::title);
    draw_other_language(e, flow.x, width, e.deck.title, e.deck.title_en, "deck:other-title");
    flow.space(32);
}

/// Below the slides: few decks need it.
void draw_summary(Editor& e) {
    Flow& flow = e.flow;
    const float width = std::min(flow.width, 640.f);
    flow.space(32);
    flow.y += ui::text_area(e.ui(), "deck:summary", {flow.x, flow.y}, width, e.words()(Word::briefing_deck_summary),
                            e.of(e.deck.summary, e.deck.summary_en), deck_action::summary, 2);
    draw_other_language(e, flow.x, width, e.deck.summary, e.deck.summary_en, "deck:other-summary");
}

/// Of a deck that is not there, or is the atlas's.
void draw_not_editable(Context& ctx, Flow& flow, const model::Briefing* deck) {
    Ui& ui = ctx.ui;
    const Words& words = ui.words;
    flow.heading(words(Word::briefing_editor_title), 1, style::page);
    flow.space(16);
    if (!deck) {
        const std::string title = words(Word::briefing_unknown, {{"id", ctx.state.id}});
        flow.y += ui::notice(ui, "unknown", {flow.x, flow.y}, flow.width, title, "") + 24;
        return;
    }
    flow.paragraph(words(Word::briefing_edit_shipped));
    flow.space(16);
    ui::ButtonSpec copy;
    copy.id = "copy:" + deck->id, copy.label = words(Word::briefing_copy);
    copy.action = {Action::Kind::edit_deck, deck_action::copy, deck->id, 0}, copy.kind = ui::ButtonKind::primary;
    flow.y += button_row(ui, {flow.x, flow.y}, flow.width, {copy}) + 24;
}

}  // namespace

void deck_editor(Context& ctx) {
    Ui& ui = ctx.ui;
    const Words& words = ui.words;
    ui.scene.title = words(Word::briefing_editor_title),
    ui.scene.description = words(Word::briefing_editor_description);
    if (!require(ctx, {BundleName::policy, BundleName::briefings})) return;
    Flow flow{ui, ctx.left, ctx.top, ctx.width};
    const model::Briefing* deck = ctx.data.briefings->find(ctx.state.id);
    if (!deck || !deck->is_own) {
        draw_not_editable(ctx, flow, deck);
    } else {
        const DeckEditing* editing = ctx.data.editing.get();
        if (editing && editing->deck().id != deck->id) editing = nullptr;
        Editor e{ctx, flow, *deck, editing};
        const std::string& title = e.of(deck->title, deck->title_en);
        flow.heading(words(Word::briefing_editor_of, {{"title", title}}), 1, style::page);
        flow.space(8);
        flow.y +=
            ui::paragraph(ui, {flow.x, flow.y}, std::min(flow.width, 800.f), words(Word::briefing_editor_description));
        flow.space(16);
        draw_tools(e);
        flow.space(16);
        draw_deck_title(e);
        draw_slides(e);
        draw_summary(e);
        flow.space(16);
    }
    flow.y += 24;
    ui::arrow_link(ui, "deck:all", {flow.x, flow.y}, words(Word::briefing_all_decks), "/briefing");
    ctx.bottom = flow.y + 16;
}

}  // namespace atlas::page

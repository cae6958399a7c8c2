// The presenter's view: the slide as the hall sees it, the one that follows, what to say, and the time.
#include <algorithm>
#include <cmath>
#include <cstdio>

#include "page/briefing.h"
#include "page/briefing_parts.h"
#include "ui/controls.h"

namespace atlas::page {

using scene::Layer;
using scene::Node;
using scene::Role;
using ui::Ui;
using view::Page;
using view::ViewState;
namespace ink = ui::ink;
namespace style = ui::style;

namespace {

struct Notes {
    Ui& ui;
    const Data& data;
    const ViewState& state;
    const model::Briefing& deck;
    const model::Slide& slide;
    int number;
    const view::Presenting& presenting;
};

/// The stage's state, from the presenter's.
ViewState on_the_stage(const Notes& notes, const ViewState& at) {
    ViewState stage = at;
    stage.page = Page::briefing, stage.open.clear(), stage.hover.clear(), stage.focus.clear();
    for (const char* flag : {black_flag, white_flag})
        if (at.open.count(flag)) stage.open.insert(flag);
    stage.presenting = nullptr;
    if (&at == &notes.state && !notes.presenting.audience.empty()) stage = view::parse_route(notes.presenting.audience);
    stage.lang = at.lang;
    return stage;
}

/// One figure of the clock: its name small, the time large.
void draw_time(Ui& ui, const char* id, Vec2 at, const std::string& name, const std::string& time, Color color) {
    Node node;
    node.id = id, node.role = Role::text, node.name = name + " " + time, node.rect = {at.x, at.y, 180, 60};
    ui.glyphs({at.x, at.y + 16}, name, ui::with_color(style::note, color));
    ui.glyphs({at.x, at.y + 50}, time, {30, Weight::bold, color});
    ui.add(std::move(node));
}

void draw_times(Notes& notes, const Rect& row) {
    Ui& ui = notes.ui;
    const Words& words = ui.words;
    const view::Presenting& p = notes.presenting;
    const double since_start = p.started_ms < 0 ? 0 : p.now_ms - p.started_ms;
    const double left = notes.slide.seconds * 1000.0 - (p.slide_ms < 0 ? 0 : p.now_ms - p.slide_ms);
    const int minute = static_cast<int>(p.clock_ms / 60000);
    char clock[8];
    std::snprintf(clock, sizeof clock, "%d:%02d", minute / 60 % 24, minute % 60);
    const float step = row.w / 3;
    draw_time(ui, "notes:clock", {row.x, row.y}, words(Word::briefing_clock), clock, ink::text);
    draw_time(ui, "notes:elapsed", {row.x + step, row.y}, words(Word::briefing_elapsed), minutes_text(since_start),
              ink::text);
    draw_time(ui, "notes:left", {row.x + 2 * step, row.y}, words(left < 0 ? Word::briefing_over : Word::briefing_left),
              minutes_text(left), left < 0 ? ink::error : ink::text);
}

void draw_buttons(Notes& notes, float x, float y, float right) {
    Ui& ui = notes.ui;
    const auto button = [&](const char* id, Word label, std::optional<ViewState> to, bool pressed, bool toggles,
                            ui::ButtonKind kind) {
        ui::ButtonSpec spec;
        spec.id = id, spec.label = ui.words(label), spec.kind = kind, spec.toggles = toggles, spec.pressed = pressed;
        spec.disabled = !to;
        // What no address holds is asked for by name; see briefing_action in app/briefing.h.
        spec.action = toggles || !to ? Action{Action::Kind::toggle, id, {}, 0} : go(view::route_of(*to));
        const float w = ui::button_width(ui, spec.label);
        if (x + w > right) return;
        ui::button(ui, {x, y, w, ui::target_px}, spec);
        x += w + 8;
    };
    const auto to = [&](BriefingCommand command) { return after(notes.data, notes.state, command); };
    using enum ui::ButtonKind;
    button("notes:previous", Word::briefing_previous, to(BriefingCommand::previous), false, false, secondary);
    button("notes:next", Word::briefing_next, to(BriefingCommand::next), false, false, primary);
    x += 16;
    button("notes:laser", Word::briefing_laser, notes.state, !notes.presenting.draws, true, secondary);
    button("notes:pen", Word::briefing_pen, notes.state, notes.presenting.draws, true, secondary);
    button("notes:erase", Word::briefing_erase, notes.state, false, true, quiet);
}

/// All slides, as far as the column reaches: the one that is shown is marked.
void draw_jump_list(Notes& notes, const Rect& room) {
    Ui& ui = notes.ui;
    Node list;
    list.id = "notes:slides", list.role = Role::list, list.name = ui.words(Word::briefing_slides), list.rect = room;
    Ui::Scope scope(ui, std::move(list));
    constexpr float row_px = 32;
    const int rows = std::max(1, static_cast<int>(room.h / row_px)), count = static_cast<int>(notes.deck.slides.size());
    const int first = std::clamp(notes.number - rows / 2, 1, std::max(1, count - rows + 1));
    float y = room.y;
    for (int i = first; i <= count && i < first + rows; ++i, y += row_px) {
        const model::Slide& slide = notes.deck.slides[static_cast<size_t>(i) - 1];
        ViewState to = notes.state;
        to.slide = i, to.step = 0;
        const std::string number = std::to_string(i);
        Node item;
        item.id = "notes:slide/" + number, item.role = Role::listitem;
        Ui::Scope entry(ui, std::move(item));
        const bool current = i == notes.number;
        const Rect row{room.x, y, room.w, row_px};
        Node link;
        link.id = "notes:slide:" + number, link.role = Role::link, link.rect = row, link.current = current;
        link.name = ui.words(Word::briefing_slide, {{"n", i}}) + " " +
                    in_language(ui.words.lang(), slide.title, slide.title_en);
        link.href = view::route_of(to), link.action = go(link.href);
        if (current || ui.hovered(link.id)) ui.rect(row, ink::tint, 4);
        const ui::TextStyle look{15, current ? Weight::bold : Weight::regular, current ? ink::link : ink::text};
        ui.glyphs({row.x + 8, y + 21}, number, look);
        ui.glyph_block({row.x + 36, y + 3}, row.w - 44, in_language(ui.words.lang(), slide.title, slide.title_en), look,
                       1);
        ui.region(row, link.id, link.action);
        ui.add(std::move(link));
    }
}

/// Left: what the hall sees, and what to say to it.
void draw_now(Notes& notes, const Rect& column) {
    Ui& ui = notes.ui;
    const Words& words = ui.words;
    const std::string& title = in_language(words.lang(), notes.slide.title, notes.slide.title_en);
    const std::string number =
        words(Word::briefing_slide_of, {{"n", notes.number}, {"total", notes.deck.slides.size()}});
    float y = column.y;
    y += ui::heading(ui, {column.x, y}, column.w,
                     words(Word::text_labelled, {{"label", words(Word::briefing_now)}, {"text", number}}), 2,
                     style::note_bold, "notes:now");
    const float height = column.w * stage_px.y / stage_px.x;
    stage_picture(ui, notes.data, on_the_stage(notes, notes.state), {column.x, y, column.w, height}, "notes:current",
                  title);
    const Rect picture{column.x, y, column.w, height};
    ui.layer = Layer::overlay;
    draw_pointing(ui, picture, notes.presenting);
    ui.layer = Layer::document;
    y += height + 8;
    if (!notes.presenting.audience.empty()) {
        ui::ButtonSpec back;
        back.id = "notes:back", back.label = words(Word::briefing_back, {{"n", notes.number}});
        back.action = {Action::Kind::toggle, back.id, {}, 0}, back.kind = ui::ButtonKind::primary;
        const float w = ui::button_width(ui, back.label);
        ui::button(ui, {column.right() - w, y, w, ui::target_px}, back);
        ui::paragraph(ui, {column.x, y + 10}, column.w - w - 16, words(Word::briefing_away), style::bold, "notes:away");
        y += ui::target_px + 8;
    }
    draw_buttons(notes, column.x, y, column.right());
    y += ui::target_px + 12;
    y += ui::heading(ui, {column.x, y}, column.w, words(Word::briefing_say), 2, style::note_bold, "notes:say");
    const std::string& note = notes.slide.note;
    if (is_note_foreign(words.lang(), note))
        y += ui::paragraph(ui, {column.x, y}, column.w, words(Word::briefing_notes_language), style::note,
                           "notes:language");
    // A long note is set smaller before it runs out of the window.
    for (const float size : {20.f, 18.f, 16.f, 14.f}) {
        const ui::TextStyle look{size, Weight::regular, ink::text, 1.6f};
        const std::string text = note.empty() ? std::string(words(Word::briefing_no_note)) : note;
        if (size > 14 && y + ui.height(text, look, column.w) > column.bottom()) continue;
        y += ui::paragraph(ui, {column.x, y}, column.w, text, look, "notes:note");
        break;
    }
    ui.scene.document_height = std::max(ui.env.window.y, y + 16);
}

/// Right: the time, what follows, and all slides.
void draw_coming(Notes& notes, const Rect& column) {
    Ui& ui = notes.ui;
    const Words& words = ui.words;
    float y = column.y;
    draw_times(notes, {column.x, y, column.w, 64});
    y += 76;
    y += ui::heading(ui, {column.x, y}, column.w, words(Word::briefing_coming), 2, style::note_bold, "notes:coming");
    const std::optional<ViewState> next = after(notes.data, notes.state, BriefingCommand::next);
    const bool is_last = !next || (next->slide == notes.state.slide && next->step == notes.state.step);
    if (is_last) {
        y += ui::paragraph(ui, {column.x, y}, column.w, words(Word::briefing_last), style::body, "notes:last") + 12;
    } else {
        const float height = column.w * stage_px.y / stage_px.x;
        const model::Slide& slide = *slide_of(notes.data, *next);
        stage_picture(ui, notes.data, on_the_stage(notes, *next), {column.x, y, column.w, height}, "notes:next-picture",
                      in_language(words.lang(), slide.title, slide.title_en));
        y += height + 12;
    }
    y += ui::heading(ui, {column.x, y}, column.w, words(Word::briefing_slides), 2, style::note_bold, "notes:all");
    draw_jump_list(notes, {column.x, y, column.w, std::max(32.f, column.bottom() - y)});
}

/// Name, and the ways to the large screen and onto paper.
void draw_bar(Notes& notes, float margin) {
    Ui& ui = notes.ui;
    const Words& words = ui.words;
    ui::ButtonSpec stage, pdf;
    stage.id = "notes:stage", stage.label = words(Word::briefing_open_stage), stage.kind = ui::ButtonKind::quiet;
    ViewState audience = notes.state;
    audience.page = Page::briefing;
    stage.href = view::route_of(audience), stage.action = {Action::Kind::toggle, stage.id, {}, 0};
    pdf.id = "notes:pdf", pdf.label = words(Word::briefing_pdf_notes), pdf.kind = ui::ButtonKind::quiet;
    pdf.action = {Action::Kind::download, "deck-notes:" + notes.deck.id, pdf.id, 0};
    const float w = ui::button_width(ui, stage.label), paper = ui::button_width(ui, pdf.label);
    float x = ui.env.window.x - margin - w;
    ui::button(ui, {x, 8, w, ui::target_px}, stage);
    const bool has_room = x - paper > margin + 240;
    if (has_room) ui::button(ui, {x -= paper + 8, 8, paper, ui::target_px}, pdf);
    const auto& saved = notes.state.saved;
    const float title =
        ui::heading(ui, {margin, 12}, x - margin - 16, words(Word::briefing_notes), 1, style::section, "notes:title");
    if (!saved || saved->group != pdf.id) return;
    const bool is_there = saved->what == ViewState::Saved::What::file;
    const std::string said = words(is_there ? Word::download_saved : Word::download_failed, {{"file", saved->name}});
    Node node;
    node.id = "notes:saved", node.role = Role::status, node.name = said;
    node.rect = {margin, 12 + title, x - margin - 16, style::note.line_px()};
    ui.glyph_block({node.rect.x, node.rect.y - 6}, node.rect.w, said, style::note, 1);
    ui.add(std::move(node));
}

}  // namespace

scene::Scene draw_notes(const Data& data, const ViewState& state, const ui::Environment& environment,
                        const TextMeasure& measure) {
    const ui::Interaction interaction{state.hover, state.focus, state.focus_visible, state.open};
    Ui ui(environment, measure, interaction, state.lang);
    const view::Presenting none;
    const model::Briefing& deck = *deck_of(data, state);
    const int number = std::clamp(state.slide, 1, static_cast<int>(deck.slides.size()));
    Notes notes{ui, data, state, deck, *slide_of(data, state), number, state.presenting ? *state.presenting : none};
    const Vec2 window = environment.window;
    const bool phone = ui.phone();
    const float margin = phone ? 16 : 24, gap = 32;
    Node main;
    main.id = "main", main.role = Role::main;
    {
        Ui::Scope scope(ui, std::move(main));
        draw_bar(notes, margin);
        const float top = 60, height = window.y - top - 16,
                    left = phone ? window.x - 2 * margin : std::round((window.x - 2 * margin - gap) * 0.6f);
        draw_now(notes, {margin, top, left, height});
        const float second = phone ? ui.scene.document_height : top;
        const float right = phone ? left : window.x - 2 * margin - gap - left;
        draw_coming(notes, {phone ? margin : margin + left + gap, second, right, phone ? 640.f : height});
        if (phone) ui.scene.document_height = second + 660;
    }
    ui.scene.title = ui.words(
        Word::app_title,
        {{"page", ui.words(Word::text_labelled, {{"label", ui.words(Word::briefing_notes)},
                                                 {"text", in_language(ui.words.lang(), deck.title, deck.title_en)}})}});
    ui.scene.description = ui.words(Word::briefing_description);
    ui.finish();
    return std::move(ui.scene);
}

}  // namespace atlas::page

// "Add this view to a deck": what it will look like, and the decks that it can go into.
#include "page/briefing.h"
#include "page/briefing_editor.h"
#include "page/briefing_parts.h"
#include "page/map_level.h"
#include "page/own_data.h"

namespace atlas::page {

using scene::Node;
using scene::Role;
using ui::Flow;
using ui::Ui;
using view::Page;
using view::ViewState;
namespace style = ui::style;

namespace {

/// The documents that a page's figures and words are from, for its 出典 line on the stage; a chart has its own.
std::vector<std::string> sources_of(const Data& data, const ViewState& shown) {
    switch (shown.page) {
        case Page::map: {
            const std::optional<MapFacts> facts = level_facts(data, shown);
            if (!facts) return {};
            return facts->source ? facts->source->sources : facts->indicator->sources;
        }
        case Page::stories:
        case Page::story:
        case Page::compare: return {"doukou-2025-11"};
        case Page::history: return {"kihon-kousou-2025"};
        case Page::overview:
        case Page::pillars:
        case Page::pillar:
        case Page::kpis:
        case Page::kpi:
        case Page::logic:
        case Page::output:
        case Page::roadmap: return {"sougou-senryaku-2025"};
        default: return {};
    }
}

struct Seen {
    std::string title;
    bool has_focus = false;
};

/// What the view is called in a language: the chart that it is about, else its heading.
Seen seen_in(const Data& data, ViewState shown, const std::string& focus, Lang lang, const TextMeasure& measure) {
    shown.lang = lang;
    ui::Environment environment;
    environment.window = {1120, 800}, environment.projector = true;
    const scene::Scene scene = build(data, shown, environment, measure);
    const Node* figure = focus.empty() ? nullptr : scene.find(focus + ":figure");
    Seen seen;
    seen.has_focus = !focus.empty() && scene.find(focus) != nullptr;
    if (seen.has_focus && figure) seen.title = figure->name;
    for (const Node& node : scene.nodes)
        if (seen.title.empty() && node.role == Role::heading && node.level == 1) seen.title = node.name;
    if (seen.title.empty()) seen.title = scene.title;
    return seen;
}

/// The slide on the stage, before it is in any deck.
void draw_preview(Context& ctx, const model::Slide& slide, const Rect& rect) {
    model::Briefing deck;
    deck.id = "preview", deck.slides.push_back(slide);
    const auto decks = std::make_shared<model::Briefings>();
    decks->all.push_back(std::move(deck));
    Data with = ctx.data;
    with.briefings = decks;
    ViewState stage;
    stage.lang = ctx.state.lang, stage.page = Page::briefing, stage.id = "preview";
    stage_picture(ctx.ui, with, stage, rect, "add:picture",
                  in_language(ctx.ui.words.lang(), slide.title, slide.title_en));
}

/// What will be added: its title and its picture.
void draw_seen(Context& ctx, Flow& flow, const model::Slide& slide) {
    const Words& words = ctx.ui.words;
    flow.heading(words(Word::briefing_add_which), 2, style::section, "add:which");
    flow.space(8);
    flow.paragraph(in_language(words.lang(), slide.title, slide.title_en), style::bold, "add:title");
    flow.space(8);
    const Rect picture{flow.x, flow.y, flow.width, std::round(flow.width * stage_px.y / stage_px.x)};
    draw_preview(ctx, slide, picture);
    flow.y = picture.bottom();
}

ui::ButtonSpec add_button(const std::string& id, std::string label, const std::string& deck) {
    ui::ButtonSpec button;
    button.id = id, button.label = std::move(label), button.has_icon = true, button.icon = ui::Icon::plus;
    button.action = {Action::Kind::edit_deck, deck_action::add, deck, 0};
    return button;
}

/// A new deck, and those that are there; one below the other.
void draw_choices(Context& ctx, Flow& flow) {
    Ui& ui = ctx.ui;
    const Words& words = ui.words;
    flow.heading(words(Word::briefing_add_where), 2, style::section, "add:where");
    flow.space(12);
    std::vector<ui::ButtonSpec> buttons;
    for (const model::Briefing& deck : ctx.data.briefings->all) {
        if (!deck.is_own) continue;
        constexpr float around_px = 200;
        const std::string title =
            text::ellipsize(in_language(words.lang(), deck.title, deck.title_en), style::bold.font(), ui.measure,
                            std::max(80.f, flow.width - around_px));
        buttons.push_back(add_button("add-to:" + deck.id, words(Word::briefing_add_to, {{"title", title}}), deck.id));
    }
    buttons.push_back(add_button("add-new", words(Word::briefing_add_new), ""));
    buttons.front().kind = ui::ButtonKind::primary;
    for (ui::ButtonSpec& button : buttons) {
        const float w = std::min(flow.width, ui::button_width(ui, button.label, true));
        ui::button(ui, {flow.x, flow.y, w, ui::target_px}, std::move(button));
        flow.y += ui::target_px + 12;
    }
}

}  // namespace

std::optional<model::Slide> slide_of_view(const Data& data, const ViewState& state, const TextMeasure& measure) {
    const ViewState shown = view::parse_route(state.added);
    // A reader's own file is on their device only: an address does not bring it back.
    const bool is_private = is_own(shown.indicator) || is_own(shown.look.second);
    if (state.added.empty() || shown.page == Page::not_found || view::is_of_decks(shown) || is_private)
        return std::nullopt;
    ViewState plain = shown;
    plain.lang = Lang::ja, plain.deck.clear();
    model::Slide slide;
    slide.route = view::route_of(plain);
    const Seen seen = seen_in(data, plain, state.added_focus, Lang::ja, measure);
    const std::string focus = seen.has_focus ? state.added_focus : std::string();
    if (seen.has_focus) slide.focus = {focus};
    slide.title = slide.title_en = seen.title;
    if (has_words(Lang::en)) slide.title_en = seen_in(data, plain, focus, Lang::en, measure).title;
    slide.sources = sources_of(data, plain);
    return slide;
}

void add_view(Context& ctx) {
    Ui& ui = ctx.ui;
    const Words& words = ui.words;
    ui.scene.title = words(Word::briefing_add_view), ui.scene.description = words(Word::briefing_add_lead);
    Flow flow{ui, ctx.left, ctx.top, std::min(ctx.width, 800.f)};
    flow.heading(words(Word::briefing_add_view), 1, style::page);
    flow.space(8);
    const std::optional<model::Slide> slide = slide_of_view(ctx.data, ctx.state, ui.measure);
    if (!slide) {
        flow.y += ui::notice(ui, "add:refused", {flow.x, flow.y}, flow.width, words(Word::briefing_add_refused), "");
        flow.space(24);
    } else {
        flow.paragraph(words(Word::briefing_add_lead));
        flow.space(32);
        // The picture and the choice side by side, so that both are in sight at once; below each other on a phone.
        constexpr float between_px = 48, wide_px = 900;
        const bool is_wide = ctx.width >= wide_px;
        const float top = flow.y;
        Flow seen{ui, flow.x, top, is_wide ? std::round(ctx.width * 0.54f) : std::min(flow.width, 560.f)};
        draw_seen(ctx, seen, *slide);
        const float beside = seen.x + seen.width + between_px;
        Flow choice =
            is_wide ? Flow{ui, beside, top, ctx.left + ctx.width - beside} : Flow{ui, seen.x, seen.y + 32, seen.width};
        draw_choices(ctx, choice);
        flow.y = std::max(seen.y, choice.y) + 12;
    }
    flow.y += 24;
    ui::arrow_link(ui, "add:decks", {flow.x, flow.y}, words(Word::briefing_all_decks), "/briefing");
    ctx.bottom = flow.y + 16;
}

float button_row(Ui& ui, Vec2 at, float width_px, std::vector<ui::ButtonSpec> buttons) {
    constexpr float gap_px = 12, between_px = 8;
    float x = at.x, y = at.y;
    for (ui::ButtonSpec& button : buttons) {
        const float w = ui::button_width(ui, button.label, button.has_icon);
        if (x > at.x && x + w > at.x + width_px) x = at.x, y += ui::target_px + between_px;
        ui::button(ui, {x, y, w, ui::target_px}, std::move(button));
        x += w + gap_px;
    }
    return y + ui::target_px - at.y;
}

}  // namespace atlas::page

#include "page/story_parts.h"

#include "page/names.h"
#include "text/text.h"

namespace atlas::page {

using scene::Node;
using scene::Role;
using ui::Ui;
namespace style = ui::style;

std::string story_title(const Words& words, const model::Story& story, const model::Places* places) {
    return words(Word::stories_marker, {{"place", place_of(words, story, places)}, {"title", story.title}});
}

std::string quoted_title(const model::Source& source) {
    constexpr Words japanese;
    std::string quoted = japanese(Word::text_quoted, {{"text", source.title}});
    const bool is_quoted = source.title.compare(0, 3, quoted, 0, 3) == 0;
    return is_quoted ? source.title : quoted;
}

std::string source_text(const Words& words, const model::Policy* policy, const model::SourceRef& reference) {
    std::string text = reference.doc;
    if (policy)
        for (const model::Source& source : policy->sources) {
            if (source.id != reference.doc) continue;
            text = words(source.date.empty() ? Word::source_by : Word::source_by_dated,
                         {{"title", quoted_title(source)}, {"publisher", source.publisher}, {"date", source.date}});
        }
    if (reference.page > 0) text = words(Word::source_then_page, {{"text", text}, {"page", reference.page}});
    if (!reference.section.empty())
        text = words(Word::source_then_section, {{"text", text}, {"section", reference.section}});
    return text;
}

// ---- cards -------------------------------------------------------------------------------------------------------

namespace {

constexpr float card_pad = 24;
constexpr ui::TextStyle small{ui::size::note, Weight::regular, ui::ink::soft, 1.4f};
constexpr ui::TextStyle place_style{ui::size::heading, Weight::bold, ui::ink::text, 1.3f};
constexpr ui::TextStyle title_style{ui::size::lead, Weight::bold, ui::ink::text, 1.5f, true};
constexpr ui::TextStyle text_style{ui::size::note, Weight::regular, ui::ink::soft, 1.65f};

std::string elements_text(const model::Story& story) {
    std::string text;
    for (const std::string& element : story.elements) text += (text.empty() ? "" : " × ") + element;
    return text;
}

/// Draws the card's content, or only measures it (`draws` false); returns the height with its margins.
/// `place_line` keeps the prefecture's line free where there is none, so that neighbours' places stand on one line.
float card_content(Ui* pen, const Ui& ui, Vec2 at, float width_px, const model::Story& story,
                   const model::Places* places, bool place_line) {
    const float x = at.x + card_pad, inner = width_px - 2 * card_pad;
    const ui::PillarStyle look = ui::pillar_style(story.pillar);
    float y = at.y + card_pad;
    const auto block = [&](std::string_view text, const ui::TextStyle& text_look, float w, int lines = 0) {
        if (pen) pen->glyph_block({x, y}, w, text, text_look, lines);
        y += ui.height(text, text_look, w, lines);
    };
    if (pen) ui::pillar_mark(*pen, {at.x + width_px - card_pad - 12, y + 12}, 12, story.pillar);
    const PlaceName place = split_place(ui.words, story, places);
    if (!place.prefecture.empty())
        block(place.prefecture, small, inner - 40);
    else if (place_line)
        y += small.line_px();
    block(place.rest, place_style, inner - (place.prefecture.empty() ? 40 : 0));
    y += 8;
    block(story.title, title_style, inner);
    y += 4;
    block(story.summary, text_style, inner, 2);
    if (!story.elements.empty()) {
        y += 8;
        block(elements_text(story), {ui::size::note, Weight::bold, look.text_color, 1.5f}, inner);
    }
    return y + card_pad - at.y;
}

}  // namespace

float story_card_height(const Ui& ui, float width_px, const model::Story& story, const model::Places* places,
                        bool place_line) {
    return card_content(nullptr, ui, {}, width_px, story, places, place_line);
}

void story_card(Ui& ui, std::string id, Rect r, const model::Story& story, const model::Places* places,
                bool place_line) {
    std::string told = story.summary;
    if (!story.elements.empty()) {
        const std::string elements = text::listed(ui.words, story.elements);
        text::append_sentence(
            ui.words, told,
            ui.words(Word::text_labelled, {{"label", ui.words(Word::story_elements)}, {"text", elements}}));
    }
    ui::card(ui, std::move(id), r, story_title(ui.words, story, places), "/stories/" + story.id, told);
    card_content(&ui, ui, {r.x, r.y}, r.w, story, places, place_line);
}

float story_cards(Ui& ui, std::string list_id, std::string_view name, Vec2 at, float width_px,
                  const std::vector<const model::Story*>& stories, const model::Places* places,
                  std::string_view id_prefix) {
    const float gap = ui.phone() ? 16 : 24;
    const size_t columns = width_px >= 960 ? 3 : width_px >= 600 ? 2 : 1;
    const float w = (width_px - gap * static_cast<float>(columns - 1)) / static_cast<float>(columns);
    Node list;
    list.id = std::move(list_id), list.role = Role::list, list.name = name;
    Ui::Scope scope(ui, std::move(list));
    float y = at.y;
    for (size_t first = 0; first < stories.size(); first += columns) {
        const size_t end = std::min(first + columns, stories.size());
        float h = 0;
        bool place_line = false;
        for (size_t i = first; i < end; ++i)
            place_line = place_line || !split_place(ui.words, *stories[i], places).prefecture.empty();
        for (size_t i = first; i < end; ++i) h = std::max(h, story_card_height(ui, w, *stories[i], places, place_line));
        for (size_t i = first; i < end; ++i) {
            const Rect r{at.x + (w + gap) * static_cast<float>(i - first), y, w, h};
            Node item;
            item.role = Role::listitem, item.rect = r;
            item.pos_in_set = static_cast<int32_t>(i) + 1, item.set_size = static_cast<int32_t>(stories.size());
            Ui::Scope item_scope(ui, std::move(item));
            story_card(ui, std::string(id_prefix) + stories[i]->id, r, *stories[i], places, place_line);
        }
        y += h + gap;
    }
    return stories.empty() ? 0 : y - gap - at.y;
}

// ---- links and terms ---------------------------------------------------------------------------------------------

float block_link(Ui& ui, std::string id, Vec2 at, float width_px, std::string_view text, std::string href,
                 ui::TextStyle text_look) {
    const bool outside = href.compare(0, 4, "http") == 0;
    const bool hover = ui.hovered(id);
    text_look.color = hover ? ui::ink::link_hover : ui::ink::link;
    const float icon_w = outside ? text_look.size_px + 8 : 0;
    float y = at.y, last_w = 0;
    for (const text::Line& line : text::break_lines(text, text_look.font(), ui.measure, width_px - icon_w)) {
        const float baseline = Ui::baseline(y, text_look);
        const float bracket = Ui::bracket_px(line.text, text_look);
        last_w = ui.glyphs({at.x + bracket, baseline}, line.text, text_look) + bracket;
        ui.rect({at.x, baseline + 3, last_w, hover ? 2.f : 1.f}, text_look.color);
        y += text_look.line_px();
    }
    if (outside)
        ui.icon(ui::Icon::external, {at.x + last_w + 8 + text_look.size_px / 2, y - text_look.line_px() / 2},
                text_look.size_px, text_look.color);
    y = std::max(y, at.y + 24);  // one line of notes is lower than a finger is wide
    Node node;
    node.id = id, node.role = Role::link, node.name = text, node.href = href,
    node.rect = {at.x, at.y, width_px, y - at.y};
    node.action = outside ? Action{Action::Kind::open_url, href, {}, 0} : go(href);
    if (outside) node.description = ui.words(Word::ui_outside);
    ui.region(node.rect, id, node.action);
    ui.add(std::move(node));
    return y - at.y;
}

float back_link(Ui& ui, std::string id, Vec2 at, std::string_view text, std::string href) {
    const Color color = ui.hovered(id) ? ui::ink::link_hover : ui::ink::link;
    ui.icon(ui::Icon::chevron_left, {at.x + 8, at.y + 22}, 18, color);
    const float w = ui.glyphs({at.x + 22, at.y + 28}, text, ui::with_color(style::body, color));
    if (ui.hovered(id)) ui.rect({at.x + 22, at.y + 31, w, 2}, color);
    Node node;
    node.id = id, node.role = Role::link, node.name = text, node.href = href, node.action = go(href);
    node.rect = {at.x - 4, at.y, w + 34, ui::target_px};
    ui.region(node.rect, id, node.action);
    ui.add(std::move(node));
    return ui::target_px;
}

float pillar_link(Ui& ui, std::string id, Vec2 at, const model::Pillar& pillar) {
    const std::string short_name = short_name_of(ui.words, pillar);
    const std::string name = ui.words(Word::pillar_numbered_apart,
                                      {{"id", pillar.id}, {"name", short_name.empty() ? pillar.name : short_name}});
    const bool hover = ui.hovered(id);
    ui::pillar_mark(ui, {at.x + 12, at.y + 22}, 12, pillar.id);
    const ui::TextStyle look{ui::size::body, Weight::bold,
                             hover ? ui::ink::link_hover : ui::pillar_style(pillar.id).text_color};
    const float w = ui.glyphs({at.x + 34, at.y + 28}, name, look);
    ui.rect({at.x + 34, at.y + 32, w, hover ? 2.f : 1.f}, look.color);
    Node node;
    node.id = id, node.role = Role::link, node.name = name, node.href = "/pillars/" + pillar.id,
    node.action = go(node.href);
    node.rect = {at.x, at.y, w + 34, ui::target_px};
    ui.region(node.rect, id, node.action);
    ui.add(std::move(node));
    return ui::target_px;
}

bool fold_button(Ui& ui, const std::string& name, std::string_view label, Rect rect, ui::Icon icon) {
    const bool is_open = ui.is_open(name);
    ui::ButtonSpec toggle;
    toggle.id = name, toggle.label = label, toggle.kind = ui::ButtonKind::quiet;
    toggle.has_icon = true, toggle.icon = is_open ? ui::Icon::chevron_up : icon;
    toggle.expands = true, toggle.expanded = is_open, toggle.action = {Action::Kind::toggle, name, {}, 0};
    ui::button(ui, rect, toggle);
    return is_open;
}

Fold fold_toggle(Context& ctx, const std::string& name, std::string_view label, Vec2 at, ui::Icon icon) {
    if (!ctx.ui.phone()) return {};
    const bool is_open = fold_button(ctx.ui, name, label, {at.x, at.y, ctx.width, ui::target_px}, icon);
    return {!is_open, ui::target_px + (is_open ? 16.f : 0.f)};
}

float term(Ui& ui, Vec2 at, float width_px, std::string_view name, std::string_view text) {
    if (text.empty()) return 0;
    float y = at.y;
    y += ui::paragraph(ui, {at.x, y}, width_px, name, ui::with_color(style::note_bold, ui::ink::soft));
    y += ui::paragraph(ui, {at.x, y}, width_px, text, style::body);
    return y + 16 - at.y;
}

}  // namespace atlas::page

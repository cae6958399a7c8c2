#include "page/compare_parts.h"

#include <algorithm>

#include "chart/bar_list.h"
#include "core/strings.h"
#include "page/story_parts.h"
#include "page/survey_parts.h"
#include "text/text.h"

namespace atlas::page {

using model::SupportFigure;
using scene::Node;
using scene::Role;
using ui::Ui;
namespace ink = ui::ink;
namespace style = ui::style;

namespace {

Node node_of(std::string id, Role role, std::string name, Rect rect = {}) {
    Node node;
    node.id = std::move(id), node.role = role, node.name = std::move(name), node.rect = rect;
    return node;
}

constexpr std::string_view team = "banso-", field = "banso-field-";
bool is_field(const SupportFigure& figure) { return figure.value && figure.id.rfind(field, 0) == 0; }
bool is_large(const SupportFigure& figure) {
    return figure.value && figure.id.rfind(team, 0) == 0 && !is_field(figure);
}

/// The last part of a title that names its subject first: "…の政策分野：観光" → "観光".
std::string_view last_part(std::string_view title) {
    constexpr std::string_view colon = "：";  // not a text
    const size_t at = title.rfind(colon);
    return at == std::string_view::npos ? title : title.substr(at + colon.size());
}

/// "一つめ／二つめ" as lines.
std::string as_lines(std::string text) {
    constexpr std::string_view slash = "／";  // not a text
    for (size_t at = 0; (at = text.find(slash, at)) != std::string::npos; ++at) text.replace(at, slash.size(), "\n");
    return text;
}

/// Lozenges with × between them, wrapped. Marks only; returns the height.
float draw_lozenges(Ui& ui, Vec2 at, float width_px, const std::vector<std::string>& names) {
    constexpr float high = 36, between = 28;
    float x = at.x, y = at.y;
    for (size_t i = 0; i < names.size(); ++i) {
        const float w = ui.width(names[i], style::bold) + 28;
        if (i > 0 && x + between + w > at.x + width_px)
            x = at.x, y += high + 8;
        else if (i > 0)
            x += between;
        if (i > 0 && x > at.x)
            ui.glyphs({x - between / 2, y + 24}, "\xC3\x97", ui::with_color(style::bold, ink::soft), ui::Align::center);
        const bool after_break = i > 0 && x == at.x;
        if (after_break)
            x += between, ui.glyphs({x - between / 2, y + 24}, "\xC3\x97", ui::with_color(style::bold, ink::soft),
                                    ui::Align::center);
        ui.rect({x, y, w, high}, ink::tint, high / 2);
        ui.glyphs({x + 14, y + 24}, names[i], style::bold);
        x += w;
    }
    return y + high - at.y;
}

}  // namespace

float draw_example(Ui& ui, Vec2 at, float width_px, const model::CombinationExample& example) {
    const bool beside = width_px >= 900;
    const float left = beside ? width_px * 0.56f : width_px;
    const float h = draw_lozenges(ui, at, left, example.elements);
    ui.add(node_of("", Role::text, join(example.elements, " \xC3\x97 "), {at.x, at.y, left, h}));
    const float x = beside ? at.x + left + 32 : at.x, w = beside ? width_px - left - 32 : width_px;
    const float y = beside ? at.y - 4 : at.y + h + 12;
    const float label_h = ui::paragraph(ui, {x, y}, w, ui.words(Word::compare_effect), style::note);
    const float text_h = ui::paragraph(ui, {x, y + label_h}, w, example.effect);
    return std::max(h, y + label_h + text_h - at.y);
}

float draw_element_kind(Ui& ui, Vec2 at, float width_px, const std::string& kind,
                        const std::vector<model::CombinationElement>& elements) {
    const bool beside = width_px >= 720;
    const float head = beside ? 136 : 0;
    const float head_h = ui::heading(ui, at, beside ? head - 16 : width_px, kind, 3, style::section);
    const size_t columns = width_px >= 1000 ? 3 : width_px >= 560 ? 2 : 1;
    const float gap = 32, left = at.x + head;
    const float w = (width_px - head - gap * static_cast<float>(columns - 1)) / static_cast<float>(columns);
    Ui::Scope list(ui, node_of("elements:" + kind, Role::list, kind));
    float y = beside ? at.y : at.y + head_h + 8, row_h = 0;
    size_t column = 0;
    for (const model::CombinationElement& element : elements) {
        if (element.kind != kind) continue;
        if (column == columns) column = 0, y += row_h + 16, row_h = 0;
        const float x = left + (w + gap) * static_cast<float>(column++);
        Ui::Scope item(ui, node_of("element:" + element.name, Role::listitem, ""));
        float h = ui::paragraph(ui, {x, y}, w, element.name, style::bold);
        if (!element.items.empty())
            h += ui::paragraph(ui, {x, y + h}, w, text::listed(Words(), element.items), style::note);
        row_h = std::max(row_h, h);
    }
    return std::max(head_h, y + row_h - at.y) + 20;
}

namespace {

/// Table of three columns, or of one where that is too narrow.
struct StanceColumns {
    bool beside;
    float x[3], w[3];
};

StanceColumns stance_columns(Vec2 at, float width_px) {
    StanceColumns c{};
    c.beside = width_px >= 800;
    const float gap = 32, room = width_px - 2 * gap;
    const float shares[] = {0.3f, 0.28f, 0.42f};
    float x = at.x;
    for (size_t i = 0; i < 3; ++i) {
        c.x[i] = c.beside ? x : at.x, c.w[i] = c.beside ? std::floor(room * shares[i]) : width_px;
        x += c.w[i] + gap;
    }
    return c;
}

void stance_head(Ui& ui, float y, const StanceColumns& c) {
    constexpr Word heads[] = {Word::compare_stance, Word::compare_before, Word::compare_after};
    Ui::Scope row(ui, node_of("stances:head", Role::row, ""));
    for (size_t i = 0; i < 3; ++i) {
        const char* name = ui.words(heads[i]);
        if (c.beside)
            ui.glyphs({c.x[i], y + 20}, name, i == 2 ? ui::with_color(style::note_bold, ink::link) : style::note_bold);
        ui.add(node_of("", Role::columnheader, name, {c.x[i], y, c.w[i], c.beside ? 32.f : 0.f}));
    }
}

float stance_row(Ui& ui, float y, const StanceColumns& c, const model::Stance& stance) {
    Ui::Scope row(ui, node_of("stance:" + stance.id, Role::row, ""));
    const float top = y;
    float lowest = y;
    const auto cell = [&](size_t i, Role role, std::string_view text, const ui::TextStyle& look) {
        const float indent = i == 2 ? 20.f : 0.f;
        const float from = y;
        if (!c.beside && i > 0) {
            ui.glyphs({c.x[i] + indent, y + 16}, ui.words(i == 1 ? Word::compare_before : Word::compare_after),
                      i == 2 ? ui::with_color(style::note_bold, ink::link) : style::note_bold);
            y += 24;
        }
        const float h = ui.glyph_block({c.x[i] + indent, y}, c.w[i] - indent, text, look);
        y += h;
        ui.add(node_of("", role, std::string(text), {c.x[i], from, c.w[i], y - from}));
        if (i == 2) ui.rect({c.x[i], from + 2, 4, y - from - 4}, ink::link);
        lowest = std::max(lowest, y);
        y = c.beside ? top : y + 12;
    };
    cell(0, Role::rowheader, stance.title, style::bold);
    cell(1, Role::cell, stance.from, style::soft);
    cell(2, Role::cell, stance.to, style::body);
    return lowest - top;
}

}  // namespace

float stance_table(Ui& ui, Vec2 at, float width_px, const std::vector<model::Stance>& stances) {
    const StanceColumns c = stance_columns(at, width_px);
    Ui::Scope table(ui,
                    node_of("compare:stances", Role::table, ui.words(Word::compare_stances, {{"n", stances.size()}})));
    float y = at.y;
    stance_head(ui, y, c);
    if (c.beside) y += 32;
    ui.rect({at.x, y - 2, width_px, 2}, ink::text);
    for (const model::Stance& stance : stances) {
        y += 20;
        y += stance_row(ui, y, c, stance) + 20;
        ui.hline(at.x, at.x + width_px, y);
    }
    return y - at.y;
}

float support_figures(Ui& ui, Vec2 at, float width_px, const std::vector<SupportFigure>& support) {
    const float gap = 32, least = 200;
    std::vector<const SupportFigure*> large;
    for (const SupportFigure& figure : support)
        if (is_large(figure)) large.push_back(&figure);
    if (large.empty()) return 0;
    const size_t columns =
        std::min(large.size(), std::max<size_t>(1, static_cast<size_t>((width_px + gap) / (least + gap))));
    const float w = (width_px - gap * static_cast<float>(columns - 1)) / static_cast<float>(columns);
    float y = at.y;
    for (size_t i = 0; i < large.size(); ++i) {
        if (i > 0 && i % columns == 0) y += 104;
        const float x = at.x + (w + gap) * static_cast<float>(i % columns);
        const text::Quantity quantity = text::quantity(ui.words, *large[i]->value, large[i]->unit);
        const float figure_w = ui::figure(ui, {x, y + 48}, quantity.number, quantity.unit, ui::size::figure);
        ui.add(node_of("support:" + large[i]->id, Role::text, quantity.text(), {x, y, figure_w, 60}));
        ui::paragraph(ui, {x, y + 60}, w, large[i]->title, style::bold);
    }
    return y + 96 - at.y;
}

float support_fields(Context& ctx, Vec2 at, float width_px) {
    const Words& words = ctx.ui.words;
    const chart::BarListWords said = bar_words(words);
    chart::BarListOptions options;
    double most = 0, teams = 0;
    std::string_view longest;
    model::SourceRef source;
    const auto& support = ctx.data.background->framework.support;
    for (const SupportFigure& figure : support) {
        if (figure.id == "banso-teams") teams = figure.value.value_or(0);
        if (!is_field(figure)) continue;
        options.unit = figure.unit, source = figure.source;
        options.items.push_back({std::string(last_part(figure.title)), figure.value, {}, "", *figure.value > most});
        if (*figure.value > most) {
            for (size_t i = 0; i + 1 < options.items.size(); ++i) options.items[i].strong = false;
            most = *figure.value, longest = last_part(figure.title);
        }
    }
    if (options.items.empty()) return 0;
    options.words = &said, options.formats = &chart::formats_of(words.lang());
    options.text.id = "support:fields", options.text.heading_level = 3;
    options.text.title = words(Word::compare_fields_title, {{"label", longest}});
    options.text.subtitle = words(Word::compare_fields_text, {{"teams", text::number(teams)}});
    options.text.source = source_text(words, ctx.data.policy.get(), source);
    options.text.show_table = words(Word::chart_open_table), options.text.hide_table = words(Word::chart_close_table);
    return chart::bar_list(ctx.ui, at, width_px, options);
}

float support_texts(Ui& ui, Vec2 at, float width_px, const std::vector<SupportFigure>& support) {
    const size_t columns = width_px >= 800 ? 2 : 1;
    const float gap = 48, w = (width_px - gap * static_cast<float>(columns - 1)) / static_cast<float>(columns);
    Ui::Scope list(ui, node_of("support:list", Role::list, ui.words(Word::compare_support)));
    float bottom[2] = {at.y, at.y};
    for (const SupportFigure& figure : support) {
        if (is_field(figure) || is_large(figure) || figure.id == meaning_id) continue;
        // Into the shorter column: texts differ much in length.
        const size_t c = columns == 2 && bottom[1] < bottom[0] ? 1 : 0;
        const float x = at.x + (w + gap) * static_cast<float>(c);
        float& y = bottom[c];
        Ui::Scope item(ui, node_of("support:" + figure.id, Role::listitem, ""));
        ui.hline(x, x + w, y);
        y += 16;
        y += ui::paragraph(ui, {x, y}, w, figure.title, style::bold) + 4;
        y += ui::paragraph(ui, {x, y}, w, as_lines(figure.text), {ui::size::note, Weight::regular, ink::text, 1.7f});
        if (!figure.note.empty()) y += 4, y += ui::paragraph(ui, {x, y}, w, figure.note, style::note);
        y += 20;
    }
    return std::max(bottom[0], bottom[1]) - at.y;
}

}  // namespace atlas::page

#include "chart/timeline.h"

#include <algorithm>
#include <cmath>

#include "chart/place_labels.h"
#include "chart/scale.h"
#include "chart/words.h"
#include "core/strings.h"

namespace atlas::chart {

using ui::Align;
using ui::Ui;
namespace style = ui::style;

namespace {

constexpr float across_from_px = 960, card_gap_px = 16;
constexpr ui::TextStyle title_style{ui::size::note, Weight::regular, ui::ink::text, 1.5f};

std::string mark_id(const TimelineOptions& options, const TimelineEvent& event) {
    return options.text.id + ":" + event.id;
}

void mark(Ui& ui, const TimelineOptions& options, const TimelineEvent& event, Rect r) {
    const std::string id = mark_id(options, event);
    add_mark(ui, id, event.when, event.title, r, event.href);
    if (!event.href.empty()) ui.region(r, id, go(event.href));
}

float draw_down(Ui& ui, Vec2 at, float width_px, const TimelineOptions& options) {
    float y = at.y;
    const float x = at.x + 32, w = width_px - 32;
    for (size_t i = 0; i < options.events.size(); ++i) {
        const TimelineEvent& event = options.events[i];
        const float top = y;
        const bool pointed = is_pointed(ui, mark_id(options, event));
        ui.glyphs({x, y + 16}, event.when, style::note);
        y += 24;
        y += ui.glyph_block({x, y}, w, event.title,
                            ui::with_color(event.strong ? style::bold : style::body,
                                           pointed && !event.href.empty() ? ui::ink::link : ui::ink::text));
        if (!event.detail.empty()) y += ui.glyph_block({x, y}, w, event.detail, style::note);
        const bool last = i + 1 == options.events.size();
        if (!last) ui.rect({at.x + 9, top + 20, 2, y + 20 - top - 20}, token::solid_gray_300);
        ui.symbol({at.x + 10, top + 11}, event.strong ? 7.f : 5.f, scene::Shape::circle,
                  event.strong ? token::blue_900 : ui::ink::ground, token::blue_900, 2);
        mark(ui, options, event, {at.x, top, width_px, y - top});
        y += last ? 0 : 20;
    }
    return y - at.y;
}

struct Side {
    std::vector<size_t> events;
    std::vector<float> centers;
    float height = 0;
    float card_px = 0;
};

const ui::TextStyle& style_of(const TimelineEvent& event) {
    static constexpr ui::TextStyle strong{ui::size::note, Weight::bold, ui::ink::text, 1.5f};
    return event.strong ? strong : title_style;
}

float title_height(const Ui& ui, const TimelineEvent& event, float card_px) {
    return ui.height(event.title, style_of(event), card_px - 10);
}

/// Every second event above the axis, the others below it; cards as wide as their side allows, kept apart in order.
Side side_of(const Ui& ui, const TimelineOptions& options, const LinearScale& x, float width_px, size_t parity) {
    Side side;
    std::vector<LabelWish> wishes;
    for (size_t i = parity; i < options.events.size(); i += 2) side.events.push_back(i);
    const auto count = static_cast<float>(std::max<size_t>(1, side.events.size()));
    side.card_px = std::clamp((width_px - card_gap_px * (count - 1)) / count, 72.f, 200.f);
    for (const size_t i : side.events) {
        const TimelineEvent& event = options.events[i];
        wishes.push_back({x(event.time), side.card_px});
        side.height = std::max(side.height, 24 + title_height(ui, event, side.card_px));
    }
    side.centers = spread_labels(wishes, x.range_from, x.range_to, card_gap_px);
    return side;
}

void draw_side(Ui& ui, const TimelineOptions& options, const LinearScale& x, const Side& side, float axis_y,
               bool above) {
    for (size_t k = 0; k < side.events.size(); ++k) {
        const TimelineEvent& event = options.events[side.events[k]];
        const float left = std::round(side.centers[k] - side.card_px / 2), at_x = x(event.time);
        const float h = 24 + title_height(ui, event, side.card_px);
        const float top = above ? axis_y - 40 - h : axis_y + 64;
        const float near = above ? axis_y - 40 : axis_y + 60, end = above ? axis_y : axis_y + 32;
        // Down from the card's left edge, then slanting to the date.
        const float bend = above ? near + 4 : near - 4;
        scene::PathMark leader;
        leader.points = {{left + 1, near}, {left + 1, bend}, {at_x, end}};
        leader.stroke = token::solid_gray_420, leader.stroke_px = 1;
        ui.marks().emplace_back(std::move(leader));
        const bool pointed = is_pointed(ui, mark_id(options, event));
        ui.rect({left, top, 2, h}, event.strong ? token::blue_900 : token::solid_gray_420);
        ui.glyphs({left + 10, top + 15}, event.when, style::note);
        ui.glyph_block({left + 10, top + 22}, side.card_px - 10, event.title,
                       ui::with_color(style_of(event), pointed && !event.href.empty() ? ui::ink::link : ui::ink::text));
        mark(ui, options, event, {left, top, side.card_px, h});
    }
}

float draw_across(Ui& ui, Vec2 at, float width_px, const TimelineOptions& options) {
    const double first = std::floor(options.events.front().time), last = std::ceil(options.events.back().time + 0.01);
    const LinearScale x{first, last, at.x + 8, at.x + width_px - 8};
    const Side above = side_of(ui, options, x, width_px - 16, 0), below = side_of(ui, options, x, width_px - 16, 1);
    const float axis_y = at.y + above.height + 40;
    // The axis is a ribbon with its years inside; leaders reach it from both sides.
    ui.rect({at.x, axis_y, width_px, 32}, ui::ink::ground_second);
    const float label_px = ui.width("2000", style::note);
    for (int year = static_cast<int>(first); year <= static_cast<int>(last); ++year) {
        const float tick = std::round(x(year));
        if (year > static_cast<int>(first)) ui.rect({tick, axis_y, 1, 32}, token::solid_gray_300);
        if (year < static_cast<int>(last) && x(year + 1) - x(year) > label_px + 8)
            ui.glyphs({(x(year) + x(year + 1)) / 2, axis_y + 21}, std::to_string(year), style::note, Align::center);
    }
    draw_side(ui, options, x, above, axis_y, true);
    draw_side(ui, options, x, below, axis_y, false);
    for (size_t i = 0; i < options.events.size(); ++i) {
        const TimelineEvent& event = options.events[i];
        ui.symbol({x(event.time), i % 2 == 0 ? axis_y : axis_y + 32}, event.strong ? 6.f : 4.f, scene::Shape::circle,
                  event.strong ? token::blue_900 : ui::ink::ground, token::blue_900, 2);
    }
    return axis_y + 64 + below.height - at.y;
}

}  // namespace

double time_of_date(std::string_view iso) {
    int year = 0, month = 0, day = 0;
    if (!is_iso_date(iso) || !parse_int(iso.substr(0, 4), year)) return 0;
    if (iso.size() < 7 || !parse_int(iso.substr(5, 2), month)) return year + 0.5;
    if (iso.size() < 10 || !parse_int(iso.substr(8, 2), day)) return year + (month - 0.5) / 12;
    return year + (month - 1 + (day - 0.5) / 31) / 12;
}

float timeline(Ui& ui, Vec2 at, float width_px, const TimelineOptions& options) {
    FigureText text = options.text;
    const bool empty = options.events.empty();
    if (text.summary.empty())
        text.summary = empty ? std::string(options.words->no_data)
                             : fill(options.words->summary, {{"count", std::to_string(options.events.size())},
                                                             {"from", options.events.front().when},
                                                             {"to", options.events.back().when}});
    const auto draw = [&](Vec2 top_left) {
        if (empty) return ui::paragraph(ui, top_left, width_px, options.words->no_data, style::body);
        const bool across = width_px >= across_from_px && options.events.size() <= 20;
        return across ? draw_across(ui, top_left, width_px, options) : draw_down(ui, top_left, width_px, options);
    };
    if (empty) return figure(ui, at, width_px, text, draw, nullptr);
    return figure(ui, at, width_px, text, draw, [&] {
        ui::TableSpec table;
        table.columns = {{std::string(options.words->column_when), 120, Align::left},
                         {std::string(options.words->column_title), 0, Align::left},
                         {std::string(options.words->column_detail), 0, Align::left}};
        for (const TimelineEvent& event : options.events) table.rows.push_back({event.when, event.title, event.detail});
        return table;
    });
}

}  // namespace atlas::chart

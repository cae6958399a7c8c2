#include "chart/network.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "chart/place_labels.h"
#include "text/text.h"

namespace atlas::chart {

using ui::Align;
using ui::Ui;
namespace style = ui::style;

namespace {

constexpr float turn = 6.2831853f;

std::vector<int> kinds_of(const NetworkOptions& options) {
    std::vector<std::string> seen;
    std::vector<int> kinds;
    for (const NetworkElement& element : options.elements) {
        const auto found = std::find(seen.begin(), seen.end(), element.kind);
        kinds.push_back(static_cast<int>(found - seen.begin()));
        if (found == seen.end()) seen.push_back(element.kind);
    }
    return kinds;
}

/// What shape and colour stand for, where there is more than one kind.
float draw_kinds(Ui& ui, Vec2 at, float width_px, const NetworkOptions& options) {
    const std::vector<int> kinds = kinds_of(options);
    KeyFlow key(ui, at, width_px);
    int told = 0;
    if (*std::max_element(kinds.begin(), kinds.end()) == 0) return 0;
    for (size_t i = 0; i < kinds.size(); ++i) {
        if (kinds[i] != told) continue;
        const auto kind = static_cast<size_t>(told++);
        key.entry(options.elements[i].kind, [&](Vec2 c) { ui.symbol(c, 6, series_shape(kind), series_color(kind)); });
    }
    return key.height() + 12;
}

std::vector<std::vector<size_t>> partners_of(const NetworkOptions& options) {
    std::vector<std::vector<size_t>> partners(options.elements.size());
    for (const NetworkLink& link : options.links) {
        partners[static_cast<size_t>(link.a)].push_back(static_cast<size_t>(link.b));
        partners[static_cast<size_t>(link.b)].push_back(static_cast<size_t>(link.a));
    }
    return partners;
}

std::string partners_text(const NetworkOptions& options, const std::vector<size_t>& partners) {
    std::string said;
    for (const size_t p : partners) {
        if (!said.empty()) said += options.words->joiner;
        said += options.elements[p].name;
    }
    return said;
}

struct Seat {
    Vec2 dot, label;
    bool right = true;
    float text_px = 0, high = 22;  ///< of the label: as wide as it is, but not wider than its column
};
constexpr float label_line_px = 20;
constexpr ui::TextStyle label_style{ui::size::note, Weight::regular, ui::ink::text, label_line_px / ui::size::note};

/// Dots on an ellipse, labels outside of it, moved apart on each side.
std::vector<Seat> seats_of(const Ui& ui, const NetworkOptions& options, Rect r, float label_px) {
    const std::vector<int> order = ring_order(options);
    std::vector<Seat> seats(order.size());
    const Vec2 c = r.center();
    const float rx = r.w / 2 - label_px - 28, ry = r.h / 2 - 16;
    std::vector<LabelWish> sides[2];
    std::vector<size_t> of[2];
    for (size_t k = 0; k < order.size(); ++k) {
        const auto i = static_cast<size_t>(order[k]);
        // Half a step off the top, so that no label stands on the axis between the sides.
        const float angle = turn * (static_cast<float>(k) + 0.5f) / static_cast<float>(order.size()) - turn / 4;
        seats[i].dot = {c.x + rx * std::cos(angle), c.y + ry * std::sin(angle)};
        seats[i].right = std::cos(angle) >= 0;
        const std::string& name = options.elements[i].name;
        seats[i].text_px = std::min(label_px, ui.width(name, label_style));
        seats[i].high = ui.height(name, label_style, label_px) + 2;
        sides[seats[i].right].push_back({seats[i].dot.y, seats[i].high}), of[seats[i].right].push_back(i);
    }
    for (const size_t side : {size_t{0}, size_t{1}}) {
        const std::vector<float> centers = spread_labels(sides[side], r.y, r.bottom(), 2);
        for (size_t k = 0; k < centers.size(); ++k) {
            Seat& seat = seats[of[side][k]];
            // On the ellipse through the labels' own heights, so that they follow the ring instead of forming a wall.
            const float up = std::clamp((centers[k] - c.y) / (ry + 14), -1.f, 1.f);
            const float reach = rx * std::sqrt(std::max(0.f, 1 - up * up)) + 20;
            const float x = std::max(reach, std::abs(seat.dot.x - c.x) + 14);
            seat.label = {seat.right ? c.x + x : c.x - x, centers[k]};
        }
    }
    return seats;
}

void draw_link(Ui& ui, Vec2 a, Vec2 b, Vec2 c, Color color, float width_px) {
    scene::PathMark curve;
    // Pulled towards the middle; neighbours less than those across.
    const Vec2 mean = (a + b) * 0.5f;
    const float far = std::min(1.f, length(b - a) / std::max(1.f, length(a - c) + length(b - c)));
    const Vec2 pull = mean + (c - mean) * (0.25f + 0.6f * far);
    constexpr int steps = 16;
    for (int i = 0; i <= steps; ++i) {
        const float t = static_cast<float>(i) / steps, u = 1 - t;
        curve.points.push_back(a * (u * u) + pull * (2 * u * t) + b * (t * t));
    }
    curve.stroke = color, curve.stroke_px = width_px;
    ui.marks().emplace_back(std::move(curve));
}

/// Around the seat's height, in as many lines as its column needs.
void draw_label(Ui& ui, const Seat& seat, const std::string& name, bool strong) {
    const ui::TextStyle look = strong ? style::note_bold : label_style;
    float y = seat.label.y + 5 - (seat.high - 2 - label_line_px) / 2;
    for (const text::Line& line : text::break_lines(name, label_style.font(), ui.measure, seat.text_px + 0.5f)) {
        halo_text(ui, {seat.label.x, y}, line.text, look, seat.right ? Align::left : Align::right);
        y += label_line_px;
    }
}

float draw_ring(Ui& ui, Vec2 at, float width_px, const NetworkOptions& options) {
    float label_px = 0;
    for (const NetworkElement& e : options.elements) label_px = std::max(label_px, ui.width(e.name, style::note));
    label_px = std::min(label_px, width_px * 0.3f);
    const float h = std::clamp(static_cast<float>(options.elements.size()) * 15.f + 120, 280.f, 720.f);
    const float w = std::min(width_px, h + 2 * label_px + 160);
    const Rect r{at.x, at.y, w, h};
    const std::vector<Seat> seats = seats_of(ui, options, r, label_px);
    const std::vector<int> kinds = kinds_of(options);
    const std::vector<std::vector<size_t>> partners = partners_of(options);
    std::string focus = options.focus;
    for (size_t i = 0; i < seats.size(); ++i)
        if (is_pointed(ui, options.text.id + ":" + std::to_string(i))) focus = options.elements[i].name;
    const auto is_focus = [&](int i) { return options.elements[static_cast<size_t>(i)].name == focus; };
    for (const bool strong : {false, true})
        for (const NetworkLink& link : options.links) {
            if ((is_focus(link.a) || is_focus(link.b)) != strong) continue;
            draw_link(ui, seats[static_cast<size_t>(link.a)].dot, seats[static_cast<size_t>(link.b)].dot, r.center(),
                      strong          ? ui::ink::text
                      : focus.empty() ? token::solid_gray_420
                                      : token::solid_gray_200,
                      0.5f + 1.f * static_cast<float>(std::min(4, link.weight)));
        }
    for (size_t i = 0; i < seats.size(); ++i) {
        const Seat& seat = seats[i];
        const auto kind = static_cast<size_t>(kinds[i]);
        ui.line(seat.dot, {seat.label.x + (seat.right ? -4.f : 4.f), seat.label.y}, ui::ink::hairline, 1);
        ui.symbol(seat.dot, 4 + 1.2f * static_cast<float>(std::min<size_t>(5, partners[i].size())), series_shape(kind),
                  series_color(kind), ui::ink::ground, 1);
        const std::string id = options.text.id + ":" + std::to_string(i);
        const bool strong = is_focus(static_cast<int>(i));
        draw_label(ui, seat, options.elements[i].name, strong);
        const Rect box{seat.right ? seat.label.x : seat.label.x - seat.text_px, seat.label.y - seat.high / 2,
                       seat.text_px, seat.high};
        add_mark(ui, id, options.elements[i].name,
                 fill(options.words->joined, {{"partners", partners_text(options, partners[i])}}), box,
                 options.elements[i].href);
        ui.region(united(box, Rect{seat.dot.x - 10, seat.dot.y - 10, 20, 20}), id,
                  options.elements[i].href.empty() ? Action{} : go(options.elements[i].href));
    }
    return h + 8;
}

float draw_list(Ui& ui, Vec2 at, float width_px, const NetworkOptions& options) {
    const std::vector<std::vector<size_t>> partners = partners_of(options);
    const std::vector<int> kinds = kinds_of(options);
    float y = at.y;
    for (const int place : ring_order(options)) {
        const auto i = static_cast<size_t>(place);
        if (partners[i].empty()) continue;
        const auto kind = static_cast<size_t>(kinds[i]);
        const float top = y;
        ui.symbol({at.x + 8, y + 12}, 6, series_shape(kind), series_color(kind));
        y += ui.glyph_block({at.x + 24, y}, width_px - 24, options.elements[i].name, style::bold);
        const std::string joined = fill(options.words->joined, {{"partners", partners_text(options, partners[i])}});
        y += ui.glyph_block({at.x + 24, y}, width_px - 24, joined, style::note) + 10;
        const std::string id = options.text.id + ":" + std::to_string(i), &href = options.elements[i].href;
        const Rect row{at.x, top, width_px, y - top - 10};
        add_mark(ui, id, options.elements[i].name, joined, row, href);
        if (!href.empty()) ui.region(row, id, go(href));
        ui.hline(at.x, at.x + width_px, y - 5, token::solid_gray_100);
    }
    return y - at.y;
}

}  // namespace

std::vector<int> ring_order(const NetworkOptions& options) {
    const std::vector<int> kinds = kinds_of(options);
    const std::vector<std::vector<size_t>> partners = partners_of(options);
    std::vector<int> order(options.elements.size());
    std::iota(order.begin(), order.end(), 0);
    std::stable_sort(order.begin(), order.end(),
                     [&](int a, int b) { return kinds[static_cast<size_t>(a)] < kinds[static_cast<size_t>(b)]; });
    for (int sweep = 0; sweep < 3; ++sweep) {
        std::vector<double> place(order.size()), wish(order.size());
        for (size_t k = 0; k < order.size(); ++k) place[static_cast<size_t>(order[k])] = static_cast<double>(k);
        for (size_t i = 0; i < order.size(); ++i) {
            double sum = place[i];
            for (const size_t p : partners[i]) sum += place[p];
            wish[i] = sum / static_cast<double>(partners[i].size() + 1);
        }
        std::stable_sort(order.begin(), order.end(), [&](int a, int b) {
            const auto i = static_cast<size_t>(a), j = static_cast<size_t>(b);
            return kinds[i] != kinds[j] ? kinds[i] < kinds[j] : wish[i] < wish[j];
        });
    }
    return order;
}

float network(Ui& ui, Vec2 at, float width_px, const NetworkOptions& options) {
    FigureText text = options.text;
    const std::vector<std::vector<size_t>> partners = partners_of(options);
    size_t most = 0;
    for (size_t i = 0; i < partners.size(); ++i)
        if (partners[i].size() > partners[most].size()) most = i;
    const bool empty = options.links.empty() || options.elements.empty();
    if (text.summary.empty())
        text.summary = empty ? std::string(options.words->no_data)
                             : fill(options.words->summary, {{"element", options.elements[most].name},
                                                             {"count", std::to_string(partners[most].size())}});
    const auto draw = [&](Vec2 top_left) {
        if (empty) return ui::paragraph(ui, top_left, width_px, options.words->no_data, style::body);
        const float key_px = draw_kinds(ui, top_left, width_px, options);
        top_left.y += key_px;
        return key_px + (width_px < 640 ? draw_list(ui, top_left, width_px, options)
                                        : draw_ring(ui, top_left, width_px, options));
    };
    if (empty) return figure(ui, at, width_px, text, draw, nullptr);
    return figure(ui, at, width_px, text, draw, [&] {
        ui::TableSpec table;
        table.columns = {{std::string(options.words->column_element), 0, Align::left},
                         {std::string(options.words->column_kind), 0, Align::left},
                         {std::string(options.words->column_partners), 0, Align::left}};
        for (size_t i = 0; i < options.elements.size(); ++i)
            table.rows.push_back(
                {options.elements[i].name, options.elements[i].kind, partners_text(options, partners[i])});
        return table;
    });
}

}  // namespace atlas::chart

#include "chart/bivariate.h"

#include <algorithm>

#include "chart/palette.h"
#include "model/lookup.h"

namespace atlas::chart {
namespace {

std::vector<double> tertiles(const std::vector<std::optional<double>>& values, int decimals) {
    model::ClassRequest request;
    request.classes = 3, request.decimals = decimals;
    return model::classify(model::present(values), request).limits;
}

constexpr ui::TextStyle small = ui::style::note;

void arrow(ui::Ui& ui, Vec2 from, Vec2 to) {
    ui.line(from, to, ui::ink::soft, 1.5f);
    const Vec2 d = (to - from) * (1 / std::max(1.f, length(to - from))), side{-d.y, d.x};
    scene::PathMark head;
    head.points = {to + d * 2, to - d * 6 + side * 4, to - d * 6 - side * 4};
    head.closed = true, head.fill = ui::ink::soft;
    ui.marks().emplace_back(std::move(head));
}

void draw_cell(ui::Ui& ui, const BivariateLegend& legend, size_t index, const Rect& r) {
    const bool chosen = std::find(legend.chosen.begin(), legend.chosen.end(), index) != legend.chosen.end();
    const bool faded = !legend.chosen.empty() && !chosen;
    const Color full = bivariate_colors[index], fill = faded ? mix(full, ui::ink::ground, 0.8f) : full;
    ui.rect(r, fill);
    if (contrast_ratio(fill, ui::ink::ground) < 1.3) ui.frame(r, token::solid_gray_420, 1);
    if (legend.patterns) {
        for (const Pattern pattern : bivariate_patterns(index)) draw_pattern(ui.marks(), r, pattern, ink_on(fill));
        ui.rect({r.center().x - 14, r.center().y - 10, 28, 20}, fill, 2);
    }
    ui.glyphs({r.center().x, r.center().y + 5}, std::to_string(legend.counts[index]),
              ui::with_color(small, faded ? ui::ink::soft : ink_on(fill)), ui::Align::center);
    const std::string id = legend.id + ":" + std::to_string(index);
    const bool on = legend.highlighted == index || ui.hovered(id) || chosen;
    if (on) {
        ui.frame(r.grown(-1), ui::ink::ground, 2);
        ui.frame(r.grown(1), token::solid_gray_900, 2);
    }
    scene::Node node;
    node.id = id, node.role = scene::Role::button, node.name = legend.names[index], node.rect = r;
    node.composite = legend.id, node.roving = true;  // one tab stop, arrows within
    node.toggles = true, node.pressed = chosen, node.action = legend.actions[index];
    node.pos_in_set = static_cast<int32_t>(index + 1), node.set_size = 9;
    if (node.action) ui.region(r, id, node.action);
    ui.add(std::move(node));
}

}  // namespace

BivariateClasses classify_pair(const std::vector<std::optional<double>>& first, int first_decimals,
                               const std::vector<std::optional<double>>& second, int second_decimals) {
    BivariateClasses made;
    made.first_limits = tertiles(first, first_decimals), made.second_limits = tertiles(second, second_decimals);
    made.of.resize(std::max(first.size(), second.size()));
    for (size_t i = 0; i < made.of.size(); ++i) {
        if (i >= first.size() || i >= second.size() || !first[i] || !second[i]) {
            ++made.missing;
            continue;
        }
        const auto a = static_cast<size_t>(model::class_of(*first[i], made.first_limits));
        const auto b = static_cast<size_t>(model::class_of(*second[i], made.second_limits));
        made.of[i] = 3 * b + a;
        ++made.counts[3 * b + a];
    }
    return made;
}

std::array<Pattern, 2> bivariate_patterns(size_t index) {
    static constexpr Pattern dots[] = {Pattern::none, Pattern::dots_sparse, Pattern::dots_dense},
                             lines[] = {Pattern::none, Pattern::lines_sparse, Pattern::lines_dense};
    return {dots[index % 3], lines[std::min(index / 3, size_t{2})]};
}

Vec2 draw_bivariate_legend(ui::Ui& ui, Vec2 at, float width_px, const BivariateLegend& legend) {
    // Room on the left for the limits of the second indicator, which grows upwards.
    float margin = 26;
    for (const std::string& text : legend.second_limits) margin = std::max(margin, ui.width(text, small) + 26);
    const float cell = std::clamp((width_px - margin) / 3, 44.f, 56.f), square = 3 * cell, top = at.y + 28;
    const float left = at.x + margin;
    scene::Node group;
    group.id = legend.id, group.role = scene::Role::group, group.name = legend.name;
    ui::Ui::Scope scope(ui, std::move(group));
    ui.glyphs({at.x, at.y + 15}, legend.second, ui::style::note_bold);
    for (size_t index = 0; index < 9; ++index) {
        const float column = static_cast<float>(index % 3), row = 2 - static_cast<float>(index / 3);
        draw_cell(ui, legend, index, {left + column * cell, top + row * cell, cell - 1, cell - 1});
    }
    arrow(ui, {at.x + 6, top + square - 2}, {at.x + 6, top + 4});
    for (size_t i = 0; i < legend.second_limits.size(); ++i)
        ui.glyphs({left - 8, top + square - cell * static_cast<float>(i + 1) + 5}, legend.second_limits[i], small,
                  ui::Align::right);
    for (size_t i = 0; i < legend.first_limits.size(); ++i)
        ui.glyphs({left + cell * static_cast<float>(i + 1), top + square + 17}, legend.first_limits[i], small,
                  ui::Align::center);
    const float arrow_y = top + square + 32;
    arrow(ui, {left, arrow_y}, {left + square - 4, arrow_y});
    ui.glyphs({left + square, arrow_y + 22}, legend.first, ui::style::note_bold, ui::Align::right);
    float bottom = arrow_y + 30;
    if (!legend.missing.empty()) {
        const Rect swatch{at.x, bottom + 6, 24, 16};
        ui.rect(swatch, no_data_ground);
        draw_pattern(ui.marks(), swatch, Pattern::no_data, no_data_ink);
        ui.frame(swatch, token::solid_gray_420, 1);
        ui::label(ui, {at.x + 32, bottom + 19}, legend.missing, small);
        bottom += 28;
    }
    return {margin + square, bottom - at.y};
}

}  // namespace atlas::chart

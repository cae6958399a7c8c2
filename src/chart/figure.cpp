#include "chart/figure.h"

#include <algorithm>
#include <cmath>
#include <iterator>

namespace atlas::chart {

using scene::Node;
using scene::Role;
using ui::Align;
using ui::Ui;

namespace {

float draw_table(Ui& ui, Vec2 at, float width_px, const FigureText& text, const std::function<ui::TableSpec()>& table) {
    const std::string name = "table:" + text.id;
    const bool is_open = ui.is_open(name);
    if (ui.env.on_paper && !is_open) return 0;
    ui::ButtonSpec toggle;
    toggle.id = name, toggle.label = is_open ? text.hide_table : text.show_table, toggle.kind = ui::ButtonKind::quiet;
    toggle.action = {Action::Kind::toggle, name, {}, 0};
    toggle.has_icon = true, toggle.icon = ui::Icon::list;
    toggle.expands = true, toggle.expanded = is_open;
    ui::button(ui, {at.x, at.y, ui::button_width(ui, toggle.label, true), ui::target_px}, toggle);
    if (!is_open) return ui::target_px;
    ui::TableSpec spec = table();
    spec.id = text.id + ":table";
    if (spec.caption.empty()) spec.caption = text.title;
    const float wanted = 180.f * static_cast<float>(spec.columns.size());
    return ui::target_px + 8 + ui::table(ui, {at.x, at.y + ui::target_px + 8}, std::min(width_px, wanted), spec);
}

}  // namespace

float figure(Ui& ui, Vec2 at, float width_px, const FigureText& text, const std::function<float(Vec2)>& draw,
             const std::function<ui::TableSpec()>& table) {
    float y = at.y;
    {
        Node frame;
        frame.id = text.id + ":figure", frame.role = Role::group, frame.name = text.title;
        Ui::Scope scope(ui, std::move(frame));
        const float words_px = std::min(width_px, 800.f);
        y += ui::heading(ui, {at.x, y}, words_px, text.title, text.heading_level, ui::style::section,
                         text.id + ":title");
        y += ui::paragraph(ui, {at.x, y}, words_px, text.subtitle, ui::style::note, text.id + ":subtitle") + 16;
        {
            Node marks;
            marks.id = text.id, marks.role = Role::group, marks.name = text.title, marks.description = text.summary;
            const int index = ui.open(std::move(marks));
            const float h = draw({at.x, y});
            ui.scene.nodes[static_cast<size_t>(index)].rect = {at.x, y, width_px, h};
            ui.close();
            y += h + 12;
        }
        if (!text.source.empty())
            y += ui::labelled(ui, {at.x, y}, width_px, Word::ui_source, text.source, ui::style::note,
                              text.id + ":source");
        ui.scene.nodes[static_cast<size_t>(scope.index)].rect = {at.x, at.y, width_px, y - at.y};
    }
    if (!text.show_table.empty() && table) y += 8 + draw_table(ui, {at.x, y + 8}, width_px, text, table);
    return y - at.y;
}

void add_mark(Ui& ui, std::string id, std::string name, std::string value, Rect rect, const std::string& href) {
    Node node;
    node.id = std::move(id), node.role = href.empty() ? Role::image : Role::link, node.rect = rect;
    // An image has no value of its own in the accessibility tree: the value is part of its name.
    node.name = value.empty() ? std::move(name) : std::move(name) + " " + value;
    node.roving = true;
    if (!href.empty()) node.href = href, node.action = go(href);
    ui.add(std::move(node));
}

bool is_pointed(const Ui& ui, std::string_view id) {
    return ui.hovered(id) || (ui.interaction.focus_visible && ui.focused(id));
}

void halo_text(Ui& ui, Vec2 at, std::string_view text, const ui::TextStyle& style, Align align) {
    if (text.empty()) return;
    const float w = align == Align::left ? 0 : ui.width(text, style);
    at.x -= align == Align::right ? w : align == Align::center ? w / 2 : 0;
    ui.marks().emplace_back(scene::TextMark{at, std::string(text), style.font(), style.color, ui::ink::ground});
}

void tooltip(Ui& ui, Vec2 at, const Rect& bounds, const std::vector<TooltipLine>& lines) {
    const size_t first_mark = ui.marks().size(), first_region = ui.scene.regions.size();
    const auto style_of = [](const TooltipLine& line) { return line.is_strong ? ui::style::bold : ui::style::note; };
    float w = 0, h = 16;
    for (const TooltipLine& line : lines) w = std::max(w, ui.width(line.text, style_of(line))), h += 24;
    w = std::min(w + 24, bounds.w);
    Rect box{at.x + 16, at.y - h / 2, w, h};
    if (box.right() > bounds.right()) box.x = at.x - 16 - w;
    if (box.x < bounds.x) box.x = std::clamp(at.x - w / 2, bounds.x, bounds.right() - w), box.y = at.y - h - 16;
    box.y = std::clamp(box.y, bounds.y, std::max(bounds.y, bounds.bottom() - h));
    scene::RectMark ground;
    ground.rect = box, ground.fill = ui::ink::ground, ground.stroke = ui::ink::hairline, ground.stroke_px = 1;
    ground.radius_px = 8, ground.shadow = true;
    ui.marks().emplace_back(ground);
    float y = box.y + 8;
    for (const TooltipLine& line : lines) ui.glyphs({box.x + 12, y + 17}, line.text, style_of(line)), y += 24;
    ui.raise(first_mark, first_region);
}

void KeyFlow::entry(std::string_view words, const std::function<void(Vec2)>& sample) {
    constexpr float row_px = 26, sample_px = 32, gap_px = 24;
    const float words_px = std::min(std::ceil(ui_.width(words, ui::style::note)) + 1, width_ - sample_px);
    if (x_ > at_.x && x_ + sample_px + words_px > at_.x + width_) x_ = at_.x, y_ += row_, row_ = 0;
    sample({x_ + 12, y_ + 11});
    const float h = 4 + ui::paragraph(ui_, {x_ + sample_px, y_}, words_px, words, ui::style::note);
    row_ = std::max({row_, row_px, h});
    x_ += sample_px + words_px + gap_px;
}

Color series_color(size_t index) {
    static constexpr Color colors[] = {token::blue_900, token::orange_900, token::green_800, token::magenta_900,
                                       token::cyan_900};
    return index < std::size(colors) ? colors[index] : token::solid_gray_600;
}

scene::Shape series_shape(size_t index) {
    using scene::Shape;
    static constexpr Shape shapes[] = {Shape::circle, Shape::square, Shape::diamond, Shape::triangle, Shape::hexagon};
    return shapes[index % std::size(shapes)];
}

Color pale(Color color) { return mix(color, ui::ink::ground, 0.86f); }

}  // namespace atlas::chart

#include "ui/controls.h"

#include "text/text.h"

namespace atlas::ui {

using scene::Node;
using scene::Role;

namespace {

bool is_outside(std::string_view href) { return href.substr(0, 4) == "http" || href.substr(0, 7) == "mailto:"; }

Action action_of(const std::string& href) {
    const bool is_file = href.rfind('/', 0) != 0;
    if (is_file || is_outside(href)) return {Action::Kind::open_url, href, {}, 0};
    return go(href);
}

/// Whether the button says something besides what it does: where it leads, that it is on, or what stands open below it.
bool tells(const ButtonSpec& spec) {
    return !spec.href.empty() || (spec.toggles && spec.pressed) || (spec.expands && spec.expanded);
}

/// Frame and label of a field; returns the rectangle of its face.
Rect field_face(Ui& ui, const std::string& id, Vec2 top_left, float width_px, std::string_view label,
                float height_px = target_px) {
    float y = top_left.y;
    if (!label.empty()) {
        ui.glyphs({top_left.x, Ui::baseline(y, style::note_bold)}, label, style::note_bold);
        y += style::note_bold.line_px() + 4;
    }
    const Rect face{top_left.x, y, width_px, height_px};
    const bool hover = ui.hovered(id);
    if (!ui.env.on_paper) ui.frame(face, hover ? ink::text : ink::field, 1, 8, ink::ground);
    return face;
}

}  // namespace

float link(Ui& ui, std::string id, Vec2 at, std::string_view text, std::string href, TextStyle style) {
    const bool outside = is_outside(href);
    const bool hover = ui.hovered(id);
    style.color = hover ? ink::link_hover : ink::link;
    const float text_width = ui.glyphs(at, text, style);
    ui.rect({at.x, at.y + 3, text_width, hover ? 2.f : 1.f}, style.color);
    float w = text_width;
    if (outside) {
        ui.icon(Icon::external, {at.x + w + 12, at.y - style.size_px * 0.35f}, style.size_px, style.color);
        w += 12 + style.size_px;
    }
    const float h = std::max(24.f, style.size_px * 1.5f);
    const Rect r{at.x, at.y - style.size_px * 0.35f - h / 2, w, h};
    Node node;
    node.id = id, node.role = Role::link, node.name = text, node.href = href, node.rect = r,
    node.action = action_of(href);
    if (outside) node.description = ui.words(Word::ui_outside);
    ui.region(r, id, node.action);
    ui.add(std::move(node));
    return w;
}

float arrow_link(Ui& ui, std::string id, Vec2 at, std::string_view text, std::string href, float most_px) {
    const bool hover = ui.hovered(id);
    const Color color = hover ? ink::link_hover : ink::link;
    const bool is_wide = most_px > 0 && ui.width(text, style::bold) + 24 > most_px;
    const float w = ui.glyphs(at, text, with_color(is_wide ? style::note_bold : style::bold, color));
    if (hover) ui.rect({at.x, at.y + 3, w, 2}, color);
    ui.icon(Icon::chevron_right, {at.x + w + 12, at.y - 5}, 18, color);
    const Rect r{at.x - 4, at.y - 5 - target_px / 2, w + 30, target_px};
    Node node;
    node.id = id, node.role = Role::link, node.name = text, node.href = href, node.rect = r,
    node.action = action_of(href);
    ui.region(r, id, node.action);
    ui.add(std::move(node));
    return w + 24;
}

float button_width(const Ui& ui, std::string_view label, bool has_icon) {
    return ui.width(label, style::bold) + 32 + (has_icon ? 28 : 0);
}

void button(Ui& ui, Rect r, ButtonSpec spec) {
    if (ui.env.on_paper && !tells(spec)) return;
    const bool hover = ui.hovered(spec.id) && !spec.disabled;
    Color fill = ink::ground, stroke = ink::link, text = hover ? ink::link_hover : ink::link;
    if (spec.kind == ButtonKind::primary) {
        fill = stroke = hover ? ink::link_hover : ink::link, text = ink::on_dark;
    } else if (spec.kind == ButtonKind::quiet) {
        stroke = ink::hairline, text = hover ? ink::link : ink::text;
    }
    if (hover && spec.kind != ButtonKind::primary) fill = ink::tint;
    if (spec.toggles && spec.pressed) fill = ink::tint, stroke = ink::link;
    if (spec.disabled) fill = ink::ground_second, stroke = ink::hairline, text = token::solid_gray_420;
    ui.frame(r, stroke, 1, 8, fill);
    const Vec2 c = r.center();
    const float icon_px = spec.icon_only ? 24 : 20;
    if (spec.icon_only) {
        ui.icon(spec.icon, c, icon_px, text);
    } else {
        const TextStyle label_style = with_color(style::bold, text);
        const float w = ui.width(spec.label, label_style) + (spec.has_icon ? 28 : 0);
        float x = c.x - w / 2;
        if (spec.has_icon) ui.icon(spec.icon, {x + 10, c.y}, icon_px, text), x += 28;
        ui.glyphs({x, c.y + label_style.size_px * 0.37f}, spec.label, label_style);
    }
    Node node;
    node.id = spec.id, node.role = spec.href.empty() ? Role::button : Role::link, node.name = spec.label, node.rect = r;
    node.href = spec.href, node.action = spec.href.empty() ? spec.action : action_of(spec.href);
    node.disabled = spec.disabled, node.toggles = spec.toggles, node.pressed = spec.pressed;
    node.expands = spec.expands, node.expanded = spec.expanded;
    if (!spec.disabled) ui.region(r, spec.id, node.action);
    ui.add(std::move(node));
}

float chip(Ui& ui, std::string id, Vec2 at, std::string_view text, std::string href, bool selected,
           std::string_view pillar) {
    const bool hover = ui.hovered(id);
    const TextStyle label_style =
        with_color(selected ? style::note_bold : style::note, selected ? ink::on_dark : ink::text);
    const float mark = pillar.empty() ? 0 : 24;
    const float w = ui.width(text, style::note_bold) + 24 + mark;
    const Rect r{at.x, at.y + 4, w, 36};
    ui.frame(r,
             selected ? ink::link
             : hover  ? ink::link
                      : ink::field,
             1, 18,
             selected ? ink::link
             : hover  ? ink::tint
                      : ink::ground);
    if (mark > 0) {
        if (selected) ui.symbol({r.x + 20, r.center().y}, 9, scene::Shape::circle, ink::ground);
        pillar_mark(ui, {r.x + 20, r.center().y}, selected ? 5.5f : 7, pillar, false);
    }
    ui.glyphs({r.x + 12 + mark, r.center().y + label_style.size_px * 0.37f}, text, label_style);
    Node node;
    node.id = id, node.role = Role::button, node.name = text, node.rect = {at.x, at.y, w, target_px};
    node.action = adjust(href), node.toggles = true, node.pressed = selected;
    ui.region(node.rect, id, node.action);
    ui.add(std::move(node));
    return w;
}

float chip_group(Ui& ui, std::string id, std::string_view name, Vec2 at, float width_px,
                 const std::vector<ChipSpec>& chips) {
    Node group;
    group.id = std::move(id), group.role = Role::group, group.name = name;
    Ui::Scope scope(ui, std::move(group));
    float x = at.x, y = at.y;
    for (const ChipSpec& spec : chips) {
        const float w = ui.width(spec.text, style::note_bold) + 24 + (spec.pillar.empty() ? 0 : 24);
        if (x > at.x && x + w > at.x + width_px) x = at.x, y += target_px;
        x += chip(ui, spec.id, {x, y}, spec.text, spec.href, spec.selected, spec.pillar) + 8;
    }
    return y + target_px - at.y;
}

void card(Ui& ui, std::string id, Rect r, std::string_view name, std::string href, std::string_view description) {
    const bool hover = ui.hovered(id);
    ui.frame(r, hover ? ink::link : ink::hairline, hover ? 2.f : 1.f, 8, ink::ground);
    Node node;
    node.id = id, node.role = Role::link, node.name = name, node.description = description, node.href = href,
    node.rect = r;
    node.action = action_of(href);
    ui.region(r, id, node.action);
    ui.add(std::move(node));
}

namespace {

/// The text and node of a field whose face is drawn; `before_px`: room for an icon.
void field_text(Ui& ui, Node node, const Rect& face, float before_px) {
    // While focused the platform's own field shows the text. Otherwise it is drawn: a browser's field would shine through the bars that the
    // page scrolls under.
    if (!ui.focused(node.id)) {
        const bool is_empty = node.value.empty();
        const TextStyle text_style = with_color(style::body, is_empty ? ink::soft : ink::text);
        const std::string shown = text::ellipsize(is_empty ? node.placeholder : node.value, text_style.font(),
                                                  ui.measure, face.w - before_px - 18);
        ui.glyphs({face.x + before_px + 4, face.center().y + 6}, shown, text_style);
    }
    node.rect = {face.x + before_px, face.y + 1, face.w - before_px - 2, face.h - 2};
    ui.region(face, node.id, node.action, scene::Cursor::text);
    ui.add(std::move(node));
}

}  // namespace

float search_field(Ui& ui, std::string id, Vec2 at, float width_px, std::string_view label, std::string_view value,
                   std::string_view placeholder, std::string target) {
    if (ui.env.on_paper && value.empty()) return 0;
    const Rect face = field_face(ui, id, at, width_px, label);
    ui.icon(Icon::search, {face.x + 22, face.center().y}, 20, ink::soft);
    Node node;
    node.id = id, node.role = Role::searchbox, node.name = label.empty() ? placeholder : label, node.value = value;
    node.placeholder = placeholder;
    node.action = {Action::Kind::set_text, target, std::string(value), 0};
    field_text(ui, std::move(node), face, 38);
    return face.bottom() - at.y;
}

float text_field(Ui& ui, std::string id, Vec2 at, float width_px, std::string_view label, std::string_view value,
                 std::string target) {
    if (ui.env.on_paper && value.empty()) return 0;
    const Rect face = field_face(ui, id, at, width_px, label);
    Node node;
    node.id = id, node.role = Role::textbox, node.name = label, node.value = value;
    node.action = {Action::Kind::set_text, target, std::string(value), 0};
    field_text(ui, std::move(node), face, 10);
    return face.bottom() - at.y;
}

float text_area(Ui& ui, std::string id, Vec2 at, float width_px, std::string_view label, std::string_view value,
                std::string target, int lines) {
    // As the browser sets it: web/atlas.css.
    constexpr TextStyle look{16, Weight::regular, ink::text, 1.5f};
    constexpr float before_px = 10, pad_px = 10;
    const float text_px = width_px - 2 * before_px - 8;
    const float height = std::max(look.line_px() * static_cast<float>(lines), ui.height(value, look, text_px));
    const Rect face = field_face(ui, id, at, width_px, label, height + 2 * pad_px);
    if (!ui.focused(id)) ui.glyph_block({face.x + before_px + 4, face.y + pad_px}, text_px, value, look);
    Node node;
    node.id = id, node.role = Role::textarea, node.name = label, node.value = value;
    node.action = {Action::Kind::set_text, target, std::string(value), 0};
    node.rect = {face.x + before_px, face.y + 1, face.w - before_px - 2, face.h - 2};
    ui.region(face, id, node.action, scene::Cursor::text);
    ui.add(std::move(node));
    return face.bottom() - at.y;
}

static void open_list(Ui& ui, const std::string& id, Rect face, std::string_view value,
                      const std::vector<scene::Option>& options, const std::string& target) {
    // Two columns or more when one would not fit below the field.
    const float row = target_px, room = std::max(200.f, ui.env.window.y - face.bottom() - 24);
    const auto per_column = static_cast<size_t>(std::max(1.f, std::floor(room / row)));
    const size_t columns = (options.size() + per_column - 1) / per_column;
    const size_t rows = (options.size() + columns - 1) / columns;
    const float widest = (ui.env.window.x - 16) / static_cast<float>(columns);
    float label_w = 0;
    for (const scene::Option& option : options) label_w = std::max(label_w, ui.width(option.label, style::bold));
    const float column_w = std::min(std::max(label_w + 36, columns == 1 ? face.w : 120.f), widest);
    const float list_w = column_w * static_cast<float>(columns);
    const float x = std::max(8.f, std::min(face.x, ui.env.window.x - list_w - 8));
    const Rect list{x, face.bottom() + 4, list_w, row * static_cast<float>(rows) + 8};
    const size_t first_mark = ui.marks().size(), first_region = ui.scene.regions.size();
    scene::RectMark ground;
    ground.rect = list, ground.fill = ink::ground, ground.stroke = ink::field, ground.stroke_px = 1,
    ground.radius_px = 8, ground.shadow = true;
    ui.marks().emplace_back(ground);
    ui.region(list, "", {}, scene::Cursor::arrow);
    for (size_t i = 0; i < options.size(); ++i) {
        const Rect r{list.x + 4 + column_w * static_cast<float>(i / rows),
                     list.y + 4 + row * static_cast<float>(i % rows), column_w - 8, row};
        const std::string option_id = id + ":" + options[i].value;
        const bool chosen = options[i].value == value;
        if (ui.hovered(option_id) || chosen) ui.rect(r, ink::tint, 6);
        const TextStyle& label_style = chosen ? style::bold : style::body;
        ui.glyphs({r.x + 12, r.center().y + 6},
                  text::ellipsize(options[i].label, label_style.font(), ui.measure, r.w - 16), label_style);
        Node node;
        node.id = option_id, node.role = Role::button, node.name = options[i].label, node.rect = r,
        node.selected = chosen;
        node.action = {Action::Kind::choose, target, options[i].value, 0};
        ui.region(r, option_id, node.action);
        ui.add(std::move(node));
    }
    ui.raise(first_mark, first_region);
}

float select(Ui& ui, std::string id, Vec2 at, float width_px, std::string_view label, std::string_view value,
             const std::vector<scene::Option>& options, std::string target, std::string_view name) {
    const Rect face = field_face(ui, id, at, width_px, label);
    std::string_view shown = options.empty() ? value : std::string_view(options.front().label);
    for (const scene::Option& option : options)
        if (option.value == value) shown = option.label;
    ui.glyphs({face.x + 14, face.center().y + 6}, text::ellipsize(shown, style::body.font(), ui.measure, face.w - 54),
              style::body);
    if (!ui.env.on_paper) ui.icon(Icon::chevron_down, {face.right() - 22, face.center().y}, 20, ink::soft);
    Node node;
    node.id = id, node.role = Role::combobox, node.name = name.empty() ? label : name, node.value = value,
    node.options = options, node.rect = face;
    node.expands = !ui.env.native_fields;
    const std::string list_name = "select:" + target;
    node.expanded = ui.is_open(list_name) && !ui.env.native_fields;
    node.action = ui.env.native_fields ? Action{Action::Kind::choose, target, std::string(value), 0}
                                       : Action{Action::Kind::toggle, list_name, {}, 0};
    const bool expanded = node.expanded;
    ui.region(face, id, node.action);
    ui.open(std::move(node));
    if (expanded) open_list(ui, id, face, value, options, target);
    ui.close();
    return face.bottom() - at.y;
}

void pillar_mark(Ui& ui, Vec2 center, float radius_px, std::string_view pillar, bool with_number) {
    const PillarStyle style = pillar_style(pillar);
    ui.symbol(center, radius_px, style.shape, style.color);
    if (!with_number) return;
    const float px = std::max(12.f, radius_px * 1.1f);
    const float down = style.shape == scene::Shape::triangle ? radius_px * 0.22f : 0;
    ui.glyphs({center.x, center.y + px * 0.36f + down}, pillar, {px, Weight::bold, ink::on_dark}, Align::center);
}

float figure(Ui& ui, Vec2 at, std::string_view number, std::string_view unit_text, float size_px, Color color) {
    const float w = ui.glyphs(at, number, {size_px, Weight::bold, color});
    const float unit_px = std::max(size::note, size_px * 0.45f);
    return w + 4 + ui.glyphs({at.x + w + 4, at.y}, unit_text, {unit_px, Weight::bold, color});
}

float source_line(Ui& ui, Vec2 at, float width_px, std::string_view text) {
    return labelled(ui, at, width_px, Word::ui_source, text, style::note);
}

float notice(Ui& ui, std::string id, Vec2 at, float width_px, std::string_view title, std::string_view body,
             const ButtonSpec* spec) {
    Node node;
    node.id = std::move(id), node.role = Role::alert, node.name = title;
    const float pad = 20, inner = width_px - 2 * pad - 40;
    const float title_h = ui.height(title, style::bold, inner), body_h = ui.height(body, style::note, inner);
    const float h = pad + title_h + 4 + body_h + (spec ? 16 + target_px : 0) + pad;
    node.rect = {at.x, at.y, width_px, h};
    ui.frame(node.rect, token::orange_800, 1, 8, token::orange_50);
    ui.icon(Icon::warning, {at.x + pad + 12, at.y + pad + 13}, 24, token::orange_900);
    Ui::Scope scope(ui, std::move(node));
    float y = at.y + pad;
    const float x = at.x + pad + 40;
    y += paragraph(ui, {x, y}, inner, title, style::bold) + 4;
    y += paragraph(ui, {x, y}, inner, body, with_color(style::note, ink::text));
    if (spec) button(ui, {x, y + 16, button_width(ui, spec->label, spec->has_icon), target_px}, *spec);
    return h;
}

}  // namespace atlas::ui

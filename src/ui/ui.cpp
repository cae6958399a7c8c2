#include "ui/ui.h"

#include <iterator>

#include "core/strings.h"
#include "text/text.h"

namespace atlas::ui {

using scene::Node;
using scene::Role;

Ui::Ui(const Environment& environment, const TextMeasure& text_measure, const Interaction& state, Lang lang)
    : env(environment), measure(text_measure), interaction(state), words(lang) {
    scene.size = env.window, scene.lang = lang;
}

void Ui::rect(Rect r, Color fill, float radius_px) {
    scene::RectMark mark;
    mark.rect = r, mark.fill = fill, mark.radius_px = radius_px;
    marks().emplace_back(mark);
}

void Ui::frame(Rect r, Color stroke, float stroke_px, float radius_px, Color fill) {
    scene::RectMark mark;
    mark.rect = r, mark.fill = fill, mark.stroke = stroke, mark.stroke_px = stroke_px, mark.radius_px = radius_px;
    marks().emplace_back(mark);
}

void Ui::hline(float x0, float x1, float y, Color color) { rect({x0, y, x1 - x0, 1}, color); }

void Ui::line(Vec2 a, Vec2 b, Color color, float width_px, float dash_px) {
    scene::PathMark mark;
    mark.points = {a, b}, mark.stroke = color, mark.stroke_px = width_px, mark.dash_px = dash_px;
    marks().emplace_back(std::move(mark));
}

void Ui::symbol(Vec2 center, float radius_px, scene::Shape shape, Color fill, Color stroke, float stroke_px) {
    scene::SymbolMark mark;
    mark.center = center, mark.radius_px = radius_px, mark.shape = shape;
    mark.fill = fill, mark.stroke = stroke, mark.stroke_px = stroke_px;
    marks().emplace_back(mark);
}

void Ui::icon(Icon which, Vec2 center, float size_px, Color color) {
    draw_icon(marks(), which, center, size_px, color);
}

float Ui::glyphs(Vec2 at, std::string_view text, const TextStyle& style, Align align) {
    const float w = width(text, style);
    if (align == Align::center) at.x -= w / 2;
    if (align == Align::right) at.x -= w;
    if (!text.empty())
        marks().emplace_back(scene::TextMark{at, std::string(text), style.font(), style.color, transparent});
    return w;
}

static std::vector<text::Line> lines_of(const Ui& ui, std::string_view text, const TextStyle& style, float width_px) {
    return style.balance ? text::balance_lines(text, style.font(), ui.measure, width_px)
                         : text::break_lines(text, style.font(), ui.measure, width_px);
}

float Ui::bracket_px(std::string_view line, const TextStyle& style) {
    for (const std::string_view bracket : {"「", "『", "（", "【", "〈", "《", "〔"})  // typesetting, not a text
        if (line.substr(0, bracket.size()) == bracket) return -style.size_px / 2;
    return 0;
}

float Ui::glyph_block(Vec2 top_left, float width_px, std::string_view text, const TextStyle& style, int max_lines) {
    float y = top_left.y;
    int count = 0;
    const std::vector<text::Line> lines = lines_of(*this, text, style, width_px);
    for (const text::Line& line : lines) {
        const bool last = max_lines > 0 && ++count == max_lines;
        if (last && lines.size() > static_cast<size_t>(max_lines)) {
            const std::string_view rest = text.substr(static_cast<size_t>(line.text.data() - text.data()));
            glyphs({top_left.x + bracket_px(rest, style), baseline(y, style)},
                   text::ellipsize(rest, style.font(), measure, width_px), style);
        } else {
            glyphs({top_left.x + bracket_px(line.text, style), baseline(y, style)}, line.text, style);
        }
        y += style.line_px();
        if (last) break;
    }
    return y - top_left.y;
}

float Ui::height(std::string_view text, const TextStyle& style, float width_px, int max_lines) const {
    size_t lines = lines_of(*this, text, style, width_px).size();
    if (max_lines > 0) lines = std::min(lines, static_cast<size_t>(max_lines));
    return static_cast<float>(lines) * style.line_px();
}

int Ui::add(Node node) {
    const int parent = parents_.empty() ? -1 : parents_.back();
    int& running = parents_.empty() ? root_children_ : children_.back();
    ++running;
    if (node.id.empty()) {
        const std::string base = parent < 0 ? "root" : scene.nodes[static_cast<size_t>(parent)].id;
        node.id = base + "/" + std::to_string(running);
    }
    if (node.roving && node.composite.empty() && parent >= 0)
        node.composite = scene.nodes[static_cast<size_t>(parent)].id;
    node.parent = parent;
    node.layer = layer;
    scene.nodes.push_back(std::move(node));
    return static_cast<int>(scene.nodes.size()) - 1;
}

int Ui::open(Node node) {
    const int index = add(std::move(node));
    parents_.push_back(index);
    children_.push_back(0);
    return index;
}

void Ui::close() {
    const auto index = static_cast<size_t>(parents_.back());
    parents_.pop_back();
    children_.pop_back();
    if (!scene.nodes[index].rect.empty()) return;
    Rect all;
    for (size_t i = index + 1; i < scene.nodes.size(); ++i)
        if (scene.nodes[i].layer == scene.nodes[index].layer) all = united(all, scene.nodes[i].rect);
    scene.nodes[index].rect = all;
}

void Ui::region(Rect r, std::string node, Action action, scene::Cursor cursor) {
    scene::HitRegion region;
    region.layer = layer, region.rect = r, region.node = std::move(node), region.action = std::move(action),
    region.cursor = cursor;
    scene.regions.push_back(std::move(region));
}

Ui::Part::~Part() {
    const size_t marks = ui_.scene.layer(layer_).size();
    if (marks > first_) ui_.scene.parts.push_back({std::move(id_), layer_, first_, marks - first_, keeps_colours_});
}

void Ui::raise(size_t first_mark, size_t first_region) {
    std::erase_if(scene.parts, [&](const scene::Scene::Part& part) {
        return part.layer == layer && part.first + part.count > first_mark;
    });
    const auto move_tail = [](auto& from, size_t first, auto& to) {
        const auto begin = from.begin() + static_cast<std::ptrdiff_t>(first);
        to.assign(std::make_move_iterator(begin), std::make_move_iterator(from.end()));
        from.erase(begin, from.end());
    };
    Raised raised{layer, {}, {}};
    move_tail(marks(), first_mark, raised.marks);
    move_tail(scene.regions, first_region, raised.regions);
    raised_.push_back(std::move(raised));
}

void Ui::finish() {
    for (Raised& raised : raised_) {
        for (scene::Mark& mark : raised.marks) scene.layer(raised.layer).push_back(std::move(mark));
        for (scene::HitRegion& region : raised.regions) scene.regions.push_back(std::move(region));
    }
    raised_.clear();
    scene::mark_languages(scene);
    if (!interaction.focus_visible || interaction.focus.empty()) return;
    const Node* node = scene.find(interaction.focus);
    if (!node || node->rect.empty()) return;
    layer = node->layer;
    // DADS focus: a 4 px black outline 2 px away from the control, with a 2 px yellow ring inside it. Kept inside the
    // window where the control touches its edge.
    Rect r = node->rect;
    // The platform's own field lies within the face that is drawn: the ring goes around the face.
    if (node->role == Role::searchbox || node->role == Role::textbox || node->role == Role::textarea)
        for (const scene::HitRegion& region : scene.regions)
            if (region.node == node->id) r = region.rect;
    const float limit = layer == scene::Layer::document ? std::max(scene.document_height, env.window.y) : env.window.y;
    const Rect room{6, 6, env.window.x - 12, limit - 12};
    r = intersection(r, room);
    frame(r.grown(2), ink::focus_inner, 2, 6);
    frame(r.grown(6), ink::focus_outer, 4, 8);
}

float heading(Ui& ui, Vec2 top_left, float width_px, std::string_view text, int level, const TextStyle& style,
              std::string id) {
    const float h = ui.glyph_block(top_left, width_px, text, style);
    Node node;
    node.id = std::move(id), node.role = Role::heading, node.name = text, node.level = static_cast<uint8_t>(level);
    node.rect = {top_left.x, top_left.y, width_px, h};
    ui.add(std::move(node));
    return h;
}

float paragraph(Ui& ui, Vec2 top_left, float width_px, std::string_view text, const TextStyle& style, std::string id) {
    if (text.empty()) return 0;
    const float h = ui.glyph_block(top_left, width_px, text, style);
    Node node;
    node.id = std::move(id), node.role = Role::paragraph, node.name = text;
    node.rect = {top_left.x, top_left.y, width_px, h};
    ui.add(std::move(node));
    return h;
}

float labelled(Ui& ui, Vec2 at, float width_px, Word pattern, std::string_view text, const TextStyle& style,
               std::string id) {
    if (ui.words.lang() == Lang::ja || !has_japanese(text))
        return paragraph(ui, at, width_px, ui.words(pattern, {{"text", text}}), style, std::move(id));
    std::string label = ui.words(pattern, {{"text", ""}});
    while (!label.empty() && (label.back() == ' ' || label.back() == ':')) label.pop_back();
    label = ui.words(Word::text_foreign, {{"text", label}});
    const float label_w = ui.width(label, style) + style.size_px / 2;
    const bool beside = label_w + ui.width(text, style) <= width_px;
    const float h = paragraph(ui, at, beside ? label_w : width_px, label, style);
    const Vec2 text_at = beside ? Vec2{at.x + label_w, at.y} : Vec2{at.x, at.y + h};
    return text_at.y - at.y + paragraph(ui, text_at, width_px - (text_at.x - at.x), text, style, std::move(id));
}

float label(Ui& ui, Vec2 at, std::string_view text, const TextStyle& style, Align align, std::string id) {
    const float w = ui.glyphs(at, text, style, align);
    const float x = align == Align::center ? at.x - w / 2 : align == Align::right ? at.x - w : at.x;
    Node node;
    node.id = std::move(id), node.role = Role::text, node.name = text;
    node.rect = {x, at.y - style.size_px, w, style.size_px * 1.3f};
    ui.add(std::move(node));
    return w;
}

}  // namespace atlas::ui

#include "chart/map.h"

#include <algorithm>
#include <cmath>

#include "chart/map_labels.h"
#include "chart/map_shape.h"
#include "chart/map_view.h"
#include "text/text.h"

namespace atlas::chart {
namespace {

using scene::Node;
using scene::Role;

constexpr ui::TextStyle small_print = ui::with_color(ui::style::note, ui::ink::soft);

constexpr float line_px = 24;

/// Scale bar and attribution along the lower edge: side by side, or, where that is too narrow, one above the other.
struct LowerEdge {
    std::vector<text::Line> lines;  // of the attribution
    bool stacked = false;
    float height = 0;
};
LowerEdge lower_edge(const ui::Ui& ui, const MapOptions& options) {
    LowerEdge edge;
    if (!options.attribution.empty()) {
        const float w = ui.width(options.attribution, small_print);
        const float room = options.rect.w - 32 - (w + 32 > options.rect.w ? options.controls_px.x : 0);
        edge.lines = text::break_lines(options.attribution, small_print.font(), ui.measure, room);
    }
    constexpr float scale_bar_room = 200;
    edge.stacked = !edge.lines.empty() && options.scale_bar &&
                   (edge.lines.size() > 1 || edge.lines.front().width_px + scale_bar_room > options.rect.w);
    const size_t rows = std::max(edge.lines.size(), options.scale_bar ? size_t{1} : size_t{0}) + (edge.stacked ? 1 : 0);
    edge.height = line_px * static_cast<float>(rows);
    return edge;
}

/// Where draw_lower_edge may draw.
std::vector<Rect> lower_edge_rects(const MapOptions& options, const LowerEdge& edge) {
    std::vector<Rect> rects;
    const Rect& r = options.rect;
    const float widest = edge.lines.empty() ? 0 : edge.lines.front().width_px;
    if (options.scale_bar) rects.push_back({r.x + 10, r.bottom() - edge.height - 8, 200, edge.height + 8});
    if (edge.stacked)
        rects.push_back({r.x + 10, r.bottom() - edge.height, r.w - 20, edge.height});
    else if (widest > 0)
        rects.push_back({r.right() - widest - 24, r.bottom() - edge.height - 4, widest + 24, edge.height + 4});
    return rects;
}

MapViews views_of(Lang lang, const MapOptions& options, const LowerEdge& edge) {
    const float lower_px = edge.height;
    MapViews all;
    MapView main{options.rect, transform_for(options.rect, options.camera), false, {}, {}};
    if (options.insets && insets_visible(options.rect, options.camera))
        all.insets = insets_for(options.rect, options.controls_px, lower_px, lang);
    for (const MapInset& inset : all.insets) main.covered.push_back(inset.frame);
    if (options.controls_px.x > 0)
        main.covered.push_back({options.rect.right() - options.controls_px.x,
                                options.rect.bottom() - options.controls_px.y, options.controls_px.x,
                                options.controls_px.y});
    main.covered.insert(main.covered.end(), options.covered.begin(), options.covered.end());
    main.covers_names = lower_edge_rects(options, edge);
    all.views.push_back(std::move(main));
    for (const MapInset& inset : all.insets) all.views.push_back({inset.frame, inset.transform, true, {}, {}});
    return all;
}

/// Of the largest part, as far as its window shows it.
Rect rect_in(const MapViews& views, const MapMesh& mesh, size_t feature) {
    const Rect bounds = mesh.feature_main_bounds[feature];
    const MapView& view = views.of(mesh.feature_labels[feature]);
    const Vec2 a = view.transform.to_window({bounds.x, bounds.y});
    return intersection({a.x, a.y, bounds.w * view.transform.scale, bounds.h * view.transform.scale}, view.rect);
}

/// What the reader of the tree gets: one node an area, where it is to be seen.
void add_node(ui::Ui& ui, const MapOptions& options, const MapViews& views, const MapNode& area, int count) {
    Node node;
    node.id = view::feature_node(area.code), node.role = Role::map_feature, node.name = area.name;
    node.rect = rect_in(views, *area.mesh, area.feature);
    node.composite = options.id;
    node.selected = area.code == options.selected;
    node.pos_in_set = static_cast<int32_t>(area.position), node.set_size = static_cast<int32_t>(count);
    if (options.interactive) node.action = {Action::Kind::pick_feature, area.code, {}, 0};
    ui.add(std::move(node));
}

void add_feature_nodes(ui::Ui& ui, const MapOptions& options, const MapViews& views) {
    const MapMesh& mesh = *options.mesh;
    if (!options.nodes.empty()) {
        const int count = options.nodes_in_set ? options.nodes_in_set : static_cast<int>(options.nodes.size());
        for (const MapNode& node : options.nodes) add_node(ui, options, views, node, count);
        return;
    }
    for (size_t f = 0; f < mesh.features() && f < options.feature_names.size(); ++f)
        add_node(ui, options, views,
                 {mesh.feature_codes[f], options.feature_names[f], &mesh, f, static_cast<int>(f + 1)},
                 static_cast<int>(mesh.features()));
}

void say_no_map(ui::Ui& ui, const MapOptions& options) {
    const std::string words = ui.words(Word::map_no_boundaries);
    ui.rect(options.rect, ui::ink::ground_second);
    const float w = std::min(options.rect.w - 32, 320.f);
    const float h = ui.height(words, ui::style::soft, w);
    ui::paragraph(ui, {options.rect.center().x - w / 2, options.rect.center().y - h / 2}, w, words, ui::style::soft);
}

void draw_attribution(ui::Ui& ui, const MapOptions& options, const LowerEdge& edge) {
    Rect all;
    float y = options.rect.bottom() - 8 - line_px * static_cast<float>(edge.lines.size() - 1);
    for (const text::Line& line : edge.lines) {
        // One line ends at the right edge; several start at the left one, clear of the controls.
        const Vec2 at{edge.lines.size() > 1 ? options.rect.x + 16 : options.rect.right() - line.width_px - 16, y};
        const Rect ground{at.x - 6, y - 18, line.width_px + 12, line_px};
        ui.rect(ground, ui::ink::ground.with_alpha(216), 4);
        ui.glyphs(at, line.text, small_print);
        all = united(all, ground);
        y += line_px;
    }
    Node node;
    node.role = Role::text, node.name = options.attribution, node.rect = all;
    ui.add(std::move(node));
}

void draw_lower_edge(ui::Ui& ui, const MapOptions& options, const MapViews& views, const LowerEdge& edge) {
    const float raised = edge.stacked ? line_px * static_cast<float>(edge.lines.size()) : 0;
    Vec2 bar{options.rect.x + 16, options.rect.bottom() - 12 - raised};
    // On phones Kyūshū reaches down to the lower edge; the sea below the first inset is free.
    const bool below_inset = !views.insets.empty() && options.rect.w < 600 && options.covered.empty();
    if (below_inset) {
        const Rect& first = views.insets.front().frame;
        float bottom = first.bottom();  // of all that stand beside each other up there
        for (const MapInset& inset : views.insets)
            if (inset.frame.y == first.y) bottom = std::max(bottom, inset.frame.bottom());
        bar = {first.x + 2, bottom + 24};
    }
    if (options.scale_bar) draw_scale_bar(ui, bar, views.views.front().transform);
    if (!edge.lines.empty()) draw_attribution(ui, options, edge);
}

}  // namespace

void draw_scale_bar(ui::Ui& ui, Vec2 bottom_left, const MapTransform& transform) {
    double km = 1000;
    for (const double candidate : {500., 200., 100., 50., 20., 10., 5., 2., 1.})
        if (km * static_cast<double>(transform.scale) > 110) km = candidate;
    const float w = static_cast<float>(km) * transform.scale;
    const float y = bottom_left.y;
    const std::string words = text::quantity_text(ui.words, km, "km");
    const float all = w + 8 + ui.width(words, small_print);
    ui.rect({bottom_left.x - 6, y - 16, all + 12, 24}, ui::ink::ground.with_alpha(216), 4);
    ui.rect({bottom_left.x, y - 1, w, 1.5f}, ui::ink::soft);
    ui.rect({bottom_left.x, y - 7, 1.5f, 7}, ui::ink::soft);
    ui.rect({bottom_left.x + w - 1.5f, y - 7, 1.5f, 7}, ui::ink::soft);
    ui.glyphs({bottom_left.x + w + 8, y + 1}, words, small_print);
    Node node;
    node.role = Role::text, node.name = ui.words(Word::map_scale, {{"length", words}}),
    node.rect = {bottom_left.x, y - 14, all, 20};
    ui.add(std::move(node));
}

Rect feature_rect(const ui::Ui& ui, const MapOptions& options, const MapMesh& mesh, size_t feature) {
    const MapViews views = views_of(ui.words.lang(), options, lower_edge(ui, options));
    return rect_in(views, mesh, feature);
}

void draw_map(ui::Ui& ui, const MapOptions& options) {
    Node group;
    group.id = options.id, group.role = Role::group, group.name = options.name, group.description = options.description;
    group.rect = options.rect;
    ui::Ui::Scope scope(ui, std::move(group));
    if (!options.mesh) {
        say_no_map(ui, options);
        return;
    }
    if (options.interactive) {
        ui.region(options.rect, options.id, {}, scene::Cursor::grab);
        ui.scene.regions.back().is_map = true;
    }
    const LowerEdge edge = lower_edge(ui, options);
    const MapViews views = views_of(ui.words.lang(), options, edge);
    draw_areas(ui, options, views);
    add_feature_nodes(ui, options, views);
    ui.marks().emplace_back(scene::ClipMark{options.rect});
    for (const MapDrawing& drawing : options.drawings) drawing(ui, views);
    draw_lower_edge(ui, options, views, edge);
    // Marks are placed first and lie above; names take what room they leave.
    const size_t before = ui.marks().size();
    const std::vector<Rect> taken = draw_markers(ui, options, views);
    std::vector<scene::Mark> markers(std::make_move_iterator(ui.marks().begin() + static_cast<std::ptrdiff_t>(before)),
                                     std::make_move_iterator(ui.marks().end()));
    ui.marks().resize(before);
    draw_labels(ui, options, views, taken);
    for (scene::Mark& mark : markers) ui.marks().push_back(std::move(mark));
    ui.marks().emplace_back(scene::ClipEnd{});
}

}  // namespace atlas::chart

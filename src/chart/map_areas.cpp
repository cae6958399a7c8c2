// Areas, borders and names of a map, in every window that shows it.
#include <algorithm>

#include "chart/map_labels.h"
#include "chart/map_view.h"

namespace atlas::chart {
namespace {

constexpr ui::TextStyle inset_label = ui::with_color(ui::style::note, ui::ink::soft);

bool holds_municipalities(const MapMesh& mesh) { return mesh.features() > 0 && mesh.feature_codes.front().size() == 5; }

/// Fills and lines of one mesh, before it is placed in a view.
scene::MapMark mark_of(const MapMeshPtr& mesh, const std::vector<Color>& fills, const std::vector<bool>& hatched) {
    scene::MapMark mark;
    mark.mesh = mesh;
    mark.fills = fills;
    mark.fills.resize(mesh->features(), token::solid_gray_100);
    mark.hatched = hatched;
    mark.emphasis = token::solid_gray_900;
    return mark;
}

/// Lines for the scale: thousands of borders must not wash out the colours between them.
void set_pens(scene::MapMark& mark, float scale, bool islets) {
    // Islets smaller than a pixel: their coast is all that one sees of them.
    mark.coast = islets ? token::solid_gray_600 : token::solid_gray_420, mark.coast_px = islets ? 1.5f : 0.75f;
    mark.border = ui::ink::ground, mark.border_px = 1;
    if (!holds_municipalities(*mark.mesh)) return;
    mark.border_px = std::clamp(0.2f + scale * 0.3f, 0.3f, 1.f);
    mark.outer = token::solid_gray_700, mark.outer_px = std::clamp(0.8f + scale * 0.25f, 0.9f, 1.75f);
}

/// An outline alone; a mark has one, and those of several areas lie above all fills.
void draw_outline(ui::Ui& ui, const scene::MapMark& areas, int feature, float width_px) {
    scene::MapMark outline = areas;
    outline.fills.assign(areas.mesh->features(), transparent);
    outline.hatched.clear();
    outline.border = outline.coast = outline.outer = transparent;
    outline.emphasized = feature, outline.emphasis_px = width_px;
    ui.marks().emplace_back(std::move(outline));
}

struct Outlined {
    int selected = -1, hovered = -1;
};
Outlined outlined_in(const scene::MapMark& areas, const MapOptions& options) {
    Outlined found{areas.mesh->find(options.selected), areas.mesh->find(options.hovered)};
    for (int* feature : {&found.selected, &found.hovered})
        if (*feature >= 0 && !options.details.empty() && areas.hides(static_cast<size_t>(*feature))) *feature = -1;
    return found;
}

void place(scene::MapMark& mark, const MapView& view, bool islets) {
    mark.rect = view.is_inset ? view.rect.grown(-1) : view.rect;
    mark.emphasis_halo = view.is_inset ? transparent : ui::ink::ground;
    mark.scale = view.transform.scale, mark.offset = view.transform.offset;
    set_pens(mark, view.transform.scale, islets);
}

/// One mesh: its outlines belong to its mark as far as a mark has room for them.
void draw_single(ui::Ui& ui, scene::MapMark& areas, const MapOptions& options, const MapView& view) {
    const Outlined outlined = outlined_in(areas, options);
    const bool both = outlined.selected >= 0 && outlined.hovered >= 0 && outlined.hovered != outlined.selected;
    areas.emphasized = outlined.selected >= 0 ? outlined.selected : outlined.hovered;
    // A broad outline would swallow the small islands of an inset.
    areas.emphasis_px = view.is_inset ? 1.25f : outlined.selected >= 0 ? 2.f : 1.5f;
    ui.marks().emplace_back(areas);
    if (both) draw_outline(ui, areas, outlined.hovered, std::min(areas.emphasis_px, 1.5f));
}

/// Several: outlines come last, over the fills of all.
void draw_parts(ui::Ui& ui, std::vector<scene::MapMark>& parts, const MapOptions& options) {
    for (const scene::MapMark& part : parts) ui.marks().emplace_back(part);
    for (const scene::MapMark& part : parts) {
        const Outlined outlined = outlined_in(part, options);
        if (outlined.hovered >= 0 && outlined.hovered != outlined.selected)
            draw_outline(ui, part, outlined.hovered, 1.5f);
        if (outlined.selected >= 0) draw_outline(ui, part, outlined.selected, 2);
    }
}

Color ground_of(const std::vector<Color>& fills, size_t feature) {
    return feature < fills.size() ? fills[feature] : token::solid_gray_100;
}

void draw_label(ui::Ui& ui, const MapLabel& label, const LabelSource& source, const MapPart& part, bool patterned) {
    const Color ground = ground_of(part.fills, label.feature);
    const bool hatched = label.feature < part.hatched.size() && part.hatched[label.feature];
    scene::TextMark mark{label.baseline, (*source.names)[label.feature], source.font, ui::ink::text, transparent};
    if (source.free || patterned) {
        mark.halo = ui::ink::ground;  // over many areas: the ink must stand on any colour
    } else if (hatched || contrast_ratio(mark.color, ground) < 4.5) {
        // White on what is dark enough for it; between both a white halo keeps the ink legible.
        if (!hatched && contrast_ratio(ui::ink::on_dark, ground) >= 4.5)
            mark.color = ui::ink::on_dark;
        else
            mark.halo = ui::ink::ground;
    }
    ui.marks().emplace_back(std::move(mark));
}

}  // namespace

void draw_areas(ui::Ui& ui, const MapOptions& options, const MapViews& views) {
    std::vector<scene::MapMark> parts{mark_of(options.mesh, options.fills, options.hatched)};
    for (const MapPart& part : options.details) parts.push_back(mark_of(part.mesh, part.fills, part.hatched));
    for (size_t i = 0; i < views.views.size(); ++i) {
        const MapView& view = views.views[i];
        if (view.is_inset) ui.frame(view.rect, ui::ink::hairline, 1, 8, ui::ink::ground);
        for (scene::MapMark& part : parts) place(part, view, view.is_inset && views.insets[i - 1].islets);
        if (parts.size() == 1)
            draw_single(ui, parts.front(), options, view);
        else
            draw_parts(ui, parts, options);
        // A prefecture, while its municipalities are shown.
        if (const int f = options.names.mesh && options.names.mesh != options.mesh
                              ? options.names.mesh->find(options.hovered)
                              : -1;
            f >= 0) {
            scene::MapMark whole = mark_of(options.names.mesh, {}, {});
            place(whole, view, false);
            draw_outline(ui, whole, f, 2);
        }
        if (view.is_inset)
            ui::label(ui, {view.rect.x + 6, view.rect.y + 17}, ui.words(views.insets[i - 1].label), inset_label);
    }
}

void draw_labels(ui::Ui& ui, const MapOptions& options, const MapViews& views, const std::vector<Rect>& marker_rects) {
    const MapPart base{options.mesh, options.fills, options.hatched, options.feature_labels};
    const Font font{options.rect.w >= 1200 ? 16.f : 14.f, Weight::regular};
    std::vector<const MapPart*> parts;
    std::vector<LabelSource> sources;
    const auto add = [&](const MapPart& part, bool free) {
        if (!part.mesh || part.labels.empty()) return;
        parts.push_back(&part);
        sources.push_back({part.mesh.get(),
                           &part.labels,
                           {font.size_px, free ? Weight::bold : font.weight},
                           part.mesh->find(options.selected),
                           free});
    };
    add(options.names, true);
    add(base, false);
    for (const MapPart& part : options.details) add(part, false);
    if (sources.empty()) return;
    for (const MapView& view : views.views) {
        LabelRequest request{sources, view.transform, view.rect, marker_rects, view.covered};
        request.covers.insert(request.covers.end(), view.covers_names.begin(), view.covers_names.end());
        if (view.is_inset) request.covers.push_back({view.rect.x, view.rect.y, view.rect.w, 22});
        for (const MapLabel& label : place_labels(request, ui.measure))
            draw_label(ui, label, sources[label.source], *parts[label.source], options.patterned);
    }
}

}  // namespace atlas::chart

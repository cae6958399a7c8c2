// One window on the mesh — the main map or an inset — while a map is being drawn. For chart/map*.cpp and for drawings
// that a page puts on a map (MapOptions::drawings).
#pragma once
#include <vector>

#include "chart/map.h"
#include "chart/map_inset.h"

namespace atlas::chart {

struct MapView {
    Rect rect;  ///< clip, pixels
    MapTransform transform;
    bool is_inset = false;
    std::vector<Rect> covered;       ///< parts of rect that something else lies upon
    std::vector<Rect> covers_names;  ///< … and that only names keep clear of: scale bar, attribution
};

/// The main map first.
struct MapViews {
    std::vector<MapView> views;
    std::vector<MapInset> insets;

    /// The view that shows a place of the plane: an inset that covers it, else the main map.
    const MapView& of(Vec2 plane) const {
        for (size_t i = 0; i < insets.size(); ++i)
            if (insets[i].plane.contains(plane)) return views[i + 1];
        return views.front();
    }
};

/// Areas and borders of every view, with hovered and chosen outlines.
void draw_areas(ui::Ui& ui, const MapOptions& options, const MapViews& views);
/// Names of areas; `marker_rects` are kept free.
void draw_labels(ui::Ui& ui, const MapOptions& options, const MapViews& views, const std::vector<Rect>& marker_rects);
/// Marks and clusters with their links; returns where they stand.
std::vector<Rect> draw_markers(ui::Ui& ui, const MapOptions& options, const MapViews& views);
/// Length of a round number of kilometres, lower left. Marks and a text node.
void draw_scale_bar(ui::Ui& ui, Vec2 bottom_left, const MapTransform& transform);

}  // namespace atlas::chart

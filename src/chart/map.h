// The map as a chart: areas, insets, borders, labels, story markers with clusters — into a scene, with one semantic node
// a prefecture and a marker.
#pragma once
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "chart/map_camera.h"
#include "model/records.h"
#include "ui/ui.h"

namespace atlas::chart {

struct MapMarker {
    std::string id;      ///< semantic id, "story:…"
    std::string name;    ///< "島根県海士町 離島留学"
    std::string pillar;  ///< colour and shape
    std::string href;
    geo::LonLat position;
    std::string prefecture{};  ///< "32"; empty = several or none
};

/// A mesh with what its features look like, in mesh order.
struct MapPart {
    MapMeshPtr mesh;
    std::vector<Color> fills;         ///< transparent: drawn by another part
    std::vector<bool> hatched;        ///< no data
    std::vector<std::string> labels;  ///< drawn where they fit; may be fewer
};
/// An area in the tree, picked by Action::pick_feature.
struct MapNode {
    std::string code, name;  ///< name: "島根県 1.46（全国7位）"
    const MapMesh* mesh = nullptr;
    size_t feature = 0;
    int position = 0;  ///< in rank order, from 1: what PageUp and PageDown step through
};

struct MapViews;
/// Draws on top of the areas and below names and marks: symbols, flows, …
using MapDrawing = std::function<void(ui::Ui&, const MapViews&)>;

struct MapOptions {
    std::string id = "map";
    std::string name;         ///< accessible name of the group, with indicator and year
    std::string description;  ///< summary sentence for readers
    Rect rect;
    MapMeshPtr mesh;  ///< null: "地図の境界データがありません" is drawn and read
    std::optional<view::MapCamera> camera;
    std::vector<Color> fills;   ///< one a feature in mesh order; empty: plain land
    std::vector<bool> hatched;  ///< one a feature: no data
    std::vector<std::string>
        feature_names;  ///< accessible names in mesh order: "島根県 1.46（全国7位）"; empty: features get no nodes
    std::vector<MapNode> nodes;    ///< instead of feature_names: areas of any mesh
    int nodes_in_set = 0;          ///< how many there are of them all (aria-setsize); 0: as many as nodes
    std::vector<MapPart> details;  ///< drawn over `mesh`: finer, or of another place
    MapPart names;  ///< labels of another mesh (the prefectures') before all others; its fills mean nothing
    std::vector<MapDrawing> drawings;  ///< in this order
    std::vector<std::string>
        feature_labels;      ///< drawn labels in mesh order ("島根"); collision-free, dropped when they do not fit
    bool patterned = false;  ///< a drawing lays patterns over the fills: names get a halo
    std::string selected, hovered;   ///< feature codes
    std::vector<MapMarker> markers;  ///< drawn above, clustered when closer than 24 px
    bool insets = true;              ///< Okinawa/Amami and Ogasawara, while zoom < 1.35
    bool interactive = true;  ///< drag, wheel, pinch; false: a picture whose whole area may be a link by the caller
    bool scale_bar = true;
    std::string attribution;     ///< of the boundaries; drawn along the lower edge when set
    Vec2 controls_px;            ///< lower right corner that the caller's buttons take: kept free
    std::vector<Rect> covered;   ///< further places that the caller draws upon: no names and marks below them
    view::ViewState link_state;  ///< clusters link to this state with a nearer camera; page is set to the map
};

/// Draws into options.rect. Map marks come first, then labels and markers. Returns nothing: geometry is in the scene's MapMarks
/// (main map first, then insets), which hit-testing uses.
void draw_map(ui::Ui& ui, const MapOptions& options);

/// Where draw_map shows the main part of a feature of one of its meshes.
Rect feature_rect(const ui::Ui& ui, const MapOptions& options, const MapMesh& mesh, size_t feature);

/// Colours of a classed choropleth, breaks rounded. Sequential: five classes of blue near the quintiles; diverging: up to three
/// classes of orange and of blue, symmetric about the midpoint.
struct ClassScale {
    std::vector<double> breaks;  ///< ascending; a value on a break belongs to the class above it (以上・未満)
    std::vector<Color> colors;   ///< breaks.size() + 1
    Color color(double value) const;
    size_t index(double value) const;
};
ClassScale class_scale(const model::Indicator& indicator, const std::vector<std::optional<double>>& values);

}  // namespace atlas::chart

// Geography without pictures: coordinates, features with shared borders, and the projection that flattens them.
#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "core/map_mesh.h"
#include "core/result.h"

namespace atlas::geo {

struct LonLat {
    double lon_deg = 0, lat_deg = 0;  ///< JGD2011 / WGS 84
};

using Ring = std::vector<LonLat>;  ///< not closed by a repeated point, at least three points
struct Polygon {
    std::vector<Ring> rings;  ///< the first is the outline, the others are holes
};
struct Feature {
    std::string code;               ///< local government code, "13" or "13101"
    std::vector<Polygon> polygons;  ///< may be empty (null geometry); such a feature is kept
};
/// A piece of border between two features, or between one and the sea (`right` == -1). Walking along the points with
/// north up, `left` is on the left hand. A border that closes on itself (an island) repeats its first point at the end.
struct Border {
    std::vector<LonLat> points;
    int32_t left = -1, right = -1;  ///< indices into features
    bool outer = false;             ///< another prefecture lies beyond, in a file of its own
};
struct FeatureSet {
    std::vector<Feature> features;
    std::vector<Border> borders;
    std::string source;  ///< "N03-2025" or "natural-earth"; decides the attribution and the caveat shown
    Problems warnings;   ///< what was left out while reading, such as rings without area
};

/// Seen with north up. A ring without area counts as clockwise.
bool is_counter_clockwise(const Ring& ring);

/// Borders of features that came without topology (GeoJSON): edges with the same two end points are shared.
std::vector<Border> find_borders(const std::vector<Feature>& features);

/// Joins features into groups: `group_of[f]` is the index into `codes` that feature f belongs to. What lies between two
/// features of a group goes, outlines are put together from the borders that remain.
FeatureSet dissolve(const FeatureSet& set, const std::vector<size_t>& group_of, const std::vector<std::string>& codes);

/// On the sphere, holes taken off (lakes that belong to a feature count). Without polygons 0.
double area_km2(const Feature& feature);

/// Lambert conformal conic on a sphere, standard parallels 33° N and 44° N, origin 137° E 38° N, in km, y southwards:
/// shapes stay true over the whole country, which Mercator stretches by a fifth from Okinawa to Hokkaido.
/// Snyder, "Map Projections: A Working Manual" (USGS PP 1395, 1987), pp. 104–107, spherical form.
Vec2 project(LonLat position);
LonLat unproject(Vec2 plane_km);

/// Local government codes of municipalities ("32525") whose prefectures differ.
bool in_two_prefectures(const std::string& a, const std::string& b);

/// Triangulates (mapbox/earcut), projects and collects borders, bounds and label points. In the mesh outlines run
/// clockwise on the screen and holes the other way; its id is a hash of its content, so equal meshes have equal ids.
/// A feature without polygons keeps its index; its bounds are empty and its label means nothing.
MapMesh make_mesh(const FeatureSet& set);

/// Finds the feature under a point; exact at borders (even-odd over all rings), by a uniform grid over the mesh's bounds.
/// A point on a shared border belongs to exactly one of the two.
class HitIndex {
public:
    explicit HitIndex(MapMeshPtr mesh);
    /// Feature index, or -1 for the sea.
    int feature_at(Vec2 plane_km) const;

private:
    template <class Visit>
    void each_cell_of_each_ring(Visit visit) const;

    MapMeshPtr mesh_;
    int columns_ = 0, rows_ = 0;  ///< no columns: nothing to hit
    float cell_km_ = 1;
    std::vector<uint32_t> cell_first_;  ///< cells + 1 entries into cell_rings_, row by row
    std::vector<uint32_t> cell_rings_;  ///< rings whose bounds touch the cell, ascending
};

}  // namespace atlas::geo

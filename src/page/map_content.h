// From figures to the areas of a map: which meshes, in which colours, with which names and nodes. Private to page/map*.cpp.
#pragma once
#include "chart/map.h"
#include "page/map_facts.h"
#include "page/page.h"

namespace atlas::page {

/// Fills mesh, fills, details, labels, nodes and drawings of `options`, whose rect and camera are set.
void describe_areas(const Context& ctx, const MapFacts* facts, chart::MapOptions& options);

/// The mesh that shows a place, and its feature; the finest there is. {nullptr, -1} when none does.
struct PlaceShape {
    const MapMesh* mesh = nullptr;
    int feature = -1;
};
PlaceShape shape_of(const chart::MapOptions& options, std::string_view code);

/// "島根" of 島根県; 北海道 stays.
std::string short_name(const std::string& name);

}  // namespace atlas::page

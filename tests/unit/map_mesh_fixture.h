// A country small enough to draw by hand, in plane km: two prefectures side by side and an island far in the south-west.
#pragma once
#include "geo/geo.h"

namespace atlas::test {

inline geo::Ring plane_box(float x, float y, float w, float h) {
    return {geo::unproject({x, y}), geo::unproject({x + w, y}), geo::unproject({x + w, y + h}),
            geo::unproject({x, y + h})};
}

/// "01" north (with an islet 20 km off its coast), "02" south of it, sharing a border; "47" where Okinawa lies.
inline MapMeshPtr small_country() {
    geo::FeatureSet set;
    set.features.push_back({"01", {{{plane_box(-100, -200, 200, 200)}}, {{plane_box(120, -100, 10, 10)}}}});
    set.features.push_back({"02", {{{plane_box(-100, 0, 200, 100)}}}});
    set.features.push_back({"47", {{{plane_box(-980, 1250, 60, 30)}}}});
    set.borders = geo::find_borders(set.features);
    return std::make_shared<const MapMesh>(geo::make_mesh(set));
}

}  // namespace atlas::test

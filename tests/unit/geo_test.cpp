// From longitude and latitude to a mesh that can be drawn, labelled and hit.
#include "geo/geo.h"
#include "geo/coarsen.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <memory>
#include <set>
#include <span>

using namespace atlas;
using namespace atlas::geo;

namespace {

/// Corners lower left, lower right, upper right, upper left: counter-clockwise with north up.
Ring box(double west, double south, double east, double north) {
    return {{west, south}, {east, south}, {east, north}, {west, north}};
}
Ring reversed(Ring ring) {
    std::reverse(ring.begin(), ring.end());
    return ring;
}
FeatureSet set_of(std::vector<Feature> features) {
    FeatureSet set;
    set.borders = find_borders(features);
    set.features = std::move(features);
    return set;
}
MapMeshPtr mesh_of(const FeatureSet& set) { return std::make_shared<const MapMesh>(make_mesh(set)); }

/// A small country that has all that makes hit-testing hard:
///   "ring" with a hole, in the hole the enclave "city" (which has a lake of its own); "east" beside it, sharing a border;
///   "south" touching both in one corner; "isles" of two islands, one of them far off; "ghost" without a geometry.
FeatureSet small_country() {
    Ring ring_outline{{135, 34}, {138, 34}, {138, 35.5}, {138, 37}, {135, 37}};
    return set_of({
        {"ring", {{{ring_outline, reversed(box(136, 35, 137, 36))}}}},
        {"city", {{{box(136, 35, 137, 36), box(136.4, 35.4, 136.6, 35.6)}}}},
        {"east", {{{Ring{{138, 34}, {140, 34.5}, {140, 36}, {138, 37}, {138, 35.5}}}}}},
        {"south", {{{Ring{{138, 34}, {137, 32}, {139, 32}}}}}},
        {"isles", {{{box(141, 33, 141.3, 33.3)}}, {{box(128, 26, 128.5, 27)}}}},
        {"ghost", {}},
    });
}

/// Winding number by summed angles: slow, and nothing like what the index does.
bool is_inside(const MapMesh& mesh, uint32_t ring, Vec2 p) {
    double angle = 0;
    const uint32_t first = mesh.ring_first[ring], end = mesh.ring_first[ring + 1];
    for (uint32_t i = first, before = end - 1; i < end; before = i++) {
        const Vec2 a = mesh.vertices[before] - p, b = mesh.vertices[i] - p;
        angle += std::atan2(static_cast<double>(a.x * b.y - a.y * b.x), static_cast<double>(a.x * b.x + a.y * b.y));
    }
    return std::abs(angle) > 3;
}
int slow_feature_at(const MapMesh& mesh, Vec2 p) {
    for (size_t f = 0; f < mesh.features(); ++f) {
        bool inside = false;
        for (uint32_t r = mesh.feature_rings[f]; r < mesh.feature_rings[f + 1]; ++r)
            if (is_inside(mesh, r, p)) inside = !inside;
        if (inside) return static_cast<int>(f);
    }
    return -1;
}

double signed_area(const MapMesh& mesh, uint32_t ring) {
    double twice = 0;
    const uint32_t first = mesh.ring_first[ring], end = mesh.ring_first[ring + 1];
    for (uint32_t i = first, before = end - 1; i < end; before = i++) {
        const Vec2 a = mesh.vertices[before], b = mesh.vertices[i];
        twice +=
            static_cast<double>(a.x) * static_cast<double>(b.y) - static_cast<double>(b.x) * static_cast<double>(a.y);
    }
    return twice / 2;
}
double triangle_area(const MapMesh& mesh, size_t feature) {
    double sum = 0;
    for (size_t t = 0; t < mesh.triangles.size(); t += 3) {
        if (mesh.vertex_feature[mesh.triangles[t]] != feature) continue;
        const Vec2 a = mesh.vertices[mesh.triangles[t]];
        const Vec2 b = mesh.vertices[mesh.triangles[t + 1]] - a, c = mesh.vertices[mesh.triangles[t + 2]] - a;
        sum += std::abs(static_cast<double>(b.x * c.y - b.y * c.x)) / 2;
    }
    return sum;
}

}  // namespace

TEST_SUITE("projection") {
    TEST_CASE("the origin is 137° E 38° N; east is right, south is down") {
        CHECK(length(project({137, 38})) < 1e-3f);
        CHECK(project({140, 38}).x > 0);
        CHECK(project({137, 36}).y > 0);
        CHECK(project({137, 36}).x == doctest::Approx(0));
    }
    TEST_CASE("scale is true on the standard parallels, and within 2.5 % over the main islands") {
        const auto scale_at = [](double lat_deg) {  // along the meridian
            const double km =
                static_cast<double>(length(project({137, lat_deg + 0.05}) - project({137, lat_deg - 0.05})));
            return km / (0.1 * 3.14159265358979 / 180 * 6371.0088);
        };
        CHECK(scale_at(33) == doctest::Approx(1).epsilon(1e-4));
        CHECK(scale_at(44) == doctest::Approx(1).epsilon(1e-4));
        CHECK(scale_at(38) == doctest::Approx(0.9954).epsilon(1e-4));
        CHECK(scale_at(45.5) < 1.006);
        CHECK(scale_at(24) < 1.035);  // Okinawa's southernmost islands; Mercator differs by 25 % over this range
    }
    TEST_CASE("it is conformal: a step east is as long as a step north") {
        for (const double lat_deg : {25.0, 33.0, 38.0, 45.0}) {
            const LonLat here{141, lat_deg};
            const double east_deg = 0.05 / std::cos(lat_deg * 3.14159265358979 / 180);
            const float north_km = length(project({here.lon_deg, lat_deg + 0.05}) - project(here));
            const float east_km = length(project({here.lon_deg + east_deg, lat_deg}) - project(here));
            CHECK(north_km == doctest::Approx(east_km).epsilon(2e-3));
        }
    }
    TEST_CASE("unproject takes every point of Japan back") {
        for (double lon_deg = 122; lon_deg <= 154; lon_deg += 4)
            for (double lat_deg = 20; lat_deg <= 46; lat_deg += 2) {
                const LonLat back = unproject(project({lon_deg, lat_deg}));
                CHECK(back.lon_deg == doctest::Approx(lon_deg).epsilon(1e-6));
                CHECK(back.lat_deg == doctest::Approx(lat_deg).epsilon(1e-6));
            }
    }
    TEST_CASE("every place on earth has a finite position, the poles too") {
        for (const LonLat place : {LonLat{0, 90}, LonLat{0, -90}, LonLat{180, 0}, LonLat{-180, 0}}) {
            CHECK(std::isfinite(project(place).x));
            CHECK(std::isfinite(project(place).y));
        }
        CHECK(std::isfinite(unproject({0, -1e9f}).lat_deg));
    }
}

TEST_SUITE("mesh") {
    TEST_CASE("rings, features and vertices are indexed alike") {
        const MapMesh mesh = make_mesh(small_country());
        REQUIRE(mesh.features() == 6);
        CHECK(mesh.feature_codes == std::vector<std::string>{"ring", "city", "east", "south", "isles", "ghost"});
        CHECK(mesh.feature_rings == std::vector<uint32_t>{0, 2, 4, 5, 6, 8, 8});
        CHECK(mesh.ring_first == std::vector<uint32_t>{0, 5, 9, 13, 17, 22, 25, 29, 33});
        CHECK(mesh.ring_is_hole == std::vector<bool>{false, true, false, true, false, false, false, false});
        REQUIRE(mesh.vertex_feature.size() == mesh.vertices.size());
        CHECK(mesh.vertex_feature[0] == 0);
        CHECK(mesh.vertex_feature[12] == 1);
        CHECK(mesh.vertex_feature[32] == 4);
    }
    TEST_CASE("triangles cover each feature once, holes left out") {
        const MapMesh mesh = make_mesh(small_country());
        for (size_t f = 0; f < mesh.features(); ++f) {
            CAPTURE(mesh.feature_codes[f]);
            double area = 0;
            for (uint32_t r = mesh.feature_rings[f]; r < mesh.feature_rings[f + 1]; ++r) area += signed_area(mesh, r);
            CHECK(triangle_area(mesh, f) == doctest::Approx(area));
        }
        for (size_t t = 0; t < mesh.triangles.size(); t += 3) {
            CHECK(mesh.vertex_feature[mesh.triangles[t]] == mesh.vertex_feature[mesh.triangles[t + 1]]);
            CHECK(mesh.vertex_feature[mesh.triangles[t]] == mesh.vertex_feature[mesh.triangles[t + 2]]);
        }
    }
    TEST_CASE("outlines run clockwise on the screen and holes the other way, whatever the file says") {
        const MapMesh mesh = make_mesh(set_of({
            {"a", {{{box(135, 34, 138, 37), box(136, 35, 137, 36)}}}},
            {"b", {{{reversed(box(145, 34, 148, 37)), reversed(box(146, 35, 147, 36))}}}},
        }));
        for (uint32_t r = 0; r < 4; ++r) CHECK((signed_area(mesh, r) < 0) == mesh.ring_is_hole[r]);
    }
    TEST_CASE("bounds hold all parts; a feature without geometry has none and does not move the whole") {
        const MapMesh mesh = make_mesh(small_country());
        for (size_t v = 0; v < mesh.vertices.size(); ++v) {
            const Vec2 p = mesh.vertices[v];
            CHECK(mesh.feature_bounds[mesh.vertex_feature[v]].grown(0.01f).contains(p));
            CHECK(mesh.bounds.grown(0.01f).contains(p));
        }
        CHECK(mesh.feature_bounds[4].w > 1000);  // the isles lie far apart
        CHECK(mesh.feature_bounds[5].empty());
        const MapMesh far_from_origin = make_mesh(set_of({{"x", {{{box(150, 44, 151, 45)}}}}, {"y", {}}}));
        CHECK(far_from_origin.bounds == far_from_origin.feature_bounds[0]);
    }
    TEST_CASE("equal content, equal id; any other content, another id; never 0") {
        FeatureSet set = small_country();
        const uint64_t id = make_mesh(set).id;
        CHECK(id == make_mesh(set).id);
        set.features[0].code = "gnir";
        CHECK(id != make_mesh(set).id);
        set = small_country();
        set.borders[0].right = 3;
        CHECK(id != make_mesh(set).id);
        CHECK(make_mesh({}).id != 0);
    }
    TEST_CASE("a set without features makes an empty mesh with its closing indices") {
        const MapMesh mesh = make_mesh({});
        CHECK(mesh.feature_rings == std::vector<uint32_t>{0});
        CHECK(mesh.ring_first == std::vector<uint32_t>{0});
        CHECK(mesh.bounds.empty());
    }
}

TEST_SUITE("labels") {
    const auto label_of = [](std::vector<Polygon> polygons) {
        const MapMesh mesh = make_mesh(set_of({{"x", std::move(polygons)}}));
        return unproject(mesh.feature_labels[0]);
    };
    TEST_CASE("in the middle of a square") {
        const LonLat at = label_of({{{box(136, 37, 138, 38.6)}}});
        CHECK(at.lon_deg == doctest::Approx(137).epsilon(1e-3));
        CHECK(at.lat_deg == doctest::Approx(37.8).epsilon(1e-2));
    }
    TEST_CASE("in the thick part of an L, not at its centre of mass outside") {
        const Ring l{{135, 35}, {140, 35}, {140, 35.4}, {136.5, 35.4}, {136.5, 39}, {135, 39}};
        const LonLat at = label_of({{{l}}});
        CHECK(at.lon_deg > 135.4);
        CHECK(at.lon_deg < 136.2);
    }
    TEST_CASE("beside a hole in the middle") {
        const MapMesh mesh = make_mesh(small_country());
        CHECK(slow_feature_at(mesh, mesh.feature_labels[0]) == 0);
        CHECK(slow_feature_at(mesh, mesh.feature_labels[1]) == 1);
    }
    TEST_CASE("in the largest of several islands") {
        const LonLat at =
            label_of({{{box(141, 33, 141.2, 33.2)}}, {{box(128, 26, 129, 27)}}, {{box(150, 30, 150.1, 30.1)}}});
        CHECK(at.lon_deg == doctest::Approx(128.5).epsilon(1e-3));
    }
    TEST_CASE("needles and areas without area do not stall the search") {
        const LonLat needle = label_of({{{box(130, 35, 150, 35.0001)}}});
        CHECK(std::isfinite(needle.lon_deg));
        const LonLat line = label_of({{{Ring{{135, 35}, {136, 36}, {135, 35}}}}});
        CHECK(line.lat_deg >= 34.99);
        const LonLat point = label_of({{{Ring{{135, 35}, {135, 35}, {135, 35}}}}});
        CHECK(point.lon_deg == doctest::Approx(135));
    }
}

TEST_SUITE("borders without topology") {
    TEST_CASE("an edge that two features have is one border between them, all others are coast") {
        const std::vector<Border> borders =
            find_borders({{"w", {{{box(135, 34, 136, 35)}}}}, {"e", {{{box(136, 34, 137, 35)}}}}});
        REQUIRE(borders.size() == 3);
        const auto inner = std::find_if(borders.begin(), borders.end(), [](const Border& b) { return b.right != -1; });
        REQUIRE(inner != borders.end());
        CHECK(inner->left == 0);
        CHECK(inner->right == 1);
        REQUIRE(inner->points.size() == 2);
        CHECK(inner->points[0].lat_deg == 34);  // northwards: the western feature is on the left hand
        CHECK(inner->points[1].lat_deg == 35);
        for (const Border& coast : borders)
            if (coast.right == -1) CHECK(coast.points.size() == 4);
    }
    TEST_CASE("the feature is on the left hand, whichever way its ring runs") {
        for (const Ring& ring : {box(135, 34, 136, 35), reversed(box(135, 34, 136, 35))}) {
            const std::vector<Border> borders = find_borders({{"x", {{{ring}}}}});
            REQUIRE(borders.size() == 1);
            Ring walked = borders[0].points;
            REQUIRE(walked.size() == 5);
            CHECK(walked.front().lon_deg == walked.back().lon_deg);
            CHECK(walked.front().lat_deg == walked.back().lat_deg);
            walked.pop_back();
            CHECK(is_counter_clockwise(walked));
        }
    }
    TEST_CASE("an enclave's border is told once, between it and the feature around") {
        const Ring hole = box(136, 35, 137, 36);
        const std::vector<Border> borders =
            find_borders({{"around", {{{box(135, 34, 138, 37), hole}}}}, {"enclave", {{{hole}}}}});
        REQUIRE(borders.size() == 2);
        CHECK(borders[1].left == 0);
        CHECK(borders[1].right == 1);
    }
    TEST_CASE("a seam inside one feature is no border") {
        const std::vector<Border> borders =
            find_borders({{"x", {{{box(135, 34, 136, 35)}}, {{box(136, 34, 137, 35)}}}}});
        for (const Border& border : borders) {
            CHECK(border.left == 0);
            CHECK(border.right == -1);
        }
        CHECK(borders.size() == 2);
    }
}

TEST_SUITE("hit test") {
    TEST_CASE("it agrees with a slow, different method all over the map") {
        const MapMeshPtr mesh = mesh_of(small_country());
        const HitIndex index(mesh);
        const Rect area = mesh->bounds.grown(20);
        std::set<int> met;
        for (int row = 0; row < 173; ++row)
            for (int column = 0; column < 211; ++column) {
                const Vec2 p{area.x + area.w * (static_cast<float>(column) + 0.37f) / 211,
                             area.y + area.h * (static_cast<float>(row) + 0.41f) / 173};
                CAPTURE(p.x);
                CAPTURE(p.y);
                const int expected = slow_feature_at(*mesh, p);
                REQUIRE(index.feature_at(p) == expected);
                met.insert(expected);
            }
        CHECK(met == std::set<int>{-1, 0, 1, 2, 3, 4});
    }
    TEST_CASE("a lake in an enclave in a hole is the sea") {
        const HitIndex index(mesh_of(small_country()));
        CHECK(index.feature_at(project({135.5, 34.5})) == 0);
        CHECK(index.feature_at(project({136.2, 35.2})) == 1);
        CHECK(index.feature_at(project({136.5, 35.5})) == -1);
    }
    TEST_CASE("on a shared border, and at its corners, exactly one of the features is hit") {
        const MapMeshPtr mesh = mesh_of(set_of({{"nw", {{{box(136, 36, 137, 37)}}}},
                                                {"ne", {{{box(137, 36, 138, 37)}}}},
                                                {"sw", {{{box(136, 35, 137, 36)}}}},
                                                {"se", {{{box(137, 35, 138, 36)}}}}}));
        const HitIndex index(mesh);
        const Vec2 corner = project({137, 36}), north = project({137, 37}), east = project({138, 36});
        CHECK(index.feature_at(corner) >= 0);
        for (int i = 1; i < 100; ++i) {
            const float t = static_cast<float>(i) / 100;
            CHECK(index.feature_at(corner + (north - corner) * t) >= 0);
            CHECK(index.feature_at(corner + (east - corner) * t) >= 0);
        }
    }
    TEST_CASE("far away, nowhere and without a map nothing is hit") {
        const HitIndex index(mesh_of(small_country()));
        CHECK(index.feature_at({1e9f, -1e9f}) == -1);
        CHECK(index.feature_at({std::numeric_limits<float>::quiet_NaN(), 0}) == -1);
        CHECK(index.feature_at({std::numeric_limits<float>::infinity(), 0}) == -1);
        CHECK(HitIndex(nullptr).feature_at({0, 0}) == -1);
        CHECK(HitIndex(mesh_of({})).feature_at({0, 0}) == -1);
        CHECK(HitIndex(mesh_of(set_of({{"ghost", {}}}))).feature_at({0, 0}) == -1);
    }
}

namespace {

float distance_to(std::span<const Vec2> line, Vec2 p) {
    float least = std::numeric_limits<float>::max();
    for (size_t i = 0; i + 1 < line.size(); ++i) {
        const Vec2 ab = line[i + 1] - line[i], ap = p - line[i];
        const float t = std::clamp((ap.x * ab.x + ap.y * ab.y) / std::max(ab.x * ab.x + ab.y * ab.y, 1e-9f), 0.f, 1.f);
        least = std::min(least, length(ap - ab * t));
    }
    return least;
}

/// A coast with bays of every size, 400 points; the same in every run.
FeatureSet rough_country() {
    Ring left, right;
    for (int i = 0; i <= 200; ++i) {
        const double t = i / 200.0, wave = 0.4 * std::sin(t * 9) + 0.07 * std::sin(t * 61) + 0.01 * std::sin(t * 701);
        left.push_back({135 + wave, 33 + 4 * t});
    }
    right = left;
    left.push_back({132, 37}), left.push_back({132, 33});
    std::reverse(right.begin(), right.end());
    right.push_back({139, 33}), right.push_back({139, 37});
    return set_of({{"left", {{{reversed(left)}}}},
                   {"right", {{{reversed(right)}}}},
                   {"islet", {{{box(140, 34, 140.002, 34.002)}}}}});
}

}  // namespace

TEST_SUITE("coarser forms of a map") {
    TEST_CASE("a point vanishes at its distance from the line that the others draw, its neighbours never later") {
        const std::vector<Vec2> line{{0, 0}, {1, 0.1f}, {2, 0}, {3, 5}, {4, 0}};
        const std::vector<float> tolerances = vanishing_tolerances(line);
        CHECK(std::isinf(tolerances.front()));
        CHECK(std::isinf(tolerances.back()));
        CHECK(tolerances[3] == doctest::Approx(5));
        // The way from the beginning to the peak passes (1, 1.67) and (2, 3.33): by the foot of the perpendicular.
        CHECK(tolerances[2] == doctest::Approx(10 / std::sqrt(34.0)).epsilon(0.001));
        CHECK(tolerances[1] == doctest::Approx(0.1).epsilon(0.01));
        CHECK(vanishing_tolerances({}).empty());
        CHECK(vanishing_tolerances(std::vector<Vec2>{{1, 1}}).size() == 1);
    }
    TEST_CASE("no point is further than the tolerance from what is drawn instead, and neighbours still meet") {
        const MapMesh mesh = make_mesh(rough_country());
        REQUIRE(mesh.coarser.size() >= 2);
        size_t before = mesh.line_points.size();
        for (const MapMesh::Coarser& form : mesh.coarser) {
            CAPTURE(form.tolerance_km);
            CHECK(form.line_points.size() < before);
            before = form.line_points.size();
            REQUIRE(form.lines.size() == mesh.lines.size());
            float worst = 0;
            for (size_t k = 0; k < mesh.lines.size(); ++k) {
                const std::span<const Vec2> kept{form.line_points.data() + form.lines[k].first, form.lines[k].count};
                for (uint32_t i = 0; kept.size() >= 2 && i < mesh.lines[k].count; ++i)
                    worst = std::max(worst, distance_to(kept, mesh.line_points[mesh.lines[k].first + i]));
            }
            CHECK(worst <= form.tolerance_km * 1.001f);
            // Both sides of the shared border lost the same points: together they are as large as before.
            const auto area = [&](const std::vector<uint32_t>& triangles) {
                double sum = 0;
                for (size_t t = 0; t < triangles.size(); t += 3) {
                    const Vec2 a = mesh.vertices[triangles[t]], b = mesh.vertices[triangles[t + 1]] - a,
                               c = mesh.vertices[triangles[t + 2]] - a;
                    sum += std::abs(static_cast<double>(b.x * c.y - b.y * c.x)) / 2;
                }
                return sum;
            };
            CHECK(area(form.triangles) == doctest::Approx(area(mesh.triangles)).epsilon(1e-4));
        }
    }
    TEST_CASE("the smallest feature stays, and its border goes when nobody can see it") {
        const MapMesh mesh = make_mesh(rough_country());
        const MapMesh::Coarser& coarsest = mesh.coarser.back();
        std::set<uint32_t> drawn;
        for (const uint32_t corner : coarsest.triangles) drawn.insert(mesh.vertex_feature[corner]);
        CHECK(drawn == std::set<uint32_t>{0, 1, 2});
        for (size_t k = 0; k < mesh.lines.size(); ++k)
            if (mesh.lines[k].left == 2) CHECK(coarsest.lines[k].count == 0);
    }
}

// Hit-testing against a slow test of every ring, borders included, on geometry that has given trouble; the files of detail
// against each other.
#include <doctest/doctest.h>

#include <array>
#include <cmath>
#include <map>
#include <memory>
#include <random>

#include "bundle/topojson.h"
#include "chart/map_inset.h"
#include "chart/map_labels.h"
#include "chart/map_shape.h"
#include "golden.h"
#include "map_mesh_fixture.h"
#include "model/load.h"

using namespace atlas;
using test::plane_box;

namespace {

/// Half-open in y and independent of the direction of the edge: a point on a border belongs to one side.
bool crosses(Vec2 a, Vec2 b, Vec2 p) {
    if ((a.y > p.y) == (b.y > p.y)) return false;
    if (a.y > b.y) std::swap(a, b);
    const double x = a.x, y = a.y;
    return (b.x - x) * (p.y - y) - (b.y - y) * (p.x - x) > 0;
}

int brute_force(const MapMesh& mesh, Vec2 p) {
    for (size_t f = 0; f < mesh.features(); ++f) {
        bool inside = false;
        for (uint32_t r = mesh.feature_rings[f]; r < mesh.feature_rings[f + 1]; ++r)
            for (uint32_t i = mesh.ring_first[r], before = mesh.ring_first[r + 1] - 1; i < mesh.ring_first[r + 1];
                 before = i++)
                inside ^= crosses(mesh.vertices[before], mesh.vertices[i], p);
        if (inside) return static_cast<int>(f);
    }
    return -1;
}

MapMeshPtr mesh_of(std::vector<geo::Feature> features) {
    geo::FeatureSet set;
    set.borders = geo::find_borders(features);
    set.features = std::move(features);
    return std::make_shared<const MapMesh>(geo::make_mesh(set));
}

/// A dense grid over the bounds and beyond, every corner, and points on every edge.
std::vector<Vec2> trial_points(const MapMesh& mesh, int across) {
    std::vector<Vec2> points;
    const Rect area = mesh.bounds.grown(std::max(mesh.bounds.w, mesh.bounds.h) * 0.05f + 1);
    for (int row = 0; row <= across; ++row)
        for (int column = 0; column <= across; ++column)
            points.push_back({area.x + area.w * static_cast<float>(column) / static_cast<float>(across),
                              area.y + area.h * static_cast<float>(row) / static_cast<float>(across)});
    for (size_t r = 0; r + 1 < mesh.ring_first.size(); ++r)
        for (uint32_t i = mesh.ring_first[r], before = mesh.ring_first[r + 1] - 1; i < mesh.ring_first[r + 1];
             before = i++) {
            points.push_back(mesh.vertices[i]);
            for (const float t : {0.25f, 0.5f})
                points.push_back(mesh.vertices[before] * (1 - t) + mesh.vertices[i] * t);
        }
    return points;
}

void check_hits(const MapMeshPtr& mesh, int across) {
    const geo::HitIndex index(mesh);
    int wrong = 0;
    for (const Vec2 p : trial_points(*mesh, across)) wrong += index.feature_at(p) != brute_force(*mesh, p);
    CHECK(wrong == 0);
}

geo::Ring ring(std::initializer_list<Vec2> points) {
    geo::Ring out;
    for (const Vec2 p : points) out.push_back(geo::unproject(p));
    return out;
}
geo::Ring backwards(geo::Ring r) {
    std::reverse(r.begin(), r.end());
    return r;
}

std::string project_file(const std::string& path) {
    std::string here = test::golden_path("x"), text;
    here.resize(here.rfind("tests"));
    test::read_text(here + path, text);
    return text;
}

geo::FeatureSet read(const std::string& bytes) {
    const auto json = bundle::parse_json(bytes, "x");
    REQUIRE(json);
    const auto set = bundle::read_boundaries(*json, "x");
    REQUIRE(set);
    return *set;
}

}  // namespace

TEST_SUITE("awkward geometry") {
    TEST_CASE("holes, one of them filled by another area that has a hole itself") {
        check_hits(mesh_of({{"outer", {{{plane_box(0, 0, 90, 90), backwards(plane_box(20, 20, 50, 50))}}}},
                            {"inner", {{{plane_box(20, 20, 50, 50), backwards(plane_box(40, 40, 10, 10))}}}}}),
                   120);
    }
    TEST_CASE("islands and several parts, one inside another's bay") {
        check_hits(
            mesh_of({{"bay", {{{ring({{0, 0}, {90, 0}, {90, 90}, {60, 90}, {60, 30}, {30, 30}, {30, 90}, {0, 90}})}}}},
                     {"isles",
                      {{{plane_box(40, 50, 10, 10)}}, {{plane_box(200, 10, 5, 5)}}, {{plane_box(40, 70, 8, 8)}}}}}),
            120);
    }
    TEST_CASE("four areas that meet in one corner") {
        check_hits(mesh_of({{"nw", {{{plane_box(0, 0, 10, 10)}}}},
                            {"ne", {{{plane_box(10, 0, 10, 10)}}}},
                            {"sw", {{{plane_box(0, 10, 10, 10)}}}},
                            {"se", {{{plane_box(10, 10, 10, 10)}}}}}),
                   90);
    }
    TEST_CASE("slivers, thinner than a grid cell and thinner than a metre") {
        check_hits(mesh_of({{"thin", {{{ring({{0, 0}, {300, 0.01f}, {300, 0.4f}, {0, 0.3f}})}}}},
                            {"hair", {{{ring({{0, 50}, {300, 50}, {300, 50.0008f}})}}}},
                            {"land", {{{plane_box(0, 60, 300, 100)}}}}}),
                   150);
    }
    TEST_CASE("an area that reaches across the frame of an inset") {
        const Rect inset = chart::insets_for({360, 64, 920, 736}, {60, 172}, 24).front().plane;
        const MapMeshPtr mesh = mesh_of({{"47", {{{plane_box(inset.x + 100, inset.y - 80, 200, 200)}}}},
                                         {"46", {{{plane_box(inset.right() - 50, inset.y + 40, 300, 60)}}}}});
        check_hits(mesh, 120);
    }
    TEST_CASE("null geometry, first, last and in between") {
        const MapMeshPtr mesh = mesh_of({{"a", {}},
                                         {"b", {{{plane_box(0, 0, 10, 10)}}}},
                                         {"c", {}},
                                         {"d", {{{plane_box(20, 0, 10, 10)}}}},
                                         {"e", {}}});
        check_hits(mesh, 60);
        CHECK(geo::HitIndex(mesh).feature_at({5, 5}) == 1);
    }
    TEST_CASE("nothing at all") { CHECK(geo::HitIndex(mesh_of({})).feature_at({0, 0}) == -1); }
    TEST_CASE("a code that stands twice is refused by name") {
        const std::string twice =
            R"({"type":"Topology","objects":{"x":{"type":"GeometryCollection","geometries":[)"
            R"({"type":"Polygon","arcs":[[0]],"properties":{"code":"32525"}},{"type":"Polygon","arcs":[[0]],"properties":{"code":"32525"}}]}},)"
            R"("arcs":[[[133,36],[133.1,36],[133.1,36.1],[133,36]]]})";
        const auto set = bundle::read_boundaries(*bundle::parse_json(twice, "x"), "x");
        CHECK_FALSE(set);
        CHECK(set.problems().front().what.find("32525") != std::string::npos);
    }
}

TEST_SUITE("the official municipalities") {
    TEST_CASE("every point hits what a test of all rings gives, corners and borders included") {
        const std::string bytes = project_file("build/geo/municipalities.topojson");
        if (bytes.empty()) return;  // only Natural Earth on this machine
        const auto mesh = std::make_shared<const MapMesh>(geo::make_mesh(read(bytes)));
        CHECK(mesh->features() == 1747);
        const geo::HitIndex index(mesh);
        std::mt19937 random(7);
        int wrong = 0;
        for (int i = 0; i < 1500; ++i) {
            const Vec2 corner = mesh->vertices[random() % mesh->vertices.size()];
            const Vec2 beside{corner.x + static_cast<float>(random() % 2001) / 400.f - 2.5f,
                              corner.y + static_cast<float>(random() % 2001) / 400.f - 2.5f};
            for (const Vec2 p : {corner, beside}) wrong += index.feature_at(p) != brute_force(*mesh, p);
        }
        CHECK(wrong == 0);
    }
    TEST_CASE("files of neighbouring prefectures share their border point by point, at each level of detail") {
        for (const int level : {2, 3}) {
            std::map<std::array<float, 4>, int> seen;
            for (const model::DetailKey& key : model::all_details()) {
                if (key.level != level) continue;
                const std::string bytes =
                    project_file("build/geo/detail/" + std::to_string(level) + "-" + key.prefecture + ".topojson");
                if (bytes.empty()) return;
                const MapMesh mesh = geo::make_mesh(read(bytes));
                for (const MapMesh::Line& line : mesh.lines) {
                    if (line.kind != MapMesh::LineKind::outer) continue;
                    for (uint32_t i = line.first; i + 1 < line.first + line.count; ++i) {
                        Vec2 a = mesh.line_points[i], b = mesh.line_points[i + 1];
                        if (b.x < a.x || (b.x == a.x && b.y < a.y)) std::swap(a, b);
                        ++seen[{a.x, a.y, b.x, b.y}];
                    }
                }
            }
            int lonely = 0;
            for (const auto& [segment, count] : seen) lonely += count != 2;
            CHECK(seen.size() > 1000);
            CHECK(lonely == 0);
        }
    }
    TEST_CASE("their areas add up to the country's") {
        const std::string bytes = project_file("build/geo/municipalities.topojson");
        if (bytes.empty()) return;
        double sum = 0;
        for (const geo::Feature& feature : read(bytes).features) sum += geo::area_km2(feature);
        CHECK(sum == doctest::Approx(377'975).epsilon(0.01));  // 全国都道府県市区町村別面積調, 2025
    }
}

TEST_SUITE("areas and groups") {
    TEST_CASE("a degree by a degree at the equator") {
        CHECK(geo::area_km2({"x", {{{{{0, 0}, {1, 0}, {1, 1}, {0, 1}}}}}}) == doctest::Approx(12364).epsilon(1e-3));
        CHECK(geo::area_km2({"x", {}}) == 0);
    }
    TEST_CASE("a group has one outline where its members met, and keeps the enclave as a hole") {
        geo::FeatureSet set;
        set.features = {{"w", {{{plane_box(0, 0, 10, 10)}}}},
                        {"e", {{{plane_box(10, 0, 10, 10), backwards(plane_box(14, 4, 2, 2))}}}},
                        {"city", {{{plane_box(14, 4, 2, 2)}}}}};
        set.borders = geo::find_borders(set.features);
        const geo::FeatureSet joined = geo::dissolve(set, {0, 0, 1}, {"land", "city"});
        REQUIRE(joined.features.size() == 2);
        REQUIRE(joined.features[0].polygons.size() == 1);
        CHECK(joined.features[0].polygons[0].rings.size() == 2);
        CHECK(joined.features[0].polygons[0].rings[0].size() == 6);
        CHECK(geo::area_km2(joined.features[0]) ==
              doctest::Approx(geo::area_km2(set.features[0]) + geo::area_km2(set.features[1])));
        check_hits(std::make_shared<const MapMesh>(geo::make_mesh(joined)), 60);
    }
}

TEST_SUITE("names") {
    TEST_CASE("none jumps while the map is panned") {
        const MapMeshPtr mesh = mesh_of({{"a", {{{plane_box(0, 0, 200, 100)}}}},
                                         {"b", {{{plane_box(200, 0, 60, 100)}}}},
                                         {"c", {{{plane_box(0, 100, 260, 40)}}}}});
        const std::vector<std::string> names{"一番", "二番", "三番"};
        const FixedMeasure measure;
        chart::LabelRequest request{{{mesh.get(), &names, {14, Weight::regular}, -1, false}},
                                    {1, {200, 200}},
                                    {0, 0, 600, 500},
                                    {},
                                    {{0, 0, 100, 60}}};
        const auto before = chart::place_labels(request, measure);
        REQUIRE(before.size() == 3);
        for (float shift = 3; shift < 60; shift += 7) {
            request.transform.offset = {200 + shift, 200 - shift};
            const auto after = chart::place_labels(request, measure);
            REQUIRE(after.size() == 3);
            for (size_t i = 0; i < 3; ++i) {
                CHECK(after[i].feature == before[i].feature);
                CHECK(after[i].baseline.x - before[i].baseline.x == doctest::Approx(shift));
            }
        }
    }
    TEST_CASE("none is cut by the window or hidden under what lies on the map") {
        const MapMeshPtr mesh = mesh_of({{"a", {{{plane_box(0, 0, 200, 100)}}}}});
        const std::vector<std::string> names{"一番"};
        const FixedMeasure measure;
        chart::LabelRequest request{
            {{mesh.get(), &names, {14, Weight::regular}, -1, false}}, {1, {-90, 0}}, {0, 0, 300, 300}, {}, {}};
        CHECK(chart::place_labels(request, measure).empty());
        request.transform.offset = {20, 0};
        CHECK(chart::place_labels(request, measure).size() == 1);
        request.covers = {{100, 40, 60, 30}};
        CHECK(chart::place_labels(request, measure).empty());
    }
}

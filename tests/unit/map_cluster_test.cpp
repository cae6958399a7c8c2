#include <doctest/doctest.h>

#include "chart/map_cluster.h"

using namespace atlas;
using namespace atlas::chart;

TEST_CASE("Marks far enough apart stay on their own") {
    const auto clusters = cluster_points({{0, 0}, {25, 0}, {0, 30}});
    REQUIRE(clusters.size() == 3);
    CHECK(clusters[1].center == Vec2{25, 0});
}

TEST_CASE("Marks closer than 24 px become one, in the middle of its members") {
    const auto clusters = cluster_points({{0, 0}, {20, 0}, {100, 0}});
    REQUIRE(clusters.size() == 2);
    CHECK(clusters[0].members == std::vector<size_t>{0, 1});
    CHECK(clusters[0].center == Vec2{10, 0});
}

TEST_CASE("No two marks overlap, however dense the points") {
    std::vector<Vec2> points;
    for (int i = 0; i < 60; ++i) points.push_back({static_cast<float>(i * 37 % 101), static_cast<float>(i * 53 % 89)});
    const auto clusters = cluster_points(points);
    size_t members = 0;
    for (size_t a = 0; a < clusters.size(); ++a) {
        members += clusters[a].members.size();
        for (size_t b = a + 1; b < clusters.size(); ++b)
            CHECK(length(clusters[a].center - clusters[b].center) >=
                  cluster_radius_px(clusters[a].members.size()) + cluster_radius_px(clusters[b].members.size()));
    }
    CHECK(members == points.size());
}

TEST_CASE("On small maps the marks are smaller, but no closer than 24 px") {
    CHECK(small_marks.radius_px(1) < MarkSizes{}.radius_px(1));
    CHECK(small_marks.radius_px(20) < MarkSizes{}.radius_px(20));
    CHECK(cluster_points({{0, 0}, {23, 0}}, small_marks).size() == 1);
    CHECK(cluster_points({{0, 0}, {24, 0}}, small_marks).size() == 2);
}

TEST_CASE("Panning does not regroup the marks") {
    std::vector<Vec2> points, moved;
    for (int i = 0; i < 20; ++i) points.push_back({static_cast<float>(i * 31 % 97), static_cast<float>(i * 17 % 61)});
    for (const Vec2 p : points) moved.push_back(p + Vec2{128, -64});
    const auto a = cluster_points(points), b = cluster_points(moved);
    REQUIRE(a.size() == b.size());
    for (size_t i = 0; i < a.size(); ++i) CHECK(a[i].members == b[i].members);
}

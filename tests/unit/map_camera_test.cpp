#include <doctest/doctest.h>

#include "chart/map_camera.h"
#include "map_mesh_fixture.h"

using namespace atlas;
using namespace atlas::chart;

namespace {

constexpr Rect window{360, 64, 920, 736};
constexpr Rect phone{0, 56, 360, 300};

Vec2 seen_at(Rect rect, const std::optional<view::MapCamera>& camera, geo::LonLat place) {
    return transform_for(rect, camera).to_window(geo::project(place));
}

void check_near(Vec2 a, Vec2 b, float tolerance) {
    CHECK(std::abs(a.x - b.x) < tolerance);
    CHECK(std::abs(a.y - b.y) < tolerance);
}

}  // namespace

TEST_CASE("Without a camera the main islands lie inside the window, on a laptop and on a phone") {
    const geo::LonLat ends[] = {{141.94, 45.52}, {148.87, 45.5}, {130.66, 30.99},
                                {129.2, 34.3},   {140.87, 35.7}, {130.5, 30.3}};
    for (const Rect rect : {window, phone, Rect{0, 0, 300, 600}})
        for (const geo::LonLat end : ends) CHECK(rect.contains(seen_at(rect, std::nullopt, end)));
}

TEST_CASE("The home camera shows what no camera shows") {
    const MapTransform a = transform_for(window, std::nullopt), b = transform_for(window, home_camera(window));
    CHECK(a.scale == doctest::Approx(b.scale));
    check_near(a.offset, b.offset, 0.05f);
}

TEST_CASE("A camera and its transform are two forms of the same view") {
    const view::MapCamera camera{{133.1, 35.5}, 6.5};
    const view::MapCamera back = camera_of(window, transform_for(window, camera));
    CHECK(back.center.lon_deg == doctest::Approx(133.1).epsilon(1e-5));
    CHECK(back.center.lat_deg == doctest::Approx(35.5).epsilon(1e-5));
    CHECK(back.zoom == doctest::Approx(6.5));
}

TEST_CASE("Zooming keeps the point under the pointer in its place and stays within the limits") {
    const view::MapCamera camera{{137, 36}, 3};
    const Vec2 pointer{500, 300};
    const Vec2 plane = transform_for(window, camera).to_plane(pointer);
    const view::MapCamera nearer = zoomed(camera, window, 1.6, pointer);
    CHECK(nearer.zoom == doctest::Approx(4.8));
    check_near(transform_for(window, nearer).to_window(plane), pointer, 0.2f);
    CHECK(zoomed(camera, window, 1000, pointer).zoom == doctest::Approx(view::max_zoom));
    CHECK(zoomed(camera, window, 0.001, pointer).zoom == doctest::Approx(view::min_zoom));
}

TEST_CASE("Dragging moves the land with the finger, and the centre never leaves the country") {
    const view::MapCamera camera{{137, 36}, 3};
    const geo::LonLat nagano{138.18, 36.65};
    const Vec2 before = seen_at(window, camera, nagano),
               after = seen_at(window, panned(camera, window, {40, -25}), nagano);
    check_near(after - before, {40, -25}, 0.2f);

    const view::MapCamera far = panned(camera, window, {-1e6f, -1e6f});
    CHECK(far.center.lon_deg < 158);
    CHECK(far.center.lat_deg > 15);
}

TEST_CASE("Every remote island can be brought to the centre of the window") {
    for (const geo::LonLat island : {geo::LonLat{122.95, 24.45}, {153.98, 24.29}, {136.1, 20.42}, {148.7, 45.4}}) {
        const view::MapCamera there{island, 8};
        check_near(seen_at(window, panned(there, window, {0, 0}), island), window.center(), 0.3f);
    }
}

TEST_CASE("Fitting a prefecture shows its main part and near islets whole, with a margin") {
    const MapMeshPtr mesh = test::small_country();
    const MapTransform transform = transform_for(window, fit_feature(*mesh, 0, window));
    for (const Vec2 corner : {Vec2{-100, -200}, Vec2{100, 0}, Vec2{130, -100}})
        CHECK(window.grown(-20).contains(transform.to_window(corner)));
    CHECK(transform.scale * 200 > window.h * 0.5f);
}

TEST_CASE("A flight begins and ends exactly at its cameras, and its zoom changes evenly in between") {
    const view::MapCamera from{{139, 38}, 1}, to{{127.8, 26.3}, 16};
    CHECK(interpolate(from, to, 0).zoom == doctest::Approx(1));
    CHECK(interpolate(from, to, 0).center.lon_deg == doctest::Approx(139).epsilon(1e-4));
    CHECK(interpolate(from, to, 0.5).zoom == doctest::Approx(4));
    CHECK(interpolate(from, to, 1).center.lat_deg == 26.3);
    const view::MapCamera same = interpolate(from, {{140, 38}, 1}, 0.5);
    CHECK(same.center.lon_deg == doctest::Approx(139.5).epsilon(1e-3));
}

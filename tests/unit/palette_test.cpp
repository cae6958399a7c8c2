// Palettes held against simulated colour-vision deficiency and a photocopy; patterns for those who see no colour at all.
#include <doctest/doctest.h>

#include "chart/palette.h"
#include "chart/pattern.h"
#include "core/vision.h"
#include "export/svg.h"
#include "map_mesh_fixture.h"

using namespace atlas;
using namespace atlas::chart;

namespace {

double least_between_neighbours(const std::vector<Color>& colors, bool grey = true) {
    double least = 1;
    for (size_t i = 0; i + 1 < colors.size(); ++i)
        for (const Vision vision : all_visions)
            if (grey || vision != Vision::grey) least = std::min(least, distance(colors[i], colors[i + 1], vision));
    return least;
}

double least_of_all_pairs(const Color* colors, size_t count) {
    double least = 1;
    for (size_t a = 0; a < count; ++a)
        for (size_t b = 0; b < a; ++b)
            for (const Vision vision : {Vision::normal, Vision::protan, Vision::deutan, Vision::tritan})
                least = std::min(least, distance(colors[a], colors[b], vision));
    return least;
}

}  // namespace

TEST_CASE(
    "simulated vision: greys stay, red and green come together for protan and deutan eyes, blue and green for tritan") {
    for (const Vision vision : all_visions) CHECK(distance(rgb(0x808080), rgb(0x808080), vision) == 0);
    CHECK(distance(as_seen(rgb(0x777777), Vision::deutan), rgb(0x777777)) <
          0.005);  // the rows of the matrices add up to 1
    const Color red = rgb(0xB45A32), green = rgb(0x6E7D32);
    CHECK(distance(red, green, Vision::deutan) < distance(red, green) / 2);
    const Color teal = rgb(0x009E8F), blue = rgb(0x4A8FD0);
    CHECK(distance(teal, blue, Vision::tritan) < distance(teal, blue) * 0.7);
    CHECK(as_seen(rgb(0xFF0000), Vision::grey) == rgb(0x7F7F7F));
    // Machado et al. 2009 applied to linear red: 0.152286 and 0.114503 are sRGB 110 and 95; the negative blue is clipped.
    CHECK(as_seen(rgb(0xFF0000), Vision::protan) == rgb(0x6D5F00));
}

TEST_CASE("OKLab: the reference points of Ottosson's page, and back") {
    CHECK(to_oklab(rgb(0xFFFFFF)).l == doctest::Approx(1).epsilon(1e-4));
    CHECK(to_oklab(rgb(0xFF0000)).l == doctest::Approx(0.62796).epsilon(1e-3));
    CHECK(to_oklab(rgb(0xFF0000)).a == doctest::Approx(0.22486).epsilon(1e-3));
    for (const uint32_t hex : {0x123456u, 0xFEDCBAu, 0x00A3BFu}) CHECK(from_oklab(to_oklab(rgb(hex))) == rgb(hex));
}

TEST_CASE("sequential: neighbouring classes stay apart for everybody, darker step by step") {
    const double least[] = {1, 0.25, 0.25, 0.16, 0.119, 0.09, 0.059};
    for (const Ramp ramp : {Ramp::blue, Ramp::green, Ramp::magenta, Ramp::orange})
        for (size_t n = 1; n <= max_classes; ++n) {
            const std::vector<Color> colors = sequential_colors(n, ramp);
            REQUIRE(colors.size() == n);
            INFO("ramp ", static_cast<int>(ramp), " classes ", n);
            CHECK(least_between_neighbours(colors) >= least[n - 1]);
            for (size_t i = 0; i + 1 < n; ++i) CHECK(to_oklab(colors[i]).l > to_oklab(colors[i + 1]).l);
        }
    CHECK(sequential_colors(9).size() == 9);
}

TEST_CASE("diverging: neighbours apart for everybody, the sides never mistaken for each other but on a photocopy") {
    for (const bool middle : {false, true})
        for (size_t side = 1; side <= 3; ++side) {
            const std::vector<Color> colors = diverging_colors(side, middle, side);
            INFO("side ", side, " middle ", middle);
            CHECK(least_between_neighbours(colors, false) >= 0.10);
            CHECK(least_between_neighbours(colors, true) >= 0.055);
            CHECK(least_of_all_pairs(colors.data(), colors.size()) >= 0.10);
        }
    // A side that holds fewer classes uses the inner ones: the same distance has the same strength.
    const std::vector<Color> full = diverging_colors(3, false, 3), part = diverging_colors(3, false, 1);
    CHECK(std::equal(part.begin(), part.end(), full.begin()));
}

TEST_CASE("bivariate: all nine apart in colour, neighbours on a photocopy too; darker along both axes") {
    CHECK(least_of_all_pairs(bivariate_colors.data(), 9) >= 0.14);
    for (size_t i = 0; i < 9; ++i) {
        if (i % 3 < 2) CHECK(distance(bivariate_colors[i], bivariate_colors[i + 1], Vision::grey) >= 0.11);
        if (i < 6) CHECK(distance(bivariate_colors[i], bivariate_colors[i + 3], Vision::grey) >= 0.11);
        if (i < 6) CHECK(to_oklab(bivariate_colors[i]).l > to_oklab(bivariate_colors[i + 3]).l);
    }
}

TEST_CASE("regions: eight colours apart, regions that touch apart on a photocopy") {
    CHECK(least_of_all_pairs(region_colors.data(), 8) >= 0.13);
    constexpr size_t touching[][2] = {{0, 1}, {1, 2}, {1, 3}, {2, 3}, {3, 4}, {4, 5}, {4, 6}, {5, 6}, {5, 7}, {6, 7}};
    for (const auto& pair : touching)
        CHECK(distance(region_colors[pair[0]], region_colors[pair[1]], Vision::grey) >= 0.17);
}

TEST_CASE("ink: outlines 3:1, and text 4.5:1, upon every colour that a map may use") {
    std::vector<Color> all(bivariate_colors.begin(), bivariate_colors.end());
    all.insert(all.end(), region_colors.begin(), region_colors.end());
    for (const Ramp ramp : {Ramp::blue, Ramp::green, Ramp::magenta, Ramp::orange})
        for (size_t n = 1; n <= max_classes; ++n)
            for (const Color c : sequential_colors(n, ramp)) all.push_back(c);
    for (int i = 0; i <= 100; ++i)
        all.push_back(sequential_color(i / 100.0)), all.push_back(diverging_color(i / 100.0));
    for (const Color c : all) CHECK(contrast_ratio(ink_on(c), c) >= 4.1);
    for (const Color c : all) CHECK(c != no_data_ground.with_alpha(254));
    CHECK(contrast_ratio(no_data_ink, no_data_ground) >= 3);
}

TEST_CASE("ramps: continuous ends are the classed ends") {
    CHECK(distance(sequential_color(0), sequential_colors(5).front()) < 0.01);
    CHECK(distance(sequential_color(1), sequential_colors(5).back()) < 0.01);
    CHECK(distance(diverging_color(0.5), token::solid_gray_50) < 0.01);
}

TEST_CASE("pattern: more ink with every class, and no class has the hatch of missing data") {
    const Rect square{0, 0, 120, 120};
    for (size_t n = 2; n <= 8; ++n) {
        double before = -1;
        for (const Pattern pattern : sequential_patterns(n)) {
            CHECK(pattern != Pattern::no_data);
            std::vector<scene::Mark> marks;
            draw_pattern(marks, square, pattern, rgb(0));
            double ink = 0;
            for (const scene::Mark& mark : marks) {
                if (const auto* line = std::get_if<scene::PathMark>(&mark))
                    ink += static_cast<double>(length(line->points[1] - line->points[0]) * line->stroke_px);
                if (const auto* dot = std::get_if<scene::SymbolMark>(&mark))
                    ink += 3.14 * static_cast<double>(dot->radius_px * dot->radius_px);
            }
            CHECK(ink > before * 1.15);
            before = ink;
        }
    }
}

TEST_CASE("pattern: stays inside the shape, leaves holes free, and the clip is kept") {
    const std::vector<Ring> frame = {{{0, 0}, {60, 0}, {60, 60}, {0, 60}}, {{20, 20}, {40, 20}, {40, 40}, {20, 40}}};
    for (const Pattern pattern : {Pattern::lines, Pattern::cross, Pattern::dots, Pattern::no_data}) {
        std::vector<scene::Mark> marks;
        draw_pattern(marks, frame, {0, 0, 50, 60}, pattern, rgb(0), {3, 7});
        CHECK(marks.size() > 10);
        for (const scene::Mark& mark : marks) {
            std::vector<Vec2> points;
            if (const auto* line = std::get_if<scene::PathMark>(&mark))
                points = {line->points[0], line->points[1], (line->points[0] + line->points[1]) * 0.5f};
            if (const auto* dot = std::get_if<scene::SymbolMark>(&mark)) points = {dot->center};
            for (const Vec2 p : points) {
                CHECK(Rect{-0.1f, -0.1f, 50.2f, 60.2f}.contains(p));
                CHECK_FALSE(Rect{20.1f, 20.1f, 19.8f, 19.8f}.contains(p));
            }
        }
    }
}

TEST_CASE("pattern: areas of one class share their lines across the border, and SVG has them") {
    const MapMeshPtr mesh = test::small_country();
    MapPatterns map{*mesh, 0.5f, {200, 150}, {0, 0, 400, 400}, {Pattern::lines, Pattern::lines, Pattern::none}, {}};
    std::vector<scene::Mark> together, north, south;
    draw_patterns(together, map);
    map.patterns = {Pattern::lines, Pattern::none, Pattern::none};
    draw_patterns(north, map);
    map.patterns = {Pattern::none, Pattern::lines, Pattern::none};
    draw_patterns(south, map);
    CHECK(together.size() < north.size() + south.size() - 10);
    scene::Scene scene;
    scene.size = {400, 400};
    scene.layer(scene::Layer::document) = together;
    CHECK(exporting::to_svg(scene).find("<path d=\"M") != std::string::npos);
}

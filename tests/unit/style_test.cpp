// The palette's promises: seen on white, read on white, and told apart by every eye.
#include "ui/style.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <string>
#include <vector>

#include "chart/charts.h"

using namespace atlas;

namespace {

using Linear = std::array<double, 3>;
using Matrix = std::array<Linear, 3>;

/// IEC 61966-2-1.
Linear linear(Color c) {
    const auto channel = [](uint8_t byte) {
        const double v = byte / 255.0;
        return v <= 0.04045 ? v / 12.92 : std::pow((v + 0.055) / 1.055, 2.4);
    };
    return {channel(c.r), channel(c.g), channel(c.b)};
}

Linear multiply(const Matrix& m, const Linear& v) {
    Linear out{};
    for (size_t row = 0; row < 3; ++row) out[row] = m[row][0] * v[0] + m[row][1] * v[1] + m[row][2] * v[2];
    return out;
}

/// Björn Ottosson, "A perceptual color space for image processing", 2020 (https://bottosson.github.io/posts/oklab/).
Linear oklab(const Linear& rgb) {
    constexpr Matrix to_lms{{{0.4122214708, 0.5363325363, 0.0514459929},
                             {0.2119034982, 0.6806995451, 0.1073969566},
                             {0.0883024619, 0.2817188376, 0.6299787005}}};
    constexpr Matrix to_lab{{{0.2104542553, 0.7936177850, -0.0040720468},
                             {1.9779984951, -2.4285922050, 0.4505937099},
                             {0.0259040371, 0.7827717662, -0.8086757660}}};
    Linear lms = multiply(to_lms, rgb);
    for (double& v : lms) v = std::cbrt(v);
    return multiply(to_lab, lms);
}

/// Machado, Oliveira, Fernandes, "A Physiologically-based Model for Simulation of Color Vision Deficiency", IEEE TVCG 15(6),
/// 2009, tables for severity 1.0; they apply to linear RGB.
struct Eye {
    const char* name;
    Matrix matrix;
};
constexpr Eye eyes[] = {
    {"common", {{{1, 0, 0}, {0, 1, 0}, {0, 0, 1}}}},
    {"protan", {{{0.152286, 1.052583, -0.204868}, {0.114503, 0.786281, 0.099216}, {-0.003882, -0.048116, 1.051998}}}},
    {"deutan", {{{0.367322, 0.860646, -0.227968}, {0.280085, 0.672501, 0.047413}, {-0.011820, 0.042940, 0.968881}}}},
    {"tritan", {{{1.255528, -0.076749, -0.178779}, {-0.078411, 0.930809, 0.147602}, {0.004733, 0.691367, 0.303900}}}},
};

double distance(const Eye& eye, Color a, Color b) {
    const auto seen = [&](Color c) {
        Linear v = multiply(eye.matrix, linear(c));
        for (double& channel : v) channel = std::clamp(channel, 0.0, 1.0);
        return oklab(v);
    };
    const Linear x = seen(a), y = seen(b);
    return std::hypot(x[0] - y[0], x[1] - y[1], x[2] - y[2]);
}

const std::vector<std::string> pillars = {"1", "2", "3", "4", "5"};
constexpr model::Status statuses[] = {model::Status::achieved, model::Status::on_course, model::Status::accelerate,
                                      model::Status::behind,   model::Status::reversing, model::Status::not_judged};

}  // namespace

TEST_SUITE("palette") {
    TEST_CASE("the formulas agree with published values") {
        const Linear white = oklab({1, 1, 1}), red = oklab({1, 0, 0});
        CHECK(white[0] == doctest::Approx(1).epsilon(1e-4));
        CHECK(std::abs(white[1]) < 1e-4);
        CHECK(red[0] == doctest::Approx(0.628).epsilon(1e-3));
        CHECK(red[1] == doctest::Approx(0.2249).epsilon(1e-3));
        for (const Eye& eye : eyes)  // grey stays grey for everybody
            CHECK(distance(eye, rgb(0xFFFFFF), rgb(0x808080)) ==
                  doctest::Approx(distance(eyes[0], rgb(0xFFFFFF), rgb(0x808080))).epsilon(0.001));
    }
    TEST_CASE("pillar marks keep 3:1 and pillar words 4.5:1, on white and on their own pale ground") {
        for (const std::string& pillar : pillars) {
            CAPTURE(pillar);
            const ui::PillarStyle style = ui::pillar_style(pillar);
            CHECK(contrast_ratio(style.color, ui::ink::ground) >= 3);
            CHECK(contrast_ratio(style.text_color, ui::ink::ground) >= 4.5);
            CHECK(contrast_ratio(style.text_color, style.ground) >= 4.5);
        }
    }
    TEST_CASE("the number inside a pillar's mark is bold and large enough for 3:1") {
        for (const std::string& pillar : pillars) {
            CAPTURE(pillar);
            CHECK(contrast_ratio(ui::pillar_style(pillar).color, ui::ink::on_dark) >= 3);
        }
    }
    TEST_CASE("pillar colours stay 0.10 apart in OKLab for common, protan, deutan and tritan eyes") {
        for (const Eye& eye : eyes)
            for (size_t a = 0; a < pillars.size(); ++a)
                for (size_t b = a + 1; b < pillars.size(); ++b) {
                    CAPTURE(eye.name);
                    CAPTURE(pillars[a]);
                    CAPTURE(pillars[b]);
                    CHECK(distance(eye, ui::pillar_style(pillars[a]).color, ui::pillar_style(pillars[b]).color) >=
                          0.10);
                }
    }
    TEST_CASE("pillars differ in shape too: colour never stands alone") {
        for (size_t a = 0; a < pillars.size(); ++a)
            for (size_t b = a + 1; b < pillars.size(); ++b)
                CHECK(ui::pillar_style(pillars[a]).shape != ui::pillar_style(pillars[b]).shape);
    }
    TEST_CASE("what is no pillar gets a neutral grey") {
        for (const char* pillar : {"", "0", "6", "10", "一"}) {
            const ui::PillarStyle style = ui::pillar_style(pillar);
            CHECK(style.color.r == style.color.g);
            CHECK(style.color.g == style.color.b);
        }
    }
    TEST_CASE("inks: words 4.5:1, field outlines 3:1, on white and on the second ground") {
        for (const Color ground : {ui::ink::ground, ui::ink::ground_second, ui::ink::tint}) {
            CHECK(contrast_ratio(ui::ink::text, ground) >= 4.5);
            CHECK(contrast_ratio(ui::ink::soft, ground) >= 4.5);
            CHECK(contrast_ratio(ui::ink::link, ground) >= 4.5);
            CHECK(contrast_ratio(ui::ink::link_hover, ground) >= 4.5);
            CHECK(contrast_ratio(ui::ink::error, ground) >= 4.5);
            CHECK(contrast_ratio(ui::ink::field, ground) >= 3);
        }
        CHECK(contrast_ratio(ui::ink::on_dark, ui::ink::link) >= 4.5);
    }
    TEST_CASE("the focus ring shows on any ground: its two colours contrast with each other") {
        CHECK(contrast_ratio(ui::ink::focus_outer, ui::ink::focus_inner) >= 3);
        CHECK(contrast_ratio(ui::ink::focus_outer, ui::ink::ground) >= 3);
    }
    TEST_CASE("states of a KPI: marks 3:1, words 4.5:1 on white, an icon of its own each") {
        for (const model::Status status : statuses) {
            const chart::StatusStyle style = chart::status_style(status);
            CAPTURE(static_cast<int>(status));
            CHECK(contrast_ratio(style.color, ui::ink::ground) >= 3);
            CHECK(contrast_ratio(style.text_color, ui::ink::ground) >= 4.5);
            for (const model::Status other : statuses)
                if (other != status) CHECK(chart::status_style(other).icon != style.icon);
        }
    }
    TEST_CASE("the type scale: body 16 px, nothing below 14 px, targets 44 px") {
        CHECK(ui::size::body == 16);
        CHECK(ui::size::note >= 14);
        CHECK(ui::target_px >= 44);
        CHECK(ui::style::body.line_px() >= 1.5f * ui::style::body.size_px);
    }
}

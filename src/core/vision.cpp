#include "core/vision.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace atlas {
namespace {

using Vec3 = std::array<double, 3>;
using Mat3 = std::array<Vec3, 3>;

Vec3 times(const Mat3& m, const Vec3& v) {
    Vec3 out{};
    for (size_t i = 0; i < 3; ++i) out[i] = m[i][0] * v[0] + m[i][1] * v[1] + m[i][2] * v[2];
    return out;
}

double to_linear(uint8_t byte) {
    const double v = byte / 255.0;
    return v <= 0.04045 ? v / 12.92 : std::pow((v + 0.055) / 1.055, 2.4);
}

uint8_t to_byte(double linear) {
    const double v = std::clamp(linear, 0.0, 1.0);
    const double encoded = v <= 0.0031308 ? v * 12.92 : 1.055 * std::pow(v, 1 / 2.4) - 0.055;
    return static_cast<uint8_t>(std::lround(encoded * 255));
}

Vec3 linear(Color c) { return {to_linear(c.r), to_linear(c.g), to_linear(c.b)}; }

// Machado et al. 2009, severity 1.0.
constexpr Mat3 protanopia{
    {{0.152286, 1.052583, -0.204868}, {0.114503, 0.786281, 0.099216}, {-0.003882, -0.048116, 1.051998}}};
constexpr Mat3 deuteranopia{
    {{0.367322, 0.860646, -0.227968}, {0.280085, 0.672501, 0.047413}, {-0.011820, 0.042940, 0.968881}}};
constexpr Mat3 tritanopia{
    {{1.255528, -0.076749, -0.178779}, {-0.078411, 0.930809, 0.147602}, {0.004733, 0.691367, 0.303900}}};
constexpr Mat3 luminance{{{0.2126, 0.7152, 0.0722}, {0.2126, 0.7152, 0.0722}, {0.2126, 0.7152, 0.0722}}};

constexpr Mat3 rgb_to_cones{{{0.4122214708, 0.5363325363, 0.0514459929},
                             {0.2119034982, 0.6806995451, 0.1073969566},
                             {0.0883024619, 0.2817188376, 0.6299787005}}};
constexpr Mat3 cones_to_lab{{{0.2104542553, 0.7936177850, -0.0040720468},
                             {1.9779984951, -2.4285922050, 0.4505937099},
                             {0.0259040371, 0.7827717662, -0.8086757660}}};
constexpr Mat3 lab_to_cones{
    {{1, 0.3963377774, 0.2158037573}, {1, -0.1055613458, -0.0638541728}, {1, -0.0894841775, -1.2914855480}}};
constexpr Mat3 cones_to_rgb{{{4.0767416621, -3.3077115913, 0.2309699292},
                             {-1.2684380046, 2.6097574011, -0.3413193965},
                             {-0.0041960863, -0.7034186147, 1.7076147010}}};

}  // namespace

Color as_seen(Color color, Vision vision) {
    if (vision == Vision::normal) return color;
    const Mat3& m = vision == Vision::protan   ? protanopia
                    : vision == Vision::deutan ? deuteranopia
                    : vision == Vision::tritan ? tritanopia
                                               : luminance;
    const Vec3 seen = times(m, linear(color));
    return {to_byte(seen[0]), to_byte(seen[1]), to_byte(seen[2]), color.a};
}

Oklab to_oklab(Color color) {
    Vec3 cones = times(rgb_to_cones, linear(color));
    for (double& v : cones) v = std::cbrt(v);
    const Vec3 lab = times(cones_to_lab, cones);
    return {lab[0], lab[1], lab[2]};
}

Color from_oklab(Oklab lab) {
    Vec3 cones = times(lab_to_cones, {lab.l, lab.a, lab.b});
    for (double& v : cones) v = v * v * v;
    const Vec3 out = times(cones_to_rgb, cones);
    return {to_byte(out[0]), to_byte(out[1]), to_byte(out[2]), 255};
}

double distance(Color a, Color b) {
    const Oklab p = to_oklab(a), q = to_oklab(b);
    return std::sqrt((p.l - q.l) * (p.l - q.l) + (p.a - q.a) * (p.a - q.a) + (p.b - q.b) * (p.b - q.b));
}

double distance(Color a, Color b, Vision vision) { return distance(as_seen(a, vision), as_seen(b, vision)); }

}  // namespace atlas

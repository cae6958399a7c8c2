#include "core/color.h"

#include <cmath>

namespace atlas {

Color mix(Color a, Color b, float t) {
    const auto channel = [t](uint8_t from, uint8_t to) {
        const float value = static_cast<float>(from) + (static_cast<float>(to) - static_cast<float>(from)) * t;
        return static_cast<uint8_t>(std::lround(value));
    };
    return {channel(a.r, b.r), channel(a.g, b.g), channel(a.b, b.b), channel(a.a, b.a)};
}

static double relative_luminance(Color c) {
    const auto linear = [](uint8_t byte) {
        const double v = byte / 255.0;
        return v <= 0.04045 ? v / 12.92 : std::pow((v + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(c.r) + 0.7152 * linear(c.g) + 0.0722 * linear(c.b);
}

double contrast_ratio(Color a, Color b) {
    const double la = relative_luminance(a), lb = relative_luminance(b);
    return la > lb ? (la + 0.05) / (lb + 0.05) : (lb + 0.05) / (la + 0.05);
}

}  // namespace atlas

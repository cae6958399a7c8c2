#include "scene/appearance.h"

#include <algorithm>
#include <cmath>
#include <unordered_map>

namespace atlas::scene {
namespace {

constexpr Color white = rgb(0xFFFFFF);

struct Light {
    double r, g, b;
    double luminance() const { return 0.2126 * r + 0.7152 * g + 0.0722 * b; }
    double most() const { return std::max({r, g, b}); }
};

Light light_of(Color c) {
    const auto linear = [](uint8_t byte) {
        const double v = byte / 255.0;
        return v <= 0.04045 ? v / 12.92 : std::pow((v + 0.055) / 1.055, 2.4);
    };
    return {linear(c.r), linear(c.g), linear(c.b)};
}

/// The hue at another luminance, 0 … 1: stronger or weaker light of the same colour, and with white where the screen has no more of it.
Color lit(Color color, double luminance) {
    Light light = light_of(color);
    const double now = light.luminance();
    const double most = now > 0 ? now / light.most() : 0;  // luminance at full strength
    const double k = now > 0 ? std::min(luminance, most) / now : 0;
    light = {light.r * k, light.g * k, light.b * k};
    const double paler = luminance > light.luminance() && light.luminance() < 1
                             ? (luminance - light.luminance()) / (1 - light.luminance())
                             : 0;
    const auto byte = [paler](double v) {
        v += (1 - v) * paler;
        const double s = v <= 0.0031308 ? v * 12.92 : 1.055 * std::pow(v, 1 / 2.4) - 0.055;
        return static_cast<uint8_t>(std::lround(std::clamp(s, 0.0, 1.0) * 255));
    };
    return {byte(light.r), byte(light.g), byte(light.b), color.a};
}

/// A few dozen colours make a page.
class Recolouring {
public:
    explicit Recolouring(const Appearance& appearance) : appearance_(appearance) {}

    void ground(Color& color) { turn(color, false); }
    void line(Color& color) { turn(color, appearance_.more_contrast); }

private:
    void turn(Color& color, bool stronger) {
        if (!color.visible()) return;
        const uint64_t key = uint64_t{stronger} << 32 | uint64_t{color.r} << 24 | uint64_t{color.g} << 16 |
                             uint64_t{color.b} << 8 | color.a;
        const auto [at, is_new] = known_.try_emplace(key);
        if (is_new) {
            at->second = stronger ? with_more_contrast(color) : color;
            if (appearance_.dark) at->second = on_dark_ground(at->second);
        }
        color = at->second;
    }

    const Appearance& appearance_;
    std::unordered_map<uint64_t, Color> known_;
};

struct Recolour {
    Recolouring& to;
    void operator()(RectMark& mark) const {
        constexpr float line_px = 4;  // a rectangle as thin as this is one
        std::min(mark.rect.w, mark.rect.h) <= line_px ? to.line(mark.fill) : to.ground(mark.fill);
        to.line(mark.stroke);
    }
    void operator()(TextMark& mark) const { to.line(mark.color), to.ground(mark.halo); }
    void operator()(PathMark& mark) const { to.ground(mark.fill), to.line(mark.stroke); }
    void operator()(SymbolMark& mark) const { to.ground(mark.fill), to.line(mark.stroke); }
    void operator()(MapMark& mark) const {
        for (Color& fill : mark.fills) to.ground(fill);
        to.ground(mark.border), to.line(mark.coast), to.ground(mark.outer);
        to.line(mark.emphasis), to.ground(mark.emphasis_halo);
    }
    void operator()(ClipMark&) const {}
    void operator()(ClipEnd&) const {}
};

}  // namespace

Color on_dark_ground(Color color) {
    const double ground = light_of(dark_ground).luminance();
    return lit(color, std::min(1.0, (ground + 0.05) * contrast_ratio(color, white) - 0.05));
}

Color with_more_contrast(Color color) {
    constexpr double most = 21, power = 1.4;
    return lit(color, 1.05 / std::min(most, std::pow(contrast_ratio(color, white), power)) - 0.05);
}

void apply(Scene& scene, const Appearance& appearance) {
    if (!appearance.changes()) return;
    Recolouring recolouring(appearance);
    const Recolour recolour{recolouring};
    recolouring.ground(scene.ground);
    for (const Layer layer : all_layers) {
        std::vector<Mark>& marks = scene.layer(layer);
        std::vector<bool> kept(marks.size());
        for (const Scene::Part& part : scene.parts)
            for (size_t i = 0; part.keeps_colours && part.layer == layer && i < part.count; ++i)
                kept[part.first + i] = true;
        for (size_t i = 0; i < marks.size(); ++i)
            if (!kept[i]) std::visit(recolour, marks[i]);
    }
}

}  // namespace atlas::scene

#include "paint/bitmaps.h"

#include <algorithm>
#include <cmath>
#include <cstddef>

#include "scene/symbol.h"

namespace atlas::paint {
namespace {

constexpr int samples = 8;  // a pixel, each way

/// Is `p` in the convex polygon, whose corners go round clockwise on the screen?
bool is_inside(const std::vector<Vec2>& corners, Vec2 p) {
    for (size_t i = 0; i < corners.size(); ++i) {
        const Vec2 a = corners[i], b = corners[(i + 1) % corners.size()];
        if ((b.x - a.x) * (p.y - a.y) - (b.y - a.y) * (p.x - a.x) < 0) return false;
    }
    return true;
}

/// 0 … 255 of the pixel whose upper left corner is `at`, from the shape's centre.
uint8_t coverage(const std::vector<Vec2>& corners, float radius_px, Vec2 at) {
    int inside = 0;
    for (int y = 0; y < samples; ++y)
        for (int x = 0; x < samples; ++x) {
            const Vec2 p = at + Vec2{static_cast<float>(x) + 0.5f, static_cast<float>(y) + 0.5f} * (1.f / samples);
            inside += corners.empty() ? p.x * p.x + p.y * p.y < radius_px * radius_px : is_inside(corners, p);
        }
    return static_cast<uint8_t>((inside * 255 + samples * samples / 2) / (samples * samples));
}

}  // namespace

GlyphBitmap symbol_bitmap(scene::Shape shape, float radius_px, float phase_x, float phase_y) {
    scene::SymbolMark mark;
    mark.shape = shape, mark.radius_px = radius_px;
    const std::vector<Vec2> corners = scene::symbol_outline(mark);
    float reach = radius_px;
    for (const Vec2 c : corners) reach = std::max({reach, std::abs(c.x), std::abs(c.y)});
    const int half = static_cast<int>(std::ceil(reach)) + 1;
    GlyphBitmap out;
    out.width_px = out.height_px = 2 * half + 1, out.left_px = out.top_px = -half;
    out.coverage.reserve(static_cast<size_t>(out.width_px) * static_cast<size_t>(out.height_px));
    for (int y = -half; y <= half; ++y)
        for (int x = -half; x <= half; ++x)
            out.coverage.push_back(
                coverage(corners, radius_px, {static_cast<float>(x) - phase_x, static_cast<float>(y) - phase_y}));
    return out;
}

GlyphBitmap halo_bitmap(const GlyphBitmap& letter, float radius_px) {
    GlyphBitmap out;
    if (letter.width_px <= 0 || letter.height_px <= 0) return out;
    const int reach = static_cast<int>(std::ceil(radius_px));
    out.width_px = letter.width_px + 2 * reach, out.height_px = letter.height_px + 2 * reach;
    out.left_px = letter.left_px - reach, out.top_px = letter.top_px - reach;
    out.coverage.resize(static_cast<size_t>(out.width_px) * static_cast<size_t>(out.height_px));
    for (int dy = -reach; dy <= reach; ++dy)
        for (int dx = -reach; dx <= reach; ++dx) {
            const float distance = std::sqrt(static_cast<float>(dx * dx + dy * dy));
            const float share = std::clamp(radius_px + 0.5f - distance, 0.f, 1.f);
            if (share <= 0) continue;
            for (int y = 0; y < letter.height_px; ++y) {
                const uint8_t* ink = letter.coverage.data() + static_cast<ptrdiff_t>(y) * letter.width_px;
                uint8_t* there =
                    out.coverage.data() + static_cast<ptrdiff_t>(y + dy + reach) * out.width_px + dx + reach;
                for (int x = 0; x < letter.width_px; ++x)
                    there[x] = std::max(there[x], static_cast<uint8_t>(static_cast<float>(ink[x]) * share));
            }
        }
    return out;
}

}  // namespace atlas::paint

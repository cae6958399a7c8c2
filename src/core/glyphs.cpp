#include "core/glyphs.h"

namespace atlas {

float GlyphMeasure::advance_px(char32_t code_point, Font font) const {
    const uint32_t key = static_cast<uint32_t>(code_point) * 2 + (font.weight == Weight::bold ? 1 : 0);
    const auto [it, is_new] = cache_.try_emplace(key, 0.f);
    if (is_new) it->second = source_.advance_em(code_point, font.weight);
    return it->second * font.size_px;
}

}  // namespace atlas

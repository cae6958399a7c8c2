#include "core/font.h"

#include "core/strings.h"

namespace atlas {

float TextMeasure::width_px(std::string_view utf8, Font font) const {
    float width = 0;
    for (size_t pos = 0; pos < utf8.size();) width += advance_px(next_code_point(utf8, pos), font);
    return width;
}

float FixedMeasure::advance_px(char32_t cp, Font font) const {
    const bool narrow = cp < 0x2000 || (cp >= 0xFF61 && cp <= 0xFF9F);
    return font.size_px * (narrow ? 0.5f : 1.f);
}

}  // namespace atlas

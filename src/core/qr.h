// A text as a QR code (JIS X 0510, ISO/IEC 18004), made by libqrencode. Error correction M: 15 % of it may be unreadable.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "core/geometry.h"

namespace atlas {

struct QrCode {
    int modules = 0;         ///< squares on each side, without the quiet zone
    std::vector<bool> dark;  ///< rows from above, modules × modules

    size_t index(int x, int y) const {
        return static_cast<size_t>(y) * static_cast<size_t>(modules) + static_cast<size_t>(x);
    }
    bool at(int x, int y) const { return dark[index(x, y)]; }
};

/// White modules that a reader needs around the code.
inline constexpr int qr_quiet_modules = 4;

/// The smallest code that holds the text as UTF-8 bytes; none of an empty text and of one that is longer than any code holds
/// (2,331 bytes).
std::optional<QrCode> qr_of(const std::string& text);

/// The dark modules as few rectangles, in modules from the upper left corner. They may overlap.
std::vector<Rect> qr_rectangles(const QrCode& code);

}  // namespace atlas

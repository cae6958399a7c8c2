#include "core/qr.h"

#include <qrencode.h>

#include <memory>

namespace atlas {

std::optional<QrCode> qr_of(const std::string& text) {
    if (text.empty() || text.find('\0') != std::string::npos) return {};
    const std::unique_ptr<QRcode, void (*)(QRcode*)> made(QRcode_encodeString8bit(text.c_str(), 0, QR_ECLEVEL_M),
                                                          &QRcode_free);
    if (!made) return {};
    QrCode code;
    code.modules = made->width;
    const auto count = static_cast<size_t>(made->width) * static_cast<size_t>(made->width);
    code.dark.resize(count);
    // Of libqrencode's bits of a module the lowest says black.
    for (size_t i = 0; i < count; ++i) code.dark[i] = (made->data[i] & 1) != 0;
    return code;
}

std::vector<Rect> qr_rectangles(const QrCode& code) {
    std::vector<Rect> rectangles;
    std::vector<bool> covered(code.dark.size());
    const auto all_dark = [&](int x, int y, int w) {
        for (int i = 0; i < w; ++i)
            if (!code.at(x + i, y)) return false;
        return true;
    };
    for (int y = 0; y < code.modules; ++y)
        for (int x = 0; x < code.modules; ++x) {
            if (!code.at(x, y) || covered[code.index(x, y)]) continue;
            int w = 1, h = 1;
            while (x + w < code.modules && code.at(x + w, y)) ++w;
            while (y + h < code.modules && all_dark(x, y + h, w)) ++h;
            // Where the row above has taken a part of the run, a column may reach further down.
            int tall = 1;
            while (y + tall < code.modules && code.at(x, y + tall)) ++tall;
            if (tall > w * h) w = 1, h = tall;
            for (int row = 0; row < h; ++row)
                for (int column = 0; column < w; ++column) covered[code.index(x + column, y + row)] = true;
            rectangles.push_back(
                {static_cast<float>(x), static_cast<float>(y), static_cast<float>(w), static_cast<float>(h)});
        }
    return rectangles;
}

}  // namespace atlas

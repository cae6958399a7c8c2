// A QR code: the way from a projector, a kiosk or a print to the visitor's own phone.
#pragma once
#include <string>

#include "ui/ui.h"

namespace atlas::ui {

/// The code of `address` in the middle of `rect`, on white with its quiet zone, in light and dark schemes alike: not every reader takes
/// an inverted one. One image for who hears the page: its name says the address, its description that it opens `opens` (may
/// be empty). Modules are whole pixels, so that their edges are sharp. An address that is too long for a code, or a `rect` that is
/// too small for one, gives the address in words.
void qr_code(Ui& ui, Rect rect, const std::string& address, std::string_view opens, std::string id = "qr");

}  // namespace atlas::ui

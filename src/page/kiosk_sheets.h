// Parts of a kiosk's screen that fill it or lie over it; see page/kiosk.h.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "page/kiosk.h"

namespace atlas::page {

/// A button's action, which only the kiosk takes.
Action kiosk_do(const char* target, std::string_view with = {});
std::vector<std::string> letters_of(std::string_view text);

/// The first page (large tiles) or the 47 prefectures, in `room`.
void draw_kiosk_start(ui::Ui& ui, const Data& data, const KioskView& view, Rect room);
/// Warning, address, code or the staff's menu, over everything.
void draw_kiosk_sheet(ui::Ui& ui, const KioskView& view, Vec2 window);

}  // namespace atlas::page

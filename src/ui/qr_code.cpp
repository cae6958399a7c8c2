#include "ui/qr_code.h"

#include <algorithm>
#include <cmath>
#include <optional>

#include "core/qr.h"

namespace atlas::ui {

namespace {

constexpr Color module_dark = rgb(0x000000), module_light = rgb(0xFFFFFF);

void draw_words(Ui& ui, Rect rect, const std::string& address, const std::string& id) {
    const float top = rect.y + paragraph(ui, {rect.x, rect.y}, rect.w, ui.words(Word::qr_too_long), style::note);
    paragraph(ui, {rect.x, top}, rect.w, address, style::note, id);
}

}  // namespace

void qr_code(Ui& ui, Rect rect, const std::string& address, std::string_view opens, std::string id) {
    const std::optional<QrCode> code = qr_of(address);
    const int across = code ? code->modules + 2 * qr_quiet_modules : 1;
    const float module_px = std::floor(std::min(rect.w, rect.h) / static_cast<float>(across));
    if (!code || module_px < 1) return draw_words(ui, rect, address, id);

    const float side = module_px * static_cast<float>(across);
    const Rect tile{std::round(rect.center().x - side / 2), std::round(rect.center().y - side / 2), side, side};
    const Ui::Part part(ui, id, true);
    ui.rect(tile, module_light);
    const Vec2 first = Vec2{tile.x, tile.y} + Vec2{1, 1} * (module_px * qr_quiet_modules);
    for (const Rect& dark : qr_rectangles(*code))
        ui.rect({first.x + dark.x * module_px, first.y + dark.y * module_px, dark.w * module_px, dark.h * module_px},
                module_dark);
    scene::Node node;
    node.id = std::move(id), node.role = scene::Role::image, node.rect = tile;
    node.name = ui.words(Word::qr_name, {{"address", address}});
    if (!opens.empty()) node.description = ui.words(Word::qr_opens, {{"name", opens}});
    ui.add(std::move(node));
}

}  // namespace atlas::ui

#include "chart/bullet_row.h"

#include <algorithm>

#include "text/text.h"

namespace atlas::chart {

using scene::Node;
using scene::Role;
using ui::Ui;
namespace style = ui::style;

namespace {

constexpr float wide_px = 880, gap_px = 24, line_px = 22;
constexpr ui::TextStyle name_style{ui::size::body, Weight::bold, ui::ink::text, 1.45f};
constexpr ui::TextStyle small{ui::size::note, Weight::regular, ui::ink::soft, 1.5f};

struct Columns {
    float name = 0, bar = 0, latest = 0, status = 0;  ///< widths; stacked: all the same
    bool wide = false;
};

Columns columns_of(const Ui& ui, const BulletRow& row, float width_px) {
    Columns c;
    c.wide = width_px >= wide_px;
    if (!c.wide) {
        c.name = c.bar = c.latest = width_px;
        return c;
    }
    c.status = 196, c.name = std::min(320.f, width_px * 0.27f), c.latest = 196;
    c.bar = width_px - c.name - c.latest - c.status - 3 * gap_px;
    (void)ui, (void)row;
    return c;
}

/// Baseline on the left, target on the right, below the bar: its two ends.
void draw_ends(Ui& ui, Rect bar, const BulletRow& row) {
    const float right = ui.width(row.target, small), room = bar.w - 16 - right - 12;
    if (room > 40)
        ui.glyphs({bar.x, bar.bottom() + 15}, text::ellipsize(row.baseline, small.font(), ui.measure, room), small);
    ui.glyphs({bar.right() - 16, bar.bottom() + 15}, row.target, small, ui::Align::right);
}

}  // namespace

float bullet_row_height(const Ui& ui, const BulletRow& row, float width_px) {
    const Columns c = columns_of(ui, row, width_px);
    const float name_h = ui.height(row.name, name_style, c.name, 2);
    const float bar_h = 24 + (row.progress->share ? line_px : 0);
    if (c.wide) return std::max({name_h, bar_h, 2 * line_px}) + 24;
    return name_h + 4 + bar_h + 4 + (row.latest.empty() ? 0 : line_px) + 30 + 16;
}

float bullet_row(Ui& ui, Vec2 at, float width_px, const BulletRow& row) {
    const Columns c = columns_of(ui, row, width_px);
    const float h = bullet_row_height(ui, row, width_px);
    const std::string id(row.id);
    Node item;
    item.id = id + ":item", item.role = Role::listitem, item.rect = {at.x, at.y, width_px, h};
    Ui::Scope scope(ui, std::move(item));
    const bool pointed = ui.hovered(row.id);
    if (pointed) ui.rect({at.x - 8, at.y, width_px + 16, h}, ui::ink::tint, 4);
    const float y = at.y + 12;
    const float name_h = ui.glyph_block({at.x, y}, c.name, row.name,
                                        pointed ? ui::with_color(name_style, ui::ink::link) : name_style, 2);
    Node link;
    link.id = id, link.role = Role::link, link.name = row.name, link.href = row.href,
    link.rect = {at.x, at.y, width_px, h};
    link.action = go(std::string(row.href));
    ui.region(link.rect, id, link.action);
    ui.add(std::move(link));
    const float bar_y = c.wide ? y : y + name_h + 4, bar_x = c.wide ? at.x + c.name + gap_px : at.x;
    bullet_bar(ui, id + ":bar", {bar_x, bar_y, c.bar, 24}, *row.kpi, *row.progress);
    float bottom = bar_y + 24;
    if (row.progress->share) draw_ends(ui, {bar_x, bar_y, c.bar, 24}, row), bottom += line_px;
    const float latest_x = c.wide ? bar_x + c.bar + gap_px : at.x, latest_y = c.wide ? y : bottom + 4;
    if (!row.latest.empty())
        ui::label(ui, {latest_x, latest_y + 16},
                  text::ellipsize(row.latest, style::note_bold.font(), ui.measure, c.latest), style::note_bold,
                  ui::Align::left, id + ":latest");
    status_label(ui,
                 {c.wide ? latest_x + c.latest + gap_px : at.x,
                  (c.wide ? y : latest_y + (row.latest.empty() ? 0 : line_px) + 4) + 17},
                 c.wide ? c.status : width_px, *row.progress, id + ":status");
    ui.hline(at.x, at.x + width_px, at.y + h - 1, token::solid_gray_200);
    return h;
}

}  // namespace atlas::chart

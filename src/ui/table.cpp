#include "text/text.h"
#include "ui/controls.h"

namespace atlas::ui {
namespace {

using scene::Node;
using scene::Role;

constexpr float cell_pad_x = 8, cell_pad_y = 8;

std::vector<float> column_widths(const TableSpec& spec, float width_px) {
    float fixed = 0;
    int flexible = 0;
    for (const TableColumn& column : spec.columns)
        column.width_px > 0 ? fixed += column.width_px : static_cast<float>(++flexible);
    std::vector<float> widths;
    const float share = flexible ? std::max(40.f, (width_px - fixed) / static_cast<float>(flexible)) : 0;
    for (const TableColumn& column : spec.columns) widths.push_back(column.width_px > 0 ? column.width_px : share);
    return widths;
}

/// One row of cells; returns its height.
float draw_row(Ui& ui, const TableSpec& spec, const std::vector<float>& widths, Vec2 at,
               const std::vector<std::string>& cells, bool is_header, const std::string& id) {
    const TextStyle base = is_header ? style::note_bold : with_color(style::note, ink::text);
    float h = 0;
    const auto style_of = [&](size_t column) {
        return !is_header && column == 0 && spec.first_column_is_header ? style::note_bold : base;
    };
    for (size_t i = 0; i < cells.size() && i < widths.size(); ++i)
        h = std::max(h, ui.height(cells[i], style_of(i), widths[i] - 2 * cell_pad_x) + 2 * cell_pad_y);
    Node row;
    row.id = id, row.role = Role::row;
    Ui::Scope scope(ui, std::move(row));
    float x = at.x;
    for (size_t i = 0; i < cells.size() && i < widths.size(); ++i) {
        const bool row_header = !is_header && i == 0 && spec.first_column_is_header;
        const TextStyle cell_style = style_of(i);
        const float inner = widths[i] - 2 * cell_pad_x;
        float y = at.y + cell_pad_y;
        for (const text::Line& line : text::break_lines(cells[i], cell_style.font(), ui.measure, inner)) {
            const float line_x = spec.columns[i].align == Align::right    ? x + widths[i] - cell_pad_x
                                 : spec.columns[i].align == Align::center ? x + widths[i] / 2
                                                                          : x + cell_pad_x;
            const bool at_left = spec.columns[i].align == Align::left;
            ui.glyphs({line_x + (at_left ? Ui::bracket_px(line.text, cell_style) : 0), Ui::baseline(y, cell_style)},
                      line.text, cell_style, spec.columns[i].align);
            y += cell_style.line_px();
        }
        Node cell;
        cell.id = id + "/" + std::to_string(i), cell.name = cells[i], cell.rect = {x, at.y, widths[i], h};
        cell.role = is_header ? Role::columnheader : row_header ? Role::rowheader : Role::cell;
        ui.add(std::move(cell));
        x += widths[i];
    }
    return h;
}

}  // namespace

float table(Ui& ui, Vec2 at, float width_px, const TableSpec& spec) {
    const std::vector<float> widths = column_widths(spec, width_px);
    Node node;
    node.id = spec.id, node.role = Role::table, node.name = spec.caption;
    Ui::Scope scope(ui, std::move(node));
    std::vector<std::string> headers;
    for (const TableColumn& column : spec.columns) headers.push_back(column.header);
    float y = at.y;
    y += draw_row(ui, spec, widths, {at.x, y}, headers, true, spec.id + ":head");
    ui.rect({at.x, y - 2, width_px, 2}, ink::text);
    for (size_t r = 0; r < spec.rows.size(); ++r) {
        y += draw_row(ui, spec, widths, {at.x, y}, spec.rows[r], false, spec.id + ":" + std::to_string(r));
        ui.hline(at.x, at.x + width_px, y - 1);
    }
    return y - at.y;
}

}  // namespace atlas::ui

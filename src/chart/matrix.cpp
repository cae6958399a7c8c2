#include "chart/matrix.h"

#include <algorithm>
#include <cmath>

#include "ui/controls.h"

namespace atlas::chart {

using ui::Align;
using ui::Ui;
namespace style = ui::style;

namespace {

constexpr float least_cell_px = 60, most_cell_px = 112, row_px = 52, most_radius_px = 22;
constexpr ui::TextStyle head_style{ui::size::note, Weight::regular, ui::ink::text, 1.4f};

int largest(const MatrixOptions& options) {
    int most = 0;
    for (const auto& row : options.counts)
        for (const int count : row) most = std::max(most, count);
    return most;
}

std::string count_text(const MatrixOptions& options, int count) {
    return fill(options.words->count, {{"count", std::to_string(count)}});
}

std::string cell_name(const MatrixOptions& options, size_t r, size_t c) {
    return fill(
        options.words->cell,
        {{"row", options.rows[r]}, {"column", options.columns[c]}, {"count", std::to_string(options.counts[r][c])}});
}

const std::string& href_of(const MatrixOptions& options, size_t r, size_t c) {
    static const std::string none;
    return r < options.hrefs.size() && c < options.hrefs[r].size() ? options.hrefs[r][c] : none;
}

void draw_cell(Ui& ui, const MatrixOptions& options, size_t r, size_t c, Rect cell, int most) {
    const int count = options.counts[r][c];
    if (count == 0) {
        ui.rect({cell.center().x - 1.5f, cell.center().y - 1.5f, 3, 3}, token::solid_gray_200);
        return;
    }
    const std::string id = options.text.id + ":" + std::to_string(r) + ":" + std::to_string(c);
    const float radius =
        std::max(5.f, most_radius_px * std::sqrt(static_cast<float>(count) / static_cast<float>(std::max(1, most))));
    const Color color =
        options.row_pillars.empty() ? token::blue_900 : ui::pillar_style(options.row_pillars[r]).text_color;
    const bool pointed = is_pointed(ui, id);
    ui.symbol(cell.center(), radius, scene::Shape::circle, color);
    if (pointed) ui.symbol(cell.center(), radius + 4, scene::Shape::circle, transparent, ui::ink::text, 2);
    const std::string number = std::to_string(count);
    if (ui.width(number, style::note_bold) + 6 <= 2 * radius)
        ui.glyphs({cell.center().x, cell.center().y + 5}, number, ui::with_color(style::note_bold, ui::ink::on_dark),
                  Align::center);
    else
        ui.glyphs({cell.center().x + radius + 4, cell.center().y + 5}, number, style::note_bold);
    add_mark(ui, id, cell_name(options, r, c), "", cell.grown(-2), href_of(options, r, c));
    const std::string& href = href_of(options, r, c);
    ui.region(cell, id, href.empty() ? Action{} : go(href), href.empty() ? scene::Cursor::arrow : scene::Cursor::hand);
}

float draw_grid(Ui& ui, Vec2 at, const MatrixOptions& options, float label_px, float cell_px) {
    const int most = largest(options);
    float head_px = 0;
    for (const std::string& column : options.columns)
        head_px = std::max(head_px, ui.height(column, head_style, cell_px - 8));
    for (size_t c = 0; c < options.columns.size(); ++c) {
        const float x = at.x + label_px + cell_px * static_cast<float>(c);
        const float h = ui.height(options.columns[c], head_style, cell_px - 8);
        // Heads stand on the first row, their lines centred over the circles.
        const float w = std::min(cell_px - 8, ui.width(options.columns[c], head_style));
        ui.glyph_block({x + (cell_px - w) / 2, at.y + head_px - h}, cell_px - 8, options.columns[c], head_style);
    }
    float y = at.y + head_px + 8;
    for (size_t r = 0; r < options.rows.size(); ++r) {
        ui.hline(at.x, at.x + label_px + cell_px * static_cast<float>(options.columns.size()), y,
                 token::solid_gray_100);
        float x = at.x;
        if (!options.row_pillars.empty()) {
            ui::pillar_mark(ui, {x + 12, y + row_px / 2}, 10, options.row_pillars[r]);
            x += 32;
        }
        const float h = ui.height(options.rows[r], head_style, at.x + label_px - x - 12, 2);
        ui.glyph_block({x, y + (row_px - h) / 2}, at.x + label_px - x - 12, options.rows[r], head_style, 2);
        for (size_t c = 0; c < options.columns.size(); ++c)
            draw_cell(ui, options, r, c, {at.x + label_px + cell_px * static_cast<float>(c), y, cell_px, row_px}, most);
        y += row_px;
    }
    return y + 4 - at.y;
}

/// By row: the columns that meet it, the most frequent first.
float draw_list(Ui& ui, Vec2 at, float width_px, const MatrixOptions& options) {
    const int most = std::max(1, largest(options));
    float y = at.y;
    for (size_t r = 0; r < options.rows.size(); ++r) {
        std::vector<size_t> order;
        for (size_t c = 0; c < options.columns.size(); ++c)
            if (options.counts[r][c] > 0) order.push_back(c);
        if (order.empty()) continue;
        std::stable_sort(order.begin(), order.end(),
                         [&](size_t a, size_t b) { return options.counts[r][a] > options.counts[r][b]; });
        float x = at.x;
        if (!options.row_pillars.empty()) ui::pillar_mark(ui, {x + 12, y + 14}, 10, options.row_pillars[r]), x += 32;
        y += ui::paragraph(ui, {x, y}, at.x + width_px - x, options.rows[r], style::bold) + 4;
        for (const size_t c : order) {
            const std::string id = options.text.id + ":" + std::to_string(r) + ":" + std::to_string(c);
            const std::string count = count_text(options, options.counts[r][c]);
            const float bar_px = 56 * static_cast<float>(options.counts[r][c]) / static_cast<float>(most);
            const float words_px = width_px - 56 - 64;
            const float h = std::max(24.f, ui.height(options.columns[c], head_style, words_px));
            ui.glyph_block({at.x, y}, words_px, options.columns[c], head_style);
            const Color color =
                options.row_pillars.empty() ? token::blue_900 : ui::pillar_style(options.row_pillars[r]).text_color;
            ui.rect({at.x + words_px + 8, y + 4, std::max(2.f, bar_px), 12}, color);
            ui.glyphs({at.x + words_px + 8 + bar_px + 6, y + 15}, count, style::note_bold);
            add_mark(ui, id, cell_name(options, r, c), "", {at.x, y, width_px, h}, href_of(options, r, c));
            y += h + 4;
        }
        y += 12;
    }
    return y - at.y;
}

ui::TableSpec table_of(const MatrixOptions& options) {
    ui::TableSpec table;
    table.columns.push_back({std::string(options.words->column_row), 140, Align::left});
    for (const std::string& column : options.columns) table.columns.push_back({column, 0, Align::right});
    for (size_t r = 0; r < options.rows.size(); ++r) {
        std::vector<std::string> row{options.rows[r]};
        for (const int count : options.counts[r]) row.push_back(std::to_string(count));
        table.rows.push_back(std::move(row));
    }
    return table;
}

std::string summary_of(const MatrixOptions& options) {
    const int most = largest(options);
    for (size_t r = 0; most > 0 && r < options.rows.size(); ++r)
        for (size_t c = 0; c < options.columns.size(); ++c)
            if (options.counts[r][c] == most)
                return fill(
                    options.words->summary,
                    {{"row", options.rows[r]}, {"column", options.columns[c]}, {"count", std::to_string(most)}});
    return std::string(options.words->no_data);
}

}  // namespace

float matrix(Ui& ui, Vec2 at, float width_px, const MatrixOptions& options) {
    FigureText text = options.text;
    if (text.summary.empty()) text.summary = summary_of(options);
    if (largest(options) == 0)
        return figure(
            ui, at, width_px, text,
            [&](Vec2 top_left) { return ui::paragraph(ui, top_left, width_px, options.words->no_data, style::body); },
            nullptr);
    float label_px = 0;
    for (const std::string& row : options.rows) label_px = std::max(label_px, ui.width(row, head_style));
    label_px = std::min(label_px + 20, std::max(96.f, width_px * 0.26f)) + (options.row_pillars.empty() ? 0 : 32);
    const float cell_px = std::min(most_cell_px, (width_px - label_px) / static_cast<float>(options.columns.size()));
    return figure(
        ui, at, width_px, text,
        [&](Vec2 top_left) {
            return cell_px >= least_cell_px ? draw_grid(ui, top_left, options, label_px, std::floor(cell_px))
                                            : draw_list(ui, top_left, width_px, options);
        },
        [&] { return table_of(options); });
}

}  // namespace atlas::chart

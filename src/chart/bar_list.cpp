#include "chart/bar_list.h"

#include <algorithm>
#include <cmath>

namespace atlas::chart {

using ui::Align;
using ui::Ui;
namespace style = ui::style;

namespace {

bool by_share(const BarListOptions& options) {
    return std::all_of(options.items.begin(), options.items.end(), [](const BarListItem& i) { return i.share; });
}

std::string figure_of(const Words& words, const BarListOptions& options, const BarListItem& item) {
    std::string said;
    if (item.share) said = options.formats->value(*item.share, "%");
    if (item.count) {
        const std::string count = options.formats->value(*item.count, options.unit);
        said = said.empty() ? count : words(Word::text_with_note, {{"text", said}, {"note", count}});
    }
    return said.empty() ? std::string(options.words->missing) : said;
}

struct Columns {
    float label_px = 0, bar_x = 0, bar_px = 0, full = 1;
    bool beside = false, shares = false;
};

Columns columns_of(const Ui& ui, Vec2 at, float width_px, const BarListOptions& options) {
    Columns columns;
    columns.beside = width_px >= 600, columns.shares = by_share(options);
    float label = 0, figure = 0;
    double most = 0;
    for (const BarListItem& item : options.items) {
        label = std::max(label, ui.width(item.label, style::body));
        figure = std::max(figure, ui.width(figure_of(ui.words, options, item), style::note_bold));
        most = std::max(most, item.count.value_or(0));
    }
    columns.label_px = columns.beside ? std::min(label + 4, width_px * 0.42f) : width_px;
    columns.bar_x = columns.beside ? at.x + columns.label_px + 16 : at.x;
    columns.bar_px = at.x + width_px - columns.bar_x - figure - 12;
    columns.full = columns.shares ? 100 : static_cast<float>(most > 0 ? most : 1);
    return columns;
}

float draw_item(Ui& ui, Vec2 at, float width_px, const BarListOptions& options, size_t index, const Columns& columns) {
    const BarListItem& item = options.items[index];
    const std::string id = options.text.id + ":" + std::to_string(index);
    const ui::Ui::Part part(ui, id);
    const bool pointed = is_pointed(ui, id);
    const ui::TextStyle name_style = ui::with_color(item.strong ? style::bold : style::body,
                                                    !item.href.empty() && pointed ? ui::ink::link : ui::ink::text);
    const float text_px = ui.glyph_block(at, columns.label_px, item.label, name_style);
    const float row_px = columns.beside ? std::max(text_px, 28.f) : text_px + 24;
    const float bar_y = columns.beside ? at.y + row_px / 2 - 8 : at.y + text_px + 2;
    const auto value = static_cast<float>((columns.shares ? item.share : item.count).value_or(0));
    const float length = std::max(0.f, value / columns.full) * columns.bar_px;
    if (columns.shares) ui.rect({columns.bar_x, bar_y, columns.bar_px, 16}, token::solid_gray_50);
    ui.rect({columns.bar_x, bar_y, std::max(length, value > 0 ? 2.f : 0.f), 16}, pointed       ? token::blue_1000
                                                                                 : item.strong ? token::blue_900
                                                                                               : token::blue_500);
    ui.rect({columns.bar_x, bar_y - 2, 1, 20}, token::solid_gray_536);
    const float figure_x = (columns.shares ? columns.bar_px : length) + columns.bar_x + 8;
    ui.glyphs({figure_x, bar_y + 13}, figure_of(ui.words, options, item), style::note_bold);
    add_mark(ui, id, item.label, figure_of(ui.words, options, item), {at.x, at.y, width_px, row_px}, item.href);
    ui.region({at.x, at.y, width_px, row_px}, id, item.href.empty() ? Action{} : go(item.href),
              item.href.empty() ? scene::Cursor::arrow : scene::Cursor::hand);
    return row_px;
}

}  // namespace

float bar_list(Ui& ui, Vec2 at, float width_px, const BarListOptions& options) {
    FigureText text = options.text;
    const BarListItem* longest = nullptr;
    for (const BarListItem& item : options.items)
        if (!longest ||
            item.count.value_or(item.share.value_or(0)) > longest->count.value_or(longest->share.value_or(0)))
            longest = &item;
    if (text.summary.empty())
        text.summary = longest ? fill(options.words->summary,
                                      {{"label", longest->label}, {"value", figure_of(ui.words, options, *longest)}})
                               : std::string(options.words->no_data);
    const auto draw = [&](Vec2 top_left) {
        if (options.items.empty()) return ui::paragraph(ui, top_left, width_px, options.words->no_data, style::body);
        const Columns columns = columns_of(ui, top_left, width_px, options);
        float y = top_left.y;
        for (size_t i = 0; i < options.items.size(); ++i)
            y += draw_item(ui, {top_left.x, y}, width_px, options, i, columns) + (columns.beside ? 8 : 12);
        return y - top_left.y;
    };
    if (options.items.empty()) return figure(ui, at, width_px, text, draw, nullptr);
    return figure(ui, at, width_px, text, draw, [&] {
        ui::TableSpec table;
        table.columns = {{std::string(options.words->column_label), 0, Align::left},
                         {fill(options.words->column_count, {{"unit", options.unit}}), 96, Align::right},
                         {std::string(options.words->column_share), 96, Align::right}};
        for (const BarListItem& item : options.items)
            table.rows.push_back(
                {item.label, item.count ? plain_figure(*item.count) : "", item.share ? plain_figure(*item.share) : ""});
        return table;
    });
}

}  // namespace atlas::chart

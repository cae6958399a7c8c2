// What every finished chart has around its plot: title, subtitle, one group of navigable marks with its summary, 出典, and
// the same figures as a table on request. The node "<id>:figure" is what PNG and SVG crop to; "<id>" is the group of
// marks (one tab stop); "<id>:source" its 出典; "<id>:table" the table that CSV is made from.
#pragma once
#include <functional>
#include <string>
#include <string_view>

#include "ui/controls.h"
#include "ui/ui.h"

namespace atlas::chart {

struct FigureText {
    std::string id, title, subtitle;     ///< the title states the finding; the subtitle says what, unit, period
    std::string summary;                 ///< one sentence made from the data, for those who do not see the plot
    std::string source;                  ///< 出典
    std::string show_table, hide_table;  ///< words of the table's button; empty: no table is offered
    uint8_t heading_level = 2;
};
/// `draw` gets the plot's upper left corner and returns its height; `table` is asked only while the table is open
/// (toggle "table:<id>"). Returns the height of all.
float figure(ui::Ui& ui, Vec2 top_left, float width_px, const FigureText& text,
             const std::function<float(Vec2 top_left)>& draw, const std::function<ui::TableSpec()>& table);

/// A mark that the arrow keys reach. With `href` a link, else a picture with a name.
void add_mark(ui::Ui& ui, std::string id, std::string name, std::string value, Rect rect, const std::string& href = {});
/// Is the pointer or the visible keyboard focus on this mark?
bool is_pointed(const ui::Ui& ui, std::string_view id);

/// One line with a white halo, for labels over lines.
void halo_text(ui::Ui& ui, Vec2 baseline, std::string_view text, const ui::TextStyle& style,
               ui::Align align = ui::Align::left);

struct TooltipLine {
    std::string text;
    bool is_strong = false;
};
/// A floating box beside `at` that stays inside `bounds` and never covers the point.
void tooltip(ui::Ui& ui, Vec2 at, const Rect& bounds, const std::vector<TooltipLine>& lines);

/// Entries of a key side by side, wrapped. Each draws its sample around the centre that it is given (24 × 16 px).
class KeyFlow {
public:
    KeyFlow(ui::Ui& ui, Vec2 top_left, float width_px)
        : ui_(ui), at_(top_left), x_(top_left.x), y_(top_left.y), width_(width_px) {}
    void entry(std::string_view words, const std::function<void(Vec2 center)>& sample);
    /// Taken so far; 0 without entries.
    float height() const { return row_ > 0 ? y_ + row_ - at_.y : 0; }

private:
    ui::Ui& ui_;
    Vec2 at_;
    float x_, y_, width_, row_ = 0;
};

/// Colours of up to five series, ≥ 4.5:1 on white, and shapes: never colour alone. Later ones are gray.
Color series_color(size_t index);
scene::Shape series_shape(size_t index);
/// A pale ground of this colour, opaque, so that pieces may overlap.
Color pale(Color color);

}  // namespace atlas::chart

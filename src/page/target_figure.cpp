#include "page/target_figure.h"

#include "text/text.h"

namespace atlas::page {
namespace {

ui::TextStyle small_style(float size_px, Color color) {
    return {std::max(ui::size::note, size_px * 0.5f), Weight::bold, color};
}

}  // namespace

FigureText figure_text(const model::StatedTarget& target) {
    FigureText out;
    if (!target.value) return out;
    out.number = text::number(*target.value, text::decimals_of(*target.value));
    out.unit = target.unit.substr(0, target.unit.find("（"));
    if (target.comparator == "about") out.before = "約";
    if (target.comparator == "ge") out.after = "以上";
    if (target.comparator == "gt") out.after = "超";
    if (target.comparator == "le") out.after = "以下";
    return out;
}

std::string target_label(const model::StatedTarget& target) {
    if (target.year == 0 || target.label.find(std::to_string(target.year)) != std::string::npos) return target.label;
    return target.label + "（" + text::year(target.year, target.fiscal) + "）";
}

float draw_figure(ui::Ui& ui, Vec2 at, const FigureText& text, float size_px, Color color) {
    const ui::TextStyle small = small_style(size_px, color);
    float x = at.x;
    if (!text.before.empty()) x += ui.glyphs({x, at.y}, text.before, small) + 2;
    x += ui.glyphs({x, at.y}, text.number, {size_px, Weight::bold, color}) + 3;
    x += ui.glyphs({x, at.y}, text.unit + text.after, small);
    return x - at.x;
}

float figure_width(const ui::Ui& ui, const FigureText& text, float size_px) {
    const ui::TextStyle small = small_style(size_px, ui::ink::text);
    return (text.before.empty() ? 0 : ui.width(text.before, small) + 2) +
           ui.width(text.number, {size_px, Weight::bold}) + 3 + ui.width(text.unit + text.after, small);
}

}  // namespace atlas::page

#include "page/target_figure.h"

#include "core/strings.h"
#include "page/names.h"
#include "text/text.h"

namespace atlas::page {
namespace {

struct Comparator {
    const char* key;
    Word words;
};
constexpr Comparator comparators[] = {{"about", Word::figure_about},
                                      {"ge", Word::figure_at_least},
                                      {"gt", Word::figure_over},
                                      {"le", Word::figure_at_most}};

ui::TextStyle small_style(float size_px, Color color) {
    return {std::max(ui::size::note, size_px * 0.5f), Weight::bold, color};
}

/// Between number and unit: a hair in Japanese, the space of a word in English.
float gap_px(const FigureText& text, float size_px) { return text.is_spaced ? size_px * 0.2f : 3; }

}  // namespace

FigureText figure_text(const Words& words, const model::StatedTarget& target) {
    FigureText out;
    if (!target.value) return out;
    const std::string unit = target.unit.substr(0, target.unit.find("（"));  // the data's bracket, not a text
    text::Quantity quantity = text::quantity(words, *target.value, unit);
    out.number = std::move(quantity.number), out.unit = std::move(quantity.unit), out.is_spaced = quantity.is_spaced;
    for (const Comparator& comparator : comparators) {
        if (target.comparator != comparator.key) continue;
        const std::vector<std::string> around = split(words(comparator.words, {{"figure", "\n"}}), '\n');
        out.before = around.front(), out.after = around.back();
    }
    return out;
}

std::string target_label(const Words& words, const model::StatedTarget& target, const model::Kpis* kpis) {
    std::string label = label_of(words, target, kpis);
    if (target.year == 0 || label.find(std::to_string(target.year)) != std::string::npos) return label;
    return words(Word::text_dated, {{"text", label}, {"date", text::year(words, target.year, target.fiscal)}});
}

float draw_figure(ui::Ui& ui, Vec2 at, const FigureText& text, float size_px, Color color) {
    const ui::TextStyle small = small_style(size_px, color);
    float x = at.x;
    if (!text.before.empty()) x += ui.glyphs({x, at.y}, text.before, small) + 2;
    x += ui.glyphs({x, at.y}, text.number, {size_px, Weight::bold, color}) + gap_px(text, size_px);
    x += ui.glyphs({x, at.y}, text.unit + text.after, small);
    return x - at.x;
}

float figure_width(const ui::Ui& ui, const FigureText& text, float size_px) {
    const ui::TextStyle small = small_style(size_px, ui::ink::text);
    return (text.before.empty() ? 0 : ui.width(text.before, small) + 2) +
           ui.width(text.number, {size_px, Weight::bold}) + gap_px(text, size_px) +
           ui.width(text.unit + text.after, small);
}

}  // namespace atlas::page

// A stated target's number as a figure: 約6,000万人, 50兆円超. The official sentence always stands beside it.
#pragma once
#include <string>

#include "core/lang.h"
#include "model/records.h"
#include "ui/ui.h"

namespace atlas::page {

struct FigureText {
    std::string before;  ///< "約", "at least " or empty
    std::string number, unit;
    std::string after;  ///< "以上", "超" or empty
    bool is_spaced = false;
    std::string spoken() const { return before + number + (is_spaced ? " " : "") + unit + after; }
};

/// The target must have a value. A unit's bracketed remark, as in 万人（実人数）, is left to the sentence.
FigureText figure_text(const Words& words, const model::StatedTarget& target);

/// What the figure counts, with the year where the label does not say it; `kpis`, which may be null, know its English name.
std::string target_label(const Words& words, const model::StatedTarget& target, const model::Kpis* kpis = nullptr);

/// Marks only; the number at `size_px`, the words around it small, on one baseline. Returns the width.
float draw_figure(ui::Ui& ui, Vec2 baseline, const FigureText& text, float size_px, Color color = ui::ink::text);
float figure_width(const ui::Ui& ui, const FigureText& text, float size_px);

}  // namespace atlas::page

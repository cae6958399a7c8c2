// The three areas of the vision with their headline targets, and the targets that the source shows beside them.
#include "page/overview_parts.h"
#include "page/policy_parts.h"
#include "page/target_figure.h"
#include "ui/controls.h"

namespace atlas::page {

using ui::Ui;
namespace ink = ui::ink;
namespace style = ui::style;

namespace {

constexpr const char* other_targets = "other-targets";  // not an area of the vision
constexpr ui::TextStyle lead_style{ui::size::heading, Weight::bold, ink::text, 1.6f, true};
constexpr ui::TextStyle lead_style_phone{ui::size::section, Weight::bold, ink::text, 1.6f, true};
constexpr ui::TextStyle target_style{ui::size::body, Weight::bold, ink::text, 1.6f};
constexpr ui::TextStyle wordy_target_style{ui::size::section, Weight::bold, ink::text, 1.6f};  // instead of a figure
constexpr ui::TextStyle summary_style{ui::size::note, Weight::regular, ink::soft, 1.7f};

float draw_target(Ui& ui, const model::StatedTarget& target, float x, float y, float width) {
    const float top = y;
    if (target.value) {
        draw_figure(ui, {x, y + 42}, figure_text(ui.words, target), ui::size::figure);
        y += 56;
    }
    y += ui::paragraph(ui, {x, y}, width, target.text, target.value ? target_style : wordy_target_style);
    return y - top;
}

/// `words_px` is the height that the summaries of the areas beside it need: their targets begin on one line.
float draw_area(Ui& ui, const model::VisionArea& area, float x, float y, float width, float words_px) {
    const float top = y;
    ui.rect({x, y, width, 2}, ink::text);
    y += 20;
    y += ui::heading(ui, {x, y}, width, area.title, 3, style::section) + 8;
    const float summary_px = ui::paragraph(ui, {x, y}, width, area.summary, summary_style);
    y += std::max(words_px, summary_px) + 16;
    for (const model::StatedTarget& target : area.targets) y += draw_target(ui, target, x, y, width) + 16;
    return y - top;
}

/// The areas side by side, or below each other on narrow screens.
float draw_areas(Ui& ui, const std::vector<const model::VisionArea*>& areas, float x, float y, float width) {
    const bool wide = width >= 800;
    const float gap = 48, column = wide ? (width - 2 * gap) / 3 : width;
    float height = 0, at = x, words_px = 0;
    for (const model::VisionArea* area : areas)
        if (wide) words_px = std::max(words_px, ui.height(area->summary, summary_style, column));
    for (const model::VisionArea* area : areas) {
        const float h = draw_area(ui, *area, at, y, column, words_px);
        if (wide)
            at += column + gap, height = std::max(height, h);
        else
            y += h + 24, height += h + 24;
    }
    return height;
}

float draw_others(Ui& ui, const model::VisionArea& group, float x, float y, float width) {
    const float top = y, gap = 48;
    const bool wide = width >= 800;
    const float column = wide ? (width - 2 * gap) / 3 : width;
    ui.hline(x, x + width, y, token::solid_gray_420);
    y += 24;
    const float head = y;
    y += ui::heading(ui, {x, y}, column, group.title, 3, {ui::size::lead, Weight::bold, ink::text, 1.5f, true}) + 8;
    y += ui::paragraph(ui, {x, y}, column, group.summary, summary_style) + 16;
    float at = x + column + gap, bottom = y;
    if (wide) y = head;
    for (const model::StatedTarget& target : group.targets) {
        const float h = draw_target(ui, target, wide ? at : x, y, column);
        if (wide)
            at += column + gap, bottom = std::max(bottom, y + h);
        else
            y += h + 16, bottom = y;
    }
    return bottom - top;
}

}  // namespace

float overview_vision(Context& ctx, float y) {
    if (!ctx.data.policy) return y;
    Ui& ui = ctx.ui;
    const model::Vision& vision = ctx.data.policy->vision;
    const float x = ctx.left, width = ctx.width, pad = ui.phone() ? 40 : 56, top = y;
    const size_t band = ui.marks().size();
    ui.rect({}, ink::tint);
    y += pad;
    y += ui::heading(ui, {x, y}, width, ui.words(Word::overview_vision), 2, style::section, "overview:vision") + 8;
    y += ui::paragraph(ui, {x, y}, std::min(width, 860.f), vision.lead, ui.phone() ? lead_style_phone : lead_style,
                       "vision:lead") +
         8;
    y += ui::paragraph(ui, {x, y}, std::min(width, 860.f), ui.words(Word::overview_vision_text), style::soft) + 32;
    std::vector<const model::VisionArea*> areas;
    const model::VisionArea* others = nullptr;
    for (const model::VisionArea& area : vision.areas)
        if (area.id == other_targets)
            others = &area;
        else
            areas.push_back(&area);
    y += draw_areas(ui, areas, x, y, width) + 8;
    if (others) y += draw_others(ui, *others, x, y, width) + 16;
    if (!areas.empty()) y += draw_attribution(ctx, {x, y}, width, areas.front()->source);
    y += pad;
    std::get<scene::RectMark>(ui.marks()[band]).rect = {0, top, ui.env.window.x, y - top};
    return y;
}

}  // namespace atlas::page

// The bullet bar of a KPI row, and the words that stand in its place where nothing can be drawn.
#include <cmath>

#include "chart/charts.h"
#include "text/text.h"

namespace atlas::chart {

using model::Gap;
using model::Kpi;
using model::Progress;
using model::TargetKind;
using scene::Node;
using scene::Role;
using ui::Ui;

namespace {

/// Room behind the target's mark, for what has passed it.
constexpr float overshoot_px = 16;

std::string percent(double share) { return text::number(share * 100, 0) + "%"; }

Word no_bar_word(TargetKind kind) {
    switch (kind) {
        case TargetKind::each_year: return Word::chart_no_bar_each_year;
        case TargetKind::maintain: return Word::chart_no_bar_maintain;
        case TargetKind::direction: return Word::chart_no_bar_direction;
        case TargetKind::relative: return Word::chart_no_bar_relative;
        default: return Word::chart_no_bar;
    }
}

/// Share of the way that a straight line would have covered by the latest observation.
std::optional<double> required_share(const Progress& progress) {
    if (!progress.share || !progress.ratio || std::abs(*progress.ratio) < 1e-6) return std::nullopt;
    const double required = *progress.share / *progress.ratio;
    if (!(required > 0 && required <= 1)) return std::nullopt;
    return required;
}

void draw_bar(Ui& ui, Rect track, float end_x, double share, Color color) {
    const float reach = track.w + (share > 1 ? overshoot_px - 4 : 0);
    const float length = std::min(reach, static_cast<float>(std::max(0.0, share)) * track.w);
    if (length > 0) ui.rect({track.x, track.y, std::max(2.f, length), track.h}, color);
    if (share < 0) {
        // Behind the start: an arrow to the left says it without a bar.
        const Vec2 tip{track.x + 2, track.center().y};
        scene::PathMark arrow;
        arrow.points = {tip, {tip.x + 9, tip.y - 6}, {tip.x + 9, tip.y + 6}}, arrow.closed = true, arrow.fill = color;
        ui.marks().emplace_back(std::move(arrow));
    }
    ui.rect({end_x - 1, track.y - 6, 2, track.h + 12}, ui::ink::text);
}

}  // namespace

std::string no_bar_text(const Words& words, const Kpi& kpi, const Progress& progress) {
    if (progress.gap == Gap::none) return words(no_bar_word(kpi.target.kind));
    if (words.lang() != Lang::ja) return gap_meaning(words, progress.gap);  // the reason is told in Japanese
    return progress.reason.empty() ? gap_word(words, progress.gap) : progress.reason;
}

void bullet_bar(Ui& ui, std::string id, Rect r, const Kpi& kpi, const Progress& progress) {
    Node node;
    node.id = std::move(id), node.rect = r;
    if (!progress.share) {
        node.role = Role::text, node.name = no_bar_text(ui.words, kpi, progress);
        ui.glyphs({r.x, r.center().y + 5}, text::ellipsize(node.name, ui::style::note.font(), ui.measure, r.w),
                  ui::style::note);
        ui.add(std::move(node));
        return;
    }
    const Rect track{r.x, std::round(r.center().y) - 5, r.w - overshoot_px, 10};
    const StatusStyle look = status_style(progress.status);
    ui.rect(track, token::solid_gray_100);
    draw_bar(ui, track, track.right(), *progress.share, look.color);
    node.role = Role::image, node.name = ui.words(Word::chart_way, {{"share", percent(*progress.share)}});
    if (const std::optional<double> required = required_share(progress)) {
        const float x = std::round(track.x + static_cast<float>(*required) * track.w);
        ui.rect({x - 2, track.y - 4, 4, track.h + 8}, ui::ink::ground);
        ui.rect({x - 1, track.y - 4, 2, track.h + 8}, token::solid_gray_700);
        node.description = ui.words(Word::chart_steady, {{"share", percent(*required)}});
    }
    ui.add(std::move(node));
}

}  // namespace atlas::chart

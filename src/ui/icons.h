// One set of 24 px line icons, as polylines: they scale with the text and go to every output alike.
#pragma once
#include "scene/scene.h"

namespace atlas::ui {

enum class Icon {
    home,
    map,
    pillars,
    stories,
    kpis,
    info,
    search,
    plus,
    minus,
    reset,
    close,
    check,
    trend_up,
    arrow_right,
    trend_down,
    arrow_down,
    circle_dotted,
    chevron_right,
    chevron_left,
    chevron_down,
    chevron_up,
    external,
    warning,
    list,
    share,
    filter,
    download,
};

/// Draws `icon` into the square of `size_px` around `center`; lines are size/12 thick (2 px at 24).
void draw_icon(std::vector<scene::Mark>& marks, Icon icon, Vec2 center, float size_px, Color color);

}  // namespace atlas::ui

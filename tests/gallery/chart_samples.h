// The gallery's content: bundles from a data folder, and every chart made from them.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "gallery/chart_words.h"
#include "model/load.h"
#include "ui/ui.h"

namespace atlas::test {

struct Samples {
    model::Kpis kpis;
    model::Trends trends;
    model::LogicModel logic;
    model::Roadmap roadmap;
    model::Background background;
    model::Stories stories;
    model::Policy policy;

    /// Reads the bundles named by the folder's manifest; false when one is missing or faulty (told on stderr).
    bool load(const std::string& folder);
    const model::Series* series(std::string_view id) const;
    const model::Kpi* kpi(std::string_view id) const;
};

/// Draws the charts of `group` below each other; returns their height, 0 for an unknown group.
float draw_group(ui::Ui& ui, const Samples& samples, std::string_view group, Vec2 top_left, float width_px);

}  // namespace atlas::test

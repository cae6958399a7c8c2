// One KPI as a compact list element: name, way from baseline to target with what is required today, latest figure, state.
// Made for sixty and more of them: no closures, few marks.
#pragma once
#include <string>
#include <string_view>

#include "chart/charts.h"

namespace atlas::chart {

struct BulletRow {
    std::string_view id, name, href;
    const model::Kpi* kpi = nullptr;
    const model::Progress* progress = nullptr;
    std::string_view baseline, latest, target;  ///< figures in words, with their dates; empty: not shown
};
/// Height of a row at this width: names take up to two lines.
float bullet_row_height(const ui::Ui& ui, const BulletRow& row, float width_px);
/// A list item with a link; from 880 px on in columns, stacked below. Returns the height.
float bullet_row(ui::Ui& ui, Vec2 top_left, float width_px, const BulletRow& row);

}  // namespace atlas::chart

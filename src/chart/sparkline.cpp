// The tiny line of a KPI row: shape only, breaks as gaps, the latest point marked.
#include <algorithm>

#include "chart/charts.h"
#include "chart/scale.h"

namespace atlas::chart {

void sparkline(ui::Ui& ui, Rect r, const model::Series& series, Color color) {
    if (series.points.size() < 2) return;
    const auto by_value = [](const model::Observation& a, const model::Observation& b) { return a.value < b.value; };
    const auto [low, high] = std::minmax_element(series.points.begin(), series.points.end(), by_value);
    const Rect inner = r.grown(-3);
    const LinearScale x{time_of(series.points.front()), time_of(series.points.back()), inner.x, inner.right()};
    const LinearScale y{low->value, high->value, inner.bottom(), inner.y};
    std::vector<Vec2> piece;
    const auto flush = [&] {
        if (piece.size() == 1) ui.symbol(piece.front(), 1.5f, scene::Shape::circle, color);
        if (piece.size() > 1) {
            scene::PathMark path;
            path.points = piece, path.stroke = color, path.stroke_px = 1.5f;
            ui.marks().emplace_back(std::move(path));
        }
        piece.clear();
    };
    for (size_t i = 0; i < series.points.size(); ++i) {
        const model::Observation& point = series.points[i];
        if (i > 0 && !is_connected(series.points[i - 1], point)) flush();
        piece.push_back({x(time_of(point)), y(point.value)});
    }
    const Vec2 latest = piece.back();
    flush();
    ui.symbol(latest, 3, scene::Shape::circle, color);
}

}  // namespace atlas::chart

// The ground on which series are drawn — area, scales, axes — and the marks of one series. Used by the series chart, the
// trajectory chart and small multiples.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "chart/figure.h"
#include "chart/scales.h"
#include "chart/words.h"

namespace atlas::chart {

struct PlotGround {
    Rect area;
    LinearScale x;  ///< years as scale.h's time_of has them
    ValueScale y;
    std::string unit;
    bool fiscal = false;
    const Formats* formats = nullptr;
    Vec2 at(double time, double value) const { return {x(time), y(value)}; }
    Vec2 at(const model::Observation& point) const { return at(time_of(point), point.value); }
};

struct Extent {
    double from = 0, to = 0;
    bool any = false;
    void add(double v) {
        from = any ? std::min(from, v) : v;
        to = any ? std::max(to, v) : v;
        any = true;
    }
};

/// What the data need; `zero` asks for a baseline at zero. The plot gets room for its axes inside `outer`; `right_px` is
/// kept free for labels. `unit_text` ("単位：人") stands above the ticks; empty: none.
struct GroundSpec {
    Rect outer;
    Extent time, value;
    std::string unit;
    bool fiscal = false, logarithmic = false, zero = false;
    float right_px = 16, top_px = 28;
    const Formats* formats = nullptr;
};
PlotGround make_ground(const ui::Ui& ui, const GroundSpec& spec);
/// "単位：人" by the pattern; empty for figures without a unit.
std::string unit_line(std::string_view pattern, std::string_view unit, const Formats& formats);
/// Gridlines, their labels, years below. `unit_text` above the uppermost label.
void draw_ground(ui::Ui& ui, const PlotGround& ground, std::string_view unit_text);

/// How far apart two observations may lie to be joined; over that the line has a gap.
bool is_joined(const model::Observation& before, const model::Observation& after, double joins_years);

/// Solid = actual; outline = preliminary or estimate, and every projection. Ring around it = press (B), square frame =
/// secondary (C).
void draw_observation(ui::Ui& ui, Vec2 at, float radius_px, const model::Observation& point, scene::Shape shape,
                      Color color);
/// The line in pieces: gaps at breaks and missing years, dashes to and between projections. No point marks.
void draw_series_line(ui::Ui& ui, const PlotGround& ground, const model::Series& series, double joins_years,
                      Color color);
/// Dotted verticals where the way of counting changed.
void draw_breaks(ui::Ui& ui, const PlotGround& ground, const model::Series& series);
/// The observations as marks; `dense` series get small ones, and full ones only where kind, grade or end ask for it.
void draw_points(ui::Ui& ui, const PlotGround& ground, const model::Series& series, scene::Shape shape, Color color);

struct BandPoint {
    double time = 0, low = 0, high = 0;
};
/// A pale range, to be drawn before the gridlines.
void draw_band(ui::Ui& ui, const PlotGround& ground, const std::vector<BandPoint>& band, Color color);
/// The ground between a series' joined pieces and zero (or the lower end of the axis).
void draw_area(ui::Ui& ui, const PlotGround& ground, const model::Series& series, double joins_years, Color color);

/// Words for what a point's kind and grade mean; empty ones are not said.
struct KindWords {
    std::string_view preliminary, estimate, projection;  ///< 速報値, 推計値, 将来の推計
    std::string_view press, secondary;                   ///< 報道による値, 二次資料による値
    std::string_view joiner;                             ///< ・
};
/// "推計値・報道による値"; empty for a final official value.
std::string kind_text(const model::Observation& point, const KindWords& words);

}  // namespace atlas::chart

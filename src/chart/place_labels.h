// Where labels go when they would lie over each other: pure geometry, no text.
#pragma once
#include <vector>

namespace atlas::chart {

/// A label that wishes to stand with its centre at `at` and takes `extent` along the axis.
struct LabelWish {
    float at = 0, extent = 0;
};
/// Centres in the order of `wishes` that keep `gap` between labels and stay within low … high, moving labels as little as
/// possible (least squares: neighbours that meet form a block around their mean wish — pool adjacent violators, Barlow et
/// al., Statistical Inference under Order Restrictions, 1972). Labels that do not fit at all are packed from `low` on.
std::vector<float> spread_labels(const std::vector<LabelWish>& wishes, float low, float high, float gap);

/// A stretch on an axis.
struct Stretch {
    float from = 0, to = 0;
};
/// The first lane (0, 1, …) in which each stretch leaves `gap` to those before it; greedy in the order given.
std::vector<int> assign_lanes(const std::vector<Stretch>& stretches, float gap);

}  // namespace atlas::chart

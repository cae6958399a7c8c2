#include "chart/place_labels.h"

#include <algorithm>
#include <numeric>

namespace atlas::chart {
namespace {

/// Neighbours that touch. `start` is where the first label begins; the others follow without a gap.
struct Block {
    double wish_sum = 0;  ///< of the starts that each member would give the block
    int members = 0;
    float length = 0;
    float start(float low, float high) const {
        const auto mean = static_cast<float>(wish_sum / members);
        return std::max(low, std::min(mean, high - length));
    }
};

}  // namespace

std::vector<float> spread_labels(const std::vector<LabelWish>& wishes, float low, float high, float gap) {
    std::vector<size_t> order(wishes.size());
    std::iota(order.begin(), order.end(), size_t{0});
    std::stable_sort(order.begin(), order.end(), [&](size_t a, size_t b) { return wishes[a].at < wishes[b].at; });
    // Every label carries its gap behind it; the last one's may stick out.
    std::vector<Block> blocks;
    for (const size_t i : order) {
        Block block{static_cast<double>(wishes[i].at - wishes[i].extent / 2), 1, wishes[i].extent + gap};
        while (!blocks.empty() &&
               blocks.back().start(low, high + gap) + blocks.back().length > block.start(low, high + gap)) {
            // A member's wish counts for the start of the whole block: less what lies before it.
            Block before = blocks.back();
            blocks.pop_back();
            block.wish_sum += before.wish_sum - static_cast<double>(before.length) * block.members;
            block.members += before.members, block.length += before.length;
        }
        blocks.push_back(block);
    }
    std::vector<float> centers(wishes.size());
    size_t next = 0;
    for (const Block& block : blocks) {
        float at = block.start(low, high + gap);
        for (int m = 0; m < block.members; ++m) {
            const size_t i = order[next++];
            centers[i] = at + wishes[i].extent / 2;
            at += wishes[i].extent + gap;
        }
    }
    return centers;
}

std::vector<int> assign_lanes(const std::vector<Stretch>& stretches, float gap) {
    std::vector<std::vector<Stretch>> lanes;
    std::vector<int> out;
    for (const Stretch& stretch : stretches) {
        size_t lane = 0;
        const auto meets = [&](const Stretch& other) {
            return stretch.from < other.to + gap && other.from < stretch.to + gap;
        };
        while (lane < lanes.size() && std::any_of(lanes[lane].begin(), lanes[lane].end(), meets)) ++lane;
        if (lane == lanes.size()) lanes.emplace_back();
        lanes[lane].push_back(stretch);
        out.push_back(static_cast<int>(lane));
    }
    return out;
}

}  // namespace atlas::chart

#include "chart/tidy_layout.h"

#include <algorithm>

namespace atlas::chart {
namespace {

/// What a subtree takes at each level, as if nothing else was there.
struct Contour {
    std::vector<float> top, bottom;
    std::vector<bool> used;
    void cover(size_t level, float from, float to) {
        if (used.size() <= level) used.resize(level + 1), top.resize(level + 1), bottom.resize(level + 1);
        top[level] = used[level] ? std::min(top[level], from) : from;
        bottom[level] = used[level] ? std::max(bottom[level], to) : to;
        used[level] = true;
    }
    void add(const Contour& other, float by) {
        for (size_t l = 0; l < other.used.size(); ++l)
            if (other.used[l]) cover(l, other.top[l] + by, other.bottom[l] + by);
    }
    /// How far `other` must go down to lie below this.
    float distance(const Contour& other, float gap) const {
        float by = 0;
        bool any = false;
        for (size_t l = 0; l < std::min(used.size(), other.used.size()); ++l) {
            if (!used[l] || !other.used[l]) continue;
            const float need = bottom[l] + gap - other.top[l];
            by = any ? std::max(by, need) : need, any = true;
        }
        return by;
    }
};

class Layout {
public:
    Layout(const std::vector<TreeBox>& boxes, float gap, float most_drop)
        : boxes_(boxes), gap_(gap), most_drop_(most_drop), children_(boxes.size()), offset_(boxes.size(), 0) {
        for (size_t i = 0; i < boxes.size(); ++i)
            if (boxes[i].parent >= 0) children_[static_cast<size_t>(boxes[i].parent)].push_back(i);
    }

    std::vector<float> rows() {
        Contour all;
        std::vector<float> y(boxes_.size(), 0);
        for (size_t i = 0; i < boxes_.size(); ++i) {
            if (boxes_[i].parent >= 0) continue;
            const Contour tree = place(i);
            offset_[i] = all.distance(tree, gap_);
            all.add(tree, offset_[i]);
        }
        float smallest = 0;
        for (size_t i = 0; i < boxes_.size(); ++i) {
            y[i] = offset_[i] + (boxes_[i].parent >= 0 ? y[static_cast<size_t>(boxes_[i].parent)] : 0);
            smallest = i == 0 ? y[i] : std::min(smallest, y[i]);
        }
        for (float& v : y) v -= smallest;
        return y;
    }

private:
    /// Contour of the subtree with its root's upper edge at 0; children's offsets are relative to it.
    Contour place(size_t i) {
        Contour below;
        for (const size_t child : children_[i]) {
            const Contour tree = place(child);
            offset_[child] = below.distance(tree, gap_);
            below.add(tree, offset_[child]);
        }
        if (!children_[i].empty()) {
            const size_t first = children_[i].front(), last = children_[i].back();
            float middle = (offset_[first] + offset_[last] + boxes_[last].height) / 2;
            if (most_drop_ > 0) middle = std::min(middle, offset_[first] + boxes_[first].height / 2 + most_drop_);
            const float shift = boxes_[i].height / 2 - middle;
            for (const size_t child : children_[i]) offset_[child] += shift;
            Contour moved;
            moved.add(below, shift);
            below = std::move(moved);
        }
        below.cover(static_cast<size_t>(std::max(0, boxes_[i].level)), 0, boxes_[i].height);
        return below;
    }

    const std::vector<TreeBox>& boxes_;
    float gap_, most_drop_;
    std::vector<std::vector<size_t>> children_;
    std::vector<float> offset_;
};

}  // namespace

std::vector<float> tidy_rows(const std::vector<TreeBox>& boxes, float gap, float most_drop) {
    return Layout(boxes, gap, most_drop).rows();
}

}  // namespace atlas::chart

// Rows of a layered tree, packed: every parent stands at the middle of its children, subtrees slide together until they
// meet at some level (contours after Reingold and Tilford, "Tidier Drawings of Trees", IEEE TSE 7-2, 1981; here with
// heights of their own and roots on any level). Pure geometry.
#pragma once
#include <vector>

namespace atlas::chart {

struct TreeBox {
    int parent = -1;  ///< index of an earlier box; −1: a root
    int level = 0;    ///< column; a child's is greater than its parent's
    float height = 0;
};
/// Upper edge of each box, the smallest 0. Boxes of one level keep `gap`; the order of `boxes` is the order from above.
/// A parent of many children stands at most `most_drop` below the first of them, so that the beginning of the tree stays
/// in sight; 0: always at the middle.
std::vector<float> tidy_rows(const std::vector<TreeBox>& boxes, float gap, float most_drop = 0);

}  // namespace atlas::chart

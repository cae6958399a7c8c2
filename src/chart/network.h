// Elements that are joined by × (新結合): a ring of names with a curve for each pair. Deterministic: kinds stand together,
// within them partners stand near each other. Narrow: a list of pairs by element.
#pragma once
#include <string>
#include <vector>

#include "chart/figure.h"
#include "chart/words.h"

namespace atlas::chart {

struct NetworkWords {
    std::string_view no_data;
    std::string_view joined;   ///< {partners}: what an element is joined with
    std::string_view joiner;   ///< "、"
    std::string_view summary;  ///< {element} {count}: the element with most partners
    std::string_view column_element, column_kind, column_partners;
};
struct NetworkElement {
    std::string name, kind, href;
};
struct NetworkLink {
    int a = 0, b = 0, weight = 1;
};
struct NetworkOptions {
    FigureText text;
    std::vector<NetworkElement> elements;
    std::vector<NetworkLink> links;
    std::string focus;  ///< name of an element whose links are in ink
    const NetworkWords* words = nullptr;
};
/// Returns the height taken. Marks "<id>:<element>".
float network(ui::Ui& ui, Vec2 top_left, float width_px, const NetworkOptions& options);

/// Places on the ring, from the top clockwise: kinds in order of appearance, within a kind by the mean place of the
/// partners (barycentre, three sweeps; ties keep their order).
std::vector<int> ring_order(const NetworkOptions& options);

}  // namespace atlas::chart

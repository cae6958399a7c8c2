// A page for readers who cannot unfold anything: on paper, and as a file of the static site.
#pragma once
#include <string>

#include "page/page.h"

namespace atlas::app {

/// What the state shows, with everything open that folds, the map's figures as a table, in a window of the width that paper and phones
/// can still show legibly (640 px; the overview 1280).
scene::Scene unfolded(const page::Data& data, view::ViewState state, const TextMeasure& measure);

/// The same as the HTML that is printed: its words, pictures and tables, with `address` and the date of the edition below.
std::string printed_page(const page::Data& data, const view::ViewState& state, const TextMeasure& measure,
                         const std::string& address);

}  // namespace atlas::app

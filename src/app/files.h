// The bytes of what a page hands out: its figures as CSV, one of its charts as SVG or, where the platform can, as PNG.
#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "page/page.h"

namespace atlas::app {

struct File {
    std::string name, mime, bytes;
    std::optional<scene::Scene> picture{};  ///< a PNG is wanted of this; `bytes` are its SVG
};
/// `target` is that of Action::Kind::download: "csv", "table:" and a chart, "svg:" or "png:" and a node of the page in `state`. Unset
/// when the page has no such thing.
std::optional<File> file_of(const page::Data& data, const view::ViewState& state, const ui::Environment& environment,
                            const TextMeasure& measure, std::string_view target);

}  // namespace atlas::app

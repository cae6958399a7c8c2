// The bytes of what a page hands out: its figures as CSV, one of its charts as SVG.
#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "page/page.h"

namespace atlas::app {

struct File {
    std::string name, mime, bytes;
};
/// `target` is that of Action::Kind::download: "csv", or "svg:" and a node of `scene`, the page's scene in `state`. Unset when the
/// page has no such thing.
std::optional<File> file_of(const page::Data& data, const view::ViewState& state, const scene::Scene& scene,
                            std::string_view target);

}  // namespace atlas::app

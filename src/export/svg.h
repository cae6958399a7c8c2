// Scene → SVG: one clean, self-contained picture with real text, for previews, downloads and the static pages.
#pragma once
#include <optional>
#include <string>

#include "scene/scene.h"

namespace atlas::exporting {

struct SvgOptions {
    std::optional<Rect> area;  ///< only this part, in window coordinates (page not scrolled); unset: the window
    bool whole_document =
        false;  ///< the document's whole height instead of the window's; bars at the bottom move down with it
    std::optional<scene::Layer> only;  ///< one layer instead of all
    std::string title, description;    ///< for readers of the picture; empty: the scene's
    bool ground = true;                ///< a white rectangle behind everything
    std::string id_prefix;             ///< of the ids inside: of several pictures in one page each needs its own
};

/// The marks of `scene`, the document layer unscrolled. Map areas become one path a feature (points closer than 0.3 px are
/// skipped, coordinates rounded to 0.1 px), "no data" a hatch pattern. Never fails; texts are escaped.
std::string to_svg(const scene::Scene& scene, const SvgOptions& options = {});

}  // namespace atlas::exporting

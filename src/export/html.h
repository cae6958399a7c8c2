// Scene → static HTML: the semantic tree as plain elements, its maps and charts as inline SVG. What a reader meets before
// the program has arrived, and where it cannot run.
#pragma once
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "scene/scene.h"

namespace atlas::exporting {

struct HtmlOptions {
    /// Where a link to a route of the atlas ("/kpis") or to a file of its site ("offline.html") leads; unset: into the application,
    /// "#/…", and to the file beside the page. Links to outside stay as they are.
    std::function<std::string(std::string_view target)> link;
    /// Nodes that become pictures though they are made of controls: a legend whose classes are switches. What their parts say is
    /// the picture's description.
    std::vector<std::string> pictures;
};

/// The body of the page, without <html> and <body>: landmarks, headings, paragraphs, lists, tables, links. What is not in the
/// scene's language carries its `lang`; the page around it says the scene's. Buttons and fields, which need the program, are
/// left out, and so is what would be empty without them. A group that shows a map, or whose marks are one tab stop, becomes a
/// <figure> with the map or chart as SVG, named and described as the group is; of the marks only those inside it are in the
/// SVG, and none of the buttons that lie on a map. Texts are escaped.
std::string to_html(const scene::Scene& scene, const HtmlOptions& options = {});

}  // namespace atlas::exporting

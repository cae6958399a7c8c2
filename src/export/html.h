// Scene → static HTML: the semantic tree as plain elements, its maps and charts as inline SVG. What a reader meets before
// the program has arrived, and where it cannot run.
#pragma once
#include <string>

#include "scene/scene.h"

namespace atlas::exporting {

/// The body of the page, without <html> and <body>: landmarks, headings, paragraphs, lists, tables, links (routes become
/// "#/…"). What is not in the scene's language carries its `lang`; the page around it says the scene's. Buttons and fields, which need the program, are left out; a group that shows a map becomes a <figure> with the
/// map as SVG, named and described as the group is. Texts are escaped.
std::string to_html(const scene::Scene& scene);

}  // namespace atlas::exporting

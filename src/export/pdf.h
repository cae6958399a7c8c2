// Scenes → one PDF: vectors stay vectors, text stays text that can be searched and copied, fonts are embedded as subsets. On the
// desktop, by cairo (src/export/cairo); a program without it (src/export/plain) says so.
#pragma once
#include <span>
#include <string>

#include "core/result.h"
#include "scene/scene.h"

namespace atlas::exporting {

struct PdfPage {
    const scene::Scene* scene = nullptr;
    bool whole_document =
        false;  ///< the document's whole height instead of the window's; bars at the bottom move down with it
};

struct PdfOptions {
    std::string font_regular, font_bold;  ///< paths of TTF files
    std::string title;                    ///< of the file; empty: the first page's
    std::string base_url;                 ///< where the atlas is published; empty: only links to outside lead anywhere
    std::string date;                     ///< ISO date of the edition, for equal bytes of equal scenes; empty: now
};

/// The file's bytes. One page of paper a scene, 0.75 pt a CSS pixel, each in the outline under its title; links of the nodes
/// are links of the page. A longer page than a PDF may have (14,400 pt) is made smaller as a whole.
Result<std::string> pdf(std::span<const PdfPage> pages, const PdfOptions& options);

}  // namespace atlas::exporting

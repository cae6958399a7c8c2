// What sosei-atlas makes without a window: pictures and words of a page, a PDF of several, a deck, the static site. Each says on the
// console what went wrong and returns the process's exit code.
#pragma once
#include "app/desktop.h"

namespace atlas::app {

/// One page as it would stand in the window: --screenshot, --dump-semantics, --dump-scene, --export-svg, --export-html.
int export_page(const Session& session);
/// --export-pdf.
int export_pdf(const Session& session);
/// --export-deck.
int export_deck(const Session& session);
/// --export site.
int export_site(const Session& session);

}  // namespace atlas::app

// The atlas in a browser.
#include "app/app.h"
#include "core/lang.h"
#include "platform/web/host_web.h"

#ifndef ATLAS_VERSION
#define ATLAS_VERSION "0"
#endif

/// They are fetched when a page is asked for in English: most readers never need them.
std::string_view atlas::linked_english() { return {}; }

int main() {
    atlas::platform::Host* host = atlas::platform::make_web_host();
    if (!host) return 1;  // web/start.js has already said what the browser lacks
    auto* app = new atlas::app::App(*host, {ATLAS_VERSION, false});  // lives as long as the page
    atlas::platform::listen(*app);
    app->start();
    return 0;
}

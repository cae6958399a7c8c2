// The atlas in a browser.
#include "app/app.h"
#include "platform/web/host_web.h"

#ifndef ATLAS_VERSION
#define ATLAS_VERSION "0"
#endif

int main() {
    atlas::platform::Host* host = atlas::platform::make_web_host();
    if (!host) return 1;  // web/start.js has already said what the browser lacks
    auto* app = new atlas::app::App(*host, {ATLAS_VERSION, false});  // lives as long as the page
    atlas::platform::listen(*app);
    app->start();
    return 0;
}

// The browser as a Host.
#pragma once
#include "platform/host.h"

namespace atlas::platform {

/// nullptr when the browser has no WebGL 2.
Host* make_web_host();
/// Connects the browser's events (input, mirror, address, context) and window.__atlas to `events`.
void listen(WebEvents& events);

}  // namespace atlas::platform

// The lower parts of the overview, a file each. Internal to the overview.
#pragma once
#include "page/page.h"

namespace atlas::page {

/// Each begins at `y` and returns the y where it ended. What it needs may be missing: then it says so itself.
float overview_pillars(Context& ctx, float y);
float overview_vision(Context& ctx, float y);

}  // namespace atlas::page

// How many objects the context holds, by asking it: what the soak test of the kiosk watches.
#pragma once

namespace atlas::paint {

struct GlObjects {
    int textures = 0, buffers = 0, framebuffers = 0;
};
/// Of the names that a driver hands out first; one that has made thousands more has lost them long before.
GlObjects count_gl_objects();

}  // namespace atlas::paint

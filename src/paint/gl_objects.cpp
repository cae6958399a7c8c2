#include "paint/gl_objects.h"

#include "atlas_gl.h"

namespace atlas::paint {

GlObjects count_gl_objects() {
    constexpr GLuint most = 4096;
    GlObjects objects;
    for (GLuint name = 1; name < most; ++name) {
        objects.textures += glIsTexture(name);
        objects.buffers += glIsBuffer(name);
        objects.framebuffers += glIsFramebuffer(name);
    }
    return objects;
}

}  // namespace atlas::paint

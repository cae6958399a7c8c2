// Dear ImGui's renderer saves and restores the whole GL state around its drawing, so that it can live inside other
// renderers. In a browser each of these questions waits until the GPU process has drawn everything before it: measured on
// SwiftShader, up to 700 ms in a frame with a map. Nobody else draws here, so the answers are constants: CMake points
// the renderer's glGetIntegerv and glIsEnabled at these two.
#include <GLES3/gl3.h>

extern "C" {

void atlas_gl_state(GLenum name, GLint* out) {
    switch (name) {
        case GL_ACTIVE_TEXTURE: *out = GL_TEXTURE0; return;
        case GL_BLEND_EQUATION_RGB:
        case GL_BLEND_EQUATION_ALPHA: *out = GL_FUNC_ADD; return;
        case GL_BLEND_SRC_RGB:
        case GL_BLEND_SRC_ALPHA: *out = GL_ONE; return;
        case GL_BLEND_DST_RGB:
        case GL_BLEND_DST_ALPHA: *out = GL_ZERO; return;
        case GL_CURRENT_PROGRAM:
        case GL_TEXTURE_BINDING_2D:
        case GL_SAMPLER_BINDING:
        case GL_ARRAY_BUFFER_BINDING:
        case GL_ELEMENT_ARRAY_BUFFER_BINDING:
        case GL_VERTEX_ARRAY_BINDING: *out = 0; return;
        case GL_VIEWPORT:
        case GL_SCISSOR_BOX: out[0] = out[1] = 0, out[2] = out[3] = 1; return;  // the painter sets both before it draws
        default: glGetIntegerv(name, out);
    }
}

GLboolean atlas_gl_enabled(GLenum) { return GL_FALSE; }
}

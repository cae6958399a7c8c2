// OpenGL as the desktop has it: 3.3 core. src/platform/web/gl holds the other one; CMake chooses.
#pragma once
#define GL_GLEXT_PROTOTYPES
#include <GL/gl.h>
#include <GL/glext.h>
namespace atlas::gl {
/// Of the window, or the one that a picture without a display is drawn into.
inline GLuint bound_framebuffer() {
    GLint name = 0;
    glGetIntegerv(GL_FRAMEBUFFER_BINDING, &name);
    return static_cast<GLuint>(name);
}
inline constexpr const char* glsl_header = "#version 330 core\n";
inline constexpr const char* glsl_version = "#version 330 core";
}  // namespace atlas::gl

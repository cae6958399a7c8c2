// OpenGL as the browser has it: WebGL 2, i.e. OpenGL ES 3.0. src/platform/desktop/gl holds the other one; CMake chooses.
#pragma once
#include <GLES3/gl3.h>
namespace atlas::gl {
/// The canvas. Asking would wait for the GPU process; see gl_state.cpp.
inline GLuint bound_framebuffer() { return 0; }
inline constexpr const char* glsl_header = "#version 300 es\nprecision highp float;\nprecision highp int;\n";
inline constexpr const char* glsl_version = "#version 300 es";
}  // namespace atlas::gl

// OpenGL as the desktop has it: 3.3 core. src/platform/web/gl holds the other one; CMake chooses.
#pragma once
#define GL_GLEXT_PROTOTYPES
#include <GL/gl.h>
#include <GL/glext.h>
namespace atlas::gl {
inline constexpr const char* glsl_header = "#version 330 core\n";
inline constexpr const char* glsl_version = "#version 330 core";
}  // namespace atlas::gl

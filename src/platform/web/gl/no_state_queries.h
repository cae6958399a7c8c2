// Included before Dear ImGui's OpenGL renderer in the web build; see src/platform/web/gl/gl_state.cpp.
#pragma once
#include <GLES3/gl3.h>
#ifdef __cplusplus
extern "C" {
#endif
void atlas_gl_state(GLenum name, GLint* out);
GLboolean atlas_gl_enabled(GLenum capability);
#ifdef __cplusplus
}
#endif
#define glGetIntegerv atlas_gl_state
#define glIsEnabled atlas_gl_enabled

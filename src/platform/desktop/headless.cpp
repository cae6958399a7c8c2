// A picture without a display: EGL's surfaceless platform, an off-screen framebuffer, frames until nothing moves.
#define EGL_EGLEXT_PROTOTYPES
#include <EGL/egl.h>
#include <EGL/eglext.h>

#include <cmath>

#include "atlas_gl.h"
#include "platform/desktop/host_desktop.h"

namespace atlas::platform {
namespace {

Problem failure(const char* what) {
    return problem_of({}, {}, Word::problem_no_display, Word::problem_no_display_remedy, {{"what", what}});
}

class Egl {
public:
    const char* start() {
        display_ = eglGetPlatformDisplay(EGL_PLATFORM_SURFACELESS_MESA, EGL_DEFAULT_DISPLAY, nullptr);
        if (display_ == EGL_NO_DISPLAY || !eglInitialize(display_, nullptr, nullptr)) return "eglInitialize";
        if (!eglBindAPI(EGL_OPENGL_API)) return "eglBindAPI";
        const EGLint wanted[] = {EGL_SURFACE_TYPE, EGL_PBUFFER_BIT, EGL_RENDERABLE_TYPE, EGL_OPENGL_BIT, EGL_NONE};
        EGLConfig config = nullptr;
        EGLint count = 0;
        if (!eglChooseConfig(display_, wanted, &config, 1, &count) || count < 1) return "eglChooseConfig";
        const EGLint version[] = {
            EGL_CONTEXT_MAJOR_VERSION,           3,       EGL_CONTEXT_MINOR_VERSION, 3, EGL_CONTEXT_OPENGL_PROFILE_MASK,
            EGL_CONTEXT_OPENGL_CORE_PROFILE_BIT, EGL_NONE};
        context_ = eglCreateContext(display_, config, EGL_NO_CONTEXT, version);
        if (context_ == EGL_NO_CONTEXT) return "eglCreateContext";
        return eglMakeCurrent(display_, EGL_NO_SURFACE, EGL_NO_SURFACE, context_) ? nullptr : "eglMakeCurrent";
    }
    // The context lives until the process ends: the painter, made later, is destroyed later too.

private:
    EGLDisplay display_ = EGL_NO_DISPLAY;
    EGLContext context_ = EGL_NO_CONTEXT;
};

}  // namespace

Result<Picture> run_headless(DesktopOptions options, std::shared_ptr<GlyphSource> glyphs, const MakeEvents& make) {
    static Egl egl;
    if (const char* fault = egl.start()) return failure(fault);
    DesktopHost host(options, std::move(glyphs));
    Picture picture;
    picture.width = static_cast<int>(std::lround(static_cast<float>(options.width) * host.dpr()));
    picture.height = static_cast<int>(std::lround(static_cast<float>(options.height) * host.dpr()));
    GLuint target = 0, colour = 0;
    glGenFramebuffers(1, &target), glGenRenderbuffers(1, &colour);
    glBindFramebuffer(GL_FRAMEBUFFER, target);
    glBindRenderbuffer(GL_RENDERBUFFER, colour);
    glRenderbufferStorage(GL_RENDERBUFFER, GL_RGBA8, picture.width, picture.height);
    glFramebufferRenderbuffer(GL_FRAMEBUFFER, GL_COLOR_ATTACHMENT0, GL_RENDERBUFFER, colour);
    if (glCheckFramebufferStatus(GL_FRAMEBUFFER) != GL_FRAMEBUFFER_COMPLETE)
        return failure("glFramebufferRenderbuffer");

    Events& events = make(host);
    constexpr int most_frames = 600;  // ten seconds of animation; a page that never rests is a fault
    for (int frame = 0; frame < most_frames; ++frame) {
        host.run_fetches();
        if (!host.take_frame_request() && host.ready()) break;
        events.frame(host.now_ms());
    }
    picture.rgba.resize(static_cast<size_t>(picture.width) * static_cast<size_t>(picture.height) * 4);
    std::vector<uint8_t> upside_down(picture.rgba.size());
    glReadPixels(0, 0, picture.width, picture.height, GL_RGBA, GL_UNSIGNED_BYTE, upside_down.data());
    const auto stride = static_cast<std::ptrdiff_t>(picture.width) * 4;
    for (std::ptrdiff_t row = 0; row < picture.height; ++row)
        std::copy_n(upside_down.begin() + (picture.height - 1 - row) * stride, stride,
                    picture.rgba.begin() + row * stride);
    return picture;
}

}  // namespace atlas::platform

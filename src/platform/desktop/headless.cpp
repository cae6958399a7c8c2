// Pictures instead of a window: an off-screen framebuffer; without a display EGL's surfaceless platform, frames until nothing moves.
#define EGL_EGLEXT_PROTOTYPES
#include <EGL/egl.h>
#include <EGL/eglext.h>

#include <algorithm>
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

OffscreenTarget::OffscreenTarget(int width, int height) : width_(width), height_(height) {
    glGetIntegerv(GL_FRAMEBUFFER_BINDING, &before_);
    glGenFramebuffers(1, &target_), glGenRenderbuffers(1, &colour_);
    glBindFramebuffer(GL_FRAMEBUFFER, target_);
    glBindRenderbuffer(GL_RENDERBUFFER, colour_);
    glRenderbufferStorage(GL_RENDERBUFFER, GL_RGBA8, width_, height_);
    glFramebufferRenderbuffer(GL_FRAMEBUFFER, GL_COLOR_ATTACHMENT0, GL_RENDERBUFFER, colour_);
}

OffscreenTarget::~OffscreenTarget() {
    glBindFramebuffer(GL_FRAMEBUFFER, static_cast<GLuint>(before_));
    glDeleteFramebuffers(1, &target_), glDeleteRenderbuffers(1, &colour_);
}

bool OffscreenTarget::complete() const { return glCheckFramebufferStatus(GL_FRAMEBUFFER) == GL_FRAMEBUFFER_COMPLETE; }

Picture OffscreenTarget::read() const {
    Picture picture;
    picture.width = width_, picture.height = height_;
    picture.rgba.resize(static_cast<size_t>(width_) * static_cast<size_t>(height_) * 4);
    std::vector<uint8_t> upside_down(picture.rgba.size());
    glReadPixels(0, 0, width_, height_, GL_RGBA, GL_UNSIGNED_BYTE, upside_down.data());
    const auto stride = static_cast<std::ptrdiff_t>(width_) * 4;
    for (std::ptrdiff_t row = 0; row < height_; ++row)
        std::copy_n(upside_down.begin() + (height_ - 1 - row) * stride, stride, picture.rgba.begin() + row * stride);
    return picture;
}

Problems start_offscreen() {
    static Egl egl;
    if (const char* fault = egl.start()) return {failure(fault)};
    return {};
}

Result<Picture> run_headless(DesktopOptions options, std::shared_ptr<GlyphSource> glyphs, const MakeEvents& make) {
    if (const Problems problems = start_offscreen(); !problems.empty()) return problems;
    DesktopHost host(options, std::move(glyphs));
    const OffscreenTarget target(static_cast<int>(std::lround(static_cast<float>(options.width) * host.dpr())),
                                 static_cast<int>(std::lround(static_cast<float>(options.height) * host.dpr())));
    if (!target.complete()) return failure("glFramebufferRenderbuffer");

    Events& events = make(host);
    constexpr int most_frames = 600;  // ten seconds of animation; a page that never rests is a fault
    for (int frame = 0; frame < most_frames; ++frame) {
        host.run_fetches();
        if (!host.take_frame_request() && host.ready()) break;
        events.frame(host.now_ms());
    }
    return target.read();
}

}  // namespace atlas::platform

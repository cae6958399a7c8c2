// A desktop window through GLFW. Waits for events; draws only when a frame was asked for.
#include <GLFW/glfw3.h>

#include <cmath>
#include <cstdio>
#include <string>

#include "imgui.h"
#include "imgui_impl_glfw.h"
#include "platform/desktop/host_desktop.h"

namespace atlas::platform {

class WindowHost final : public DesktopHost {
public:
    using DesktopHost::DesktopHost;

    bool open() {
        glfwWindowHint(GLFW_CONTEXT_VERSION_MAJOR, 3);
        glfwWindowHint(GLFW_CONTEXT_VERSION_MINOR, 3);
        glfwWindowHint(GLFW_OPENGL_PROFILE, GLFW_OPENGL_CORE_PROFILE);
        glfwWindowHint(GLFW_SCALE_TO_MONITOR, options_.dpr > 0 ? GLFW_FALSE : GLFW_TRUE);
        GLFWmonitor* monitor = options_.fullscreen ? glfwGetPrimaryMonitor() : nullptr;
        int width = static_cast<int>(window_.x * dpr_), height = static_cast<int>(window_.y * dpr_);
        if (monitor) {
            const GLFWvidmode* mode = glfwGetVideoMode(monitor);
            width = mode->width, height = mode->height;
        }
        handle_ = glfwCreateWindow(width, height, Words()(Word::app_name), monitor, nullptr);
        if (!handle_) return false;
        glfwMakeContextCurrent(handle_);
        glfwSwapInterval(1);
        for (size_t i = 0; i < 3; ++i) {
            constexpr int shapes[] = {GLFW_ARROW_CURSOR, GLFW_HAND_CURSOR, GLFW_IBEAM_CURSOR};
            cursors_[i] = glfwCreateStandardCursor(shapes[i]);
        }
        measure();
        return true;
    }

    void connect(Events& events);
    void run(Events& events) {
        while (!glfwWindowShouldClose(handle_)) {
            run_fetches();
            if (take_frame_request()) {
                events.frame(now_ms());
                glfwSwapBuffers(handle_);
                glfwPollEvents();
            } else if (const double wait_ms = until_wake_ms(); wait_ms < 0) {
                glfwWaitEvents();
            } else if (wait_ms == 0) {
                wake();
            } else {
                glfwWaitEventsTimeout(wait_ms / 1000);
            }
        }
    }
    void close() {
        ImGui_ImplGlfw_Shutdown();
        glfwDestroyWindow(handle_);
    }

    void set_page(const std::string& title, const std::string& description, Lang lang, float height) override {
        DesktopHost::set_page(title, description, lang, height);
        if (title != title_) glfwSetWindowTitle(handle_, (title_ = title).c_str());
    }
    void set_cursor(scene::Cursor cursor) override {
        glfwSetInputMode(handle_, GLFW_CURSOR, cursor == scene::Cursor::none ? GLFW_CURSOR_HIDDEN : GLFW_CURSOR_NORMAL);
        const auto index = static_cast<size_t>(cursor);
        glfwSetCursor(handle_, cursors_[index < 3 ? index : 0]);
    }
    void copy_text(const std::string& text, std::function<void(bool)> done) override {
        glfwSetClipboardString(handle_, text.c_str());
        done(true);
    }

    void measure() {
        int width = 0, height = 0;
        glfwGetFramebufferSize(handle_, &width, &height);
        if (options_.dpr <= 0) {
            float x = 1, y = 1;
            glfwGetWindowContentScale(handle_, &x, &y);
            dpr_ = std::max(1.f, x);
        }
        window_ = {static_cast<float>(width) / dpr_, static_cast<float>(height) / dpr_};
    }
    Vec2 cursor_at() const {
        double x = 0, y = 0;
        glfwGetCursorPos(handle_, &x, &y);
        return {static_cast<float>(x) / dpr_, static_cast<float>(y) / dpr_};
    }
    GLFWwindow* handle() const { return handle_; }

private:
    GLFWwindow* handle_ = nullptr;
    GLFWcursor* cursors_[3] = {};
    std::string title_;
};

namespace {

struct Link {
    WindowHost* host;
    Events* events;
};
Link& link_of(GLFWwindow* window) { return *static_cast<Link*>(glfwGetWindowUserPointer(window)); }

Key key_of(int key) {
    switch (key) {
        case GLFW_KEY_UP: return Key::up;
        case GLFW_KEY_DOWN: return Key::down;
        case GLFW_KEY_LEFT: return Key::left;
        case GLFW_KEY_RIGHT: return Key::right;
        case GLFW_KEY_ENTER:
        case GLFW_KEY_KP_ENTER: return Key::enter;
        case GLFW_KEY_SPACE: return Key::space;
        case GLFW_KEY_ESCAPE: return Key::escape;
        case GLFW_KEY_TAB: return Key::tab;
        case GLFW_KEY_PAGE_UP: return Key::page_up;
        case GLFW_KEY_PAGE_DOWN: return Key::page_down;
        case GLFW_KEY_HOME: return Key::home;
        case GLFW_KEY_END: return Key::end;
        case GLFW_KEY_EQUAL:
        case GLFW_KEY_SEMICOLON:
        case GLFW_KEY_KP_ADD: return Key::plus;
        case GLFW_KEY_MINUS:
        case GLFW_KEY_KP_SUBTRACT: return Key::minus;
        case GLFW_KEY_0:
        case GLFW_KEY_KP_0: return Key::zero;
        case GLFW_KEY_SLASH: return Key::slash;
        case GLFW_KEY_BACKSPACE: return Key::backspace;
        default: return Key::none;
    }
}

/// GLFW names keys by what stands on them in the American layout, where letters and digits have their ASCII codes.
char character_of(int key, int mods) {
    if (key >= GLFW_KEY_A && key <= GLFW_KEY_Z) return static_cast<char>(key - GLFW_KEY_A + 'a');
    if (key >= GLFW_KEY_0 && key <= GLFW_KEY_9) return static_cast<char>(key);
    if (key >= GLFW_KEY_KP_0 && key <= GLFW_KEY_KP_9) return static_cast<char>(key - GLFW_KEY_KP_0 + '0');
    if (key == GLFW_KEY_SLASH && (mods & GLFW_MOD_SHIFT)) return '?';
    return key == GLFW_KEY_PERIOD ? '.' : '\0';
}

void on_key(GLFWwindow* window, int key, int, int action, int mods) {
    if (action == GLFW_RELEASE) return;
    Link& link = link_of(window);
    link.host->request_frame();
    const bool alt = mods & GLFW_MOD_ALT, ctrl = mods & GLFW_MOD_CONTROL;
    const auto step = [&link](int by) {
        const std::string route = link.host->history_step(by);
        if (!route.empty()) link.events->route_changed(route);
    };
    if (alt && (key == GLFW_KEY_LEFT || key == GLFW_KEY_RIGHT)) return step(key == GLFW_KEY_RIGHT ? 1 : -1);
    if (ctrl && key == GLFW_KEY_Q) return glfwSetWindowShouldClose(window, GLFW_TRUE);
    KeyEvent event;
    event.key = key_of(key), event.character = character_of(key, mods), event.shift = mods & GLFW_MOD_SHIFT,
    event.ctrl = ctrl;
    // Tab leaves a text field; everything else is the field's.
    event.in_field = ImGui::GetIO().WantTextInput && event.key != Key::tab;
    if (event.key == Key::none && !event.character) return;
    const bool was_used = link.events->key(event);
    if (!was_used && event.key == Key::backspace && !event.in_field) step(-1);
}

void on_button(GLFWwindow* window, int button, int action, int mods) {
    Link& link = link_of(window);
    link.host->request_frame();
    if (button == GLFW_MOUSE_BUTTON_4 || button == GLFW_MOUSE_BUTTON_5) {
        const std::string route =
            action == GLFW_PRESS ? link.host->history_step(button == GLFW_MOUSE_BUTTON_4 ? -1 : 1) : "";
        if (!route.empty()) link.events->route_changed(route);
        return;
    }
    const auto kind = action == GLFW_PRESS ? PointerEvent::Kind::down : PointerEvent::Kind::up;
    const bool main = button == GLFW_MOUSE_BUTTON_LEFT, shifted = main && (mods & GLFW_MOD_SHIFT);
    link.events->pointer({kind, 1, false, main && !shifted, link.host->cursor_at(), shifted});
}

void on_move(GLFWwindow* window, double, double) {
    Link& link = link_of(window);
    if (ImGui::GetIO().WantTextInput) link.host->request_frame();
    link.events->pointer({PointerEvent::Kind::move, 1, false, true, link.host->cursor_at()});
}

void on_enter(GLFWwindow* window, int entered) {
    Link& link = link_of(window);
    if (!entered) link.events->pointer({PointerEvent::Kind::leave, 1, false, true, {-1, -1}});
}

void on_drop(GLFWwindow* window, int count, const char** paths) {
    if (count > 0) open_file(*link_of(window).events, paths[0]);
}

void on_scroll(GLFWwindow* window, double dx, double dy) {
    Link& link = link_of(window);
    const bool ctrl = glfwGetKey(window, GLFW_KEY_LEFT_CONTROL) == GLFW_PRESS ||
                      glfwGetKey(window, GLFW_KEY_RIGHT_CONTROL) == GLFW_PRESS;
    constexpr float step_px = 60;
    const Vec2 delta{static_cast<float>(-dx) * step_px, static_cast<float>(-dy) * step_px};
    if (link.events->wheel({link.host->cursor_at(), delta, ctrl})) return;
    link.host->scroll_to(link.host->scroll_px() + delta.y);
    link.events->scrolled();
}

void on_size(GLFWwindow* window, int, int) {
    Link& link = link_of(window);
    link.host->measure();
    link.events->resized();
}

}  // namespace

void WindowHost::connect(Events& events) {
    static Link link;
    link = {this, &events};
    glfwSetWindowUserPointer(handle_, &link);
    glfwSetKeyCallback(handle_, on_key);
    glfwSetMouseButtonCallback(handle_, on_button);
    glfwSetCursorPosCallback(handle_, on_move);
    glfwSetCursorEnterCallback(handle_, on_enter);
    glfwSetScrollCallback(handle_, on_scroll);
    glfwSetDropCallback(handle_, on_drop);
    glfwSetFramebufferSizeCallback(handle_, on_size);
    glfwSetWindowRefreshCallback(handle_, [](GLFWwindow* window) { link_of(window).host->request_frame(); });
    // ImGui's own callbacks come on top and call ours: they feed the text field.
    ImGui_ImplGlfw_InitForOpenGL(handle_, true);
}

int run_window(DesktopOptions options, std::shared_ptr<GlyphSource> glyphs, const MakeEvents& make) {
    glfwSetErrorCallback([](int code, const char* what) { std::fprintf(stderr, "glfw %d: %s\n", code, what); });
    if (!glfwInit()) {
        std::fprintf(stderr, "%s\n", Words()(Word::desktop_no_screen));
        return 1;
    }
    int code = 0;
    {
        WindowHost host(std::move(options), std::move(glyphs));
        if (!host.open()) {
            std::fprintf(stderr, "%s\n", Words()(Word::desktop_no_window));
            code = 1;
        } else {
            Events& events = make(host);
            host.connect(events);
            host.run(events);
        }
        // The window goes with the process: the painter still owns GL objects of its context.
    }
    return code;
}

}  // namespace atlas::platform

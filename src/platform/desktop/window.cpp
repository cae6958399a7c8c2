// Desktop windows through GLFW: one, and of a deck its other side. Waits for events; draws only when a frame was asked for.
#include <GLFW/glfw3.h>

#include <algorithm>
#include <cstdio>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "imgui.h"
#include "imgui_impl_glfw.h"
#include "platform/desktop/host_desktop.h"

namespace atlas::platform {

/// What a window asks of the others.
class Desk {
public:
    virtual ~Desk() = default;
    virtual void tell(const Host& from, const std::string& message) = 0;
    virtual void open_beside(const Host& from, const std::string& route, bool for_audience) = 0;
};

class WindowHost final : public DesktopHost {
public:
    WindowHost(DesktopOptions options, std::shared_ptr<GlyphSource> glyphs, Desk& desk)
        : DesktopHost(std::move(options), std::move(glyphs)), desk_(desk) {}

    /// On `monitor`, where one is named; fullscreen there when the options say so.
    bool open(GLFWmonitor* monitor);
    void connect(Events& events);
    /// Its OpenGL and its ImGui are the current ones from now on.
    void enter() const {
        if (glfwGetCurrentContext() != handle_) glfwMakeContextCurrent(handle_);
        if (imgui_) ImGui::SetCurrentContext(imgui_);
    }
    void draw() {
        events_->frame(now_ms());
        glfwSwapBuffers(handle_);
    }
    void toggle_fullscreen();
    GLFWmonitor* monitor() const;
    bool is_shown() const { return glfwGetWindowAttrib(handle_, GLFW_VISIBLE) == GLFW_TRUE; }

    void set_page(const std::string& title, const std::string& description, Lang lang, float height) override {
        DesktopHost::set_page(title, description, lang, height);
        if (title != title_) glfwSetWindowTitle(handle_, (title_ = title).c_str());
    }
    void set_cursor(scene::Cursor cursor) override {
        if (options_.is_kiosk) cursor = scene::Cursor::none;
        glfwSetInputMode(handle_, GLFW_CURSOR, cursor == scene::Cursor::none ? GLFW_CURSOR_HIDDEN : GLFW_CURSOR_NORMAL);
        const auto index = static_cast<size_t>(cursor);
        glfwSetCursor(handle_, cursors_[index < 3 ? index : 0]);
    }
    void copy_text(const std::string& text, std::function<void(bool)> done) override {
        glfwSetClipboardString(handle_, text.c_str());
        done(true);
    }
    void tell_windows(const std::string& message) override { desk_.tell(*this, message); }
    void open_window(const std::string& route, bool for_audience) override {
        desk_.open_beside(*this, route, for_audience);
    }

    void measure() override {
        int width = 0, height = 0;
        glfwGetFramebufferSize(handle_, &width, &height);
        float x = options_.dpr, y = 1;
        if (options_.dpr <= 0) glfwGetWindowContentScale(handle_, &x, &y), x = std::max(1.f, x);
        dpr_ = x * zoom_;
        window_ = {static_cast<float>(width) / dpr_, static_cast<float>(height) / dpr_};
    }
    Vec2 cursor_at() const {
        double x = 0, y = 0;
        glfwGetCursorPos(handle_, &x, &y);
        return {static_cast<float>(x) / dpr_, static_cast<float>(y) / dpr_};
    }
    const DesktopOptions& options() const { return options_; }
    GLFWwindow* handle() const { return handle_; }
    bool is_kiosk() const { return options_.is_kiosk; }
    void lose_context() override { is_lost_ = true; }
    /// The display went, or came back: GLFW has made an ordinary window of the one that filled it.
    void fill_display();
    /// A context that the driver has lost does not come back: another window with another one takes its place. False when there can be none.
    bool renew_if_lost();
    Events& events() const { return *events_; }

private:
    Desk& desk_;
    GLFWwindow* handle_ = nullptr;
    ImGuiContext* imgui_ = nullptr;
    Events* events_ = nullptr;
    GLFWcursor* cursors_[3] = {};
    std::string title_;
    unsigned (*reset_status_)() = nullptr;
    bool is_lost_ = false;
    struct Place {
        int x = 0, y = 0, width = 0, height = 0;
    } before_fullscreen_;
};

bool WindowHost::open(GLFWmonitor* monitor) {
    glfwWindowHint(GLFW_CONTEXT_VERSION_MAJOR, 3);
    glfwWindowHint(GLFW_CONTEXT_VERSION_MINOR, 3);
    glfwWindowHint(GLFW_OPENGL_PROFILE, GLFW_OPENGL_CORE_PROFILE);
    glfwWindowHint(GLFW_SCALE_TO_MONITOR, options_.dpr > 0 ? GLFW_FALSE : GLFW_TRUE);
    glfwWindowHint(GLFW_AUTO_ICONIFY,
                   GLFW_FALSE);  // the hall goes on seeing the slide when the presenter's window is clicked
    if (options_.is_kiosk) glfwWindowHint(GLFW_CONTEXT_ROBUSTNESS, GLFW_LOSE_CONTEXT_ON_RESET);
    const bool fills = options_.fullscreen;
    if (fills && !monitor) monitor = glfwGetPrimaryMonitor();
    int width = static_cast<int>(window_.x * dpr_), height = static_cast<int>(window_.y * dpr_);
    before_fullscreen_ = {80, 80, width, height};
    if (fills && monitor) {
        const GLFWvidmode* mode = glfwGetVideoMode(monitor);
        width = mode->width, height = mode->height;
    }
    handle_ = glfwCreateWindow(width, height, Words()(Word::app_name), fills ? monitor : nullptr, nullptr);
    if (!handle_) return false;
    if (monitor) {
        int x = 0, y = 0;
        glfwGetMonitorPos(monitor, &x, &y);
        before_fullscreen_.x += x, before_fullscreen_.y += y;
        if (!fills) glfwSetWindowPos(handle_, before_fullscreen_.x, before_fullscreen_.y);
    }
    glfwMakeContextCurrent(handle_);
    using ResetStatus = unsigned (*)();
    reset_status_ =
        options_.is_kiosk ? reinterpret_cast<ResetStatus>(glfwGetProcAddress("glGetGraphicsResetStatus")) : nullptr;
    glfwSwapInterval(1);
    for (size_t i = 0; i < 3; ++i) {
        constexpr int shapes[] = {GLFW_ARROW_CURSOR, GLFW_HAND_CURSOR, GLFW_IBEAM_CURSOR};
        cursors_[i] = glfwCreateStandardCursor(shapes[i]);
    }
    measure();
    return true;
}

/// The one that the window's middle is on.
GLFWmonitor* WindowHost::monitor() const {
    if (GLFWmonitor* whole = glfwGetWindowMonitor(handle_)) return whole;
    int count = 0, x = 0, y = 0, width = 0, height = 0;
    GLFWmonitor** monitors = glfwGetMonitors(&count);
    glfwGetWindowPos(handle_, &x, &y);
    glfwGetWindowSize(handle_, &width, &height);
    for (int i = 0; i < count; ++i) {
        int left = 0, top = 0;
        glfwGetMonitorPos(monitors[i], &left, &top);
        const GLFWvidmode* mode = glfwGetVideoMode(monitors[i]);
        const int across = x + width / 2 - left, down = y + height / 2 - top;
        if (across >= 0 && across < mode->width && down >= 0 && down < mode->height) return monitors[i];
    }
    return glfwGetPrimaryMonitor();
}

void WindowHost::toggle_fullscreen() {
    const Place& before = before_fullscreen_;
    if (glfwGetWindowMonitor(handle_))
        return glfwSetWindowMonitor(handle_, nullptr, before.x, before.y, before.width, before.height, GLFW_DONT_CARE);
    GLFWmonitor* here = monitor();
    if (!here) return;
    glfwGetWindowPos(handle_, &before_fullscreen_.x, &before_fullscreen_.y);
    glfwGetWindowSize(handle_, &before_fullscreen_.width, &before_fullscreen_.height);
    const GLFWvidmode* mode = glfwGetVideoMode(here);
    glfwSetWindowMonitor(handle_, here, 0, 0, mode->width, mode->height, mode->refreshRate);
}

void WindowHost::fill_display() {
    GLFWmonitor* whole = options_.fullscreen ? glfwGetPrimaryMonitor() : nullptr;
    if (!whole) return;
    const GLFWvidmode* mode = glfwGetVideoMode(whole);
    glfwSetWindowMonitor(handle_, whole, 0, 0, mode->width, mode->height, mode->refreshRate);
    request_frame();
}

bool WindowHost::renew_if_lost() {
    if (!is_lost_ && !(reset_status_ && reset_status_() != 0)) return true;
    is_lost_ = false;
    events_->context_lost();
    ImGui_ImplGlfw_Shutdown();
    for (GLFWcursor*& cursor : cursors_) glfwDestroyCursor(cursor), cursor = nullptr;
    GLFWmonitor* here = monitor();
    glfwDestroyWindow(handle_);
    title_.clear();
    if (!open(here)) return false;
    connect(*events_);
    events_->context_restored();
    return true;
}

namespace {

/// The window of an event, entered.
WindowHost& host_of(GLFWwindow* window) {
    auto& host = *static_cast<WindowHost*>(glfwGetWindowUserPointer(window));
    host.enter();
    return host;
}

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
    WindowHost& host = host_of(window);
    host.request_frame();
    const bool alt = mods & GLFW_MOD_ALT, ctrl = mods & GLFW_MOD_CONTROL;
    if (host.is_kiosk() && (alt || ctrl || key == GLFW_KEY_F11)) return;
    const auto step = [&host](int by) {
        const std::string route = host.history_step(by);
        if (!route.empty()) host.events().route_changed(route);
    };
    if (alt && (key == GLFW_KEY_LEFT || key == GLFW_KEY_RIGHT)) return step(key == GLFW_KEY_RIGHT ? 1 : -1);
    if (key == GLFW_KEY_F11) return action == GLFW_PRESS ? host.toggle_fullscreen() : void();
    if (ctrl && key == GLFW_KEY_Q) return glfwSetWindowShouldClose(window, GLFW_TRUE);
    KeyEvent event;
    event.key = key_of(key), event.character = character_of(key, mods), event.shift = mods & GLFW_MOD_SHIFT,
    event.ctrl = ctrl;
    // Tab leaves a text field; everything else is the field's.
    event.in_field = ImGui::GetIO().WantTextInput && event.key != Key::tab;
    if (event.key == Key::none && !event.character) return;
    const bool was_used = host.events().key(event);
    if (!was_used && event.key == Key::backspace && !event.in_field && !host.is_kiosk()) step(-1);
}

void on_button(GLFWwindow* window, int button, int action, int mods) {
    WindowHost& host = host_of(window);
    host.request_frame();
    if (host.is_kiosk() && button != GLFW_MOUSE_BUTTON_LEFT) return;
    if (button == GLFW_MOUSE_BUTTON_4 || button == GLFW_MOUSE_BUTTON_5) {
        const std::string route = action == GLFW_PRESS ? host.history_step(button == GLFW_MOUSE_BUTTON_4 ? -1 : 1) : "";
        if (!route.empty()) host.events().route_changed(route);
        return;
    }
    const auto kind = action == GLFW_PRESS ? PointerEvent::Kind::down : PointerEvent::Kind::up;
    const bool main = button == GLFW_MOUSE_BUTTON_LEFT, shifted = main && (mods & GLFW_MOD_SHIFT);
    host.events().pointer({kind, 1, false, main && !shifted, host.cursor_at(), shifted});
}

void on_move(GLFWwindow* window, double, double) {
    WindowHost& host = host_of(window);
    if (ImGui::GetIO().WantTextInput) host.request_frame();
    host.events().pointer({PointerEvent::Kind::move, 1, false, true, host.cursor_at()});
}

void on_enter(GLFWwindow* window, int entered) {
    WindowHost& host = host_of(window);
    if (!entered) host.events().pointer({PointerEvent::Kind::leave, 1, false, true, {-1, -1}});
}

void on_drop(GLFWwindow* window, int count, const char** paths) {
    WindowHost& host = host_of(window);
    if (count > 0 && !host.is_kiosk()) open_file(host.events(), paths[0]);
}

void on_scroll(GLFWwindow* window, double dx, double dy) {
    WindowHost& host = host_of(window);
    const bool ctrl = glfwGetKey(window, GLFW_KEY_LEFT_CONTROL) == GLFW_PRESS ||
                      glfwGetKey(window, GLFW_KEY_RIGHT_CONTROL) == GLFW_PRESS;
    constexpr float step_px = 60;
    const Vec2 delta{static_cast<float>(-dx) * step_px, static_cast<float>(-dy) * step_px};
    if (host.events().wheel({host.cursor_at(), delta, ctrl})) return;
    host.scroll_to(host.scroll_px() + delta.y);
    host.events().scrolled();
}

void on_size(GLFWwindow* window, int, int) {
    WindowHost& host = host_of(window);
    host.measure();
    host.events().resized();
}

/// The window manager's close button and Alt+F4.
void on_close(GLFWwindow* window) {
    if (host_of(window).is_kiosk()) glfwSetWindowShouldClose(window, GLFW_FALSE);
}

WindowHost* the_kiosk = nullptr;  // GLFW's callback for monitors names no window

void on_monitor(GLFWmonitor*, int event) {
    if (event == GLFW_CONNECTED && the_kiosk) the_kiosk->fill_display();
}

}  // namespace

void WindowHost::connect(Events& events) {
    events_ = &events, imgui_ = ImGui::GetCurrentContext();  // its painter has just made it
    glfwSetWindowUserPointer(handle_, this);
    glfwSetKeyCallback(handle_, on_key);
    glfwSetMouseButtonCallback(handle_, on_button);
    glfwSetCursorPosCallback(handle_, on_move);
    glfwSetCursorEnterCallback(handle_, on_enter);
    glfwSetScrollCallback(handle_, on_scroll);
    glfwSetDropCallback(handle_, on_drop);
    glfwSetWindowCloseCallback(handle_, on_close);
    if (options_.is_kiosk) the_kiosk = this, glfwSetMonitorCallback(on_monitor);
    glfwSetFramebufferSizeCallback(handle_, on_size);
    glfwSetWindowRefreshCallback(handle_, [](GLFWwindow* window) { host_of(window).request_frame(); });
    // ImGui's own callbacks come on top and call ours: they feed the text field.
    ImGui_ImplGlfw_InitForOpenGL(handle_, true);
}

namespace {

/// The windows of one process: the first, whose end is the program's, and a deck's other side. One loop waits for both.
class Windows final : public Desk {
public:
    Windows(std::shared_ptr<GlyphSource> glyphs, const MakeEvents& make) : glyphs_(std::move(glyphs)), make_(make) {}

    bool open(DesktopOptions options, GLFWmonitor* monitor) {
        auto host = std::make_unique<WindowHost>(std::move(options), glyphs_, *this);
        if (!host->open(monitor)) return false;
        host->connect(make_(*host));
        hosts_.push_back(std::move(host));
        return true;
    }

    void run() {
        while (!hosts_.front()->wants_quit() && !glfwWindowShouldClose(hosts_.front()->handle())) {
            open_wanted();
            deliver();
            if (draw_wanted())
                glfwPollEvents();
            else
                wait();
        }
    }

    void open_beside_first(const std::string& route) { open_beside(*hosts_.front(), route, true); }

    void tell(const Host& from, const std::string& message) override { told_.push_back({&from, message}); }
    void open_beside(const Host& from, const std::string& route, bool for_audience) override {
        wanted_ = {&from, route, for_audience};
    }

private:
    struct Told {
        const Host* from;
        std::string message;
    };
    struct Wanted {
        const Host* from = nullptr;
        std::string route;
        bool for_audience = false;
    };

    /// The other side of the deck: the window that is there already, else a new one, on another screen than the one it was asked from.
    void open_wanted() {
        const Wanted wanted = std::exchange(wanted_, {});
        if (!wanted.from) return;
        const auto from =
            std::find_if(hosts_.begin(), hosts_.end(), [&](const auto& host) { return host.get() == wanted.from; });
        if (hosts_.size() > 1) {
            WindowHost& other = from == hosts_.begin() ? *hosts_[1] : *hosts_[0];
            other.enter();
            other.events().route_changed(wanted.route);
            glfwShowWindow(other.handle());
            return glfwFocusWindow(other.handle());
        }
        int count = 0;
        GLFWmonitor** monitors = glfwGetMonitors(&count);
        const GLFWmonitor* here = (*from)->monitor();
        GLFWmonitor* elsewhere = nullptr;
        for (int i = 0; i < count && !elsewhere; ++i)
            if (monitors[i] != here) elsewhere = monitors[i];
        DesktopOptions options = (*from)->options();
        options.route = wanted.route, options.fullscreen = wanted.for_audience && elsewhere;
        if (!open(std::move(options), elsewhere)) std::fprintf(stderr, "%s\n", Words()(Word::desktop_no_window));
    }

    void deliver() {
        const std::vector<Told> told = std::exchange(told_, {});
        for (const Told& word : told)
            for (const auto& host : hosts_) {
                if (host.get() == word.from) continue;
                host->enter();
                host->events().window_told(word.message);
            }
    }

    /// True when there was something to draw, or to tell.
    bool draw_wanted() {
        bool drew = false;
        for (const auto& host : hosts_) {
            // A second window that is closed stays, unseen, for the next time.
            if (host != hosts_.front() && glfwWindowShouldClose(host->handle())) {
                glfwSetWindowShouldClose(host->handle(), GLFW_FALSE);
                glfwHideWindow(host->handle());
            }
            host->enter();
            if (!host->renew_if_lost()) host->quit();
            host->run_fetches();
            if (!host->take_frame_request() || !host->is_shown()) continue;
            host->draw();
            drew = true;
        }
        return drew || !told_.empty() || wanted_.from;
    }

    void wait() {
        double soonest_ms = -1;
        for (const auto& host : hosts_) {
            const double wait_ms = host->until_wake_ms();
            if (wait_ms == 0) return host->wake();
            if (wait_ms > 0 && (soonest_ms < 0 || wait_ms < soonest_ms)) soonest_ms = wait_ms;
        }
        soonest_ms < 0 ? glfwWaitEvents() : glfwWaitEventsTimeout(soonest_ms / 1000);
    }

    std::shared_ptr<GlyphSource> glyphs_;
    const MakeEvents& make_;
    std::vector<std::unique_ptr<WindowHost>> hosts_;
    std::vector<Told> told_;
    Wanted wanted_;
};

}  // namespace

int run_window(DesktopOptions options, std::shared_ptr<GlyphSource> glyphs, const MakeEvents& make) {
    glfwSetErrorCallback([](int code, const char* what) { std::fprintf(stderr, "glfw %d: %s\n", code, what); });
    if (!glfwInit()) {
        std::fprintf(stderr, "%s\n", Words()(Word::desktop_no_screen));
        return 1;
    }
    const std::string second = std::exchange(options.second_route, {});
    // The windows go with the process: their painters still own GL objects of their contexts.
    auto* windows = new Windows(std::move(glyphs), make);  // NOLINT(cppcoreguidelines-owning-memory)
    if (!windows->open(std::move(options), nullptr)) {
        std::fprintf(stderr, "%s\n", Words()(Word::desktop_no_window));
        return 1;
    }
    if (!second.empty()) windows->open_beside_first(second);
    windows->run();
    return 0;
}

}  // namespace atlas::platform

// The desktop as a Host: what window and headless picture share — files as data, a scroll position of its own, a history.
#pragma once
#include <algorithm>
#include <memory>
#include <string>
#include <vector>

#include "platform/host.h"

namespace atlas::platform {

struct DesktopOptions {
    std::string data_dir, route = "/";
    std::string second_route;  ///< a window for the audience, opened with the first; empty: none
    std::string base_url;      ///< where the atlas is published, for QR codes and copied links; empty: unknown
    /// Instead of data_dir: a file of the data by its name.
    std::function<Result<std::string>(const std::string&)> read;
    int width = 1280, height = 800;  ///< CSS pixels
    float dpr = 0;                   ///< 0: the monitor's
    bool fullscreen = false;
    bool is_kiosk = false;  ///< no key, button or dropped file leaves the window; no pointer is seen
    bool reduced_motion = false;
    scene::Appearance appearance;
};

class DesktopHost : public Host {
public:
    DesktopHost(DesktopOptions options, std::shared_ptr<GlyphSource> glyphs);

    double now_ms() override;
    Vec2 window_px() override { return window_; }
    float dpr() override { return dpr_; }
    float scroll_px() override { return scroll_; }
    bool coarse_pointer() override { return false; }
    bool reduced_motion() override { return options_.reduced_motion; }
    scene::Appearance appearance() override { return options_.appearance; }
    bool native_fields() override { return false; }
    std::string initial_route() override { return options_.route; }
    GlyphSource& glyphs() override { return *glyphs_; }
    void request_frame() override { frame_wanted_ = true; }
    void request_frame_in(double ms) override { wake_at_ms_ = now_ms() + ms; }
    void fetch(std::string path, std::function<void(Result<std::string>)> done) override;
    void read_from(DataReader read) override {
        read_ = std::move(read);
        fetches_.clear();
    }
    void set_route(const std::string& route, bool push) override;
    void set_page(const std::string& title, const std::string& description, Lang lang, float document_height) override;
    void scroll_to(float y_px) override;
    void set_cursor(scene::Cursor) override {}
    void open_url(const std::string& url) override;
    void open_window(const std::string&, bool) override {}  // a picture has no other
    void choose_file() override {}  // GLFW has no dialog: files are dropped, or named on the command line
    void copy_text(const std::string&, std::function<void(bool)> done) override { done(false); }
    /// Into the user's download folder, where there is one, else into the current one; never over a file that is there.
    std::string save_file(const std::string& name, const std::string& mime, const std::string& bytes) override;
    /// In the person's folder for programs' data (XDG), one file a name.
    std::string kept(const std::string& name) override;
    bool keep(const std::string& name, const std::string& text) override;
    void save_picture(PictureFile picture, std::function<void(std::string)> done) override;
    std::string address_of(const std::string& route) override {
        return options_.base_url.empty() ? route : options_.base_url + "#" + route;
    }
    std::string public_url() override { return options_.base_url; }
    void mirror(const std::string&) override {}
    void announce_ready(double) override { ready_ = true; }
    void frame_drawn() override { ++frames_; }
    double clock_ms() override;

    // — what a kiosk changes while it runs —
    void set_appearance(scene::Appearance appearance) { options_.appearance = appearance; }
    /// Everything that much larger: the page is laid out for fewer pixels.
    void set_zoom(float zoom);
    /// Only the entry that is shown remains.
    void forget_history();
    /// A frame no later than then, whatever request_frame_in was told; negative: none.
    void alarm_at(double ms) { alarm_at_ms_ = ms; }
    void quit() { wants_quit_ = true; }
    bool wants_quit() const { return wants_quit_; }
    /// As if the driver had lost the context: for the soak test.
    virtual void lose_context() {}

    bool take_frame_request() { return std::exchange(frame_wanted_, false); }
    /// Milliseconds until the frame that request_frame_in or alarm_at asked for; 0 when it is due, negative when there is none.
    double until_wake_ms();
    void wake();
    bool ready() const { return ready_; }
    uint64_t frames() const { return frames_; }
    /// Fetches are answered from here, outside of the call that asked.
    void run_fetches();
    /// Steps through the history; empty when there is nothing in that direction.
    std::string history_step(int by);

protected:
    /// Window and pixel ratio anew, with the zoom in them.
    virtual void measure();

    DesktopOptions options_;
    std::shared_ptr<GlyphSource> glyphs_;
    Vec2 window_;
    float dpr_ = 1, zoom_ = 1, scroll_ = 0, document_height_ = 0;

private:
    struct Entry {
        std::string route;
        float scroll = 0;
    };
    struct Fetch {
        std::string path;
        std::function<void(Result<std::string>)> done;
    };
    bool frame_wanted_ = false, ready_ = false;
    uint64_t frames_ = 0;
    double wake_at_ms_ = -1, alarm_at_ms_ = -1;
    bool wants_quit_ = false;
    float wanted_scroll_ = -1;
    std::vector<Entry> history_;
    size_t history_at_ = 0;
    std::vector<Fetch> fetches_;
    DataReader read_;  ///< in place of the folder or of options_.read
};

/// Opens a window and runs until it is closed. Returns the process's exit code. `make` is called once for each window: a second one shows a
/// deck's other side, and is only hidden when it is closed.
using MakeEvents = std::function<Events&(Host&)>;
int run_window(DesktopOptions options, std::shared_ptr<GlyphSource> glyphs, const MakeEvents& make);

/// One picture without a display: runs frames until the program is ready and at rest, then hands over RGBA rows, top first.
struct Picture {
    int width = 0, height = 0;
    std::vector<uint8_t> rgba;
};
/// A framebuffer of its own, bound until it goes; then the one before is bound again.
class OffscreenTarget {
public:
    OffscreenTarget(int width, int height);
    ~OffscreenTarget();
    OffscreenTarget(const OffscreenTarget&) = delete;
    OffscreenTarget& operator=(const OffscreenTarget&) = delete;
    bool complete() const;
    Picture read() const;

private:
    int width_, height_, before_ = 0;
    unsigned target_ = 0, colour_ = 0;
};
/// A GL context without a display, current from now on; it lives as long as the process. Why there is none, or nothing.
Problems start_offscreen();
Result<Picture> run_headless(DesktopOptions options, std::shared_ptr<GlyphSource> glyphs, const MakeEvents& make);

/// Writes a PNG (libpng).
bool write_png(const std::string& path, const Picture& picture);

/// Hands a file over as the reader's own; says on the console when it cannot be read.
void open_file(Events& events, const std::string& path);

/// How long the machine has been suspended since it started.
double slept_ms();
struct Memory {
    size_t resident_kb = 0;
    size_t held_kb = 0;  ///< by the program, without what the allocator keeps for the next time
};
Memory memory();
/// What the allocator keeps goes back to the machine.
void return_memory();

/// Folder of the running program.
std::string program_dir();

}  // namespace atlas::platform

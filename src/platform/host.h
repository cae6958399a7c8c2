// What the program asks of the machine it runs on, and what the machine tells the program. One source for each
// platform, chosen by CMake: web/ (browser), desktop/ (GLFW window, or headless EGL).
#pragma once
#include <functional>
#include <optional>
#include <string>

#include "core/glyphs.h"
#include "core/result.h"
#include "scene/appearance.h"
#include "scene/scene.h"

namespace atlas::platform {

struct PointerEvent {
    enum class Kind : uint8_t { move, down, up, cancel, leave };
    Kind kind = Kind::move;
    int id = 0;  ///< one a finger; the mouse has its own
    bool touch = false;
    bool primary = true;   ///< main button, no modifier: others are the browser's (context menu, new tab)
    Vec2 window;           ///< CSS pixels
    bool shifted = false;  ///< main button with shift: draws a box on a map
};

struct WheelEvent {
    Vec2 window, delta_px;  ///< positive y: towards the end of the page
    bool zoom = false;      ///< ctrl held, or a trackpad pinch
};

enum class Key : uint8_t {
    none,
    up,
    down,
    left,
    right,
    enter,
    space,
    escape,
    tab,
    page_up,
    page_down,
    home,
    end,
    plus,
    minus,
    zero,
    slash,
    backspace
};
struct KeyEvent {
    Key key = Key::none;
    char character = 0;  ///< what it writes, where that is one ASCII character; letters are small
    bool shift = false, ctrl = false;
    bool in_field = false;  ///< a text field has the keyboard
};

/// What the platform calls. Everything happens on one thread.
class Events {
public:
    virtual ~Events() = default;
    virtual void frame(double now_ms) = 0;
    virtual void resized() = 0;
    virtual void scrolled() = 0;
    virtual void pointer(const PointerEvent& event) = 0;
    /// True when the event was used: the page does not scroll then.
    virtual bool wheel(const WheelEvent& event) = 0;
    virtual bool key(const KeyEvent& event) = 0;
    /// True when a touch that begins here belongs to the map: the browser must not scroll.
    virtual bool claims_touch(Vec2 window) = 0;
    virtual void node_focused(const std::string& id, bool by_keyboard) = 0;  ///< id empty: focus left the page
    virtual void node_activated(const std::string& id) = 0;
    virtual void node_changed(const std::string& id, const std::string& value) = 0;
    virtual void route_changed(const std::string& route) = 0;
    virtual void file_opened(const std::string& name, std::string text) = 0;  ///< chosen or dropped
    virtual void context_lost() = 0;
    virtual void context_restored() = 0;
    virtual void visible_again() = 0;
    /// From another window of the same atlas: see Host::tell_windows.
    virtual void window_told(const std::string&) {}
};

/// What only a platform with a semantic mirror (the browser) asks.
class WebEvents : public Events {
public:
    virtual const std::string& id_of(uint32_t mirror_key) = 0;
    virtual std::string semantics() = 0;               ///< JSON of the current tree
    virtual void go_to(const std::string& route) = 0;  ///< as if a link had been followed
    virtual std::string printed() = 0;  ///< HTML of what is shown, for paper; empty until the later part is there

    // — what scripts/bench asks: see web/lib/bench.js —
    virtual bool map_complete() = 0;  ///< the last frame showed the map with all that belongs to it
    virtual Vec2 window_of_place(double lon_deg, double lat_deg) = 0;
    virtual std::string hover_points() = 0;   ///< JSON [[x,y]…]: window points, one in each area in sight
    virtual std::string shown_tooltip() = 0;  ///< of the area under the pointer; empty without one
};

/// What becomes a PNG: a browser draws the SVG with the reader's fonts, the desktop lets `paint` draw.
struct PictureFile {
    std::string name, svg;
    Vec2 size;  ///< CSS pixels
    std::function<void(int width, int height, float dpr)>
        paint;  ///< into the bound framebuffer, before save_picture returns
};

/// The bytes of a file of data by its name.
using DataReader = std::function<Result<std::string>(const std::string& name)>;
/// `signature` is said to be that of `message` by the owner of `key`.
struct Signed {
    std::string message, signature, key;
};

class Host {
public:
    virtual ~Host() = default;

    // — facts —
    virtual double now_ms() = 0;
    virtual Vec2 window_px() = 0;  ///< CSS pixels
    virtual float dpr() = 0;
    virtual float scroll_px() = 0;
    virtual bool coarse_pointer() = 0;
    virtual bool reduced_motion() = 0;
    virtual scene::Appearance appearance() { return {}; }  ///< colours that the person has asked for
    virtual bool native_fields() = 0;                      ///< text fields and selects are the platform's own
    virtual std::string initial_route() = 0;
    virtual GlyphSource& glyphs() = 0;

    // — requests —
    virtual void request_frame() = 0;              ///< one more frame; many requests make one
    virtual void request_frame_in(double ms) = 0;  ///< after that time; only the last request counts
    virtual void fetch(std::string path,
                       std::function<void(Result<std::string>)> done) = 0;  ///< relative to the data folder
    /// From now on data comes from `read` instead of where it came from at first; empty: from there again. Fetches of data that are not
    /// answered yet never will be; what belongs to the program ("../…") is fetched as before.
    virtual void read_from(DataReader read) { (void)read; }
    /// Ed25519 (RFC 8032), digits in hexadecimal. `done` hears whether it is so, or nothing where the platform does not tell.
    virtual void verify(const Signed&, std::function<void(std::optional<bool>)> done) { done({}); }
    /// The program comes in two parts (scripts/split.mjs), and the later one is not here yet.
    virtual bool awaits_later_part() { return false; }
    /// Fetches it and answers with the Japanese texts that came with it. Elsewhere both are there, and nothing comes.
    virtual void load_later_part(std::function<void(Result<std::string>)> done) { done(std::string()); }
    virtual void set_route(const std::string& route, bool push) = 0;
    virtual void set_page(const std::string& title, const std::string& description, Lang lang,
                          float document_height) = 0;
    virtual void scroll_to(float y_px) = 0;
    virtual void set_cursor(scene::Cursor cursor) = 0;
    virtual void open_url(const std::string& url) = 0;
    virtual void choose_file() = 0;  ///< answered by Events::file_opened, or never
    /// To the clipboard; `done` hears whether it is there: a browser may refuse.
    virtual void copy_text(const std::string& text, std::function<void(bool copied)> done) = 0;
    /// Hands a file to the person. Where it went: its name in a browser, its path on the desktop; empty when it cannot be written.
    virtual std::string save_file(const std::string& name, const std::string& mime, const std::string& bytes) = 0;
    /// Hands a picture to the person as a PNG of twice its size; `done` hears as save_file where it went, empty when there is none.
    virtual void save_picture(PictureFile, std::function<void(std::string where)> done) { done({}); }
    /// Pages for the printer; only where a platform has one to ask.
    virtual void print(const std::string& html) { (void)html; }
    /// What the program keeps on the device from one visit to the next, by name; empty: nothing. No other site or person reads it.
    virtual std::string kept(const std::string&) { return {}; }
    /// False when it cannot be kept. An empty text removes it.
    virtual bool keep(const std::string& name, const std::string& text) {
        (void)name, (void)text;
        return false;
    }
    virtual std::string address_of(const std::string& route) = 0;  ///< absolute, for "copy link"
    virtual std::string public_url() {
        return {};
    }  ///< where readers find the atlas, as far as the "#"; empty: unknown
    virtual void mirror(const std::string& operations) = 0;  ///< see scene/mirror.h
    virtual void announce_ready(double now_ms) = 0;          ///< first complete map frame
    virtual void frame_drawn() = 0;
    /// Another window of the atlas; one for the audience takes the whole of another screen, where there is one.
    virtual void open_window(const std::string& route, bool for_audience) {
        (void)for_audience;
        open_url(address_of(route));
    }
    /// To the other windows that show the atlas; nothing where there is but one.
    virtual void tell_windows(const std::string&) {}
    /// Milliseconds since midnight, where the reader is.
    virtual double clock_ms() { return 0; }
};

}  // namespace atlas::platform

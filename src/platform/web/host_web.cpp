// The browser as a Host: everything JavaScript is in web/lib/*.js, this file is the C++ side of that border.
#include "platform/web/host_web.h"

#include <emscripten/emscripten.h>

#include <cstdlib>
#include <map>

extern "C" {
int atlas_gl_start();
void atlas_request_frame();
void atlas_request_frame_in(double ms);
void atlas_window(float* out);
int atlas_media();
void atlas_fetch(const char* path, int token);
void atlas_load_later_part(int token);
void atlas_set_cursor(int which);
void atlas_open_url(const char* url);
void atlas_copy_text(const char* text, int token);
void atlas_save_file(const char* name, const char* mime, const char* bytes, int length);
void atlas_save_picture(const char* name, const char* svg, int token);
void atlas_verify(const char* message, int length, const char* signature, const char* key, int token);
void atlas_choose_file();
void atlas_files_start();
float atlas_glyph_advance(uint32_t code_point, int bold);
int atlas_glyph_raster(uint32_t code_point, float px, int bold, uint8_t* out, int capacity, int* box);
void atlas_mirror(const char* operations, int length);
void atlas_mirror_start();
void atlas_input_start();
void atlas_route_start(char* out, int capacity);
void atlas_set_route(const char* route, int push);
void atlas_set_page(const char* title, const char* description, const char* lang, float height);
void atlas_scroll_to(float y);
void atlas_address(const char* route, char* out, int capacity);
void atlas_api_start();
void atlas_print_start();
void atlas_print(const char* html);
char* atlas_kept(const char* name);
int atlas_keep(const char* name, const char* text);
void atlas_frame_drawn();
void atlas_tell_windows(const char* message);
double atlas_clock();
void atlas_ready(double now);
}

namespace atlas::platform {
namespace {

class BrowserGlyphs final : public GlyphSource {
public:
    float advance_em(char32_t cp, Weight weight) override { return atlas_glyph_advance(cp, weight == Weight::bold); }
    void rasterise(char32_t cp, float size_px, Weight weight, GlyphBitmap& out) override {
        // Two ems square hold any glyph of a text font.
        const int side = static_cast<int>(size_px * 2) + 16;
        out.coverage.resize(static_cast<size_t>(side) * static_cast<size_t>(side));
        int box[4] = {};
        const bool has_ink =
            atlas_glyph_raster(cp, size_px, weight == Weight::bold, out.coverage.data(), side * side, box) != 0;
        out.left_px = box[0], out.top_px = box[1], out.width_px = has_ink ? box[2] : 0,
        out.height_px = has_ink ? box[3] : 0;
    }
};

struct Facts {
    float width, height, dpr, scroll;
};
Facts facts() {
    Facts f{};
    atlas_window(&f.width);
    return f;
}

class WebHost final : public Host {
public:
    double now_ms() override { return emscripten_get_now(); }
    Vec2 window_px() override { return {facts().width, facts().height}; }
    float dpr() override { return facts().dpr; }
    float scroll_px() override { return facts().scroll; }
    bool coarse_pointer() override { return atlas_media() & 1; }
    bool reduced_motion() override { return atlas_media() & 2; }
    scene::Appearance appearance() override {
        const int media = atlas_media();  // asked with every scene
        return {(media & 4) != 0, (media & 8) != 0};
    }
    bool native_fields() override { return true; }
    std::string initial_route() override { return route_; }
    GlyphSource& glyphs() override { return glyphs_; }
    void request_frame() override { atlas_request_frame(); }
    void request_frame_in(double ms) override { atlas_request_frame_in(ms); }
    void fetch(std::string path, std::function<void(Result<std::string>)> done) override {
        const bool is_data = path.compare(0, 3, "../") != 0;
        if (read_ && is_data) return done(read_(path));
        const int token = ++last_token_;
        waiting_[token] = {path, std::move(done), is_data};
        atlas_fetch(path.c_str(), token);
    }
    void read_from(DataReader read) override {
        read_ = std::move(read);
        for (auto it = waiting_.begin(); it != waiting_.end();) it = it->second.is_data ? waiting_.erase(it) : ++it;
    }
    void verify(const Signed& claim, std::function<void(std::optional<bool>)> done) override {
        const int token = ++last_token_;
        waiting_[token] = {"", [done = std::move(done)](const Result<std::string>& answer) {
                               done(answer ? std::optional(*answer == "yes") : std::nullopt);
                           }};
        atlas_verify(claim.message.data(), static_cast<int>(claim.message.size()), claim.signature.c_str(),
                     claim.key.c_str(), token);
    }
    bool awaits_later_part() override { return true; }
    void load_later_part(std::function<void(Result<std::string>)> done) override {
        const int token = ++last_token_;
        waiting_[token] = {"atlas-later.wasm", std::move(done)};
        atlas_load_later_part(token);
    }
    void set_route(const std::string& route, bool push) override { atlas_set_route(route.c_str(), push); }
    void set_page(const std::string& title, const std::string& description, Lang lang, float height) override {
        atlas_set_page(title.c_str(), description.c_str(), to_string(lang), height);
    }
    void scroll_to(float y_px) override { atlas_scroll_to(y_px); }
    void set_cursor(scene::Cursor cursor) override {
        if (cursor != cursor_) atlas_set_cursor(static_cast<int>(cursor_ = cursor));
    }
    void open_url(const std::string& url) override { atlas_open_url(url.c_str()); }
    void choose_file() override { atlas_choose_file(); }
    void copy_text(const std::string& text, std::function<void(bool)> done) override {
        const int token = ++last_token_;
        waiting_[token] = {"", [done = std::move(done)](const Result<std::string>& copied) { done(bool(copied)); }};
        atlas_copy_text(text.c_str(), token);
    }
    std::string save_file(const std::string& name, const std::string& mime, const std::string& bytes) override {
        atlas_save_file(name.c_str(), mime.c_str(), bytes.data(), static_cast<int>(bytes.size()));
        return name;
    }
    void save_picture(PictureFile picture, std::function<void(std::string)> done) override {
        const int token = ++last_token_;
        waiting_[token] = {picture.name, [done = std::move(done), name = picture.name](
                                             const Result<std::string>& saved) { done(saved ? name : std::string()); }};
        atlas_save_picture(picture.name.c_str(), picture.svg.c_str(), token);
    }
    std::string kept(const std::string& name) override {
        char* text = atlas_kept(name.c_str());
        std::string out(text);
        std::free(text);  // NOLINT(cppcoreguidelines-no-malloc): made by JavaScript
        return out;
    }
    bool keep(const std::string& name, const std::string& text) override {
        return atlas_keep(name.c_str(), text.c_str()) != 0;
    }
    void print(const std::string& html) override { atlas_print(html.c_str()); }
    std::string public_url() override {
        std::string address = address_of("");
        address.pop_back();
        return address;
    }
    std::string address_of(const std::string& route) override {
        std::string out(4096, '\0');
        atlas_address(route.c_str(), out.data(), static_cast<int>(out.size()));
        out.resize(out.find('\0'));
        return out;
    }
    void mirror(const std::string& operations) override {
        atlas_mirror(operations.data(), static_cast<int>(operations.size()));
    }
    void announce_ready(double now) override { atlas_ready(now); }
    void frame_drawn() override { atlas_frame_drawn(); }
    void tell_windows(const std::string& message) override { atlas_tell_windows(message.c_str()); }
    double clock_ms() override { return atlas_clock(); }

    bool start() {
        if (!atlas_gl_start()) return false;
        std::string out(4096, '\0');
        atlas_route_start(out.data(), static_cast<int>(out.size()));
        out.resize(out.find('\0'));
        route_ = out;
        return true;
    }
    void listen() {
        atlas_api_start();
        atlas_print_start();
        atlas_mirror_start();
        atlas_input_start();
        atlas_files_start();
    }
    void fetched(int token, const char* bytes, int size, int status) {
        const auto it = waiting_.find(token);
        if (it == waiting_.end()) return;
        const Request request = std::move(it->second);
        waiting_.erase(it);
        if (status == 200) return request.done(std::string(bytes, static_cast<size_t>(size)));
        const Word what = status ? Word::problem_http : Word::problem_no_answer;
        request.done(problem_of(request.path, {}, what, Word::problem_no_answer_remedy, {{"status", status}}));
    }

private:
    struct Request {
        std::string path;
        std::function<void(Result<std::string>)> done;
        bool is_data = false;
    };
    DataReader read_;  ///< in place of the site's data
    BrowserGlyphs glyphs_;
    std::string route_ = "/";
    scene::Cursor cursor_ = scene::Cursor::arrow;
    std::map<int, Request> waiting_;
    int last_token_ = 0;
};

WebHost* the_host = nullptr;  // the browser's callbacks carry no context of ours
WebEvents* the_events = nullptr;

/// Stays valid until the next call: long enough for JavaScript to read it.
const char* kept(std::string text) {
    static std::string last;
    last = std::move(text);
    return last.c_str();
}

}  // namespace

Host* make_web_host() {
    the_host = new WebHost;  // lives as long as the page
    return the_host->start() ? the_host : nullptr;
}

void listen(WebEvents& events) {
    the_events = &events;
    the_host->listen();
}

}  // namespace atlas::platform

using namespace atlas;
using namespace atlas::platform;

extern "C" {
EMSCRIPTEN_KEEPALIVE void atlas_on_frame(double now) { the_events->frame(now); }
EMSCRIPTEN_KEEPALIVE void atlas_on_resize() { the_events->resized(); }
EMSCRIPTEN_KEEPALIVE void atlas_on_scroll() { the_events->scrolled(); }
EMSCRIPTEN_KEEPALIVE void atlas_on_visible() { the_events->visible_again(); }
EMSCRIPTEN_KEEPALIVE void atlas_on_context(int alive) {
    alive ? the_events->context_restored() : the_events->context_lost();
}
EMSCRIPTEN_KEEPALIVE void atlas_on_pointer(int kind, int id, int touch, int buttons, float x, float y) {
    the_events->pointer({static_cast<PointerEvent::Kind>(kind), id, touch != 0, buttons == 1, {x, y}, buttons == 2});
}
EMSCRIPTEN_KEEPALIVE int atlas_on_wheel(float x, float y, float dx, float dy, int zoom) {
    return the_events->wheel({{x, y}, {dx, dy}, zoom != 0});
}
EMSCRIPTEN_KEEPALIVE int atlas_on_key(int key, int character, int shift, int ctrl, int in_field) {
    return the_events->key({static_cast<Key>(key), static_cast<char>(character), shift != 0, ctrl != 0, in_field != 0});
}
EMSCRIPTEN_KEEPALIVE void atlas_on_window(const char* message) { the_events->window_told(message); }
EMSCRIPTEN_KEEPALIVE int atlas_claims_touch(float x, float y) { return the_events->claims_touch({x, y}); }
EMSCRIPTEN_KEEPALIVE void atlas_on_focus(uint32_t key, int visible) {
    the_events->node_focused(the_events->id_of(key), visible != 0);
}
EMSCRIPTEN_KEEPALIVE void atlas_on_activate(uint32_t key) { the_events->node_activated(the_events->id_of(key)); }
EMSCRIPTEN_KEEPALIVE void atlas_on_change(uint32_t key, const char* value) {
    the_events->node_changed(the_events->id_of(key), value);
}
EMSCRIPTEN_KEEPALIVE void atlas_on_route(const char* route) { the_events->route_changed(route); }
EMSCRIPTEN_KEEPALIVE void atlas_on_go(const char* route) { the_events->go_to(route); }
EMSCRIPTEN_KEEPALIVE void atlas_on_fetched(int token, const char* bytes, int size, int status) {
    the_host->fetched(token, bytes, size, status);
}
EMSCRIPTEN_KEEPALIVE void atlas_on_file(const char* name, const char* bytes, int size) {
    the_events->file_opened(name, std::string(bytes, static_cast<size_t>(size)));
}
EMSCRIPTEN_KEEPALIVE const char* atlas_printed() { return kept(the_events->printed()); }
EMSCRIPTEN_KEEPALIVE const char* atlas_semantics() { return kept(the_events->semantics()); }
EMSCRIPTEN_KEEPALIVE int atlas_bench_complete() { return the_events->map_complete(); }
EMSCRIPTEN_KEEPALIVE void atlas_bench_place(double lon, double lat, float* out) {
    const Vec2 at = the_events->window_of_place(lon, lat);
    out[0] = at.x, out[1] = at.y;
}
EMSCRIPTEN_KEEPALIVE const char* atlas_bench_points() { return kept(the_events->hover_points()); }
EMSCRIPTEN_KEEPALIVE const char* atlas_bench_tooltip() { return kept(the_events->shown_tooltip()); }
}

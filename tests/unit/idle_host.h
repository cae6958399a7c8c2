// A Host that does nothing: what a test is about it overrides.
#pragma once
#include <cstdlib>

#include "platform/host.h"

namespace atlas::test {

class IdleHost : public platform::Host {
public:
    void fetch(std::string, std::function<void(Result<std::string>)>) override {}
    double now_ms() override { return 0; }
    Vec2 window_px() override { return {}; }
    float dpr() override { return 1; }
    float scroll_px() override { return 0; }
    bool coarse_pointer() override { return false; }
    bool reduced_motion() override { return false; }
    bool native_fields() override { return true; }
    std::string initial_route() override { return "/"; }
    GlyphSource& glyphs() override { std::abort(); }
    void request_frame() override {}
    void choose_file() override {}
    void request_frame_in(double) override {}
    void set_route(const std::string&, bool) override {}
    void set_page(const std::string&, const std::string&, Lang, float) override {}
    void scroll_to(float) override {}
    void set_cursor(scene::Cursor) override {}
    void open_url(const std::string&) override {}
    void copy_text(const std::string&, std::function<void(bool)>) override {}
    std::string save_file(const std::string&, const std::string&, const std::string&) override { return {}; }
    std::string address_of(const std::string& route) override { return route; }
    void mirror(const std::string&) override {}
    void announce_ready(double) override {}
    void frame_drawn() override {}
};

}  // namespace atlas::test

// chart-gallery: every chart with the data of build/desktop/data in one picture, to be looked at. For developers only.
// Usage: chart-gallery GROUP WIDTH OUT.png [dpr]   (groups: see draw_group)
#include <cstdio>
#include <fstream>
#include <functional>
#include <iterator>
#include <map>

#include "chart/bullet_row.h"
#include "export/crop.h"
#include "gallery/chart_samples.h"
#include "paint/painter.h"
#include "platform/desktop/freetype_glyphs.h"
#include "platform/desktop/host_desktop.h"

using namespace atlas;

namespace {

/// Draws one scene again and again until the platform has its picture.
class Show final : public platform::Events {
public:
    Show(platform::Host& host, const scene::Scene& scene) : host_(host), scene_(scene), painter_(host.glyphs()) {
        host_.request_frame();
    }
    void frame(double now_ms) override {
        const Vec2 window = host_.window_px();
        const auto device = [&](float px) { return static_cast<int>(std::lround(px * host_.dpr())); };
        painter_.draw(scene_, 0, device(window.x), device(window.y), host_.dpr());
        if (++frames_ < 3) host_.request_frame();
        host_.announce_ready(now_ms);
    }
    void resized() override {}
    void scrolled() override {}
    void pointer(const platform::PointerEvent&) override {}
    bool wheel(const platform::WheelEvent&) override { return false; }
    bool key(const platform::KeyEvent&) override { return false; }
    bool claims_touch(Vec2) override { return false; }
    void node_focused(const std::string&, bool) override {}
    void node_activated(const std::string&) override {}
    void node_changed(const std::string&, const std::string&) override {}
    void route_changed(const std::string&) override {}
    void file_opened(const std::string&, std::string) override {}
    void context_lost() override {}
    void context_restored() override {}
    void visible_again() override {}

private:
    platform::Host& host_;
    const scene::Scene& scene_;
    paint::Painter painter_;
    int frames_ = 0;
};

int fail(const char* what) {
    std::fprintf(stderr, "chart-gallery: %s\n", what);
    return 1;
}

}  // namespace

int main(int argc, char** argv) {
    if (argc < 4) return fail("usage: chart-gallery GROUP WIDTH OUT.png [dpr] [hovered node] [crop node]");
    const std::string here = platform::program_dir();
    auto glyphs =
        platform::load_fonts(here + "/fonts/NotoSansJP_400Regular.ttf", here + "/fonts/NotoSansJP_700Bold.ttf");
    if (!glyphs) return fail("fonts are missing: ninja fonts");
    test::Samples samples;
    if (!samples.load(here + "/data")) return fail("data are missing: scripts/bundle-data build/desktop/data");
    const float width = std::strtof(argv[2], nullptr);
    const GlyphMeasure measure(**glyphs);
    ui::Environment environment;
    environment.window = {width, 800};
    ui::Interaction interaction;
    if (argc > 5) interaction.hover = argv[5];
    ui::Ui ui(environment, measure, interaction);
    const float margin = width < 768 ? 16.f : 40.f;
    const float height = test::draw_group(ui, samples, argv[1], {margin, margin}, width - 2 * margin) + 2 * margin;
    if (height <= 2 * margin) return fail("no such group");
    ui.scene.document_height = height;
    ui.finish();
    scene::Scene scene = std::move(ui.scene);
    if (argc > 6) {
        auto alone = exporting::crop(scene, argv[6]);
        if (!alone) return fail("no such node");
        scene = std::move(*alone);
    }
    platform::DesktopOptions options;
    options.width = static_cast<int>(argc > 6 ? scene.size.x : width);
    options.height = static_cast<int>(argc > 6 ? scene.size.y : height);
    options.dpr = argc > 4 ? std::strtof(argv[4], nullptr) : 1;
    scene.size = {static_cast<float>(options.width), static_cast<float>(options.height)};
    std::unique_ptr<Show> show;
    const auto picture = platform::run_headless(options, *glyphs, [&](platform::Host& host) -> platform::Events& {
        show = std::make_unique<Show>(host, scene);
        return *show;
    });
    (void)show.release();  // its GL objects belong to a context that ends with the process
    if (!picture) return fail("cannot draw without a display");
    return platform::write_png(argv[3], *picture) ? 0 : fail("cannot write the picture");
}

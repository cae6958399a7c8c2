// sosei-atlas: the atlas in a desktop window, or, with an option that writes a file, without any display.
#include <unistd.h>

#include <cstdio>

#include "app/exports.h"
#include "app/kiosk.h"
#include "model/readings.h"
#include "platform/desktop/freetype_glyphs.h"
#include "text/phrases.h"

namespace {

using namespace atlas;

int refuse(const std::string& fault) {
    std::fprintf(stderr, "%s\n\n%s", fault.c_str(), app::usage().c_str());
    return 2;
}

int open_window(const app::Session& session) {
    // A second window shows a deck's other side; what the command line opens is the first one's.
    app::Session beside = session;
    beside.arguments.own_file.clear();
    std::vector<std::unique_ptr<app::App>> apps;
    const int code =
        platform::run_window(session.arguments.desktop, session.glyphs, [&](platform::Host& host) -> platform::Events& {
            return *apps.emplace_back(app::start_app(host, apps.empty() ? session : beside));
        });
    for (auto& app : apps) (void)app.release();  // their GL objects belong to contexts that end with the process
    return code;
}

}  // namespace

int main(int argc, char** argv) {
    app::Session session;
    app::Arguments& arguments = session.arguments;
    const std::span<const char* const> given(argv + 1, argv + std::max(argc, 1));
    if (const std::string fault = app::parse_arguments(given, arguments); !fault.empty()) return refuse(fault);
    if (arguments.wants_help) return std::fputs(app::usage().c_str(), stdout) < 0;
    text::use_phrases(text::linked_phrases()), model::use_readings(model::linked_readings());
    session.folder = platform::program_dir();
    if (arguments.desktop.data_dir.empty()) arguments.desktop.data_dir = session.folder + "/data";
    if (const std::string fault = app::take_keys(session); !fault.empty()) return refuse(fault);
    if (!app::take_edition(session)) return 1;
    auto glyphs = platform::load_fonts(session.folder + app::regular_font, session.folder + app::bold_font);
    if (!glyphs) return app::report(glyphs.problems());
    session.glyphs = *glyphs;
    if (!arguments.pdf.empty()) return app::export_pdf(session);
    if (!arguments.deck.empty()) return app::export_deck(session);
    if (!arguments.exported.empty()) return app::export_site(session);
    if (arguments.kiosk.is_on) {
        const int code = app::run_kiosk(session);
        if (code == app::restart_code) execv("/proc/self/exe", argv);
        return code;
    }
    return arguments.is_headless() ? app::export_page(session) : open_window(session);
}

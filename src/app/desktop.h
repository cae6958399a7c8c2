// One run of sosei-atlas: what the command line and the folder of the program have brought, and the App that is made of it.
#pragma once
#include <memory>
#include <string>
#include <vector>

#include "app/app.h"
#include "app/arguments.h"

#ifndef ATLAS_VERSION
#define ATLAS_VERSION "0"
#endif

namespace atlas::app {

inline constexpr const char* version = ATLAS_VERSION;

struct Session {
    Arguments arguments;
    std::string folder;  ///< of the program, with its fonts
    std::shared_ptr<GlyphSource> glyphs;
    std::vector<std::string> known_keys{};          ///< public keys
    std::shared_ptr<const page::Seal> seal{};       ///< of the single-file edition
    std::shared_ptr<const model::Briefing> deck{};  ///< of a kiosk whose deck is a file
};

// Beside the program.
inline constexpr const char *regular_font = "/fonts/NotoSansJP_400Regular.ttf",
                            *bold_font = "/fonts/NotoSansJP_700Bold.ttf";

/// Says the problems on the console. Returns the process's exit code, 1.
int report(const Problems& problems);

/// The keys of --trust and of the folder keys beside the program. A fault of the arguments in words, or empty.
std::string take_keys(Session& session);
/// The single-file edition of the command line; false when the run cannot go on. One that is refused shows its problems in the window.
bool take_edition(Session& session);

/// Makes the App on `host`, which is a DesktopHost as every platform without a browser is, and starts it. `session` must outlive it.
std::unique_ptr<App> start_app(platform::Host& host, const Session& session);

}  // namespace atlas::app

// The command line of sosei-atlas: which options there are, what each takes and where it goes. The help is made of the same table.
#pragma once
#include <span>
#include <string>
#include <vector>

#include "app/kiosk_options.h"
#include "platform/desktop/host_desktop.h"

namespace atlas::app {

struct Arguments {
    platform::DesktopOptions desktop;
    std::string own_file, edition_file;
    std::vector<std::string> key_files;  ///< of --trust: public keys that somebody has checked
    std::string screenshot, semantics, scene, svg, html, pdf;
    std::vector<std::string> routes;  ///< all of them; the last one is what is opened
    std::string exported, shell;      ///< --export site
    std::vector<std::string> preloads;
    std::string output;                         ///< -o: file or folder
    std::string deck;                           ///< --export-deck: one that ships, or a file
    std::string presented;                      ///< --presenter: a deck that opens with both its windows
    bool with_notes = false, has_size = false;  ///< --notes; --size was given
    Lang lang = Lang::ja;                       ///< of the deck
    bool wants_help = false;
    KioskOptions kiosk;

    /// A picture, or what stands in the page, instead of a window.
    bool is_headless() const {
        return !screenshot.empty() || !semantics.empty() || !scene.empty() || !svg.empty() || !html.empty();
    }
    bool opens_window() const { return !is_headless() && pdf.empty() && exported.empty() && deck.empty(); }
};

/// Reads all arguments but the program's name into `out`. What is wrong with them in words, or empty. --help ends the reading: what else
/// is there does not matter then.
std::string parse_arguments(std::span<const char* const> arguments, Arguments& out);
/// The help: every option with what it takes.
std::string usage();

}  // namespace atlas::app

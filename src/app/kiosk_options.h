// What the command line says of a kiosk; its rows stand in the table of app/arguments.cpp.
#pragma once
#include <string>
#include <vector>

#include "core/lang.h"

namespace atlas::app {

struct KioskOptions {
    bool is_on = false;
    std::string deck = "kiosk";
    std::string deck_file;  ///< where the deck comes from, when it is none of the data's
    std::string code;       ///< digits; empty: no staff menu
    double idle_ms = 60'000;
    std::vector<Lang> languages{Lang::ja};
    std::string usage_folder;  ///< empty: the user's state folder
    // For pictures and tests:
    std::string shown;        ///< a screen by its name, without waiting for a hand
    double speed = 1;         ///< times go by that much faster
    std::string status_file;  ///< what the program uses of the machine, a row every ten seconds
};

// Each puts the value where it belongs and says what is wrong with it in words, or nothing.
std::string take_deck(KioskOptions& out, const std::string& value);
std::string take_idle(KioskOptions& out, const std::string& value);
std::string take_code(KioskOptions& out, const std::string& value);
std::string take_languages(KioskOptions& out, const std::string& value);
std::string take_speed(KioskOptions& out, const std::string& value);

}  // namespace atlas::app

#include "app/arguments.h"

#include <algorithm>
#include <string_view>

#include "app/edition.h"
#include "core/strings.h"
#include "view/view.h"

namespace atlas::app {
namespace {

using platform::DesktopOptions;

constexpr Words words;  // of the command line; a page says its own language in the route

/// Puts the value where it belongs. A fault in words, or empty.
using Take = std::string (*)(Arguments& out, const std::string& value);

template <auto member>
std::string into(Arguments& out, const std::string& value) {
    out.*member = value;
    return {};
}
template <auto member>
std::string onto(Arguments& out, const std::string& value) {
    (out.*member).push_back(value);
    return {};
}
template <auto member>
std::string into_window(Arguments& out, const std::string& value) {
    out.desktop.*member = value;
    return {};
}

template <auto member>
std::string into_kiosk(Arguments& out, const std::string& value) {
    out.kiosk.*member = value;
    return {};
}
template <std::string (*take)(KioskOptions&, const std::string&)>
std::string by_kiosk(Arguments& out, const std::string& value) {
    return take(out.kiosk, value);
}

std::string take_route(Arguments& out, const std::string& value) {
    out.routes.push_back(out.desktop.route = value);
    return {};
}

std::string take_file(Arguments& out, const std::string& value) {
    (is_edition_file(value) ? out.edition_file : out.own_file) = value;
    return {};
}

std::string take_size(Arguments& out, const std::string& value) {
    constexpr int least = 64, most = 16384;
    const std::vector<std::string> parts = split(value, 'x');
    int &width = out.desktop.width, &height = out.desktop.height;
    const bool is_size = parts.size() == 2 && parse_int(parts[0], width) && parse_int(parts[1], height) &&
                         std::min(width, height) >= least && std::max(width, height) <= most;
    out.has_size = true;
    return is_size ? std::string() : words(Word::desktop_bad_size, {{"value", value}});
}

std::string take_dpr(Arguments& out, const std::string& value) {
    double dpr = 0;
    if (!parse_double(value, dpr) || dpr < 0.5 || dpr > 8) return words(Word::desktop_bad_dpr, {{"value", value}});
    out.desktop.dpr = static_cast<float>(dpr);
    return {};
}

std::string take_base_url(Arguments& out, const std::string& value) {
    const bool is_address = value.rfind("https://", 0) == 0 || value.rfind("http://", 0) == 0;
    if (!value.empty() && (!is_address || value.back() != '/'))
        return words(Word::desktop_bad_base_url, {{"value", value}});
    out.desktop.base_url = value;
    return {};
}

std::string take_export(Arguments& out, const std::string& value) {
    out.exported = value;
    return value == "site" ? std::string() : words(Word::desktop_unknown_export, {{"value", value}});
}

std::string take_language(Arguments& out, const std::string& value) {
    std::string fault = take_languages(out.kiosk, value);
    if (fault.empty()) out.lang = out.kiosk.languages.front();
    return fault;
}

struct Option {
    std::string_view name, takes;  ///< takes: empty for a switch
    Take take;
    std::string_view help;
};

constexpr Option options[] = {
    {"--data", "DIR", into_window<&DesktopOptions::data_dir>,
     "folder with manifest.json (made by sosei-bundle build); default: data beside the program"},
    {"--route", "ROUTE", take_route, "page to open, such as \"/map?i=tfr\" or, in English, \"/en/kpis\""},
    {"--trust", "KEY.pub", onto<&Arguments::key_files>,
     "a key that you have checked; those in the folder keys beside the program count too"},
    {"--open", "FILE", take_file,
     "a CSV file of your own, drawn on the map, or a deck (.json); dropping it on the window does the same"},
    {"--size", "WxH", take_size, "of the window or picture; default: 1280x800"},
    {"--dpr", "N", take_dpr, "device pixels a pixel, 0.5 to 8; default: the monitor's"},
    {"--fullscreen", "",
     [](Arguments& out, const std::string&) {
         out.desktop.fullscreen = true;
         return std::string();
     },
     "the whole screen"},
    {"--presenter", "DECK", into<&Arguments::presented>,
     "the presenter's view of a deck, and its slides in a second window: on a second screen the whole of it"},
    {"--dark", "",
     [](Arguments& out, const std::string&) {
         out.desktop.appearance.dark = true;
         return std::string();
     },
     "on a dark ground"},
    {"--contrast", "",
     [](Arguments& out, const std::string&) {
         out.desktop.appearance.more_contrast = true;
         return std::string();
     },
     "with more contrast"},
    {"--reduced-motion", "",
     [](Arguments& out, const std::string&) {
         out.desktop.reduced_motion = true;
         return std::string();
     },
     "nothing flies or glides"},
    {"--base-url", "URL", take_base_url, "where the atlas is published: QR codes and copied links lead there"},
    {"--kiosk", "", [](Arguments& out, const std::string&) { return out.kiosk.is_on = true, std::string(); },
     "for a touch screen that nobody watches over: docs/KIOSK.md; with --size in a window, to try it"},
    {"--deck", "DECK", by_kiosk<take_deck>, "kiosk: the deck of its tour (its id, or a .json file); default: kiosk"},
    {"--idle", "SECONDS", by_kiosk<take_idle>, "kiosk: until it starts over, 10 to 3600; default: 60"},
    {"--exit-code", "NNNN", by_kiosk<take_code>, "kiosk: the staff's code, 4 to 8 digits"},
    {"--lang", "ja,en", take_language,
     "of a deck that is exported: ja or en; of a kiosk: one or both, the first one first"},
    {"--usage", "DIR", into_kiosk<&KioskOptions::usage_folder>,
     "kiosk: where its counts go; default: the user's state folder"},
    {"--kiosk-show", "SCREEN", into_kiosk<&KioskOptions::shown>,
     "kiosk, for pictures: start, places, keys, warning, link, code, staff or a route"},
    {"--speed", "N", by_kiosk<take_speed>, "kiosk, for tests: its times go by N times as fast"},
    {"--status", "FILE.csv", into_kiosk<&KioskOptions::status_file>, "kiosk, for tests: what it uses, every 10 s"},
    {"--screenshot", "FILE.png", into<&Arguments::screenshot>, "a picture of the page"},
    {"--dump-semantics", "FILE.json", into<&Arguments::semantics>, "what a screen reader reads of it"},
    {"--dump-scene", "FILE.txt", into<&Arguments::scene>, "its marks and nodes"},
    {"--export-svg", "FILE.svg", into<&Arguments::svg>, "the page as SVG"},
    {"--export-html", "FILE.html", into<&Arguments::html>, "its words, pictures and tables"},
    {"--export-pdf", "FILE.pdf", into<&Arguments::pdf>,
     "the pages of all routes, each on one sheet of its own size, with text that can be selected"},
    {"--export", "site", take_export,
     "every page as HTML, with sitemap, feeds and CSV, into DIR; wants -o and --shell"},
    {"--export-deck", "DECK", into<&Arguments::deck>,
     "the slides of a deck (its id, or a .json file): with -o out.pdf one page a slide, with -o out-%d.png or -o DIR "
     "pictures of --size, else of 1920x1080"},
    {"--notes", "",
     [](Arguments& out, const std::string&) {
         out.with_notes = true;
         return std::string();
     },
     "in that PDF after each slide a page with what is said to it"},
    {"-o", "DIR", into<&Arguments::output>, "where an export goes"},
    {"--shell", "FILE", into<&Arguments::shell>, "web/index.html, for --export site"},
    {"--preload", "FILE", onto<&Arguments::preloads>, "what the site's first page fetches at once; may come again"},
};

const Option* option_of(std::string_view name) {
    for (const Option& option : options)
        if (option.name == name) return &option;
    return nullptr;
}

/// Fault of what the exports need together, or empty.
std::string export_fault(const Arguments& arguments) {
    if (!arguments.pdf.empty() && arguments.routes.empty()) return words(Word::desktop_bad_pdf_route);
    if (!arguments.deck.empty() && arguments.output.empty()) return words(Word::desktop_deck_needs_output);
    if (!arguments.deck.empty() && arguments.kiosk.languages.size() > 1)
        return words(Word::desktop_bad_lang, {{"value", "ja,en"}});
    if (arguments.exported.empty()) return {};
    if (arguments.output.empty()) return words(Word::desktop_export_needs_folder);
    if (arguments.shell.empty()) return words(Word::desktop_no_value, {{"option", "--shell"}});
    return {};
}

}  // namespace

std::string parse_arguments(std::span<const char* const> arguments, Arguments& out) {
    for (const char* argument : arguments)
        if (std::string_view(argument) == "--help") {
            out.wants_help = true;
            return {};
        }
    for (size_t i = 0; i < arguments.size(); ++i) {
        const std::string_view name = arguments[i];
        if (is_edition_file(name) && name.front() != '-') {
            out.edition_file = name;
            continue;
        }
        const Option* option = option_of(name);
        if (!option) return words(Word::desktop_unknown_option, {{"option", name}});
        std::string value;
        if (!option->takes.empty()) {
            if (++i == arguments.size()) return words(Word::desktop_no_value, {{"option", name}});
            value = arguments[i];
        }
        if (std::string fault = option->take(out, value); !fault.empty()) return fault;
    }
    if (!out.presented.empty()) {
        const std::string slides = view::route_in(out.lang, "/briefing/" + out.presented);
        out.desktop.route = slides + "/notes", out.desktop.second_route = slides;
    }
    return export_fault(out);
}

std::string usage() {
    constexpr size_t column = 30;
    std::string text = "sosei-atlas [FILE.sosei] [OPTION]...\n";
    const auto row = [&text](std::string left, std::string_view help) {
        left.insert(0, "  ");
        left.append(left.size() + 1 < column ? column - left.size() : 1, ' ');
        text.append(left).append(help).append("\n");
    };
    row("FILE.sosei", "a single-file edition (sosei-bundle pack) instead of the folder; a changed one is refused");
    for (const Option& option : options) {
        std::string left(option.name);
        if (!option.takes.empty()) left.append(" ").append(option.takes);
        row(std::move(left), option.help);
    }
    return text + "  With one of the options that write a file nothing is opened: no display is needed.\n";
}

}  // namespace atlas::app

// What a kiosk shows around, over or instead of a page: the bar at its foot, the first page, and the sheets. Drawn into the page's finished
// scene, so that it is clicked, read and tested like everything else. What its buttons do is said by Action::toggle with a target that
// begins with "kiosk:"; app/kiosk.cpp takes them.
#pragma once
#include <string>
#include <vector>

#include "page/page.h"
#include "view/kiosk.h"

namespace atlas::page {

struct KioskView {
    enum class Screen : unsigned char { attract, page, start, places };
    enum class Sheet : unsigned char { none, warning, link, no_files, code, staff };
    Screen screen = Screen::attract;
    Sheet sheet = Sheet::none;
    std::vector<Lang> languages;
    view::KioskChoices choices;
    bool can_go_back = false;
    bool has_keys = false;            ///< a text field has the focus: letters to touch stand over the bar
    std::string address;              ///< of Sheet::link
    size_t typed = 0;                 ///< digits of the code
    int wait_s = 0;                   ///< until the next try
    std::vector<std::string> status;  ///< lines of the staff's menu
    int slide = 0;  ///< of the attract loop, counted since the start: what stands still is moved a little with each
};

/// What becomes of something that a visitor wants done. Who may not do it is told where it can be done.
enum class KioskAnswer : unsigned char {
    is_done,
    is_elsewhere,  ///< its address in words and as a code, for a phone: other sites, and decks, which who stands beside them shows
    no_files,  ///< nothing is saved, opened or made on the kiosk's machine
};
KioskAnswer kiosk_answer(const Action& action, bool is_attract);

/// What the page has to leave free at the window's lower edge.
float kiosk_bar_px(const KioskView& view, Vec2 window);
/// How far the attract loop's picture stands from its place on that slide: a few pixels, so that no edge burns into the screen.
Vec2 burn_shift(int slide);
/// `window`: all of it, the bar included.
void draw_kiosk(scene::Scene& scene, const Data& data, const KioskView& view, const ui::Interaction& interaction,
                Vec2 window, const TextMeasure& measure);

/// Targets of the buttons' actions.
namespace kiosk_action {
inline constexpr const char *home = "kiosk:home", *back = "kiosk:back", *letters = "kiosk:letters",
                            *contrast = "kiosk:contrast", *go_on = "kiosk:go-on", *close = "kiosk:close",
                            *places = "kiosk:places", *erase_code = "kiosk:erase-code", *reload = "kiosk:reload",
                            *restart = "kiosk:restart", *exit = "kiosk:exit", *voiced = "kiosk:voiced",
                            *erase = "kiosk:erase", *done = "kiosk:done";
/// With what follows: a route, a language, a digit, a letter.
inline constexpr const char *open = "kiosk:open:", *language = "kiosk:language:", *digit = "kiosk:digit:",
                            *key = "kiosk:key:";
}  // namespace kiosk_action

/// The last letter's next form: か → が, つ → づ → っ → つ. Unchanged where it has none.
std::string with_next_form(std::string text, std::string_view forms);
/// Without its last letter.
std::string without_last(std::string text);

}  // namespace atlas::page

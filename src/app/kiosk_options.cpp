#include "app/kiosk_options.h"

#include <algorithm>

#include "app/own_decks.h"
#include "core/strings.h"
#include "view/kiosk.h"

namespace atlas::app {
namespace {

constexpr Words words;  // of the command line

}  // namespace

std::string take_deck(KioskOptions& out, const std::string& value) {
    (is_deck_file(value) ? out.deck_file : out.deck) = value;
    return {};
}

std::string take_idle(KioskOptions& out, const std::string& value) {
    int seconds = 0;
    constexpr int least_s = 10, most_s = 3600;
    if (!parse_int(value, seconds) || seconds < least_s || seconds > most_s)
        return words(Word::kiosk_bad_idle, {{"value", value}});
    out.idle_ms = seconds * 1000.0;
    return {};
}

std::string take_code(KioskOptions& out, const std::string& value) {
    out.code = value;
    return view::StaffCode::is_code(value) ? std::string() : words(Word::kiosk_bad_code, {{"value", value}});
}

std::string take_languages(KioskOptions& out, const std::string& value) {
    out.languages.clear();
    for (const std::string& name : split(value, ',')) {
        const bool is_japanese = name == to_string(Lang::ja);
        const Lang lang = is_japanese ? Lang::ja : Lang::en;
        const bool is_there = std::count(out.languages.begin(), out.languages.end(), lang) > 0;
        if (name != to_string(lang) || is_there) return words(Word::kiosk_bad_lang, {{"value", value}});
        out.languages.push_back(lang);
    }
    return out.languages.empty() ? words(Word::kiosk_bad_lang, {{"value", value}}) : std::string();
}

std::string take_speed(KioskOptions& out, const std::string& value) {
    const bool is_speed = parse_double(value, out.speed) && out.speed >= 1 && out.speed <= 100;
    return is_speed ? std::string() : words(Word::kiosk_bad_number, {{"option", "--speed"}, {"value", value}});
}

}  // namespace atlas::app

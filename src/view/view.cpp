#include "view/view.h"

#include <algorithm>
#include <cmath>
#include <cstdio>

#include "core/strings.h"

namespace atlas::view {
namespace {

struct PageName {
    Page page;
    const char* path;
    bool has_id;
};
constexpr PageName page_names[] = {
    {Page::overview, "", false},          {Page::map, "map", false},          {Page::pillars, "pillars", false},
    {Page::pillar, "pillars", true},      {Page::stories, "stories", false},  {Page::story, "stories", true},
    {Page::kpis, "kpis", false},          {Page::kpi, "kpis", true},          {Page::logic, "logic", false},
    {Page::output, "logic", true},        {Page::roadmap, "roadmap", false},  {Page::trends, "trends", false},
    {Page::trend, "trends", true},        {Page::compare, "compare", false},  {Page::history, "history", false},
    {Page::search, "search", false},      {Page::changes, "changes", false},  {Page::about, "about", false},
    {Page::briefings, "briefing", false}, {Page::briefing, "briefing", true},
};

constexpr const char* level_letters[] = {"", "b", "p", "m"};
constexpr std::string_view form_letters = " stf", class_letters = " qencm";  // a blank: goes without saying

/// "01" … "47".
bool is_prefecture_code(std::string_view text) {
    int number = 0;
    return text.size() == 2 && text[0] >= '0' && text[0] <= '4' && parse_int(text, number) && number >= 1 &&
           number <= 47;
}

/// "01100" … "47382".
bool is_municipality_code(std::string_view text) {
    int number = 0;
    return text.size() == 5 && is_prefecture_code(text.substr(0, 2)) && parse_int(text.substr(2), number) && number > 0;
}

void read_camera(std::string_view text, ViewState& state) {
    const std::vector<std::string> parts = split(text, ',');
    double lon = 0, lat = 0, zoom = 0;
    if (parts.size() != 3 || !parse_double(parts[0], lon) || !parse_double(parts[1], lat) ||
        !parse_double(parts[2], zoom))
        return;
    const bool in_range = lon >= 110 && lon <= 165 && lat >= 15 && lat <= 55 && zoom >= min_zoom && zoom <= max_zoom;
    if (in_range) state.camera = MapCamera{{lon, lat}, zoom};
}

bool is_one_of(const auto& values, std::string_view value) {
    return std::find(std::begin(values), std::end(values), value) != std::end(values);
}

/// Place of a letter in its list, 0 when it is none of them.
size_t letter_of(std::string_view letters, std::string_view text) {
    const size_t at = text.size() == 1 ? letters.find(text[0]) : 0;
    return at == std::string_view::npos ? 0 : at;
}

void read_look(std::string_view key, const std::string& value, MapLook& look) {
    if (key == "f") look.form = static_cast<MapLook::Form>(letter_of(form_letters, value));
    if (key == "k") look.classes = static_cast<MapLook::Classes>(letter_of(class_letters, value));
    if (key == "kl") look.limits = value;
    if (key == "ks") look.same_classes = value == "1";
    if (key == "h") look.patterns = value == "1";
    if (key == "u" && value.size() <= 10 && value.find_first_not_of("012345678n") == std::string::npos)
        look.shown = value;
    if (key == "w") look.second = value;
    if (key == "v") look.beside = value == "2";
    if (key == "wy") {
        int year = 0;
        if (parse_int(value, year) && year > 1800 && year < 2200) look.second_year = year;
    }
    if (key == "d") {
        int year = 0;
        if (parse_int(value, year) && year > 1800 && year < 2200) look.earlier = year;
    }
}

/// One letter of a list as text, "" for what goes without saying.
std::string letter(std::string_view letters, size_t at) { return at ? std::string(1, letters[at]) : std::string(); }

/// "3.1": the third slide, one step done.
void read_slide(const std::string& value, ViewState& state) {
    const size_t dot = value.find('.');
    int slide = 0, step = 0;
    if (parse_int(value.substr(0, dot), slide) && slide >= 1 && slide < 1000) state.slide = slide;
    if (dot != std::string::npos && parse_int(value.substr(dot + 1), step) && step >= 0 && step < 100)
        state.step = step;
}

std::string slide_text(const ViewState& state) {
    if (state.slide <= 1 && state.step == 0) return {};
    return std::to_string(state.slide) + (state.step > 0 ? "." + std::to_string(state.step) : "");
}

constexpr std::string_view notes_suffix = "/notes", editor_suffix = "/edit";

void read_parameter(std::string_view key, const std::string& value, ViewState& state) {
    if (key == "i") state.indicator = value;
    if (key == "y") {
        int year = 0;
        if (parse_int(value, year) && year > 1800 && year < 2200) state.year = year;
    }
    if (key == "p" && is_prefecture_code(value)) state.prefecture = value;
    if (key == "p" && is_municipality_code(value)) state.prefecture = value.substr(0, 2), state.municipality = value;
    if (key == "b") state.block = value;
    if (key == "l" && value == "b") state.level = Level::block;
    if (key == "l" && value == "p") state.level = Level::prefecture;
    if (key == "l" && value == "m") state.level = Level::municipality;
    if (key == "c") read_camera(value, state);
    if (key == "m") state.markers = value != "0";
    if (key == "t") state.as_table = value == "1";
    if (key == "q") state.query = value;
    if (key == "pillar" && value.size() == 1 && value[0] >= '1' && value[0] <= '5') state.pillar = value;
    if (key == "theme") state.theme = value;
    if (key == "s") state.status = value;
    if (key == "v") state.with_value = value == "1";
    if (key == "as") state.as_cards = value == "cards";
    if (key == "n") state.node = value;
    if (key == "deck") state.deck = value;
    if (key == "slide") read_slide(value, state);
    if (key == "add" && state.page == Page::briefings) state.added = value;
    if (key == "focus" && state.page == Page::briefings) state.added_focus = value;
    if (key == "level" && is_one_of(kpi_levels, value)) state.kpi_level = value;
    if (key == "sort" && is_one_of(kpi_orders, value)) state.order = value;
    read_look(key, value, state.look);
}

constexpr std::string_view english = "en";

/// "en", "en/map": the path of an English page, without its first slash.
bool has_language(std::string_view path) {
    return path.substr(0, english.size()) == english && (path.size() == english.size() || path[english.size()] == '/');
}

std::string number(double value, int decimals) {
    char buffer[32];
    std::snprintf(buffer, sizeof buffer, "%.*f", decimals, value);
    std::string text = buffer;
    while (text.find('.') != std::string::npos && (text.back() == '0' || text.back() == '.')) {
        const bool point = text.back() == '.';
        text.pop_back();
        if (point) break;
    }
    return text;
}

}  // namespace

ViewState parse_route(std::string_view route) {
    ViewState state;
    if (!route.empty() && route.front() == '#') route.remove_prefix(1);
    const size_t question = route.find('?');
    std::string_view path = route.substr(0, question);
    while (!path.empty() && path.front() == '/') path.remove_prefix(1);
    while (!path.empty() && path.back() == '/') path.remove_suffix(1);
    if (has_language(path)) {
        state.lang = Lang::en;
        path.remove_prefix(std::min(path.size(), english.size() + 1));
    }
    const size_t slash = path.find('/');
    const std::string_view name = path.substr(0, slash);
    if (slash != std::string_view::npos) state.id = url_decode(path.substr(slash + 1));
    state.page = Page::not_found;
    for (const PageName& entry : page_names)
        if (name == entry.path && entry.has_id == !state.id.empty()) state.page = entry.page;
    const auto take_suffix = [&state](std::string_view suffix, Page page) {
        if (state.page != Page::briefing || !std::string_view(state.id).ends_with(suffix)) return;
        state.page = page, state.id.erase(state.id.size() - suffix.size());
    };
    take_suffix(notes_suffix, Page::notes);
    take_suffix(editor_suffix, Page::deck_editor);
    if (state.page == Page::deck_editor) state.slide = 0;
    if (state.page == Page::not_found)
        state.id = path;  // as it was asked for, so that its address differs from every page's
    if (question == std::string_view::npos) return state;
    for (const std::string& pair : split(route.substr(question + 1), '&')) {
        const size_t equals = pair.find('=');
        if (equals != std::string::npos)
            read_parameter(pair.substr(0, equals), url_decode(pair.substr(equals + 1)), state);
    }
    if (state.page == Page::briefing || state.page == Page::notes || state.page == Page::briefings ||
        state.page == Page::deck_editor)
        state.deck.clear();
    // Links of earlier editions: "with results" was one of the states.
    if (state.page == Page::kpis && state.status == "has_value") state.status.clear(), state.with_value = true;
    return state;
}

std::string route_of(const ViewState& state) {
    std::string path = "/";
    if (state.lang == Lang::en) path += state.page == Page::overview ? "en" : "en/";
    for (const PageName& entry : page_names)
        if (entry.page == state.page)
            path += std::string(entry.path) + (entry.has_id ? "/" + url_encode(state.id) : "");
    if (state.page == Page::notes) path += "briefing/" + url_encode(state.id) + std::string(notes_suffix);
    if (state.page == Page::deck_editor) path += "briefing/" + url_encode(state.id) + std::string(editor_suffix);
    if (state.page == Page::not_found) path += state.id;
    std::string query;
    const auto add = [&query](const char* key, const std::string& value) {
        if (value.empty()) return;
        query += (query.empty() ? "?" : "&") + std::string(key) + "=" + value;
    };
    const bool on_map = state.page == Page::map;
    const bool on_stories = state.page == Page::stories;
    if (on_map) {
        add("i", url_encode(state.indicator));
        add("y", state.year ? std::to_string(state.year) : "");
        if (state.camera)
            add("c", number(state.camera->center.lon_deg, 3) + "," + number(state.camera->center.lat_deg, 3) + "," +
                         number(state.camera->zoom, 2));
        add("m", state.markers ? "" : "0");
        add("t", state.as_table ? "1" : "");
        add("f", letter(form_letters, static_cast<size_t>(state.look.form)));
        add("k", letter(class_letters, static_cast<size_t>(state.look.classes)));
        if (state.look.classes == MapLook::Classes::manual) add("kl", url_encode(state.look.limits));
        add("ks", state.look.same_classes ? "1" : "");
        add("h", state.look.patterns ? "1" : "");
        add("u", state.look.shown);
        add("d", state.look.earlier ? std::to_string(state.look.earlier) : "");
        const bool two = !state.look.second.empty();
        add("w", url_encode(state.look.second));
        add("wy", two && state.look.second_year ? std::to_string(state.look.second_year) : "");
        add("v", two && state.look.beside ? "2" : "");
    }
    if (on_map) {
        add("l", level_letters[static_cast<size_t>(state.level)]);
        add("b", url_encode(state.block));
    }
    if (on_map || on_stories) add("p", on_map && !state.municipality.empty() ? state.municipality : state.prefecture);
    const bool on_kpis = state.page == Page::kpis, on_logic = state.page == Page::logic;
    const bool on_roadmap = state.page == Page::roadmap;
    if (on_stories || on_kpis || on_logic || state.page == Page::search) add("q", url_encode(state.query));
    if (on_stories) add("theme", url_encode(state.theme));
    if (on_kpis) add("level", state.kpi_level);
    if (on_stories || on_kpis) add("pillar", state.pillar);
    if (on_kpis || state.page == Page::history) add("s", url_encode(state.status));
    if (on_kpis || on_logic || on_roadmap) add("n", url_encode(state.node));
    if (on_roadmap) add("y", state.year ? std::to_string(state.year) : "");
    if (on_kpis) {
        add("v", state.with_value ? "1" : "");
        add("as", state.as_cards ? "cards" : "");
        add("sort", state.order);
    }
    if (state.page == Page::briefings) add("add", url_encode(state.added)), add("focus", url_encode(state.added_focus));
    add("deck", url_encode(state.deck));
    if (in_briefing(state)) add("slide", slide_text(state));
    if (state.page == Page::deck_editor && state.slide > 0) add("slide", std::to_string(state.slide));
    return path + query;
}

std::string route_to_add(const ViewState& state, std::string_view focus) {
    ViewState shown = state, decks;
    shown.lang = Lang::ja, shown.deck.clear();  // a slide's address has no language: it is shown in both
    decks.page = Page::briefings, decks.lang = state.lang;
    decks.added = route_of(shown), decks.added_focus = focus;
    return route_of(decks);
}

std::string route_in(Lang lang, std::string_view route) {
    if (lang == Lang::ja || route.substr(0, 1) != "/") return std::string(route);
    const std::string_view rest = route.substr(1), path = rest.substr(0, rest.find('?'));
    if (has_language(path)) return std::string(route);
    return "/en" + std::string(path.empty() ? "" : "/") + std::string(rest);
}

bool wants_municipalities(const ViewState& state) {
    return state.level == Level::municipality ||
           (state.level == Level::automatic && state.camera && state.camera->zoom >= municipal_zoom);
}

ViewState one_level_up(const ViewState& state) {
    ViewState next = state;
    if (!next.municipality.empty()) {
        next.municipality.clear();
    } else if (!next.block.empty()) {
        next.block.clear();
    } else if (!next.prefecture.empty()) {
        next.prefecture.clear();
        if (next.level == Level::municipality) next.level = Level::automatic, next.camera.reset();
    }
    return next;
}

std::string feature_node(std::string_view code) {
    return (code.size() == 5 && code[0] <= '9' ? "muni:" : "pref:") + std::string(code);
}

std::string feature_of_node(std::string_view node) {
    const std::string_view prefix = node.substr(0, 5);
    return prefix == "pref:" || prefix == "muni:" ? std::string(node.substr(5)) : std::string();
}

namespace {
/// What is picked again is given up. A municipality opens its prefecture too.
void pick(ViewState& state, const std::string& code) {
    if (code.size() == 5 && is_municipality_code(code)) {
        const bool again = state.municipality == code;
        state.municipality = again ? "" : code;
        if (!again) state.prefecture = code.substr(0, 2);
        return;
    }
    if (!is_prefecture_code(code)) {
        state.block = state.block == code ? "" : code;
        return;
    }
    state.prefecture = state.prefecture == code && state.municipality.empty() ? "" : code;
    state.municipality.clear();
}
}  // namespace

void choose_indicator(ViewState& state, const std::string& key) {
    state.indicator = key, state.year = 0;
    state.look.shown.clear(), state.look.earlier = 0;
}

ViewState reduce(const ViewState& state, const Action& action) {
    ViewState next = state;
    using Kind = Action::Kind;
    switch (action.kind) {
        case Kind::go:
        case Kind::adjust: {
            next = parse_route(action.target);
            next.focus = state.focus;
            next.focus_visible = state.focus_visible;
            next.presenting = state.presenting;
            // What a slide's links lead to stays on the stage, so that one key returns to the slide.
            if (on_stage(state) && !is_of_decks(next)) {
                next.deck = state.page == Page::briefing ? state.id : state.deck;
                next.slide = state.slide, next.step = state.step;
            }
            if (next.page == state.page && next.id == state.id) {
                next.open = state.open;
                next.hover = state.hover;
            }
            for (auto it = next.open.begin(); it != next.open.end();)
                it = it->rfind("select:", 0) == 0 ? next.open.erase(it) : std::next(it);
            break;
        }
        case Kind::set_text:
            if (action.target == "query") next.query = action.text;
            if (action.target == "limits") next.look.limits = action.text, next.look.shown.clear();
            break;
        case Kind::choose:
            if (action.target == "prefecture") next.prefecture = action.text;
            if (action.target == "theme") next.theme = action.text;
            if (action.target == "node") next.node = action.text;
            if (action.target == "level") next.kpi_level = action.text;
            if (action.target == "order") next.order = action.text;
            if (action.target == "indicator") choose_indicator(next, action.text);
            if (action.target == "year") next.year = std::atoi(action.text.c_str());
            if (action.target == "earlier") next.look.earlier = std::atoi(action.text.c_str()), next.look.shown.clear();
            if (action.target == "second")
                next.look.second = action.text, next.look.second_year = 0, next.look.shown.clear();
            if (action.target == "second-year")
                next.look.second_year = std::atoi(action.text.c_str()), next.look.shown.clear();
            next.open.erase("select:" + action.target);
            break;
        case Kind::toggle:
            // With a text it flips one flag of a family and drops the rest: "all open" forgets what was opened one by one.
            if (!action.text.empty()) {
                const bool was = next.open.count(action.target) > 0;
                for (auto it = next.open.begin(); it != next.open.end();)
                    it = it->rfind(action.text, 0) == 0 ? next.open.erase(it) : std::next(it);
                if (!was) next.open.insert(action.target);
                break;
            }
            if (!next.open.erase(action.target)) next.open.insert(action.target);
            break;
        case Kind::map_zoom:
            if (next.camera)
                next.camera->zoom = std::clamp(next.camera->zoom * std::pow(1.6, action.value), min_zoom, max_zoom);
            break;
        case Kind::map_reset: next.camera.reset(); break;
        case Kind::pick_feature: pick(next, action.target); break;
        case Kind::none:
        case Kind::map_pan:
        case Kind::retry:
        case Kind::scroll_to:
        case Kind::open_url:
        case Kind::open_file:
        case Kind::close_file:
        case Kind::edit_deck:
        case Kind::copy_link:
        case Kind::download: break;  // effects of the platform, not of the state
    }
    return next;
}

}  // namespace atlas::view

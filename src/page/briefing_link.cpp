// Windows of one atlas in step. The words are plain text between windows of one origin, and none of them is trusted: what is not one of ours,
// in its exact form and for the deck that is open, changes nothing.
#include <algorithm>
#include <cstdio>

#include "core/strings.h"
#include "page/briefing.h"

namespace atlas::page {

using view::Page;
using view::ViewState;

namespace {

constexpr size_t longest_word = 4096, most_strokes = 200, most_points = 4000;

const std::string& deck_name(const ViewState& state) { return state.deck.empty() ? state.id : state.deck; }

char blank_of(const ViewState& state) {
    return state.open.count(black_flag) ? 'b' : state.open.count(white_flag) ? 'w' : '-';
}

std::optional<Vec2> read_point(std::string_view text) {
    const std::vector<std::string> parts = split(text, ' ');
    double x = 0, y = 0;
    if (parts.size() != 2 || !parse_double(parts[0], x) || !parse_double(parts[1], y)) return std::nullopt;
    if (x < 0 || x > 1 || y < 0 || y > 1) return std::nullopt;
    return Vec2{static_cast<float>(x), static_cast<float>(y)};
}

std::string point_text(Vec2 p) {
    char text[40];
    std::snprintf(text, sizeof text, "%.4f %.4f", static_cast<double>(p.x), static_cast<double>(p.y));
    return text;
}

/// "- /briefing/x?slide=3".
std::optional<ViewState> show(const ViewState& state, std::string_view text) {
    if (text.size() < 3 || text[1] != ' ' || std::string_view("-bw").find(text[0]) == std::string_view::npos)
        return std::nullopt;
    const std::string route(text.substr(2));
    ViewState told = view::parse_route(route);
    if (!view::on_stage(told) || deck_name(told) != deck_name(state)) return std::nullopt;
    ViewState next = told;
    view::Presenting presenting = state.presenting ? *state.presenting : view::Presenting{};
    if (presenting.shown.empty() || told.slide != state.slide || told.step != state.step) presenting.ink.clear();
    if (state.page == Page::notes) {
        next = state;
        next.slide = told.slide, next.step = told.step;
        presenting.audience = told.deck.empty() ? std::string() : route;
    }
    next.lang = state.lang;
    for (const char* flag : {black_flag, white_flag}) next.open.erase(flag);
    if (text[0] != '-') next.open.insert(text[0] == 'b' ? black_flag : white_flag);
    next.presenting = std::make_shared<const view::Presenting>(std::move(presenting));
    return next;
}

/// Laser pointer and pen.
std::optional<ViewState> point(const ViewState& state, std::string_view verb, std::string_view rest) {
    view::Presenting presenting = state.presenting ? *state.presenting : view::Presenting{};
    const std::optional<Vec2> at = read_point(rest);
    if (verb == "laser") {
        if (!at && rest != "off") return std::nullopt;
        presenting.laser = at;
    } else if (rest == "up") {
        if (!presenting.ink.empty() && !presenting.ink.back().points.empty() && presenting.ink.size() < most_strokes)
            presenting.ink.emplace_back();
    } else if (rest == "erase") {
        presenting.ink.clear();
    } else {
        if (!at) return std::nullopt;
        if (presenting.ink.empty()) presenting.ink.emplace_back();
        if (presenting.ink.back().points.size() < most_points) presenting.ink.back().points.push_back(*at);
    }
    ViewState next = state;
    next.presenting = std::make_shared<const view::Presenting>(std::move(presenting));
    return next;
}

}  // namespace

std::string told_by(const ViewState& state) {
    std::string route;
    if (state.page == Page::notes) {
        ViewState slide = state;
        slide.page = Page::briefing;
        const bool away = state.presenting && !state.presenting->audience.empty();
        route = away ? state.presenting->audience : view::route_of(slide);
    } else {
        route = view::route_of(state);
    }
    return std::string("show ") + blank_of(state) + ' ' + route;
}

Heard heard(const ViewState& state, std::string_view message) {
    Heard out;
    if (!view::in_briefing(state) || message.size() > longest_word || !is_valid_utf8(message)) return out;
    if (message == hello) {
        out.answers = true;
        return out;
    }
    const size_t space = message.find(' ');
    if (space == std::string_view::npos) return out;
    const std::string_view verb = message.substr(0, space), rest = message.substr(space + 1);
    if (verb == "show") out.next = show(state, rest);
    if (verb == "laser" || verb == "pen") out.next = point(state, verb, rest);
    return out;
}

std::optional<std::string> pointer_word(const scene::Scene& scene, const ViewState& state, Vec2 window, bool is_down,
                                        bool is_up) {
    const scene::Node* picture = scene.find("notes:current");
    if (!picture) return std::nullopt;
    const Rect& r = picture->rect;
    const bool draws = state.presenting && state.presenting->draws;
    const bool inside = r.contains(window);
    const Vec2 p{std::clamp((window.x - r.x) / r.w, 0.f, 1.f), std::clamp((window.y - r.y) / r.h, 0.f, 1.f)};
    if (draws) {
        if (is_up) return state.presenting->is_down ? std::optional<std::string>("pen up") : std::nullopt;
        if (!inside || !(is_down || state.presenting->is_down)) return std::nullopt;
        return "pen " + point_text(p);
    }
    if (inside) return "laser " + point_text(p);
    if (state.presenting && state.presenting->laser) return std::string("laser off");
    return std::nullopt;
}

}  // namespace atlas::page

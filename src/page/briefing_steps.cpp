// How a deck goes on: from slide to slide, off the script and back.
#include <algorithm>

#include "page/briefing.h"

namespace atlas::page {

using model::BriefingStep;
using view::Page;
using view::ViewState;

namespace {

int steps_of(const model::Briefing& deck, int slide) {
    return static_cast<int>(deck.slides[static_cast<size_t>(slide) - 1].steps.size());
}

/// The same deck at another place, in the same window: the stage again if it had been left.
ViewState at_slide(const ViewState& state, const model::Briefing& deck, int slide, int step) {
    ViewState next;
    next.lang = state.lang, next.page = state.page == Page::notes ? Page::notes : Page::briefing, next.id = deck.id;
    next.slide = std::clamp(slide, 1, static_cast<int>(deck.slides.size())), next.step = step;
    next.presenting = state.presenting;
    return next;
}

void edit(ViewState& state, const auto& change) {
    view::Presenting copy = state.presenting ? *state.presenting : view::Presenting{};
    change(copy);
    state.presenting = std::make_shared<const view::Presenting>(std::move(copy));
}

/// What was drawn and typed belonged to the slide before.
ViewState fresh(ViewState state) {
    edit(state, [](view::Presenting& p) { p.ink.clear(), p.typed.clear(), p.audience.clear(), p.laser.reset(); });
    return state;
}

ViewState next_of(const ViewState& state, const model::Briefing& deck) {
    const int slide = std::min(state.slide, static_cast<int>(deck.slides.size()));
    if (state.step >= steps_of(deck, slide)) {
        if (slide == static_cast<int>(deck.slides.size())) return at_slide(state, deck, slide, state.step);
        return at_slide(state, deck, slide + 1, 0);
    }
    return at_slide(state, deck, slide, state.step + 1);
}

ViewState previous_of(const ViewState& state, const model::Briefing& deck) {
    if (!state.deck.empty()) return at_slide(state, deck, state.slide, state.step);  // it had been left: back to it
    if (state.step > 0) return at_slide(state, deck, state.slide, state.step - 1);
    if (state.slide <= 1) return at_slide(state, deck, 1, 0);
    return at_slide(state, deck, state.slide - 1, steps_of(deck, state.slide - 1));
}

/// A step that plays the years does so on the map itself, which leaves the slide as the presenter's own hand would.
ViewState playing(const Data& data, const ViewState& slide) {
    ViewState map = shown_on_stage(data, slide);
    map.open.insert(view::playing);
    return map;
}

bool plays(const model::Briefing& deck, const ViewState& state) {
    if (state.step < 1 || state.page == Page::notes) return false;
    const std::vector<BriefingStep>& steps = deck.slides[static_cast<size_t>(state.slide) - 1].steps;
    return state.step <= static_cast<int>(steps.size()) &&
           steps[static_cast<size_t>(state.step) - 1].kind == BriefingStep::Kind::play;
}

ViewState toggled(ViewState state, const char* flag) {
    const bool was = state.open.count(flag) > 0;
    for (const char* other : {black_flag, white_flag, help_flag}) state.open.erase(other);
    if (!was) state.open.insert(flag);
    return state;
}

bool is_blank(const ViewState& state) { return state.open.count(black_flag) || state.open.count(white_flag); }

/// Escape and Backspace: the nearest of what lies over the slide goes first.
std::optional<ViewState> back_of(const ViewState& state, const model::Briefing& deck) {
    ViewState next = state;
    for (const char* flag : {help_flag, black_flag, white_flag})
        if (next.open.erase(flag)) return next;
    if (state.presenting && !state.presenting->typed.empty()) {
        edit(next, [](view::Presenting& p) { p.typed.clear(); });
        return next;
    }
    const bool away = !state.deck.empty() || (state.presenting && !state.presenting->audience.empty());
    if (away) return fresh(at_slide(state, deck, state.slide, state.step));
    if (!state.open.empty()) {
        next.open.clear();
        return next;
    }
    return std::nullopt;
}

std::optional<ViewState> pointing(ViewState state, BriefingCommand command) {
    if (state.page != Page::notes) return std::nullopt;
    edit(state, [command](view::Presenting& p) {
        if (command == BriefingCommand::erase)
            p.ink.clear();
        else
            p.draws = command == BriefingCommand::pen;
        p.laser.reset();
    });
    return state;
}

}  // namespace

const model::Briefing* deck_of(const Data& data, const ViewState& state) {
    if (!data.briefings) return nullptr;
    const bool left = !state.deck.empty();
    return data.briefings->find(left ? state.deck : state.id);
}

const model::Slide* slide_of(const Data& data, const ViewState& state) {
    const model::Briefing* deck = deck_of(data, state);
    if (!deck || deck->slides.empty()) return nullptr;
    return &deck->slides[static_cast<size_t>(std::clamp(state.slide, 1, static_cast<int>(deck->slides.size()))) - 1];
}

ViewState shown_on_stage(const Data& data, const ViewState& state) {
    const model::Slide* slide = state.page == Page::briefing ? slide_of(data, state) : nullptr;
    if (!slide) return state;
    std::string route = slide->route;
    for (int i = 0; i < state.step && i < static_cast<int>(slide->steps.size()); ++i)
        if (const BriefingStep& step = slide->steps[static_cast<size_t>(i)]; step.kind == BriefingStep::Kind::go)
            route = step.route;
    ViewState shown = view::parse_route(route);
    shown.lang = state.lang, shown.deck = state.id, shown.slide = state.slide, shown.step = state.step;
    shown.hover = state.hover, shown.focus = state.focus, shown.focus_visible = state.focus_visible;
    shown.hover_feature = state.hover_feature, shown.open = state.open, shown.presenting = state.presenting;
    return shown;
}

std::vector<model::BundleName> bundles_of_deck(const Data& data, const ViewState& state) {
    std::vector<model::BundleName> names{model::BundleName::policy, model::BundleName::briefings};
    const model::Briefing* deck = deck_of(data, state);
    if (!deck) return names;
    const auto add = [&names](const std::string& route) {
        if (route.empty()) return;
        for (const model::BundleName name : bundles_of(view::parse_route(route)))
            if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(name);
    };
    for (const model::Slide& slide : deck->slides) {
        add(slide.route);
        for (const BriefingStep& step : slide.steps) add(step.route);
    }
    return names;
}

std::optional<ViewState> after(const Data& data, const ViewState& state, BriefingCommand command, char digit) {
    const model::Briefing* deck = deck_of(data, state);
    if (!deck || deck->slides.empty()) return std::nullopt;
    const int last = static_cast<int>(deck->slides.size());
    ViewState unblanked = state;
    if (is_blank(state)) unblanked.open.erase(black_flag), unblanked.open.erase(white_flag);
    switch (command) {
        case BriefingCommand::next: {
            if (is_blank(state)) return unblanked;
            const ViewState next = fresh(next_of(state, *deck));
            return plays(*deck, next) && next.step != state.step ? playing(data, next) : next;
        }
        case BriefingCommand::previous: return is_blank(state) ? unblanked : fresh(previous_of(state, *deck));
        case BriefingCommand::first: return fresh(at_slide(state, *deck, 1, 0));
        case BriefingCommand::last: return fresh(at_slide(state, *deck, last, 0));
        case BriefingCommand::digit: {
            constexpr size_t most_digits = 3;
            edit(unblanked, [digit](view::Presenting& p) {
                if (p.typed.size() < most_digits) p.typed += digit;
            });
            return unblanked;
        }
        case BriefingCommand::enter: {
            if (!state.presenting || state.presenting->typed.empty()) return std::nullopt;
            return fresh(at_slide(state, *deck, std::atoi(state.presenting->typed.c_str()), 0));
        }
        case BriefingCommand::black: return toggled(state, black_flag);
        case BriefingCommand::white: return toggled(state, white_flag);
        case BriefingCommand::help: return toggled(state, help_flag);
        case BriefingCommand::back: {
            // With nothing over the slide and no way back, Escape shows what there is: an end among it, a mouse for it.
            std::optional<ViewState> next = back_of(state, *deck);
            return next ? next : toggled(state, help_flag);
        }
        case BriefingCommand::laser:
        case BriefingCommand::pen:
        case BriefingCommand::erase: return pointing(state, command);
        case BriefingCommand::window: break;
    }
    return std::nullopt;
}

std::vector<ChangedFigure> changed_figures(const Data& data, const model::Briefing& deck) {
    std::vector<ChangedFigure> changed;
    const auto find = [&data](const std::string& id) -> const model::Series* {
        if (data.kpis)
            for (const model::Series& series : data.kpis->series)
                if (series.id == id) return &series;
        if (data.trends)
            for (const model::Series& series : data.trends->series)
                if (series.id == id) return &series;
        return nullptr;
    };
    for (size_t i = 0; i < deck.slides.size(); ++i)
        for (const model::QuotedFigure& quoted : deck.slides[i].figures) {
            ChangedFigure figure{static_cast<int>(i) + 1, &quoted, {}};
            if (const model::Series* series = find(quoted.series))
                for (const model::Observation& point : series->points)
                    if (point.year == quoted.year) figure.now = point.value;
            if (!figure.now || *figure.now != quoted.value) changed.push_back(figure);
        }
    return changed;
}

}  // namespace atlas::page

// What a deck shows must be there: an address that leads nowhere would be found out in front of the hall.
#include <algorithm>

#include "model/lookup.h"
#include "tool/checks.h"
#include "view/view.h"

namespace atlas::tool {

namespace {

using view::Page;

template <class List, class Is>
bool any(const List& list, Is is) {
    return std::any_of(list.begin(), list.end(), is);
}

bool has_indicator(const SourceSet& s, const std::string& key) {
    const auto is_it = [&key](const model::Indicator& indicator) { return indicator.key == key; };
    return key.empty() || any(s.indicator_set.indicators, is_it) || any(s.municipal_indicator_set.indicators, is_it);
}

bool has_output(const SourceSet& s, const std::string& id) {
    if (s.logic_model.state_role.id == id) return true;
    for (const model::LogicImpact& impact : s.logic_model.impacts)
        for (const model::LogicOutcome& outcome : impact.outcomes)
            if (any(outcome.outputs, [&id](const model::LogicOutput& output) { return output.id == id; })) return true;
    return false;
}

/// The part of an address that names nothing; empty when all is there.
std::string missing_in(const SourceSet& s, const std::string& route) {
    const view::ViewState state = view::parse_route(route);
    const auto is_it = [&state](const auto& record) { return record.id == state.id; };
    switch (state.page) {
        case Page::not_found:
        case Page::briefings:
        case Page::briefing:
        case Page::deck_editor:
        case Page::notes: return route;
        case Page::pillar: return any(s.policy.pillars, is_it) ? "" : state.id;
        case Page::story: return any(s.story_set.stories, is_it) ? "" : state.id;
        case Page::kpi: return any(s.kpi_set.kpis, is_it) ? "" : state.id;
        case Page::trend: return any(s.trend_set.trends, is_it) ? "" : state.id;
        case Page::output: return has_output(s, state.id) ? "" : state.id;
        case Page::map:
            if (!has_indicator(s, state.indicator)) return state.indicator;
            if (!has_indicator(s, state.look.second)) return state.look.second;
            if (!state.municipality.empty() && !model::find_municipality(s.places, state.municipality))
                return state.municipality;
            return "";
        default: return "";
    }
}

void check_route(const SourceSet& s, const std::string& route, const std::string& at, JsonReport& report) {
    if (route.empty()) return;  // its decoder has said so
    if (view::parse_route(route).lang != Lang::ja)
        report.error(at, {bundle::quoted(route) + " は言語を含んでいます",
                          "/en を取ってください（どの言語で見せるかは、発表を開くときに決まります）",
                          bundle::quoted(route) + " names a language",
                          "take /en away (the language is chosen when the deck is opened)"});
    if (const std::string missing = missing_in(s, route); !missing.empty())
        report.error(at, {bundle::quoted(route) + " の " + bundle::quoted(missing) + " がありません",
                          "アトラスで開いた画面のアドレスの、# より後ろを写してください",
                          "there is no " + bundle::quoted(missing) + " as in " + bundle::quoted(route),
                          "copy what follows the # in the address of a view that is open in the atlas"});
}

const model::Observation* observation(const SourceSet& s, const model::QuotedFigure& figure, bool& has_series) {
    const model::Observation* found = nullptr;
    for (const model::Series& series : s.kpi_set.series) {
        if (series.id != figure.series) continue;
        has_series = true;
        for (const model::Observation& point : series.points)
            if (point.year == figure.year) found = &point;
    }
    return found;
}

void check_figure(const SourceSet& s, const model::QuotedFigure& figure, const std::string& at, JsonReport& report) {
    bool has_series = false;
    const model::Observation* point = observation(s, figure, has_series);
    if (!has_series)
        report.error(at, {bundle::quoted(figure.series) + " という系列がありません",
                          "observations.csv の series にある名前を書いてください",
                          "there is no series " + bundle::quoted(figure.series), "name one of observations.csv"});
    else if (!point || point->value != figure.value)
        report.warning(at, {bundle::quoted(figure.series) + " の" + std::to_string(figure.year) +
                                "年の値が、いまのデータとちがいます",
                            "スライドの言葉を新しい値に合わせ、value と edition を書きかえてください",
                            "the value of " + bundle::quoted(figure.series) + " in " + std::to_string(figure.year) +
                                " is another one now",
                            "bring the slide's words up to date, then value and edition"});
}

void check_slide(const SourceSet& s, const model::Slide& slide, const std::string& at, JsonReport& report) {
    check_route(s, slide.route, at + "/route", report);
    for (size_t i = 0; i < slide.steps.size(); ++i)
        check_route(s, slide.steps[i].route, at + "/steps/" + std::to_string(i) + "/route", report);
    for (size_t i = 0; i < slide.figures.size(); ++i)
        check_figure(s, slide.figures[i], at + "/figures/" + std::to_string(i), report);
    for (size_t i = 0; i < slide.sources.size(); ++i)
        if (!any(s.policy.sources, [&](const model::Source& source) { return source.id == slide.sources[i]; }))
            report.error(at + "/sources/" + std::to_string(i),
                         {bundle::quoted(slide.sources[i]) + " は sources.csv にありません",
                          "sources.csv の id を書いてください",
                          bundle::quoted(slide.sources[i]) + " is not in sources.csv", "write an id of sources.csv"});
}

}  // namespace

Problems check_briefings(const SourceSet& s) {
    Problems problems;
    for (size_t i = 0; i < s.decks.size(); ++i) {
        const model::Briefing& deck = s.briefings.all[i];
        JsonReport report(s.decks[i].file.c_str(), s.decks[i].json);
        if (!deck.id.empty() && s.decks[i].file != "briefings/" + deck.id + ".json")
            report.error("/id", {"id の " + bundle::quoted(deck.id) + " がファイル名とちがいます",
                                 "ファイル名を " + deck.id + ".json にするか、id をファイル名に合わせてください",
                                 "the id " + bundle::quoted(deck.id) + " is not the name of the file",
                                 "name the file " + deck.id + ".json, or give it the file's name"});
        for (size_t n = 0; n < deck.slides.size(); ++n)
            check_slide(s, deck.slides[n], "/slides/" + std::to_string(n), report);
        problems = joined(std::move(problems), report.problems());
    }
    return problems;
}

}  // namespace atlas::tool

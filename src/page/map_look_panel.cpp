// The folded section of the map page in which the reader chooses how the map is drawn, and which years are played.
#include <algorithm>

#include "chart/time_slider.h"
#include "page/map_level.h"
#include "page/map_look.h"
#include "page/map_second.h"
#include "text/text.h"
#include "ui/controls.h"

namespace atlas::page {

using ui::Flow;
using ui::Ui;
using view::MapLook;
namespace style = ui::style;

namespace {

/// A difference is not played through the year it is taken from.
std::vector<int> played_years(const MapFacts& facts, const view::ViewState& state) {
    std::vector<int> years = years_with_values(*facts.source);
    if (facts.made) years.erase(std::find(years.begin(), years.end(), state.look.earlier));
    return years;
}

}  // namespace

int first_played_year(const Data& data, const view::ViewState& state) {
    const std::optional<MapFacts> facts = level_facts(data, state);
    return facts ? chart::play_start(played_years(*facts, state), facts->year) : 0;
}

int year_after(const Data& data, const view::ViewState& state) {
    const std::optional<MapFacts> facts = level_facts(data, state);
    return facts ? chart::year_after(played_years(*facts, state), facts->year).value_or(0) : 0;
}

namespace {

struct FormChoice {
    MapLook::Form form;
    const char* id;
    Word label;
};
constexpr FormChoice form_choices[] = {{MapLook::Form::areas, "map:form-areas", Word::map_form_areas},
                                       {MapLook::Form::symbols, "map:form-symbols", Word::map_form_symbols},
                                       {MapLook::Form::tiles, "map:form-tiles", Word::map_form_tiles},
                                       {MapLook::Form::flows, "map:form-flows", Word::map_form_flows}};

/// Only forms that say the truth of what is shown; for the others, when they would.
void draw_forms(const MapPanel& panel, Flow& flow) {
    const Words& words = flow.ui.words;
    const bool prefectures = panel.facts.level == view::Level::prefecture;
    const bool room = tiles_width(map_rect(flow.ui.env), words.lang()).has_value();
    const bool amount = is_amount(panel.facts), tiles = prefectures && room;
    const bool flows = offers_flows(panel.ctx.data, panel.facts);
    const MapLook::Form now = panel.facts.flows                      ? MapLook::Form::flows
                              : panel.facts.amounts                  ? MapLook::Form::symbols
                              : shows_tiles(panel.ctx, &panel.facts) ? MapLook::Form::tiles
                                                                     : MapLook::Form::areas;
    flow.heading(words(Word::map_form), 2, style::note_bold);
    std::vector<ui::ChipSpec> chips;
    for (const FormChoice& choice : form_choices) {
        if ((choice.form == MapLook::Form::symbols && !amount) || (choice.form == MapLook::Form::tiles && !tiles) ||
            (choice.form == MapLook::Form::flows && !flows))
            continue;
        const std::string route = panel.route([&](view::ViewState& s) { s.look.form = choice.form; });
        chips.push_back({choice.id, words(choice.label), route, choice.form == now, ""});
    }
    flow.y += ui::chip_group(flow.ui, "map:form", words(Word::map_form), {flow.x, flow.y}, flow.width, chips);
    if (!amount) flow.paragraph(words(Word::map_symbols_need), style::note, "map:symbols-need");
    if (!tiles)
        flow.paragraph(words(prefectures ? Word::map_tiles_room : Word::map_tiles_need), style::note, "map:tiles-need");
}

/// The year that the one shown is compared with; nothing for an indicator of one year.
void draw_difference(const MapPanel& panel, Flow& flow) {
    const Words& words = flow.ui.words;
    const std::vector<int> years = years_with_values(*panel.facts.source);
    if (years.size() < 2) return;
    flow.heading(words(Word::map_difference), 2, style::note_bold);
    std::vector<scene::Option> options{{"0", words(Word::map_difference_none)}};
    for (auto year = years.rbegin(); year != years.rend(); ++year)
        if (*year != panel.facts.year)
            options.push_back({std::to_string(*year), text::year(words, *year, is_fiscal(*panel.facts.source))});
    const int earlier = panel.facts.made ? panel.ctx.state.look.earlier : 0;
    flow.y += ui::select(flow.ui, "map:earlier", {flow.x, flow.y}, 168, "", std::to_string(earlier), options, "earlier",
                         words(Word::map_difference_with));
}

struct ClassChoice {
    MapLook::Classes classes;
    const char* id;
    Word label, about;
};
constexpr ClassChoice class_choices[] = {
    {MapLook::Classes::automatic, "map:classes-automatic", Word::map_classes_automatic, Word::map_about_automatic},
    {MapLook::Classes::quantile, "map:classes-quantile", Word::map_classes_quantile, Word::map_about_quantile},
    {MapLook::Classes::equal, "map:classes-equal", Word::map_classes_equal, Word::map_about_equal},
    {MapLook::Classes::natural, "map:classes-natural", Word::map_classes_natural, Word::map_about_natural},
    {MapLook::Classes::continuous, "map:classes-continuous", Word::map_classes_continuous, Word::map_about_continuous},
    {MapLook::Classes::manual, "map:classes-manual", Word::map_classes_manual, Word::map_about_manual},
};

/// The limits that the map has now, as a reader would write them.
std::string written_limits(const MapFacts& facts) {
    std::string text;
    for (const double limit : facts.scale.breaks)
        text += (text.empty() ? "" : " ") + text::number(limit, text::decimals_of(limit));
    return facts.continuous ? std::string() : text;
}

/// The field for limits of the reader's own, and what of them cannot be used.
void draw_limits(const MapPanel& panel, Flow& flow) {
    const Words& words = flow.ui.words;
    const std::string unit = exact_unit(words, panel.indicator());
    const std::string label = unit.empty() ? words(Word::map_limits_plain) : words(Word::map_limits, {{"unit", unit}});
    flow.y += ui::text_field(flow.ui, "map:limits", {flow.x, flow.y}, std::min(flow.width, 304.f), label,
                             panel.ctx.state.look.limits, "limits");
    const Limits limits = parse_limits(panel.ctx.state.look.limits);
    const ui::TextStyle note = ui::with_color(style::note, ui::ink::text);
    flow.space(4);
    if (!limits.unreadable.empty())
        flow.paragraph(words(Word::map_limits_bad, {{"text", limits.unreadable}}), note, "map:limits-problem");
    else if (limits.too_many)
        flow.paragraph(words(Word::map_limits_many, {{"n", most_limits}}), note, "map:limits-problem");
    else if (limits.values.empty())
        flow.paragraph(words(Word::map_limits_none), note, "map:limits-problem");
}

void draw_classes(const MapPanel& panel, Flow& flow) {
    const Words& words = flow.ui.words;
    flow.heading(words(Word::map_classes), 2, style::note_bold);
    const MapLook::Classes now = panel.ctx.state.look.classes;
    std::vector<ui::ChipSpec> chips;
    std::string about;
    for (const ClassChoice& choice : class_choices) {
        const std::string route = panel.route([&](view::ViewState& s) {
            s.look.classes = choice.classes;
            if (choice.classes == MapLook::Classes::manual) s.look.limits = written_limits(panel.facts);
            s.look.shown.clear();  // the classes become others
        });
        chips.push_back({choice.id, words(choice.label), route, choice.classes == now, ""});
        if (choice.classes != now) continue;
        const std::string places = panel.facts.place_word();
        about = choice.classes == MapLook::Classes::manual ? words(Word::map_about_manual, {{"n", most_limits}})
                                                           : words(choice.about, {{"places", places}});
    }
    flow.y += ui::chip_group(flow.ui, "map:classes", words(Word::map_classes), {flow.x, flow.y}, flow.width, chips);
    if (now == MapLook::Classes::manual) draw_limits(panel, flow);
    flow.paragraph(about, style::note, "map:about-classes");
}

void draw_switches(const MapPanel& panel, Flow& flow) {
    const Words& words = flow.ui.words;
    const MapLook& look = panel.ctx.state.look;
    const bool fixed = look.classes == MapLook::Classes::manual;  // limits of one's own are the same in every year
    if (panel.facts.blend.empty() && !fixed && years_with_values(*panel.facts.source).size() > 1) {
        const std::string other = panel.route([](view::ViewState& s) {
            s.look.same_classes = !s.look.same_classes;
            s.look.shown.clear();
        });
        ui::chip(flow.ui, "map:same-classes", {flow.x, flow.y}, words(Word::map_same_classes), other,
                 look.same_classes);
        flow.y += ui::target_px;
    }
    if (panel.facts.continuous) return;
    const std::string other = panel.route([](view::ViewState& s) { s.look.patterns = !s.look.patterns; });
    ui::chip(flow.ui, "map:patterns", {flow.x, flow.y}, words(Word::map_patterns), other, look.patterns);
    flow.y += ui::target_px;
}

}  // namespace

void draw_look_choices(const MapPanel& panel, Flow& flow) {
    const Words& words = flow.ui.words;
    scene::Node region;
    region.id = "map:look-choices", region.role = scene::Role::group, region.name = words(Word::map_look);
    Ui::Scope scope(flow.ui, std::move(region));
    const bool blended = !panel.facts.blend.empty();  // its nine classes are made in one way
    if (!panel.facts.second) draw_forms(panel, flow), flow.space(12);
    if (!panel.facts.amounts) {
        if (!blended) draw_classes(panel, flow), flow.space(4);
        draw_switches(panel, flow);
        flow.space(12);
    }
    draw_difference(panel, flow);
    flow.space(12);
    draw_second_choice(panel, flow);
    flow.space(12);
}

}  // namespace atlas::page

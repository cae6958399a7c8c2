// The time slider of the map page. Not beside the folded choices: it is drawn at once, they come with the later part of the program.
#include "chart/time_slider.h"
#include "page/map_look.h"
#include "text/text.h"

namespace atlas::page {

using ui::Flow;

void draw_time(const MapPanel& panel, Flow& flow) {
    const Words& words = flow.ui.words;
    const bool fiscal = is_fiscal(*panel.facts.source);
    chart::TimeSliderOptions options;
    options.id = view::time_node, options.name = words(Word::map_time), options.list = false;
    options.years = years_with_values(*panel.facts.source), options.year = panel.facts.year;
    if (options.years.size() < 2) return;
    options.playing = flow.ui.is_open(view::playing);
    options.text = [words, fiscal](int year) { return text::year(words, year, fiscal); };
    options.choose = [&panel](int year) { return adjust(panel.route([&](view::ViewState& s) { s.year = year; })); };
    options.play = {Action::Kind::toggle, view::playing, {}, 0};
    options.play_label = words(Word::map_play), options.pause_label = words(Word::map_pause);
    options.previous_label = words(Word::map_previous_year), options.next_label = words(Word::map_next_year);
    std::string missing;
    for (const int year : chart::missing_years(options.years))
        missing += (missing.empty() ? "" : words(Word::text_separator)) + options.text(year);
    if (!missing.empty()) options.missing_note = words(Word::map_missing_years, {{"years", missing}});
    flow.y += chart::draw_time_slider(flow.ui, {flow.x, flow.y}, flow.width, options);
}

}  // namespace atlas::page

// What the map hands out: the values of the places that it shows as a table, and itself as a sheet with title, legend, 出典 and address.
#include "page/map_files.h"

#include "page/briefing.h"
#include "page/map_level.h"
#include "text/text.h"

namespace atlas::page {

namespace {

std::string title_of(const MapFacts& facts) {
    return facts.words(Word::map_title, {{"indicator", facts.name()}, {"when", facts.year_text()}});
}

std::string with_unit(const MapFacts& facts) {
    const std::string unit = exact_unit(facts.words, *facts.indicator);
    return unit.empty() ? facts.name() : facts.words(Word::text_with_note, {{"text", facts.name()}, {"note", unit}});
}

std::string figure_at(const MapFacts& facts, size_t place) {
    const std::optional<double>& value = facts.values[place];
    std::string figure = value ? exact_number(facts.words, *facts.indicator, *value) : std::string();
    if (!figure.empty() && figure.front() == '+') figure.erase(0, 1);  // for readers, not for programs
    return figure;
}

/// What chart_head says of every figure, and the unit and year of this one.
void add_head(DownloadTable& table, const Data& data, const MapFacts& facts) {
    const Words& words = facts.words;
    for (DownloadTable::Line& line : chart_head(words, data, facts.name(), sources_in_words(*facts.indicator)))
        table.head.push_back(std::move(line));
    const std::string unit = exact_unit(words, *facts.indicator);
    if (!unit.empty()) table.head.push_back({words(Word::download_unit), unit});
    table.head.push_back({words(Word::download_year), facts.year_text()});
}

}  // namespace

std::optional<DownloadTable> map_table(const Data& data, const view::ViewState& state) {
    const std::optional<MapFacts> facts = level_facts(data, state);
    if (!facts) return std::nullopt;
    const Words& words = facts->words;
    const MapFacts* second = facts->second.get();
    DownloadTable table;
    add_head(table, data, *facts);
    if (second) add_head(table, data, *second);
    table.rows.push_back({words(Word::download_code), words(Word::download_place), with_unit(*facts)});
    table.rows.back().push_back(second ? with_unit(*second) : words(Word::map_rank_column));
    for (size_t p = 0; p < facts->places.size(); ++p) {
        const MapPlace& place = facts->places[p];
        const std::string rank = facts->ranks[p] ? std::to_string(*facts->ranks[p]) : std::string();
        table.rows.push_back({std::string(place.code), place.full_name(words), figure_at(*facts, p),
                              second ? figure_at(*second, p) : rank});
    }
    return table;
}

std::optional<scene::Scene> map_sheet(const Data& data, const view::ViewState& state, const TextMeasure& measure) {
    const std::optional<MapFacts> facts = level_facts(data, state);
    if (!facts) return std::nullopt;
    view::ViewState shown = state;
    shown.lang = Lang::ja, shown.deck.clear(), shown.open.clear();
    model::Slide slide;
    slide.route = view::route_of(shown);
    slide.title = slide.title_en = title_of(*facts);
    slide.caption = slide.caption_en = summary(*facts);
    slide.sources = facts->source ? facts->source->sources : facts->indicator->sources;
    // A deck of this one slide: the stage knows how a map stands alone, with its legend, its 出典 and its address.
    auto decks = std::make_shared<model::Briefings>();
    model::Briefing deck;
    deck.id = "map", deck.title = deck.title_en = slide.title;
    deck.slides.push_back(std::move(slide));
    decks->all.push_back(std::move(deck));
    Data with = data;
    with.briefings = decks;
    with.parts[static_cast<size_t>(model::BundleName::briefings)] = {Data::Part::State::ready, {}};
    view::ViewState on_stage;
    on_stage.lang = state.lang, on_stage.page = view::Page::briefing, on_stage.id = "map";
    ui::Environment paper;
    paper.window = stage_px, paper.on_paper = true;
    return build(with, on_stage, paper, measure);
}

void draw_map_files(Context& ctx, ui::Flow& flow) {
    DownloadSpec spec;
    spec.picture = map_picture, spec.is_folded = true;
    flow.y += download_buttons(ctx, {flow.x, flow.y}, flow.width, spec);
    flow.y += download_status(ctx, {flow.x, flow.y}, flow.width, spec);
}

}  // namespace atlas::page

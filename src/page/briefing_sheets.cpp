// A deck without a screen: its slides as sheets, with what is said to each on sheets of its own; and whether all that it names is there.
#include <algorithm>
#include <utility>

#include "model/lookup.h"
#include "page/briefing.h"
#include "page/briefing_parts.h"
#include "ui/controls.h"

namespace atlas::page {

using scene::Node;
using scene::Role;
using ui::Ui;
using view::Page;
using view::ViewState;
namespace ink = ui::ink;
namespace style = ui::style;

namespace {

constexpr Vec2 a4_px{794, 1123};  // at 96 pixels an inch

ui::Environment paper(Vec2 window) {
    ui::Environment environment;
    environment.window = window, environment.on_paper = true;
    return environment;
}

constexpr float margin_px = 56;
constexpr ui::TextStyle note_style{16, Weight::regular, ink::text, 1.75f};

struct Source {
    const Data& data;
    const model::Briefing& deck;
    Lang lang;
    const TextMeasure& measure;
    int number;  ///< of the slide

    const model::Slide& slide() const { return deck.slides[static_cast<size_t>(number) - 1]; }
    ViewState state() const { return view::parse_route(sheet_route(deck, number, lang)); }
};

/// The paragraphs of a note, and of a paragraph that is longer than a sheet its sentences.
std::vector<std::string> pieces_of(const Ui& ui, const std::string& note, float width_px, float most_px) {
    std::vector<std::string> pieces;
    for (size_t from = 0; from <= note.size();) {
        const size_t end = std::min(note.find('\n', from), note.size());
        std::string paragraph = note.substr(from, end - from);
        constexpr std::string_view stop = "。";  // not a text: where a sentence ends
        while (ui.height(paragraph, note_style, width_px) > most_px) {
            const size_t at = paragraph.find(stop);
            if (at == std::string::npos || at + stop.size() >= paragraph.size()) break;
            pieces.push_back(paragraph.substr(0, at + stop.size()));
            paragraph.erase(0, at + stop.size());
        }
        pieces.push_back(std::move(paragraph));
        from = end + 1;
    }
    return pieces;
}

/// Source, edition and address at the foot. Returns where they begin.
float draw_foot(Ui& ui, const Source& of) {
    const scene::Scene stage = build(of.data, of.state(), paper(stage_px), of.measure);
    const Node* source = stage.find("stage:source");
    std::vector<std::pair<const char*, std::string>> lines;
    if (source) lines.emplace_back("sheet:source", source->name);
    ViewState shown = shown_on_stage(of.data, of.state());
    shown.deck.clear();
    const std::string address = of.data.public_url + "#" + view::route_of(shown);
    lines.emplace_back("sheet:address",
                       ui.words(Word::text_labelled, {{"label", ui.words(Word::briefing_address)}, {"text", address}}));
    if (of.data.policy)
        lines.emplace_back("sheet:edition",
                           ui.words(Word::footer_edition, {{"edition", of.data.policy->edition.edition}}));
    const float width = a4_px.x - 2 * margin_px;
    float height = 0;
    for (const auto& [id, text] : lines) height += ui.height(text, style::note, width) + 4;
    const float top = a4_px.y - margin_px - height;
    ui.hline(margin_px, a4_px.x - margin_px, top - 12);
    float y = top;
    for (const auto& [id, text] : lines) y += ui::paragraph(ui, {margin_px, y}, width, text, style::note, id) + 4;
    return top - 24;
}

/// The head of every sheet of notes; on the first the slide itself. Returns where it ends.
float draw_head(Ui& ui, const Source& of, bool is_first) {
    const Words& words = ui.words;
    const model::Slide& slide = of.slide();
    const float width = a4_px.x - 2 * margin_px;
    float y = margin_px;
    const std::string number = words(Word::briefing_slide_of, {{"n", of.number}, {"total", of.deck.slides.size()}});
    const float taken = ui::label(ui, {a4_px.x - margin_px, Ui::baseline(y, style::note)}, number, style::note,
                                  ui::Align::right, "sheet:number");
    y += ui::paragraph(ui, {margin_px, y}, width - taken - 24, in_language(of.lang, of.deck.title, of.deck.title_en),
                       style::note, "sheet:deck") +
         12;
    if (is_first) {
        const float height = std::round(width * stage_px.y / stage_px.x);
        stage_picture(ui, of.data, of.state(), {margin_px, y, width, height}, "sheet:picture",
                      in_language(of.lang, slide.title, slide.title_en));
        y += height + 24;
    }
    y += ui::heading(ui, {margin_px, y}, width, in_language(of.lang, slide.title, slide.title_en), 1, style::section,
                     "sheet:title") +
         4;
    y += ui::paragraph(ui, {margin_px, y}, width, words(Word::briefing_sheet_time, {{"n", slide.seconds}}), style::note,
                       "sheet:time") +
         12;
    y += ui::heading(ui, {margin_px, y}, width, words(Word::briefing_say), 2, style::note_bold, "sheet:say") + 4;
    if (is_first && is_note_foreign(of.lang, slide.note))
        y += ui::paragraph(ui, {margin_px, y}, width, words(Word::briefing_notes_language), style::note,
                           "sheet:note-language");
    return y;
}

/// One sheet of notes; what did not fit stays in `pieces`.
scene::Scene note_sheet(const Source& of, std::vector<std::string>& pieces, bool is_first) {
    const ui::Environment environment = paper(a4_px);
    const ui::Interaction nothing;
    Ui ui(environment, of.measure, nothing, of.lang);
    Node main;
    main.id = "main", main.role = Role::main;
    {
        Ui::Scope scope(ui, std::move(main));
        float y = draw_head(ui, of, is_first);
        const float bottom = draw_foot(ui, of), width = a4_px.x - 2 * margin_px;
        size_t done = 0;
        for (; done < pieces.size(); ++done) {
            const std::string& piece = pieces[done];
            // What is too high for any sheet is set all the same: it loses its end, and nothing comes after it for ever.
            if (done > 0 && y + ui.height(piece, note_style, width) > bottom) break;
            y += ui::paragraph(ui, {margin_px, y}, width, piece, note_style, "sheet:note/" + std::to_string(done)) + 6;
        }
        pieces.erase(pieces.begin(), pieces.begin() + static_cast<std::ptrdiff_t>(done));
    }
    ui.scene.title = in_language(of.lang, of.slide().title, of.slide().title_en);
    ui.scene.document_height = a4_px.y;
    ui.finish();
    return std::move(ui.scene);
}

void add_notes(std::vector<Sheet>& sheets, const Source& of) {
    const ui::Environment environment = paper(a4_px);
    const ui::Interaction nothing;
    const Ui ui(environment, of.measure, nothing, of.lang);
    const std::string& note = of.slide().note;
    constexpr float most_px = 320;  // below the slide
    std::vector<std::string> pieces = pieces_of(ui, note.empty() ? std::string(ui.words(Word::briefing_no_note)) : note,
                                                a4_px.x - 2 * margin_px, most_px);
    for (bool is_first = true; !pieces.empty(); is_first = false)
        sheets.push_back({note_sheet(of, pieces, is_first), true});
}

// ---- what a deck names --------------------------------------------------------------------------------------------

class DeckCheck {
public:
    DeckCheck(const Data& data, const std::string& file, const TextMeasure& measure)
        : data_(data), file_(file), measure_(measure) {}

    void check(const model::Slide& slide, const std::string& at) {
        const std::optional<scene::Scene> page = view_at(slide.route, at + "/route");
        for (size_t i = 0; i < slide.steps.size(); ++i)
            if (!slide.steps[i].route.empty())
                view_at(slide.steps[i].route, at + "/steps/" + std::to_string(i) + "/route");
        if (!page) return;
        for (const auto& [name, ids] : {std::pair{"focus", &slide.focus}, std::pair{"highlight", &slide.highlight}})
            for (size_t i = 0; i < ids->size(); ++i)
                if (!page->find((*ids)[i])) miss((*ids)[i], at + "/" + name + "/" + std::to_string(i));
        for (size_t i = 0; i < slide.sources.size(); ++i) {
            const auto& all = data_.policy->sources;
            const auto is_it = [&](const model::Source& source) { return source.id == slide.sources[i]; };
            if (std::none_of(all.begin(), all.end(), is_it))
                miss(slide.sources[i], at + "/sources/" + std::to_string(i));
        }
    }
    Problems problems;

private:
    scene::Scene build_at(const ViewState& state) const {
        ui::Environment environment;
        environment.window = {1120, 800}, environment.projector = true;
        return build(data_, state, environment, measure_);
    }
    bool has_indicator(const std::string& key) const {
        for (const auto& all : {data_.indicators, data_.municipal_indicators})
            if (all && model::find_indicator(*all, key)) return true;
        return false;
    }
    /// Whether the page is the one that says that there is no such record; the map takes its first indicator for one that it does not know.
    bool names_nothing(const ViewState& state, const std::string& title) const {
        if (!state.indicator.empty() && !has_indicator(state.indicator)) return true;
        ViewState unknown = state;
        unknown.id = "no-such-record";
        return !state.id.empty() && build_at(unknown).title == title;
    }
    std::optional<scene::Scene> view_at(const std::string& route, const std::string& at) {
        const ViewState state = view::parse_route(route);
        // A deck within a deck has no end.
        if (state.page != Page::not_found && !view::is_of_decks(state)) {
            scene::Scene page = build_at(state);
            if (!names_nothing(state, page.title)) return page;
        }
        miss(route, at);
        return std::nullopt;
    }
    void miss(const std::string& what, const std::string& at) {
        problems.push_back(
            problem_of(file_, at, Word::problem_slide_missing, Word::problem_slide_missing_remedy, {{"value", what}}));
    }

    const Data& data_;
    const std::string& file_;
    const TextMeasure& measure_;
};

}  // namespace

std::string sheet_route(const model::Briefing& deck, int slide, Lang lang) {
    ViewState state;
    state.lang = lang, state.page = Page::briefing, state.id = deck.id, state.slide = slide;
    state.step = static_cast<int>(deck.slides[static_cast<size_t>(slide) - 1].steps.size());
    return view::route_of(state);
}

std::vector<Sheet> deck_sheets(const Data& data, const model::Briefing& deck, Lang lang, const TextMeasure& measure,
                               bool with_notes) {
    std::vector<Sheet> sheets;
    for (int number = 1; number <= static_cast<int>(deck.slides.size()); ++number) {
        const Source of{data, deck, lang, measure, number};
        sheets.push_back({build(data, of.state(), paper(stage_px), measure), false});
        if (with_notes) add_notes(sheets, of);
    }
    return sheets;
}

Problems deck_problems(const Data& data, const model::Briefing& deck, const std::string& file,
                       const TextMeasure& measure) {
    DeckCheck check(data, file, measure);
    for (size_t i = 0; i < deck.slides.size(); ++i) check.check(deck.slides[i], "/slides/" + std::to_string(i));
    return std::move(check.problems);
}

}  // namespace atlas::page

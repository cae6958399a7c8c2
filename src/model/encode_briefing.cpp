// A deck as the text that its decoder reads: for the device that keeps it, and for the file that a person saves.
#include "bundle/json_values.h"
#include "model/load.h"

namespace atlas::model {

namespace {

using bundle::add;
using bundle::array;
using bundle::Json;
using bundle::number;
using bundle::object;

// What is empty is left out.
void add_text(Json& to, const char* key, const std::string& text) {
    if (!text.empty()) add(to, key, bundle::text(text));
}
void add_texts(Json& to, const char* key, const std::vector<std::string>& texts) {
    if (!texts.empty()) add(to, key, bundle::texts(texts));
}

Json step_of(const BriefingStep& step) {
    static constexpr const char* kinds[] = {"caption", "highlight", "go", "play"};
    Json value = object();
    add_text(value, "do", std::string(kinds[static_cast<size_t>(step.kind)]));
    add_text(value, "route", step.route);
    return value;
}

Json figure_of(const QuotedFigure& figure) {
    Json value = object();
    add_text(value, "series", figure.series);
    add(value, "year", number(figure.year));
    add(value, "value", number(figure.value));
    return value;
}

Json slide_of(const Slide& slide) {
    Json value = object();
    add_text(value, "route", slide.route);
    add_text(value, "title", slide.title);
    add_text(value, "title_en", slide.title_en);
    add_text(value, "caption", slide.caption);
    add_text(value, "caption_en", slide.caption_en);
    add_text(value, "note", slide.note);
    add(value, "seconds", number(slide.seconds));
    add_texts(value, "focus", slide.focus);
    add_texts(value, "highlight", slide.highlight);
    add_texts(value, "sources", slide.sources);
    Json steps = array(), figures = array();
    for (const BriefingStep& step : slide.steps) steps.items.push_back(step_of(step));
    for (const QuotedFigure& figure : slide.figures) figures.items.push_back(figure_of(figure));
    if (!steps.items.empty()) add(value, "steps", std::move(steps));
    if (!figures.items.empty()) add(value, "figures", std::move(figures));
    return value;
}

/// A line a member, so that a person finds their words in the file and a second version shows what differs.
void write(std::string& out, const Json& value, size_t depth) {
    const bool is_list = value.is(Json::Kind::array);
    const size_t count = is_list ? value.items.size() : value.members.size();
    if ((!is_list && !value.is(Json::Kind::object)) || count == 0) {
        out += bundle::write_json(value);
        return;
    }
    const auto begin_line = [&out](size_t levels) { out.append(1, '\n').append(2 * levels, ' '); };
    out += is_list ? '[' : '{';
    for (size_t i = 0; i < count; ++i) {
        if (i > 0) out += ',';
        begin_line(depth + 1);
        if (!is_list) out.append(bundle::write_json(bundle::text(value.members[i].first))).append(": ");
        write(out, is_list ? value.items[i] : value.members[i].second, depth + 1);
    }
    begin_line(depth);
    out += is_list ? ']' : '}';
}

}  // namespace

std::string deck_text(const Briefing& deck) {
    Json root = object();
    add(root, "schema", number(1));
    add_text(root, "id", deck.id);
    add_text(root, "title", deck.title);
    add_text(root, "title_en", deck.title_en);
    add_text(root, "summary", deck.summary);
    add_text(root, "summary_en", deck.summary_en);
    add_text(root, "edition", deck.edition);
    add(root, "minutes", number(deck.minutes));
    Json slides = array();
    for (const Slide& slide : deck.slides) slides.items.push_back(slide_of(slide));
    add(root, "slides", std::move(slides));
    std::string text;
    write(text, root, 0);
    return text += '\n';
}

}  // namespace atlas::model

// A deck as the text that its decoder reads: for the device that keeps it, and for the file that a person saves.
#include "bundle/json.h"
#include "model/load.h"

namespace atlas::model {

namespace {

using bundle::Json;

Json text_of(std::string_view text) {
    Json value;
    value.kind = Json::Kind::string, value.string = text;
    return value;
}

Json number_of(double number) {
    Json value;
    value.kind = Json::Kind::number, value.number = number;
    return value;
}

Json list_of(const std::vector<std::string>& texts) {
    Json value;
    value.kind = Json::Kind::array;
    for (const std::string& text : texts) value.items.push_back(text_of(text));
    return value;
}

Json object() {
    Json value;
    value.kind = Json::Kind::object;
    return value;
}

void add(Json& to, const char* key, Json value) { to.members.emplace_back(key, std::move(value)); }
void add(Json& to, const char* key, const std::string& text) {
    if (!text.empty()) add(to, key, text_of(text));
}
void add(Json& to, const char* key, const std::vector<std::string>& texts) {
    if (!texts.empty()) add(to, key, list_of(texts));
}

Json step_of(const BriefingStep& step) {
    static constexpr const char* kinds[] = {"caption", "highlight", "go", "play"};
    Json value = object();
    add(value, "do", std::string(kinds[static_cast<size_t>(step.kind)]));
    add(value, "route", step.route);
    return value;
}

Json figure_of(const QuotedFigure& figure) {
    Json value = object();
    add(value, "series", figure.series);
    add(value, "year", number_of(figure.year));
    add(value, "value", number_of(figure.value));
    return value;
}

Json slide_of(const Slide& slide) {
    Json value = object();
    add(value, "route", slide.route);
    add(value, "title", slide.title);
    add(value, "title_en", slide.title_en);
    add(value, "caption", slide.caption);
    add(value, "caption_en", slide.caption_en);
    add(value, "note", slide.note);
    add(value, "seconds", number_of(slide.seconds));
    add(value, "focus", slide.focus);
    add(value, "highlight", slide.highlight);
    add(value, "sources", slide.sources);
    Json steps, figures;
    steps.kind = figures.kind = Json::Kind::array;
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
        if (!is_list) out.append(bundle::write_json(text_of(value.members[i].first))).append(": ");
        write(out, is_list ? value.items[i] : value.members[i].second, depth + 1);
    }
    begin_line(depth);
    out += is_list ? ']' : '}';
}

}  // namespace

std::string deck_text(const Briefing& deck) {
    Json root = object();
    add(root, "schema", number_of(1));
    add(root, "id", deck.id);
    add(root, "title", deck.title);
    add(root, "title_en", deck.title_en);
    add(root, "summary", deck.summary);
    add(root, "summary_en", deck.summary_en);
    add(root, "edition", deck.edition);
    add(root, "minutes", number_of(deck.minutes));
    Json slides;
    slides.kind = Json::Kind::array;
    for (const Slide& slide : deck.slides) slides.items.push_back(slide_of(slide));
    add(root, "slides", std::move(slides));
    std::string text;
    write(text, root, 0);
    return text += '\n';
}

}  // namespace atlas::model

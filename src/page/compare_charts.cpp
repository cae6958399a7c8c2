#include "page/compare_charts.h"

#include <algorithm>

#include "page/names.h"

namespace atlas::page {

using model::Story;

namespace {

using Stories = std::vector<const Story*>;

/// The text as it stands, with its blanks: a chart fills them.
std::string_view pattern(const Words& words, Word word) { return words(word); }

size_t place_in(std::vector<std::string>& names, const std::string& name) {
    const auto found = std::find(names.begin(), names.end(), name);
    if (found == names.end()) return names.push_back(name), names.size() - 1;
    return static_cast<size_t>(found - names.begin());
}

chart::FigureText figure_text(const Words& words, std::string id, std::string title, Word subtitle,
                              std::string source) {
    chart::FigureText text;
    text.id = std::move(id), text.title = std::move(title), text.subtitle = words(subtitle),
    text.source = std::move(source);
    text.show_table = words(Word::chart_open_table), text.hide_table = words(Word::chart_close_table);
    return text;
}

/// Adds a story's elements and fields with their links.
class Ring {
public:
    Ring(chart::NetworkOptions& options, const Words& words)
        : options_(options), element_(words(Word::compare_kind_element)), field_(words(Word::compare_kind_field)) {}

    void add(const Story& story) {
        std::vector<int> own;
        for (const std::string& element : story.elements)
            own.push_back(seat(element, element_, "/stories/" + story.id));
        for (size_t i = 0; i < own.size(); ++i)
            for (size_t j = i + 1; j < own.size(); ++j) options_.links.push_back({own[i], own[j], 1});
        for (const std::string& field : fields_of(story)) {
            const int at = seat(field, field_, "");
            for (const int element : own) options_.links.push_back({element, at, 1});
        }
    }

private:
    int seat(const std::string& name, const std::string& kind, std::string href) {
        for (size_t i = 0; i < options_.elements.size(); ++i)
            if (options_.elements[i].name == name && options_.elements[i].kind == kind) return static_cast<int>(i);
        options_.elements.push_back({name, kind, std::move(href)});
        return static_cast<int>(options_.elements.size()) - 1;
    }

    chart::NetworkOptions& options_;
    std::string element_, field_;
};

}  // namespace

Stories joined_stories(const model::Stories& stories) {
    Stories joined;
    for (const Story& story : stories.stories)
        if (story.elements.size() > 1) joined.push_back(&story);
    return joined;
}

std::vector<std::string> fields_of(const Story& story) {
    constexpr std::string_view times = "\xC3\x97";
    std::vector<std::string> fields;
    for (size_t at = 0; at <= story.theme.size();) {
        const size_t end = std::min(story.theme.find(times, at), story.theme.size());
        if (end > at) fields.push_back(story.theme.substr(at, end - at));
        at = end + times.size();
    }
    return fields;
}

std::vector<std::string> pillars_of(const Story& story) {
    std::vector<std::string> pillars{story.pillar};
    for (const std::string& measure : story.measures) place_in(pillars, measure.substr(0, measure.find('-')));
    return pillars;
}

float element_network(Context& ctx, Vec2 at, float width_px, const Stories& stories, std::string source) {
    const Words& words = ctx.ui.words;
    chart::NetworkWords said{
        pattern(words, Word::compare_network_none),   pattern(words, Word::compare_network_joined),
        pattern(words, Word::text_separator),         pattern(words, Word::compare_network_summary),
        pattern(words, Word::compare_column_element), pattern(words, Word::compare_column_kind),
        pattern(words, Word::compare_column_partners)};
    chart::NetworkOptions options;
    options.words = &said;
    Ring ring(options, words);
    size_t elements = 0;
    for (const Story* story : stories) ring.add(*story), elements += story->elements.size();
    options.text =
        figure_text(words, "compare:network",
                    words(Word::compare_network_title, {{"stories", stories.size()}, {"elements", elements}}),
                    Word::compare_network_text, std::move(source));
    return chart::network(ctx.ui, at, width_px, options);
}

float field_matrix(Context& ctx, Vec2 at, float width_px, const Stories& stories, std::string source) {
    const Words& words = ctx.ui.words;
    chart::MatrixWords said{pattern(words, Word::compare_network_none), pattern(words, Word::compare_matrix_cell),
                            pattern(words, Word::compare_matrix_count), pattern(words, Word::compare_matrix_summary),
                            pattern(words, Word::compare_matrix_column)};
    chart::MatrixOptions options;
    options.words = &said;
    const std::vector<model::Pillar>& pillars = ctx.data.policy->pillars;
    for (const model::Pillar& pillar : pillars) options.columns.push_back(short_name_of(words, pillar));
    std::vector<size_t> elements;  // of each field
    for (const Story* story : stories)
        for (const std::string& field : fields_of(*story)) {
            const size_t row = place_in(options.rows, field);
            if (row == options.counts.size()) options.counts.emplace_back(pillars.size(), 0), elements.push_back(0);
            elements[row] += story->elements.size();
            for (const std::string& id : pillars_of(*story))
                for (size_t c = 0; c < pillars.size(); ++c)
                    if (pillars[c].id == id) options.counts[row][c] += static_cast<int>(story->elements.size());
        }
    const auto most = std::max_element(elements.begin(), elements.end());
    const std::string field = elements.empty() ? "" : options.rows[static_cast<size_t>(most - elements.begin())];
    options.text = figure_text(words, "compare:matrix", words(Word::compare_matrix_title, {{"field", field}}),
                               Word::compare_matrix_text, std::move(source));
    return chart::matrix(ctx.ui, at, width_px, options);
}

}  // namespace atlas::page

#include "page/survey_parts.h"

#include <algorithm>

#include "page/downloads.h"
#include "page/policy_parts.h"
#include "page/story_parts.h"
#include "text/text.h"

namespace atlas::page {

using model::Survey;
using scene::Node;
using scene::Role;
using ui::Ui;
namespace style = ui::style;

namespace {

/// Title, question, and how many answered.
float draw_asked(Ui& ui, Vec2 at, float width_px, const Survey& survey) {
    const Words& words = ui.words;
    ui::Flow flow{ui, at.x, at.y, width_px};
    flow.heading(survey.title, 3, {ui::size::lead, Weight::bold, ui::ink::text, 1.5f});
    flow.space(4);
    if (!survey.question.empty())
        flow.y += ui::labelled(ui, {flow.x, flow.y}, width_px, Word::history_asked, survey.question, style::note);
    const auto told = [&](int n, Word word, const char* id) {
        if (n == 0) return;
        const std::string count = text::quantity_text(words, n, survey.unit);
        // One text a pattern: the placeholder is the same in both.
        std::string said = word == Word::history_respondents ? words(Word::history_respondents, {{"figure", count}})
                                                             : words(Word::history_responses, {{"figure", count}});
        if (survey.multiple)
            said = words(Word::text_with_note, {{"text", said}, {"note", words(Word::history_multiple)}});
        flow.paragraph(said, style::note_bold, "survey:" + survey.id + id);
    };
    told(survey.respondents, Word::history_respondents, "/respondents");
    told(survey.responses, Word::history_responses, "/responses");
    return flow.y - at.y;
}

float draw_mean(Ui& ui, Vec2 at, const Survey& survey) {
    const std::string number = text::number(*survey.mean, text::decimals_of(*survey.mean));
    const std::string most = text::number(survey.scale_max.value_or(0));
    const std::string said = ui.words(Word::history_mean, {{"figure", number}, {"most", most}});
    const float w = ui::figure(ui, {at.x, at.y + 36}, number, said.substr(std::min(said.size(), number.size())),
                               ui::size::figure_small);
    Node node;
    node.id = "survey:" + survey.id + "/mean", node.role = Role::text, node.name = said,
    node.rect = {at.x, at.y, w, 44};
    ui.add(std::move(node));
    return 52;
}

float draw_bars(Context& ctx, Vec2 at, float width_px, const Survey& survey) {
    Ui& ui = ctx.ui;
    const Words& words = ui.words;
    const chart::BarListWords said = bar_words(words);
    chart::BarListOptions options;
    options.words = &said, options.formats = &chart::formats_of(words.lang()), options.unit = survey.unit;
    size_t most = 0;
    for (const model::SurveyItem& item : survey.items) {
        if (item.count.value_or(0) > survey.items[most].count.value_or(0)) most = options.items.size();
        options.items.push_back({item.label, item.count, item.share, "", false});
    }
    options.items[most].strong = true;
    options.text.id = "survey:" + survey.id + "/bars", options.text.heading_level = 4;
    options.text.title = words(Word::history_bars_title, {{"label", options.items[most].label}});
    options.text.show_table = words(Word::chart_open_table), options.text.hide_table = words(Word::chart_close_table);
    // In a picture of the chart the survey and its source are said with it.
    options.text.subtitle = survey.title;
    options.text.source = source_text(words, ctx.data.policy.get(), survey.source);
    const float h = chart::bar_list(ui, at, width_px, options);
    return h + draw_chart_downloads(ctx, {at.x, at.y + h}, width_px, options.text.id, true);
}

float draw_voices(Ui& ui, Vec2 at, float width_px, const Survey& survey) {
    Node list;
    list.id = "survey:" + survey.id + "/voices", list.role = Role::list, list.name = ui.words(Word::history_voices);
    Ui::Scope scope(ui, std::move(list));
    const float columns_from = 640, gap = 32;
    const bool two = width_px >= columns_from;
    const float w = two ? (width_px - gap) / 2 : width_px;
    float y[2] = {at.y, at.y};
    for (const std::string& voice : survey.voices) {
        const size_t c = two && y[1] < y[0] ? 1 : 0;
        const float x = at.x + static_cast<float>(c) * (w + gap);
        const float h =
            ui.glyph_block({x + 16, y[c]}, w - 16, voice, {ui::size::note, Weight::regular, ui::ink::text, 1.6f});
        ui.rect({x, y[c] + 4, 3, h - 8}, ui::ink::hairline);
        Node item;
        item.role = Role::listitem, item.name = voice, item.rect = {x, y[c], w, h};
        ui.add(std::move(item));
        y[c] += h + 10;
    }
    return std::max(y[0], y[1]) - at.y;
}

float draw_found(Context& ctx, Vec2 at, float width_px, const Survey& survey) {
    Ui& ui = ctx.ui;
    ui::Flow flow{ui, at.x, at.y, width_px};
    if (survey.mean) flow.y += draw_mean(ui, {flow.x, flow.y}, survey);
    flow.paragraph(survey.findings, style::body, "survey:" + survey.id + "/findings");
    if (survey.lost) {
        flow.space(8);
        flow.paragraph(ui.words(Word::history_lost), style::note_bold, "survey:" + survey.id + "/lost");
    }
    if (!survey.voices.empty()) flow.space(12), flow.y += draw_voices(ui, {flow.x, flow.y}, width_px, survey);
    if (!survey.items.empty()) flow.space(16), flow.y += draw_bars(ctx, {flow.x, flow.y}, width_px, survey);
    if (!survey.note.empty()) flow.space(8), flow.paragraph(survey.note, style::note);
    if (!survey.items.empty()) return flow.y - at.y;  // the chart has said it
    flow.space(8);
    flow.y += draw_attribution(ctx, {flow.x, flow.y}, width_px, survey.source);
    return flow.y - at.y;
}

}  // namespace

chart::BarListWords bar_words(const Words& words) {
    // With their blanks as they stand: the chart fills them.
    const auto pattern = [&](Word word) { return std::string_view(words(word)); };
    return {pattern(Word::history_bars_none),  pattern(Word::history_bars_summary), pattern(Word::history_bars_missing),
            pattern(Word::history_bars_label), pattern(Word::history_bars_count),   pattern(Word::history_bars_share)};
}

float draw_survey(Context& ctx, Vec2 at, float width_px, const Survey& survey) {
    Node node;
    node.id = "survey:" + survey.id, node.role = Role::group, node.name = survey.title;
    Ui::Scope scope(ctx.ui, std::move(node));
    if (width_px < 900) {
        const float h = draw_asked(ctx.ui, at, width_px, survey) + 12;
        return h + draw_found(ctx, {at.x, at.y + h}, width_px, survey);
    }
    const float left = std::floor(width_px * 0.32f), gap = 48;
    const float a = draw_asked(ctx.ui, at, left, survey);
    return std::max(a, draw_found(ctx, {at.x + left + gap, at.y}, width_px - left - gap, survey));
}

}  // namespace atlas::page

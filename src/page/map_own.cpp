// The section of the map's panel for a file of the reader's own: how to open one, what of it is on the map, and what is not.
#include "core/order.h"
#include "page/map_look.h"
#include "page/own_data.h"
#include "ui/controls.h"

namespace atlas::page {

using ui::Flow;
using ui::Ui;
namespace style = ui::style;

namespace {

constexpr size_t issues_shown = 12;

std::string row_text(const Words& words, const model::UserRowIssue& issue) {
    using Kind = model::UserRowIssue::Kind;
    using model::PlaceFault;
    if (issue.kind != Kind::place) return words(Word::map_own_cells, {{"line", issue.line}});
    const Word text = issue.fault == PlaceFault::ambiguous_name ? Word::map_own_ambiguous
                      : issue.fault == PlaceFault::ward         ? Word::map_own_ward
                                                                : Word::map_own_unknown;
    return words(text, {{"line", issue.line}, {"text", issue.text}});
}

/// Every row and cell that is not on the map, in words, as they stand in the file.
std::vector<std::string> issue_texts(const Words& words, const model::UserTable& table) {
    std::vector<std::string> texts, sorted;
    std::vector<uint32_t> lines;
    const auto add = [&](uint32_t line, std::string text) {
        lines.push_back(line);
        texts.push_back(std::move(text));
    };
    for (const model::UserRowIssue& issue : table.unmatched) add(issue.line, row_text(words, issue));
    for (const model::UserCellIssue& issue : table.unreadable)
        add(issue.line, words(Word::map_own_unreadable, {{"line", issue.line}, {"text", issue.text}}));
    for (const model::UserDuplicate& again : table.duplicates)
        add(again.line, words(Word::map_own_again, {{"line", again.line}, {"first", again.first_line}}));
    for (const uint32_t i : ascending(lines)) sorted.push_back(std::move(texts[i]));
    return sorted;
}

void draw_issues(const OwnData& own, Flow& flow) {
    const Words& words = flow.ui.words;
    const std::vector<std::string> texts = issue_texts(words, own.result.table);
    if (texts.empty()) return;
    flow.space(8);
    flow.heading(words(Word::map_own_issues), 3, style::note_bold, "map:own-issues-title");
    scene::Node list;
    list.id = "map:own-issues", list.role = scene::Role::list, list.name = words(Word::map_own_issues);
    Ui::Scope scope(flow.ui, std::move(list));
    for (size_t i = 0; i < texts.size() && i < issues_shown; ++i) {
        scene::Node item;
        item.role = scene::Role::listitem, item.name = texts[i];
        const float height = flow.ui.glyph_block({flow.x, flow.y}, flow.width, texts[i], style::note);
        item.rect = {flow.x, flow.y, flow.width, height};
        flow.ui.add(std::move(item));
        flow.y += height + 2;
    }
    if (texts.size() <= issues_shown) return;
    const std::string more = words(Word::map_own_more, {{"n", texts.size() - issues_shown}});
    flow.paragraph(more, style::note, "map:own-more");
}

void draw_result(const OwnData& own, Flow& flow) {
    const Words& words = flow.ui.words;
    const model::UserTable& table = own.result.table;
    const ui::TextStyle note = ui::with_color(style::note, ui::ink::text);
    using model::UserFault;
    if (own.result.fault != UserFault::none || table.joined_rows == 0) {
        const Word text = own.result.fault == UserFault::file              ? Word::map_own_bad_file
                          : own.result.fault == UserFault::no_value_column ? Word::map_own_no_value
                                                                           : Word::map_own_no_place;
        flow.paragraph(words(text, {{"file", own.file}}), note, "map:own-fault");
    } else {
        // Of one column a row without a number is not on the map, though its place was found.
        const bool one_column = table.value_columns.size() == 1;
        const size_t shown = table.to_column ? table.joined_rows - table.rows_beside
                             : one_column    ? table.values
                                             : table.joined_rows;
        flow.paragraph(words(Word::map_own_result, {{"file", own.file}, {"rows", table.data_rows}, {"joined", shown}}),
                       note, "map:own-result");
        if (table.to_column)
            flow.paragraph(words(Word::map_flows_about, {{"n", table.rows_beside}}), note, "map:own-flows");
    }
    draw_issues(own, flow);
    flow.space(8);
}

void draw_button(Flow& flow, const char* id, const std::string& label, Action::Kind kind) {
    ui::ButtonSpec spec;
    spec.id = id, spec.label = label, spec.action.kind = kind;
    ui::button(flow.ui, {flow.x, flow.y, ui::button_width(flow.ui, label), ui::target_px}, spec);
    flow.y += ui::target_px + 8;
}

}  // namespace

void draw_own_file(Context& ctx, Flow& flow) {
    const Words& words = flow.ui.words;
    const OwnData* own = ctx.data.own.get();
    flow.space(4);
    if (own)
        draw_result(*own, flow);
    else
        flow.paragraph(words(Word::map_own_about), style::note, "map:own-about");
    flow.space(8);
    if (ctx.ui.env.native_fields)
        draw_button(flow, "map:own-choose", words(Word::map_own_choose), Action::Kind::open_file);
    else
        flow.paragraph(words(Word::map_own_drop), style::note, "map:own-drop"), flow.space(8);
    if (own) draw_button(flow, "map:own-close", words(Word::map_own_close), Action::Kind::close_file);
    flow.space(8);
}

}  // namespace atlas::page

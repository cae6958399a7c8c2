// One output of the logic model, or the state's role: its place, its KPIs, groups and measures, stories and 工程表.
#include <algorithm>

#include "page/downloads.h"
#include "page/frame.h"
#include "page/logic_parts.h"
#include "page/names.h"
#include "page/policy_parts.h"
#include "page/story_parts.h"
#include "text/text.h"

namespace atlas::page {

using model::BundleName;
using model::LogicOutput;
using model::LogicPlace;
using scene::Node;
using scene::Role;
using ui::Ui;
namespace style = ui::style;

namespace {

constexpr size_t stories_at_first = 6;

Node node_of(std::string id, Role role, std::string name = "") {
    Node node;
    node.id = std::move(id), node.role = role, node.name = std::move(name);
    return node;
}

/// Impact › outcome, each leads to its place in the logic model. Returns the height.
float draw_path(Context& ctx, Vec2 at, float width, const LogicPlace& place) {
    Ui& ui = ctx.ui;
    float y = at.y + back_link(ui, "output:back", at, ui.words(Word::output_back), "/logic?n=" + place.output->id);
    if (!place.outcome) return y - at.y;
    Ui::Scope nav(ui, node_of("output:path", Role::navigation, ui.words(Word::output_path)));
    const auto step = [&](const std::string& id, Word level, const std::string& title) {
        const float label_w = ui.phone() ? 0 : 112;
        if (ui.phone())
            y += ui::paragraph(ui, {at.x, y}, width, ui.words(level), style::note);
        else
            ui::label(ui, {at.x, ui.baseline(y, style::body)}, ui.words(level), style::note);
        y += block_link(ui, "path:" + id, {at.x + label_w, y}, width - label_w, title, "/logic?n=" + id) + 4;
    };
    step(place.impact->id, Word::kpis_impact, title_of(ui.words, *place.impact));
    step(place.outcome->id, Word::kpis_outcome, title_of(ui.words, *place.outcome));
    return y + 8 - at.y;
}

/// What there is, in one sentence made from the data.
std::string summary_of(const Context& ctx, const LogicOutput& output) {
    const Words& words = ctx.ui.words;
    size_t measures = 0, programmes = 0;
    for (const model::LogicGroup& group : output.groups)
        for (const model::LogicMeasure& measure : group.measures) {
            measures += measure.reprint_of.empty();
            programmes += measure.programmes.size();
        }
    const auto kpis = judged(ctx, model::kpis_of(output));
    return words(Word::output_summary, {{"name", name_of(words, output)},
                                        {"measures", measures},
                                        {"programmes", programmes},
                                        {"kpis", kpis.size()},
                                        {"states", status_counts(words, kpis)}});
}

float draw_kpis(Context& ctx, float y, const LogicOutput& output) {
    const float top = y;
    const auto kpis = judged(ctx, model::kpis_of(output));
    if (kpis.empty()) return 0;
    Ui& ui = ctx.ui;
    y += ui::heading(ui, {ctx.left, y}, ctx.width, ui.words(Word::output_kpis), 2, style::heading) + 12;
    y += kpi_column_heads(ctx, {ctx.left, y});
    Ui::Scope list(ui, node_of("output:kpis", Role::list, ui.words(Word::output_kpis)));
    for (const JudgedKpi& kpi : kpis) {
        ui.hline(ctx.left, ctx.left + ctx.width, y);
        y += kpi_row(ctx, {ctx.left, y}, kpi);
    }
    ui.hline(ctx.left, ctx.left + ctx.width, y);
    return y - top;
}

/// A button that shows the programmes of a measure, and below it the programmes. Returns the height.
float draw_programmes(Ui& ui, Vec2 at, float width, const model::LogicMeasure& measure) {
    if (measure.programmes.empty()) return 0;
    const std::string name = "programmes:" + measure.id;
    const bool is_open = ui.is_open(name);
    ui::ButtonSpec toggle;
    toggle.id = name, toggle.kind = ui::ButtonKind::quiet, toggle.has_icon = true;
    toggle.label = ui.words(Word::output_programmes, {{"n", measure.programmes.size()}});
    toggle.icon = is_open ? ui::Icon::chevron_up : ui::Icon::chevron_down;
    toggle.expands = true, toggle.expanded = is_open, toggle.action = {Action::Kind::toggle, name, {}, 0};
    const float w = ui::button_width(ui, toggle.label, true);
    ui::button(ui, {at.x, at.y, w, ui::target_px}, std::move(toggle));
    float y = at.y + ui::target_px;
    if (!is_open) return y - at.y;
    Ui::Scope list(ui, node_of(name + "/list", Role::list, ui.words(Word::output_programme_list)));
    for (const model::Programme& programme : measure.programmes) {
        ui.rect({at.x, y + 11, 6, 2}, ui::ink::soft);
        Node item = node_of("programme:" + programme.id, Role::listitem, programme.name);
        const float h = ui.glyph_block({at.x + 16, y}, width - 16, programme.name, style::body);
        item.rect = {at.x, y, width, h};
        ui.add(std::move(item));
        y += h + 4;
    }
    return y + 4 - at.y;
}

float draw_measure(Context& ctx, Vec2 at, float width, const model::LogicMeasure& measure) {
    Ui& ui = ctx.ui;
    const model::LogicModel& logic = *ctx.data.logic;
    Ui::Scope item(ui, node_of("measure:" + measure.id, Role::listitem));
    const float indent = 32, x = at.x + indent, inner = std::min(width - indent, 760.f);
    float y = at.y;
    const ui::TextStyle look{ui::size::body, Weight::bold, ui::ink::text, 1.5f};
    if (!measure.heading.empty() && !measure.title.empty())
        y += ui::paragraph(ui, {x, y}, inner, measure.heading, style::note);
    ui.glyphs({at.x, Ui::baseline(y, look)}, measure.number, look);
    if (!measure.reprint_of.empty()) {
        const LogicPlace first = model::find_place(logic, measure.reprint_of);
        const std::string route = first.output ? "/logic/" + first.output->id : "/logic";
        return y + block_link(ui, "reprint:" + measure.id, {x, y}, inner, title_of(ui.words, logic, measure), route) +
               24 - at.y;
    }
    y += ui::heading(ui, {x, y}, inner, title_of(ui.words, logic, measure), 4, look) + 2;
    if (!measure.summary.empty()) y += ui::paragraph(ui, {x, y}, inner, measure.summary);
    for (const std::string& id : measure.pillar_measures) {
        const model::Measure* same = model::find_measure(*ctx.data.policy, id);
        if (!same) continue;
        const std::string pillar = id.substr(0, id.find('-'));
        ui::pillar_mark(ui, {x + 10, y + 17}, 10, pillar);
        y += 4 + block_link(ui, "pillar:" + measure.id + ":" + id, {x + 30, y + 5}, inner - 30,
                            ui.words(Word::output_pillar_measure, {{"id", pillar}, {"title", same->title}}),
                            "/pillars/" + pillar, style::note);
    }
    y += draw_programmes(ui, {x, y + 8}, inner, measure);
    return y + 32 - at.y;
}

float draw_groups(Context& ctx, float y, const LogicOutput& output) {
    Ui& ui = ctx.ui;
    const float top = y;
    y += ui::heading(ui, {ctx.left, y}, ctx.width, ui.words(Word::output_measures), 2, style::heading) + 4;
    y += ui::paragraph(ui, {ctx.left, y}, std::min(ctx.width, 760.f), ui.words(Word::output_measures_note),
                       style::note) +
         24;
    for (const model::LogicGroup& group : output.groups) {
        ui.hline(ctx.left, ctx.left + ctx.width, y);
        y += 20;
        const std::string title = ui.words(Word::output_group, {{"number", group.number}, {"name", group.name}});
        y += ui::heading(ui, {ctx.left, y}, std::min(ctx.width, 860.f), title, 3, style::section) + 8;
        if (!group.summary.empty())
            y += ui::paragraph(ui, {ctx.left, y}, std::min(ctx.width, 760.f), group.summary) + 8;
        y += 8;
        Ui::Scope list(ui, node_of("measures:" + group.id, Role::list, group.name));
        const size_t columns = ctx.width >= 900 ? 2 : 1;
        const float gap = 64, w = columns == 2 ? (ctx.width - gap) / 2 : ctx.width;
        for (size_t i = 0; i < group.measures.size(); i += columns) {
            float h = draw_measure(ctx, {ctx.left, y}, w, group.measures[i]);
            if (columns == 2 && i + 1 < group.measures.size())
                h = std::max(h, draw_measure(ctx, {ctx.left + w + gap, y}, w, group.measures[i + 1]));
            y += h;
        }
    }
    return y - top;
}

float draw_stories(Context& ctx, float y, const LogicOutput& output) {
    Ui& ui = ctx.ui;
    const float top = y;
    auto found = related_stories(ctx, measures_of(output));
    if (found.empty()) return 0;
    const size_t all = found.size();
    y += ui::heading(ui, {ctx.left, y}, ctx.width, ui.words(Word::output_stories, {{"n", all}}), 2, style::heading,
                     "output:stories") +
         4;
    y +=
        ui::paragraph(ui, {ctx.left, y}, std::min(ctx.width, 760.f), ui.words(Word::output_stories_note), style::note) +
        16;
    constexpr const char* flag = "stories:all";
    const bool folded = all > stories_at_first && !ui.is_open(flag);
    if (folded) found.resize(stories_at_first);
    y += story_cards(ui, "stories", ui.words(Word::output_stories_list), {ctx.left, y}, ctx.width, found,
                     ctx.data.places.get());
    if (!folded) return y - top;
    ui::ButtonSpec more;
    more.id = flag, more.label = ui.words(Word::output_stories_more, {{"n", all - stories_at_first}});
    more.action = {Action::Kind::toggle, flag, {}, 0}, more.expands = true;
    const Rect place{ctx.left, y + 16, ui::button_width(ui, more.label), ui::target_px};  // before the label is moved
    ui::button(ui, place, std::move(more));
    return y + 16 + ui::target_px - top;
}

/// All tables of the output are lost: said once, with the names that are left.
float draw_nothing_read(Ui& ui, Vec2 at, float width, const std::vector<const model::RoadmapTable*>& tables) {
    float y = at.y + ui::paragraph(ui, at, width, ui.words(Word::output_tables_lost), style::body, "output:lost");
    for (const model::RoadmapTable* table : tables)
        for (const model::RoadmapRow& row : table->rows)
            y += ui::paragraph(ui, {at.x, y}, width, ui.words(Word::roadmap_lost_row_name, {{"name", row.name}}),
                               style::note);
    return y - at.y;
}

float draw_tables(Context& ctx, float y, const LogicOutput& output) {
    Ui& ui = ctx.ui;
    const float top = y;
    const auto tables = model::tables_of(*ctx.data.roadmap, *ctx.data.logic, output.id);
    if (tables.empty()) return 0;
    const model::RoadmapCounts counts = model::count_roadmap(tables);
    y += ui::heading(ui, {ctx.left, y}, ctx.width, ui.words(Word::roadmap_title), 2, style::heading, "output:roadmap") +
         8;
    const float text_px = std::min(ctx.width, 760.f);
    if (counts.lost == counts.tables) {
        y += draw_nothing_read(ui, {ctx.left, y}, text_px, tables);
    } else {
        if (counts.tables > 1)
            y +=
                ui::paragraph(ui, {ctx.left, y}, text_px, table_counts(ui.words, counts), style::body, "output:tables");
        y += ui::paragraph(ui, {ctx.left, y}, text_px, date_counts(ui.words, counts), style::body, "output:dates") + 24;
        y += draw_gantt(ctx, {ctx.left, y}, ctx.width, tables, false) + 8;
        y += draw_chart_downloads(ctx, {ctx.left, y}, ctx.width, "gantt") + 24;
        y += draw_lost_tables(ctx, {ctx.left, y}, ctx.width, tables, false);
    }
    ui::arrow_link(ui, "output:all-tables", {ctx.left, y + 28}, ui.words(Word::output_all_tables), "/roadmap");
    return y + ui::target_px - top;
}

/// To the outputs before and after.
float draw_neighbours(Context& ctx, float y, const LogicOutput& output) {
    Ui& ui = ctx.ui;
    const auto all = model::outputs_of(*ctx.data.logic);
    const auto at = std::find(all.begin(), all.end(), &output);
    ui.hline(ctx.left, ctx.left + ctx.width, y);
    y += 16;
    Ui::Scope nav(ui, node_of("output:neighbours", Role::navigation, ui.words(Word::output_neighbours)));
    const auto draw = [&](const LogicOutput& other, const char* id, const std::string& text) {
        y += block_link(ui, id, {ctx.left, y + 6}, ctx.width, text, "/logic/" + other.id) + 10;
    };
    if (at != all.begin())
        draw(**(at - 1), "output:previous",
             ui.words(Word::output_previous, {{"name", title_of(ui.words, **(at - 1))}}));
    if (at + 1 != all.end())
        draw(**(at + 1), "output:next", ui.words(Word::output_next, {{"name", title_of(ui.words, **(at + 1))}}));
    return y;
}

void draw_output(Context& ctx, const LogicPlace& place) {
    Ui& ui = ctx.ui;
    const LogicOutput& output = *place.output;
    const bool in_japanese = ui.words.lang() == Lang::ja;
    ui.scene.title = title_of(ui.words, output), ui.scene.description = summary_of(ctx, output);
    const float text_px = std::min(ctx.width, 800.f);
    float y = ctx.top - 16;
    y += draw_path(ctx, {ctx.left, y}, text_px, place) + 8;
    y += ui::heading(ui, {ctx.left, y}, std::min(ctx.width, 960.f), ui.scene.title, 1,
                     ui.phone() ? style::page : style::page_large);
    if (!in_japanese && output.name != name_of(ui.words, output))
        y += ui::paragraph(ui, {ctx.left, y}, text_px, output.name, style::soft, "output:official-name");
    y += 12 + ui::paragraph(ui, {ctx.left, y + 12}, text_px, ui.scene.description, style::lead, "output:summary") + 8;
    if (!in_japanese) y += ui::paragraph(ui, {ctx.left, y}, text_px, ui.words(Word::pillar_language), style::note) + 4;
    y += ui::paragraph(ui, {ctx.left, y}, text_px, output.summary) + 40;
    const float kpis_px = draw_kpis(ctx, y, output);
    y += kpis_px > 0 ? kpis_px + 48 : 0;
    y += draw_groups(ctx, y, output) + 24;
    const float tables_px = draw_tables(ctx, y, output);
    y += tables_px > 0 ? tables_px + 48 : 0;
    const float stories_px = draw_stories(ctx, y, output);
    y += stories_px > 0 ? stories_px + 40 : 0;
    y += draw_attribution(ctx, {ctx.left, y}, std::min(ctx.width, 960.f), output.source) + 32;
    ctx.bottom = draw_neighbours(ctx, y, output);
}

}  // namespace

void output(Context& ctx) {
    ctx.ui.scene.title = ctx.ui.words(Word::output_title);
    if (!require(ctx,
                 {BundleName::policy, BundleName::stories, BundleName::kpis, BundleName::logic, BundleName::roadmap}))
        return;
    const LogicPlace place = model::find_place(*ctx.data.logic, ctx.state.id);
    if (place.level != 2) return not_found(ctx);
    draw_output(ctx, place);
}

}  // namespace atlas::page

#include "page/history_parts.h"

#include <algorithm>

#include "chart/timeline.h"
#include "core/strings.h"
#include "page/policy_parts.h"
#include "page/story_parts.h"
#include "text/text.h"

namespace atlas::page {

using model::Framework;
using scene::Node;
using scene::Role;
using ui::Ui;
namespace ink = ui::ink;
namespace style = ui::style;

namespace {

Node node_of(std::string id, Role role, std::string name, Rect rect = {}) {
    Node node;
    node.id = std::move(id), node.role = role, node.name = std::move(name), node.rect = rect;
    return node;
}

// Events that set the present policy.
constexpr std::string_view concept_event = "kihon-kousou", strategy_event = "sougou-senryaku";

const model::Event* find_event(const Framework& framework, std::string_view id) {
    for (const model::Event& event : framework.history)
        if (event.id == id) return &event;
    return nullptr;
}

/// Titles of the documents that the events come from, each once.
std::string event_sources(const Context& ctx, const std::vector<model::Event>& events) {
    std::vector<std::string> docs, texts;
    for (const model::Event& event : events)
        for (const model::SourceRef& source : event.sources) {
            if (std::find(docs.begin(), docs.end(), source.doc) != docs.end()) continue;
            docs.push_back(source.doc);
            texts.push_back(source_text(ctx.ui.words, ctx.data.policy.get(), {source.doc, 0, ""}));
        }
    return text::listed(ctx.ui.words, texts);
}

}  // namespace

float history_timeline(Context& ctx, Vec2 at, float width_px) {
    const Words& words = ctx.ui.words;
    const std::vector<model::Event>& events = ctx.data.background->framework.history;
    // With their blanks as they stand: the chart fills them.
    const auto pattern = [&](Word word) { return std::string_view(words(word)); };
    const chart::TimelineWords said{pattern(Word::history_timeline_none), pattern(Word::history_timeline_summary),
                                    pattern(Word::history_column_when), pattern(Word::history_column_event),
                                    pattern(Word::history_column_detail)};
    chart::TimelineOptions options;
    options.words = &said;
    for (const model::Event& event : events) {
        // A period stands with the details: beside the others' dates it would be too long.
        std::string when = text::date(words, event.date), detail = event.detail;
        if (!event.end.empty()) {
            const std::string end = text::date(words, event.end);
            detail = words(Word::text_with_note,
                           {{"text", detail}, {"note", words(Word::kpi_period, {{"from", when}, {"to", end}})}});
        }
        options.events.push_back({event.id, chart::time_of_date(event.date), std::move(when), event.title,
                                  std::move(detail), "", event.id == concept_event || event.id == strategy_event});
    }
    options.text.id = "history:timeline";
    options.text.title = words(Word::history_timeline, {{"n", events.size()}});
    if (!events.empty())
        options.text.subtitle = words(Word::history_timeline_text, {{"from", text::date(words, events.front().date)},
                                                                    {"to", text::date(words, events.back().date)}});
    options.text.source = event_sources(ctx, events);
    options.text.show_table = words(Word::chart_open_table), options.text.hide_table = words(Word::chart_close_table);
    return chart::timeline(ctx.ui, at, width_px, options);
}

namespace {

/// One list: its name, whether it is in force, its five items. Returns the height.
float draw_list(Context& ctx, Vec2 at, float width_px, const model::PillarList& list) {
    Ui& ui = ctx.ui;
    const Words& words = ui.words;
    const float pad = 20, x = at.x + pad, w = width_px - 2 * pad;
    const Color quiet = list.decided ? ink::text : ink::soft;
    Ui::Scope group(ui, node_of("list:" + list.id, Role::group, list.name));
    float y = at.y + pad;
    y += ui::paragraph(ui, {x, y}, w, words(list.decided ? Word::history_list_decided : Word::history_list_superseded),
                       ui::with_color(style::note_bold, list.decided ? ink::link : ink::soft),
                       "list:" + list.id + "/state");
    y += ui::heading(ui, {x, y}, w, list.name, 3, ui::with_color(style::section, quiet));
    y += ui::paragraph(ui, {x, y}, w, text::date(words, list.date), style::note) + 12;
    {
        Ui::Scope items(ui, node_of("list:" + list.id + "/items", Role::list, list.name));
        for (const model::PillarListItem& item : list.items) {
            Ui::Scope listitem(ui, node_of("", Role::listitem, ""));
            if (item.pillar.empty()) {
                ui.glyphs({x, Ui::baseline(y, style::body)}, item.number, ui::with_color(style::bold, quiet));
                y += ui::paragraph(ui, {x + 34, y}, w - 34, item.text, ui::with_color(style::body, quiet)) + 8;
            } else {
                ui::pillar_mark(ui, {x + 12, y + 14}, 12, item.pillar);
                y += block_link(ui, "list:" + list.id + ":" + item.pillar, {x + 34, y}, w - 34, item.text,
                                "/pillars/" + item.pillar, style::bold) +
                     8;
            }
        }
    }
    y += 8;
    y += ui::paragraph(ui, {x, y}, w, list.note, style::note) + 4;
    y += draw_attribution(ctx, {x, y}, w, list.source);
    return y + pad - at.y;
}

}  // namespace

float pillar_lists(Context& ctx, Vec2 at, float width_px) {
    Ui& ui = ctx.ui;
    std::vector<const model::PillarList*> lists;
    for (const model::PillarList& list : ctx.data.background->framework.pillar_lists) lists.push_back(&list);
    const size_t columns = width_px >= 900 ? lists.size() : 1;
    // Side by side in the order of time; below each other the one in force first.
    if (columns == 1)
        std::stable_partition(lists.begin(), lists.end(), [](const model::PillarList* list) { return list->decided; });
    const float gap = 24, w = (width_px - gap * static_cast<float>(columns - 1)) / static_cast<float>(columns);
    float x = at.x, y = at.y, highest = 0;
    std::vector<std::pair<size_t, Rect>> frames;
    for (const model::PillarList* list : lists) {
        const size_t ground = ui.marks().size();
        ui.rect({}, transparent);
        const float h = draw_list(ctx, {x, y}, w, *list);
        frames.emplace_back(ground, Rect{x, y, w, h});
        highest = std::max(highest, h);
        columns > 1 ? x += w + gap : y += h + gap;
    }
    for (size_t i = 0; i < frames.size(); ++i) {
        const bool decided = lists[i]->decided;
        auto& mark = std::get<scene::RectMark>(ui.marks()[frames[i].first]);
        mark.rect = frames[i].second, mark.radius_px = 8;
        if (columns > 1) mark.rect.h = highest;
        mark.fill = decided ? ink::ground : ink::ground_second;
        mark.stroke = decided ? ink::link : transparent, mark.stroke_px = decided ? 2.f : 0.f;
    }
    return columns > 1 ? highest : y - gap - at.y;
}

float draw_roles(Context& ctx, Vec2 at, float width_px) {
    Ui& ui = ctx.ui;
    const auto& roles = ctx.data.background->framework.roles;
    const size_t columns = width_px >= 800 ? 2 : 1;
    const float gap = 48, w = (width_px - gap * static_cast<float>(columns - 1)) / static_cast<float>(columns);
    float bottom[2] = {at.y, at.y};
    for (const model::Role& role : roles) {
        // Into the shorter column: the national government has much more to do than the others.
        const size_t c = columns == 2 && bottom[1] < bottom[0] ? 1 : 0;
        ui::Flow flow{ui, at.x + (w + gap) * static_cast<float>(c), bottom[c], w};
        Ui::Scope group(ui, node_of("role:" + role.id, Role::group, role.actor));
        ui.rect({flow.x, flow.y, w, 2}, ink::text);
        flow.space(16);
        flow.heading(ui.words.lang() == Lang::ja ? role.actor : role.name_en, 3, style::section);
        flow.space(4);
        flow.paragraph(role.summary);
        flow.space(8);
        for (const model::RoleItem& item : role.items) {
            if (!item.number.empty()) flow.paragraph(item.number + " " + item.title, style::note_bold);
            Ui::Scope points(ui, node_of("", Role::list, item.title));
            for (const std::string& point : item.points) {
                ui.rect({flow.x, flow.y + 10, 6, 2}, ink::soft);
                Node node = node_of("", Role::listitem, point);
                const float h = ui.glyph_block({flow.x + 16, flow.y}, w - 16, point,
                                               {ui::size::note, Weight::regular, ink::text, 1.6f});
                node.rect = {flow.x, flow.y, w, h};
                ui.add(std::move(node));
                flow.y += h + 4;
            }
            flow.space(4);
        }
        flow.y += draw_attribution(ctx, {flow.x, flow.y}, w, role.source);
        bottom[c] = flow.y + 32;
    }
    return std::max(bottom[0], bottom[1]) - 32 - at.y;
}

namespace {

struct Since {
    std::string text;
    struct Link {
        const char* id;
        Word name;
        const char* route;
    };
    std::vector<Link> links;
};

/// What the data of this site say about a plan. Nothing is guessed: where they are silent, that is said.
Since since_of(const Context& ctx, const model::NextStep& step) {
    const Words& words = ctx.ui.words;
    const Framework& framework = ctx.data.background->framework;
    const model::Event* strategy = find_event(framework, strategy_event);
    const model::Event* decided = find_event(framework, concept_event);
    if (step.id == "start-and-strategy" && strategy)
        return {words(Word::history_since_decided,
                      {{"date", text::date(words, strategy->date)}, {"title", strategy->title}}),
                {{"step:logic", Word::history_to_logic, "/logic"}}};
    if (step.id == "roadmap-and-kpi")
        return {
            words(Word::history_since_kpis, {{"n", ctx.data.kpis->kpis.size()}}),
            {{"step:roadmap", Word::history_to_roadmap, "/roadmap"}, {"step:kpis", Word::history_to_kpis, "/kpis"}}};
    int year = 0;
    if (step.id == "ten-years-review" && decided && parse_int(decided->date.substr(0, 4), year))
        return {words(Word::history_since_review, {{"when", text::year(words, year + 5)}}), {}};
    return {words(Word::history_since_unknown, {{"edition", ctx.data.policy->edition.edition}}), {}};
}

float draw_since(Ui& ui, Vec2 at, float width_px, const model::NextStep& step, const Since& since) {
    float y = at.y;
    y += ui::paragraph(ui, {at.x, y}, width_px, ui.words(Word::history_step_since), style::note_bold);
    y += ui::paragraph(ui, {at.x, y}, width_px, since.text, style::body, "step:" + step.id + "/since");
    for (const Since::Link& link : since.links) {
        ui::arrow_link(ui, link.id, {at.x, y + 28}, ui.words(link.name), link.route);
        y += ui::target_px;
    }
    return y - at.y;
}

}  // namespace

float next_steps(Context& ctx, Vec2 at, float width_px) {
    Ui& ui = ctx.ui;
    const bool beside = width_px >= 800;
    const float gap = 48, w = beside ? (width_px - gap) / 2 : width_px;
    Ui::Scope list(ui, node_of("history:steps", Role::list, ui.words(Word::history_steps)));
    float y = at.y;
    for (const model::NextStep& step : ctx.data.background->framework.next_steps) {
        Ui::Scope item(ui, node_of("step:" + step.id, Role::listitem, ""));
        ui.hline(at.x, at.x + width_px, y);
        y += 16;
        float left = ui::paragraph(ui, {at.x, y}, w, ui.words(Word::history_step_plan), style::note);
        left += ui::paragraph(ui, {at.x, y + left}, w, step.text);
        left += draw_attribution(ctx, {at.x, y + left + 4}, w, step.source) + 4;
        const Vec2 right_at = beside ? Vec2{at.x + w + gap, y} : Vec2{at.x, y + left + 12};
        const float right = draw_since(ui, right_at, w, step, since_of(ctx, step));
        y = std::max(y + left, right_at.y + right) + 16;
    }
    ui.hline(at.x, at.x + width_px, y);
    return y - at.y;
}

}  // namespace atlas::page

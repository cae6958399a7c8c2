// One search over everything: a field, and the hits in groups.
#include "model/search.h"

#include <algorithm>

#include "chart/charts.h"
#include "page/names.h"
#include "page/story_parts.h"
#include "text/text.h"

namespace atlas::page {

using model::BundleName;
using model::SearchGroup;
using model::SearchHit;
using model::SearchKind;
using scene::Node;
using scene::Role;
using ui::Ui;
using view::ViewState;
namespace ink = ui::ink;
namespace style = ui::style;

namespace {

constexpr size_t shown_first = 5;

struct Kind {
    const char* key;
    Word name;
};
constexpr Kind kinds[model::search_kinds] = {
    {"pillar", Word::search_pillar},
    {"measure", Word::search_measure},
    {"kpi", Word::search_kpi},
    {"story", Word::search_story},
    {"prefecture", Word::search_prefecture},
    {"municipality", Word::search_municipality},
    {"output", Word::search_output},
    {"action", Word::search_action},
    {"programme", Word::search_programme},
};
const Kind& kind_of(const SearchGroup& group) { return kinds[static_cast<size_t>(group.kind)]; }

model::SearchRecords records_of(const Data& data) {
    return {data.policy.get(), data.kpis.get(), data.stories.get(), data.places.get(), data.logic.get()};
}

/// Where a hit leads.
std::string route_of(SearchKind kind, const SearchHit& hit) {
    ViewState state;
    state.id = hit.id;
    switch (kind) {
        case SearchKind::pillar: state.page = view::Page::pillar; break;
        case SearchKind::measure: state.page = view::Page::pillar, state.id = hit.parent; break;
        case SearchKind::kpi: state.page = view::Page::kpi; break;
        case SearchKind::story: state.page = view::Page::story; break;
        case SearchKind::prefecture: state.page = view::Page::map, state.prefecture = hit.id; break;
        case SearchKind::municipality: state.page = view::Page::stories, state.query = hit.title; break;
        case SearchKind::output: state.page = view::Page::output; break;
        case SearchKind::action:
        case SearchKind::programme: state.page = view::Page::output, state.id = hit.parent; break;
    }
    return view::route_of(state);
}

const model::LogicOutput* find_output(const model::LogicModel& logic, std::string_view id) {
    for (const model::LogicImpact& impact : logic.impacts)
        for (const model::LogicOutcome& outcome : impact.outcomes)
            for (const model::LogicOutput& output : outcome.outputs)
                if (output.id == id) return &output;
    return logic.state_role.id == id ? &logic.state_role : nullptr;
}

/// A hit in the page's language, and what it belongs to.
struct Told {
    std::string title, note, pillar;
};

Told tell_output(const Context& ctx, const SearchHit& hit, bool is_parent) {
    const model::LogicOutput* output = find_output(*ctx.data.logic, is_parent ? hit.parent : hit.id);
    if (!output) return {std::string(hit.title), "", ""};
    std::string name = ctx.ui.words.lang() == Lang::ja || output->name_en.empty() ? output->name : output->name_en;
    if (!is_parent) return {std::move(name), "", ""};
    return {std::string(hit.title), std::move(name), ""};
}

Told tell(const Context& ctx, SearchKind kind, const SearchHit& hit) {
    const Words& words = ctx.ui.words;
    const Data& data = ctx.data;
    const bool in_japanese = words.lang() == Lang::ja;
    const std::string title(hit.title);
    switch (kind) {
        case SearchKind::pillar:
        case SearchKind::measure: {
            const bool is_pillar = kind == SearchKind::pillar;
            const model::Pillar* pillar = model::find_pillar(*data.policy, is_pillar ? hit.id : hit.parent);
            if (is_pillar) return {name_of(words, *pillar), "", pillar->id};
            return {title, short_name_of(words, *pillar), pillar->id};
        }
        case SearchKind::kpi: {
            const model::Kpi* kpi = model::find_kpi(*data.kpis, hit.id);
            return {in_japanese ? kpi->name : name_of(words, *kpi), chart::target_text(words, kpi->target), ""};
        }
        case SearchKind::story: {
            const model::Story* story = model::find_story(*data.stories, hit.id);
            return {title, place_of(words, *story, data.places.get()), story->pillar};
        }
        case SearchKind::prefecture: {
            const model::Prefecture* place = model::find_prefecture(*data.places, hit.id);
            return {name_of(words, *place), in_japanese ? place->kana : place->name, ""};
        }
        case SearchKind::municipality: {
            const model::Municipality* place = model::find_municipality(*data.places, hit.id);
            const model::Prefecture* around = model::find_prefecture(*data.places, hit.parent);
            const bool english = !in_japanese && !place->name_en.empty();
            return {english ? place->name_en : title, around ? name_of(words, *around) : "", ""};
        }
        case SearchKind::output: return tell_output(ctx, hit, false);
        case SearchKind::action:
        case SearchKind::programme: return tell_output(ctx, hit, true);
    }
    return {};
}

/// Title as a link, below it what it belongs to. Returns the height.
float draw_hit(Context& ctx, Vec2 at, float width_px, const SearchGroup& group, const SearchHit& hit) {
    Ui& ui = ctx.ui;
    const Told told = tell(ctx, group.kind, hit);
    Node item;
    item.role = Role::listitem;
    Ui::Scope scope(ui, std::move(item));
    const float indent = 32;
    if (!told.pillar.empty())
        ui::pillar_mark(ui, {at.x + 10, at.y + 22}, 9, told.pillar);
    else
        ui.icon(ui::Icon::chevron_right, {at.x + 10, at.y + 22}, 16, ink::soft);
    float y = at.y + 8;
    const std::string id = std::string("hit:") + kind_of(group).key + ":" + std::string(hit.id);
    y += block_link(ui, id, {at.x + indent, y}, width_px - indent, told.title, route_of(group.kind, hit));
    if (!told.note.empty()) y += ui::paragraph(ui, {at.x + indent, y}, width_px - indent, told.note, style::note);
    return y + 8 - at.y;
}

float draw_group(Context& ctx, Vec2 at, float width_px, const SearchGroup& group) {
    Ui& ui = ctx.ui;
    const Words& words = ui.words;
    const char* name = words(kind_of(group).name);
    const std::string key = std::string("hits:") + kind_of(group).key;
    float y = at.y;
    y += ui::heading(ui, {at.x, y}, width_px, words(Word::search_group, {{"name", name}, {"n", group.hits.size()}}), 2,
                     style::section) +
         4;
    const bool is_long = group.hits.size() > shown_first + 1, is_open = ui.is_open(key);
    const size_t shown = is_long && !is_open ? shown_first : group.hits.size();
    {
        Node list;
        list.id = key + "/list", list.role = Role::list, list.name = name;
        Ui::Scope scope(ui, std::move(list));
        for (size_t i = 0; i < shown; ++i) {
            ui.hline(at.x, at.x + width_px, y, i == 0 ? ink::text : token::solid_gray_200);
            y += draw_hit(ctx, {at.x, y}, width_px, group, group.hits[i]);
        }
    }
    if (!is_long) return y - at.y;
    ui::ButtonSpec more;
    more.id = key, more.kind = ui::ButtonKind::quiet, more.action = {Action::Kind::toggle, key, {}, 0};
    more.label = is_open ? words(Word::search_fewer, {{"name", name}})
                         : words(Word::search_more, {{"name", name}, {"n", group.hits.size()}});
    more.has_icon = true, more.icon = is_open ? ui::Icon::chevron_up : ui::Icon::plus;
    more.expands = true, more.expanded = is_open;
    ui::button(ui, {at.x, y, std::min(width_px, ui::button_width(ui, more.label, true)), ui::target_px}, more);
    return y + ui::target_px - at.y;
}

/// Groups in two columns where there is room, each into the shorter one: reading order stays by rank.
float draw_groups(Context& ctx, Vec2 at, float width_px, const std::vector<SearchGroup>& groups) {
    const size_t columns = width_px >= 900 && groups.size() > 1 ? 2 : 1;
    const float gap = 56, w = (width_px - gap * static_cast<float>(columns - 1)) / static_cast<float>(columns);
    float bottom[2] = {at.y, at.y};
    for (const SearchGroup& group : groups) {
        const size_t c = columns == 2 && bottom[1] < bottom[0] ? 1 : 0;
        const float x = at.x + (w + gap) * static_cast<float>(c);
        bottom[c] += draw_group(ctx, {x, bottom[c]}, w, group) + 40;
    }
    return std::max(bottom[0], bottom[1]) - 40 - at.y;
}

float draw_field(Context& ctx, Vec2 at, float width_px) {
    Ui& ui = ctx.ui;
    Node search;
    search.id = "search", search.role = Role::search, search.name = ui.words(Word::search_label);
    Ui::Scope scope(ui, std::move(search));
    return ui::search_field(ui, "search:query", at, width_px, ui.words(Word::search_field), ctx.state.query,
                            ui.words(Word::search_example), "query");
}

/// Words to begin with, each a link to its results.
float draw_examples(Context& ctx, Vec2 at, float width_px) {
    constexpr Word examples[] = {Word::search_try_1, Word::search_try_2, Word::search_try_3, Word::search_try_4,
                                 Word::search_try_5};
    Ui& ui = ctx.ui;
    std::vector<ui::ChipSpec> chips;
    for (const Word word : examples) {
        const char* text = ui.words(word);
        chips.push_back({"try:" + std::to_string(chips.size() + 1), text,
                         view::route_with(ctx.state, [&](ViewState& s) { s.query = text; }), false, ""});
    }
    const float h = ui::paragraph(ui, at, width_px, ui.words(Word::search_try), style::note_bold) + 8;
    return h + ui::chip_group(ui, "search:examples", ui.words(Word::search_try), {at.x, at.y + h}, width_px, chips);
}

float draw_result(Context& ctx, Vec2 at, const std::vector<SearchGroup>& groups) {
    Ui& ui = ctx.ui;
    size_t n = 0;
    for (const SearchGroup& group : groups) n += group.hits.size();
    const std::string count = ui.words(Word::search_count, {{"query", ctx.state.query}, {"n", n}});
    const ui::TextStyle look{ui::size::lead, Weight::bold, ink::text, 1.5f};
    Node node;
    node.id = "search:count", node.role = Role::status, node.name = count;
    const float h = ui.glyph_block(at, ctx.width, count, look);
    node.rect = {at.x, at.y, ctx.width, h};
    ui.add(std::move(node));
    float y = at.y + h;
    if (!ctx.data.logic) y += ui::paragraph(ui, {at.x, y}, ctx.width, ui.words(Word::search_waiting), style::note);
    if (groups.empty())
        y += 8, y += ui::paragraph(ui, {at.x, y}, ctx.width, ui.words(Word::search_none_remedy)) + 24,
            y += draw_examples(ctx, {at.x, y}, ctx.width);
    else
        y += 24, y += draw_groups(ctx, {at.x, y}, ctx.width, groups);
    return y - at.y;
}

}  // namespace

void search(Context& ctx) {
    Ui& ui = ctx.ui;
    const Words& words = ui.words;
    ui.scene.title = words(Word::search_title), ui.scene.description = words(Word::search_description);
    if (!require(ctx, {BundleName::policy, BundleName::kpis, BundleName::stories, BundleName::places})) return;
    const model::SearchRecords records = records_of(ctx.data);
    const std::vector<SearchGroup> groups = model::search(records, ctx.state.query);
    ui::Flow flow{ui, ctx.left, ctx.top, ctx.width};
    flow.heading(words(Word::search_title), 1, ui.phone() ? style::page : style::page_large);
    flow.space(8);
    flow.width = std::min(ctx.width, 760.f);
    flow.paragraph(words(Word::search_intro, {{"n", model::searchable_count(records)}}));
    flow.space(20);
    flow.y += draw_field(ctx, {flow.x, flow.y}, flow.width) + 24;
    if (model::search_key(ctx.state.query).empty())
        flow.y += draw_examples(ctx, {flow.x, flow.y}, flow.width);
    else
        flow.y += draw_result(ctx, {flow.x, flow.y}, groups);
    ctx.bottom = flow.y;
}

}  // namespace atlas::page

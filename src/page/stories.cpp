// The gallery of success stories: search, filters, a map that follows them, and typographic cards.
#include <algorithm>

#include "chart/map.h"
#include "page/frame.h"
#include "page/names.h"
#include "page/story_parts.h"
#include "text/text.h"

namespace atlas::page {

using scene::Node;
using scene::Role;
using ui::Ui;
using view::ViewState;
namespace style = ui::style;

namespace {

using StoryList = std::vector<const model::Story*>;

StoryList filtered(const Context& ctx, const ViewState& state) {
    return model::filter_stories(*ctx.data.stories, ctx.data.places.get(),
                                 {state.query, state.pillar, state.prefecture, state.theme});
}

size_t count_with(const Context& ctx, const auto& change) {
    ViewState state = ctx.state;
    change(state);
    return filtered(ctx, state).size();
}

bool is_filtered(const ViewState& state) {
    return !state.query.empty() || !state.pillar.empty() || !state.prefecture.empty() || !state.theme.empty();
}

std::string cleared_route(const ViewState& state) {
    return view::route_with(
        state, [](ViewState& s) { s.query.clear(), s.pillar.clear(), s.prefecture.clear(), s.theme.clear(); });
}

float pillar_chips(Context& ctx, Vec2 at, float width_px) {
    std::vector<ui::ChipSpec> chips;
    const auto add = [&](const std::string& pillar, const std::string& name) {
        const auto change = [&](ViewState& s) { s.pillar = pillar; };
        const size_t count = count_with(ctx, change);
        chips.push_back({"filter:pillar:" + (pillar.empty() ? "all" : pillar),
                         ctx.ui.words(Word::filter_count, {{"name", name}, {"n", count}}),
                         view::route_with(ctx.state, change), ctx.state.pillar == pillar, pillar});
    };
    add("", ctx.ui.words(Word::stories_any_pillar));
    for (const model::Pillar& pillar : ctx.data.policy->pillars) add(pillar.id, short_name_of(ctx.ui.words, pillar));
    return ui::chip_group(ctx.ui, "filter:pillar", ctx.ui.words(Word::stories_by_pillar), at, width_px, chips);
}

std::vector<scene::Option> prefecture_options(const Context& ctx) {
    std::vector<scene::Option> options = {{"", ctx.ui.words(Word::stories_any_prefecture)}};
    // Filtered once for all 47: searching the texts is the dear part.
    ViewState anywhere = ctx.state;
    anywhere.prefecture.clear();
    const StoryList candidates = filtered(ctx, anywhere);
    for (const model::Prefecture& prefecture : ctx.data.places->prefectures) {
        const auto count = std::count_if(candidates.begin(), candidates.end(), [&](const model::Story* story) {
            return std::find(story->prefectures.begin(), story->prefectures.end(), prefecture.code) !=
                   story->prefectures.end();
        });
        options.push_back({prefecture.code, ctx.ui.words(Word::stories_option,
                                                         {{"name", name_of(ctx.ui.words, prefecture)}, {"n", count}})});
    }
    return options;
}

/// Search field, selects and chips; on phones the finer ones fold away. Returns the height.
float filters(Context& ctx, Vec2 at, float width_px) {
    Ui& ui = ctx.ui;
    Node search;
    search.id = "search", search.role = Role::search, search.name = ui.words(Word::stories_search);
    Ui::Scope scope(ui, std::move(search));
    std::vector<scene::Option> themes = {{"", ui.words(Word::stories_any_theme)}};
    for (const std::string& theme : model::themes(*ctx.data.stories)) themes.push_back({theme, theme});
    float y = at.y;
    y += ui::search_field(ui, "search:query", {at.x, y}, width_px, ui.words(Word::stories_query), ctx.state.query,
                          ui.words(Word::stories_query_example), "query") +
         16;
    const bool stacked = ui.phone();
    const float w = stacked ? width_px : (width_px - 16) / 2;
    const float select_y = y;
    y += ui::select(ui, "filter:prefecture", {at.x, y}, w, ui.words(Word::stories_prefecture), ctx.state.prefecture,
                    prefecture_options(ctx), "prefecture") +
         16;
    const auto [folded, toggle_h] =
        fold_toggle(ctx, "filters:stories", ui.words(Word::stories_more_filters), {at.x, y});
    y += toggle_h;
    if (folded) return y - at.y;
    const Vec2 theme_at = stacked ? Vec2{at.x, y} : Vec2{at.x + w + 16, select_y};
    const float theme_h =
        ui::select(ui, "filter:theme", theme_at, w, ui.words(Word::stories_theme), ctx.state.theme, themes, "theme");
    if (stacked) y += theme_h + 16;
    return y + pillar_chips(ctx, {at.x, y}, width_px) - at.y;
}

void mini_map(Context& ctx, Rect r, const StoryList& found) {
    chart::MapOptions map;
    map.id = "map:stories", map.rect = r, map.mesh = ctx.data.map, map.interactive = false, map.scale_bar = false;
    map.name = ctx.ui.words(Word::stories_map);
    map.description = ctx.ui.words(Word::stories_map_description, {{"n", found.size()}});
    map.selected = ctx.state.prefecture;
    for (const model::Story* story : found)
        if (story->position)
            map.markers.push_back({"pin:" + story->id, story_title(ctx.ui.words, *story, ctx.data.places.get()),
                                   story->pillar, "/stories/" + story->id, *story->position,
                                   story->prefectures.size() == 1 ? story->prefectures.front() : ""});
    chart::draw_map(ctx.ui, map);
}

/// "52件の事例" with what it is filtered by, and the way back to all. Returns the height.
float result_line(Context& ctx, Vec2 at, float width_px, size_t count) {
    Ui& ui = ctx.ui;
    const std::string text = ui.words(Word::stories_count, {{"n", count}});
    Node node;
    node.id = "stories:count", node.role = Role::status, node.name = text;
    const float w = ui.glyphs({at.x, at.y + 28}, text, {ui::size::section, Weight::bold});
    node.rect = {at.x, at.y + 6, w, 32};
    ui.add(std::move(node));
    if (!is_filtered(ctx.state)) return ui::target_px;
    const float button_w = ui::button_width(ui, ui.words(Word::filter_clear), true);
    const bool beside = at.x + w + 24 + button_w <= at.x + width_px;
    ui::ButtonSpec clear;
    clear.id = "filter:clear", clear.label = ui.words(Word::filter_clear), clear.kind = ui::ButtonKind::quiet;
    clear.has_icon = true, clear.icon = ui::Icon::close, clear.action = adjust(cleared_route(ctx.state));
    ui::button(ui, {beside ? at.x + w + 24 : at.x, beside ? at.y : at.y + 44, button_w, ui::target_px}, clear);
    return beside ? ui::target_px : 44 + ui::target_px;
}

/// "条件：「海」、島根県、地方経済", also while the filters are folded; empty when none is set.
std::string chosen_words(const Context& ctx) {
    const Words& words = ctx.ui.words;
    std::vector<std::string> chosen;
    if (!ctx.state.query.empty()) chosen.push_back(words(Word::text_quoted, {{"text", ctx.state.query}}));
    if (const model::Prefecture* prefecture = model::find_prefecture(*ctx.data.places, ctx.state.prefecture))
        chosen.push_back(name_of(words, *prefecture));
    if (const model::Pillar* pillar = model::find_pillar(*ctx.data.policy, ctx.state.pillar))
        chosen.push_back(short_name_of(words, *pillar));
    if (!ctx.state.theme.empty()) chosen.push_back(ctx.state.theme);
    return chosen.empty() ? "" : words(Word::filter_chosen, {{"words", text::listed(words, chosen)}});
}

float nothing_found(Context& ctx, Vec2 at, float width_px) {
    float y = at.y + 16;
    y += ui::paragraph(ctx.ui, {at.x, y}, width_px, ctx.ui.words(Word::stories_none), style::bold) + 8;
    y += ui::paragraph(ctx.ui, {at.x, y}, width_px, ctx.ui.words(Word::stories_none_remedy)) + 16;
    y += ui::target_px;
    ui::arrow_link(ctx.ui, "stories:to-map", {at.x, y - 16}, ctx.ui.words(Word::stories_to_map), "/map");
    return y - at.y;
}

}  // namespace

void stories(Context& ctx) {
    using model::BundleName;
    ctx.ui.scene.title = ctx.ui.words(Word::nav_stories);
    ctx.ui.scene.description = ctx.ui.words(Word::stories_description);
    if (!require(ctx, {BundleName::policy, BundleName::stories, BundleName::places})) return;
    Ui& ui = ctx.ui;
    const StoryList found = filtered(ctx, ctx.state);
    const bool with_map = !ui.phone() && ctx.width >= 880;
    const float map_w = with_map ? 344 : 0;
    const float w = ctx.width - (with_map ? map_w + 48 : 0);
    ui::Flow flow{ui, ctx.left, ctx.top, w};
    flow.heading(ui.words(Word::stories_title), 1, ui.phone() ? style::page : style::page_large);
    flow.space(8);
    flow.paragraph(ui.words(Word::stories_intro, {{"n", ctx.data.stories->stories.size()}}));
    flow.space(24);
    flow.y += filters(ctx, {flow.x, flow.y}, w) + 16;
    if (with_map) mini_map(ctx, {ctx.left + ctx.width - map_w, ctx.top, map_w, flow.y - ctx.top - 16}, found);
    ui.hline(ctx.left, ctx.left + ctx.width, flow.y);
    flow.y += 16;
    flow.y += result_line(ctx, {flow.x, flow.y}, ctx.width, found.size()) + 4;
    flow.y += ui::paragraph(ui, {flow.x, flow.y}, ctx.width, chosen_words(ctx), style::note, "stories:chosen") + 12;
    if (found.empty())
        flow.y += nothing_found(ctx, {flow.x, flow.y}, std::min(ctx.width, 640.f));
    else
        flow.y += story_cards(ui, "stories:list", ui.words(Word::stories_list), {ctx.left, flow.y}, ctx.width, found,
                              ctx.data.places.get());
    if (!found.empty() && ctx.data.policy)
        flow.y += 32,
            flow.y += ui::source_line(ui, {ctx.left, flow.y}, ctx.width,
                                      source_text(ui.words, ctx.data.policy.get(), {found.front()->source.doc, 0, ""}));
    ctx.bottom = flow.y;
}

}  // namespace atlas::page

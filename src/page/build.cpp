// From data and state to the scene of a page: the frame around it, the page itself, and what is said when its data is not there.
#include "page/briefing.h"
#include "page/frame.h"
#include "page/later.h"
#include "page/page.h"
#include "ui/controls.h"

namespace atlas::page {

using model::BundleName;
using scene::Node;
using scene::Role;
using view::Page;
namespace style = ui::style;

namespace {

struct PageProgram {
    Page page;
    void (*draw)(Context&);
    bool is_later;
};
/// Called through this table only: a direct call would tie a later page to the first part of the program.
constexpr PageProgram programs[] = {
    {Page::overview, overview, false},
    {Page::map, map, false},
    {Page::not_found, not_found, false},
    {Page::pillars, pillars, true},
    {Page::pillar, pillar, true},
    {Page::stories, stories, true},
    {Page::story, story, true},
    {Page::kpis, kpis, true},
    {Page::kpi, kpi, true},
    {Page::logic, logic, true},
    {Page::output, output, true},
    {Page::roadmap, roadmap, true},
    {Page::trends, trends, true},
    {Page::trend, trend, true},
    {Page::compare, compare, true},
    {Page::history, history, true},
    {Page::search, search, true},
    {Page::about, about, true},
    {Page::changes, changes, true},
    {Page::briefings, briefings, true},
    {Page::briefing, briefings, true},
    {Page::notes, briefings, true},
    {Page::deck_editor, deck_editor, true},
};

const PageProgram* program_of(Page page) {
    for (const PageProgram& program : programs)
        if (program.page == page) return &program;
    return nullptr;
}

bool has_first_heading(const scene::Scene& scene) {
    for (const Node& node : scene.nodes)
        if (node.role == Role::heading && node.level == 1) return true;
    return false;
}

bool is_there(const Data& data, BundleName name) {
    switch (name) {
        case BundleName::policy: return data.policy != nullptr;
        case BundleName::stories: return data.stories != nullptr;
        case BundleName::kpis: return data.kpis != nullptr;
        case BundleName::places: return data.places != nullptr;
        case BundleName::indicators: return data.indicators != nullptr;
        case BundleName::boundaries: return data.map != nullptr;
        case BundleName::logic: return data.logic != nullptr;
        case BundleName::roadmap: return data.roadmap != nullptr;
        case BundleName::background: return data.background != nullptr;
        case BundleName::trends: return data.trends != nullptr;
        case BundleName::municipalities: return data.municipalities != nullptr;
        case BundleName::municipal_indicators: return data.municipal_indicators != nullptr;
        case BundleName::municipal_boundaries: return data.municipal_map != nullptr;
        case BundleName::briefings: return data.briefings != nullptr;
        // The first edition has none, and says so.
        case BundleName::previous: return data.part(name).state == Data::Part::State::ready;
    }
    return false;
}

Word contents_of(BundleName name) {
    switch (name) {
        case BundleName::policy: return Word::load_policy;
        case BundleName::stories: return Word::load_stories;
        case BundleName::kpis: return Word::load_kpis;
        case BundleName::places: return Word::load_places;
        case BundleName::indicators: return Word::load_indicators;
        case BundleName::boundaries: break;
        case BundleName::logic: return Word::load_logic;
        case BundleName::roadmap: return Word::load_roadmap;
        case BundleName::background: return Word::load_background;
        case BundleName::trends: return Word::load_trends;
        case BundleName::municipalities: return Word::load_municipalities;
        case BundleName::municipal_indicators: return Word::load_municipal_indicators;
        case BundleName::municipal_boundaries: return Word::load_municipal_boundaries;
        case BundleName::previous: return Word::load_previous;
        case BundleName::briefings: return Word::load_briefings;
    }
    return Word::load_boundaries;
}

/// One problem for a reader: where, what, what to do.
std::string told_alone(const Words& words, const Problem& problem) {
    const bool in_english = words.lang() == Lang::en && !problem.what_en.empty();
    const std::string& remedy = in_english ? problem.remedy_en : problem.remedy;
    std::string text = problem.at.empty() ? words(Word::load_file, {{"file", problem.file}})
                                          : words(Word::load_file_at, {{"file", problem.file}, {"at", problem.at}});
    text += "\n" + (in_english ? problem.what_en : problem.what);
    if (!remedy.empty()) text += "\n" + words(Word::load_remedy, {{"remedy", remedy}});
    return text;
}

}  // namespace

std::string told(const Words& words, const Problems& problems) {
    constexpr size_t most = 3;
    std::string text;
    for (size_t i = 0; i < problems.size() && i < most; ++i) text += (i ? "\n\n" : "") + told_alone(words, problems[i]);
    if (problems.size() > most) text += "\n\n" + words(Word::load_more, {{"n", problems.size() - most}});
    return text;
}

namespace {

float draw_failure(Context& ctx, const std::string& key, const std::string& title, const Problems& problems, float y) {
    const Words& words = ctx.ui.words;
    ui::ButtonSpec retry;
    retry.id = "retry:" + key, retry.label = words(Word::load_retry), retry.action = {Action::Kind::retry, key, {}, 0};
    const std::string body = problems.empty() ? words(Word::load_no_file) : told(words, problems);
    return ui::notice(ctx.ui, "problem:" + key, {ctx.left, y}, ctx.width, title, body, &retry);
}

float draw_failure(Context& ctx, BundleName name, float y) {
    const Words& words = ctx.ui.words;
    const std::string title = words(Word::load_failed, {{"data", words(contents_of(name))}});
    return draw_failure(ctx, model::to_string(name), title, ctx.data.part(name).problems, y);
}

/// The page's name as its heading, where the page itself cannot draw one. Returns where it ends.
float draw_name(Context& ctx) {
    ui::Ui& ui = ctx.ui;
    const float y = std::max(ctx.top, ctx.bottom);
    if (has_first_heading(ui.scene)) return y;
    const std::string name = ui.words(page_name(ctx.state.page));
    if (ui.scene.title.empty()) ui.scene.title = name;
    return y + ui::heading(ui, {ctx.left, y}, ctx.width, name, 1, style::page) + 16;
}

float draw_loading(Context& ctx, float y) {
    ui::Ui& ui = ctx.ui;
    Node node;
    node.id = "loading", node.role = Role::status, node.name = ui.words(Word::load_loading);
    node.rect = {ctx.left, y, ctx.width, style::soft.line_px()};
    if (!ui.scene.find("loading")) ui.add(std::move(node));
    return ui.glyph_block({ctx.left, y}, ctx.width, ui.words(Word::load_loading_shown), style::soft);
}

void draw_page(Context& ctx) {
    const PageProgram* program = program_of(ctx.state.page);
    if (!program) return;
    const Data::Part& later = ctx.data.later_part;
    if (!program->is_later || ctx.data.has_later_part()) return program->draw(ctx);
    float y = draw_name(ctx);
    if (later.state == Data::Part::State::failed)
        y += draw_failure(ctx, "later-pages", ctx.ui.words(Word::load_failed_page), later.problems, y) + 16;
    else
        y += draw_loading(ctx, y);
    ctx.bottom = y;
}

/// Dangling references: shown above the page, which goes on without them.
void draw_link_problems(Context& ctx) {
    if (ctx.data.link_problems.empty() || ctx.state.page == Page::map) return;
    const std::string title = ctx.ui.words(Word::load_links, {{"n", ctx.data.link_problems.size()}});
    ctx.top += ui::notice(ctx.ui, "problem:links", {ctx.left, ctx.top}, ctx.width, title,
                          told(ctx.ui.words, ctx.data.link_problems)) +
               24;
}

/// The column of the page's content. The map takes the whole window, so its bar begins where its panel does.
void place_content(Context& ctx) {
    constexpr float large_window_px = 1680, large_content_px = 1440, map_margin_px = 32;
    const float window_w = ctx.ui.env.window.x;
    const bool on_map = ctx.state.page == Page::map;
    const float margin = on_map ? std::min(page_margin_px(ctx.ui), map_margin_px) : page_margin_px(ctx.ui);
    const float most = on_map ? window_w : window_w < large_window_px ? ui::content_max_px : large_content_px;
    ctx.width = std::min(most, window_w - 2 * margin);
    ctx.left = std::round((window_w - ctx.width) / 2);
}

/// Pages name each other without a language; here their links get the page's own. The one link that changes it says so itself.
void keep_language(scene::Scene& scene) {
    if (scene.lang == Lang::ja) return;
    const auto keep = [&](Action& action) {
        if (action.kind == Action::Kind::go || action.kind == Action::Kind::adjust)
            action.target = view::route_in(scene.lang, action.target);
    };
    for (Node& node : scene.nodes) {
        if (node.id == language_link) continue;
        node.href = view::route_in(scene.lang, node.href);
        keep(node.action);
    }
    for (scene::HitRegion& region : scene.regions)
        if (region.node != language_link) keep(region.action);
}

ui::Interaction interaction_of(const view::ViewState& state) {
    return {state.hover, state.focus, state.focus_visible, state.open};
}

}  // namespace

bool is_later(Page page) {
    const PageProgram* program = program_of(page);
    return program && program->is_later;
}

std::vector<BundleName> bundles_of(const view::ViewState& state) {
    using enum BundleName;
    switch (state.page) {
        case Page::overview: return {policy, stories, kpis, boundaries};
        case Page::map: {
            std::vector<BundleName> names{policy, stories, places, indicators, boundaries};
            // Before the municipalities themselves one must know which indicators have values for them.
            if (view::wants_municipalities(state))
                names.insert(names.end(), {municipalities, municipal_indicators, municipal_boundaries});
            return names;
        }
        case Page::pillars: return {policy, stories, kpis};
        case Page::pillar: return {policy, stories, kpis, places};
        case Page::stories:
        case Page::story: return {policy, stories, kpis, places, boundaries};
        case Page::kpis: return {policy, kpis, logic};
        case Page::kpi: return {policy, stories, kpis, places, previous};
        case Page::logic:
        case Page::output: return {policy, stories, kpis, logic, roadmap};
        case Page::roadmap: return {policy, logic, roadmap};
        case Page::trends:
        case Page::trend: return {policy, kpis, background, trends};
        case Page::compare: return {policy, stories, background};
        case Page::history: return {policy, kpis, background};
        case Page::search: return {policy, stories, kpis, places, logic};
        case Page::changes: return {policy, kpis, previous};
        case Page::about: return {policy, kpis, boundaries};
        case Page::briefings: {
            std::vector<BundleName> names{policy, kpis, trends, briefings};
            const view::ViewState added = view::parse_route(state.added);
            if (state.added.empty() || view::is_of_decks(added)) return names;
            const std::vector<BundleName> more = bundles_of(added);
            names.insert(names.end(), more.begin(), more.end());
            return names;
        }
        case Page::deck_editor:
        case Page::briefing:
        case Page::notes: return {policy, kpis, trends, briefings};
        case Page::not_found: return {policy};
    }
    return {};
}

bool require(Context& ctx, std::initializer_list<BundleName> needed) {
    bool complete = true;
    for (const BundleName name : needed) complete = complete && is_there(ctx.data, name);
    if (complete) return true;
    float y = draw_name(ctx);
    bool is_loading = false;
    for (const BundleName name : needed) {
        if (is_there(ctx.data, name)) continue;
        if (ctx.data.part(name).state == Data::Part::State::failed)
            y += draw_failure(ctx, name, y) + 16;
        else
            is_loading = true;
    }
    if (is_loading) y += draw_loading(ctx, y);
    ctx.bottom = y;
    return false;
}

void draw_words_problem(Context& ctx) {
    if (ctx.data.words.state != Data::Part::State::failed) return;
    ctx.top += draw_failure(ctx, "words", ctx.ui.words(Word::load_failed_words), ctx.data.words.problems, ctx.top) + 24;
    ctx.bottom = ctx.top;
}

scene::Scene build(const Data& data, const view::ViewState& state, const ui::Environment& environment,
                   const TextMeasure& measure) {
    if (view::in_briefing(state) && data.has_later_part()) {
        scene::Scene shown = later<draw_briefing>()(data, state, environment, measure);
        keep_language(shown);
        return shown;
    }
    const ui::Interaction interaction = interaction_of(state);
    ui::Ui ui(environment, measure, interaction, state.lang);
    Context ctx{data, state, ui};
    place_content(ctx);
    ctx.top = ctx.bottom = top_bar_px(ui) + (ui.phone() ? 24 : 40);
    ui.scene.safe_top_px = top_bar_px(ui), ui.scene.safe_bottom_px = tab_bar_px(ui);
    draw_bars(ctx);
    {
        Node main;
        main.id = "main", main.role = Role::main;
        ui::Ui::Scope scope(ui, std::move(main));
        if (ctx.state.page != Page::map) draw_words_problem(ctx);
        draw_link_problems(ctx);
        draw_page(ctx);
    }
    if (ui.scene.document_height <= 0) draw_footer(ctx);
    draw_tabs_at_end(ctx);
    const std::string name = ui.words(Word::app_name);
    if (ui.scene.title.empty()) ui.scene.title = name;
    if (ui.scene.title != name) ui.scene.title = ui.words(Word::app_title, {{"page", ui.scene.title}});
    ui.finish();
    keep_language(ui.scene);
    return std::move(ui.scene);
}

}  // namespace atlas::page

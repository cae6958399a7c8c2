// The logic model: impact → outcome → output → measure with the states of the KPIs, opened and closed item by item; the item in
// focus has its path in ink and a card on the window's lower edge that leads on.
#include <algorithm>

#include "page/downloads.h"
#include "page/frame.h"
#include "page/logic_details.h"
#include "page/names.h"
#include "page/policy_parts.h"
#include "page/policy_tabs.h"
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

constexpr const char *all_open = "logic:all", *all_closed = "logic:none", *below_open = "logic:below";

std::string flag(const std::string& item, bool opens) { return "logic:" + item + (opens ? ":+" : ":-"); }

/// Levels above this one stand open unless they were closed by hand.
int open_levels(const Ui& ui) {
    if (ui.is_open(all_open)) return 4;
    if (ui.is_open(all_closed)) return 0;
    return ui.phone() ? 1 : 2;
}

/// Ids of the items that stand open: by level, above the focus, below it where that was asked for, by hand.
class Opened {
public:
    Opened(const Context& ctx, const LogicPlace& focus)
        : ui_(ctx.ui), levels_(open_levels(ctx.ui)), focus_(focus.level < 0 ? "" : ctx.state.node) {
        take_path(focus);
        const model::LogicModel& logic = *ctx.data.logic;
        for (const model::LogicImpact& impact : logic.impacts)
            visit(impact.id, 0, [&] {
                for (const model::LogicOutcome& outcome : impact.outcomes)
                    visit(outcome.id, 1, [&] {
                        for (const LogicOutput& output : outcome.outputs) visit_output(output);
                    });
            });
        visit_output(logic.state_role);
    }
    std::set<std::string> ids;

private:
    void take_path(const LogicPlace& focus) {
        if (focus.level > 0 && focus.impact) above_.insert(focus.impact->id);
        if (focus.level > 1 && focus.outcome) above_.insert(focus.outcome->id);
        if (focus.level > 2) above_.insert(focus.output->id);
        if (focus.level > 3) above_.insert(focus.group->id);
        if (focus.level > 4) above_.insert(focus.measure->id);
    }
    void visit_output(const LogicOutput& output) {
        visit(output.id, 2, [&] {
            for (const model::LogicGroup& group : output.groups)
                visit(group.id, 3, [&] {
                    for (const model::LogicMeasure& measure : group.measures) visit(measure.id, 4, [] {});
                });
        });
    }
    template <class Children>
    void visit(const std::string& id, int level, Children children) {
        const bool was_below = is_below_;
        is_below_ = is_below_ || (id == focus_ && ui_.is_open(below_open));
        const bool opens = level < levels_ || is_below_ || above_.count(id) > 0 || ui_.is_open(flag(id, true));
        if (opens && !ui_.is_open(flag(id, false))) ids.insert(id);
        children();
        is_below_ = was_below;
    }
    const Ui& ui_;
    int levels_;
    std::string focus_;
    std::set<std::string> above_;
    bool is_below_ = false;
};

/// Names in the page's language; a measure that is printed again gets the name of the one it repeats.
void name_items(const Context& ctx, std::vector<chart::LogicItem>& items) {
    const Words& words = ctx.ui.words;
    for (chart::LogicItem& item : items) {
        if (item.level == 3 || item.level == 5) continue;
        const LogicPlace place = model::find_place(*ctx.data.logic, item.id);
        if (item.level == 0) item.name = name_of(words, *place.impact), item.number += ".";
        if (item.level == 1) item.name = name_of(words, *place.outcome);
        if (item.level == 2) item.name = name_of(words, *place.output);
        if (item.level == 4) item.name = title_of(words, *ctx.data.logic, *place.measure);
    }
}

std::string summary_of(const Context& ctx) {
    const model::LogicModel& logic = *ctx.data.logic;
    size_t outcomes = 0, measures = 0;
    std::vector<std::string> kpis;
    const auto take = [&](const std::vector<std::string>& ids) { kpis.insert(kpis.end(), ids.begin(), ids.end()); };
    for (const model::LogicImpact& impact : logic.impacts) {
        take(impact.kpis), outcomes += impact.outcomes.size();
        for (const model::LogicOutcome& outcome : impact.outcomes) take(outcome.kpis);
    }
    const auto outputs = model::outputs_of(logic);
    for (const model::LogicOutput* output : outputs) {
        take(model::kpis_of(*output));
        for (const model::LogicGroup& group : output->groups)
            for (const model::LogicMeasure& measure : group.measures) measures += measure.reprint_of.empty();
    }
    const auto known = judged(ctx, kpis);
    return ctx.ui.words(Word::logic_summary, {{"impacts", logic.impacts.size()},
                                              {"outcomes", outcomes},
                                              {"outputs", outputs.size() - (logic.state_role.id.empty() ? 0 : 1)},
                                              {"measures", measures},
                                              {"kpis", known.size()},
                                              {"states", status_counts(ctx.ui.words, known)}});
}

/// What the icons mean, and what the numbers beside them.
float draw_key(Ui& ui, Vec2 at, float width) {
    float y = at.y;
    y += ui::paragraph(ui, {at.x, y}, width, ui.words(Word::logic_key), style::note, "logic:key") + 4;
    chart::KeyFlow key(ui, {at.x, y}, width);
    for (int s = 0; s < 6; ++s) {
        const auto status = static_cast<model::Status>(s);
        key.entry(chart::status_word(ui.words, status), [&](Vec2 c) {
            const chart::StatusStyle look = chart::status_style(status);
            ui.icon(look.icon, c, 16, look.color);
        });
    }
    return y + key.height() - at.y;
}

/// "Open all" and "close all": each is on or off, and forgets what was opened one by one.
float draw_buttons(Ui& ui, Vec2 at, float width) {
    struct Spec {
        const char* id;
        Word name;
        ui::Icon icon;
    };
    constexpr Spec specs[] = {{all_open, Word::logic_open_all, ui::Icon::plus},
                              {all_closed, Word::logic_close_all, ui::Icon::minus}};
    float x = at.x, y = at.y;
    for (const Spec& spec : specs) {
        ui::ButtonSpec button;
        button.id = spec.id, button.label = ui.words(spec.name), button.has_icon = true, button.icon = spec.icon;
        button.toggles = true, button.pressed = ui.is_open(spec.id);
        button.action = {Action::Kind::toggle, spec.id, "logic:", 0};
        const float w = ui::button_width(ui, button.label, true);
        if (x > at.x && x + w > at.x + width) x = at.x, y += ui::target_px + 8;
        ui::button(ui, {x, y, w, ui::target_px}, std::move(button));
        x += w + 12;
    }
    return y + ui::target_px - at.y;
}

float draw_diagram(Context& ctx, Vec2 at, const LogicPlace& focus) {
    Ui& ui = ctx.ui;
    const chart::LogicDiagramWords said = logic_words(ui.words);
    chart::LogicDiagramOptions options;
    options.text.id = "model", options.text.title = ui.words(Word::logic_chart);
    options.text.subtitle = ui.words(Word::logic_chart_text);
    options.text.source = source_text(ui.words, ctx.data.policy.get(), {ctx.data.logic->state_role.source.doc, 0, ""});
    options.text.show_table = ui.words(Word::chart_open_table);
    options.text.hide_table = ui.words(Word::chart_close_table);
    options.words = &said, options.focus = focus.level < 0 ? "" : ctx.state.node;
    options.items = chart::logic_items(
        *ctx.data.logic, Opened(ctx, focus).ids,
        [&](const std::string& id) {
            const model::Kpi* kpi = model::find_kpi(*ctx.data.kpis, id);
            return kpi ? model::judge(*kpi, *ctx.data.kpis).status : model::Status::not_judged;
        },
        [&](const std::string& id, int) { return id == ctx.state.node ? "/logic" : "/logic?n=" + id; });
    name_items(ctx, options.items);
    options.toggle = [](const chart::LogicItem& item) {
        return Action{Action::Kind::toggle, flag(item.id, !item.expanded), "logic:" + item.id + ":", 0};
    };
    return chart::logic_diagram(ui, at, ctx.width, options);
}

/// "強い経済 › 地域における高付加価値型産業創出": what the item serves.
std::string path_text(const Words& words, const LogicPlace& place) {
    std::vector<std::string> path;
    if (place.impact && place.level > 0) path.push_back(name_of(words, *place.impact));
    if (place.outcome && place.level > 1) path.push_back(name_of(words, *place.outcome));
    if (place.output && place.level > 2) path.push_back(title_of(words, *place.output));
    return text::listed(words, path, Word::logic_path);
}

/// More about it further down the page, and everything below it opened in the diagram. Returns the y where they end.
float draw_focus_buttons(Ui& ui, Vec2 at, float width, const LogicPlace& place) {
    float x = at.x, y = at.y;
    const auto add = [&](ui::ButtonSpec button) {
        button.kind = ui::ButtonKind::quiet, button.has_icon = true;
        const float w = ui::button_width(ui, button.label, true);
        if (x > at.x && x + w > at.x + width) x = at.x, y += ui::target_px + 8;
        ui::button(ui, {x, y, w, ui::target_px}, std::move(button));
        x += w + 8;
    };
    ui::ButtonSpec details;
    details.id = "focus:details", details.label = ui.words(Word::logic_details), details.icon = ui::Icon::arrow_down;
    details.action = {Action::Kind::scroll_to, "details:title", {}, 0};
    add(details);
    if (count_below(place) == 0) return y + ui::target_px;
    ui::ButtonSpec below;
    below.id = "focus:below", below.label = ui.words(Word::logic_open_below), below.icon = ui::Icon::plus;
    below.toggles = true, below.pressed = ui.is_open(below_open);
    below.action = {Action::Kind::toggle, below_open, {}, 0};
    add(below);
    return y + ui::target_px;
}

/// Links of the item in focus: its KPIs, and what leads on. Returns the y where they end.
float draw_focus_links(Context& ctx, float x, float y, float width, const LogicPlace& place) {
    Ui& ui = ctx.ui;
    const std::vector<std::string> none;
    const std::vector<std::string>& own = place.level == 0   ? place.impact->kpis
                                          : place.level == 1 ? place.outcome->kpis
                                          : place.level == 3 ? place.group->kpis
                                                             : none;
    for (const JudgedKpi& kpi : judged(ctx, own)) {
        const chart::StatusStyle look = chart::status_style(kpi.progress.status);
        ui.icon(look.icon, {x + 8, y + 12}, 15, look.color);
        y += block_link(ui, "focus:" + kpi.kpi->id, {x + 24, y}, width - 24,
                        ui.words(Word::text_with_note, {{"text", name_of(ui.words, *kpi.kpi)},
                                                        {"note", chart::status_word(ui.words, kpi.progress.status)}}),
                        "/kpis/" + kpi.kpi->id, style::note) +
             4;
    }
    return draw_focus_buttons(ui, {x, y}, width, place);
}

/// The item in focus on a card over the window's lower edge, which scrolling does not move.
void draw_focus(Context& ctx, const LogicPlace& place) {
    if (place.level < 0) return;
    Ui& ui = ctx.ui;
    const float pad = 16, width = std::min(ctx.width, 640.f), x = ctx.left + pad, inner = width - 2 * pad - 40;
    const ui::TextStyle title{ui::size::body, Weight::bold, ui::ink::text, 1.45f};
    const std::string level(logic_words(ui.words).levels[static_cast<size_t>(place.level)]);
    const std::string path = path_text(ui.words, place);
    const auto draw = [&](Ui& pen, float top) {
        Context drawn{ctx.data, ctx.state, pen};
        float y = top + pad;
        y += ui::paragraph(pen, {x, y}, inner, level, style::note_bold);
        y += ui::paragraph(pen, {x, y}, inner, place_title(ctx, place), title, "focus:name");
        if (!path.empty()) y += ui::labelled(pen, {x, y}, inner + 40, Word::logic_serves, path, style::note);
        return draw_focus_links(drawn, x, y + 6, width - 2 * pad, place) + pad - 8 - top;
    };
    // A first drawing elsewhere says how high it is.
    Ui probe(ui.env, ui.measure, ui.interaction, ui.words.lang());
    const float h = draw(probe, 0), y = ui.env.window.y - tab_bar_px(ui) - h - 16;
    const scene::Layer before = ui.layer;
    ui.layer = scene::Layer::chrome;
    Node card;
    card.id = "focus", card.role = Role::complementary, card.name = ui.words(Word::logic_focus);
    {
        Ui::Scope scope(ui, std::move(card));
        scene::RectMark ground;
        ground.rect = {ctx.left, y, width, h}, ground.fill = ui::ink::ground, ground.stroke = ui::ink::hairline;
        ground.stroke_px = 1, ground.radius_px = 8, ground.shadow = true;
        ui.marks().emplace_back(ground);
        ui.region(ground.rect, "", {}, scene::Cursor::arrow);
        draw(ui, y);
        ui::ButtonSpec close;
        close.id = "focus:close", close.label = ui.words(Word::logic_unfocus), close.icon_only = true;
        close.has_icon = true, close.icon = ui::Icon::close, close.kind = ui::ButtonKind::quiet;
        close.action = adjust("/logic");
        ui::button(ui, {ctx.left + width - ui::target_px - 4, y + 4, ui::target_px, ui::target_px}, std::move(close));
    }
    ui.layer = before;
    ui.scene.safe_bottom_px += h + 16;
    ctx.bottom += h;
}

/// Every output as a link, by impact: side by side where there is room.
float draw_outputs(Context& ctx, Vec2 at) {
    Ui& ui = ctx.ui;
    const bool beside = ctx.width >= 880;
    const float gap = 40, column = beside ? (ctx.width - 2 * gap) / 3 : ctx.width;
    float x = at.x, y = at.y, lowest = at.y;
    const auto draw_list = [&](const std::string& id, const std::string& name,
                               const std::vector<const model::LogicOutput*>& outputs) {
        y += ui::heading(ui, {x, y}, column, name, 3, {ui::size::body, Weight::bold, ui::ink::text, 1.5f}) + 4;
        Node list;
        list.id = "outputs:" + id, list.role = Role::list, list.name = name;
        Ui::Scope scope(ui, std::move(list));
        for (const model::LogicOutput* output : outputs) {
            Node item;
            item.id = "output:" + output->id + "/item", item.role = Role::listitem;
            Ui::Scope item_scope(ui, std::move(item));
            y += block_link(ui, "output:" + output->id, {x, y}, column, title_of(ui.words, *output),
                            "/logic/" + output->id) +
                 6;
        }
        lowest = std::max(lowest, y);
    };
    for (const model::LogicImpact& impact : ctx.data.logic->impacts) {
        std::vector<const model::LogicOutput*> outputs;
        for (const model::LogicOutcome& outcome : impact.outcomes)
            for (const model::LogicOutput& output : outcome.outputs) outputs.push_back(&output);
        draw_list(impact.id, title_of(ui.words, impact), outputs);
        if (beside && &impact != &ctx.data.logic->impacts.back())
            x += column + gap, y = at.y;
        else
            y += 16;
    }
    const model::LogicOutput& state = ctx.data.logic->state_role;
    if (!state.id.empty()) draw_list("state", name_of(ui.words, state), {&state});
    return lowest - at.y;
}

}  // namespace

void logic(Context& ctx) {
    Ui& ui = ctx.ui;
    const Words& words = ui.words;
    ui.scene.title = words(Word::logic_title);
    ui::Flow flow{ui, ctx.left, ctx.top, ctx.width};
    flow.heading(words(Word::logic_title), 1, ui.phone() ? style::page : style::page_large);
    flow.space(12);
    flow.y += policy_tabs(ctx, {flow.x, flow.y}, flow.width);
    ctx.bottom = flow.y;
    if (!require(ctx, {BundleName::policy, BundleName::kpis, BundleName::logic})) return;
    ui.scene.description = summary_of(ctx);
    const LogicPlace focus = model::find_place(*ctx.data.logic, ctx.state.node);
    flow.width = std::min(ctx.width, 800.f);
    flow.paragraph(ui.scene.description, style::lead, "logic:summary");
    flow.space(8);
    flow.paragraph(words(Word::logic_intro), style::body);
    flow.width = ctx.width;
    flow.space(20);
    flow.y += logic_search(ctx, {flow.x, flow.y}, std::min(ctx.width, 800.f)) + 20;
    flow.y += draw_buttons(ui, {flow.x, flow.y}, ctx.width) + 16;
    flow.y += draw_key(ui, {flow.x, flow.y}, ctx.width) + 24;
    flow.y += draw_diagram(ctx, {flow.x, flow.y}, focus) + 8;
    flow.y += draw_chart_downloads(ctx, {flow.x, flow.y}, ctx.width, "model") + 40;
    if (focus.level >= 0) flow.y += logic_details(ctx, {flow.x, flow.y}, focus);
    flow.heading(words(Word::logic_outputs), 2, style::section);
    flow.space(12);
    flow.y += draw_outputs(ctx, {flow.x, flow.y}) + 32;
    ui::arrow_link(ui, "logic:roadmap", {flow.x, flow.y + 28}, words(Word::logic_to_roadmap), "/roadmap");
    ctx.bottom = flow.y + ui::target_px;
    draw_focus(ctx, focus);
}

}  // namespace atlas::page

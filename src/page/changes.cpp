// What differs from the data edition before; in the first edition, that there is none.
#include <algorithm>
#include <tuple>

#include "chart/charts.h"
#include "model/changes.h"
#include "page/kpi_parts.h"
#include "page/names.h"
#include "page/policy_tabs.h"
#include "page/story_parts.h"
#include "text/text.h"

namespace atlas::page {

using model::Change;
using model::ChangeKind;
using scene::Node;
using scene::Role;
namespace style = ui::style;

namespace {

Word title_of(ChangeKind kind) {
    switch (kind) {
        case ChangeKind::new_value: return Word::changes_new_value;
        case ChangeKind::revised_value: return Word::changes_revised_value;
        case ChangeKind::dropped_value: return Word::changes_dropped_value;
        case ChangeKind::revised_target: return Word::changes_revised_target;
        case ChangeKind::moved_date: return Word::changes_moved_date;
        case ChangeKind::new_kpi: return Word::changes_new_kpi;
        case ChangeKind::removed_kpi: break;
    }
    return Word::changes_removed_kpi;
}

/// "2024年 3,600万人（速報値）".
std::string point_text(const Words& words, const model::Observation& point) {
    const std::string value = text::quantity_text(words, point.value, point.unit);
    const std::string fact = words(Word::chart_fact, {{"when", chart::when_text(words, point)}, {"value", value}});
    const std::string caution = chart::caution_text(words, point);
    return caution.empty() ? fact : words(Word::text_with_note, {{"text", fact}, {"note", caution}});
}

/// What one edition says of it; empty where it says nothing.
std::string edition_text(const Words& words, const model::Kpi* kpi, const model::Observation* point, ChangeKind kind) {
    const bool is_value =
        kind == ChangeKind::new_value || kind == ChangeKind::revised_value || kind == ChangeKind::dropped_value;
    if (is_value) return point ? point_text(words, *point) : "";
    return kpi ? chart::target_text(words, kpi->target) : "";
}

/// The KPI's name, a link while it is there, and what the editions say side by side. Returns the height.
float draw_change(Context& ctx, Vec2 at, float width_px, const Change& change, const std::string& id) {
    ui::Ui& ui = ctx.ui;
    Node item;
    item.id = id + "/item", item.role = Role::listitem;
    ui::Ui::Scope scope(ui, std::move(item));
    float y = at.y + 12;
    if (change.after)
        y += block_link(ui, id, {at.x, y}, width_px, name_of(ui.words, *change.after), "/kpis/" + change.after->id);
    else
        y += ui::paragraph(ui, {at.x, y}, width_px, name_of(ui.words, *change.before), style::bold);
    const bool beside = width_px >= 640;
    const float column = beside ? (width_px - 32) / 2 : width_px;
    const float before = term(ui, {at.x, y + 4}, column, ui.words(Word::changes_before),
                              edition_text(ui.words, change.before, change.before_point, change.kind));
    // What only the present edition says begins at the left: there is nothing to hold it against.
    const Vec2 right = beside && before > 0 ? Vec2{at.x + column + 32, y + 4} : Vec2{at.x, y + 4 + before};
    const float after = term(ui, right, column, ui.words(Word::changes_after),
                             edition_text(ui.words, change.after, change.after_point, change.kind));
    return y + 4 + (beside ? std::max(before, after) : before + after) - at.y;
}

float draw_changes(Context& ctx, Vec2 at, float width_px, const std::vector<Change>& changes) {
    ui::Ui& ui = ctx.ui;
    float y = at.y;
    for (size_t i = 0; i < changes.size();) {
        const ChangeKind kind = changes[i].kind;
        const char* title = ui.words(title_of(kind));
        y += 40;
        y += ui::heading(ui, {at.x, y}, width_px, title, 2, style::heading) + 8;
        Node list;
        list.role = Role::list, list.name = title;
        ui::Ui::Scope scope(ui, std::move(list));
        for (; i < changes.size() && changes[i].kind == kind; ++i) {
            ui.hline(at.x, at.x + width_px, y);
            y += draw_change(ctx, {at.x, y}, width_px, changes[i], "change:" + std::to_string(i));
        }
    }
    return y - at.y;
}

}  // namespace

void draw_kpi_changes(Context& ctx, ui::Flow& flow, const model::Kpi& kpi) {
    using State = Data::Part::State;
    const Words& words = flow.ui.words;
    const State state = ctx.data.part(model::BundleName::previous).state;
    if (state == State::loading) return;
    flow.heading(words(Word::changes_title), 2, style::section, "kpi:changes");
    flow.space(4);
    const std::string edition = text::date(words, ctx.data.policy->edition.edition);
    if (state == State::failed) {
        flow.paragraph(words(Word::load_failed, {{"data", words(Word::load_previous)}}));
    } else if (!ctx.data.previous) {
        flow.paragraph(words(Word::changes_first, {{"edition", edition}}));
    } else {
        const std::vector<Change> all = model::compare(ctx.data.previous->kpis, *ctx.data.kpis);
        size_t own = 0;
        for (const Change& change : all) {
            if (change.after != &kpi) continue;
            flow.paragraph(words(title_of(change.kind)), style::note_bold);
            for (const auto& [label, record, point] :
                 {std::tuple{Word::changes_before, change.before, change.before_point},
                  {Word::changes_after, change.after, change.after_point}})
                flow.y += term(flow.ui, {flow.x, flow.y + 4}, flow.width, words(label),
                               edition_text(words, record, point, change.kind)) +
                          4;
            ++own;
        }
        const std::string before = text::date(words, ctx.data.previous->edition);
        if (own == 0) flow.paragraph(words(Word::changes_none, {{"before", before}, {"after", edition}}));
    }
    ui::arrow_link(flow.ui, "kpi:all-changes", {flow.x, flow.y + 28}, words(Word::changes_title), "/changes");
    flow.space(ui::target_px + 32);
}

void changes(Context& ctx) {
    using model::BundleName;
    const Words& words = ctx.ui.words;
    ctx.ui.scene.title = words(Word::changes_title);
    ctx.ui.scene.description = words(Word::changes_description);
    if (!require(ctx, {BundleName::policy, BundleName::kpis, BundleName::previous})) return;
    ui::Flow flow{ctx.ui, ctx.left, ctx.top, ctx.width};
    flow.heading(words(Word::changes_title), 1, ctx.ui.phone() ? style::page : style::page_large);
    flow.space(8);
    flow.y += progress_tabs(ctx, {flow.x, flow.y}, flow.width);
    flow.width = std::min(flow.width, 760.f);
    const std::string edition = text::date(words, ctx.data.policy->edition.edition);
    if (!ctx.data.previous) {
        flow.paragraph(words(Word::changes_first, {{"edition", edition}}), style::lead, "changes:summary");
        flow.space(16);
        flow.paragraph(words(Word::changes_first_text));
    } else {
        const std::vector<Change> changes = model::compare(ctx.data.previous->kpis, *ctx.data.kpis);
        const std::string before = text::date(words, ctx.data.previous->edition);
        flow.paragraph(changes.empty() ? words(Word::changes_none, {{"before", before}, {"after", edition}})
                                       : words(Word::changes_between,
                                               {{"before", before}, {"after", edition}, {"n", changes.size()}}),
                       style::lead, "changes:summary");
        flow.y += draw_changes(ctx, {flow.x, flow.y}, flow.width, changes);
    }
    flow.space(16);
    ui::arrow_link(ctx.ui, "changes:kpis", {flow.x, flow.y + 28}, words(Word::changes_to_kpis), "/kpis");
    ctx.bottom = flow.y + 56;
}

}  // namespace atlas::page

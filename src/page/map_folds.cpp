// The folded sections of the map's panel. What is inside them comes with the later part of the program.
#include "page/later.h"
#include "page/map_look.h"
#include "page/own_data.h"
#include "ui/controls.h"

namespace atlas::page {

using ui::Flow;
namespace style = ui::style;

namespace {

constexpr const char* look_toggle = "map:look";
constexpr const char* own_toggle = "map:own";

/// In place of what is not there yet: that it is loading, or that it did not arrive and can be asked for again.
void say_missing(const Data& data, Flow& flow, const std::string& id) {
    const Words& words = flow.ui.words;
    if (data.later_part.state != Data::Part::State::failed)
        return flow.paragraph(words(Word::load_loading_shown), style::note);
    flow.paragraph(words(Word::load_failed_page), style::note, "problem:" + id);
    ui::ButtonSpec retry;
    retry.id = "retry:" + id, retry.label = words(Word::load_retry), retry.action.kind = Action::Kind::retry;
    ui::button(flow.ui, {flow.x, flow.y, ui::button_width(flow.ui, retry.label), ui::target_px}, retry);
    flow.y += ui::target_px + 8;
}

}  // namespace

void draw_look(const MapPanel& panel, Flow& flow) {
    const bool is_open = flow.ui.is_open(look_toggle);
    draw_fold(flow, look_toggle, flow.ui.words(Word::map_look_open), is_open);
    if (!is_open) return;
    if (!panel.ctx.data.has_later_part()) return say_missing(panel.ctx.data, flow, look_toggle);
    later<draw_look_choices>()(panel, flow);
}

void draw_own(Context& ctx, Flow& flow) {
    const bool has_own = ctx.data.own != nullptr;
    const bool is_open = has_own || flow.ui.is_open(own_toggle);
    if (has_own)
        flow.heading(flow.ui.words(Word::map_own), 2, style::section, "map:own-title");
    else
        draw_fold(flow, own_toggle, flow.ui.words(Word::map_own), is_open);
    if (!is_open) return;
    if (!ctx.data.has_later_part()) return say_missing(ctx.data, flow, own_toggle);
    later<draw_own_file>()(ctx, flow);
}

}  // namespace atlas::page

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

void say_loading(Flow& flow) { flow.paragraph(flow.ui.words(Word::load_loading_shown), style::note); }

}  // namespace

void draw_look(const MapPanel& panel, Flow& flow) {
    const bool is_open = flow.ui.is_open(look_toggle);
    draw_fold(flow, look_toggle, flow.ui.words(Word::map_look_open), is_open);
    if (!is_open) return;
    if (!panel.ctx.data.has_later_part()) return say_loading(flow);
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
    if (!ctx.data.has_later_part()) return say_loading(flow);
    later<draw_own_file>()(ctx, flow);
}

}  // namespace atlas::page

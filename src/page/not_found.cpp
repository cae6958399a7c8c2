#include "page/page.h"
#include "ui/controls.h"

namespace atlas::page {

namespace style = ui::style;

void not_found(Context& ctx) {
    ui::Ui& ui = ctx.ui;
    ui.scene.title = ui.words(Word::not_found_title);
    ui.scene.description = ui.words(Word::not_found_description);
    ui::Flow flow{ui, ctx.left, ctx.top, std::min(ctx.width, 720.f)};
    flow.heading(ui.words(Word::not_found_heading), 1, style::page);
    flow.space(16);
    flow.paragraph(ui.words(Word::not_found_text));
    flow.space(16);
    struct Door {
        const char *id, *route;
        Word text;
    };
    constexpr Door doors[] = {
        {"door:home", "/", Word::not_found_home},
        {"door:stories", "/stories", Word::not_found_stories},
        {"door:kpis", "/kpis", Word::not_found_kpis},
        {"door:map", "/map", Word::not_found_map},
    };
    for (const Door& door : doors) {
        ui::arrow_link(ui, door.id, {ctx.left, flow.y + 28}, ui.words(door.text), door.route);
        flow.space(48);
    }
    ctx.bottom = flow.y;
}

}  // namespace atlas::page

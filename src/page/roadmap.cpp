#include "page/page.h"
#include "ui/controls.h"

namespace atlas::page {

void roadmap(Context& ctx) {
    ctx.ui.scene.title = ctx.ui.words(Word::roadmap_title);
    ctx.bottom = ctx.top + ui::heading(ctx.ui, {ctx.left, ctx.top}, ctx.width, ctx.ui.words(Word::roadmap_title), 1,
                                       ui::style::page);
}

}  // namespace atlas::page

#include "page/page.h"
#include "ui/controls.h"

namespace atlas::page {

void compare(Context& ctx) {
    ctx.ui.scene.title = ctx.ui.words(Word::compare_title);
    ctx.bottom = ctx.top + ui::heading(ctx.ui, {ctx.left, ctx.top}, ctx.width, ctx.ui.words(Word::compare_title), 1,
                                       ui::style::page);
}

}  // namespace atlas::page

#include "page/page.h"
#include "ui/controls.h"

namespace atlas::page {

namespace style = ui::style;

void not_found(Context& ctx) {
    ui::Ui& ui = ctx.ui;
    ui.scene.title = "ページが見つかりません";
    ui.scene.description = "このアドレスのページはありません。";
    ui::Flow flow{ui, ctx.left, ctx.top, std::min(ctx.width, 720.f)};
    flow.heading("このアドレスのページは見つかりませんでした", 1, style::page);
    flow.space(16);
    flow.paragraph("アドレスの打ち間違いか、ページの名前が変わったのかもしれません。次のところから探せます。");
    flow.space(16);
    struct Door {
        const char *id, *text, *route;
    };
    constexpr Door doors[] = {
        {"door:home", "概要のページへ", "/"},
        {"door:stories", "好事例を地名やことばで探す", "/stories"},
        {"door:kpis", "目標の一覧から探す", "/kpis"},
        {"door:map", "地図で都道府県を選ぶ", "/map"},
    };
    for (const Door& door : doors) {
        ui::arrow_link(ui, door.id, {ctx.left, flow.y + 28}, door.text, door.route);
        flow.space(48);
    }
    ctx.bottom = flow.y;
}

}  // namespace atlas::page

// About the site: method, sources, licences, accessibility, version and contact.
#include "page/about_parts.h"
#include "page/page.h"
#include "ui/controls.h"

namespace atlas::page {

using model::BundleName;
using scene::Node;
using scene::Role;
using ui::Ui;
namespace style = ui::style;

namespace {

constexpr float text_px = 720;

/// Sentences as a list with dashes. Returns the y where it ended.
float draw_points(Context& ctx, const char* id, const char* name, float y, std::initializer_list<const char*> points) {
    Ui& ui = ctx.ui;
    Node list;
    list.id = id, list.role = Role::list, list.name = name;
    Ui::Scope scope(ui, std::move(list));
    int index = 0;
    const float width = std::min(ctx.width, text_px) - 20;
    for (const char* point : points) {
        ui.rect({ctx.left, y + 13, 8, 2}, ui::ink::text);
        Node item;
        item.id = std::string(id) + ":" + std::to_string(++index), item.role = Role::listitem, item.name = point;
        const float h = ui.glyph_block({ctx.left + 20, y}, width, point, style::body);
        item.rect = {ctx.left, y, width + 20, h};
        ui.add(std::move(item));
        y += h + 6;
    }
    return y;
}

void begin_chapter(ui::Flow& flow, Context& ctx, const char* title, const char* id) {
    flow.space(56);
    ctx.ui.hline(ctx.left, ctx.left + ctx.width, flow.y);
    flow.space(40);
    flow.heading(title, 2, style::heading, id);
    flow.space(12);
}

void draw_sources(ui::Flow& flow, Context& ctx) {
    begin_chapter(flow, ctx, "データの出典", "about:sources");
    flow.paragraph(
        "政策の名前、目標、数字は、次の資料のものをそのまま載せています。やさしい説明の文は、このサイトが新しく書いたも"
        "のです。");
    flow.space(24);
    ctx.bottom = flow.y;
    flow.y = require(ctx, {BundleName::policy}) ? about_sources(ctx, flow.y) : ctx.bottom;
}

void draw_licences(ui::Flow& flow, Context& ctx) {
    begin_chapter(flow, ctx, "利用条件", "about:licence");
    const bool natural_earth = ctx.data.map_source == "natural-earth";
    flow.y = draw_points(
        ctx, "licences", "利用条件", flow.y,
        {"プログラムと、このサイトが書いた説明の文：MIT ライセンス。使っている部品の一覧は、プログラムに付いている "
         "NOTICE にあります。",
         "データ：上の資料ごとの利用条件によります。使うときは、それぞれの出典の行を添えてください。",
         natural_earth
             ? "地図の境界：Natural Earth（パブリックドメイン）を加工して作成。市区町村の境界はありません。"
             : "地図の境界：「国土数値情報（行政区域データ）」（国土交通省）を加工して作成。デジタル庁が公開"
               "した TopoJSON（CC BY 4.0）の海岸線を簡略にし、大きな陸地の海岸から5km以内にある0.3km²未満の小島を省いて"
               "います。離れた島は、どれほど小さくても残しています。",
         "文字：ブラウザでは、お使いの機器にある書体で表示し、書体を読み込みません。デスクトップ版には Noto Sans JP と "
         "BIZ UDPゴシック（どちらも SIL Open Font License 1.1）が付いています。",
         "色と部品の作り：デジタル庁デザインシステムのデザイントークン（MIT ライセンス）を使っています。"});
    flow.space(8);
    flow.paragraph("このサイトは、政府が運営するものではありません。");
}

void draw_accessibility(ui::Flow& flow, Context& ctx) {
    begin_chapter(flow, ctx, "アクセシビリティ", "about:accessibility");
    flow.paragraph(
        "だれもが同じ事実にたどり着けることを目指し、WCAG 2.2 のレベル AA（JIS X 8341-3:2016 の適合レベル AA "
        "に相当）を目標に作っています。第三者による試験はまだ受けておらず、適合しているとは言えません。");
    flow.space(24);
    flow.heading("していること", 3, style::section);
    flow.space(8);
    flow.y = draw_points(
        ctx, "a11y:done", "していること", flow.y,
        {"マウスや指を使わなくても、キーボードで操作できるように作っています。",
         "見出し、リンク、表、図の要約を、読み上げソフトに文字で伝えます。",
         "色だけで区別しません。柱には番号と形、状態には印とことばを添えています。",
         "文字と地の明るさの比は4.5以上、図の印は3以上です。", "幅320ピクセルの画面でも、横に動かさずに読めます。"});
    flow.space(24);
    flow.heading("まだできていないこと", 3, style::section);
    flow.space(8);
    flow.y = draw_points(
        ctx, "a11y:open", "まだできていないこと", flow.y,
        {"読み上げソフトを日ごろ使う方による確認",
         "文字の大きさ、読みやすい書体、配色を画面の中で選ぶ機能（文字の大きさはブラウザの拡大で変えられます）",
         "英語での表示", "地図を使わずに、すべての統計を一覧できる表とファイルの提供"});
}

void draw_version(ui::Flow& flow, Context& ctx) {
    begin_chapter(flow, ctx, "版と連絡先", "about:version");
    if (!ctx.data.build_version.empty())
        flow.paragraph("プログラムの版　" + ctx.data.build_version, style::body, "about:build-version");
    if (ctx.data.policy) {
        flow.paragraph("データの版　" + ctx.data.policy->edition.edition, style::body, "about:edition");
        flow.space(8);
        flow.paragraph(ctx.data.policy->edition.note, style::soft);
    }
    flow.space(24);
    flow.heading("まちがいを見つけたら", 3, style::section);
    flow.space(8);
    flow.paragraph(
        "数字や文の誤り、使いにくいところは、このサイトのプログラムを公開しているリポジトリの「Issues」でお知らせくださ"
        "い。どのページの、どの数字かを書き添えてください。");
}

}  // namespace

void about(Context& ctx) {
    Ui& ui = ctx.ui;
    ui.scene.title = "このサイトについて";
    ui.scene.description =
        "創生アトラスのデータの出典、進み具合の判定の方法、利用条件、アクセシビリティ、版と連絡先です。";
    ui::Flow flow{ui, ctx.left, ctx.top, std::min(ctx.width, text_px)};
    flow.heading("このサイトについて", 1, ui.phone() ? style::page : style::page_large);
    flow.space(16);
    flow.paragraph(
        "創生アトラスは、地方創生2."
        "0の政策と目標、各地の好事例、都道府県の統計を、地図と図と表で見られるようにしたサイトです。数字のもとと、判定"
        "の方法を、ここですべて示します。",
        style::lead);
    flow.space(48);
    flow.y = about_method(ctx, flow.y);
    draw_sources(flow, ctx);
    draw_licences(flow, ctx);
    draw_accessibility(flow, ctx);
    draw_version(flow, ctx);
    ctx.bottom = flow.y;
}

}  // namespace atlas::page

// The progress method in plain words: the table of DESIGN.md "Progress method", its cut-offs, and the states that are no judgement.
#include "page/about_parts.h"
#include "ui/controls.h"

namespace atlas::page {

using model::Gap;
using scene::Node;
using scene::Role;
using ui::Ui;
namespace style = ui::style;

namespace {

constexpr float text_px = 720;  // a comfortable line

/// The narrow form: the first column as a term, the others below it.
float draw_stacked(Ui& ui, Vec2 at, float width_px, const Rows& rows) {
    float y = at.y;
    Node list;
    list.id = rows.id, list.role = Role::list, list.name = rows.caption;
    Ui::Scope scope(ui, std::move(list));
    for (size_t r = 0; r < rows.rows.size(); ++r) {
        Node item;
        item.id = rows.id + ":" + std::to_string(r), item.role = Role::listitem;
        Ui::Scope item_scope(ui, std::move(item));
        ui.hline(at.x, at.x + width_px, y);
        y += 12;
        for (size_t c = 0; c < rows.rows[r].size(); ++c) {
            const std::string text = c == 0 ? rows.rows[r][c] : rows.columns[c] + "：" + rows.rows[r][c];
            const ui::TextStyle look = c == 0 ? style::bold : ui::with_color(style::note, ui::ink::text);
            y += ui::paragraph(ui, {at.x, y}, width_px, text, look) + 4;
        }
        y += 8;
    }
    return y - at.y;
}

Rows method_rows() {
    return {"method",
            "目標の種類ごとの見方",
            {"目標の種類", "何を比べるか", "状態の決め方"},
            {0.24f, 0.40f, 0.36f},
            {
                {"ある年までに、ある水準にする",
                 "基準から今までの進み方の速さ ÷ 目標に間に合う速さ（一定の速さで進むとした場合）",
                 "目標に届いたら達成。0.95以上は順調、0.60以上は加速が必要、0以上は遅れ、0より小さければ後退"},
                {"期間の合計で、ある数にする", "合計のうち済んだ割合 ÷ 期間のうち過ぎた割合", "上と同じ区切り"},
                {"毎年、ある水準以上にする・保つ", "その年に満たしたか。満たしていなければ、近づいているか",
                 "満たしたら達成、近づいていれば加速が必要、そうでなければ遅れ"},
                {"増やす・減らす・よくする（数値なし）", "最近5回の変化の平均と、いちばん新しい変化",
                 "両方とも望ましい向きなら順調。食い違えば間の段階、両方とも逆向きなら後退"},
                {"ほかの地域と比べる（東京圏以上など）", "比べる地域との差",
                 "差がなくなったかどうかを、保つ目標と同じように見る"},
                {"条件がいくつかある", "条件ごとに見る", "いちばん低い状態をとり、すべての条件を示す"},
            }};
}

Rows gap_rows(const Data& data) {
    Rows rows{"gaps", "判定不可の理由", {"理由", "意味"}, {0.24f, 0.76f}, {}};
    struct Reason {
        Gap gap;
        const char* meaning;
    };
    constexpr Reason reasons[] = {
        {Gap::baseline_pending, "比べるもとになる値が、これからの調査などで決まることになっています。"},
        {Gap::no_actual,
         "目標が決まったあとの実績が、まだ公表されていません。または、このサイトがまだ収めていません。"},
        {Gap::too_little_data, "実績はありますが、速さを計算できるだけの時点がそろっていません。"},
        {Gap::qualitative, "数値ではなく言葉で示された目標で、数値の判定になじみません。"},
    };
    if (data.kpis) rows.columns.emplace_back("件数"), rows.shares = {0.24f, 0.62f, 0.14f};
    const model::StatusCounts counts = data.kpis ? model::count_statuses(*data.kpis) : model::StatusCounts{};
    for (const Reason& reason : reasons) {
        rows.rows.push_back({model::gap_word(reason.gap), reason.meaning});
        if (data.kpis) rows.rows.back().push_back(std::to_string(counts.of(reason.gap)) + "件");
    }
    return rows;
}

}  // namespace

float draw_rows(Context& ctx, Vec2 at, float width_px, const Rows& rows) {
    if (width_px < 640) return draw_stacked(ctx.ui, at, width_px, rows);
    ui::TableSpec table;
    table.id = rows.id, table.caption = rows.caption, table.rows = rows.rows;
    for (size_t i = 0; i < rows.columns.size(); ++i)
        table.columns.push_back({rows.columns[i], std::floor(width_px * rows.shares[i]), ui::Align::left});
    return ui::table(ctx.ui, at, width_px, table);
}

float about_method(Context& ctx, float y) {
    const float text_w = std::min(ctx.width, text_px);
    ui::Flow flow{ctx.ui, ctx.left, y, text_w};
    flow.heading("進み具合の見方", 2, style::heading, "about:method");
    flow.space(12);
    flow.paragraph(
        "目標ごとに、基準の値、いちばん新しい実績、目標の値と時期を比べ、六つの状態のどれかを示します。判定に使った数字"
        "は、目標のページの「判定の根拠」で確かめられます。");
    flow.space(20);
    flow.y += draw_rows(ctx, {ctx.left, flow.y}, ctx.width, method_rows());
    flow.space(16);
    flow.paragraph(
        "0.95、0.60、0という区切りは、カナダ統計局とOpen "
        "SDGが公表している方法のものです。ただし、その方法は伸び率を使いますが、ここでは一定の速さ（直線）で比べます。"
        "伸び率では、毎年同じ数ずつ進む取組を正しく見られないためです。");
    flow.space(12);
    flow.paragraph(
        "目標の時期が過ぎても届いていないものは、差が小さくても遅れとします。年度は4月に始まるものとして数えます。");
    flow.space(40);
    flow.heading("「判定不可」の意味", 2, style::section, "about:gaps");
    flow.space(8);
    flow.paragraph(
        "判定不可は、悪い結果という意味ではありません。判定に必要な値がそろっていないことを表します。推測で状態を決める"
        "ことはしません。理由は次の四つです。");
    flow.space(16);
    flow.y += draw_rows(ctx, {ctx.left, flow.y}, ctx.width, gap_rows(ctx.data));
    flow.space(40);
    flow.heading("数字の確かさ", 2, style::section, "about:certainty");
    flow.space(8);
    flow.paragraph(
        "実績には、公式の統計や資料から取ったもののほかに、報道や、ほかの資料に引用された値があります。そうした値と速報"
        "値、推計値には、その場でことばを添えています。目標と定義が同じでない参考の値にも、そのことを書いています。");
    return flow.y;
}

}  // namespace atlas::page

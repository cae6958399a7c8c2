// Japanese words for the charts, for tests and for the gallery; the site's own stand in assets/i18n.
#pragma once
#include "chart/bar_chart.h"
#include "chart/bar_list.h"
#include "chart/gantt.h"
#include "chart/logic_diagram.h"
#include "chart/matrix.h"
#include "chart/network.h"
#include "chart/series_chart.h"
#include "chart/small_multiples.h"
#include "chart/timeline.h"
#include "chart/trajectory_chart.h"

namespace atlas::test {

inline chart::SeriesWords make_series_words() {
    chart::SeriesWords w;
    w.kinds = {"速報値", "推計値", "将来の推計", "報道による値", "二次資料による値", "・"};
    w.unit = "単位：{unit}", w.no_data = "図に示せる値は、まだありません。";
    w.one_point = "{label}は{when}に{value}です（値が1つだけのため、図にはしていません）。";
    w.summary = "{label}は{from}の{first}から{to}の{last}へ、{change}。";
    w.rose = "{amount}増えました", w.fell = "{amount}減りました", w.same = "変わっていません";
    w.extremes = "最も多いのは{high_when}の{high}、最も少ないのは{low_when}の{low}です。";
    w.future = "{when}には{value}と推計されています。", w.broken = "{when}に集計方法が変わりました。";
    w.key_actual = "公式統計の値", w.key_break = "集計方法が変わった時期", w.key_gap = "線の切れ目：値がない年";
    w.key_band = "推計の幅", w.key_hollow = "速報値・推計値", w.key_projection = "将来の推計";
    w.key_press = "報道による値", w.key_secondary = "二次資料による値";
    w.column_when = "年", w.column_value = "{label}（{unit}）", w.column_note = "注", w.labels_joiner = "、";
    w.events_title = "できごと";
    return w;
}
inline const chart::SeriesWords series_words = make_series_words();

inline chart::TrajectoryWords make_trajectory_words() {
    chart::TrajectoryWords w;
    w.series = series_words;
    w.baseline = "基準値 {when}", w.target = "目標 {when}", w.target_each_year = "毎年の目標", w.trend = "試算 {when}";
    w.key_path = "目標まで一定の速さで進む場合", w.key_trend = "試算：最近5回の値の傾きが続く場合と、その幅（80%）";
    w.key_baseline = "基準値";
    w.path_summary = "目標は{when}に{value}です。",
    w.trend_summary = "最近5回の傾きが続くと、{when}に{value}（{low}～{high}）になる試算です。";
    return w;
}
inline const chart::TrajectoryWords trajectory_words = make_trajectory_words();

inline chart::BarWords make_bar_words() {
    chart::BarWords w;
    w.unit = "単位：{unit}", w.no_data = "図に示せる値は、まだありません。", w.summary = "{category}は{parts}です。";
    w.part = "{label}が{value}", w.joiner = "、", w.column_category = "年", w.column_value = "{label}（{unit}）";
    w.missing = "値なし", w.tentative = "推計", w.key_tentative = "推計の値";
    return w;
}
inline const chart::BarWords bar_words = make_bar_words();

inline const chart::BarListWords bar_list_words{"答えは、まだありません。",
                                                "最も多いのは「{label}」（{value}）です。",
                                                "値なし",
                                                "答え",
                                                "数（{unit}）",
                                                "割合（%）"};

inline chart::GanttWords make_gantt_words() {
    chart::GanttWords w;
    w.no_rows = "この条件に合う行はありません。", w.today = "今日", w.undated = "時期の記載なし";
    w.from_to = "{from}～{to}", w.from_open = "{from}～", w.only_until = "～{to}";
    w.summary = "{rows}の取組に{bars}の予定があり、うち{undated}は時期の記載がありません。";
    w.lost = "「{heading}」の工程は、手元の資料では読み取れません。";
    w.key_stated = "時期の記載がある", w.key_column = "表の列から読み取った時期", w.key_open = "終わりの記載がない";
    w.key_milestone = "1か月の予定", w.key_today = "今日";
    w.column_group = "分野", w.column_row = "取組", w.column_bar = "内容", w.column_when = "時期",
    w.column_dating = "時期の根拠";
    w.dating_stated = "記載による", w.dating_column = "表の列による";
    return w;
}
inline const chart::GanttWords gantt_words = make_gantt_words();

inline chart::LogicDiagramWords make_logic_words() {
    chart::LogicDiagramWords w;
    w.levels = {"インパクト", "アウトカム", "アウトプット", "施策の柱", "施策", "主な事業"};
    w.statuses = {"達成", "順調", "加速が必要", "遅れ", "後退", "判定不可"};
    w.status_count = "{status}{count}件", w.below = "この下に{counts}", w.open = "{name}を開く",
    w.close = "{name}を閉じる";
    w.upstream = "選んだ項目の上流", w.downstream = "選んだ項目の下流", w.summary = "{count}の項目を示しています。";
    w.column_level = "段階", w.column_name = "名前", w.column_kpis = "KPIの状態";
    return w;
}
inline const chart::LogicDiagramWords logic_words = make_logic_words();

inline const chart::MatrixWords matrix_words{"組み合わせは、まだありません。", "{row}と{column} {count}件", "{count}件",
                                             "最も多いのは{row}と{column}の{count}件です。", "柱"};
inline const chart::NetworkWords network_words{"組み合わせは、まだありません。",
                                               "×　{partners}",
                                               "、",
                                               "最も多く組み合わされているのは{element}（{count}）です。",
                                               "要素",
                                               "種類",
                                               "組み合わせの相手"};
inline const chart::TimelineWords timeline_words{
    "できごとは、まだありません。", "{from}から{to}までの{count}のできごとです。", "時期", "できごと", "内容"};
inline const chart::MultiplesWords multiples_words{
    "図に示せる値は、まだありません。",
    "値はありません",
    "{count}のうち、最も多いのは{high}（{high_value}）、最も少ないのは{low}（{low_value}）です。",
    "名前",
    "年",
    "値"};

}  // namespace atlas::test

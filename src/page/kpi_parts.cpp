#include "page/kpi_parts.h"

#include <algorithm>
#include <cmath>

#include "core/strings.h"
#include "page/story_parts.h"
#include "text/text.h"

namespace atlas::page {

using model::Kpi;
using model::Observation;
using model::Progress;
using model::Series;
namespace style = ui::style;

namespace {

/// First observation after the last break: what the latest may be compared with.
const Observation& comparable_start(const Series& series) {
    size_t start = 0;
    for (size_t i = 1; i < series.points.size(); ++i)
        if (series.points[i].break_before) start = i;
    return series.points[start];
}

/// The documents behind the observations, each once, with a way to them. Returns the height.
float source_links(Context& ctx, Vec2 at, float width_px, const Series& series, const std::string& id) {
    float y = at.y;
    std::vector<std::string> seen;
    for (size_t i = series.points.size(); i-- > 0;) {
        const Observation& point = series.points[i];
        if (point.source_url.empty() || std::find(seen.begin(), seen.end(), point.source_url) != seen.end()) continue;
        if (seen.empty()) y += ui::heading(ctx.ui, {at.x, y}, width_px, "出典のページ", 3, style::note_bold) + 4;
        seen.push_back(point.source_url);
        y += block_link(ctx.ui, id + std::to_string(seen.size()), {at.x, y}, width_px, point.source_title,
                        point.source_url, {ui::size::note, Weight::regular, ui::ink::link, 1.6f}) +
             8;
    }
    return y - at.y;
}

const char* rule_words(const std::string& rule) {
    if (rule == "level-by-year") return "期限までに水準に達する目標：進んだ割合を、過ぎた時間の割合で割る";
    if (rule == "cumulative") return "期間中の累計の目標：積み上げた割合を、過ぎた時間の割合で割る";
    if (rule == "each-year") return "毎年の目標：その年の値が目標に届いたかをみる";
    if (rule == "maintain") return "維持する目標：前の値から下がっていないかをみる";
    if (rule == "direction") return "向きだけの目標：最近の変化をみる";
    if (rule == "relative") return "比べる目標：ほかの地域との差をみる";
    if (rule == "multi") return "複数の条件がある目標：最も遅れているものをみる";
    return "";
}

std::string share_text(double share) { return text::number(share * 100, 1) + "%"; }

std::string latest_text(const Progress& progress) {
    if (!progress.latest) return "なし（" + std::string(model::gap_word(progress.gap)) + "）";
    const std::string caution = chart::caution_text(*progress.latest);
    return chart::value_text(progress.latest->value, progress.latest->unit) + "（" +
           chart::when_text(*progress.latest) + (caution.empty() ? "" : "、" + caution) + "）";
}

std::string start_text(const Kpi& kpi, const Progress& progress) {
    if (!progress.start) return kpi.baseline_reason.empty() ? "なし" : "なし（" + kpi.baseline_reason + "）";
    const model::KpiBaseline& start = *progress.start;
    return chart::value_text(start.value, start.unit) + "（" + text::year(start.year, start.fiscal) + "）";
}

}  // namespace

std::string kpi_finding(const Kpi& kpi, const Series& series) {
    const std::string name = kpi.short_name.empty() ? kpi.name : kpi.short_name;
    const Observation &first = comparable_start(series), &last = series.points.back();
    const std::string value = chart::value_text(last.value, series.unit);
    if (&first == &last) return name + "は、" + chart::when_text(last) + "に" + value + "です";
    // Months matter only within a year; a headline is easier to read without them.
    const bool years_do = first.year != last.year;
    const auto when = [&](const Observation& point) {
        return years_do ? text::year(point.year, point.fiscal) : chart::when_text(point);
    };
    const std::string period = name + "は、" + when(first) + "から" + when(last) + "までに";
    if (series.unit != "%" && first.value > 0 && last.value / first.value >= 1.5)
        return period + "約" + text::number(last.value / first.value, 1) + "倍になりました";
    if (last.value == first.value) return name + "は、" + when(first) + "と同じ" + value + "です";
    const int decimals = std::max(text::decimals_of(first.value), text::decimals_of(last.value));
    return period + chart::change_text(last.value - first.value, decimals, series.unit);
}

std::string kpi_subtitle(const Kpi& kpi, const Series& series) {
    const Observation &first = series.points.front(), &last = series.points.back();
    std::string text = kpi.name + "（単位：" + series.unit + "）、" + chart::when_text(first);
    if (&first != &last) text += "〜" + chart::when_text(last);
    return text;
}

std::string observation_sources(const Series& series) {
    std::vector<std::string> titles;
    for (const Observation& point : series.points) {
        bool known = point.source_title.empty();
        for (const std::string& title : titles) known = known || title == point.source_title;
        if (!known) titles.push_back(point.source_title);
    }
    std::string text;
    constexpr size_t most = 2;
    for (size_t i = 0; i < titles.size() && i < most; ++i) text += (i ? "、" : "") + titles[titles.size() - 1 - i];
    if (titles.size() > most)
        text += "、ほか" + std::to_string(titles.size() - most) + "件（「実績値の一覧」に示します）";
    return text;
}

float kpi_audit(Context& ctx, Vec2 at, float width_px, const JudgedKpi& judged) {
    const Kpi& kpi = *judged.kpi;
    const Progress& progress = judged.progress;
    ui::TableSpec table;
    table.id = "kpi:audit", table.caption = "判定の根拠";
    table.columns = {{"項目", std::min(128.f, width_px * 0.36f), ui::Align::left}, {"値", 0, ui::Align::left}};
    table.rows.push_back({"起点", start_text(kpi, progress)});
    table.rows.push_back({"最新の実績", latest_text(progress)});
    table.rows.push_back({"目標", kpi.target.text});
    if (progress.share) table.rows.push_back({"進んだ割合", share_text(*progress.share)});
    if (progress.share && progress.ratio && std::abs(*progress.ratio) > 1e-6)
        table.rows.push_back({"過ぎた時間の割合", share_text(*progress.share / *progress.ratio)});
    if (progress.ratio) table.rows.push_back({"進み具合 R", text::number(*progress.ratio, 2)});
    if (*rule_words(progress.rule)) table.rows.push_back({"判定の規則", rule_words(progress.rule)});
    table.rows.push_back({"判定", chart::status_text(progress)});
    float y = at.y + ui::table(ctx.ui, at, width_px, table) + 8;
    if (progress.ratio)
        y += ui::paragraph(ctx.ui, {at.x, y}, width_px,
                           "Rが0.95以上なら順調、0.60以上なら加速が必要、0以上なら遅れ、0未満なら後退です。",
                           style::note) +
             4;
    if (!kpi.baseline_note.empty() && kpi.baseline_note != progress.reason)
        y += ui::paragraph(ctx.ui, {at.x, y}, width_px, "起点について：" + kpi.baseline_note, style::note);
    return y - at.y;
}

float kpi_observations(Context& ctx, Vec2 at, float width_px, const Series& series, bool reference) {
    const bool narrow = width_px < 560;
    ui::TableSpec table;
    table.id = reference ? "reference:" + series.id : "kpi:observations";
    table.caption = reference ? "参考の値" : "実績値の一覧";
    if (narrow)
        table.columns = {{"時点と値", 128, ui::Align::left}, {"値の種類と出典", 0, ui::Align::left}};
    else
        table.columns = {{"時点", 96, ui::Align::left},
                         {"値", 136, ui::Align::right},
                         {"値の種類", 216, ui::Align::left},
                         {"出典", 0, ui::Align::left}};
    for (size_t i = series.points.size(); i-- > 0;) {
        const Observation& point = series.points[i];
        std::string kind = chart::caution_text(point);
        if (kind.empty()) kind = "公式統計の値";
        if (point.break_before) kind += "。この時点から集計方法が変わりました";
        std::string source = point.source_title;
        if (!point.note.empty()) source.append("（").append(point.note).append("）");
        const std::string when = chart::when_text(point), value = chart::value_text(point.value, series.unit);
        if (narrow)
            table.rows.push_back({join({when, value}, "\n"), join({kind, source}, "\n")});
        else
            table.rows.push_back({when, value, kind, source});
    }
    float y = at.y + ui::table(ctx.ui, at, width_px, table) + 8;
    bool secondary = false;
    for (const Observation& point : series.points) secondary = secondary || point.grade != 'A';
    if (secondary)
        y += ui::paragraph(ctx.ui, {at.x, y}, width_px,
                           "「報道による値」「二次資料による値」は、公式統計の原本ではなく、報道やほかの資料に載った値"
                           "です。公表後に改まることがあります。",
                           style::note);
    return y + source_links(ctx, {at.x, y + 16}, width_px, series, reference ? table.id + ":source:" : "source:") + 16 -
           at.y;
}

}  // namespace atlas::page

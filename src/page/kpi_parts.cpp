#include "page/kpi_parts.h"

#include <algorithm>
#include <cmath>

#include "chart/scale.h"
#include "core/strings.h"
#include "model/projection.h"
#include "page/chart_words.h"
#include "page/names.h"
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
        if (seen.empty())
            y +=
                ui::heading(ctx.ui, {at.x, y}, width_px, ctx.ui.words(Word::kpi_source_pages), 3, style::note_bold) + 4;
        seen.push_back(point.source_url);
        y += block_link(ctx.ui, id + std::to_string(seen.size()), {at.x, y}, width_px, point.source_title,
                        point.source_url, {ui::size::note, Weight::regular, ui::ink::link, 1.6f}) +
             8;
    }
    return y - at.y;
}

std::string share_text(double share) { return text::number(share * 100, 1) + "%"; }

std::string with_note(const Words& words, const std::string& text, const std::string& note) {
    return note.empty() ? text : words(Word::text_with_note, {{"text", text}, {"note", note}});
}

std::string latest_text(const Words& words, const Progress& progress) {
    if (!progress.latest) return with_note(words, words(Word::kpi_none), chart::gap_word(words, progress.gap));
    const std::string when = chart::when_text(words, *progress.latest);
    return with_note(words, text::quantity_text(words, progress.latest->value, progress.latest->unit),
                     text::listed(words, {when, chart::caution_text(words, *progress.latest)}));
}

/// Why there is no baseline: the data's own word, which is the name of a gap in most cases.
std::string start_gap(const Words& words, const Kpi& kpi) {
    for (const model::Gap gap :
         {model::Gap::baseline_pending, model::Gap::no_actual, model::Gap::too_little_data, model::Gap::qualitative})
        if (kpi.baseline_reason == model::gap_word(gap)) return chart::gap_word(words, gap);
    return kpi.baseline_reason;
}

std::string start_text(const Words& words, const Kpi& kpi, const Progress& progress) {
    if (!progress.start) return with_note(words, words(Word::kpi_none), start_gap(words, kpi));
    const model::KpiBaseline& start = *progress.start;
    return with_note(words, text::quantity_text(words, start.value, start.unit),
                     text::year(words, start.year, start.fiscal));
}

std::string exact_share(double share) { return text::number(share * 100, 2) + "%"; }
bool is_same(double a, double b) { return std::abs(a - b) < 1e-9 * std::max(1.0, std::abs(b)); }

/// "(latest − start) ÷ (target − start) = share", as far as that is how the share came about.
std::string share_formula(const Words& words, const Kpi& kpi, const Progress& progress) {
    const std::string share = exact_share(*progress.share);
    if (progress.latest && kpi.target.value && kpi.target.unit == progress.latest->unit) {
        const double latest = progress.latest->value, target = *kpi.target.value;
        const auto figure = [&](double value) { return text::quantity_text(words, value, kpi.target.unit); };
        if (progress.start && target != progress.start->value &&
            is_same((latest - progress.start->value) / (target - progress.start->value), *progress.share))
            return words(Word::kpi_formula_share, {{"latest", figure(latest)},
                                                   {"start", figure(progress.start->value)},
                                                   {"target", figure(target)},
                                                   {"share", share}});
        if (!progress.start && target != 0 && is_same(latest / target, *progress.share))
            return words(Word::kpi_formula_share_period,
                         {{"latest", figure(latest)}, {"target", figure(target)}, {"share", share}});
    }
    return words(Word::kpi_formula_share_only, {{"share", share}});
}

/// Years passed since the start of all years to the target.
std::string elapsed_formula(const Words& words, const Kpi& kpi, const Progress& progress) {
    const std::string elapsed = exact_share(*progress.elapsed);
    if (progress.latest && kpi.target.year > 0) {
        using chart::time_of;
        const auto years = [](double span) {
            const double rounded = std::round(span * 100) / 100;
            return text::number(rounded, text::decimals_of(rounded));
        };
        double start = 0;
        if (progress.start_kind == model::StartKind::period)
            start = time_of(kpi.target.period_start, kpi.target.fiscal) - 0.5;
        else if (progress.start)
            start = time_of(progress.start->year, progress.start->fiscal);
        const double end = time_of(kpi.target.year, kpi.target.fiscal), now = time_of(*progress.latest);
        // A period ends with its last year, a level is due in the middle of its own.
        for (const double all : {end - start, end + 0.5 - start})
            for (const double passed : {now - start, now + 0.5 - start})
                if (all > 0 && is_same(passed / all, *progress.elapsed))
                    return words(Word::kpi_formula_elapsed,
                                 {{"passed", years(passed)}, {"all", years(all)}, {"elapsed", elapsed}});
    }
    return words(Word::kpi_formula_elapsed_only, {{"elapsed", elapsed}});
}

float draw_formula(Context& ctx, Vec2 at, float width_px, const JudgedKpi& judged) {
    const std::vector<std::string> lines = kpi_formula(ctx.ui.words, judged);
    if (lines.empty()) return 0;
    float y = at.y + 8;
    y += ui::heading(ctx.ui, {at.x, y}, width_px, ctx.ui.words(Word::kpi_formula), 3, style::note_bold);
    for (size_t i = 0; i < lines.size(); ++i)
        y += ui::paragraph(ctx.ui, {at.x, y}, width_px, lines[i], style::note, "kpi:formula:" + std::to_string(i));
    return y + 8 - at.y;
}

/// Where the continuation is read: at the target's date, else five years on, as the chart draws it.
double continued_until(const Kpi& kpi, const Series& series) {
    const double last = chart::time_of(series.points.back());
    const bool is_dated = kpi.target.year > 0 && kpi.target.kind != model::TargetKind::each_year &&
                          kpi.target.kind != model::TargetKind::maintain;
    const double due = chart::time_of(kpi.target.year, kpi.target.fiscal);
    return is_dated && due > last + 0.5 ? due : last + 5;
}

/// What stands under the chart about the continuation.
std::string trend_note(const Words& words, const model::TrendCheck& check) {
    switch (check.reason) {
        case model::NoTrend::none: return words(Word::trajectory_note);
        case model::NoTrend::too_few: return words(Word::trajectory_too_few);
        case model::NoTrend::gap: return words(Word::trajectory_gap, {{"year", check.year}});
        case model::NoTrend::collapse: return words(Word::trajectory_collapse, {{"year", check.year}});
        case model::NoTrend::impossible: break;
    }
    return words(Word::trajectory_impossible);
}

}  // namespace

std::vector<std::string> kpi_formula(const Words& words, const JudgedKpi& judged) {
    const Progress& progress = judged.progress;
    if (!progress.ratio || !progress.share || !progress.elapsed) return {};
    return {share_formula(words, *judged.kpi, progress), elapsed_formula(words, *judged.kpi, progress),
            words(Word::kpi_formula_ratio, {{"share", exact_share(*progress.share)},
                                            {"elapsed", exact_share(*progress.elapsed)},
                                            {"ratio", text::number(*progress.ratio, 2)}})};
}

float kpi_chart(Context& ctx, Vec2 at, float width_px, const JudgedKpi& judged, const Series& series) {
    const Words& words = ctx.ui.words;
    const Kpi& kpi = *judged.kpi;
    const model::TrendCheck check = model::check_trend(series, kpi.target.up, continued_until(kpi, series));
    const chart::TrajectoryWords chart_words = trajectory_words(words);
    chart::TrajectoryOptions options;
    options.text = figure_text_of(words, "kpi:chart", kpi_finding(words, kpi, series), kpi_subtitle(words, kpi, series),
                                  observation_sources(words, series));
    options.series = &series, options.label = name_of(words, kpi), options.kpi = &kpi, options.trend = check.line;
    if (kpi.target.value) options.target_figure = text::official_text(words, *kpi.target.value, series.unit);
    options.words = &chart_words, options.formats = &chart::formats_of(words.lang());
    options.text.summary = chart::trajectory_summary(options);
    while (!options.text.summary.empty() && options.text.summary.back() == ' ') options.text.summary.pop_back();
    float y = at.y + chart::trajectory_chart(ctx.ui, at, width_px, options);
    if (series.points.size() > 1)
        y += 8 + ui::paragraph(ctx.ui, {at.x, y + 8}, width_px, trend_note(words, check), style::note, "kpi:trend");
    return y - at.y;
}

std::string kpi_finding(const Words& words, const Kpi& kpi, const Series& series) {
    const std::string name = name_of(words, kpi);
    const Observation &first = comparable_start(series), &last = series.points.back();
    const std::string value = text::quantity_text(words, last.value, series.unit);
    if (&first == &last)
        return words(Word::kpi_finding_one,
                     {{"name", name}, {"when", chart::when_text(words, last)}, {"value", value}});
    // Months matter only within a year; a headline is easier to read without them.
    const bool years_do = first.year != last.year;
    const auto when = [&](const Observation& point) {
        return years_do ? text::year(words, point.year, point.fiscal) : chart::when_text(words, point);
    };
    const std::string from = when(first), to = when(last);
    if (series.unit != "%" && first.value > 0 && last.value / first.value >= 1.5)
        return words(
            Word::kpi_finding_times,
            {{"name", name}, {"from", from}, {"to", to}, {"times", text::number(last.value / first.value, 1)}});
    if (last.value == first.value)
        return words(Word::kpi_finding_same, {{"name", name}, {"from", from}, {"value", value}});
    const int decimals = std::max(text::decimals_of(first.value), text::decimals_of(last.value));
    const std::string change = chart::change_text(words, last.value - first.value, decimals, series.unit);
    return words(Word::kpi_finding, {{"name", name}, {"from", from}, {"to", to}, {"change", change}});
}

std::string kpi_subtitle(const Words& words, const Kpi& kpi, const Series& series) {
    const std::string first = chart::when_text(words, series.points.front()),
                      last = chart::when_text(words, series.points.back());
    const bool has_period = series.points.size() > 1;
    return words(
        Word::kpi_subtitle,
        {{"name", words.lang() == Lang::ja ? kpi.name : name_of(words, kpi)},
         {"unit", words.lang() == Lang::ja ? series.unit : text::unit_word(words, text::split_unit(series.unit).base)},
         {"period", has_period ? words(Word::kpi_period, {{"from", first}, {"to", last}}) : first}});
}

std::string observation_sources(const Words& words, const Series& series, Word more, size_t most) {
    std::vector<std::string> titles;
    for (const Observation& point : series.points) {
        bool known = point.source_title.empty();
        for (const std::string& title : titles) known = known || title == point.source_title;
        if (!known) titles.push_back(point.source_title);
    }
    std::vector<std::string> named(titles.rbegin(),
                                   titles.rbegin() + static_cast<std::ptrdiff_t>(std::min(most, titles.size())));
    std::string text = text::listed(words, named);
    if (titles.size() > most) text = words(more, {{"titles", text}, {"n", titles.size() - most}});
    return text;
}

float kpi_audit(Context& ctx, Vec2 at, float width_px, const JudgedKpi& judged) {
    const Words& words = ctx.ui.words;
    const Kpi& kpi = *judged.kpi;
    const Progress& progress = judged.progress;
    ui::TableSpec table;
    table.id = "kpi:audit", table.caption = words(Word::kpi_audit);
    table.columns = {{words(Word::kpi_item), std::min(128.f, width_px * 0.36f), ui::Align::left},
                     {words(Word::kpi_value), 0, ui::Align::left}};
    const auto row = [&](Word item, std::string value) { table.rows.push_back({words(item), std::move(value)}); };
    row(Word::kpi_start, start_text(words, kpi, progress));
    row(Word::kpi_latest, latest_text(words, progress));
    row(Word::kpi_target, chart::target_text(words, kpi.target));
    if (progress.share) row(Word::kpi_share, share_text(*progress.share));
    if (progress.share && progress.ratio && std::abs(*progress.ratio) > 1e-6)
        row(Word::kpi_elapsed, share_text(*progress.share / *progress.ratio));
    if (progress.ratio) row(Word::kpi_ratio, text::number(*progress.ratio, 2));
    if (!progress.rule.empty()) row(Word::kpi_rule, rule_of(words, progress));
    row(Word::kpi_judgement, chart::status_text(words, progress));
    float y = at.y + ui::table(ctx.ui, at, width_px, table) + 8;
    y += draw_formula(ctx, {at.x, y}, width_px, judged);
    if (progress.ratio) y += ui::paragraph(ctx.ui, {at.x, y}, width_px, words(Word::kpi_ratio_text), style::note) + 4;
    if (!kpi.baseline_note.empty() && kpi.baseline_note != progress.reason)
        y += ui::labelled(ctx.ui, {at.x, y}, width_px, Word::kpi_start_note, kpi.baseline_note, style::note);
    return y - at.y;
}

float observation_table(Context& ctx, Vec2 at, float width_px, const Series& series, const ObservationTable& spec) {
    const Words& words = ctx.ui.words;
    const bool narrow = width_px < 560;
    ui::TableSpec table;
    table.id = spec.id, table.caption = spec.caption;
    if (narrow)
        table.columns = {{words(Word::kpi_when_and_value), 128, ui::Align::left},
                         {words(Word::kpi_kind_and_source), 0, ui::Align::left}};
    else
        table.columns = {{words(Word::chart_when), 96, ui::Align::left},
                         {words(Word::chart_value), 136, ui::Align::right},
                         {words(Word::chart_kind), 216, ui::Align::left},
                         {words(Word::story_source), 0, ui::Align::left}};
    for (size_t i = series.points.size(); i-- > 0;) {
        const Observation& point = series.points[i];
        std::string kind = chart::caution_text(words, point);
        if (kind.empty()) kind = words(Word::chart_official);
        if (point.break_before) kind = words(Word::kpi_break_from, {{"kind", kind}});
        const std::string source = with_note(words, point.source_title, point.note);
        const std::string when = chart::when_text(words, point);
        const std::string value = text::quantity_text(words, point.value, series.unit);
        if (narrow)
            table.rows.push_back({join({when, value}, "\n"), join({kind, source}, "\n")});
        else
            table.rows.push_back({when, value, kind, source});
    }
    float y = at.y + ui::table(ctx.ui, at, width_px, table) + 8;
    bool secondary = false;
    for (const Observation& point : series.points) secondary = secondary || point.grade != 'A';
    if (secondary) y += ui::paragraph(ctx.ui, {at.x, y}, width_px, words(Word::kpi_secondary_note), style::note);
    return y + source_links(ctx, {at.x, y + 16}, width_px, series, spec.sources) + 16 - at.y;
}

}  // namespace atlas::page

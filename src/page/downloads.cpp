#include "page/downloads.h"

#include <algorithm>

#include "page/kpi_filters.h"
#include "page/map_files.h"
#include "page/names.h"
#include "page/story_parts.h"
#include "page/trend_parts.h"
#include "text/text.h"

namespace atlas::page {

using scene::Node;
using scene::Role;
using ui::Ui;
using view::Page;
using view::ViewState;

namespace {

using Row = std::vector<std::string>;

/// All digits of a figure; the file's writer takes the separators out.
std::string exact(double value) { return text::number(value, text::decimals_of(value)); }

Row words_of(const Words& words, std::initializer_list<Word> heads) {
    Row row;
    for (const Word head : heads) row.emplace_back(words(head));
    return row;
}

/// A line of the head; none without a value.
void say(const Words& words, DownloadTable& table, Word label, std::string value) {
    if (!value.empty()) table.head.push_back({words(label), std::move(value)});
}

/// One row an observation, in the order of time. `name` tells series of one file apart.
void add_points(const Words& words, DownloadTable& table, const std::string& name, const model::Series& series) {
    for (const model::Observation& point : series.points) {
        std::string kind = chart::caution_text(words, point);
        if (kind.empty()) kind = words(Word::chart_official);
        table.rows.push_back({name, chart::when_text(words, point), std::to_string(point.year),
                              point.month ? std::to_string(point.month) : "",
                              words(point.fiscal ? Word::download_fiscal_year : Word::download_calendar_year),
                              exact(point.value), series.unit, kind,
                              point.break_before ? words(Word::download_yes) : "", point.note, point.source_title,
                              point.source_url});
    }
}

Row point_heads(const Words& words) {
    return words_of(words,
                    {Word::download_series, Word::chart_when, Word::download_year, Word::download_month,
                     Word::download_year_kind, Word::chart_value, Word::download_unit, Word::chart_kind,
                     Word::download_break_before, Word::download_note, Word::story_source, Word::download_address});
}

void say_edition(const Words& words, DownloadTable& table, const Data& data) {
    say(words, table, Word::download_place, words(Word::download_country));
    if (data.policy) say(words, table, Word::download_edition, data.policy->edition.edition);
}

std::optional<DownloadTable> kpi_table(const Words& words, const Data& data, const std::string& id) {
    const model::Kpi* kpi = data.kpis ? model::find_kpi(*data.kpis, id) : nullptr;
    if (!kpi) return std::nullopt;
    const model::Progress progress = model::judge(*kpi, *data.kpis);
    DownloadTable table;
    say(words, table, Word::download_indicator, kpi->name);
    say_edition(words, table, data);
    say(words, table, Word::kpi_target, kpi->target.text);
    say(words, table, Word::kpi_judgement, chart::status_text(words, progress));
    say(words, table, Word::kpi_definition, kpi->definition);
    say(words, table, Word::kpi_caveat, kpi->caveat);
    say(words, table, Word::story_source, source_text(words, data.policy.get(), kpi->source));
    table.rows = {point_heads(words)};
    for (const model::Series& series : data.kpis->series) {
        const bool is_own = std::find(kpi->series.begin(), kpi->series.end(), series.id) != kpi->series.end();
        if (!is_own && series.kpi != kpi->id) continue;
        // Several series of one kind (a target of several conditions) are told apart by their ids.
        std::string name = words(is_own ? Word::kpi_observations : Word::kpi_references_caption);
        if (!is_own || kpi->series.size() > 1)
            name = words(Word::text_labelled, {{"label", name}, {"text", series.id}});
        add_points(words, table, name, series);
    }
    return table;
}

/// One trend, or with an empty id all.
std::optional<DownloadTable> trend_table(const Words& words, const Data& data, const std::string& id) {
    if (!data.trends) return std::nullopt;
    DownloadTable table;
    table.rows = {point_heads(words)};
    for (const model::Trend& trend : data.trends->trends) {
        if (!id.empty() && trend.id != id) continue;
        if (!id.empty()) {
            say(words, table, Word::download_indicator, name_of(words, trend));
            say(words, table, Word::trend_about, trend.summary);
            say(words, table, Word::kpi_caveat, trend.caveat);
        }
        for (const TrendLineRef& line : trend_lines(data, words, trend)) {
            const std::string name = name_of(words, trend);
            add_points(words, table,
                       line.label.empty() || line.label == name
                           ? name
                           : words(Word::trends_line_of, {{"title", name}, {"label", line.label}}),
                       *line.series);
        }
    }
    if (table.rows.size() == 1) return std::nullopt;
    if (id.empty()) say(words, table, Word::download_indicator, words(Word::trends_title));
    say_edition(words, table, data);
    return table;
}

Row board_row(const Words& words, const Data& data, const JudgedKpi& entry) {
    const model::Kpi& kpi = *entry.kpi;
    const model::Progress& progress = entry.progress;
    const auto percent = [](const std::optional<double>& share) {
        return share ? text::number(*share * 100, 1) : std::string();
    };
    Row row = {kpi.id,
               kpi.code,
               level_name(words, kpi.level),
               kpi.group,
               name_of(words, kpi),
               kpi.name,
               text::listed(words, kpi.pillars, Word::text_dot),
               kpi.target.text,
               kpi.target.year > 0 ? std::to_string(kpi.target.year) : "",
               chart::status_word(words, progress.status),
               chart::gap_word(words, progress.gap)};
    if (progress.latest) {
        std::string kind = chart::caution_text(words, *progress.latest);
        if (kind.empty()) kind = words(Word::chart_official);
        row.insert(row.end(), {exact(progress.latest->value), progress.latest->unit,
                               chart::when_text(words, *progress.latest), kind});
    } else {
        row.resize(row.size() + 4);
    }
    row.insert(row.end(), {percent(progress.share), percent(progress.elapsed),
                           progress.ratio ? text::number(*progress.ratio, 2) : std::string(),
                           progress.latest ? progress.latest->source_title : std::string(),
                           source_text(words, data.policy.get(), kpi.source)});
    return row;
}

std::optional<DownloadTable> board_table(const Words& words, const Data& data, const ViewState& state) {
    if (!data.kpis) return std::nullopt;
    const Board board = board_of(data, state.query);
    const std::vector<const JudgedKpi*> shown = passing(board, state);
    DownloadTable table;
    say(words, table, Word::download_indicator, words(Word::nav_kpis));
    say_edition(words, table, data);
    say(words, table, Word::download_conditions, board_conditions(words, data, state));
    // As on the page: a file of some of the KPIs says what was left out.
    say(words, table, Word::download_count, board_share(words, counts_of(board, shown)));
    table.rows = {words_of(
        words,
        {Word::download_code,        Word::download_code,      Word::kpis_level,   Word::kpi_place,
         Word::kpis_column_kpi,      Word::download_indicator, Word::kpis_pillar,  Word::kpi_target,
         Word::download_target_year, Word::kpis_status,        Word::kpis_gap,     Word::kpis_column_value,
         Word::download_unit,        Word::chart_when,         Word::chart_kind,   Word::download_share,
         Word::download_elapsed,     Word::kpi_ratio,          Word::story_source, Word::download_target_source})};
    table.rows.front()[0] = "id";
    for (const BoardSection& section : sections_of(words, board, shown, state.order))
        for (const BoardGroup& group : section.groups)
            for (const JudgedKpi* entry : group.rows) table.rows.push_back(board_row(words, data, *entry));
    return table;
}

/// Prefix of the buttons' ids, and what their group is called in the state.
std::string group_of(const DownloadSpec& spec) { return spec.chart.empty() ? "download" : "download:" + spec.chart; }

/// The chart that a slide of this view is about: that of the picture, but for the map, which is its page.
std::string focus_of(const DownloadSpec& spec) {
    constexpr std::string_view suffix = ":figure";
    const std::string_view picture = spec.picture;
    if (!picture.ends_with(suffix)) return {};
    return std::string(picture.substr(0, picture.size() - suffix.size()));
}

std::vector<ui::ButtonSpec> buttons_of(const Ui& ui, const ViewState& state, const DownloadSpec& spec) {
    std::vector<ui::ButtonSpec> buttons;
    const std::string group = group_of(spec);
    const auto add = [&](const char* id, Word label, Action::Kind kind, std::string target) {
        ui::ButtonSpec button;
        button.id = group + id, button.label = ui.words(label), button.kind = ui::ButtonKind::quiet;
        button.has_icon = true;
        button.icon = kind == Action::Kind::copy_link ? ui::Icon::share : ui::Icon::download;
        button.action = {kind, std::move(target), group, 0};
        buttons.push_back(std::move(button));
    };
    constexpr auto download = Action::Kind::download;
    add(":csv", spec.csv, download, spec.chart.empty() ? "csv" : "table:" + spec.chart);
    if (!spec.picture.empty()) {
        add(":svg", spec.svg, download, "svg:" + spec.picture);
        add(":png", Word::download_png, download, "png:" + spec.picture);
    }
    add(":link", Word::download_copy_link, Action::Kind::copy_link, "");
    if (ui.env.projector) return buttons;  // nobody makes a slide before the hall
    add(":slide", Word::briefing_add, Action::Kind::go, "");
    ui::ButtonSpec& slide = buttons.back();
    slide.icon = ui::Icon::plus, slide.href = view::route_to_add(state, focus_of(spec));
    slide.action = go(slide.href);
    return buttons;
}

const char* page_part(Page page) {
    switch (page) {
        case Page::trend: return "trend";
        case Page::trends: return "trends";
        case Page::kpi: return "kpi";
        case Page::kpis: return "kpis";
        case Page::logic:
        case Page::output: return "logic";
        case Page::roadmap: return "roadmap";
        case Page::map: return "map";
        case Page::compare: return "compare";
        case Page::history: return "history";
        default: return "chart";
    }
}

constexpr float gap_px = 8;

}  // namespace

std::optional<DownloadTable> download_table(const Data& data, const ViewState& state) {
    const Words words(state.lang);
    switch (state.page) {
        case Page::kpis: return board_table(words, data, state);
        case Page::kpi: return kpi_table(words, data, state.id);
        case Page::trends: return trend_table(words, data, "");
        case Page::trend: return trend_table(words, data, state.id);
        case Page::map: return map_table(data, state);
        default: return std::nullopt;
    }
}

std::vector<DownloadTable::Line> chart_head(const Words& words, const Data& data, const std::string& title,
                                            const std::string& source) {
    DownloadTable table;
    say(words, table, Word::download_indicator, title);
    say_edition(words, table, data);
    say(words, table, Word::story_source, source);
    return std::move(table.head);
}

std::vector<std::string> download_name(const Data& data, const ViewState& state, std::string_view chart) {
    std::vector<std::string> parts = {"sosei-atlas", page_part(state.page)};
    if (!state.id.empty()) parts.push_back(state.id);
    if (!chart.empty()) parts.emplace_back(chart);
    if (state.page == Page::map && !state.indicator.empty()) parts.push_back(state.indicator);
    if (state.page == Page::map && state.year > 0) parts.push_back(std::to_string(state.year));
    if (!state.node.empty() && state.page != Page::kpis) parts.push_back(state.node);
    if (state.page == Page::kpis && is_filtered(state)) parts.emplace_back("filtered");
    if (data.policy) parts.push_back(data.policy->edition.edition);
    return parts;
}

DownloadSpec chart_downloads(const std::string& id, const std::string& title) {
    DownloadSpec spec;
    spec.picture = id + ":figure", spec.chart = id, spec.title = title;
    return spec;
}

namespace {

/// Right of the button that opens the chart's table, while that is closed and all fit; else where they were to stand.
Rect place_of(const Ui& ui, const std::vector<ui::ButtonSpec>& buttons, const DownloadSpec& spec, const Rect& below) {
    const std::string chart = spec.picture.substr(0, spec.picture.rfind(':'));
    const Node* toggle = ui.scene.find("table:" + chart);
    if (!toggle || toggle->expanded || ui.phone() || spec.is_folded) return below;
    const Rect beside{toggle->rect.right() + gap_px, toggle->rect.y, below.right() - toggle->rect.right() - gap_px, 0};
    float wanted = -gap_px;
    for (const ui::ButtonSpec& button : buttons) wanted += gap_px + ui::button_width(ui, button.label, true);
    return wanted <= beside.w ? beside : below;
}

/// One button for all others: on phones, and where it is asked for; then beside that of the chart's table while that is closed.
Fold fold_of(Context& ctx, const DownloadSpec& spec, Vec2 at, float width_px) {
    Ui& ui = ctx.ui;
    const std::string name = "fold:" + group_of(spec), label = ui.words(Word::download_name);
    if (ui.phone() || !spec.is_folded) return fold_toggle(ctx, name, label, at, ui::Icon::download);
    const float w = ui::button_width(ui, label, true);
    const Node* table = ui.scene.find("table:" + spec.chart);
    const bool is_beside = table && !table->expanded && table->rect.right() + gap_px + w <= at.x + width_px;
    const Vec2 top_left = is_beside ? Vec2{table->rect.right() + gap_px, table->rect.y} : at;
    const Rect rect{top_left.x, top_left.y, std::min(w, width_px), ui::target_px};
    const bool folded = !fold_button(ui, name, label, rect, ui::Icon::download);
    return {folded, is_beside ? 0 : ui::target_px + (folded ? 0 : gap_px)};
}

}  // namespace

float download_buttons(Context& ctx, Vec2 at, float width_px, const DownloadSpec& spec) {
    Ui& ui = ctx.ui;
    if (ui.env.on_paper) return 0;
    Node group;
    group.id = spec.chart.empty() ? "downloads" : group_of(spec), group.role = Role::group;
    group.name = ui.words(Word::download_name);
    if (!spec.title.empty()) group.name = ui.words(Word::text_labelled, {{"label", group.name}, {"text", spec.title}});
    Ui::Scope scope(ui, std::move(group));
    const Fold fold = fold_of(ctx, spec, at, width_px);
    if (fold.folded) return fold.height;
    std::vector<ui::ButtonSpec> buttons = buttons_of(ui, ctx.state, spec);
    const Rect place = place_of(ui, buttons, spec, {at.x, at.y + fold.height, width_px, 0});
    float x = place.x, y = place.y;
    for (ui::ButtonSpec& button : buttons) {
        const float w = ui::button_width(ui, button.label, true);
        if (x > place.x && x + w > place.right()) x = place.x, y += ui::target_px + gap_px;
        ui::button(ui, {x, y, w, ui::target_px}, std::move(button));
        x += w + gap_px;
    }
    return place.y < at.y ? 0 : y + ui::target_px - at.y;
}

float download_status(Context& ctx, Vec2 at, float width_px, const DownloadSpec& spec) {
    using What = ViewState::Saved::What;
    const std::string group = group_of(spec);
    if (!ctx.state.saved || ctx.state.saved->group != group) return 0;
    Ui& ui = ctx.ui;
    const ViewState::Saved& saved = *ctx.state.saved;
    const std::string said = saved.what == What::link ? ui.words(Word::download_copied, {{"address", saved.name}})
                             : saved.what == What::no_link
                                 ? ui.words(Word::download_not_copied, {{"address", saved.name}})
                             : saved.what == What::no_picture ? std::string(ui.words(Word::download_no_png))
                             : saved.what == What::no_file    ? ui.words(Word::download_failed, {{"file", saved.name}})
                                                              : ui.words(Word::download_saved, {{"file", saved.name}});
    const float h = ui.glyph_block({at.x, at.y + 4}, width_px, said, ui::style::note);
    Node node;
    node.id = group + ":status", node.role = Role::status, node.name = said, node.rect = {at.x, at.y + 4, width_px, h};
    ui.add(std::move(node));
    return h + 8;
}

float draw_chart_downloads(Context& ctx, Vec2 at, float width_px, const std::string& chart, bool folded) {
    const Node* figure = ctx.ui.scene.find(chart + ":figure");
    if (!figure) return 0;
    DownloadSpec spec = chart_downloads(chart, figure->name);
    spec.is_folded = folded;
    // On phones they stand below the button of the chart's table.
    const float space = ctx.ui.phone() && ctx.ui.scene.find("table:" + chart) ? gap_px : 0;
    const float h = space + download_buttons(ctx, {at.x, at.y + space}, width_px, spec);
    return h + download_status(ctx, {at.x, at.y + h}, width_px, spec);
}

}  // namespace atlas::page

#include "app/files.h"

#include "export/crop.h"
#include "export/csv.h"
#include "export/svg.h"
#include "page/downloads.h"

namespace atlas::app {

namespace {

File csv_file(const std::vector<std::string>& name, std::string bytes) {
    return {exporting::file_name(name, ".csv"), "text/csv;charset=utf-8", std::move(bytes)};
}

exporting::CsvHead head_of(const std::vector<page::DownloadTable::Line>& lines) {
    exporting::CsvHead head;
    for (const page::DownloadTable::Line& line : lines) head.lines.push_back({line.label, line.value});
    return head;
}

/// The 出典 that a figure says under its plot, without its label.
std::string source_of(const Words& words, const scene::Scene& scene, const std::string& chart) {
    const scene::Node* node = scene.find(chart + ":source");
    if (!node) return "";
    const std::string label = words(Word::ui_source, {{"text", ""}});
    return node->name.compare(0, label.size(), label) == 0 ? node->name.substr(label.size()) : node->name;
}

/// The figures of one chart: those of its table, which is opened for it.
std::optional<File> table_file(const page::Data& data, const view::ViewState& state, const ui::Environment& environment,
                               const TextMeasure& measure, std::string_view target) {
    view::ViewState opened = state;
    opened.open.emplace(target);
    const scene::Scene scene = page::build(data, opened, environment, measure);
    const std::string chart(target.substr(target.find(':') + 1));
    const scene::Node* node = scene.find(chart + ":figure");
    if (!node) return std::nullopt;
    const Words words(state.lang);
    std::optional<std::string> bytes = exporting::table_csv(
        scene, chart + ":table", head_of(page::chart_head(words, data, node->name, source_of(words, scene, chart))));
    if (!bytes) return std::nullopt;
    return csv_file(page::download_name(data, state, chart), std::move(*bytes));
}

/// "gantt" of "gantt:figure", where the page has charts besides the one that it is about.
std::string chart_of(const view::ViewState& state, std::string_view node) {
    using view::Page;
    if (state.page == Page::kpi || state.page == Page::kpis || state.page == Page::trend) return "";
    return std::string(node.substr(0, node.rfind(':')));
}

}  // namespace

std::optional<File> file_of(const page::Data& data, const view::ViewState& state, const ui::Environment& environment,
                            const TextMeasure& measure, std::string_view target) {
    const std::string_view kind = target.substr(0, target.find(':'));
    if (kind.size() < target.size() && (kind == "svg" || kind == "png")) {
        const std::string_view node = target.substr(kind.size() + 1);
        std::optional<scene::Scene> alone = exporting::crop(page::build(data, state, environment, measure), node);
        if (!alone) return std::nullopt;
        const std::vector<std::string> name = page::download_name(data, state, chart_of(state, node));
        std::string bytes = exporting::to_svg(*alone, {});
        if (kind == "svg") return File{exporting::file_name(name, ".svg"), "image/svg+xml", std::move(bytes)};
        return File{exporting::file_name(name, ".png"), "image/png", std::move(bytes), std::move(alone)};
    }
    if (kind == "table") return table_file(data, state, environment, measure, target);
    if (target != "csv") return std::nullopt;
    const std::optional<page::DownloadTable> table = page::download_table(data, state);
    if (!table) return std::nullopt;
    return csv_file(page::download_name(data, state), exporting::csv(head_of(table->head), table->rows));
}

}  // namespace atlas::app

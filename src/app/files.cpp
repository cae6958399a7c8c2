#include "app/files.h"

#include "export/crop.h"
#include "export/csv.h"
#include "page/downloads.h"

namespace atlas::app {

std::optional<File> file_of(const page::Data& data, const view::ViewState& state, const scene::Scene& scene,
                            std::string_view target) {
    constexpr std::string_view svg = "svg:";
    const std::vector<std::string> name = page::download_name(data, state);
    if (target.substr(0, svg.size()) == svg) {
        std::optional<std::string> bytes = exporting::chart_svg(scene, target.substr(svg.size()));
        if (!bytes) return std::nullopt;
        return File{exporting::file_name(name, ".svg"), "image/svg+xml", std::move(*bytes)};
    }
    if (target != "csv") return std::nullopt;
    const std::optional<page::DownloadTable> table = page::download_table(data, state);
    if (!table) return std::nullopt;
    exporting::CsvHead head;
    for (const page::DownloadTable::Line& line : table->head) head.lines.push_back({line.label, line.value});
    return File{exporting::file_name(name, ".csv"), "text/csv;charset=utf-8", exporting::csv(head, table->rows)};
}

}  // namespace atlas::app

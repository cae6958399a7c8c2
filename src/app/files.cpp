#include "app/files.h"

#include "app/own_decks.h"
#include "export/crop.h"
#include "export/csv.h"
#include "export/svg.h"
#include "page/briefing.h"
#include "page/downloads.h"
#include "page/map_files.h"

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
    if (state.page == Page::kpi || state.page == Page::kpis || state.page == Page::trend || state.page == Page::map)
        return "";
    return std::string(node.substr(0, node.rfind(':')));
}

}  // namespace

std::optional<File> file_of(const page::Data& data, const view::ViewState& state, const ui::Environment& environment,
                            const TextMeasure& measure, std::string_view target) {
    const std::string_view kind = target.substr(0, target.find(':'));
    if (kind.size() < target.size() && (kind == "svg" || kind == "png")) {
        const std::string_view node = target.substr(kind.size() + 1);
        const bool is_map = state.page == view::Page::map && node == page::map_picture;
        ui::Environment paper = environment;
        paper.on_paper = true;
        std::optional<scene::Scene> alone = is_map ? page::map_sheet(data, state, measure)
                                                   : exporting::crop(page::build(data, state, paper, measure), node);
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

namespace {

using What = view::ViewState::Saved::What;

/// Every sheet as a picture with its words, for the printer: a section that begins on a new page.
std::string printed(const std::vector<page::Sheet>& sheets) {
    std::string html;
    for (size_t i = 0; i < sheets.size(); ++i) {
        exporting::SvgOptions options;
        options.id_prefix = "s" + std::to_string(i) + "-";
        html.append(sheets[i].is_note ? "<section class=\"sheet note\">" : "<section class=\"sheet\">")
            .append(exporting::to_svg(sheets[i].scene, options))
            .append("</section>\n");
    }
    return html;
}

void hand_out_deck(const Handing& h, const std::string& id, bool with_notes, const std::string& group) {
    const model::Briefing* deck = h.data.briefings ? h.data.briefings->find(id) : nullptr;
    if (!deck || !h.data.policy) return;
    const std::vector<page::Sheet> sheets = page::deck_sheets(h.data, *deck, h.state.lang, h.measure, with_notes);
    if (!h.make_pdf) return h.host.print(printed(sheets));
    std::vector<exporting::PdfPage> pages;
    for (const page::Sheet& sheet : sheets) pages.push_back({&sheet.scene, false});
    const std::string& edition = h.data.policy->edition.edition;
    const Result<std::string> bytes =
        h.make_pdf(pages, h.state.lang == Lang::en ? deck->title_en : deck->title, edition);
    const std::string name = exporting::file_name({"sosei-atlas", deck->id, edition}, ".pdf");
    const std::string where = bytes ? h.host.save_file(name, "application/pdf", *bytes) : std::string();
    h.tell({where.empty() ? What::no_file : What::file, where.empty() ? name : where, group});
}

/// A deck as the file that opens it again; `is_raw`: what the device holds of one that cannot be read.
void hand_out_text(const Handing& h, const std::string& id, bool is_raw, const std::string& group) {
    const model::Briefing* deck = h.data.briefings ? h.data.briefings->find(id) : nullptr;
    if (!deck && !is_raw) return;
    const std::string name = exporting::file_name({id}, ".json");
    const std::string bytes = is_raw ? kept_deck(h.host, id) : model::deck_text(*deck);
    const std::string where = h.host.save_file(name, "application/json", bytes);
    h.tell({where.empty() ? What::no_file : What::file, where.empty() ? name : where, group});
}

}  // namespace

void hand_out(const Handing& h, const Action& action) {
    constexpr std::string_view slides = "deck:", with_notes = "deck-notes:";
    for (const std::string_view kind : {slides, with_notes})
        if (action.target.compare(0, kind.size(), kind) == 0)
            return hand_out_deck(h, action.target.substr(kind.size()), kind == with_notes, action.text);
    constexpr std::string_view as_text = "deck-file:", as_kept = "deck-kept:";
    for (const std::string_view kind : {as_text, as_kept})
        if (action.target.compare(0, kind.size(), kind) == 0)
            return hand_out_text(h, action.target.substr(kind.size()), kind == as_kept, action.text);
    const std::optional<File> file = file_of(h.data, h.state, h.environment, h.measure, action.target);
    if (!file) return;
    if (file->picture) {
        const scene::Scene& picture = *file->picture;
        const auto paint = [&](int width, int height, float dpr) { h.paint(picture, width, height, dpr); };
        return h.host.save_picture(
            {file->name, file->bytes, picture.size, paint},
            [tell = h.tell, name = file->name, group = action.text](const std::string& where) {
                tell({where.empty() ? What::no_picture : What::file, where.empty() ? name : where, group});
            });
    }
    const std::string where = h.host.save_file(file->name, file->mime, file->bytes);
    h.tell({where.empty() ? What::no_file : What::file, where.empty() ? file->name : where, action.text});
}

}  // namespace atlas::app

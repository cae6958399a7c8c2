// The files that a page hands out: which figures stand in them, what they are called, and the buttons that ask for them. Their
// bytes are made in app/files.h, a PNG by the platform (Host::save_picture).
#pragma once
#include "page/page.h"

namespace atlas::page {

struct DownloadTable {
    struct Line {
        std::string label, value;
    };
    std::vector<Line> head;                      ///< place, indicator, unit, edition, source …
    std::vector<std::vector<std::string>> rows;  ///< column heads first; figures as text::number writes them
};
/// The figures behind the page in `state`: the KPIs that the board shows in its order, the observations of a KPI or of a trend, or
/// of all trends. Unset for other pages and before their data are there.
std::optional<DownloadTable> download_table(const Data& data, const view::ViewState& state);
/// What stands above the figures of a chart that has no table of its own above: title, 出典, place and edition.
std::vector<DownloadTable::Line> chart_head(const Words& words, const Data& data, const std::string& title,
                                            const std::string& source);
/// What the file is called, in parts: {"sosei-atlas", "kpi", "inbound-visitors", "2026-11-22"}; `chart` as DownloadSpec's.
std::vector<std::string> download_name(const Data& data, const view::ViewState& state, std::string_view chart = "");

/// "csv" (or, for a chart of many on its page, "table:<chart>"), with a picture "svg:<node>" and "png:<node>", the link to
/// this view, and the way of this view into a deck, as buttons.
struct DownloadSpec {
    Word csv = Word::download_csv, svg = Word::download_svg;
    std::string picture;  ///< the node that the pictures are cut from; empty: none is offered
    std::string chart;    ///< its id and that of the group of buttons; empty: the figures are those of download_table
    std::string title;    ///< of the chart, to tell its group from the others on the page
    bool is_folded = false;  ///< behind one button at every width: where many charts stand side by side
};
/// The buttons of one chart among others: figures, pictures and link of the chart `id`.
DownloadSpec chart_downloads(const std::string& id, const std::string& title);
/// Those of the page's own table, with its one picture.
inline DownloadSpec page_downloads(std::string picture) {
    DownloadSpec spec;
    spec.picture = std::move(picture);
    return spec;
}
/// The buttons side by side, beside that of the chart's table where there is room, below each other where they do not fit, on phones
/// behind one. Returns the height.
float download_buttons(Context& ctx, Vec2 top_left, float width_px, const DownloadSpec& spec);
/// What has just been saved by these buttons, and where; nothing before. Returns the height.
float download_status(Context& ctx, Vec2 top_left, float width_px, const DownloadSpec& spec = {});
/// Buttons and status of one chart, where the chart has drawn something. Returns the height.
float draw_chart_downloads(Context& ctx, Vec2 top_left, float width_px, const std::string& chart, bool folded = false);

}  // namespace atlas::page

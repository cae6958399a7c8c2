// The bytes of what a page hands out: its figures as CSV, one of its charts as SVG or, where the platform can, as PNG.
#pragma once
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "export/pdf.h"
#include "page/page.h"
#include "platform/host.h"

namespace atlas::app {

struct File {
    std::string name, mime, bytes;
    std::optional<scene::Scene> picture{};  ///< a PNG is wanted of this; `bytes` are its SVG
};
/// `target` is that of Action::Kind::download: "csv", "table:" and a chart, "svg:" or "png:" and a node of the page in `state`. Unset
/// when the page has no such thing.
std::optional<File> file_of(const page::Data& data, const view::ViewState& state, const ui::Environment& environment,
                            const TextMeasure& measure, std::string_view target);

/// What a program without cairo has not: a browser prints instead.
using MakePdf = std::function<Result<std::string>(const std::vector<exporting::PdfPage>& pages,
                                                  const std::string& title, const std::string& date)>;
struct Handing {
    platform::Host& host;
    const page::Data& data;
    const view::ViewState& state;
    const ui::Environment& environment;
    const TextMeasure& measure;
    const MakePdf& make_pdf;
    std::function<void(const scene::Scene&, int width, int height, float dpr)> paint;
    std::function<void(view::ViewState::Saved)> tell;  ///< also after this call
};
/// Makes what an Action::Kind::download asks for and hands it to the person; besides what file_of knows "deck:ID" and "deck-notes:ID", a deck
/// as PDF or on paper, "deck-file:ID", the deck as the file that opens it again, and "deck-kept:ID", what the device holds of one that cannot be
/// read.
void hand_out(const Handing& handing, const Action& action);

}  // namespace atlas::app

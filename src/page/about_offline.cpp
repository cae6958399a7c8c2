// Without a network: who signed a single-file edition, how a browser prepares for it, what a desktop has with it, and the way to a
// phone.
#include <algorithm>

#include "page/about_parts.h"
#include "ui/controls.h"
#include "ui/qr_code.h"

namespace atlas::page {

using ui::Ui;
namespace style = ui::style;

namespace {

constexpr float text_px = 720, code_px = 200;

/// Of each: what is wrong, where, and what to do.
void draw_refusal(ui::Flow& flow, Context& ctx, const Problems& problems) {
    const Words& words = ctx.ui.words;
    const bool english = words.lang() != Lang::ja;
    for (const Problem& problem : problems) {
        const std::string& what = english && !problem.what_en.empty() ? problem.what_en : problem.what;
        const std::string& remedy = english && !problem.remedy_en.empty() ? problem.remedy_en : problem.remedy;
        flow.paragraph(what, ui::with_color(style::bold, ui::ink::error));
        flow.paragraph(problem.at.empty() ? words(Word::load_file, {{"file", problem.file}})
                                          : words(Word::load_file_at, {{"file", problem.file}, {"at", problem.at}}));
        flow.paragraph(words(Word::load_remedy, {{"remedy", remedy}}));
    }
}

void add_button(ui::Flow& flow, const char* id, std::string label, Action action) {
    ui::ButtonSpec spec;
    spec.id = id, spec.label = std::move(label), spec.action = std::move(action);
    const float w = std::min(flow.width, ui::button_width(flow.ui, spec.label));
    ui::button(flow.ui, {flow.x, flow.y, w, ui::target_px}, std::move(spec));
    flow.y += ui::target_px;
}

/// How a single-file edition comes here. A kiosk, whose window takes none, is touched.
void draw_way_in(ui::Flow& flow, Context& ctx) {
    const Words& words = ctx.ui.words;
    const bool in_browser = ctx.ui.env.native_fields;
    if (!in_browser && ctx.ui.env.touch) return;
    flow.space(24);
    flow.heading(words(Word::seal_open_title), 3, style::section, "edition");
    flow.space(8);
    // The desktop has no dialog of its own: files are dropped there, or named on the command line.
    if (!in_browser) return flow.paragraph(words(Word::seal_drop_text), style::body, "offline:edition-text");
    flow.paragraph(words(Word::seal_open_text), style::body, "offline:edition-text");
    flow.space(12);
    add_button(flow, "offline:edition-open", words(Word::seal_open), {Action::Kind::open_file, {}, {}, 0});
}

}  // namespace

float about_seal(Context& ctx, float y) {
    const Words& words = ctx.ui.words;
    ui::Flow flow{ctx.ui, ctx.left, y, std::min(ctx.width, text_px)};
    if (const Seal* refused = ctx.data.refused.get()) {
        flow.heading(words(Word::seal_refused, {{"file", refused->file}}), 2, style::heading, "seal:refused");
        flow.space(12);
        draw_refusal(flow, ctx, refused->problems);
        if (ctx.data.policy) flow.paragraph(words(Word::seal_refused_stays), style::body, "seal:stays");
    }
    if (!ctx.data.seal) return flow.y;
    const Seal& seal = *ctx.data.seal;
    if (ctx.data.refused) flow.space(40);
    flow.heading(words(Word::seal_heading), 2, style::heading, "seal");
    flow.space(12);
    flow.paragraph(words(Word::seal_file, {{"file", seal.file}, {"edition", seal.edition}, {"n", seal.files}}),
                   style::body, "seal:file");
    if (seal.fingerprint.empty())
        flow.paragraph(words(Word::seal_unsigned), style::bold, "seal:signer");
    else if (seal.is_known)
        flow.paragraph(words(Word::seal_known, {{"signer", seal.signer}, {"key", seal.fingerprint}}), style::body,
                       "seal:signer");
    else
        flow.paragraph(words(Word::seal_unknown, {{"signer", seal.signer}, {"key", seal.fingerprint}}), style::bold,
                       "seal:signer");
    flow.paragraph(words(Word::seal_intact), style::body, "seal:intact");
    if (!ctx.data.is_replaced) return flow.y;
    flow.space(8);
    flow.paragraph(words(Word::seal_in_place), style::body, "seal:in-place");
    flow.space(12);
    add_button(flow, "seal:close", words(Word::seal_close), {Action::Kind::close_file, close_edition, {}, 0});
    return flow.y;
}

float about_offline(Context& ctx, float y) {
    Ui& ui = ctx.ui;
    ui::Flow flow{ui, ctx.left, y, std::min(ctx.width, text_px)};
    const bool in_browser = ui.env.native_fields;
    if (in_browser) {
        flow.paragraph(ui.words(Word::about_offline_text), style::body, "offline:text");
        // A page of its own beside the application: web/offline.html.
        ui::link(ui, "offline:open", {flow.x, flow.y + 28}, ui.words(Word::about_offline_open),
                 ui.words.lang() == Lang::ja ? "offline.html" : "offline.en.html");
        flow.space(48);
    } else
        flow.paragraph(ui.words(Word::about_offline_desktop), style::body, "offline:text");
    draw_way_in(flow, ctx);
    if (ctx.data.public_url.empty()) return flow.y;
    flow.space(24);
    flow.heading(ui.words(Word::about_offline_phone), 3, style::section, "offline:phone");
    flow.space(8);
    const std::string address = ctx.data.public_url + (ui.words.lang() == Lang::ja ? "" : "#/en");
    ui::qr_code(ui, {flow.x, flow.y, code_px, code_px}, address, ui.words(Word::about_offline_here), "offline:qr");
    flow.space(code_px);
    flow.space(ui.glyph_block({flow.x, flow.y}, flow.width, address, style::note));  // the image's name says it
    return flow.y;
}

}  // namespace atlas::page

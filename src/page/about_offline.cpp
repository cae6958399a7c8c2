// Without a network: how a browser prepares for it, what a desktop has with it, who signed a single-file edition, and the way
// to a phone.
#include <algorithm>

#include "page/about_parts.h"
#include "ui/controls.h"
#include "ui/qr_code.h"

namespace atlas::page {

using ui::Ui;
namespace style = ui::style;

namespace {

constexpr float text_px = 720, code_px = 200;

void draw_seal(ui::Flow& flow, Context& ctx, const Seal& seal) {
    const Words& words = ctx.ui.words;
    flow.space(24);
    flow.heading(words(Word::seal_heading), 3, style::section, "seal");
    flow.space(8);
    flow.paragraph(words(Word::seal_file, {{"file", seal.file}, {"edition", seal.edition}, {"n", seal.files}}),
                   style::body, "seal:file");
    if (seal.fingerprint.empty()) {
        flow.paragraph(words(Word::seal_unsigned), style::bold, "seal:signer");
        return;
    }
    const std::initializer_list<Fill> who = {{"signer", seal.signer}, {"key", seal.fingerprint}};
    flow.paragraph(seal.is_known ? words(Word::seal_known, who) : words(Word::seal_unknown, who),
                   seal.is_known ? style::body : style::bold, "seal:signer");
    flow.paragraph(words(Word::seal_intact), style::body, "seal:intact");
}

}  // namespace

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
    if (ctx.data.seal) draw_seal(flow, ctx, *ctx.data.seal);
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

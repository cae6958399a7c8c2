// About the site: method, sources, licences, accessibility, version and contact.
#include "page/about_parts.h"
#include "page/page.h"
#include "ui/controls.h"

namespace atlas::page {

using model::BundleName;
using scene::Node;
using scene::Role;
using ui::Ui;
namespace style = ui::style;

namespace {

constexpr float text_px = 720;

/// Sentences as a list with dashes. Returns the y where it ended.
float draw_points(Context& ctx, const char* id, Word name, float y, std::initializer_list<Word> points) {
    Ui& ui = ctx.ui;
    Node list;
    list.id = id, list.role = Role::list, list.name = ui.words(name);
    Ui::Scope scope(ui, std::move(list));
    int index = 0;
    const float width = std::min(ctx.width, text_px) - 20;
    for (const Word word : points) {
        const char* point = ui.words(word);
        ui.rect({ctx.left, y + 13, 8, 2}, ui::ink::text);
        Node item;
        item.id = std::string(id) + ":" + std::to_string(++index), item.role = Role::listitem, item.name = point;
        const float h = ui.glyph_block({ctx.left + 20, y}, width, point, style::body);
        item.rect = {ctx.left, y, width + 20, h};
        ui.add(std::move(item));
        y += h + 6;
    }
    return y;
}

void begin_chapter(ui::Flow& flow, Context& ctx, Word title, const char* id) {
    flow.space(56);
    ctx.ui.hline(ctx.left, ctx.left + ctx.width, flow.y);
    flow.space(40);
    flow.heading(ctx.ui.words(title), 2, style::heading, id);
    flow.space(12);
}

void draw_sources(ui::Flow& flow, Context& ctx) {
    begin_chapter(flow, ctx, Word::about_sources, "about:sources");
    flow.paragraph(ctx.ui.words(Word::about_sources_text));
    flow.space(24);
    ctx.bottom = flow.y;
    flow.y = require(ctx, {BundleName::policy}) ? about_sources(ctx, flow.y) : ctx.bottom;
}

void draw_licences(ui::Flow& flow, Context& ctx) {
    begin_chapter(flow, ctx, Word::about_licence, "about:licence");
    const bool natural_earth = ctx.data.map_source == "natural-earth";
    flow.y = draw_points(ctx, "licences", Word::about_licence, flow.y,
                         {Word::about_licence_program, Word::about_licence_data,
                          natural_earth ? Word::about_licence_natural_earth : Word::about_licence_n03,
                          Word::about_licence_fonts, Word::about_licence_design});
    flow.space(8);
    flow.paragraph(ctx.ui.words(Word::about_not_official));
}

void draw_accessibility(ui::Flow& flow, Context& ctx) {
    const Words& words = ctx.ui.words;
    begin_chapter(flow, ctx, Word::about_accessibility, "about:accessibility");
    flow.paragraph(words(Word::about_accessibility_text));
    flow.space(24);
    flow.heading(words(Word::about_done), 3, style::section);
    flow.space(8);
    flow.y = draw_points(ctx, "a11y:done", Word::about_done, flow.y,
                         {Word::about_done_keyboard, Word::about_done_reader, Word::about_done_colour,
                          Word::about_done_contrast, Word::about_done_narrow});
    flow.space(24);
    flow.heading(words(Word::about_open), 3, style::section);
    flow.space(8);
    flow.y = draw_points(
        ctx, "a11y:open", Word::about_open, flow.y,
        {Word::about_open_check, Word::about_open_choices, Word::about_open_english, Word::about_open_tables});
}

void draw_offline(ui::Flow& flow, Context& ctx) {
    begin_chapter(flow, ctx, Word::about_offline, "about:offline");
    flow.y = about_offline(ctx, flow.y);
}

void draw_version(ui::Flow& flow, Context& ctx) {
    const Words& words = ctx.ui.words;
    begin_chapter(flow, ctx, Word::about_version, "about:version");
    if (!ctx.data.build_version.empty())
        flow.paragraph(words(Word::about_build_version, {{"version", ctx.data.build_version}}), style::body,
                       "about:build-version");
    if (ctx.data.policy) {
        const model::Edition& edition = ctx.data.policy->edition;
        flow.paragraph(words(Word::about_edition, {{"edition", edition.edition}}), style::body, "about:edition");
        flow.space(8);
        if (words.lang() != Lang::ja) flow.paragraph(words(Word::about_edition_note), style::note);
        flow.paragraph(edition.note, style::soft);
    }
    flow.space(24);
    flow.heading(words(Word::about_mistakes), 3, style::section);
    flow.space(8);
    flow.paragraph(words(Word::about_mistakes_text));
}

void draw_briefings(ui::Flow& flow, Context& ctx) {
    const Words& words = ctx.ui.words;
    begin_chapter(flow, ctx, Word::briefing_title, "about:briefing");
    flow.paragraph(words(Word::briefing_lead));
    ui::arrow_link(ctx.ui, "about:to-briefing", {flow.x, flow.y + 28}, words(Word::briefing_title), "/briefing");
    flow.space(ui::target_px);
}

}  // namespace

void about(Context& ctx) {
    Ui& ui = ctx.ui;
    ui.scene.title = ui.words(Word::nav_about);
    ui.scene.description = ui.words(Word::about_description);
    ui::Flow flow{ui, ctx.left, ctx.top, std::min(ctx.width, text_px)};
    flow.heading(ui.words(Word::nav_about), 1, ui.phone() ? style::page : style::page_large);
    flow.space(16);
    flow.paragraph(ui.words(Word::about_lead), style::lead);
    if (ctx.data.seal || ctx.data.refused) flow.y = about_seal(ctx, flow.y + 40);
    flow.space(48);
    flow.y = about_method(ctx, flow.y);
    draw_sources(flow, ctx);
    draw_licences(flow, ctx);
    draw_accessibility(flow, ctx);
    draw_briefings(flow, ctx);
    draw_offline(flow, ctx);
    draw_version(flow, ctx);
    ctx.bottom = flow.y;
}

}  // namespace atlas::page

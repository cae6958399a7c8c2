// Every source that the data comes from, with the line that must stand beside it.
#include "page/about_parts.h"
#include "text/text.h"
#include "ui/controls.h"

namespace atlas::page {

using scene::Node;
using scene::Role;
using ui::Ui;
namespace style = ui::style;

namespace {

float draw_source(Ui& ui, const model::Source& source, float x, float y, float width) {
    const float top = y;
    const std::string id = "source:" + source.id;
    Node item;
    item.id = id, item.role = Role::listitem;
    Ui::Scope scope(ui, std::move(item));
    y += ui::paragraph(ui, {x, y}, width, source.title, style::bold) + 2;
    const std::string date = source.date.empty() ? "" : text::date(ui.words, source.date);
    const std::string publisher =
        date.empty() ? source.publisher
                     : ui.words(Word::about_source_by, {{"publisher", source.publisher}, {"date", date}});
    y += ui::paragraph(ui, {x, y}, width, publisher, style::note);
    y += ui::labelled(ui, {x, y}, width, Word::about_source_licence, source.licence, style::note);
    y += ui::paragraph(ui, {x, y}, width, source.attribution, ui::with_color(style::note, ui::ink::text));
    if (!source.url.empty()) {
        ui::link(ui, id + "/link", {x, y + 20}, ui.words(Word::about_source_open), source.url, style::note);
        y += 30;
    }
    return y - top;
}

}  // namespace

float about_sources(Context& ctx, float y) {
    Ui& ui = ctx.ui;
    const float x = ctx.left, gap = 48;
    const bool two = ctx.width >= 800;
    const float column = two ? (ctx.width - gap) / 2 : ctx.width;
    Node list;
    list.id = "sources", list.role = Role::list, list.name = ui.words(Word::about_sources);
    Ui::Scope scope(ui, std::move(list));
    const std::vector<model::Source>& sources = ctx.data.policy->sources;
    for (size_t i = 0; i < sources.size(); i += two ? 2 : 1) {
        ui.hline(x, x + ctx.width, y);
        y += 16;
        float h = draw_source(ui, sources[i], x, y, column);
        if (two && i + 1 < sources.size())
            h = std::max(h, draw_source(ui, sources[i + 1], x + column + gap, y, column));
        y += h + 16;
    }
    return y;
}

}  // namespace atlas::page

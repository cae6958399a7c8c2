// Small parts that the stage, the presenter's view and the page of the decks share.
#pragma once
#include <string>

#include "core/strings.h"
#include "page/page.h"
#include "text/text.h"
#include "ui/ui.h"
#include "view/view.h"

namespace atlas::page {

/// A deck's text: the Japanese one where there is no English.
inline const std::string& in_language(Lang lang, const std::string& ja, const std::string& en) {
    return lang == Lang::en && !en.empty() ? en : ja;
}
/// What is said to a slide has one language only: whether it is not that of the page, so that the page says so.
inline bool is_note_foreign(Lang lang, const std::string& note) { return lang == Lang::en && has_japanese(note); }
/// The address of the view on the stage, for phones in the hall; always `rect`, so that every slide has it in the same place.
void stage_qr(ui::Ui& ui, const Rect& rect, const std::string& public_url, const std::string& route);
/// The stage as `state` shows it, as a picture in `rect`: marks without anything to operate, and one node that says what it is.
void stage_picture(ui::Ui& ui, const Data& data, const view::ViewState& state, const Rect& rect, std::string id,
                   std::string name);
/// Where a legend of `size` stands in `area` of a map's `page`: its lower left corner, in the Sea of Japan, where no land, inset or button
/// lies; else the middle of the highest gap at its right edge, in the Pacific. The lower left corner again where neither is free.
Vec2 legend_place(const scene::Scene& page, const Rect& area, Vec2 size);
/// Laser pointer and pen, over a picture of the stage in `stage`.
void draw_pointing(ui::Ui& ui, const Rect& stage, const view::Presenting& presenting);
/// The keys on a sheet over the stage, with the ways out.
void draw_help(ui::Ui& ui);
/// "12:04"; of less than an hour.
std::string minutes_text(double ms);

}  // namespace atlas::page

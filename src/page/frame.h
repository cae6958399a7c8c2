// What surrounds every page: top bar, tab bar on phones, footer; and the width of the content between them.
#pragma once
#include "page/page.h"

namespace atlas::page {

float top_bar_px(const ui::Ui& ui);      ///< 64, on phones 56, in projector mode 0
float tab_bar_px(const ui::Ui& ui);      ///< 0, on phones 56 + safe area; 0 in windows too low for a bar that stays
float page_margin_px(const ui::Ui& ui);  ///< 16 / 32 / 64

/// Skip link and bars in the chrome layer, with landmarks banner and navigation.
void draw_bars(Context& ctx);
/// 出典, edition, accessibility, licence; at ctx.bottom. Sets the document height. A page that fills the window (the map)
/// sets scene.document_height itself and gets no footer.
void draw_footer(Context& ctx);
/// Under the date of the edition: that the data are those of a file, with the way to what is said of it. Returns the height.
float draw_from_file(Context& ctx, Vec2 at, float width_px);
/// In such a low window the tabs stand at the end of the document, behind its footer.
void draw_tabs_at_end(Context& ctx);
/// The five marks as a small emblem, about 2 × radius_px wide.
void draw_emblem(ui::Ui& ui, Vec2 center, float radius_px);
/// At ctx.top, which it moves: the page is Japanese because the words of another language did not arrive.
void draw_words_problem(Context& ctx);
/// Problems for a reader: where, what, what to do; of many the first ones.
std::string told(const Words& words, const Problems& problems);
/// "目標の進み具合" …: what a page is called where nothing more precise is known yet.
Word page_name(view::Page page);

/// Id of the link to this view in the other language: the only one that leaves the page's language.
inline constexpr const char* language_link = "nav:language";

}  // namespace atlas::page

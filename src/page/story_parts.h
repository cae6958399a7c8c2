// What the story and KPI pages share: cards, links of several lines, and words for places and sources.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "model/records.h"
#include "page/page.h"
#include "ui/controls.h"

namespace atlas::page {

/// "島根県海士町：住民が計画づくりに参画": what a story is called where only one line is there for it.
std::string story_title(const Words& words, const model::Story& story, const model::Places* places);

/// Official titles keep their Japanese quotation marks in every language.
std::string quoted_title(const model::Source& source);
/// "「地方創生をめぐる最近の動向」（内閣官房…、2025-11-11）19ページ、…": as much of it as the reference has.
std::string source_text(const Words& words, const model::Policy* policy, const model::SourceRef& source);

/// A typographic card: place, title, two lines of text, elements joined by ×; one link. All cards of a row share a height.
float story_card_height(const ui::Ui& ui, float width_px, const model::Story& story, const model::Places* places,
                        bool place_line = false);
void story_card(ui::Ui& ui, std::string id, Rect rect, const model::Story& story, const model::Places* places,
                bool place_line = false);
/// Cards in one, two or three columns as a list. `id_prefix` keeps ids apart when a story occurs twice. Returns the height.
float story_cards(ui::Ui& ui, std::string list_id, std::string_view name, Vec2 top_left, float width_px,
                  const std::vector<const model::Story*>& stories, const model::Places* places,
                  std::string_view id_prefix = "story:");

/// A text link of as many lines as it needs, each underlined. Returns the height.
float block_link(ui::Ui& ui, std::string id, Vec2 top_left, float width_px, std::string_view text, std::string href,
                 ui::TextStyle style = ui::style::body);
/// "‹ 一覧へ": back to the list, 44 px high. Returns the height.
float back_link(ui::Ui& ui, std::string id, Vec2 top_left, std::string_view text, std::string href);
/// Pillar mark and name, a link to the pillar. Returns the height.
float pillar_link(ui::Ui& ui, std::string id, Vec2 top_left, const model::Pillar& pillar);
/// On phones a button that shows and hides what comes next; elsewhere nothing, and nothing is folded.
struct Fold {
    bool folded = false;
    float height = 0;
};
/// The button that does it, wherever it stands. Returns whether it is open.
bool fold_button(ui::Ui& ui, const std::string& name, std::string_view label, Rect rect, ui::Icon icon);
Fold fold_toggle(Context& ctx, const std::string& name, std::string_view label, Vec2 top_left,
                 ui::Icon icon = ui::Icon::filter);
/// A small bold term above its text; nothing when the text is empty. Returns the height.
float term(ui::Ui& ui, Vec2 top_left, float width_px, std::string_view name, std::string_view text);

}  // namespace atlas::page

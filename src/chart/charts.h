// The charts of this edition: each draws into a rectangle of the scene and emits its semantics — title, one-sentence
// summary made from the data, and marks with names and values.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "model/progress.h"
#include "model/records.h"
#include "ui/ui.h"

namespace atlas::chart {

// — status: icon + word + colour, never colour alone —

/// Icon, colour (≥ 3:1 on white) and, for words, a darker one (≥ 4.5:1).
struct StatusStyle {
    Color color;
    Color text_color;
    ui::Icon icon;
};
StatusStyle status_style(model::Status status);

/// Keys of the KPI filter (ViewState::status, "?s=" in the address): the six states, then the four kinds of "cannot be
/// judged": achieved, on_course, accelerate, behind, reversing, not_judged, baseline_pending, no_actual, too_little_data,
/// qualitative.
const std::vector<std::string_view>& status_keys();
const char* status_key(model::Status status);
const char* gap_key(model::Gap gap);  ///< "" for Gap::none
/// Does a KPI of this progress pass the filter `key`? An empty or unknown key lets everything pass; "not_judged" lets all four gaps pass.
bool passes_status(const model::Progress& progress, std::string_view key);
/// "順調" and "実績未確認" in the page's language, "" for Gap::none; what the gap means in a sentence.
const char* status_word(const Words& words, model::Status status);
const char* gap_word(const Words& words, model::Gap gap);
const char* gap_meaning(const Words& words, model::Gap gap);
/// "順調", or for what cannot be judged "判定不可（実績未確認）".
std::string status_text(const Words& words, const model::Progress& progress);

/// Icon + word in the status colour, quiet; the gap's word beside it, or on a line below where `width_px` is too narrow for both.
/// `at` is the first baseline. Returns how much lower the last one is: 0 or status_line_px. Marks and a text node.
float status_label(ui::Ui& ui, Vec2 at, float width_px, const model::Progress& progress, std::string id = "");
inline constexpr float status_line_px = 20;

/// One proportional bar of all KPIs by status with direct labels (count and word), the unjudged as prominent as the rest.
struct StatusShare {
    model::Status status;
    int count = 0;
    std::string href;  ///< to the filtered KPI list
};
/// Returns the height taken. `id` prefixes the node ids: "<id>:on_course".
float status_strip(ui::Ui& ui, std::string id, Vec2 top_left, float width_px, const std::vector<StatusShare>& shares);

// — figures in words —

/// "1,463人増えました", for shares "2.5ポイント上がりました"; "up by 1,463 people".
std::string change_text(const Words& words, double change, int decimals, std::string_view unit);
/// "2025年", "2024年度", "2025年6月"; "2025", "FY2024", "June 2025".
std::string when_text(const Words& words, const model::Observation& observation);
/// "報道による値", "速報値" …, joined with "・"; empty for a final value from the official statistics.
std::string caution_text(const Words& words, const model::Observation& observation);
/// The official wording; in English what its figures say ("60 million people by 2030"), and the official wording where they say nothing.
std::string target_text(const Words& words, const model::KpiTarget& target);

// — charts —

/// Bullet bar on a common scale of 0–100 % of the way from baseline to target: bar = latest, tick = required today, end mark = target.
/// Without a share it draws nothing and says so in words. Height 24.
void bullet_bar(ui::Ui& ui, std::string id, Rect rect, const model::Kpi& kpi, const model::Progress& progress);

/// Why there is no bar, in words: "毎年の目標のため、年ごとに判定します".
std::string no_bar_text(const Words& words, const model::Kpi& kpi, const model::Progress& progress);

/// Tiny line without axes for rows. Marks only; nothing for fewer than two points.
void sparkline(ui::Ui& ui, Rect rect, const model::Series& series, Color color);

}  // namespace atlas::chart

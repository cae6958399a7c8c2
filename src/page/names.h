// What records are called in the page's language: their English name where there is one, else the Japanese one (the node
// is then marked as Japanese, see scene::mark_languages).
#pragma once
#include <string>

#include "core/lang.h"
#include "model/progress.h"
#include "model/records.h"

namespace atlas::model {
struct Trend;
}

namespace atlas::page {

std::string name_of(const Words& words, const model::Pillar& pillar);
std::string short_name_of(const Words& words, const model::Pillar& pillar);
/// The name for lists and titles: the short one, in English the English one. Kpi::name is the official one.
std::string name_of(const Words& words, const model::Kpi& kpi);
std::string name_of(const Words& words, const model::Indicator& indicator);
std::string name_of(const Words& words, const model::Trend& trend);
std::string name_of(const Words& words, const model::Prefecture& prefecture);
/// A regional block by its Japanese name: 四国 or "Shikoku". Unknown ones stay as they are.
std::string_view block_name(const Words& words, std::string_view block);
/// What a stated target counts: its label, in English the name of the KPI that stands for it.
std::string label_of(const Words& words, const model::StatedTarget& target, const model::Kpis* kpis);

/// A story's place, taken apart for typography: "島根県海士町" → "島根県" and "海士町"; "鳥取県" → "" and "鳥取県". In English
/// "Shimane" and "Ama", where the place is just that municipality or prefecture; else the Japanese words.
struct PlaceName {
    std::string prefecture, rest;
};
PlaceName split_place(const Words& words, const model::Story& story, const model::Places* places);
/// The same in one: "島根県海士町", "Ama, Shimane".
std::string place_of(const Words& words, const model::Story& story, const model::Places* places);

/// The rule of the progress method that was used, in words; empty when none was.
std::string rule_of(const Words& words, const model::Progress& progress);
/// Why a KPI has its state, in one sentence: the judgement's own, in English one made from its figures.
std::string reason_of(const Words& words, const model::Kpi& kpi, const model::Progress& progress);

}  // namespace atlas::page

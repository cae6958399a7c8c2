#include "page/names.h"

#include <cmath>

#include "chart/charts.h"
#include "model/background.h"
#include "model/lookup.h"
#include "text/text.h"

namespace atlas::page {
namespace {

const std::string& either(const Words& words, const std::string& japanese, const std::string& english) {
    return words.lang() == Lang::en && !english.empty() ? english : japanese;
}

const model::Prefecture* only_prefecture(const model::Story& story, const model::Places* places) {
    if (!places || story.prefectures.size() != 1) return nullptr;
    return model::find_prefecture(*places, story.prefectures.front());
}

/// "Ama" for 島根県海士町, "Obama, Wakasa" for 福井県小浜市・若狭町; empty where the place is not just these municipalities.
std::string municipalities_in_english(const Words& words, const model::Story& story,
                                      const model::Prefecture& prefecture, const model::Places& places) {
    constexpr Words japanese;
    std::vector<std::string> names, romaji;
    for (const std::string& code : story.municipalities)
        if (const model::Municipality* municipality = model::find_municipality(places, code))
            names.push_back(municipality->name), romaji.push_back(municipality->romaji);
    const bool is_all = prefecture.name + text::listed(japanese, names, Word::text_dot) == story.place;
    return is_all ? text::listed(words, romaji) : "";
}

PlaceName place_in_english(const Words& words, const model::Story& story, const model::Places* places) {
    const model::Prefecture* prefecture = only_prefecture(story, places);
    if (!prefecture || prefecture->romaji.empty()) return {"", story.place};
    if (story.place == prefecture->name) return {"", prefecture->romaji};
    const std::string municipalities = municipalities_in_english(words, story, *prefecture, *places);
    return {prefecture->romaji, municipalities.empty() ? story.place : municipalities};
}

Word rule_word(const std::string& rule) {
    if (rule == "cumulative") return Word::kpi_rule_cumulative;
    if (rule == "each-year") return Word::kpi_rule_each_year;
    if (rule == "maintain") return Word::kpi_rule_maintain;
    if (rule == "direction") return Word::kpi_rule_direction;
    if (rule == "relative") return Word::kpi_rule_relative;
    if (rule == "multi") return Word::kpi_rule_multi;
    return Word::kpi_rule_level;
}

}  // namespace

std::string name_of(const Words& words, const model::Pillar& pillar) {
    return either(words, pillar.name, pillar.name_en);
}

std::string short_name_of(const Words& words, const model::Pillar& pillar) {
    return either(words, pillar.short_name, pillar.short_name_en.empty() ? pillar.name_en : pillar.short_name_en);
}

std::string name_of(const Words& words, const model::Kpi& kpi) {
    return either(words, kpi.short_name.empty() ? kpi.name : kpi.short_name, kpi.name_en);
}

std::string name_of(const Words& words, const model::Trend& trend) { return either(words, trend.title, trend.name_en); }

std::string name_of(const Words& words, const model::Indicator& indicator) {
    return either(words, indicator.name, indicator.name_en);
}

std::string name_of(const Words& words, const model::Prefecture& prefecture) {
    return either(words, prefecture.name, prefecture.romaji);
}

std::string_view block_name(const Words& words, std::string_view block) {
    constexpr Words japanese;
    for (const Word word : {Word::block_hokkaido, Word::block_tohoku, Word::block_kanto, Word::block_chubu,
                            Word::block_kinki, Word::block_chugoku, Word::block_shikoku, Word::block_kyushu})
        if (block == japanese(word)) return words(word);
    return block;
}

std::string label_of(const Words& words, const model::StatedTarget& target, const model::Kpis* kpis) {
    const model::Kpi* kpi = kpis && !target.kpi.empty() ? model::find_kpi(*kpis, target.kpi) : nullptr;
    return either(words, target.label, kpi ? kpi->name_en : "");
}

PlaceName split_place(const Words& words, const model::Story& story, const model::Places* places) {
    if (words.lang() != Lang::ja) return place_in_english(words, story, places);
    const std::string& place = story.place;
    const model::Prefecture* prefecture = only_prefecture(story, places);
    if (!prefecture) return {"", place};
    const bool leads = place.compare(0, prefecture->name.size(), prefecture->name) == 0;
    if (leads && place.size() > prefecture->name.size())
        return {prefecture->name, place.substr(prefecture->name.size())};
    return {leads ? "" : prefecture->name, place};
}

std::string place_of(const Words& words, const model::Story& story, const model::Places* places) {
    if (words.lang() == Lang::ja) return story.place;
    const PlaceName place = place_in_english(words, story, places);
    return place.rest == story.place ? place.rest : text::listed(words, {place.rest, place.prefecture});
}

std::string rule_of(const Words& words, const model::Progress& progress) {
    return progress.rule.empty() ? "" : words(rule_word(progress.rule));
}

std::string reason_of(const Words& words, const model::Kpi& kpi, const model::Progress& progress) {
    if (words.lang() == Lang::ja) return progress.reason;
    if (progress.gap != model::Gap::none) return chart::gap_meaning(words, progress.gap);
    std::string text;
    const auto percent = [](double share) { return text::number(share * 100, 0) + "%"; };
    if (progress.status == model::Status::achieved)
        text = words(Word::kpi_judged_met);
    else if (progress.share && progress.ratio && std::abs(*progress.ratio) > 1e-6)
        text = words(Word::kpi_judged_way,
                     {{"share", percent(*progress.share)}, {"steady", percent(*progress.share / *progress.ratio)}});
    else
        text = words(Word::kpi_judged_rule, {{"rule", rule_of(words, progress)}});
    if (!kpi.caveat.empty())
        text = words(Word::text_with_note, {{"text", text}, {"note", words(Word::kpis_approximate)}});
    return text;
}

}  // namespace atlas::page

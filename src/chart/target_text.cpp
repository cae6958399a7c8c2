// A target in words: the official wording, or, for readers of English, what its figures say.
#include <algorithm>

#include "chart/charts.h"
#include "core/strings.h"
#include "text/text.h"

namespace atlas::chart {
namespace {

using model::KpiTarget;
using model::TargetKind;

/// The words around "{figure}" in a Japanese pattern: 約, 以上, 超.
bool has_word(const KpiTarget& target, Word pattern) {
    constexpr Words japanese;
    const std::string word = japanese(pattern, {{"figure", ""}});
    const size_t at = target.text.find(word), next = at + word.size();
    if (at == std::string::npos) return false;
    if (pattern != Word::figure_about) return true;
    // 約 before a number says "about"; at the end of 成約 or 契約 it does not.
    size_t before = at - std::min(at, word.size());
    const bool is_own_word = at == 0 || next_code_point(target.text, before) < 0x4E00;
    return is_own_word && next < target.text.size() && target.text[next] >= '0' && target.text[next] <= '9';
}

/// "about 5,000 people", "more than 1 million people": as far as the official wording goes.
std::string figure_text(const Words& words, const KpiTarget& target) {
    std::string figure = text::quantity_text(words, *target.value, target.unit);
    for (const Word pattern : {Word::figure_about, Word::figure_over, Word::figure_at_least, Word::figure_at_most})
        if (has_word(target, pattern)) return words(pattern, {{"figure", figure}});
    return figure;
}

/// Empty where only the official wording says what is meant.
std::string told_by_figures(const Words& words, const KpiTarget& target) {
    const bool has_year = target.year > 0, has_period = has_year && target.period_start > 0;
    const std::string when = has_year ? text::year(words, target.year, target.fiscal) : "";
    const std::string from = has_period ? text::year(words, target.period_start, target.fiscal) : "";
    if (!target.value) {
        if (target.kind == TargetKind::maintain) return words(Word::target_keep);
        if (target.kind != TargetKind::direction) return {};
        const char* direction = words(target.up ? Word::target_rise : Word::target_fall);
        return has_year ? words(Word::target_by, {{"value", direction}, {"when", when}}) : direction;
    }
    const std::string value = figure_text(words, target);
    if (target.kind == TargetKind::each_year) {
        const Word pattern = has_period ? Word::target_every_year_between : Word::target_every_year;
        return words(pattern, {{"value", value}, {"from", from}, {"when", when}});
    }
    if (target.kind == TargetKind::cumulative && has_year) {
        const Word pattern = has_period ? Word::target_in_total_between : Word::target_in_total;
        return words(pattern, {{"value", value}, {"from", from}, {"when", when}});
    }
    return has_year ? words(Word::target_by, {{"value", value}, {"when", when}}) : value;
}

}  // namespace

std::string target_text(const Words& words, const KpiTarget& target) {
    const bool split = target.kind == TargetKind::multi || target.kind == TargetKind::relative;
    if (words.lang() == Lang::ja || split) return target.text;
    const std::string told = told_by_figures(words, target);
    return told.empty() ? target.text : told;
}

}  // namespace atlas::chart

#include "page/kpi_board.h"

#include <algorithm>
#include <cmath>

#include "core/order.h"
#include "model/logic_lookup.h"
#include "model/search.h"
#include "text/text.h"

namespace atlas::page {

using model::Kpi;
using model::Status;
using view::ViewState;

namespace {

bool contains(const std::vector<std::string>& list, const std::string& value) {
    return std::find(list.begin(), list.end(), value) != list.end();
}

struct Level {
    const char* key;
    Word title, text;
};
constexpr Level levels[] = {
    {"impact", Word::kpis_impact, Word::kpis_impact_text},
    {"outcome", Word::kpis_outcome, Word::kpis_outcome_text},
    {"output", Word::kpis_output, Word::kpis_output_text},
    {"state-role", Word::kpis_state_role, Word::kpis_state_role_text},
};

bool is_shown(const std::vector<const JudgedKpi*>& shown, const JudgedKpi& entry) {
    return std::find(shown.begin(), shown.end(), &entry) != shown.end();
}

/// Counts the KPI in its section; the row stands there only when it is shown.
void put(BoardSection& section, const JudgedKpi& entry, const std::string& group, bool shows) {
    ++section.total;
    section.unjudged += entry.progress.status == Status::not_judged;
    if (!shows) return;
    if (section.groups.empty() || section.groups.back().title != group) section.groups.push_back({group, {}});
    section.groups.back().rows.push_back(&entry);
}

std::vector<BoardSection> by_level(const Words& words, const Board& board, const std::vector<const JudgedKpi*>& shown) {
    std::vector<BoardSection> sections;
    for (const Level& level : levels) {
        BoardSection section{words(level.title), words(level.text), {}, 0, 0};
        for (const JudgedKpi& entry : board.all)
            if (entry.kpi->level == level.key) put(section, entry, entry.kpi->group, is_shown(shown, entry));
        if (section.total > 0) sections.push_back(std::move(section));
    }
    return sections;
}

/// What is behind comes first, what cannot be judged last.
constexpr Status by_need[] = {Status::reversing, Status::behind,   Status::accelerate,
                              Status::on_course, Status::achieved, Status::not_judged};

uint32_t status_key_of(const JudgedKpi& entry) {
    uint32_t key = 0;
    while (by_need[key] != entry.progress.status) ++key;
    return key;
}

constexpr uint32_t no_key = 0xffffffff;

uint32_t gap_key_of(const JudgedKpi& entry) {
    const std::optional<double> lead = lead_of(entry.progress);
    return lead ? static_cast<uint32_t>(std::clamp((*lead + 1e5) * 100, 0.0, 4e9)) : no_key;
}

uint32_t year_key_of(const JudgedKpi& entry) {
    const model::KpiTarget& target = entry.kpi->target;
    return target.year > 0 ? static_cast<uint32_t>(target.year) * 2 + target.fiscal : no_key;
}

std::string title_of(const Words& words, const JudgedKpi& entry, const std::string& order) {
    if (order == "status") return chart::status_word(words, entry.progress.status);
    if (order == "gap") return words(lead_of(entry.progress) ? Word::kpis_section_gap : Word::kpis_section_no_gap);
    const model::KpiTarget& target = entry.kpi->target;
    if (target.year <= 0) return words(Word::kpis_section_no_year);
    return words(Word::kpis_section_year, {{"year", text::year(words, target.year, target.fiscal)}});
}

}  // namespace

Board board_of(const Data& data, const std::string& query) {
    Board board;
    board.logic = data.logic.get();
    for (const Kpi& kpi : data.kpis->kpis) board.all.push_back({&kpi, model::judge(kpi, *data.kpis)});
    if (model::search_key(query).empty()) return board;
    board.found.emplace();
    for (const model::SearchGroup& group : model::search({nullptr, data.kpis.get()}, query))
        for (const model::SearchHit& hit : group.hits) board.found->insert(hit.id);
    return board;
}

std::vector<const JudgedKpi*> passing(const Board& board, const ViewState& state) {
    std::vector<std::string> aim;
    if (board.logic && !state.node.empty()) aim = model::kpis_below(*board.logic, state.node);
    std::vector<const JudgedKpi*> shown;
    for (const JudgedKpi& entry : board.all) {
        const Kpi& kpi = *entry.kpi;
        if (!state.query.empty() && board.found && board.found->count(kpi.id) == 0) continue;
        if (state.with_value && !entry.progress.latest) continue;
        if (!state.pillar.empty() && !contains(kpi.pillars, state.pillar)) continue;
        if (!state.kpi_level.empty() && kpi.level != state.kpi_level) continue;
        if (!aim.empty() && !contains(aim, kpi.id)) continue;
        if (chart::passes_status(entry.progress, state.status)) shown.push_back(&entry);
    }
    return shown;
}

bool is_filtered(const ViewState& state) {
    return !state.status.empty() || !state.pillar.empty() || !state.kpi_level.empty() || !state.node.empty() ||
           !state.query.empty() || state.with_value;
}

ViewState without_filters(ViewState state) {
    state.status.clear(), state.pillar.clear(), state.kpi_level.clear(), state.node.clear(), state.query.clear();
    state.with_value = false;
    return state;
}

BoardCounts counts_of(const Board& board, const std::vector<const JudgedKpi*>& shown) {
    BoardCounts counts;
    counts.total = board.all.size(), counts.shown = shown.size();
    for (const JudgedKpi* entry : shown) counts.unjudged_shown += entry->progress.status == Status::not_judged;
    for (const JudgedKpi& entry : board.all) counts.unjudged_hidden += entry.progress.status == Status::not_judged;
    counts.unjudged_hidden -= counts.unjudged_shown;
    return counts;
}

std::optional<double> lead_of(const model::Progress& progress) {
    if (!progress.share || !progress.elapsed) return std::nullopt;
    return (*progress.share - std::min(1.0, *progress.elapsed)) * 100;
}

std::vector<BoardSection> sections_of(const Words& words, const Board& board,
                                      const std::vector<const JudgedKpi*>& shown, const std::string& order) {
    if (order.empty()) return by_level(words, board, shown);
    std::vector<uint32_t> keys;
    for (const JudgedKpi& entry : board.all)
        keys.push_back(order == "status" ? status_key_of(entry)
                       : order == "gap"  ? gap_key_of(entry)
                                         : year_key_of(entry));
    std::vector<BoardSection> sections;
    for (const uint32_t index : ascending(keys)) {
        const JudgedKpi& entry = board.all[index];
        const std::string title = title_of(words, entry, order);
        if (sections.empty() || sections.back().title != title) sections.push_back({title, "", {}, 0, 0});
        put(sections.back(), entry, "", is_shown(shown, entry));
    }
    for (BoardSection& section : sections) {
        if (section.title == words(Word::kpis_section_no_gap)) section.text = words(Word::kpis_section_no_gap_text);
        section.title = words(Word::kpis_section, {{"name", section.title}, {"n", section.total}});
    }
    return sections;
}

std::string row_note(const Words& words, const JudgedKpi& judged, const std::string& order) {
    if (order.empty()) return "";
    const std::string level = level_name(words, judged.kpi->level);
    // The group's name is Japanese: on an English page the level alone.
    std::string note =
        words.lang() == Lang::ja ? words(Word::kpi_level, {{"level", level}, {"group", judged.kpi->group}}) : level;
    const std::optional<double> lead = order == "gap" ? lead_of(judged.progress) : std::nullopt;
    if (!lead) return note;
    const double points = std::round(*lead * 10) / 10;
    if (points == 0) return note + "\n" + words(Word::kpis_even);
    const std::string size = text::number(std::abs(points), 1);
    return note + "\n" + words(points < 0 ? Word::kpis_lag : Word::kpis_lead, {{"points", size}});
}

std::string level_name(const Words& words, std::string_view level) {
    for (const Level& known : levels)
        if (level == known.key) return words(known.title);
    return "";
}

}  // namespace atlas::page

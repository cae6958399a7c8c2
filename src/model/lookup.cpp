#include "model/lookup.h"

#include <algorithm>
#include <cmath>

#include "core/strings.h"

namespace atlas::model {

namespace {

template <class Record, class Key>
const Record* find_in(const std::vector<Record>& records, Key key, std::string_view wanted) {
    for (const Record& record : records)
        if (record.*key == wanted) return &record;
    return nullptr;
}

bool contains(const std::vector<std::string>& list, std::string_view wanted) {
    return std::find(list.begin(), list.end(), wanted) != list.end();
}

/// Everything a reader may type to find the story, folded; parts are kept apart so that no word matches across two.
std::string searchable(const Story& story, const Places* places) {
    std::vector<std::string> parts{story.title, story.place, story.region, story.summary, story.theme};
    parts.insert(parts.end(), story.elements.begin(), story.elements.end());
    parts.insert(parts.end(), story.actors.begin(), story.actors.end());
    const auto add = [&](const auto* place) {
        if (place) parts.insert(parts.end(), {place->name, place->kana, place->romaji});
    };
    if (places) {
        for (const std::string& code : story.prefectures) add(find_prefecture(*places, code));
        for (const std::string& code : story.municipalities) add(find_municipality(*places, code));
    }
    std::string text;
    for (const std::string& part : parts) text += fold_for_search(part) + '\n';
    return text;
}

std::vector<std::string> words_of(std::string_view query) {
    std::string spaced;
    for (size_t pos = 0; pos < query.size();) {
        const char32_t c = next_code_point(query, pos);
        append_utf8(spaced, c == U'\u3000' || c == U'\t' || c == U'\n' ? U' ' : c);
    }
    std::vector<std::string> words;
    for (const std::string& word : split(spaced, ' '))
        if (std::string folded = fold_for_search(word); !folded.empty()) words.push_back(std::move(folded));
    return words;
}

void drop_repeated(std::vector<double>& ascending) {
    ascending.erase(std::unique(ascending.begin(), ascending.end()), ascending.end());
}

std::vector<double> steps(double low, double high, int classes) {
    std::vector<double> breaks;
    for (int i = 1; i < classes; ++i) breaks.push_back(low + (high - low) * i / classes);
    drop_repeated(breaks);
    return breaks;
}

}  // namespace

const Source* find_source(const Policy& policy, std::string_view id) {
    return find_in(policy.sources, &Source::id, id);
}
const Pillar* find_pillar(const Policy& policy, std::string_view id) {
    return find_in(policy.pillars, &Pillar::id, id);
}
const Story* find_story(const Stories& stories, std::string_view id) {
    return find_in(stories.stories, &Story::id, id);
}
const Kpi* find_kpi(const Kpis& kpis, std::string_view id) { return find_in(kpis.kpis, &Kpi::id, id); }
const Series* find_series(const Kpis& kpis, std::string_view id) { return find_in(kpis.series, &Series::id, id); }
const Prefecture* find_prefecture(const Places& places, std::string_view code) {
    return find_in(places.prefectures, &Prefecture::code, code);
}
const Municipality* find_municipality(const Places& places, std::string_view code) {
    return find_in(places.municipalities, &Municipality::code, code);
}
const Indicator* find_indicator(const Indicators& indicators, std::string_view key) {
    return find_in(indicators.indicators, &Indicator::key, key);
}

const Measure* find_measure(const Policy& policy, std::string_view id) {
    for (const Pillar& pillar : policy.pillars)
        if (const Measure* measure = find_in(pillar.measures, &Measure::id, id)) return measure;
    return nullptr;
}

std::string attribution(const Policy& policy, const SourceRef& ref) {
    const Source* source = find_source(policy, ref.doc);
    return source ? source->attribution : ref.doc;
}

std::vector<const Story*> stories_of_pillar(const Stories& stories, std::string_view pillar) {
    return filter_stories(stories, nullptr, {"", std::string(pillar), "", ""});
}

std::vector<const Story*> stories_of_prefecture(const Stories& stories, std::string_view code) {
    return filter_stories(stories, nullptr, {"", "", std::string(code), ""});
}

std::vector<const Kpi*> kpis_of_pillar(const Kpis& kpis, std::string_view pillar) {
    std::vector<const Kpi*> found;
    for (const Kpi& kpi : kpis.kpis)
        if (contains(kpi.pillars, pillar)) found.push_back(&kpi);
    return found;
}

std::vector<const Story*> filter_stories(const Stories& stories, const Places* places, const StoryFilter& filter) {
    const std::vector<std::string> words = words_of(filter.query);
    std::vector<const Story*> found;
    for (const Story& story : stories.stories) {
        if (!filter.pillar.empty() && story.pillar != filter.pillar) continue;
        if (!filter.prefecture.empty() && !contains(story.prefectures, filter.prefecture)) continue;
        if (!filter.theme.empty() && story.theme != filter.theme) continue;
        const std::string text = words.empty() ? "" : searchable(story, places);
        if (std::all_of(words.begin(), words.end(), [&](auto& word) { return text.find(word) != std::string::npos; }))
            found.push_back(&story);
    }
    return found;
}

std::vector<std::string> themes(const Stories& stories) {
    std::vector<std::string> out;
    for (const Story& story : stories.stories)
        if (!contains(out, story.theme)) out.push_back(story.theme);
    return out;
}

StatusCounts count_statuses(const Kpis& kpis) {
    StatusCounts counts;
    for (const Kpi& kpi : kpis.kpis) {
        const Progress p = judge(kpi, kpis);
        ++counts.by_status[static_cast<size_t>(p.status)];
        ++counts.by_gap[static_cast<size_t>(p.gap)];
        ++counts.total;
    }
    return counts;
}

std::optional<size_t> year_index(const Indicator& indicator, int year) {
    const auto behind = std::upper_bound(indicator.years.begin(), indicator.years.end(), year);
    if (behind == indicator.years.begin()) return {};
    return static_cast<size_t>(behind - indicator.years.begin()) - 1;
}

std::vector<std::optional<int>> ranks(const std::vector<std::optional<double>>& values) {
    std::vector<double> sorted = present(values);
    std::sort(sorted.begin(), sorted.end());
    std::vector<std::optional<int>> out(values.size());
    for (size_t i = 0; i < values.size(); ++i)
        if (values[i])
            out[i] = 1 + static_cast<int>(sorted.end() - std::upper_bound(sorted.begin(), sorted.end(), *values[i]));
    return out;
}

std::vector<double> present(const std::vector<std::optional<double>>& values) {
    std::vector<double> out;
    for (const std::optional<double>& value : values)
        if (value) out.push_back(*value);
    return out;
}

std::vector<double> quantile_breaks(std::vector<double> values, int classes) {
    std::vector<double> breaks;
    if (values.empty() || classes < 2) return breaks;
    std::sort(values.begin(), values.end());
    for (int i = 1; i < classes; ++i) {
        // Half-way between the neighbours of the cut, so that no value lies on a limit unless several are equal.
        const auto cut = values.size() * static_cast<size_t>(i) / static_cast<size_t>(classes);
        if (cut == 0) continue;
        const double limit = (values[cut - 1] + values[cut]) / 2;
        if (limit > values.front()) breaks.push_back(limit);
    }
    drop_repeated(breaks);
    return breaks;
}

std::vector<double> equal_breaks(const std::vector<double>& values, int classes) {
    if (values.empty()) return {};
    const auto [low, high] = std::minmax_element(values.begin(), values.end());
    return *low == *high ? std::vector<double>{} : steps(*low, *high, classes);
}

std::vector<double> diverging_breaks(const std::vector<double>& values, double midpoint, int classes) {
    double reach = 0;
    for (const double value : values) reach = std::max(reach, std::abs(value - midpoint));
    return reach > 0 ? steps(midpoint - reach, midpoint + reach, classes) : std::vector<double>{};
}

int class_of(double value, const std::vector<double>& breaks) {
    return static_cast<int>(std::upper_bound(breaks.begin(), breaks.end(), value) - breaks.begin());
}

}  // namespace atlas::model

#include "model/search.h"

#include <algorithm>
#include <initializer_list>

#include "core/strings.h"
#include "model/readings.h"

namespace atlas::model {

namespace {

using Texts = std::initializer_list<std::string_view>;

// Points of a word by where it stands.
constexpr int is_title = 100, begins_title = 80, is_name = 75, in_title = 60, begins_name = 55, in_name = 40,
              in_text = 20;

/// Half-width katakana from U+FF66 on, as hiragana; what has no hiragana stays.
char32_t full_width(char32_t cp) {
    static constexpr char16_t letters[] =
        u"をぁぃぅぇぉゃゅょっーあいうえおかきくけこさしすせそたちつてとなにぬねのはひふへほまみむめもやゆよらりるれろ"
        u"わん";
    return cp >= 0xFF66 && cp <= 0xFF9D ? letters[cp - 0xFF66] : cp;
}

/// With ﾞ or ﾟ behind it: か → が, は → ば and ぱ. In Unicode a plain kana stands right before its voiced one.
char32_t voiced(char32_t plain, bool half) {
    if (plain == U'う' && !half) return U'ゔ';
    return plain + (half ? 2 : 1);
}

/// The plain letter of a vowel with a macron or a circumflex, and whether it is one.
char32_t short_vowel(char32_t cp) {
    constexpr std::pair<char32_t, char32_t> vowels[] = {{U'ā', U'a'}, {U'Ā', U'a'}, {U'ī', U'i'}, {U'Ī', U'i'},
                                                        {U'ū', U'u'}, {U'Ū', U'u'}, {U'ē', U'e'}, {U'Ē', U'e'},
                                                        {U'ō', U'o'}, {U'Ō', U'o'}, {U'ô', U'o'}, {U'û', U'u'}};
    for (const auto& [marked, plain] : vowels)
        if (cp == marked) return plain;
    return cp;
}

bool lengthens(char32_t before, char32_t cp) {
    return (before == U'o' && (cp == U'o' || cp == U'u')) || (before == U'u' && cp == U'u');
}

/// fold_for_search, and what it leaves: half-width kana, long vowels of romaji. Appends to `out`, to save memory requests.
void append_key(std::string& out, std::string_view text) {
    char32_t before = 0;
    size_t before_at = 0;
    for (size_t pos = 0; pos < text.size();) {
        char32_t cp = next_code_point(text, pos);
        if (cp == U' ' || cp == U'\u3000' || cp == U'\t' || cp == U'\n') continue;
        if (cp >= 0xFF01 && cp <= 0xFF5E) cp -= 0xFEE0;
        if (cp >= U'ァ' && cp <= U'ヶ') cp -= 0x60;
        if (cp >= U'A' && cp <= U'Z') cp += 0x20;
        if ((cp == 0xFF9E || cp == 0xFF9F) && before >= U'う') {
            cp = voiced(before, cp == 0xFF9F);
            out.resize(before_at);
        } else {
            cp = short_vowel(full_width(cp));
            if (lengthens(before, cp)) continue;
        }
        before = cp, before_at = out.size();
        append_utf8(out, cp);
    }
}

/// The query's words, each with the forms that it may be the reading of.
std::vector<std::vector<std::string>> words_of(std::string_view query) {
    std::vector<std::string> words(1);
    for (size_t pos = 0; pos < query.size();) {
        const size_t start = pos;
        const char32_t cp = next_code_point(query, pos);
        if (cp == U' ' || cp == U'\u3000' || cp == U'\t' || cp == U'\n')
            words.emplace_back();
        else
            words.back().append(query.substr(start, pos - start));
    }
    std::vector<std::vector<std::string>> forms;
    for (const std::string& word : words) {
        std::string key = search_key(word);
        if (key.empty()) continue;
        forms.push_back(written_forms(key));
        forms.back().insert(forms.back().begin(), std::move(key));
    }
    return forms;
}

bool is_kana(char32_t cp) { return cp >= U'ぁ' && cp <= U'ー'; }

/// A search key that may be a reading: kana throughout, or Latin letters throughout, and not so short that it is in every title.
enum class Script { other, kana, latin };
Script reading_script(std::string_view key) {
    size_t kana = 0, latin = 0, all = 0;
    for (size_t pos = 0; pos < key.size(); ++all) {
        const char32_t cp = next_code_point(key, pos);
        kana += is_kana(cp), latin += cp >= U'a' && cp <= U'z';
    }
    constexpr size_t shortest_kana = 2, shortest_latin = 4;
    if (kana == all && all >= shortest_kana) return Script::kana;
    return latin == all && all >= shortest_latin ? Script::latin : Script::other;
}

class Matcher {
public:
    explicit Matcher(std::string_view query) : words_(words_of(query)) {
        for (const std::vector<std::string>& forms : words_) scripts_.push_back(reading_script(forms.front()));
        for (size_t i = 0; i < search_kinds; ++i) groups_[i].kind = static_cast<SearchKind>(i);
    }
    bool has_words() const { return !words_.empty(); }

    /// Keeps the record if all words occur in it. `rest`: further texts, one after the other.
    void offer(SearchKind kind, SearchHit hit, Texts names, Texts texts,
               std::initializer_list<const std::vector<std::string>*> rest = {}) {
        points_.assign(words_.size(), 0);
        weigh(hit.title, is_title, begins_title, in_title);
        // Places have readings of their own among their names.
        if (kind != SearchKind::prefecture && kind != SearchKind::municipality) weigh_reading(hit.title);
        for (const std::string_view name : names) weigh(name, is_name, begins_name, in_name);
        for (const std::string_view text : texts) weigh(text, in_text, in_text, in_text);
        for (const auto* list : rest)
            for (const std::string& text : *list) weigh(text, in_text, in_text, in_text);
        for (const int points : points_) {
            if (points == 0) return;
            hit.score += points;
        }
        groups_[static_cast<size_t>(kind)].hits.push_back(hit);
    }

    std::vector<SearchGroup> take() {
        std::vector<SearchGroup> found;
        for (SearchGroup& group : groups_) {
            if (group.hits.empty()) continue;
            std::stable_sort(group.hits.begin(), group.hits.end(),
                             [](const SearchHit& a, const SearchHit& b) { return a.score > b.score; });
            found.push_back(std::move(group));
        }
        std::stable_sort(found.begin(), found.end(), [](const SearchGroup& a, const SearchGroup& b) {
            return a.hits.front().score > b.hits.front().score;
        });
        return found;
    }

private:
    void weigh(std::string_view text, int whole, int beginning, int inside) {
        if (text.empty()) return;
        key_.clear();
        append_key(key_, text);
        for (size_t i = 0; i < words_.size(); ++i) {
            for (const std::string& form : words_[i]) {
                if (points_[i] >= whole) break;
                const size_t at = key_.find(form);
                if (at == std::string::npos) continue;
                const int points = at > 0 ? inside : key_.size() == form.size() ? whole : beginning;
                points_[i] = std::max(points_[i], points);
            }
        }
    }

    /// What was typed as it is heard: found in the reading of a title, across its words and in the middle of them.
    void weigh_reading(std::string_view title) {
        std::string kana, latin;
        for (size_t i = 0; i < words_.size(); ++i) {
            if (scripts_[i] == Script::other || points_[i] >= begins_name) continue;
            if (kana.empty() && (kana = reading_of(title)).empty()) return;
            if (scripts_[i] == Script::latin && latin.empty()) latin = search_key(latin_of(kana));
            const size_t at = (scripts_[i] == Script::latin ? latin : kana).find(words_[i].front());
            if (at != std::string::npos) points_[i] = std::max(points_[i], at == 0 ? begins_name : in_name);
        }
    }

    std::vector<std::vector<std::string>> words_;
    std::vector<Script> scripts_;  ///< of each word
    std::vector<int> points_;
    std::string key_;  ///< reused from text to text
    SearchGroup groups_[search_kinds];
};

void offer_policy(Matcher& matcher, const Policy& policy) {
    for (const Pillar& pillar : policy.pillars) {
        matcher.offer(SearchKind::pillar, {pillar.id, pillar.name, {}, 0},
                      {pillar.short_name, pillar.name_en, pillar.short_name_en}, {pillar.purpose});
        for (const Measure& measure : pillar.measures)
            matcher.offer(SearchKind::measure, {measure.id, measure.title, pillar.id, 0}, {},
                          {measure.detail, measure.target_text});
    }
}

void offer_kpis(Matcher& matcher, const Kpis& kpis) {
    for (const Kpi& kpi : kpis.kpis)
        matcher.offer(SearchKind::kpi, {kpi.id, kpi.name, {}, 0}, {kpi.short_name, kpi.name_en},
                      {kpi.definition, kpi.group, kpi.target.text, kpi.code});
}

template <class Place>
const Place* by_code(const std::vector<Place>& places, std::string_view code) {
    for (const Place& place : places)
        if (place.code == code) return &place;
    return nullptr;
}

void offer_stories(Matcher& matcher, const Stories& stories, const Places* places) {
    std::vector<std::string> readings;
    for (const Story& story : stories.stories) {
        readings.clear();
        const auto add = [&](const auto* place) {
            if (place) readings.insert(readings.end(), {place->name, place->kana, place->romaji});
        };
        if (places) {
            for (const std::string& code : story.prefectures) add(by_code(places->prefectures, code));
            for (const std::string& code : story.municipalities) add(by_code(places->municipalities, code));
        }
        matcher.offer(SearchKind::story, {story.id, story.title, {}, 0}, {story.place},
                      {story.summary, story.region, story.theme}, {&story.elements, &story.actors, &readings});
    }
}

void offer_places(Matcher& matcher, const Places& places) {
    for (const Prefecture& place : places.prefectures)
        matcher.offer(SearchKind::prefecture, {place.code, place.name, {}, 0}, {place.kana, place.romaji}, {});
    for (const Municipality& place : places.municipalities)
        matcher.offer(SearchKind::municipality, {place.code, place.name, place.pref, 0},
                      {place.kana, place.romaji, place.name_en}, {});
}

void offer_output(Matcher& matcher, const LogicOutput& output) {
    matcher.offer(SearchKind::output, {output.id, output.name, {}, 0}, {output.name_en}, {output.summary});
    for (const LogicGroup& group : output.groups)
        for (const LogicMeasure& measure : group.measures) {
            if (!measure.reprint_of.empty()) continue;
            matcher.offer(SearchKind::action, {measure.id, measure.title, output.id, 0}, {},
                          {measure.summary, measure.heading, group.name});
            for (const Programme& programme : measure.programmes)
                matcher.offer(SearchKind::programme, {programme.id, programme.name, output.id, 0}, {}, {});
        }
}

template <class Visit>
void each_output(const LogicModel& logic, Visit visit) {
    for (const LogicImpact& impact : logic.impacts)
        for (const LogicOutcome& outcome : impact.outcomes)
            for (const LogicOutput& output : outcome.outputs) visit(output);
    visit(logic.state_role);
}

/// Items of all levels under one kind, so that the best stands first whatever its level.
class LogicOffers {
public:
    explicit LogicOffers(std::string_view query) : matcher_(query) {}
    void add(std::string_view id, std::string_view number, std::string_view name, std::string_view name_en = {}) {
        matcher_.offer(SearchKind::output, {id, name, {}, 0}, {number, name_en}, {});
    }
    void add(const LogicOutput& output) {
        if (output.id.empty()) return;
        add(output.id, output.id, output.name, output.name_en);
        for (const LogicGroup& group : output.groups) {
            add(group.id, "", group.name);
            for (const LogicMeasure& measure : group.measures) {
                if (!measure.reprint_of.empty()) continue;
                add(measure.id, "", measure.title.empty() ? measure.heading : measure.title);
                for (const Programme& programme : measure.programmes) add(programme.id, "", programme.name);
            }
        }
    }
    std::vector<SearchHit> take() {
        if (!matcher_.has_words()) return {};
        std::vector<SearchGroup> groups = matcher_.take();
        return groups.empty() ? std::vector<SearchHit>() : std::move(groups.front().hits);
    }

private:
    Matcher matcher_;
};

size_t count_output(const LogicOutput& output) {
    size_t n = 1;
    for (const LogicGroup& group : output.groups)
        for (const LogicMeasure& measure : group.measures) n += measure.reprint_of.empty() + measure.programmes.size();
    return n;
}

}  // namespace

std::string search_key(std::string_view text) {
    std::string key;
    append_key(key, text);
    return key;
}

std::vector<SearchGroup> search(const SearchRecords& records, std::string_view query) {
    Matcher matcher(query);
    if (!matcher.has_words()) return {};
    if (records.policy) offer_policy(matcher, *records.policy);
    if (records.kpis) offer_kpis(matcher, *records.kpis);
    if (records.stories) offer_stories(matcher, *records.stories, records.places);
    if (records.places) offer_places(matcher, *records.places);
    if (records.logic) each_output(*records.logic, [&](const LogicOutput& output) { offer_output(matcher, output); });
    return matcher.take();
}

std::vector<SearchHit> search_logic(const LogicModel& logic, std::string_view query) {
    LogicOffers offers(query);
    for (const LogicImpact& impact : logic.impacts) {
        offers.add(impact.id, impact.number, impact.name, impact.name_en);
        for (const LogicOutcome& outcome : impact.outcomes)
            offers.add(outcome.id, outcome.id, outcome.name, outcome.name_en);
    }
    each_output(logic, [&](const LogicOutput& output) { offers.add(output); });
    return offers.take();
}

size_t searchable_count(const SearchRecords& records) {
    size_t n = 0;
    if (records.policy)
        for (const Pillar& pillar : records.policy->pillars) n += 1 + pillar.measures.size();
    if (records.kpis) n += records.kpis->kpis.size();
    if (records.stories) n += records.stories->stories.size();
    if (records.places) n += records.places->prefectures.size() + records.places->municipalities.size();
    if (records.logic) each_output(*records.logic, [&](const LogicOutput& output) { n += count_output(output); });
    return n;
}

}  // namespace atlas::model

// The search over everything: ways of writing, several words, ranks, groups, what is not loaded, and its cost.
#include "model/readings.h"
#include "model/search.h"

#include <chrono>

#include "core/strings.h"
#include "real_world.h"

using namespace atlas;
using namespace atlas::model;

namespace {

SearchRecords records() {
    const page::Data& data = test::real_world();
    return {data.policy.get(), data.kpis.get(), data.stories.get(), data.places.get(), data.logic.get()};
}

const SearchGroup* group(const std::vector<SearchGroup>& groups, SearchKind kind) {
    for (const SearchGroup& found : groups)
        if (found.kind == kind) return &found;
    return nullptr;
}

bool finds(std::string_view query, SearchKind kind, std::string_view id) {
    const std::vector<SearchGroup> groups = search(records(), query);
    if (const SearchGroup* found = group(groups, kind))
        for (const SearchHit& hit : found->hits)
            if (hit.id == id) return true;
    return false;
}

}  // namespace

TEST_CASE("search all: kana, katakana, half-width kana, full-width letters and long vowels are the same") {
    CHECK(search_key("シマネ") == search_key("しまね"));
    CHECK(search_key("ｼﾏﾈ") == "しまね");
    CHECK(search_key("ﾄﾞﾛｰﾝ") == search_key("ドローン"));
    CHECK(search_key("ﾊﾟｿｺﾝ ﾊﾞｽ") == "ぱそこんばす");
    CHECK(search_key("ｳﾞｧ") == search_key("ヴァ"));
    CHECK(search_key("ﾌﾟﾛｸﾞﾗﾑ") == "ぷろぐらむ");
    CHECK(search_key("ﾞ") == "\xEF\xBE\x9E");
    CHECK(search_key("ＤＸ") == "dx");
    for (const char* osaka : {"Ōsaka", "Oosaka", "OSAKA", "ＯＳＡＫＡ", "Ousaka", "o saka"})
        CHECK(search_key(osaka) == "osaka");
    CHECK(search_key("Kyūshū") == search_key("Kyuushuu"));
    CHECK(search_key("") == "");
}

TEST_CASE("search all: every record is found by its whole title") {
    const page::Data& data = test::real_world();
    for (const Pillar& pillar : data.policy->pillars) {
        CHECK_MESSAGE(finds(pillar.name, SearchKind::pillar, pillar.id), pillar.name);
        for (const Measure& measure : pillar.measures)
            CHECK_MESSAGE(finds(measure.title, SearchKind::measure, measure.id), measure.title);
    }
    for (const Kpi& kpi : data.kpis->kpis) CHECK_MESSAGE(finds(kpi.name, SearchKind::kpi, kpi.id), kpi.name);
    for (const Story& story : data.stories->stories)
        CHECK_MESSAGE(finds(story.title, SearchKind::story, story.id), story.title);
    for (const Prefecture& place : data.places->prefectures)
        for (const std::string& name : {place.name, place.kana, place.romaji})
            CHECK_MESSAGE(finds(name, SearchKind::prefecture, place.code), name);
    for (const Municipality& place : data.places->municipalities)
        for (const std::string& name : {place.name, place.kana, place.romaji, place.name_en})
            CHECK_MESSAGE((name.empty() || finds(name, SearchKind::municipality, place.code)), name);
    for (const LogicImpact& impact : data.logic->impacts)
        for (const LogicOutcome& outcome : impact.outcomes)
            for (const LogicOutput& output : outcome.outputs) {
                CHECK_MESSAGE(finds(output.name, SearchKind::output, output.id), output.name);
                CHECK_MESSAGE(finds(output.name_en, SearchKind::output, output.id), output.name_en);
            }
}

TEST_CASE("search all: words of a query must all occur, parts of words are enough") {
    CHECK(finds("島根", SearchKind::prefecture, "32"));
    CHECK(finds("しま", SearchKind::prefecture, "32"));
    CHECK(finds("自動運転　バス", SearchKind::story, "kamishihoro-jido-unten-saiene"));
    CHECK_FALSE(finds("自動運転 りんご", SearchKind::story, "kamishihoro-jido-unten-saiene"));
    CHECK(finds("inbound", SearchKind::kpi, "inbound-visitors"));
    CHECK(search(records(), "どこにもないことば").empty());
    CHECK(search(records(), "").empty());
    CHECK(search(records(), " 　\t").empty());
}

TEST_CASE("search all: the group with the best hit comes first, within it the best hit") {
    const std::vector<SearchGroup> shimane = search(records(), "しまねけん");
    REQUIRE_FALSE(shimane.empty());
    CHECK(shimane.front().kind == SearchKind::prefecture);
    CHECK(shimane.front().hits.front().id == "32");
    for (const char* query : {"交通", "観光", "デジタル", "a", "の"}) {
        const std::vector<SearchGroup> groups = search(records(), query);
        REQUIRE_FALSE(groups.empty());
        for (size_t g = 0; g < groups.size(); ++g) {
            if (g > 0) CHECK(groups[g - 1].hits.front().score >= groups[g].hits.front().score);
            for (size_t i = 1; i < groups[g].hits.size(); ++i)
                CHECK(groups[g].hits[i - 1].score >= groups[g].hits[i].score);
        }
    }
}

TEST_CASE("search all: what has not arrived is not searched") {
    SearchRecords some = records();
    const size_t all = searchable_count(some);
    CHECK(group(search(some, "交付金"), SearchKind::programme) != nullptr);
    some.logic = nullptr;
    CHECK(group(search(some, "交付金"), SearchKind::programme) == nullptr);
    CHECK(searchable_count(some) < all);
    CHECK(search({}, "交通").empty());
    CHECK(searchable_count({}) == 0);
}

TEST_CASE("search all: within 30 ms over all data" * doctest::may_fail()) {
    const SearchRecords all = records();
    const auto start = std::chrono::steady_clock::now();
    constexpr int times = 10;
    for (int i = 0; i < times; ++i) CHECK_FALSE(search(all, "地域 交通").empty());
    const std::chrono::duration<double, std::milli> took = std::chrono::steady_clock::now() - start;
    MESSAGE("a search takes " << took.count() / times << " ms");
    CHECK(took.count() / times <= 30);
}

TEST_CASE("search the logic model: by name, by number, in English; the best hit first, reprints left out") {
    const LogicModel& logic = *test::real_world().logic;
    const auto first = [&](std::string_view query) {
        const std::vector<SearchHit> hits = search_logic(logic, query);
        return hits.empty() ? std::string() : std::string(hits.front().id);
    };
    for (const LogicImpact& impact : logic.impacts) {
        CHECK(first(impact.name) == impact.id);
        for (const LogicOutcome& outcome : impact.outcomes) {
            CHECK(first(outcome.name) == outcome.id);
            for (const LogicOutput& output : outcome.outputs) {
                CHECK(first(output.name) == output.id);
                if (!output.name_en.empty()) CHECK(first(output.name_en) == output.id);
            }
        }
    }
    CHECK(first("q") == "q");
    CHECK(first("Ｑ") == "q");
    CHECK(search_logic(logic, "").empty());
    CHECK(search_logic(logic, "ありえない言葉").empty());
    for (const SearchHit& hit : search_logic(logic, "観光")) CHECK(hit.title.find("観光") != std::string_view::npos);
}

namespace {
/// The other tests search by what is written alone.
struct WithReadings {
    WithReadings() { REQUIRE(use_readings(linked_readings())); }
    ~WithReadings() { use_readings({}); }
};
}  // namespace

TEST_CASE("search: readings are those of the longest words, in kana and in Latin letters") {
    CHECK(reading_of("観光").empty());
    const WithReadings with;
    CHECK(reading_of("関係人口の創出") == "かんけいじんこうのそうしゅつ");
    CHECK(reading_of("KPIの観光　地") == "kpiのかんこうち");
    CHECK(reading_of("かな") == "");
    CHECK(reading_of("鬱蒼").empty());
    CHECK(latin_of("かんこう") == "kankou");
    CHECK(latin_of("しゅっちょうじょ") == "shutchoujo");
    CHECK(latin_of("きゃっちゃあ") == "kyatchaa");
    CHECK(latin_of("ふくしらーめん") == "fukushiraamen");
    CHECK(latin_of("kpi、ち") == "kpi、chi");
    for (const char* faulty : {"readings 2\n観光\tかんこう\n", "readings 1\n観光\n", "readings 1\n観光\tかんこう", "x"})
        CHECK_FALSE(use_readings(faulty));
    CHECK(reading_of("観光") == "かんこう");
}

TEST_CASE("search: the titles of this edition can be read") {
    const WithReadings with;
    size_t titles = 0, unread = 0;
    std::string examples;
    const auto count = [&](std::string_view title) {
        const std::string reading = reading_of(title);
        ++titles;
        for (size_t at = 0; at < reading.size();) {
            const char32_t cp = next_code_point(reading, at);
            if (cp < 0x4E00 || cp > 0x9FFF) continue;
            ++unread, examples.append(title).append("\n");
            break;
        }
    };
    for (const Kpi& kpi : test::real_world().kpis->kpis) count(kpi.name);
    for (const Story& story : test::real_world().stories->stories) count(story.title);
    for (const Pillar& pillar : test::real_world().policy->pillars)
        for (const Measure& measure : pillar.measures) count(measure.title);
    CAPTURE(examples);
    CHECK(titles > 100);
    CHECK(unread * 20 <= titles);  // node scripts/readings.mjs --propose knows the others
}

TEST_CASE("search: a title is found by what it sounds like, across its words") {
    const WithReadings with;
    size_t found = 0;
    for (const Kpi& kpi : test::real_world().kpis->kpis) {
        const std::string reading = reading_of(kpi.name);
        if (reading.empty()) continue;
        // The first six or more kana that stand together, no syllable cut, and the same in Latin letters.
        std::string kana;
        for (size_t at = 0; at < reading.size();) {
            const char32_t cp = next_code_point(reading, at);
            const bool joins = cp == U'ゃ' || cp == U'ゅ' || cp == U'ょ' ||
                               kana.find("っ", kana.size() - std::min<size_t>(kana.size(), 3)) != std::string::npos;
            if (kana.size() >= 18 && !joins) break;
            if (cp < U'ぁ' || cp > U'ゖ')
                kana.clear();
            else
                append_utf8(kana, cp);
        }
        if (kana.size() < 18) continue;
        ++found;
        CHECK_MESSAGE(finds(kana, SearchKind::kpi, kpi.id), kana);
        CHECK_MESSAGE(finds(latin_of(kana), SearchKind::kpi, kpi.id), latin_of(kana));
    }
    CHECK(found > 40);
}

TEST_CASE("search: common words are found by their reading, in kana and in Latin letters") {
    const WithReadings with;
    const LogicModel& logic = *test::real_world().logic;
    const size_t written = search_logic(logic, "観光").size();
    REQUIRE(written > 0);
    for (const char* typed : {"かんこう", "カンコウ", "ｶﾝｺｳ", "kankou", "Kanko", "かんこ"})
        CHECK_MESSAGE(search_logic(logic, typed).size() >= written, typed);
    CHECK(search_logic(logic, "かいもの").front().id == search_logic(logic, "買物").front().id);
    const std::vector<SearchGroup> groups = search(records(), "交通");
    for (const SearchHit& hit : group(groups, SearchKind::kpi)->hits) {
        CHECK(finds("こうつう", SearchKind::kpi, hit.id));
        CHECK(finds("koutsuu", SearchKind::kpi, hit.id));
    }
    const auto has = [](std::string_view key, const char* word) {
        const std::vector<std::string> forms = written_forms(key);
        return std::find(forms.begin(), forms.end(), word) != forms.end();
    };
    CHECK(has("かんこう", "観光"));
    CHECK(has("かんこ", "観光"));
    CHECK_FALSE(has("かん", "観光"));  // too many words begin so
    CHECK_FALSE(has("kank", "観光"));
    CHECK(has("しゅっせい", "出生"));  // not only the commonest reading
    CHECK(written_forms("").empty());
    // Two words, one typed and one written.
    for (const SearchHit& hit : search_logic(logic, "かんこう 地方"))
        CHECK(hit.title.find("地方") != std::string_view::npos);
}

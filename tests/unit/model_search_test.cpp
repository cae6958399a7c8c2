// The search over everything: ways of writing, several words, ranks, groups, what is not loaded, and its cost.
#include "model/readings.h"
#include "model/search.h"

#include <chrono>

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

TEST_CASE("search: common words are found by their reading, in kana and in Latin letters") {
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
    CHECK(written_forms("か").empty());  // too many words begin so
    CHECK(written_forms("kan").empty());
    CHECK(written_forms("かんこ") == std::vector<std::string>{"観光"});
    // Two words, one typed and one written.
    for (const SearchHit& hit : search_logic(logic, "かんこう 地方"))
        CHECK(hit.title.find("地方") != std::string_view::npos);
}

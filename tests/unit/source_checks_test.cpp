// sosei-bundle check, class by class of faults: each has a broken folder under tests/fixtures/data and says where it is and what to do.
#include <doctest/doctest.h>

#include <set>

#include "core/strings.h"
#include "tool/prefecture_boxes.h"
#include "unit/data_fixture.h"

using namespace atlas;
using test::check_fault;
using test::contains;
using test::Run;

namespace {

struct Case {
    const char *fault, *expected;
};

/// Each fixture is refused, in these words.
void refuse(std::initializer_list<Case> cases, const char* language = "ja") {
    for (const Case& c : cases) {
        INFO(std::string(c.fault));
        const Run r = check_fault(c.fault, language);
        CHECK(r.code == 1);
        CHECK_MESSAGE(contains(r.out, c.expected), r.out);
    }
}

void refuse_in_english(std::initializer_list<Case> cases) { refuse(cases, "en"); }

/// Without 「…」 and "…": what is ours, not the data's.
std::string unquoted(const std::string& text) {
    std::string out;
    bool in_quotes = false;
    int depth = 0;
    for (size_t pos = 0; pos < text.size();) {
        const char32_t c = next_code_point(text, pos);
        if (c == U'\n') in_quotes = false, depth = 0;
        if (c == U'"') in_quotes = !in_quotes;
        if (c == U'「') ++depth;
        if (!in_quotes && depth == 0) append_utf8(out, c);
        if (c == U'」') --depth;
    }
    return out;
}

bool is_japanese(char32_t c) {
    return (c >= 0x3000 && c <= 0x30FF) || (c >= 0x3400 && c <= 0x9FFF) || (c >= 0xF900 && c <= 0xFAFF) ||
           (c >= 0xFF00 && c <= 0xFFEF) || (c >= 0x20000 && c <= 0x3FFFF);
}

bool has_japanese(const std::string& text) {
    for (size_t pos = 0; pos < text.size();)
        if (is_japanese(next_code_point(text, pos))) return true;
    return false;
}

/// Fixtures that show what is no fault.
const std::set<std::string> harmless = {"good", "html-in-name", "running-periods", "spreadsheet-habits"};

}  // namespace

TEST_CASE("sosei-bundle check: schema, members and JSON itself") {
    refuse({
        {"another-schema", "edition.json:/schema: 2 は範囲の外です（2行目） — 1 から 1 まで"},
        {"missing-member",
         "stories.json:/stories/0/title: 必要な項目「title」がありません（4行目） — 「title」を書き足してください"},
        {"broken-json", "kpis.json:line 6: JSON として読めません（"},
        {"short-row", "observations.csv:line 3: 列の数が 15 です（14 のはずです） — コンマの数を確かめ"},
    });
    refuse_in_english({{"missing-member", "the member \"title\" is missing (line 4) — add \"title\""},
                       {"another-schema", "edition.json:/schema: 2 is out of range (line 2)"}});
}

TEST_CASE("sosei-bundle check: types and ranges") {
    refuse({
        {"wrong-type",
         "kpis.json:/kpis/0/target/value: 「6,000」 は数値ではありません（19行目） — 引用符を外し、半角の数字で"},
        {"wrong-kinds", "kpis.json:/kpis/0/name: 配列 は文字列ではありません（6行目） — 文字列を書いてください"},
        {"wrong-kinds", "kpis.json:/kpis/0/target/fiscal: 1 は真偽値ではありません"},
        {"wrong-kinds", "null は数値ではありません（28行目） — 値が無いときはキーごと消してください"},
        {"wrong-kinds", "kpis.json:/kpis/1/target: 「向上」 はオブジェクトではありません"},
        {"wrong-reason", "baseline_reason: 「基準値未定」 は使えません（57行目） — 「基準値未設定」ではありませんか"},
        {"no-reason", "kpis.json:/kpis/1/baseline_reason: 基準値も系列もないのに、その理由がありません"},
        {"out-of-range", "municipalities.csv:line 2: 列「lat」：141.354389 は範囲の外です — 20 から 46 まで"},
    });
    refuse_in_english({
        {"wrong-kinds", "kpis.json:/kpis/0/name: an array is not a text (line 6) — write a text"},
        {"wrong-reason", "「基準値未定」 is not allowed (line 57) — did you mean \"基準値未設定\"? use one of \"基準"},
        {"out-of-range", "column \"lat\": 141.354389 is out of range — write a value from 20 to 46"},
    });
}

TEST_CASE("sosei-bundle check: unknown keys and columns, with the nearest known one") {
    refuse({{"unknown-column", "observations.csv:line 1: 列「break_before」がありません"},
            {"unknown-column",
             "observations.csv:line 1: 警告: 知らない列 「brake_before」 があります（読み飛ばしました） — "
             "「break_before」ではありませんか"}});
    const Run r = check_fault("unknown-key", "en");
    CHECK(r.code == 0);
    CHECK_MESSAGE(
        contains(r.out,
                 "stories.json:/stories/0/theem: warning: unknown key 「theem」 (skipped) (line 16) — did you "
                 "mean \"theme\"?"),
        r.out);
}

TEST_CASE("sosei-bundle check: dangling references") {
    refuse({
        {"dangling-source",
         "stories.json:/stories/0/source/doc: 出典「stratgy」 はありません — 「strategy」ではありませんか"},
        {"dangling-series", "kpis.json:/kpis/0/series/0: 系列「visitor」 はありません — 「visitors」ではありませんか"},
        {"dangling-prefecture", "stories.json:/stories/1/prefectures/1: 都道府県コード「48」 はありません"},
        {"dangling-pillar", "stories.json:/stories/0/pillar: 柱「5」 はありません — pillars.json に足すか"},
    });
    refuse_in_english(
        {{"dangling-series", "there is no series 「visitor」 — did you mean \"visitors\" (observations.csv)?"}});
}

TEST_CASE("sosei-bundle check: positions outside their prefecture") {
    refuse({
        {"municipality-outside-prefecture",
         "municipalities.csv:line 4: 「海士町」の位置（緯度, 経度）33.0967, 133.0969 は「島根県」の外です — "
         "緯度と経度の入れ違いや打ち間違いがないか確かめてください（主な部分はおよそ 緯度 34.30〜36.36、経度 "
         "131.66〜133.39）"},
        {"label-outside-prefecture",
         "prefectures.csv:line 3: 「青森県」の位置（緯度, 経度）36.7079, 140.9259 は「青森県」の外です"},
        {"story-outside-prefecture",
         "stories.json:/stories/0/position: 「島の学校」の位置（緯度, 経度）35.0000, 136.0000 "
         "は「島根県」の外です（29行目）"},
    });
    refuse_in_english({{"municipality-outside-prefecture",
                        "the position (latitude, longitude) 33.0967, 133.0969 of 「海士町」 lies outside 「島根県」 — "
                        "look for exchanged or mistyped figures (its main part: latitude 34.30 to 36.36, longitude "
                        "131.66 to 133.39)"}});
}

TEST_CASE("prefecture boxes: offices, outermost islands, neighbours") {
    using tool::is_in_prefecture;
    CHECK(is_in_prefecture("01", {141.35, 43.06}));
    CHECK(is_in_prefecture("01", {148.75, 45.55}));        // 択捉島
    CHECK(is_in_prefecture("13", {139.69, 35.69}));        // 新宿
    CHECK(is_in_prefecture("13", {142.19, 27.09}));        // 小笠原・父島
    CHECK(is_in_prefecture("13", {153.983, 24.283}));      // 南鳥島
    CHECK(is_in_prefecture("13", {136.081, 20.425}));      // 沖ノ鳥島
    CHECK(is_in_prefecture("32", {131.867, 37.2425}));     // 竹島
    CHECK(is_in_prefecture("46", {128.43, 27.04}));        // 与論島
    CHECK(is_in_prefecture("47", {122.93, 24.45}));        // 与那国島
    CHECK(is_in_prefecture("47", {131.24, 25.83}));        // 南大東島
    CHECK(is_in_prefecture("42", {129.3, 34.2}));          // 対馬
    CHECK_FALSE(is_in_prefecture("13", {138.38, 34.98}));  // 静岡市: between Tokyo's mainland and its islands
    CHECK_FALSE(is_in_prefecture("27", {136.9, 35.18}));   // 名古屋市
    CHECK_FALSE(is_in_prefecture("01", {43.06, 141.35}));  // exchanged
    // The margin is 0.05°: 大阪府's east end lies at 135.75.
    CHECK(is_in_prefecture("27", {135.799, 34.7}));
    CHECK_FALSE(is_in_prefecture("27", {135.801, 34.7}));
    CHECK(is_in_prefecture("99", {0, 0}));  // another fault
    CHECK(tool::largest_box("99").ja.empty());
    for (int code = 1; code <= 47; ++code) {
        const std::string text = (code < 10 ? "0" : "") + std::to_string(code);
        INFO(text);
        CHECK_FALSE(tool::largest_box(text).en.empty());
        CHECK_FALSE(is_in_prefecture(text, {0, 0}));
    }
}

TEST_CASE("sosei-bundle check: units that do not match") {
    refuse({
        {"mixed-units",
         "observations.csv:line 3: 列「unit」：単位 「人」 が、この系列の前の行（「万人」）と違います — "
         "単位をそろえて"},
        {"condition-unit-mismatch",
         "kpis.json:/kpis/0/target/conditions/0/"
         "unit: 単位「百万人」が、系列「visitors」の単位「万人」と違います（26行目）"},
        {"comparison-unit-mismatch",
         "kpis.json:/kpis/1/series/1: 単位「%」が、系列「visitors」の単位「万人」と違います（63行目）"},
        {"unit-mismatch", "kpis.json:/kpis/0/baseline/unit: 単位「万人」が、系列「visitors」の単位「人」と違います"},
    });
    refuse_in_english({{"condition-unit-mismatch",
                        "the unit 「百万人」 differs from 「万人」 of the series 「visitors」 (line 26) — convert the"},
                       {"mixed-units", "the unit 「人」 differs from the series' earlier rows 「万人」"}});
}

TEST_CASE("sosei-bundle check: impossible years, months and dates") {
    refuse({
        {"impossible-year", "observations.csv:line 2: 列「year」：20224 は範囲の外です — 1868 から 2100 まで"},
        {"impossible-fiscal", "observations.csv:line 2: 列「fiscal」：2 は範囲の外です — 0 から 1 まで"},
        {"impossible-month", "observations.csv:line 2: 列「month」：13 は範囲の外です — 1 から 12 まで"},
        {"month-of-fiscal-year",
         "observations.csv:line 2: 年度の値に月 4 が付いています — 月の値なら fiscal を 0 にし、年度の値なら month "
         "を空に"},
        {"target-before-baseline",
         "kpis.json:/kpis/0/target/year: 目標年 2020年 が、基準年 2024年 より後ではありません（21行目）"},
        {"period-after-target", "kpis.json:/kpis/0/target/period_start: 期間の始まりが目標年より後です（23行目）"},
        {"impossible-indicator-year",
         "indicators.csv:line 2: 列「year」：1019 は範囲の外です — 1900 から 2100 までの値にしてください"},
        {"edition-not-a-date",
         "edition.json:/edition: 「2026-11-31」 は日付ではありません（3行目） — 2026-11-22 の形で書いてください"},
        {"source-date-not-iso",
         "sources.csv:line 2: 列「date」：「2025年12月23日」 は日付ではありません — 2025-12-23・2025-12・2025"},
    });
    refuse_in_english({
        {"target-before-baseline", "the target's 2020 is not after the baseline's 2024 (line 21)"},
        {"month-of-fiscal-year", "a fiscal year's value has the month 4 — write fiscal 0 for a month's value"},
        {"edition-not-a-date", "「2026-11-31」 is not a date (line 3) — write it as 2026-11-22"},
    });
}

TEST_CASE("sosei-bundle check: figures of a time that is still to come") {
    refuse({
        {"after-the-edition",
         "observations.csv:line 3: 系列「visitors」に未来の実績 2031年 があります — 年を確かめ、推計なら kind を "
         "projection にしてください"},
        {"fiscal-year-to-come", "observations.csv:line 3: 系列「visitors」に未来の実績 2027年度 があります"},
        {"month-to-come", "observations.csv:line 3: 系列「visitors」に未来の実績 2026年12月 があります"},
        {"baseline-to-come", "kpis.json:/kpis/0/baseline/year: 基準年 2027年 はまだ来ていません（27行目）"},
    });
    refuse_in_english(
        {{"fiscal-year-to-come",
          "the series 「visitors」 has an actual value of fiscal year 2027, which is still to come — check the year"},
         {"month-to-come", "an actual value of 2026-12, which is still to come"},
         {"baseline-to-come", "the baseline of 2027 is still to come"}});
    // The edition's own month and fiscal year are running; a projection may lie anywhere.
    const Run r = check_fault("running-periods");
    CHECK_MESSAGE(r.code == 0, r.out);
    CHECK(contains(r.out, "観測値 3"));
}

TEST_CASE("sosei-bundle check: what stands twice") {
    refuse({
        {"duplicate-observation", "observations.csv:line 4: 列「year」：同じ系列に同じ時点の値が二つあります（2025）"},
        {"duplicate-municipality", "municipalities.csv:line 5: 列「code」：id 「32525」 が二度使われています"},
        {"duplicate-indicator-row", "indicators.csv:line 4: 列「year」：同じ地域・指標・年の値が二つあります"},
        {"duplicate-kpi-name",
         "kpis.json:/kpis/1/name: 同じ名称の KPI が二つあります：「訪問者数」（もう一つの id は "
         "「visitors」）（43行目）"},
    });
    refuse_in_english(
        {{"duplicate-kpi-name", "two KPIs have the same name 「訪問者数」 (the other one's id is 「visitors」)"},
         {"duplicate-id", "the id 「ama-school」 stands twice (line 31) — rename one of them"}});
    const Run story = check_fault("duplicate-story");
    CHECK(story.code == 0);
    CHECK_MESSAGE(contains(story.out,
                           "stories.json:/stories/2/title: 警告: "
                           "同じ題名と場所の事例が二つあります：「島の学校」「島根県海士町」（もう一つの id は "
                           "「ama-school」）（58行目）"),
                  story.out);
    CHECK(contains(check_fault("duplicate-story", "en").out, "two stories have the same title 「島の学校」 and place"));
}

TEST_CASE(
    "sosei-bundle check: characters that the font cannot draw, each of a file once with its first place and count") {
    refuse({
        {"no-glyph-in-table",
         "municipalities.csv:line 3: 「千代\uE000区」の文字 U+E000 はフォントにありません（2 か所） — "
         "外字や絵文字、見えない文字を、標準の文字に置き換えてください\n誤り 1 件"},
        {"no-glyph-in-text",
         "stories.json:/stories/0/title: 「島の学校🏫」の文字 U+1F3EB はフォントにありません（2 か所、6行目）"},
        {"no-glyph-in-text", "stories.json:/stories/1/summary: 「半導体の\u200B事例です🏫。」の文字 U+200B は"},
    });
    refuse_in_english(
        {{"no-glyph-in-text", "the font has no glyph for the character U+1F3EB in 「島の学校🏫」 (found 2×, line 6)"}});
}

TEST_CASE("sosei-bundle check --lang en: no message of any fault has Japanese words of our own") {
    int faults = 0;
    for (const std::string& name : test::data_fixture_names()) {
        INFO(name);
        const bool is_fault = !harmless.count(name);
        const Run r = check_fault(name, "en");
        CHECK_MESSAGE(!has_japanese(unquoted(r.out)), r.out);
        // A fault that says nothing would be a fixture that has gone stale.
        CHECK((r.code == 1 || contains(r.out, "warning: ")) == is_fault);
        faults += is_fault;
    }
    CHECK(faults >= 45);
    CHECK_FALSE(has_japanese(unquoted(test::run({"check", test::source_dir() + "/data", "--lang", "en"}).out)));
}

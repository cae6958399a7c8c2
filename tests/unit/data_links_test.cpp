// The references and rules of the logic model, the 工程表, the background and the trends: the good fixture with one edit each.
#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <sstream>

#include "model/logic.h"
#include "tool/files.h"
#include "tool/run.h"
#include "unit/fixture.h"
#include "unit/tool_run.h"

using namespace atlas;
using test::contains;
namespace fs = std::filesystem;

namespace {

const std::string good = test::source_dir() + "/tests/fixtures/data/good";

struct Edit {
    const char *file, *from, *to;
};

/// What `check` says of the good sources after `edit`, which must hit exactly once.
std::string check_after(const Edit& edit, const char* language = "ja") {
    const test::TemporaryFolder temporary;
    const fs::path& folder = temporary.path;
    fs::copy(good, folder, fs::copy_options::recursive);
    std::string text = *tool::read_file(folder / edit.file);
    const size_t at = text.find(edit.from);
    REQUIRE_MESSAGE(at != std::string::npos, edit.file << " has no " << edit.from);
    text.replace(at, std::string_view(edit.from).size(), edit.to);
    std::ofstream(folder / edit.file, std::ios::binary) << text;
    std::ostringstream out, err;
    const int code = tool::run_bundle_tool({"check", folder.string(), "--lang", language}, out, err);
    CHECK(code == 1);
    return out.str();
}

}  // namespace

TEST_CASE("data: dangling references of the new files name file, pointer and the nearest known id") {
    struct Case {
        Edit edit;
        const char* expected;
    };
    for (const Case& c : {
             Case{{"roadmap.json", "\"a-1-1-p1\"", "\"a-1-1-p2\""},
                  "roadmap.json:/tables/0/rows/0/programmes/0: 主な事業「a-1-1-p2」 はありません — "
                  "「a-1-1-p1」ではありませんか"},
             Case{{"roadmap.json", "\"output\": \"a\"", "\"output\": \"q\""},
                  "roadmap.json:/tables/0/output: アウトプット「q」 はありません"},
             Case{{"logic-model.json", "\"pillar_measures\": [\n", "\"pillar_measures\": [\"2-9\",\n"},
                  "施策「2-9」 はありません — 「2-1」ではありませんか"},
             Case{{"logic-model.json", "\"reprint_of\": \"a-1-1\"", "\"reprint_of\": \"a-1-2\""},
                  "reprint_of: 主な施策「a-1-2」 はありません"},
             Case{{"observations.csv", "stats", "statz"},
                  "observations.csv:line 2: 出典「statz」 はありません — 「stats」ではありませんか（sources.csv）"},
             Case{{"previous-kpis.csv", "visitors", "vistors"},
                  "previous-kpis.csv:line 2: KPI 「vistors」 はありません — 「visitors」ではありませんか"},
             Case{{"framework.json", "\"pillar\": \"1\"", "\"pillar\": \"7\""},
                  "framework.json:/pillar_lists/0/items/0/pillar: 柱「7」 はありません"},
             Case{{"indicators.json", "\"strategy\"", "\"strateg\""},
                  "indicators.json:/indicators/0/sources/0: 出典「strateg」 はありません"},
         }) {
        INFO(std::string(c.expected));
        const std::string out = check_after(c.edit);
        CHECK_MESSAGE(contains(out, c.expected), out);
    }
}

TEST_CASE("data: each KPI has one place in the logic model, on its own level") {
    std::string out =
        check_after({"logic-model.json", "\"kpis\": [\n                \"visitors\"\n              ]", "\"kpis\": []"});
    CHECK_MESSAGE(contains(out, "logic-model.json: KPI「visitors」 がロジックモデルのどこにもありません"), out);
    out = check_after({"logic-model.json", "\"wellbeing\"", "\"wellbeing\", \"visitors\""});
    CHECK_MESSAGE(
        contains(out, "/impacts/0/outcomes/0/kpis/1: KPI「visitors」 の level は 「output」 です（ここは「outcome」）"),
        out);
    CHECK_MESSAGE(
        contains(
            out,
            "/impacts/0/outcomes/0/outputs/0/kpis/0: KPI「visitors」 は /impacts/0/outcomes/0/kpis/1 にもあります"),
        out);
}

TEST_CASE("data: what is missing in the 工程表 must be marked as such, and only that") {
    struct Case {
        Edit edit;
        const char* expected;
    };
    for (const Case& c : {
             Case{{"roadmap.json", "\"dating\": \"stated\"", "\"dating\": \"undated\""},
                  "rows/0/bars/0/dating: 時期があるのに undated です"},
             Case{{"roadmap.json", "\"dating\": \"undated\"", "\"dating\": \"stated\""},
                  "rows/0/bars/2/dating: 時期がないのに undated ではありません"},
             Case{{"roadmap.json", "\"end\": \"FY2029\"", "\"end\": \"2028-03\""},
                  "rows/0/bars/1/end: 終わりが始まりより前です"},
             Case{{"roadmap.json", "\"start\": \"2025-04\"", "\"start\": \"2025-13\""},
                  "rows/0/bars/0/start: 「2025-13」 は時期として読めません"},
             Case{{"roadmap.json", "\"lost\": true", "\"lost\": false"}, "rows/1/lost: 予定が一つもありません"},
             Case{{"roadmap.json", "\"partial\"", "\"complete\""},
                  "state: state が 「complete」 ですが、行を見ると「partial」です"},
             Case{{"roadmap.json", "\"note\": \"二行目は読み取れません。\",", ""},
                  "note: 欠けている表なのに、その説明（note）がありません"},
             Case{{"roadmap.json", "\"open_end\": true,", "\"open_end\": true, \"end\": \"2026-03\","},
                  "終わりがあるのに open_end です"},
         }) {
        INFO(std::string(c.expected));
        const std::string out = check_after(c.edit);
        CHECK_MESSAGE(contains(out, c.expected), out);
    }
}

TEST_CASE("data: a reprint is a link, a series without KPI needs a trend, an approximation its caveat") {
    std::string out = check_after(
        {"logic-model.json", "\"reprint_of\": \"a-1-1\"", "\"title\": \"写し\", \"reprint_of\": \"a-1-1\""});
    CHECK_MESSAGE(contains(out, "再掲の施策に、題名や主な事業の写しがあります"), out);
    out = check_after({"observations.csv", "visitors,visitors,2025", "births,,2025"}, "en");
    CHECK_MESSAGE(
        contains(out, "trends.json: the series 「births」 of no KPI stands in 0 trends — put it into exactly one"),
        out);
    out = check_after({"indicators.json", "\"decimals\": 0,", "\"decimals\": 0, \"approximate\": true,"});
    CHECK_MESSAGE(contains(out, "indicators.json:/indicators/0/caveat: 近似なのに、その説明（caveat）がありません"),
                  out);
    out = check_after({"previous-kpis.csv", "visitors,same", "visitors,"});
    CHECK_MESSAGE(contains(out, "列「relation」：successors と relation の片方だけがあります"), out);
    out = check_after({"framework.json", "\"date\": \"2014-11\"", "\"date\": \"2014-31\""});
    CHECK_MESSAGE(contains(out, "framework.json:/history/0/date: 「2014-31」 は日付ではありません"), out);
}

TEST_CASE("roadmap: dates as months on one axis") {
    using model::first_month, model::last_month;
    CHECK(first_month({2025, 4, false}) == 12 * 2025 + 3);
    CHECK(last_month({2025, 4, false}) == first_month({2025, 4, false}));
    CHECK(first_month({2025, 0, true}) == first_month({2025, 4, false}));
    CHECK(last_month({2025, 0, true}) == first_month({2026, 3, false}));
    CHECK(last_month({2025, 0, false}) == first_month({2025, 12, false}));
}

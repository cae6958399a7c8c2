// sosei-bundle as a user meets it: output and exit code for good sources, for each kind of fault, and for built bundles.
#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>

#include "core/sha256.h"
#include "model/load.h"
#include "tool/encode.h"
#include "tool/files.h"
#include "unit/fixture.h"
#include "unit/tool_run.h"

using namespace atlas;
using test::contains;
using test::run;
using test::Run;
using test::TemporaryFolder;
namespace fs = std::filesystem;

namespace {

const std::string fixtures = test::source_dir() + "/tests/fixtures/data/";

/// The good sources with the files of one fixture laid over them, checked.
Run check_with(const std::string& fault, const std::string& language = "ja") {
    TemporaryFolder data;
    fs::copy(fixtures + "good", data.path, fs::copy_options::recursive);
    fs::copy(fixtures + fault, data.path, fs::copy_options::recursive | fs::copy_options::overwrite_existing);
    return run({"check", data.path.string(), "--lang", language});
}

std::vector<std::string> names_in(const fs::path& folder) {
    std::vector<std::string> names;
    for (const auto& entry : fs::directory_iterator(folder)) names.push_back(entry.path().filename().string());
    std::sort(names.begin(), names.end());
    return names;
}

}  // namespace

TEST_CASE("sosei-bundle check: good sources, one line of counts") {
    const Run r = run({"check", fixtures + "good"});
    CHECK(r.code == 0);
    CHECK(std::count(r.out.begin(), r.out.end(), '\n') == 1);
    CHECK(contains(r.out, "誤りはありません (2026-11-22)"));
    CHECK(contains(r.out, "施策 2"));
    CHECK(contains(r.out, "指標の値 93"));
    CHECK(contains(run({"check", fixtures + "good", "--lang", "en"}).out,
                   "no errors (2026-11-22): pillars 2, measures 2"));
}

TEST_CASE("sosei-bundle check: the project's own data") {
    const Run r = run({"check", test::source_dir() + "/data"});
    CHECK_MESSAGE(r.code == 0, r.out);
}

TEST_CASE("sosei-bundle check: each kind of fault, with place and remedy") {
    struct Case {
        const char *fault, *expected;
    };
    for (const Case& c : {
             Case{"truncated", "stories.json:line 40: 途中で切れています（"},
             Case{"dangling-measure",
                  "stories.json:/stories/0/measures/0: 施策「1-9」 はありません — 「1-1」ではありませんか"},
             Case{"dangling-municipality",
                  "stories.json:/stories/0/municipalities/0: 市区町村コード「32526」 はありません — 「32525」"},
             Case{"dangling-kpi",
                  "observations.csv:line 2: KPI 「vistors」 はありません — 「visitors」ではありませんか（kpis.json）"},
             Case{"duplicate-id", "stories.json:/stories/1/id: id 「ama-school」 が二度使われています"},
             Case{"wrong-prefecture",
                  "/stories/0/municipalities/0: 市区町村 「32525」 の都道府県が prefectures にありません — prefectures "
                  "に「32」を足すか"},
             Case{"nan-in-json", "kpis.json:line 25: 数値でない値（NaN・Infinity）があります"},
             Case{"not-a-number-in-csv",
                  "observations.csv:line 3: 列「value」：「4,268万」 は数値ではありません — 半角の数字で"},
             Case{"unit-mismatch",
                  "kpis.json:/kpis/0/target/unit: 単位「万人」が、系列「visitors」の単位「人」と違います"},
             Case{"after-the-edition", "observations.csv:line 3: 系列「visitors」に未来の実績 2031年 があります"},
             Case{"lost-leading-zero",
                  "municipalities.csv:line 2: 列「code」：「1100」 は 5 桁のコードではありません — 先頭の 0 "
                  "が消えています"},
             Case{"missing-prefecture", "prefectures.csv: 都道府県が 46 件です（47 件のはずです）"},
             Case{"wrong-enum",
                  "kpis.json:/kpis/0/target/kind: 「levle」 は使えません（18行目） — 「level」ではありませんか"},
             Case{"not-utf8", "observations.csv:line 2: UTF-8 でも Shift_JIS（cp932）でもない"},
         }) {
        INFO(std::string(c.fault));
        const Run r = check_with(c.fault);
        CHECK(r.code == 1);
        CHECK_MESSAGE(contains(r.out, c.expected), r.out);
    }
}

TEST_CASE("sosei-bundle check: faults in English") {
    const Run r = check_with("dangling-measure", "en");
    CHECK(r.code == 1);
    CHECK_MESSAGE(
        contains(
            r.out,
            "stories.json:/stories/0/measures/0: there is no measure 「1-9」 — did you mean \"1-1\" (pillars.json)?"),
        r.out);
    CHECK(contains(r.out, "1 errors, 0 warnings"));
}

TEST_CASE("sosei-bundle check: a missing file is reported once, not at every reference to it") {
    TemporaryFolder data;
    fs::copy(fixtures + "good", data.path, fs::copy_options::recursive);
    fs::remove(data.path / "sources.csv");
    fs::remove(data.path / "municipalities.csv");
    const Run r = run({"check", data.path.string()});
    CHECK(r.code == 1);
    CHECK(r.out ==
          "sources.csv: ファイルがありません — このファイルを置いてください\n"
          "municipalities.csv: ファイルがありません — このファイルを置いてください\n"
          "誤り 2 件、警告 0 件\n");
}

TEST_CASE("sosei-bundle check: an unknown key is a warning with the nearest known one") {
    const Run r = check_with("unknown-key");
    CHECK(r.code == 0);
    CHECK_MESSAGE(contains(r.out, "stories.json:/stories/0/theem: 警告: 知らないキー 「theem」 があります"), r.out);
    CHECK(contains(r.out, "「theme」ではありませんか"));
}

TEST_CASE("sosei-bundle check: a byte order mark, CRLF, full-width digits and blank rows are no faults") {
    const Run r = check_with("spreadsheet-habits");
    CHECK_MESSAGE(r.code == 0, r.out);
    CHECK(contains(r.out, "観測値 2"));
}

TEST_CASE("sosei-bundle check: a table in cp932 is read, with a warning") {
    const Run r = check_with("cp932");
    CHECK_MESSAGE(r.code == 0, r.out);
    CHECK_MESSAGE(contains(r.out, "observations.csv: 警告: Shift_JIS（cp932）として読みました — 「CSV UTF-8」の形式で"),
                  r.out);
    CHECK(contains(r.out, "観測値 2"));
    CHECK(contains(check_with("cp932", "en").out, "warning: read as Shift_JIS (cp932)"));
}

TEST_CASE("sosei-bundle check: HTML in a name is text like any other") { CHECK(check_with("html-in-name").code == 0); }

TEST_CASE("sosei-bundle: wrong usage") {
    CHECK(run({}).code == 2);
    CHECK(contains(run({}).err, "sosei-bundle check DIR"));
    CHECK(run({"check"}).code == 2);
    CHECK(run({"check", "/no/such/folder"}).code == 2);
    CHECK(run({"build", fixtures + "good"}).code == 2);
    CHECK(run({"check", fixtures + "good", "--lang"}).code == 2);
    CHECK(run({"check", fixtures + "good", "--frobnicate"}).code == 2);
}

TEST_CASE("sosei-bundle build: hashed bundles and a manifest, the same bytes each time, stale ones removed") {
    TemporaryFolder a, b;
    std::ofstream(a.path / "stories-0123456789.json") << "{}";
    std::ofstream(a.path / "notes.txt") << "mine";
    const Run first = run({"build", fixtures + "good", "-o", a.path.string()});
    REQUIRE_MESSAGE(first.code == 0, first.out);
    CHECK(contains(first.out, "境界データなし"));
    CHECK(run({"build", fixtures + "good", "-o", b.path.string()}).code == 0);
    std::vector<std::string> expected = names_in(b.path);
    CHECK(expected.size() == 12);
    for (const std::string& name : expected) {
        const auto in_a = tool::read_file(a.path / name), in_b = tool::read_file(b.path / name);
        REQUIRE(in_a);
        CHECK(*in_a == *in_b);
    }
    expected.push_back("notes.txt");
    std::sort(expected.begin(), expected.end());
    CHECK(names_in(a.path) == expected);

    const auto manifest = model::load_manifest(*tool::read_file(a.path / "manifest.json"), "manifest.json");
    REQUIRE(manifest);
    for (const model::ManifestEntry& entry : manifest->bundles) {
        const auto bytes = tool::read_file(a.path / entry.file);
        REQUIRE(bytes);
        CHECK(sha256_hex(*bytes) == entry.sha256);
        CHECK(bytes->size() == entry.bytes);
        CHECK(contains(entry.file, entry.sha256.substr(0, 10)));
    }
    CHECK(run({"check", a.path.string()}).code == 0);
}

TEST_CASE("sosei-bundle build: what the bundles hold") {
    TemporaryFolder out;
    REQUIRE(run({"build", fixtures + "good", "-o", out.path.string()}).code == 0);
    const auto manifest = model::load_manifest(*tool::read_file(out.path / "manifest.json"), "manifest.json");
    REQUIRE(manifest);
    const auto bytes = [&](model::BundleName name) {
        for (const auto& entry : manifest->bundles)
            if (entry.name == name) return *tool::read_file(out.path / entry.file);
        return std::string();
    };
    const auto places = model::load_places(bytes(model::BundleName::places), "places");
    REQUIRE(places);
    CHECK(places->prefectures.size() == 47);
    REQUIRE(places->municipalities.size() == 1);  // of three, the one that a story names
    CHECK(places->municipalities[0].code == "32525");

    const auto stories = model::load_stories(bytes(model::BundleName::stories), "stories");
    REQUIRE(stories);
    REQUIRE(stories->stories[0].position);
    CHECK(stories->stories[0].position->lon_deg ==
          doctest::Approx(places->municipalities[0].position.lon_deg).epsilon(1e-4));
    REQUIRE(stories->stories[1].position);  // a region: the mean of its prefectures' label points
    const double mean = (places->prefectures[42].label.lat_deg + places->prefectures[43].label.lat_deg) / 2;
    CHECK(stories->stories[1].position->lat_deg == doctest::Approx(mean).epsilon(1e-4));

    const auto kpis = model::load_kpis(bytes(model::BundleName::kpis), "kpis");
    REQUIRE(kpis);
    CHECK(kpis->series[0].points[1].value == 4268.36);
    CHECK(kpis->series[0].definition == "暦年");

    const auto indicators = model::load_indicators(bytes(model::BundleName::indicators), "indicators");
    REQUIRE(indicators);
    CHECK(indicators->indicators[0].years == std::vector<int>{2019, 2020});
    CHECK_FALSE(indicators->indicators[0].values[0][12]);  // Tokyo has no value in 2019
    CHECK(*indicators->indicators[0].values[1][46] == 49020);
}

TEST_CASE("sosei-bundle build: faulty sources are not built") {
    TemporaryFolder data, out;
    fs::copy(fixtures + "good", data.path, fs::copy_options::recursive);
    fs::copy(fixtures + "truncated", data.path, fs::copy_options::recursive | fs::copy_options::overwrite_existing);
    CHECK(run({"build", data.path.string(), "-o", out.path.string()}).code == 1);
    CHECK(names_in(out.path).empty());
}

TEST_CASE("sosei-bundle check: built bundles that were truncated or lost") {
    TemporaryFolder out;
    REQUIRE(run({"build", fixtures + "good", "-o", out.path.string()}).code == 0);
    std::string stories, kpis;
    for (const std::string& name : names_in(out.path)) {
        if (name.rfind("stories-", 0) == 0) stories = name;
        if (name.rfind("kpis-", 0) == 0) kpis = name;
    }
    fs::resize_file(out.path / stories, 300);
    fs::remove(out.path / kpis);
    const Run r = run({"check", out.path.string()});
    CHECK(r.code == 1);
    CHECK_MESSAGE(contains(r.out, stories + ": manifest.json の大きさか SHA-256 と合いません（300 バイト"), r.out);
    CHECK(contains(r.out, stories + ":line 1: 途中で切れています"));
    CHECK(contains(r.out, kpis + ": ファイルがありません"));
}

TEST_CASE("sosei-bundle stats: counts by kind and by status") {
    const Run r = run({"stats", fixtures + "good"});
    CHECK(r.code == 0);
    CHECK(contains(r.out, "好事例\t2\n"));
    CHECK(contains(r.out, "KPI 順調\t1\n"));
    CHECK(contains(r.out, "KPI 判定不可：基準値未設定\t1\n"));
}

TEST_CASE("sosei-bundle build: boundaries are wrapped under one name, their source kept or N03-2025") {
    const std::string topology =
        R"({"type":"Topology","objects":{"anything":{"type":"GeometryCollection","geometries":[)"
        R"({"type":"Polygon","arcs":[[0]],"properties":{"code":"13","extra":"x"}}]}},"arcs":[[[139,35],[140,35],[140,36],[139,35]]]})";
    const auto built = tool::encode_boundaries(topology, "prefectures.topojson", "2026-11-22");
    REQUIRE_MESSAGE(built, test::lines(built.problems()));
    CHECK(contains(built->bytes, R"("objects":{"areas":)"));
    CHECK_FALSE(contains(built->bytes, "extra"));
    const auto areas = model::load_boundaries(built->bytes, "boundaries");
    REQUIRE_MESSAGE(areas, test::lines(areas.problems()));
    CHECK(areas->source == "N03-2025");
    CHECK(areas->features.at(0).code == "13");
}

TEST_CASE("sha256: the vectors of FIPS 180-4") {
    CHECK(sha256_hex("") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    CHECK(sha256_hex("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    CHECK(sha256_hex("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq") ==
          "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
    CHECK(sha256_hex(std::string(1'000'000, 'a')) ==
          "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
}

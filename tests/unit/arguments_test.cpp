// The command line of sosei-atlas: what goes where, and how it is refused.
#include "app/arguments.h"

#include <doctest/doctest.h>

using namespace atlas;
using app::Arguments;

namespace {

struct Read {
    Arguments arguments;
    std::string fault;
};
Read read(std::vector<const char*> given) {
    Read out;
    out.fault = app::parse_arguments(given, out.arguments);
    return out;
}
bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

}  // namespace

TEST_CASE("arguments: options, switches and files go where they belong") {
    const Read r =
        read({"--data",     "d",      "--route", "/map",         "--route", "/en/kpis",   "--size",
              "800x600",    "--dpr",  "1.5",     "--fullscreen", "--dark",  "--base-url", "https://atlas.example/",
              "2026.sosei", "--open", "own.csv", "--trust",      "a.pub",   "--trust",    "b.pub"});
    REQUIRE(r.fault == "");
    const Arguments& a = r.arguments;
    CHECK(a.desktop.data_dir == "d");
    CHECK(a.routes == std::vector<std::string>{"/map", "/en/kpis"});
    CHECK(a.desktop.route == "/en/kpis");
    CHECK((a.desktop.width == 800 && a.desktop.height == 600));
    CHECK(a.desktop.dpr == 1.5f);
    CHECK(a.desktop.fullscreen);
    CHECK(a.desktop.appearance.dark);
    CHECK_FALSE(a.desktop.appearance.more_contrast);
    CHECK(a.edition_file == "2026.sosei");
    CHECK(a.own_file == "own.csv");
    CHECK(a.key_files.size() == 2);
    CHECK(a.opens_window());
}

TEST_CASE("arguments: a kiosk's") {
    const Read r = read({"--kiosk", "--deck", "kpi-review", "--idle", "90", "--exit-code", "2468", "--lang", "en,ja",
                         "--usage", "counts", "--reduced-motion"});
    REQUIRE(r.fault == "");
    const app::KioskOptions& kiosk = r.arguments.kiosk;
    CHECK(kiosk.is_on);
    CHECK(kiosk.deck == "kpi-review");
    CHECK(kiosk.deck_file.empty());
    CHECK(read({"--kiosk", "--deck", "there/own.json"}).arguments.kiosk.deck_file == "there/own.json");
    CHECK(kiosk.idle_ms == 90'000);
    CHECK(kiosk.code == "2468");
    CHECK(kiosk.languages == std::vector<Lang>{Lang::en, Lang::ja});
    CHECK(kiosk.usage_folder == "counts");
    CHECK(r.arguments.desktop.reduced_motion);
    CHECK_FALSE(r.arguments.has_size);
    const std::pair<const char*, const char*> faulty[] = {
        {"--idle", "9"},  {"--idle", "x"},     {"--exit-code", "12"}, {"--exit-code", "ab12"},
        {"--lang", "fr"}, {"--lang", "ja,ja"}, {"--lang", ""},        {"--speed", "0"}};
    for (const auto& each : faulty) CHECK_MESSAGE(read({"--kiosk", each.first, each.second}).fault != "", each.first);
}

TEST_CASE("arguments: --open takes a single-file edition too") {
    CHECK(read({"--open", "x.sosei"}).arguments.edition_file == "x.sosei");
}

TEST_CASE("arguments: what is wrong is named") {
    const std::pair<std::vector<const char*>, const char*> faulty[] = {
        {{"--nonsense", "x"}, "--nonsense"},
        {{"loose"}, "loose"},
        {{""}, ""},
        {{"--route"}, "--route"},
        {{"--size", "12"}, "12"},
        {{"--size", "0x0"}, "0x0"},
        {{"--size", "99999x600"}, "99999x600"},
        {{"--dpr", "x"}, "x"},
        {{"--dpr", "9"}, "9"},
        {{"--base-url", "ftp://a/"}, "ftp://a/"},
        {{"--base-url", "https://a"}, "https://a"},
        {{"--export", "book"}, "book"},
        {{"--export", "site"}, "-o"},
        {{"--export", "site", "-o", "out"}, "--shell"},
        {{"--export-pdf", "x.pdf"}, "--route"},
        {{"--export-deck", "ten-minutes"}, "-o"},
        {{"--lang", "fr"}, "fr"},
    };
    for (const auto& [given, named] : faulty) {
        const std::string first = given.front();  // clang captures no structured binding
        CAPTURE(first);
        const std::string fault = read(given).fault;
        CHECK(fault != "");
        CHECK(has(fault, named));
    }
}

TEST_CASE("arguments: a deck, its language, its notes and where it goes") {
    const Read r = read({"--export-deck", "own.json", "-o", "x.pdf", "--notes", "--lang", "en"});
    REQUIRE(r.fault == "");
    CHECK(r.arguments.deck == "own.json");
    CHECK(r.arguments.output == "x.pdf");
    CHECK(r.arguments.with_notes);
    CHECK(r.arguments.lang == Lang::en);
    CHECK_FALSE(r.arguments.has_size);
    CHECK_FALSE(r.arguments.opens_window());
}

TEST_CASE("arguments: --presenter opens both sides of a deck, in its language") {
    const Read r = read({"--presenter", "ten-minutes", "--lang", "en"});
    CHECK(r.arguments.desktop.route == "/en/briefing/ten-minutes/notes");
    CHECK(r.arguments.desktop.second_route == "/en/briefing/ten-minutes");
    CHECK(r.arguments.opens_window());
}

TEST_CASE("arguments: the help names every option and wins over what else is there") {
    CHECK(read({"--nonsense", "--help"}).arguments.wants_help);
    const std::string help = app::usage();
    for (const char* option : {"FILE.sosei",
                               "--data DIR",
                               "--route ROUTE",
                               "--trust KEY.pub",
                               "--open FILE",
                               "--size WxH",
                               "--dpr N",
                               "--fullscreen",
                               "--dark",
                               "--contrast",
                               "--base-url URL",
                               "--screenshot FILE.png",
                               "--dump-semantics FILE.json",
                               "--dump-scene FILE.txt",
                               "--export-svg FILE.svg",
                               "--export-html FILE.html",
                               "--export-pdf FILE.pdf",
                               "--export site",
                               "-o DIR",
                               "--shell FILE",
                               "--preload FILE"})
        CHECK_MESSAGE(has(help, option), option);
    CHECK(has(help, "no display is needed"));
}

TEST_CASE("arguments: whatever writes a file opens no window") {
    for (const char* option : {"--screenshot", "--dump-semantics", "--dump-scene", "--export-svg", "--export-html"})
        CHECK_FALSE(read({option, "f"}).arguments.opens_window());
    CHECK_FALSE(read({"--export-pdf", "f.pdf", "--route", "/"}).arguments.opens_window());
}

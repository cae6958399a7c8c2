// Scene → PDF: what the file says of itself and how it fails. That its text reads back and its fonts are embedded subsets is
// tests/e2e/print.test.mjs, which asks poppler.
#include "export/pdf.h"

#include <doctest/doctest.h>

#include <string>

using namespace atlas;
using exporting::PdfOptions;
using exporting::PdfPage;

namespace {

const std::string fonts = ATLAS_SOURCE_DIR "/node_modules/@expo-google-fonts/noto-sans-jp/";

PdfOptions options() {
    PdfOptions options;
    options.font_regular = fonts + "400Regular/NotoSansJP_400Regular.ttf";
    options.font_bold = fonts + "700Bold/NotoSansJP_700Bold.ttf";
    options.date = "2026-11-22";
    return options;
}

scene::Scene one(scene::Mark mark) {
    scene::Scene scene;
    scene.size = {400, 300}, scene.document_height = 1200, scene.title = "目標";
    scene.layer(scene::Layer::document).push_back(std::move(mark));
    return scene;
}

bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

}  // namespace

#ifdef ATLAS_HAS_PDF

TEST_CASE("pdf: one sheet a scene, 0.75 pt a pixel, the window's height or the document's") {
    const scene::Scene scene = one(scene::TextMark{{8, 20}, "創生2.0 66件", {16, Weight::bold}, rgb(0x333333), {}});
    const PdfPage pages[] = {{&scene, false}, {&scene, true}};
    const Result<std::string> made = exporting::pdf(pages, options());
    REQUIRE(made);
    CHECK(made->rfind("%PDF-", 0) == 0);
    CHECK(has(*made, "/MediaBox [ 0 0 300 225 ]"));
    CHECK(has(*made, "/MediaBox [ 0 0 300 900 ]"));
    CHECK(has(*made, "/Count 2"));
}

TEST_CASE("pdf: equal scenes of one edition give equal bytes") {
    const scene::Scene scene = one(scene::RectMark{{10, 10, 100, 50}, rgb(0x0017C1), rgb(0x000000), 1, 8, true});
    const PdfPage pages[] = {{&scene, false}};
    const Result<std::string> first = exporting::pdf(pages, options()), second = exporting::pdf(pages, options());
    REQUIRE(first);
    REQUIRE(second);
    CHECK(*first == *second);
    CHECK(has(*first, "2026"));
}

TEST_CASE("pdf: a malformed byte in a text costs that letter, not the page") {
    const scene::Scene scene = one(scene::TextMark{{8, 20}, "a\xff z", {16, Weight::regular}, rgb(0x333333), {}});
    const PdfPage pages[] = {{&scene, false}};
    CHECK(exporting::pdf(pages, options()));
}

TEST_CASE("pdf: a page longer than a PDF may have is made smaller as a whole") {
    scene::Scene scene = one(scene::RectMark{{0, 39999, 400, 1}, rgb(0x0017C1), {}, 0, 0, false});
    scene.document_height = 40000;
    const PdfPage pages[] = {{&scene, true}};
    const Result<std::string> made = exporting::pdf(pages, options());
    REQUIRE(made);
    CHECK(has(*made, "/MediaBox [ 0 0 144 14400 ]"));
}

TEST_CASE("pdf: a link of a node leads where it says; routes only where the atlas is published") {
    scene::Scene scene = one(scene::TextMark{{8, 20}, "目標", {16, Weight::regular}, rgb(0x0017C1), {}});
    for (const char* href : {"/kpis/a'b", "https://example.org/x"}) {
        scene::Node node;
        node.id = href, node.role = scene::Role::link, node.name = href, node.href = href, node.rect = {8, 4, 60, 24};
        scene.nodes.push_back(node);
    }
    const PdfPage pages[] = {{&scene, false}};
    PdfOptions o = options();
    const Result<std::string> unpublished = exporting::pdf(pages, o);
    o.base_url = "https://example.org/atlas/";
    const Result<std::string> published = exporting::pdf(pages, o);
    REQUIRE(unpublished);
    REQUIRE(published);
    CHECK(has(*unpublished, "/URI (https://example.org/x)"));
    CHECK(!has(*unpublished, "kpis"));
    CHECK(has(*published, "https://example.org/atlas/#/kpis/a'b"));
}

TEST_CASE("pdf: without its font there is a problem that names it") {
    const scene::Scene scene = one(scene::RectMark{});
    const PdfPage pages[] = {{&scene, false}};
    PdfOptions o = options();
    o.font_bold = "/nowhere.ttf";
    CHECK(!exporting::pdf(pages, o));
}

#else

TEST_CASE("pdf: a program without cairo says so") {
    const scene::Scene scene = one(scene::RectMark{});
    const PdfPage pages[] = {{&scene, false}};
    const Result<std::string> made = exporting::pdf(pages, options());
    REQUIRE(!made);
    CHECK(has(made.problems()[0].remedy, "libcairo2-dev"));
}

#endif

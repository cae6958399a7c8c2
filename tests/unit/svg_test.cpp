// Scene → SVG: what an image editor, a printer and a reader of the picture get.
#include "export/svg.h"

#include <doctest/doctest.h>

using namespace atlas;
using exporting::SvgOptions;
using exporting::to_svg;

namespace {

bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

int count(const std::string& text, const std::string& part) {
    int n = 0;
    for (size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + part.size())) ++n;
    return n;
}

scene::Scene one(scene::Mark mark) {
    scene::Scene scene;
    scene.size = {100, 80};
    scene.layer(scene::Layer::document).push_back(std::move(mark));
    return scene;
}

/// Two squares of 10 km that share a border; the second has a hole.
MapMeshPtr two_squares() {
    auto mesh = std::make_shared<MapMesh>();
    mesh->id = 1;
    mesh->vertices = {{0, 0},   {10, 0},  {10, 10}, {0, 10}, {10, 0}, {20, 0},
                      {20, 10}, {10, 10}, {14, 4},  {14, 6}, {16, 6}, {16, 4}};
    mesh->ring_first = {0, 4, 8, 12};
    mesh->ring_is_hole = {false, false, true};
    mesh->feature_rings = {0, 1, 3};
    mesh->feature_codes = {"01", "02"};
    mesh->feature_bounds = {{0, 0, 10, 10}, {10, 0, 10, 10}};
    mesh->line_points = {{10, 0}, {10, 10}, {0, 0}, {0, 10}};
    mesh->lines = {{0, 2, 0, 1, MapMesh::LineKind::inner}, {2, 2, 0, -1, MapMesh::LineKind::coast}};
    return mesh;
}

scene::MapMark map_of(MapMeshPtr mesh) {
    scene::MapMark map;
    map.rect = {0, 0, 100, 80}, map.mesh = std::move(mesh), map.scale = 2;
    map.fills = {rgb(0x0017C1), rgb(0xE6E6E6)};
    return map;
}

}  // namespace

TEST_CASE("svg: text stays text, in the site's font, with markup characters escaped") {
    const std::string svg =
        to_svg(one(scene::TextMark{{8, 20}, "a < b & \"創生\"", {16, Weight::bold}, rgb(0x333333), transparent}));
    CHECK(has(svg, "font-family=\"'Noto Sans JP','Noto Sans CJK JP',sans-serif\""));
    CHECK(has(svg,
              "<text x=\"8\" y=\"20\" font-size=\"16\" font-weight=\"700\" fill=\"#333333\">a &lt; b &amp; "
              "&quot;創生&quot;</text>"));
}

TEST_CASE("svg: control characters, which XML forbids, are left out") {
    CHECK(has(to_svg(one(scene::TextMark{{0, 20},
                                         "a\x01\x1b"
                                         "b",
                                         {16, Weight::regular},
                                         rgb(0),
                                         transparent})),
              ">ab</text>"));
}

TEST_CASE("svg: title and description of the scene are the picture's, unless others are given") {
    scene::Scene scene = one(scene::RectMark{{0, 0, 10, 10}, rgb(0), transparent, 0, 0, false});
    scene.title = "概要", scene.description = "説明";
    CHECK(has(to_svg(scene), "<title>概要</title>\n<desc>説明</desc>"));
    SvgOptions options;
    options.title = "図";
    CHECK(has(to_svg(scene, options), "<title>図</title>"));
}

TEST_CASE("svg: a rectangle's stroke lies inside it, as on the screen") {
    scene::RectMark rect;
    rect.rect = {10, 10, 20, 20}, rect.stroke = rgb(0x333333), rect.stroke_px = 2;
    CHECK(has(
        to_svg(one(rect)),
        "<rect x=\"11\" y=\"11\" width=\"18\" height=\"18\" fill=\"none\" stroke=\"#333333\" stroke-width=\"2\"/>"));
}

TEST_CASE("svg: half transparent colours carry their opacity") {
    CHECK(has(to_svg(one(scene::RectMark{{0, 0, 10, 10}, rgb(0x0017C1).with_alpha(51), transparent, 0, 0, false})),
              "fill=\"#0017c1\" fill-opacity=\"0.20\""));
}

TEST_CASE("svg: a map is one path a feature, clipped, with holes, shared borders drawn once") {
    scene::MapMark map = map_of(two_squares());
    map.border = rgb(0xFFFFFF), map.coast = rgb(0x999999);
    const std::string svg = to_svg(one(map));
    CHECK(has(svg, "<clipPath id=\"clip1\"><rect x=\"0\" y=\"0\" width=\"100\" height=\"80\"/></clipPath>"));
    CHECK(has(svg, "<path d=\"M0 0L20 0L20 20L0 20Z\" fill=\"#0017c1\" fill-rule=\"evenodd\"/>"));
    CHECK(has(svg, "M20 0L40 0L40 20L20 20ZM28 8L28 12L32 12L32 8Z"));
    CHECK(count(svg, "stroke=\"#ffffff\"") == 1);
    CHECK(count(svg, "stroke=\"#999999\"") == 1);
}

TEST_CASE("svg: no data is a hatch, defined once") {
    scene::MapMark map = map_of(two_squares());
    map.hatched = {true, true};
    const std::string svg = to_svg(one(map));
    CHECK(count(svg, "<pattern id=\"hatch\"") == 1);
    CHECK(count(svg, "fill=\"url(#hatch)\"") == 2);
}

TEST_CASE("svg: points nearer than 0.3 px to the one before are left out") {
    scene::PathMark path;
    path.points = {{0, 0}, {0.1f, 0}, {10, 0}, {10.2f, 0}, {20, 0}}, path.stroke = rgb(0);
    CHECK(has(to_svg(one(path)), "d=\"M0 0L10 0L20 0\""));
}

TEST_CASE("svg: clips are closed even where the scene forgot to") {
    scene::Scene scene = one(scene::ClipMark{{0, 0, 10, 10}});
    scene.layer(scene::Layer::document).emplace_back(scene::RectMark{{0, 0, 5, 5}, rgb(0), transparent, 0, 0, false});
    const std::string svg = to_svg(scene);
    CHECK(count(svg, "<g ") == count(svg, "</g>"));
}

TEST_CASE("svg: a part, a layer or the whole document can be taken") {
    scene::Scene scene = one(scene::RectMark{{0, 300, 10, 10}, rgb(0x111111), transparent, 0, 0, false});
    scene.layer(scene::Layer::chrome)
        .emplace_back(scene::RectMark{{0, 60, 100, 20}, rgb(0x222222), transparent, 0, 0, false});
    scene.document_height = 400;
    SvgOptions part;
    part.area = Rect{10, 20, 30, 40};
    CHECK(has(to_svg(scene, part), "viewBox=\"10 20 30 40\""));
    SvgOptions layer;
    layer.only = scene::Layer::document;
    CHECK(!has(to_svg(scene, layer), "#222222"));
    SvgOptions whole;
    whole.whole_document = true;
    CHECK(has(to_svg(scene, whole), "height=\"400\""));
    CHECK(has(to_svg(scene, whole), "<g transform=\"translate(0 320)\">"));  // the bar keeps to the lower edge
}

TEST_CASE("svg: the picture has the scene's language, Japanese words in an English one their own") {
    scene::Scene scene = one(scene::TextMark{{8, 20}, "海士町", {16, Weight::regular}, rgb(0), transparent});
    CHECK(has(to_svg(scene), "lang=\"ja\" font-family"));
    CHECK(count(to_svg(scene), "lang=") == 1);
    scene.lang = Lang::en;
    scene.layer(scene::Layer::document)
        .emplace_back(scene::TextMark{{8, 40}, "Ama", {16, Weight::regular}, rgb(0), transparent});
    const std::string svg = to_svg(scene);
    CHECK(has(svg, "lang=\"en\" font-family"));
    CHECK(has(svg, "font-size=\"16\" lang=\"ja\" fill=\"#000000\">海士町<"));
    CHECK(count(svg, "lang=\"ja\"") == 1);
}

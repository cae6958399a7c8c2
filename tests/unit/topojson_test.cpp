// Boundary files: what is read, what is left out, and what each fault says.
#include "bundle/topojson.h"

#include <doctest/doctest.h>

#include <chrono>
#include <cmath>
#include <fstream>
#include <iterator>
#include <limits>
#include <memory>
#include <string>

#include "geo/geo.h"
#include "unit/fixture.h"

using namespace atlas;
using namespace atlas::bundle;

namespace {

Json parsed(std::string_view text) {
    Result<Json> json = parse_json(text, "test.json");
    REQUIRE_MESSAGE(json, "the test's JSON is malformed");
    return *json;
}
Result<geo::FeatureSet> read(std::string_view text) { return read_boundaries(parsed(text), "geo.json"); }

/// The only problem's pointer; every problem must say what and how to mend it, in both languages.
std::string pointer_of_the_fault(const Result<geo::FeatureSet>& result) {
    if (result) return "no fault";
    for (const Problem& problem : result.problems()) {
        CHECK(problem.file == "geo.json");
        CHECK(!problem.what.empty());
        CHECK(!problem.remedy.empty());
        CHECK(!problem.what_en.empty());
        CHECK(!problem.remedy_en.empty());
    }
    return result.problems().size() == 1 ? result.problems()[0].at
                                         : std::to_string(result.problems().size()) + " faults";
}
std::string pointer_of_the_fault(std::string_view text) { return pointer_of_the_fault(read(text)); }

/// Two squares side by side with a common arc (0), the west one's coast (1) and the east one's (2).
/// Units of 0.5° from 130° E 30° N.
constexpr const char* two_squares = R"({"type":"Topology","source":"N03-2025",
  "transform":{"scale":[0.5,0.5],"translate":[130,30]},
  "arcs":[[[2,0],[0,2]],[[2,2],[-2,0],[0,-2],[2,0]],[[2,0],[2,0],[0,2],[-2,0]]],
  "objects":{"areas":{"type":"GeometryCollection","geometries":[
    {"type":"Polygon","arcs":[[0,1]],"properties":{"code":"01"}},
    {"type":"MultiPolygon","arcs":[[[2,-1]]],"properties":{"code":"02"}},
    {"type":null,"properties":{"code":"03"}}]}}})";

std::string replaced(std::string text, std::string_view from, std::string_view to) {
    const size_t at = text.find(from);
    REQUIRE(at != std::string::npos);
    return text.replace(at, from.size(), to);
}

}  // namespace

TEST_SUITE("topojson") {
    TEST_CASE("quantised arcs, forwards and backwards, become rings") {
        const auto set = read(two_squares);
        REQUIRE(set);
        CHECK(set->source == "N03-2025");
        CHECK(set->warnings.empty());
        REQUIRE(set->features.size() == 3);
        const geo::Ring& west = set->features[0].polygons.at(0).rings.at(0);
        REQUIRE(west.size() == 4);
        CHECK(west[0].lon_deg == 131);
        CHECK(west[0].lat_deg == 30);
        CHECK(west[2].lon_deg == 130);
        CHECK(west[2].lat_deg == 31);
        const geo::Ring& east = set->features[1].polygons.at(0).rings.at(0);
        REQUIRE(east.size() == 4);
        CHECK(east[3].lon_deg == 131);
        CHECK(east[3].lat_deg == 31);
    }
    TEST_CASE("a feature without geometry is kept") {
        const auto set = read(two_squares);
        REQUIRE(set);
        CHECK(set->features[2].code == "03");
        CHECK(set->features[2].polygons.empty());
    }
    TEST_CASE("each arc is one border, with the features on its left and right hand") {
        const auto set = read(two_squares);
        REQUIRE(set);
        REQUIRE(set->borders.size() == 3);
        CHECK(set->borders[0].left == 0);
        CHECK(set->borders[0].right == 1);
        CHECK(set->borders[0].points[0].lat_deg == 30);  // northwards, so west is on the left
        CHECK(set->borders[1].left == 0);
        CHECK(set->borders[1].right == -1);
        CHECK(set->borders[2].left == 1);
        CHECK(set->borders[2].right == -1);
    }
    TEST_CASE("a coast stored with its land on the right is turned round") {
        const auto set = read(R"({"type":"Topology","arcs":[[[130,30],[130,31],[131,31],[131,30],[130,30]]],
            "objects":{"a":{"type":"Polygon","arcs":[[0]],"properties":{"code":"01"}}}})");
        REQUIRE(set);
        REQUIRE(set->borders.size() == 1);
        CHECK(set->borders[0].left == 0);
        CHECK(set->borders[0].right == -1);
        CHECK(set->borders[0].points.size() == 5);
        CHECK(set->borders[0].points[1].lon_deg == 131);  // eastwards along the south coast first
    }
    TEST_CASE("an enclave lies on the inner side of the hole's arc") {
        const auto set = read(R"({"type":"Topology","arcs":[[[130,30],[134,30],[134,34],[130,34],[130,30]],
            [[131,31],[132,31],[132,32],[131,32],[131,31]]],
            "objects":{"a":{"type":"GeometryCollection","geometries":[
            {"type":"Polygon","arcs":[[0],[-2]],"properties":{"code":"01"}},
            {"type":"Polygon","arcs":[[1]],"properties":{"code":"02"}}]}}})");
        REQUIRE(set);
        REQUIRE(set->borders.size() == 2);
        CHECK(set->borders[1].left == 1);
        CHECK(set->borders[1].right == 0);
    }
    TEST_CASE("an arc that a feature shares with itself is no border") {
        const auto set =
            read(replaced(replaced(two_squares, R"({"type":"Polygon","arcs":[[0,1]],"properties":{"code":"01"}},)", ""),
                          "[[[2,-1]]]", "[[[2,-1]],[[0,1]]]"));
        REQUIRE(set);
        CHECK(set->borders.size() == 2);
    }
    TEST_CASE("areas that overlap keep their lines") {
        const auto set = read(R"({"type":"Topology","arcs":[[[130,30],[131,30],[131,31],[130,30]]],
            "objects":{"a":{"type":"GeometryCollection","geometries":[
            {"type":"Polygon","arcs":[[0]],"properties":{"code":"01"}},
            {"type":"Polygon","arcs":[[0]],"properties":{"code":"02"}}]}}})");
        REQUIRE(set);
        REQUIRE(set->borders.size() == 2);
        CHECK(set->borders[1].left == 1);
        CHECK(set->borders[1].right == -1);
    }
    TEST_CASE("a ring that has no area is left out, and said so") {
        const auto set = read(R"({"type":"Topology","transform":{"scale":[1,1],"translate":[130,30]},
            "arcs":[[[0,0],[0,0],[1,0],[-1,0]],[[0,0],[3,0],[0,3],[-3,-3]]],
            "objects":{"a":{"type":"MultiPolygon","arcs":[[[0]],[[1],[0]]],"properties":{"code":"01"}}}})");
        REQUIRE(set);
        REQUIRE(set->features[0].polygons.size() == 1);
        CHECK(set->features[0].polygons[0].rings.size() == 1);
        REQUIRE(set->warnings.size() == 2);
        CHECK(set->warnings[0].severity == Severity::warning);
        CHECK(set->warnings[0].at == "/objects/a/arcs/0/0");
        CHECK(set->warnings[1].at == "/objects/a/arcs/1/1");
        CHECK(set->borders.size() == 1);
    }
    TEST_CASE("a layer's name is escaped in pointers") {
        CHECK(pointer_of_the_fault(R"({"type":"Topology","arcs":[],"objects":{"a/b~c":{"type":"GeometryCollection",
            "geometries":[{"type":"Point","properties":{"code":"1"}}]}}})") == "/objects/a~1b~0c/geometries/0/type");
    }

    TEST_CASE("faults name their place") {
        CHECK(pointer_of_the_fault("[]") == "/type");
        CHECK(pointer_of_the_fault(R"({"type":"Topologie"})") == "/type");
        CHECK(pointer_of_the_fault(R"({"type":"Topology","arcs":[],"objects":{}})") == "/objects");
        CHECK(pointer_of_the_fault(R"({"type":"Topology","arcs":[],"objects":{"a":{},"b":{}}})") == "/objects");
        CHECK(pointer_of_the_fault(R"({"type":"Topology","arcs":[],"objects":{"a":{"geometries":[]}}})") == "");
        CHECK(pointer_of_the_fault(R"({"type":"Topology","arcs":[],"objects":{"a":{"geometries":7}}})") ==
              "/objects/a/geometries");
        CHECK(pointer_of_the_fault(replaced(two_squares, "[0.5,0.5]", "[0.5]")) == "/transform/scale");
        const std::string geometry = "/objects/areas/geometries/";
        CHECK(pointer_of_the_fault(replaced(two_squares, "[[0,1]]", "[[0,3]]")) == geometry + "0/arcs/0/1");
        CHECK(pointer_of_the_fault(replaced(two_squares, "[[0,1]]", "[[0,-4]]")) == geometry + "0/arcs/0/1");
        CHECK(pointer_of_the_fault(replaced(two_squares, "[[0,1]]", "[[0,0.5]]")) == geometry + "0/arcs/0/1");
        CHECK(pointer_of_the_fault(replaced(two_squares, "[[0,1]]", "[[0,\"1\"]]")) == geometry + "0/arcs/0/1");
        CHECK(pointer_of_the_fault(replaced(two_squares, "[[0,1]]", "[0]")) == geometry + "0/arcs/0");
        CHECK(pointer_of_the_fault(replaced(two_squares, "[[0,1]]", "5")) == geometry + "0/arcs");
        CHECK(pointer_of_the_fault(replaced(two_squares, "[[[2,-1]]]", "[3]")) == geometry + "1/arcs/0");
        CHECK(pointer_of_the_fault(replaced(two_squares, "[[0,1]]", "[[0,2]]")) ==
              geometry + "0/arcs/0/1");                                                                   // do not join
        CHECK(pointer_of_the_fault(replaced(two_squares, "[[0,1]]", "[[1]]")) == geometry + "0/arcs/0");  // not closed
        CHECK(pointer_of_the_fault(replaced(two_squares, "\"Polygon\"", "\"LineString\"")) == geometry + "0/type");
        CHECK(pointer_of_the_fault(replaced(two_squares, "\"code\":\"01\"", "")) == geometry + "0/properties/code");
        CHECK(pointer_of_the_fault(replaced(two_squares, "\"01\"", "1")) == geometry + "0/properties/code");
        CHECK(pointer_of_the_fault(replaced(two_squares, "\"02\"", "\"01\"")) == geometry + "1/properties/code");
    }
    TEST_CASE("coordinates beyond the earth are most likely metres") {
        const auto set = read(replaced(two_squares, "[130,30]", "[130000,30]"));
        CHECK(!set);
        CHECK(set.problems().size() == 3);  // once an arc
        CHECK(set.problems()[0].at == "/arcs/0");
    }
    TEST_CASE("numbers that are none") {
        Json root = parsed(two_squares);
        for (auto& [key, value] : root.members)
            if (key == "arcs") value.items[1].items[0].items[0].number = std::numeric_limits<double>::quiet_NaN();
        const auto set = read_boundaries(root, "geo.json");
        CHECK(pointer_of_the_fault(set) == "/arcs/1");
    }
    TEST_CASE("all faults are told, but not thousands of them") {
        std::string geometries;
        for (int i = 0; i < 1000; ++i) geometries += std::string(i ? "," : "") + R"({"type":"Point"})";
        const auto set =
            read(R"({"type":"Topology","arcs":[],"objects":{"a":{"type":"GeometryCollection","geometries":[)" +
                 geometries + "]}}}");
        REQUIRE(!set);
        CHECK(set.problems().size() == 51);
        CHECK(set.problems().back().what.find("1950") != std::string::npos);
    }
    TEST_CASE("a long text in the file is not repeated whole") {
        const auto set = read(R"({"type":")" + std::string(100000, 'x') + "\"}");
        REQUIRE(!set);
        CHECK(to_string(set.problems()[0]).size() < 500);
    }
}

TEST_SUITE("geojson") {
    constexpr const char* squares = R"({"type":"FeatureCollection","source":"natural-earth","features":[
      {"type":"Feature","properties":{"code":"01"},"geometry":{"type":"Polygon","coordinates":
        [[[130,30],[131,30],[131,31],[130,31],[130,30]]]}},
      {"type":"Feature","properties":{"code":"02"},"geometry":{"type":"MultiPolygon","coordinates":
        [[[[131,30],[132,30,12.5],[132,31],[131,31],[131,30]]]]}},
      {"type":"Feature","properties":{"code":"03"},"geometry":null}]})";

    TEST_CASE("the same features and borders as from a topology") {
        const auto set = read(squares);
        REQUIRE(set);
        CHECK(set->source == "natural-earth");
        REQUIRE(set->features.size() == 3);
        CHECK(set->features[1].polygons.at(0).rings.at(0).size() == 4);
        CHECK(set->features[2].polygons.empty());
        CHECK(set->borders.size() == 3);
    }
    TEST_CASE("faults name their place") {
        CHECK(pointer_of_the_fault(R"({"type":"FeatureCollection"})") == "/features");
        CHECK(pointer_of_the_fault(replaced(squares, "[131,31]", "[131]")) == "/features/0/geometry/coordinates/0/2");
        CHECK(pointer_of_the_fault(replaced(squares, "[131,31]", "[131,310]")) ==
              "/features/0/geometry/coordinates/0/2");
        CHECK(pointer_of_the_fault(replaced(squares, ",[130,30]]]", "]]")) == "/features/0/geometry/coordinates/0");
        CHECK(pointer_of_the_fault(replaced(squares, "\"01\"", "null")) == "/features/0/properties/code");
    }
}

TEST_SUITE("the Digital Agency's boundaries") {
    /// The checked copy of scripts/setup; the shared folder where setup has not run; "" where neither is.
    std::string boundary_file() {
        for (const char* folder : {"/build/deps/geo/", "/../shared/data/geo/"}) {
            const std::string path = test::source_dir() + folder + "ja_prefecture_area.json";
            if (std::ifstream(path)) return path;
        }
        return {};
    }

    /// The file calls the code `prefecture_code`; the build renames it when it simplifies.
    void rename_codes(Json & json) {
        for (auto& [key, value] : json.members) {
            if (key == "prefecture_code") key = "code";
            if (key != "arcs") rename_codes(value);
        }
        for (Json& item : json.items) rename_codes(item);
    }

    TEST_CASE("47 prefectures are read, triangulated and hit") {
        std::ifstream file(boundary_file(), std::ios::binary);
        if (!file) {
            MESSAGE("skipped: no ja_prefecture_area.json; scripts/setup fetches it");
            return;
        }
        const std::string bytes{std::istreambuf_iterator<char>(file), {}};
        Json root = parsed(bytes);
        rename_codes(root);
        using Clock = std::chrono::steady_clock;
        const auto ms_since = [](Clock::time_point start) {
            return std::chrono::duration<double, std::milli>(Clock::now() - start).count();
        };
        auto start = Clock::now();
        const auto set = read_boundaries(root, "ja_prefecture_area.json");
        REQUIRE(set);
        const double read_ms = ms_since(start);
        CHECK(set->warnings.empty());
        start = Clock::now();
        const auto mesh = std::make_shared<const MapMesh>(geo::make_mesh(*set));
        const double mesh_ms = ms_since(start);
        start = Clock::now();
        const geo::HitIndex index(mesh);
        MESSAGE("read " << read_ms << " ms, mesh " << mesh_ms << " ms, index " << ms_since(start) << " ms, vertices "
                        << mesh->vertices.size());

        REQUIRE(mesh->features() == 47);
        for (size_t f = 0; f < 47; ++f) {
            CAPTURE(mesh->feature_codes[f]);
            CHECK(index.feature_at(mesh->feature_labels[f]) == static_cast<int>(f));
        }
        const auto code_at = [&](double lon_deg, double lat_deg) {
            const int f = index.feature_at(geo::project({lon_deg, lat_deg}));
            return f < 0 ? std::string("sea") : mesh->feature_codes[static_cast<size_t>(f)];
        };
        CHECK(code_at(141.347, 43.064) == "01");  // Sapporo
        CHECK(code_at(139.692, 35.690) == "13");  // Tokyo
        CHECK(code_at(139.480, 27.070) == "sea");
        CHECK(code_at(135.955, 33.961) == "30");  // Kitayama, the village that lies wholly apart from its prefecture
        CHECK(code_at(127.681, 26.212) == "47");  // Naha
        CHECK(code_at(136.1, 35.25) == "25");     // Lake Biwa belongs to Shiga
        CHECK(code_at(134.5, 40.0) == "sea");
    }
}

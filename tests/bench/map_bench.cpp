// What the map costs, step by step, on the real data: sosei-bench [DATA], DATA being a folder of built bundles
// (build/desktop/data by default). Prints the memory of the municipalities too. Reports; never passes or fails.
#include <benchmark/benchmark.h>

#include <malloc.h>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <sstream>
#include <string>

#include "chart/map.h"
#include "chart/map_camera.h"
#include "chart/map_labels.h"
#include "page/page.h"

using namespace atlas;

namespace {

std::string folder = "build/desktop/data";

std::string bytes_of(const std::string& file) {
    std::ifstream stream(folder + "/" + file, std::ios::binary);
    std::ostringstream bytes;
    bytes << stream.rdbuf();
    if (bytes.str().empty())
        std::fprintf(stderr, "%s/%s is missing: run scripts/build desktop\n", folder.c_str(), file.c_str()),
            std::exit(1);
    return bytes.str();
}

const model::Manifest& manifest() {
    static const model::Manifest read = *model::load_manifest(bytes_of("manifest.json"), "manifest.json");
    return read;
}

std::string bundle(model::BundleName name) {
    for (const model::ManifestEntry& entry : manifest().bundles)
        if (entry.name == name) return bytes_of(entry.file);
    return {};
}

const std::string& municipal_bytes() {
    static const std::string bytes = bundle(model::BundleName::municipal_boundaries);
    return bytes;
}
const geo::FeatureSet& municipalities() {
    static const geo::FeatureSet set = *model::load_municipal_boundaries(municipal_bytes(), "m");
    return set;
}
MapMeshPtr municipal_mesh() {
    static const MapMeshPtr mesh = std::make_shared<const MapMesh>(geo::make_mesh(municipalities()));
    return mesh;
}

/// Everything that the map page draws from, as the loader would hold it.
const page::Data& data() {
    static const page::Data made = [] {
        page::Data d;
        using enum model::BundleName;
        const auto keep = [](auto result) {
            return std::make_shared<const std::decay_t<decltype(*result)>>(std::move(*result));
        };
        d.policy = keep(model::load_policy(bundle(policy), "policy"));
        d.stories = keep(model::load_stories(bundle(stories), "stories"));
        d.places = keep(model::load_places(bundle(places), "places"));
        d.indicators = keep(model::load_indicators(bundle(indicators), "indicators"));
        d.municipalities = keep(model::load_municipalities(bundle(model::BundleName::municipalities), "m"));
        d.municipal_indicators = keep(model::load_municipal_indicators(bundle(municipal_indicators), "m"));
        d.map = std::make_shared<const MapMesh>(geo::make_mesh(*model::load_boundaries(bundle(boundaries), "b")));
        d.municipal_map = municipal_mesh();
        for (page::Data::Part& part : d.parts) part.state = page::Data::Part::State::ready;
        return d;
    }();
    return made;
}

void parse(benchmark::State& state) {
    for (auto _ : state) benchmark::DoNotOptimize(model::load_municipal_boundaries(municipal_bytes(), "m"));
}
void triangulate(benchmark::State& state) {
    for (auto _ : state) benchmark::DoNotOptimize(geo::make_mesh(municipalities()));
}
void bytes_to_ready_mesh(benchmark::State& state) {
    for (auto _ : state) {
        const auto set = model::load_municipal_boundaries(municipal_bytes(), "m");
        const geo::HitIndex index(std::make_shared<const MapMesh>(geo::make_mesh(*set)));
        benchmark::DoNotOptimize(index.feature_at({0, 0}));
    }
}
void hit_test(benchmark::State& state) {
    const geo::HitIndex index(municipal_mesh());
    const Rect all{-820, -905, 1755, 1765};
    uint32_t seed = 1;
    for (auto _ : state) {
        seed = seed * 1664525u + 1013904223u;
        const float x = static_cast<float>(seed >> 16) / 65536.f, y = static_cast<float>(seed & 0xffff) / 65536.f;
        benchmark::DoNotOptimize(index.feature_at({all.x + all.w * x, all.y + all.h * y}));
    }
}
void classify(benchmark::State& state) {
    const model::Indicator& indicator = data().municipal_indicators->indicators.front();
    for (auto _ : state) benchmark::DoNotOptimize(chart::class_scale(indicator, indicator.values.back()));
}
void place_labels(benchmark::State& state) {
    const Rect rect{360, 64, 920, 736};
    const FixedMeasure measure;
    std::vector<std::string> names;
    for (const model::Municipality& m : data().municipalities->all) names.push_back(m.name);
    names.resize(municipal_mesh()->features());
    const view::MapCamera camera{{139.6, 35.7}, static_cast<double>(state.range(0))};
    const chart::LabelRequest request{{{municipal_mesh().get(), &names, {14, Weight::regular}, -1, false}},
                                      chart::transform_for(rect, camera),
                                      rect,
                                      {},
                                      {}};
    for (auto _ : state) benchmark::DoNotOptimize(chart::place_labels(request, measure));
}
void scene_build(benchmark::State& state, const char* route) {
    const view::ViewState view = view::parse_route(route);
    const FixedMeasure measure;
    ui::Environment environment;
    environment.window = {1280, 800};
    for (auto _ : state) benchmark::DoNotOptimize(page::build(data(), view, environment, measure));
}

BENCHMARK(parse)->Unit(benchmark::kMillisecond);
BENCHMARK(triangulate)->Unit(benchmark::kMillisecond);
BENCHMARK(bytes_to_ready_mesh)->Unit(benchmark::kMillisecond);
BENCHMARK(hit_test)->Unit(benchmark::kMicrosecond);
BENCHMARK(classify)->Unit(benchmark::kMicrosecond);
BENCHMARK(place_labels)->Arg(4)->Arg(10)->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(scene_build, prefectures, "/map")->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(scene_build, blocks_fallback, "/map?l=b")->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(scene_build, municipalities, "/map?l=m")->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(scene_build, open_prefecture, "/map?l=m&p=32&c=132.6,35.1,9")->Unit(benchmark::kMicrosecond);

size_t heap_bytes() { return mallinfo2().uordblks + mallinfo2().hblkhd; }

/// What stays, and what is needed for a moment, when 1,741 municipalities are loaded.
void tell_memory() {
    const std::string& bytes = municipal_bytes();
    const size_t before = heap_bytes();
    auto json = bundle::parse_json(bytes, "m");
    const size_t tree = heap_bytes() - before;
    json = Problem{};
    const auto set = model::load_municipal_boundaries(bytes, "m");
    const size_t features = heap_bytes() - before;
    const auto mesh = std::make_shared<const MapMesh>(geo::make_mesh(*set));
    const geo::HitIndex index(mesh);
    const size_t all = heap_bytes() - before;
    const auto mb = [](size_t b) { return static_cast<double>(b) / 1e6; };
    std::printf("memory: JSON tree %.1f MB (for a moment), features %.1f MB (for a moment), mesh and index %.1f MB\n",
                mb(tree), mb(features), mb(all - features));
}

}  // namespace

int main(int argc, char** argv) {
    benchmark::Initialize(&argc, argv);
    if (argc > 1) folder = argv[1];
    tell_memory();
    benchmark::RunSpecifiedBenchmarks();
}

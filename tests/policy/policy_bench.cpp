// What the policy views cost on the real data: the search over everything (at most 30 ms), the KPI board with its chips and counts,
// the logic model with all open. Rows of sosei-bench.
#include <benchmark/benchmark.h>

#include "model/search.h"
#include "page/page.h"
#include "tool/sources.h"

using namespace atlas;

namespace {

/// data/ as the pages get it.
const page::Data& data() {
    static const page::Data made = [] {
        const tool::SourceSet sources = tool::read_sources(ATLAS_SOURCE_DIR "/data");
        page::Data d;
        d.policy = std::make_shared<model::Policy>(sources.policy);
        d.stories = std::make_shared<model::Stories>(sources.story_set);
        d.kpis = std::make_shared<model::Kpis>(sources.kpi_set);
        d.places = std::make_shared<model::Places>(sources.places);
        d.logic = std::make_shared<model::LogicModel>(sources.logic_model);
        d.roadmap = std::make_shared<model::Roadmap>(sources.roadmap_set);
        for (auto& part : d.parts) part.state = page::Data::Part::State::ready;
        return d;
    }();
    return made;
}

void search_everything(benchmark::State& state, const char* query) {
    const page::Data& d = data();
    const model::SearchRecords records{d.policy.get(), d.kpis.get(), d.stories.get(), d.places.get(), d.logic.get()};
    for (auto _ : state) benchmark::DoNotOptimize(model::search(records, query));
}

void build_page(benchmark::State& state, const char* route, const char* open) {
    const FixedMeasure measure;
    ui::Environment environment;
    environment.window = {1280, 800};
    view::ViewState view = view::parse_route(route);
    view.open.emplace(open);
    for (auto _ : state) benchmark::DoNotOptimize(page::build(data(), view, environment, measure));
}

}  // namespace

BENCHMARK_CAPTURE(search_everything, one_word, "交通")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(search_everything, two_words, "地域 こうつう")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(build_page, kpi_board, "/kpis", "")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(build_page, kpi_board_with_words, "/kpis?q=交通", "")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(build_page, kpi_cards, "/kpis?as=cards", "")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(build_page, logic_all_open, "/logic", "logic:all")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(build_page, roadmap, "/roadmap", "")->Unit(benchmark::kMillisecond);

// The atlas's own data (data/*.json, data/*.csv) as the pages get them: for tests that hold what is shown against every record.
#pragma once
#include <doctest/doctest.h>

#include <algorithm>
#include <memory>

#include "page/page.h"
#include "tool/sources.h"
#include "unit/fixture.h"

namespace atlas::test {

/// Read once. Of the municipalities only those that stories name, as in the bundle.
inline const page::Data& real_world() {
    static const page::Data data = [] {
        tool::SourceSet sources = tool::read_sources(source_dir() + "/data");
        REQUIRE_MESSAGE(sources.problems.empty(), lines(sources.problems));
        std::erase_if(sources.places.municipalities, [&](const model::Municipality& place) {
            return std::none_of(
                sources.story_set.stories.begin(), sources.story_set.stories.end(), [&](const model::Story& story) {
                    return std::count(story.municipalities.begin(), story.municipalities.end(), place.code) > 0;
                });
        });
        page::Data all;
        all.policy = std::make_shared<model::Policy>(std::move(sources.policy));
        all.stories = std::make_shared<model::Stories>(std::move(sources.story_set));
        all.kpis = std::make_shared<model::Kpis>(std::move(sources.kpi_set));
        all.places = std::make_shared<model::Places>(std::move(sources.places));
        all.logic = std::make_shared<model::LogicModel>(std::move(sources.logic_model));
        all.roadmap = std::make_shared<model::Roadmap>(std::move(sources.roadmap_set));
        all.background = std::make_shared<model::Background>(std::move(sources.background));
        all.trends = std::make_shared<model::Trends>(std::move(sources.trend_set));
        all.indicators = std::make_shared<model::Indicators>(std::move(sources.indicator_set));
        for (auto& part : all.parts) part.state = page::Data::Part::State::ready;
        return all;
    }();
    return data;
}

}  // namespace atlas::test

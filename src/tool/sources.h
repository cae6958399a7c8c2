// The sources of the atlas (data/*.json, data/*.csv), read and checked as a whole. Internal to sosei-bundle.
#pragma once
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "bundle/csv.h"
#include "bundle/json.h"
#include "model/background.h"
#include "model/briefing.h"
#include "model/logic.h"
#include "model/records.h"

namespace atlas::tool {

/// Everything in a source folder, as far as it could be read, with every fault found on the way. JSON trees and tables are
/// kept beside the records because the bundles are made of them.
struct SourceSet {
    std::optional<bundle::Json> edition, vision, pillars, stories, kpis, indicators, logic, roadmap, framework, trends,
        municipal_indicators;
    std::optional<bundle::Table> sources, observations, indicator_values, prefectures, municipalities, previous,
        municipal_values;

    struct Deck {
        std::string file;  ///< "briefings/<id>.json"
        std::optional<bundle::Json> json;
    };
    std::vector<Deck> decks;  ///< as many as there are, in the order of their names

    model::Policy policy;
    model::Stories story_set;
    model::Kpis kpi_set;
    model::Places places;  ///< all municipalities
    model::Indicators indicator_set, municipal_indicator_set;
    model::LogicModel logic_model;
    model::Roadmap roadmap_set;
    model::Background background;
    model::Trends trend_set;     ///< its series are those of kpi_set.series that no KPI uses
    model::Briefings briefings;  ///< beside `decks`
    /// Is this series for national trends only, and so not in the bundle of the KPIs?
    bool is_trend(const model::Series& series) const;
    std::vector<uint32_t> series_lines;  ///< line of observations.csv where each series begins

    Problems problems;  ///< those of a file together, in the file's order
};

SourceSet read_sources(const std::filesystem::path& folder);

}  // namespace atlas::tool

// The sources of the atlas (data/*.json, data/*.csv), read and checked as a whole. Internal to sosei-bundle.
#pragma once
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "bundle/csv.h"
#include "bundle/json.h"
#include "model/records.h"

namespace atlas::tool {

/// Everything in a source folder, as far as it could be read, with every fault found on the way. JSON trees and tables are
/// kept beside the records because the bundles are made of them.
struct SourceSet {
    std::optional<bundle::Json> edition, sources, vision, pillars, stories, kpis, indicators;
    std::optional<bundle::Table> observations, indicator_values, prefectures, municipalities;

    model::Policy policy;
    model::Stories story_set;
    model::Kpis kpi_set;
    model::Places places;  ///< all municipalities
    model::Indicators indicator_set;
    std::vector<uint32_t> series_lines;  ///< line of observations.csv where each series begins

    Problems problems;  ///< those of a file together, in the file's order
};

SourceSet read_sources(const std::filesystem::path& folder);

/// Bytes of a file, or a Problem that names it.
Result<std::string> read_file(const std::filesystem::path& path);

}  // namespace atlas::tool

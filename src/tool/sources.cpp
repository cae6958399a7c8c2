#include "tool/sources.h"

#include <algorithm>
#include <cstdlib>

#include "bundle/decode.h"
#include "model/decode_records.h"
#include "model/links.h"
#include "tool/checks.h"
#include "tool/files.h"

namespace atlas::tool {

namespace {

using bundle::ObjectReader;
using bundle::Report;

class SourceReader {
public:
    explicit SourceReader(std::filesystem::path folder) : folder_(std::move(folder)) {}

    SourceSet read() {
        read_json("edition.json", set_.edition,
                  [&](ObjectReader& root) { model::decode_edition(root, set_.policy.edition); });
        read_csv("sources.csv", set_.sources, [&](const bundle::Table& table, Report& report) {
            model::decode_source_table(table, set_.policy.sources, report);
        });
        read_json("vision.json", set_.vision,
                  [&](ObjectReader& root) { model::decode_vision(root, set_.policy.vision); });
        read_json("pillars.json", set_.pillars,
                  [&](ObjectReader& root) { model::decode_pillars(root, set_.policy.pillars); });
        read_json("stories.json", set_.stories,
                  [&](ObjectReader& root) { model::decode_stories(root, set_.story_set.stories); });
        read_json("kpis.json", set_.kpis, [&](ObjectReader& root) { model::decode_kpis(root, set_.kpi_set.kpis); });
        read_json("indicators.json", set_.indicators, [&](ObjectReader& root) {
            model::decode_indicators(root, set_.indicator_set.indicators, model::prefecture_count);
        });
        read_json("logic-model.json", set_.logic,
                  [&](ObjectReader& root) { model::decode_logic(root, set_.logic_model); });
        read_json("roadmap.json", set_.roadmap,
                  [&](ObjectReader& root) { model::decode_roadmap(root, set_.roadmap_set); });
        read_json("framework.json", set_.framework,
                  [&](ObjectReader& root) { model::decode_framework(root, set_.background.framework); });
        read_json("trends.json", set_.trends,
                  [&](ObjectReader& root) { model::decode_trends(root, set_.trend_set.trends); });
        read_csv("previous-kpis.csv", set_.previous, [&](const bundle::Table& table, Report& report) {
            model::decode_previous_kpis(table, set_.background.previous, report);
        });
        read_csv("observations.csv", set_.observations, [&](const bundle::Table& table, Report& report) {
            model::decode_observations(table, set_.kpi_set.series, report, &set_.series_lines);
        });
        read_csv("indicators.csv", set_.indicator_values, [&](const bundle::Table& table, Report& report) {
            if (set_.indicators)
                model::decode_indicator_values(table, model::prefecture_codes(), set_.indicator_set.indicators, report);
        });
        read_csv("prefectures.csv", set_.prefectures, [&](const bundle::Table& table, Report& report) {
            model::decode_prefectures(table, set_.places.prefectures, report);
        });
        read_csv("municipalities.csv", set_.municipalities, [&](const bundle::Table& table, Report& report) {
            model::decode_municipalities(table, set_.places.municipalities, report);
        });
        read_municipal_indicators();
        read_briefings();
        for (const model::Series& series : set_.kpi_set.series)
            if (set_.is_trend(series)) set_.trend_set.series.push_back(series);
        check_references();
        for (const SourceCheck check : source_checks) take(check(set_));
        return std::move(set_);
    }

private:
    template <class Decode>
    void read_json(const char* name, std::optional<bundle::Json>& tree, Decode decode) {
        const Result<std::string> bytes = read_file(folder_ / name);
        if (!bytes) return take(bytes.problems());
        Result<bundle::Json> json = bundle::parse_json(*bytes, name);
        if (!json) return take(json.problems());
        Report report(name);
        {
            ObjectReader root(*json, report);
            root.integer("schema", 1, 1, bundle::Need::required);
            decode(root);
        }
        check_text(*json, report);
        take(report.problems());
        tree = std::move(*json);
    }

    template <class Decode>
    void read_csv(const char* name, std::optional<bundle::Table>& kept, Decode decode) {
        const Result<std::string> bytes = read_file(folder_ / name);
        if (!bytes) return take(bytes.problems());
        Result<bundle::Table> table = bundle::parse_csv(*bytes, name);
        if (!table) return take(table.problems());
        Report report(name);
        if (table->encoding == bundle::Encoding::cp932)
            report.warning("", {"Shift_JIS（cp932）として読みました", "「CSV UTF-8」の形式で保存し直してください",
                                "read as Shift_JIS (cp932)", "save the file as \"CSV UTF-8\""});
        decode(*table, report);
        check_text(*table, report);
        take(report.problems());
        kept = std::move(*table);
    }

    /// Definitions like those of the prefectures, and a long table of values. Both files may be absent, and an indicator
    /// whose values the build derives needs no rows.
    void read_municipal_indicators() {
        constexpr const char *definitions = "municipal-indicators.json", *values = "municipal-indicators.csv";
        if (!std::filesystem::exists(folder_ / definitions)) return;
        std::vector<model::Indicator>& indicators = set_.municipal_indicator_set.indicators;
        read_json(definitions, set_.municipal_indicators, [&](ObjectReader& root) {
            model::decode_indicators(root, indicators, 0);
            for (size_t i = 0; i < indicators.size(); ++i)
                if (const std::string& rule = indicators[i].derived;
                    !rule.empty() && rule != "population-2020" && rule != "density-2020" && rule != "stories")
                    root.error("indicators",
                               {"derived の " + bundle::quoted(rule) + " は計算できません",
                                "population-2020、density-2020、stories のどれかにするか、derived を消して"
                                "municipal-indicators.csv に値を入れてください",
                                "no rule derives " + bundle::quoted(rule),
                                "use population-2020, density-2020 or stories, or give rows in "
                                "municipal-indicators.csv"});
        });
        if (!std::filesystem::exists(folder_ / values) || !set_.municipalities) return;
        std::vector<std::string> codes;
        for (const model::Municipality& m : set_.places.municipalities) codes.push_back(m.code);
        read_csv(values, set_.municipal_values, [&](const bundle::Table& table, Report& report) {
            model::decode_indicator_values(table, codes, indicators, report);
        });
    }

    /// The folder may be absent: an atlas without decks is whole.
    void read_briefings() {
        std::vector<std::string> files;
        std::error_code none;
        for (const auto& entry : std::filesystem::directory_iterator(folder_ / "briefings", none))
            if (entry.path().extension() == ".json") files.push_back("briefings/" + entry.path().filename().string());
        std::sort(files.begin(), files.end());
        for (const std::string& file : files) {
            SourceSet::Deck& deck = set_.decks.emplace_back();
            deck.file = file;
            read_json(file.c_str(), deck.json,
                      [&](ObjectReader& root) { model::decode_briefing(root, set_.briefings.all.emplace_back()); });
            // A file that is no JSON has no deck; the two lists stay beside each other.
            if (set_.briefings.all.size() < set_.decks.size()) set_.briefings.all.emplace_back();
        }
    }

    /// Links are checked between what could be read: a file that is missing is reported once, not at each reference to it.
    void check_references() {
        const bool has_policy = set_.sources && set_.vision && set_.pillars;
        const bool has_kpis = set_.kpis && set_.observations, has_places = set_.prefectures && set_.municipalities;
        const model::Policy* policy = has_policy ? &set_.policy : nullptr;
        const model::Kpis* kpis = has_kpis ? &set_.kpi_set : nullptr;
        const bool has_background = set_.framework && set_.previous;
        const Problems near = model::check_links(policy, set_.stories ? &set_.story_set : nullptr, kpis,
                                                 has_places ? &set_.places : nullptr);
        const Problems deep = model::check_deep_links(
            {policy, kpis, set_.indicators ? &set_.indicator_set : nullptr, set_.logic ? &set_.logic_model : nullptr,
             set_.roadmap ? &set_.roadmap_set : nullptr, has_background ? &set_.background : nullptr,
             set_.trends && has_kpis ? &set_.trend_set : nullptr});
        for (const Problems* problems : {&near, &deep})
            for (Problem problem : *problems) {
                place_in_source(problem);
                set_.problems.push_back(std::move(problem));
            }
    }

    /// From a bundle's name and pointer to the source file that the record stands in.
    void place_in_source(Problem& problem) {
        const auto starts_with = [&](std::string_view prefix) { return problem.at.rfind(prefix, 0) == 0; };
        constexpr std::string_view vision = "/vision", series = "/series/", previous = "/previous/";
        if (problem.file == "policy" && starts_with(vision)) {
            problem.file = "vision.json";
            problem.at.erase(0, vision.size());
        } else if (problem.file == "policy") {
            problem.file = "pillars.json";
        } else if (problem.file == "kpis" && starts_with(series)) {
            const auto index = static_cast<size_t>(std::atoi(problem.at.c_str() + series.size()));
            problem.file = "observations.csv";
            problem.at = "line " + std::to_string(set_.series_lines.at(index));
        } else if (problem.file == "logic") {
            problem.file = "logic-model.json";
        } else if (problem.file == "background" && starts_with(previous)) {
            const auto index = static_cast<size_t>(std::atoi(problem.at.c_str() + previous.size()));
            problem.file = "previous-kpis.csv";
            problem.at = set_.previous->place(index);
        } else if (problem.file == "background") {
            problem.file = "framework.json";
        } else {
            problem.file += ".json";
        }
    }

    void take(const Problems& problems) { set_.problems.insert(set_.problems.end(), problems.begin(), problems.end()); }

    std::filesystem::path folder_;
    SourceSet set_;
};

}  // namespace

bool SourceSet::is_trend(const model::Series& series) const {
    if (!series.kpi.empty()) return false;
    for (const model::Kpi& kpi : kpi_set.kpis)
        if (std::find(kpi.series.begin(), kpi.series.end(), series.id) != kpi.series.end()) return false;
    return true;
}

SourceSet read_sources(const std::filesystem::path& folder) { return SourceReader(folder).read(); }

}  // namespace atlas::tool

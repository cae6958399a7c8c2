// The faults that only show when records stand side by side, one function a class, and those of the text itself.
// What could not be decoded is skipped: its decoder has said so. Internal to sosei-bundle.
#pragma once
#include "bundle/decode.h"
#include "tool/sources.h"

namespace atlas::tool {

/// Municipalities, prefectures' label points and stories that lie outside their prefecture.
Problems check_places(const SourceSet& sources);

/// Observations and baselines of a time behind the edition, months of fiscal years, targets that are not behind their baselines.
/// The edition's date stands for today: the same sources give the same verdict on every day.
Problems check_years(const SourceSet& sources);

/// Units that do not match their KPI, beyond those of its main series (model::check_links).
Problems check_units(const SourceSet& sources);

/// Observations whose source is not in sources.csv.
Problems check_citations(const SourceSet& sources);

/// Records that stand twice under different ids.
Problems check_duplicates(const SourceSet& sources);

/// Decks: addresses of slides that lead nowhere, and quoted figures that the data now say otherwise (a warning: the deck is older).
Problems check_briefings(const SourceSet& sources);

/// All of the above; read_sources calls them in this order.
using SourceCheck = Problems (*)(const SourceSet&);
inline constexpr SourceCheck source_checks[] = {check_places,    check_years,      check_units,
                                                check_citations, check_duplicates, check_briefings};

/// Characters that the desktop's font (Noto Sans JP) has no glyph for: each of a file once, with its first place and how often it occurs.
void check_text(const bundle::Json& file, bundle::Report& report);
void check_text(const bundle::Table& file, bundle::Report& report);

/// Faults of one JSON source, found by pointer: adds the line to the words as decode.h does.
class JsonReport {
public:
    JsonReport(const char* file, const std::optional<bundle::Json>& root) : report_(file), root_(root) {}
    void error(const std::string& pointer, bundle::Words words) { add(Severity::error, pointer, std::move(words)); }
    void warning(const std::string& pointer, bundle::Words words) { add(Severity::warning, pointer, std::move(words)); }
    const Problems& problems() const { return report_.problems(); }

private:
    void add(Severity severity, const std::string& pointer, bundle::Words words);
    bundle::Report report_;
    const std::optional<bundle::Json>& root_;
};

/// Both lists, one behind the other.
Problems joined(Problems first, const Problems& second);

}  // namespace atlas::tool

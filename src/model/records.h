// What the atlas knows, as immutable plain records: policy, stories, KPIs with their observations, places, indicators.
// Field names follow data/*.json. An empty string or an unset optional means "the source does not say".
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "geo/geo.h"

namespace atlas::model {

struct SourceRef {
    std::string doc;  ///< Source::id
    int page = 0;     ///< 0 = not known
    std::string section;
};
struct Source {
    std::string id, kind;  ///< document | statistics | dataset | press | page
    std::string title, publisher, date, url, licence, attribution;
};
struct Edition {
    std::string edition;  ///< ISO date
    std::string title, note;
};

struct StatedTarget {  ///< a headline target or a measure's 【】 as far as a number stands in it
    std::string label, text;
    std::optional<double> value;
    std::string unit, comparator, kind, kpi;
    int year = 0;
    bool fiscal = false;
    SourceRef source;
};
struct VisionArea {
    std::string id, title, summary;
    std::vector<StatedTarget> targets;
    SourceRef source;
};
struct Stance {
    std::string id, title, from, to;
    SourceRef source;
};
struct Vision {
    std::string lead, summary;
    std::vector<VisionArea> areas;
    std::vector<Stance> stances;
};
struct Measure {
    std::string id, title, detail, target_text;
    std::vector<StatedTarget> targets;
    std::vector<std::string> kpis;
    SourceRef source;
};
struct Pillar {
    std::string id;  ///< "1" … "5"
    std::string name, short_name, name_en, short_name_en, purpose;
    std::vector<Measure> measures;
    SourceRef source;
};
struct Policy {
    Edition edition;
    std::vector<Source> sources;
    Vision vision;
    std::vector<Pillar> pillars;
};

struct Story {
    std::string id, title, place, region, pillar, pillar_basis, edition, theme, summary;
    std::vector<std::string> prefectures, municipalities, elements, actors, measures, kpis;
    std::optional<geo::LonLat>
        position;  ///< mean of its municipalities' or prefectures' points; unset when nation-wide
    SourceRef source;
};
struct Stories {
    std::vector<Story> stories;
};

enum class TargetKind { level, at_least, cumulative, each_year, maintain, direction, relative, multi };
struct KpiTarget {
    std::string text;
    TargetKind kind = TargetKind::level;
    std::optional<double> value;
    std::string unit;
    int year = 0;  ///< 0 = none stated
    bool fiscal = false;
    int period_start = 0;
    bool up = true;                     ///< better when larger
    std::vector<KpiTarget> conditions;  ///< kind multi: each is judged by the series of the same index in Kpi::series
};
struct KpiBaseline {
    double value = 0;
    std::string unit;
    int year = 0;
    bool fiscal = false;
    SourceRef source;
};
struct Kpi {
    std::string id, name, short_name, name_en, level, code, group;
    std::vector<std::string> pillars, measures;
    KpiTarget target;
    std::optional<KpiBaseline> baseline;
    std::string baseline_reason, baseline_note;
    std::vector<std::string> series;
    std::string definition, caveat;
    SourceRef source;
};
struct Observation {
    int year = 0;
    bool fiscal = false;
    int month = 0;  ///< 0 = whole year
    double value = 0;
    std::string unit, kind;  ///< actual | preliminary | estimate | projection
    char grade = 'A';        ///< A official, B press, C secondary
    bool break_before = false;
    std::string definition;  ///< only where it differs from Series::definition
    std::string note;
    SourceRef source;                      ///< its section says where in the source
    std::string source_title, source_url;  ///< at runtime: how the source is cited
};
struct Series {
    std::string id, kpi, unit, definition;
    std::vector<Observation> points;  ///< ascending in time
};
struct Kpis {
    std::vector<Kpi> kpis;
    std::vector<Series> series;
};

struct Prefecture {
    std::string code, name, kana, romaji, block;
    geo::LonLat label;
};
struct Municipality {
    std::string code, name, kana, romaji, name_en, pref, kind;
    geo::LonLat position;
    int population_2020 = 0;
    double area_km2 = 0;  ///< 概算, from the boundaries; 0 = not known
};
struct Municipalities {
    std::vector<Municipality> all;  ///< 1,741, by code
};
struct Places {
    std::vector<Prefecture> prefectures;       ///< 47, by code
    std::vector<Municipality> municipalities;  ///< at runtime only those that stories name
};

struct Indicator {
    std::string key, name, name_en, unit, definition, better, scale, midpoint_label, caveat, attribution, theme;
    std::vector<std::string> sources;    ///< of its years, the main one first
    bool approximate = false;            ///< another coverage than the name suggests; the caveat says how
    std::vector<int> provisional_years;  ///< 概数・速報
    int decimals = 0;
    double midpoint = 0;
    std::string block;  ///< value of a regional block: "sum", "mean" (weighted by `block_weight`) or "" = none
    std::string
        block_weight;  ///< key of the indicator that weighs; its values of the same year, or of block_weight_year
    int block_weight_year = 0;
    std::string derived;     ///< municipal values that the build makes: a key of derived_values()
    std::vector<int> years;  ///< ascending; gaps are missing years
    std::vector<std::vector<std::optional<double>>> values;  ///< values[year][place]: 47, or 1,741, in code order
    struct Break {
        int year;
        std::string note;
    };
    std::vector<Break> breaks;
};
struct Indicators {
    std::vector<Indicator> indicators;
};

}  // namespace atlas::model

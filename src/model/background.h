// What stands around the policy: its setting, roles, history, older lists, national trends, surveys, and the KPIs of the
// strategy before it. Field names follow data/framework.json, data/trends.json and data/previous-kpis.csv.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "model/records.h"

namespace atlas::model {

struct LabelledText {
    std::string label, text;
};
struct Setting {  ///< 現状認識
    std::string id, title, note;
    std::vector<LabelledText> points;
    SourceRef source;
};
struct RoleItem {
    std::string number, title;
    std::vector<std::string> points;
};
struct Role {  ///< what the state, municipalities, prefectures and stakeholders do
    std::string id, actor, name_en, summary;
    std::vector<RoleItem> items;
    SourceRef source;
};
struct NextStep {
    std::string id, text;
    int year = 0;
    SourceRef source;
};
struct Event {
    std::string id, date, end, title, detail;  ///< dates: YYYY, YYYY-MM or YYYY-MM-DD
    std::vector<SourceRef> sources;
};
struct PillarListItem {
    std::string number, text, pillar;  ///< pillar: id in pillars.json, in the decided list
};
struct PillarList {  ///< five-pillar lists that circulated before the cabinet decision, and the decided one
    std::string id, name, date, note;
    bool decided = false;
    std::vector<PillarListItem> items;
    SourceRef source;
};
struct Cluster {  ///< the types of 地域未来戦略
    int number = 0;
    std::string summary;
    SourceRef source;
};
struct CombinationElement {  ///< what may be joined in a 新結合
    std::string kind, name;
    std::vector<std::string> items;
};
struct CombinationExample {
    std::vector<std::string> elements;
    std::string effect;
    SourceRef source;
};
struct SupportFigure {
    std::string id, title, text, unit, date, note;
    std::optional<double> value;
    SourceRef source;
};
struct SurveyItem {
    std::string label;
    std::optional<double> count, share;  ///< share in %
};
struct Survey {
    std::string id, title, question, unit, findings, note;
    int respondents = 0, responses = 0;  ///< people or bodies asked; answers where several were allowed; 0 = not stated
    bool multiple = false, lost = false;
    std::optional<double> mean, scale_max;
    std::vector<SurveyItem> items;
    std::vector<std::string> voices;  ///< answers in words, as printed
    SourceRef source;
};
struct Framework {
    std::vector<Setting> context;
    std::vector<Role> roles;
    std::vector<NextStep> next_steps;
    std::vector<Event> history;
    std::vector<PillarList> pillar_lists;
    std::vector<Cluster> clusters;
    std::vector<CombinationElement> combination_elements;
    std::vector<CombinationExample> combination_examples;
    SourceRef combination_source;
    std::vector<SupportFigure> support;
    std::vector<Survey> surveys;
};

struct TrendSeries {
    std::string id, label, label_en;  ///< id of a Series
};
struct Trend {
    std::string id, title, name_en, theme, unit, summary, caveat, source;
    bool approximate = false;
    std::vector<TrendSeries> series;
    std::vector<std::string> events;  ///< ids of Event
};
struct Trends {
    std::vector<Trend> trends;
    std::vector<Series> series;  ///< those that belong to no KPI
};

struct PreviousKpi {  ///< of the デジタル田園都市国家構想総合戦略
    int number = 0;
    std::string name, relation, note;  ///< relation: same | continues | related | "" = none
    std::vector<std::string> successors;
    SourceRef source;
};

struct Background {
    Framework framework;
    std::vector<PreviousKpi> previous;
};

}  // namespace atlas::model

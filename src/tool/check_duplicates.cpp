// The same thing entered twice under different ids. Equal ids, codes and dates of one series are the decoders' affair.
#include <map>

#include "tool/checks.h"

namespace atlas::tool {

namespace {

Problems check_kpis(const SourceSet& s) {
    JsonReport report("kpis.json", s.kpis);
    std::map<std::string, std::string> first;  // name → id
    for (size_t i = 0; i < s.kpi_set.kpis.size(); ++i) {
        const model::Kpi& kpi = s.kpi_set.kpis[i];
        const auto [other, is_new] = first.emplace(kpi.name, kpi.id);
        if (is_new || kpi.name.empty()) continue;
        report.error("/kpis/" + std::to_string(i) + "/name",
                     {"同じ名称の KPI が二つあります：" + bundle::quoted(kpi.name) + "（もう一つの id は " +
                          bundle::quoted(other->second) + "）",
                      "どちらかを消すか、名称で区別できるようにしてください",
                      "two KPIs have the same name " + bundle::quoted(kpi.name) + " (the other one's id is " +
                          bundle::quoted(other->second) + ")",
                      "delete one of the two, or tell them apart by name"});
    }
    return report.problems();
}

Problems check_stories(const SourceSet& s) {
    JsonReport report("stories.json", s.stories);
    std::map<std::pair<std::string, std::string>, std::string> first;  // title and place → id
    for (size_t i = 0; i < s.story_set.stories.size(); ++i) {
        const model::Story& story = s.story_set.stories[i];
        const auto [other, is_new] = first.emplace(std::pair{story.title, story.place}, story.id);
        if (is_new || story.title.empty()) continue;
        report.warning(
            "/stories/" + std::to_string(i) + "/title",
            {"同じ題名と場所の事例が二つあります：" + bundle::quoted(story.title) + bundle::quoted(story.place) +
                 "（もう一つの id は " + bundle::quoted(other->second) + "）",
             "同じ事例なら、どちらかを消してください",
             "two stories have the same title " + bundle::quoted(story.title) + " and place " +
                 bundle::quoted(story.place) + " (the other one's id is " + bundle::quoted(other->second) + ")",
             "delete one of the two if they are the same"});
    }
    return report.problems();
}

}  // namespace

Problems check_duplicates(const SourceSet& s) { return joined(check_kpis(s), check_stories(s)); }

}  // namespace atlas::tool

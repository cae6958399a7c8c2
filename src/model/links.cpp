#include "model/links.h"

#include "model/links_checker.h"

namespace atlas::model {

void LinkChecker::one(const std::string& id, const LinkTarget& target, const std::string& at) {
    if (!target.known || id.empty()) return;
    for (const std::string_view known : target.ids)
        if (known == id) return;
    const std::string near(bundle::nearest(id, target.ids));
    const std::string remedy = near.empty() ? std::string(target.where) + " に足すか、この参照を消してください"
                                            : "「" + near + "」ではありませんか（" + target.where + "）";
    const std::string remedy_en = near.empty() ? std::string("add it to ") + target.where + " or delete the reference"
                                               : "did you mean \"" + near + "\" (" + target.where + ")?";
    report_.error(at, {std::string(target.kind) + bundle::quoted(id) + " はありません", remedy,
                       std::string("there is no ") + target.kind_en + " " + bundle::quoted(id), remedy_en});
}

void LinkChecker::all(const std::vector<std::string>& ids, const LinkTarget& target, const std::string& at) {
    for (size_t i = 0; i < ids.size(); ++i) one(ids[i], target, at + "/" + std::to_string(i));
}

std::string item(const std::string& list, size_t index) { return list + "/" + std::to_string(index); }

KnownIds known_ids(const Policy* policy, const Kpis* kpis, const Places* places) {
    KnownIds known;
    known.sources.known = known.pillars.known = known.measures.known = policy != nullptr;
    known.kpis.known = known.series.known = kpis != nullptr;
    known.prefectures.known = known.municipalities.known = places != nullptr;
    if (policy) {
        for (const Source& s : policy->sources) known.sources.ids.push_back(s.id);
        for (const Pillar& p : policy->pillars) {
            known.pillars.ids.push_back(p.id);
            for (const Measure& m : p.measures) known.measures.ids.push_back(m.id);
        }
    }
    if (kpis) {
        for (const Kpi& k : kpis->kpis) known.kpis.ids.push_back(k.id);
        for (const Series& s : kpis->series) known.series.ids.push_back(s.id);
    }
    if (places) {
        for (const Prefecture& p : places->prefectures) known.prefectures.ids.push_back(p.code);
        for (const Municipality& m : places->municipalities) known.municipalities.ids.push_back(m.code);
    }
    return known;
}

namespace {

void check_targets(LinkChecker& check, const std::vector<StatedTarget>& targets, const KnownIds& known,
                   const std::string& at) {
    for (size_t i = 0; i < targets.size(); ++i) {
        check.one(targets[i].kpi, known.kpis, item(at, i) + "/kpi");
        check.one(targets[i].source.doc, known.sources, item(at, i) + "/source/doc");
    }
}

void check_policy(const Policy& policy, const KnownIds& known, LinkChecker& check) {
    for (size_t i = 0; i < policy.vision.areas.size(); ++i) {
        const std::string at = item("/vision/areas", i);
        check_targets(check, policy.vision.areas[i].targets, known, at + "/targets");
        check.one(policy.vision.areas[i].source.doc, known.sources, at + "/source/doc");
    }
    for (size_t i = 0; i < policy.vision.stances.size(); ++i)
        check.one(policy.vision.stances[i].source.doc, known.sources, item("/vision/stances", i) + "/source/doc");
    for (size_t i = 0; i < policy.pillars.size(); ++i) {
        const std::string at = item("/pillars", i);
        check.one(policy.pillars[i].source.doc, known.sources, at + "/source/doc");
        for (size_t m = 0; m < policy.pillars[i].measures.size(); ++m) {
            const Measure& measure = policy.pillars[i].measures[m];
            const std::string here = item(at + "/measures", m);
            check.all(measure.kpis, known.kpis, here + "/kpis");
            check_targets(check, measure.targets, known, here + "/targets");
            check.one(measure.source.doc, known.sources, here + "/source/doc");
        }
    }
}

void check_stories(const Stories& stories, const KnownIds& known, LinkChecker& check) {
    for (size_t i = 0; i < stories.stories.size(); ++i) {
        const Story& story = stories.stories[i];
        const std::string at = item("/stories", i);
        check.one(story.pillar, known.pillars, at + "/pillar");
        check.all(story.prefectures, known.prefectures, at + "/prefectures");
        check.all(story.municipalities, known.municipalities, at + "/municipalities");
        check.all(story.measures, known.measures, at + "/measures");
        check.all(story.kpis, known.kpis, at + "/kpis");
        check.one(story.source.doc, known.sources, at + "/source/doc");
        for (size_t m = 0; m < story.municipalities.size(); ++m) {
            const std::string prefecture = story.municipalities[m].substr(0, 2);
            bool listed = story.prefectures.empty();
            for (const std::string& code : story.prefectures) listed = listed || code == prefecture;
            if (!listed)
                check.report().error(
                    item(at + "/municipalities", m),
                    {"市区町村 " + bundle::quoted(story.municipalities[m]) + " の都道府県が prefectures にありません",
                     "prefectures に「" + prefecture + "」を足すか、コードを直してください",
                     "the prefecture of " + bundle::quoted(story.municipalities[m]) + " is not in prefectures",
                     "add \"" + prefecture + "\" to prefectures or correct the code"});
        }
    }
}

void check_unit(const std::string& unit, const Series& main, LinkChecker& check, const std::string& at) {
    if (unit.empty() || main.unit.empty() || unit == main.unit) return;
    check.report().error(at, {"単位" + bundle::quoted(unit) + "が、系列" + bundle::quoted(main.id) + "の単位" +
                                  bundle::quoted(main.unit) + "と違います",
                              "どちらかの単位に値をそろえてください（違うままでは進み具合を判定できません）",
                              "the unit " + bundle::quoted(unit) + " differs from " + bundle::quoted(main.unit) +
                                  " of the series " + bundle::quoted(main.id),
                              "convert the values to one unit (progress cannot be judged otherwise)"});
}

void check_kpis(const Kpis& kpis, const KnownIds& known, LinkChecker& check) {
    for (size_t i = 0; i < kpis.kpis.size(); ++i) {
        const Kpi& kpi = kpis.kpis[i];
        const std::string at = item("/kpis", i);
        check.all(kpi.pillars, known.pillars, at + "/pillars");
        check.all(kpi.measures, known.measures, at + "/measures");
        check.all(kpi.series, known.series, at + "/series");
        check.one(kpi.source.doc, known.sources, at + "/source/doc");
        if (kpi.baseline) check.one(kpi.baseline->source.doc, known.sources, at + "/baseline/source/doc");
        if (kpi.series.empty()) continue;
        for (const Series& series : kpis.series) {
            if (series.id != kpi.series.front()) continue;
            check_unit(kpi.target.unit, series, check, at + "/target/unit");
            if (kpi.baseline) check_unit(kpi.baseline->unit, series, check, at + "/baseline/unit");
        }
    }
    for (size_t i = 0; i < kpis.series.size(); ++i)
        check.one(kpis.series[i].kpi, known.kpis, item("/series", i) + "/kpi");
}

}  // namespace

Problems check_links(const Policy* policy, const Stories* stories, const Kpis* kpis, const Places* places) {
    const KnownIds known = known_ids(policy, kpis, places);
    Problems problems;
    const auto add = [&](LinkChecker& check) {
        problems.insert(problems.end(), check.report().problems().begin(), check.report().problems().end());
    };
    LinkChecker of_policy("policy"), of_stories("stories"), of_kpis("kpis");
    if (policy) check_policy(*policy, known, of_policy);
    if (stories) check_stories(*stories, known, of_stories);
    if (kpis) check_kpis(*kpis, known, of_kpis);
    add(of_policy), add(of_stories), add(of_kpis);
    return problems;
}

}  // namespace atlas::model

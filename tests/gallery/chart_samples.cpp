#include "gallery/chart_samples.h"

#include <algorithm>
#include <cstdio>
#include <fstream>
#include <iterator>
#include <map>
#include <set>

#include "chart/bullet_row.h"
#include "model/projection.h"
#include "text/text.h"

namespace atlas::test {

using namespace chart;

namespace {

std::string read(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

template <class T>
bool take(const Result<T>& result, T& out) {
    if (result) {
        out = *result;
        return true;
    }
    for (const Problem& problem : result.problems()) std::fprintf(stderr, "%s\n", to_string(problem).c_str());
    return false;
}

FigureText words_of(std::string id, std::string title, std::string subtitle, std::string source) {
    FigureText text;
    text.id = std::move(id), text.title = std::move(title), text.subtitle = std::move(subtitle);
    text.source = std::move(source), text.show_table = "表で見る", text.hide_table = "表を閉じる";
    return text;
}

constexpr float between_px = 56;

SeriesChartOptions trend_chart(const Samples& samples, std::string_view id, std::string title) {
    SeriesChartOptions options;
    options.words = &series_words;
    for (const model::Trend& trend : samples.trends.trends) {
        if (trend.id != id) continue;
        options.text = words_of(trend.id, std::move(title), trend.title, trend.source);
        for (const model::TrendSeries& line : trend.series)
            options.lines.push_back({samples.series(line.id), line.label, {}, 1.5});
    }
    return options;
}

float draw_series_group(ui::Ui& ui, const Samples& samples, Vec2 at, float width_px) {
    float y = at.y;
    SeriesChartOptions population = trend_chart(samples, "population", "総人口は2008年ごろを頂点に減り続けています");
    for (SeriesLine& line : population.lines) line.joins_years = 5.5;
    population.zero = population.area = true;
    y += series_chart(ui, {at.x, y}, width_px, population) + between_px;
    SeriesChartOptions migration =
        trend_chart(samples, "tokyo-net-migration", "東京圏への転入超過は、2021年を底に再び増えています");
    for (const char* id : {"sousei-start", "second-strategy", "digiden-strategy", "kihon-kousou"})
        for (const model::Event& event : samples.background.framework.history)
            if (event.id == id) migration.events.push_back({time_of_date(event.date), event.date, event.title});
    y += series_chart(ui, {at.x, y}, width_px, migration) + between_px;
    y += series_chart(ui, {at.x, y}, width_px,
                      trend_chart(samples, "productivity", "東京圏とほかの地域の差は縮まっていません")) +
         between_px;
    y += series_chart(ui, {at.x, y}, width_px,
                      trend_chart(samples, "births", "生まれる子どもは年に3万人ほど減っています")) +
         between_px;
    SeriesChartOptions exports = trend_chart(samples, "agri-export", "食品の輸出額（対数目盛）");
    exports.logarithmic = true;
    y += series_chart(ui, {at.x, y}, width_px, exports) + between_px;
    y += series_chart(ui, {at.x, y}, width_px,
                      trend_chart(samples, "population-by-age", "高齢者が増え、働く世代が減っています"));
    return y - at.y;
}

float draw_trajectories(ui::Ui& ui, const Samples& samples, Vec2 at, float width_px) {
    float y = at.y;
    for (const char* id : {"inbound-visitors", "kankei-population", "inbound-spending", "digital-talent", "rmo"}) {
        const model::Kpi* kpi = samples.kpi(id);
        if (!kpi) continue;
        TrajectoryOptions options;
        options.text = words_of(kpi->id, kpi->short_name + "の道のり", kpi->name, "総合戦略（2025年12月23日）");
        options.kpi = kpi, options.words = &trajectory_words, options.label = kpi->short_name;
        options.series = kpi->series.empty() ? nullptr : samples.series(kpi->series.front());
        if (options.series) options.trend = model::fit_trend(*options.series);
        y += trajectory_chart(ui, {at.x, y}, width_px, options) + between_px;
    }
    return y - at.y;
}

float draw_bars(ui::Ui& ui, const Samples& samples, Vec2 at, float width_px) {
    float y = at.y;
    const auto make = [&](const char* id, std::string title, std::initializer_list<const char*> ids, bool stacked) {
        BarChartOptions options;
        options.text = words_of(id, std::move(title), "日本人、年ごと", "総務省「住民基本台帳人口移動報告」");
        options.words = &bar_words, options.stacked = stacked;
        std::map<int, bool> years;
        for (const char* series_id : ids)
            if (const model::Series* series = samples.series(series_id))
                for (const auto& point : series->points) years[point.year] |= point.kind != "actual";
        for (const auto& [year, tentative] : years)
            options.categories.push_back(std::to_string(year)), options.tentative.push_back(tentative);
        for (const char* series_id : ids) {
            const model::Series* series = samples.series(series_id);
            if (!series) continue;
            options.unit = series->unit;
            BarSeries& bar = options.series.emplace_back();
            for (const model::Trend& trend : samples.trends.trends)
                for (const model::TrendSeries& line : trend.series)
                    if (line.id == series_id) bar.label = line.label;
            for (const auto& [year, tentative] : years) {
                std::optional<double> value;
                for (const auto& point : series->points)
                    if (point.year == year) value = point.value;
                bar.values.push_back(value);
            }
        }
        return options;
    };
    y += bar_chart(ui, {at.x, y}, width_px,
                   make("migration-bars", "女性の転入超過が男性を上回っています",
                        {"tokyo-net-migration-jp-male", "tokyo-net-migration-jp-female"}, false)) +
         between_px;
    BarChartOptions ages =
        make("age-bars", "65歳以上が3割に近づいています", {"child-pop", "workage-pop", "elderly-pop"}, true);
    for (size_t c = ages.categories.size(); c-- > 0;)
        if (!ages.series[1].values[c] || !ages.series[0].values[c]) {
            ages.categories.erase(ages.categories.begin() + static_cast<std::ptrdiff_t>(c));
            ages.tentative.erase(ages.tentative.begin() + static_cast<std::ptrdiff_t>(c));
            for (BarSeries& s : ages.series) s.values.erase(s.values.begin() + static_cast<std::ptrdiff_t>(c));
        }
    y += bar_chart(ui, {at.x, y}, width_px, ages) + between_px;
    ages.text.id = "age-shares", ages.as_shares = true;
    y += bar_chart(ui, {at.x, y}, width_px, ages) + between_px;
    for (const model::Survey& survey : samples.background.framework.surveys) {
        if (survey.items.empty()) continue;
        BarListOptions options;
        options.text = words_of(survey.id, survey.title, survey.question, survey.findings);
        options.unit = survey.unit, options.words = &bar_list_words;
        for (const model::SurveyItem& item : survey.items)
            options.items.push_back({item.label, item.count, item.share, "", options.items.empty()});
        y += bar_list(ui, {at.x, y}, width_px, options) + between_px;
    }
    return y - at.y;
}

float draw_bullets(ui::Ui& ui, const Samples& samples, Vec2 at, float width_px) {
    float y = at.y;
    for (const model::Kpi& kpi : samples.kpis.kpis) {
        const model::Progress progress = model::judge(kpi, samples.kpis);
        const std::string href = "/kpis/" + kpi.id;
        const std::string latest = progress.latest
                                       ? text::quantity_text(Words(), progress.latest->value, progress.latest->unit) +
                                             "（" + when_text(Words(), *progress.latest) + "）"
                                       : "";
        const std::string start =
            progress.start ? text::quantity_text(Words(), progress.start->value, progress.start->unit) : "";
        BulletRow row;
        row.id = kpi.id, row.name = kpi.short_name, row.href = href, row.kpi = &kpi, row.progress = &progress;
        row.baseline = start, row.latest = latest, row.target = kpi.target.text;
        y += bullet_row(ui, {at.x, y}, width_px, row);
    }
    return y - at.y;
}

bool has_undated(const model::RoadmapTable& table) {
    for (const model::RoadmapRow& row : table.rows)
        for (const model::RoadmapBar& bar : row.bars)
            if (bar.dating == model::Dating::undated) return true;
    return false;
}

float draw_roadmap(ui::Ui& ui, const Samples& samples, Vec2 at, float width_px, bool undated) {
    GanttOptions options;
    options.text =
        words_of("roadmap", "工程表", "年度は4月から翌年3月まで", "「地方創生に関する総合戦略」（2025年12月23日）");
    options.words = &gantt_words, options.today = month_of(2025, 12), options.first_month = month_of(2023, 4);
    std::vector<const model::RoadmapTable*> tables;
    for (const model::RoadmapTable& table : samples.roadmap.tables)
        if (has_undated(table) == undated && tables.size() < 9) tables.push_back(&table);
    options.groups = gantt_groups(tables);
    if (!options.groups.empty() && !options.groups[0].rows.empty()) options.groups[0].rows[0].selected = true;
    options.pillar = "2";
    return gantt(ui, at, width_px, options);
}

float draw_dated(ui::Ui& ui, const Samples& samples, Vec2 at, float width_px) {
    return draw_roadmap(ui, samples, at, width_px, false);
}
float draw_undated(ui::Ui& ui, const Samples& samples, Vec2 at, float width_px) {
    return draw_roadmap(ui, samples, at, width_px, true);
}

LogicDiagramOptions logic_options(const Samples& samples, std::set<std::string> open, std::string focus) {
    LogicDiagramOptions options;
    options.text =
        words_of("logic-" + focus, "ロジックモデル", "目標から事業まで", "「地方創生に関する総合戦略」第3章");
    options.words = &logic_words, options.focus = std::move(focus);
    options.items = logic_items(
        samples.logic, open,
        [&](const std::string& id) {
            const model::Kpi* kpi = samples.kpi(id);
            return kpi ? model::judge(*kpi, samples.kpis).status : model::Status::not_judged;
        },
        [](const std::string& id, int) { return "/logic?n=" + id; });
    options.toggle = [](const LogicItem& item) { return adjust("/logic?open=" + item.id); };
    return options;
}

float draw_logic(ui::Ui& ui, const Samples& samples, Vec2 at, float width_px) {
    float y = at.y;
    std::set<std::string> impacts, deep{"impact-1", "A", "a", "a-1", "a-1-1"};
    for (const model::LogicImpact& impact : samples.logic.impacts) {
        impacts.insert(impact.id);
        for (const model::LogicOutcome& outcome : impact.outcomes) impacts.insert(outcome.id);
    }
    y += logic_diagram(ui, {at.x, y}, width_px, logic_options(samples, impacts, "B")) + between_px;
    y += logic_diagram(ui, {at.x, y}, width_px, logic_options(samples, deep, "a-1"));
    return y - at.y;
}

MatrixOptions story_matrix(const Samples& samples) {
    MatrixOptions options;
    options.text = words_of("matrix", "好事例の柱と地方", "好事例の数", "好事例集");
    options.words = &matrix_words;
    options.columns = {"北海道・東北", "関東", "中部", "近畿", "中国", "四国", "九州・沖縄"};
    constexpr int last[] = {7, 14, 23, 30, 35, 39, 47};
    for (const model::Pillar& pillar : samples.policy.pillars) {
        options.rows.push_back(pillar.short_name), options.row_pillars.push_back(pillar.id);
        options.counts.emplace_back(options.columns.size(), 0);
        for (const model::Story& story : samples.stories.stories) {
            if (story.pillar != pillar.id || story.prefectures.empty()) continue;
            const int code = std::atoi(story.prefectures.front().c_str());
            for (size_t c = 0; c < std::size(last); ++c)
                if (code <= last[c]) {
                    ++options.counts.back()[c];
                    break;
                }
        }
    }
    return options;
}

NetworkOptions element_network(const Samples& samples) {
    NetworkOptions options;
    options.text =
        words_of("network", "好事例が組み合わせている要素", "×で結ばれた要素", "好事例集、基本構想の検討資料");
    options.words = &network_words;
    const auto index = [&](const std::string& name, const std::string& kind) {
        for (size_t i = 0; i < options.elements.size(); ++i)
            if (options.elements[i].name == name) return static_cast<int>(i);
        options.elements.push_back({name, kind, ""});
        return static_cast<int>(options.elements.size()) - 1;
    };
    const auto join_all = [&](const std::vector<std::string>& names, const std::string& kind) {
        for (size_t i = 0; i < names.size(); ++i)
            for (size_t j = i + 1; j < names.size(); ++j)
                options.links.push_back({index(names[i], kind), index(names[j], kind), 1});
    };
    for (const model::CombinationExample& example : samples.background.framework.combination_examples)
        join_all(example.elements, "例");
    int taken = 0;
    for (const model::Story& story : samples.stories.stories)
        if (story.elements.size() > 1 && ++taken <= 10) join_all(story.elements, "好事例");
    return options;
}

float draw_relations(ui::Ui& ui, const Samples& samples, Vec2 at, float width_px) {
    float y = at.y;
    y += matrix(ui, {at.x, y}, width_px, story_matrix(samples)) + between_px;
    y += network(ui, {at.x, y}, width_px, element_network(samples));
    return y - at.y;
}

float draw_timeline(ui::Ui& ui, const Samples& samples, Vec2 at, float width_px) {
    TimelineOptions options;
    options.text = words_of("history", "地方創生のあゆみ", "2014年から", "地域未来戦略の動向（2025年11月）");
    options.words = &timeline_words;
    for (const model::Event& event : samples.background.framework.history)
        options.events.push_back({event.id, time_of_date(event.date), event.date, event.title, event.detail, "",
                                  event.id == "kihon-kousou" || event.id == "sougou-senryaku"});
    return timeline(ui, at, width_px, options);
}

float draw_multiples(ui::Ui& ui, const Samples& samples, Vec2 at, float width_px) {
    MultiplesOptions options;
    options.text = words_of("multiples", "いろいろな動き", "それぞれの目盛", "各統計");
    options.words = &multiples_words, options.shared_scale = false;
    for (const model::Trend& trend : samples.trends.trends)
        options.panels.push_back({trend.title, "/trends/" + trend.id, "", samples.series(trend.series.front().id), 5.5,
                                  trend.id == "births"});
    return small_multiples(ui, at, width_px, options);
}

}  // namespace

bool Samples::load(const std::string& folder) {
    model::Manifest manifest;
    if (!take(model::load_manifest(read(folder + "/manifest.json"), "manifest.json"), manifest)) return false;
    bool ok = true;
    for (const model::ManifestEntry& entry : manifest.bundles) {
        const std::string bytes = read(folder + "/" + entry.file);
        switch (entry.name) {
            case model::BundleName::kpis: ok = take(model::load_kpis(bytes, entry.file), kpis) && ok; break;
            case model::BundleName::trends: ok = take(model::load_trends(bytes, entry.file), trends) && ok; break;
            case model::BundleName::logic: ok = take(model::load_logic(bytes, entry.file), logic) && ok; break;
            case model::BundleName::roadmap: ok = take(model::load_roadmap(bytes, entry.file), roadmap) && ok; break;
            case model::BundleName::background:
                ok = take(model::load_background(bytes, entry.file), background) && ok;
                break;
            case model::BundleName::stories: ok = take(model::load_stories(bytes, entry.file), stories) && ok; break;
            case model::BundleName::policy: ok = take(model::load_policy(bytes, entry.file), policy) && ok; break;
            default: break;
        }
    }
    return ok;
}

const model::Series* Samples::series(std::string_view id) const {
    for (const auto* list : {&trends.series, &kpis.series})
        for (const model::Series& series : *list)
            if (series.id == id) return &series;
    return nullptr;
}

const model::Kpi* Samples::kpi(std::string_view id) const {
    for (const model::Kpi& kpi : kpis.kpis)
        if (kpi.id == id) return &kpi;
    return nullptr;
}

float draw_group(ui::Ui& ui, const Samples& samples, std::string_view group, Vec2 at, float width_px) {
    using Draw = float (*)(ui::Ui&, const Samples&, Vec2, float);
    static constexpr std::pair<std::string_view, Draw> groups[] = {
        {"series", draw_series_group}, {"trajectory", draw_trajectories},
        {"bars", draw_bars},           {"bullets", draw_bullets},
        {"gantt", draw_dated},         {"undated", draw_undated},
        {"logic", draw_logic},         {"relations", draw_relations},
        {"timeline", draw_timeline},   {"multiples", draw_multiples}};
    for (const auto& [name, draw] : groups)
        if (name == group) return draw(ui, samples, at, width_px);
    return 0;
}

}  // namespace atlas::test

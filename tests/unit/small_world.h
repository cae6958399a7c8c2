// A small world for page and chart tests: one policy with two pillars, three stories, four KPIs; and a way to draw one page of it
// without the frame, so that its golden changes only when the page does.
#pragma once
#include <functional>
#include <memory>
#include <string>

#include "page/page.h"

namespace atlas::test {

inline model::Observation observed(int year, double value, const char* unit, const char* kind = "actual",
                                   char grade = 'A') {
    model::Observation o;
    o.year = year, o.value = value, o.unit = unit, o.kind = kind, o.grade = grade;
    o.source_title = "統計" + std::to_string(year), o.source_url = "https://example.org/" + std::to_string(year);
    return o;
}

inline model::Series visitors_series() {
    model::Series series;
    series.id = "visitors", series.kpi = "visitors", series.unit = "万人";
    series.points = {
        observed(2017, 2000, "万人"), observed(2018, 2500, "万人"), observed(2019, 3000, "万人", "actual", 'B'),
        observed(2022, 1000, "万人"), observed(2024, 3600, "万人"), observed(2025, 4000.5, "万人", "estimate", 'C')};
    series.points[1].break_before = true;
    return series;
}

inline model::Kpi visitors_kpi() {
    model::Kpi kpi;
    kpi.id = "visitors", kpi.name = "訪日外国人旅行者数", kpi.short_name = "旅行者数", kpi.level = "outcome",
    kpi.group = "A. 稼ぐ力";
    kpi.pillars = {"2"}, kpi.measures = {"2-1"}, kpi.series = {"visitors"};
    kpi.target.text = "6,000万人（2030年）", kpi.target.value = 6000, kpi.target.unit = "万人", kpi.target.year = 2030;
    kpi.baseline = model::KpiBaseline{3600, "万人", 2024, false, {"plan", 0, ""}};
    kpi.definition = "暦年の人数。", kpi.caveat = "2025年は推計値。", kpi.source = {"plan", 12, "第3節"};
    return kpi;
}

inline std::shared_ptr<model::Policy> small_policy() {
    auto policy = std::make_shared<model::Policy>();
    model::Source plan;
    plan.id = "plan", plan.title = "総合戦略", plan.publisher = "日本政府", plan.date = "2025-12-23";
    policy->sources = {plan};
    for (const char* id : {"1", "2"}) {
        model::Pillar pillar;
        pillar.id = id, pillar.name = id[0] == '1' ? "生活環境の創生" : "地方経済の創生",
        pillar.short_name = id[0] == '1' ? "生活環境" : "地方経済";
        model::Measure measure;
        measure.id = std::string(id) + "-1", measure.title = id[0] == '1' ? "地域交通の再設計" : "観光の高付加価値化";
        pillar.measures = {measure};
        policy->pillars.push_back(pillar);
    }
    return policy;
}

inline std::shared_ptr<model::Stories> small_stories() {
    auto stories = std::make_shared<model::Stories>();
    const auto add = [&](const char* id, const char* place, const char* prefecture, const char* pillar,
                         const char* title) -> model::Story& {
        model::Story story;
        story.id = id, story.place = place, story.pillar = pillar, story.title = title,
        story.prefectures = {prefecture};
        story.theme = "まちづくり", story.edition = "好事例", story.pillar_basis = "source",
        story.measures = {std::string(pillar) + "-1"};
        story.summary = std::string(title) + "の取組です。", story.source = {"plan", 19, ""},
        story.position = geo::LonLat{133.1, 36.1};
        stories->stories.push_back(story);
        return stories->stories.back();
    };
    add("ama", "島根県海士町", "32", "1", "住民が計画づくりに参画").actors = {"住民"};
    model::Story& terraces = add("terraces", "島根県", "32", "2", "棚田の風景を生かす");
    terraces.elements = {"棚田", "農泊", "聖地"}, terraces.pillar_basis = "editorial";
    add("bus", "北海道上士幌町", "01", "2", "自動運転バスを走らせる");
    return stories;
}

inline std::shared_ptr<model::Kpis> small_kpis() {
    auto kpis = std::make_shared<model::Kpis>();
    kpis->series = {visitors_series()};
    model::Kpi outlook, survey, output;
    outlook.id = "outlook", outlook.name = "暮らしが良くなると思う人の割合", outlook.level = "impact",
    outlook.group = "2. 生活環境";
    outlook.pillars = {"1"}, outlook.target.text = "向上（2029年）", outlook.target.kind = model::TargetKind::direction;
    outlook.baseline_reason = "基準値未設定", outlook.baseline_note = "今後の調査の結果を踏まえて設定。";
    output.id = "plans", output.name = "計画を作成した都市数", output.level = "output", output.group = "k. インフラ";
    output.pillars = {"1"}, output.target.text = "1,000都市（2030年度）", output.target.value = 1000,
    output.target.unit = "都市";
    output.target.year = 2030, output.target.fiscal = true, output.baseline_reason = "実績未確認";
    kpis->kpis = {outlook, visitors_kpi(), output};
    return kpis;
}

/// One of everything that the pages 新結合 and 歩み show.
inline std::shared_ptr<model::Background> small_background() {
    auto background = std::make_shared<model::Background>();
    model::Framework& f = background->framework;
    const model::SourceRef source{"plan", 3, ""};
    f.history = {{"start", "2014", "", "地方創生を開始", "", {source}},
                 {"law", "2014-11", "2014-12", "法律が施行", "本部を設置", {source}},
                 {"kihon-kousou", "2025-06-13", "", "基本構想 閣議決定", "", {source}}};
    f.pillar_lists = {
        {"old", "前の柱", "2024-12-24", "今の一覧ではありません。", false, {{"①", "生活環境", ""}}, source},
        {"new", "政策の柱", "2025-06-13", "今の一覧です。", true, {{"(1)", "生活環境の創生", "1"}}, source}};
    f.roles = {{"state", "国", "State", "支えます。", {{"①", "人材支援", {"制度を広げる", "人を送る"}}}, source}};
    f.next_steps = {{"roadmap-and-kpi", "工程表をつくる。", 0, source}, {"other", "戦略を見直す。", 0, source}};
    f.clusters = {{1, "投資を中心に生まれるもの。", source}};
    f.combination_elements = {{"施策", "産業", {"観光業", "農業"}}, {"主体", "産", {}}};
    f.combination_examples = {{{"高専", "AI", "銀行"}, "課題を解く", source}};
    f.combination_source = source;
    const auto support = [&](const char* id, const char* title, const char* unit, std::optional<double> value) {
        f.support.push_back({id, title, std::string(title) + "の説明／続き", unit, "2025-11-11", "", value, source});
    };
    support("shinketsugou-meaning", "新結合とは", "", {}), support("banso-teams", "チーム", "チーム", 60);
    support("banso-field-tourism", "分野：観光", "チーム", 22), support("grant", "交付金", "", {});
    model::Survey lost, asked;
    lost.id = "lost", lost.title = "市町村の評価", lost.question = "どう評価しますか。", lost.unit = "団体";
    lost.respondents = 57, lost.lost = true, lost.mean = 4.6, lost.scale_max = 5, lost.findings = "平均4.6。";
    asked.id = "asked", asked.title = "理由", asked.unit = "人", asked.respondents = 125, asked.multiple = true;
    asked.items = {{"現場に携われる", 116, 92.8}, {"負担が大きい", 12, 9.6}}, asked.voices = {"身近になった。"};
    asked.findings = "現場が一番多い。", lost.source = asked.source = source;
    f.surveys = {lost, asked};
    background->previous = {{1, "前の指標", "", "", {}, source},
                            {2, "旅行者数", "same", "名前が同じ。", {"visitors"}, source}};
    return background;
}

inline page::Data small_world() {
    page::Data data;
    data.policy = small_policy(), data.stories = small_stories(), data.kpis = small_kpis();
    auto places = std::make_shared<model::Places>();
    places->prefectures = {{"01", "北海道", "ほっかいどう", "Hokkaido", "北海道", {}},
                           {"32", "島根県", "しまねけん", "Shimane", "中国", {}}};
    data.places = places;
    for (auto& part : data.parts) part.state = page::Data::Part::State::ready;
    return data;
}

/// One page without the frame, in a window of this width, margins 16 or 40.
inline scene::Scene draw_page(const page::Data& data, const std::string& route, float width_px,
                              const std::function<void(page::Context&)>& draw, const std::set<std::string>& open = {}) {
    static const FixedMeasure measure;
    ui::Environment environment;
    environment.window = {width_px, 800};
    environment.native_fields = true;
    ui::Interaction interaction;
    interaction.open = open;
    const view::ViewState state = view::parse_route(route);
    ui::Ui ui(environment, measure, interaction, state.lang);
    page::Context ctx{data, state, ui};
    ctx.left = ui.phone() ? 16.f : 40.f, ctx.width = width_px - 2 * ctx.left, ctx.top = 96, ctx.bottom = 96;
    draw(ctx);
    ui.scene.document_height = ctx.bottom;
    ui.finish();
    return std::move(ui.scene);
}

}  // namespace atlas::test

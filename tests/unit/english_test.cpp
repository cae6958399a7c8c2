// English pages: English names where the records have them, the rest marked as Japanese, links that stay English, and a
// layout that holds longer words.
#include "chart/charts.h"
#include "core/strings.h"
#include "golden.h"
#include "page/frame.h"
#include "page/names.h"
#include "page_checks.h"
#include "small_world.h"

using namespace atlas;
using scene::Role;
using scene::Scene;

namespace {

const FixedMeasure measure;
constexpr Words en(Lang::en);

/// The small world with its English names, as the data have them.
page::Data world() {
    page::Data data = test::small_world();
    auto policy = std::make_shared<model::Policy>(*data.policy);
    policy->pillars[0].name_en = "Creating living environments",
    policy->pillars[0].short_name_en = "Living environments";
    policy->pillars[1].name_en = "Raising earning power", policy->pillars[1].short_name_en = "Regional economies";
    policy->pillars[0].purpose = "安心して暮らせるようにします。",
    policy->pillars[1].purpose = "付加価値を生み出します。";
    policy->vision.lead = "多様性の好循環が新しい日本を創る";
    model::StatedTarget visitors;
    visitors.label = "訪日外国人旅行者数", visitors.value = 6000, visitors.unit = "万人", visitors.comparator = "about";
    visitors.year = 2030, visitors.kpi = "visitors";
    policy->pillars[1].measures[0].targets = {visitors};
    policy->pillars[1].measures[0].target_text = "訪日外国人旅行者数6,000万人";
    policy->edition = {"2026-11-22", "データ版", "資料の説明です。"};
    policy->sources[0].attribution = "出典：「総合戦略」を加工して作成", policy->sources[0].licence = "政府の公開文書";
    data.policy = policy;
    auto kpis = std::make_shared<model::Kpis>(*data.kpis);
    kpis->kpis[0].name_en = "Share of people who expect life to improve";
    kpis->kpis[0].target.year = 2029;
    kpis->kpis[1].name_en = "Inbound visitors to Japan";
    kpis->kpis[2].name_en = "Cities with a plan";
    data.kpis = kpis;
    auto places = std::make_shared<model::Places>(*data.places);
    places->municipalities = {{"32525", "海士町", "あまちょう", "Ama", "Ama Town", "32", "town", {}, 2267}};
    data.places = places;
    auto stories = std::make_shared<model::Stories>(*data.stories);
    stories->stories[0].municipalities = {"32525"};
    data.stories = stories;
    return data;
}

Scene built(const std::string& route, Vec2 window = {1280, 800}) {
    ui::Environment environment;
    environment.window = window;
    environment.native_fields = true;
    return page::build(world(), view::parse_route(route), environment, measure);
}

/// The language that a node is read in.
Lang spoken(const Scene& scene, const scene::Node& node) {
    const scene::Node* at = &node;
    while (!at->lang && at->parent >= 0) at = &scene.nodes[static_cast<size_t>(at->parent)];
    return at->lang.value_or(scene.lang);
}

const char* const routes[] = {"/en",
                              "/en/pillars",
                              "/en/pillars/2",
                              "/en/stories",
                              "/en/kpis",
                              "/en/stories/ama",
                              "/en/kpis?level=outcome&sort=gap",
                              "/en/changes",
                              "/en/kpis/visitors",
                              "/en/kpis/outlook",
                              "/en/about",
                              "/en/stories/nothing",
                              "/en/kpis/nothing",
                              "/en/nowhere",
                              "/en/stories?q=zzz"};

}  // namespace

TEST_CASE("english: whatever holds Japanese letters is read as Japanese, all else as English") {
    for (const char* route : routes) {
        CAPTURE(route);
        const Scene scene = built(route);
        CHECK(scene.lang == Lang::en);
        for (const scene::Node& node : scene.nodes)
            if (!node.name.empty())
                CHECK_MESSAGE((spoken(scene, node) == Lang::ja) == has_japanese(node.name),
                              node.id << " " << node.name);
    }
}

TEST_CASE("english: no placeholder is left open, in either language") {
    for (const std::string route : routes)
        for (const std::string& one : {route, route == "/en" ? std::string("/") : route.substr(3)}) {
            const Scene scene = built(one);
            CHECK_MESSAGE(scene.title.find('{') == std::string::npos, scene.title);
            CHECK_MESSAGE(scene.description.find('{') == std::string::npos, scene.description);
            for (const scene::Node& node : scene.nodes)
                CHECK_MESSAGE((node.name + node.description).find_first_of("{\x1f") == std::string::npos, node.name);
        }
}

TEST_CASE("english: what the interface itself says is English") {
    for (const char* id : {"skip", "brand", "nav", "nav:map", "nav:kpis", "footer:links", "footer:method"})
        for (const char* route : routes) {
            const Scene scene = built(route);
            REQUIRE_MESSAGE(scene.find(id) != nullptr, id);
            CHECK_MESSAGE(!has_japanese(scene.find(id)->name), scene.find(id)->name);
        }
}

TEST_CASE("english: every link stays in English but the one to the same view in Japanese") {
    for (const char* route : routes) {
        CAPTURE(route);
        const Scene scene = built(route);
        for (const scene::Node& node : scene.nodes) {
            if (node.id == page::language_link) continue;
            CAPTURE(node.id);
            if (node.href.substr(0, 1) == "/") CHECK(view::parse_route(node.href).lang == Lang::en);
            if (node.action.kind == Action::Kind::go || node.action.kind == Action::Kind::adjust)
                CHECK(view::parse_route(node.action.target).lang == Lang::en);
        }
        for (const scene::HitRegion& region : scene.regions)
            if (region.action.kind == Action::Kind::go && region.node != page::language_link)
                CHECK_MESSAGE(view::parse_route(region.action.target).lang == Lang::en, region.node);
    }
}

TEST_CASE("english: the bar leads to the same view in the other language, named in that language") {
    const Scene english = built("/en/kpis?pillar=2"), japanese = built("/kpis?pillar=2");
    const scene::Node* there = japanese.find(page::language_link);
    const scene::Node* back = english.find(page::language_link);
    REQUIRE(there);
    REQUIRE(back);
    CHECK(there->name == "English");
    CHECK(there->lang == Lang::en);
    CHECK(there->href == "/en/kpis?pillar=2");
    CHECK(back->name == "日本語");
    CHECK(back->lang == Lang::ja);
    CHECK(back->href == "/kpis?pillar=2");
    for (const float width : {320.f, 360.f, 768.f, 1024.f, 1280.f}) {
        const Scene scene = built("/en/about", {width, 800});
        const Rect link = scene.find(page::language_link)->rect, brand = scene.find("brand")->rect;
        CHECK(link.w >= 44);
        CHECK(link.h >= 44);
        CHECK(link.right() <= width);
        CHECK(brand.right() <= link.x + 8);
    }
}

TEST_CASE("english: titles carry the English name of page and site") {
    CHECK(built("/en").title == "Sosei Atlas");
    CHECK(built("/en/kpis").title == "Progress on targets | Sosei Atlas");
    CHECK(built("/en/kpis/visitors").title == "Inbound visitors to Japan | Sosei Atlas");
    CHECK(built("/en/pillars/2").title == "Pillar 2: Regional economies | Sosei Atlas");
}

TEST_CASE("english: a place has its English name where it is just that place") {
    const page::Data data = world();
    const auto& stories = data.stories->stories;
    CHECK(page::place_of(en, stories[0], data.places.get()) == "Ama, Shimane");
    CHECK(page::place_of(en, stories[1], data.places.get()) == "Shimane");
    CHECK(page::place_of(en, stories[2], data.places.get()) == "北海道上士幌町");  // its municipality is not known here
    CHECK(page::split_place(en, stories[2], data.places.get()).prefecture == "Hokkaido");
    CHECK(page::place_of(Words(), stories[0], data.places.get()) == "島根県海士町");
}

TEST_CASE("english: a target says in English what its figures say, else its official words") {
    model::KpiTarget target;
    target.text = "6,000万人（2030年）", target.value = 6000, target.unit = "万人", target.year = 2030;
    CHECK(chart::target_text(Words(), target) == "6,000万人（2030年）");
    CHECK(chart::target_text(en, target) == "60 million people by 2030");
    target.text = "100万人超（2030年）", target.value = 100;
    CHECK(chart::target_text(en, target) == "more than 1 million people by 2030");
    target.text = "約5,000人（2029年まで）", target.value = 5000, target.unit = "人", target.year = 2029;
    CHECK(chart::target_text(en, target) == "about 5,000 people by 2029");
    target.text = "成約5,000人";
    CHECK(chart::target_text(en, target) == "5,000 people by 2029");
    target.text = "4万人（2015年度～2027年度累計）", target.value = 40000, target.kind = model::TargetKind::cumulative;
    target.year = 2027, target.period_start = 2015, target.fiscal = true;
    CHECK(chart::target_text(en, target) == "40,000 people in total from FY2015 to FY2027");
    target = {};
    target.text = "80%以上（毎年）", target.value = 80, target.unit = "%", target.kind = model::TargetKind::each_year;
    CHECK(chart::target_text(en, target) == "at least 80% every year");
    target = {};
    target.text = "減少（2029年）", target.kind = model::TargetKind::direction, target.up = false, target.year = 2029;
    CHECK(chart::target_text(en, target) == "a fall by 2029");
    target.text = "東京圏以上（2029年）", target.kind = model::TargetKind::relative;
    CHECK(chart::target_text(en, target) == "東京圏以上（2029年）");
}

TEST_CASE("english: a KPI shows the official name and the official wording of its target beside the English ones") {
    const Scene scene = built("/en/kpis/visitors");
    CHECK(scene.find("kpi:official-name")->name == "訪日外国人旅行者数");
    CHECK(scene.find("kpi:official-target")->name == "6,000万人（2030年）");
    CHECK(scene.find("kpi:figure")->name == "40.005 million people");
    CHECK_FALSE(has_japanese(scene.find("kpi:judgement")->name));
    CHECK_FALSE(has_japanese(scene.find("kpi:chart")->description));
    CHECK(built("/kpis/visitors").find("kpi:official-name") == nullptr);
}

TEST_CASE("english: a pillar's row names its targets by the KPIs that stand for them") {
    CHECK(test::says(built("/en"), "Inbound visitors to Japan (2030)"));
    CHECK(test::says(built("/en"), "about 60 million people"));
}

TEST_CASE("english: a Japanese text is introduced as such") {
    CHECK(test::says(built("/en/stories/ama"), "The texts of this good practice are in Japanese."));
    CHECK(test::says(built("/en/pillars/2"), "The explanation and the measures below are in Japanese."));
    CHECK(test::says(built("/en/kpis/visitors"), "Definition of this KPI (in Japanese)"));
    CHECK(test::says(built("/en/kpis/visitors"), "Source (in Japanese):"));
}

TEST_CASE("english: a fault is told in English where it has English words") {
    page::Data data = world();
    data.policy.reset();
    page::Data::Part& part = data.parts[static_cast<size_t>(model::BundleName::policy)];
    part.state = page::Data::Part::State::failed;
    part.problems = {
        problem_of("policy.json", "/x", Word::problem_not_in_manifest, Word::problem_not_in_manifest_remedy)};
    ui::Environment environment;
    const Scene scene = page::build(data, view::parse_route("/en/pillars"), environment, measure);
    CHECK(test::says(scene, "Data could not be loaded: Policy"));
    CHECK(test::says(scene, "the manifest does not list this bundle"));
    CHECK(scene.find("retry:policy")->name == "Load again");
}

TEST_CASE("english: nothing lies outside the window or over other text at any width") {
    const std::pair<const char*, std::function<void(page::Context&)>> pages[] = {
        {"/en", page::overview},        {"/en/pillars", page::pillars},   {"/en/pillars/2", page::pillar},
        {"/en/about", page::about},     {"/en/kpis", page::kpis},         {"/en/kpis/visitors", page::kpi},
        {"/en/stories", page::stories}, {"/en/stories/ama", page::story}, {"/en/nowhere", page::not_found}};
    for (const auto& page : pages)
        for (const float width : {320.f, 360.f, 768.f, 1024.f, 1280.f, 1920.f}) {
            CAPTURE(std::string(page.first));
            CAPTURE(width);
            if (width < 360 && std::string(page.first) == "/en/stories/ama") continue;  // its 。 hangs in the margin
            const Scene scene = test::draw_page(world(), page.first, width, page.second);
            test::check_nodes(scene);
            test::check_text_places(scene, measure);
        }
}

TEST_CASE("english: the scenes of the overview and of a KPI") {
    test::compare_golden("en-overview-1280", scene::dump(test::draw_page(world(), "/en", 1280, page::overview)));
    test::compare_golden("en-kpi-360", scene::dump(test::draw_page(world(), "/en/kpis/visitors", 360, page::kpi)));
}

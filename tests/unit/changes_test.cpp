// Two editions side by side: what differs is said once, of the right kind; the first edition says that it is the first.
#include "model/changes.h"

#include "fixture.h"
#include "page_checks.h"
#include "small_world.h"
#include "tool/files.h"
#include "tool_run.h"

using namespace atlas;
using model::Change;
using model::ChangeKind;

namespace {

/// "revised_value visitors 2025": kind, KPI and, of an observation, its year.
std::vector<std::string> told(const model::Kpis& previous, const model::Kpis& current) {
    constexpr const char* names[] = {"new_value",  "revised_value", "dropped_value", "revised_target",
                                     "moved_date", "new_kpi",       "removed_kpi"};
    std::vector<std::string> lines;
    for (const Change& change : model::compare(previous, current)) {
        const model::Observation* point = change.after_point ? change.after_point : change.before_point;
        lines.push_back(std::string(names[static_cast<size_t>(change.kind)]) + " " +
                        (change.after ? change.after : change.before)->id +
                        (point ? " " + std::to_string(point->year) : ""));
    }
    return lines;
}
using Lines = std::vector<std::string>;

}  // namespace

TEST_CASE("changes: the same edition twice has none") { CHECK(told(*test::small_kpis(), *test::small_kpis()).empty()); }

TEST_CASE("changes: new, revised and dropped values, matched by their date") {
    model::Kpis now = *test::small_kpis();
    std::vector<model::Observation>& points = now.series[0].points;
    points.back().value = 4100;                            // 2025: another figure
    points[4].grade = 'B';                                 // 2024: another source
    points.erase(points.begin());                          // 2017 is gone
    points.push_back(test::observed(2026, 4300, "万人"));  // 2026 has come
    CHECK(told(*test::small_kpis(), now) == Lines{"new_value visitors 2026", "revised_value visitors 2024",
                                                  "revised_value visitors 2025", "dropped_value visitors 2017"});
    model::Kpis fiscal = *test::small_kpis();
    fiscal.series[0].points.back().fiscal = true;  // FY2025 is another date than 2025
    CHECK(told(*test::small_kpis(), fiscal) == Lines{"new_value visitors 2025", "dropped_value visitors 2025"});
}

TEST_CASE("changes: a target's figure, its wording, its date") {
    model::Kpis now = *test::small_kpis();
    now.kpis[1].target.value = 6500;
    CHECK(told(*test::small_kpis(), now) == Lines{"revised_target visitors"});
    now = *test::small_kpis();
    now.kpis[1].target.year = 2032, now.kpis[1].target.text = "6,000万人（2032年）";
    CHECK(told(*test::small_kpis(), now) == Lines{"moved_date visitors"});
    now.kpis[1].target.value = 7000;
    CHECK(told(*test::small_kpis(), now) == Lines{"revised_target visitors", "moved_date visitors"});
    now = *test::small_kpis();
    now.kpis[0].target.text = "大きく向上（2029年）";
    CHECK(told(*test::small_kpis(), now) == Lines{"revised_target outlook"});
    now = *test::small_kpis();
    now.kpis[2].target.conditions = {now.kpis[2].target};
    CHECK(told(*test::small_kpis(), now) == Lines{"revised_target plans"});
}

TEST_CASE("changes: KPIs that came and went, without their observations") {
    model::Kpis now = *test::small_kpis();
    now.kpis.erase(now.kpis.begin() + 1);
    CHECK(told(*test::small_kpis(), now) == Lines{"removed_kpi visitors"});
    CHECK(told(now, *test::small_kpis()) == Lines{"new_kpi visitors"});
}

TEST_CASE("changes: the first edition says that there is nothing to compare") {
    const scene::Scene scene = test::draw_page(test::small_world(), "/changes", 360, page::changes);
    test::check_nodes(scene);
    test::check_text_places(scene, FixedMeasure{});
    CHECK(test::says(scene, "これが最初の版なので、比べられる前の版は、まだありません。"));
    CHECK(scene.find("tab:changes")->current);
    CHECK(scene.find("changes:kpis")->href == "/kpis");
    CHECK(test::count_role(scene, scene::Role::heading) == 1);
}

TEST_CASE("changes: a later edition lists what differs, with both figures and a link to the KPI") {
    page::Data data = test::small_world();
    auto before = std::make_shared<model::PreviousEdition>(model::PreviousEdition{"2026-10-01", *data.kpis});
    model::Kpis* previous = &before->kpis;
    previous->series[0].points.pop_back();
    previous->series[0].points.back().value = 3500;
    previous->kpis[1].target.year = 2029;
    model::Kpi gone;
    gone.id = "gone", gone.name = "前の指標", gone.target.text = "増加";
    previous->kpis.push_back(gone);
    data.previous = before;
    for (const float width : {360.f, 1280.f}) {
        const scene::Scene scene = test::draw_page(data, "/changes", width, page::changes);
        test::check_nodes(scene);
        test::check_text_places(scene, FixedMeasure{});
        CHECK(test::says(scene, "2026年10月1日の版から"));
        CHECK(test::says(scene, "変わったことは、4件です。"));
        CHECK(scene.find("change:0")->href == "/kpis/visitors");
        CHECK(test::says(scene, "2025年 4,000.5万人（推計値・二次資料による値）"));
        CHECK(test::says(scene, "2024年 3,500万人"));
        CHECK(test::says(scene, "なくなったKPI"));
        CHECK(test::says(scene, "前の指標"));
    }
    data.previous = std::make_shared<model::PreviousEdition>(model::PreviousEdition{"2026-10-01", *data.kpis});
    CHECK(test::says(test::draw_page(data, "/changes", 1280, page::changes), "目標と実績値は変わっていません。"));
}

TEST_CASE("changes: a KPI's own page says what changed for it") {
    page::Data data = test::small_world();
    auto& part = data.parts[static_cast<size_t>(model::BundleName::previous)];
    const auto drawn = [&] { return test::draw_page(data, "/kpis/visitors", 1280, page::kpi); };
    part.state = page::Data::Part::State::loading;
    CHECK(drawn().find("kpi:changes") == nullptr);
    part.state = page::Data::Part::State::failed;
    CHECK(test::says(drawn(), "前の版の目標と実績のデータを読み込めませんでした"));
    part.state = page::Data::Part::State::ready;
    CHECK(test::says(drawn(), "これが最初の版なので"));
    auto before = std::make_shared<model::PreviousEdition>(model::PreviousEdition{"2026-10-01", *data.kpis});
    data.previous = before;
    CHECK(test::says(drawn(), "目標と実績値は変わっていません。"));
    before->kpis.series[0].points.back().value = 3500;
    const scene::Scene scene = drawn();
    test::check_nodes(scene);
    CHECK(test::says(scene, "改められた実績値"));
    CHECK(test::says(scene, "3,500万人"));
    CHECK(scene.find("kpi:all-changes")->href == "/changes");
}

TEST_CASE("changes: sosei-bundle build --previous, from two folders of sources to what the page says") {
    namespace fs = std::filesystem;
    using model::BundleName;
    const fs::path fixtures = test::source_dir() + "/tests/fixtures";
    test::TemporaryFolder before, built_before, built;
    fs::copy(fixtures / "data/good", before.path, fs::copy_options::recursive);
    fs::copy(fixtures / "editions/before", before.path,
             fs::copy_options::recursive | fs::copy_options::overwrite_existing);
    REQUIRE(test::run({"build", before.path.string(), "-o", built_before.path.string()}).code == 0);
    const std::string good = (fixtures / "data/good").string();
    const auto entry_of = [](const fs::path& folder, BundleName name) {
        const auto manifest = model::load_manifest(*tool::read_file(folder / "manifest.json"), "manifest.json");
        for (const model::ManifestEntry& entry : manifest->bundles)
            if (entry.name == name) return (folder / entry.file).string();
        return std::string();
    };
    // A folder of sources, a folder of bundles and a bundle alone say the same.
    std::string bytes;
    for (const std::string& where :
         {before.path.string(), built_before.path.string(), entry_of(built_before.path, BundleName::kpis)}) {
        const test::Run run = test::run({"build", good, "-o", built.path.string(), "--previous", where});
        REQUIRE_MESSAGE(run.code == 0, run.out);
        const std::string made = *tool::read_file(entry_of(built.path, BundleName::previous));
        CHECK((bytes.empty() || bytes == made));
        bytes = made;
    }
    CHECK(test::run({"check", built.path.string()}).code == 0);
    page::Data data;
    data.policy = std::make_shared<model::Policy>(
        *model::load_policy(*tool::read_file(entry_of(built.path, BundleName::policy)), "policy"));
    data.kpis = std::make_shared<model::Kpis>(
        *model::load_kpis(*tool::read_file(entry_of(built.path, BundleName::kpis)), "kpis"));
    data.previous = std::make_shared<model::PreviousEdition>(*model::load_previous(bytes, "previous"));
    for (auto& part : data.parts) part.state = page::Data::Part::State::ready;
    const scene::Scene scene = test::draw_page(data, "/changes", 1280, page::changes);
    for (const char* said :
         {"2026年10月1日の版から2026年11月22日の版までに変わったことは、4件です。", "新しい実績値", "4,268.36万人",
          "改められた実績値", "3,600万人", "3,687万人", "変わった目標", "5,000万人（2030年）", "6,000万人（2030年）",
          "変わった目標の年", "向上（2028年）", "向上（2029年）"})
        CHECK_MESSAGE(test::says(scene, said), said);
}

TEST_CASE("changes: an edition that is not older, or is none, is refused with a remedy") {
    test::TemporaryFolder out;
    const std::string good = test::source_dir() + "/tests/fixtures/data/good";
    const test::Run same = test::run({"build", good, "-o", out.path.string(), "--previous", good, "--lang", "en"});
    CHECK(same.code == 1);
    CHECK(same.out.find("is not older than this one") != std::string::npos);
    CHECK(same.out.find("--previous") != std::string::npos);
    CHECK(test::run({"build", good, "-o", out.path.string(), "--previous", good + "/stories.json"}).code == 1);
    CHECK(test::run({"build", good, "-o", out.path.string(), "--previous", good + "/nothing"}).code == 1);
}

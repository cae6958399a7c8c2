// History and roles: events, lists, roles, steps, surveys and the KPIs of the strategy before, each record as it stands.
#include "golden.h"
#include "page/history_parts.h"
#include "page_checks.h"
#include "real_world.h"
#include "small_world.h"
#include "text/text.h"

using namespace atlas;
using scene::Role;
using scene::Scene;

namespace {

const FixedMeasure measure;
constexpr Words ja;

Scene draw(float width, const std::string& route = "/history", const std::set<std::string>& open = {}) {
    return test::draw_page(test::real_world(), route, width, page::history, open);
}
const model::Framework& framework() { return test::real_world().background->framework; }

}  // namespace

TEST_CASE("history: every event is a mark with its date, and a row of the table with its details") {
    const Scene scene = draw(1280, "/history", {"table:history:timeline"}), phone = draw(360);
    for (const model::Event& event : framework().history) {
        CHECK(scene.find("history:timeline:" + event.id) != nullptr);
        REQUIRE(phone.find("history:timeline:" + event.id) != nullptr);
        CHECK(phone.find("history:timeline:" + event.id)->name.find(text::date(ja, event.date)) == 0);
        CHECK(test::says(scene, event.title));
        if (!event.detail.empty()) CHECK(test::says(scene, event.detail));
    }
}

TEST_CASE("history: one list is marked as decided and leads to the pillars, the others say that they are not used") {
    for (const float width : {360.f, 1280.f}) {
        const Scene scene = draw(width);
        int decided = 0;
        for (const model::PillarList& list : framework().pillar_lists) {
            const std::string id = "list:" + list.id;
            decided += list.decided;
            CHECK(scene.find(id + "/state")->name ==
                  ja(list.decided ? Word::history_list_decided : Word::history_list_superseded));
            CHECK(test::says(scene, list.name));
            for (const model::PillarListItem& item : list.items) {
                CHECK(test::says(scene, item.text));
                const scene::Node* link = scene.find(id + ":" + item.pillar);
                CHECK((link != nullptr) == !item.pillar.empty());
                if (link) CHECK(link->href == "/pillars/" + item.pillar);
            }
        }
        CHECK(decided == 1);
    }
}

TEST_CASE("history: roles and next steps word for word, each step with what has become of it") {
    for (const float width : {360.f, 1280.f}) {
        const Scene scene = draw(width);
        for (const model::Role& role : framework().roles) {
            CHECK(test::says(scene, role.summary));
            for (const model::RoleItem& item : role.items)
                for (const std::string& point : item.points) CHECK(test::says(scene, point));
        }
        for (const model::NextStep& step : framework().next_steps) {
            CHECK(test::says(scene, step.text));
            REQUIRE(scene.find("step:" + step.id + "/since") != nullptr);
            CHECK_FALSE(scene.find("step:" + step.id + "/since")->name.empty());
        }
        CHECK(test::says(scene, std::to_string(test::real_world().kpis->kpis.size()) + "のKPIと工程表"));
        CHECK(scene.find("step:ten-years-review/since")->name.find("2030年") != std::string::npos);
        CHECK(scene.find("step:logic")->href == "/logic");
        CHECK(scene.find("step:roadmap")->href == "/roadmap");
    }
}

TEST_CASE("history: surveys with respondents, answers, means, findings and voices; the lost ones say so") {
    for (const float width : {360.f, 1280.f}) {
        const Scene scene = draw(width);
        for (const model::Survey& survey : framework().surveys) {
            CAPTURE(survey.id);
            const std::string id = "survey:" + survey.id;
            CHECK(scene.find(id + "/findings")->name == survey.findings);
            CHECK((scene.find(id + "/lost") != nullptr) == survey.lost);
            CHECK((scene.find(id + "/respondents") != nullptr) == (survey.respondents > 0));
            if (survey.respondents > 0)
                CHECK(scene.find(id + "/respondents")->name.find(text::number(survey.respondents)) !=
                      std::string::npos);
            if (survey.responses > 0)
                CHECK(scene.find(id + "/responses")->name.find(text::number(survey.responses)) != std::string::npos);
            if (survey.mean) CHECK(scene.find(id + "/mean")->name.find(text::number(*survey.mean, 1)) == 0);
            for (const std::string& voice : survey.voices) CHECK(test::says(scene, voice));
            for (size_t i = 0; i < survey.items.size(); ++i) {
                const scene::Node* bar = scene.find(id + "/bars:" + std::to_string(i));
                REQUIRE(bar != nullptr);
                CHECK(bar->name.find(survey.items[i].label) == 0);
                CHECK(bar->name.find(text::quantity_text(ja, *survey.items[i].count, survey.unit)) !=
                      std::string::npos);
            }
        }
    }
}

TEST_CASE("history: the KPIs of the strategy before with their successors; the filter keeps exactly its own") {
    const auto& previous = test::real_world().background->previous;
    for (const char* key : {"", "same", "continues", "related", "none", "nonsense"}) {
        const std::string route = *key ? "/history?s=" + std::string(key) : "/history";
        for (const float width : {360.f, 1280.f}) {
            const Scene scene = draw(width, route);
            const bool all = !*key || std::string_view(key) == "nonsense";
            size_t shown = 0;
            for (const model::PreviousKpi& kpi : previous) {
                const std::string id = "previous:" + std::to_string(kpi.number);
                const bool wanted = all || std::string_view(key) == page::relation_key(kpi);
                shown += wanted;
                REQUIRE_MESSAGE((scene.find(id) != nullptr) == wanted, id << key);
                if (!wanted) continue;
                CHECK(scene.find(id + "/name")->name == kpi.name);
                for (const std::string& successor : kpi.successors) {
                    REQUIRE(scene.find(id + ":" + successor) != nullptr);
                    CHECK(scene.find(id + ":" + successor)->href == "/kpis/" + successor);
                }
                if (!kpi.note.empty()) CHECK(test::says(scene, kpi.note));
            }
            CHECK(scene.find("previous:count")->name ==
                  std::to_string(previous.size()) + "のうち" + std::to_string(shown));
        }
    }
    CHECK(view::route_of(view::parse_route("/history?s=same")) == "/history?s=same");
}

TEST_CASE("history: no text is clipped or lies over another, in both languages") {
    for (const char* route : {"/history", "/en/history"})
        for (const float width : {360.f, 768.f, 1280.f}) {
            CAPTURE(width);
            const Scene scene = draw(width, route);
            test::check_nodes(scene);
            test::check_text_places(scene, measure);
        }
}

TEST_CASE("history: golden scenes") {
    page::Data world = test::small_world();
    world.background = test::small_background();
    for (const float width : {360.f, 1280.f})
        test::compare_golden("history-" + std::to_string(static_cast<int>(width)),
                             scene::dump(test::draw_page(world, "/history", width, page::history)));
}

// The logic model, the pages of its outputs and the 工程表: all items of the real data are there with their figures; the small
// fixture is compared as a whole.
#include "chart/charts.h"
#include "data_fixture.h"
#include "golden.h"
#include "page/logic_details.h"
#include "page_checks.h"
#include "small_world.h"
#include "tool/sources.h"

using namespace atlas;
using scene::Node;
using scene::Role;
using scene::Scene;

namespace {

page::Data world_of(const std::string& folder) {
    const tool::SourceSet sources = tool::read_sources(folder);
    page::Data data;
    data.policy = std::make_shared<model::Policy>(sources.policy);
    data.stories = std::make_shared<model::Stories>(sources.story_set);
    data.kpis = std::make_shared<model::Kpis>(sources.kpi_set);
    data.places = std::make_shared<model::Places>(sources.places);
    data.logic = std::make_shared<model::LogicModel>(sources.logic_model);
    data.roadmap = std::make_shared<model::Roadmap>(sources.roadmap_set);
    for (auto& part : data.parts) part.state = page::Data::Part::State::ready;
    return data;
}
const page::Data& real() {
    static const page::Data data = world_of(test::source_dir() + "/data");
    return data;
}
const page::Data& small() {
    static const page::Data data = world_of(test::data_fixtures() + "good");
    return data;
}

Scene logic_page(const std::string& route, float width, const std::set<std::string>& open = {}) {
    return test::draw_page(real(), route, width, page::logic, open);
}

const Node& need(const Scene& scene, const std::string& id) {
    const Node* node = scene.find(id);
    REQUIRE_MESSAGE(node != nullptr, id);
    return *node;
}

/// "順調1件 判定不可4件": as the diagram says it of these KPIs.
std::string states_of(const std::vector<std::string>& kpis) {
    std::array<int, 6> counts{};
    for (const std::string& id : kpis)
        ++counts[static_cast<size_t>(model::judge(*model::find_kpi(*real().kpis, id), *real().kpis).status)];
    std::string said;
    for (size_t s = 0; s < counts.size(); ++s)
        if (counts[s] > 0)
            said += (said.empty() ? "" : " ") +
                    std::string(chart::status_word(Words(Lang::ja), static_cast<model::Status>(s))) +
                    std::to_string(counts[s]) + "件";
    return said;
}

void check_item(const Scene& scene, const std::string& id, const std::string& name,
                const std::vector<std::string>& kpis) {
    const Node& node = need(scene, "model:" + id);
    CHECK_MESSAGE(test::contains(node.name, name), node.name);
    const std::string states = states_of(kpis);
    CHECK_MESSAGE((states.empty() || test::contains(node.name, states)), node.name << " lacks " << states);
    CHECK(node.href == "/logic?n=" + id);
}

void check_gantt(const Scene& scene, const model::RoadmapTable& table) {
    for (const model::RoadmapRow& row : table.rows)
        for (size_t i = 0; i < row.bars.size(); ++i) {
            const Node& node = need(scene, "gantt:" + row.id + ":" + std::to_string(i));
            CHECK_MESSAGE(test::contains(node.name, row.name + " " + row.bars[i].text), node.name);
            const bool undated = row.bars[i].dating == model::Dating::undated;
            CHECK_MESSAGE(test::contains(node.name, "時期が分からない") == undated, node.name);
        }
}

}  // namespace

TEST_CASE("logic: with all open, every item of the model stands there with the states of its KPIs") {
    const Scene scene = logic_page("/logic", 1280, {"logic:all"});
    size_t kpis = 0;
    const auto check_output = [&](const model::LogicOutput& output) {
        check_item(scene, output.id, output.name, output.kpis), kpis += output.kpis.size();
        for (const model::LogicGroup& group : output.groups) {
            check_item(scene, group.id, group.name, group.kpis), kpis += group.kpis.size();
            for (const model::LogicMeasure& measure : group.measures)
                check_item(scene, measure.id, page::title_of(Words(Lang::ja), *real().logic, measure), {});
        }
    };
    for (const model::LogicImpact& impact : real().logic->impacts) {
        check_item(scene, impact.id, impact.name, impact.kpis), kpis += impact.kpis.size();
        for (const model::LogicOutcome& outcome : impact.outcomes) {
            check_item(scene, outcome.id, outcome.name, outcome.kpis), kpis += outcome.kpis.size();
            for (const model::LogicOutput& output : outcome.outputs) check_output(output);
        }
    }
    check_output(real().logic->state_role);
    CHECK(kpis == real().kpis->kpis.size());
    CHECK(test::contains(need(scene, "logic:summary").name, "KPIは" + std::to_string(kpis) + "件"));
    test::check_nodes(scene);
}

TEST_CASE("logic: an item opens and closes by hand, and what is above the focus is open") {
    CHECK(logic_page("/logic", 1280).find("model:a-1") == nullptr);
    CHECK(logic_page("/logic", 360).find("model:a") == nullptr);
    CHECK(logic_page("/logic", 1280, {"logic:none"}).find("model:A") == nullptr);
    const Scene closed = logic_page("/logic", 1280);
    const Action open = need(closed, "model:a:toggle").action;
    CHECK_FALSE(need(closed, "model:a:toggle").expanded);
    view::ViewState state = view::reduce(view::parse_route("/logic"), open);
    const Scene opened = logic_page("/logic", 1280, state.open);
    CHECK(opened.find("model:a-1") != nullptr);
    state = view::reduce(state, need(opened, "model:a:toggle").action);
    CHECK(logic_page("/logic", 1280, state.open).find("model:a-1") == nullptr);
    // Closed by hand under "all open"; "all open" again forgets it.
    const Action all = need(closed, "logic:all").action;
    state = view::reduce(view::ViewState(), all);
    state = view::reduce(state, need(logic_page("/logic", 1280, state.open), "model:a:toggle").action);
    CHECK(logic_page("/logic", 1280, state.open).find("model:a-1") == nullptr);
    CHECK(view::reduce(state, all).open.empty());
    const Scene deep = logic_page("/logic?n=i-2-1", 360);
    CHECK(deep.find("model:i-2-1") != nullptr);
    CHECK(test::contains(need(deep, "model:i").name, "選んだ項目の上流"));
    CHECK(need(deep, "model:i-2-1").href == "/logic");
}

TEST_CASE("logic: the card of every item leads to its KPIs and to its output") {
    const model::LogicModel& logic = *real().logic;
    const auto card = [&](const std::string& id, const std::vector<std::string>& kpis, const std::string& output) {
        const Scene scene = logic_page("/logic?n=" + id, 360);
        CHECK(need(scene, "focus").layer == scene::Layer::chrome);
        CHECK(need(scene, "focus").rect.y > 56);
        for (const std::string& kpi : kpis) CHECK(need(scene, "focus:" + kpi).href == "/kpis/" + kpi);
        CHECK(need(scene, "focus:details").action.target == "details:title");
        CHECK(need(scene, "details:title").role == Role::heading);
        CHECK((scene.find("details:output") != nullptr) == !output.empty());
        if (!output.empty()) CHECK(need(scene, "details:output").href == "/logic/" + output);
        CHECK(need(scene, "focus:close").action.target == "/logic");
    };
    for (const model::LogicImpact& impact : logic.impacts) {
        card(impact.id, impact.kpis, "");
        for (const model::LogicOutcome& outcome : impact.outcomes) card(outcome.id, outcome.kpis, "");
    }
    for (const model::LogicOutput* output : model::outputs_of(logic)) {
        card(output->id, {}, output->id);
        card(output->groups.front().id, output->groups.front().kpis, output->id);
    }
    CHECK(logic_page("/logic?n=nothing", 1280).find("focus") == nullptr);
}

TEST_CASE("logic: the field finds items by name and number, and puts one into focus") {
    const Scene scene = logic_page("/logic?q=q", 360);
    CHECK(need(scene, "logic:query").value == "q");
    CHECK(need(scene, "hit:q").href == "/logic?n=q");
    CHECK(need(scene, "logic:found").role == Role::status);
    test::check_nodes(scene);
    CHECK(logic_page("/logic", 360).find("logic:hits") == nullptr);
    const Scene none = logic_page("/logic?q=zzzz", 1280);
    CHECK(none.find("logic:hits") == nullptr);
    CHECK(test::contains(need(none, "logic:found").name, "0件"));
}

TEST_CASE("logic: from any item to its KPIs, plans, stories and source, with how much lies above and below") {
    const model::LogicModel& logic = *real().logic;
    const auto visit = [&](const std::string& id, int above) {
        const Scene scene = logic_page("/logic?n=" + id, 1280);
        CAPTURE(id);
        test::check_nodes(scene);
        const model::LogicPlace place = model::find_place(logic, id);
        CHECK(test::contains(need(scene, "details:trace").name, "上流に" + std::to_string(above) + "、"));
        CHECK(test::contains(need(scene, "details:trace").name,
                             "下流に" + std::to_string(page::count_below(place)) + "の"));
        const std::vector<std::string> kpis = model::kpis_below(logic, place.level > 3 ? place.group->id : id);
        CHECK((scene.find("details:kpis") != nullptr) == !kpis.empty());
        if (!kpis.empty())
            CHECK(test::contains(need(scene, "details:kpis-count").name, std::to_string(kpis.size()) + "件"));
        CHECK(test::says(scene, "出典"));
        return scene;
    };
    for (const model::LogicImpact& impact : logic.impacts) {
        const Scene scene = visit(impact.id, 0);
        for (const model::LogicOutcome& outcome : impact.outcomes) {
            visit(outcome.id, 1);
            for (const model::LogicOutput& output : outcome.outputs)
                if (!model::tables_of(*real().roadmap, logic, output.id).empty())
                    CHECK(need(scene, "details:roadmap:" + output.id).href == "/roadmap?n=" + output.id);
        }
    }
    for (const model::LogicOutput* output : model::outputs_of(logic)) {
        const int above = output->id == "state" ? 0 : 2;
        const Scene scene = visit(output->id, above);
        if (!model::tables_of(*real().roadmap, logic, output->id).empty())
            CHECK(need(scene, "details:roadmap").href == "/roadmap?n=" + output->id);
        CHECK((scene.find("details:stories") != nullptr) ==
              (test::draw_page(real(), "/logic/" + output->id, 1280, page::output).find("stories") != nullptr));
        visit(output->groups.front().id, above + 1);
    }
    const model::LogicMeasure& measure = logic.impacts[0].outcomes[0].outputs[0].groups[0].measures[0];
    visit(measure.id, 4);
    if (!measure.programmes.empty()) visit(measure.programmes.front().id, 5);
}

TEST_CASE("logic: everything below the focus opens at once, and only that") {
    const Scene closed = logic_page("/logic?n=q", 1280);
    const view::ViewState state = view::reduce(view::parse_route("/logic?n=q"), need(closed, "focus:below").action);
    const Scene opened = logic_page("/logic?n=q", 1280, state.open);
    const model::LogicOutput& output = *model::find_place(*real().logic, "q").output;
    for (const model::LogicGroup& group : output.groups) {
        need(opened, "model:" + group.id);
        for (const model::LogicMeasure& measure : group.measures) {
            need(opened, "model:" + measure.id);
            for (const model::Programme& programme : measure.programmes) need(opened, "model:" + programme.id);
        }
    }
    CHECK(opened.find("model:a-1") == nullptr);
    CHECK(need(opened, "focus:below").pressed);
}

TEST_CASE("output: every output shows its KPIs, groups, measures, programmes and tables") {
    for (const model::LogicOutput* output : model::outputs_of(*real().logic)) {
        CAPTURE(output->id);
        std::set<std::string> open;
        for (const model::LogicGroup& group : output->groups)
            for (const model::LogicMeasure& measure : group.measures) open.insert("programmes:" + measure.id);
        const std::string route = "/logic/" + output->id;
        for (const float width : {360.f, 1280.f}) {
            const Scene scene = test::draw_page(real(), route, width, page::output, open);
            test::check_nodes(scene);
            CHECK(test::says(scene, output->summary));
            for (const std::string& id : model::kpis_of(*output)) CHECK(need(scene, "kpi:" + id).href == "/kpis/" + id);
            for (const model::LogicGroup& group : output->groups) {
                CHECK(test::says(scene, group.name));
                for (const model::LogicMeasure& measure : group.measures) {
                    CHECK(test::says(scene, page::title_of(Words(Lang::ja), *real().logic, measure)));
                    CHECK(test::says(scene, measure.summary));
                    for (const model::Programme& programme : measure.programmes)
                        CHECK(need(scene, "programme:" + programme.id).name == programme.name);
                    for (const std::string& same : measure.pillar_measures)
                        CHECK(need(scene, "pillar:" + measure.id + ":" + same).href == "/pillars/" + same.substr(0, 1));
                }
            }
            for (const model::RoadmapTable* table : model::tables_of(*real().roadmap, *real().logic, output->id))
                if (table->state != "lost") check_gantt(scene, *table);
            CHECK(test::says(scene, states_of(model::kpis_of(*output)).substr(0, 6)));
        }
    }
}

TEST_CASE("output: an unknown one is not found, an impact has no page of its own") {
    for (const char* route : {"/logic/zz", "/logic/A", "/logic/a-1"}) {
        const Scene scene = test::draw_page(real(), route, 360, page::output);
        CHECK_MESSAGE(scene.find("output:summary") == nullptr, route);
    }
}

TEST_CASE("roadmap: every plan of the readable tables is there, every lost table is named, and the counts are theirs") {
    for (const float width : {800.f, 1280.f}) {
        const Scene scene = test::draw_page(real(), "/roadmap", width, page::roadmap);
        test::check_nodes(scene);
        int bars = 0, stated = 0, column = 0, undated = 0, lost = 0;
        for (const model::RoadmapTable& table : real().roadmap->tables) {
            lost += table.state == "lost";
            const std::string id = (table.state == "lost" ? "lost:" : "gantt:") + table.id;
            CHECK(need(scene, id).href == "/logic/" + table.output.substr(0, table.output.find('-')));
            if (table.state != "lost") check_gantt(scene, table);
            for (const model::RoadmapRow& row : table.rows)
                for (const model::RoadmapBar& bar : row.bars)
                    ++bars, stated += bar.dating == model::Dating::stated,
                        column += bar.dating == model::Dating::column, undated += bar.dating == model::Dating::undated;
        }
        const std::string& dates = need(scene, "roadmap:dates").name;
        for (const auto& [number, words] : {std::pair{bars, "予定は"},
                                            {stated, "書かれているものが"},
                                            {column, "時期を読んだものが"},
                                            {undated, "分からないものが"}})
            CHECK_MESSAGE(test::contains(dates, words + std::to_string(number) + "件"), dates);
        CHECK(
            test::contains(need(scene, "roadmap:tables").name, "写しで読み取れなかったものは" + std::to_string(lost)));
        CHECK(test::contains(need(scene, "lost:title").name, std::to_string(lost)));
    }
}

TEST_CASE("roadmap: the filter shows the tables of an impact or of an output, by address") {
    const Scene scene = test::draw_page(real(), "/roadmap?n=h", 1280, page::roadmap);
    CHECK(need(scene, "filter:node").value != "");
    CHECK(need(scene, "filter:node").options.size() == 1 + 3 + 5 + 18 + 1);
    CHECK(scene.find("gantt:rm-h") != nullptr);
    CHECK(scene.find("gantt:rm-k") == nullptr);
    CHECK(need(scene, "roadmap:output").href == "/logic/h");
    view::ViewState state = view::parse_route("/roadmap");
    state = view::reduce(state, {Action::Kind::choose, "node", "impact-2", 0});
    CHECK(view::route_of(state) == "/roadmap?n=impact-2");
    const Scene impact = test::draw_page(real(), view::route_of(state), 800, page::roadmap);
    CHECK(impact.find("gantt:rm-k") != nullptr);
    CHECK(impact.find("gantt:rm-h") == nullptr);
    CHECK(impact.find("lost:rm-l") != nullptr);
    const Scene outcome = test::draw_page(real(), "/roadmap?n=B", 1280, page::roadmap);
    CHECK(outcome.find("gantt:rm-h") != nullptr);
    CHECK(outcome.find("gantt:rm-k") == nullptr);
    CHECK(test::draw_page(real(), "/roadmap?n=B", 360, page::roadmap).find("index:a") == nullptr);
    CHECK(test::draw_page(real(), "/roadmap?n=B", 360, page::roadmap).find("index:h") != nullptr);
    // All of this output's table is lost: no chart, but said.
    const Scene lost = test::draw_page(real(), "/roadmap?n=b", 360, page::roadmap);
    CHECK(lost.find("gantt") == nullptr);
    CHECK(lost.find("lost:rm-b") != nullptr);
}

TEST_CASE("roadmap: on a phone the outputs are listed, and one is opened at a time") {
    const Scene index = test::draw_page(real(), "/roadmap", 360, page::roadmap);
    test::check_nodes(index);
    CHECK(index.find("gantt") == nullptr);
    for (const model::LogicOutput* output : model::outputs_of(*real().logic)) {
        const bool has = !model::tables_of(*real().roadmap, *real().logic, output->id).empty();
        CHECK((index.find("index:" + output->id) != nullptr) == has);
        if (has) CHECK(need(index, "index:" + output->id).href == "/roadmap?n=" + output->id);
    }
    const Scene some = test::draw_page(real(), "/roadmap?n=impact-2&y=2026", 360, page::roadmap);
    CHECK(some.find("index:k") != nullptr);
    CHECK(some.find("index:h") == nullptr);
    CHECK(need(some, "index:k").href == "/roadmap?n=k&y=2026");
    const Scene one = test::draw_page(real(), "/roadmap?n=h", 360, page::roadmap);
    CHECK(one.find("gantt:rm-h") != nullptr);
    CHECK(need(one, "roadmap:to-index").href == "/roadmap");
    CHECK(one.document_height < 12000);
}

TEST_CASE("roadmap: three years fill the axis, and what lies outside is counted") {
    const Scene all = test::draw_page(real(), "/roadmap?n=h", 1280, page::roadmap);
    CHECK(need(all, "roadmap:years").options.size() == 1 + 7);
    const Scene zoomed = test::draw_page(real(), "/roadmap?n=h&y=2029", 1280, page::roadmap);
    const std::string& subtitle = need(zoomed, "gantt:subtitle").name;
    CHECK(test::contains(subtitle, "2029年度～2031年度"));
    int outside = 0;
    for (const model::RoadmapTable* table : model::tables_of(*real().roadmap, *real().logic, "h"))
        for (const model::RoadmapRow& row : table->rows)
            for (const model::RoadmapBar& bar : row.bars)
                outside += bar.dating != model::Dating::undated && !bar.open_end &&
                           model::last_month(bar.end.year > 0 ? bar.end : bar.start) < 12 * 2029 + 3;
    CHECK(outside > 0);
    CHECK_MESSAGE(test::contains(subtitle, std::to_string(outside) + "件"), subtitle);
    CHECK(need(test::draw_page(real(), "/roadmap?n=h&y=1999", 1280, page::roadmap), "gantt:subtitle").name ==
          need(all, "gantt:subtitle").name);
}

TEST_CASE("kpi: its place leads to where the logic model has it") {
    const model::LogicModel& logic = *real().logic;
    const auto has = [](const std::vector<std::string>& ids, const std::string& id) {
        return std::find(ids.begin(), ids.end(), id) != ids.end();
    };
    for (const model::Kpi& kpi : real().kpis->kpis) {
        const Scene scene = test::draw_page(real(), "/kpis/" + kpi.id, 1280, page::kpi);
        const view::ViewState to = view::parse_route(need(scene, "kpi:place").href);
        const model::LogicPlace place = model::find_place(logic, to.page == view::Page::output ? to.id : to.node);
        CAPTURE(kpi.id);
        REQUIRE(place.level >= 0);
        CHECK(has(place.level == 0   ? place.impact->kpis
                  : place.level == 1 ? place.outcome->kpis
                                     : model::kpis_of(*place.output),
                  kpi.id));
    }
}

TEST_CASE("logic, output, roadmap: the small fixture at 360 and 1280 px, texts in their places, in English too") {
    static const FixedMeasure measure;
    struct Case {
        const char *name, *route;
        void (*draw)(page::Context&);
    };
    for (const Case& c : {Case{"logic", "/logic?n=a", page::logic}, Case{"output", "/logic/a", page::output},
                          Case{"roadmap", "/roadmap", page::roadmap}, Case{"roadmap-a", "/roadmap?n=a", page::roadmap}})
        for (const float width : {360.f, 1280.f}) {
            const Scene scene = test::draw_page(small(), c.route, width, c.draw, {"logic:all"});
            test::check_nodes(scene);
            test::compare_golden(std::string(c.name) + "-" + std::to_string(static_cast<int>(width)),
                                 scene::dump(scene));
            for (const page::Data* data : {&real(), &small()}) {
                CAPTURE(c.name);
                CAPTURE(width);
                test::check_text_places(test::draw_page(*data, c.route, width, c.draw), measure);
                test::check_text_places(test::draw_page(*data, std::string("/en") + c.route, width, c.draw), measure);
            }
        }
}

// Where things went when a view changed.
#include "scene/transition.h"

#include <doctest/doctest.h>

#include "map_levels_fixture.h"
#include "page/page.h"
#include "ui/ui.h"

using namespace atlas;
using namespace atlas::scene;

namespace {

struct Row {
    const char* id;
    float y, w;
    const char* text;
};

Scene rows(const std::vector<Row>& all) {
    ui::Environment environment;
    const FixedMeasure measure;
    const ui::Interaction nothing;
    ui::Ui ui(environment, measure, nothing);
    for (const Row& row : all) {
        const ui::Ui::Part part(ui, row.id);
        ui.rect({0, row.y, row.w, 10}, rgb(0x000000));
        ui.glyphs({0, row.y}, row.text, ui::style::body);
    }
    return std::move(ui.scene);
}

const RectMark& bar(const Scene& scene, size_t row) {
    return std::get<RectMark>(scene.layer(Layer::document)[2 * row]);
}
const TextMark& text(const Scene& scene, size_t row) {
    return std::get<TextMark>(scene.layer(Layer::document)[2 * row + 1]);
}

}  // namespace

TEST_CASE("Rows that change places are on their way between them, whatever their order in the scene") {
    const Scene from = rows({{"a", 0, 100, "1"}, {"b", 20, 50, "2"}});
    const Scene to = rows({{"b", 0, 50, "2"}, {"a", 20, 200, "9"}});
    const Scene half = between(from, to, 0.5f);
    CHECK(bar(half, 0).rect == Rect{0, 10, 50, 10});
    CHECK(bar(half, 1).rect == Rect{0, 10, 150, 10});
    CHECK(text(half, 1).text == "9");  // a figure is the new one at once: nothing in between is true
    CHECK(text(half, 1).baseline.y == 10);
    CHECK(dump(between(from, to, 1)) == dump(to));
    CHECK(dump(between(from, to, 7)) == dump(to));
    CHECK(bar(between(from, to, 0), 0).rect == bar(from, 1).rect);
}

TEST_CASE("What is new, or made of other marks, stands where it will be; regions and nodes are those of the new view") {
    const Scene from = rows({{"a", 0, 100, "1"}});
    Scene to = rows({{"a", 20, 100, "1"}, {"b", 40, 60, "2"}});
    CHECK(bar(between(from, to, 0.5f), 1).rect.y == 40);
    to.parts[0].count = 1;
    CHECK(bar(between(from, to, 0.5f), 0).rect.y == 20);
    CHECK(between(from, to, 0.5f).nodes.size() == to.nodes.size());
}

TEST_CASE("The map's ranking is made of parts: its rows move when the year changes") {
    const page::Data data = test::levels_data();
    ui::Environment environment;
    environment.native_fields = true;
    const auto build = [&](const char* route) {
        return page::build(data, view::parse_route(route), environment, FixedMeasure());
    };
    const Scene scene = build("/map?i=tfr");
    size_t ranked = 0;
    for (const Scene::Part& part : scene.parts) {
        ranked += part.id.rfind("rank:", 0) == 0;
        CHECK(part.first + part.count <= scene.layer(part.layer).size());
    }
    CHECK(ranked == 3);
    // Open lists are drawn last: what they leave behind is where the parts say.
    view::ViewState open = view::parse_route("/map?i=tfr");
    open.open.insert("select:indicator");
    environment.native_fields = false;
    const Scene with_list = page::build(data, open, environment, FixedMeasure());
    REQUIRE(with_list.parts.size() == scene.parts.size());
    for (size_t i = 0; i < scene.parts.size(); ++i) {
        const Scene::Part &a = scene.parts[i], &b = with_list.parts[i];
        REQUIRE(a.count == b.count);
        const Mark& there = with_list.layer(b.layer)[b.first];
        CHECK(bounds(there) == bounds(scene.layer(a.layer)[a.first]));
    }
}

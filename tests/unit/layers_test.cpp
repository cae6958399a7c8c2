// The map's layers as scenes: what they draw, what they say, what a click does.
#include <cmath>
#include <functional>
#include <set>

#include "chart/bivariate.h"
#include "chart/flows.h"
#include "chart/map_legend.h"
#include "chart/map_pair.h"
#include "chart/palette.h"
#include "chart/tile_grid.h"
#include "chart/time_slider.h"
#include "export/svg.h"
#include "golden.h"

using namespace atlas;
using namespace atlas::chart;

namespace {

scene::Scene drawn(float width_px, const std::function<void(ui::Ui&)>& draw) {
    static const FixedMeasure measure;
    ui::Environment environment;
    environment.window = {width_px, 800};
    environment.native_fields = true;
    const ui::Interaction interaction;
    ui::Ui ui(environment, measure, interaction);
    draw(ui);
    ui.finish();
    return std::move(ui.scene);
}

template <class M>
std::vector<M> marks_of(const scene::Scene& scene) {
    std::vector<M> found;
    for (const scene::Mark& mark : scene.layer(scene::Layer::document))
        if (const auto* one = std::get_if<M>(&mark)) found.push_back(*one);
    return found;
}

Action toggle(std::string what) { return {Action::Kind::toggle, std::move(what), {}, 0}; }

TileGridOptions some_tiles() {
    TileGridOptions options;
    options.name = "tiles", options.selected = "13";
    const char* names[] = {"北海", "東京", "神奈川", "沖縄"};
    const char* codes[] = {"01", "13", "14", "47"};
    for (int i = 0; i < 4; ++i)
        options.tiles.push_back({codes[i], names[i], "1." + std::to_string(i), std::string(names[i]) + " read",
                                 sequential_colors(4)[static_cast<size_t>(i)], Pattern::none});
    options.tiles[3].pattern = Pattern::no_data;
    return options;
}

MapLegendOptions some_legend(bool long_limits) {
    MapLegendOptions options;
    options.name = "legend", options.unit = "unit", options.source = "source";
    const std::vector<Color> colors = diverging_colors(2, false, 2);
    for (size_t i = 0; i < 4; ++i)
        options.classes.push_back({colors[i], Pattern::none, i * 5, "class " + std::to_string(i),
                                   "class " + std::to_string(i) + " read", toggle("c" + std::to_string(i))});
    options.limits = long_limits ? std::vector<std::string>{"−1,234,567", "0", "1,234,567"}
                                 : std::vector<std::string>{"−10", "0", "10"};
    LegendClass none{transparent, Pattern::none, 2, "none", "none read", toggle("none")};
    options.no_data = none, options.midpoint = 1, options.midpoint_label = "middle";
    return options;
}

TimeSliderOptions some_years() {
    TimeSliderOptions options;
    options.name = "year", options.years = {2011, 2012, 2013, 2016, 2017}, options.year = 2013;
    options.text = [](int year) { return std::to_string(year); };
    options.choose = [](int year) { return Action{Action::Kind::choose, "year", std::to_string(year), 0}; };
    options.play = toggle("play"), options.play_label = "play", options.pause_label = "pause";
    options.previous_label = "back", options.next_label = "on", options.missing_note = "2014, 2015: none";
    return options;
}

}  // namespace

TEST_CASE("tile grid: 47 places, no two in one, in code order, and every neighbour leads back somewhere") {
    std::set<std::pair<int, int>> cells;
    std::string before;
    for (const TilePlace& place : tile_places()) {
        CHECK(cells.insert({place.column, place.row}).second);
        CHECK(before < place.code);
        before = place.code;
        CHECK((place.column >= 0 && place.column < tile_columns && place.row >= 0 && place.row < tile_rows));
    }
    CHECK(cells.size() == 47);
}

TEST_CASE("tile grid: arrow keys lead to the neighbour on the ground, over the sea too") {
    CHECK(tile_neighbour("13", Direction::up) == "11");
    CHECK(tile_neighbour("13", Direction::right) == "12");
    CHECK(tile_neighbour("13", Direction::down) == "14");
    CHECK(tile_neighbour("33", Direction::down) == "38");  // over the Inland Sea
    CHECK(tile_neighbour("35", Direction::down) == "40");
    CHECK(tile_neighbour("01", Direction::up) == "");
    CHECK(tile_neighbour("xx", Direction::up) == "");
    // From anywhere to anywhere.
    std::set<std::string> reached{"13"};
    for (size_t before = 0; before != reached.size();) {
        before = reached.size();
        for (const std::string& code : std::set<std::string>(reached))
            for (const Direction d : {Direction::left, Direction::right, Direction::up, Direction::down})
                if (const std::string next = tile_neighbour(code, d); !next.empty()) reached.insert(next);
    }
    CHECK(reached.size() == 47);
}

TEST_CASE("tile grid: targets of 24 px and more at every width, two characters to a line on phones, picks a feature") {
    for (const int width : {352, 768, 1280}) {
        const scene::Scene scene = drawn(static_cast<float>(width), [&](ui::Ui& ui) {
            CHECK(draw_tile_grid(ui, {0, 0}, static_cast<float>(width), some_tiles()) ==
                  tile_grid_height(static_cast<float>(width)));
        });
        const scene::Node* tokyo = scene.find("pref:13");
        REQUIRE(tokyo != nullptr);
        CHECK(tokyo->selected);
        CHECK(tokyo->action.kind == Action::Kind::pick_feature);
        for (const scene::HitRegion& region : scene.regions) CHECK(std::min(region.rect.w, region.rect.h) >= 24);
        for (const scene::TextMark& text : marks_of<scene::TextMark>(scene)) CHECK(text.font.size_px >= 14);
        test::compare_golden("layer-tiles-" + std::to_string(width), scene::dump(scene));
    }
}

TEST_CASE("symbols: the area is the value; nothing that is something vanishes") {
    const SymbolScale scale{100, 40};
    CHECK(scale.radius_px(100) == 40);
    CHECK(scale.radius_px(25) == doctest::Approx(20));
    CHECK(scale.radius_px(-25) == doctest::Approx(20));
    CHECK(scale.radius_px(0.0001) == 1.5f);
    CHECK(scale.radius_px(0) == 0);
    CHECK(legend_amounts(14'000'000) == std::vector<double>{10'000'000, 2'000'000, 500'000});
}

TEST_CASE("symbols: small ones above large ones, labels nowhere over each other or over foreign circles") {
    SymbolLayer layer;
    layer.rect = {0, 0, 400, 300}, layer.node_prefix = "pref:";
    for (int i = 0; i < 12; ++i)
        layer.items.push_back({std::to_string(10 + i),
                               {40.f + 28 * static_cast<float>(i), 150.f + 14 * static_cast<float>(i % 3)},
                               (i % 4 == 3 ? -1.0 : 1.0) * (i + 1) * (i + 1),
                               "地名" + std::to_string(i),
                               "read"});
    layer.scale = symbol_scale(layer.items, 30);
    const scene::Scene scene = drawn(400, [&](ui::Ui& ui) { draw_symbols(ui, layer); });
    const auto texts = marks_of<scene::TextMark>(scene);
    CHECK(texts.size() >= 8);
    const FixedMeasure measure;
    std::vector<Rect> boxes;
    for (const scene::TextMark& text : texts)
        boxes.push_back({text.baseline.x, text.baseline.y - 12, measure.width_px(text.text, text.font), 14});
    for (size_t a = 0; a < boxes.size(); ++a)
        for (size_t b = 0; b < a; ++b) CHECK_FALSE(boxes[a].intersects(boxes[b]));
    // The last region is hit first: it is the smallest.
    CHECK(scene.regions.back().node == "pref:10");
    CHECK(scene.find("pref:21")->role == scene::Role::map_feature);
    test::compare_golden("layer-symbols", scene::dump(scene));
}

TEST_CASE("symbols: the nested legend stands on one line and reads its amounts") {
    const scene::Scene scene = drawn(400, [&](ui::Ui& ui) {
        SymbolLegend legend;
        legend.name = "amounts", legend.unit = "人", legend.negative_label = "less";
        legend.format = [](double v) { return std::to_string(static_cast<int>(v)); };
        draw_symbol_legend(ui, {10, 10}, {1000, 40}, legend);
    });
    const auto circles = marks_of<scene::SymbolMark>(scene);
    REQUIRE(circles.size() == 5);
    for (size_t i = 1; i < 3; ++i)
        CHECK(circles[i].center.y + circles[i].radius_px ==
              doctest::Approx(circles[0].center.y + circles[0].radius_px));
    CHECK(scene.find("legend:symbols")->description == "1000人, 200人, 50人, less");
}

TEST_CASE("dots: as many as the value holds, hollow below half of one, none for a loss") {
    DotLayer layer;
    layer.amount = 10;
    layer.items = {{"1", {100, 100}, 74, "", ""}, {"2", {200, 100}, 4, "", ""}, {"3", {300, 100}, -50, "", ""}};
    const auto dots = marks_of<scene::SymbolMark>(drawn(400, [&](ui::Ui& ui) { draw_dots(ui, layer); }));
    CHECK(dots.size() == 8);
    CHECK(dots.back().fill == ui::ink::ground);
    for (size_t a = 0; a < 7; ++a)
        for (size_t b = 0; b < a; ++b) CHECK(length(dots[a].center - dots[b].center) > 2 * layer.dot_px);
    for (const double value : {1.0, 59.0, 60.0, 61.0, 84'207.0, 1e7}) {
        const double amount = dot_amount({{"", {}, value, "", ""}}, 60);
        CHECK(value / amount <= 60);
        CHECK(value / amount > 60 / 2.6);
    }
}

TEST_CASE("pairs: nine classes, what misses one value is missing; the legend is nine toggles") {
    const std::vector<std::optional<double>> first{1, 2, 3, 4, 5, 6, 7, 8, 9},
        second{9, 8, 7, 6, 5, 4, std::nullopt, 2, 1};
    const BivariateClasses classes = classify_pair(first, 0, second, 0);
    CHECK(classes.missing == 1);
    CHECK_FALSE(classes.of[6].has_value());
    CHECK(*classes.of[0] == 6);  // low first, high second
    CHECK(*classes.of[8] == 2);
    BivariateLegend legend;
    legend.name = "pair", legend.first = "first", legend.second = "second", legend.counts = classes.counts;
    legend.first_limits = {"4", "7"}, legend.second_limits = {"4", "7"}, legend.chosen = {2},
    legend.missing = "missing 1";
    for (size_t i = 0; i < 9; ++i)
        legend.names[i] = "cell " + std::to_string(i), legend.actions[i] = toggle("p" + std::to_string(i));
    const scene::Scene scene = drawn(320, [&](ui::Ui& ui) { draw_bivariate_legend(ui, {16, 16}, 288, legend); });
    CHECK(scene.find("legend:pair:2")->pressed);
    CHECK(scene.find("legend:pair:8")->action.target == "p8");
    for (const scene::HitRegion& region : scene.regions) CHECK(std::min(region.rect.w, region.rect.h) >= 43);
    test::compare_golden("layer-pair-legend", scene::dump(scene));
    std::set<std::pair<Pattern, Pattern>> looks;
    for (size_t i = 0; i < 9; ++i) looks.insert({bivariate_patterns(i)[0], bivariate_patterns(i)[1]});
    CHECK(looks.size() == 9);
}

TEST_CASE("flows: width is the amount, both directions of a pair lie apart, ribbons narrow towards their end") {
    FlowLayer layer;
    layer.rect = {0, 0, 600, 400}, layer.hub = {450, 200}, layer.hub_label = "hub", layer.node_prefix = "pref:";
    layer.flows = {{"01", {100, 200}, 1000, "A", "A 1000"},
                   {"02", {100, 200}, -500, "", "A −500"},
                   {"03", {300, 80}, 1, "C", "C"}};
    CHECK(flow_width_px(layer, 1000) == layer.max_width_px);
    CHECK(flow_width_px(layer, -500) == layer.max_width_px / 2);
    CHECK(flow_width_px(layer, 1) == 1);
    const auto there = flow_line(layer, layer.flows[0]), back = flow_line(layer, layer.flows[1]);
    CHECK(there[there.size() / 2].y < 195);  // going right, its left is up
    CHECK(back[back.size() / 2].y > 205);
    CHECK(length(there.back() - layer.hub) > layer.hub_radius_px);
    CHECK(length(there.front() - Vec2{100, 200}) == 0);
    const scene::Scene scene = drawn(600, [&](ui::Ui& ui) { draw_flows(ui, layer); });
    CHECK(scene.find("pref:02")->name == "A −500");
    for (const scene::PathMark& piece : marks_of<scene::PathMark>(scene)) CHECK(piece.fill.a == 255);  // pieces overlap
    CHECK(exporting::to_svg(scene).size() > 2000);
    test::compare_golden("layer-flows", scene::dump(scene));
}

TEST_CASE("legend: columns where the limits fit, rows where they do not; counts, filter, no data apart") {
    for (const int width : {320, 768}) {
        for (const bool long_limits : {false, true}) {
            MapLegendOptions options = some_legend(long_limits);
            options.highlighted = 1, options.chosen = {2, 4}, options.clear = toggle("clear"),
            options.clear_label = "clear";
            const scene::Scene scene = drawn(static_cast<float>(width), [&](ui::Ui& ui) {
                CHECK(draw_map_legend(ui, {16, 16}, std::min(344.f, static_cast<float>(width) - 32), options) > 100);
            });
            CHECK(scene.find("legend:2")->pressed);
            CHECK_FALSE(scene.find("legend:1")->pressed);
            CHECK(scene.find("legend:none")->pressed);
            CHECK(scene.find("legend:3")->action.target == "c3");
            CHECK(scene.find("legend:clear") != nullptr);
            for (const scene::HitRegion& region : scene.regions) CHECK(std::min(region.rect.w, region.rect.h) >= 40);
            const FixedMeasure measure;
            for (const scene::TextMark& text : marks_of<scene::TextMark>(scene))
                CHECK(text.baseline.x + measure.width_px(text.text, text.font) <= static_cast<float>(width));
            if (width == 320)
                test::compare_golden(long_limits ? "layer-legend-rows" : "layer-legend-columns", scene::dump(scene));
        }
    }
}

TEST_CASE("legend: one tab stop, arrows go through the classes and stop at the ends") {
    const MapLegendOptions options = some_legend(false);
    const scene::Scene scene = drawn(768, [&](ui::Ui& ui) { draw_map_legend(ui, {16, 16}, 344, options); });
    for (const char* id : {"legend:0", "legend:1", "legend:3"}) CHECK(scene.find(id)->composite == "legend");
    const auto next = [&](const char* id, Vec2 direction) {
        const scene::Node* node = scene::neighbour_mark(scene, *scene.find(id), direction);
        return node ? node->id : std::string();
    };
    CHECK(next("legend:0", {1, 0}) == "legend:1");
    CHECK(next("legend:1", {-1, 0}) == "legend:0");
    CHECK(next("legend:0", {-1, 0}).empty());
}

TEST_CASE("ramp legend: both ends, the midpoint and the value under the pointer") {
    RampLegendOptions options;
    options.name = "ramp", options.stops = sequential_colors(5), options.low = "1", options.high = "9",
    options.midpoint = "5";
    options.marked = 0.25, options.no_data = "none";
    test::compare_golden("layer-legend-ramp", scene::dump(drawn(320, [&](ui::Ui& ui) {
                             draw_ramp_legend(ui, {16, 16}, 288, options);
                         })));
}

TEST_CASE("time slider: missing years are gaps without a place to press; steps skip them") {
    const TimeSliderOptions options = some_years();
    CHECK(missing_years(options.years) == std::vector<int>{2014, 2015});
    CHECK(*year_after(options.years, 2013) == 2016);
    CHECK(*year_before(options.years, 2016) == 2013);
    CHECK_FALSE(year_after(options.years, 2017).has_value());
    CHECK(play_start(options.years, 2017) == 2011);
    CHECK(play_start(options.years, 2012) == 2012);
    for (const int width : {320, 768}) {
        const auto w = static_cast<float>(width) - 32;
        const scene::Scene scene = drawn(static_cast<float>(width), [&](ui::Ui& ui) {
            draw_time_slider(ui, {16, 16}, w, options);
        });
        CHECK(scene.find("time:play")->name == "play");
        CHECK(scene.find("time:next")->action.text == "2016");
        CHECK(scene.find("time:year")->role == scene::Role::combobox);
        CHECK(scene.find("time:year")->options.size() == 5);
        size_t places = 0;
        for (const scene::HitRegion& region : scene.regions)
            places += region.node == "time:year" && region.action.text != "";
        CHECK(places == 6);  // five years and the list
        const FixedMeasure measure;
        ui::Environment environment;
        const ui::Interaction none;
        const ui::Ui ui(environment, measure, none);
        const Rect track = time_track(ui, {16, 16}, w, options);
        CHECK(year_at(track, options, track.x) == 2011);
        CHECK(year_at(track, options, track.right()) == 2017);
        CHECK(year_at(track, options, track.x + track.w * 0.6f) == 2016);
        test::compare_golden("layer-time-" + std::to_string(width), scene::dump(scene));
    }
}

TEST_CASE("two maps: equal windows beside or above each other, one camera") {
    const view::MapCamera camera{{135, 35}, 99};
    for (const Rect room : {Rect{0, 0, 320, 900}, Rect{0, 64, 768, 900}, Rect{16, 80, 1248, 700}}) {
        const MapPair pair = map_pair(room, camera);
        CHECK(pair.first.w == pair.second.w);
        CHECK(pair.first.h == pair.second.h);
        CHECK_FALSE(pair.first.intersects(pair.second));
        CHECK(intersection(united(pair.first_header, pair.second), room) == united(pair.first_header, pair.second));
        CHECK(pair.camera->zoom == view::max_zoom);
    }
    CHECK(map_pair({0, 0, 320, 900}, {}).stacked);
    CHECK_FALSE(map_pair({0, 0, 1248, 700}, {}).stacked);
    CHECK(map_pair({0, 0, 800, 1600}, {}).stacked);
    CHECK_FALSE(map_pair({0, 56, 360, 300}, {}).stacked);  // above the sheet of a phone
}

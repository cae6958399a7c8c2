// Pictures of the map's layers with the real figures, to be looked at: build/desktop/layer-gallery DATA_DIR OUT_DIR [name…].
// DATA_DIR is what sosei-bundle build makes. Not a test: goldens are in tests/unit/layers_test.cpp.
#include <cmath>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "chart/bivariate.h"
#include "chart/flows.h"
#include "chart/map.h"
#include "chart/map_inset.h"
#include "chart/map_legend.h"
#include "chart/map_pair.h"
#include "chart/palette.h"
#include "chart/tile_grid.h"
#include "chart/time_slider.h"
#include "export/svg.h"
#include "model/difference.h"
#include "model/load.h"
#include "model/lookup.h"
#include "paint/painter.h"
#include "platform/desktop/freetype_glyphs.h"
#include "platform/desktop/host_desktop.h"
#include "text/text.h"

namespace {

using namespace atlas;
using namespace atlas::chart;

struct World {
    model::Indicators indicators;
    model::Places places;
    MapMeshPtr mesh;
    const model::Indicator& of(const char* key) const { return *model::find_indicator(indicators, key); }
};

std::string read_bundle(const std::string& folder, const std::string& start) {
    for (const auto& entry : std::filesystem::directory_iterator(folder))
        if (entry.path().filename().string().rfind(start, 0) == 0) {
            std::ifstream stream(entry.path(), std::ios::binary);
            std::ostringstream bytes;
            bytes << stream.rdbuf();
            return bytes.str();
        }
    return {};
}

std::string short_name(const std::string& name) { return name == "北海道" ? name : name.substr(0, name.size() - 3); }

Action toggle(const std::string& what) { return {Action::Kind::toggle, what, {}, 0}; }

struct Placement {
    Rect rect;
    MapTransform main;
    std::vector<MapInset> insets;
    Vec2 at(Vec2 plane) const {
        for (const MapInset& inset : insets)
            if (inset.plane.contains(plane)) return inset.transform.to_window(plane);
        return main.to_window(plane);
    }
};

Placement base_map(ui::Ui& ui, const World& world, Rect rect, std::vector<Color> fills, std::vector<bool> hatched = {},
                   const std::string& selected = "") {
    MapOptions options;
    options.name = "地図", options.rect = rect, options.mesh = world.mesh, options.fills = std::move(fills);
    options.hatched = std::move(hatched), options.selected = selected;
    if (options.fills.empty()) options.fills.assign(world.mesh->features(), token::solid_gray_100);
    draw_map(ui, options);
    return {rect, transform_for(rect, {}), insets_for(rect, {}, 24)};
}

void title(ui::Ui& ui, const std::string& words, const std::string& under) {
    ui.glyphs({32, 44}, words, ui::style::heading);
    ui.glyphs({32, 70}, under, ui::style::note);
}

std::vector<LegendClass> legend_classes(const model::Classes& classes, int decimals, bool patterns) {
    const std::vector<Color> colors = class_colors(classes);
    const std::vector<Pattern> marks = class_patterns(classes);
    std::vector<LegendClass> out;
    for (size_t i = 0; i < classes.size(); ++i) {
        LegendClass made;
        made.fill = patterns ? rgb(0xFFFFFF) : colors[i], made.pattern = patterns ? marks[i] : Pattern::none;
        made.count = classes.counts[i];
        const std::string low = i > 0 ? text::number(classes.limits[i - 1], decimals) + "以上" : "";
        const std::string high = i < classes.limits.size() ? text::number(classes.limits[i], decimals) + "未満" : "";
        made.label = low + high, made.name = made.label + "、" + std::to_string(made.count) + "件";
        made.action = toggle("class:" + std::to_string(i));
        out.push_back(made);
    }
    return out;
}

void tiles(ui::Ui& ui, const World& world) {
    const model::Indicator& tfr = world.of("tfr");
    const model::Values& values = tfr.values.back();
    model::ClassRequest request;
    request.decimals = 2, request.method = model::ClassMethod::natural;
    const model::Classes classes = model::classify(model::present(values), request);
    const std::vector<Color> colors = class_colors(classes);
    TileGridOptions grid;
    grid.name = "都道府県";
    for (size_t p = 0; p < world.places.prefectures.size(); ++p) {
        Tile tile;
        tile.code = world.places.prefectures[p].code, tile.short_name = short_name(world.places.prefectures[p].name);
        tile.name = tile.short_name;
        if (values[p] && p != 28)
            tile.value = text::number(*values[p], 2), tile.fill = colors[classes.of(*values[p])];
        else
            tile.pattern = Pattern::no_data;
        grid.tiles.push_back(tile);
    }
    grid.selected = "32";
    const bool phone = ui.phone();
    const float x = phone ? 0 : 32;
    title(ui, "合計特殊出生率", "2024年");
    float y = 84;
    y += draw_tile_grid(ui, {x, y}, ui.env.window.x - 2 * x, grid) + 24;
    MapLegendOptions legend;
    legend.classes = legend_classes(classes, 2, false);
    for (const double limit : classes.limits) legend.limits.push_back(text::number(limit, 2));
    LegendClass none;
    none.count = 1, none.label = "データなし";
    legend.no_data = none, legend.unit = "単位：人", legend.source = "出典：人口動態統計", legend.highlighted = 3;
    const float legend_x = phone ? 16 : 32;
    draw_map_legend(ui, {legend_x, phone ? y : 120}, phone ? 288 : 360, legend);
}

void symbols(ui::Ui& ui, const World& world) {
    const Placement map = base_map(ui, world, {0, 84, ui.env.window.x, ui.env.window.y - 84}, {});
    const model::Values& values = world.of("population_total").values.back();
    SymbolLayer layer;
    layer.rect = map.rect;
    for (size_t p = 0; p < 47; ++p)
        if (values[p])
            layer.items.push_back({world.places.prefectures[p].code, map.at(world.mesh->feature_labels[p]), *values[p],
                                   short_name(world.places.prefectures[p].name), ""});
    layer.scale = symbol_scale(layer.items, ui.phone() ? 26 : 44), layer.hovered = "32";
    layer.leaders = !ui.phone();
    draw_symbols(ui, layer);
    title(ui, "人口は首都圏、中京、阪神に集まる", "総人口 2024年、円の面積が人口");
    SymbolLegend legend;
    legend.unit = "人", legend.format = [](double v) { return text::myriads(v); };
    draw_symbol_legend(ui, {ui.phone() ? 130.f : 32.f, ui.phone() ? 540.f : 520.f}, layer.scale, legend);
}

void dots(ui::Ui& ui, const World& world) {
    const Placement map = base_map(ui, world, {0, 84, ui.env.window.x, ui.env.window.y - 84}, {});
    const model::Values& values = world.of("births").values.back();
    DotLayer layer;
    for (size_t p = 0; p < 47; ++p)
        if (values[p])
            layer.items.push_back(
                {world.places.prefectures[p].code, map.at(world.mesh->feature_labels[p]), *values[p], "", ""});
    layer.amount = dot_amount(layer.items, 120), layer.dot_px = 2;
    draw_dots(ui, layer);
    title(ui, "生まれた子の数", "出生数 2024年");
    draw_dot_legend(ui, {32, 400}, layer, {"legend:dots", "1点が" + text::myriads(layer.amount) + "人", "半分未満"});
}

void pairs(ui::Ui& ui, const World& world) {
    const model::Values &first = world.of("share_65plus").values.back(),
                        &second = world.of("income_per_capita").values.back();
    const BivariateClasses classes = classify_pair(first, 1, second, 0);
    std::vector<Color> fills;
    std::vector<bool> hatched;
    for (const auto& index : classes.of)
        fills.push_back(index ? bivariate_colors[*index] : no_data_ground), hatched.push_back(!index);
    base_map(ui, world, {0, 84, ui.env.window.x, ui.env.window.y - 84}, fills, hatched);
    title(ui, "高齢化と所得", "高齢化率 2024年、1人当たり県民所得");
    BivariateLegend legend;
    legend.first = "高齢化率（%）", legend.second = "所得（千円）", legend.counts = classes.counts,
    legend.highlighted = 2;
    if (classes.missing > 0) legend.missing = "データなし " + std::to_string(classes.missing);
    for (const double limit : classes.first_limits) legend.first_limits.push_back(text::number(limit, 0));
    for (const double limit : classes.second_limits) legend.second_limits.push_back(text::number(limit, 0));
    draw_bivariate_legend(ui, {32, 400}, 260, legend);
    legend.patterns = true;
    legend.highlighted.reset();
    if (!ui.phone()) draw_bivariate_legend(ui, {ui.env.window.x - 280, 480}, 260, legend);
}

void flows(ui::Ui& ui, const World& world) {
    const Placement map = base_map(ui, world, {0, 84, ui.env.window.x, ui.env.window.y - 84}, {});
    const model::Values& values = world.of("net_migration_jp").values.back();
    FlowLayer layer;
    layer.rect = map.rect, layer.hub = map.at(world.mesh->feature_labels[12]), layer.hub_label = "東京圏";
    if (ui.phone()) layer.hub_radius_px = 11, layer.max_width_px = 11;
    for (size_t p = 0; p < 47; ++p)
        if (values[p] && (p < 10 || p > 13))
            layer.flows.push_back({world.places.prefectures[p].code, map.at(world.mesh->feature_labels[p]), -*values[p],
                                   short_name(world.places.prefectures[p].name), ""});
    draw_flows(ui, layer);
    title(ui, "若者は東京圏へ", "転入超過数（日本人）2024年");
    FlowLegend legend;
    legend.unit = "人", legend.towards = "転出超過", legend.away = "転入超過";
    legend.format = [](double v) { return text::number(v); };
    draw_flow_legend(ui, {ui.phone() ? 8.f : 32.f, ui.phone() ? 520.f : 420.f}, layer, legend);
}

void difference(ui::Ui& ui, const World& world, bool patterns) {
    const model::Indicator& tfr = world.of("tfr");
    const model::YearDifference change = model::difference_of_years(tfr, 2024, 2014);
    model::ClassRequest request;
    request.decimals = 2, request.midpoint = -0.2, request.classes = 6;
    const model::Classes classes = model::classify(model::present(change.values), request);
    const std::vector<Color> colors = class_colors(classes);
    const std::vector<Pattern> marks = class_patterns(classes);
    std::vector<Color> fills, inks;
    std::vector<bool> hatched;
    std::vector<Pattern> used;
    for (const auto& value : change.values) {
        const size_t index = value ? classes.of(*value) : 0;
        fills.push_back(!value || patterns ? rgb(0xFFFFFF) : colors[index]), hatched.push_back(!value);
        used.push_back(value ? marks[index] : Pattern::none), inks.push_back(token::solid_gray_900);
    }
    const float panel = ui.phone() ? 0 : 392;
    const Rect rect{panel, 84, ui.env.window.x - panel, ui.phone() ? 360.f : ui.env.window.y - 84};
    const Placement map = base_map(ui, world, rect, fills, hatched, "32");
    if (patterns) draw_patterns(ui.marks(), {*world.mesh, map.main.scale, map.main.offset, rect, used, inks});
    title(ui, "合計特殊出生率の差", "2024年 − 2014年");
    float y = ui.phone() ? 460 : 100;
    MapLegendOptions legend;
    legend.classes = legend_classes(classes, 2, patterns);
    for (const double limit : classes.limits) legend.limits.push_back(text::number(limit, 2));
    legend.midpoint = classes.below, legend.midpoint_label = "全国の差", legend.unit = "単位：人";
    legend.source = "出典：「SSDSE-B-2025」（統計センター）、「人口動態統計」（厚生労働省）を加工して作成";
    legend.chosen = {0}, legend.clear_label = "絞り込みをやめる", legend.clear = toggle("clear");
    const float width = ui.phone() ? ui.env.window.x - 32 : 344;
    y += draw_map_legend(ui, {ui.phone() ? 16.f : 32.f, y}, width, legend) + 24;
    TimeSliderOptions time;
    time.name = "年", time.years = tfr.years, time.year = 2018, time.text = [](int v) { return text::year(v); };
    time.years.erase(std::remove(time.years.begin(), time.years.end(), 2016), time.years.end());
    time.choose = [](int v) { return Action{Action::Kind::choose, "year", std::to_string(v), 0}; };
    time.play = toggle("play"), time.play_label = "再生", time.missing_note = "2016年は値がありません";
    time.previous_label = "前の年", time.next_label = "次の年";
    y += draw_time_slider(ui, {ui.phone() ? 16.f : 32.f, y}, width, time) + 16;
    if (ui.phone()) return;
    time.playing = true, time.id = "time2";
    draw_time_slider(ui, {410, ui.env.window.y - 90}, 700, time);
}

void two_maps(ui::Ui& ui, const World& world) {
    const MapPair pair = map_pair({16, 84, ui.env.window.x - 32, ui.env.window.y - 100}, {});
    size_t n = 0;
    for (const auto& [rect, header] :
         {std::pair{pair.first, pair.first_header}, std::pair{pair.second, pair.second_header}}) {
        const model::Indicator& indicator = world.of(n == 0 ? "share_65plus" : "net_migration_rate_jp");
        const model::Values& values = indicator.values.back();
        model::ClassRequest request;
        request.decimals = indicator.decimals;
        if (n == 1) request.midpoint = 0, request.classes = 6, request.method = model::ClassMethod::natural;
        const model::Classes classes = model::classify(model::present(values), request);
        const std::vector<Color> colors = class_colors(classes, n == 0 ? Ramp::green : Ramp::blue);
        std::vector<Color> fills;
        for (const auto& value : values) fills.push_back(value ? colors[classes.of(*value)] : no_data_ground);
        MapOptions options;
        options.id = n == 0 ? "map1" : "map2", options.rect = rect, options.mesh = world.mesh, options.fills = fills;
        draw_map(ui, options);
        ui.glyphs({header.x, header.y + 30}, indicator.name, ui::style::section);
        ++n;
    }
    title(ui, "二つの地図", "");
}

/// Rows, because the limits are too long for columns; and the continuous ramp.
void legends(ui::Ui& ui, const World& world) {
    const model::Indicator& population = world.of("population_total");
    model::ClassRequest request;
    request.method = model::ClassMethod::natural;
    const model::Classes classes = model::classify(model::present(population.values.back()), request);
    MapLegendOptions legend;
    legend.classes = legend_classes(classes, 0, false);
    for (const double limit : classes.limits) legend.limits.push_back(text::number(limit));
    LegendClass none;
    none.label = "データなし";
    legend.no_data = none, legend.highlighted = 2, legend.unit = "単位：人";
    const float h = draw_map_legend(ui, {16, 24}, 288, legend);
    RampLegendOptions ramp;
    for (int i = 0; i <= 8; ++i) ramp.stops.push_back(diverging_color(i / 8.0));
    ramp.low = "−12.3", ramp.high = "12.3", ramp.midpoint = "0", ramp.marked = 0.7, ramp.no_data = "データなし";
    draw_ramp_legend(ui, {16, h + 56}, 288, ramp);
}

struct Picture {
    const char* name;
    int width, height;
    std::function<void(ui::Ui&, const World&)> draw;
};

class Page final : public platform::Events {
public:
    Page(platform::Host& host, const World& world)
        : host_(host), world_(world), measure_(host.glyphs()), painter_(host.glyphs()) {}
    const Picture* picture = nullptr;
    scene::Scene scene;

    void frame(double) override {
        ui::Environment environment;
        environment.window = {static_cast<float>(picture->width), static_cast<float>(picture->height)};
        environment.native_fields = true;
        const ui::Interaction interaction;
        ui::Ui ui(environment, measure_, interaction);
        picture->draw(ui, world_);
        ui.finish();
        scene = std::move(ui.scene);
        painter_.draw(scene, 0, picture->width, picture->height, 1);
        host_.announce_ready(0);
        if (++frames_ < 3) host_.request_frame();
    }
    void restart() { frames_ = 0; }
    void resized() override {}
    void scrolled() override {}
    void pointer(const platform::PointerEvent&) override {}
    bool wheel(const platform::WheelEvent&) override { return false; }
    bool key(const platform::KeyEvent&) override { return false; }
    bool claims_touch(Vec2) override { return false; }
    void node_focused(const std::string&, bool) override {}
    void node_activated(const std::string&) override {}
    void node_changed(const std::string&, const std::string&) override {}
    void route_changed(const std::string&) override {}
    void file_opened(const std::string&, std::string) override {}
    void context_lost() override {}
    void context_restored() override {}
    void visible_again() override {}

private:
    platform::Host& host_;
    const World& world_;
    GlyphMeasure measure_;
    paint::Painter painter_;
    int frames_ = 0;
};

const Picture pictures[] = {
    {"tiles-320", 320, 960, tiles},
    {"tiles-768", 768, 800, tiles},
    {"tiles-1280", 1280, 900, tiles},
    {"symbols-320", 320, 640, symbols},
    {"symbols-1280", 1280, 900, symbols},
    {"dots-1280", 1280, 900, dots},
    {"pairs-1280", 1280, 900, pairs},
    {"flows-320", 320, 640, flows},
    {"flows-1280", 1280, 900, flows},
    {"difference-320", 320, 1100, [](ui::Ui& ui, const World& w) { difference(ui, w, false); }},
    {"difference-1280", 1280, 900, [](ui::Ui& ui, const World& w) { difference(ui, w, false); }},
    {"patterns-1280", 1280, 900, [](ui::Ui& ui, const World& w) { difference(ui, w, true); }},
    {"legends-320", 320, 480, legends},
    {"two-1280", 1280, 800, two_maps},
    {"two-320", 320, 900, two_maps},
};

}  // namespace

int main(int argc, char** argv) {
    if (argc < 4) {
        std::fputs("layer-gallery DATA_DIR OUT_DIR NAME (or list)\n", stderr);
        for (const Picture& picture : pictures) std::fprintf(stderr, "%s\n", picture.name);
        return 2;
    }
    const std::string data = argv[1], out = argv[2], name = argv[3];
    World world;
    auto indicators = model::load_indicators(read_bundle(data, "indicators"), "indicators");
    auto places = model::load_places(read_bundle(data, "places"), "places");
    auto set = model::load_boundaries(read_bundle(data, "boundaries-"), "boundaries");
    auto glyphs = platform::load_fonts(platform::program_dir() + "/fonts/NotoSansJP_400Regular.ttf",
                                       platform::program_dir() + "/fonts/NotoSansJP_700Bold.ttf");
    if (!indicators || !places || !set || !glyphs) return std::fputs("cannot read data or fonts\n", stderr), 1;
    world.indicators = *indicators, world.places = *places;
    world.mesh = std::make_shared<const MapMesh>(geo::make_mesh(*set));
    for (const Picture& picture : pictures) {
        if (name != picture.name) continue;
        platform::DesktopOptions options;
        options.width = picture.width, options.height = picture.height, options.dpr = 1;
        Page* page = nullptr;
        const auto drawn = platform::run_headless(options, *glyphs, [&](platform::Host& host) -> platform::Events& {
            page = new Page(host, world);  // lives as long as the GL context: until the process ends
            page->picture = &picture;
            host.request_frame();
            return *page;
        });
        if (!drawn) return std::fputs("no GL\n", stderr), 1;
        platform::write_png(out + "/" + picture.name + ".png", *drawn);
        std::ofstream(out + "/" + picture.name + ".svg") << exporting::to_svg(page->scene);
    }
    return 0;
}

#include "page/map_level.h"

#include <algorithm>
#include <numeric>

#include "chart/map_shape.h"
#include "model/difference.h"
#include "model/lookup.h"
#include "page/later.h"
#include "page/map_look.h"
#include "page/map_second.h"
#include "page/names.h"
#include "page/own_data.h"
#include "text/text.h"
#include "ui/controls.h"

namespace atlas::page {

using scene::Node;
using scene::Role;
using ui::Flow;
using ui::Ui;
using view::Level;
namespace ink = ui::ink;
namespace style = ui::style;

namespace {

bool has_municipalities(const Data& data) { return data.municipalities && data.municipal_indicators; }

/// The set that holds an indicator at a level: the reader's own, or the site's. Null while it is not there.
const model::Indicators* set_of(const Data& data, const std::string& key, bool municipal) {
    if (data.own && is_own(key)) {
        const model::Indicators* own = (municipal ? data.own->municipalities : data.own->prefectures).get();
        if (model::find_indicator(*own, key)) return own;
    }
    return (municipal ? data.municipal_indicators : data.indicators).get();
}

const model::Indicator* municipal_indicator(const Data& data, const std::string& key) {
    const model::Indicators* set = set_of(data, key, true);
    return set ? model::find_indicator(*set, key) : nullptr;
}

const model::Indicator* prefectural_indicator(const Data& data, const std::string& key) {
    const model::Indicators* set = set_of(data, key, false);
    return set ? model::find_indicator(*set, key) : nullptr;
}

/// The record's own text that is its name in the language: what is made of it refers to it.
template <class Record>
std::string_view shown_name(const Words& words, const Record& record) {
    return words.lang() == Lang::en && !record.romaji.empty() ? record.romaji : record.name;
}

std::vector<MapPlace> places_of(const Words& words, const model::Places& places) {
    std::vector<MapPlace> out;
    for (const model::Prefecture& p : places.prefectures) out.push_back({p.code, shown_name(words, p), {}, {}});
    return out;
}

/// Values of an indicator in a year; empty when it has none.
Values values_in(const model::Indicator* indicator, int year) {
    for (size_t y = 0; indicator && y < indicator->years.size() && y < indicator->values.size(); ++y)
        if (indicator->years[y] == year) return indicator->values[y];
    return {};
}

/// Sum or weighted mean of the prefectures of a block; nothing where one of them lacks its value or weight.
std::optional<double> block_value(const Values& values, const Values& weights, const std::vector<size_t>& members) {
    double sum = 0, weight_sum = 0;
    for (const size_t p : members) {
        const double weight = weights.empty() ? 1 : p < weights.size() ? weights[p].value_or(0) : 0;
        if (p >= values.size() || !values[p] || weight <= 0) return std::nullopt;
        sum += *values[p] * weight, weight_sum += weight;
    }
    return weights.empty() ? sum : sum / weight_sum;
}

void gather_into_blocks(const Data& data, MapFacts& facts) {
    const model::Indicator& indicator = *facts.indicator;
    const int weight_year = indicator.block_weight_year ? indicator.block_weight_year : facts.year;
    const bool mean = indicator.block == "mean";
    const Values weights =
        mean ? values_in(model::find_indicator(*data.indicators, indicator.block_weight), weight_year) : Values{};
    const bool possible = !indicator.block.empty() && (!mean || !weights.empty());
    std::vector<std::vector<size_t>> members;
    facts.places.clear();
    for (size_t p = 0; p < data.places->prefectures.size(); ++p) {
        const std::string& block = data.places->prefectures[p].block;
        int index = facts.find(block);
        if (index < 0) {
            index = static_cast<int>(facts.places.size());
            facts.places.push_back({block, block_name(facts.words, block), {}, {}});
            members.emplace_back();
        }
        members[static_cast<size_t>(index)].push_back(p);
    }
    Values values;
    for (const auto& block : members)
        values.push_back(possible ? block_value(facts.values, weights, block) : std::nullopt);
    facts.values = std::move(values);
    facts.level = Level::block;
    complete(facts);
}

std::optional<MapFacts> municipal_facts(const Data& data, const view::ViewState& state) {
    const auto& all = data.municipalities->all;
    std::optional<MapFacts> facts;
    if (state.indicator.empty() || municipal_indicator(data, state.indicator))
        facts = map_facts(*set_of(data, state.indicator, true), state.indicator, state.year);
    else if (const model::Indicators* set = set_of(data, state.indicator, false))
        facts = map_facts(*set, state.indicator, state.year);
    if (!facts) return std::nullopt;
    const Words words(state.lang);
    facts->words = words, facts->level = Level::municipality;
    if (facts->values.size() != all.size()) {
        facts->values.assign(all.size(), std::nullopt);
        complete(*facts);
    }
    facts->places.reserve(all.size());
    const model::Prefecture* prefecture = nullptr;
    for (const model::Municipality& m : all) {
        if (data.places && (!prefecture || prefecture->code != m.pref))
            prefecture = model::find_prefecture(*data.places, m.pref);
        facts->places.push_back(
            {m.code, shown_name(words, m), m.pref, prefecture ? shown_name(words, *prefecture) : ""});
    }
    return facts;
}

}  // namespace

Level shown_level(const Data& data, const view::ViewState& state) {
    if (state.level == Level::block) return data.places && data.indicators ? Level::block : Level::prefecture;
    if (state.level == Level::prefecture || !has_municipalities(data)) return Level::prefecture;
    if (state.level == Level::municipality) return Level::municipality;
    if (!municipal_indicator(data, state.indicator)) return Level::prefecture;
    const bool near = state.camera && state.camera->zoom >= view::municipal_zoom;
    const bool only_there = !prefectural_indicator(data, state.indicator);
    return near || only_there ? Level::municipality : Level::prefecture;
}

namespace {

std::optional<MapFacts> facts_of_level(const Data& data, const view::ViewState& state) {
    const Level level = shown_level(data, state);
    if (level == Level::municipality) return municipal_facts(data, state);
    if (!data.indicators || !data.places) return std::nullopt;
    std::optional<MapFacts> facts = map_facts(*set_of(data, state.indicator, false), state.indicator, state.year);
    if (!facts) return facts;
    facts->words = Words(state.lang);
    facts->places = places_of(facts->words, *data.places);
    if (level == Level::block) gather_into_blocks(data, *facts);
    return facts;
}

Values values_of(const Data& data, view::ViewState state, int year) {
    state.year = year;
    const std::optional<MapFacts> facts = facts_of_level(data, state);
    return facts ? facts->values : Values{};
}

/// The values of all years of what is shown.
Values pooled_years(const Data& data, const view::ViewState& state, const MapFacts& facts) {
    Values earlier;
    if (facts.made) earlier = values_of(data, state, state.look.earlier);
    Values pooled;
    for (const int year : years_with_values(*facts.source)) {
        Values values = values_of(data, state, year);
        if (facts.made) values = model::difference(values, earlier);
        pooled.insert(pooled.end(), values.begin(), values.end());
    }
    return pooled;
}

/// The year shown less an earlier one (or a later one: as the reader chose).
void subtract(const Data& data, const view::ViewState& state, MapFacts& facts) {
    const int earlier = state.look.earlier;
    const std::vector<int> years = years_with_values(*facts.source);
    if (earlier == facts.year || std::find(years.begin(), years.end(), earlier) == years.end()) return;
    facts.values = model::difference(facts.values, values_of(data, state, earlier));
    facts.made = later<difference_indicator>()(Words(state.lang), *facts.source, earlier);
    facts.indicator = facts.made.get();
    const Words words(state.lang);
    const bool fiscal = is_fiscal(*facts.source);
    facts.period = words(Word::map_difference_from, {{"earlier", text::year(words, earlier, fiscal)},
                                                     {"later", text::year(words, facts.year, fiscal)}});
    complete(facts);
}

/// The filter without classes that there are not.
std::string known_classes(const MapFacts& facts, const std::string& letters) {
    std::string known;
    if (!facts.blend.empty()) {
        for (const char letter : letters)
            if (facts.blend.find(letter) != std::string::npos) known += letter;
        return known;
    }
    for (const char letter : letters)
        if (letter == 'n' ? facts.present < facts.values.size()
                          : static_cast<size_t>(letter - '0') < facts.scale.colors.size())
            known += letter;
    return facts.continuous || facts.amounts ? std::string() : known;
}

}  // namespace

std::optional<MapFacts> level_facts(const Data& data, const view::ViewState& state) {
    std::optional<MapFacts> facts = facts_of_level(data, state);
    if (!facts) return facts;
    const view::MapLook& look = state.look;
    if (look.earlier > 0 && data.has_later_part()) subtract(data, state, *facts);
    if (facts->year == 0 && data.own) facts->period = data.own->file;
    if (!data.has_later_part()) {
        // Until then the map looks as it does without choices.
    } else if (look.form == view::MapLook::Form::symbols && is_amount(*facts))
        as_amounts(*facts);
    else if (look.form == view::MapLook::Form::flows && offers_flows(data, *facts))
        facts->scale = {{0}, {above_zero, below_zero}}, facts->amounts = facts->flows = true;
    else if (look.classes != view::MapLook::Classes::automatic || look.same_classes)
        later<reclassify>()(*facts, look, look.same_classes ? pooled_years(data, state, *facts) : facts->values);
    if (!look.second.empty() && data.has_later_part()) later<add_second>()(data, state, *facts);
    facts->shown = known_classes(*facts, look.shown);
    facts->lit = known_classes(*facts, lit_classes(state));
    return facts;
}

const std::string& chosen_code(const view::ViewState& state, Level level) {
    return level == Level::block ? state.block : level == Level::municipality ? state.municipality : state.prefecture;
}

std::vector<const model::Indicator*> indicators_of(const Data& data, const MapFacts& facts) {
    std::vector<const model::Indicator*> out;
    const auto add_all = [&](const std::shared_ptr<const model::Indicators>& set) {
        for (size_t i = 0; set && i < set->indicators.size(); ++i)
            if (!years_with_values(set->indicators[i]).empty()) out.push_back(&set->indicators[i]);
    };
    const bool municipal = facts.level == Level::municipality;
    if (data.own) add_all(municipal ? data.own->municipalities : data.own->prefectures);
    add_all(municipal ? data.municipal_indicators : data.indicators);
    // One that has no values at this level stays to be seen, as what it is.
    if (std::find(out.begin(), out.end(), facts.source) == out.end()) out.push_back(facts.source);
    return out;
}

// ---- finer boundaries ----------------------------------------------------------------------------------------------

namespace {

constexpr double detail_zoom = 4, finest_zoom = 11;

bool is_in_view(const MapMesh& mesh, size_t feature, Rect plane) {
    if (!plane.intersects(mesh.feature_bounds[feature])) return false;
    for (uint32_t ring = mesh.feature_rings[feature]; ring < mesh.feature_rings[feature + 1]; ++ring)
        if (plane.intersects(chart::ring_bounds(mesh, ring))) return true;
    return false;
}

}  // namespace

std::vector<model::DetailKey> details_of(const Data& data, const view::ViewState& state,
                                         const ui::Environment& environment) {
    std::vector<model::DetailKey> keys;
    if (state.page != view::Page::map || !state.camera || state.camera->zoom < detail_zoom || !data.map ||
        !data.municipal_map || shown_level(data, state) != Level::municipality)
        return keys;
    const Rect rect = map_rect(environment);
    const chart::MapTransform transform = chart::transform_for(rect, state.camera);
    const Vec2 low = transform.to_plane({rect.x, rect.y}), high = transform.to_plane({rect.right(), rect.bottom()});
    const int level = state.camera->zoom >= finest_zoom ? model::finest_detail : 2;
    for (size_t f = 0; f < data.map->features(); ++f)
        if (is_in_view(*data.map, f, {low.x, low.y, high.x - low.x, high.y - low.y}))
            keys.push_back({level, data.map->feature_codes[f]});
    return keys;
}

// ---- controls ------------------------------------------------------------------------------------------------------

view::ViewState opened_prefecture(const MapPanel& panel, const std::string& code) {
    view::ViewState next = panel.ctx.state;
    next.prefecture = code, next.municipality.clear(), next.block.clear(), next.level = Level::municipality;
    next.look.shown.clear();  // the classes there are others
    const MapMeshPtr& mesh = panel.ctx.data.map;
    if (const int feature = mesh ? mesh->find(code) : -1; feature >= 0)
        next.camera = chart::fit_feature(*mesh, static_cast<size_t>(feature), panel.map);
    return next;
}

namespace {

view::ViewState at_level(const view::ViewState& state, Level level) {
    view::ViewState next = state;
    next.municipality.clear(), next.block.clear(), next.look.shown.clear();
    const bool near = state.camera && state.camera->zoom >= view::municipal_zoom;
    next.level = level == Level::prefecture && !near ? Level::automatic : level;
    if (level == Level::block) next.prefecture.clear(), next.camera.reset();
    return next;
}

void draw_segment(Ui& ui, Rect r, const std::string& id, const char* label, const std::string& href, bool pressed) {
    const bool hover = ui.hovered(id);
    if (pressed || hover) ui.rect(r.grown(-3), pressed ? ink::link : ink::tint, 6);
    ui::TextStyle look = pressed ? style::note_bold : style::note;
    look.color = pressed ? ink::on_dark : ink::link;
    ui.glyphs({r.center().x, r.center().y + 5}, label, look, ui::Align::center);
    Node node;
    node.id = id, node.role = Role::button, node.name = label, node.rect = r, node.toggles = true,
    node.pressed = pressed, node.action = adjust(href);
    ui.region(r, id, node.action);
    ui.add(std::move(node));
}

}  // namespace

void draw_level_picker(const MapPanel& panel, Flow& flow) {
    Ui& ui = panel.ctx.ui;
    const float width = std::min(flow.width, 360.f);
    const Rect all{flow.x, flow.y, width, ui::target_px};
    ui.frame(all, ink::field, 1, 8, ink::ground);
    Node group;
    group.id = "map:level", group.role = Role::group, group.name = ui.words(Word::map_levels), group.rect = all;
    Ui::Scope scope(ui, std::move(group));
    struct Segment {
        Level level;
        const char* id;
        Word label;
        float share;
    };
    constexpr Segment segments[] = {
        {Level::block, "map:level-block", Word::map_level_block, 0.27f},
        {Level::prefecture, "map:level-prefecture", Word::map_level_prefecture, 0.36f},
        {Level::municipality, "map:level-municipality", Word::map_level_municipality, 0.37f}};
    float x = all.x;
    for (const Segment& segment : segments) {
        const Rect r{x, all.y, all.w * segment.share, all.h};
        draw_segment(ui, r, segment.id, ui.words(segment.label),
                     view::route_of(at_level(panel.ctx.state, segment.level)), panel.facts.level == segment.level);
        x += r.w;
    }
    flow.y += all.h;
}

void draw_breadcrumb(const MapPanel& panel, Flow& flow) {
    const view::ViewState& state = panel.ctx.state;
    const Words& words = panel.ctx.ui.words;
    struct Step {
        std::string id, label, href;
    };
    std::vector<Step> steps;
    view::ViewState top = state;
    top.prefecture.clear(), top.municipality.clear(), top.block.clear(), top.camera.reset();
    top.level = Level::automatic;
    steps.push_back({"map:crumb-country", words(Word::map_country), view::route_of(top)});
    const bool municipal = panel.facts.level == Level::municipality;
    const model::Prefecture* prefecture =
        panel.ctx.data.places ? model::find_prefecture(*panel.ctx.data.places, state.prefecture) : nullptr;
    if (!state.block.empty() && panel.facts.level == Level::block) {
        steps.push_back({"map:crumb-block", std::string(block_name(words, state.block)), ""});
    } else if (prefecture && panel.facts.level != Level::block) {
        view::ViewState up = municipal ? opened_prefecture(panel, prefecture->code) : state;
        up.municipality.clear();
        steps.push_back({"map:crumb-prefecture", name_of(words, *prefecture), view::route_of(up)});
    }
    if (const int m = municipal ? panel.facts.find(state.municipality) : -1; m >= 0)
        steps.push_back({"map:crumb-municipality", std::string(panel.facts.places[static_cast<size_t>(m)].name), ""});
    if (steps.size() < 2) return;
    Ui& ui = panel.ctx.ui;
    Node nav;
    nav.id = "map:crumbs", nav.role = Role::navigation, nav.name = words(Word::map_crumbs);
    Ui::Scope scope(ui, std::move(nav));
    float x = flow.x;
    const float baseline = flow.y + 20;
    for (size_t i = 0; i < steps.size(); ++i) {
        if (i > 0) x += ui.glyphs({x + 8, baseline}, "›", style::note) + 16;
        if (i + 1 < steps.size()) {
            x += ui::link(ui, steps[i].id, {x, baseline}, steps[i].label, steps[i].href, style::note);
            continue;
        }
        const float w = ui.glyphs({x, baseline}, steps[i].label, style::note_bold);
        Node here;
        here.id = steps[i].id, here.role = Role::text, here.name = steps[i].label, here.rect = {x, flow.y + 4, w, 22};
        ui.add(std::move(here));
    }
    flow.y += 32;
}

}  // namespace atlas::page

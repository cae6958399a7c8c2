#include "page/map_content.h"

#include <algorithm>

#include "chart/map_view.h"
#include "page/later.h"
#include "page/map_level.h"
#include "page/map_look.h"
#include "page/names.h"
#include "text/text.h"

namespace atlas::page {

using view::Level;

namespace {

/// Below this zoom prefectures' names stand over their municipalities, from it on the municipalities' own.
constexpr double names_zoom = 3;
constexpr Color unlit = token::solid_gray_100;  ///< classes that the legend leaves out
constexpr float faded = 0.6f;                   ///< of the way to white: municipalities beside the open prefecture

/// Places by code. Prefectures and municipalities are sorted by it, blocks are few.
class PlaceIndex {
public:
    explicit PlaceIndex(const MapFacts& facts) : facts_(facts) {
        sorted_ = std::is_sorted(facts.places.begin(), facts.places.end(), before);
    }
    int find(std::string_view code) const {
        if (!sorted_) return facts_.find(code);
        const auto at =
            std::lower_bound(facts_.places.begin(), facts_.places.end(), MapPlace{code, {}, {}, {}}, before);
        return at != facts_.places.end() && at->code == code ? static_cast<int>(at - facts_.places.begin()) : -1;
    }

private:
    static bool before(const MapPlace& a, const MapPlace& b) { return a.code < b.code; }
    const MapFacts& facts_;
    bool sorted_ = false;
};

class AreaWriter {
public:
    AreaWriter(const Context& ctx, const MapFacts& facts, chart::MapOptions& options)
        : ctx_(ctx), facts_(facts), options_(options), places_(facts), municipal_(facts.level == Level::municipality) {}

    void write() {
        if (municipal_) return write_municipalities();
        const MapMeshPtr& mesh =
            facts_.level == Level::block && ctx_.data.block_map ? ctx_.data.block_map : ctx_.data.map;
        take_base(paint(mesh, facts_.level == Level::prefecture));
        // A block's name may reach beyond its shape: 九州・沖縄 is wider than Kyūshū.
        if (facts_.level == Level::block) options_.names = {mesh, {}, {}, mesh->feature_codes};
        for (size_t f = 0; f < mesh->features(); ++f) add_place_node(*mesh, f);
    }

private:
    chart::MapPart paint(const MapMeshPtr& mesh, bool with_names) const {
        chart::MapPart part;
        part.mesh = mesh;
        part.fills.reserve(mesh->features());
        for (const std::string& code : mesh->feature_codes) {
            const int p = places_.find(code);
            const std::optional<Color> shown = p < 0 ? std::nullopt : facts_.fill_of(static_cast<size_t>(p));
            const bool lit = p < 0 || facts_.is_in(static_cast<size_t>(p), facts_.lit);
            const Color fill = !lit ? unlit : shown.value_or(token::solid_gray_50);
            const bool beside = municipal_ && !open().empty() && code.compare(0, 2, open()) != 0;
            part.fills.push_back(beside ? mix(fill, ui::ink::ground, faded) : fill);
            part.hatched.push_back(!shown && lit && !beside);
            if (!with_names) continue;
            const std::string name = p < 0 ? std::string() : std::string(facts_.places[static_cast<size_t>(p)].name);
            part.labels.push_back(facts_.level == Level::prefecture ? short_name(name) : name);
        }
        return part;
    }

    void take_base(chart::MapPart part) {
        options_.mesh = part.mesh, options_.fills = std::move(part.fills), options_.hatched = std::move(part.hatched);
        options_.feature_labels = std::move(part.labels);
    }

    void write_municipalities() {
        const double zoom = options_.camera ? options_.camera->zoom : 1;
        const bool named = zoom >= names_zoom;
        if (!ctx_.data.municipal_map) return write_points();
        take_base(paint(ctx_.data.municipal_map, named));
        for (const model::DetailKey& key : details_of(ctx_.data, ctx_.state, ctx_.ui.env)) add_detail(key);
        if (!named) name_prefectures();
        if (!open().empty()) return add_municipal_nodes();
        for (size_t f = 0; f < ctx_.data.map->features(); ++f) add_prefecture_node(f);
    }

    /// Replaces a prefecture's coarse areas by the finest that are there.
    void add_detail(const model::DetailKey& wanted) {
        MapMeshPtr mesh;
        for (const int level : {wanted.level, model::finest_detail, 2}) {
            const auto found = ctx_.data.details.find({level, wanted.prefecture});
            if (!mesh && found != ctx_.data.details.end()) mesh = found->second;
        }
        if (!mesh) return;
        options_.details.push_back(paint(mesh, !options_.feature_labels.empty()));
        for (size_t f = 0; f < options_.mesh->features(); ++f) {
            if (options_.mesh->feature_codes[f].compare(0, 2, wanted.prefecture) != 0) continue;
            options_.fills[f] = transparent, options_.hatched[f] = false;
            if (f < options_.feature_labels.size()) options_.feature_labels[f].clear();
        }
    }

    void name_prefectures() {
        options_.names.mesh = ctx_.data.map;
        for (const std::string& code : ctx_.data.map->feature_codes) {
            const model::Prefecture* p = ctx_.data.places ? model::find_prefecture(*ctx_.data.places, code) : nullptr;
            options_.names.labels.push_back(p ? short_name(name_of(facts_.words, *p)) : "");
        }
    }

    /// Without boundaries of municipalities each is a point at its town hall, over the prefectures.
    void write_points() {
        take_base({ctx_.data.map, std::vector<Color>(ctx_.data.map->features(), token::solid_gray_50), {}, {}});
        options_.drawings.push_back(
            [this_facts = &facts_, data = &ctx_.data](ui::Ui& ui, const chart::MapViews& views) {
                for (size_t p = 0; p < this_facts->places.size() && p < data->municipalities->all.size(); ++p) {
                    const Vec2 plane = geo::project(data->municipalities->all[p].position);
                    const chart::MapView& view = views.of(plane);
                    const Vec2 at = view.transform.to_window(plane);
                    if (!view.rect.contains(at)) continue;
                    ui.symbol(at, 2.5f, scene::Shape::circle, this_facts->fill_of(p).value_or(ui::ink::ground),
                              token::solid_gray_420, 0.5f);
                }
            });
        for (size_t f = 0; f < ctx_.data.map->features(); ++f) add_prefecture_node(f);
    }

    // ---- nodes ----

    std::string told(size_t p) const {
        if (!facts_.second) return told_first(p);
        const MapFacts& second = *facts_.second;
        const Words& words = facts_.words;
        const auto& value = second.values[p];
        const std::string figure =
            value ? figure_of(words, *second.indicator, *value).text() : std::string(words(Word::map_no_data));
        return text::listed(words, {told_first(p), second.name() + " " + figure});
    }

    std::string told_first(size_t p) const {
        const std::string name(facts_.places[p].name);
        const auto& value = facts_.values[p];
        const Words& words = facts_.words;
        if (!value) return name + " " + words(Word::map_no_data);
        return words(Word::map_rank_in_country,
                     {{"name", name},
                      {"value", figure_of(words, *facts_.indicator, *value).text()},
                      {"rank", text::number(static_cast<double>(facts_.ranks[p].value_or(0)))}});
    }

    void add_place_node(const MapMesh& mesh, size_t f) {
        const int p = places_.find(mesh.feature_codes[f]);
        const auto place = static_cast<size_t>(p);
        const auto at = std::find(facts_.order.begin(), facts_.order.end(), place);
        options_.nodes.push_back({mesh.feature_codes[f], p < 0 ? mesh.feature_codes[f] : told(place), &mesh, f,
                                  static_cast<int>(at - facts_.order.begin()) + 1});
    }

    void add_prefecture_node(size_t f) {
        const MapMesh& mesh = *ctx_.data.map;
        const std::string& code = mesh.feature_codes[f];
        const model::Prefecture* p = ctx_.data.places ? model::find_prefecture(*ctx_.data.places, code) : nullptr;
        options_.nodes.push_back(
            {code, facts_.words(Word::map_open_municipalities, {{"name", p ? name_of(facts_.words, *p) : code}}), &mesh,
             f, static_cast<int>(f) + 1});
    }

    /// The municipalities of the open prefecture only: a tree of thousands helps nobody.
    void add_municipal_nodes() {
        int position = 0;
        for (const size_t p : facts_.order) {
            if (!facts_.places[p].is_in(open())) continue;
            const std::string code(facts_.places[p].code);
            const PlaceShape shape = shape_of(options_, code);
            ++position;
            if (shape.mesh)
                options_.nodes.push_back({code, told(p), shape.mesh, static_cast<size_t>(shape.feature), position});
        }
    }

    const std::string& open() const { return ctx_.state.prefecture; }

    const Context& ctx_;
    const MapFacts& facts_;
    chart::MapOptions& options_;
    PlaceIndex places_;
    bool municipal_;
};

}  // namespace

std::string short_name(const std::string& name) {
    // 東京都, 京都府, 島根県 lose their last character; 北海道 and names in Latin letters keep theirs.
    for (const std::string_view kind : {"都", "府", "県"})  // not a text
        if (name.size() > kind.size() && name.compare(name.size() - kind.size(), kind.size(), kind) == 0)
            return name.substr(0, name.size() - kind.size());
    return name;
}

PlaceShape shape_of(const chart::MapOptions& options, std::string_view code) {
    for (const chart::MapPart& part : options.details)
        if (const int f = part.mesh->find(code); f >= 0) return {part.mesh.get(), f};
    for (const MapMesh* mesh : {options.mesh.get(), static_cast<const MapMesh*>(options.names.mesh.get())})
        if (const int f = mesh ? mesh->find(code) : -1; f >= 0) return {mesh, f};
    return {};
}

void describe_areas(const Context& ctx, const MapFacts* facts, chart::MapOptions& options) {
    if (facts) {
        AreaWriter(ctx, *facts, options).write();
        if (facts->amounts)
            later<add_symbols>()(*facts, options);
        else if (ctx.state.look.patterns && !facts->continuous && ctx.data.has_later_part())
            later<add_patterns>()(*facts, options);
        return;
    }
    options.mesh = ctx.data.map;
    options.fills.assign(options.mesh->features(), token::solid_gray_50);
    for (const std::string& code : options.mesh->feature_codes) {
        const model::Prefecture* p = ctx.data.places ? model::find_prefecture(*ctx.data.places, code) : nullptr;
        const std::string name = p ? name_of(ctx.ui.words, *p) : "";
        options.feature_names.push_back(p ? name : code);
        options.feature_labels.push_back(short_name(name));
    }
}

}  // namespace atlas::page

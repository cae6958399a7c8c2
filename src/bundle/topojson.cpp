// TopoJSON (https://github.com/topojson/topojson-specification) and GeoJSON (RFC 7946) → geo::FeatureSet. Errors are
// collected, so that one run names them all; what can be left out without a wrong picture (a ring without area) is
// left out with a warning.
#include "bundle/topojson.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <unordered_set>

#include "bundle/decode.h"
#include "core/order.h"

namespace atlas::bundle {
namespace {

constexpr size_t most_problems = 50;  // of each severity: a file of the wrong kind is wrong at every point

std::string child(const std::string& at, std::string_view key) { return pointer_to(at, key); }
std::string child(const std::string& at, size_t index) { return at + "/" + std::to_string(index); }

bool is_finite_number(const Json& value) { return value.is(Json::Kind::number) && std::isfinite(value.number); }

bool equal(geo::LonLat a, geo::LonLat b) { return a.lon_deg == b.lon_deg && a.lat_deg == b.lat_deg; }

/// Faults that no editor made by hand.
Words broken(std::string what, std::string what_en) {
    return {std::move(what), "境界データを作り直してください（scripts/setup）", std::move(what_en),
            "make the boundary file anew (scripts/setup)"};
}

/// What both formats share: faults, codes and the walk over Polygon and MultiPolygon.
class Reader {
public:
    Reader(const Json& root, std::string_view file) : root_(root), report_(file) {}
    Result<geo::FeatureSet> read();

private:
    // One arc of a kept ring: which feature runs along it, and on which side of the arc as stored.
    struct ArcUse {
        size_t arc;
        int32_t feature;
        bool on_left;
    };
    struct Transform {
        double scale[2] = {1, 1}, translate[2] = {0, 0};
    };

    void read_topology();
    void read_collection();
    const Json* only_object(std::string& at);
    std::optional<Transform> read_transform();
    bool read_pair(const Json* pair, const std::string& at, double (&out)[2]);
    void read_arcs();
    void read_arc(const Json& arc, const std::optional<Transform>& transform, const std::string& at);
    std::optional<geo::LonLat> read_position(const Json& json, const std::string& at);
    bool check_range(geo::LonLat point, const std::string& at);

    std::string read_code(const Json& owner, const std::string& at);
    template <class ReadRing>
    void read_area(const Json& geometry, const char* member, const std::string& at, std::string code,
                   ReadRing read_ring);
    template <class ReadRing>
    void read_polygon(const Json& rings, const std::string& at, std::vector<geo::Polygon>& out, ReadRing read_ring);

    bool ring_of_arcs(const Json& json, const std::string& at, geo::Ring& ring, bool hole);
    bool ring_of_positions(const Json& json, const std::string& at, geo::Ring& ring);
    bool append_arc(const Json& index, const std::string& at, geo::Ring& ring);
    bool close_ring(geo::Ring& ring, const std::string& at);
    void collect_borders();

    void error(const std::string& at, Words words) {
        if (++errors_ <= most_problems) report_.error(at, std::move(words));
    }
    void warning(const std::string& at, Words words) {
        if (++warnings_ <= most_problems) report_.warning(at, std::move(words));
    }
    void tell_of_the_rest(Severity severity, size_t count);

    const Json& root_;
    Report report_;
    size_t errors_ = 0, warnings_ = 0;
    geo::FeatureSet set_;
    std::unordered_set<std::string> codes_;
    std::vector<std::vector<geo::LonLat>> arcs_;
    std::vector<bool> outer_arcs_;
    std::vector<ArcUse> uses_;
};

Result<geo::FeatureSet> Reader::read() {
    const Json* type = root_.find("type");
    const std::string_view kind = type && type->is(Json::Kind::string) ? std::string_view(type->string) : "";
    if (const Json* source = root_.find("source"); source && source->is(Json::Kind::string))
        set_.source = source->string;
    if (kind == "Topology") {
        read_topology();
    } else if (kind == "FeatureCollection") {
        read_collection();
    } else {
        error("/type", {"境界データの type が" + quoted(kind) + "です",
                        "TopoJSON の Topology か GeoJSON の FeatureCollection を指定してください",
                        "the type of the boundary file is " + quoted(kind),
                        "give a TopoJSON Topology or a GeoJSON FeatureCollection"});
    }
    if (errors_ == 0 && set_.features.empty()) error("", broken("区域が一つもありません", "there is no area"));
    tell_of_the_rest(Severity::error, errors_);
    tell_of_the_rest(Severity::warning, warnings_);
    if (errors_ > 0) return report_.problems();
    set_.warnings = report_.problems();
    return std::move(set_);
}

void Reader::tell_of_the_rest(Severity severity, size_t count) {
    if (count <= most_problems) return;
    const std::string rest = std::to_string(count - most_problems);
    report_.add(severity, "",
                {"同様の問題がほかに" + rest + "件あります", "先に表示された問題から直してください",
                 "there are " + rest + " more such problems", "mend those shown first"});
}

// ── TopoJSON ──

void Reader::read_topology() {
    read_arcs();
    std::string at;
    const Json* object = only_object(at);
    if (!object) return;

    const auto read_one = [this](const Json& geometry, const std::string& place) {
        const auto read_ring = [this](const Json& json, const std::string& where, geo::Ring& ring, bool hole) {
            return ring_of_arcs(json, where, ring, hole);
        };
        read_area(geometry, "arcs", place, read_code(geometry, place), read_ring);
    };
    if (const Json* geometries = object->find("geometries")) {
        at = child(at, "geometries");
        if (!geometries->is(Json::Kind::array))
            return error(at, broken("geometries が配列ではありません", "geometries is not an array"));
        set_.features.reserve(geometries->items.size());
        for (size_t i = 0; i < geometries->items.size(); ++i) read_one(geometries->items[i], child(at, i));
    } else {
        read_one(*object, at);
    }
    if (errors_ == 0) collect_borders();
}

const Json* Reader::only_object(std::string& at) {
    const Json* objects = root_.find("objects");
    at = "/objects";
    if (!objects || objects->members.size() != 1) {
        const std::string count = std::to_string(objects ? objects->members.size() : 0);
        error(at, {"objects の層が" + count + "個あります", "区域の層を一つだけにしてください",
                   "there are " + count + " layers in objects", "keep exactly one layer of areas"});
        return nullptr;
    }
    const auto& [name, object] = objects->members.front();
    at = child(at, name);
    return &object;
}

bool Reader::read_pair(const Json* pair, const std::string& at, double (&out)[2]) {
    if (!pair || pair->items.size() != 2 || !is_finite_number(pair->items[0]) || !is_finite_number(pair->items[1])) {
        error(at, broken("有限の数値2個の配列ではありません", "not an array of two finite numbers"));
        return false;
    }
    out[0] = pair->items[0].number, out[1] = pair->items[1].number;
    return true;
}

std::optional<Reader::Transform> Reader::read_transform() {
    const Json* transform = root_.find("transform");
    if (!transform) return std::nullopt;
    Transform out;
    read_pair(transform->find("scale"), "/transform/scale", out.scale);
    read_pair(transform->find("translate"), "/transform/translate", out.translate);
    return out;
}

void Reader::read_arcs() {
    const std::optional<Transform> transform = read_transform();
    const Json* arcs = root_.find("arcs");
    if (!arcs || !arcs->is(Json::Kind::array))
        return error("/arcs", broken("arcs の配列がありません", "there is no array of arcs"));
    arcs_.reserve(arcs->items.size());
    for (size_t i = 0; i < arcs->items.size(); ++i) read_arc(arcs->items[i], transform, child("/arcs", i));
    outer_arcs_.resize(arcs_.size());
    const Json* outer = root_.find("outer_arcs");
    for (size_t i = 0; outer && i < outer->items.size(); ++i) {
        const double arc = outer->items[i].number;
        if (arc >= 0 && arc < static_cast<double>(arcs_.size())) outer_arcs_[static_cast<size_t>(arc)] = true;
    }
}

/// Positions of a quantised topology are steps from the one before; the sums of integers are exact, so that arcs meet
/// in equal points.
void Reader::read_arc(const Json& arc, const std::optional<Transform>& transform, const std::string& at) {
    std::vector<geo::LonLat>& points = arcs_.emplace_back();
    if (!arc.is(Json::Kind::array) || arc.items.size() < 2)
        return error(at, broken("弧の点が2個未満です", "the arc has fewer than two points"));
    points.reserve(arc.items.size());
    double x = 0, y = 0;
    for (size_t i = 0; i < arc.items.size(); ++i) {
        const std::optional<geo::LonLat> read = read_position(arc.items[i], at);
        if (!read) return;
        geo::LonLat point = *read;
        if (transform) {
            x += point.lon_deg, y += point.lat_deg;
            point = {x * transform->scale[0] + transform->translate[0],
                     y * transform->scale[1] + transform->translate[1]};
        }
        if (!check_range(point, at)) return;
        if (points.empty() || !equal(points.back(), point)) points.push_back(point);
    }
}

bool Reader::append_arc(const Json& index, const std::string& at, geo::Ring& ring) {
    const auto count = static_cast<double>(arcs_.size());
    const double value = index.number;
    if (!is_finite_number(index) || value != std::floor(value) || value < -count || value >= count) {
        const std::string number = std::to_string(arcs_.size());
        error(at, broken("弧の番号が範囲外です（弧は" + number + "本）",
                         "the arc number is out of range (" + number + " arcs)"));
        return false;
    }
    const bool reversed = value < 0;  // ~i: the arc i backwards
    std::vector<geo::LonLat> points = arcs_[static_cast<size_t>(reversed ? -value - 1 : value)];
    if (points.empty()) return false;  // already complained of
    if (reversed) std::reverse(points.begin(), points.end());
    if (!ring.empty() && !equal(ring.back(), points.front())) {
        error(at, broken("弧が前の弧とつながっていません", "the arc does not join the one before"));
        return false;
    }
    ring.insert(ring.end(), points.begin() + (ring.empty() ? 0 : 1), points.end());
    return true;
}

bool Reader::ring_of_arcs(const Json& json, const std::string& at, geo::Ring& ring, bool hole) {
    for (size_t i = 0; i < json.items.size(); ++i)
        if (!append_arc(json.items[i], child(at, i), ring)) return false;
    if (!close_ring(ring, at)) return false;
    const bool inside_on_left = geo::is_counter_clockwise(ring) != hole;
    for (const Json& index : json.items) {
        const bool reversed = index.number < 0;
        uses_.push_back({static_cast<size_t>(reversed ? -index.number - 1 : index.number),
                         static_cast<int32_t>(set_.features.size()), inside_on_left != reversed});
    }
    return true;
}

/// Every arc becomes one border, or none where a feature meets itself. More than one feature on a side (areas that
/// overlap) is a fault of the data that we can still draw: each gets its line.
void Reader::collect_borders() {
    std::vector<uint32_t> keys;
    for (const ArcUse& use : uses_) keys.push_back(static_cast<uint32_t>(use.arc));
    const std::vector<uint32_t> order = ascending(keys);
    std::vector<int32_t> left, right;
    for (size_t i = 0; i < order.size();) {
        const size_t arc = uses_[order[i]].arc;
        left.clear(), right.clear();
        for (; i < order.size() && uses_[order[i]].arc == arc; ++i)
            (uses_[order[i]].on_left ? left : right).push_back(uses_[order[i]].feature);
        if (arcs_[arc].size() < 2) continue;
        for (size_t k = 0; k < std::max(left.size(), right.size()); ++k) {
            geo::Border border{arcs_[arc], k < left.size() ? left[k] : -1, k < right.size() ? right[k] : -1,
                               outer_arcs_[arc]};
            if (border.left == border.right) continue;
            if (border.left == -1) {
                std::swap(border.left, border.right);
                std::reverse(border.points.begin(), border.points.end());
            }
            set_.borders.push_back(std::move(border));
        }
    }
}

// ── GeoJSON ──

void Reader::read_collection() {
    const Json* features = root_.find("features");
    if (!features || !features->is(Json::Kind::array))
        return error("/features", broken("features の配列がありません", "there is no array of features"));
    const auto read_ring = [this](const Json& json, const std::string& where, geo::Ring& ring, bool) {
        return ring_of_positions(json, where, ring);
    };
    static const Json null_geometry;
    for (size_t i = 0; i < features->items.size(); ++i) {
        const Json& feature = features->items[i];
        const std::string at = child("/features", i);
        const Json* geometry = feature.find("geometry");
        read_area(geometry ? *geometry : null_geometry, "coordinates", child(at, "geometry"), read_code(feature, at),
                  read_ring);
    }
    if (errors_ == 0) set_.borders = geo::find_borders(set_.features);
}

bool Reader::ring_of_positions(const Json& json, const std::string& at, geo::Ring& ring) {
    for (size_t i = 0; i < json.items.size(); ++i) {
        const std::string place = child(at, i);
        const std::optional<geo::LonLat> point = read_position(json.items[i], place);
        if (!point || !check_range(*point, place)) return false;
        if (ring.empty() || !equal(ring.back(), *point)) ring.push_back(*point);
    }
    return close_ring(ring, at);
}

// ── both ──

std::optional<geo::LonLat> Reader::read_position(const Json& json, const std::string& at) {
    // A third number (height) is allowed by both formats and means nothing to a map.
    if (json.items.size() >= 2 && is_finite_number(json.items[0]) && is_finite_number(json.items[1]))
        return geo::LonLat{json.items[0].number, json.items[1].number};
    error(at, broken("座標が有限の数値2個ではありません", "a position is not two finite numbers"));
    return std::nullopt;
}

bool Reader::check_range(geo::LonLat point, const std::string& at) {
    if (std::abs(point.lon_deg) <= 180 && std::abs(point.lat_deg) <= 90) return true;
    error(at,
          {"経度・緯度の範囲を超える座標があります", "座標を経度・緯度（度、JGD2011 か WGS 84）で書き出してください",
           "a position is beyond the range of longitude and latitude",
           "write positions as longitude and latitude in degrees (JGD2011 or WGS 84)"});
    return false;
}

/// Empty after a complaint.
std::string Reader::read_code(const Json& owner, const std::string& at) {
    const Json* properties = owner.find("properties");
    const Json* code = properties ? properties->find("code") : nullptr;
    const std::string place = at + "/properties/code";
    if (!code || !code->is(Json::Kind::string) || code->string.empty()) {
        const bool number = code && code->is(Json::Kind::number);
        error(place, {number ? "code が数値です（先頭の0が失われます）" : "code がありません",
                      "地方公共団体コードを文字列で入れてください（例: \"13\"、\"13101\"）",
                      number ? "the code is a number (a leading 0 gets lost)" : "there is no code",
                      "give the local government code as a string (\"13\", \"13101\")"});
        return {};
    }
    if (!codes_.insert(code->string).second) {
        error(place,
              {"code " + quoted(code->string) + " が重複しています",
               "一つの区域は一つの図形（MultiPolygon）にまとめてください",
               "the code " + quoted(code->string) + " is repeated", "join the parts of an area into one MultiPolygon"});
    }
    return code->string;
}

template <class ReadRing>
void Reader::read_area(const Json& geometry, const char* member, const std::string& at, std::string code,
                       ReadRing read_ring) {
    geo::Feature feature{std::move(code), {}};
    const Json* type = geometry.find("type");
    const std::string_view kind = type && type->is(Json::Kind::string) ? std::string_view(type->string) : "";
    const bool null_geometry = geometry.is(Json::Kind::null) || (type && type->is(Json::Kind::null));
    const Json* parts = geometry.find(member);
    const std::string place = child(at, member);
    if (null_geometry) {
        // An area without a picture: kept, so that its figures still have a place to belong to.
    } else if (kind != "Polygon" && kind != "MultiPolygon") {
        error(child(at, "type"),
              {"図形の type が" + quoted(kind) + "です", "Polygon か MultiPolygon にしてください",
               "the type of the geometry is " + quoted(kind), "make it a Polygon or a MultiPolygon"});
    } else if (!parts || !parts->is(Json::Kind::array)) {
        error(place, broken("配列がありません", "there is no array"));
    } else if (kind == "Polygon") {
        read_polygon(*parts, place, feature.polygons, read_ring);
    } else {
        for (size_t i = 0; i < parts->items.size(); ++i)
            read_polygon(parts->items[i], child(place, i), feature.polygons, read_ring);
    }
    set_.features.push_back(std::move(feature));
}

/// Appends the polygon, unless its outline has no area: then its holes have none to be in.
template <class ReadRing>
void Reader::read_polygon(const Json& rings, const std::string& at, std::vector<geo::Polygon>& out,
                          ReadRing read_ring) {
    if (!rings.is(Json::Kind::array)) return error(at, broken("輪郭の配列ではありません", "not an array of rings"));
    geo::Polygon polygon;
    for (size_t r = 0; r < rings.items.size(); ++r) {
        geo::Ring ring;
        const std::string place = child(at, r);
        if (!rings.items[r].is(Json::Kind::array))
            return error(place, broken("輪郭が配列ではありません", "the ring is not an array"));
        const bool kept = read_ring(rings.items[r], place, ring, r > 0);
        if (kept) polygon.rings.push_back(std::move(ring));
        if (!kept && r == 0) return;
    }
    if (polygon.rings.empty())
        return warning(at, broken("輪郭のない図形を省きました", "a polygon without rings was left out"));
    out.push_back(std::move(polygon));
}

/// Takes off the repeated last point. False if what remains is no area, or the ring was never closed.
bool Reader::close_ring(geo::Ring& ring, const std::string& at) {
    if (ring.size() > 1 && !equal(ring.front(), ring.back())) {
        error(at, broken("輪郭が閉じていません", "the ring is not closed"));
        return false;
    }
    if (!ring.empty()) ring.pop_back();
    if (ring.size() >= 3) return true;
    warning(at, {"点が3個未満の輪郭を、中の穴とともに省きました", "簡略化を弱めるか、小さな島を残す設定にしてください",
                 "a ring of fewer than three points was left out, with the holes in it",
                 "simplify less, or keep small islands"});
    return false;
}

}  // namespace

Result<geo::FeatureSet> read_boundaries(const Json& root, std::string_view file) { return Reader(root, file).read(); }

}  // namespace atlas::bundle

#include "tool/import_boundaries.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>

#include "bundle/csv.h"
#include "bundle/decode.h"
#include "bundle/json_values.h"
#include "bundle/topojson.h"
#include "core/strings.h"
#include "text/text.h"

namespace atlas::tool {

namespace {

using bundle::add;
using bundle::array;
using bundle::Json;
using bundle::object;
using bundle::quoted;
using bundle::text;
using bundle::Words;

constexpr size_t most_named = 10;  // of the features or codes that a message lists
constexpr const char* code_keys[] = {"code", "N03_007", "lg_code_5", "lg_code", "prefecture_code"};
constexpr const char* other_keys[] = {"name",    "pref",    "N03_001",   "N03_003",        "N03_004",
                                      "N03_005", "lg_code", "city_name", "prefecture_name"};

Json* member(Json& object, std::string_view key) {
    for (auto& [name, value] : object.members)
        if (name == key) return &value;
    return nullptr;
}

/// Puts the member in the place of one of the same name, else behind the others.
void set(Json& object, const char* key, Json value) {
    if (Json* old = member(object, key))
        *old = std::move(value);
    else
        add(object, key, std::move(value));
}

/// The member's text, or the digits of its number; empty when absent or null.
std::string text_of(const Json& properties, std::string_view key) {
    const Json* value = properties.find(key);
    if (!value) return "";
    if (value->is(Json::Kind::number)) return bundle::write_json(*value);
    return std::string(trim(value->string));
}

std::string type_of(const Json& geometry) { return text_of(geometry, "type"); }

bool is_area(const Json& geometry) { return type_of(geometry) == "Polygon" || type_of(geometry) == "MultiPolygon"; }

bool holds_areas(const Json& object) {
    const Json* list = object.find("geometries");
    return list ? std::any_of(list->items.begin(), list->items.end(), is_area) : is_area(object);
}

/// Modulus 11 over the five digits (総務省「全国地方公共団体コード」検査数字).
char check_digit(std::string_view five) {
    int sum = 0;
    for (size_t i = 0; i < 5; ++i) sum += (five[i] - '0') * (6 - static_cast<int>(i));
    return static_cast<char>('0' + (11 - sum % 11) % 10);
}

/// The code with 2 or 5 digits that `given` (digits) means, or nothing.
std::optional<std::string> standard_code(std::string given) {
    if (given.empty() || given.find_first_not_of("0123456789") != std::string::npos) return {};
    if (given.size() == 1 || given.size() == 4) given.insert(0, "0");
    if (given.size() == 6 && check_digit(given) == given[5]) given.pop_back();
    const std::string prefecture = given.substr(0, 2);
    if ((given.size() != 2 && given.size() != 5) || prefecture < "01" || prefecture > "47") return {};
    return given;
}

bool ends_with(std::string_view text, std::string_view end) {
    return text.size() >= end.size() && text.substr(text.size() - end.size()) == end;
}

/// N03_003 is 郡, 支庁 or a designated city, N03_004 what lies in it (its ward); N03_005 the ward since 2024. As in
/// municipalities.csv the name goes without the 郡.
std::string name_of(const Json& properties) {
    for (const char* key : {"name", "city_name", "prefecture_name"})
        if (std::string name = text_of(properties, key); !name.empty()) return name;
    const std::string above = text_of(properties, "N03_003"), city = text_of(properties, "N03_004");
    const std::string name = (city.empty() || ends_with(above, "市") ? above : "") + city;
    return name.empty() ? text_of(properties, "N03_001") : name + text_of(properties, "N03_005");
}

std::string grouped(size_t count) { return text::number(static_cast<double>(count)); }

std::string listed(const std::vector<std::string>& names, bool english) {
    std::vector<std::string> shown(names.begin(),
                                   names.begin() + static_cast<std::ptrdiff_t>(std::min(names.size(), most_named)));
    if (names.size() > most_named)
        shown.push_back((english ? "others: " : "ほか ") + grouped(names.size() - most_named));
    return join(shown, english ? ", " : "、");
}

class BoundaryImporter {
public:
    BoundaryImporter(Json root, std::string_view file) : file_(file) { out_.root = std::move(root); }

    Result<BoundariesImport> run() {
        if (!find_features()) return std::move(faults_);
        read_properties();
        if (!faults_.empty()) return std::move(faults_);
        if (!check_geometry()) return std::move(faults_);
        write_properties();
        count();
        warn();
        return std::move(out_);
    }

private:
    struct Area {
        std::string code, name;
        std::string pref_name, pref;  // what the file says of the prefecture, for areas without a code
    };

    void problem(Severity severity, std::string at, uint32_t line, Words words) {
        if (line > 1) {
            words.what += "（" + std::to_string(line) + "行目）";
            words.what_en += " (line " + std::to_string(line) + ")";
        }
        Problems& list = severity == Severity::error ? faults_ : out_.warnings;
        list.push_back({severity, file_, std::move(at), std::move(words.what), std::move(words.remedy),
                        std::move(words.what_en), std::move(words.remedy_en)});
    }

    bool find_features();
    bool find_object(Json& objects);
    void read_properties();
    void read_code(const Json& properties, const std::string& at, Area& area);
    bool check_geometry();
    static std::string prefecture_of(const Area& area, const std::map<std::string, std::string>& codes);
    void write_properties();
    void count();
    void warn();

    std::string file_;
    BoundariesImport out_;
    Problems faults_;
    std::vector<Json>* features_ = nullptr;  // in out_.root: geometries of the TopoJSON object, or GeoJSON features
    std::string at_;                         // pointer of their array
    std::string object_name_;                // TopoJSON only
    std::vector<Area> areas_;
};

/// Both formats: where the features stand. What else is wrong with the file is for bundle::read_boundaries to say.
bool BoundaryImporter::find_features() {
    Json* objects = member(out_.root, "objects");
    if (type_of(out_.root) == "Topology" && objects && !objects->members.empty()) return find_object(*objects);
    Json* features = member(out_.root, "features");
    if (type_of(out_.root) == "FeatureCollection" && features && features->is(Json::Kind::array)) {
        features_ = &features->items;
        at_ = "/features";
        for (size_t i = 0; i < features_->size(); ++i)
            if (type_of((*features_)[i]) != "Feature")
                problem(Severity::error, at_ + "/" + std::to_string(i), (*features_)[i].line,
                        {"GeoJSON の Feature ではありません", "Feature だけの features にしてください",
                         "not a GeoJSON Feature", "let features hold Features only"});
        return faults_.empty();
    }
    problem(Severity::error, "", 0,
            {"境界データではありません（type は " + quoted(type_of(out_.root)) + "）",
             "TopoJSON の Topology か GeoJSON の FeatureCollection を指定してください",
             "not a boundary file (its type is " + quoted(type_of(out_.root)) + ")",
             "give a TopoJSON Topology or a GeoJSON FeatureCollection"});
    return false;
}

/// The only object with areas stays; a single geometry becomes a collection of one.
bool BoundaryImporter::find_object(Json& objects) {
    std::vector<std::string> names, with_areas;
    for (const auto& [name, object] : objects.members) {
        names.push_back(name);
        if (holds_areas(object)) with_areas.push_back(name);
    }
    if (with_areas.size() != 1) {
        problem(Severity::error, "/objects", 0,
                {"区域の層が " + std::to_string(with_areas.size()) + " 個あります（層：" +
                     listed(with_areas.empty() ? names : with_areas, false) + "）",
                 "区域の層を一つだけにして書き出してください",
                 "there are " + std::to_string(with_areas.size()) +
                     " layers of areas (layers: " + listed(with_areas.empty() ? names : with_areas, true) + ")",
                 "write the file with exactly one layer of areas"});
        return false;
    }
    object_name_ = with_areas[0];
    std::erase(names, object_name_);
    out_.dropped_objects = std::move(names);
    std::erase_if(objects.members, [&](const auto& entry) { return entry.first != object_name_; });
    Json& object = objects.members[0].second;
    if (!object.find("geometries")) {
        Json collection = tool::object();
        add(collection, "type", text("GeometryCollection"));
        add(collection, "geometries", array());
        collection.members[1].second.items.push_back(std::move(object));
        object = std::move(collection);
    }
    features_ = &member(object, "geometries")->items;
    at_ = bundle::pointer_to("/objects", object_name_) + "/geometries";
    return true;
}

void BoundaryImporter::read_properties() {
    static const Json none;
    std::set<std::string> dropped;
    bool any_code_key = features_->empty();
    for (size_t i = 0; i < features_->size(); ++i) {
        const Json* found = (*features_)[i].find("properties");
        const Json& properties = found ? *found : none;
        Area& area = areas_.emplace_back();
        area.name = name_of(properties);
        area.pref = text_of(properties, properties.find("pref") ? "pref" : "prefecture_code");
        area.pref_name = text_of(properties, properties.find("N03_001") ? "N03_001" : "prefecture_name");
        read_code(properties, at_ + "/" + std::to_string(i) + "/properties", area);
        for (const auto& [key, value] : properties.members) {
            const auto is_key = [&key = key](const char* known) { return key == known; };
            const bool names_code = std::any_of(std::begin(code_keys), std::end(code_keys), is_key);
            any_code_key = any_code_key || names_code;
            if (!names_code && std::none_of(std::begin(other_keys), std::end(other_keys), is_key)) dropped.insert(key);
        }
    }
    out_.dropped_properties.assign(dropped.begin(), dropped.end());
    if (!any_code_key)
        problem(Severity::error, at_, 0,
                {"コードの属性がありません（属性：" + listed(out_.dropped_properties, false) + "）",
                 "N03_007、lg_code_5、prefecture_code か code を持つファイルを指定してください",
                 "no property is a code (properties: " + listed(out_.dropped_properties, true) + ")",
                 "give a file with N03_007, lg_code_5, prefecture_code or code"});
}

void BoundaryImporter::read_code(const Json& properties, const std::string& at, Area& area) {
    bool of_municipality = false;  // then its prefecture_code is not its own code
    for (const char* key : code_keys) {
        const std::string given = bundle::fold_digits(text_of(properties, key));
        if (given.empty() || (of_municipality && key == std::string_view("prefecture_code"))) {
            of_municipality = of_municipality || properties.find(key);
            continue;
        }
        const std::optional<std::string> code = standard_code(given);
        if (!code) {
            problem(Severity::error, bundle::pointer_to(at, key), properties.find(key)->line,
                    {quoted(given) + " は地方公共団体コードではありません",
                     "都道府県は2桁、市区町村は5桁（検査数字付きは6桁）の数字にしてください",
                     quoted(given) + " is not a local government code",
                     "write 2 digits for a prefecture, 5 for a municipality (6 with the check digit)"});
            return;
        }
        if (*code != given) ++out_.mended_codes;
        area.code = *code;
        return;
    }
}

/// Lets the reader that the map uses look at every ring, under codes that cannot stand twice.
bool BoundaryImporter::check_geometry() {
    for (size_t i = 0; i < features_->size(); ++i) {
        Json properties = object();
        add(properties, "code", text(std::to_string(i)));
        set((*features_)[i], "properties", std::move(properties));
    }
    const Result<geo::FeatureSet> read = bundle::read_boundaries(out_.root, file_);
    if (!read) {
        faults_ = read.problems();
        return false;
    }
    if (!read->warnings.empty())
        problem(Severity::warning, "", 0,
                {"面積のない輪郭が " + std::to_string(read->warnings.size()) + " 件以上あります",
                 "そのまま残しました。地図には描かれません",
                 "at least " + std::to_string(read->warnings.size()) + " rings have no area",
                 "they were kept; a map will not draw them"});
    return true;
}

std::string BoundaryImporter::prefecture_of(const Area& area, const std::map<std::string, std::string>& codes) {
    if (!area.code.empty()) return area.code.substr(0, 2);
    const auto by_name = codes.find(area.pref_name);
    if (!area.pref_name.empty() && by_name != codes.end()) return by_name->second;
    return standard_code(area.pref).value_or("");
}

void BoundaryImporter::write_properties() {
    std::map<std::string, std::string> prefecture_codes;  // by name, for areas without a code
    for (const Area& area : areas_)
        if (!area.code.empty()) prefecture_codes.emplace(area.pref_name, area.code.substr(0, 2));
    for (size_t i = 0; i < areas_.size(); ++i) {
        const Area& area = areas_[i];
        Json properties = object();
        add(properties, "code", text(area.code));
        add(properties, "name", text(area.name));
        add(properties, "pref", text(prefecture_of(area, prefecture_codes)));
        set((*features_)[i], "properties", std::move(properties));
    }
    if (object_name_.empty()) return;
    member(out_.root, "objects")->members[0].first = "areas";
    if (!out_.root.find("source"))
        out_.root.members.insert(out_.root.members.begin() + 1, {"source", text(object_name_)});
}

void BoundaryImporter::count() {
    std::map<std::string, size_t> uses;
    out_.features = areas_.size();
    for (size_t i = 0; i < areas_.size(); ++i) {
        const Area& area = areas_[i];
        const Json* inner = object_name_.empty() ? (*features_)[i].find("geometry") : &(*features_)[i];
        const std::string type = inner ? type_of(*inner) : "";
        ++(type == "Polygon" ? out_.polygons : type.empty() ? out_.without_geometry : out_.multipolygons);
        if (area.code.empty()) {
            const std::string place = area.name == area.pref_name ? area.name : area.pref_name + area.name;
            out_.without_code.push_back(place.empty() ? at_ + "/" + std::to_string(i) : place);
            continue;
        }
        ++uses[area.code];
        const bool northern = area.code >= "01695" && area.code <= "01700";
        ++(area.code.size() == 2 ? out_.prefectures : northern ? out_.northern_villages : out_.municipalities);
    }
    for (const auto& [code, times] : uses) {
        if (times < 2) continue;
        out_.repeated_codes.push_back(code);
        out_.repeating_features += times;
    }
}

void BoundaryImporter::warn() {
    if (!out_.without_code.empty())
        problem(Severity::warning, at_, 0,
                {"コードのない区域が " + grouped(out_.without_code.size()) + " あります（" +
                     listed(out_.without_code, false) + "）",
                 "code を空にして残しました。地図のバンドルにするときはコードが要ります",
                 grouped(out_.without_code.size()) + " areas have no code (" + listed(out_.without_code, true) + ")",
                 "they were kept with an empty code; a bundle for the map needs one"});
    if (!out_.repeated_codes.empty())
        problem(Severity::warning, at_, 0,
                {"同じコードの図形があります（" + grouped(out_.repeated_codes.size()) + " コード、" +
                     grouped(out_.repeating_features) + " 図形：" + listed(out_.repeated_codes, false) + "）",
                 "別々のまま残しました。地図のバンドルにするときは一つの MultiPolygon にまとめてください",
                 grouped(out_.repeated_codes.size()) + " codes stand at several features (" +
                     grouped(out_.repeating_features) + " features: " + listed(out_.repeated_codes, true) + ")",
                 "they were kept apart; for a map's bundle join them into one MultiPolygon each"});
}

}  // namespace

Result<BoundariesImport> read_foreign_boundaries(std::string_view bytes, std::string_view file) {
    Result<Json> root = bundle::parse_json(bytes, file);
    if (!root) return root.problems();
    return BoundaryImporter(std::move(*root), file).run();
}

std::string summary(const BoundariesImport& s, bool english) {
    std::vector<std::string> kinds, rest;
    const auto say = [english](std::vector<std::string>& parts, const char* name, const char* name_en, size_t count) {
        parts.push_back(std::string(english ? name_en : name) + " " + grouped(count));
    };
    if (s.prefectures > 0) say(kinds, "都道府県", "prefectures", s.prefectures);
    if (s.municipalities > 0) say(kinds, "市区町村", "municipalities", s.municipalities);
    if (s.northern_villages > 0)
        say(kinds, "北方領土の村", "villages of the Northern Territories", s.northern_villages);
    say(kinds, "コードなし", "without code", s.without_code.size());
    say(rest, "Polygon", "Polygon", s.polygons);
    say(rest, "MultiPolygon", "MultiPolygon", s.multipolygons);
    say(rest, "図形なし", "without geometry", s.without_geometry);
    say(rest, "重複したコード", "repeated codes", s.repeated_codes.size());
    if (s.mended_codes > 0) say(rest, "桁を直したコード", "codes with mended digits", s.mended_codes);
    const std::string comma = english ? ", " : "、";
    std::string out = grouped(s.features) + (english ? " areas (" : " 区域（") + join(kinds, comma) +
                      (english ? "); " : "）。") + join(rest, comma);
    if (!s.dropped_properties.empty())
        out += (english ? "; properties left out: " : "。残さない属性：") + join(s.dropped_properties, comma);
    if (!s.dropped_objects.empty())
        out += (english ? "; objects left out: " : "。残さない層：") + join(s.dropped_objects, comma);
    return out + (english ? "" : "。");
}

}  // namespace atlas::tool

// Short names for making JSON trees. Private to the encoders.
#pragma once
#include <cmath>
#include <string>
#include <vector>

#include "bundle/json.h"
#include "model/load.h"

namespace atlas::tool {

using bundle::Json;

inline Json text(std::string value) {
    Json json;
    json.kind = Json::Kind::string;
    json.string = std::move(value);
    return json;
}

inline Json number(double value) {
    Json json;
    json.kind = Json::Kind::number;
    json.number = value;
    return json;
}

inline Json array() {
    Json json;
    json.kind = Json::Kind::array;
    return json;
}

inline Json texts(const std::vector<std::string>& values) {
    Json json = array();
    for (const std::string& value : values) json.items.push_back(text(value));
    return json;
}

inline Json object() {
    Json json;
    json.kind = Json::Kind::object;
    return json;
}

inline void add(Json& object, std::string key, Json value) {
    object.members.emplace_back(std::move(key), std::move(value));
}

inline Json header(std::string_view name, const std::string& edition) {
    Json root = object();
    add(root, "format", text("sosei-atlas/" + std::string(name)));
    add(root, "version", number(model::bundle_format_version));
    add(root, "edition", text(edition));
    return root;
}

inline std::string spelled(double value) { return bundle::write_json(number(value)); }

inline Json table(const std::vector<std::string>& columns, Json rows) {
    Json out = object();
    add(out, "columns", texts(columns));
    add(out, "rows", std::move(rows));
    return out;
}

inline double rounded(double degrees) { return std::round(degrees * 1e4) / 1e4; }

}  // namespace atlas::tool

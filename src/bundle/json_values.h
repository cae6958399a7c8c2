// Json trees made by code, in few words: by encoders.
#pragma once
#include <string>
#include <utility>
#include <vector>

#include "bundle/json.h"

namespace atlas::bundle {

inline Json json_of(Json::Kind kind) {
    Json json;
    json.kind = kind;
    return json;
}

inline Json text(std::string value) {
    Json json = json_of(Json::Kind::string);
    json.string = std::move(value);
    return json;
}

inline Json number(double value) {
    Json json = json_of(Json::Kind::number);
    json.number = value;
    return json;
}

inline Json array() { return json_of(Json::Kind::array); }

inline Json texts(const std::vector<std::string>& values) {
    Json json = array();
    for (const std::string& value : values) json.items.push_back(text(value));
    return json;
}

inline Json object() { return json_of(Json::Kind::object); }

inline void add(Json& object, std::string key, Json value) {
    object.members.emplace_back(std::move(key), std::move(value));
}

}  // namespace atlas::bundle

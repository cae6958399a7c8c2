// Json trees made by code, in few words. Internal to sosei-bundle.
#pragma once
#include <string>
#include <utility>
#include <vector>

#include "bundle/json.h"

namespace atlas::tool {

inline bundle::Json json_of(bundle::Json::Kind kind) {
    bundle::Json json;
    json.kind = kind;
    return json;
}

inline bundle::Json text(std::string value) {
    bundle::Json json = json_of(bundle::Json::Kind::string);
    json.string = std::move(value);
    return json;
}

inline bundle::Json number(double value) {
    bundle::Json json = json_of(bundle::Json::Kind::number);
    json.number = value;
    return json;
}

inline bundle::Json array() { return json_of(bundle::Json::Kind::array); }

inline bundle::Json texts(const std::vector<std::string>& values) {
    bundle::Json json = array();
    for (const std::string& value : values) json.items.push_back(text(value));
    return json;
}

inline bundle::Json object() { return json_of(bundle::Json::Kind::object); }

inline void add(bundle::Json& object, std::string key, bundle::Json value) {
    object.members.emplace_back(std::move(key), std::move(value));
}

}  // namespace atlas::tool

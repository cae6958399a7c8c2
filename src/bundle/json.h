// JSON as a checked tree that remembers where each value stood, so that every later complaint can name line and pointer.
// The parser behind it is nlohmann/json's SAX interface (json.cpp); nothing else in the project includes that library.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/result.h"

namespace atlas::bundle {

struct Json {
    enum class Kind : unsigned char { null, boolean, number, string, array, object };
    Kind kind = Kind::null;
    bool boolean = false;
    uint32_t line = 0;  ///< 1-based line of the value's first character; 0 = made by code
    double number = 0;
    std::string string;
    std::vector<Json> items;  ///< array
    std::vector<std::pair<std::string, Json>>
        members;  ///< object, in the file's order; duplicate keys are a parse error

    Json();  // not implicit: clang 14 with libstdc++ would want the pair of an unfinished Json
    const Json* find(std::string_view key) const;  ///< nullptr when absent or not an object
    bool is(Kind k) const { return kind == k; }
};

const char* kind_name(Json::Kind kind);  ///< in Japanese: 文字列, 数値, …

/// The whole of `bytes` must be one JSON text in UTF-8, at most 64 levels deep. A fault names `file` and its line.
Result<Json> parse_json(std::string_view bytes, std::string_view file);

/// JSON pointer (RFC 6901) of the member `key` of what stands at `at`.
std::string pointer_to(std::string at, std::string_view key);

/// Minimal spelling: no spaces, shortest round-trip numbers, members in order. Same tree, same bytes.
std::string write_json(const Json& value);

/// The shortest decimal spelling that reads back as the same double; "null" for NaN and infinities.
std::string spell_number(double value);

}  // namespace atlas::bundle

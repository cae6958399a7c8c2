// The parts that several bundles share. Private to the encoders.
#pragma once
#include <cmath>
#include <string>
#include <vector>

#include "bundle/json.h"
#include "bundle/json_values.h"
#include "model/load.h"

namespace atlas::tool {

using bundle::add;
using bundle::array;
using bundle::Json;
using bundle::number;
using bundle::object;
using bundle::text;
using bundle::texts;

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

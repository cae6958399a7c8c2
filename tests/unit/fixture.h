// Files under tests/fixtures/, and short words for looking at problems.
#pragma once
#include <fstream>
#include <sstream>
#include <string>
#include <string_view>

#include "core/result.h"

namespace atlas::test {

/// The repository's root: given by the build, since __FILE__ may be relative to it.
inline std::string source_dir() { return ATLAS_SOURCE_DIR; }

/// Bytes of tests/fixtures/<name>; empty when there is no such file.
inline std::string fixture(const std::string& name) {
    std::ifstream stream(source_dir() + "/tests/fixtures/" + name, std::ios::binary);
    std::ostringstream bytes;
    bytes << stream.rdbuf();
    return bytes.str();
}

inline bool contains(std::string_view text, std::string_view part) { return text.find(part) != std::string_view::npos; }

/// The problems as lines, for messages and for searching in them.
inline std::string lines(const Problems& problems) {
    std::string text;
    for (const Problem& problem : problems) text += to_string(problem) + "\n";
    return text;
}

}  // namespace atlas::test

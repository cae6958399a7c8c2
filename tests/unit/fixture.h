// Files under tests/fixtures/, and short words for looking at problems.
#pragma once
#include <fstream>
#include <sstream>
#include <string>
#include <string_view>

#include "core/result.h"

namespace atlas::test {

/// The repository's root: given by the build, else two folders above this one.
inline std::string source_dir() {
#ifdef ATLAS_SOURCE_DIR
    return ATLAS_SOURCE_DIR;
#else
    std::string path = __FILE__;
    path.resize(path.rfind("tests/unit"));
    return path.empty() ? "." : path;
#endif
}

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

// Golden texts: a scene's dump is compared with tests/golden/<name>.txt. ATLAS_UPDATE_GOLDEN=1 writes the file instead;
// look at the difference before keeping it. A missing file fails, so that no golden is accepted unseen.
#pragma once
#include <doctest/doctest.h>

#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>

#include "core/strings.h"

namespace atlas::test {

inline std::string golden_path(std::string_view name) {
    return std::string(ATLAS_SOURCE_DIR) + "/tests/golden/" + std::string(name) + ".txt";
}

inline bool read_text(const std::string& path, std::string& out) {
    std::FILE* file = std::fopen(path.c_str(), "rb");
    if (!file) return false;
    char buffer[4096];
    for (size_t n = 0; (n = std::fread(buffer, 1, sizeof buffer, file)) > 0;) out.append(buffer, n);
    std::fclose(file);
    return true;
}

/// "line 12: expected …, got …" for the first line that differs; empty when the texts are equal.
inline std::string first_difference(std::string_view expected, std::string_view actual) {
    const std::vector<std::string> a = split(expected, '\n'), b = split(actual, '\n');
    for (size_t i = 0; i < a.size() || i < b.size(); ++i) {
        const std::string left = i < a.size() ? a[i] : "(end)", right = i < b.size() ? b[i] : "(end)";
        if (left != right) return "line " + std::to_string(i + 1) + ": expected\n  " + left + "\ngot\n  " + right;
    }
    return "";
}

inline void compare_golden(std::string_view name, std::string_view actual) {
    const std::string path = golden_path(name);
    if (std::getenv("ATLAS_UPDATE_GOLDEN")) {
        std::FILE* file = std::fopen(path.c_str(), "wb");
        REQUIRE_MESSAGE(file != nullptr, "cannot write " << path);
        const size_t written = std::fwrite(actual.data(), 1, actual.size(), file);
        std::fclose(file);
        CHECK(written == actual.size());
        return;
    }
    std::string expected;
    REQUIRE_MESSAGE(read_text(path, expected), "no golden file " << path << " (ATLAS_UPDATE_GOLDEN=1 writes it)");
    const std::string difference = first_difference(expected, actual);
    CHECK_MESSAGE(difference.empty(), std::string(name) << " " << difference);
}

}  // namespace atlas::test

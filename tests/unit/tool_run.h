// sosei-bundle run inside a test, and folders for what it writes.
#pragma once
#include <filesystem>
#include <sstream>
#include <string>
#include <vector>

#include "tool/run.h"

namespace atlas::test {

struct Run {
    int code = 0;
    std::string out, err;
};

inline Run run(const std::vector<std::string>& arguments) {
    std::ostringstream out, err;
    const int code = tool::run_bundle_tool(arguments, out, err);
    return {code, out.str(), err.str()};
}

/// A folder that goes away with the test.
struct TemporaryFolder {
    std::filesystem::path path;
    TemporaryFolder() {
        static int count = 0;
        path = std::filesystem::temp_directory_path() /
               ("sosei-bundle-test-" + std::to_string(reinterpret_cast<uintptr_t>(&count) & 0xFFFFFF) + "-" +
                std::to_string(count++));
        std::filesystem::remove_all(path);
        std::filesystem::create_directories(path);
    }
    ~TemporaryFolder() { std::filesystem::remove_all(path); }
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;
};

}  // namespace atlas::test

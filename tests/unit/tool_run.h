// sosei-bundle run inside a test, and folders for what it writes.
#pragma once
#include <filesystem>
#include <random>
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

/// A folder that goes away with the test; scripts/test runs several programs of tests at a time.
struct TemporaryFolder {
    std::filesystem::path path;
    TemporaryFolder() {
        std::random_device chance;
        path = std::filesystem::temp_directory_path() /
               ("sosei-bundle-test-" + std::to_string(chance()) + "-" + std::to_string(chance()));
        std::filesystem::create_directories(path);
    }
    ~TemporaryFolder() { std::filesystem::remove_all(path); }
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;
};

}  // namespace atlas::test

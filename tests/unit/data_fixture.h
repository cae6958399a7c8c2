// The source folders under tests/fixtures/data: `good`, and faults that are laid over it.
#pragma once
#include <algorithm>
#include <filesystem>
#include <string>
#include <vector>

#include "unit/fixture.h"
#include "unit/tool_run.h"

namespace atlas::test {

inline std::string data_fixtures() { return source_dir() + "/tests/fixtures/data/"; }

/// Copies the good sources into `folder` and the files of one fixture over them.
inline void lay_over(const std::string& fault, const std::filesystem::path& folder) {
    using std::filesystem::copy_options;
    std::filesystem::copy(data_fixtures() + "good", folder, copy_options::recursive);
    std::filesystem::copy(data_fixtures() + fault, folder, copy_options::recursive | copy_options::overwrite_existing);
}

/// sosei-bundle check of one fixture laid over the good sources.
inline Run check_fault(const std::string& fault, const std::string& language = "ja") {
    TemporaryFolder data;
    lay_over(fault, data.path);
    return run({"check", data.path.string(), "--lang", language});
}

inline std::vector<std::string> data_fixture_names() {
    std::vector<std::string> names;
    for (const auto& entry : std::filesystem::directory_iterator(data_fixtures()))
        names.push_back(entry.path().filename().string());
    std::sort(names.begin(), names.end());
    return names;
}

}  // namespace atlas::test

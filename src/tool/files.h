// Whole files in and out, faults as values. Internal to sosei-bundle.
#pragma once
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

#include "core/result.h"

namespace atlas::tool {

/// Bytes of a file, or a Problem that names it.
Result<std::string> read_file(const std::filesystem::path& path);

/// Replaces the file. Nothing when it went well.
std::optional<Problem> write_file(const std::filesystem::path& path, std::string_view bytes);

}  // namespace atlas::tool
